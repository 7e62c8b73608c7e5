"""Two searches in one address: arguments of the one begin with `a.`, those of the other with `b.`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..addresses import NEXT_ARGUMENT, Address
from ..links import SHOWING
from ..searching.excerpts import search_terms
from ..searching.periods import FROM_ARGUMENT, TO_ARGUMENT
from ..searching.selections import SEARCH_ARGUMENT
from ..sharding.requests import Requested, requested_articles
from ..sharding.shards import Shards
from .requests import request_with

SIDES = ("a", "b")
_ASKED = (SEARCH_ARGUMENT, FROM_ARGUMENT, TO_ARGUMENT)


@dataclass(frozen=True)
class Side:
    """One of the searches: what its fields hold, its filters in words, and the search page with it."""

    name: str
    typed: str
    first: str  # of the period that the form asks for
    last: str
    filters: list[str]
    kept: tuple[tuple[str, str], ...]  # arguments that the form doesn't ask for
    url: str


@dataclass(frozen=True)
class Searched:
    """A side, and what its search selects."""

    side: Side
    address: Address
    """Of the search page with it."""
    requested: Requested

    @property
    def words(self) -> set[str]:
        """The folded words that were searched for."""
        typed = (each.value or "" for each in self.requested.applied if (each.argument or "").startswith("_search"))
        return {word for term in search_terms(typed) for word in term.words}


def arguments_of(side: str, arguments: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The arguments of a side: its own, and those of both, which have no side's name before theirs."""
    others = tuple(f"{name}." for name in SIDES if name != side)
    return [(name.removeprefix(f"{side}."), value) for name, value in arguments if not name.startswith(others)]


def of_side(side: str, address: Address, path: str) -> Address:
    """Another address's arguments as those of a side."""
    kept = address.without(NEXT_ARGUMENT, *SHOWING)
    return Address(path, tuple((f"{side}.{name}", value) for name, value in kept.arguments))


async def searched(datasette: Any, request: Any, shards: Shards, name: str, search_path: str) -> Searched:
    """A side of a request. Raises what `requested_articles` raises."""
    here = Address.of_request(request, search_path)
    own = Address(search_path, tuple(arguments_of(name, here.arguments))).without(NEXT_ARGUMENT, *SHOWING)
    requested = await requested_articles(datasette, request_with(request, own.arguments), shards)
    values = dict(reversed(own.arguments))  # of several the first, as Datasette has it
    typed, first, last = (values.get(argument, "") for argument in _ASKED)
    asked = {f"{name}.{argument}" for argument in _ASKED}
    kept = tuple(pair for pair in here.arguments if pair[0] not in asked and pair[0].startswith(f"{name}."))
    filters = [each.words for each in requested.applied]
    return Searched(Side(name, typed, first, last, filters, kept, str(own)), own, requested)
