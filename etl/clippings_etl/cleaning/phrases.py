"""Lines and sentences made of known words: ``Share on Facebook``, ``Sign up for our newsletter!``.

A family lists its words by role and language. ``Phrases.cover`` asks whether a short line holds nothing
else; ``Phrases.is_note`` whether a sentence is a note to the reader. Both compare folded text, so that
case, punctuation, icons and the spellings that sites mix up don't matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from .cues import cue_of, cues_in, cues_of, plain
from .document import Document, Line
from .labels import Words

_LONGEST_ENDING = 12
"""Letters that may follow a word written with a star, ``facebook*``: endings of case and number."""
_GROUP = 8
"""Lines that are looked at in each direction for the rest of a group of widgets."""
_SHORT_NOTE = 150
"""Characters of a note that may open with a sentence that says nothing."""
_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0966-\u0df3\u0e31-\u0e4e\u0eb1-\u0ece"
    "\u1000-\u1049\u1050-\u109f\u135d-\u135f\u17b4-\u17d3\u3099\u309a"
)
"""Marks that are parts of words, though no letters."""
_ENDS = re.compile(r"\.(?:(?<!\d\.)|(?!\d))|[!?…。！？؟۔।॥։።၊။:>»›|•·–—]|-(?<=\s-)(?=\s)")
_BETWEEN = re.compile(rf"[^\w. {_MARKS}]+|_+")
_WORD = re.compile(r"[^ .]*")
_START = 2
"""Letters that tell where a phrase may start."""
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NUMBER = re.compile(r"\d+(?:[. ]\d+)*(?: ?(?:k|m|mil|tys|тыс|тис|rb|jt|bin|万|萬|千|천|만)(?![^\W\d]))?")


@lru_cache(maxsize=512)
def fold(text: str) -> str:
    """Small letters, one space between words, a dot where a sentence ends; kept, since several rules ask for it."""
    small = plain(text)
    words = small.split()
    if not "".join(words).isalnum():
        words = _BETWEEN.sub(" ", _ENDS.sub(" . ", small)).split()
    return " ".join(words)


@lru_cache(maxsize=512)
def _cues_in(folded: str) -> frozenset[str]:
    return frozenset(cues_in(folded))


@dataclass(frozen=True, slots=True)
class Found:
    """A known phrase in a folded text."""

    role: str
    phrase: str
    languages: frozenset[str]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Entry:
    text: str
    role: str
    languages: frozenset[str]
    is_stem: bool


class Phrases:
    """Words and phrases by role; a role named earlier wins where two share a phrase.

    A word that ends with a star stands for all of its inflected forms.
    """

    def __init__(self, **roles: Words) -> None:
        entries: dict[tuple[str, str], set[str]] = {}
        for role, table in roles.items():
            for language, listed in table.items():
                for word in listed:
                    folded = fold(word.removesuffix("*")).strip(" .") + ("*" if word.endswith("*") else "")
                    entries.setdefault((folded, role), set()).add(language)
        self.roles = tuple(roles)
        order = {role: place for place, role in enumerate(roles)}
        ordered = sorted(
            (
                _Entry(folded.removesuffix("*"), role, frozenset(languages), folded.endswith("*"))
                for (folded, role), languages in entries.items()
            ),
            key=lambda entry: (-len(entry.text), order[entry.role]),
        )
        self._starts: dict[str, list[tuple[int, _Entry]]] = {}
        self._first_words: dict[str, list[tuple[int, _Entry]]] = {}
        self._first_stems: dict[str, list[tuple[int, _Entry]]] = {}
        for rank, entry in enumerate(ordered):
            start = entry.text[:_START]
            self._starts.setdefault(start, []).append((rank, entry))
            first = _word_at(entry.text, 0)
            if entry.is_stem and first == entry.text:
                self._first_stems.setdefault(start, []).append((rank, entry))
            else:
                self._first_words.setdefault(first, []).append((rank, entry))
        self._by_cue: dict[str, list[_Entry]] = {}
        for entry in filter(lambda entry: entry.text, ordered):
            self._by_cue.setdefault(cue_of(entry.text + "*" * entry.is_stem), []).append(entry)
        self._cues = frozenset(self._by_cue)
        self._rank = order

    def cues(self, *roles: str) -> frozenset[str]:
        """The cues of lines that hold a phrase of one of the roles, see ``cues.cues``."""
        entries = (entry for listed in self._by_cue.values() for entry in listed if entry.role in roles)
        return frozenset(cues_of(entry.text + "*" * entry.is_stem) for entry in entries)

    def cover(self, text: str) -> tuple[Found, ...] | None:
        """The phrases that a line consists of, in one language; None if it holds anything else."""
        folded = fold(text)
        is_spaced = _UNSPACED.search(folded) is None
        found: list[Found] = []
        position = 0
        while position < len(folded):
            if folded[position] in " .":
                position += 1
                continue
            choices = tuple(self._at(folded, position, is_spaced))
            fitting = (each for each in choices if _common_language([*found, each]))
            match = next(fitting, None) or _number(folded, position) or next(iter(choices), None)
            if match is None:
                return None
            found.append(match)
            position = match.end
        return tuple(found) if found and _common_language(found) else None

    def find(self, folded: str) -> list[Found]:
        """All phrases in a folded text by their place, the longer first; one that lies in another too."""
        found = []
        for cue in self._cues & _cues_in(folded):
            for entry in self._by_cue[cue]:
                position = folded.find(entry.text)
                while position >= 0:
                    end = _end_of_word(folded, position + len(entry.text), entry.is_stem)
                    if _is_start(folded, position) and _is_boundary(folded, end):
                        found.append(Found(entry.role, entry.text, entry.languages, position, end))
                    position = folded.find(entry.text, position + 1)
        return sorted(found, key=lambda each: (each.start, -len(each.phrase), self._rank[each.role]))

    def has_fixed(self, text: str) -> bool:
        """Whether a line holds a phrase of the role ``fixed``."""
        return any(each.role == "fixed" for each in self.find(fold(text)))

    def opens_with_fixed(self, text: str) -> bool:
        """Whether a sentence of the line opens with a phrase of the role ``fixed``, or closes with one."""
        folded = fold(text)
        return any(
            each.role == "fixed" and (_opens(folded, each.start) or _closes(folded, each.end))
            for each in self.find(folded)
        )

    def hints(self, text: str) -> int:
        """How many different phrases of the role ``hint`` a line holds, none of them inside another."""
        seen = set()
        end = 0
        for each in self.find(fold(text)):
            if each.role == "hint" and each.start >= end:
                seen.add(each.phrase)
                end = each.end
        return len(seen)

    def is_note(self, text: str) -> bool:
        """Whether a line is a note to the reader.

        It holds a phrase of the role ``fixed``; or a sentence opens with an ``opening`` and names an ``object``
        behind it; or it names an ``object`` and a sentence closes with a ``closing``, all in one language.
        """
        folded = fold(text)
        found = self.find(folded)
        if not found:
            return False
        if any(each.role == "fixed" for each in found):
            return True
        objects = [each for each in found if each.role == "object"]
        for each in found:
            if each.role == "opening" and _opens(folded, each.start):
                others = [other for other in objects if other.end > each.end]
            elif each.role == "closing" and _closes(folded, each.end):
                others = [other for other in objects if other.start < each.start]
            else:
                continue
            if any(_common_language((each, other)) for other in others):
                return True
        return False

    def _at(self, folded: str, position: int, is_spaced: bool) -> Iterator[Found]:
        """The phrases at a place, the longer first; where there are spaces between words they are told by a word."""
        if is_spaced:
            word = _word_at(folded, position)
            entries = self._first_words.get(word, [])
            if stems := self._first_stems.get(word[:_START]):
                entries = sorted(entries + stems) if entries else stems
        else:
            start = folded[position : position + _START]
            entries = self._starts.get(start, []) + (self._starts.get(start[:1], []) if len(start) > 1 else [])
        for _, entry in entries:
            if folded.startswith(entry.text, position):
                end = _end_of_word(folded, position + len(entry.text), entry.is_stem)
                if _is_boundary(folded, end):
                    yield Found(entry.role, entry.text, entry.languages, position, end)


def _word_at(folded: str, position: int) -> str:
    """What stands from a place to the next space or dot."""
    match = _WORD.match(folded, position)
    return match.group() if match else ""


def _is_start(folded: str, position: int) -> bool:
    """Whether a word may start there: behind a space or a dot, and anywhere between letters without spaces."""
    if position == 0 or folded[position - 1] in " .":
        return True
    return bool(_UNSPACED.match(folded[position]) or _UNSPACED.match(folded[position - 1]))


def _end_of_word(folded: str, end: int, is_stem: bool) -> int:
    if not is_stem:
        return end
    last = end
    while last < len(folded) and last - end < _LONGEST_ENDING and folded[last] not in " .":
        last += 1
    return last


def _is_boundary(folded: str, end: int) -> bool:
    if end >= len(folded) or folded[end] in " .":
        return True
    return bool(_UNSPACED.match(folded[end]) or _UNSPACED.match(folded[end - 1]))


def _number(folded: str, position: int) -> Found | None:
    match = _NUMBER.match(folded, position)
    return Found("number", match.group(), frozenset("*"), position, match.end()) if match else None


def _common_language(found: tuple[Found, ...] | list[Found]) -> bool:
    """Whether one language has all the phrases; those of no language fit any."""
    sets = [each.languages for each in found if "*" not in each.languages]
    return not sets or bool(frozenset.intersection(*sets))


def _opens(folded: str, start: int) -> bool:
    before = folded[:start].rstrip()
    return not before or (before.endswith(".") and len(folded) <= _SHORT_NOTE)


def _closes(folded: str, end: int) -> bool:
    after = folded[end:].lstrip()
    return not after or (after.startswith(".") and len(folded) <= _SHORT_NOTE)


def is_title(line: Line, document: Document) -> bool:
    """Whether a line stands where the title of a text does: first, right above prose."""
    below = document.below(line)
    return line.number == 0 and bool(below and below.is_paragraph)


def in_group(
    line: Line, document: Document, is_member: Callable[[Line], bool], is_sure: Callable[[Line], bool]
) -> bool:
    """Whether a line that says little by itself stands in a run of widgets with a sure one among them."""
    for step in (-1, 1):
        for distance in range(1, _GROUP + 1):
            number = line.number + step * distance
            if not 0 <= number < len(document.lines):
                break
            other = document.lines[number]
            if is_sure(other):
                return True
            if not is_member(other):
                break
    return False
