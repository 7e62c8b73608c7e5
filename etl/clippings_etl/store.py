"""Finished documents → rows."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from . import entities, search_index
from .amounts import sortable
from .archive import schema, statements
from .codes import Codes
from .digest import ArticleState, record_digest
from .documents import Analysed, Mention
from .entities.user_lists import NO_LISTS, UserLists
from .errors import DocumentError
from .numbers import Numbers
from .passes import Finished, Original
from .present_numbers import PresentNumbers
from .quality import QUALITY_STATISTICS
from .stored_names import StoredNames

if TYPE_CHECKING:
    from .cleaning import Rule

_BATCH = 500
"""Documents whose rows are written together."""
_AT_HAND = 200_000
"""Names of entities whose numbers stay in memory."""


def article_key(source: str) -> str:
    """The lasting key of a source: the first 64 bits of its SHA-256, hexadecimal."""
    return sha256(source.encode()).hexdigest()[:16]


_COUNTS = (
    """
    insert into article_entities (entity_id, article_id, mention_count)
    select entity_id, article_id, count(*) from stored_mentions group by entity_id, article_id
    """,
    """
    update entities set (article_count, mention_count) =
      (select count(*), sum(mention_count) from article_entities where entity_id = entities.id)
    """,
)

_INDEXED_AT_ONCE, _USUAL = 64 << 20, 1 << 20
"""Bytes of words that the full-text index collects before it writes them: while it is filled, and ever after, which is
FTS5's own choice."""
_INDEX = "insert into articles_fts (articles_fts, rank) values ('hashsize', ?)"


class Store:
    """Writes the rows of one database, inside the transaction that ``swap`` holds open.

    Rows are collected and written in batches. What grows with the archive is looked up in SQLite: ``numbers`` has its
    tables in another file.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        numbers: Numbers | PresentNumbers,
        *,
        keep_originals: bool,
        lists: UserLists = NO_LISTS,
        is_new: bool = True,
    ) -> None:
        self._connection = connection
        self._numbers = numbers
        self._keep_originals = keep_originals
        self._lists = lists
        self._languages: set[str] = set()
        self._rows: defaultdict[str, list[Sequence[object]]] = defaultdict(list)
        self._named: dict[tuple[str, str, str, str], tuple[int, int]] = {}
        self._counted: set[int] = set()
        self._waiting = 0
        self._indexes: list[str] = []
        if is_new:
            self._make_tables()
        else:
            self._languages.update(code for (code,) in connection.execute("select code from languages"))
        self._names = StoredNames(connection)
        self._methods = Codes(connection, "mention_methods", ["method"])
        self._readings = Codes(connection, "quantity_readings", ["kind", "unit", "method"])

    def _make_tables(self) -> None:
        for statement in statements(schema()):
            if _is_index(statement):
                self._indexes.append(statement)  # made at the end, when that is quicker
            else:
                self._connection.execute(statement)
        self._connection.execute(_INDEX, [_INDEXED_AT_ONCE])

    def add(self, finished: Finished, original: Original) -> None:
        """Store one document with all that was found in it; the one that it is nearly the same as, before it."""
        document = finished.document
        key = article_key(document.source)
        article = self._numbers.new_article(key)
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
            self.write()

    def add_rules(self, rules: Iterable[Rule]) -> None:
        """Store what each cleaning rule is, for the lines that it removed."""
        for rule in rules:
            self._insert("rules", rule.id, rule.family, rule.version, " ".join(rule.languages), rule.description)

    def add_error(self, source: str, stage: str, error: DocumentError) -> None:
        """List a document that could not be used."""
        self._insert("errors", source, stage, str(error), error.advice)

    def finish(self, info: Mapping[str, str], articles: Iterable[ArticleState] | None = None) -> str:
        """Everything that needs the whole archive of a new database: indexes, names, counts, numbers to keep.

        Args:
            articles: see ``content_digest``.

        Returns:
            The digest.
        """
        self.write()
        # First, so that what follows takes the pages that it frees.
        self._connection.execute("insert into articles_fts (articles_fts) values ('optimize')")
        self._connection.execute(_INDEX, [_USUAL])
        self._connection.executemany(
            "update entities set name = ?1 where id = ?2 and name <> ?1", self._numbers.shown_names()
        )
        for statement in (*_COUNTS, *self._indexes, *QUALITY_STATISTICS):
            self._connection.execute(statement)
        self._connection.executemany(
            "insert into retired_ids (kind, key, id) values (?, ?, ?)", self._numbers.retired()
        )
        self.add_info(info)
        self.write()
        search_index.write(self._connection)
        digest = record_digest(self._connection, articles)
        self._compact()
        return digest

    def _compact(self) -> None:
        """Lay the pages in their order, all of them full. Where the disk has no room for that, it is left undone."""
        self._connection.execute("commit")
        try:
            self._connection.execute("vacuum")
        except sqlite3.OperationalError as error:
            if "full" not in str(error):
                raise
        self._connection.execute("begin")

    def add_info(self, info: Mapping[str, str]) -> None:
        """Store what the database was made with."""
        for name, value in sorted(info.items()):
            self._insert("build_info", name, value)

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
            mention = placed.mention
            named = (mention.key, mention.surface, mention.evidence, language)
            entity, name = self._named.get(named) or self._name(named, mention)
            if entity in self._counted:
                self._numbers.count_name(entity, mention.name)
            method, score = self._methods.number(mention.method), _stored_score(mention.score)
            rows.append((article, entity, int(placed.field == "title"), placed.start, name, score, method))
            if mention.candidates:
                for place, candidate in enumerate(mention.candidates, 1):
                    self._insert("mention_candidates", article, placed.field, placed.start, place, *candidate)
        rows.sort()
        self._rows["stored_mentions"] += rows

    def _name(self, named: tuple[str, str, str, str], mention: Mention) -> tuple[int, int]:
        """The numbers of an entity and of the name that an article has for it, and keep them at hand."""
        key, surface, evidence, language = named
        shown = self._lists.shown(key)
        entity, new = self._numbers.entity(key)
        if new:
            self._add_entity(entity, key, mention.type, shown or mention.name)
        if len(self._named) == _AT_HAND:
            self._named.clear()
            self._counted.clear()
        if not shown and not entities.is_named(key):
            self._counted.add(entity)
        name = self._names.number(entity, surface, language, source_of_name(evidence), evidence)
        self._named[named] = entity, name
        return entity, name

    def _add_quantities(self, article: int, document: Analysed) -> None:
        for placed in document.quantities:
            found = placed.quantity
            reading = self._readings.number(found.kind, found.unit, found.method)
            row = (placed.field == "title", placed.start, reading, found.value, sortable(found), found.surface)
            self._insert("stored_quantities", article, *row)

    def _add_entity(self, number: int, key: str, type: str, name: str) -> None:
        self._insert("entities", number, name, type, key, entities.country_of(key))
        listed = entities.names_of(key) if entities.is_named(key) else ()
        self._names.add_listed(number, [*listed, *self._lists.names_of(key)])

    def _add_language(self, code: str) -> None:
        if code not in self._languages:
            self._languages.add(code)
            from .language import names

            info = names(code)
            self._insert("languages", code, info.name, info.native_name, info.direction)

    def _insert(self, table: str, *values: object) -> None:
        self._rows[table].append(values)

    def write(self) -> None:
        """Write what was collected."""
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


def source_of_name(evidence: str) -> str:
    """What ties a name to its entity, as the column ``source`` of ``entity_names`` says it."""
    return _SOURCES.get(evidence.partition(":")[0], "corpus")


def _stored_score(score: float) -> float:
    """Hundredths as whole numbers, which take fewer bytes; see ``stored_mentions`` in schema.sql."""
    hundredths = round(100 * score)
    return hundredths if hundredths / 100 == score else score


def _is_index(statement: str) -> bool:
    lines = (line for line in statement.splitlines() if line and not line.startswith("--"))
    return next(lines, "").startswith(("create index", "create unique index"))


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
