"""Excerpts: the opening of a text, or where the words of a search stand in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import merge
from itertools import islice, takewhile

from ..folding import UNSPACED, fold
from ..query import Exact, Near, Phrase, leaves, parse
from ..query.exact import pattern

LENGTH = 240
PASSAGE = 170  # characters of each, where there are several
MOST_PASSAGES = 2
_LEAD = 60  # characters shown before the first word found
_SEARCHED = 10_000  # characters of a text in which words are looked for
_MOST_TERMS = 20  # of a search are marked; more of them say nothing about where to look
_LONGEST_TERM, _MOST_WORDS = 60, 16  # characters and words; a longer phrase isn't marked

_NO_WORD = re.compile(r"[\W_]+")
_LETTER = UNSPACED.pattern.strip("()").replace("[", r"[^\W_", 1)  # of a script with spaces between words
_WORD = re.compile(rf"{_LETTER}+|[^\W_]")  # a letter of the other scripts is a word


@dataclass
class _Words:
    """What terms begin with: the words that may follow, and whether a term ends here."""

    following: dict[str, _Words] = field(default_factory=dict)
    is_end: bool = False
    prefixes: tuple[str, ...] = ()  # that the next word may begin with, to end a term


@dataclass(frozen=True, order=True)
class Term:
    """A word or phrase as `locate` compares it."""

    words: tuple[str, ...]
    prefix: bool = False  # the last word may go on
    written: str = ""  # as it has to stand in the text, where that matters


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


def search_terms(searches: Iterable[str], field: str | None = None) -> list[Term]:
    """The words and phrases that some searches ask for, the first of all, however many there are.

    `field`: those that may stand in the title, or in the text; none: in either.
    """
    phrases = (phrase for search in searches for phrase in _asked_for(search, field))
    return sorted({term for term in islice(phrases, _MOST_TERMS) if _is_marked(term)})


def _asked_for(search: str, field: str | None) -> Iterator[Term]:
    tree = parse(search).tree
    for leaf, wanted in leaves(tree) if tree is not None else ():
        if not wanted or (field and leaf.field not in (None, field)):
            continue
        if isinstance(leaf, Exact):
            yield Term(_words_of(leaf.text), written=leaf.written)
        else:
            phrases: tuple[Phrase, ...] = leaf.phrases if isinstance(leaf, Near) else (leaf,)
            yield from (Term(_words_of(phrase.text), phrase.prefix) for phrase in phrases)


def _words_of(phrase: str) -> tuple[str, ...]:
    return tuple(_NO_WORD.sub(" ", _comparable(phrase)).split())


def _is_marked(term: Term) -> bool:
    return 0 < len(" ".join(term.words)) <= _LONGEST_TERM and len(term.words) <= _MOST_WORDS


def excerpt(text: str, terms: Sequence[Term]) -> Excerpt:
    """The part of a text around the first of the terms that stands in it, all of them marked; else its opening."""
    places = _places(text, terms)
    first = next(places, None)
    if first is None:
        return _window(text, [], (0, 0), LENGTH)
    near = takewhile(lambda place: place[0] < first[0] + LENGTH, places)  # no other can be shown
    return _window(text, [first, *near], first, LENGTH)


def passages(text: str, terms: Sequence[Term]) -> tuple[Excerpt, ...]:
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


def marked(text: str, terms: Sequence[Term]) -> tuple[Slice, ...]:
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


def locate(text: str, terms: Sequence[Term], searched: int = _SEARCHED) -> list[tuple[int, int]]:
    """Where the terms stand in so much of the text: start and end of each, in order, none overlapping."""
    return list(_places(text, terms, searched))


def _places(text: str, terms: Sequence[Term], searched: int = _SEARCHED) -> Iterator[tuple[int, int]]:
    """The same, one after the other: at each place the longest term that begins there."""
    text = text[:searched]
    written = [found.span() for term in terms if term.written for found in pattern(term.written).finditer(text)]
    folded = _folded_places(text, tuple(term for term in terms if not term.written))
    end = 0
    for place in merge(sorted(written, key=_longest_first), folded, key=_longest_first) if written else folded:
        if place[0] >= end:
            yield place
            end = place[1]


def _longest_first(place: tuple[int, int]) -> tuple[int, int]:
    return (place[0], -place[1])


def _folded_places(text: str, terms: tuple[Term, ...]) -> Iterator[tuple[int, int]]:
    """Where terms stand however they are written: at each word the longest that begins with it."""
    if not terms:
        return
    compared = text.translate(_COMPARABLE)
    offsets: list[int] | range = range(len(text))
    if not _COMPARABLE.uneven.isdisjoint(text):
        offsets = [offset for offset, character in enumerate(text) for _ in _comparable(character)]
    words = [(found[0], found.start(), found.end()) for found in _WORD.finditer(compared)]
    beginnings = _beginnings(terms)
    at = 0
    while at < len(words):
        length = _longest(beginnings, words, at)
        if length:
            yield offsets[words[at][1]], offsets[words[at + length - 1][2] - 1] + 1
        at += length or 1


def _longest(beginnings: _Words, words: list[tuple[str, int, int]], at: int) -> int:
    """The number of words of the longest term that stands at a place; 0 where none does."""
    length = 0
    here = beginnings
    for place in range(at, len(words)):
        word = words[place][0]
        if here.prefixes and word.startswith(here.prefixes):
            length = place + 1 - at
        following = here.following.get(word)
        if following is None:
            break
        here = following
        if here.is_end:
            length = place + 1 - at
    return length


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
def _beginnings(terms: tuple[Term, ...]) -> _Words:
    """The terms by their words, so that a text is gone through once, however many there are."""
    beginnings = _Words()
    for term in terms:
        here = beginnings
        for word in term.words[:-1] if term.prefix else term.words:
            here = here.following.setdefault(word, _Words())
        if term.prefix:
            here.prefixes = (*here.prefixes, term.words[-1])
        else:
            here.is_end = True
    return beginnings
