"""Articles that are nearly the same as one story: the one that the others repeat, else the first that matches."""

from __future__ import annotations

import numpy as np
from pyroaring import BitMap

from .index import Array, bitmap, ids_in


def stories(matching: BitMap, copies: Array, originals: Array) -> BitMap:
    """One article of each story.

    Args:
        copies: the ids of articles that repeat one.
        originals: for each of them the one that it repeats; in the order of these, then of the copies.
    """
    ids = ids_in(matching)
    here = _has(ids, copies)
    copies, originals = copies[here], originals[here]
    if not len(copies):
        return matching
    repeating = _has(ids, originals)
    later = np.concatenate([[False], originals[1:] == originals[:-1]])
    hidden = copies[repeating | later]
    return matching - bitmap(np.sort(hidden))


def _has(ids: Array, wanted: Array) -> Array:
    """Whether each of the wanted ids is among ascending ones."""
    if not len(ids):
        return np.zeros(len(wanted), bool)
    places = np.searchsorted(ids, wanted)
    places[places == len(ids)] = 0
    found: Array = ids[places] == wanted
    return found
