"""Dates for people, exactly as precise as they are stored."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
class ShownDate:
    """A date as a page shows it: for people, and for programs (`<time datetime>`) where it is a real one."""

    text: str
    iso: str | None = None
    quoted: bool = False  # as the source wrote it, for want of more


def shown_date(published: str | None, published_text: str | None) -> ShownDate | None:
    """The date of an article: 22 April 2024, 14:33; April 2024; 2024; or what the source wrote."""
    if published:
        match = _ISO.fullmatch(published)
        return ShownDate(_in_words(match), published) if match else ShownDate(published)
    if published_text:
        return ShownDate(published_text, quoted=True)
    return None


def _in_words(match: re.Match[str]) -> str:
    year, month, day, time, zone = match.group("year", "month", "day", "time", "zone")
    if month is None:
        return year
    words = f"{_MONTHS[int(month) - 1]} {year}"
    if day:
        words = f"{int(day)} {words}"
    if time:
        words = f"{words}, {time}"
    if zone:
        words = f"{words} {'UTC' if zone == 'Z' else f'UTC{zone}'}"
    return words


def shown_month(month: str | None) -> str:
    """A month, or a year where no month is known, for people: April 2024; 2024; undated."""
    if month is None:
        return "undated"
    shown = shown_date(month, None)
    return shown.text if shown else month
