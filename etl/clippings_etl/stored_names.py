"""The names of entities as a database keeps them: each once in a row of its own, which mentions refer to."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from .documents import EntityName

_AT_HAND = 300_000
"""Names that stay in memory."""


@dataclass(slots=True)
class _Names:
    """Which names of one entity there are."""

    numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    """By the name as written in articles and its evidence."""
    told: set[tuple[str, int]] = field(default_factory=set)
    """Names with their origins."""
    following: int = 0
    """Number of the next name."""


class StoredNames:
    """Numbers the names of entities, and writes the tables ``stored_names`` and ``name_origins``.

    Names that the database has already keep their numbers. The most recent are at hand, the others are read again.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._origins = _stored_origins(connection)
        self._names: dict[int, _Names] = {}
        self._at_hand = 0
        self._rows: list[tuple[int, int, str, int | None, str | None]] = []
        (any_stored,) = connection.execute("select exists (select 1 from stored_names)").fetchone()
        self._all_at_hand = not any_stored

    def add_listed(self, entity: int, names: Iterable[EntityName]) -> None:
        """Add the names that lists give an entity which has none yet."""
        origins: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        for listed in names:
            origins[listed.name].add((listed.language or "und", listed.source))
        known = self._known(entity)
        for name, told in origins.items():
            self._add(entity, known, name, self._origin(told), None)

    def number(self, entity: int, name: str, language: str, source: str, evidence: str) -> int:
        """The number of a name as an article writes it.

        Args:
            language: the article's, ``und`` for none.
            source: what ties the name to the entity, see ``entity_names`` in schema.sql.
            evidence: why it means this entity.
        """
        known = self._known(entity)
        told = (name, self._origin({(language, source)}))
        number = known.numbers.get((name, evidence))
        if number is not None and told in known.told:
            return number
        new = self._add(entity, known, name, None if told in known.told else told[1], evidence)
        return known.numbers.setdefault((name, evidence), new)

    def write(self) -> None:
        """Write what is new."""
        self._connection.executemany("insert into stored_names values (?, ?, ?, ?, ?)", self._rows)
        self._rows.clear()
        if self._at_hand > _AT_HAND:
            self._names.clear()
            self._at_hand, self._all_at_hand = 0, False

    def _known(self, entity: int) -> _Names:
        known = self._names.get(entity)
        if known is None:
            known = self._names[entity] = _Names() if self._all_at_hand else self._stored(entity)
            self._at_hand += len(known.told)
        return known

    def _stored(self, entity: int) -> _Names:
        known = _Names()
        query = "select number, name, origin_id, evidence from stored_names where entity_id = ? order by number"
        for number, name, origin, evidence in self._connection.execute(query, [entity]):
            known.following = number + 1
            if origin is not None:
                known.told.add((name, origin))
            if evidence is not None:
                known.numbers.setdefault((name, evidence), number)
        return known

    def _add(self, entity: int, known: _Names, name: str, origin: int | None, evidence: str | None) -> int:
        number = known.following
        known.following += 1
        if origin is not None:
            known.told.add((name, origin))
        self._at_hand += 1
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
