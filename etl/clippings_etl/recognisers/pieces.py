"""Long texts in pieces: engines take memory, and some of them time, out of proportion to the text."""

from __future__ import annotations

from collections.abc import Iterator

MOST = 20_000
"""Characters of a piece: longer than nearly all articles; spaCy's parser and recogniser take some 20 MB for it."""

_CUTS = ("\n\n", "\n", ". ", "。", " ")
"""Where a text is cut, the best place first."""


def pieces(text: str, most: int = MOST) -> Iterator[tuple[int, str]]:
    """A text's pieces, each with its offset: whole paragraphs where that is possible, at least half as long as allowed.

    Takes time linear in the text, whatever it holds.
    """
    start = 0
    while len(text) - start > most:
        end = _cut(text, start + most // 2, start + most)
        yield start, text[start:end]
        start = end
    if start < len(text):
        yield start, text[start:]


def _cut(text: str, least: int, most: int) -> int:
    for mark in _CUTS:
        at = text.rfind(mark, least, most)
        if at >= 0:
            return at + len(mark)
    return most
