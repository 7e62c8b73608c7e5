"""The names of entities as a database keeps them: each once in a row of its own, which mentions refer to."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from .documents import EntityName

_AT_HAND = 200_000
"""Names that stay in memory."""


class StoredNames:
    """Numbers the names of entities, and writes the tables ``stored_names`` and ``name_origins``.

    Names that the database has already keep their numbers. The most recent are at hand, the others are read again.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._origins = _stored_origins(connection)
        self._of_one: dict[tuple[str, str], int] = {}
        """Origins of one language and source."""
        self._following: dict[int, int] = {}
        """By entity, the number of its next name; of all entities whose names are at hand."""
        self._numbers: dict[tuple[int, str, str], int] = {}
        """By entity, name and evidence."""
        self._told: set[tuple[int, str, int]] = set()
        """Entities, names and their origins."""
        self._rows: list[tuple[int, int, str, int | None, str | None]] = []
        (any_stored,) = connection.execute("select exists (select 1 from stored_names)").fetchone()
        self._all_at_hand = not any_stored

    def add_listed(self, entity: int, names: Iterable[EntityName]) -> None:
        """Add the names that lists give an entity which has none yet."""
        origins: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        for listed in names:
            origins[listed.name].add((listed.language or "und", listed.source))
        for name, told in origins.items():
            self._add(entity, name, self._origin(told), None)

    def number(self, entity: int, name: str, language: str, source: str, evidence: str) -> int:
        """The number of a name as an article writes it.

        Args:
            language: the article's, ``und`` for none.
            source: what ties the name to the entity, see ``entity_names`` in schema.sql.
            evidence: why it means this entity.
        """
        if entity not in self._following and not self._all_at_hand:
            self._read(entity)
        origin = self._of_one.get((language, source))
        if origin is None:
            origin = self._of_one[language, source] = self._origin({(language, source)})
        number = self._numbers.get((entity, name, evidence))
        if (entity, name, origin) not in self._told:
            new = self._add(entity, name, origin, evidence)
        elif number is None:
            new = self._add(entity, name, None, evidence)
        else:
            return number
        return self._numbers.setdefault((entity, name, evidence), new)

    def write(self) -> None:
        """Write what is new."""
        self._connection.executemany("insert into stored_names values (?, ?, ?, ?, ?)", self._rows)
        self._rows.clear()
        if len(self._told) > _AT_HAND:
            self._following.clear()
            self._numbers.clear()
            self._told.clear()
            self._all_at_hand = False

    def _read(self, entity: int) -> None:
        """Have the names of an entity at hand."""
        self._following[entity] = 0
        query = "select number, name, origin_id, evidence from stored_names where entity_id = ? order by number"
        for number, name, origin, evidence in self._connection.execute(query, [entity]):
            self._following[entity] = number + 1
            if origin is not None:
                self._told.add((entity, name, origin))
            if evidence is not None:
                self._numbers.setdefault((entity, name, evidence), number)

    def _add(self, entity: int, name: str, origin: int | None, evidence: str | None) -> int:
        number = self._following.get(entity, 0)
        self._following[entity] = number + 1
        if origin is not None:
            self._told.add((entity, name, origin))
        self._rows.append((entity, number, name, origin, evidence))
        return number

    def _origin(self, told: set[tuple[str, str]]) -> int:
        """The number of this set of languages, each with its source."""
        key = frozenset(told)
        number = self._origins.get(key)
        if number is None:
            number = self._origins[key] = max(self._origins.values(), default=-1) + 1
            rows = [(number, language, source) for language, source in sorted(told)]
            self._connection.executemany("insert into name_origins values (?, ?, ?)", rows)
        return number


def _stored_origins(connection: sqlite3.Connection) -> dict[frozenset[tuple[str, str]], int]:
    origins: defaultdict[int, set[tuple[str, str]]] = defaultdict(set)
    for number, language, source in connection.execute("select id, language, source from name_origins"):
        origins[number].add((language, source))
    return {frozenset(told): number for number, told in origins.items()}
