"""What belongs to the article, whatever a rule says: sentences, speech, lists, tables, verse, chronicles.

A guard looks at a line that a rule has claimed and may veto. A rule that is surer than a guard names it
in ``overrides``.
"""

from __future__ import annotations

import re

from ..dates import parse
from .document import Document, Line, ends_sentence
from .headline import looks_like_headline
from .rule import Claims, Example, Guard

_NEIGHBOURS = 12
"""Lines that are looked at in each direction, so that a long document costs no more a line."""
_SENTENCE_WORDS = 6
_LEAST_SHORT_ENTRIES = 3
"""Different dates with text below them that make a timeline, however short the text."""
_SPEECH = re.compile(r"[“\"«„‹「『‘—–]\s?\S")
_SHAPES = (
    ("columns", re.compile(r"[^\t]+\t")),
    ("numbered", re.compile(r"\d{1,3}[.)]\s")),
    ("bullet", re.compile(r"[-–—•*▪‣·]\s")),
    ("labelled", re.compile(r"[^:：]{1,40}[:：]\s?\S|[A-Z][\w ]{2,24} by [A-Z]")),
    ("score", re.compile(r"[^\W\d][^\d]{0,40}\d{1,3}\s?[–:-]\s?\d{1,3}\s[^\W\d]")),
    ("amount", re.compile(r"[^\W\d][^\d]{0,60}\s[$€£¥]?\d[\d.,]{0,12}$")),
)


def _is_sentence(line: Line, document: Document, claims: Claims) -> bool:
    if line.is_paragraph:
        return True
    return ends_sentence(line.text) and len(line.text.split()) >= _SENTENCE_WORDS


def _is_speech(line: Line, document: Document, claims: Claims) -> bool:
    return bool(_SPEECH.match(line.text)) and not line.text.startswith(("« ", "— ", "– "))


def _is_listed(line: Line, document: Document, claims: Claims) -> bool:
    """One of at least three lines of one shape, half of which no rule takes."""
    shape = _shape(line.text)
    if shape is None:
        return False
    run = [line.number]
    for step in (-1, 1):
        for distance in range(1, _NEIGHBOURS):
            number = line.number + step * distance
            if not 0 <= number < len(document.lines) or _shape(document.lines[number].text) != shape:
                break
            run.append(number)
    unclaimed = sum(number not in claims for number in run)
    return len(run) >= 3 and unclaimed * 2 >= len(run)


def _is_announced(line: Line, document: Document, claims: Claims) -> bool:
    """One of the short lines below a line that ends with a colon."""
    for distance in range(1, _NEIGHBOURS):
        number = line.number - distance
        if number < 0:
            return False
        above = document.lines[number]
        if above.text.endswith((":", "：")) and number not in claims:
            return True
        if above.is_paragraph:
            return False
    return False


def _is_verse(line: Line, document: Document, claims: Claims) -> bool:
    """One of the lines of a stanza: no blank line between them, and they run on from one to the next."""
    if line.is_paragraph:
        return False
    lines = document.lines
    first = last = line.number
    while first and not lines[first].after_blank and line.number - first < _NEIGHBOURS - 1:
        first -= 1
        if lines[first].is_paragraph:
            return False
    while last + 1 < len(lines) and not lines[last + 1].after_blank and last - first < 2 * _NEIGHBOURS - 1:
        last += 1
        if lines[last].is_paragraph:
            return False
    others = [other for other in lines[first : last + 1] if other.number not in claims]
    return len(others) >= 2 and sum(map(_runs_on, others)) >= 2


def _runs_on(line: Line) -> bool:
    return line.text[0].islower() or line.text.endswith((",", ";", "，", "、"))


def is_in_structure(line: Line, document: Document) -> bool:
    """Whether a line is one of a list, of a table or of a stanza, whatever rules take."""
    return _is_listed(line, document, frozenset()) or _is_verse(line, document, frozenset())


def _is_chronicle(line: Line, document: Document, claims: Claims) -> bool:
    """One of several dates that each stand above a piece of text, as in a diary."""
    if parse(line.text, document.language) is None:
        return False
    start = max(0, line.number - _NEIGHBOURS)
    nearby = document.lines[start : line.number + _NEIGHBOURS]
    if _is_entry(line, document) and sum(_is_entry(other, document) for other in nearby) >= 2:
        return True
    return len({other.text for other in nearby if _is_short_entry(other, document, claims)}) >= _LEAST_SHORT_ENTRIES


def _is_short_entry(line: Line, document: Document, claims: Claims) -> bool:
    below = document.below(line)
    return bool(below and below.number not in claims and parse(line.text, document.language))


def _is_entry(line: Line, document: Document) -> bool:
    below = document.below(line)
    return bool(below and below.is_paragraph and parse(line.text, document.language))


def _is_only_headline(line: Line, document: Document, claims: Claims) -> bool:
    """The first line, above prose, of more words than a name has: with it gone there would be no headline."""
    if line.number or not looks_like_headline(line.text) or ":" in line.text or any(map(str.isdigit, line.text)):
        return False
    below = document.below(line)
    return bool(below and below.is_paragraph) and len(line.text.split()) > 4


def _shape(text: str) -> str | None:
    return next((name for name, pattern in _SHAPES if pattern.match(text)), None)


GUARDS: tuple[Guard, ...] = (
    Guard(
        "sentence",
        "Prose: a paragraph, or a line of some words that ends as a sentence does.",
        _is_sentence,
        (
            Example("Pages 1 to 3 of the logbook are missing."),
            Example("Source: so the villagers call the spring that feeds the mill.", document=None),
            Example("Theo người dân, con đường này được làm từ nhiều năm trước.", "vi"),
        ),
    ),
    Guard(
        "speech",
        "A line that opens with a quotation mark.",
        _is_speech,
        (Example("“By Anna Berg”"), Example("“Next page”"), Example("«Photo: Anna Berg»")),
    ),
    Guard(
        "listed",
        "A line in a list or table: numbered, bulleted, labelled, with scores or amounts.",
        _is_listed,
        (
            Example("Photo: Anna Berg", document="Film: The Long Winter\nMusic: The Reed Band\nPhoto: Anna Berg"),
            Example("- 03.06.2019", document="- The old mill\n- The new bridge\n- 03.06.2019"),
            Example(
                "Written by Anna Berg",
                document="Directed by Rui Faia\nWritten by Anna Berg\nMusic by The Reed Band",
            ),
            Example(
                "Text: Anna Berg",
                document="Director: Rui Faia\nMusic: The Reed Band\nText: Anna Berg\nPhoto: Maria Lind",
            ),
        ),
    ),
    Guard(
        "announced",
        "A line in a list that a line with a colon announces.",
        _is_announced,
        (Example("VCCI", "vi", document="Các đơn vị tham gia:\n\nHội Nông dân\n\nVCCI"),),
    ),
    Guard(
        "verse",
        "A line of a stanza.",
        _is_verse,
        (
            Example(
                "by Old Harbour", document="We went to sea,\nby Old Harbour\nand slept at night,\nand woke in light"
            ),
        ),
    ),
    Guard(
        "chronicle",
        "A date above an entry, as in a diary.",
        _is_chronicle,
        (
            Example(
                "3 June 2019",
                document="3 June 2019\n\nThe boat was painted white and put back into the water.\n\n"
                "4 June 2019\n\nThe engine failed, and we rowed back to the harbour at night.",
            ),
            Example(
                "4 June 2019",
                document="The logbook of the ferry, as the harbour office has printed it this week for its guests.\n\n"
                "3 June 2019\nFog\n\n4 June 2019\nStorm from the west\n\n5 June 2019\nSun",
            ),
        ),
    ),
    Guard(
        "headline",
        "The only line that can be the headline.",
        _is_only_headline,
        (
            Example(
                "By Night Train Across The Plain",
                document="By Night Train Across The Plain\n\nThe carriages were full when the train left the city.",
            ),
        ),
    ),
)
