"""What the line scorer knows of each line: how it looks, what stands around it, where in the text it is.

No word of any language is looked at: what a line says is for the rules, whose claims are a feature here.
"""

from __future__ import annotations

from collections.abc import Container

import numpy as np
from numpy.typing import NDArray

from .document import Document, ends_sentence

SHARED = "words shared with the prose"

Column = NDArray[np.float64]
"""A feature's value for each line of a text."""

_SEPARATORS = ("|", "»", "›", ">", "·", "•", "@", " / ", "://", "www.")
_LOOKED_AT = 300
"""Characters of a line whose signs and words are looked at."""
_MOST_WIDTH = 400
_SHORT_LINE_COSTS = 60
"""The main text is the stretch of lines with the largest sum, in columns: paragraphs count what they are wide, at
most so much, and any other line takes so much away."""
_LESS = 15
"""What it takes away for the wider main text, which holds the lists and captions between paragraphs as well."""
_FAR = 50
_UNSPACED_LETTERS_A_WORD = 1.6
_SPEECH = "“\"«„‹「『‘—–'"
_BREAKS_OFF = ("...", "…", "[...]")


def features(document: Document, claimed: Container[int]) -> dict[str, Column]:
    """All features by name.

    Args:
        claimed: numbers of the lines that the rules take for boilerplate.
    """
    lines = document.lines
    measures = document.measures
    count = len(lines)
    number = np.arange(count)
    length = measures.length.astype(np.float64)
    width = length + measures.wide
    words = measures.spaces + 1 + measures.unspaced / _UNSPACED_LETTERS_A_WORD
    looks = np.log1p(width)
    capitals = np.minimum(measures.uppers / words, 3)
    digit_first, speech_first, breaks_off, separated, sentence, paragraph, claim = np.array(
        [
            (
                line.text[0].isdigit(),
                line.text[0] in _SPEECH,
                line.text.endswith(_BREAKS_OFF),
                _is_separated(line.text[:_LOOKED_AT]),
                ends_sentence(line.text),
                line.is_paragraph,
                line.number in claimed,
            )
            for line in lines
        ],
        dtype=np.float64,
    ).T
    inner = (measures.pauses - sentence > 0).astype(np.float64)
    first, last = _main_text(paragraph, width, _SHORT_LINE_COSTS)
    wider_first, wider_last = _main_text(paragraph, width, _LESS)
    inside_wider = ((number >= wider_first) & (number <= wider_last)).astype(np.float64)
    inside = ((number >= first) & (number <= last)).astype(np.float64)
    shared = _shared_words(document)
    prose = paragraph * width
    prose_above = np.cumsum(prose)
    all_prose = max(float(prose_above[-1]), 1.0)
    claims_above = np.cumsum(claim)
    mean = _Windows(np.stack([width, prose, looks, sentence, capitals, separated, claim, shared]))
    width_2, prose_2, _, sentences_2, _, _, _, _ = mean.within(2)
    width_5, prose_5, looks_5, sentences_5, capitals_5, _, claims_5, shared_5 = mean.within(5)
    width_12, prose_12, _, _, _, separated_12, _, _ = mean.within(12)
    one = np.ones(count)
    return {
        "width": looks,
        "words": np.log1p(words),
        "width of a sentence": sentence * looks,
        "width with pauses": inner * looks,
        "width in the main text": inside * looks,
        "sentence in the main text": inside * (1 + sentence),
        "width in the wider main text": inside_wider * looks,
        "sentence in the wider main text": inside_wider * (1 + sentence),
        "lines below the wider main text": np.log1p(np.maximum(number - wider_last, 0)),
        "letters a word": np.minimum(measures.letters / words, 15),
        "capitals a word": capitals,
        "share of capitals": measures.uppers / np.maximum(measures.letters, 1),
        "share of digits": measures.digits / length,
        "pauses a word": measures.pauses / words,
        "starts with a digit": digit_first,
        "starts as speech": speech_first,
        "breaks off": breaks_off,
        "separators": separated,
        "claimed by a rule": claim,
        "claimed above": _shift(claim, 1),
        "claimed below": _shift(claim, -1),
        "claims since the main text": np.where(number > last, claims_above - claims_above[last], 0),
        "width one above": _shift(looks, 1),
        "width one below": _shift(looks, -1),
        "width two below": _shift(looks, -2),
        "width three below": _shift(looks, -3),
        "width nearby": looks_5,
        "prose within 2": prose_2 / width_2,
        "prose within 5": prose_5 / width_5,
        "prose within 12": prose_12 / width_12,
        "sentences within 2": sentences_2,
        "sentences within 5": sentences_5,
        "capitals within 5": capitals_5,
        "separators within 12": separated_12,
        "claims within 5": claims_5,
        SHARED: shared,
        "words shared nearby": shared_5,
        "lines above the main text": np.log1p(np.maximum(first - number, 0)),
        "lines below the main text": np.log1p(np.maximum(number - last, 0)),
        "lines since a paragraph": np.log1p(_since(paragraph)),
        "lines to a paragraph": np.log1p(_since(paragraph[::-1])[::-1]),
        "share of the prose above": prose_above / all_prose,
        "share of the lines above": number / count,
        "share of the lines in the main text": one * ((last - first + 1) / count),
        "share of the text in prose": one * (all_prose / width.sum()),
        "share of lines claimed": one * claim.mean(),
        "lines of the text": one * np.log1p(count),
        "paragraphs of the text": one * np.log1p(paragraph.sum()),
    }


def _main_text(paragraph: Column, width: Column, cost: float) -> tuple[int, int]:
    """First and last line of the stretch that has most prose (Kadane's largest sum)."""
    gains = np.where(paragraph > 0, np.minimum(width, _MOST_WIDTH), -cost)
    sums = np.concatenate([[0.0], np.cumsum(gains)])
    last = int(np.argmax(sums[1:] - np.minimum.accumulate(sums[:-1])))
    return int(np.argmin(sums[: last + 1])), last


def _shared_words(document: Document) -> Column:
    """Which share of a line's words stand in a paragraph, its own not counted; pairs of letters without spaces."""
    unspaced = document.measures.unspaced.sum() * 2 > document.measures.letters.sum()
    of_lines = [_words(line.text[:_LOOKED_AT].casefold(), unspaced) for line in document.lines]
    once: set[str] = set()
    twice: set[str] = set()
    for line, words in zip(document.lines, of_lines, strict=True):
        if line.is_paragraph:
            twice |= once & words
            once |= words
    return np.array(
        [
            len(words & (twice if line.is_paragraph else once)) / len(words) if words else 0
            for line, words in zip(document.lines, of_lines, strict=True)
        ]
    )


def _words(text: str, unspaced: bool) -> set[str]:
    if unspaced:
        return {text[place : place + 2] for place in range(len(text) - 1)}
    return set(text.split())


def _is_separated(text: str) -> bool:
    return any(sign in text for sign in _SEPARATORS)


def _shift(column: Column, by: int) -> Column:
    """Each line's value moved down by so many lines (up, if negative); nought where none is."""
    moved = np.zeros_like(column)
    if by > 0:
        moved[by:] = column[:-by]
    else:
        moved[:by] = column[-by:]
    return moved


class _Windows:
    """The means of several columns over the lines nearby."""

    def __init__(self, columns: NDArray[np.float64]) -> None:
        self._count = columns.shape[1]
        self._sums = np.zeros((len(columns), self._count + 1))
        np.cumsum(columns, axis=1, out=self._sums[:, 1:])

    def within(self, reach: int) -> NDArray[np.float64]:
        """Each line's mean over the lines up to ``reach`` lines away, a row a column."""
        number = np.arange(self._count)
        start = np.maximum(number - reach, 0)
        end = np.minimum(number + reach + 1, self._count)
        means: NDArray[np.float64] = (self._sums[:, end] - self._sums[:, start]) / (end - start)
        return means


def _since(paragraph: Column) -> Column:
    """How many lines above there is a paragraph, at most ``_FAR``."""
    number = np.arange(len(paragraph))
    latest = np.maximum.accumulate(np.where(paragraph > 0, number, -_FAR))
    distance: Column = np.minimum(number - latest, _FAR).astype(np.float64)
    return distance
