"""The database file: how to tell it, open it, and make an empty one."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from datasette_clippings.archive import APPLICATION_ID

from .errors import DatabaseBusy, DatabaseError, ForeignFile, OutdatedArchive

# The mark stands in the plugin, which a published site has alone.
__all__ = ["APPLICATION_ID", "SCHEMA_VERSION", "is_archive", "is_sqlite", "open_archive", "schema", "statements"]

SCHEMA_VERSION = 4
"""``PRAGMA user_version``: raised whenever schema.sql changes what a reader can rely on."""

_SQLITE = b"SQLite format 3\0"


def schema() -> str:
    """The SQL that makes an empty database."""
    return files("clippings_etl").joinpath("schema.sql").read_text(encoding="utf-8")


def statements(script: str) -> Iterator[str]:
    """The statements of an SQL script, one by one, each with the comments above it."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def open_archive(path: str | os.PathLike[str], *, mutable: bool = False, outdated: bool = False) -> sqlite3.Connection:
    """Open an existing clippings database, read-only unless asked otherwise.

    Args:
        outdated: open one that an older version made, too.

    Raises:
        OutdatedArchive: an older version made it.
        DatabaseError: there is no such file, or it is damaged.
        DatabaseBusy: another program keeps it locked.
        ForeignFile: it is no SQLite file, another program's, or a newer version's.
    """
    path = Path(path)
    if not path.exists():
        raise DatabaseError(f"{path} does not exist", f"Build it first: clippings build SOURCE -o {path}")
    if not path.is_file():
        raise ForeignFile(f"{path} is no file", "Name a database.")
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={'rw' if mutable else 'ro'}", uri=True)
    try:
        _check(connection, path, outdated)
    except sqlite3.OperationalError as error:
        connection.close()
        if not mutable and "readonly" in str(error):
            # A writer was killed and left its journal, which only a writer may roll back.
            open_archive(path, mutable=True, outdated=True).close()
            return open_archive(path, outdated=outdated)
        raise DatabaseBusy(f"{path} can't be read now: {error}", "Wait until no other program writes to it.") from error
    except sqlite3.DatabaseError as error:
        connection.close()
        if "malformed" in str(error):
            raise DatabaseError(f"{path} is damaged: {error}", "Move it away, then build anew.") from error
        raise ForeignFile(f"{path} is no SQLite database: {error}", "It is left alone; name another file.") from error
    except DatabaseError:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection, path: Path, outdated: bool) -> None:
    connection.execute("select count(*) from sqlite_master")  # what reads the file, and rolls a journal back
    (application_id,) = connection.execute("pragma application_id").fetchone()
    (version,) = connection.execute("pragma user_version").fetchone()
    if application_id != APPLICATION_ID:
        raise ForeignFile(f"{path} was not made by clippings", "It is left alone; name another file.")
    if version > SCHEMA_VERSION:
        raise ForeignFile(f"{path} was made by a newer version of clippings", "Update datasette-clippings.")
    if version < SCHEMA_VERSION and not outdated:
        raise OutdatedArchive(
            f"{path} was made by an older version of clippings",
            "Build again from the same sources; article numbers, tags and notes are carried over.",
        )


def is_archive(path: str | os.PathLike[str]) -> bool:
    """Whether a path is a clippings database; one that is busy is one as well."""
    try:
        open_archive(path, outdated=True).close()
    except DatabaseBusy:
        return True
    except DatabaseError:
        return False
    return True


def is_sqlite(path: str | os.PathLike[str]) -> bool:
    """Whether a path is a SQLite file, ours or another's."""
    path = Path(path)
    if not path.is_file():  # a pipe would be waited for
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False
