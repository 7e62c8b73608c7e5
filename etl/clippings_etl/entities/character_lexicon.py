"""Which words of a language's lexicon cover each character: surnames, given names, places, common words.

The lexicon knows words by their hashes alone, with the classes a word belongs to in eight bits.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .character_table import Keys, PerfectTable, mix
from .character_text import Characters

SHORTEST, LONGEST = 2, 8
"""Characters of the words in a lexicon."""
CLASS_BITS = 8
_CHECK = np.uint32((1 << (32 - CLASS_BITS)) - 1)
_CLASSES = np.uint32(CLASS_BITS)

Codes = NDArray[np.uint64]


def word_keys(hashes: Keys, lengths: NDArray[np.uint64]) -> Keys:
    """The keys by which the lexicon knows words of these lengths."""
    return mix(hashes, lengths << np.uint64(56))


def packed(key: int, classes: int) -> int:
    """What stands in a word's slot: its classes above a check of its key."""
    return classes << (32 - CLASS_BITS) | key & int(_CHECK)


@dataclass(frozen=True, eq=False)
class Cover:
    """What the lexicon says of each character, margins included; 0 where no word is."""

    tags: Codes
    """The longest word that a character belongs to: its classes and length, and whether the character is its first
    (1), last (2) or another one (3)."""
    begins: Codes
    """The longest word that begins here: classes and length."""
    ends: Codes
    """The longest word that ends here."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words, their slots mapped from a file."""

    table: PerfectTable
    slots: NDArray[np.uint32]

    def cover(self, text: Characters) -> Cover:
        """The words in a text, the longest ones where they overlap, of equally long ones the last."""
        size = text.codes.size
        lengths = np.arange(SHORTEST, LONGEST + 1)
        hashes = np.zeros((lengths.size, size), np.uint64)
        for row, length in enumerate(lengths):
            hashes[row, : size - length + 1] = text.every(int(length))
        keys = word_keys(hashes, lengths.astype(np.uint64)[:, None])
        found = self.slots[self.table.slots(keys)]
        known = (found ^ keys.astype(np.uint32)) & _CHECK == 0
        known &= hashes != 0
        rows, places = np.nonzero(known)
        classes = (found[rows, places] >> np.uint32(32 - CLASS_BITS)).astype(np.uint64)
        return _covered(size, places, lengths[rows], classes)


def _covered(size: int, places: NDArray[np.int64], lengths: NDArray[np.int64], classes: Codes) -> Cover:
    """``lengths`` ascend, so that longer words overwrite shorter ones."""
    tags, begins, ends = (np.zeros(size + LONGEST, np.uint64) for _ in range(3))
    told = classes << np.uint64(8) | lengths.astype(np.uint64) << np.uint64(4)
    begins[places] = told
    ends[places + lengths - 1] = told
    bounds = np.searchsorted(lengths, np.arange(SHORTEST, LONGEST + 2))
    for length, first, last in zip(range(SHORTEST, LONGEST + 1), bounds[:-1], bounds[1:], strict=True):
        for offset in range(length):
            part = 1 if offset == 0 else 2 if offset == length - 1 else 3
            tags[places[first:last] + offset] = told[first:last] | np.uint64(part)
    return Cover(tags[:size], begins[:size], ends[:size])
