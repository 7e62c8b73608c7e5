"""Word-level differences of two texts of any script, in bounded time.

Words that stand once in both texts are lined up first, in the longest sequence that both have in the same order
(patience diff, after Bram Cohen), and again between these; what is left between two of them goes through Myers' greedy
algorithm (An O(ND) Difference Algorithm and Its Variations, 1986) with a budget of steps for the whole. Where the
budget is spent, a stretch counts as replaced as a whole: true, if not the shortest. difflib, which takes quadratic time
on texts of repeated words, is no choice for what anyone may send.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from ..folding import UNSPACED

BUDGET = 400_000
"""Steps for a pair of texts, less than a second: of Myers' algorithm, and for so many words that are lined up."""
_LINED_UP = 8  # words for a step
MOST_EDITS = 20_000
"""Of a difference that is shown; beyond, short stretches alike are told as replaced, and paragraphs not parted."""

_MOST_EDITS = 400  # between two words that line up; more of them are a replacement
_MOST_LEVELS = 12

_UNSPACED = UNSPACED.pattern.strip("()")
_TOKEN = re.compile(rf"\n\s*\n\s*|\s+|{_UNSPACED}|(?:(?!{_UNSPACED})\w)+|[^\w\s]")
_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")  # without the white space around it, through which a search is quadratic

SAME, ONLY_ONE, ONLY_OTHER = "same", "one", "other"


class Stretch(NamedTuple):
    """Tokens of the one text, `start` to `end`, and of the other, that stand for each other; equal: word by word."""

    start: int
    end: int
    other_start: int
    other_end: int
    equal: bool


@dataclass(frozen=True)
class Edit:
    """Words that are in both texts (`same`), only in the `one`, or only in the `other`."""

    kind: str
    text: str


@dataclass(frozen=True)
class Difference:
    """What two texts differ in, from beginning to end: those `same` and `one` make up the one text, those `same` and
    `other` the other."""

    edits: tuple[Edit, ...]
    same_words: int
    one_words: int  # only in the one
    other_words: int
    is_coarse: bool
    """Whether some stretches are said to differ as a whole: the budget was spent, or there were too many edits."""


def tokens(text: str) -> list[str]:
    """A text in words, white space and marks; of scripts without spaces each letter. Joined, they are the text."""
    return _TOKEN.findall(text)


def difference(one: str, other: str, budget: int = BUDGET) -> Difference:
    """The difference of two texts."""
    ones, others = tokens(one), tokens(other)
    steps = _Budget(budget)
    edits: list[Edit] = []
    words: Counter[str] = Counter()
    for stretch in _stretches(ones, others, steps):
        if stretch.equal:
            parts = [(SAME, ones[stretch.start : stretch.end])]
        else:
            parts = [
                (ONLY_ONE, ones[stretch.start : stretch.end]),
                (ONLY_OTHER, others[stretch.other_start : stretch.other_end]),
            ]
        for kind, part in parts:
            if part:
                edits.append(Edit(kind, "".join(part)))
                words[kind] += sum(token[0].isalnum() for token in part)
    joined = list(_joined(edits))
    shown, least = joined, 1
    while len(shown) > MOST_EDITS:
        least *= 2
        shown = list(_coarser(joined, least))
    is_coarse = steps.is_spent or shown is not joined
    return Difference(tuple(shown), words[SAME], words[ONLY_ONE], words[ONLY_OTHER], is_coarse)


def by_paragraph(edits: Sequence[Edit]) -> list[tuple[Edit, ...]]:
    """The edits, parted where a text has a blank line; what is behind the first `MOST_EDITS` of them, as it is."""
    paragraphs: list[list[Edit]] = [[]]
    parted = 0
    for edit in edits:
        pieces = _PARAGRAPH_BREAK.split(edit.text, MOST_EDITS - parted) if parted < MOST_EDITS else [edit.text]
        parted += len(pieces)
        for number, piece in enumerate(pieces):
            text = piece.rstrip() if number < len(pieces) - 1 else piece
            if number:
                paragraphs.append([])
                text = text.lstrip()
            if text:
                paragraphs[-1].append(Edit(edit.kind, text))
    return [tuple(paragraph) for paragraph in paragraphs if paragraph]


def _joined(edits: Sequence[Edit]) -> Iterator[Edit]:
    """Edits of one kind that follow each other as one."""
    for kind, following in groupby(edits, key=lambda edit: edit.kind):
        yield Edit(kind, "".join(edit.text for edit in following))


def _coarser(edits: Sequence[Edit], least: int) -> Iterator[Edit]:
    """The edits, of which stretches alike of fewer characters than these count as replaced with those around them."""
    one: list[str] = []
    other: list[str] = []
    for edit in [*edits, None]:
        if edit is None or (edit.kind == SAME and len(edit.text) >= least):
            if one:
                yield Edit(ONLY_ONE, "".join(one))
            if other:
                yield Edit(ONLY_OTHER, "".join(other))
            one, other = [], []
            if edit is not None:
                yield edit
            continue
        if edit.kind != ONLY_OTHER:
            one.append(edit.text)
        if edit.kind != ONLY_ONE:
            other.append(edit.text)


class _Budget:
    """Steps left; once they are spent there are none."""

    def __init__(self, steps: int) -> None:
        self.left = steps
        self.is_spent = False

    def take(self, steps: int) -> bool:
        if steps > self.left:
            self.is_spent = True
            return False
        self.left -= steps
        return True


def _stretches(one: Sequence[str], other: Sequence[str], budget: _Budget) -> list[Stretch]:
    """The stretches of two texts in order: a stack in place of recursion, since texts come as they like."""
    found: list[Stretch] = []
    waiting = [(Stretch(0, len(one), 0, len(other), False), 0)]
    while waiting:
        stretch, level = waiting.pop()
        if stretch.equal:
            found.append(stretch)
            continue
        head, middle, tail = _trimmed(one, other, stretch)
        if head:
            found.append(head)
        following: list[tuple[Stretch, int]] = []
        size = middle.end - middle.start + middle.other_end - middle.other_start
        is_lined_up = level < _MOST_LEVELS and budget.take(size // _LINED_UP)
        anchors = _anchors(one, other, middle) if is_lined_up else []
        if anchors:
            following = [(each, level + 1) for each in _between(middle, anchors)]
        else:
            found += _myers(one, other, middle, budget)
        if tail:
            following.append((tail, level))
        waiting += reversed(following)
    return found


def _trimmed(
    one: Sequence[str], other: Sequence[str], stretch: Stretch
) -> tuple[Stretch | None, Stretch, Stretch | None]:
    """What both begin with, what is left, and what both end with."""
    start, end, other_start, other_end, _ = stretch
    while start < end and other_start < other_end and one[start] == other[other_start]:
        start, other_start = start + 1, other_start + 1
    head = Stretch(stretch.start, start, stretch.other_start, other_start, True) if start > stretch.start else None
    while start < end and other_start < other_end and one[end - 1] == other[other_end - 1]:
        end, other_end = end - 1, other_end - 1
    tail = Stretch(end, stretch.end, other_end, stretch.other_end, True) if end < stretch.end else None
    return head, Stretch(start, end, other_start, other_end, False), tail


def _anchors(one: Sequence[str], other: Sequence[str], stretch: Stretch) -> list[tuple[int, int]]:
    """The places of words that stand once in each: as many as are in the same order in both."""
    places = _once(one, stretch.start, stretch.end)
    other_places = _once(other, stretch.other_start, stretch.other_end)
    pairs = [(place, other_places[word]) for word, place in places.items() if word in other_places]
    # patience sorting: piles by the other text's places, each with the pair that it was laid upon
    tops: list[int] = []
    top_pairs: list[int] = []
    below: list[int] = []
    for number, (_, place) in enumerate(pairs):
        pile = bisect_left(tops, place)
        below.append(top_pairs[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(place)
            top_pairs.append(number)
        else:
            tops[pile], top_pairs[pile] = place, number
    longest: list[tuple[int, int]] = []
    number = top_pairs[-1] if top_pairs else -1
    while number >= 0:
        longest.append(pairs[number])
        number = below[number]
    return longest[::-1]


def _once(words: Sequence[str], start: int, end: int) -> dict[str, int]:
    """The words that stand once from start to end, with their places; white space and marks line nothing up."""
    counts = Counter(words[start:end])
    return {
        word: place for place, word in enumerate(words[start:end], start) if counts[word] == 1 and word[0].isalnum()
    }


def _between(stretch: Stretch, anchors: Sequence[tuple[int, int]]) -> list[Stretch]:
    """The words lined up, and what lies between them."""
    parts = []
    at, other_at = stretch.start, stretch.other_start
    for place, other_place in anchors:
        if at < place or other_at < other_place:
            parts.append(Stretch(at, place, other_at, other_place, False))
        parts.append(Stretch(place, place + 1, other_place, other_place + 1, True))
        at, other_at = place + 1, other_place + 1
    if at < stretch.end or other_at < stretch.other_end:
        parts.append(Stretch(at, stretch.end, other_at, stretch.other_end, False))
    return parts


def _myers(one: Sequence[str], other: Sequence[str], stretch: Stretch, budget: _Budget) -> list[Stretch]:
    """The shortest way from the one to the other; the whole as replaced where it is too long or the budget is spent."""
    start, end, other_start, other_end, _ = stretch
    if start == end or other_start == other_end:
        return [stretch] if start < end or other_start < other_end else []
    a, b = one[start:end], other[other_start:other_end]
    trace = _trace(a, b, budget)
    if trace is None:
        return [stretch]
    matches = _matches(trace, len(a), len(b))
    anchors = [(start + place, other_start + other_place) for place, other_place in matches]
    return _between(stretch, anchors)


def _trace(a: Sequence[str], b: Sequence[str], budget: _Budget) -> list[dict[int, int]] | None:
    """For each number of edits how far each diagonal reaches; None where there are too many."""
    reach = {1: 0}
    trace: list[dict[int, int]] = []
    for edits in range(min(len(a) + len(b), _MOST_EDITS) + 1):
        trace.append(dict(reach))
        for diagonal in range(-edits, edits + 1, 2):
            down = diagonal == -edits or (diagonal != edits and reach[diagonal - 1] < reach[diagonal + 1])
            x = reach[diagonal + 1] if down else reach[diagonal - 1] + 1
            first = x
            while x < len(a) and 0 <= x - diagonal < len(b) and a[x] == b[x - diagonal]:
                x += 1
            if not budget.take(1 + x - first):
                return None
            reach[diagonal] = x
            if x >= len(a) and x - diagonal >= len(b):
                return trace
    budget.is_spent = True
    return None


def _matches(trace: Sequence[dict[int, int]], x: int, y: int) -> list[tuple[int, int]]:
    """The places of equal words on the way that the trace has found, from its end."""
    matches: list[tuple[int, int]] = []
    for edits in range(len(trace) - 1, -1, -1):
        reach, diagonal = trace[edits], x - y
        down = diagonal == -edits or (diagonal != edits and reach[diagonal - 1] < reach[diagonal + 1])
        before = diagonal + 1 if down else diagonal - 1
        before_x = reach[before] if edits else 0
        before_y = before_x - before if edits else 0
        while x > before_x and y > before_y:
            x, y = x - 1, y - 1
            matches.append((x, y))
        x, y = before_x, before_y
    return matches[::-1]
