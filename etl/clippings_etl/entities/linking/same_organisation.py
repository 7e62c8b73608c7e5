"""Which organisations of one document are the same: short form and long form, case form and base form, other words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ..inflection import inflects
from ..tokens import tokenise
from .endings import beginnings, same_word
from .organisations import stems

_LONGEST_SHORT = 14
_FEWEST_STEMS = 3
_MOST_NAMES = 2_000
"""Different names in a document beyond which it is a list, and only its brackets are read."""


class Joined(NamedTuple):
    """The name that a mention goes by, and why."""

    name: str
    why: str


Placed = tuple[int, int, str, str]
"""Start, end, type and name of a mention."""


def joined_organisations(placed: Sequence[Placed], text: str, language: str | None) -> dict[tuple[str, str], Joined]:
    """For names of one document: (type, name) → the other name of the same organisation."""
    found: dict[tuple[str, str], Joined] = {}
    for one, following in pairwise(placed):
        if one[2] == following[2] and _in_brackets(one, following, text):
            short, long = (following, one) if len(following[3]) < len(one[3]) else (one, following)
            if _shortens(short[3], long[3], language):
                found.setdefault((short[2], short[3]), Joined(long[3], "long-form"))
    names = sorted({(one[2], one[3]) for one in placed})
    if 1 < len(names) <= _MOST_NAMES:
        _join_case_forms(names, language, found)
        _join_reworded(names, found)
    return found


def _in_brackets(one: Placed, following: Placed, text: str) -> bool:
    between = text[one[1] : following[0]]
    return between.strip() == "(" and len(between) <= 3 and text[following[1] : following[1] + 1] == ")"


def _shortens(short: str, long: str, language: str | None) -> bool:
    """Whether a name is an abbreviation of another: capitals, and they begin the other's words in their order.

    The first letter has to agree; of the others two in three, since short forms come from other languages too.
    """
    letters = [letter for letter in short.casefold() if letter.isalpha()]
    if not 2 <= len(letters) <= _LONGEST_SHORT or sum(map(str.isupper, short)) < 2 or " " in short:
        return False
    words = [token.norm for token in tokenise(long, language) if token.norm[0].isalnum()]
    if len(words) < 2:
        return False
    position = matched = 0
    for letter in letters:
        for index in range(position, len(words)):
            if words[index][0] == letter:
                matched += 1
                position = index + 1
                break
    return words[0][0] == letters[0] and 3 * matched >= 2 * len(letters)


def _join_case_forms(
    names: Sequence[tuple[str, str]], language: str | None, found: dict[tuple[str, str], Joined]
) -> None:
    if not inflects(language):
        return
    split = {name: tuple(token.norm for token in tokenise(name[1], language)) for name in names}
    near: dict[tuple[str, tuple[str, ...]], list[tuple[str, str]]] = {}
    for name, words in split.items():
        near.setdefault((name[0], beginnings(words)), []).append(name)
    for name, words in split.items():
        bases = [
            other
            for other in near[name[0], beginnings(words)]
            if split[other] != words
            and all(same_word(word, base, language) for word, base in zip(words, split[other], strict=True))
        ]
        if len(bases) == 1 and name not in found:
            found[name] = Joined(bases[0][1], "inflected")


def _join_reworded(names: Sequence[tuple[str, str]], found: dict[tuple[str, str], Joined]) -> None:
    by_stems: dict[tuple[str, frozenset[str]], list[tuple[str, str]]] = {}
    for name in names:
        said = stems(name[1])
        if len(said) >= _FEWEST_STEMS and all(map(str.isascii, said)):
            by_stems.setdefault((name[0], said), []).append(name)
    for same in by_stems.values():
        first = min(same, key=lambda name: (-len(name[1]), name[1]))
        for name in same:
            if name != first and name not in found and first not in found:
                found[name] = Joined(first[1], "same-words")
