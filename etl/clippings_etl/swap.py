"""A new database takes the place of the old one, whole or not at all.

The database is written to a file of its own beside the target, in one transaction, and moved over
the target when it is complete and on disk: at every moment the target is either the old database or
the new one. The numbers of articles and entities, and what people added by hand, come along from the
old database.

Two locks hold it together, both SQLite's own. The unfinished file is locked from before its first
byte until it has become the target, so that no second build meddles. The old database is locked from
before its last rows are read until it is replaced, so that nothing is written into it that would be lost.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from .archive import APPLICATION_ID, SCHEMA_VERSION, open_archive
from .entities.user_lists import NO_LISTS, UserLists
from .errors import DatabaseBusy, DatabaseError
from .numbers import Numbers
from .spool import Spool
from .store import Store

PEOPLES_TABLES = ("corrections", "tags", "article_tags", "notes")
"""Written by people, never by a build; each rebuild carries them over as they are."""


@contextmanager
def create(database: Path, *, keep_originals: bool, lists: UserLists = NO_LISTS) -> Iterator[tuple[Spool, Store]]:
    """A spool, and a store for a new database that takes the place of ``database`` when the block ends well.

    When it doesn't, the old database stays and nothing is left behind; after a kill, the next build
    clears the unfinished files away.

    Raises:
        ForeignFile: ``database`` exists and was not made by clippings.
        DatabaseBusy: another build is writing the same database, or a program is writing the old one.
        DatabaseError: the folder can't be written.
    """
    partial = database.with_name(database.name + "-partial")
    connection = _open_partial(partial)
    try:
        # Ours alone while the unfinished database is locked.
        with closing(Spool(database.with_name(database.name + "-spool"))) as spool:
            numbers = Numbers(spool.connection, _inherited(database))
            connection.execute("begin")
            connection.execute(f"pragma application_id = {APPLICATION_ID}")
            connection.execute(f"pragma user_version = {SCHEMA_VERSION}")
            yield spool, Store(connection, numbers, keep_originals=keep_originals, lists=lists)
        with _held(database) as old:
            if old:
                _carry_over(old, connection)
            connection.execute("commit")
            partial.replace(database)
    except BaseException as error:
        partial.unlink(missing_ok=True)
        if isinstance(error, sqlite3.OperationalError | OSError):
            raise DatabaseError(
                f"{database} can't be written: {error}", "Check that the folder is writable and the disk has room."
            ) from error
        raise
    finally:
        connection.close()


def _open_partial(partial: Path) -> sqlite3.Connection:
    """The unfinished file, locked for us alone, and empty whatever a killed build left in it."""
    while True:
        found = _inode(partial)
        try:
            connection = sqlite3.connect(partial, timeout=0, isolation_level=None)
            with _closed_on_error(connection):
                # Nobody reads this file before it is moved into place, and its commit waits for the disk: no
                # journal is needed, and none can be left behind.
                connection.execute("pragma journal_mode = off")
                connection.execute("pragma synchronous = full")
                connection.execute("pragma locking_mode = exclusive")
                connection.execute("pragma cache_size = -16000")  # each sorter takes as much again
                connection.execute("begin exclusive")
                (tables,) = connection.execute("select count(*) from sqlite_master").fetchone()
                connection.execute("commit")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise DatabaseBusy(f"another build is writing {partial}", "Wait until it is done.") from error
            raise DatabaseError(
                f"{partial} can't be written: {error}", "Check that the folder exists and has room."
            ) from error
        except sqlite3.DatabaseError:
            partial.unlink(missing_ok=True)  # cut off in the middle of a page
            continue
        # Another build may have moved the file away while we waited at its door.
        ours = found in (None, _inode(partial))
        if ours and tables == 0:
            return connection
        if ours:
            partial.unlink(missing_ok=True)
        connection.close()


def _inode(path: Path) -> int | None:
    try:
        return path.stat().st_ino
    except FileNotFoundError:
        return None


@contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _inherited(database: Path) -> Iterator[tuple[str, str, int]]:
    """The numbers that the old database gave out, those of articles and entities now gone first."""
    if not database.exists():
        return
    with closing(open_archive(database, outdated=True)) as old:
        yield from old.execute("select kind, key, id from retired_ids")
        yield from old.execute("select 'article', key, id from articles")
        yield from old.execute("select 'entity', key, id from entities")


@contextmanager
def _held(database: Path) -> Iterator[sqlite3.Connection | None]:
    """The old database, which nobody can write to inside the block; None where there is none."""
    if not database.exists():
        yield None
        return
    with closing(open_archive(database, mutable=True, outdated=True)) as old:
        try:
            # A write-ahead log would be replayed into the new database, so it goes into the old one first.
            old.execute("pragma journal_mode = delete")
            old.execute("begin immediate")
        except sqlite3.OperationalError as error:
            if os.access(database, os.W_OK):
                raise DatabaseBusy(
                    f"another program is writing {database}: {error}", "Stop it, then build again."
                ) from error
            # A file that we may not write to is written to by nobody.
        yield old


def _carry_over(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """What people wrote into the old database goes into the new one."""
    for table in PEOPLES_TABLES:
        for row in Database(old)[table].rows:
            columns, places = ", ".join(row), ", ".join("?" * len(row))
            new.execute(f"insert into {table} ({columns}) values ({places})", list(row.values()))
