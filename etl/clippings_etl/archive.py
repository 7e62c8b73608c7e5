"""The database file: how to tell it, open it, and make an empty one."""

from __future__ import annotations

import os
import sqlite3
from importlib.resources import files
from pathlib import Path

from .errors import DatabaseBusy, DatabaseError, ForeignFile

APPLICATION_ID = 0x434C4950
"""``PRAGMA application_id`` of a clippings database: the letters CLIP."""

SCHEMA_VERSION = 1
"""``PRAGMA user_version``: raised whenever schema.sql changes what a reader can rely on."""


def schema() -> str:
    """The SQL that makes an empty database."""
    return files("clippings_etl").joinpath("schema.sql").read_text(encoding="utf-8")


def open_archive(path: str | os.PathLike[str], *, mutable: bool = False) -> sqlite3.Connection:
    """Open an existing clippings database, read-only unless asked otherwise.

    Raises:
        DatabaseError: there is no such file, or it can't be read.
        DatabaseBusy: another program keeps it locked.
        ForeignFile: it is no SQLite file, or another program's.
    """
    path = Path(path)
    if not path.is_file():
        raise DatabaseError(f"{path} does not exist", "Build it first: clippings build SOURCE -o " + str(path))
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={'rw' if mutable else 'ro'}", uri=True)
    try:
        (application_id,) = connection.execute("pragma application_id").fetchone()
        (version,) = connection.execute("pragma user_version").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        raise DatabaseBusy(f"{path} can't be read now: {error}", "Wait until no other program writes to it.") from error
    except sqlite3.DatabaseError as error:
        connection.close()
        raise ForeignFile(f"{path} is no SQLite database: {error}", "Choose another name with -o.") from error
    if application_id != APPLICATION_ID:
        connection.close()
        raise ForeignFile(f"{path} was not made by clippings; it is left alone", "Choose another name with -o.")
    if version > SCHEMA_VERSION:
        connection.close()
        raise ForeignFile(f"{path} was made by a newer version of clippings", "Update datasette-clippings.")
    return connection


def is_archive(path: str | os.PathLike[str]) -> bool:
    """Whether a path is a clippings database."""
    try:
        open_archive(path).close()
    except DatabaseError:
        return False
    return True
