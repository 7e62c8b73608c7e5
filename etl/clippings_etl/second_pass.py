"""Comparing all documents, and the second pass over those of which something has changed."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .errors import WorkFileDamaged
from .packing import unpack
from .passes import Finished, Waiting
from .progress import Progress
from .work_documents import WorkDocuments
from .work_file import WorkFile

if TYPE_CHECKING:
    from .duplicates import Likeness
    from .repeated import Repeated

_CHUNK = 500


class SecondPass:
    """What the second pass has to do.

    Args:
        scratch: where the tables of the comparison are made.
        version: of all that the second pass depends on.
    """

    def __init__(self, work: WorkFile, documents: WorkDocuments, scratch: sqlite3.Connection, *, version: str) -> None:
        self._work = work
        self._execute = work.connection.execute
        self._documents = documents
        self._version = version
        self._scratch = scratch
        self._signatures: deque[tuple[bytes, bool]] = deque()
        """Of the documents under way, and whether this is their first time."""
        self.total = 0
        """Documents in all."""
        self._done = self._bytes = 0
        self._number = 0

    @property
    def is_needed(self) -> bool:
        """Whether anything may have changed since the last one."""
        if self._work.fact("settled") != "yes":
            return True
        stale = """
            select exists (select 1 from present left join results on results.document = present.id
              where results.version is not ?)
        """
        (found,) = self._execute(stale, [self._version]).fetchone()
        return bool(found)

    def compare(self) -> None:
        """Compare all documents in the order of their names."""
        from .corpus import Corpus, PackedTraits

        self._execute(
            """
            insert into spool.sequence (document)
            select id from present order by position, key
            """
        )
        corpus = Corpus(self._scratch)
        query = """
            select site, exact, bands, lines from spool.sequence
            join documents on documents.id = sequence.document left join traits on traits.document = sequence.document
            order by sequence.number
        """
        for site, exact, bands, lines in self._execute(query):
            if bands is None:
                raise WorkFileDamaged("what is compared of a document is missing")
            corpus.add(site, PackedTraits(exact, bands, lines))
            self.total += 1
        corpus.settle(lambda number: self._text(self._document(number)), self._likeness())
        rows = self._scratch.execute("select document, first, similarity from duplicates")
        self._work.connection.executemany(
            """
            insert into spool.duplicates values (
              (select document from spool.sequence where number = ? + 1),
              (select document from spool.sequence where number = ? + 1), ?)
            """,
            rows,
        )
        if self._work.fact("settled") != "yes":
            known = "(select id from documents)"
            self._execute(f"delete from similarities where one not in {known} or other not in {known}")
        self._corpus = corpus

    def waiting(self) -> Iterator[Waiting]:
        """The documents to be finished, in their order; each is to be handed to ``put`` when it is."""
        repeated = self._corpus.repeated()
        for first in range(1, self.total + 1, _CHUNK):
            query = """
                select documents.id, sha256, results.version, results.repeated from spool.sequence
                join documents on documents.id = sequence.document left join results on results.document = documents.id
                where sequence.number between ? and ? order by sequence.number
            """
            rows = self._execute(query, [first, first + _CHUNK - 1]).fetchall()
            for (document, sha256, version, signature), said in zip(rows, repeated, strict=False):
                self._number += 1
                if waiting := self._stale(document, sha256, version, signature, said):
                    yield waiting
        self._work.pause()

    def put(self, finished: Finished) -> None:
        """The result of the second pass over the next document."""
        signature, is_first = self._signatures.popleft()
        self._documents.put_finished(finished, self._version, signature, is_first=is_first)
        self._done += 1
        self._bytes += len(finished.document.text)
        self._work.pause()

    def progress(self, failed: int) -> Progress:
        """How far the pass is."""
        waiting = len(self._signatures)
        unchanged = self._number - self._done - waiting
        share = (self._number - waiting) / self.total
        return Progress("recognising", self._number - waiting, self.total, failed, unchanged, self._bytes, share)

    def end(self) -> None:
        """All results are in."""
        self._work.note("settled", "yes")
        self._work.commit()

    def _stale(
        self, document: int, sha256: str, version: str | None, signature: bytes | None, said: Repeated | None
    ) -> Waiting | None:
        now = said.signature if said else b""
        if version == self._version and signature == now:
            return None
        former = None if signature is None else self._blob("results", document)
        self._signatures.append((now, former is None))
        payload = self._blob("payloads", document)
        if payload is None:
            raise WorkFileDamaged("a document is missing")
        return Waiting(document, payload, sha256, said, former)

    def _blob(self, table: str, document: int) -> bytes | None:
        row = self._execute(f"select data from {table} where document = ?", [document]).fetchone()
        return row[0] if row else None

    def _document(self, number: int) -> int:
        (document,) = self._execute("select document from spool.sequence where number = ?", [number + 1]).fetchone()
        return int(document)

    def _text(self, document: int) -> str:
        return unpack(self._blob("payloads", document) or b"")[2].text

    def _likeness(self) -> Likeness:
        """Each two documents are compared once in their lives."""

        def likeness(one, other, compare):  # type: ignore[no-untyped-def]
            pair = self._document(one), self._document(other)
            row = self._execute("select value from similarities where one = ? and other = ?", pair).fetchone()
            if row:
                return row[0]
            value = compare()
            self._execute("insert into similarities values (?, ?, ?)", [*pair, value])
            return value

        return likeness
