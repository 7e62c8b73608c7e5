"""Our own two ways to results, through the functions that the plugin's pages call."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from datasette_clippings.results import Mentions, Results, Selection, SqlResults, Words, find

from .engine import HITS, TOP, TYPES, EntityCount, Found, Material, NotHere, Question, installed


class Bitmaps:
    """Stored bitmaps, forward column and word postings."""

    what: ClassVar[str] = "ours: what the build stores for facets and search"
    exact_order: ClassVar[bool] = True

    def __init__(self, material: Material) -> None:
        self._database = material.database

    def version(self) -> str:
        pyroaring = installed("pyroaring")
        if isinstance(find(_connect(self._database), Selection()), SqlResults):
            raise NotHere("the archive has no stored index")
        return f"SQLite {sqlite3.sqlite_version}, pyroaring {pyroaring.__version__}"

    def files(self) -> Sequence[Path]:
        return [self._database]

    def build(self) -> None:
        raise AssertionError("the archive is there before any engine")

    def open(self) -> None:
        self._connection = _connect(self._database)

    def answer(self, cell: str, question: Question) -> Found:
        results = self._results(_selection(question))
        if cell == "e":
            months = results.values("month")
            return Found(months={str(month.value): month.articles for month in months})
        return Found(
            hits=() if cell == "b" else self._hits(results),
            entities={} if cell == "a" else _entities(results),
        )

    def _results(self, selection: Selection) -> Results:
        return find(self._connection, selection)

    def _hits(self, results: Results) -> list[tuple[int, str]]:
        found = [hit.article_id for hit in results.ranked(HITS)]
        places = ", ".join("?" * len(found))
        titles = dict(self._connection.execute(f"select id, title from articles where id in ({places})", found))
        return [(article, titles[article]) for article in found]


class Sql(Bitmaps):
    """Plain SQL, for where pyroaring is missing."""

    what: ClassVar[str] = "ours without pyroaring: plain SQL"

    def version(self) -> str:
        return f"SQLite {sqlite3.sqlite_version}"

    def _results(self, selection: Selection) -> Results:
        return SqlResults(self._connection, selection)


def _connect(database: Path) -> sqlite3.Connection:
    """As Datasette opens an immutable file."""
    return sqlite3.connect(f"{database.absolute().as_uri()}?immutable=1", uri=True)


def _selection(question: Question) -> Selection:
    words = (Words(question.words),) if question.words else ()
    selected = (Mentions(question.selected.key),) if question.selected else ()
    return Selection((*words, *selected))


def _entities(results: Results) -> dict[str, list[EntityCount]]:
    found = results.entities(TYPES, TOP)
    return {type: [EntityCount(one.key, one.articles, one.name) for one in counts] for type, counts in found.items()}
