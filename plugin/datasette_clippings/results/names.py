"""The names of entities: what each is called, and which have a name with a part that is looked for."""

from __future__ import annotations

import sqlite3
from typing import Any

from ..folding import fold_name
from ..stored_index import ENTITY_ORDER
from .counting import Counted, check
from .index import Index

_NAMES = "select id, key, name from entities where id in ({})"
# Of names in ASCII, SQLite tells those that can't hold the part; only the others have to be folded.
_ALL_NAMES = """
select id, name from (select id, name from entities {0} union all select entity_id, name from entity_names {1})
where instr(lower(name), :word) or name glob '*[^ -~]*'
"""
_NAMES_AT_ONCE, _NAMES_ASKED = 500, 4_000
"""The names of so many entities are asked for at a time, until it is cheaper to go through all names there are."""


class EntityNames:
    """The names of an archive's entities, by their numbers in the index."""

    def __init__(self, index: Index, connection: sqlite3.Connection, deadline: float | None) -> None:
        self._index = index
        self._connection = connection
        self._deadline = deadline

    def names(self, numbers: list[int]) -> dict[int, tuple[str, str]]:
        """Key and name of entities."""
        ids = self._index.column(self._connection, ENTITY_ORDER)[numbers].tolist() if numbers else []
        rows = {entity: (key, name) for entity, key, name in self._rows(_NAMES.format(", ".join("?" * len(ids))), ids)}
        return {number: rows[entity] for number, entity in zip(numbers, ids, strict=True)}

    def named(self, counted: Counted, part: str, count: int) -> Counted:
        """The first of some entities that have a name with this part."""
        ids = self._index.column(self._connection, ENTITY_ORDER)[counted.numbers].tolist()
        places: list[int] = []  # in the list
        for start in range(0, len(ids), _NAMES_AT_ONCE):
            check(self._deadline)
            end = start + _NAMES_AT_ONCE if start < _NAMES_ASKED else len(ids)
            named = self._with_name(part, ids[start:end] if start < _NAMES_ASKED else None)
            places += [place for place in range(start, min(end, len(ids))) if ids[place] in named]
            if len(places) >= count or end == len(ids):
                break
        first = places[:count]
        return Counted([counted.numbers[place] for place in first], [counted.articles[place] for place in first])

    def _with_name(self, part: str, ids: list[int] | None) -> set[int]:
        """Those of the entities, or of all in one walk through the tables, with a name with this part."""
        asked = [f"where {column} in ({', '.join(map(str, ids))})" if ids else "" for column in ("id", "entity_id")]
        rows = self._rows(_ALL_NAMES.format(*asked), {"word": max(part.split(), key=len)})
        return {entity for entity, name in rows if part in fold_name(name)}

    def _rows(self, sql: str, parameters: Any) -> list[tuple[Any, ...]]:
        cursor = self._connection.cursor()  # see ``BitmapResults``
        cursor.row_factory = None
        return cursor.execute(sql, parameters).fetchall()
