"""A text as the rules see it: lines with a place, and which of them are paragraphs."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import Enum

from ..documents import Span, lines

_PARAGRAPH_COLUMNS = 100
"""A line this wide is a paragraph, however it ends."""
_SENTENCE_COLUMNS = 40
"""A line this wide is a paragraph if it ends as a sentence does."""
_LOOKED_AT = 200
"""Characters of a line that tell what it is; the rest of a very long line costs no time."""
_SENTENCE_ENDS = ".!?…。！？｡؟۔।॥։።"
_CLOSING_MARKS = "\"'”’»›)]）」』】*"


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


@dataclass(frozen=True, slots=True)
class Line:
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

    def above(self, line: Line) -> Line | None:
        """The line above, blank ones skipped."""
        return self.lines[line.number - 1] if line.number else None

    def below(self, line: Line) -> Line | None:
        """The line below, blank ones skipped."""
        return self.lines[line.number + 1] if line.number + 1 < len(self.lines) else None


def read(text: str, language: str | None) -> Document:
    """Split a text into lines and tell their places."""
    spans = []
    after_blank = []
    blank = False
    for span in lines(text, keep_blank=True):
        if span.start == span.end:
            blank = True
        else:
            spans.append(span)
            after_blank.append(blank)
            blank = False
    texts = [text[span.start : span.end] for span in spans]
    paragraphs = [is_paragraph(line) for line in texts]
    places = _places(paragraphs)
    return Document(
        tuple(
            Line(number, *seen)
            for number, seen in enumerate(
                zip(texts, map(_unwrap, texts), spans, places, paragraphs, after_blank, strict=True)
            )
        ),
        language,
    )


def columns(text: str) -> int:
    """How wide a line is, ideographs counting twice; a long line is measured at its start and scaled."""
    start = text[:_LOOKED_AT]
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in start)
    return len(text) + wide * len(text) // max(len(start), 1)


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does, quotation marks and brackets aside."""
    return text.rstrip(_CLOSING_MARKS).endswith(tuple(_SENTENCE_ENDS))


def is_paragraph(text: str) -> bool:
    """Whether a line is prose: mostly letters, and wide, or ending as a sentence does."""
    if len(text) * 2 < _SENTENCE_COLUMNS:
        return False
    start = text[:_LOOKED_AT]
    # Marks count with the letters that they stand on, or no Hindi line would be prose.
    letters = sum(unicodedata.category(character)[0] in "LM" for character in start)
    if letters * 2 < len(start):
        return False
    width = columns(text)
    return width >= _PARAGRAPH_COLUMNS or (width >= _SENTENCE_COLUMNS and ends_sentence(text))


def _unwrap(text: str) -> str:
    text = text.strip("*_-–—|•▪■□●○◆◇★☆※▶►>→~=/ \t")
    for opening, closing in ("()", "[]", "（）", "【】", "［］", "<>"):
        if text.startswith(opening) and text.endswith(closing) and text.count(opening) == 1:
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
