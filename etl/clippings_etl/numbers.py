"""The numbers of articles and entities: each key keeps the one it had, for ever.

Kept in SQLite, since there may be millions; the most recent are at hand.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator

_SCHEMA = """
create table numbers (
  kind text not null, key text not null, id integer not null, given integer not null, primary key (kind, key)
) without rowid;
create table shown_names (
  entity_id integer not null, name text not null, mentions integer not null, primary key (entity_id, name)
) without rowid
"""
_AT_HAND = 50_000
"""Numbers and counts that stay in memory."""


class Numbers:
    """Gives each key a number: the one it had, or the next that nothing ever had.

    Args:
        connection: where the tables ``numbers`` and ``shown_names`` are made.
        inherited: the numbers that an earlier build gave out, as ``(kind, key, number)``; the kinds are ``article`` and
            ``entity``.
    """

    def __init__(self, connection: sqlite3.Connection, inherited: Iterable[tuple[str, str, int]]) -> None:
        self._connection = connection
        for statement in _SCHEMA.split(";"):
            connection.execute(statement)
        connection.executemany("insert or replace into numbers values (?, ?, ?, 0)", inherited)
        self._last = dict(connection.execute("select kind, max(id) from numbers group by kind"))
        self._at_hand: dict[tuple[str, str], int] = {}
        self._names: Counter[tuple[int, str]] = Counter()

    def article(self, key: str) -> int:
        """The number of an article."""
        return self._number("article", key)[0]

    def entity(self, key: str) -> tuple[int, bool]:
        """The number of an entity, and whether this build asks for it the first time."""
        return self._number("entity", key)

    def _number(self, kind: str, key: str) -> tuple[int, bool]:
        if number := self._at_hand.get((kind, key)):
            return number, False
        row = self._connection.execute(
            "select id, given from numbers where kind = ? and key = ?", [kind, key]
        ).fetchone()
        if row is None:
            number, given = self._last.get(kind, 0) + 1, False
            self._last[kind] = number
        else:
            number, given = int(row[0]), bool(row[1])
        if not given:
            self._connection.execute("insert or replace into numbers values (?, ?, ?, 1)", [kind, key, number])
        if len(self._at_hand) == _AT_HAND:
            self._at_hand.clear()
        self._at_hand[kind, key] = number
        return number, not given

    def count_name(self, entity: int, name: str) -> None:
        """Note that an article calls an entity by this name."""
        self._names[entity, name] += 1
        if len(self._names) == _AT_HAND:
            self._write_names()

    def shown_names(self) -> Iterator[tuple[str, int]]:
        """Each counted entity's most frequent name, and its number; a tie goes to the alphabet."""
        self._write_names()
        query = "select entity_id, name from shown_names order by entity_id, mentions desc, name"
        last = None
        for entity, name in self._connection.execute(query):
            if entity != last:
                yield name, entity
            last = entity

    def retired(self) -> Iterator[tuple[str, str, int]]:
        """Keys that had a number and were not asked for again, as ``(kind, key, number)``."""
        yield from self._connection.execute("select kind, key, id from numbers where not given order by kind, key")

    def _write_names(self) -> None:
        statement = """
            insert into shown_names values (?, ?, ?)
            on conflict (entity_id, name) do update set mentions = mentions + excluded.mentions
        """
        rows = ((entity, name, count) for (entity, name), count in sorted(self._names.items()))
        self._connection.executemany(statement, rows)
        self._names.clear()
