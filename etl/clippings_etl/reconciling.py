"""The work file and the database beside it: whether the one knows what the other holds.

A database may have been changed, moved away, or put back from a backup since the last build, and the work file lost.
What the work file says of the database counts only where it is sure that it is about this one.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from .archive import SCHEMA_VERSION, open_archive
from .digest import DIGEST, content_digest
from .documents import Record
from .errors import DatabaseError
from .store import article_key
from .work_documents import Identity, WorkDocuments
from .work_file import WorkFile

_DATABASE = "database"
_DIGEST = "digest"
_CONTENT_VERSION = "digest version"


def mark_of(database: Path) -> str | None:
    """What changes when a database file does; None where there is none."""
    try:
        found = database.stat()
        with database.open("rb") as file:
            head = file.read(100)  # SQLite's header, with its counter of changes
    except FileNotFoundError:
        return None
    log = database.with_name(database.name + "-wal")
    pending = log.stat().st_size if log.exists() else 0
    return f"{found.st_size} {found.st_mtime_ns} {pending} {sha256(head).hexdigest()[:16]}"


def remember(work: WorkFile, database: Path, digest: str, version: str) -> None:
    """Note that the work file knows what a database file holds."""
    work.note(_DATABASE, mark_of(database) or "")
    work.note(_DIGEST, digest)
    work.note(_CONTENT_VERSION, version)


def reconcile(work: WorkFile, documents: WorkDocuments, database: Path, version: str) -> bool:
    """Bring what the work file says of the database in line with it; true where it knows all of it.

    Args:
        version: of how the database is to be written.
    """
    mark = mark_of(database)
    if mark is not None and work.fact(_DATABASE) == mark:
        return work.fact(_CONTENT_VERSION) == version
    with closing(open_archive(database, outdated=True)) if mark else closing(sqlite3.connect(":memory:")) as old:
        if mark and work.fact(_CONTENT_VERSION) == version and _is_known(work, old):
            work.note(_DATABASE, mark)
            return True
        work.connection.execute("delete from stored")
        work.note(_DATABASE, "")
        if mark:
            for key, sha, has_original in old.execute(_ARTICLES):
                work.connection.execute(_STORE, {"key": key, "sha256": sha, "has_original": has_original})
    # What is in no source any more lives on in the database, or nowhere.
    for document in list(documents.ids("vanished and key not in (select key from stored)")):
        documents.forget(document)
    return False


def vanished_articles(work: WorkFile, database: Path) -> Iterator[tuple[Identity, Record]]:
    """The articles of the old database that the work file knows nothing of, as they were read.

    Raises:
        DatabaseError: there are such, and their originals weren't kept.
    """
    if not database.exists():
        return
    with closing(open_archive(database, outdated=True)) as old:
        unknown = "select key from stored where key not in (select key from documents) order by key"
        keys = [key for (key,) in work.connection.execute(unknown)]
        for key in keys:
            row = old.execute(_RECORD, [key]).fetchone()
            source, data, format, url, encoding, sha, size = row
            if data is None:
                raise DatabaseError(
                    f"{len(keys):,} articles of {database}, such as {source}, are in no source any more; they can't be "
                    "kept, since neither their originals nor the work file of the last build are there",
                    "Build from all sources, or let these articles go with --prune.",
                )
            told = json.dumps([format, url, encoding], ensure_ascii=True)
            record = Record(source, zlib.decompress(data), format, url, encoding)
            yield Identity(article_key(source), source, None, sha, size, told), record


def outdated_articles(
    work: WorkFile, old: sqlite3.Connection | None, version: str
) -> Iterator[tuple[Identity, Record]]:
    """The documents that are in no source any more and were prepared by another version, where originals are kept."""
    query = """
        select id, key, source, sha256, size, told from documents
        where vanished and problem is null and version is not ? order by id
    """
    for document, key, source, sha, size, told in work.connection.execute(query, [version]).fetchall():
        waiting = work.connection.execute("select data from spool.originals where document = ?", [document]).fetchone()
        data = bytes(waiting[0]) if waiting else original_of(old, key)
        if data is not None:
            record = Record(source, zlib.decompress(data), *json.loads(told))
            yield Identity(key, source, None, sha, size, told), record


def original_of(old: sqlite3.Connection | None, key: str) -> bytes | None:
    """The compressed original of an article in the old database."""
    if old is None:
        return None
    row = old.execute(
        "select data from originals where article_id = (select id from articles where key = ?)", [key]
    ).fetchone()
    return bytes(row[0]) if row else None


_ARTICLES = """
select key, sha256, exists (select 1 from originals where article_id = articles.id) from articles
"""
_STORE = """
insert into stored (key, document, has_original)
values (:key, (select id from documents where key = :key and sha256 = :sha256), :has_original)
"""
_RECORD = """
select source, data, format, url, encoding, sha256, size
from articles left join originals on originals.article_id = articles.id where key = ?
"""


def _is_known(work: WorkFile, old: sqlite3.Connection) -> bool:
    """Whether the database, though its file was written to, says what the work file says that it says."""
    (version,) = old.execute("pragma user_version").fetchone()
    row = old.execute("select value from build_info where key = ?", [DIGEST]).fetchone()
    if version != SCHEMA_VERSION or row is None or row[0] != work.fact(_DIGEST):
        return False
    try:
        return content_digest(old) == str(row[0])
    except sqlite3.DatabaseError:
        return False
