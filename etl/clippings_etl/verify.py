"""Proof that a database is what it claims: nothing lost, nothing off by one, nothing out of step."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from unicodedata import unidata_version

from datasette_clippings.folding import fold

from .archive import open_archive
from .digest import DECODING_LIBRARIES, DIGEST, LIBRARY, MARKUP_LIBRARIES, ORIGINALS_KEPT, content_digest
from .documents import Record, Span, join_lines, lines
from .engines import run
from .errors import DecodeError
from .extraction import extract
from .quality import differences
from .version import VERSION

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
    notes: tuple[str, ...] = ()
    """What could not be checked, and why."""

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


def verify(
    database: str | os.PathLike[str],
    *,
    workers: int | None = None,
    done: Callable[[Check], None] | None = None,
) -> Verification:
    """Check a database from its first byte to its last count, and against the digest that its build computed.

    Args:
        workers: processes that extract the originals again; 0: none; None: one a core as memory allows.
        done: called with each check as soon as it is finished.

    Raises:
        DatabaseError: there is no such file.
        ForeignFile: the file is no clippings database.
        OutdatedArchive: an older version made it.
    """
    connection = open_archive(database)
    try:
        digest = content_digest(connection)
        findings: dict[str, Findings] = {
            "SQLite's own integrity check": _sqlite(connection),
            "original bytes match their SHA-256": _originals(connection),
            "kept and removed lines are the original": _kept_and_removed(connection, workers),
            "mentions hit their words": _mentions(connection),
            "links say why, candidates are of undecided ones": _links(connection),
            "quantities hit their words": _quantities(connection),
            "counts agree": _counts(connection),
            "full-text index agrees with the articles": _full_text(connection),
            "content is what the build wrote": _digest(digest, connection),
        }
        finished = []
        for name, found in findings.items():
            finished.append(run_check(name, found))
            if done:
                done(finished[-1])
        return Verification(tuple(finished), digest)
    finally:
        connection.close()


@dataclass(frozen=True, slots=True)
class Uncheckable:
    """Something that can't be checked here, and why."""

    why: str


Findings = Iterator[str | Uncheckable | None]
"""A check yields once for each thing it looked at: None, what is wrong with it, or why that can't be told."""


def run_check(name: str, findings: Findings) -> Check:
    """The outcome of a check."""
    checked = problem_count = 0
    problems: list[str] = []
    uncheckable: dict[str, int] = {}
    try:
        for found in findings:
            checked += 1
            if isinstance(found, Uncheckable):
                uncheckable[found.why] = uncheckable.get(found.why, 0) + 1
            elif found is not None:
                problem_count += 1
                if len(problems) < MAX_PROBLEMS:
                    problems.append(found)
    except sqlite3.DatabaseError as error:
        problem_count += 1
        problems.append(f"the check could not be finished: {error}")
    notes = tuple(f"{count:,} can't be compared: {why}" for why, count in uncheckable.items())
    return Check(name, checked, tuple(problems[:MAX_PROBLEMS]), problem_count, notes)


def _sqlite(connection: sqlite3.Connection) -> Findings:
    for (message,) in connection.execute("pragma integrity_check"):
        yield None if message == "ok" else message
    for table, rowid, parent, _ in connection.execute("pragma foreign_key_check"):
        yield f"{table} row {rowid} points to a missing row of {parent}"


def _originals(connection: sqlite3.Connection) -> Findings:
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


def _kept_and_removed(connection: sqlite3.Connection, workers: int | None) -> Findings:
    built_with = dict(connection.execute("select key, value from build_info"))
    of_text = _other_versions(built_with, DECODING_LIBRARIES)
    of_any = _other_versions(built_with, (*DECODING_LIBRARIES, *MARKUP_LIBRARIES))
    for found in run(_compare, _articles(connection), workers, lost=_lost, weigh=_size):
        other = of_text if found.format == "text" else of_any
        if found.problem and found.by_extraction and other:
            yield Uncheckable(other)
        else:
            yield f"{found.source}: {found.problem}" if found.problem else None


@dataclass(frozen=True, slots=True)
class _Article:
    """What is stored of an article's text, and the original that it was made from."""

    record: Record
    data: bytes
    """Compressed."""
    title: str
    title_source: str
    text: str
    removed: tuple[tuple[int, int, str], ...]


def _articles(connection: sqlite3.Connection) -> Iterator[_Article]:
    query = """
        select a.id, a.source, a.title, a.title_source, a.text, a.format, a.url, a.encoding, o.data
        from articles a join originals o on o.article_id = a.id order by a.id
    """
    removed = "select start, end, text from removed_lines where article_id = ? order by start"
    for article, source, title, title_source, text, format, url, encoding, data in connection.execute(query):
        lines_of = tuple(connection.execute(removed, [article]))
        yield _Article(Record(source, b"", format, url, encoding), data, title, title_source, text, lines_of)


@dataclass(frozen=True, slots=True)
class _Comparison:
    source: str
    format: str
    problem: str | None = None
    by_extraction: bool = True
    """Whether another version of a library could be the reason."""


def _compare(article: _Article) -> _Comparison:
    """Extract an article's text again, and put it beside what is stored."""
    same = _Comparison(article.record.source, article.record.format)
    try:
        decoded = extract(replace(article.record, data=zlib.decompress(article.data))).text
    except zlib.error as error:
        return replace(same, problem=f"the original can't be read: {error}", by_extraction=False)
    except (DecodeError, LookupError) as error:
        return replace(same, problem=f"the original can't be read: {error}")
    removed = [Span(start, end) for start, end, _ in article.removed]
    for start, end, line in article.removed:
        if decoded[start:end] != line:
            return replace(same, problem=f"the removed line at {start} is not what the original says there")
    gone = set(removed)
    try:
        joined = join_lines(decoded, [span for span in lines(decoded) if span not in gone], removed)
    except ValueError as error:
        return replace(same, problem=str(error))
    head, _, body = joined.partition("\n") if article.title_source == "headline" else ("", "", joined)
    if body.lstrip("\n") != article.text or (head and head != article.title):
        return replace(same, problem="title and text are not the original without the removed lines")
    return same


def _lost(article: _Article) -> _Comparison:
    return _Comparison(article.record.source, article.record.format, "extracting it again ended the process")


def _size(article: _Article) -> int:
    return len(article.data) + 2 * len(article.text)


def _other_versions(built_with: Mapping[str, str], libraries: Iterable[str]) -> str | None:
    """Which programs have another version here than the build had; None where all are the same."""
    keys = {"version": "clippings", **{LIBRARY + name: name for name in (*libraries, "Unicode")}}
    different = [
        f"{name} {built_with.get(key, 'none')}, here is {here or 'none'}"
        for key, name in keys.items()
        if (here := _version_here(name)) != built_with.get(key)
    ]
    return "built with " + "; ".join(different) if different else None


def _version_here(name: str) -> str | None:
    if name == "clippings":
        return VERSION
    if name == "Unicode":
        return unidata_version
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _mentions(connection: sqlite3.Connection) -> Findings:
    yield from _surfaces(connection, "mentions")


def _quantities(connection: sqlite3.Connection) -> Findings:
    yield from _surfaces(connection, "quantities")


def _surfaces(connection: sqlite3.Connection, table: str) -> Findings:
    """Whether the words of each row are what the article says at its place."""
    query = f"select field, start, end, surface from {table} where article_id = ? order by field, start"
    for article, source, title, text in connection.execute("select id, source, title, text from articles order by id"):
        fields = {"title": title, "text": text}
        for field, start, end, surface in connection.execute(query, [article]):
            hit = 0 <= start < end <= len(fields.get(field, "")) and fields[field][start:end] == surface
            yield None if hit else f"{source}: no {surface!r} at {field} {start}–{end}"


def _links(connection: sqlite3.Connection) -> Findings:
    """Each mention has its evidence; each candidate's mention says that it is undecided; places count from 1, scores
    fall."""
    said = "select a.source, m.field, m.start, m.evidence from mentions m join articles a on a.id = m.article_id"
    for source, field, start, evidence in connection.execute(f"{said} order by a.id, m.field, m.start"):
        code, colon, _ = evidence.partition(": ")
        yield None if code and colon else f"{source}: {field} {start}: the mention doesn't say why it is linked"
    query = """
        select a.source, c.field, c.start, c.key,
          (
            select evidence from mentions
            where article_id = c.article_id and field = c.field and start = c.start
          ),
          c.score,
          lag(c.score, 1, 1.0) over same, c.place - lag(c.place, 1, 0) over same
        from mention_candidates c join articles a on a.id = c.article_id
        window same as (partition by c.article_id, c.field, c.start order by c.place)
        order by a.id, c.field, c.start, c.place
    """
    for source, field, start, key, evidence, score, before, step in connection.execute(query):
        place = f"{source}: {field} {start}"
        if evidence is None or not evidence.startswith("undecided:"):
            yield f"{place}: {key} is a candidate, but no undecided mention is there"
        else:
            right = step == 1 and 0 <= score <= before
            yield None if right else f"{place}: the candidate {key} is out of order"


def _counts(connection: sqlite3.Connection) -> Findings:
    query = """
        select e.key, e.article_count, e.mention_count, coalesce(m.articles, 0), coalesce(m.mentions, 0)
        from entities e left join (
          select entity_id, count(distinct article_id) as articles, count(*) as mentions
          from stored_mentions group by entity_id
        ) as m on m.entity_id = e.id order by e.key
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
          select entity_id, article_id, count(*) from stored_mentions group by 1, 2)
        union all select * from (
          select entity_id, article_id, count(*) from stored_mentions group by 1, 2 except
          select entity_id, article_id, mention_count from article_entities)
    """
    for entity, article, _ in connection.execute(differing):
        yield f"article_entities and mentions differ on entity {entity} in article {article}"
    nameless = """
        select m.entity_id, m.article_id from stored_mentions m
        left join stored_names n on n.entity_id = m.entity_id and n.number = m.name where n.name is null
    """
    for entity, article in connection.execute(nameless):
        yield f"stored_names lacks a name of entity {entity} that article {article} mentions"
    yield from differences(connection)


def _full_text(connection: sqlite3.Connection) -> Findings:
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


def _digest(digest: str, connection: sqlite3.Connection) -> Findings:
    row = connection.execute("select value from build_info where key = ?", [DIGEST]).fetchone()
    if row is None:
        yield "the build left no digest"
    else:
        yield None if row[0] == digest else f"the build's digest was {row[0]}; the content was changed since"


def _originals_kept(connection: sqlite3.Connection) -> bool:
    row = connection.execute("select value from build_info where key = ?", [ORIGINALS_KEPT]).fetchone()
    return row is None or row[0] == "yes"
