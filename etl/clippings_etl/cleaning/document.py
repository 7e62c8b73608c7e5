"""A text as the rules see it: lines with a place, and which of them are paragraphs."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from ..documents import Span, lines
from .measures import Measures, measure

_PARAGRAPH_COLUMNS = 100
"""A line this wide is a paragraph, however it ends."""
_SENTENCE_COLUMNS = 40
"""A line this wide is a paragraph if it ends as a sentence does."""
_LOOKED_AT = 200
"""Characters of a line that tell how wide it is; the rest of a very long line costs no time."""
_UNWRAPPED = 300
"""A longer line isn't set apart by signs around it."""
_SENTENCE_ENDS = tuple(".!?…。！？｡؟۔।॥։።")
_CLOSING_MARKS = "\"'”’»›)]）」』】*"
_BRACKETS = {"(": ")", "[": "]", "（": "）", "【": "】", "［": "］", "<": ">"}


class Place(Enum):
    """Where in a document a line stands, told by the paragraphs around it.

    In a document without paragraphs (verse, a list) the first line is the head, the last the tail.
    """

    HEAD = "head"
    """Before the second paragraph: a standfirst may come before byline and date."""
    BODY = "body"
    """Between the second paragraph and the last."""
    TAIL = "tail"
    """Below the last paragraph."""


ANYWHERE = (Place.HEAD, Place.BODY, Place.TAIL)


class Line(NamedTuple):
    """A line that isn't blank, without the white space around it."""

    number: int
    """Its number among the lines that aren't blank, from 0."""
    text: str
    inner: str
    """The text without the brackets, dashes or stars that set it apart."""
    span: Span
    """Where it stands in the decoded text."""
    place: Place
    is_paragraph: bool
    after_blank: bool
    """Whether a blank line stands right above it."""


@dataclass(frozen=True, slots=True)
class Document:
    """The lines of a text, and the language that it is in."""

    lines: tuple[Line, ...]
    language: str | None
    measures: Measures
    """What can be counted in each of the lines."""

    def above(self, line: Line) -> Line | None:
        """The line above, blank ones skipped."""
        return self.lines[line.number - 1] if line.number else None

    def below(self, line: Line) -> Line | None:
        """The line below, blank ones skipped."""
        return self.lines[line.number + 1] if line.number + 1 < len(self.lines) else None


def read(text: str, language: str | None = None) -> Document:
    """Split a text into lines and tell their places."""
    spans: list[Span] = []
    after_blank: list[bool] = []
    blank = False
    for span in lines(text, keep_blank=True):
        if span.start == span.end:
            blank = True
        else:
            spans.append(span)
            after_blank.append(blank)
            blank = False
    texts = [text[span.start : span.end] for span in spans]
    measures = measure(text, spans)
    paragraphs = _are_paragraphs(texts, measures)
    seen = zip(
        range(len(spans)), texts, map(_unwrap, texts), spans, _places(paragraphs), paragraphs, after_blank, strict=True
    )
    return Document(tuple(map(Line._make, seen)), language, measures)


def paragraphs(text: str) -> list[tuple[str, bool]]:
    """The lines of a text that aren't blank, each with whether it is a paragraph."""
    spans = lines(text)
    texts = [text[span.start : span.end] for span in spans]
    return list(zip(texts, _are_paragraphs(texts, measure(text, spans)), strict=True))


def columns(text: str) -> int:
    """How wide a line is, ideographs counting twice; a long line is measured at its start and scaled."""
    if text.isascii():
        return len(text)
    start = text[:_LOOKED_AT]
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in start)
    return len(text) + wide * len(text) // len(start)


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does, quotation marks and brackets aside."""
    return text.rstrip(_CLOSING_MARKS).endswith(_SENTENCE_ENDS)


def _are_paragraphs(texts: Sequence[str], measures: Measures) -> list[bool]:
    """Which lines are prose: mostly letters, and wide, or ending as a sentence does."""
    width = measures.length + measures.wide
    prose = measures.letters * 2 >= measures.length
    surely = prose & (width >= _PARAGRAPH_COLUMNS)
    maybe = prose & (width >= _SENTENCE_COLUMNS)
    return [
        is_wide or (could_be and ends_sentence(text))
        for is_wide, could_be, text in zip(surely.tolist(), maybe.tolist(), texts, strict=True)
    ]


def _unwrap(text: str) -> str:
    if len(text) > _UNWRAPPED or (text[0].isalnum() and text[-1].isalnum()):
        return text
    text = text.strip("*_-–—|•▪■□●○◆◇★☆※▶►>→~=/ \t")
    if text and _BRACKETS.get(text[0]) == text[-1] and text.count(text[0]) == 1:
        return text[1:-1].strip()
    return text


def _places(paragraphs: list[bool]) -> list[Place]:
    numbers = [number for number, is_one in enumerate(paragraphs) if is_one]
    if not numbers:
        numbers = [0, len(paragraphs) - 2]
        head_ends, last = 1, len(paragraphs) - 2
    else:
        head_ends, last = numbers[min(1, len(numbers) - 1)], numbers[-1]
    return [
        Place.TAIL if number > last and number else Place.HEAD if number < head_ends else Place.BODY
        for number in range(len(paragraphs))
    ]
