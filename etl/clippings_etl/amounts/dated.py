"""What the readers of dates have in common."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple


class Dated(NamedTuple):
    """A date in a text."""

    start: int
    end: int
    value: str
    method: str


FIRST_YEAR, LAST_YEAR = 1500, 2099
YEAR = r"(?P<y>1[5-9]\d\d|20\d\d)"
DAY, MONTH = r"(?P<d>\d{1,2})", r"(?P<m>\d{1,2})"
END = r"(?!\d|[.,:]\d)"
WORD_BEFORE = re.compile(r"([^\s\d]+)[ ]$")


def iso(year: int | None, month: int, day: int | None = None) -> str | None:
    """A date in ISO 8601, without its year where that isn't known; None where there is no such day."""
    try:
        date(year or 2000, month, day or 1)
    except ValueError:
        return None
    if year is None:
        return f"--{month:02}-{day:02}" if day else f"--{month:02}"
    return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"


def ranged(start: int, end: int, year: int | None, month: int, day: int | None, last: int | None) -> Dated | None:
    """A date, or a range of days of one month."""
    value = iso(year, month, day)
    if value is None:
        return None
    if last is None:
        return Dated(start, end, value, "date")
    until = iso(year, month, last)
    if until is None or day is None or last <= day:
        return None
    return Dated(start, end, f"{value}/{until}", "date:range")


def number(match: re.Match[str], name: str) -> int | None:
    """The number that a group of a pattern holds, where the pattern has the group and it took part."""
    found = match.groupdict().get(name)
    return int(found) if found else None
