"""Markdown: the front matter says title, date and author; the body stays as it is written.

Front matter is YAML between lines of ``---`` (Jekyll, Obsidian, Hugo) or TOML between lines of ``+++`` (Hugo).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from datetime import date, datetime, time

import yaml

from ..documents import Extracted, Metadata, Record
from ..errors import DecodeError
from .fields import read_fields
from .text import decode

if sys.version_info >= (3, 11):
    import tomllib

_LONGEST = 32 * 1024
"""Characters of front matter; YAML is slow to read, and no article has more to say about itself."""

FRONT_MATTER = re.compile(r"\ufeff?(?P<mark>---|\+\+\+)[ \t]*\r?\n")
_BRACKET = re.compile(r"[\[\]{}]")
_DEEPEST = 20
_END = {"---": re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.M), "+++": re.compile(r"^\+\+\+[ \t]*\r?$", re.M)}


def extract_markdown(record: Record) -> Extracted:
    """Read Markdown, with or without front matter.

    Raises:
        DecodeError: it is no text, or its front matter can't be read.
    """
    decoded = decode(record.data, record.encoding)
    matter, body = _parted(decoded.text)
    if not any(map(str.isalnum, body)):
        raise DecodeError("there is no text below the front matter", "Nothing to do, unless it should hold an article.")
    fields = read_fields(matter)
    title = fields.title
    return Extracted(
        text=body,
        encoding=decoded.encoding,
        format=record.format,
        title=title,
        url=record.url or fields.url,
        language=fields.language,
        metadata=fields.metadata if matter else Metadata(),
    )


def _parted(text: str) -> tuple[Mapping[str, object], str]:
    """What the front matter says, and the body. A line of hyphens that opens none is a rule of the body's."""
    opening = FRONT_MATTER.match(text)
    if not opening:
        return {}, text
    end = _END[opening["mark"]].search(text, opening.end(), opening.end() + _LONGEST)
    if not end:
        return {}, text
    matter = text[opening.end() : end.start()]
    values = _yaml(matter) if opening["mark"] == "---" else _toml(matter)
    if not isinstance(values, Mapping):
        return {}, text
    return {str(name): value for name, value in values.items()}, text[end.end() :].lstrip("\r\n")


def _yaml(matter: str) -> object:
    """YAML with all values as they are written; aliases are refused, with them few lines say very much."""
    if _depth(matter) > _DEEPEST:
        raise DecodeError("its front matter is nested too deeply", "Flatten it.")
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(matter, Loader=yaml.BaseLoader)):
            raise DecodeError("its front matter uses YAML aliases (*name)", "Write the values out.")
        return yaml.load(matter, Loader=yaml.BaseLoader)  # BaseLoader makes strings, lists and dicts, nothing else
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 2}" if mark else ""
        problem = getattr(error, "problem", None) or "it can't be read"
        raise DecodeError(
            f"its front matter is no valid YAML{where}: {problem}", "Put values with a colon in quotation marks."
        ) from error
    except RecursionError as error:
        raise DecodeError("its front matter is nested too deeply", "Flatten it.") from error


def _depth(matter: str) -> int:
    """How deep brackets are nested; to read them takes time by the square of it."""
    depth = deepest = 0
    for bracket in _BRACKET.finditer(matter):
        depth = depth + 1 if bracket.group() in "[{" else max(depth - 1, 0)
        deepest = max(depth, deepest)
    return deepest


def _toml(matter: str) -> object:
    if sys.version_info < (3, 11):
        raise DecodeError("its front matter is TOML, which needs Python 3.11 or later", "Write it as YAML between ---.")
    try:
        return _as_written(tomllib.loads(matter.replace("\r\n", "\n")))
    except tomllib.TOMLDecodeError as error:
        raise DecodeError(f"its front matter is no valid TOML: {error}", "Correct it, or leave it out.") from error
    except RecursionError as error:
        raise DecodeError("its front matter is nested too deeply", "Flatten it.") from error


def _as_written(values: Mapping[str, object]) -> dict[str, object]:
    """Dates as ISO 8601, which is how TOML writes them."""
    return {
        name: value.isoformat() if isinstance(value, (date, datetime, time)) else value
        for name, value in values.items()
    }
