"""What the character model looks at: for each character some forty features, each a 64-bit key.

A feature is a template (the character before, the run of katakana that a character stands in, the lexicon's words
around it) together with what the template finds. Training and run time make the keys here, so a change here needs a
new model and a higher ``FEATURES_VERSION``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .character_lexicon import Lexicon
from .character_table import Keys, mix
from .character_text import (
    EDGE,
    HAN,
    HANGUL,
    LOWER,
    MARGIN,
    MARK,
    NUMERAL,
    SPACE,
    UPPER,
    Characters,
    Codes,
    Places,
)

FEATURES_VERSION = 1
_WINDOWS = (
    *((place, place) for place in range(-2, 3)),
    *((place, place + 1) for place in range(-3, 3)),
    *((place, place + 2) for place in range(-3, 2)),
    *((place, place + 3) for place in range(-3, 1)),
)
"""Characters beside the one in question that are looked at together: first and last."""
_KIND_BITS = np.uint64(4)
_STATISTICS_BITS = np.uint64(10)
_TAG_BITS = np.uint64(24)
_FAR = 7
"""Characters from the beginning of a run that are told apart."""

Statistics = NDArray[np.uint16]


@dataclass(frozen=True, eq=False)
class Look:
    """What a language's model knows of characters and words before it looks at a text."""

    lexicon: Lexicon
    statistics: Statistics
    """By code, how typical a character is of each of five parts of names, two bits each."""
    spaced: bool
    """Whether words stand between spaces (Korean)."""


def feature_keys(text: Characters, look: Look) -> Keys:
    """The keys of all features: (features, characters). Which row is which feature is the same for all texts."""
    rows = [row for part in (_windows, _runs, _words) for row in part(text, look)]
    if look.spaced:
        rows.extend(_neighbours(text))
    salts = np.arange(1, len(rows) + 1, dtype=np.uint64) * np.uint64(0x9FB21C651E98DF25)
    return mix(np.stack(rows), salts[:, None])


def _here(text: Characters) -> Places:
    return np.arange(MARGIN, MARGIN + text.count)


def _together(values: Codes, bits: np.uint64, first: int, last: int, text: Characters) -> Codes:
    """Small values of the characters from ``first`` to ``last`` beside each one, as one number."""
    together = np.zeros(text.count, np.uint64)
    for place in range(first, last + 1):
        together <<= bits
        together |= values[MARGIN + place : MARGIN + place + text.count]
    return together


def _windows(text: Characters, look: Look) -> Iterator[Codes]:
    """Characters nearby, their kinds, and how typical they are of names."""
    for first, last in _WINDOWS:
        yield text.window(first, last)
    yield text.window(-1, -1) * np.uint64(31) + text.window(1, 1) * np.uint64(1000003)
    kinds = text.kinds.astype(np.uint64)
    yield _together(kinds, _KIND_BITS, -2, 2, text)
    yield _together(kinds, _KIND_BITS, -1, 1, text)
    statistics = look.statistics[text.codes].astype(np.uint64)
    for first, last in ((-2, 2), (-1, 1), (0, 2), (-2, 0)):
        yield _together(statistics, _STATISTICS_BITS, first, last, text)


def _merged_kinds(text: Characters, spaced: bool) -> NDArray[np.uint8]:
    """Kinds with those made one that stand in one run: letters of both cases, numerals and other Chinese."""
    kinds = text.kinds.copy()
    if spaced:
        kinds[(kinds != SPACE) & (kinds != EDGE) & (kinds != MARK)] = HANGUL
    else:
        kinds[kinds == NUMERAL] = HAN
        kinds[kinds == LOWER] = UPPER
    return kinds


def _bounds_of_runs(kinds: NDArray[np.uint8]) -> tuple[Places, Places]:
    """For each character where the run of its kind begins and ends (exclusive)."""
    changes = np.flatnonzero(kinds[1:] != kinds[:-1]) + 1
    starts = np.concatenate(([0], changes))
    lengths = np.diff(np.append(starts, kinds.size))
    return np.repeat(starts, lengths), np.repeat(starts + lengths, lengths)


def _runs(text: Characters, look: Look) -> Iterator[Codes]:
    """The run of one kind of character that each stands in (a katakana word; in Korean, a word), and what is beside."""
    kinds = _merged_kinds(text, look.spaced)
    here = _here(text)
    every_start, every_end = _bounds_of_runs(kinds)
    starts, ends = every_start[here], every_end[here]
    kind: Codes = kinds[here].astype(np.uint64)
    done: Codes = (here - starts).astype(np.uint64)
    left: Codes = (ends - 1 - here).astype(np.uint64)
    is_first: Codes = (done == 0).astype(np.uint64)
    is_first *= np.uint64(771)
    size = kinds.size
    far: Codes = np.minimum(done, np.uint64(_FAR))
    far *= np.uint64(7919)
    yield text.stretches(starts, ends) + far
    near = np.uint64(4)
    yield (np.minimum(done, near) << np.uint64(3) | np.minimum(left, near)) << _KIND_BITS | kind
    kind *= np.uint64(77)
    yield text.stretches(ends, np.minimum(ends + 2, size)) + kind
    yield text.stretches(ends, np.minimum(ends + 1, size)) + kind + is_first
    yield text.stretches(np.maximum(starts - 2, 0), starts) + kind


def _neighbours(text: Characters) -> Iterator[Codes]:
    """The word's beginning up to the character and its rest, the words before and after."""
    kinds = _merged_kinds(text, spaced=True)
    here = _here(text)
    every_start, every_end = _bounds_of_runs(kinds)
    starts, ends = every_start[here], every_end[here]
    near = np.uint64(4)
    done = np.minimum((here - starts).astype(np.uint64), near)
    left = np.minimum((ends - 1 - here).astype(np.uint64), near)
    beginning = text.stretches(starts, here + 1)
    yield beginning
    yield text.stretches(here + 1, ends)
    yield beginning * np.uint64(3) + text.codes[here + 1]
    before_end = np.maximum(starts - 1, 1)
    before_start = every_start[before_end - 1]
    yield text.stretches(before_start, before_end) + done
    yield text.stretches(np.maximum(before_end - 2, before_start), before_end)
    after_start = np.minimum(ends + 1, kinds.size - 1)
    after_end = every_end[after_start]
    yield text.stretches(after_start, after_end) + left
    yield text.stretches(after_start, np.minimum(after_start + 2, after_end)) + left


def _words(text: Characters, look: Look) -> Iterator[Codes]:
    """The words of the lexicon that cover the character and its neighbours."""
    cover = look.lexicon.cover(text)
    first, last = MARGIN, MARGIN + text.count
    tags, tags_before, tags_after = (cover.tags[first + step : last + step] for step in (0, -1, 1))
    begins, begins_after = cover.begins[first:last], cover.begins[first + 1 : last + 1]
    ends, ends_before = cover.ends[first:last], cover.ends[first - 1 : last - 1]
    yield tags
    yield tags_before
    yield tags_after
    both = tags_before << _TAG_BITS | tags
    yield both
    yield tags << _TAG_BITS | tags_after
    yield both * np.uint64(0x9E3779B97F4A7C15) + tags_after
    yield tags * np.uint64(0x9E3779B97F4A7C15) + text.codes[first:last]
    yield begins
    yield ends
    yield ends_before << _TAG_BITS | begins
    yield begins_after
    yield ends_before
    yield ends << _TAG_BITS | begins_after
