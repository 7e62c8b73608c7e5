"""The words of an engine that changes what it reads, found again in the text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

_AHEAD = 200
"""Characters within which a word has to come again; one that doesn't was made up and is passed over."""


def places(text: str, words: Iterable[str]) -> Iterator[tuple[int, int] | None]:
    """For each word, in their order, where it stands in the text; None where it doesn't.

    White space, capitals and the marks on letters make no difference: tokenisers of Vietnamese move tone marks to
    other vowels (``hoà``, ``hòa``). Takes time linear in text and words.
    """
    letters, offsets = _plain(text)
    at = 0
    for word in words:
        wanted, _ = _plain(word)
        found = letters.find(wanted, at, at + len(wanted) + _AHEAD) if wanted else -1
        if found < 0:
            yield None
        else:
            at = found + len(wanted)
            yield offsets[found], offsets[at - 1] + 1 + _marks_at(text, offsets[at - 1] + 1)


def _plain(text: str) -> tuple[str, list[int]]:
    """The letters and signs of a text without marks, white space and capitals, and where each of them comes from."""
    letters: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(text):
        if char.isascii():
            plain = "" if char.isspace() else char.lower()
        else:
            plain = unicodedata.normalize("NFD", char)[0].lower()
            if plain.isspace() or unicodedata.category(plain[0])[0] == "M":
                plain = ""
            plain = "d" if plain == "đ" else plain
        letters.append(plain)
        offsets.extend([offset] * len(plain))
    return "".join(letters), offsets


def _marks_at(text: str, offset: int) -> int:
    """How many combining marks follow the letter before an offset."""
    end = offset
    while end < len(text) and unicodedata.category(text[end])[0] == "M":
        end += 1
    return end - offset
