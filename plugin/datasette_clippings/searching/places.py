"""Where a list of hits goes on, as an address has it: behind the last hit, in an archive of several files behind the
last one of each."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from urllib.parse import quote, unquote

from datasette.utils.asgi import BadRequest

from ..addresses import NEXT_ARGUMENT
from ..results import Dated, Hit
from ..sharding.shards import Shards

Place = Hit | Dated | None

# The number first, then the score or the date, which may be any text; nothing behind it: it has no date.
_HIT = re.compile(r"(-?\d{1,19})(?:,([^,;]*))?", re.ASCII)
_IN_SHARD = re.compile(r"(\d{1,9}):(.*)", re.ASCII)


def read_places(text: str | None, by_relevance: bool, shards: Shards) -> list[Place]:
    """For each of the shards the hit behind which its part of the page begins; None: it begins with its first.

    Raises BadRequest for what ``written_places`` can't have written.
    """
    if not text:
        return [None] * len(shards.databases)
    if shards.count == 1:
        return [_read(text, by_relevance)]
    places: dict[int, Place] = {}
    for part in text.split(";"):
        found = _IN_SHARD.fullmatch(part)
        if not found or not 0 < int(found[1]) <= shards.count or int(found[1]) in places:
            raise _no_place()
        places[int(found[1])] = _read(found[2], by_relevance)
    return [places.get(number) for number in shards.numbers]


def written_places(places: Sequence[Place], shards: Shards) -> str:
    """The same as text."""
    numbered = zip(shards.numbers, places, strict=True)
    return ";".join(_written(place, number, shards) for number, place in numbered if place is not None)


def _written(place: Hit | Dated, number: int, shards: Shards) -> str:
    where = repr(place.score) if isinstance(place, Hit) else place.published
    written = str(place.article_id) if where is None else f"{place.article_id},{quote(where, safe=':')}"
    return written if shards.count == 1 else f"{number}:{written}"


def _read(text: str, by_relevance: bool) -> Hit | Dated:
    found = _HIT.fullmatch(text)
    try:
        if found and -(2**63) <= int(found[1]) < 2**63:
            where = found[2] and unquote(found[2], errors="strict")
            if not by_relevance:
                return Dated(int(found[1]), where)
            if where is not None and math.isfinite(score := float(where)):
                return Hit(int(found[1]), score)
    except ValueError:  # no number, no text
        pass
    raise _no_place()


def _no_place() -> BadRequest:
    return BadRequest(f"?{NEXT_ARGUMENT}= is no place in this list; begin it anew")
