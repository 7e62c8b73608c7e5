"""Words of an archive that are written nearly like one that it doesn't have."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

from ..folding import UNSPACED

SHORTEST, LONGEST = 3, 30
"""Letters of the words for which others are looked for."""
_TWO_APART = 6
"""Words of so many letters may differ in two of them, but not in the first two."""
_MOST_READ = 20_000
"""Words that begin alike which are compared, in the order of the alphabet."""

_AT_ONCE = 200
"""Words that are compared before the time is looked at."""

_VOCABULARY = (
    "create virtual table if not exists temp.clippings_vocabulary using fts5vocab('main', 'articles_fts', 'row')"
)
_KNOWN = """
select term, doc from json_each(?) as wanted cross join temp.clippings_vocabulary as known on term = wanted.value
"""
_ALIKE = """
select term, doc from (
  select term, doc from temp.clippings_vocabulary where term >= ? and term < ? limit ?
) where length(term) between ? and ?
"""


def known_words(connection: sqlite3.Connection, words: list[str]) -> dict[str, int]:
    """Those of the words that the index has, and in how many articles each is."""
    connection.execute(_VOCABULARY)
    return {row[0]: row[1] for row in connection.execute(_KNOWN, [json.dumps(words)]).fetchall()}


def near_words(
    connection: sqlite3.Connection, word: str, count: int, check: Callable[[], None]
) -> list[tuple[str, int]]:
    """Words of the index that differ from one in a letter, or where there are none in two: with their articles.

    A letter may be wrong, missing, too many, or two of them in each other's place. The most frequent come first.
    `check` is called every so many words, since to compare them takes longer than to read them, and may raise.
    """
    if not SHORTEST <= len(word) <= LONGEST or UNSPACED.search(word):
        return []
    found = known_words(connection, sorted(set(_one_apart(word)) - {word}))
    if not found and len(word) >= _TWO_APART:
        start = word[:2]
        bounds = [start, start + chr(0x10FFFF), _MOST_READ, len(word) - 2, len(word) + 2]
        for number, row in enumerate(connection.execute(_ALIKE, bounds).fetchall()):
            if number % _AT_ONCE == 0:
                check()
            if are_near(word, row[0], 2):
                found[row[0]] = row[1]
    return sorted(found.items(), key=lambda each: (-each[1], each[0]))[:count]


def are_near(one: str, other: str, most: int) -> bool:
    """Whether so few changes make one word of the other (the optimal string alignment distance)."""
    if abs(len(one) - len(other)) > most:
        return False
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        here = [row]
        for column, each in enumerate(other, 1):
            cost = min(last[column] + 1, here[-1] + 1, last[column - 1] + (letter != each))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == each:
                cost = min(cost, before[column - 2] + 1)
            here.append(cost)
        if min(here) > most:
            return False
        before, last = last, here
    return last[-1] <= most


def _one_apart(word: str) -> Iterator[str]:
    letters = sorted({letter for each in word for letter in _alphabet(each)})
    for at in range(len(word) + 1):
        start, end = word[:at], word[at:]
        if end:
            yield start + end[1:]
        if len(end) > 1:
            yield start + end[1] + end[0] + end[2:]
        for letter in letters:
            yield start + letter + end
            if end:
                yield start + letter + end[1:]


@lru_cache(1_000)
def _alphabet(letter: str) -> tuple[str, ...]:
    """The small letters of its script that stand beside it in Unicode; none for what is no letter."""
    if not letter.isalpha():
        return ()
    script = unicodedata.name(letter, "").split(" ")[0]
    page = ord(letter) & ~0xFF
    letters = (chr(code) for code in range(page, page + 0x100))
    return tuple(
        each
        for each in letters
        if each.isalpha() and each == each.lower() and unicodedata.name(each, "").startswith(script) and _is_bare(each)
    )


def _is_bare(letter: str) -> bool:
    return len(unicodedata.normalize("NFKD", letter)) == 1 and (not letter.isascii() or letter.isalpha())
