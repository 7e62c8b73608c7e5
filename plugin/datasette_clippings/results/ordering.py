"""Articles in an order, as arrays: a stretch of it, and what comes before a place in it."""

from __future__ import annotations

import numpy as np

from .index import Array
from .model import Hit


def ranked(ids: Array, scores: Array, limit: int, after: Hit | None) -> list[Hit]:
    """The best first, those with equal scores by number, so many of those behind a hit."""
    if after is not None:
        behind = (scores < after.score) | ((scores == after.score) & (ids > after.article_id))
        ids, scores = ids[behind], scores[behind]
    best = _largest(scores, limit)
    order = best[np.lexsort((ids[best], -scores[best]))][:limit]
    return [Hit(*pair) for pair in zip(ids[order].tolist(), scores[order].tolist(), strict=True)]


def ranked_before(ids: Array, scores: Array, place: Hit) -> tuple[int, Hit | None]:
    """How many come before a hit in that order, and the last of them."""
    ahead = (scores > place.score) | ((scores == place.score) & (ids < place.article_id))
    ids, scores = ids[ahead], scores[ahead]
    if not len(ids):
        return 0, None
    least = scores.min()
    return len(ids), Hit(int(ids[scores == least].max()), float(least))


def smallest(ids: Array, places: Array, limit: int) -> list[int]:
    """The ids with the smallest places, so many of them."""
    first = _largest(-places, limit)
    found: list[int] = ids[first[np.argsort(places[first])]][:limit].tolist()
    return found


def _largest(scores: Array, count: int) -> Array:
    """The places of the largest scores, all of those that are equal to the last; in any order."""
    if len(scores) <= count:
        return np.arange(len(scores))
    least = np.partition(scores, len(scores) - count)[len(scores) - count] if count else np.inf
    return np.flatnonzero(scores >= least)
