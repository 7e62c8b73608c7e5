"""The work file: what a build keeps beside its database, for the next build and for one that goes on after a kill.

It holds what was made of each document, stage by stage, and which files it came out of. It is no source of anything:
without it the next build makes all of it again. Beside it, until a build is done, lies the spool: the originals of
documents that aren't in the database yet.
"""

from __future__ import annotations

import re
import secrets
import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from .archive import statements
from .errors import DatabaseBusy, ForeignFile, WorkFileDamaged

WORK = "-work"
"""Behind the database's name: the name of the work file."""

ONCE = "-once"
"""Behind that: the name of one that doesn't outlive its build."""

SPOOL = "-spool"
"""Behind a work file's name: the name of the file of the originals that wait."""

SUPER_JOURNAL = r"-mj[0-9A-F]{6}9[0-9A-F]{2}"
"""Behind a work file's name, as a pattern: that of SQLite's own file for a commit that concerns the spool as well."""

_SQLITE = b"SQLite format 3\0"

_APPLICATION_ID = 0x436C_7077
_FORMAT = 3
"""``PRAGMA user_version``: raised whenever the tables below, or what stands in them, change."""

_SCHEMA = """
-- What this file belongs to.
create table facts (name text primary key, value text not null) without rowid;
-- Files among the sources. `stamp`: size and times when it was read; null: it is to be read again.
create table files (
  id integer primary key, name text not null unique, stamp text, passed_over text not null default '{}'
);
-- Documents; another content gets another row. `told`: what came with the bytes; `version`: of the first pass, null
-- where it has to be done again; `problem`: why there is no article; `vanished`: 1 where it is in no source any more, 2
-- where it is to be taken out for that as soon as a database without it is there.
create table documents (
  id integer primary key autoincrement, key text not null unique, source text not null, position text not null,
  file integer, sha256 text not null, size integer not null, told text not null, site text not null,
  version text, vanished integer not null default 0, stage text, problem text, advice text
);
create index documents_file on documents(file);
-- Those that the database is to hold.
create view present as select * from documents where problem is null and vanished < 2;
-- What could not be read, by file; null: what lies in no file.
create table failures (
  file integer, source text not null, stage text not null, problem text not null, advice text not null
);
create index failures_file on failures(file);
-- What the first pass made of a document.
create table payloads (document integer primary key, data blob not null);
create table traits (document integer primary key, exact integer, bands blob not null, lines blob not null);
-- What the second pass made of it; `repeated`: signature of the lines that its site repeats.
create table results (
  document integer primary key, version text, repeated blob not null, digest blob not null, data blob not null,
  stage text, problem text, advice text
);
-- How often the results name an entity so.
create table name_counts (
  entity text not null, name text not null, language text not null, evidence text not null, count integer not null,
  primary key (entity, name, language, evidence)
) without rowid;
create table shown_counts (
  entity text not null, name text not null, count integer not null, primary key (entity, name)
) without rowid;
-- Likenesses of documents that were compared.
create table similarities (
  one integer not null, other integer not null, value real not null, primary key (one, other)
) without rowid;
-- What the database holds, as far as it is known; `digest`: null where it isn't; `shard`: the file that holds it.
create table stored (
  key text primary key, document integer, has_original integer not null, digest blob, first text, similarity real,
  shard integer not null default 1
) without rowid;
"""

_TOKEN = "spool"

_SPOOL_SCHEMA = """
-- What the work file has a copy of: other originals than its own would be those of other documents.
create table if not exists spool.token (value text not null);
create table if not exists spool.originals (document integer primary key, data blob not null);
-- For the present build alone.
create table spool.found (number integer primary key, name text not null unique, stamp text, size integer not null);
create table spool.seen (document integer primary key);
create table spool.sequence (number integer primary key, document integer not null);
create table spool.duplicates (document integer primary key, first integer not null, similarity real not null);
"""
_PASSING = ("found", "seen", "sequence", "duplicates")

_SECONDS = 2.0
"""Between two commits: what a kill can cost."""


class WorkFile:
    """The work file of a database, locked for this build alone.

    Args:
        keep: whether it outlives the build; else another file is used, which is empty at first.
        renew: why the file that is there isn't to be used; empty: it is.

    Raises:
        DatabaseBusy: another build uses it.
        ForeignFile: a file that isn't ours has its name.
    """

    def __init__(self, database: Path, *, keep: bool = True, renew: str = "") -> None:
        self.path = database.with_name(database.name + WORK + ("" if keep else ONCE))
        self.spool = self.path.with_name(self.path.name + SPOOL)
        self._keep = keep
        self.renewed = renew
        """Why the file that was there could not be used; empty where it could, or where none was there."""
        self.before_commit: Callable[[], None] = lambda: None
        """Called to write what waits in memory."""
        if renew or not keep:
            self.discard()
        try:
            self.connection = self._open()
        except WorkFileDamaged as error:
            self.renewed = str(error)
            self.discard()
            self.connection = self._open()
        if keep:
            _remove(self.path.with_name(self.path.name + ONCE))  # of a killed build
        self._last_commit = time.monotonic()

    def __enter__(self) -> WorkFile:
        return self

    def __exit__(self, type: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """Keep what is done; of what was broken off, up to the last commit, since anything may be half done.

        Raises:
            WorkFileDamaged: that is why a statement failed.
        """
        try:
            try:
                if error is None:
                    self.commit()
            except sqlite3.DatabaseError as failure:
                self._check(failure)
                raise
            if isinstance(error, sqlite3.DatabaseError):
                self._check(error)
        finally:
            self._close()
            if not self._keep:
                self.discard()

    def _check(self, failure: sqlite3.DatabaseError) -> None:
        """Look whether a statement failed because of this file; many a damage shows only where it is read."""
        if isinstance(failure, sqlite3.OperationalError):
            return  # a full disk, a lock
        try:
            problems = [row[0] for row in self.connection.execute("pragma integrity_check(1)")]
        except sqlite3.DatabaseError as error:
            problems = [str(error)]
        if problems != ["ok"]:
            raise WorkFileDamaged(f"it is damaged ({failure})") from failure

    def _close(self) -> None:
        with suppress(sqlite3.Error):  # it stays then, and the next one to open the file plays it back
            if self.connection.in_transaction:
                self.connection.execute("rollback")
            self.connection.execute("pragma journal_mode = delete")
            for path in (self.path, self.spool):
                journal = path.with_name(path.name + "-journal")
                # Still locked, so nobody else's; an empty one holds nothing to be played back.
                if journal.exists() and journal.stat().st_size == 0:
                    journal.unlink()
        self.connection.close()

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=0, isolation_level=None)
        try:
            self._prepare(connection)
        except sqlite3.OperationalError as error:
            connection.close()
            if "locked" in str(error):
                raise DatabaseBusy(f"another build is using {self.path}", "Wait until it is done.") from error
            raise
        except sqlite3.DatabaseError as error:
            connection.close()
            self._refuse_foreign()
            raise WorkFileDamaged(f"it can't be used ({error})") from error
        except BaseException:
            connection.close()
            raise
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        for setting in ("locking_mode = exclusive", "journal_mode = truncate", "synchronous = normal"):
            connection.execute(f"pragma {setting}")
        connection.execute("pragma cache_size = -64000")
        connection.execute("begin exclusive")
        (tables,) = connection.execute("select count(*) from sqlite_master").fetchone()
        (application,) = connection.execute("pragma application_id").fetchone()
        (format,) = connection.execute("pragma user_version").fetchone()
        if tables and application != _APPLICATION_ID:
            raise self._foreign()
        if tables and format != _FORMAT:
            raise WorkFileDamaged("another version made it")
        if not tables:
            for statement in statements(_SCHEMA):
                connection.execute(statement)
            connection.execute(f"pragma application_id = {_APPLICATION_ID}")
            connection.execute(f"pragma user_version = {_FORMAT}")
        connection.execute("commit")
        self._attach_spool(connection)
        if not _is_its_spool(connection):
            connection.execute("detach spool")
            _remove(self.spool)
            self._attach_spool(connection)
        connection.execute("begin")
        for table in _PASSING:
            connection.execute(f"drop table if exists spool.{table}")
        for statement in statements(_SPOOL_SCHEMA):
            connection.execute(statement)
        if not _tokens(connection):
            token = secrets.token_hex(16)
            connection.execute("insert into spool.token values (?)", [token])
            connection.execute("insert or replace into facts values (?, ?)", [_TOKEN, token])
        _remove_super_journals(self.path)

    def _attach_spool(self, connection: sqlite3.Connection) -> None:
        connection.execute("attach ? as spool", [str(self.spool)])
        connection.execute("pragma spool.journal_mode = truncate")
        connection.execute("pragma spool.synchronous = normal")

    def _refuse_foreign(self) -> None:
        """Leave a file alone that we haven't made, though it has the name of ours."""
        try:
            with self.path.open("rb") as file:
                head = file.read(72)
        except FileNotFoundError:
            return
        # Where SQLite keeps it, see https://sqlite.org/fileformat.html#application_id
        is_ours = head.startswith(_SQLITE) and head[68:] == _APPLICATION_ID.to_bytes(4, "big")
        if head and not is_ours:
            raise self._foreign()

    def _foreign(self) -> ForeignFile:
        return ForeignFile(
            f"{self.path}, the name of the work file, is a file that clippings didn't make",
            "It is left alone. Give it another name, or name another database with --output.",
        )

    def fact(self, name: str) -> str | None:
        """What is known of the file."""
        row = self.connection.execute("select value from facts where name = ?", [name]).fetchone()
        return str(row[0]) if row else None

    def note(self, name: str, value: str) -> None:
        """Keep a fact."""
        self.connection.execute("insert or replace into facts values (?, ?)", [name, value])

    def pause(self) -> None:
        """Between two documents: commit, if the last time is some seconds ago."""
        if time.monotonic() - self._last_commit >= _SECONDS:
            self.commit()

    def commit(self) -> None:
        """Make all that was done outlive a kill."""
        self.before_commit()
        self.connection.execute("commit")
        self.connection.execute("begin")
        self._last_commit = time.monotonic()

    def drop_spool(self) -> None:
        """All is in the database: nothing waits any more."""
        self.commit()
        self.connection.execute("commit")
        self.connection.execute("detach spool")
        _remove(self.spool)
        self.connection.execute("begin")

    def discard(self) -> None:
        """Remove the file, and what belongs to it."""
        if self._keep:  # the other name is nobody's but ours
            self._refuse_foreign()
        _remove(self.path)


def _remove(path: Path) -> None:
    """Remove a work file, or its spool, with all that belongs to it."""
    for name in (path.name, f"{path.name}-journal", f"{path.name}{SPOOL}", f"{path.name}{SPOOL}-journal"):
        path.with_name(name).unlink(missing_ok=True)
    _remove_super_journals(path)


def _remove_super_journals(path: Path) -> None:
    """Remove what a kill between two steps of a commit leaves behind: it is of use to the journals it names alone.

    To be called when there are none, or when they were played back; see https://sqlite.org/atomiccommit.html, 5.
    """
    for found in path.parent.iterdir():
        if found.name.startswith(path.name) and re.fullmatch(SUPER_JOURNAL, found.name[len(path.name) :]):
            found.unlink(missing_ok=True)


def _tokens(connection: sqlite3.Connection) -> list[str]:
    return [value for (value,) in connection.execute("select value from spool.token")]


def _is_its_spool(connection: sqlite3.Connection) -> bool:
    """Whether the originals that wait are those of the documents in the work file."""
    (tables,) = connection.execute("select count(*) from spool.sqlite_master").fetchone()
    if not tables:
        return True
    (known,) = connection.execute("select count(*) from spool.sqlite_master where name = 'token'").fetchone()
    wanted = [value for (value,) in connection.execute("select value from facts where name = ?", [_TOKEN])]
    return bool(known) and bool(wanted) and _tokens(connection) == wanted
