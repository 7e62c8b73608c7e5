"""Proof that a database is what it claims: nothing lost, nothing off by one, nothing out of step."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from datasette_clippings.folding import fold

from .archive import open_archive
from .digest import DIGEST, ORIGINALS_KEPT, content_digest
from .documents import Record, Span, join_lines, lines
from .errors import DecodeError
from .extraction import extract

MAX_PROBLEMS = 20
"""Problems named for each check; more are only counted."""


@dataclass(frozen=True, slots=True)
class Check:
    """The outcome of one check."""

    name: str
    checked: int
    """How many things were looked at."""
    problems: tuple[str, ...]
    """What is wrong, each with its place; at most MAX_PROBLEMS."""
    problem_count: int = 0

    @property
    def ok(self) -> bool:
        return self.problem_count == 0


@dataclass(frozen=True, slots=True)
class Verification:
    """All checks of one database, and the digest of its content."""

    checks: tuple[Check, ...]
    digest: str

    @property
    def ok(self) -> bool:
        return all(check.ok for check in self.checks)


def verify(database: str | os.PathLike[str], *, done: Callable[[Check], None] | None = None) -> Verification:
    """Check a database from its first byte to its last count, and against the digest that its build computed.

    Args:
        done: called with each check as soon as it is finished.

    Raises:
        DatabaseError: there is no such file.
        ForeignFile: the file is no clippings database.
    """
    connection = open_archive(database)
    try:
        digest = content_digest(connection)
        checks: dict[str, Callable[[sqlite3.Connection], Problems]] = dict(_CHECKS)
        checks["content is what the build wrote"] = partial(_digest, digest)
        finished = []
        for name, check in checks.items():
            finished.append(_run(name, check, connection))
            if done:
                done(finished[-1])
        return Verification(tuple(finished), digest)
    finally:
        connection.close()


Problems = Iterator[str | None]
"""A check yields once for each thing it looked at: None, or what is wrong with it."""


def _run(name: str, check: Callable[[sqlite3.Connection], Problems], connection: sqlite3.Connection) -> Check:
    checked = 0
    problems = []
    try:
        for problem in check(connection):
            checked += 1
            if problem is not None:
                problems.append(problem)
    except sqlite3.DatabaseError as error:
        problems.append(f"the check could not be finished: {error}")
    return Check(name, checked, tuple(problems[:MAX_PROBLEMS]), len(problems))


def _sqlite(connection: sqlite3.Connection) -> Problems:
    for (message,) in connection.execute("pragma integrity_check"):
        yield None if message == "ok" else message
    for table, rowid, parent, _ in connection.execute("pragma foreign_key_check"):
        yield f"{table} row {rowid} points to a missing row of {parent}"


def _originals(connection: sqlite3.Connection) -> Problems:
    query = """
        select a.source, a.sha256, o.size, o.data from articles a
        left join originals o on o.article_id = a.id order by a.id
    """
    kept = _originals_kept(connection)
    for source, expected, size, data in connection.execute(query):
        if data is None:
            if kept:
                yield f"{source}: the original is missing"
            continue
        try:
            original = zlib.decompress(data)
        except zlib.error as error:
            yield f"{source}: the original can't be unpacked: {error}"
            continue
        right = sha256(original).hexdigest() == expected and len(original) == size
        yield None if right else f"{source}: the original's SHA-256 is not {expected}"


def _kept_and_removed(connection: sqlite3.Connection) -> Problems:
    query = """
        select a.id, a.source, a.title, a.title_source, a.text, a.format, a.url, a.encoding, o.data
        from articles a join originals o on o.article_id = a.id order by a.id
    """
    for article, source, title, title_source, text, format, url, encoding, data in connection.execute(query):
        try:
            decoded = extract(Record(source, zlib.decompress(data), format, url, encoding)).text
        except (zlib.error, DecodeError, LookupError) as error:
            yield f"{source}: the original can't be read: {error}"
            continue
        removed = []
        wrong = None
        for start, end, line in connection.execute(
            "select start, end, text from removed_lines where article_id = ? order by start", [article]
        ):
            if decoded[start:end] != line:
                wrong = f"{source}: the removed line at {start} is not what the original says there"
            removed.append(Span(start, end))
        gone = set(removed)
        kept = [span for span in lines(decoded) if span not in gone]
        try:
            joined = join_lines(decoded, kept, removed)
        except ValueError as error:
            wrong = wrong or f"{source}: {error}"
            joined = ""
        head, _, body = joined.partition("\n") if title_source == "headline" else ("", "", joined)
        if wrong is None and (body.lstrip("\n") != text or (head and head != title)):
            wrong = f"{source}: title and text are not the original without the removed lines"
        yield wrong


def _mentions(connection: sqlite3.Connection) -> Problems:
    query = "select field, start, end, surface from mentions where article_id = ? order by id"
    for article, source, title, text in connection.execute("select id, source, title, text from articles order by id"):
        fields = {"title": title, "text": text}
        for field, start, end, surface in connection.execute(query, [article]):
            hit = 0 <= start < end <= len(fields.get(field, "")) and fields[field][start:end] == surface
            yield None if hit else f"{source}: no {surface!r} at {field} {start}–{end}"


def _counts(connection: sqlite3.Connection) -> Problems:
    query = """
        select e.key, e.article_count, e.mention_count, count(distinct m.article_id), count(m.id)
        from entities e left join mentions m on m.entity_id = e.id group by e.id order by e.key
    """
    for key, articles, mentions, real_articles, real_mentions in connection.execute(query):
        right = (articles, mentions) == (real_articles, real_mentions) and mentions > 0
        yield (
            None
            if right
            else f"{key}: says {articles}/{mentions} articles/mentions, has {real_articles}/{real_mentions}"
        )
    differing = """
        select * from (
          select entity_id, article_id, mention_count from article_entities except
          select entity_id, article_id, count(*) from mentions group by 1, 2)
        union all select * from (
          select entity_id, article_id, count(*) from mentions group by 1, 2 except
          select entity_id, article_id, mention_count from article_entities)
    """
    for entity, article, _ in connection.execute(differing):
        yield f"article_entities and mentions differ on entity {entity} in article {article}"


def _full_text(connection: sqlite3.Connection) -> Problems:
    """FTS5's own check, and each word's place against an index made anew.

    The database is copied first: FTS5's check is written as an INSERT, and the file is open read-only.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = sqlite3.connect(Path(folder) / "copy.db", isolation_level=None)
        connection.backup(copy)
        try:
            copy.execute("pragma synchronous = off")
            copy.execute("insert into articles_fts (articles_fts) values ('integrity-check')")
            copy.execute("create virtual table temp.stored using fts5vocab('main', 'articles_fts', 'instance')")
            copy.execute("begin")
            (definition,) = copy.execute("select sql from sqlite_master where name = 'articles_fts'").fetchone()
            copy.execute(definition.replace("articles_fts", "fresh_fts", 1))
            for article, title, text in copy.execute("select id, title, text from articles order by id"):
                copy.execute(
                    "insert into fresh_fts (rowid, title, text) values (?, ?, ?)", (article, fold(title), fold(text))
                )
                yield None
            copy.execute("create virtual table temp.fresh using fts5vocab('main', 'fresh_fts', 'instance')")
            for one, other, what in (("stored", "fresh", "too many"), ("fresh", "stored", "missing")):
                differing = f"select term, doc from (select * from {one} except select * from {other}) group by 2, 1"
                for term, article in copy.execute(differing):
                    yield f"the full-text index has the word {term!r} {what} in article {article}"
        finally:
            copy.close()


def _digest(digest: str, connection: sqlite3.Connection) -> Problems:
    row = connection.execute("select value from build_info where key = ?", [DIGEST]).fetchone()
    if row is None:
        yield "the build left no digest"
    else:
        yield None if row[0] == digest else f"the build's digest was {row[0]}; the content was changed since"


def _originals_kept(connection: sqlite3.Connection) -> bool:
    row = connection.execute("select value from build_info where key = ?", [ORIGINALS_KEPT]).fetchone()
    return row is None or row[0] == "yes"


_CHECKS: dict[str, Callable[[sqlite3.Connection], Problems]] = {
    "SQLite's own integrity check": _sqlite,
    "original bytes match their SHA-256": _originals,
    "kept and removed lines are the original": _kept_and_removed,
    "mentions hit their words": _mentions,
    "counts agree": _counts,
    "full-text index agrees with the articles": _full_text,
}
