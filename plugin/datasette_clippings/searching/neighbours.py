"""The articles before and behind one in a list of results, for an article page that was opened from the list.

Such a page's address carries the list's own arguments in one of its own: `?_of=_search%3Dfish%26language%3Dvi`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

from datasette.utils.asgi import Request

from .. import compat
from ..addresses import NEXT_ARGUMENT, Address
from ..archive import SEARCHED
from ..links import SHOWING, Links
from .selections import searches

OF_ARGUMENT = "_of"
"""On the page of an article, the arguments of the search that led to it."""

LONGEST_SEARCH = 4_000
"""Characters of a search that a link to an article carries; a longer one is left out."""

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
    links = Links(datasette.urls, database)
    address = Address(links.search(), tuple(parse_qsl(search, keep_blank_values=True)))
    return Neighbours(None, None, None, str(address), tuple(searches(asked).values()))


def _request_for(request: Any, search: str) -> Request:
    """The request as if it asked for the results, by the same reader."""
    return Request({**request.scope, "query_string": search.encode()}, request.receive)
