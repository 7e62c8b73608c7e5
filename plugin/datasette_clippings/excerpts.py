"""Excerpts: the opening of a text, or where the words of a search stand in it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from .folding import UNSPACED, fold
from .search import fold_phrases

LENGTH = 240
PASSAGE = 170  # characters of each, where there are several
MOST_PASSAGES = 2
_LEAD = 60  # characters shown before the first word found
_SEARCHED = 10_000  # characters of a text in which words are looked for
_MOST_TERMS = 20  # of a search are marked; more of them say nothing about where to look
_LONGEST_TERM = 300  # characters; a longer phrase isn't marked

_NO_WORD = re.compile(r"[\W_]+")
_LETTER = UNSPACED.pattern.strip("()").replace("[", r"[^\W_", 1)  # of a script with spaces between words


@dataclass(frozen=True)
class Slice:
    """A part of an excerpt, and whether it is what the search was for."""

    text: str
    found: bool = False


@dataclass(frozen=True)
class Excerpt:
    """Some 240 characters of a text in slices, and whether the text goes on before and behind them."""

    slices: tuple[Slice, ...]
    starts_within: bool
    ends_within: bool


def search_terms(search: str) -> list[str]:
    """The words and phrases of a search as `locate` compares them, the longest first."""
    phrases = [_NO_WORD.sub(" ", _comparable(phrase)).strip() for phrase in fold_phrases(search)[:_MOST_TERMS]]
    terms = {phrase for phrase in phrases if 0 < len(phrase) <= _LONGEST_TERM}
    return sorted(terms, key=lambda term: (-len(term), term))


def excerpt(text: str, terms: list[str]) -> Excerpt:
    """The part of a text around the first of the terms that stands in it, all of them marked; else its opening."""
    found = locate(text, terms)
    return _window(text, found, found[0] if found else (0, 0), LENGTH)


def passages(text: str, terms: list[str]) -> tuple[Excerpt, ...]:
    """The parts of a text around terms that stand in it: the first, and then one that the first doesn't show."""
    found = locate(text, terms)
    shown: list[Excerpt] = []
    words: set[str] = set()
    for place in found:
        word = _comparable(text[slice(*place)])
        if word not in words and len(shown) < MOST_PASSAGES:
            shown.append(_window(text, found, place, PASSAGE))
            words |= {_comparable(slice_.text) for slice_ in shown[-1].slices if slice_.found}
    return tuple(shown) if len(shown) > 1 else (_window(text, found, found[0] if found else (0, 0), LENGTH),)


def marked(text: str, terms: list[str]) -> tuple[Slice, ...]:
    """A whole text, such as a headline, with the terms that stand in it marked."""
    return _slices(text, locate(text, terms), 0, len(text))


def _window(text: str, found: list[tuple[int, int]], place: tuple[int, int], length: int) -> Excerpt:
    """So many characters of a text with a place in them, at the text's beginning where that will do."""
    start = 0
    if place[1] > length:
        lead = max(place[0] - _LEAD, 0)
        start = text.rfind(" ", 0, lead) + 1 or lead
    end = len(text)
    if end - start > length:
        end = start + length
        end = max(text.rfind(" ", start + length - 30, end), 0) or end
    return Excerpt(_slices(text, found, start, end), start > 0, end < len(text.rstrip()))


def _slices(text: str, found: list[tuple[int, int]], start: int, end: int) -> tuple[Slice, ...]:
    slices: list[Slice] = []
    at = start
    for first, last in found:
        if at <= first < last <= end:
            slices += [Slice(text[at:first]), Slice(text[first:last], found=True)]
            at = last
    slices.append(Slice(text[at:end]))
    return tuple(slice_ for slice_ in slices if slice_.text)


def locate(text: str, terms: list[str]) -> list[tuple[int, int]]:
    """Where the terms stand in the text's beginning: start and end of each, in order, none overlapping."""
    if not terms:
        return []
    text = text[:_SEARCHED]
    compared = text.translate(_COMPARABLE)
    places = [found.span() for found in _pattern(tuple(terms)).finditer(compared)]
    if not places or _COMPARABLE.uneven.isdisjoint(text):
        return places
    offsets = [offset for offset, character in enumerate(text) for _ in _comparable(character)]
    return [(offsets[start], offsets[end - 1] + 1) for start, end in places]


def _comparable(text: str) -> str:
    return text.translate(_COMPARABLE)


class _Comparable(dict[int, str]):
    """Each character as search compares it: folded, small, without diacritics; filled as characters are met."""

    def __init__(self) -> None:
        self.uneven: set[str] = set()
        """Those that don't become just one."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        parts = unicodedata.normalize("NFD", fold(character)).lower()
        compared = "".join(part for part in parts if not unicodedata.combining(part)) or " " * character.isspace()
        if len(compared) != 1:
            self.uneven.add(character)
        self[code] = compared
        return compared


_COMPARABLE = _Comparable()


@lru_cache(maxsize=64)
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    """What finds the first of the terms at any place. Between words of a phrase may stand what is no word."""
    return re.compile("|".join(_term_pattern(term.split(" ")) for term in terms))


def _term_pattern(words: list[str]) -> str:
    found = re.escape(words[0])
    for before, word in pairwise(words):
        glued = UNSPACED.fullmatch(before) or UNSPACED.fullmatch(word)
        found += (r"[\W_]*" if glued else r"[\W_]+") + re.escape(word)
    begins = "" if UNSPACED.fullmatch(words[0]) else f"(?<!{_LETTER})"
    ends = "" if UNSPACED.fullmatch(words[-1]) else f"(?!{_LETTER})"
    return begins + found + ends
