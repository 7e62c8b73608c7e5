"""The article page's data: one frozen object, gathered as far as the reader may see it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from datasette.utils import tilde_encode

from .. import compat
from ..articles.copies import Copies, copies_of
from ..articles.related import RelatedArticle, related_articles
from ..articles.text import Mention, Paragraph, Piece, RemovedLine, inline, paragraphs
from ..dates import ShownDate, shown_date
from ..entity_types import TYPE_HEADINGS
from ..languages import Language, archive_languages
from ..links import Links
from .cleaning import cleaning_url

_ARTICLE = "select * from articles where id = :id"

_MENTIONS = """
select mentions.field, mentions.start, mentions.end, mentions.method, mentions.evidence, entities.id, entities.key,
  entities.name, entities.type
from mentions join entities on entities.id = mentions.entity_id
where mentions.article_id = :id
order by mentions.field desc, mentions.start limit :limit
"""

_REMOVED = """
select position, text, rule, reason from removed_lines where article_id = :id order by start, id limit :limit
"""

# What one page marks or holds at the most; an article beyond that is a dump that nobody reads as a page.
MOST_MENTIONS = 20_000
MOST_REMOVED = 2_000

_RULES = "select id, description from rules where id in (select rule from removed_lines where article_id = :id)"

_CLEANING = """
select own.removed_share, sites.median_share, sites.articles
from article_cleaning as own join cleaning_by_site as sites on sites.site = own.site where own.article_id = :id
"""

# How people call what `articles.title_source` says; of a headline there is nothing to tell.
_TITLE_SOURCES = {
    "metadata": "metadata of the page or record",
    "opening": "opening words of the text",
    "source": "file name",
}


@dataclass(frozen=True)
class LegendEntry:
    """A type of entity and how many mentions of it the page marks."""

    type: str
    heading: str
    mentions: int


@dataclass(frozen=True)
class RemovedShare:
    """How much of an article was removed, and of its site's articles in the median; shares of the characters."""

    share: float
    median: float
    site_articles: int


@dataclass(frozen=True)
class Article:
    """Everything an article page shows. What the reader may not see is missing, not marked."""

    title: tuple[Piece, ...]
    paragraphs: list[Paragraph]
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
    removed_share: RemovedShare | None
    cleaning_url: str | None
    copies: Copies
    legend: list[LegendEntry]
    removed_count: int
    removed_shown: bool
    removed_rules: list[str]
    related: list[RelatedArticle]
    all_removed_url: str | None  # where the page holds as many as it may
    all_mentions_url: str | None
    json_url: str
    plain_url: str
    lasting_url: str
    sql_url: str | None  # None where the reader may not run SQL


async def article_page(datasette: Any, request: Any, database: str, primary_key: str) -> Article | None:
    """The article with this number for the request's actor; None where there is none."""
    db, actor = datasette.get_database(database), request.actor
    row = (await db.execute(_ARTICLE, {"id": primary_key})).first()
    if row is None:
        return None
    article_id = row["id"]
    languages = await archive_languages(datasette, actor, database)
    mentions = await _mentions(datasette, actor, database, article_id)
    removed = await _removed_lines(datasette, actor, database, article_id)
    related: list[RelatedArticle] = []
    if await compat.may_view(datasette, actor, database, "entities", "article_entities"):
        related = await related_articles(datasette, database, article_id, row["duplicate_of"], languages)
    title = inline(row["title"], mentions["title"])
    body = paragraphs(row["text"], mentions["text"], removed)
    urls, links = datasette.urls, Links(datasette.urls, database)
    cleaning = await cleaning_url(datasette, actor, database)
    marked = sum(map(len, mentions.values()))
    return Article(
        title=title,
        paragraphs=body,
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
        removed_share=await _removed_share(datasette, database, article_id) if cleaning else None,
        cleaning_url=cleaning,
        copies=await copies_of(datasette, database, article_id, languages),
        legend=_legend([*title, *(piece for paragraph in body for piece in paragraph.pieces)]),
        removed_count=len(removed),
        removed_shown=bool(request.args.get("_removed")),
        removed_rules=sorted({line.rule for line in removed}),
        related=related,
        all_removed_url=_rows_url(urls, database, "removed_lines", article_id)
        if len(removed) == MOST_REMOVED
        else None,
        all_mentions_url=_rows_url(urls, database, "mentions", article_id) if marked == MOST_MENTIONS else None,
        json_url=urls.row(database, "articles", article_id, format="json"),
        plain_url=f"{urls.row(database, 'articles', article_id)}?_plain=1",
        lasting_url=urls.path(f"/-/clippings/{tilde_encode(database)}/article/{tilde_encode(row['key'])}"),
        sql_url=await _sql_url(datasette, actor, database, article_id),
    )


def followable(address: str | None) -> str | None:
    """The address where it is one of the web's; anything else (`javascript:` …) is no link."""
    if not address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme.lower() in ("http", "https") and parts.netloc else None


async def _mentions(
    datasette: Any, actor: dict[str, Any] | None, database: str, article_id: int
) -> dict[str, list[Mention]]:
    """The mentions in each field of the article."""
    fields: dict[str, list[Mention]] = {"title": [], "text": []}
    if not await compat.may_view(datasette, actor, database, "entities", "mentions"):
        return fields
    parameters = {"id": article_id, "limit": MOST_MENTIONS}
    for row in (await datasette.get_database(database).execute(_MENTIONS, parameters)).rows:
        url = datasette.urls.row(database, "entities", row["id"])
        why = f"{row['evidence']} [{row['method']}]" if row["evidence"] else ""
        mention = Mention(row["start"], row["end"], row["key"], row["name"], row["type"], url, why)
        fields.setdefault(row["field"], []).append(mention)
    return fields


async def _removed_lines(
    datasette: Any, actor: dict[str, Any] | None, database: str, article_id: int
) -> list[RemovedLine]:
    if not await compat.may_view(datasette, actor, database, "removed_lines"):
        return []
    db = datasette.get_database(database)
    descriptions: dict[str, str] = {}
    if await compat.may_view(datasette, actor, database, "rules"):
        descriptions = {row["id"]: row["description"] for row in (await db.execute(_RULES, {"id": article_id})).rows}
    lines = (await db.execute(_REMOVED, {"id": article_id, "limit": MOST_REMOVED})).rows
    return [
        RemovedLine(row["position"], row["text"], row["rule"], descriptions.get(row["rule"]), row["reason"])
        for row in lines
    ]


def _rows_url(urls: Any, database: str, table: str, article_id: int) -> str:
    return f"{urls.table(database, table)}?{urlencode({'article_id': article_id})}"


async def _removed_share(datasette: Any, database: str, article_id: int) -> RemovedShare | None:
    row = (await datasette.get_database(database).execute(_CLEANING, {"id": article_id})).first()
    return RemovedShare(row["removed_share"], row["median_share"], row["articles"]) if row else None


async def _sql_url(datasette: Any, actor: dict[str, Any] | None, database: str, article_id: int) -> str | None:
    if not await compat.may_run_sql(datasette, actor, database):
        return None
    return f"{datasette.urls.database(database)}?{urlencode({'sql': _ARTICLE, 'id': article_id})}"


def _legend(pieces: list[Piece]) -> list[LegendEntry]:
    """The types that are marked on the page, in the order in which they are always listed."""
    counts = Counter(piece.mention.type for piece in pieces if piece.mention)
    known = [entity_type for entity_type in TYPE_HEADINGS if entity_type in counts]
    others = sorted(set(counts) - set(known))
    return [LegendEntry(name, TYPE_HEADINGS.get(name, name.capitalize()), counts[name]) for name in known + others]
