"""underthesea, which recognises people, organisations and places in Vietnamese; its package holds its models."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from .alignment import places
from .installed import no_argument, package
from .pieces import pieces
from .protocol import UNSURE, Engine, Found, type_of

_LONGEST_LINE = 1_000
"""Characters of a piece: it reads sentences, and its tagger was made for a few of them."""


@dataclass(frozen=True)
class Underthesea:
    """An ``Engine``."""

    tag: Any
    version: str
    languages = frozenset(("vi",))

    def __call__(self, text: str, language: str | None) -> Iterator[Found]:
        """See ``Engine``; underthesea gives no scores, and words in place of offsets."""
        start = 0
        for line in text.splitlines(keepends=True):
            for offset, piece in pieces(line, _LONGEST_LINE):
                if piece.strip():
                    yield from _names(self.tag(piece), piece, start + offset)
            start += len(line)


def _names(tagged: Iterable[tuple[str, str, str, str]], piece: str, offset: int) -> Iterator[Found]:
    """Words in a row that are tagged as one name; a name of which a word isn't in the text is none."""
    rows = list(tagged)
    name: tuple[int, int, str] | None = None
    for (_, _, _, tag), place in zip(rows, places(piece, (row[0] for row in rows)), strict=True):
        position, _, label = tag.partition("-")
        type_ = type_of(label)
        if name and not (position == "I" and type_ == name[2] and place):
            yield Found(offset + name[0], offset + name[1], name[2], UNSURE, "underthesea")
            name = None
        if place and type_:
            name = (name[0] if name else place[0], place[1], type_)
    if name:
        yield Found(offset + name[0], offset + name[1], name[2], UNSURE, "underthesea")


def open_engine(argument: str) -> Engine:
    """The tagger of its package.

    Raises:
        RecogniserError: underthesea isn't installed.
    """
    no_argument("underthesea", argument)
    underthesea = package("underthesea", "underthesea")
    return Underthesea(underthesea.ner, f"underthesea {version('underthesea')}")
