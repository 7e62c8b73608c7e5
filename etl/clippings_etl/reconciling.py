"""The work file and the database beside it: whether the one knows what the other holds.

A database may have been changed, moved away, or put back from a backup since the last build, and the work file lost.
What the work file says of the database counts only where it is sure that it is about this one.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from .archive import SCHEMA_VERSION, open_archive
from .digest import DIGEST, ORIGINALS_KEPT, content_digest
from .documents import Record
from .errors import DatabaseError
from .sharding import Shard
from .store import article_key
from .work_documents import Identity, WorkDocuments
from .work_file import WorkFile

_DATABASE = "database"
_DIGEST = "digest"
_CONTENT_VERSION = "digest version"
_SHARDS = "shards"


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


def remember(work: WorkFile, shard: Shard, written: Path, digest: str, version: str) -> None:
    """Note that the work file knows what a database file holds.

    Args:
        written: the file, which may have another name still.
    """
    work.note(fact(_DATABASE, shard), mark_of(written) or "")
    work.note(fact(_DIGEST, shard), digest)
    work.note(fact(_CONTENT_VERSION, shard), version)


def fact(name: str, shard: Shard) -> str:
    """What a fact about one file of the archive is called."""
    return name if shard.is_whole else f"{name} of shard {shard.number}"


def reconcile(work: WorkFile, documents: WorkDocuments, shards: Sequence[Shard], version: str) -> list[bool]:
    """Bring what the work file says of the archive in line with it; true for each file of which it knows all.

    Args:
        version: of how the database is to be written.
    """
    if (work.fact(_SHARDS) or "1") != str(len(shards)):
        work.connection.execute("delete from stored")
        work.connection.execute("delete from facts where name = ? or name like '% of shard %'", [_DATABASE])
        work.note(_SHARDS, str(len(shards)))
    known = [_reconcile(work, shard, version) for shard in shards]
    if not all(known):
        # What is in no source any more lives on in the database, or nowhere.
        for document in list(documents.ids("vanished and key not in (select key from stored)")):
            documents.forget(document)
    return known


def _reconcile(work: WorkFile, shard: Shard, version: str) -> bool:
    database, name = shard.database, fact(_DATABASE, shard)
    mark = mark_of(database)
    if mark is not None and work.fact(name) == mark:
        return work.fact(fact(_CONTENT_VERSION, shard)) == version
    with closing(open_archive(database, outdated=True)) if mark else closing(sqlite3.connect(":memory:")) as old:
        if mark and work.fact(fact(_CONTENT_VERSION, shard)) == version and _is_known(work, shard, old):
            work.note(name, mark)
            return True
        work.connection.execute("delete from stored where shard = ?", [shard.number])
        work.note(name, "")
        if mark:
            for key, sha, has_original in old.execute(_ARTICLES):
                stored = {"key": key, "sha256": sha, "has_original": has_original, "shard": shard.number}
                work.connection.execute(_STORE, stored)
    return False


def vanished_articles(work: WorkFile, shard: Shard, stays: Callable[[str], bool]) -> Iterator[tuple[Identity, Record]]:
    """The articles of an old database that the work file knows nothing of, as they were read.

    Args:
        stays: whether an article of this source isn't to be taken out.

    Raises:
        DatabaseError: there are such, and their originals weren't kept.
    """
    database = shard.database
    if not database.exists():
        return
    with closing(open_archive(database, outdated=True)) as old:
        unknown = "select key from stored where shard = ? and key not in (select key from documents) order by key"
        keys = [key for (key,) in work.connection.execute(unknown, [shard.number])]
        columns = {name for _, name, *_ in old.execute("pragma table_info(articles)")}
        # Archives of version 1 have plain texts alone.
        record_of = _RECORD.format(format="format" if "format" in columns else "'text'")
        for key in keys:
            source, data, format, url, encoding, size = old.execute(record_of, [key]).fetchone()
            if not stays(source):
                continue
            if data is None:
                raise DatabaseError(
                    f"{len(keys):,} articles of {database}, such as {source}, are in no source any more; they can't be "
                    "kept, since neither their originals nor the work file of the last build are there",
                    "Build from all sources, or let these articles go with --prune.",
                )
            told = json.dumps([format, url, encoding], ensure_ascii=True)
            record = Record(source, _decompressed(data, source, database), format, url, encoding)
            digest = sha256(record.data).hexdigest()
            yield Identity(article_key(source), source, None, digest, size, told), record


def _decompressed(data: bytes, source: str, database: Path) -> bytes:
    try:
        return zlib.decompress(data)
    except zlib.error as error:
        raise DatabaseError(
            f"the original of {source}, which is in no source any more, is damaged in {database}: {error}",
            "Put its file back, or let what is in no source any more go with --prune.",
        ) from error


def check_originals(work: WorkFile) -> None:
    """See that what is in no source any more and is to be kept has an original.

    Raises:
        DatabaseError: it hasn't, since none were kept when it was there.
    """
    rows = work.connection.execute(_WITHOUT_ORIGINAL).fetchall()
    if rows:
        raise DatabaseError(
            f"{len(rows):,} articles, such as {rows[0][0]}, are in no source any more, and their originals weren't "
            "kept: a database with all originals can't be made",
            "Build with --no-originals, from all sources, or let these articles go with --prune.",
        )


def is_original(data: bytes, sha: str) -> bool:
    """Whether a compressed original is the one of this SHA-256."""
    try:
        return sha256(zlib.decompress(data)).hexdigest() == sha
    except zlib.error:
        return False


def outdated_articles(
    work: WorkFile, old: sqlite3.Connection | None, version: str
) -> Iterator[tuple[Identity, Record]]:
    """The documents that are in no source any more and were prepared by another version, where originals are kept."""
    query = """
        select id, key, source, sha256, size, told from documents
        where vanished = 1 and problem is null and version is not ? order by id
    """
    for document, key, source, sha, size, told in work.connection.execute(query, [version]).fetchall():
        waiting = work.connection.execute("select data from spool.originals where document = ?", [document]).fetchone()
        data = bytes(waiting[0]) if waiting else original_of(old, key)
        if data is not None and is_original(data, sha):
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
insert or replace into stored (key, document, has_original, shard)
values (:key, (select id from documents where key = :key and sha256 = :sha256), :has_original, :shard)
"""
_WITHOUT_ORIGINAL = """
select source from present where vanished
  and not exists (select 1 from spool.originals where originals.document = present.id)
  and not exists (select 1 from stored
    where stored.key = present.key and stored.document = present.id and has_original)
order by position
"""
_RECORD = """
select source, data, {format}, url, encoding, size
from articles left join originals on originals.article_id = articles.id where key = ?
"""


def _is_known(work: WorkFile, shard: Shard, old: sqlite3.Connection) -> bool:
    """Whether the database, though its file was written to, says what the work file says that it says."""
    (version,) = old.execute("pragma user_version").fetchone()
    row = old.execute("select value from build_info where key = ?", [DIGEST]).fetchone()
    if version != SCHEMA_VERSION or row is None or row[0] != work.fact(fact(_DIGEST, shard)):
        return False
    try:
        return _has_all(old) and content_digest(old) == str(row[0])
    except sqlite3.DatabaseError:
        return False


def _has_all(old: sqlite3.Connection) -> bool:
    """Whether what the digest says nothing of is there too: every original, and a search index that is right."""
    missing = f"""
        select exists (select 1 from build_info where key = '{ORIGINALS_KEPT}' and value = 'yes')
            and exists (select 1 from articles where id not in (select article_id from originals))
          or exists (select 1 from search_index where stale)
    """
    (found,) = old.execute(missing).fetchone()
    return not found
