"""Text as other programs take it: cells of tables that no spreadsheet runs, Markdown that stays text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from urllib.parse import quote

# What a spreadsheet takes for the beginning of a formula; see OWASP, CSV Injection.
_FORMULA = re.compile(r"[\s\0]*[=+\-@\uff0b\uff0d\uff1d\uff20]|[\t\r\n]")

_MARKDOWN = re.compile(r"[\\`*_\[\]<>&|~#$]")
_ADDRESS = re.compile(r"(?<=http):|(?<=https):|(?<=ftp):|(?<=www)\.", re.IGNORECASE)  # which becomes a link by itself
# Characters that end a line, are unseen, or turn the direction of what follows.
_UNWRITTEN = re.compile("[\0-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def csv_row(values: Sequence[object]) -> str:
    """A line of a CSV file (RFC 4180)."""
    line = io.StringIO()
    csv.writer(line).writerow([csv_cell(value) for value in values])
    return line.getvalue()


def csv_cell(value: object) -> object:
    """A value as a cell; text that a spreadsheet would run as a formula gets an apostrophe in front."""
    if not isinstance(value, str):
        return value
    value = value.replace("\0", "")
    return f"'{value}" if _FORMULA.match(value) else value


def markdown(text: str) -> str:
    """Text on one line of Markdown (CommonMark, with the tables and links of GitHub's), as it stands."""
    line = " ".join(_UNWRITTEN.sub("", text).split())
    line = _MARKDOWN.sub(r"\\\g<0>", line)
    line = _ADDRESS.sub(r"\\\g<0>", line)
    return re.sub(r"^(\d*)([-+=.)])", r"\1\\\2", line)  # no beginning of a list or a heading


def markdown_address(address: str) -> str:
    """An address as the destination of a link."""
    return quote(address, safe="%/:?#@!$&'*+,;=~-._")
