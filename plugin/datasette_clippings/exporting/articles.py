"""The articles of a search, the first to the last, read in batches: memory is bounded whatever their number."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from datasette.database import QueryInterrupted
from datasette.utils import sqlite_timelimit, tilde_encode

from ..facets.counts import Matching
from ..results import Dated, Hit, merging
from ..results.merging import last_shown
from ..searching.excerpts import Excerpt, Term, passages
from ..sharding.asking import Asked

STRETCH, BATCH = 5_000, 100
"""Hits that are put in order at a time, and articles that are read at a time."""
_TRIES = 3
"""For a stretch or batch behind the first: what one asks for is in memory when it is asked for again."""

_ARTICLES = """
select id, key, title, published, published_text, language, byline, publisher, site, url, word_count, sha256,
  (select first.key from articles as first where first.id = articles.duplicate_of) as repeats,
  substr(text, 1, 10200) as text
from articles where id in ({ids})
"""

Placed = tuple[int, Hit | Dated]
"""A hit and the place of its shard among those asked."""


@dataclass(frozen=True)
class ExportedArticle:
    """An article as exports give it: its facts as stored, where it is, and the passages with what was searched for."""

    key: str
    title: str
    published: str | None
    published_text: str | None
    language: str | None
    byline: str | None
    publisher: str | None
    site: str
    url: str | None
    word_count: int
    sha256: str
    repeats: str | None  # the key of the article that it repeats
    link: str  # its lasting page, with the host
    snippets: tuple[Excerpt, ...]


@dataclass(frozen=True)
class Source:
    """Where the articles of a search come from, and in which order."""

    asked: Asked
    by_relevance: bool
    terms: tuple[Term, ...]  # to find passages by
    links: tuple[str, ...]  # for each shard the beginning of its articles' lasting addresses
    time_limit_ms: float  # for each stretch and for each batch


def lasting_links(datasette: Any, request: Any, databases: Sequence[str]) -> tuple[str, ...]:
    """For each database the beginning of its articles' lasting addresses, with the host; their keys follow."""
    paths = (datasette.urls.path(f"/-/clippings/{tilde_encode(name)}/article/") for name in databases)
    return tuple(datasette.absolute_url(request, path) for path in paths)


async def stretches(source: Source) -> AsyncIterator[list[Placed]]:
    """All hits in their order, some at a time; of none, one empty list. Raises QueryInterrupted."""
    places: list[Hit | Dated | None] = [None] * len(source.asked.dbs)
    tries = 1
    while True:
        questions = [partial(_hits, by_relevance=source.by_relevance, after=place) for place in places]
        hits = await _again(partial(source.asked.each, questions, source.time_limit_ms), tries)
        found = merged(hits, source.by_relevance, STRETCH)
        yield found
        if len(found) < STRETCH:
            return
        places, tries = last_shown(found, places), _TRIES


async def exported(source: Source, hits: Sequence[Placed]) -> AsyncIterator[list[ExportedArticle]]:
    """The articles of these hits, some at a time; one that is gone meanwhile is left out. Raises QueryInterrupted."""
    for start in range(0, len(hits), BATCH):
        batch = [(shard, hit.article_id) for shard, hit in hits[start : start + BATCH]]
        parts = await asyncio.gather(*(_batch(source, shard, batch) for shard in range(len(source.asked.dbs))))
        found = {(shard, number): article for shard, part in enumerate(parts) for number, article in part.items()}
        yield [found[place] for place in batch if place in found]


def merged(hits: Sequence[Sequence[Hit] | Sequence[Dated]], by_relevance: bool, count: int) -> list[Placed]:
    """The first hits of all shards."""
    if by_relevance:
        return [*merging.ranked([[hit for hit in each if isinstance(hit, Hit)] for each in hits], count)]
    return [*merging.newest([[hit for hit in each if isinstance(hit, Dated)] for each in hits], count)]


def _hits(matching: Matching, by_relevance: bool, after: Hit | Dated | None) -> list[Hit] | list[Dated]:
    if by_relevance:
        return matching.results.ranked(STRETCH, after if isinstance(after, Hit) else None)
    return matching.results.newest(STRETCH, after if isinstance(after, Dated) else None)


async def _batch(source: Source, shard: int, batch: Sequence[tuple[int, int]]) -> dict[int, ExportedArticle]:
    ids = [number for place, number in batch if place == shard]
    if not ids:
        return {}

    def read(connection: sqlite3.Connection) -> dict[int, ExportedArticle] | None:
        try:
            with sqlite_timelimit(connection, source.time_limit_ms):
                cursor = connection.execute(_ARTICLES.format(ids=", ".join("?" * len(ids))), ids)
                names = [column[0] for column in cursor.description]
                rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        except sqlite3.OperationalError as error:
            if str(error) == "interrupted":
                return None
            raise
        return {row["id"]: _article(row, source, source.links[shard]) for row in rows}

    # in a thread of the database's, since the server answers nobody while passages are looked for
    found: dict[int, ExportedArticle] = await _again(partial(source.asked.dbs[shard].execute_fn, read), _TRIES)
    return found


def _article(row: dict[str, Any], source: Source, links: str) -> ExportedArticle:
    del row["id"]
    text = row.pop("text")
    found = tuple(each for each in passages(text, list(source.terms)) if each.slices)
    return ExportedArticle(**row, link=links + tilde_encode(row["key"]), snippets=found)


async def _again(ask: Any, tries: int) -> Any:
    """The answer; QueryInterrupted where there is none in its time, so often."""
    for _ in range(tries):
        answer = await ask()
        if answer is not None:
            return answer
    raise QueryInterrupted(sqlite3.OperationalError("interrupted"), "the articles of a search", None)
