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
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from .archive import APPLICATION_ID, SCHEMA_VERSION, open_archive
from .entities.user_lists import NO_LISTS, UserLists
from .errors import DatabaseBusy, DatabaseError
from .name_counts import NameCounts
from .numbers import Numbers
from .present_numbers import PresentNumbers
from .store import Store

PEOPLES_TABLES = ("corrections", "tags", "article_tags", "notes")
"""Written by people, never by a build; each rebuild carries them over as they are."""

SCRATCH = "-scratch"
"""Behind the database's name: the file for what only the present build has to know."""


class Replacement:
    """A database that is to take the place of another."""

    def __init__(
        self, database: Path, partial: Path, connection: sqlite3.Connection, scratch: sqlite3.Connection
    ) -> None:
        self.database = database
        self._partial = partial
        self.connection = connection
        """To the unfinished file."""
        self.scratch = scratch
        """To a file for tables that are gone with the build."""
        self.is_started = False
        self.is_moved = False
        self.before_move: Callable[[Path], None] = lambda partial: None
        """Called with the finished file, before it takes the old one's place."""

    def start_empty(
        self, *, keep_originals: bool, lists: UserLists = NO_LISTS, counts: NameCounts | None = None
    ) -> Store:
        """Begin with an empty database; articles and entities get the numbers they had in the old one.

        Args:
            counts: what entities are called in the whole archive, where this isn't all of it.
        """
        self.connection.execute("begin")
        self.connection.execute(f"pragma application_id = {APPLICATION_ID}")
        self.connection.execute(f"pragma user_version = {SCHEMA_VERSION}")
        self.is_started = True
        numbers = Numbers(self.scratch, _inherited(self.database), counts)
        return Store(self.connection, numbers, keep_originals=keep_originals, lists=lists)

    def start_as_copy(self, *, keep_originals: bool, lists: UserLists = NO_LISTS) -> Store:
        """Begin with a copy of the old database."""
        with closing(open_archive(self.database)) as old:
            old.backup(self.connection)
        # With the header of an old one that has a write-ahead log, the new one would have one too, left behind here.
        self.connection.execute("pragma journal_mode = off")
        self.connection.execute("begin")
        self.is_started = True
        self.numbers = PresentNumbers(self.connection)
        return Store(self.connection, self.numbers, keep_originals=keep_originals, lists=lists, is_new=False)

    def finish(self) -> None:
        """Take the old database's place."""
        with self.ready():
            self.move()

    @contextmanager
    def ready(self) -> Iterator[None]:
        """Have all on disk; until the block ends, nothing can be written into the old database."""
        with _held(self.database) as old:
            if old:
                _carry_over(old, self.connection)
            self.connection.execute("commit")
            yield

    def move(self) -> None:
        """Take the old database's place, inside ``ready``."""
        self.before_move(self._partial)
        self._partial.replace(self.database)
        self.is_moved = True


@contextmanager
def replacing(database: Path) -> Iterator[Replacement]:
    """A database that can take the place of ``database``.

    When it doesn't, the old database stays and no unfinished one is left behind; after a kill, the next build
    clears it away.

    Raises:
        ForeignFile: ``database`` exists and was not made by clippings.
        DatabaseBusy: another build is writing the same database, or a program is writing the old one.
        DatabaseError: the folder can't be written, or the disk is full.
    """
    partial = database.with_name(database.name + "-partial")
    connection = _open_partial(partial)
    replacement: Replacement | None = None
    try:
        if database.exists():
            open_archive(database, outdated=True).close()
        # Ours alone while the unfinished database is locked.
        with _scratch(database.with_name(database.name + SCRATCH)) as scratch:
            replacement = Replacement(database, partial, connection, scratch)
            yield replacement
    except BaseException as error:
        if type(error) is sqlite3.DatabaseError:  # what concerns the work file has been told already
            raise DatabaseError(f"{database} is damaged: {error}", "Move it away, then build anew.") from error
        if isinstance(error, sqlite3.OperationalError | OSError):
            raise DatabaseError(
                f"{database} can't be written: {error}",
                "Check that the folder is writable and the disk has room; the next build goes on from here.",
            ) from error
        raise
    finally:
        # What has that name when ours has moved away is another build's.
        if replacement is None or not replacement.is_moved:
            partial.unlink(missing_ok=True)
        connection.close()
        if replacement is None or not replacement.is_moved:
            partial.with_name(partial.name + "-wal").unlink(missing_ok=True)


@contextmanager
def create(
    database: Path, *, keep_originals: bool, lists: UserLists = NO_LISTS
) -> Iterator[tuple[sqlite3.Connection, Store]]:
    """A scratch file and a store for a new database, which takes the place of ``database`` when the block ends well."""
    with replacing(database) as replacement:
        store = replacement.start_empty(keep_originals=keep_originals, lists=lists)
        yield replacement.scratch, store
        replacement.finish()


@contextmanager
def _scratch(path: Path) -> Iterator[sqlite3.Connection]:
    path.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            # Nothing here outlives the build: no journal, and no waiting for the disk.
            for setting in ("journal_mode = off", "synchronous = off", "locking_mode = exclusive"):
                connection.execute(f"pragma {setting}")
            connection.execute("pragma cache_size = -64000")
            connection.execute("begin exclusive")
            yield connection
    finally:
        path.unlink(missing_ok=True)


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
    from sqlite_utils import Database

    for table in PEOPLES_TABLES:
        new.execute(f"delete from {table}")
        for row in Database(old)[table].rows:
            columns, places = ", ".join(row), ", ".join("?" * len(row))
            new.execute(f"insert into {table} ({columns}) values ({places})", list(row.values()))
