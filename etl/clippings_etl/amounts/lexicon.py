"""Words that begin or end at a place in a text, found by looking them up, the longest first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

Value = TypeVar("Value")

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
"""Scripts, as a class of a pattern, in which a word need not end where the next begins; Hangul since its particles
follow without a space."""

_FIRST_UNSPACED, _LAST_UNSPACED = "\u0e00", "\ufaff"


def is_unspaced(character: str) -> bool:
    """Whether the script writes on without spaces (see ``UNSPACED``)."""
    if not _FIRST_UNSPACED <= character <= _LAST_UNSPACED:
        return False
    return (
        "\u3040" <= character <= "\u30ff"
        or "\u3400" <= character <= "\u9fff"
        or "\uac00" <= character <= "\ud7af"
        or character >= "\uf900"
        or character <= "\u109f"
        or "\u1780" <= character <= "\u17ff"
    )


def words(text: str) -> frozenset[str]:
    """The words of a list that white space parts."""
    return frozenset(text.split())


def lowered(text: str) -> str:
    """The text in small letters, each at its place: what has no small letter of one character stays."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := character.lower()) == 1 else character for character in text)


class Lexicon(Generic[Value]):
    """Words and what they mean, for one language.

    Looking up takes at most as many steps as there are lengths of words with the same first letter. Words are compared
    as they are given: whoever wants to ignore case gives small letters on both sides.
    """

    __slots__ = ("_by_first", "_by_last", "_endings", "_meanings")

    def __init__(self, meanings: Iterable[tuple[str, Value]], endings: int = 0) -> None:
        """``endings``: letters that may follow a word of four letters or more, as cases do in many languages."""
        self._meanings: dict[str, Value] = {}
        self._endings = endings
        first: dict[str, set[int]] = {}
        last: dict[str, set[int]] = {}
        for word, meaning in meanings:
            if word and word not in self._meanings:
                self._meanings[word] = meaning
                first.setdefault(word[0], set()).add(len(word))
                last.setdefault(word[-1], set()).add(len(word))
        self._by_first = {letter: tuple(sorted(lengths, reverse=True)) for letter, lengths in first.items()}
        self._by_last = {letter: tuple(sorted(lengths, reverse=True)) for letter, lengths in last.items()}

    def at(self, text: str, start: int) -> tuple[int, Value] | None:
        """Where the longest word that begins at ``start`` ends, and its meaning."""
        if start >= len(text):
            return None
        for length in self._by_first.get(text[start], ()):
            end = start + length
            meaning = self._meanings.get(text[start:end])
            if meaning is not None and end <= len(text):
                whole = self._word_end(text, start, end)
                if whole is not None:
                    return whole, meaning
        return None

    def before(self, text: str, end: int) -> tuple[int, Value] | None:
        """Where the longest word that ends at ``end`` begins, and its meaning."""
        if end <= 0:
            return None
        for length in self._by_last.get(text[end - 1], ()):
            start = end - length
            if start < 0:
                continue
            meaning = self._meanings.get(text[start:end])
            if meaning is not None and not (start and text[start].isalpha() and _continues(text[start - 1])):
                return start, meaning
        return None

    def get(self, word: str) -> Value | None:
        """The meaning of a whole word."""
        return self._meanings.get(word)

    def _word_end(self, text: str, start: int, end: int) -> int | None:
        """The end of the word that a match stands in; None where the match is only the start of another word."""
        if end == len(text) or not _continues(text[end]) or not text[end - 1].isalnum() or is_unspaced(text[end - 1]):
            return end
        if end - start < 4:
            return None
        limit = end + self._endings
        while end < len(text) and end <= limit and _continues(text[end]):
            end += 1
        return end if end <= limit else None


def _continues(character: str) -> bool:
    """Whether a character belongs to the word before it."""
    return (character.isalnum() or character == "_") and not is_unspaced(character)
