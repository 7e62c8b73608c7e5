"""Keyword in context: each mention of an entity in its sentence, among the articles that an address selects."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from datasette import NotFound
from datasette.database import QueryInterrupted
from datasette.utils import add_cors_headers, tilde_encode
from datasette.utils.asgi import AsgiStream, BadRequest

from ..addresses import NEXT_ARGUMENT, Address
from ..archive import SEARCHED
from ..entities.mentions import Mention, MentionRow, Reader, shown_mention
from ..exporting.articles import lasting_links
from ..exporting.cells import csv_row
from ..folding import fold_name
from ..languages import Languages
from ..links import SHOWING, Links
from ..results.merging import last_shown
from ..routes import Page
from ..searching.filters import ENTITY_ARGUMENT, TABLES, requested_keys
from ..searching.orders import SORT_ARGUMENT
from ..searching.places import Place, read_places, written_places
from ..sharding.requests import Requested, all_languages, requested_articles
from ..sharding.shards import Shards, shards_of
from ..translations import N_

MENTIONS = 50  # on a page
MOST_SORTED = 2_000
"""Mentions that are put in order by the words around them; more are shown by date, and the page says so."""
SORTS = {
    "newest": N_("newest first"),
    "before": N_("by the words before"),
    "behind": N_("by the words behind"),
}
COLUMNS = (
    "entity", "name", "before", "words", "behind", "published", "title", "language", "publisher", "field", "start",
    "end", "method", "score", "article", "link",
)  # fmt: skip
"""Of the CSV file."""

_BY_NUMBER = re.compile(r"\d{1,5}", re.ASCII)
_BY_DATE = re.compile(r"(\d{1,9})@(.*)", re.ASCII | re.DOTALL)


@dataclass(frozen=True)
class SortLink:
    """An order that the mentions can be put in, and whether they are."""

    name: str
    words: str
    url: str
    current: bool


@dataclass(frozen=True)
class MentionsPage:
    """A stretch of the mentions. None stands for what took too long."""

    entities: list[tuple[str, str]]  # key and name of those whose mentions these are
    filters: list[str]  # in words
    articles: int | None  # that hold the mentions
    mentions: list[Mention] | None
    sorts: list[SortLink]
    too_many_to_sort: bool
    search_url: str
    start_url: str | None  # the list's beginning, on a page behind it
    next_url: str | None
    csv_url: str
    json_url: str
    shards: int  # of the archive
    missing_shards: tuple[int, ...]


@dataclass(frozen=True)
class _Asked:
    """What a request asks for."""

    shards: Shards
    requested: Requested
    reader: Reader
    languages: Languages
    links: tuple[Links, ...]  # of the shards


async def mentions_page(datasette: Any, request: Any, database: str) -> MentionsPage:
    """The page for a request. Raises BadRequest where no entity is asked for, NotFound where nobody knows it."""
    asked = await _asked(datasette, request, database)
    links = Links(datasette.urls, database)
    here = Address.of_request(request, links.page("mentions"))
    sort = _sort(request)
    limit = datasette.setting("facet_time_limit_ms")
    questions = [lambda matching: matching.results.count] * len(asked.shards.databases)
    counts = await asked.requested.asked.each(questions, limit)
    articles = None if counts is None else sum(counts)
    stretch = await _stretch(asked, sort, articles, request.args.get(NEXT_ARGUMENT) or "")
    rows = stretch.rows
    return MentionsPage(
        entities=[(each.key, each.name) for each in asked.requested.chosen if each.key in asked.reader.keys],
        filters=[each.words for each in asked.requested.applied],
        articles=articles,
        mentions=None if rows is None else [shown_mention(row, asked.links, asked.languages) for row in rows],
        sorts=[
            SortLink(name, words, str(here.replacing(SORT_ARGUMENT, name)), name == stretch.sort)
            for name, words in SORTS.items()
        ],
        too_many_to_sort=stretch.sort != sort,
        search_url=str(here.at(links.search()).without(NEXT_ARGUMENT, *SHOWING)),
        start_url=str(here.without(NEXT_ARGUMENT)) if NEXT_ARGUMENT in request.args else None,
        next_url=str(here.replacing(NEXT_ARGUMENT, stretch.next)) if stretch.next else None,
        csv_url=str(here.at(links.page("mentions", "csv")).without(NEXT_ARGUMENT, SORT_ARGUMENT)),
        json_url=str(here.at(links.page("mentions", "json"))),
        shards=asked.shards.count,
        missing_shards=asked.shards.missing,
    )


async def _asked(datasette: Any, request: Any, database: str) -> _Asked:
    keys = requested_keys(request)
    if not keys:
        raise BadRequest(f"Say whose mentions: ?{ENTITY_ARGUMENT}= and the key of an entity")
    shards = await shards_of(datasette, request.actor, database, *SEARCHED, *TABLES, "mentions")
    requested = await requested_articles(datasette, request, shards)
    known = tuple(each.key for each in requested.chosen if each.key in keys)
    if not known:
        raise NotFound("No entity has this key")
    return _Asked(
        shards,
        requested,
        Reader(requested.asked, known, datasette.setting("sql_time_limit_ms")),
        await all_languages(datasette, request.actor, shards),
        tuple(Links(datasette.urls, name) for name in shards.databases),
    )


def _sort(request: Any) -> str:
    sort = request.args.get(SORT_ARGUMENT) or "newest"
    if sort == "relevance":  # as the search has it, where one comes from; it means nothing here
        return "newest"
    if sort not in SORTS:
        raise BadRequest(f"?{SORT_ARGUMENT}= takes {', '.join(SORTS)}, not {sort[:60]}")
    return sort


@dataclass(frozen=True)
class _Stretch:
    """Mentions in some order (None: that took too long), and where the list goes on behind them."""

    rows: list[MentionRow] | None
    sort: str
    next: str = ""


async def _stretch(asked: _Asked, sort: str, articles: int | None, after: str) -> _Stretch:
    if sort != "newest":
        # each of the articles has a mention
        is_likely = articles is not None and articles <= MOST_SORTED
        sorted_rows = await _sorted(asked.reader, sort) if is_likely else None
        if sorted_rows is not None:
            start = _number(after)
            behind = str(start + MENTIONS) if len(sorted_rows) > start + MENTIONS else ""
            return _Stretch(sorted_rows[start : start + MENTIONS], sort, behind)
        after = ""
    return await _by_date(asked, after)


async def _by_date(asked: _Asked, after: str) -> _Stretch:
    offset, places = _place(after, asked.shards)
    articles = await asked.reader.articles(MENTIONS + 1, places)
    found = None if articles is None else await asked.reader.mentions(articles, MENTIONS + 1, offset)
    if articles is None or found is None:
        return _Stretch(None, "newest")
    rows: list[MentionRow] = []
    for number, each in enumerate(found):
        rows += each
        if len(rows) > MENTIONS:  # the article goes on, or the next mention is the first of it
            shown = len(each) - (len(rows) - MENTIONS) + (0 if number else offset)
            behind = _written(shown, last_shown(articles[:number], places), asked.shards)
            return _Stretch(rows[:MENTIONS], "newest", behind)
    if len(articles) > MENTIONS:  # of which some are without a mention, by a mistake of whoever made the archive
        return _Stretch(rows, "newest", _written(0, last_shown(articles, places), asked.shards))
    return _Stretch(rows, "newest")


async def _sorted(reader: Reader, sort: str) -> list[MentionRow] | None:
    """All mentions by the words around them; None for too many."""
    rows: list[MentionRow] = []
    async for batch in reader.all():
        if batch is None or len(rows) + len(batch) > MOST_SORTED:
            return None
        rows += batch
    return sorted(rows, key=_words_behind if sort == "behind" else _words_before)


def _words_before(row: MentionRow) -> list[str]:
    """The nearest word first; in scripts without spaces, the nearest character, which folding sets apart."""
    return fold_name(row.sentence.before).split()[::-1]


def _words_behind(row: MentionRow) -> list[str]:
    return fold_name(row.sentence.behind).split()


def _number(text: str) -> int:
    if not text:
        return 0
    if not _BY_NUMBER.fullmatch(text):
        raise _no_place()
    return int(text)


def _place(text: str, shards: Shards) -> tuple[int, list[Place]]:
    """The mentions of an article that were shown already, and the articles behind which it is the first."""
    if not text:
        return 0, read_places("", False, shards)
    found = _BY_DATE.fullmatch(text)
    if not found:
        raise _no_place()
    return int(found[1]), read_places(found[2], False, shards)


def _written(offset: int, places: Sequence[Place], shards: Shards) -> str:
    return f"{offset}@{written_places(places, shards)}"


def _no_place() -> BadRequest:
    return BadRequest(f"?{NEXT_ARGUMENT}= is no place in this list; begin it anew")


async def _csv(datasette: Any, request: Any, database: str) -> Any:
    """All mentions, the latest first, as they are read.

    What can't be asked for, or takes too long at once, is told before anything is sent; what fails behind that breaks
    the transfer off, so that no program takes a part for the whole.
    """
    asked = await _asked(datasette, request, database)
    _sort(request)
    line = _csv_line(lasting_links(datasette, request, asked.shards.databases))
    batches = asked.reader.all()
    first = await anext(batches)
    if first is None:
        raise _took_too_long()

    async def stream(out: Any) -> None:
        await out.write(csv_row(COLUMNS))
        await out.write("".join(map(line, first)))
        async for batch in batches:
            if batch is None:
                raise _took_too_long()
            await out.write("".join(map(line, batch)))

    headers = {
        "content-disposition": 'attachment; filename="mentions.csv"',
        "x-content-type-options": "nosniff",
    }
    if datasette.cors:
        add_cors_headers(headers)
    return AsgiStream(stream, headers=headers, content_type="text/csv; charset=utf-8")


def _csv_line(links: Sequence[str]) -> Callable[[MentionRow], str]:
    def line(row: MentionRow) -> str:
        fields = {
            **row.article,
            **row.mention,
            **vars(row.sentence),
            "entity": row.mention["key"],
            "publisher": row.article["publisher"] or row.article["site"],
            "article": row.article["key"],
            "link": links[row.shard] + tilde_encode(row.article["key"]),
        }
        return csv_row([fields[name] for name in COLUMNS])

    return line


def _took_too_long() -> QueryInterrupted:
    return QueryInterrupted(sqlite3.OperationalError("interrupted"), "the mentions of an entity", None)


PAGE = Page("mentions", mentions_page, (*SEARCHED, *TABLES, "mentions"), {"csv": _csv})
