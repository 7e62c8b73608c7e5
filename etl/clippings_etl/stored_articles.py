"""Articles as a database holds them, put together again so that they can be cleaned anew."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from .documents import Extracted, Record, RemovedLine
from .errors import DocumentError
from .extraction import extract

_ARTICLES = """
    select id, source, site, title, title_source = 'headline', text, language, format, url, encoding
    from articles
"""
_REMOVED = "select start, end, text, rule, reason, position from removed_lines where article_id = ? order by start"
_BLANK = "\n\n"


class RemovedRow(NamedTuple):
    """A removed line: its place in the decoded original, and in the cleaned text."""

    start: int
    end: int
    text: str
    rule: str
    reason: str | None
    position: int


@dataclass(frozen=True)
class StoredArticle:
    """An article of a database; what takes another query is read when it is asked for."""

    connection: sqlite3.Connection
    number: int
    source: str
    site: str
    title: str
    has_headline: int
    """1 where the title is the first line of the text that was cleaned."""
    text: str
    language: str | None
    format: str
    url: str | None
    encoding: str

    @property
    def container(self) -> str:
        """The folder or file that it lies in."""
        file, mark, _ = self.source.rpartition("#")
        return file if mark else self.source.rpartition("/")[0]

    @cached_property
    def kept_lines(self) -> list[str]:
        """The lines of the cleaned text, the headline first where it is one of them."""
        lines = [line for line in self.text.splitlines() if line]
        return [self.title, *lines] if self.has_headline else lines

    @cached_property
    def removed(self) -> list[RemovedRow]:
        """The removed lines, in their order."""
        return [RemovedRow(*row) for row in self.connection.execute(_REMOVED, [self.number])]


def stored_articles(connection: sqlite3.Connection) -> Iterator[StoredArticle]:
    """Every article, in the order of their numbers, one in memory at a time."""
    for row in connection.execute(_ARTICLES + "order by id"):
        yield StoredArticle(connection, *row)


def stored_article(connection: sqlite3.Connection, number: int) -> StoredArticle:
    """The article of a number that there is."""
    return StoredArticle(connection, *connection.execute(_ARTICLES + "where id = ?", [number]).fetchone())


@dataclass(frozen=True, slots=True)
class StoredText:
    """What an article was cleaned from."""

    text: str
    removed: tuple[RemovedLine, ...]
    """Where the removed lines stand in this text."""
    extracted: Extracted | None
    """What was extracted from the original; None: the text is put together from what was kept and removed."""


def stored_text(article: StoredArticle, *, extract_pages: bool) -> StoredText:
    """The text that an article was cleaned from.

    It is extracted from the original where one is kept. Put together from the kept and removed lines it is the same
    but for the number of blank lines around the removed ones.

    Args:
        extract_pages: whether a web page is worth the time that its extraction takes, a hundred times that of a text.
    """
    extracted = _extracted(article) if extract_pages or article.format == "text" else None
    text, starts = _joined(article) if extracted is None else (extracted.text, None)
    places = [row.start for row in article.removed] if starts is None else starts
    removed = tuple(
        RemovedLine(start, start + len(row.text), row.text, row.rule, row.reason)
        for start, row in zip(places, article.removed, strict=True)
    )
    return StoredText(text, removed, extracted)


def _extracted(article: StoredArticle) -> Extracted | None:
    query = "select data from originals where article_id = ?"
    row = article.connection.execute(query, [article.number]).fetchone()
    if row is None:
        return None
    try:
        record = Record(article.source, zlib.decompress(row[0]), article.format, article.url, article.encoding)
        extracted = extract(record)
    except (zlib.error, DocumentError):
        return None  # `verify` speaks of it; what was kept and removed is still there
    return extracted if all(extracted.text[row.start : row.end] == row.text for row in article.removed) else None


def _joined(article: StoredArticle) -> tuple[str, list[int]]:
    """Kept and removed lines in their order, and where each removed one starts."""
    joined = _Joined()
    text, body_start = article.text, 0
    if article.has_headline:
        text = article.title + _BLANK + article.text
        body_start = len(text) - len(article.text)
    starts = []
    at = last_end = 0
    for row in article.removed:
        stood = body_start + row.position
        if article.has_headline and not row.position:
            # Above the headline or right below it: it fits into only one of the gaps between removed lines.
            stood = len(article.title) if at or row.start - last_end >= len(article.title) else 0
        joined.add(text[at:stood])
        at = max(at, stood)
        starts.append(joined.add(row.text, is_close=row.start - last_end <= 1))
        last_end = row.end
    joined.add(text[at:])
    return joined.text(), starts


class _Joined:
    """Pieces of text with line ends between them."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0

    def add(self, piece: str, is_close: bool = False) -> int:
        """Append a piece below the last, a blank line between unless they are close; returns where it starts."""
        piece = piece.strip("\n")
        if piece:
            if self._parts:
                self._append("\n" if is_close else _BLANK)
            start = self._length
            self._append(piece)
            return start
        return self._length

    def text(self) -> str:
        return "".join(self._parts)

    def _append(self, part: str) -> None:
        self._parts.append(part)
        self._length += len(part)
