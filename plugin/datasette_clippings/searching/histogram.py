"""Articles over time as bars: by month, and over longer spans by year, ten years or a hundred."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..addresses import Address
from ..dates import shown_month
from ..facets.values import FacetValue, column_value
from ..languages import Languages
from ..results import ValueCount
from .periods import FROM_ARGUMENT, PERIOD_ARGUMENT, TO_ARGUMENT

MOST_MONTHS = 36
MOST_BARS = 60

_DATED = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?", re.ASCII)


@dataclass(frozen=True)
class Bar:
    """A month, year or span of years, its articles, and their share of the highest bar's."""

    label: str
    articles: int
    share: float
    selected: bool
    url: str
    period: str  # 2024-04, 2024, 2020–2029


@dataclass(frozen=True)
class Histogram:
    """The matching articles over time. `others` are those that no bar holds: undated, known by year only, or odd."""

    bars: tuple[Bar, ...]
    others: tuple[FacetValue, ...]


def histogram(months: Sequence[ValueCount], address: Address) -> Histogram:
    """Bars without gaps, months where these are few enough; each leads to its articles."""
    by_month: Counter[int] = Counter()  # months since the year 0
    by_year: Counter[int] = Counter()
    others, monthless = [], []
    for each in months:
        found = _DATED.fullmatch(each.value or "")
        if not found:
            others.append(each)
        if not found or not found[2]:
            monthless.append(each)
        if found:
            by_year[int(found[1])] += each.articles
        if found and found[2]:
            by_month[12 * int(found[1]) + int(found[2]) - 1] += each.articles
    if by_month and max(by_month) - min(by_month) < MOST_MONTHS and _within(by_year, by_month):
        others = monthless
        bars = _bars(by_month, lambda month: f"{month // 12:04}-{month % 12 + 1:02}", address)
    elif by_year:
        span = next(span for span in (1, 10, 100, 1000) if (max(by_year) - min(by_year)) // span < MOST_BARS)
        spans: Counter[int] = Counter()
        for year, articles in by_year.items():
            spans[year // span] += articles
        bars = _spans(spans, span, address) if span > 1 else _bars(spans, "{:04}".format, address)
    else:
        bars = ()
    values = [column_value("month", each, address, Languages({})) for each in others]
    return Histogram(bars, tuple(_other(value) for value in values))


def _other(value: FacetValue) -> FacetValue:
    is_year = value.value is not None and _DATED.fullmatch(value.value)
    return replace(value, label=f"{value.label}, month unknown") if is_year else value


def _within(by_year: Counter[int], by_month: Counter[int]) -> bool:
    """Whether the articles known by year only lie in the months' years, beside whose bars they can be named."""
    return min(by_month) // 12 <= min(by_year) and max(by_year) <= max(by_month) // 12


def _bars(counts: Counter[int], name: Callable[[int], str], address: Address) -> tuple[Bar, ...]:
    most = max(counts.values())
    bars = []
    for number in _all(counts):
        period = name(number)
        selected = address.has(PERIOD_ARGUMENT, period)
        url = address.replacing(PERIOD_ARGUMENT, None if selected else period)
        bars.append(Bar(shown_month(period), counts[number], counts[number] / most, selected, str(url), period))
    return tuple(bars)


def _spans(counts: Counter[int], span: int, address: Address) -> tuple[Bar, ...]:
    most = max(counts.values())
    bars = []
    for number in _all(counts):
        first, last = f"{number * span:04}", f"{(number + 1) * span - 1:04}"
        selected = address.has(FROM_ARGUMENT, first) and address.has(TO_ARGUMENT, last)
        chosen = (None, None) if selected else (first, last)
        url = address.replacing(FROM_ARGUMENT, chosen[0]).replacing(TO_ARGUMENT, chosen[1])
        span_of_years = f"{first}–{last}"
        bars.append(Bar(span_of_years, counts[number], counts[number] / most, selected, str(url), span_of_years))
    return tuple(bars)


def _all(counts: Counter[int]) -> Iterator[int]:
    return iter(range(min(counts), max(counts) + 1))
