"""A document's bytes → its text: one module for each format.

text         plain text, in Unicode or a legacy encoding
legacy       which of the encodings before Unicode a text is in
markdown     Markdown with front matter
records      JSON objects and table rows
fields       what a record's fields say, by their usual names (field_names) or the user's
markup       HTML inside a record's field
html         web pages; its own modules are named there
mhtml        web pages saved in one file

The same record gives the same text, on any machine and in any process: `verify` extracts again from the
originals in the database.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ..documents import Extracted, Record
from ..errors import DecodeError
from ..lazy import lazily

if TYPE_CHECKING:
    from .legacy import decode_as as redecode
    from .text import decode
else:
    __getattr__ = lazily(__name__, {"redecode": "text", "decode": "text"})

__all__ = ["FORMATS", "PAGES", "decode", "extract", "redecode"]


def _text(record: Record) -> Extracted:
    from .text import decode

    return decode(record.data, record.encoding)


def _markdown(record: Record) -> Extracted:
    from .markdown import extract_markdown

    return extract_markdown(record)


def _json(record: Record) -> Extracted:
    from .records import extract_json

    return extract_json(record)


def _row(record: Record) -> Extracted:
    from .records import extract_row

    return extract_row(record)


def _html(record: Record) -> Extracted:
    from .html import extract_html

    return extract_html(record.data, record.url, record.encoding)


def _mhtml(record: Record) -> Extracted:
    from .mhtml import extract_mhtml

    return extract_mhtml(record.data, record.url, record.encoding)


FORMATS: Mapping[str, Callable[[Record], Extracted]] = {
    "text": _text,
    "markdown": _markdown,
    "json": _json,
    "csv": _row,
    "html": _html,
    "mhtml": _mhtml,
}
"""How each format's records are read, by ``Record.format``."""

PAGES = frozenset({"html", "mhtml"})
"""The formats of which the main content is picked out: no menus are left for the line scorer."""


def extract(record: Record) -> Extracted:
    """A record's text, and what its format says about the article.

    Raises:
        DecodeError: its bytes aren't what its format says, or there is no text in it.
    """
    if record.format not in FORMATS:
        raise DecodeError(f"{record.format!r} is no format that is known", "Known are " + ", ".join(FORMATS) + ".")
    return FORMATS[record.format](record)
