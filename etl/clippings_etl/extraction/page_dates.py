"""When an article was published, from what a page states and from what it shows.

What the page's metadata states counts first. It is often stated in UTC, though, and then the day may be off by one
from the paper's own; the date that readers see, beside the headline or in the address, sets it right. Nothing is
made up: no date without a year, no year from anywhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from ..dates import MAX_LENGTH
from ..dates import parse as parse_date
from .page_blocks import Page

_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/-])")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?Z?")
_MIDNIGHT = re.compile(r"T00:00(?::00)?$")
_SECONDS = re.compile(r"(T\d\d:\d\d):\d\d(?:[.,]\d+)?")
_UTC = re.compile(r"T.*(?:Z|[+-]00:?00)$")
_LABEL = re.compile(r"^(?:[^\W\d]+[ -]?){1,3}[:：]\s*")
_BESIDE_HEADLINE = 60
"""Elements behind the headline that are looked at for a date."""
_MOST_STATED = 50


def published(
    stated: Iterable[str], changed: Iterable[str], page: Page, language: str | None, url: str | None
) -> tuple[str | None, str | None]:
    """The date as ISO 8601 and as it is written; (None, words) where the words name no year.

    Args:
        stated: dates that the page's metadata names, the most trustworthy first.
        changed: dates at which the article was changed since.
        language: ISO 639 code that names of months are read in.
    """
    in_address = _in_address(url)
    shown = in_address or _first(_beside_headline(page), language)
    own_day = in_address or _unless_changed(shown, changed, language)
    undated = None
    for text in islice(stated, _MOST_STATED):
        iso = iso_date(text, language)
        if iso:
            is_off = own_day is not None and _UTC.search(text) and _are_neighbours(iso, own_day[0])
            return own_day if own_day and is_off else (iso, text)
        if undated is None and parse_date(text, language):
            undated = text
    return shown or (None, undated)


def iso_date(text: str, language: str | None) -> str | None:
    """A whole string as a date; seconds, time zones and an hour that only stands for none are left out."""
    if not text or len(text) > MAX_LENGTH:
        return None
    compact = _COMPACT.fullmatch(text)
    if compact:
        year, month, day, hour, minute, _ = compact.groups()
        text = f"{year}-{month}-{day}" + (f"T{hour}:{minute}" if hour else "")
    found = parse_date(_SECONDS.sub(r"\1", text), language)
    if found is None or found.iso is None or not found.has_day or len(found.iso) < len("2024-04-22"):
        return None
    return _MIDNIGHT.sub("", _SECONDS.sub(r"\1", found.iso))


def _first(texts: Iterable[str], language: str | None) -> tuple[str, str] | None:
    for text in texts:
        iso = iso_date(_LABEL.sub("", text), language)
        if iso:
            return iso, text
    return None


def _unless_changed(
    shown: tuple[str, str] | None, changed: Iterable[str], language: str | None
) -> tuple[str, str] | None:
    """The date that is shown, unless it is that of a change."""
    days = {iso[:10] for text in changed if (iso := iso_date(text, language))}
    return None if shown is None or shown[0][:10] in days else shown


def _beside_headline(page: Page) -> Iterator[str]:
    """Short stretches of text behind the page's first headline, one by one."""
    start = next((number for number, block in enumerate(page.blocks) if block.tag == "h1"), None)
    if start is None:
        return
    for block in page.blocks[start : start + _BESIDE_HEADLINE]:
        for text in (block.element.text, block.element.tail):
            if text and len(text) <= 2 * MAX_LENGTH and any(map(str.isdigit, text)):
                yield " ".join(text.split())


def _in_address(url: str | None) -> tuple[str, str] | None:
    found = _IN_ADDRESS.search(url or "")
    if not found or not parse_date("-".join(found.groups())):
        return None
    return "-".join(found.groups()), found[0].strip("/")


def _are_neighbours(iso: str, other: str) -> bool:
    return abs((date.fromisoformat(iso[:10]) - date.fromisoformat(other[:10])).days) == 1
