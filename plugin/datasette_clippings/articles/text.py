"""An article's text laid out: paragraphs of plain words, links to entities and removed lines.

Nothing here is HTML; templates make that of the pieces, escaping every word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator
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
class Piece:
    """Words of a paragraph, with the entity they mention; or a removed line; or a line break."""

    text: str = ""
    mention: Mention | None = None
    removed: RemovedLine | None = None
    line_break: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; its pieces make up its text in order."""

    pieces: tuple[Piece, ...]

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


def inline(text: str, mentions: Iterable[Mention]) -> tuple[Piece, ...]:
    """A text of one paragraph, such as a headline, as pieces."""
    return tuple(_pieces(text, 0, len(text), sound_mentions(mentions, len(text))))


def paragraphs(text: str, mentions: Iterable[Mention], removed: Iterable[RemovedLine]) -> list[Paragraph]:
    """A text as paragraphs, each removed line in its place: between paragraphs, or inside the one it broke."""
    sound = sound_mentions(mentions, len(text))
    waiting = deque(sorted(removed, key=attrgetter("position")))
    laid_out: list[Paragraph] = []
    for start, end in _spans(text):
        while waiting and waiting[0].position <= start:
            laid_out.append(Paragraph((Piece(removed=waiting.popleft()),)))
        pieces: list[Piece] = []
        at = start
        while waiting and waiting[0].position < end:
            line = waiting.popleft()
            pieces += [*_pieces(text, at, line.position, sound), Piece(removed=line)]
            at = line.position
        pieces += _pieces(text, at, end, sound)
        laid_out.append(Paragraph(tuple(pieces)))
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


def _pieces(text: str, start: int, end: int, mentions: list[Mention]) -> Iterator[Piece]:
    """The part of a text from start to end; a mention that reaches across its edges is cut there."""
    at = start
    for number in range(bisect_right(mentions, start, key=attrgetter("end")), len(mentions)):
        mention = mentions[number]
        if mention.start >= end:
            break
        first, last = max(mention.start, start), min(mention.end, end)
        yield from _lines(text[at:first])
        yield Piece(text[first:last], mention=mention)
        at = last
    yield from _lines(text[at:end])


def _lines(text: str) -> Iterator[Piece]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield Piece(line_break=True)
        if line:
            yield Piece(line)
