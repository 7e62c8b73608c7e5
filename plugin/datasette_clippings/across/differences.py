"""What sets two groups of articles apart: which entities are in more of the one than of the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..facets.counts import Matching
from ..results import EntityCount
from ..sharding.asking import Asked
from .requests import common, sizes, without
from .statistics import SIGNIFICANT, difference, log_ratio, most_different

LISTED = 15
"""So many differences are listed for each group."""
_FIRST, _LONGER, _LONGEST = 100, 4, 400
"""So many of the most frequent entities are looked at, and more where others could be among the first."""


@dataclass(frozen=True)
class Group:
    """Articles that are compared with others, and how many they are."""

    asked: Asked
    articles: int


@dataclass(frozen=True)
class Groups:
    """How the articles of two searches overlap, and the groups of them that are compared, which share no article."""

    both: int
    only_a: int
    only_b: int
    compared: tuple[Group, Group] | None
    """The articles that only the one and only the other has; where one search has all of the other's, the other's
    against the rest. None where nothing is left to compare."""


@dataclass(frozen=True)
class Difference:
    """Something that is in so many articles of each of two groups, and how far that is from chance."""

    value: str
    label: str
    a: int
    b: int
    a_share: float
    b_share: float
    likelihood: float
    log_ratio: float


@dataclass(frozen=True)
class Differences:
    """What is in more of A, and what in more of B, the least explained by chance first."""

    a: list[Difference]
    b: list[Difference]
    looked_at: int | None
    """Only so many of the most frequent were looked at; None: no other can be among these."""


def groups(a: Asked, b: Asked) -> Groups:
    """The groups of two searches, both of them `found`."""
    both, only_a, only_b = common(a, b), without(a, b), without(b, a)
    one, other = Group(only_a, sum(sizes(only_a))), Group(only_b, sum(sizes(only_b)))
    in_both, in_a, in_b = sum(sizes(both)), one.articles, other.articles
    if not in_a:
        one = Group(both, in_both)
    elif not in_b:
        other = Group(both, in_both)
    is_something = one.articles and other.articles and (in_a or in_b)
    return Groups(in_both, in_a, in_b, (one, other) if is_something else None)


async def entity_differences(
    compared: tuple[Group, Group], types: Sequence[str], left_out: set[str], limit_ms: float
) -> dict[str, Differences] | None:
    """For each type the entities that set the groups apart; None where it takes too long.

    Exact: an entity that isn't looked at is in fewer articles than any that is, which is too few to be listed. Where
    that can't be said of the longest lists either, `looked_at` says how many they have.
    """
    found: dict[str, Differences] = {}
    length = _FIRST
    while True:
        left = [name for name in types if name not in found]
        if not left:
            return found
        lists = [await group.asked.entities(left, length, limit_ms) for group in compared]
        if lists[0] is None or lists[1] is None:
            return None
        keys = [
            list(dict.fromkeys(each.key for each in (*lists[0][name], *lists[1][name]) if each.key not in left_out))
            for name in left
        ]
        every = [key for each in keys for key in each]
        counts = [await _counts(group.asked, every, limit_ms) for group in compared]
        if counts[0] is None or counts[1] is None:
            return None
        for name, own in zip(left, keys, strict=True):
            names = {each.key: each.name for shown in (lists[1], lists[0]) for each in shown[name]}
            ranked = ranked_differences([(key, names[key]) for key in own], counts[0], counts[1], compared)
            if _is_sure(ranked, (lists[0][name], lists[1][name]), length, compared):
                found[name] = ranked
            elif length >= _LONGEST:
                found[name] = Differences(ranked.a, ranked.b, length)
        length *= _LONGER


def ranked_differences(
    values: Sequence[tuple[str, str]], a: Mapping[str, int], b: Mapping[str, int], compared: tuple[Group, Group]
) -> Differences:
    """The values, each with its label, that chance explains least; those that it might explain are left out."""
    of_a, of_b = (group.articles for group in compared)
    more_a: list[Difference] = []
    more_b: list[Difference] = []
    for value, label in values:
        in_a, in_b = a[value], b[value]
        likelihood = difference(in_a, of_a, in_b, of_b)
        if likelihood < SIGNIFICANT:
            continue
        one = Difference(value, label, in_a, in_b, in_a / of_a, in_b / of_b, round(likelihood, 2),
                         round(log_ratio(in_a, of_a, in_b, of_b), 2))  # fmt: skip
        (more_a if one.a_share > one.b_share else more_b).append(one)
    for each in (more_a, more_b):
        each.sort(key=lambda one: (-one.likelihood, one.value))
    return Differences(more_a[:LISTED], more_b[:LISTED], None)


def _is_sure(
    found: Differences, lists: tuple[Sequence[EntityCount], ...], length: int, compared: tuple[Group, Group]
) -> bool:
    """Whether no entity beyond the lists can be among those found."""
    for ranked, listed, group, other in zip((found.a, found.b), lists, compared, reversed(compared), strict=True):
        if len(listed) < length:
            continue
        last = ranked[-1].likelihood if len(ranked) == LISTED else SIGNIFICANT
        if most_different(listed[-1].articles, group.articles, other.articles) >= last:
            return False
    return True


async def _counts(asked: Asked, keys: Sequence[str], limit_ms: float) -> Mapping[str, int] | None:
    def question(matching: Matching) -> dict[str, int]:
        return matching.results.entity_counts(keys)

    return added(await asked.each([question] * len(asked.dbs), limit_ms))


def added(counts: Sequence[Mapping[str, int]] | None) -> Mapping[str, int] | None:
    """The counts of all shards as one; None where there are none."""
    if counts is None:
        return None
    total: Counter[str] = Counter()
    for each in counts:
        total.update(each)
    return total
