"""The structures that the build stored for fast facets and search, in memory: what of them was asked for.

One of them serves all connections and threads. It is told by its fingerprint, so a database that is replaced, or
changed beneath it, never meets the structures of the one before.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from ..archive import file_state
from ..stored_index import (
    ARTICLES,
    DTYPES,
    ENTITIES,
    ENTITY_ARTICLES,
    ENTITY_ENDS,
    ENTITY_ORDER,
    ENTITY_PLACES,
    ENTITY_TYPE,
    LAYOUT,
    PART,
    TRIGGERS,
    WORDS,
)

Array = NDArray[Any]

_BLOCK = 250
_MOST_INDEXES = 64
"""Files whose structures stay in memory, those of a file in place of what it held before."""

_FRESH = "select fingerprint from search_index where not stale"
_TRIGGERS = "select count(*) from sqlite_master where type = 'trigger' and name glob 'stale_*'"
_FINGERPRINT = "select fingerprint from search_index"
_PART = "select data from article_columns where name = ? and part = ?"
_VALUES = "select code, value from article_column_values where name = ? order by code"
_BITMAPS = "select entity_id, articles from entity_bitmaps where entity_id in ({})"

_COPIES = "select group_concat(id || ',' || duplicate_of) from articles where duplicate_of is not null"

Frequent = tuple[int, int, int, BitMap | None]
"""Of an entity: in how many articles it is, its place by key, its number, and its articles where they have a bitmap."""


@dataclass(frozen=True)
class _Known:
    """The index of a file, and what the file said when it was found fresh."""

    index: Index
    fingerprint: str
    schema: int


_known: OrderedDict[str, _Known] = OrderedDict()
_known_lock = Lock()


def open_index(connection: sqlite3.Connection) -> Index | None:
    """The index of the archive; None where it has none, or somebody changed what it was made from."""
    try:
        row = connection.execute(_FRESH).fetchone()
    except sqlite3.OperationalError as error:
        if "no such table" in str(error):
            return None
        raise
    if row is None or not row[0].startswith(f"{LAYOUT}:"):
        return None
    fingerprint = str(row[0])
    schema = int(connection.execute("pragma schema_version").fetchone()[0])
    path = str(connection.execute("pragma database_list").fetchone()[2])
    with _known_lock:
        known = _known.get(path)
        if known and (known.fingerprint, known.schema) == (fingerprint, schema):
            _known.move_to_end(path)
            return known.index
    # A table that is made anew loses its triggers.
    if connection.execute(_TRIGGERS).fetchone()[0] != TRIGGERS:
        return None
    index = known.index if known and known.fingerprint == fingerprint else Index(fingerprint)
    with _known_lock:
        _known[path] = _Known(index, fingerprint, schema)
        _known.move_to_end(path)
        while len(_known) > _MOST_INDEXES:
            _known.popitem(last=False)
    return index


@dataclass(frozen=True)
class TypeRange:
    """The numbers of the entities of a type: in the order of how many articles mention them."""

    start: int
    end: int


class Index:
    """Loads what is asked for, once. What an interrupted query has loaded by then is kept for the next."""

    def __init__(self, fingerprint: str) -> None:
        self._fingerprint = fingerprint
        self._lock = Lock()
        self._columns: dict[str, Array] = {}
        self._parts: dict[str, list[bytes]] = {}
        self._blocks: dict[int, list[Frequent]] = {}
        self._coded: dict[str, list[BitMap]] = {}
        self._lengths: tuple[int, int] | None = None
        self._ranges: dict[str, TypeRange] | None = None
        self._values: dict[str, list[str]] = {}
        self._copies: tuple[tuple[int, ...] | None, Array, Array] | None = None

    def column(self, connection: sqlite3.Connection, name: str) -> Array:
        """An array with an item for each article id, or for each entity; see ``stored_index``."""
        if name not in self._columns:
            with self._lock:
                if name not in self._columns:
                    parts = self._load(connection, name)
                    self._columns[name] = np.frombuffer(b"".join(parts), DTYPES[name])
                    del self._parts[name]
        return self._columns[name]

    def copies(self, connection: sqlite3.Connection, path: str) -> tuple[Array, Array]:
        """The articles that repeat another, and which each of them repeats: in the order of these."""
        state = file_state(path or None)
        if self._copies is None or state is None or self._copies[0] != state:
            pairs = joined(self._rows(connection, _COPIES)[0][0]).reshape(-1, 2)
            order = np.lexsort((pairs[:, 0], pairs[:, 1]))
            self._copies = state, pairs[order, 0], pairs[order, 1]
        return self._copies[1:]

    def articles(self, connection: sqlite3.Connection) -> BitMap:
        """The ids of all articles."""
        return BitMap.deserialize(self._rows(connection, _PART, ARTICLES, 0)[0][0])

    def ends(self, connection: sqlite3.Connection) -> Array:
        """Where in the column of entities those of each article id end, in the whole column."""
        name = "ends in the whole"
        if name not in self._columns:
            ends = self.column(connection, ENTITY_ENDS).astype(np.int64)
            starts = np.concatenate([[0], np.cumsum(ends[PART - 1 :: PART])])
            ends += np.repeat(starts, PART)[: len(ends)]
            self._columns[name] = ends
        return self._columns[name]

    def entities_of(self, connection: sqlite3.Connection, ids: Array) -> Array:
        """The numbers of the entities of these articles, article after article."""
        entities, ends = self.column(connection, ENTITIES), self.ends(connection)
        stops = ends[ids]
        counts = stops - ends[ids.astype(np.int64) - 1]  # no article has the number 0
        here = np.cumsum(counts)
        places = np.repeat(stops - here, counts)
        places += np.arange(len(places))
        found: Array = entities[places]
        return found

    def lengths(self, connection: sqlite3.Connection) -> tuple[int, int]:
        """How many articles there are, and how many words in all of them."""
        if self._lengths is None:
            words = self.column(connection, WORDS)
            self._lengths = len(self.articles(connection)), int(words.sum(dtype=np.int64))
        return self._lengths

    def entity_ranges(self, connection: sqlite3.Connection) -> dict[str, TypeRange]:
        """The numbers of the entities of each type."""
        if self._ranges is None:
            starts = self._rows(connection, _VALUES, ENTITY_TYPE)
            ends = [start for start, _ in starts[1:]] + [len(self.column(connection, ENTITY_ORDER))]
            self._ranges = {value: TypeRange(start, end) for (start, value), end in zip(starts, ends, strict=False)}
        return self._ranges

    def blocks(self, connection: sqlite3.Connection, entities: TypeRange) -> Iterator[list[Frequent]]:
        """The entities of a type with their bitmaps, some hundreds at a time."""
        for start in range(entities.start, entities.end, _BLOCK):
            if start not in self._blocks:
                self._blocks[start] = self._block(connection, start, min(start + _BLOCK, entities.end))
            yield self._blocks[start]

    def _block(self, connection: sqlite3.Connection, start: int, end: int) -> list[Frequent]:
        ids, articles, places = (
            self.column(connection, name)[start:end].tolist() for name in (ENTITY_ORDER, ENTITY_ARTICLES, ENTITY_PLACES)
        )
        stored = dict(self._rows(connection, _BITMAPS.format(", ".join(map(str, ids)))))
        bitmaps = (BitMap.deserialize(stored[entity]) if entity in stored else None for entity in ids)
        return list(zip(articles, places, range(start, end), bitmaps, strict=True))

    def values(self, connection: sqlite3.Connection, column: str) -> list[str]:
        """What the codes of a column mean, from code 1."""
        if column not in self._values:
            self._values[column] = [value for _, value in self._rows(connection, _VALUES, column)]
        return self._values[column]

    def by_code(self, connection: sqlite3.Connection, column: str) -> list[BitMap]:
        """The articles that have each code of a column, from code 1."""
        if column not in self._coded:
            codes = self.column(connection, column)
            ids = np.argsort(codes, kind="stable").astype(np.uint32)
            cuts = np.searchsorted(codes[ids], np.arange(1, int(codes.max(initial=0)) + 2))
            self._coded[column] = [bitmap(ids[start:end]) for start, end in pairwise(cuts)]
        return self._coded[column]

    def _load(self, connection: sqlite3.Connection, name: str) -> list[bytes]:
        parts = self._parts.setdefault(name, [])
        while rows := self._rows(connection, _PART, name, len(parts)):
            parts.append(rows[0][0])
        return parts

    def _rows(self, connection: sqlite3.Connection, sql: str, *values: str | int) -> list[tuple[Any, ...]]:
        """Rows of this index, and of none that was written in its place meanwhile."""
        rows = connection.execute(sql, values).fetchall()
        now = connection.execute(_FINGERPRINT).fetchone()
        if now is None or now[0] != self._fingerprint:
            raise sqlite3.OperationalError("interrupted")  # what asked for it is asked again, and finds the new one
        return rows


def bitmap(ids: Array) -> BitMap:
    """A bitmap of ascending article ids."""
    return BitMap(array("I", ids.astype(np.uint32).tobytes()))  # ten times as fast as from the array itself


def ids_in(found: BitMap) -> Array:
    """The article ids in a bitmap, ascending."""
    return np.frombuffer(found.to_array(), np.uint32)


def joined(text: str | None) -> Array:
    """The ids that ``group_concat`` joined: so they come out of SQLite in a fifth of the time that rows take."""
    return np.fromstring(text, dtype=np.uint32, sep=",") if text else np.empty(0, np.uint32)
