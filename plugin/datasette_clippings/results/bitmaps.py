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
from ..query import And, Phrase, ranking
from ..query.tokens import word_of
from ..stored_index import NEWEST
from . import ordering
from .counting import Counted, EntityCounter, check
from .index import Array, Index, TypeRange, bitmap, ids_in, joined, open_index
from .model import COLUMNS, Dated, EntityCount, Hit, ValueCount
from .names import EntityNames
from .relevance import Scorer, articles_with
from .selection import Condition, Listed, Mentions, NotMentions, Selection
from .sql import SqlResults
from .stories import stories
from .together import evenly, pair_counts
from .words import match

__all__ = ["BitmapResults", "open_index"]

_FOUND = "select group_concat(rowid) from articles_fts where articles_fts match ?"
_FULFILLING = "select group_concat(id) from articles where ({}\n)"  # which may end in a comment
_ENTITY = "select id, type, article_count from entities where key = ?"
_BITMAP = "select articles from entity_bitmaps where entity_id = ?"
_MENTIONING = "select group_concat(article_id) from article_entities where entity_id = ?"
_DATES = "select id, published from articles where id in ({})"
_FEW_ARTICLES = 3
"""Where fewer than one in so many articles match, their codes are counted; else the bitmaps of the codes are used."""
_MOST_CODES = 500
"""More codes than these are never intersected one by one."""


class BitmapResults:
    """The articles that match a selection, by the structures that the build stored."""

    def __init__(
        self,
        index: Index,
        connection: sqlite3.Connection,
        selection: Selection,
        deadline: float | None = None,
        *,
        folded_to: BitMap | None = None,
    ) -> None:
        """`folded_to`: of the matching articles one of each story; see ``Results.stories``."""
        self._index = index
        self._connection = connection
        self.deadline = deadline
        self._selection = selection
        self._words = selection.words
        self._is_folded = folded_to is not None
        self._matching = self._match(selection) if folded_to is None else folded_to

    @cached_property
    def stories(self) -> BitmapResults:
        path = str(self._connection.execute("pragma database_list").fetchone()[2])
        copies, originals = self._index.copies(self._connection, path)
        if not len(copies):
            return self
        matching = self._index.articles(self._connection) if self._matching is None else self._matching
        folded = stories(matching, copies, originals)
        return BitmapResults(self._index, self._connection, self._selection, self.deadline, folded_to=folded)

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
                counted = self._entities.named(self._counter.all_of(entities), part, offset + limit)
            else:
                counted = self._counter.most_frequent(entities, offset + limit)
            found[entity_type] = Counted(counted.numbers[offset:], counted.articles[offset:])
        names = self._entities.names([number for counted in found.values() for number in counted.numbers])
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
        return ordering.ranked(self._ids, self._scores, limit, after)

    def newest(self, limit: int, after: Dated | None = None) -> list[Dated]:
        ids, order = self._ids, self._by_date
        if after is not None:
            if not self._is_dated(after):
                return self._by_sql.newest(limit, after)
            behind = order > self._index.column(self._connection, NEWEST)[after.article_id]
            ids, order = ids[behind], order[behind]
        found = ordering.smallest(ids, order, limit)
        dates = dict(self._rows(_DATES.format(_places(found)), found))
        return [Dated(article, dates[article]) for article in found]

    def place(self, article_id: int, by_relevance: bool) -> Hit | Dated | None:
        at = int(np.searchsorted(self._ids, article_id)) if 0 < article_id < 1 << 32 else len(self._ids)
        if at == len(self._ids) or int(self._ids[at]) != article_id:
            return None
        if by_relevance:
            return Hit(article_id, float(self._scores[at]))
        return Dated(*self._rows(_DATES.format("?"), [article_id])[0])

    def before(self, place: Hit | Dated) -> tuple[int, Hit | Dated | None]:
        if isinstance(place, Hit):
            return ordering.ranked_before(self._ids, self._scores, place)
        if not self._is_dated(place):
            return self._by_sql.before(place)
        ahead = self._by_date < self._index.column(self._connection, NEWEST)[place.article_id]
        ids = ordering.smallest(self._ids[ahead], -self._by_date[ahead], 1)
        if not ids:
            return 0, None
        return int(ahead.sum()), Dated(*self._rows(_DATES.format("?"), ids)[0])

    def among(self, ids: Sequence[int]) -> set[int]:
        found = BitMap(each for each in ids if 0 < each < 1 << 32)
        return set(found & (self._index.articles(self._connection) if self._matching is None else self._matching))

    @cached_property
    def _scores(self) -> Array:
        """Of each of the ids."""
        phrases = ranking(self._words) if self._words is not None else ()
        plain = isinstance(self._words, Phrase) or (
            isinstance(self._words, And) and all(isinstance(part, Phrase) for part in self._words.parts)
        )
        return Scorer(self._index, self._connection).score(self._ids, phrases, all_have_all=plain)

    @cached_property
    def _by_date(self) -> Array:
        """The place of each of the ids, the latest first."""
        return self._index.column(self._connection, NEWEST)[self._ids].astype(np.int64)

    def _is_dated(self, place: Dated) -> bool:
        """Whether it is an article's place: of no one that is gone, or made up."""
        return self._rows(_DATES.format("?"), [place.article_id]) == [(place.article_id, place.published)]

    @property
    def _by_sql(self) -> SqlResults:
        return SqlResults(self._connection, self._selection, folded=self._is_folded)

    @property
    def articles(self) -> BitMap:
        return self._index.articles(self._connection) if self._matching is None else self._matching

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
        found = self._stored(phrase)
        return self._joined(_FOUND, [f'"{phrase}"']) if found is None else found

    @cached_property
    def _ids(self) -> Array:
        return ids_in(self._index.articles(self._connection) if self._matching is None else self._matching)

    @property
    def _counter(self) -> EntityCounter:
        self._counted.deadline = self.deadline
        return self._counted

    @property
    def _entities(self) -> EntityNames:
        return EntityNames(self._index, self._connection, self.deadline)

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
        return matching

    def _match_parts(self, selection: Selection) -> Iterator[BitMap]:
        words = selection.words
        if words is not None:
            check(self.deadline)
            yield match(
                self._connection,
                words,
                found=lambda query: self._joined(_FOUND, [query]),
                stored=self._stored,
                all_articles=lambda: self._index.articles(self._connection),
            )
        for part in selection.parts:
            if isinstance(part, Mentions):
                yield self._mentioning(part.key)
            elif isinstance(part, Listed):
                yield part.articles if isinstance(part.articles, BitMap) else BitMap(part.articles)
            elif isinstance(part, Condition):
                yield self._joined(_FULFILLING.format(part.sql), dict(part.params))

    def _stored(self, phrase: str) -> BitMap | None:
        word = word_of(phrase)
        return articles_with(self._connection, word) if word else None

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

    def _rows(self, sql: str, parameters: Any) -> list[tuple[Any, ...]]:
        # a cursor of its own: Datasette's connections give rows that can't be taken apart as tuples
        cursor = self._connection.cursor()
        cursor.row_factory = None
        return cursor.execute(sql, parameters).fetchall()


def _places(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
