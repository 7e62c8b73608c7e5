"""How well articles answer to words: bm25, as FTS5 computes it, for the articles that are asked about alone.

FTS5 scores every row that matches, with its length from a row of its own. Here the articles are known first, and
of a frequent word how often each has it, so that one pass over arrays gives the same scores.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from pyroaring import BitMap

from ..query import Phrase, expression
from ..query.tokens import word_of
from ..stored_index import WORDS
from .index import Array, Index, bitmap, ids_in
from .model import TEXT_WEIGHT, TITLE_WEIGHT

_K1, _B = 1.2, 0.75
"""Constants of bm25 in FTS5 (https://sqlite.org/fts5.html#the_bm25_function)."""
_LEAST_IDF = 1e-6
"""What FTS5 takes where a phrase is in half of the rows or more."""

_ARTICLES = "select articles from word_postings where word = ?"
_POSTINGS = "select article_count, repeated, counts, titled, title_counts from word_postings where word = ?"
_SCORES = f"""
select rowid, -bm25(articles_fts, {TEXT_WEIGHT}, {TITLE_WEIGHT}) from articles_fts where articles_fts match ?
"""
_SCORES_OF = _SCORES + " and +rowid in (select value from json_each(?))"

_FEW_OF_ALL = 1 / 50
"""A smaller share of the articles is looked up one by one; more have an item each."""
_FEW = 2_000
"""Of so many articles, FTS5 is told which to score."""


def single_word(phrase: Phrase) -> str | None:
    """The one word that a phrase is for the index, anywhere in an article; None where it asks for something else."""
    return None if phrase.field or phrase.prefix else word_of(phrase.text)


def articles_with(connection: sqlite3.Connection, word: str) -> BitMap | None:
    """The articles that have a word; None where it is in too few to have postings."""
    row = connection.execute(_ARTICLES, [word]).fetchone()
    return BitMap.deserialize(row[0]) if row else None


@dataclass(frozen=True)
class Postings:
    """How often the articles that have a word have it: once in the text, but for those named."""

    articles: int
    repeated: Array
    counts: Array
    titled: Array
    title_counts: Array

    def frequencies(self, ids: Array, size: int) -> Array:
        """The weighted number of the word's places in each of the articles, all of which have it."""
        found = _spread(ids, self.repeated, self.counts, 1, size) * TEXT_WEIGHT
        if len(self.titled):
            found += _spread(ids, self.titled, self.title_counts, 0, size) * TITLE_WEIGHT
        return found


def postings(connection: sqlite3.Connection, word: str) -> Postings | None:
    """A word's postings; None where it is in too few articles to have them."""
    row = connection.execute(_POSTINGS, [word]).fetchone()
    if not row:
        return None
    articles, repeated, counts, titled, title_counts = row
    repeated, titled = ids_in(BitMap.deserialize(repeated)), ids_in(BitMap.deserialize(titled))
    return Postings(
        articles,
        repeated,
        _counts(counts, len(repeated)),
        titled,
        _counts(title_counts, len(titled)) if title_counts else np.ones(len(titled), np.uint8),
    )


def _counts(data: bytes, count: int) -> Array:
    return np.frombuffer(data, np.uint8 if len(data) == count else "<u2")


def _spread(ids: Array, named: Array, counts: Array, otherwise: int, size: int) -> Array:
    """For each of the ids its count, where it is named, and else another; all in ascending order."""
    if not len(named):
        return np.full(len(ids), otherwise, np.float64)
    if len(ids) < size * _FEW_OF_ALL:
        places = np.searchsorted(named, ids)
        places[places == len(named)] = 0
        return np.where(named[places] == ids, counts[places], otherwise).astype(np.float64)
    every = np.full(size, otherwise, counts.dtype)
    every[named] = counts
    return every[ids].astype(np.float64)


class Scorer:
    """Scores articles by the words and phrases that they have."""

    def __init__(self, index: Index, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._words = index.column(connection, WORDS)
        self._rows, total = index.lengths(connection)
        self._average = total / self._rows if self._rows else 0.0

    def score(self, ids: Array, phrases: Sequence[Phrase], *, all_have_all: bool) -> Array:
        """The score of each of the articles; in ascending order of their ids.

        It is FTS5's bm25 with the sign turned, so that the better is the higher. `all_have_all`: each of the
        articles has all the phrases.
        """
        scores = np.zeros(len(ids))
        length = _K1 * (1 - _B + _B * self._words[ids].astype(np.float64) / self._average)
        for phrase in phrases:
            word = single_word(phrase)
            found = postings(self._connection, word) if word else None
            if found is None:
                scores += self._by_fts5(ids, phrase)
                continue
            having, long = ids, length
            places: Array | slice = slice(None)
            if not all_have_all:
                articles = articles_with(self._connection, word or "")
                having = ids_in((articles or BitMap()) & bitmap(ids))
                places = np.searchsorted(ids, having)
                long = length[places]
            frequency = found.frequencies(having, len(self._words))
            scores[places] += self._idf(found.articles) * ((frequency * (_K1 + 1.0)) / (frequency + long))
        return scores

    def _idf(self, articles: int) -> float:
        idf = math.log((self._rows - articles + 0.5) / (articles + 0.5))
        return idf if idf > 0 else _LEAST_IDF

    def _by_fts5(self, ids: Array, phrase: Phrase) -> Array:
        scores = np.zeros(len(ids))
        if not len(ids):
            return scores
        parameters = [expression(phrase)]
        sql = _SCORES
        if len(ids) <= _FEW:
            sql = _SCORES_OF
            parameters.append("[" + ",".join(map(str, ids.tolist())) + "]")
        rows = self._connection.execute(sql, parameters).fetchall()
        found = np.array([row[0] for row in rows], np.uint32)  # ascending
        having = np.isin(found, ids, assume_unique=True)
        scores[np.searchsorted(ids, found[having])] = np.array([row[1] for row in rows], np.float64)[having]
        return scores
