"""Which articles have a frequent word, and how often: what ranks them without reading all of the full-text index."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from .parts import Ids, Writer, bitmap, numbers

_WORDS = "select term, col, doc, cnt from temp.vocabulary_words"
_PLACES = "select group_concat(doc) from temp.vocabulary_places where term = ?"
_PLACES_ONE_BY_ONE = "select doc from temp.vocabulary_places where term = ?"
_PLACES_IN_TITLES = "select group_concat(doc) from temp.vocabulary_places where term = ? and col = 'title'"
_IN_TITLES = "select group_concat(rowid) from articles_fts where articles_fts match ?"

_MOST_COUNTED = 65_535
_MOST_JOINED = 50_000_000
"""Numbers in one string: SQLite's longest has a billion bytes."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the full-text index."""

    word: str
    articles: int
    """Articles that have it; those with the word in title and text count twice."""
    places: int
    titles: int
    """Articles that have it in the title."""
    title_places: int


def write_words(connection: sqlite3.Connection, writer: Writer, least: int) -> None:
    """Write the postings of the words that stand in so many articles or more."""
    with _vocabulary(connection):
        for word in [word for word in _words(connection) if word.articles >= least]:
            ids, counts = np.unique(_places(connection, word), return_counts=True)
            if len(ids) >= least:
                _write(connection, writer, word, ids, counts)


def _write(connection: sqlite3.Connection, writer: Writer, word: _Word, ids: Ids, counts: NDArray[np.intp]) -> None:
    """Write a word's postings, given the articles that have it, in order, and how often each has it."""
    titled, in_title = _titles(connection, word)
    in_text = counts.copy()
    in_text[np.searchsorted(ids, titled)] -= in_title
    if counts.max() > _MOST_COUNTED:
        return  # no number of two bytes; the full-text index tells more
    repeated = in_text != 1
    writer.insert(
        "word_postings",
        word.word,
        len(ids),
        bitmap(ids),
        bitmap(ids[repeated]),
        _bytes(in_text[repeated]),
        bitmap(titled),
        b"" if (in_title == 1).all() else _bytes(in_title),
    )


@contextmanager
def _vocabulary(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("create virtual table temp.vocabulary_words using fts5vocab(main, articles_fts, col)")
    connection.execute("create virtual table temp.vocabulary_places using fts5vocab(main, articles_fts, instance)")
    try:
        yield
    finally:
        connection.execute("drop table temp.vocabulary_words")
        connection.execute("drop table temp.vocabulary_places")


def _words(connection: sqlite3.Connection) -> Iterator[_Word]:
    for word, rows in groupby(connection.execute(_WORDS), itemgetter(0)):
        found = {column: (documents, places) for _, column, documents, places in rows}
        titles, text = found.get("title", (0, 0)), found.get("text", (0, 0))
        yield _Word(word, titles[0] + text[0], titles[1] + text[1], *titles)


def _places(connection: sqlite3.Connection, word: _Word) -> Ids:
    """The articles that have a word, each as often as it has it."""
    if word.places > _MOST_JOINED:
        rows = connection.execute(_PLACES_ONE_BY_ONE, [word.word])
        return np.fromiter((article for (article,) in rows), np.uint32)
    return numbers(connection.execute(_PLACES, [word.word]).fetchone()[0])


def _titles(connection: sqlite3.Connection, word: _Word) -> tuple[Ids, NDArray[np.intp]]:
    """The articles that have a word in the title, in order, and how often."""
    if not word.titles:
        return np.empty(0, np.uint32), np.empty(0, np.intp)
    if word.title_places > word.titles:
        return np.unique(numbers(connection.execute(_PLACES_IN_TITLES, [word.word]).fetchone()[0]), return_counts=True)
    phrase = 'title : "{}"'.format(word.word.replace('"', '""'))
    ids = numbers(connection.execute(_IN_TITLES, [phrase]).fetchone()[0])
    return np.sort(ids), np.ones(len(ids), np.intp)


def _bytes(counts: NDArray[np.intp]) -> bytes:
    """Counts as bytes, or where one doesn't fit, as pairs of bytes."""
    return counts.astype("<u2" if counts.max(initial=0) > 255 else "u1").tobytes()
