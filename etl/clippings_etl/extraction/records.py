"""Rows and objects → text and metadata: a line of JSON Lines, an element of an array, a row of a table.

A record is read again by itself, from its own bytes: an object is its JSON, a row carries its table's header line in
front. Where the user named the fields, the record opens with a line that says which, see ``with_field_names``: so
the bytes as they were found stay untouched behind it, and nothing else has to be known to read them.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import overload

from ..documents import Extracted, Record
from ..errors import DecodeError
from .field_names import SUMMARY, TEXT, TITLE, URL, plain
from .fields import FieldNames, read_fields
from .markup import fragment_text, is_markup, is_page
from .text import decode

_FIELDS = b'{"clippings fields":'
DELIMITERS = (",", ";", "\t", "|")
"""What may part the cells of a table."""


def with_field_names(data: bytes, names: FieldNames) -> bytes:
    """A record's bytes, behind a line with the field names that the user chose, if there are any."""
    chosen = {name: value for name, value in asdict(names).items() if value}
    return _FIELDS + json.dumps(chosen, ensure_ascii=False).encode() + b"}\n" + data if chosen else data


def extract_json(record: Record) -> Extracted:
    """Read an article out of a JSON object.

    Raises:
        DecodeError: it is no object, or no field holds a text.
    """
    names, data = _split(record.data)
    text, encoding = _decoded(data, record.encoding)
    return _extracted(json_object(text), names, record, encoding)


def extract_row(record: Record) -> Extracted:
    """Read an article out of a table's row, its header line in front.

    Raises:
        DecodeError: header and row don't fit, or no column holds a text.
    """
    names, data = _split(record.data)
    text, encoding = _decoded(data, record.encoding)
    header, *rows = read_rows(text, delimiter_of(text[:_SAMPLE].splitlines()[0]))
    if len(rows) != 1:
        raise DecodeError("the row is empty or more than one", "Check the quotation marks around it.")
    row = rows[0]
    if len(row) > len(header):
        raise DecodeError(
            f"the row has {len(row)} cells under {len(header)} headings",
            "A cell with the table's own separator in it needs quotation marks.",
        )
    return _extracted(dict(reversed(list(zip(header, row, strict=False)))), names, record, encoding)


def json_object(text: str) -> dict[str, object]:
    """A JSON object.

    Raises:
        DecodeError: the text is something else.
    """
    try:
        value = json.loads(text)
    except RecursionError as error:
        raise DecodeError("it is nested too deeply to be an article", "Flatten it, or leave it out.") from error
    except ValueError as error:
        raise DecodeError(f"it is no valid JSON: {error}", "It may be cut short; fetch or export it again.") from error
    if not isinstance(value, dict):
        raise DecodeError("it is no JSON object", 'An article is an object such as {"title": "…", "text": "…"}.')
    return value


_SAMPLE = 100_000


def delimiter_of(header: str) -> str:
    """What parts the cells, told from the header line alone, so that each row by itself is read alike.

    The one under which most headings are known names; else the one that makes most of them.
    """
    known = {*TEXT, *SUMMARY, *TITLE, *URL}

    def sense(delimiter: str) -> tuple[int, int]:
        try:
            headings = next(iter(read_rows(header, delimiter)), [])
        except DecodeError:
            return -1, 0
        return sum(plain(heading) in known for heading in headings), len(headings)

    return max(DELIMITERS, key=sense)


def read_rows(text: str, delimiter: str) -> list[list[str]]:
    """The rows of a table in full, blank ones left out.

    Raises:
        DecodeError: the table can't be read.
    """
    allow_long_cells()
    try:
        return [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(row)]
    except csv.Error as error:
        raise DecodeError(f"the row can't be read: {error}", "Check the quotation marks around it.") from error


def allow_long_cells() -> None:
    """The csv module's limit on a cell is one for the whole process; ours is on the record, and set by the reader."""
    if csv.field_size_limit() < 2**31 - 1:
        csv.field_size_limit(min(sys.maxsize, 2**31 - 1))


def _split(data: bytes) -> tuple[FieldNames, bytes]:
    """The user's field names, and the bytes as they were found."""
    if not data.startswith(_FIELDS):
        return FieldNames(), data
    line, _, rest = data.partition(b"\n")
    try:
        chosen = json.loads(line)["clippings fields"]
        return FieldNames(**{name: str(value) for name, value in chosen.items()}), rest
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise DecodeError(
            "its first line names fields in a way that is unknown", "Build the database again."
        ) from error


def _decoded(data: bytes, encoding: str | None) -> tuple[str, str]:
    decoded = decode(data, encoding)
    return decoded.text.removeprefix("\ufeff"), decoded.encoding


def _extracted(values: Mapping[str, object], names: FieldNames, record: Record, encoding: str) -> Extracted:
    fields = read_fields(values, names)
    if fields.text is None:
        present = ", ".join(list(values)[:20]) or "none"
        raise DecodeError(
            f"the field {names.text!r} holds no text" if names.text else "no field that is known holds a text",
            f"Its fields are: {present}. Name the one with the text with --text-field.",
        )
    url = record.url or _storable(fields.url)
    text = _storable(fields.text)
    page = None
    if is_markup(text) and is_page(text):
        from .html import extract_html

        page = extract_html(text.encode("utf-8"), url, "utf-8")
        text = page.text
    elif is_markup(text):
        text = fragment_text(text)
    if not any(map(str.isalnum, text)):
        raise DecodeError("its text is empty", "Nothing to do, unless it should hold an article: then fetch it again.")
    said = Extracted(
        text=text,
        encoding=encoding,
        format=record.format,
        title=_storable(fields.title),
        url=url,
        language=fields.language,
        metadata=replace(
            fields.metadata,
            published_text=_storable(fields.metadata.published_text),
            byline=_storable(fields.metadata.byline),
            publisher=_storable(fields.metadata.publisher),
        ),
    )
    return _with_page(said, page) if page else said


def _with_page(said: Extracted, page: Extracted) -> Extracted:
    """What the fields say, and where they are silent, the page in one of them."""
    fields, of_page = said.metadata, page.metadata
    dated = fields if fields.published or fields.published_text else of_page
    return replace(
        said,
        title=said.title or page.title,
        url=said.url or page.url,
        language=said.language or page.language,
        metadata=replace(
            of_page,
            published=dated.published,
            published_text=dated.published_text,
            byline=fields.byline or of_page.byline,
            publisher=fields.publisher or of_page.publisher,
        ),
    )


_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


@overload
def _storable(text: str) -> str: ...
@overload
def _storable(text: None) -> None: ...
@overload
def _storable(text: str | None) -> str | None: ...
def _storable(text: str | None) -> str | None:
    """JSON can write NUL and halves of characters, which no text holds: each becomes U+FFFD."""
    return _UNSTORABLE.sub("\ufffd", text) if text else text
