"""Analysed documents → the database file.

The database is written to a file of its own beside the target, in one transaction, and moved over
the target when it is complete and on disk: at every moment the target is either the old database or
the new one, whole. The numbers of articles and entities, and what people added by hand, come along
from the old database.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sqlite_utils import Database

from datasette_clippings.folding import fold

from . import cleaning, entities
from .archive import APPLICATION_ID, SCHEMA_VERSION, open_archive, schema
from .documents import Analysed
from .errors import DatabaseBusy, DatabaseError, DocumentError
from .language import names

PEOPLES_TABLES = ("corrections", "tags", "article_tags", "notes")
"""Written by people, never by a build; each rebuild carries them over as they are."""


def article_key(source: str) -> str:
    """The lasting key of a source: the first 64 bits of its SHA-256, hexadecimal."""
    return sha256(source.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Inherited:
    """The numbers that an earlier build gave out, by key."""

    articles: Mapping[str, int]
    entities: Mapping[str, int]


class Numbers:
    """Gives each key a number: the one it had, or the next that nothing ever had."""

    def __init__(self, inherited: Mapping[str, int]) -> None:
        self._inherited = dict(inherited)
        self._given: dict[str, int] = {}
        self._next = max(self._inherited.values(), default=0) + 1

    def __getitem__(self, key: str) -> int:
        if key not in self._given:
            number = self._inherited.get(key)
            if number is None:
                number = self._next
                self._next += 1
            self._given[key] = number
        return self._given[key]

    def __contains__(self, key: str) -> bool:
        return key in self._given

    def retired(self) -> Iterator[tuple[str, int]]:
        """Keys that had a number and were not seen again."""
        return ((key, number) for key, number in self._inherited.items() if key not in self._given)


_STATISTICS = (
    """
    insert into article_entities (entity_id, article_id, mention_count)
    select entity_id, article_id, count(*) from mentions group by entity_id, article_id
    """,
    """
    update entities set
      article_count = (select count(*) from article_entities where entity_id = entities.id),
      mention_count = (select sum(mention_count) from article_entities where entity_id = entities.id)
    """,
    "insert into articles_fts (articles_fts) values ('optimize')",
)


class Store:
    """Writes one database. Use :func:`create`, which also moves it into place."""

    def __init__(self, connection: sqlite3.Connection, inherited: Inherited, *, keep_originals: bool) -> None:
        self._connection = connection
        self._keep_originals = keep_originals
        self._articles = Numbers(inherited.articles)
        self._entities = Numbers(inherited.entities)
        self._languages: set[str] = set()
        self._surfaces: dict[int, set[tuple[str, str]]] = {}
        self._names: dict[int, Counter[str]] = {}
        self._texts: dict[bytes, int] = {}

    def add(self, document: Analysed) -> None:
        """Store one document with all that was found in it."""
        key = article_key(document.source)
        article = self._articles[key]
        if document.language:
            self._add_language(document.language)
        digest = sha256(f"{document.title}\0{document.text}".encode()).digest()
        first = self._texts.setdefault(digest, article)
        self._insert(
            "articles",
            {
                "id": article,
                "title": document.title,
                "published": document.metadata.published,
                "published_text": document.metadata.published_text,
                "byline": document.metadata.byline,
                "publisher": document.metadata.publisher,
                "language": document.language,
                "word_count": document.word_count,
                "text": document.text,
                "url": document.url,
                "photo_credit": document.metadata.photo_credit,
                "page_count": document.metadata.page_count,
                "title_source": document.title_source,
                "source": document.source,
                "key": key,
                "encoding": document.encoding,
                "sha256": sha256(document.data).hexdigest(),
                "duplicate_of": None if first == article else first,
            },
        )
        if self._keep_originals:
            data = zlib.compress(document.data)
            self._insert("originals", {"article_id": article, "size": len(document.data), "data": data})
        for line, position in zip(document.removed, document.positions, strict=True):
            self._insert(
                "removed_lines",
                {
                    "article_id": article,
                    "start": line.start,
                    "end": line.end,
                    "text": line.text,
                    "rule": line.rule,
                    "position": position,
                },
            )
        self._add_mentions(article, document)
        self._insert("articles_fts", {"rowid": article, "title": fold(document.title), "text": fold(document.text)})

    def add_error(self, source: str, stage: str, error: DocumentError) -> None:
        """List a document that could not be used."""
        self._insert("errors", {"source": source, "stage": stage, "problem": str(error), "advice": error.advice})

    def finish(self, info: Mapping[str, str]) -> None:
        """Everything that needs the whole archive: names, counts, numbers to keep."""
        for number, surfaces in sorted(self._surfaces.items()):
            for surface, language in sorted(surfaces):
                row = {"entity_id": number, "name": surface, "language": language, "source": "corpus"}
                self._insert("entity_names", row)
        # An entity that only the articles know is shown by its most frequent name; a tie goes to the alphabet.
        self._connection.executemany(
            "update entities set name = ? where id = ?",
            [
                (min(counts, key=lambda name: (-counts[name], name)), number)
                for number, counts in sorted(self._names.items())
            ],
        )
        for statement in _STATISTICS:
            self._connection.execute(statement)
        for kind, numbers in (("article", self._articles), ("entity", self._entities)):
            for key, number in numbers.retired():
                self._insert("retired_ids", {"kind": kind, "key": key, "id": number})
        for name, value in sorted(info.items()):
            self._insert("build_info", {"key": name, "value": value})

    def _add_mentions(self, article: int, document: Analysed) -> None:
        language = document.language or "und"
        for placed in document.mentions:
            mention = placed.mention
            new = mention.key not in self._entities
            entity = self._entities[mention.key]
            if new:
                self._add_entity(entity, mention.key, mention.type, mention.name)
            if entity in self._names:
                self._names[entity][mention.name] += 1
            self._surfaces.setdefault(entity, set()).add((mention.surface, language))
            self._insert(
                "mentions",
                {
                    "article_id": article,
                    "field": placed.field,
                    "start": placed.start,
                    "end": placed.end,
                    "entity_id": entity,
                    "surface": mention.surface,
                    "score": mention.score,
                    "method": mention.method,
                },
            )

    def _add_entity(self, number: int, key: str, type: str, name: str) -> None:
        country = entities.country_of(key)
        self._insert("entities", {"id": number, "name": name, "type": type, "key": key, "country": country})
        known = entities.names_of(key)
        if not known:
            self._names[number] = Counter()
        for alias in sorted(set(known), key=lambda alias: (alias.name, alias.language or "und", alias.source)):
            row = {
                "entity_id": number,
                "name": alias.name,
                "language": alias.language or "und",
                "source": alias.source,
            }
            self._insert("entity_names", row)

    def _add_language(self, code: str) -> None:
        if code in self._languages:
            return
        self._languages.add(code)
        info = names(code)
        self._insert(
            "languages",
            {"code": code, "name": info.name, "native_name": info.native_name, "direction": info.direction},
        )

    def _insert(self, table: str, row: Mapping[str, object]) -> None:
        columns = ", ".join(row)
        places = ", ".join(f":{column}" for column in row)
        self._connection.execute(f"insert into {table} ({columns}) values ({places})", row)


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
        for rule in cleaning.RULES:
            connection.execute(
                "insert into rules (id, family, version, languages, description) values (?, ?, ?, ?, ?)",
                (rule.id, rule.id.partition(".")[0], rule.version, " ".join(rule.languages), rule.description),
            )
        yield Store(connection, inherited, keep_originals=keep_originals)
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
