"""Counting the entities of a set of articles: exactly, and reading as little as the set's size allows.

Two ways. For few articles, the column from article to entities gives all of their entities, which are counted. For
many, the bitmaps of the most frequent entities are intersected with the set, until no other can be among the first:
an entity is in no more of the articles than in all. Which way is cheaper is reckoned from how many entities the
second would look at if they were spread evenly.
"""

from __future__ import annotations

import sqlite3
import time
from bisect import bisect_left
from dataclasses import dataclass
from heapq import heappush, heapreplace
from operator import neg

import numpy as np
from pyroaring import BitMap

from ..stored_index import ENTITIES, ENTITY_ARTICLES, ENTITY_ORDER, ENTITY_PLACES
from .index import Array, Index, TypeRange, bitmap, ids_in, joined

_GATHERED = 0.012
_INTERSECTED, _PER_ARTICLE = 0.5, 0.001
"""Microseconds to count an entity of an article, to intersect a bitmap, and for each article in it (measured)."""
_FEW_ARTICLES, _MOST_INTERSECTED = 1 / 200, 20_000
"""Below this share of the archive, and above so many bitmaps, no reckoning is needed: gathering is cheaper."""
_FEW_ENTITIES, _FEW_MENTIONS = 500, 20_000
"""Types with no more entities, in no more articles, are counted one by one, also those without a bitmap."""
_SORTED = 30_000
"""So many entities are sorted to be counted; more have a counter each."""
_MENTIONING = "select group_concat(article_id) from article_entities where entity_id = ?"
_GLANCE = 4_096
"""So many of a type's most frequent entities show what it takes to be among the first."""


@dataclass(frozen=True)
class Counted:
    """Entities by their numbers, with the articles of the set that mention them: the most first, then by key."""

    numbers: list[int]
    articles: list[int]


class EntityCounter:
    """Counts the entities of one set of articles; None: of all articles."""

    def __init__(
        self, index: Index, connection: sqlite3.Connection, matching: BitMap | None, deadline: float | None
    ) -> None:
        self._index = index
        self._connection = connection
        self._matching = matching
        self.deadline = deadline
        self._articles = index.column(connection, ENTITY_ARTICLES)
        self._places = index.column(connection, ENTITY_PLACES)
        self._gathered: tuple[Array, Array] | None = None
        self._share = 1.0 if matching is None else len(matching) / max(index.lengths(connection)[0], 1)

    def most_frequent(self, entities: TypeRange, count: int) -> Counted:
        """The entities of a type that most of the articles mention, so many of them."""
        if self._matching is None:
            return self._of_all(entities, count)
        if entities.start == entities.end or not count:
            return Counted([], [])
        if self._gathered is None and (self._are_few(entities) or self._bitmaps_are_cheaper(entities, count)):
            found = self._by_bitmaps(self._matching, entities, count)
            if found is not None:
                return found
        return self._by_column(entities, count)

    def all_of(self, entities: TypeRange) -> Counted:
        """All the entities of a type that any of the articles mentions."""
        if self._matching is None:
            return self._of_all(entities, entities.end - entities.start)
        return self._by_column(entities, entities.end - entities.start)

    def _of_all(self, entities: TypeRange, count: int) -> Counted:
        end = min(entities.end, entities.start + count)
        return Counted(list(range(entities.start, end)), self._articles[entities.start : end].tolist())

    def _are_few(self, entities: TypeRange) -> bool:
        """Whether a type is so small, and the set so large, that the type's own articles are the fewer to look at."""
        if self._share < _FEW_ARTICLES or entities.end - entities.start > _FEW_ENTITIES:
            return False
        mentions = int(self._articles[entities.start : entities.end].sum(dtype=np.int64))
        return mentions <= min(_FEW_MENTIONS, self._share * len(self._index.column(self._connection, ENTITIES)))

    def _bitmaps_are_cheaper(self, entities: TypeRange, count: int) -> bool:
        """Whether to intersect bitmaps, rather than to gather the column, which is done once for three types or so."""
        share = self._share
        if share < _FEW_ARTICLES or entities.end - entities.start <= count:
            return False
        least = share * int(self._articles[entities.start + count - 1])
        looked_at = bisect_left(self._articles, -least, entities.start, entities.end, key=neg) - entities.start
        if looked_at > _MOST_INTERSECTED:
            return False
        articles = int(self._articles[entities.start : entities.start + looked_at].sum(dtype=np.int64))
        mentions = share * len(self._index.column(self._connection, ENTITIES))
        return looked_at * _INTERSECTED + articles * _PER_ARTICLE < mentions * _GATHERED / 3

    def _by_bitmaps(self, matching: BitMap, entities: TypeRange, count: int) -> Counted | None:
        """None where rarer entities than have a bitmap may be among the first."""
        few = self._are_few(entities)
        first: list[tuple[int, int, int]] = []  # articles, place by key the wrong way round, number
        least = 0
        for block in self._index.blocks(self._connection, entities):
            check(self.deadline)
            for most, place, number, stored in block:
                if most < least:
                    return _in_order(first)
                if stored is None and not few:
                    return None
                found = matching.intersection_cardinality(stored or self._mentioning(number))
                if found < least or not found:
                    continue
                item = (found, -place, number)
                if len(first) < count:
                    heappush(first, item)
                elif item > first[0]:
                    heapreplace(first, item)
                if len(first) == count:
                    least = first[0][0]
        return _in_order(first)

    def _mentioning(self, number: int) -> BitMap:
        """The articles that mention an entity for which no bitmap is stored."""
        entity = int(self._index.column(self._connection, ENTITY_ORDER)[number])
        return bitmap(joined(self._connection.execute(_MENTIONING, [entity]).fetchone()[0]))

    def _by_column(self, entities: TypeRange, count: int) -> Counted:
        numbers, counts = self._gather()
        if numbers.size:  # those that any article mentions
            start, end = np.searchsorted(numbers, [entities.start, entities.end])
            numbers, counts = numbers[start:end], counts[start:end]
        else:  # a counter for each
            counts = counts[entities.start : entities.end]
            least = _nth(counts[:_GLANCE], count)
            offsets = np.flatnonzero(counts >= max(least, 1))
            numbers, counts = offsets + entities.start, counts[offsets]
        likely = np.flatnonzero(counts >= _nth(counts, count))
        numbers, counts = numbers[likely], counts[likely]
        order = np.lexsort((self._places[numbers], -counts))[:count]
        return Counted(numbers[order].tolist(), counts[order].tolist())

    def _gather(self) -> tuple[Array, Array]:
        """The numbers of the articles' entities and the count of each; for many, no numbers, and a count for all."""
        if self._gathered is None:
            check(self.deadline)
            entities = self._index.entities_of(self._connection, ids_in(self._matching or BitMap()))
            if len(entities) <= _SORTED:
                self._gathered = np.unique(entities, return_counts=True)
            else:
                counts = np.bincount(entities, minlength=len(self._articles))
                self._gathered = np.empty(0, np.int64), counts
        return self._gathered


def _in_order(first: list[tuple[int, int, int]]) -> Counted:
    first.sort(reverse=True)
    return Counted([number for *_, number in first], [found for found, *_ in first])


def check(deadline: float | None) -> None:
    """Raise what SQLite raises when its time is up, once ours is."""
    if deadline is not None and time.perf_counter() > deadline:
        raise sqlite3.OperationalError("interrupted")


def _nth(counts: Array, place: int) -> int:
    """The count at a place when the largest come first; 0 where there are not as many."""
    if len(counts) <= place:
        return 0
    return int(np.partition(counts, len(counts) - place)[len(counts) - place])
