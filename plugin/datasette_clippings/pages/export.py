"""The page of the formats that the articles of a search come in, and these exports themselves."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from datasette import Response
from datasette.utils import add_cors_headers
from datasette.utils.asgi import AsgiStream

from ..addresses import NEXT_ARGUMENT, Address
from ..archive import SEARCHED
from ..exporting.articles import BATCH, ExportedArticle, Placed, Source, exported, lasting_links, stretches
from ..exporting.feed import ENTRIES, atom
from ..exporting.formats import FORMATS, Format, Query, Written
from ..links import SHOWING, Links
from ..routes import Page
from ..searching.excerpts import search_terms
from ..searching.orders import SORT_ARGUMENT, SORTS, is_by_relevance
from ..searching.selections import searches
from ..sharding.requests import Requested, requested_articles
from ..sharding.shards import Shards, shards_of
from .front import built_digest

_SHORT = 12  # characters of a digest in the name of a file


@dataclass(frozen=True)
class OfferedFormat:
    """A format, what it holds, and where the articles are in it."""

    name: str
    words: str
    holds: str
    url: str


@dataclass(frozen=True)
class ExportPage:
    """What can be exported. In JSON the articles themselves follow, as `articles`."""

    query: Query
    formats: list[OfferedFormat]
    feed_url: str
    feed_entries: int
    search_url: str
    table_csv_url: str  # of Datasette's own: all columns, the whole texts among them
    json_url: str


@dataclass(frozen=True)
class _Export:
    """All that an answer is made of."""

    page: ExportPage
    source: Source


async def export_page(datasette: Any, request: Any, database: str) -> ExportPage:
    """The page for a request, which takes the arguments of the search."""
    return (await _export(datasette, request, database)).page


async def _export(datasette: Any, request: Any, database: str) -> _Export:
    links = Links(datasette.urls, database)
    shards = await shards_of(datasette, request.actor, database, *SEARCHED)
    requested = await requested_articles(datasette, request, shards)
    by_relevance = is_by_relevance(request, requested.asked.selections[0])
    here = Address.of_request(request, links.page("export")).without(NEXT_ARGUMENT)
    search = here.at(links.search())
    page = ExportPage(
        query=await _query(datasette, request, database, shards, requested, search),
        formats=[
            OfferedFormat(each.name, each.words, each.holds, str(here.at(links.page("export", each.name))))
            for each in FORMATS.values()
        ],
        feed_url=str(here.at(links.page("export", "atom")).without(SORT_ARGUMENT)),
        feed_entries=ENTRIES,
        search_url=str(search),
        table_csv_url=str(here.at(links.table("articles") + ".csv").without(*SHOWING).adding("_stream", "on")),
        json_url=str(here.at(links.page("export", "json"))),
    )
    source = Source(
        asked=requested.asked,
        by_relevance=by_relevance,
        terms=tuple(search_terms(searches(request).values(), "text")),
        links=lasting_links(datasette, request, shards.databases),
        time_limit_ms=datasette.setting("sql_time_limit_ms"),
    )
    return _Export(page, source)


async def _query(
    datasette: Any, request: Any, database: str, shards: Shards, requested: Requested, search: Address
) -> Query:
    limit = datasette.setting("sql_time_limit_ms")
    counts = await requested.asked.each([lambda matching: matching.results.count] * len(shards.databases), limit)
    return Query(
        database=database,
        search_url=datasette.absolute_url(request, str(search)),
        filters=[each.words for each in requested.applied],
        order=SORTS["relevance" if is_by_relevance(request, requested.asked.selections[0]) else "newest"],
        count=None if counts is None else sum(counts),
        digest=await built_digest(datasette, request.actor, database),
        shards=shards.count,
        missing_shards=shards.missing,
    )


async def _download(form: Format, datasette: Any, request: Any, database: str) -> Any:
    """All the articles in a format, as they are read.

    What can't be asked for, or takes too long at once, is told before anything is sent. What fails behind that
    breaks the transfer off, so that no program takes a part for the whole.
    """
    export = await _export(datasette, request, database)
    written = form.write(export.page.query, asdict(export.page))
    hits = stretches(export.source)
    first = await anext(hits)
    batches = _batches(export.source, first, hits)

    async def stream(out: Any) -> None:
        await out.write(written.before)
        async for text in _pieces(written, batches):
            await out.write(text)
        await out.write(written.behind)

    headers = {"content-disposition": f'attachment; filename="{_file_name(export.page.query, form.name)}"'}
    if form.name == "json":  # the page's own twin, to be looked at
        headers = {}
    if datasette.cors:
        add_cors_headers(headers)
    headers["x-content-type-options"] = "nosniff"
    return AsgiStream(stream, headers=headers, content_type=form.content_type)


async def _batches(
    source: Source, first: Sequence[Placed], others: AsyncIterator[list[Placed]]
) -> AsyncIterator[list[ExportedArticle]]:
    async for batch in exported(source, first):
        yield batch
    async for hits in others:
        async for batch in exported(source, hits):
            yield batch


async def _pieces(written: Written, batches: AsyncIterator[list[ExportedArticle]]) -> AsyncIterator[str]:
    between = ""
    async for batch in batches:
        if batch:
            yield between + written.between.join(written.article(article) for article in batch)
            between = written.between


def _file_name(query: Query, suffix: str) -> str:
    return f"{_plain(query.database)}-{_plain((query.digest or 'articles')[:_SHORT])}.{suffix}"


def _plain(text: str) -> str:
    """A text that may stand in a header: what the archive says of itself may have been written by anyone."""
    return "".join(each if each.isascii() and (each.isalnum() or each in "-_") else "-" for each in text)


async def _feed(datasette: Any, request: Any, database: str) -> Any:
    """The latest articles as an Atom feed."""
    export = await _export(datasette, request, database)
    source = Source(**{**vars(export.source), "by_relevance": False})
    first = (await anext(stretches(source)))[:ENTRIES]
    assert ENTRIES <= BATCH
    articles = [article async for batch in exported(source, first) for article in batch]
    text = atom(export.page.query, articles, datasette.absolute_url(request, export.page.feed_url))
    return Response(
        text, headers={"x-content-type-options": "nosniff"}, content_type="application/atom+xml; charset=utf-8"
    )


PAGE = Page(
    "export",
    export_page,
    formats={**{name: partial(_download, form) for name, form in FORMATS.items()}, "atom": _feed},
)
