"""Questions about the articles that a page selects, asked of every shard of an archive and answered as one."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from ..facets.counts import Matching, ask
from ..folding import fold_name
from ..results import EntityCount, Selection, ValueCount, merging
from ..results.merging import TopList

Answer = TypeVar("Answer")

_AT_ONCE = 5_000  # keys in one question; SQLite's own limit lies not far above
_ALL = 1 << 31
_LONGER = 4  # times, when the lists were too short


@dataclass(frozen=True)
class Asked:
    """The shards of an archive, each with what a request selects in it. All have the same parts in the same order."""

    dbs: tuple[Any, ...]
    selections: tuple[Selection, ...]

    async def each(
        self, questions: Sequence[Callable[[Matching], Answer]], time_limit_ms: float
    ) -> list[Answer] | None:
        """The answer of each shard to its question; None where one of them takes longer than the limit."""
        asking = zip(self.dbs, self.selections, questions, strict=True)
        answers = await asyncio.gather(
            *(ask(db, selection, time_limit_ms, question) for db, selection, question in asking)
        )
        found = [answer for answer in answers if answer is not None]
        return found if len(found) == len(answers) else None

    async def values(self, column: str, time_limit_ms: float) -> list[ValueCount] | None:
        """All the values of a column, see ``Results.values``."""
        answers = await self.each([lambda matching: matching.results.values(column)] * len(self.dbs), time_limit_ms)
        if answers is None:
            return None
        return answers[0] if len(answers) == 1 else merging.values(column, answers)

    async def entities(
        self, types: Sequence[str], count: int, time_limit_ms: float, *, offset: int = 0, containing: str = ""
    ) -> dict[str, list[EntityCount]] | None:
        """For each type so many first entities, see ``Results.entities``."""
        if len(self.dbs) == 1:

            def question(matching: Matching) -> dict[str, list[EntityCount]]:
                return matching.results.entities(types, count, offset=offset, containing=containing)

            answers = await self.each([question], time_limit_ms)
            return None if answers is None else answers[0]
        until = time.perf_counter() + time_limit_ms / 1000
        if fold_name(containing):
            found = await self._named(types, containing, until)
        else:
            found = await self._first(types, offset + count, until)
        return found and {name: entities[offset : offset + count] for name, entities in found.items()}

    async def first_entities(
        self, listed: Sequence[dict[str, list[EntityCount]]], length: int, count: int, time_limit_ms: float
    ) -> dict[str, list[EntityCount]] | None:
        """The same, from the shards' own lists of this length."""
        return await self._first(list(listed[0]), count, time.perf_counter() + time_limit_ms / 1000, listed, length)

    async def _first(
        self,
        types: Sequence[str],
        count: int,
        until: float,
        listed: Sequence[dict[str, list[EntityCount]]] | None = None,
        length: int = 0,
    ) -> dict[str, list[EntityCount]] | None:
        while True:
            if listed is None:
                length = length * _LONGER or list_length(count)
                listed = await self._listed(types, length, "", until)
                if listed is None:
                    return None
            lists = {name: [TopList(each[name], len(each[name]) < length) for each in listed] for name in types}
            keys = [key for name in types for key in merging.candidates(lists[name], count)]
            counts = await self._unlisted_counts(listed, keys, until)
            if counts is None:
                return None
            found = {name: merging.first_entities(lists[name], counts, count) for name in types}
            whole = {name: entities for name, entities in found.items() if entities is not None}
            if len(whole) == len(found):
                return whole
            listed = None

    async def _named(self, types: Sequence[str], containing: str, until: float) -> dict[str, list[EntityCount]] | None:
        """All entities with such a name. Which names one has is each shard's own, so that each is asked for all."""
        listed = await self._listed(types, _ALL, containing, until)
        if listed is None:
            return None
        keys = {name: list(dict.fromkeys(key for each in listed for key, _, _ in each[name])) for name in types}
        counts = await self._unlisted_counts(listed, [key for name in types for key in keys[name]], until)
        if counts is None:
            return None
        return {name: merging.all_entities([each[name] for each in listed], counts, keys[name]) for name in types}

    async def _listed(
        self, types: Sequence[str], length: int, containing: str, until: float
    ) -> list[dict[str, list[EntityCount]]] | None:
        def question(matching: Matching) -> dict[str, list[EntityCount]]:
            return matching.results.entities(types, length, containing=containing)

        return await self.each([question] * len(self.dbs), _left(until))

    async def _unlisted_counts(
        self, listed: Sequence[dict[str, list[EntityCount]]], keys: Sequence[str], until: float
    ) -> list[dict[str, int]] | None:
        """For each shard the articles that mention each of the keys, for those that its lists don't have."""
        wanted = [merging.unlisted([each for one in lists.values() for each in one], keys) for lists in listed]
        if not any(wanted):
            return [{} for _ in self.dbs]
        return await self.each([partial(_counts, keys=each) for each in wanted], _left(until))


def list_length(count: int) -> int:
    """How many entities a shard lists where so many of the whole are wanted: enough, mostly, to be sure of them."""
    return 2 * count + 10


def _counts(matching: Matching, keys: Sequence[str]) -> dict[str, int]:
    counts = {}
    for start in range(0, len(keys), _AT_ONCE):
        counts.update(matching.results.entity_counts(keys[start : start + _AT_ONCE]))
    return counts


def _left(until: float) -> float:
    return 1000 * (until - time.perf_counter())
