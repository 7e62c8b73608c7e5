"""Several searches in one address: requests made of one request, and the articles of each as sets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from urllib.parse import urlencode

from datasette.utils.asgi import Request

from ..results import Articles, Listed, Selection
from ..sharding.asking import Asked


def request_with(request: Any, arguments: Iterable[tuple[str, str]]) -> Any:
    """The same request, from the same actor, with these arguments in place of its own."""
    query = urlencode(list(arguments)).encode("ascii")
    return Request({**request.scope, "query_string": query}, request.receive)


async def found(asked: Asked, limit_ms: float) -> Asked | None:
    """The same articles as sets, which need not be searched for again; None where finding them takes too long."""
    answers = await asked.each([lambda matching: matching.results.articles] * len(asked.dbs), limit_ms)
    return None if answers is None else listed(asked.dbs, answers)


def listed(dbs: Sequence[Any], articles: Iterable[Articles]) -> Asked:
    """Sets of articles of these databases."""
    return Asked(tuple(dbs), tuple(Selection((Listed(each),)) for each in articles))


def narrowed(asked: Asked, by: Asked) -> Asked:
    """The articles that both select, of which the second are `found`."""
    pairs = zip(asked.selections, by.selections, strict=True)
    return Asked(asked.dbs, tuple(Selection((*one.parts, *other.parts)) for one, other in pairs))


def common(one: Asked, other: Asked) -> Asked:
    """The articles in both of two that are `found`."""
    return _combined(one, other, lambda a, b: a & b)


def without(one: Asked, other: Asked) -> Asked:
    """The articles in the first of two that are `found`, and not in the second."""
    return _combined(one, other, lambda a, b: a - b)


def sizes(asked: Asked) -> list[int]:
    """How many articles are `found` in each of the databases."""
    return [len(_articles(selection)) for selection in asked.selections]


def _combined(one: Asked, other: Asked, combine: Callable[[Any, Any], Articles]) -> Asked:
    sets = []
    for a, b in zip(map(_articles, one.selections), map(_articles, other.selections), strict=True):
        if type(a) is type(b):
            sets.append(combine(a, b))
        else:  # the index became stale between the two
            sets.append(combine(frozenset(a), frozenset(b)))
    return listed(one.dbs, sets)


def _articles(selection: Selection) -> Articles:
    [part] = selection.parts
    if not isinstance(part, Listed):
        raise TypeError(f"These articles aren't found yet: {part}")
    return part.articles
