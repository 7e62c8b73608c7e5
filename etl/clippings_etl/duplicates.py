"""Articles that are nearly the same: a reprint, an agency's story on several sites, an update of a few words.

The words of the paragraphs are cut into sequences of five, which overlap; the share of sequences that two
articles have in common (Jaccard) is their similarity. MinHash signatures, cut into bands, find the pairs
worth comparing (Leskovec, Rajaraman & Ullman, Mining of Massive Datasets, ch. 3); each is then compared in full.

A group is an article and those behind it that are like *it*: likeness to another member doesn't count, or
a chain of small changes would join articles that have little in common.
"""

from __future__ import annotations

import re
import sqlite3
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from datasette_clippings.folding import fold

from .chunks import Chunks
from .cleaning.document import paragraphs

SIMILARITY = 0.8
"""From here on two articles count as the same."""

_SEQUENCE = 5
_LEAST_WORDS = 25
"""Fewer words are no fingerprint: short texts are the same only if every word is."""
_BANDS, _ROWS, _SEED = 20, 6, 1
"""Finds 99.8 % of the pairs with a similarity of 0.8, and compares 27 % of those with 0.5 for nothing."""
_MOST_COMPARED = 16
"""Articles that one is compared with, those first that share most bands."""
_AT_HAND = 256
"""Articles whose sequences stay in memory."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What tells an article from others, and two like ones."""

    exact: int | None
    """64 bits of all its words, folded; None where there are none."""
    bands: tuple[int, ...]
    """64 bits for each band of the MinHash signature of its paragraphs; empty for a short text."""


def fingerprint(text: str) -> Fingerprint:
    """The fingerprint of a cleaned text."""
    words, prose = _words_of_lines(text)
    if not words:
        return Fingerprint(None, ())
    found = _sequences(words, prose)
    if not found:
        return Fingerprint(hash64(" ".join(words)), ())
    signature = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    signature.update(found)
    values = signature.digest()
    bands = (values[start : start + _ROWS] for start in range(0, len(values), _ROWS))
    return Fingerprint(
        hash64(" ".join(words)),
        tuple(hash64(f"{number}:{band}") for number, band in enumerate(bands)),
    )


def sequences(text: str) -> frozenset[str]:
    """The sequences of words by which a cleaned text is compared; none for a short text.

    Those of its paragraphs: what stands around them (navigation, headlines of other articles) belongs to
    the site, and would make short articles of one site alike. Without paragraphs, those of the whole text.
    """
    return _sequences(*_words_of_lines(text))


def _sequences(all_words: list[str], prose: list[str]) -> frozenset[str]:
    words = all_words if len(prose) < _LEAST_WORDS else prose
    if len(words) < _LEAST_WORDS:
        return frozenset()
    return frozenset(map(" ".join, zip(*(words[start:] for start in range(_SEQUENCE)), strict=False)))


def similarity(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of sequences that both have among those that either has, from 0 to 1."""
    common = len(one & other)
    return common / (len(one) + len(other) - common) if common else 0.0


def hash64(text: str) -> int:
    """64 bits of a text, signed as SQLite's integers are; the same on every machine."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def _words_of_lines(text: str) -> tuple[list[str], list[str]]:
    """The words of a text, and those of its paragraphs.

    As search folds them; in scripts without spaces the characters.
    """
    found = [(_WORD.findall(fold(line).casefold()), is_one) for line, is_one in paragraphs(text)]
    words = [word for line, _ in found for word in line]
    return words, [word for line, is_one in found if is_one for word in line]


_SCHEMA = """
create table shared_bands (document integer not null, hash integer not null);
create table leaders (hash integer not null, document integer not null, primary key (hash, document)) without rowid;
create table duplicates (document integer primary key, first integer not null, similarity real not null);
"""

Likeness = Callable[[int, int, Callable[[], float]], float]
"""The similarity of two documents, the later one first: one that is known from another build, else what the last
argument gives."""


def _compared_in_full(sequences_of: Callable[[int], frozenset[str]], one: int, other: int) -> float:
    return similarity(sequences_of(one), sequences_of(other))


def _compared(one: int, other: int, compare: Callable[[], float]) -> float:
    return compare()


class DuplicateGroups:
    """The groups of near-duplicates among documents that were added in their order.

    Uses the tables ``bands``, ``shared_bands``, ``leaders`` and ``duplicates`` of the given connection; 16 bytes a
    document are in memory.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        for statement in _SCHEMA.split(";"):
            connection.execute(statement)
        self._bands = Chunks(connection, "bands")
        self._documents, self._exact = array("q"), array("q")

    def add(self, document: int, found: Fingerprint) -> None:
        """Take in the next document; its number is higher than those before."""
        self.add_packed(document, found.exact, array("q", found.bands).tobytes())

    def add_packed(self, document: int, exact: int | None, bands: bytes) -> None:
        """The same with the bands as bytes, 8 each."""
        if exact is not None:
            self._documents.append(document)
            self._exact.append(exact)
            self._bands.add(document, bands)

    def settle(self, text_of: Callable[[int], str], likeness: Likeness | None = None) -> None:
        """Find the groups, when all documents are in.

        Args:
            text_of: the cleaned text of a document.
            likeness: asked for each similarity; None: all are computed.
        """

        @lru_cache(maxsize=_AT_HAND)
        def sequences_of(document: int) -> frozenset[str]:
            return sequences(text_of(document))

        self._find_shared_bands(self._settle_equal_texts())
        shared = self._connection.execute("select document, hash from shared_bands order by document, hash")
        for document, rows in groupby(shared, key=itemgetter(0)):
            bands = [band for _, band in rows]
            first = self._first_like(document, bands, sequences_of, likeness or _compared)
            if first:
                self._connection.execute("insert into duplicates values (?, ?, ?)", [document, *first])
            else:
                self._connection.executemany("insert into leaders values (?, ?)", [(band, document) for band in bands])
        # A copy of an article that was then found to be in a group belongs to that group.
        self._connection.execute(
            """
            update duplicates set (first, similarity) =
              (select leader.first, leader.similarity from duplicates leader where leader.document = duplicates.first)
            where first in (select document from duplicates)
            """
        )
        for table in ("shared_bands", "leaders"):
            self._connection.execute(f"drop table {table}")
        self._bands.drop()

    def _settle_equal_texts(self) -> NDArray[np.int64]:
        """The documents that have every word of an earlier one; they are put into its group."""
        documents = np.frombuffer(self._documents, np.int64)
        _, firsts, places = np.unique(np.frombuffer(self._exact, np.int64), return_index=True, return_inverse=True)
        first_of = documents[firsts[places]] if len(documents) else documents
        copies = first_of != documents
        rows = zip(documents[copies].tolist(), first_of[copies].tolist(), strict=True)
        self._connection.executemany("insert into duplicates values (?, ?, 1)", rows)
        return np.asarray(documents[copies])

    def _find_shared_bands(self, copies: NDArray[np.int64]) -> None:
        """The bands that several documents have, those apart that are in a group already."""
        for least, most in self._bands.ranges():
            found: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = []
            for documents, counts, bands in self._bands.pieces():
                owners = np.repeat(documents, counts)
                wanted = (bands >= least) & (bands <= most) & ~np.isin(owners, copies)
                found.append((bands[wanted], owners[wanted]))
            if not found:
                continue
            bands, owners = (np.concatenate(parts) for parts in zip(*found, strict=True))
            _, places, times = np.unique(bands, return_inverse=True, return_counts=True)
            several = times[places] > 1
            rows = zip(owners[several].tolist(), bands[several].tolist(), strict=True)
            self._connection.executemany("insert into shared_bands values (?, ?)", rows)

    def _first_like(
        self,
        document: int,
        bands: list[int],
        sequences_of: Callable[[int], frozenset[str]],
        likeness: Likeness,
    ) -> tuple[int, float] | None:
        """The first of the group that a document is most like, and how much; None where it is the first itself."""
        candidates = self._connection.execute(
            f"""
            select document from leaders where hash in ({", ".join("?" * len(bands))})
            group by document order by count(*) desc, document limit {_MOST_COMPARED}
            """,
            bands,
        )
        found: list[tuple[float, int]] = []
        for (other,) in candidates.fetchall():
            value = likeness(document, other, partial(_compared_in_full, sequences_of, document, other))
            if value >= SIMILARITY:
                found.append((-value, other))
        if not found:
            return None
        value, first = min(found)
        return first, round(-value, 4)
