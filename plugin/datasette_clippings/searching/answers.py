"""What the search page asks, asked of every shard of an archive: its hits in one order, its numbers added up."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from ..results import Dated, EntityCount, Hit, ValueCount, merging
from ..sharding.asking import Asked, list_length
from .counts import Counted, Wanted, count
from .hits import HitRows
from .places import Place

Item = TypeVar("Item")


@dataclass(frozen=True)
class Answers:
    """The answers of the whole. None for what took some shard longer than its limit: nothing here is partial."""

    hits: list[tuple[int, Hit | Dated]] | None
    """Each with its shard's place among those asked; one more than a page, where there are more."""
    rows: list[HitRows] | None
    """Of each shard."""
    count: int | None
    stories: int | None
    """Articles that are nearly the same counted once; None also where they aren't folded."""
    entities: dict[str, list[EntityCount]] | None
    chosen: dict[str, list[EntityCount]] | None
    months: list[ValueCount] | None
    languages: list[ValueCount] | None
    sites: list[ValueCount] | None
    tags: list[ValueCount] | None


async def search_answers(asked: Asked, wanted: Wanted, after: Sequence[Place]) -> Answers:
    """Ask each shard.

    Args:
        wanted: what the page asks; what it selects and where it begins are each shard's own.
        after: for each shard the hit behind which it begins.
    """
    one = len(asked.dbs) == 1
    # What a shard lists for the whole is longer than what the whole lists, and values that add up are all of them.
    length = wanted.listed_entities if one else list_length(wanted.listed_entities)
    each = replace(wanted, listed_entities=length, listed_values=wanted.listed_values if one else None)
    questions = [
        partial(count, wanted=replace(each, selection=selection, after=place))
        for selection, place in zip(asked.selections, after, strict=True)
    ]
    counted = await asyncio.gather(*(db.execute_fn(ask) for db, ask in zip(asked.dbs, questions, strict=True)))
    hits = _hits(counted, wanted)
    counts, stories = _all([each.count for each in counted]), _all([each.stories for each in counted])
    chosen = _all([each.chosen for each in counted])
    return Answers(
        hits=hits,
        rows=_all([each.rows for each in counted]),
        count=None if counts is None else sum(counts),
        stories=None if stories is None else sum(stories),
        entities=counted[0].entities if one else await _entities(asked, counted, length, wanted),
        chosen=None if chosen is None else merging.chosen(chosen),
        months=_values("month", [each.months for each in counted]),
        languages=_values("language", [each.languages for each in counted]),
        sites=_values("site", [each.sites for each in counted]),
        tags=_values("tag", [each.tags for each in counted]),
    )


def _hits(counted: Sequence[Counted], wanted: Wanted) -> list[tuple[int, Hit | Dated]] | None:
    found: list[list[Hit] | list[Dated]] | None = _all([each.hits for each in counted])
    if found is None:
        return None
    size = wanted.size + 1
    if wanted.by_relevance:
        return [*merging.ranked([[hit for hit in hits if isinstance(hit, Hit)] for hits in found], size)]
    return [*merging.newest([[hit for hit in hits if isinstance(hit, Dated)] for hits in found], size)]


async def _entities(
    asked: Asked, counted: Sequence[Counted], length: int, wanted: Wanted
) -> dict[str, list[EntityCount]] | None:
    listed = _all([each.entities for each in counted])
    if listed is None:
        return None
    return await asked.first_entities(listed, length, wanted.listed_entities, wanted.counts_limit_ms)


def _values(column: str, shards: Sequence[list[ValueCount] | None]) -> list[ValueCount] | None:
    found = _all(shards)
    if found is None:
        return None
    return found[0] if len(found) == 1 else merging.values(column, found)


def _all(answers: Sequence[Item | None]) -> list[Item] | None:
    """The answers; None where one is missing."""
    found = [answer for answer in answers if answer is not None]
    return found if len(found) == len(answers) else None
