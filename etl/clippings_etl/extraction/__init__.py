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

from ..documents import Extracted, Record
from ..errors import DecodeError
from .html import extract_html
from .legacy import decode_as as redecode
from .markdown import extract_markdown
from .mhtml import extract_mhtml
from .records import extract_json, extract_row
from .text import decode

__all__ = ["FORMATS", "PAGES", "decode", "extract", "redecode"]

FORMATS: Mapping[str, Callable[[Record], Extracted]] = {
    "text": lambda record: decode(record.data, record.encoding),
    "markdown": extract_markdown,
    "json": extract_json,
    "csv": extract_row,
    "html": lambda record: extract_html(record.data, record.url, record.encoding),
    "mhtml": lambda record: extract_mhtml(record.data, record.url, record.encoding),
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
