"""How often the results of a build name an entity so: what its names, and the one shown, follow from."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator

from .documents import Analysed

_AT_HAND = 50_000
"""Counts that stay in memory."""

_ADD_NAMES = """
insert into name_counts values (?, ?, ?, ?, ?)
on conflict (entity, name, language, evidence) do update set count = count + excluded.count
"""
_ADD_SHOWN = """
insert into shown_counts values (?, ?, ?) on conflict (entity, name) do update set count = count + excluded.count
"""


class NameCounts:
    """Counts in the tables ``name_counts`` and ``shown_counts`` of a connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._names: Counter[tuple[str, str, str, str]] = Counter()
        self._shown: Counter[tuple[str, str]] = Counter()

    def add(self, document: Analysed, times: int = 1) -> None:
        """Count a document's mentions; with -1, take them back."""
        language = document.language or "und"
        for placed in document.mentions:
            mention = placed.mention
            self._names[mention.key, mention.surface, language, mention.evidence] += times
            self._shown[mention.key, mention.name] += times
        if len(self._names) + len(self._shown) > _AT_HAND:
            self.write()

    def write(self) -> None:
        """Write what is in memory."""
        self._connection.executemany(
            _ADD_NAMES, ((*names, count) for names, count in sorted(self._names.items()) if count)
        )
        self._connection.executemany(
            _ADD_SHOWN, ((*names, count) for names, count in sorted(self._shown.items()) if count)
        )
        if min(self._names.values(), default=1) < 0 or min(self._shown.values(), default=1) < 0:
            for table in ("name_counts", "shown_counts"):
                self._connection.execute(f"delete from {table} where count <= 0")
        self._names.clear()
        self._shown.clear()

    def names(self, entity: str) -> Iterator[tuple[str, str, str]]:
        """The names of an entity in the articles: name, language, evidence."""
        query = "select name, language, evidence from name_counts where entity = ? order by name, language, evidence"
        yield from self._connection.execute(query, [entity])

    def shown(self, entity: str) -> str | None:
        """The name that most mentions have for an entity; a tie goes to the alphabet. None: nothing mentions it."""
        query = "select name from shown_counts where entity = ? order by count desc, name limit 1"
        row = self._connection.execute(query, [entity]).fetchone()
        return str(row[0]) if row else None
