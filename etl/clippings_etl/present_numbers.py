"""The numbers of articles and entities in a database that is changed and not made anew; see ``Numbers``."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

_PRESENT = {
    "article": "select id from articles where key = ?",
    "entity": "select id from entities where key = ?",
}
_RETIRED = "select id from retired_ids where kind = ? and key = ?"
_TABLES = {"article": "articles", "entity": "entities"}


class PresentNumbers:
    """Gives each key the number it has in a database, or had, or the next that nothing ever had.

    Args:
        connection: to the database.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._last = {kind: self._last_of(kind) for kind in _TABLES}
        self._given: dict[tuple[str, str], int] = {}
        """Those that weren't in the database, or were taken out of it and come again."""

    def new_article(self, key: str) -> int:
        """The number of an article that this build hasn't asked for yet."""
        return self.article(key)

    def article(self, key: str) -> int:
        """The number of an article."""
        return self._number("article", key)[0]

    def entity(self, key: str) -> tuple[int, bool]:
        """The number of an entity, and whether it isn't in the database yet."""
        return self._number("entity", key)

    def keep(self, key: str, number: int) -> None:
        """Give an article that is taken out of the database its number again when it comes back."""
        self._given["article", key] = number

    def count_name(self, entity: int, name: str) -> None:
        """Nothing: how often entities are called by a name is known already, see ``NameCounts``."""

    def shown_names(self) -> Iterator[tuple[str, int]]:
        """None, for the same reason."""
        return iter(())

    def retired(self) -> Iterator[tuple[str, str, int]]:
        """None: who takes something out of the database retires its number."""
        return iter(())

    def _number(self, kind: str, key: str) -> tuple[int, bool]:
        number = self._given.get((kind, key))
        if number is not None:
            return number, False
        row = self._connection.execute(_PRESENT[kind], [key]).fetchone()
        if row:
            return int(row[0]), False
        row = self._connection.execute(_RETIRED, [kind, key]).fetchone()
        number = int(row[0]) if row else self._next(kind)
        self._given[kind, key] = number
        return number, True

    def _next(self, kind: str) -> int:
        self._last[kind] += 1
        return self._last[kind]

    def _last_of(self, kind: str) -> int:
        query = f"""
            select max((select coalesce(max(id), 0) from {_TABLES[kind]}),
              (select coalesce(max(id), 0) from retired_ids where kind = ?))
        """
        (last,) = self._connection.execute(query, [kind]).fetchone()
        return int(last)
