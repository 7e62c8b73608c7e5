"""The numbers of articles and entities: each key keeps the one it had, for ever.

Kept in SQLite, since there may be millions; the most recent are at hand.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator

from .name_counts import NameCounts

_SCHEMA = """
create table numbers (
  kind text not null, key text not null, id integer not null, given integer not null, primary key (kind, key)
) without rowid;
create table shown_names (
  entity_id integer not null, name text not null, mentions integer not null, primary key (entity_id, name)
) without rowid
"""
_AT_HAND = 200_000
"""Numbers of entities, and counts of names, that stay in memory."""
_BATCH = 10_000
"""New numbers that are written together."""


class Numbers:
    """Gives each key a number: the one it had, or the next that nothing ever had.

    Args:
        connection: where the tables ``numbers`` and ``shown_names`` are made.
        inherited: the numbers that an earlier build gave out, as ``(kind, key, number)``; the kinds are ``article`` and
            ``entity``.
        counts: what entities are called in more than is counted here; None: there is no more.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        inherited: Iterable[tuple[str, str, int]],
        counts: NameCounts | None = None,
    ) -> None:
        self._connection = connection
        self._counts = counts
        for statement in _SCHEMA.split(";"):
            connection.execute(statement)
        connection.executemany("insert or replace into numbers values (?, ?, ?, 0)", inherited)
        self._last: dict[str, int] = dict(connection.execute("select kind, max(id) from numbers group by kind"))
        self._inherits = bool(self._last)
        self._all_at_hand = not self._inherits
        self._at_hand: dict[str, int] = {}
        self._new: list[tuple[str, str, int]] = []
        self._names: defaultdict[tuple[int, str], int] = defaultdict(int)

    def new_article(self, key: str) -> int:
        """The number of an article that this build hasn't asked for yet."""
        return self._number("article", key)[0] if self._inherits else self._give("article", key, None)

    def article(self, key: str) -> int:
        """The number of an article."""
        return self._number("article", key)[0]

    def entity(self, key: str) -> tuple[int, bool]:
        """The number of an entity, and whether this build asks for it the first time."""
        number = self._at_hand.get(key)
        if number is not None:
            return number, False
        number, new = (self._give("entity", key, None), True) if self._all_at_hand else self._number("entity", key)
        if len(self._at_hand) == _AT_HAND:
            self._at_hand.clear()
            self._all_at_hand = False
        self._at_hand[key] = number
        return number, new

    def count_name(self, entity: int, name: str) -> None:
        """Note that an article calls an entity by this name."""
        self._names[entity, name] += 1
        if len(self._names) >= _AT_HAND:
            self._write_names()

    def shown_names(self) -> Iterator[tuple[str, int]]:
        """The most frequent name, and the number, of each entity that was counted with more than one; a tie goes to
        the alphabet."""
        self._write_names()
        if self._counts is not None:
            query = """
                select distinct entity_id, key from shown_names join numbers on kind = 'entity' and id = entity_id
                order by entity_id
            """
            for entity, key in self._connection.execute(query):
                yield self._counts.shown(key) or key, entity
            return
        query = """
            select entity_id, name from shown_names as one
            where exists (select 1 from shown_names where entity_id = one.entity_id and name <> one.name)
            order by entity_id, mentions desc, name
        """
        last = None
        for entity, name in self._connection.execute(query):
            if entity != last:
                yield name, entity
            last = entity

    def retired(self) -> Iterator[tuple[str, str, int]]:
        """Keys that had a number and were not asked for again, as ``(kind, key, number)``."""
        self._write_new()
        yield from self._connection.execute("select kind, key, id from numbers where not given order by kind, key")

    def _number(self, kind: str, key: str) -> tuple[int, bool]:
        self._write_new()
        query = "select id, given from numbers where kind = ? and key = ?"
        row = self._connection.execute(query, [kind, key]).fetchone()
        if row is None or not row[1]:
            return self._give(kind, key, row and int(row[0])), True
        return int(row[0]), False

    def _give(self, kind: str, key: str, inherited: int | None) -> int:
        number = inherited or self._last.get(kind, 0) + 1
        if not inherited:
            self._last[kind] = number
        self._new.append((kind, key, number))
        if len(self._new) == _BATCH:
            self._write_new()
        return number

    def _write_new(self) -> None:
        self._connection.executemany("insert or replace into numbers values (?, ?, ?, 1)", sorted(self._new))
        self._new.clear()

    def _write_names(self) -> None:
        statement = """
            insert into shown_names values (?, ?, ?)
            on conflict (entity_id, name) do update set mentions = mentions + excluded.mentions
        """
        rows = ((entity, name, count) for (entity, name), count in sorted(self._names.items()))
        self._connection.executemany(statement, rows)
        self._names.clear()
