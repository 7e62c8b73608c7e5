"""Short numbers for what many rows have in common, each combination of values once in a table of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

_AT_HAND = 100_000
"""Combinations that stay in memory."""


class Codes:
    """Numbers the rows of a table that has a column ``id`` and the given ones; those that it has keep their numbers."""

    def __init__(self, connection: sqlite3.Connection, table: str, columns: Sequence[str]) -> None:
        self._connection = connection
        names, places = ", ".join(columns), ", ".join("?" * len(columns))
        self._insert = f"insert into {table} (id, {names}) values (?, {places})"
        self._select = f"select id from {table} where " + " and ".join(f"{column} is ?" for column in columns)
        (last,) = connection.execute(f"select coalesce(max(id), 0) from {table}").fetchone()
        self._last = int(last)
        self._all_at_hand = not self._last
        self._at_hand: dict[tuple[str | None, ...], int] = {}

    def number(self, *values: str | None) -> int:
        """The number of these values."""
        number = self._at_hand.get(values)
        if number is None:
            number = self._stored(values) or self._new(values)
            if len(self._at_hand) == _AT_HAND:
                self._at_hand.clear()
                self._all_at_hand = False
            self._at_hand[values] = number
        return number

    def _stored(self, values: tuple[str | None, ...]) -> int | None:
        row = None if self._all_at_hand else self._connection.execute(self._select, values).fetchone()
        return int(row[0]) if row else None

    def _new(self, values: tuple[str | None, ...]) -> int:
        self._last += 1
        self._connection.execute(self._insert, (self._last, *values))
        return self._last
