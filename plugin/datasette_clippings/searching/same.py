"""Articles that are nearly the same as one that is listed for all of them."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..addresses import Address
from ..dates import ShownDate, shown_date
from ..languages import Language, Languages
from ..links import Links
from ..results import Results
from .neighbours import article_url, carried
from .orders import DUPLICATES_ARGUMENT

MOST_SAME = 5
"""Named beside the one that is listed."""

_LONGEST_TITLE = 200

_STORIES = "select id, coalesce(duplicate_of, id) from articles where id in (select value from json_each(?))"
_REPEATING = "select id, duplicate_of from articles where duplicate_of in (select value from json_each(?)) order by id"
_ARTICLES = """
select id, substr(title, 1, 201) as title, published, published_text, language, site
from articles where id in (select value from json_each(?))
"""


@dataclass(frozen=True)
class SameRows:
    """How many others of those that match are nearly the same, what all of them repeat, and the first of them."""

    count: int
    original: int
    rows: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class SameArticle:
    """One of them."""

    id: int
    url: str
    title: str
    date: ShownDate | None
    language: Language | None
    site: str


@dataclass(frozen=True)
class Same:
    """The others that match and are nearly the same: how many, the first of them, and where all are listed."""

    count: int
    articles: tuple[SameArticle, ...]
    url: str


def same_rows(connection: sqlite3.Connection, results: Results, shown: Sequence[int]) -> dict[int, SameRows]:
    """For each article shown, the other matching articles of its story, where there are any."""
    stories = dict(connection.execute(_STORIES, [json.dumps(list(shown))]).fetchall())
    shown_for = {story: number for number, story in stories.items()}
    rows = [tuple(row) for row in connection.execute(_REPEATING, [json.dumps(list(shown_for))]).fetchall()]
    matching = results.among([number for number, _ in rows])
    others: dict[int, list[int]] = defaultdict(list)
    for number, story in rows:
        if number in matching and number != shown_for[story]:
            others[story].append(number)
    named = [number for numbers in others.values() for number in numbers[:MOST_SAME]]
    cursor = connection.execute(_ARTICLES, [json.dumps(named)])
    names = [column[0] for column in cursor.description]
    articles = {row[0]: dict(zip(names, row, strict=True)) for row in cursor.fetchall()}
    return {
        shown_for[story]: SameRows(len(numbers), story, tuple(articles[number] for number in numbers[:MOST_SAME]))
        for story, numbers in others.items()
    }


def same(rows: SameRows, address: Address, links: Links, languages: Languages) -> Same:
    """The same for a list that has this address, in which numbers are those of one database."""
    every = address.replacing(DUPLICATES_ARGUMENT, "show")
    search = carried(every)
    return Same(
        count=rows.count,
        articles=tuple(
            SameArticle(
                id=row["id"],
                url=article_url(links.article(row["id"]), search),
                title=_shortened(row["title"]),
                date=shown_date(row["published"], row["published_text"]),
                language=languages.get(row["language"]),
                site=row["site"],
            )
            for row in rows.rows
        ),
        url=str(every.adding("duplicate_of", str(rows.original))),
    )


def _shortened(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE]}…"
