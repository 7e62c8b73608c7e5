"""Which databases are archives of clippings; everything else is left to Datasette."""

from __future__ import annotations

import os
import sqlite3
from typing import Any
from weakref import WeakKeyDictionary

APPLICATION_ID = 0x434C4950  # "CLIP", which the build writes into the file's header

# What the pages draw from. A file that bears the mark but not these tables is none of ours (yet).
TABLES = (
    "languages",
    "articles",
    "rules",
    "removed_lines",
    "entities",
    "entity_names",
    "mentions",
    "mention_candidates",
    "article_entities",
    "articles_fts",
)

SEARCHED = ("articles", "articles_fts")
"""What searches draw from; who may not see these may not search."""

_IS_ARCHIVE = f"""
select (select application_id from pragma_application_id) = {APPLICATION_ID}
  and ? = (
    select count(*) from sqlite_master where type in ('table', 'view') and name in ({", ".join("?" * len(TABLES))})
  )
"""

# Answers, each with the state of the file it was read from. The keys are weak: a database that Datasette
# drops takes its answer along, and another one by the same name asks anew.
_answers: WeakKeyDictionary[Any, tuple[tuple[int, ...], bool]] = WeakKeyDictionary()


def bears_mark(connection: sqlite3.Connection) -> bool:
    """Whether the connection's file is marked as an archive; false for what is no database at all."""
    try:
        row = connection.execute("pragma application_id").fetchone()
    except sqlite3.Error:
        return False
    return bool(row) and row[0] == APPLICATION_ID


async def is_archive(datasette: Any, database: str | None) -> bool:
    """Whether the database of this name is an archive."""
    db = datasette.databases.get(database)
    if db is None:
        return False
    state = file_state(db.path)
    known = _answers.get(db)
    if state and known and known[0] == state:
        return known[1]
    try:
        rows = await db.execute(_IS_ARCHIVE, [len(TABLES), *TABLES], log_sql_errors=False)
        answer = bool(rows.first()[0])
    except sqlite3.Error:
        return False
    if state:
        _answers[db] = (state, answer)
    return answer


def file_state(path: str | os.PathLike[str] | None) -> tuple[int, ...] | None:
    """What changes when a file is replaced or written; None for a database in memory."""
    if path is None:
        return None
    try:
        status = os.stat(path)  # noqa: PTH116  (the path comes as a string or a Path)
    except OSError:
        return None
    return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
