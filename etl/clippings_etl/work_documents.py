"""What a work file knows of each document, one at a time: what was made of it, and that it is gone."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .documents import Analysed
from .name_counts import NameCounts
from .packing import unpack_analysed
from .passes import Failed, Finished, Prepared
from .work_file import WorkFile

_NUMBERED = re.compile(r"#(\d+)$")


@dataclass(frozen=True, slots=True)
class Identity:
    """A document as it was read, without its bytes."""

    key: str
    """See ``store.article_key``."""
    source: str
    file: int | None
    """The file that it came out of, by its number in the work file; None where it is in no source any more."""
    sha256: str
    size: int
    told: str
    """What came with the bytes, see ``scan``."""


@dataclass(frozen=True, slots=True)
class Known:
    """A document in the work file."""

    id: int
    file: int | None
    sha256: str
    told: str
    version: str | None
    vanished: bool


class WorkDocuments:
    """The documents of a work file."""

    def __init__(self, work: WorkFile) -> None:
        self._work = work
        self._execute = work.connection.execute
        self.counts = NameCounts(work.connection)
        work.before_commit = self.counts.write
        self._is_settled = True

    def find(self, key: str) -> Known | None:
        """The document of a key."""
        query = "select id, file, sha256, told, version, vanished from documents where key = ?"
        row = self._execute(query, [key]).fetchone()
        return Known(*row) if row else None

    def put_prepared(self, known: Known | None, identity: Identity, version: str, prepared: Prepared) -> bool:
        """Keep what the first pass made of a document, in place of what is known of it; False: that is the same."""
        if known and self._is_same(known, identity, prepared):
            self._execute(
                "update documents set version = ?, file = ?, vanished = ? where id = ?",
                [version, identity.file, identity.file is None, known.id],
            )
            self._put_original(known.id, prepared.original)
            self.see(known.id)
            return False
        document = self._replace(known, identity, version, prepared.site, None)
        self._execute("insert into payloads values (?, ?)", [document, prepared.payload])
        traits = prepared.traits
        self._execute("insert into traits values (?, ?, ?, ?)", [document, traits.exact, traits.bands, traits.lines])
        self._put_original(document, prepared.original)
        return True

    def put_failed(self, known: Known | None, identity: Identity, version: str, failed: Failed) -> None:
        """Keep why a document has no article."""
        self._replace(known, identity, version if failed.is_lasting else None, "", failed)

    def put_unread(self, file: int | None, failed: Failed) -> None:
        """List what could not be read."""
        row = (file, failed.source, failed.stage, str(failed.error), failed.error.advice)
        self._execute("insert into failures values (?, ?, ?, ?, ?)", row)

    def put_original(self, document: int, data: bytes) -> None:
        """Keep the original of an unchanged document, whose original isn't anywhere."""
        self._put_original(document, zlib.compress(data))

    def has_original(self, document: int, key: str) -> bool:
        """Whether the original of a document is at hand."""
        query = """
            select exists (select 1 from spool.originals where document = :document)
              or exists (select 1 from stored where key = :key and document = :document and has_original)
        """
        (found,) = self._execute(query, {"document": document, "key": key}).fetchone()
        return bool(found)

    def is_stored(self, key: str) -> bool:
        """Whether the database has an article of a key."""
        return self._execute("select 1 from stored where key = ?", [key]).fetchone() is not None

    def was_seen(self, document: int) -> bool:
        """Whether a document was met in this build already."""
        return self._execute("select 1 from spool.seen where document = ?", [document]).fetchone() is not None

    def see(self, document: int) -> bool:
        """Note that a document is there today; False: it was seen already."""
        return bool(self._execute("insert or ignore into spool.seen values (?)", [document]).rowcount)

    def keep(self, known: Known, file: int | None) -> None:
        """Note that a document is there today, and the same."""
        if known.vanished or known.file != file:
            self._execute("update documents set vanished = 0, file = ? where id = ?", [file, known.id])

    def put_finished(self, finished: Finished, version: str, repeated: bytes, *, is_first: bool) -> None:
        """Keep what the second pass made of a document, in place of what it made before.

        Args:
            is_first: whether it made nothing before.
        """
        document, failed = finished.number, finished.failed
        former = None if is_first else self.result(document)
        if former:
            self.counts.add(former, -1)
        self.counts.add(finished.document)
        failure = (failed.stage, str(failed.error), failed.error.advice) if failed else (None, None, None)
        self._execute(
            "insert or replace into results values (?, ?, ?, ?, ?, ?, ?, ?)",
            [document, None if failed else version, repeated, finished.digest, finished.packed, *failure],
        )

    def result(self, document: int) -> Analysed | None:
        """What the second pass made of a document.

        Raises:
            WorkFileDamaged: it can't be read.
        """
        query = "select results.data, payloads.data from results join payloads using (document) where document = ?"
        row = self._execute(query, [document]).fetchone()
        return unpack_analysed(*row)[0] if row else None

    def forget(self, document: int) -> None:
        """Remove all that is known of a document."""
        self._remove(document)
        self._unsettle()

    def forget_pruned(self) -> None:
        """Remove those that are to be taken out. They were no part of the last comparison, which stays right."""
        for document in self.ids("vanished = 2"):
            self._remove(document)

    def mark_pruned(self, documents: Iterable[int]) -> None:
        """Have documents taken out, when there is a database without them."""
        for document in documents:
            self._execute("update documents set vanished = 2 where id = ?", [document])
            self._unsettle()

    def unmark_pruned(self) -> None:
        """Keep after all what another build was to take out, and wasn't finished."""
        if self._execute("update documents set vanished = 1 where vanished = 2").rowcount:
            self._unsettle()

    def _remove(self, document: int) -> None:
        former = self.result(document)
        if former:
            self.counts.add(former, -1)
        for table in ("payloads", "traits", "results", "spool.originals"):
            self._execute(f"delete from {table} where document = ?", [document])
        self._execute("delete from documents where id = ?", [document])

    def ids(self, condition: str, *values: object) -> Iterator[int]:
        """The documents that a condition holds for."""
        query = f"select id from documents where {condition} order by id"
        for (document,) in self._execute(query, values).fetchall():
            yield document

    def _unsettle(self) -> None:
        """All documents have to be compared again."""
        if self._is_settled:
            self._work.note("settled", "no")
            self._is_settled = False

    def _is_same(self, known: Known, identity: Identity, prepared: Prepared) -> bool:
        if (known.sha256, known.told) != (identity.sha256, identity.told):
            return False
        query = """
            select site, data, exact, bands, lines from documents join payloads on payloads.document = documents.id
            join traits on traits.document = documents.id where documents.id = ?
        """
        traits = prepared.traits
        now = (prepared.site, prepared.payload, traits.exact, traits.bands, traits.lines)
        return bool(self._execute(query, [known.id]).fetchone() == now)

    def _put_original(self, document: int, data: bytes | None) -> None:
        if data is not None:
            self._execute("insert or replace into spool.originals values (?, ?)", [document, data])

    def _replace(
        self, known: Known | None, identity: Identity, version: str | None, site: str, failed: Failed | None
    ) -> int:
        if known:
            self.forget(known.id)
        failure = (failed.stage, str(failed.error), failed.error.advice) if failed else (None, None, None)
        cursor = self._execute(
            """
            insert into documents (key, source, position, file, vanished, sha256, size, told, site, version,
              stage, problem, advice)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                identity.key, identity.source, position(identity.source), identity.file, identity.file is None,
                identity.sha256, identity.size, identity.told, site, version, *failure,
            ],
        )  # fmt: skip
        self._unsettle()
        document = int(cursor.lastrowid or 0)
        self.see(document)
        return document


def position(source: str) -> str:
    """What documents are sorted by: their names, and records of a container by their numbers."""
    return _NUMBERED.sub(lambda match: f"#{match[1]:>012}", source)
