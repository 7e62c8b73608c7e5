"""Several searches in one address: requests made of one request, each with arguments of its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from datasette.utils.asgi import Request

from ..results import Matches, Selection
from ..results.selection import Part
from ..sharding.asking import Asked


def request_with(request: Any, arguments: Iterable[tuple[str, str]]) -> Any:
    """The same request, from the same actor, with these arguments in place of its own."""
    query = urlencode(list(arguments)).encode("ascii")
    return Request({**request.scope, "query_string": query}, request.receive)


def narrowed(asked: Asked, by: Asked, *, negated: bool = False) -> Asked:
    """The articles that both select; negated: those that only the first does. Both ask the same databases."""
    selections = []
    for one, other in zip(asked.selections, by.selections, strict=True):
        parts: tuple[Part, ...] = one.parts
        if other.parts or negated:
            parts = (*parts, Matches(other, negated))
        selections.append(Selection(parts))
    return Asked(asked.dbs, tuple(selections))
