"""CSV and TSV → a record for each row: the header line and the row's own bytes."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from ..documents import Record
from ..errors import DecodeError, ReadError
from ..extraction.field_names import SUMMARY, TEXT, TITLE, plain
from ..extraction.records import allow_long_cells, delimiter_of, read_rows, with_field_names
from ..extraction.text import decode
from .documents import too_large
from .lines import as_utf8, bounded_lines
from .options import ReadOptions
from .place import Place, Unreadable
from .streams import Stream

_HEADER = 100_000
"""Bytes. A longer first line is no list of headings."""


def read_table(place: Place, stream: Stream, options: ReadOptions) -> Iterator[Record | Unreadable]:
    """The rows, numbered from 1 below the header; blank ones have no number."""
    stream = as_utf8(stream)
    encoding = _legacy_encoding(stream.head)
    lines = _Lines(stream, options.max_bytes)
    header = b"".join(lines.take_blank()) or b""
    error = _why_no_header(header, options)
    if error:
        yield place.unreadable(error)
        return
    header = header.rstrip(b"\r\n") + b"\n"
    for number, row in enumerate(_rows(lines, delimiter_of(header.decode("latin-1"))), start=1):
        if isinstance(row, ReadError):
            yield place.unreadable(row, number)
        else:
            data = with_field_names(header + row, options.field_names)
            yield Record(place.numbered(number), data, "csv", encoding=encoding)
    if stream.own_damage:
        yield place.unreadable(stream.own_damage)


class _Lines:
    """Lines for the csv module, which remember the bytes since the last row and end where they are too many.

    Bytes are handed on as Latin-1: all that matters to the parting of rows and cells is ASCII, and in every encoding
    of files with line breaks (UTF-8, Windows, GBK, Shift JIS, Big5) no part of another character looks like it.
    """

    def __init__(self, stream: Stream, most: int) -> None:
        self._lines = bounded_lines(stream, most)
        self.most = most
        self._taken: list[bytes] = []
        self._size = 0
        self.too_long = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.too_long:
            raise StopIteration
        line = next(self._lines)
        if line is None or self._size + len(line) > self.most:
            self.too_long = True
            raise StopIteration
        self._taken.append(line)
        self._size += len(line)
        return line.decode("latin-1")

    def take(self) -> bytes:
        """The bytes handed on since this was asked last; goes on after what was too long."""
        taken = b"".join(self._taken)
        self._taken, self._size, self.too_long = [], 0, False
        return taken

    def take_blank(self) -> Iterator[bytes]:
        """The first line that isn't blank."""
        for _ in self:
            line = self.take()
            if line.strip():
                yield line
                return
        self.take()


def _rows(lines: _Lines, delimiter: str) -> Iterator[bytes | ReadError]:
    allow_long_cells()
    while True:
        rows = csv.reader(lines, delimiter=delimiter)
        for cells in _until_error(rows):
            too_long = lines.too_long
            data = lines.take()
            if too_long:
                yield ReadError(
                    "the row has no end below the limit on a document's size",
                    "A quotation mark may be missing; else raise the limit with --max-size.",
                )
                break
            if isinstance(cells, ReadError):
                yield cells
                break
            if any(cell.strip() for cell in cells):
                yield data
        else:
            if not lines.too_long:
                return
            lines.take()
            yield too_large(lines.most)


def _until_error(rows: Iterator[list[str]]) -> Iterator[list[str] | ReadError]:
    try:
        yield from rows
    except csv.Error as error:
        yield ReadError(f"the row can't be read: {error}", "Check the quotation marks around it.")


def _legacy_encoding(head: bytes) -> str | None:
    """The encoding of a table in none of Unicode's: told once from its beginning, for all rows alike."""
    complete = head[: head.rfind(b"\n") + 1] or head
    try:
        complete.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return decode(complete).encoding
        except DecodeError:
            return None
    return None


def _why_no_header(header: bytes, options: ReadOptions) -> ReadError | None:
    if not header:
        return ReadError("the table is empty", "Nothing to do, unless it should hold articles: then fetch it again.")
    if len(header) > _HEADER:
        return ReadError("its first line is too long for a list of headings", "Put the names of the columns on top.")
    text = header.decode("utf-8", "replace")
    try:
        headings = next(iter(read_rows(text, delimiter_of(text))), [])
    except DecodeError as error:
        return ReadError(f"its first line is no list of headings: {error}", error.advice)
    known = {*TEXT, *SUMMARY, *TITLE}
    if options.text_field or any(plain(heading) in known for heading in headings):
        return None
    return ReadError(
        "no column of it has a name that is known to hold a text",
        f"Its columns are: {', '.join(headings[:20])}. Name the one with the text with --text-field.",
    )
