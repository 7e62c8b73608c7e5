"""Copies of an article: the one that it repeats, and those that repeat it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..languages import Language, Languages
from ..links import Links
from .links import difference_url

MOST_COPIES = 10

_ORIGINAL = """
select own.similarity, original.id, original.key, original.title, original.site, original.language
from articles as own join articles as original on original.id = own.duplicate_of where own.id = :id
"""

# The first of them tell all there is to know; the index makes the count cheap.
_COPIES = """
select id, key, title, site, language, similarity from articles where duplicate_of = :id order by id limit :limit
"""

_COUNT = "select count(*) from articles where duplicate_of = :id"


@dataclass(frozen=True)
class Copy:
    """An article with the same text, word by word or nearly."""

    title: str
    url: str
    site: str
    language: Language | None
    difference_url: str  # word by word, the repeated one first
    similarity: float | None  # share of their word sequences that both have, to 1


@dataclass(frozen=True)
class Copies:
    """What an article repeats (None: nothing), and what repeats it."""

    repeats: Copy | None
    repeated_by: list[Copy]
    count: int  # of those that repeat it, of which the first are listed
    url: str  # of all of them


async def copies_of(datasette: Any, database: str, article_id: int, key: str, languages: Languages) -> Copies:
    """The copies of an article, for a reader who may view articles."""
    db, links = datasette.get_database(database), Links(datasette.urls, database)

    def copy(row: Any, is_original: bool = False) -> Copy:
        pair = (row["key"], key) if is_original else (key, row["key"])
        return Copy(
            title=row["title"],
            url=links.article(row["id"]),
            site=row["site"],
            language=languages.get(row["language"]),
            difference_url=difference_url(datasette.urls, database, *pair),
            similarity=row["similarity"],
        )

    original = (await db.execute(_ORIGINAL, {"id": article_id})).first()
    rows = (await db.execute(_COPIES, {"id": article_id, "limit": MOST_COPIES})).rows
    count = len(rows)
    if count == MOST_COPIES:
        count = (await db.execute(_COUNT, {"id": article_id})).first()[0]
    return Copies(
        copy(original, is_original=True) if original else None,
        [copy(row) for row in rows],
        count,
        links.table("articles", duplicate_of=article_id),
    )
