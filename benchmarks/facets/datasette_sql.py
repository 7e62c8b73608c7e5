"""What one would ask SQLite in plain Datasette: its own search, and a GROUP BY over the matches for each type."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from .engine import HITS, TOP, TYPES, EntityCount, Found, Material, Question

_SEARCHED = "rowid in (select rowid from articles_fts where articles_fts match :words)"
_SELECTED = "rowid in (select article_id from article_entities where entity_id = :entity)"

# Left to itself, SQLite goes through all entities of the type instead of starting from the matches.
_FACET = """
select entities.key, count(*), entities.name
from (select id from articles where {matching}) as matching
  cross join article_entities on article_entities.article_id = matching.id
  cross join entities on entities.id = article_entities.entity_id
where entities.type = :type
group by entities.id order by count(*) desc, entities.key limit :limit
"""

# The plus keeps SQLite from asking the full-text index anew for each number.
_RANKED = "select rowid from articles_fts where articles_fts match :words and +{selected} order by rank limit :limit"
_FIRST = "select id, title from articles where {selected} order by id limit :limit"
_TITLES = "select id, title from articles where id in ({places})"

_MONTHS = "select substr(published, 1, 7), count(*) from articles where {matching} group by 1"


class DatasetteSql:
    """The tables of the archive, queried as if there were no plugin."""

    what: ClassVar[str] = "SQL as in plain Datasette: a GROUP BY for each type"
    exact_order: ClassVar[bool] = False

    def __init__(self, material: Material) -> None:
        self._database = material.database

    def version(self) -> str:
        return f"SQLite {sqlite3.sqlite_version}"

    def files(self) -> Sequence[Path]:
        return [self._database]

    def build(self) -> None:
        raise AssertionError("the archive is there before any engine")

    def open(self) -> None:
        self._connection = sqlite3.connect(f"{self._database.absolute().as_uri()}?immutable=1", uri=True)

    def answer(self, cell: str, question: Question) -> Found:
        asked: dict[str, object] = {"words": question.words, "entity": None, "limit": HITS}
        if question.selected:
            query = "select id from entities where key = ?"
            (asked["entity"],) = self._connection.execute(query, [question.selected.key]).fetchone()
        clauses = [_SEARCHED] * bool(question.words) + [_SELECTED] * bool(question.selected)
        matching = " and ".join(clauses) or "1"
        if cell == "e":
            return Found(months=dict(self._connection.execute(_MONTHS.format(matching=matching), asked)))
        return Found(
            hits=() if cell == "b" else self._hits(question, asked),
            entities={} if cell == "a" else self._entities(matching, asked),
        )

    def _hits(self, question: Question, asked: dict[str, object]) -> list[tuple[int, str]]:
        selected = _SELECTED if question.selected else "1"
        if not question.words:
            return self._connection.execute(_FIRST.format(selected=selected), asked).fetchall()
        found = [article for (article,) in self._connection.execute(_RANKED.format(selected=selected), asked)]
        titles = dict(self._connection.execute(_TITLES.format(places=", ".join("?" * len(found))), found))
        return [(article, titles[article]) for article in found]

    def _entities(self, matching: str, asked: dict[str, object]) -> dict[str, list[EntityCount]]:
        query = _FACET.format(matching=matching)
        return {
            type: [EntityCount(*row) for row in self._connection.execute(query, {**asked, "type": type, "limit": TOP})]
            for type in TYPES
        }
