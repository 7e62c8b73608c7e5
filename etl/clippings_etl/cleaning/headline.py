"""Whether the first line of an article is its headline."""

from __future__ import annotations

from collections.abc import Sequence

from .document import Line, columns

_LEAST_COLUMNS = 10
_MOST_COLUMNS = 200
_LINES_TO_PARAGRAPH = 3
"""Between headline and text there may stand a standfirst or a dateline, no more."""
_NO_HEADLINE_ENDS = (".", ",", ";", ":", "。", "，", "；", "：", "،", "؛", "।", "۔")
_NO_HEADLINE_STARTS = ("-", "–", "—", "•", "*", "·", "#")
_QUOTES = (("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("「", "」"))


def has_headline(kept: Sequence[Line]) -> bool:
    """Whether the first kept line is a headline: a short line that ends no sentence, above longer text."""
    return bool(kept) and looks_like_headline(kept[0].text) and _stands_above_text(kept)


def looks_like_headline(text: str) -> bool:
    """Whether a line by itself could be a headline."""
    if not _LEAST_COLUMNS <= columns(text) <= _MOST_COLUMNS or not any(map(str.isalpha, text[:_MOST_COLUMNS])):
        return False
    if text.startswith(_NO_HEADLINE_STARTS) or (text.endswith(_NO_HEADLINE_ENDS) and not text.endswith("...")):
        return False
    # A whole line of speech is dialogue; a headline quotes a part of it.
    return not any(text.startswith(opening) and text.endswith(closing) for opening, closing in _QUOTES)


def _stands_above_text(kept: Sequence[Line]) -> bool:
    for line in kept[1 : 1 + _LINES_TO_PARAGRAPH]:
        if line.is_paragraph:
            return columns(line.text) > columns(kept[0].text)
    return False
