"""What only the whole corpus shows: which articles are nearly the same, and which lines a site repeats.

Documents are added one by one in their order; then the corpus is settled, and says of each document what
it found. Everything that grows with the corpus is in a SQLite database, so that memory stays bounded.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass

from .cleaning import clean
from .documents import Cleaned, Portable
from .duplicates import DuplicateGroups, Fingerprint, Likeness, fingerprint
from .repeated import Repeated, RepeatedLines, line_keys, remove_repeated


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of a document."""

    fingerprint: Fingerprint
    lines: frozenset[int]


def traits(decoded: str, cleaned: Cleaned) -> Traits:
    """What is compared of a document; of its lines also those that are removed already, here and perhaps not there."""
    return Traits(fingerprint(cleaned.text), line_keys(decoded))


@dataclass(frozen=True, slots=True)
class PackedTraits(Portable):
    """What is compared of a document, in few bytes."""

    exact: int | None
    bands: bytes
    """64 bits each."""
    lines: bytes
    """64 bits each."""

    @classmethod
    def of(cls, found: Traits) -> PackedTraits:
        """Packed, always alike."""
        bands, lines = array("q", found.fingerprint.bands), array("q", sorted(found.lines))
        return cls(found.fingerprint.exact, bands.tobytes(), lines.tobytes())


class Corpus:
    """The comparison of documents; makes its tables in the given connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._groups = DuplicateGroups(connection)
        self._lines = RepeatedLines(connection)
        self._count = 0

    def add(self, site: str, found: PackedTraits) -> None:
        """Take in the next document; they are numbered from 0."""
        self._groups.add_packed(self._count, found.exact, found.bands)
        self._lines.add_packed(self._count, site, found.lines)
        self._count += 1

    def settle(self, text_of: Callable[[int], str], likeness: Likeness | None = None) -> None:
        """Compare, when all documents are in; for the arguments see ``DuplicateGroups.settle``."""
        self._groups.settle(text_of, likeness)
        self._lines.settle()

    def repeated(self) -> Iterator[Repeated | None]:
        """The lines of each document that its site repeats, in the order of the documents."""
        found = self._lines.of_documents()
        following = next(found, None)
        for document in range(self._count):
            if following and following[0] == document:
                yield following[1]
                following = next(found, None)
            else:
                yield None


def clean_corpus(pairs: Iterable[tuple[str, str]]) -> list[Cleaned]:
    """Clean many texts, ``[(site, text), ...]``, and take out the lines that a site repeats as well."""
    texts = list(pairs)
    cleaned = [clean(text) for _, text in texts]
    with closing(sqlite3.connect("", isolation_level=None)) as connection:  # a temporary file
        connection.execute("begin")
        corpus = Corpus(connection)
        for (site, text), one in zip(texts, cleaned, strict=True):
            corpus.add(site, PackedTraits.of(traits(text, one)))
        corpus.settle(lambda document: cleaned[document].text)
        return [
            remove_repeated(text, one, repeated) if repeated else one
            for (_, text), one, repeated in zip(texts, cleaned, corpus.repeated(), strict=True)
        ]
