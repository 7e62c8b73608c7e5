"""A pasted list of names: one a line, or a column of a table."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from datasette.utils.asgi import BadRequest

from ..query import unquoted

MOST_NAMES = 5_000
LONGEST_NAME = 200
"""Characters; what is longer is text rather than a name."""
MOST_BYTES = 2_000_000
"""Of a list that is sent."""

_DELIMITERS = ",;\t|"


@dataclass(frozen=True)
class Names:
    """The names of a list, each once, in their order; and what of the list was left aside."""

    names: tuple[str, ...]
    repeated: int
    too_long: tuple[str, ...]
    """Their beginnings."""
    left_out: int
    """Behind the first `MOST_NAMES`."""


def read_names(text: str, column: str = "") -> Names:
    """The names in a text, without quotation marks around them and without commas and semicolons behind them.

    Args:
        column: of a table (CSV, with commas, semicolons, tabs or bars) the column that holds the names, by its heading
            or its number from 1 on; empty: each line is a name.

    Raises:
        BadRequest: there is no such column, or the text is no table.
    """
    lines = text.replace("\0", "").lstrip("\ufeff").splitlines()
    found = (" ".join(line.split()) for line in (_column(lines, column.strip()) if column.strip() else lines))
    filled = [_bare(name) for name in found if name]
    distinct = list(dict.fromkeys(filled))
    too_long = tuple(f"{name[:60]}…" for name in distinct if len(name) > LONGEST_NAME)
    names = [name for name in distinct if len(name) <= LONGEST_NAME]
    return Names(
        names=tuple(names[:MOST_NAMES]),
        repeated=len(filled) - len(distinct),
        too_long=too_long,
        left_out=max(len(names) - MOST_NAMES, 0),
    )


async def posted_fields(request: Any) -> dict[str, str]:
    """The fields of a form that was sent. Raises BadRequest for more than `MOST_BYTES` of them, and for no UTF-8."""
    body, more = bytearray(), True
    while more:
        event = await request.receive()
        body += event.get("body", b"")
        more = event.get("more_body", False)
        if len(body) > MOST_BYTES:
            raise BadRequest(
                f"This list is too long: at most {MOST_BYTES:,} bytes can be sent at once; send it in parts"
            )
    try:
        return dict(parse_qsl(body.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=50))
    except ValueError as error:
        raise BadRequest("Can't read this form: it has to be sent in UTF-8, as the page does") from error


def _bare(name: str) -> str:
    """A name as it is pasted from a list of quoted names; where it is nothing but signs, as it is."""
    bare, before = name, ""
    while bare != before:
        bare, before = unquoted(bare.rstrip(",; ")).strip(), bare
    return bare or name


def _column(lines: list[str], column: str) -> Iterable[str]:
    """The cells of a column."""
    delimiter = max(_DELIMITERS, key=lines[0].count) if lines else ","
    try:
        rows = list(csv.reader((f"{line}\n" for line in lines), delimiter=delimiter))
    except csv.Error as error:
        raise BadRequest(f"Can't read this list as a table: {error}") from error
    headings = [heading.strip().casefold() for heading in rows[0]] if rows else []
    if column.casefold() in headings:
        place = headings.index(column.casefold())
        rows = rows[1:]
    elif re.fullmatch(r"[1-9]\d{0,3}", column, re.ASCII):
        place = int(column) - 1
    else:
        place = len(headings)
    if rows and not any(place < len(row) for row in rows):
        known = ", ".join(heading for heading in headings[:20] if heading)
        raise BadRequest(f"The list has no column {column[:60]}; the first line has {known[:300] or 'none'}")
    return [row[place] for row in rows if place < len(row)]
