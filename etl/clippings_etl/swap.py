"""A new database takes the place of the old one, whole or not at all.

The database is written to a file of its own beside the target, in one transaction, and moved over
the target when it is complete and on disk: at every moment the target is either the old database or
the new one. The numbers of articles and entities, and what people added by hand, come along from the
old database.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from . import cleaning
from .archive import APPLICATION_ID, SCHEMA_VERSION, open_archive, schema
from .errors import DatabaseBusy, DatabaseError
from .store import Inherited, Store

PEOPLES_TABLES = ("corrections", "tags", "article_tags", "notes")
"""Written by people, never by a build; each rebuild carries them over as they are."""


@contextmanager
def create(database: Path, *, keep_originals: bool) -> Iterator[Store]:
    """A store for a new database that takes the place of ``database`` when the block ends well.

    When it doesn't, the old database stays and nothing is left behind; after a kill, the next build
    clears the unfinished file away.

    Raises:
        ForeignFile: ``database`` exists and was not made by clippings.
        DatabaseBusy: another build is writing the same database, or a program holds it in WAL mode.
        DatabaseError: the folder can't be written.
    """
    partial = database.with_name(database.name + "-partial")
    inherited = _inherited(database)
    connection = _open_partial(partial)
    try:
        # executescript() would end a transaction begun before it; this one begins in the script and lasts.
        connection.executescript("begin;" + schema())
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
        connection.execute(f"pragma user_version = {SCHEMA_VERSION}")
        store = Store(connection, inherited, keep_originals=keep_originals)
        store.add_rules(cleaning.RULES)
        yield store
        _carry_over(database, connection)
        connection.execute("commit")
        connection.close()
        _replace(partial, database)
    except BaseException as error:
        connection.close()
        partial.unlink(missing_ok=True)
        if isinstance(error, sqlite3.OperationalError | OSError):
            raise DatabaseError(
                f"{database} can't be written: {error}", "Check that the folder is writable and the disk has room."
            ) from error
        raise


def _open_partial(partial: Path) -> sqlite3.Connection:
    """The unfinished file, locked for us alone, and empty whatever a killed build left in it."""
    while True:
        try:
            connection = sqlite3.connect(partial, timeout=0, isolation_level=None)
            with _closed_on_error(connection):
                # Nobody reads this file before it is moved into place, and then it has been synced: no journal needed.
                connection.execute("pragma journal_mode = off")
                connection.execute("pragma synchronous = off")
                connection.execute("pragma locking_mode = exclusive")
                connection.execute("begin exclusive")
                (tables,) = connection.execute("select count(*) from sqlite_master").fetchone()
                connection.execute("commit")
            if tables == 0:
                return connection
            connection.close()
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise DatabaseBusy(f"another build is writing {partial}", "Wait until it is done.") from error
            raise DatabaseError(
                f"{partial} can't be written: {error}", "Check that the folder exists and has room."
            ) from error
        except sqlite3.DatabaseError:
            pass  # cut off in the middle of a page
        partial.unlink()


@contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _inherited(database: Path) -> Inherited:
    if not database.exists():
        return Inherited({}, {})
    old = Database(open_archive(database))
    try:
        numbers: dict[str, dict[str, int]] = {"article": {}, "entity": {}}
        for row in old["retired_ids"].rows:
            numbers[row["kind"]][row["key"]] = row["id"]
        for kind, table in (("article", "articles"), ("entity", "entities")):
            numbers[kind].update((row["key"], row["id"]) for row in old[table].rows_where(select="key, id"))
        return Inherited(numbers["article"], numbers["entity"])
    finally:
        old.close()


def _carry_over(database: Path, connection: sqlite3.Connection) -> None:
    """What people wrote into the old database, up to this moment, goes into the new one."""
    if not database.exists():
        return
    old = Database(open_archive(database))
    try:
        for table in PEOPLES_TABLES:
            for row in old[table].rows:
                columns, places = ", ".join(row), ", ".join("?" * len(row))
                connection.execute(f"insert into {table} ({columns}) values ({places})", list(row.values()))
    finally:
        old.close()


def _replace(partial: Path, database: Path) -> None:
    """Move the finished file into place, once it is on disk.

    A write-ahead log of the old database would be replayed into the new one, so it has to be gone first.
    """
    log = database.with_name(database.name + "-wal")
    if log.exists():
        old = open_archive(database, mutable=True)
        old.execute("pragma wal_checkpoint(truncate)")
        old.close()
        if log.exists() and log.stat().st_size:
            raise DatabaseBusy(f"another program is writing {database}", "Stop it, then build again.")
    with partial.open("rb+") as file:
        os.fsync(file.fileno())
    partial.replace(database)
