"""Everything that the search page counts and lists, asked of one database in one go with one connection."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from ..facets.counts import Answer, Matching, snapshot
from ..results import Dated, EntityCount, Hit, Selection, ValueCount
from .filters import ChosenEntity
from .hits import HitRows, hit_rows
from .same import same_rows
from .tags import tag_counts


@dataclass(frozen=True)
class Wanted:
    """What the page asks of the articles that match."""

    selection: Selection
    by_relevance: bool
    size: int  # hits on a page
    after: Hit | Dated | None
    types: tuple[str, ...]  # of entities; none where the reader may not see them
    chosen: tuple[ChosenEntity, ...]
    listed_entities: int  # of each type
    listed_values: int | None  # languages and sites; None: all
    hits_limit_ms: float  # for the hits
    counts_limit_ms: float  # for all that is counted
    tags: bool = False  # whether the reader may see them
    folded: bool = False  # articles that are nearly the same are one hit


@dataclass(frozen=True)
class Counted:
    """The answers. None for what took longer than its limit: nothing here is partial."""

    hits: list[Hit] | list[Dated] | None  # one more than a page, where there are more
    rows: HitRows | None
    count: int | None
    stories: int | None  # articles that are nearly the same counted once; None also where they aren't folded
    entities: dict[str, list[EntityCount]] | None
    chosen: dict[str, list[EntityCount]] | None
    months: list[ValueCount] | None
    languages: list[ValueCount] | None
    sites: list[ValueCount] | None
    tags: list[ValueCount] | None


def count(connection: sqlite3.Connection, wanted: Wanted) -> Counted:
    """The hits first, with a limit of their own; all that is counted shares another one, in this order.

    All of one moment, so that no number contradicts another.
    """
    with snapshot(connection):
        return _count(connection, wanted)


def _count(connection: sqlite3.Connection, wanted: Wanted) -> Counted:
    matching = Matching(connection, wanted.selection, wanted.hits_limit_ms + wanted.counts_limit_ms)
    found = matching.within(wanted.hits_limit_ms, lambda _: _hits(connection, matching, wanted))
    until = time.perf_counter() + wanted.counts_limit_ms / 1000

    def ask(question: Callable[[Matching], Answer]) -> Answer | None:
        return matching.within(1000 * (until - time.perf_counter()), question)

    return Counted(
        hits=found[0] if found else None,
        rows=found[1] if found else None,
        count=ask(lambda matching: matching.results.count),
        stories=ask(lambda matching: matching.results.stories.count) if wanted.folded else None,
        entities=ask(lambda matching: matching.results.entities(wanted.types, wanted.listed_entities)),
        chosen=ask(lambda matching: matching.chosen(wanted.chosen)),
        # the months make a histogram, which needs them all
        months=ask(lambda matching: matching.results.values("month")),
        languages=ask(lambda matching: matching.results.values("language", wanted.listed_values)),
        sites=ask(lambda matching: matching.results.values("site", wanted.listed_values)),
        tags=ask(lambda matching: tag_counts(connection, matching.results)) if wanted.tags else [],
    )


def _hits(
    connection: sqlite3.Connection, matching: Matching, wanted: Wanted
) -> tuple[list[Hit] | list[Dated], HitRows]:
    after, size = wanted.after, wanted.size
    hits: list[Hit] | list[Dated]
    results = matching.results.stories if wanted.folded else matching.results
    if wanted.by_relevance:
        hits = results.ranked(size + 1, after if isinstance(after, Hit) else None)
    else:
        hits = results.newest(size + 1, after if isinstance(after, Dated) else None)
    shown = [hit.article_id for hit in hits[:size]]
    rows = hit_rows(connection, shown)
    if wanted.folded:
        rows = replace(rows, same=same_rows(connection, matching.results, shown))
    return hits, rows
