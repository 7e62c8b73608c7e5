"""Excerpts: the opening of a text, or where the words of a search stand in it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from .folding import fold
from .search import fold_query

LENGTH = 240
_LEAD = 60  # characters shown before the first word found
_SEARCHED = 10_000  # characters of a text in which words are looked for
_MOST_TERMS = 20  # of a search are marked; more of them say nothing about where to look


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
    phrases = fold_query(search).strip('"').split('" "')
    terms = {term for phrase in phrases[:_MOST_TERMS] if (term := _comparable(phrase)[0].strip())}
    return sorted(terms, key=lambda term: (-len(term), term))


def excerpt(text: str, terms: list[str]) -> Excerpt:
    """The part of a text around the first of the terms that stands in it, all of them marked; else its opening."""
    found = locate(text, terms)
    start = 0
    if found and found[0][1] > LENGTH:
        start = text.rfind(" ", 0, max(found[0][0] - _LEAD, 0)) + 1 or max(found[0][0] - _LEAD, 0)
    end = len(text)
    if end - start > LENGTH:
        end = start + LENGTH
        end = max(text.rfind(" ", start + LENGTH - 30, end), 0) or end
    slices: list[Slice] = []
    at = start
    for first, last in found:
        if at <= first < last <= end:
            slices += [Slice(text[at:first]), Slice(text[first:last], found=True)]
            at = last
    slices.append(Slice(text[at:end]))
    return Excerpt(tuple(slice_ for slice_ in slices if slice_.text), start > 0, end < len(text.rstrip()))


def locate(text: str, terms: list[str]) -> list[tuple[int, int]]:
    """Where the terms stand in the text's beginning: start and end of each, in order, none overlapping."""
    if not terms:
        return []
    compared, offsets = _comparable(text[:_SEARCHED])
    places: list[tuple[int, int]] = []
    for term in terms:
        at = compared.find(term)
        while at >= 0:
            behind = at + len(term)
            if _word_edge(compared, at) and _word_edge(compared, behind):
                places.append((offsets[at], offsets[behind - 1] + 1))
            at = compared.find(term, behind)
    places.sort(key=lambda place: (place[0], -place[1]))
    apart: list[tuple[int, int]] = []
    for place in places:
        if not apart or place[0] >= apart[-1][1]:
            apart.append(place)
    return apart


def _word_edge(compared: str, at: int) -> bool:
    """Whether a word may start or end here: it does unless letters of a spaced script stand on both sides."""
    return at in (0, len(compared)) or not (compared[at - 1].isalnum() and compared[at].isalnum())


def _comparable(text: str) -> tuple[str, list[int]]:
    """A text folded as search folds it, lower case and without diacritics, and where each character comes from."""
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        for part in _folded(character):
            if part == " " and characters and characters[-1] == " ":
                continue
            characters.append(part)
            offsets.append(offset)
    return "".join(characters), offsets


@lru_cache(maxsize=8192)
def _folded(character: str) -> str:
    if character.isspace():
        return " "
    if character.isascii():
        return character.lower()
    parts = unicodedata.normalize("NFD", fold(character)).lower()
    folded = "".join(part for part in parts if not unicodedata.combining(part))
    # of a script that search splits into characters
    return f" {folded} " if fold("a" + character) != "a" + fold(character) and len(folded) == 1 else folded
