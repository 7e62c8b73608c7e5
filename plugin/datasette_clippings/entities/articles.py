"""The articles that mention an entity: the newest or oldest of them, the first and the latest."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

from ..dates import ShownDate, shown_date
from ..languages import Language, Languages
from ..queries import rows_in_time

MOST_ARTICLES = 20

_COLUMNS = "articles.id, title, published, published_text, language, publisher, site"

# Two ways to the same rows. Of an entity in few articles, these are put in order; of one in many, the articles are
# gone through in the order of their dates until enough of them mention it.
_FEW = """
select {columns} from article_entities cross join articles on articles.id = article_entities.article_id
where article_entities.entity_id = :id {dated}
order by articles.published is null, articles.published {order}, articles.id {order} limit :limit
"""
_MANY = """
select {columns} from articles indexed by articles_published
where published is not null {dated} and exists (
  select 1 from article_entities where entity_id = :id and article_id = articles.id
)
order by published {order}, articles.id {order} limit :limit
"""
_DATED = "and articles.published >= '0' and articles.published < ':'"  # what is a date begins with a digit

_COUNTS = """
select count(*) as articles, coalesce(sum(mention_count), 0) as mentions from article_entities where entity_id = :id
"""
_LAST_ID = "select max(id) from articles"


@dataclass(frozen=True)
class MentioningArticle:
    """An article that mentions the entity."""

    title: str
    url: str
    date: ShownDate | None
    language: Language | None
    publisher: str


@dataclass(frozen=True)
class Mentioning:
    """The articles that mention an entity. None stands for what took too long, or that there is none."""

    articles: list[MentioningArticle] | None
    first: MentioningArticle | None
    latest: MentioningArticle | None


async def counts(db: Any, entity_id: int) -> tuple[int, int] | None:
    """How many articles mention the entity, and how often all of them do."""
    rows = await rows_in_time(db, _COUNTS, id=entity_id)
    return (rows[0]["articles"], rows[0]["mentions"]) if rows else None


async def mentioning(
    datasette: Any, database: str, entity_id: int, count: int, oldest: bool, languages: Languages
) -> Mentioning:
    """The newest articles, or the oldest, undated ones last; and of those with a date the first and the latest.

    `count`: of the articles that mention it.
    """
    db = datasette.get_database(database)
    archive = (await db.execute(_LAST_ID)).first()[0] or 0
    # as many rows as one goes through in the one way and in the other, where mentions are spread evenly
    is_in_many = count * count > MOST_ARTICLES * archive

    async def listed(is_oldest: bool, limit: int, dated: str) -> list[MentioningArticle] | None:
        order = "asc" if is_oldest else "desc"
        values = {"columns": _COLUMNS, "order": order, "dated": dated}
        sql = (_MANY if is_in_many else _FEW).format(**values)
        rows = await rows_in_time(db, sql, id=entity_id, limit=limit)
        if is_in_many and rows is not None and len(rows) < min(limit, count) and not dated:  # the rest is undated
            rows = await rows_in_time(db, _FEW.format(**values), id=entity_id, limit=limit)
        return None if rows is None else [_article(datasette, database, row, languages) for row in rows]

    articles, first, latest = await asyncio.gather(
        listed(oldest, MOST_ARTICLES, ""), listed(True, 1, _DATED), listed(False, 1, _DATED)
    )
    return Mentioning(articles, first[0] if first else None, latest[0] if latest else None)


def _article(datasette: Any, database: str, row: Any, languages: Languages) -> MentioningArticle:
    return MentioningArticle(
        row["title"],
        datasette.urls.row(database, "articles", row["id"]),
        shown_date(row["published"], row["published_text"]),
        languages.get(row["language"]),
        row["publisher"] or row["site"],
    )
