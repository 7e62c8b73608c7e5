"""tantivy: words with positions, the text stored, entities and months as fast fields. One segment, which suits it.

Its Python binding gives hits and counts by two calls, not by one.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, ClassVar

from .engine import HITS, TOP, TYPES, EntityCount, Found, Material, Question, installed

_HEAP = 3_900_000_000
"""Bytes; more than the binding takes is refused. Keeps a million articles in one segment."""
_NAMED = "\t"
"""Between an entity's key and its name."""


class TantivyNames:
    """Entities as strings, key and name."""

    what: ClassVar[str] = "tantivy, entities as strings with their names"
    exact_order: ClassVar[bool] = False
    folder: ClassVar[str] = "tantivy-names"

    def __init__(self, material: Material) -> None:
        self._material = material
        self._folder = material.folder / self.folder

    def version(self) -> str:
        installed("tantivy")
        return f"tantivy {version('tantivy')}"

    def files(self) -> Sequence[Path]:
        return [self._folder] if self._folder.exists() else []

    def build(self) -> None:
        tantivy = installed("tantivy")
        unfinished = self._folder.with_name(self.folder + "-partial")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir()
        schema = self._schema(tantivy)
        writer = tantivy.Index(schema, path=str(unfinished)).writer(heap_size=_HEAP, num_threads=1)
        entities = {entity["id"]: entity for entity in _lines(self._material.entities)}
        for article in _lines(self._material.articles):
            values: dict[str, Any] = {type: [] for type in TYPES}
            for number in article["entities"]:
                entity = entities[number]
                values.get(entity["type"], []).append(self._value(entity))
            values |= {
                "words": f"{article['title']} {article['text']}",
                "title": article["title"].encode(),
                "id": article["id"],
            }
            if article["month"]:
                values["month"] = _month(article["month"])
            writer.add_document(tantivy.Document.from_dict(values, schema))
        writer.commit()
        writer.wait_merging_threads()
        unfinished.replace(self._folder)

    def _schema(self, tantivy: Any) -> Any:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("words", stored=True)
        builder.add_bytes_field("title", stored=True)
        builder.add_unsigned_field("id", stored=True, fast=True)
        builder.add_unsigned_field("month", fast=True)
        self._add_entity_fields(builder)
        return builder.build()

    def _add_entity_fields(self, builder: Any) -> None:
        for type in TYPES:
            builder.add_text_field(type, fast=True, tokenizer_name="raw", index_option="basic")

    def _value(self, entity: dict[str, Any]) -> str | int:
        return str(entity["key"]) + _NAMED + str(entity["name"])

    def open(self) -> None:
        self._tantivy = installed("tantivy")
        self._index = self._tantivy.Index.open(str(self._folder))
        self._searcher = self._index.searcher()

    def answer(self, cell: str, question: Question) -> Found:
        query = self._query(question)
        if cell == "e":
            counted = {"months": {"histogram": {"field": "month", "interval": 1, "min_doc_count": 1}}}
            buckets = self._searcher.aggregate(query, counted)["months"]["buckets"]
            return Found(months={_month_name(int(one["key"])): int(one["doc_count"]) for one in buckets})
        return Found(
            hits=() if cell == "b" else self._hits(query, question),
            entities={} if cell == "a" else self._entities(query),
        )

    def _query(self, question: Question) -> Any:
        query = self._tantivy.Query
        words = query.term_query(self._index.schema, "words", question.words) if question.words else query.all_query()
        if question.selected is None:
            return words
        entity = {"id": question.selected.number, "key": question.selected.key, "name": question.selected.name}
        type = question.selected.key.partition(":")[0]
        selected = query.const_score_query(query.term_query(self._index.schema, type, self._value(entity)), 0.0)
        must = self._tantivy.Occur.Must
        return query.boolean_query([(must, words), (must, selected)]) if question.words else selected

    def _hits(self, query: Any, question: Question) -> list[tuple[int, str]]:
        order = {} if question.words else {"order_by_field": "id"}
        found = self._searcher.search(query, HITS, count=False, **order)
        articles = [self._searcher.doc(address) for _, address in found.hits]
        return [(article.get_first("id"), article.get_first("title").decode()) for article in articles]

    def _entities(self, query: Any) -> dict[str, list[EntityCount]]:
        segments = {} if self._searcher.num_segments == 1 else {"segment_size": 1_000_000}
        counted = {type: {"terms": {"field": type, "size": TOP, **segments}} for type in TYPES}
        found = self._searcher.aggregate(query, counted)
        return {type: [self._count(bucket) for bucket in found[type]["buckets"]] for type in TYPES}

    def _count(self, bucket: dict[str, Any]) -> EntityCount:
        key, _, name = bucket["key"].partition(_NAMED)
        return EntityCount(key, int(bucket["doc_count"]), name)


class TantivyNumbers(TantivyNames):
    """Entities as numbers, which leaves their names to be looked up."""

    what: ClassVar[str] = "tantivy, entities as numbers, without their names"
    folder: ClassVar[str] = "tantivy-numbers"

    def _add_entity_fields(self, builder: Any) -> None:
        for type in TYPES:
            builder.add_unsigned_field(type, fast=True, indexed=True)

    def _value(self, entity: dict[str, Any]) -> str | int:
        return int(entity["id"])

    def _count(self, bucket: dict[str, Any]) -> EntityCount:
        return EntityCount(int(bucket["key"]), int(bucket["doc_count"]), None)


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _month(name: str) -> int:
    return int(name[:4]) * 12 + int(name[5:]) - 1


def _month_name(month: int) -> str:
    return f"{month // 12:04d}-{month % 12 + 1:02d}"
