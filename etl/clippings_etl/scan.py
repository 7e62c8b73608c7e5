"""Sources → what has changed since the last build: only that is read, and only what reads otherwise is made anew.

A file is as it was if its size and times are; one whose times are so recent that another change could have the same
is read again (as git does with "racily clean" entries). What is read is the same if its bytes and what came with
them are.
"""

from __future__ import annotations

import json
import re
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from .documents import Record
from .errors import DatabaseError, ReadError
from .passes import Failed, Prepared
from .progress import Progress
from .readers import FoundFile, ReadOptions, Unreadable
from .store import article_key
from .work_documents import Identity, Known, WorkDocuments
from .work_file import WorkFile

_RACY = 2_500_000_000
"""Nanoseconds. The coarsest times that a file system keeps are two seconds apart."""

_LEVELS = re.compile(r"/|#(?=\d+$)")
"""Where the names of folders, containers and files end in a document's name."""

# What is in no source any more and not in the database, or not as it is known here, while that has the original.
_NOWHERE = """
vanished and (key not in (select key from stored) or (
  not exists (select 1 from spool.originals where originals.document = documents.id)
  and exists (select 1 from stored
    where stored.key = documents.key and stored.document is not documents.id and has_original)))
"""


@dataclass(slots=True)
class Seen:
    """What looking through the sources showed."""

    files: int = 0
    files_done: int = 0
    bytes: int = 0
    """Of all files."""
    bytes_done: int = 0
    read: int = 0
    """Documents read."""
    bytes_read: int = 0
    """In these documents."""
    new: int = 0
    changed: int = 0
    same: int = 0
    """Documents among those read that are as they were."""
    failed: int = 0
    passed_over: Counter[str] = field(default_factory=Counter)

    def progress(self) -> Progress:
        """How far the reading is."""
        share = self.bytes_done / self.bytes if self.bytes else None
        return Progress("reading", self.read, None, self.failed, self.same, self.bytes_read, share)


@dataclass(slots=True)
class _Sent:
    """A document on its way through the first pass."""

    identity: Identity
    known: Known | None


@dataclass(slots=True)
class _End:
    """The end of a file."""

    file: int
    stamp: str | None
    size: int
    passed_over: Counter[str]


class Scan:
    """One look through the sources, which brings the work file's first stages up to date."""

    def __init__(
        self,
        work: WorkFile,
        documents: WorkDocuments,
        *,
        version: str,
        reading: ReadOptions,
        keep_originals: bool,
        prune: bool,
        progress: Callable[[Progress], None],
        passes_over: Callable[[Path], bool],
    ) -> None:
        self._work = work
        self._execute = work.connection.execute
        self._documents = documents
        self._version = version
        self._reading = reading
        self._keep_originals = keep_originals
        self._prune = prune
        self._progress = progress
        self._passes_over = passes_over
        self.seen = Seen()
        self._under_way: deque[_Sent | _End] = deque()
        self._again: set[int] = set()
        """Files that have to be read again by the next build."""
        self._out_of_reach: set[str] = set()
        """Names of files, folders and containers that can't be read."""

    def look(self, files: Iterable[FoundFile | Unreadable]) -> list[FoundFile]:
        """Those of all the files that have to be read; what is known of the others is right."""
        self._execute("delete from failures where file is null")
        self._documents.unmark_pruned()
        found: list[FoundFile] = []
        rows = []
        for item in files:
            if isinstance(item, Unreadable):
                self._documents.put_unread(None, Failed(item.source, "read", item.error))
                continue
            stamp, size = _stamp(item)
            rows.append((len(found), item.source, stamp, size))
            found.append(item)
            self.seen.bytes += size
        self._work.connection.executemany("insert into spool.found values (?, ?, ?, ?)", rows)
        self.seen.files = len(found)
        self._forget_reading_of_others()
        return [found[number] for number in self._to_be_read() if not self._is_passed_over(number, found[number])]

    def _is_passed_over(self, number: int, item: FoundFile) -> bool:
        """Whether a file that is new or changed is none of the sources."""
        if not isinstance(item.path, Path) or not self._passes_over(item.path):
            return False
        self._execute("delete from spool.found where number = ?", [number])
        return True

    def _forget_reading_of_others(self) -> None:
        """Files read with other options, or documents cleaned by other rules, count as not read."""
        options = repr(self._reading)
        if self._work.fact("reading") != options:
            self._execute("update files set stamp = null")
            self._work.note("reading", options)
        if self._work.fact("cleaning") != self._version:
            self._execute("delete from similarities")  # another version may compare otherwise
            self._work.note("cleaning", self._version)
        self._execute(
            """
            update files set stamp = null where stamp is not null and id in (
              select file from documents where not vanished and version is not ?)
            """,
            [self._version],
        )
        if self._keep_originals:
            self._execute(
                """
                update files set stamp = null where stamp is not null and id in (
                  select file from documents where not vanished and problem is null
                    and not exists (select 1 from spool.originals where document = documents.id)
                    and not exists (
                      select 1 from stored
                      where stored.key = documents.key and stored.document = documents.id and has_original))
                """
            )

    def _to_be_read(self) -> list[int]:
        query = """
            select number, size, stamp is not null and known, passed_over from (
              select number, found.size, found.stamp, files.stamp is found.stamp as known, passed_over
              from spool.found left join files on files.name = found.name)
            order by number
        """
        wanted = []
        for number, size, is_known, passed_over in self._execute(query):
            if not is_known:
                wanted.append(number)
                continue
            self.seen.files_done += 1
            self.seen.bytes_done += size
            if passed_over != "{}":
                self.seen.passed_over.update(json.loads(passed_over))
        return wanted

    def read(self, files: Sequence[FoundFile]) -> Iterator[Record]:
        """Every document in these files that is new or changed; each is to be handed to ``put`` when prepared."""
        if not files:
            return
        from .readers import read_file

        for item in files:
            file = self._begin(item.source)
            stamp, size = _stamp(item)
            passed_over: Counter[str] = Counter()
            for record in read_file(item, self._reading, passed_over):
                if isinstance(record, Unreadable):
                    self._unread(file, item, record)
                elif sent := self._to_be_prepared(record, file):
                    self._under_way.append(sent)
                    yield record
                else:
                    self._progress(self.seen.progress())
                self._work.pause()
            stamp = stamp if _stamp(item)[0] == stamp else None
            self._under_way.append(_End(file, stamp, size, passed_over))
            self._finish_files()

    def again(self, records: Iterable[tuple[Identity, Record]]) -> Iterator[Record]:
        """Documents that are in no source any more and have to be prepared again; each is to be handed to ``put``."""
        for identity, record in records:
            self._under_way.append(_Sent(identity, self._documents.find(identity.key)))
            yield record

    def put_file(self, item: FoundFile, results: Iterable[Identified], passed_over: Counter[str]) -> None:
        """What became of a file whose documents were read and prepared elsewhere."""
        file = self._begin(item.source)
        # As it was before a worker had it.
        stamp, size = self._execute("select stamp, size from spool.found where name = ?", [item.source]).fetchone()
        for read, prepared in results:
            if isinstance(prepared, Unreadable):
                self._unread(file, item, prepared)
            elif read:
                self.seen.read += 1
                self.seen.bytes_read += read.size
                identity = replace(read, file=file)
                self._under_way.append(_Sent(identity, self._documents.find(identity.key)))
                self.put(prepared)
        stamp = stamp if _stamp(item)[0] == stamp else None
        self._under_way.append(_End(file, stamp, size, passed_over))
        self._finish_files()

    def put(self, prepared: Prepared | Failed) -> None:
        """The result of the first pass over the next document."""
        sent = self._under_way.popleft()
        assert isinstance(sent, _Sent) and sent.identity.source == prepared.source, "results come in order"
        identity, known = sent.identity, sent.known
        now = self._documents.find(identity.key)
        if now and self._documents.was_seen(now.id):
            self._same_name(identity.file, identity.source)
        elif isinstance(prepared, Failed) and identity.file is None:
            self._keep_as_it_was(now, prepared)
        elif isinstance(prepared, Failed):
            self._documents.put_failed(now, identity, self._version, prepared)
            self.seen.failed += 1
            if not prepared.is_lasting and identity.file is not None:
                self._again.add(identity.file)
        else:
            self._documents.put_prepared(now, identity, self._version, prepared)
        if identity.file is None or isinstance(prepared, Failed):
            pass
        elif known is None:
            self.seen.new += 1
        elif (known.sha256, known.told) != (identity.sha256, identity.told):
            self.seen.changed += 1
        else:
            self.seen.same += 1
        self._finish_files()
        self._work.pause()
        self._progress(self.seen.progress())

    def end(self) -> None:
        """Documents and files that are gone: they are kept, or to be taken out."""
        self._finish_files()
        assert not self._under_way, "every result was put"
        gone = "file not in (select files.id from files join spool.found on found.name = files.name)"
        self._execute(f"update documents set vanished = 1 where not vanished and {gone}")
        self._execute("update documents set file = null where vanished and file is not null")
        # What couldn't be used and is gone is no loss.
        for document in list(self._documents.ids("vanished and problem is not null")):
            self._documents.forget(document)
        for document in list(self._documents.ids(_NOWHERE)):
            self._documents.forget(document)
        self._execute(
            "delete from failures where file not in (select files.id from files join spool.found using (name))"
        )
        self._execute(
            """
            delete from files where name not in (select name from spool.found)
              and id not in (select file from documents where file is not null)
            """
        )
        self._out_of_reach = {source for (source,) in self._execute("select source from failures where stage = 'read'")}
        query = "select id, source from documents where vanished order by id"
        rows = self._execute(query).fetchall()
        self._documents.mark_pruned(document for document, source in rows if not self.stays(source))
        self._work.commit()

    def stays(self, source: str) -> bool:
        """Whether an article that is in no source any more stays: because it should, or may only be out of reach.

        That is where its file, or the folder or container that it lay in, can't be read.
        """
        if not self._prune:
            return True
        ends = (match.start() for match in _LEVELS.finditer(source))
        return any(source[:end] in self._out_of_reach for end in (*ends, len(source)))

    def _to_be_prepared(self, record: Record, file: int) -> _Sent | None:
        identity = replace(_identity(record), file=file)
        self.seen.read += 1
        self.seen.bytes_read += identity.size
        known = self._documents.find(identity.key)
        now = (identity.sha256, identity.told, self._version)
        if known is None or (known.sha256, known.told, known.version) != now:
            return _Sent(identity, known)
        if not self._documents.see(known.id):
            self._same_name(file, record.source)
            return None
        self._documents.keep(known, file)
        if self._keep_originals and not self._documents.has_original(known.id, identity.key):
            self._documents.put_original(known.id, record.data)
        self.seen.same += 1
        return None

    def _unread(self, file: int, item: FoundFile, found: Unreadable) -> None:
        failed = Failed(found.source, "read", found.error)
        self.seen.failed += 1
        identity = Identity(article_key(found.source), found.source, file, "", 0, "")
        known = self._documents.find(identity.key)
        is_seen = known is not None and self._documents.was_seen(known.id)
        was_article = known is not None or self._documents.is_stored(identity.key)
        if was_article and not is_seen and not found.error.may_pass:
            self._documents.put_failed(known, identity, self._version, failed)  # takes the article's place
            return
        self._documents.put_unread(file, failed)
        if found.error.may_pass:
            self._again.add(file)

    def _keep_as_it_was(self, known: Known | None, failed: Failed) -> None:
        """What is in no source any more can't be prepared again: what was made of it before is all that there is."""
        if known is None:
            raise DatabaseError(
                f"{failed.source} is in no source any more, and its original in the database can't be prepared again: "
                f"{failed.error}",
                "Put its file back, or let what is in no source any more go with --prune.",
            )
        self._documents.put_unread(None, failed)
        self.seen.failed += 1

    def _same_name(self, file: int | None, source: str) -> None:
        error = ReadError("another document has the same name", "Rename one of them.")
        self._documents.put_unread(file, Failed(source, "read", error))
        self.seen.failed += 1

    def _begin(self, name: str) -> int:
        """The number of a file that is read now."""
        row = self._execute("select id from files where name = ?", [name]).fetchone()
        if row is None:
            return int(self._execute("insert into files (name) values (?)", [name]).lastrowid or 0)
        self._execute("delete from failures where file = ?", row)
        self._execute("update files set stamp = null where id = ?", row)
        return int(row[0])

    def _finish_files(self) -> None:
        while self._under_way and isinstance(self._under_way[0], _End):
            end = self._under_way.popleft()
            assert isinstance(end, _End)
            self._execute(
                """
                update documents set vanished = 1
                where file = ? and not vanished and id not in (select document from spool.seen)
                """,
                [end.file],
            )
            stamp = None if end.file in self._again else end.stamp
            self._execute(
                "update files set stamp = ?, passed_over = ? where id = ?",
                [stamp, json.dumps(end.passed_over, sort_keys=True), end.file],
            )
            self.seen.passed_over.update(end.passed_over)
            self.seen.files_done += 1
            self.seen.bytes_done += end.size


Identified = tuple[Identity | None, "Prepared | Failed | Unreadable"]
"""A document with what became of it; what couldn't be read has no identity."""


def identified(function: Callable[[Record | Unreadable], Prepared | Failed], item: Record | Unreadable) -> Identified:
    """The function's result with the document's identity."""
    return (None, item) if isinstance(item, Unreadable) else (_identity(item), function(item))


def _identity(record: Record) -> Identity:
    told = json.dumps([record.format, record.url, record.encoding])
    digest = sha256(record.data).hexdigest()
    return Identity(article_key(record.source), record.source, None, digest, len(record.data), told)


def _stamp(item: FoundFile) -> tuple[str | None, int]:
    """What changes when the file does, None where nothing can be relied on; and its size in bytes."""
    if not isinstance(item.path, Path):
        size, mark = item.stamp()
        return (f"{size} {mark}" if mark else None), size or 0
    try:
        found = item.path.stat()
    except OSError:
        return None, 0  # reading it tells why
    latest = max(found.st_mtime_ns, found.st_ctime_ns)
    stamp = f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"
    return (stamp if latest < time.time_ns() - _RACY else None), found.st_size
