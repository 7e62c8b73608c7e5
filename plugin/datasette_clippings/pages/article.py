"""The article page's data: one frozen object, gathered as far as the reader may see it.

The page is Datasette's own row page, `/DATABASE/articles/NUMBER`; the same by its key, and its JSON, is
`/DATABASE/-/article`.
"""

from __future__ import annotations

import asyncio
import sqlite3
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from datasette import NotFound
from datasette.utils.asgi import BadRequest

from .. import compat
from ..addresses import Address
from ..articles import citation
from ..articles.copies import Copies, copies_of
from ..articles.finding import Hits, Search, hits_in, search_of
from ..articles.keys import KEY_ARGUMENT, article_with_key, cited, lasting_url, requested_keys
from ..articles.links import followable
from ..articles.mentions import LegendEntry, Mentions, mentions_in
from ..articles.original import Comparison, compare, may_compare, original_text
from ..articles.provenance import Provenance, provenance
from ..articles.related import RelatedArticle, Subject, related_articles
from ..articles.removed import Removed, RemovedShare, removed_lines, removed_share
from ..articles.text import Paragraph, Piece, inline, paragraphs
from ..dates import ShownDate, shown_date
from ..languages import Language, archive_languages
from ..links import Links
from ..routes import Page
from ..translations import N_
from .cite import cite_url
from .cleaning import cleaning_url

VIEW_ARGUMENT, REMOVED_ARGUMENT = "_view", "_removed"
VIEWS = {"text": N_("Text"), "inline": N_("With removed lines"), "side": N_("Beside the original")}

_ARTICLE = "select * from articles where id = :id"

# How people call what `articles.title_source` says; of a headline there is nothing to tell.
_TITLE_SOURCES = {
    "metadata": N_("metadata of the page or record"),
    "opening": N_("opening words of the text"),
    "source": N_("file name"),
}


@dataclass(frozen=True)
class ViewLink:
    """A way to see the article, and whether this is it."""

    name: str
    words: str
    url: str
    current: bool


@dataclass(frozen=True)
class CitedAs:
    """The article as a line and in Markdown, and where the other forms are."""

    line: str
    line_parts: tuple[str, ...]
    markdown: str
    short: str  # for a quotation: headline, publication, date
    url: str
    bib_url: str
    ris_url: str
    csl_url: str


@dataclass(frozen=True)
class Text:
    """Headline and text laid out, with what was found in them; comparison: beside the original, where asked for."""

    title: tuple[Piece, ...]
    paragraphs: list[Paragraph]
    hits: Hits
    comparison: Comparison | None


@dataclass(frozen=True)
class Article:
    """Everything an article page shows. What the reader may not see is missing, not marked."""

    id: int
    key: str
    text: Text
    date: ShownDate | None
    byline: str | None
    publisher: str | None
    language: Language | None
    photo_credit: str | None
    web_address: str | None
    web_link: str | None  # the address again, where it is one that may be followed
    word_count: int
    source: str
    sha256: str
    encoding: str
    site: str
    site_url: str
    format: str
    title_source: str | None  # None where the title is the text's own headline
    view: str
    views: list[ViewLink]
    search: Search
    legend: list[LegendEntry]
    removed_count: int
    removed_rules: list[str]
    removed_share: RemovedShare | None
    cleaning_url: str | None
    copies: Copies
    related: list[RelatedArticle]
    provenance: Provenance
    cited_as: CitedAs
    all_removed_url: str | None  # where the page holds as many as it may
    all_mentions_url: str | None
    mentions_url: str | None  # as a table that says why
    url: str
    json_url: str
    plain_url: str
    lasting_url: str
    sql_url: str | None  # None where the reader may not run SQL


async def article_page(datasette: Any, request: Any, database: str, primary_key: str) -> Article | None:
    """The article with this number for the request's actor; None where there is none. Raises BadRequest."""
    db, actor = datasette.get_database(database), request.actor
    row = (await db.execute(_ARTICLE, {"id": primary_key})).first()
    if row is None:
        return None
    article_id, key = row["id"], row["key"]
    languages = await archive_languages(datasette, actor, database)
    mentions = await mentions_in(datasette, actor, database, article_id, row["title"], row["text"])
    removed = await removed_lines(datasette, actor, database, article_id)
    search = await search_of(datasette, request, database, article_id)
    compares = await may_compare(datasette, actor, database)
    view = _view(request, compares)
    links = Links(datasette.urls, database)
    cleaning = await cleaning_url(datasette, actor, database)
    text, copies, related, known = await asyncio.gather(
        db.execute_fn(lambda connection: _text(connection, row, mentions, removed, search, view)),
        copies_of(datasette, database, article_id, key, languages),
        related_articles(datasette, actor, database, Subject(article_id, row["text"], row["duplicate_of"]), languages),
        provenance(datasette, actor, database, article_id, key),
    )
    return Article(
        id=article_id,
        key=key,
        text=text,
        date=shown_date(row["published"], row["published_text"]),
        byline=row["byline"],
        publisher=row["publisher"],
        language=languages.get(row["language"]),
        photo_credit=row["photo_credit"],
        web_address=row["url"],
        web_link=followable(row["url"]),
        word_count=row["word_count"],
        source=row["source"],
        sha256=row["sha256"],
        encoding=row["encoding"],
        site=row["site"],
        site_url=links.articles(row["site"]),
        format=row["format"],
        title_source=_TITLE_SOURCES.get(row["title_source"]),
        view=view,
        views=_views(request, links.article(article_id), view, compares, bool(removed.lines)),
        search=search,
        legend=mentions.legend,
        removed_count=len(removed.lines),
        removed_rules=sorted({line.rule for line in removed.lines}),
        removed_share=await removed_share(datasette, database, article_id) if cleaning else None,
        cleaning_url=cleaning,
        copies=copies,
        related=related,
        provenance=known,
        cited_as=_cited_as(datasette, request, database, row),
        all_removed_url=links.table("removed_lines", article_id=article_id) if removed.is_cut else None,
        all_mentions_url=links.table("mentions", article_id=article_id) if mentions.is_cut else None,
        mentions_url=links.table("mentions", article_id=article_id) if mentions.legend else None,
        url=links.article(article_id),
        json_url=_json_url(datasette, request, database, key),
        plain_url=f"{links.article(article_id)}?_plain=1",
        lasting_url=lasting_url(datasette, database, key),
        sql_url=await _sql_url(datasette, actor, database, article_id),
    )


async def article_by_key(datasette: Any, request: Any, database: str) -> Article:
    """The article whose key a request names, in whichever file of the archive. Raises BadRequest, NotFound."""
    [key] = requested_keys(request, 1)
    found = await article_with_key(datasette, request.actor, database, key)
    article = await article_page(datasette, request, found.database, str(found.id))
    if article is None:
        raise NotFound("No article has this key")
    return article


def _view(request: Any, compares: bool) -> str:
    """How the article is to be seen: as it is asked for, with its removed lines, or just its text."""
    asked = request.args.get(VIEW_ARGUMENT) or ("inline" if request.args.get(REMOVED_ARGUMENT) else "text")
    if asked not in VIEWS:
        raise BadRequest(f"?{VIEW_ARGUMENT}= takes {', '.join(VIEWS)}, not {asked[:60]}")
    if asked == "side" and not compares:
        raise BadRequest("The originals of this archive may not be viewed; read the article without ?_view=side")
    return str(asked)


def _views(request: Any, url: str, view: str, compares: bool, has_removed: bool) -> list[ViewLink]:
    """The ways to see the article that this reader has; none where there is just one."""
    here = Address.of_request(request, url).without(VIEW_ARGUMENT, REMOVED_ARGUMENT, KEY_ARGUMENT)
    offered = ["text", *(["inline"] if has_removed else []), *(["side"] if compares else [])]
    if len(offered) == 1:
        return []
    return [
        ViewLink(name, VIEWS[name], str(here if name == "text" else here.adding(VIEW_ARGUMENT, name)), name == view)
        for name in offered
    ]


def _text(
    connection: sqlite3.Connection, row: Any, mentions: Mentions, removed: Removed, search: Search, view: str
) -> Text:
    """The text laid out, in a thread of the database's: it may be long."""
    hits = hits_in(row["title"], row["text"], search, mentions.title, mentions.text)
    laid_out = paragraphs(row["text"], mentions.text, removed.lines, hits.text)
    comparison = None
    if view == "side":
        original = original_text(connection, row["id"], row["encoding"]) if row["format"] == "text" else None
        headline = row["title"] if row["title_source"] == "headline" else None
        comparison = compare(headline, laid_out, removed.spans, None if removed.is_cut else original)
    return Text(inline(row["title"], mentions.title, hits.title), laid_out, hits, comparison)


def _cited_as(datasette: Any, request: Any, database: str, row: Any) -> CitedAs:
    of = cited(datasette, request, database, row)

    def url(format: str | None = None) -> str:
        return cite_url(datasette, database, [of.key], format)

    return CitedAs(
        line=citation.line(of),
        line_parts=citation.line_parts(of),
        markdown=citation.markdown(of),
        short=citation.reference(of),
        url=url(),
        bib_url=url("bib"),
        ris_url=url("ris"),
        csl_url=url("csl"),
    )


def _json_url(datasette: Any, request: Any, database: str, key: str) -> str:
    address = Address.of_request(request, f"{datasette.urls.database(database)}/-/article.json")
    return str(address.replacing(KEY_ARGUMENT, key))


async def _sql_url(datasette: Any, actor: dict[str, Any] | None, database: str, article_id: int) -> str | None:
    if not await compat.may_run_sql(datasette, actor, database):
        return None
    return f"{datasette.urls.database(database)}?{urlencode({'sql': _ARTICLE, 'id': article_id})}"


PAGE = Page("article", article_by_key, tables=("articles",))
