"""What can be counted in a line, for all the lines of a text at once."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ..documents import Span

Counts = NDArray[np.int32]
"""One number a line."""

_LETTER, _UPPER, _DIGIT, _SPACE, _MARK, _PAUSE, _WIDE, _UNSPACED = (1 << bit for bit in range(8))
_ASSIGNED = 0x323B0
"""Code points from here on are private or unassigned, but for a few marks nobody sees."""
_PAUSES = frozenset(",.;:!?،؛؟。、，；：！？।॥…")
_UNSPACED_SCRIPTS = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3040, 0x30FF), (0x3400, 0x9FFF))
"""Thai and Lao, Burmese, Khmer, Japanese syllables, ideographs: written without spaces between words."""


@dataclass(frozen=True, slots=True)
class Measures:
    """The counts of each line, in characters unless said."""

    length: Counts
    letters: Counts
    """Letters, with the marks that stand on them: no Hindi line would be prose without."""
    uppers: Counts
    digits: Counts
    spaces: Counts
    """White space between words."""
    marks: Counts
    """Punctuation and symbols."""
    pauses: Counts
    """Commas, full stops and the like: what sentences are made with."""
    wide: Counts
    """Characters that are two columns wide."""
    unspaced: Counts
    """Letters of scripts without spaces between words."""


def measure(text: str, spans: Sequence[Span]) -> Measures:
    """Count what stands in each of the spans, none of which is empty."""
    # One more character, so that the last span's end is a place in the text.
    codes = np.frombuffer((text + "\0").encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = _kinds()[np.minimum(codes, _ASSIGNED)]
    bounds = np.array(spans, dtype=np.int64).reshape(-1)

    def count(kind: int) -> Counts:
        # Every other sum is that of the space between two spans.
        return np.add.reduceat((kinds & kind) != 0, bounds, dtype=np.int32)[::2]

    return Measures(
        (bounds[1::2] - bounds[::2]).astype(np.int32),
        *map(count, (_LETTER, _UPPER, _DIGIT, _SPACE, _MARK, _PAUSE, _WIDE, _UNSPACED)),
    )


@lru_cache(maxsize=1)
def _kinds() -> NDArray[np.uint8]:
    """For each code point, which of the kinds it is."""
    kinds = np.zeros(_ASSIGNED + 1, dtype=np.uint8)
    bits = {"L": _LETTER, "M": _LETTER, "N": _DIGIT, "P": _MARK, "S": _MARK, "Z": _SPACE}
    for code, character in enumerate(map(chr, range(_ASSIGNED))):
        category = unicodedata.category(character)
        kind = bits.get(category[0], 0)
        if category == "Lu":
            kind |= _UPPER
        if character in _PAUSES:
            kind |= _PAUSE
        if unicodedata.east_asian_width(character) in "WF":
            kind |= _WIDE
        kinds[code] = kind
    for first, last in _UNSPACED_SCRIPTS:
        kinds[first : last + 1] |= _UNSPACED
    kinds[ord("\t")] |= _SPACE
    return kinds
