"""Finished documents → rows."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from . import entities, search_index
from .amounts import sortable
from .analysis import Finished
from .archive import schema, statements
from .cleaning import Rule
from .codes import Codes
from .digest import record_digest
from .documents import Analysed
from .entities.user_lists import NO_LISTS, UserLists
from .errors import DocumentError
from .language import names
from .numbers import Numbers
from .quality import QUALITY_STATISTICS
from .spool import Original
from .stored_names import StoredNames

_BATCH = 500
"""Documents whose rows are written together."""


def article_key(source: str) -> str:
    """The lasting key of a source: the first 64 bits of its SHA-256, hexadecimal."""
    return sha256(source.encode()).hexdigest()[:16]


_STATISTICS = (
    """
    insert into article_entities (entity_id, article_id, mention_count)
    select entity_id, article_id, count(*) from stored_mentions group by entity_id, article_id
    """,
    """
    update entities set
      article_count = (select count(*) from article_entities where entity_id = entities.id),
      mention_count = (select sum(mention_count) from article_entities where entity_id = entities.id)
    """,
    *QUALITY_STATISTICS,
    "insert into articles_fts (articles_fts) values ('optimize')",
)


class Store:
    """Writes the rows of one database, inside the transaction that ``swap.create`` holds open.

    Rows are collected and written in batches. What grows with the archive is looked up in SQLite: ``numbers`` has its
    tables in another file.
    """

    def __init__(
        self, connection: sqlite3.Connection, numbers: Numbers, *, keep_originals: bool, lists: UserLists = NO_LISTS
    ) -> None:
        self._connection = connection
        self._numbers = numbers
        self._keep_originals = keep_originals
        self._lists = lists
        self._languages: set[str] = set()
        self._rows: dict[str, list[Sequence[object]]] = {}
        self._waiting = 0
        self._indexes: list[str] = []
        for statement in statements(schema()):
            if _is_index(statement):
                self._indexes.append(statement)  # made at the end, when that is quicker
            else:
                connection.execute(statement)
        self._names = StoredNames(connection)
        self._methods = Codes(connection, "mention_methods", ["method"])
        self._readings = Codes(connection, "quantity_readings", ["kind", "unit", "method"])

    def add(self, finished: Finished, original: Original) -> None:
        """Store one document with all that was found in it; the one that it is nearly the same as, before it."""
        document = finished.document
        key = article_key(document.source)
        article = self._numbers.article(key)
        like = original.duplicate_of
        first = self._numbers.article(article_key(like)) if like else None
        if document.language:
            self._add_language(document.language)
        self._add_article(article, key, first, document, original)
        if self._keep_originals:
            self._insert("originals", article, original.size, original.data)
        for line, position in zip(document.removed, document.positions, strict=True):
            self._insert("removed_lines", article, line.start, line.end, line.text, line.rule, line.reason, position)
        self._add_mentions(article, document)
        self._add_quantities(article, document)
        self._insert("articles_fts", article, finished.folded_title, finished.folded_text)
        self._waiting += 1
        if self._waiting == _BATCH:
            self._write()

    def add_rules(self, rules: Iterable[Rule]) -> None:
        """Store what each cleaning rule is, for the lines that it removed."""
        for rule in rules:
            self._insert("rules", rule.id, rule.family, rule.version, " ".join(rule.languages), rule.description)

    def add_error(self, source: str, stage: str, error: DocumentError) -> None:
        """List a document that could not be used."""
        self._insert("errors", source, stage, str(error), error.advice)

    def finish(self, info: Mapping[str, str]) -> str:
        """Everything that needs the whole archive: indexes, names, counts, numbers to keep. Returns the digest."""
        self._write()
        for statement in self._indexes:
            self._connection.execute(statement)
        self._connection.executemany("update entities set name = ? where id = ?", self._numbers.shown_names())
        for statement in _STATISTICS:
            self._connection.execute(statement)
        self._connection.executemany(
            "insert into retired_ids (kind, key, id) values (?, ?, ?)", self._numbers.retired()
        )
        for name, value in sorted(info.items()):
            self._insert("build_info", name, value)
        self._write()
        search_index.write(self._connection)
        return record_digest(self._connection)

    def entities_by_type(self) -> Counter[str]:
        """How many entities of each type there are."""
        return self._counts("select type, count(*) from entities group by type")

    def removed_by_rule(self) -> Counter[str]:
        """How many lines each rule removed."""
        return self._counts("select rule, count(*) from removed_lines group by rule")

    def duplicates(self) -> int:
        """How many articles are nearly the same as an earlier one."""
        (count,) = self._connection.execute("select count(duplicate_of) from articles").fetchone()
        return int(count)

    def _counts(self, query: str) -> Counter[str]:
        return Counter(dict(self._connection.execute(query)))

    def _add_article(self, article: int, key: str, first: int | None, document: Analysed, original: Original) -> None:
        self._insert(
            "articles",
            article,
            document.title,
            document.metadata.published,
            document.metadata.published_text,
            document.metadata.byline,
            document.metadata.publisher,
            document.language,
            document.word_count,
            document.text,
            document.url,
            document.metadata.photo_credit,
            document.metadata.page_count,
            document.title_source,
            document.source,
            key,
            document.site,
            document.format,
            document.encoding,
            original.sha256,
            first,
            original.similarity,
        )

    def _add_mentions(self, article: int, document: Analysed) -> None:
        language = document.language or "und"
        rows = []
        for placed in document.mentions:
            mention, in_title = placed.mention, placed.field == "title"
            entity, new = self._numbers.entity(mention.key)
            if new:
                self._add_entity(entity, mention.key, mention.type, self._lists.shown(mention.key) or mention.name)
            if not self._lists.shown(mention.key) and not entities.is_named(mention.key):
                self._numbers.count_name(entity, mention.name)
            source = _source_of_name(mention.evidence)
            name = self._names.number(entity, mention.surface, language, source, mention.evidence)
            method = self._methods.number(mention.method)
            rows.append((article, entity, in_title, placed.start, name, _stored_score(mention.score), method))
            for place, candidate in enumerate(mention.candidates, 1):
                self._insert("mention_candidates", article, placed.field, placed.start, place, *candidate)
        self._rows.setdefault("stored_mentions", []).extend(sorted(rows))

    def _add_quantities(self, article: int, document: Analysed) -> None:
        for placed in document.quantities:
            found = placed.quantity
            reading = self._readings.number(found.kind, found.unit, found.method)
            row = (placed.field == "title", placed.start, reading, found.value, sortable(found), found.surface)
            self._insert("stored_quantities", article, *row)

    def _add_entity(self, number: int, key: str, type: str, name: str) -> None:
        self._insert("entities", number, name, type, key, entities.country_of(key))
        self._names.add_listed(number, [*entities.names_of(key), *self._lists.names_of(key)])

    def _add_language(self, code: str) -> None:
        if code not in self._languages:
            self._languages.add(code)
            info = names(code)
            self._insert("languages", code, info.name, info.native_name, info.direction)

    def _insert(self, table: str, *values: object) -> None:
        self._rows.setdefault(table, []).append(values)

    def _write(self) -> None:
        for table, columns in _COLUMNS.items():
            rows = self._rows.pop(table, None)
            if rows:
                places = ", ".join("?" * len(columns.split(",")))
                self._connection.executemany(f"insert into {table} ({columns}) values ({places})", rows)
        self._names.write()
        self._waiting = 0


_SOURCES = {
    "romanised": "transliteration",
    "long-form": "short form",
    "legal-form": "legal form",
    "same-words": "other words",
    "inflected": "case form",
    "last-name": "part of the name",
    "given-name": "part of the name",
    "shorter": "part of the name",
    "without-diacritics": "transliteration",
    "office": "office",
    "context": "context",
}
"""Code of a mention's evidence → what ties the name to the entity, where that is more than the name itself."""


def _source_of_name(evidence: str) -> str:
    return _SOURCES.get(evidence.partition(":")[0], "corpus")


def _stored_score(score: float) -> float:
    """Hundredths as whole numbers, which take fewer bytes; see ``stored_mentions`` in schema.sql."""
    hundredths = round(100 * score)
    return hundredths if hundredths / 100 == score else score


def _is_index(statement: str) -> bool:
    lines = (line for line in statement.splitlines() if line and not line.startswith("--"))
    return next(lines, "").startswith("create index")


# Parents before their children.
_COLUMNS = {
    "rules": "id, family, version, languages, description",
    "languages": "code, name, native_name, direction",
    "articles": "id, title, published, published_text, byline, publisher, language, word_count, text, url,"
    " photo_credit, page_count, title_source, source, key, site, format, encoding, sha256, duplicate_of, similarity",
    "originals": "article_id, size, data",
    "removed_lines": "article_id, start, end, text, rule, reason, position",
    "entities": "id, name, type, key, country",
    "stored_mentions": "article_id, entity_id, in_title, start, name, score, method_id",
    "mention_candidates": "article_id, field, start, place, key, name, score",
    "stored_quantities": "article_id, in_title, start, reading_id, value, number, surface",
    "articles_fts": "rowid, title, text",
    "errors": "source, stage, problem, advice",
    "build_info": "key, value",
}
