"""64-bit numbers by document, kept in SQLite in large pieces and counted with NumPy.

A corpus has tens of millions of them: as rows they would take minutes to write and sort, as pieces seconds. What is
in memory at a time is bounded: a piece, or all numbers of one range out of so many that each holds few.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

_PIECE = 65_536
"""Numbers in a piece, about."""

_AT_ONCE = 4_000_000
"""Numbers that are sorted at once, about."""


class Chunks:
    """Numbers of documents, which are added in their order; kept in a table of the given connection."""

    def __init__(self, connection: sqlite3.Connection, table: str) -> None:
        self._connection = connection
        self._table = table
        connection.execute(
            f"create table {table} (documents blob not null, counts blob not null, numbers blob not null)"
        )
        self._documents, self._counts, self._numbers = array("q"), array("q"), array("q")
        self._total = 0

    def add(self, document: int, numbers: bytes) -> None:
        """Take in the numbers of the next document, 8 bytes each."""
        self._documents.append(document)
        self._counts.append(len(numbers) // 8)
        self._numbers.frombytes(numbers)
        self._total += len(numbers) // 8
        if len(self._numbers) >= _PIECE or len(self._documents) >= _PIECE:
            self._write()

    def pieces(self) -> Iterator[tuple[Numbers, Numbers, Numbers]]:
        """Documents, how many numbers each has, and these numbers one behind the other; again and again."""
        self._write()
        for row in self._connection.execute(f"select documents, counts, numbers from {self._table} order by rowid"):
            documents, counts, numbers = (np.frombuffer(blob, np.int64) for blob in row)
            yield documents, counts, numbers

    def ranges(self) -> Iterator[tuple[int, int]]:
        """First and last of the numbers' ranges, in ascending order; each holds so many that they fit into memory."""
        count = 1
        while self._total // count > _AT_ONCE:
            count *= 2
        width = 2**64 // count
        for start in range(-(2**63), 2**63, width):
            yield start, start + width - 1

    def drop(self) -> None:
        """They are not needed any more."""
        self._connection.execute(f"drop table {self._table}")

    def _write(self) -> None:
        if self._documents:
            blobs = (self._documents.tobytes(), self._counts.tobytes(), self._numbers.tobytes())
            self._connection.execute(f"insert into {self._table} values (?, ?, ?)", blobs)
            self._documents, self._counts, self._numbers = array("q"), array("q"), array("q")
