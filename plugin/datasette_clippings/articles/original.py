"""The original of an article beside what cleaning left of it, paragraph by paragraph.

Of a plain text the original is the file as it was decoded. Of a web page it is the lines that its text has, those that
were kept and those that were removed; its HTML is never shown.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from .. import compat
from .text import Paragraph, Piece, RemovedLine

TABLES = ("removed_lines", "originals")
"""Who may not view both of these may not see originals."""

_LONGEST = 2_000_000  # bytes of an original that are unpacked for a page
# Codecs of Python's that no text is written in, some of them slow on what isn't made for them.
_NO_CHARACTER_SETS = frozenset({"idna", "punycode", "raw_unicode_escape", "undefined", "unicode_escape"})
_DATA = "select size, data from originals where article_id = ? and length(data) <= ?"


@dataclass(frozen=True)
class OriginalLine:
    """A line of the original; removed: why it isn't in the cleaned text."""

    text: str
    removed: RemovedLine | None = None


@dataclass(frozen=True)
class ComparedRow:
    """Lines of the original beside the paragraph that is left of them: `headline`, or a paragraph of the text by its
    place among those given; neither: nothing is left."""

    original: tuple[OriginalLine, ...]
    paragraph: int | None = None
    is_headline: bool = False


@dataclass(frozen=True)
class Comparison:
    """An article's original beside its cleaned text."""

    rows: tuple[ComparedRow, ...]
    is_file: bool
    """Whether the lines are those of the original file as they stand there; else they are put together from the
    lines kept and removed, without the white space that stood between them."""


@dataclass(frozen=True)
class OriginalSpan:
    """A removed line by its place in the decoded original."""

    start: int
    end: int
    line: RemovedLine


async def may_compare(datasette: Any, actor: dict[str, Any] | None, database: str) -> bool:
    """Whether the actor may see originals."""
    return await compat.may_view(datasette, actor, database, *TABLES)


def original_text(connection: sqlite3.Connection, article_id: int, encoding: str) -> str | None:
    """The original of a plain text, decoded; None where it isn't kept, is too long for a page, or can't be read."""
    row = connection.execute(_DATA, [article_id, _LONGEST]).fetchone()
    if row is None or not isinstance(row[1], bytes) or encoding.lower().replace("-", "_") in _NO_CHARACTER_SETS:
        return None
    unpacking = zlib.decompressobj()
    try:
        data = unpacking.decompress(row[1], _LONGEST)  # whatever it says of its size
        return data.decode(encoding) if unpacking.eof else None
    except (zlib.error, ValueError, LookupError):  # ValueError: what doesn't decode, and what can be no name of a codec
        return None


def compare(
    headline: str | None, laid_out: Sequence[Paragraph], removed: Sequence[OriginalSpan], original: str | None
) -> Comparison:
    """The original beside the cleaned text.

    Args:
        headline: where the text's first line is one.
        laid_out: the text with its removed lines in their places.
        original: the decoded file; None: the lines kept and removed stand in for it. They also do where the file
            doesn't say what is stored, as when it was decoded otherwise.
    """
    if original is not None:
        rows = _of_file(headline, laid_out, removed, original)
        if rows is not None:
            return Comparison(tuple(rows), True)
    rows = [ComparedRow((OriginalLine(headline),), is_headline=True)] if headline else []
    for place, paragraph in enumerate(laid_out):
        rows.append(ComparedRow(tuple(_lines(paragraph.pieces)), None if paragraph.number is None else place))
    return Comparison(tuple(rows), False)


def _lines(pieces: Iterable[Piece]) -> Iterator[OriginalLine]:
    """The lines of a paragraph, removed ones in their places."""
    words = ""
    for piece in pieces:
        if piece.removed or piece.line_break:
            if words.strip():
                yield OriginalLine(words)
            words = ""
            if piece.removed:
                yield OriginalLine(piece.removed.text, piece.removed)
        else:
            words += piece.text
    if words.strip():
        yield OriginalLine(words)


def _of_file(
    headline: str | None, laid_out: Sequence[Paragraph], removed: Sequence[OriginalSpan], original: str
) -> list[ComparedRow] | None:
    """The rows by the lines of the file; None where these aren't the lines kept and removed, one after the other."""
    gone = {(span.start, span.end): span.line for span in removed}
    expected = _kept_lines(headline, laid_out)
    rows: list[ComparedRow] = []
    lines: list[OriginalLine] = []  # of the row that is being made
    row: ComparedRow | None = None
    pending: Iterator[str] = iter(())
    left = 0  # lines of its paragraph that are still to come
    position = 0
    for raw in original.splitlines(keepends=True):
        words = raw.strip()
        start = position + (raw.index(words) if words else 0)
        position += len(raw)
        if not words:
            continue
        line = gone.pop((start, start + len(words)), None)
        shown = OriginalLine(raw.rstrip(), line)
        if line is not None and line.text != words:
            return None
        if line is None and not left:
            row, kept = next(expected, (None, []))
            left = len(kept)
            pending = iter(kept)
        if line is None:
            if row is None or next(pending) != words:
                return None
            left -= 1
        if row is None:
            rows.append(ComparedRow((shown,)))
            continue
        lines.append(shown)
        if not left:
            rows.append(ComparedRow(tuple(lines), row.paragraph, row.is_headline))
            row, lines = None, []
    return None if gone or row is not None or next(expected, None) else rows


def _kept_lines(headline: str | None, laid_out: Sequence[Paragraph]) -> Iterator[tuple[ComparedRow, list[str]]]:
    """For each row with a kept paragraph its lines, as `lines` of the build has them: without white space around."""
    if headline:
        yield ComparedRow((), is_headline=True), [headline]
    for place, paragraph in enumerate(laid_out):
        if paragraph.number is not None:
            kept = [line.text.strip() for line in _lines(paragraph.pieces) if not line.removed]
            yield ComparedRow((), place), kept
