"""Analysed documents → rows."""

from __future__ import annotations

import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from datasette_clippings.folding import fold

from . import entities
from .cleaning import Rule
from .digest import record_digest
from .documents import Analysed
from .errors import DocumentError
from .language import names
from .quality import QUALITY_STATISTICS


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
    *QUALITY_STATISTICS,
    "insert into articles_fts (articles_fts) values ('optimize')",
)


class Store:
    """Writes the rows of one database, inside the transaction that ``swap.create`` holds open."""

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
                "site": document.site,
                "format": document.format,
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
                    "reason": line.reason,
                    "position": position,
                },
            )
        self._add_mentions(article, document)
        self._insert("articles_fts", {"rowid": article, "title": fold(document.title), "text": fold(document.text)})

    def add_rules(self, rules: Iterable[Rule]) -> None:
        """Store what each cleaning rule is, for the lines that it removed."""
        for rule in rules:
            self._insert(
                "rules",
                {
                    "id": rule.id,
                    "family": rule.family,
                    "version": rule.version,
                    "languages": " ".join(rule.languages),
                    "description": rule.description,
                },
            )

    def add_error(self, source: str, stage: str, error: DocumentError) -> None:
        """List a document that could not be used."""
        self._insert("errors", {"source": source, "stage": stage, "problem": str(error), "advice": error.advice})

    def finish(self, info: Mapping[str, str]) -> str:
        """Everything that needs the whole archive: names, counts, numbers to keep. Returns the content's digest."""
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
        return record_digest(self._connection)

    def entities_by_type(self) -> dict[str, int]:
        """How many entities of each type there are."""
        return dict(self._connection.execute("select type, count(*) from entities group by type order by type"))

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
