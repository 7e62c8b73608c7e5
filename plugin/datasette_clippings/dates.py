"""Dates for people, exactly as precise as they are stored."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01])"
    r"(?:[T ](?P<time>\d\d:\d\d(?::\d\d)?(?:\.\d+)?)(?P<zone>Z|[+-]\d\d:?\d\d)?)?)?)?",
    re.ASCII,
)


@dataclass(frozen=True)
class DateParts:
    """A stored date as far as it is known; `clock` is the time with its zone, as pages write it."""

    year: str
    month: int | None = None
    day: int | None = None
    clock: str = ""


@dataclass(frozen=True)
class ShownDate:
    """A date as a page shows it: for people, and for programs (`<time datetime>`) where it is a real one."""

    text: str
    iso: str | None = None
    quoted: bool = False  # as the source wrote it, for want of more


def shown_date(published: str | None, published_text: str | None) -> ShownDate | None:
    """The date of an article: 22 April 2024, 14:33; April 2024; 2024; or what the source wrote."""
    if published:
        parts = date_parts(published)
        return ShownDate(_in_words(parts), published) if parts else ShownDate(published)
    if published_text:
        return ShownDate(published_text, quoted=True)
    return None


def date_parts(iso: str) -> DateParts | None:
    """The parts of a stored date; None for what is no date. The day may be one that its month doesn't have."""
    match = _ISO.fullmatch(iso)
    if match is None:
        return None
    year, month, day, time, zone = match.group("year", "month", "day", "time", "zone")
    if time and zone:
        time = f"{time} {'UTC' if zone == 'Z' else f'UTC{zone}'}"
    return DateParts(year, int(month) if month else None, int(day) if day else None, time or "")


def as_date(parts: DateParts) -> date | None:
    """The day, or the first one that it can be; None where no calendar has it."""
    try:
        return date(int(parts.year), parts.month or 1, parts.day or 1)
    except ValueError:
        return None


def _in_words(parts: DateParts) -> str:
    if parts.month is None:
        return parts.year
    words = f"{_MONTHS[parts.month - 1]} {parts.year}"
    if parts.day:
        words = f"{parts.day} {words}"
    return f"{words}, {parts.clock}" if parts.clock else words


def shown_month(month: str | None) -> str:
    """A month, or a year where no month is known, for people: April 2024; 2024; undated."""
    if month is None:
        return "undated"
    shown = shown_date(month, None)
    return shown.text if shown else month
