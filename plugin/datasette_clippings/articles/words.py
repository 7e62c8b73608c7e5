"""The words of texts in any script: in runs that no punctuation breaks, as search compares them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..folding import UNSPACED, fold_name

_UNSPACED = UNSPACED.pattern.strip("()")
_TOKEN = re.compile(rf"{_UNSPACED}|(?:(?!{_UNSPACED})\w)+")
_JOINED = re.compile(r"[ \t\u00a0\n'’-]?", re.UNICODE)  # between two words of a phrase


@dataclass(frozen=True)
class Word:
    """A word, or a letter of a script without spaces: where it stands, and as search compares it."""

    start: int
    end: int
    term: str
    is_letter: bool
    run: int
    """Words of one run follow each other with no punctuation between."""


def words_of(text: str) -> list[Word]:
    """The words of a text in order. Those that folding splits or empties stand as what is left of them."""
    words: list[Word] = []
    run = end = 0
    for found in _TOKEN.finditer(text):
        if not _JOINED.fullmatch(text, end, found.start()):
            run += 1
        start, end = found.span()
        term = fold_name(found[0])
        if term:
            words.append(Word(start, end, term, UNSPACED.fullmatch(found[0]) is not None, run))
    return words
