"""An article's text laid out: paragraphs of plain words, links to entities, what a search found, and removed lines.

Nothing here is HTML; templates make that of the pieces, escaping every word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

_GAP = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Mention:
    """A place in a text that names an entity; offsets are in characters."""

    start: int
    end: int
    key: str
    name: str
    type: str
    url: str
    why: str = ""
    """What links it to the entity, and how it was found; nothing where the archive doesn't say."""


@dataclass(frozen=True)
class RemovedLine:
    """A line taken out of the text as boilerplate, the offset at which it stood, and why: what its rule removes,
    and what there is to say besides, such as a score."""

    position: int
    text: str
    rule: str
    description: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Found:
    """A place in a text that a search found, and its number among all in the article, from 1."""

    start: int
    end: int
    number: int


@dataclass(frozen=True)
class Part:
    """A part of a piece: words that were found, or those between."""

    text: str
    hit: int | None = None
    goes_on: bool = False
    """Whether the hit begins in a piece before."""


@dataclass(frozen=True)
class Piece:
    """Words of a paragraph, with the entity they mention; or a removed line; or a line break."""

    text: str = ""
    mention: Mention | None = None
    removed: RemovedLine | None = None
    line_break: bool = False
    parts: tuple[Part, ...] = ()
    """The words again, where a search found some of them."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; its pieces make up its text in order. Its number, from 1, stays whatever removed lines are shown;
    None: it is made of removed lines only."""

    pieces: tuple[Piece, ...]
    number: int | None = None

    @property
    def only_removed(self) -> bool:
        return all(piece.removed for piece in self.pieces)


def sound_mentions(mentions: Iterable[Mention], length: int) -> list[Mention]:
    """The mentions that lie within a text of this length, in order; of two that overlap, the earlier or longer."""
    sound: list[Mention] = []
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end, mention.key)):
        if 0 <= mention.start < mention.end <= length and (not sound or sound[-1].end <= mention.start):
            sound.append(mention)
    return sound


def inline(text: str, mentions: Iterable[Mention], found: Sequence[Found] = ()) -> tuple[Piece, ...]:
    """A text of one paragraph, such as a headline, as pieces."""
    return tuple(_Layout(text, sound_mentions(mentions, len(text)), found).pieces(0, len(text)))


def paragraphs(
    text: str, mentions: Iterable[Mention], removed: Iterable[RemovedLine], found: Sequence[Found] = ()
) -> list[Paragraph]:
    """A text as paragraphs, each removed line in its place: between paragraphs, or inside the one it broke.

    What was found lies in the text, in order, and none of it overlaps.
    """
    layout = _Layout(text, sound_mentions(mentions, len(text)), found)
    waiting = deque(sorted(removed, key=attrgetter("position")))
    laid_out: list[Paragraph] = []
    for number, (start, end) in enumerate(_spans(text), 1):
        while waiting and waiting[0].position <= start:
            laid_out.append(Paragraph((Piece(removed=waiting.popleft()),)))
        pieces: list[Piece] = []
        at = start
        while waiting and waiting[0].position < end:
            line = waiting.popleft()
            pieces += [*layout.pieces(at, line.position), Piece(removed=line)]
            at = line.position
        pieces += layout.pieces(at, end)
        laid_out.append(Paragraph(tuple(pieces), number))
    return laid_out + [Paragraph((Piece(removed=line),)) for line in waiting]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each paragraph starts and ends, without the white space around it."""
    start = 0
    for end, following in [*((gap.start(), gap.end()) for gap in _GAP.finditer(text)), (len(text), len(text))]:
        words = text[start:end].strip()
        if words:
            first = text.index(words, start)
            yield first, first + len(words)
        start = following


@dataclass(frozen=True)
class _Layout:
    """A text with its mentions and what was found in it, each in order and without overlaps."""

    text: str
    mentions: list[Mention]
    found: Sequence[Found]

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """The part of the text from start to end; a mention that reaches across its edges is cut there."""
        at = start
        for number in range(bisect_right(self.mentions, start, key=attrgetter("end")), len(self.mentions)):
            mention = self.mentions[number]
            if mention.start >= end:
                break
            first, last = max(mention.start, start), min(mention.end, end)
            yield from self._lines(at, first)
            yield Piece(self.text[first:last], mention=mention, parts=self._parts(first, last))
            at = last
        yield from self._lines(at, end)

    def _lines(self, start: int, end: int) -> Iterator[Piece]:
        at = start
        for number, line in enumerate(self.text[start:end].split("\n")):
            if number:
                yield Piece(line_break=True)
            if line:
                yield Piece(line, parts=self._parts(at, at + len(line)))
            at += len(line) + 1

    def _parts(self, start: int, end: int) -> tuple[Part, ...]:
        """The words from start to end, those that were found apart; nothing where none were."""
        parts: list[Part] = []
        at = start
        for number in range(bisect_right(self.found, start, key=attrgetter("end")), len(self.found)):
            hit = self.found[number]
            if hit.start >= end:
                break
            first, last = max(hit.start, start), min(hit.end, end)
            if at < first:
                parts.append(Part(self.text[at:first]))
            parts.append(Part(self.text[first:last], hit.number, goes_on=hit.start < start))
            at = last
        if parts and at < end:
            parts.append(Part(self.text[at:end]))
        return tuple(parts)
