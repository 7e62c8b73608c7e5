"""Articles over time, as numbers that several searches can be compared by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..results import ValueCount

MONTH, YEAR = "month", "year"
MOST_PERIODS = 600
"""A course over more periods has no gaps filled: fifty years of months, or six hundred years."""

_DATED = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?", re.ASCII)


@dataclass(frozen=True)
class Course:
    """The articles of a search by year or month. `others` have no date, none that is a date, or no month."""

    counts: Mapping[str, int]
    others: int

    @property
    def total(self) -> int:
        return sum(self.counts.values()) + self.others


def course(months: Iterable[ValueCount], by: str) -> Course:
    """The course of a search from its months, as `Results.values` gives them: years are sums of their months."""
    counts: Counter[str] = Counter()
    others = 0
    for value, articles in months:
        found = _DATED.fullmatch(value or "")
        if found and (found[2] or by == YEAR):
            counts[found[0] if by == MONTH else found[1]] += articles
        else:
            others += articles
    return Course(counts, others)


def fitting(months: Sequence[Iterable[ValueCount]]) -> str:
    """By what a course reads best: by month up to five years, else by year."""
    counts = [course(each, MONTH).counts for each in months]
    return MONTH if len(periods(counts)) <= 60 else YEAR


def periods(counts: Iterable[Mapping[str, int]]) -> list[str]:
    """All periods from the first to the last of any course; where these would be too many, those that have articles."""
    named = {period for each in counts for period in each}
    if not named:
        return []
    by_year = len(min(named)) == 4
    first, last = _number(min(named)), _number(max(named))
    if last - first >= MOST_PERIODS:
        return sorted(named)
    return [f"{each:04}" if by_year else f"{each // 12:04}-{each % 12 + 1:02}" for each in range(first, last + 1)]


def _number(period: str) -> int:
    """A year's number, or the months since the year 0."""
    return int(period) if len(period) == 4 else 12 * int(period[:4]) + int(period[5:]) - 1
