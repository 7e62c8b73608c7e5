"""A record's fields → text, title, date and the rest, whatever they are called.

Used for JSON, CSV and the front matter of Markdown. What a field holds is taken as it stands: strings; lists of
strings (paragraphs, authors); objects with the value inside (``{"rendered": …}``, ``{"name": …}``).
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timezone
from functools import lru_cache
from html import unescape

from babel import Locale, UnknownLocaleError

from .. import dates
from ..documents import Metadata
from . import field_names as names
from .field_names import plain

_MOST = 200
"""So many authors or paragraph objects of one field are looked at; an article has no more authors."""

_LONGEST = 1000
"""No title, name or date is longer."""

_INSIDE = (
    "rendered",
    "name",
    "text",
    "original",
    "main",
    "value",
    "content",
    "title",
    "namefull",
    "label",
    "code",
    "url",
)
"""Where an object that stands for a string keeps it."""


@dataclass(frozen=True, slots=True)
class FieldNames:
    """Names that the user chose; None: the usual ones. A dot leads into an object."""

    text: str | None = None
    title: str | None = None
    url: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Fields:
    """What a record says, under one name each."""

    text: str | None
    title: str | None
    url: str | None
    language: str | None
    metadata: Metadata


def read_fields(record: Mapping[str, object], chosen: FieldNames | None = None) -> Fields:
    """Find what is what in a record."""
    chosen = chosen or FieldNames()
    known = _flattened(record)
    title = _line(_chosen(record, chosen.title) if chosen.title else _first(known, names.TITLE, line=True))
    language = _language(_first(known, names.LANGUAGE, line=True))
    if chosen.date:
        published = read_date(_chosen(record, chosen.date), language)
    else:
        published = _published(known, language, described=title is not None)
    return Fields(
        text=_text(record, known, chosen),
        title=title,
        url=_address(_chosen(record, chosen.url)) if chosen.url else _url(known),
        language=language,
        metadata=Metadata(
            published=published[0], published_text=published[1], byline=_byline(known), publisher=_publisher(known)
        ),
    )


def has_article_fields(record: Mapping[str, object], chosen: FieldNames | None = None) -> bool:
    """Whether an object looks like an article: it has a text, or a title or summary at least."""
    chosen = chosen or FieldNames()
    known = _flattened(record)
    named = any(name and _chosen(record, name) is not None for name in (chosen.text, chosen.title))
    return named or any(name in known for name in (*names.TEXT, *names.TITLE, *names.SUMMARY))


def read_date(value: object, language: str | None = None) -> tuple[str | None, str | None]:
    """A date field as ISO 8601 and as written; numbers are seconds or milliseconds since 1970, in UTC."""
    if isinstance(value, Mapping):  # MongoDB's {"$date": …} and its like
        value = next(iter(value.values()), None)
    if isinstance(value, (list, tuple)):
        value = value[0] if value else None
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None, None
    written = " ".join(str(value).split())
    if not written or len(written) > dates.MAX_LENGTH:
        return None, None
    if _NUMBER.fullmatch(written):
        return _numeric_date(written), written
    if month := _MONTH.fullmatch(written):
        return (written if 1 <= int(month[1]) <= 12 else None), written
    basic = _BASIC.match(written)
    found = dates.parse(written, language)
    if basic and not found:
        return _numeric_date(basic[1] + basic[2]), written
    if found is None and not any(map(str.isdigit, written)):
        return None, None
    return (found.iso if found else None), written


_NUMBER = re.compile(r"\d{5,19}(?:\.\d{1,9})?")
_MONTH = re.compile(r"(?:1[89]|20)\d\d-(\d\d)")
_BASIC = re.compile(r"(\d{8})T?(\d{6})(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?$")
"""ISO 8601 without its marks: ``20240422T143300Z``."""


def _numeric_date(digits: str) -> str | None:
    whole = digits.partition(".")[0]
    # Calendar dates written in digits, before numbers that count: 20240422 would be a day in August 1970.
    if len(whole) in (8, 14) and whole[:2] in ("18", "19", "20") and "." not in digits:
        try:
            day = date(int(whole[:4]), int(whole[4:6]), int(whole[6:8]))
            return datetime.strptime(whole, "%Y%m%d%H%M%S").isoformat() if len(whole) == 14 else day.isoformat()
        except ValueError:
            return None
    scale = {9: 1, 10: 1, 12: 1_000, 13: 1_000, 15: 1_000_000, 16: 1_000_000, 18: 10**9, 19: 10**9}.get(len(whole))
    if scale is None:
        return None
    return datetime.fromtimestamp(int(whole) // scale, timezone.utc).strftime("%Y-%m-%dT%H:%M:%S")


def _flattened(record: Mapping[str, object]) -> dict[str, object]:
    """The fields by their plain names, with those of the objects that wrap fields; the outer ones count first."""
    stored = record.get("_source")  # Elasticsearch; a plain "source" is the publisher
    if isinstance(stored, Mapping):
        record = stored
    known: dict[str, object] = {}
    for name, value in record.items():
        known.setdefault(plain(str(name)), value)
    for wrapper in names.WRAPPERS:
        inside = known.get(wrapper)
        if isinstance(inside, Mapping):
            for name, value in inside.items():
                known.setdefault(plain(str(name)), value)
    return known


def _chosen(record: Mapping[str, object], name: str) -> object:
    """The value of a field that the user named: exactly so, else along the dots, else but for case and marks."""
    if name in record:
        return record[name]
    value: object = record
    for part in name.split("."):
        if not isinstance(value, Mapping):
            return None
        by_plain = {plain(str(key)): key for key in reversed(list(value))}
        key = part if part in value else by_plain.get(plain(part))
        value = value.get(key) if key is not None else None
    return value


def _first(known: Mapping[str, object], candidates: tuple[str, ...], line: bool = False) -> object:
    """The first of the fields that holds something."""
    for name in candidates:
        value = known.get(name)
        if value is not None and (_line(value) if line else _prose(value)):
            return value
    return None


def _text(record: Mapping[str, object], known: Mapping[str, object], chosen: FieldNames) -> str | None:
    if chosen.text:
        return _prose(_chosen(record, chosen.text))
    return _prose(_first(known, names.TEXT)) or _prose(_first(known, names.SUMMARY))


def _prose(value: object, depth: int = 0) -> str | None:
    """A text, its line breaks kept; paragraphs of a list are parted by a blank line."""
    if isinstance(value, str):
        return value if value.strip() else None
    if depth > 3:
        return None
    if isinstance(value, Mapping):
        inside = {plain(str(name)): item for name, item in value.items()}
        return next((text for name in (*_INSIDE, *names.TEXT) if (text := _prose(inside.get(name), depth + 1))), None)
    if isinstance(value, (list, tuple)):
        return "\n\n".join(text for item in value if (text := _prose(item, depth + 1))) or None
    return None


def _line(value: object, depth: int = 0) -> str | None:
    """A short string in one line, without markup."""
    if isinstance(value, (list, tuple)):
        value = value[0] if value else None
    if isinstance(value, Mapping):
        if depth > 3:
            return None
        inside = {plain(str(name)): item for name, item in value.items()}
        return next((line for name in _INSIDE if (line := _line(inside.get(name), depth + 1))), None)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return None
    return " ".join(unescape(_TAG.sub("", value[: 10 * _LONGEST])).split())[:_LONGEST] or None


_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")


def _published(known: Mapping[str, object], language: str | None, described: bool) -> tuple[str | None, str | None]:
    from_crawl = any(name in known for name in names.CRAWLED)
    candidates = (
        names.DATE if not from_crawl else tuple(name for name in names.DATE if name.startswith(("pub", "datepub")))
    )
    if described and not from_crawl:
        candidates += names.FETCHED
    written = None
    for name in candidates:
        iso, text = read_date(known.get(name), language)
        if iso:
            return iso, text
        written = written or text
    return None, written


def _address(value: object) -> str | None:
    line = _line(value)
    return line if line and not any(map(str.isspace, line)) else None


_ADDRESS = re.compile(r"(?:https?:)?//[^\s/]+\.[^\s]+", re.IGNORECASE)


def _url(known: Mapping[str, object]) -> str | None:
    for name in (*names.URL, "source", "guid", "id"):
        value = known.get(name)
        if isinstance(value, str) and _ADDRESS.fullmatch(value.strip()):
            return value.strip()
    return None


def _publisher(known: Mapping[str, object]) -> str | None:
    for name in names.PUBLISHER:
        line = _line(known.get(name))
        if line and not line.isdecimal() and not _ADDRESS.fullmatch(line):
            return line
    return None


def _byline(known: Mapping[str, object]) -> str | None:
    value = _first(known, names.BYLINE, line=True)
    people = dict.fromkeys(_people(value))
    joined = ", ".join(people)[:_LONGEST]
    return re.sub(r"^by\s+(?=\S)", "", joined, flags=re.IGNORECASE) or None


def _people(value: object) -> Iterator[str]:
    if isinstance(value, str) and value.strip().startswith("[") and len(value) < 10 * _LONGEST:
        value = _list_written_out(value)
    for item in list(value)[:_MOST] if isinstance(value, (list, tuple)) else [value]:
        line = _line(item)
        if line and not line.isdecimal() and not _ADDRESS.fullmatch(line):  # a number is a key to another table
            yield line


def _list_written_out(value: str) -> object:
    """Tables hold lists as JSON or as Python prints them: ``['Anna Berg', 'Carlos Díaz']``."""
    with suppress(ValueError, RecursionError):
        return json.loads(value.strip())
    with suppress(ValueError, SyntaxError, MemoryError, RecursionError):
        return ast.literal_eval(value.strip())
    return value


def _language(value: object) -> str | None:
    """An ISO 639 code out of ``en``, ``en-US``, ``eng`` or ``English``."""
    line = _line(value)
    if not line or len(line) > 40:
        return None
    return _language_code(line.casefold())


@lru_cache(maxsize=1024)
def _language_code(line: str) -> str | None:
    if match := re.fullmatch(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*", line):
        try:
            return Locale.parse(match[1]).language
        except (UnknownLocaleError, ValueError):
            return None
    return _languages_by_name().get(line)


@lru_cache(maxsize=1)
def _languages_by_name() -> dict[str, str]:
    english = Locale("en").languages
    return {name.casefold(): code for code, name in sorted(english.items(), reverse=True) if code.isalpha()}
