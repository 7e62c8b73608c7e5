"""Sets of articles side by side: how many two of them have in common, and a few of a set's articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

Set = TypeVar("Set", bound="Countable")


class Countable(Protocol):
    """What pyroaring's bitmaps can do."""

    def intersection_cardinality(self: Set, other: Set) -> int: ...


def pair_counts(keys: Sequence[str], sets: Sequence[Set], check: Callable[[], None]) -> dict[tuple[str, str], int]:
    """How many items each two of the sets have in common, where they have any; `check` raises once time is over."""
    counts = {}
    for place, (key, articles) in enumerate(zip(keys, sets, strict=True)):
        check()
        for other in range(place + 1, len(keys)):
            if common := articles.intersection_cardinality(sets[other]):
                counts[key, keys[other]] = common
    return counts


def evenly(count: int, size: int) -> list[int]:
    """So many places out of a list of this length, as far from each other as can be; all, where there are no more."""
    return list(range(count)) if count <= size else [place * count // size for place in range(size)]
