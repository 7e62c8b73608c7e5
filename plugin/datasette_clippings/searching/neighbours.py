"""The articles before and behind one in a list of results, for an article page that was opened from the list.

Such a page's address carries the list's own arguments in one of its own: `?_of=_search%3Dfish%26language%3Dvi`.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import parse_qsl, urlencode

from datasette import Forbidden
from datasette.utils.asgi import BadRequest, Request

from .. import compat
from ..addresses import NEXT_ARGUMENT, Address
from ..archive import SEARCHED
from ..facets.counts import Matching, ask
from ..links import SHOWING, Links
from ..results import Dated, Hit, Results, merging
from ..sharding.shards import shards_of
from .orders import is_by_relevance, is_folded
from .selections import searches

OF_ARGUMENT = "_of"
"""On the page of an article, the arguments of the search that led to it."""

LONGEST_SEARCH = 4_000
"""Characters of a search that a link to an article carries; a longer one is left out."""

_HIGHEST = 2**63 - 1
"""No article's number is higher."""

_NOT_CARRIED = tuple(name for name in (*SHOWING, NEXT_ARGUMENT) if name != "_sort")


@dataclass(frozen=True)
class Neighbours:
    """Where an article stands in the results of a search. None: it is the first or last, or telling took too long."""

    position: int | None
    """From 1."""
    previous_url: str | None
    next_url: str | None
    results_url: str
    searched: tuple[str, ...]
    """What was searched for, as ``excerpts.search_terms`` takes it: what to mark."""


def carried(address: Address) -> str | None:
    """What a link from a list to an article carries of the list's address; None where there is nothing to carry."""
    kept = urlencode([pair for pair in address.arguments if pair[0] not in _NOT_CARRIED and pair[1]])
    return kept if kept and len(kept) <= LONGEST_SEARCH else None


def article_url(url: str, search: str | None) -> str:
    """A link to an article that carries a search."""
    return f"{url}?{urlencode({OF_ARGUMENT: search})}" if search else url


async def neighbours(datasette: Any, request: Any, database: str, article_id: int) -> Neighbours | None:
    """The neighbours of an article in the results that its page was opened from.

    None where it wasn't opened from results, where the reader may not search, and where the article isn't among them.
    """
    search = (request.args.get(OF_ARGUMENT) or "")[:LONGEST_SEARCH]
    if not search or not await compat.may_view(datasette, request.actor, database, *SEARCHED):
        return None
    asked = _request_for(request, search)
    try:
        found = await _found(datasette, asked, database, article_id)
    except (BadRequest, Forbidden, sqlite3.Error, OverflowError):  # as the page of results says when it is asked
        return None
    if found is None:
        return None
    links = Links(datasette.urls, database)

    def url(placed: tuple[str, int] | None) -> str | None:
        return placed and article_url(Links(datasette.urls, placed[0]).article(placed[1]), search)

    return Neighbours(
        position=found.position,
        previous_url=url(found.previous),
        next_url=url(found.next),
        results_url=str(Address(links.search(), tuple(parse_qsl(search, keep_blank_values=True)))),
        searched=tuple(typed for typed in searches(asked).values() if typed.strip()),
    )


def _request_for(request: Any, search: str) -> Request:
    """The request as if it asked for the results, by the same reader."""
    scope = {**request.scope, "query_string": search.encode("utf-8", "replace")}
    return Request(scope, request.receive)


@dataclass(frozen=True)
class _Found:
    """The position, and database and number of the articles beside it; all None where it took too long."""

    position: int | None = None
    previous: tuple[str, int] | None = None
    next: tuple[str, int] | None = None


@dataclass(frozen=True)
class _Around:
    """What a shard has before and behind a place."""

    before: int
    last: list[Hit | Dated]
    first: list[Hit | Dated]


async def _found(datasette: Any, request: Any, database: str, article_id: int) -> _Found | None:
    """None where the article isn't among the results."""
    from ..sharding.requests import requested_articles  # which reads filters, as this package does

    shards = await shards_of(datasette, request.actor, database, *SEARCHED)
    asked = (await requested_articles(datasette, request, shards)).asked
    own = shards.databases.index(database)
    folded, by_relevance = is_folded(request), is_by_relevance(request, asked.selections[own])
    limit = datasette.setting("sql_time_limit_ms")

    def place_of(matching: Matching) -> tuple[Hit | Dated | None]:
        return (_listed(matching, folded).place(article_id, by_relevance),)

    told = await ask(asked.dbs[own], asked.selections[own], limit, place_of)
    if told is None:
        return _Found()
    if told[0] is None:
        return None
    places = [_in_shard(told[0], number - own) for number in range(len(asked.dbs))]
    around = await asked.each([partial(_around, place=place, folded=folded) for place in places], limit)
    if around is None:
        return _Found()
    position = 1 + sum(each.before for each in around)
    last = _merged([each.last for each in around], by_relevance)
    first = _merged([each.first for each in around], by_relevance)
    named = [(shards.databases[shard], hit.article_id) for shard, hit in (*last[-1:], *first[:1])]
    return _Found(position, named[0] if last else None, named[-1] if first else None)


def _listed(matching: Matching, folded: bool) -> Results:
    return matching.results.stories if folded else matching.results


def _in_shard(place: Hit | Dated, shard: int) -> Hit | Dated:
    """A place as it lies in a shard so many behind its own: equals come in the order of the shards."""
    if not shard:
        return place
    is_high = (shard < 0) == isinstance(place, Hit)  # where all its equals come before the place
    return place._replace(article_id=_HIGHEST if is_high else -_HIGHEST)


def _around(matching: Matching, place: Hit | Dated, folded: bool) -> _Around:
    results = _listed(matching, folded)
    before, last = results.before(place)
    first = results.ranked(1, place) if isinstance(place, Hit) else results.newest(1, place)
    return _Around(before, [] if last is None else [last], [*first])


def _merged(shards: list[list[Hit | Dated]], by_relevance: bool) -> list[tuple[int, Hit | Dated]]:
    """One hit of each shard in the order of the whole."""
    if by_relevance:
        return [*merging.ranked([[hit for hit in hits if isinstance(hit, Hit)] for hits in shards], len(shards))]
    return [*merging.newest([[hit for hit in hits if isinstance(hit, Dated)] for hits in shards], len(shards))]
