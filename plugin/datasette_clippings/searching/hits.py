"""The articles found, as the search page lists them: made for the few that are shown."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ..addresses import Address
from ..dates import ShownDate, shown_date
from ..languages import Language, Languages
from ..links import Links
from .excerpts import Excerpt, Slice, Term, marked, passages
from .neighbours import article_url, carried
from .same import Same, SameRows, same

# Of a text the beginning, in which the words are looked for, and a bit that tells whether it goes on.
_ARTICLES = """
select id, title, published, published_text, language, byline, publisher, site, duplicate_of,
  substr(text, 1, 10200) as text
from articles where id in ({ids})
"""

_COPIES = "select duplicate_of, count(*) as copies from articles where duplicate_of in ({ids}) group by duplicate_of"


@dataclass(frozen=True)
class Terms:
    """What a search looks for in headlines, and what in texts."""

    title: Sequence[Term]
    text: Sequence[Term]


@dataclass(frozen=True)
class HitRows:
    """What the database says of the articles on a page, in their order, and how many others repeat each."""

    articles: tuple[dict[str, Any], ...]
    copies: dict[int, int]
    same: Mapping[int, SameRows] = field(default_factory=dict)
    """Of those that stand for articles nearly the same, where these are folded."""

    def only(self, ids: set[int]) -> HitRows:
        """The rows of these articles."""
        return replace(self, articles=tuple(row for row in self.articles if row["id"] in ids))


@dataclass(frozen=True)
class FoundArticle:
    """An article found: its facts, and where in it the words of the search stand."""

    database: str
    id: int
    url: str
    title: tuple[Slice, ...]
    date: ShownDate | None
    language: Language | None
    byline: str | None
    publisher: str | None
    site: str
    passages: tuple[Excerpt, ...]
    copies: int  # articles that repeat it
    repeats_url: str | None  # the article that it repeats
    same: Same | None = None  # others found that are nearly the same, where they aren't listed by themselves


def hit_rows(connection: sqlite3.Connection, ids: Sequence[int]) -> HitRows:
    """The rows of these articles; one that is gone since the index was made is left out."""
    places = ", ".join("?" * len(ids))
    cursor = connection.execute(_ARTICLES.format(ids=places), list(ids))
    names = [column[0] for column in cursor.description]
    rows = {row[0]: dict(zip(names, row, strict=True)) for row in cursor.fetchall()}
    copies = connection.execute(_COPIES.format(ids=places), list(ids)).fetchall()
    return HitRows(tuple(rows[number] for number in ids if number in rows), {row[0]: row[1] for row in copies})


def found_articles(
    rows: HitRows, terms: Terms, links: Links, languages: Languages, address: Address | None = None
) -> list[FoundArticle]:
    """The articles with the terms of the search marked. `address`: of the list that they are in, where it is one."""
    search = carried(address) if address else None
    return [
        FoundArticle(
            database=links.database,
            id=row["id"],
            url=article_url(links.article(row["id"]), search),
            title=marked(row["title"], terms.title),
            date=shown_date(row["published"], row["published_text"]),
            language=languages.get(row["language"]),
            byline=row["byline"],
            publisher=row["publisher"],
            site=row["site"],
            passages=passages(row["text"], terms.text),
            copies=rows.copies.get(row["id"], 0),
            repeats_url=links.article(row["duplicate_of"]) if row["duplicate_of"] else None,
            same=same(rows.same[row["id"]], address, links, languages) if address and row["id"] in rows.same else None,
        )
        for row in rows.articles
    ]
