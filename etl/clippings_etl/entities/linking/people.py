"""Keys of people, and which mentions of a document are one person.

A key depends on the name and the language alone. Everything that needs more evidence than the name (a last name
alone, a case ending, a middle name left out) is settled within the document, and says so.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..inflection import inflects
from ..tokens import APOSTROPHES, tokenise, word_set
from .endings import beginnings, same_word
from .romanise import match_form, script_of

_FAMILY_FIRST = word_set("vi hu zh ja ko")
"""Languages in which the family name leads."""
_CALLED_BY_LAST = word_set("vi")
"""Of these, the ones in which people are called by the last word all the same: "ông Hưng"."""
_MOST_NAMES = 2_000
"""Different names of people in a document beyond which it is a list, and nobody is told from the parts of a name."""


class Joined(NamedTuple):
    """The longer or plainer name that a mention goes by, and why; several where nothing decides between them."""

    names: tuple[str, ...]
    why: str
    """Machine-readable, for example ``last-name``."""


@lru_cache(1 << 14)
def matched(name: str, language: str | None) -> str | None:
    """The form that romanisations of a name share, if it has one."""
    return match_form(name, language)


@lru_cache(1 << 14)
def _words(name: str, language: str | None) -> tuple[str, ...]:
    """A name's words in normal form, without initials' full stops and possessive endings."""
    words = [token.norm.rstrip(".") for token in tokenise(name, language) if token.shape != "p"]
    return tuple(word for word in words if word and word[0] not in APOSTROPHES)


def joined_people(names: Sequence[str], language: str | None) -> list[Joined | None]:
    """For the names of people in one document, in the order of their mentions: those that go by another name of it.

    A last name is that of the one person who is named in full before, or else anywhere in the document; where there
    are several, it may be any of them.
    """
    first: dict[str, int] = {}
    for position, name in enumerate(names):
        first.setdefault(name, position)
    if not 1 < len(first) <= _MOST_NAMES:
        return [None] * len(names)
    index = _Parts({name: _words(name, language) for name in sorted(first)}, language)
    found: dict[str, Joined | None] = {name: _joined(name, index.split[name], index) for name in index.split}
    found = {name: joined and _followed(joined, found) for name, joined in found.items()}
    return [_introduced(found[name], position, first) for position, name in enumerate(names)]


def _followed(joined: Joined, found: dict[str, Joined | None]) -> Joined:
    """Where joining leads in the end: from the last name's case form to the last name, from there to the full name."""
    current, seen = joined, set(joined.names)
    while len(current.names) == 1:
        further = found.get(current.names[0])
        if not further or seen & set(further.names):
            break
        seen.update(further.names)
        current = further
    return Joined(current.names, joined.why)


def _introduced(joined: Joined | None, position: int, first: dict[str, int]) -> Joined | None:
    """Of several people, those whose full names stand before a mention, if any do."""
    if not joined or len(joined.names) == 1:
        return joined
    before = tuple(name for name in joined.names if first[name] < position)
    return Joined(before or joined.names, joined.why)


class _Parts:
    """The names of a document by what a shorter or inflected form of them begins with."""

    def __init__(self, split: dict[str, tuple[str, ...]], language: str | None) -> None:
        self.language = language
        self.split = split
        self.by_word: dict[str, list[str]] = {}
        self.by_beginning: dict[str, list[str]] = {}
        self.by_plain: dict[str, list[str]] = {}
        self.by_beginnings: dict[tuple[str, ...], list[str]] = {}
        self.case_forms: dict[str, Joined | None] = {}
        self.inflects = inflects(language) or any("'" in word for words in split.values() for word in words)
        self.has_marks = not all(map(str.isascii, split))
        for name, words in split.items():
            for word in words if len(words) < 2 else dict.fromkeys(words):
                self.by_word.setdefault(word, []).append(name)
            if self.inflects:
                self.by_beginnings.setdefault(beginnings(words), []).append(name)
                for beginning in dict.fromkeys(word[:3] for word in words):
                    self.by_beginning.setdefault(beginning, []).append(name)
            if self.has_marks:
                self.by_plain.setdefault(_plain(" ".join(words)), []).append(name)

    def each(self, names: Iterable[str]) -> tuple[str, ...]:
        """One name for each person whom these names name, the longest or first; in the alphabet's order."""
        people: dict[str, list[str]] = {}
        for name in names:
            people.setdefault(matched(name, self.language) or " ".join(self.split[name]), []).append(name)
        return tuple(sorted(min(same, key=lambda name: (-len(self.split[name]), name)) for same in people.values()))

    def one(self, names: Iterable[str]) -> str | None:
        """The name, if all of these are one person's by their keys; the longest of them, then the first."""
        names = list(names)
        forms = {matched(name, self.language) or " ".join(self.split[name]) for name in names}
        return min(names, key=lambda name: (-len(self.split[name]), name)) if len(forms) == 1 else None


def _joined(name: str, words: tuple[str, ...], index: _Parts) -> Joined | None:
    if not words:
        return None
    return (
        _inflected(name, words, index)
        or (_part_of_full(words, index) if len(words) == 1 else _shorter(name, words, index))
        or _without_marks(name, words, index)
    )


def _inflected(name: str, words: tuple[str, ...], index: _Parts) -> Joined | None:
    if name not in index.case_forms:
        index.case_forms[name] = _inflected_of(name, words, index)
    return index.case_forms[name]


def _inflected_of(name: str, words: tuple[str, ...], index: _Parts) -> Joined | None:
    """ "Маруфову" beside "Маруфов", "Евгения Королёва" beside "Евгений Королев"."""
    if not index.inflects:
        same = [other for other in index.by_word.get(words[-1], ()) if len(other) < len(name)]
        same = [other for other in same if index.split[other] == words]
        return Joined((min(same, key=len),), "inflected") if same else None
    near = [
        other
        for other in index.by_beginnings.get(beginnings(words), ())
        if other != name
        and len(index.split[other]) == len(words)
        and (index.split[other] != words or len(other) < len(name))
        and all(same_word(word, base, index.language) for word, base in zip(words, index.split[other], strict=True))
    ]
    base = index.one(near)
    return Joined((base,), "inflected") if base else None


def _part_of_full(words: tuple[str, ...], index: _Parts) -> Joined | None:
    """One word: the last or first name of just one person of the document, perhaps inflected."""
    [word] = words
    for place, why in _places(index.language):
        full = [other for other in index.by_word.get(word, ()) if _at(index.split[other], place) == word]
        if not full and index.inflects:
            full = [
                other
                for other in index.by_beginning.get(word[:3], ())
                if (part := _at(index.split[other], place)) and same_word(word, part, index.language)
            ]
        if full:
            return Joined(index.each(_longest(full, index)), why)
    return None


def _longest(names: Sequence[str], index: _Parts) -> Sequence[str]:
    """Of inflected and plain forms of the same full name, the plain ones."""
    plain = [name for name in names if not _inflected(name, index.split[name], index)]
    return plain or names


def _at(words: tuple[str, ...], place: int) -> str | None:
    return words[place] if len(words) > 1 else None


def _places(language: str | None) -> tuple[tuple[int, str], ...]:
    if language in _CALLED_BY_LAST:
        return ((-1, "given-name"),)
    if language in _FAMILY_FIRST:
        return (0, "last-name"), (-1, "given-name")
    return (-1, "last-name"), (0, "given-name")


def _shorter(name: str, words: tuple[str, ...], index: _Parts) -> Joined | None:
    """ "J. Lind" or "Maria Lind" beside "Johanna Maria Lind"; initials and left out names only."""
    last = 0 if index.language in _FAMILY_FIRST else -1
    longer = [
        other
        for other in index.by_word.get(words[last], ())
        if other != name and _shortens(words, index.split[other], last)
    ]
    base = index.one(longer)
    return Joined((base,), "shorter") if base else None


def _shortens(words: tuple[str, ...], full: tuple[str, ...], last: int) -> bool:
    if full[last] != words[last] or len(words) > len(full) or words == full:
        return False
    if len(words) == len(full):
        pairs = list(zip(words, full, strict=True))
        return any(len(short) == 1 < len(long) for short, long in pairs) and all(
            short == long or (len(short) == 1 and long.startswith(short)) for short, long in pairs
        )
    position = 0
    for word in words:
        while position < len(full) and full[position] != word:
            position += 1
        if position == len(full):
            return False
        position += 1
    return words[0] == full[0]


def _without_marks(name: str, words: tuple[str, ...], index: _Parts) -> Joined | None:
    """A name without its diacritics beside the same name with them: "Nguyen Van Hung", "Nguyễn Văn Hùng"."""
    if not index.has_marks or not name.isascii():
        return None
    marked = [other for other in index.by_plain.get(" ".join(words), ()) if not other.isascii()]
    base = index.one(marked)
    return Joined((base,), "without-diacritics") if base and not script_of(base) else None


@lru_cache(1 << 14)
def _plain(form: str) -> str:
    """A form without diacritics, đ and the like included."""
    if form.isascii():
        return form
    decomposed = unicodedata.normalize("NFD", form.replace("đ", "d").replace("ł", "l").replace("ø", "o"))
    return "".join(letter for letter in decomposed if unicodedata.category(letter) != "Mn")
