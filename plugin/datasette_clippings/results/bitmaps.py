"""Results by bitmaps and columns: what `Results` promises, at the speed of arrays."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from functools import cached_property, reduce
from operator import and_
from typing import Any

import numpy as np
from pyroaring import BitMap

from ..folding import fold_name
from ..stored_index import ENTITY_ORDER, NEWEST
from .counting import Counted, EntityCounter, check
from .index import Array, Index, TypeRange, bitmap, ids_in, joined, open_index
from .model import COLUMNS, Dated, EntityCount, Hit, ValueCount
from .relevance import Scorer, Term, articles_with
from .selection import Condition, Matches, Mentions, NotMentions, Selection
from .sql import SqlResults
from .together import evenly, pair_counts
from .tokens import word_of

__all__ = ["BitmapResults", "open_index"]

_FOUND = "select group_concat(rowid) from articles_fts where articles_fts match ?"
_FULFILLING = "select group_concat(id) from articles where ({}\n)"  # which may end in a comment
_ENTITY = "select id, type, article_count from entities where key = ?"
_BITMAP = "select articles from entity_bitmaps where entity_id = ?"
_MENTIONING = "select group_concat(article_id) from article_entities where entity_id = ?"
_NAMES = "select id, key, name from entities where id in ({})"
# Of names in ASCII, SQLite tells those that can't hold the part; only the others have to be folded.
_ALL_NAMES = """
select id, name from (select id, name from entities {0} union all select entity_id, name from entity_names {1})
where instr(lower(name), :word) or name glob '*[^ -~]*'
"""
_DATES = "select id, published from articles where id in ({})"
_NAMES_AT_ONCE, _NAMES_ASKED = 500, 4_000
"""The names of so many entities are asked for at a time, until it is cheaper to go through all names there are."""
_FEW_ARTICLES = 3
"""Where fewer than one in so many articles match, their codes are counted; else the bitmaps of the codes are used."""
_MOST_CODES = 500
"""More codes than these are never intersected one by one."""


class BitmapResults:
    """The articles that match a selection, by the structures that the build stored."""

    def __init__(
        self, index: Index, connection: sqlite3.Connection, selection: Selection, deadline: float | None = None
    ) -> None:
        self._index = index
        self._connection = connection
        self.deadline = deadline
        self._selection = selection
        self._terms = _terms(selection, deadline)
        self._matching = self._match(selection)

    @cached_property
    def count(self) -> int:
        return self._index.lengths(self._connection)[0] if self._matching is None else len(self._matching)

    def entities(
        self, types: Sequence[str], limit: int, *, offset: int = 0, containing: str = ""
    ) -> dict[str, list[EntityCount]]:
        part = fold_name(containing)
        ranges = self._index.entity_ranges(self._connection)
        found: dict[str, Counted] = {}
        for entity_type in dict.fromkeys(types):
            entities = ranges.get(entity_type, TypeRange(0, 0))
            if part:
                counted = self._named(self._counter.all_of(entities), part, offset + limit)
            else:
                counted = self._counter.most_frequent(entities, offset + limit)
            found[entity_type] = Counted(counted.numbers[offset:], counted.articles[offset:])
        names = self._names([number for counted in found.values() for number in counted.numbers])
        return {
            entity_type: [
                EntityCount(*names[number], articles)
                for number, articles in zip(counted.numbers, counted.articles, strict=True)
            ]
            for entity_type, counted in found.items()
        }

    def entity_counts(self, keys: Sequence[str]) -> dict[str, int]:
        counts = {}
        for key in keys:
            mentioning = self._mentioning(key)
            counts[key] = (
                len(mentioning) if self._matching is None else self._matching.intersection_cardinality(mentioning)
            )
        return counts

    def values(self, column: str, limit: int | None = None) -> list[ValueCount]:
        if column not in COLUMNS:
            raise ValueError(f"Articles aren't counted by {column!r}, only by {', '.join(COLUMNS)}")
        values = self._index.values(self._connection, column)
        counts = self._code_counts(column, len(values))
        rows = [ValueCount(value, count) for value, count in zip(values, counts, strict=True) if count]
        if missing := self.count - sum(counts):
            rows.append(ValueCount(None, missing))
        if column != "month":
            rows.sort(key=lambda row: (-row.articles, row.value is None, row.value or ""))
        return rows[:limit]

    def ranked(self, limit: int, after: Hit | None = None) -> list[Hit]:
        if self._terms is None:
            return self._by_id(limit, after)
        ids = self._ids
        scores = Scorer(self._index, self._connection).score(ids, self._terms)
        if after is not None:
            behind = (scores < after.score) | ((scores == after.score) & (ids > after.article_id))
            ids, scores = ids[behind], scores[behind]
        best = _largest(scores, limit)
        order = best[np.lexsort((ids[best], -scores[best]))][:limit]
        return [Hit(*pair) for pair in zip(ids[order].tolist(), scores[order].tolist(), strict=True)]

    def newest(self, limit: int, after: Dated | None = None) -> list[Dated]:
        places = self._index.column(self._connection, NEWEST)
        ids = self._ids
        order = places[ids].astype(np.int64)
        if after is not None:
            if self._rows(_DATES.format("?"), [after.article_id]) != [(after.article_id, after.published)]:
                # no article's place: one that is gone, or made up
                return SqlResults(self._connection, self._selection).newest(limit, after)
            behind = order > places[after.article_id]
            ids, order = ids[behind], order[behind]
        first = _largest(-order, limit)
        found = ids[first[np.argsort(order[first])]][:limit].tolist()
        dates = dict(self._rows(_DATES.format(_places(found)), found))
        return [Dated(article, dates[article]) for article in found]

    def pairs(self, keys: Sequence[str]) -> dict[tuple[str, str], int]:
        wanted = sorted(set(keys))
        found = [self._among(self._mentioning(key)) for key in wanted]
        return pair_counts(wanted, found, lambda: check(self.deadline))

    def holding(self, phrases: Sequence[str]) -> dict[str, int]:
        counts = {}
        for phrase in phrases:
            check(self.deadline)
            counts[phrase] = len(self._among(self._holding(phrase)))
        return counts

    def sample(self, size: int) -> list[int]:
        ids: list[int] = self._ids[evenly(len(self._ids), size)].tolist()
        return ids

    def _among(self, articles: BitMap) -> BitMap:
        return articles if self._matching is None else articles & self._matching

    def _holding(self, phrase: str) -> BitMap:
        """The articles that hold a folded word or phrase."""
        word = word_of(phrase)
        found = articles_with(self._connection, word) if word else None
        return self._joined(_FOUND, [f'"{phrase}"']) if found is None else found

    @cached_property
    def _ids(self) -> Array:
        return ids_in(self._index.articles(self._connection) if self._matching is None else self._matching)

    @property
    def _counter(self) -> EntityCounter:
        self._counted.deadline = self.deadline
        return self._counted

    @cached_property
    def _counted(self) -> EntityCounter:
        return EntityCounter(self._index, self._connection, self._matching, self.deadline)

    def _match(self, selection: Selection) -> BitMap | None:
        """The ids of the matching articles; None for all."""
        parts = list(self._match_parts(selection))
        matching = reduce(and_, parts) if parts else None
        for part in selection.parts:
            if isinstance(part, NotMentions):
                if matching is None:
                    matching = self._index.articles(self._connection)
                matching = matching - self._mentioning(part.key)
            elif isinstance(part, Matches):
                matching = self._match_other(part, matching)
        return matching

    def _match_other(self, part: Matches, matching: BitMap | None) -> BitMap | None:
        other = BitmapResults(self._index, self._connection, part.selection, self.deadline)._matching
        if other is None:
            return BitMap() if part.negated else matching
        if matching is None and not part.negated:
            return other
        if matching is None:
            matching = self._index.articles(self._connection)
        return matching - other if part.negated else matching & other

    def _match_parts(self, selection: Selection) -> Iterator[BitMap]:
        if self._terms is not None:
            yield from self._match_terms(self._terms)
        for part in selection.parts:
            if isinstance(part, Mentions):
                yield self._mentioning(part.key)
            elif isinstance(part, Condition):
                yield self._joined(_FULFILLING.format(part.sql), dict(part.params))

    def _match_terms(self, terms: Sequence[Term]) -> Iterator[BitMap]:
        left = []
        for term in terms:
            found = articles_with(self._connection, term.word) if term.word else None
            if found is None:
                left.append(term.phrase)
            else:
                yield found
        if left or not terms:
            yield self._joined(_FOUND, [" ".join(f'"{phrase}"' for phrase in left) or '""'])

    def _mentioning(self, key: str) -> BitMap:
        """The articles that mention an entity."""
        row = self._connection.execute(_ENTITY, [key]).fetchone()
        if row is None:
            return BitMap()
        stored = self._connection.execute(_BITMAP, [row[0]]).fetchone()
        return BitMap.deserialize(stored[0]) if stored else self._joined(_MENTIONING, [row[0]])

    def _joined(self, sql: str, parameters: Any) -> BitMap:
        return bitmap(np.sort(joined(self._connection.execute(sql, parameters).fetchone()[0])))

    def _code_counts(self, column: str, count: int) -> list[int]:
        """The number of matching articles for each code of a column, from code 1."""
        codes = self._index.column(self._connection, column)
        matching = self._matching
        if matching is None or len(matching) * _FEW_ARTICLES < len(codes) or count > _MOST_CODES:
            found = codes if matching is None else codes[self._ids]
            return [int(number) for number in np.bincount(found, minlength=count + 1)[1:]]
        return [matching.intersection_cardinality(each) for each in self._index.by_code(self._connection, column)]

    def _names(self, numbers: list[int]) -> dict[int, tuple[str, str]]:
        """Key and name of entities."""
        ids = self._index.column(self._connection, ENTITY_ORDER)[numbers].tolist() if numbers else []
        rows = {entity: (key, name) for entity, key, name in self._rows(_NAMES.format(_places(ids)), ids)}
        return {number: rows[entity] for number, entity in zip(numbers, ids, strict=True)}

    def _named(self, counted: Counted, part: str, count: int) -> Counted:
        """The first of some entities that have a name with this part."""
        ids = self._index.column(self._connection, ENTITY_ORDER)[counted.numbers].tolist()
        places: list[int] = []  # in the list
        for start in range(0, len(ids), _NAMES_AT_ONCE):
            check(self.deadline)
            end = start + _NAMES_AT_ONCE if start < _NAMES_ASKED else len(ids)
            named = self._with_name(part, ids[start:end] if start < _NAMES_ASKED else None)
            places += [place for place in range(start, min(end, len(ids))) if ids[place] in named]
            if len(places) >= count or end == len(ids):
                break
        first = places[:count]
        return Counted([counted.numbers[place] for place in first], [counted.articles[place] for place in first])

    def _with_name(self, part: str, ids: list[int] | None) -> set[int]:
        """Those of the entities, or of all in one walk through the tables, with a name with this part."""
        asked = [f"where {column} in ({', '.join(map(str, ids))})" if ids else "" for column in ("id", "entity_id")]
        rows = self._rows(_ALL_NAMES.format(*asked), {"word": max(part.split(), key=len)})
        return {entity for entity, name in rows if part in fold_name(name)}

    def _by_id(self, limit: int, after: Hit | None) -> list[Hit]:
        ids = self._ids
        start = int(np.searchsorted(ids, after.article_id, side="right")) if after else 0
        return [Hit(article, 0.0) for article in ids[start : start + limit].tolist()]

    def _rows(self, sql: str, parameters: Any) -> list[tuple[Any, ...]]:
        # a cursor of its own: Datasette's connections give rows that can't be taken apart as tuples
        cursor = self._connection.cursor()
        cursor.row_factory = None
        return cursor.execute(sql, parameters).fetchall()


def _terms(selection: Selection, deadline: float | None) -> list[Term] | None:
    """What is searched for; None where nothing is. Signs that the index has no word for say nothing."""
    phrases = selection.phrases
    if phrases is None:
        return None
    terms = []
    for phrase in phrases:
        check(deadline)
        word = word_of(phrase)
        if word != "":
            terms.append(Term(phrase, word))
    return terms


def _largest(scores: Array, count: int) -> Array:
    """The places of the largest scores, all of those that are equal to the last; in any order."""
    if len(scores) <= count:
        return np.arange(len(scores))
    least = np.partition(scores, len(scores) - count)[len(scores) - count] if count else np.inf
    return np.flatnonzero(scores >= least)


def _places(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
