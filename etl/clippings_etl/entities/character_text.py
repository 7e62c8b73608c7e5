"""Text as arrays of characters: folded, sorted into kinds, and hashes of any stretch of it.

Everything is computed for all characters of a text at once. A character is folded so that spellings that mean the same
give the same features: full width to ASCII, all digits to 0, and what the language's table says (traditional Chinese
characters to simplified ones). Characters outside the Basic Multilingual Plane count as one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint64]
Hashes = NDArray[np.uint64]
Kinds = NDArray[np.uint8]
Places = NDArray[np.int64]

SPACE, DIGIT, UPPER, LOWER, HIRAGANA, KATAKANA, HAN, HANGUL, MARK, EDGE, NUMERAL = range(11)
"""Kinds of characters. EDGE is a line break or the end of the text, NUMERAL a Chinese number."""
MARGIN = 6
"""Characters on both sides that stand for the ends of a text."""
_CODES = 0x10000
_LINE_BREAK = 10
_NUMERALS = "〇零一二三四五六七八九十百千万亿億兆"
_LINE_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_SPACES = "\t \xa0\u2002\u2003\u2009\u200b\u202f\u3000\ufeff"

# A stretch's hash is a polynomial over its characters, so that differences of sums give that of any stretch.
_FACTOR = 0x9E3779B97F4A7C15
_WRAP = 1 << 64


def _powers(base: int, count: int) -> Hashes:
    powers = np.full(count, base % _WRAP, np.uint64)
    powers[:1] = 1
    return np.cumprod(powers, dtype=np.uint64)


@cache
def _factors(count: int) -> tuple[Hashes, Hashes]:
    """The powers of the factor's inverse and of the factor itself; ``count`` is one of a few sizes."""
    return _powers(pow(_FACTOR, -1, _WRAP), count), _powers(_FACTOR, count + 1)


@cache
def kinds_by_code() -> Kinds:
    """The kind of each character, by code. Written out, as Python's versions know different Unicodes."""
    kinds = np.full(_CODES, MARK, np.uint8)
    for first, last, kind in (
        (0xC0, 0x24F, LOWER),
        (0x370, 0x52F, LOWER),
        (0x1E00, 0x1FFF, LOWER),
        (0x3041, 0x309F, HIRAGANA),
        (0x30A1, 0x30FF, KATAKANA),
        (0x31F0, 0x31FF, KATAKANA),
        (0x3400, 0x4DBF, HAN),
        (0x4E00, 0x9FFF, HAN),
        (0xAC00, 0xD7A3, HANGUL),
        (0xF900, 0xFAFF, HAN),
        (_CODES - 1, _CODES - 1, HAN),  # stands for all outside the plane, mostly rare Chinese characters
    ):
        kinds[first : last + 1] = kind
    for wide in (0, 0xFF21 - ord("A")):
        kinds[ord("0") + wide : ord("9") + wide + 1] = DIGIT
        kinds[ord("A") + wide : ord("Z") + wide + 1] = UPPER
        kinds[ord("a") + wide : ord("z") + wide + 1] = LOWER
    for characters, kind in ((_NUMERALS, NUMERAL), (_LINE_BREAKS, EDGE), (_SPACES, SPACE), ("々", HAN)):
        kinds[[ord(character) for character in characters]] = kind
    return kinds


def folding(pairs: NDArray[np.uint16]) -> NDArray[np.uint16]:
    """The table that folds each code; ``pairs`` are (from, to) of the language's own."""
    table = np.arange(_CODES, dtype=np.uint16)
    table[0xFF01:0xFF5F] -= 0xFEE0
    table[ord("0") : ord("9") + 1] = table[0xFF10:0xFF1A] = ord("0")
    table[[ord(space) for space in _SPACES]] = ord(" ")
    table[[ord(end) for end in _LINE_BREAKS]] = _LINE_BREAK
    table[pairs[:, 0]] = pairs[:, 1]
    return table


@dataclass(frozen=True, eq=False)
class Characters:
    """A text with MARGIN characters added on both sides; all places count these."""

    codes: Codes
    """The folded characters."""
    kinds: Kinds
    count: int
    """Characters of the text itself."""
    _sums: Hashes
    _powers: Hashes

    def stretches(self, starts: Places | slice, ends: Places | slice) -> Hashes:
        """Hashes of the stretches from ``starts`` to ``ends`` (exclusive); 0 for empty ones."""
        return (self._sums[ends] - self._sums[starts]) * self._powers[starts]

    def window(self, first: int, last: int) -> Hashes:
        """For each character of the text the hash of those from ``first`` to ``last`` (inclusive) beside it."""
        start, end = MARGIN + first, MARGIN + last + 1
        return self.stretches(slice(start, start + self.count), slice(end, end + self.count))

    def every(self, length: int) -> Hashes:
        """The hashes of all stretches of a length, by their first character, margins included."""
        last = self.codes.size - length + 1
        return self.stretches(slice(0, last), slice(length, length + last))


def characters_of(text: str, folded: NDArray[np.uint16]) -> Characters:
    """A text made ready; ``folded`` is a table that ``folding`` made. For texts of some thousand characters."""
    # Lone surrogates can't be encoded strictly, and a text may hold them.
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    raw = np.full(points.size + 2 * MARGIN, _LINE_BREAK, np.uint16)
    raw[MARGIN : MARGIN + points.size] = np.minimum(points, _CODES - 1)
    codes = folded[raw].astype(np.uint64)
    size = 1 << max(10, (codes.size + 1).bit_length())
    inverse, powers = _factors(size)
    sums = np.zeros(codes.size + 1, np.uint64)
    np.cumsum(codes * inverse[: codes.size], out=sums[1:])
    return Characters(codes, kinds_by_code()[raw], points.size, sums, powers)


def hash_of(codes: Codes) -> int:
    """The hash of one stretch, as ``Characters.stretches`` gives it."""
    inverse, _ = _factors(1024)
    return int((codes * inverse[: codes.size]).sum(dtype=np.uint64))
