"""What the model sees around a token besides words: shapes, known names, line styles, sentences, runs of capitals.

Everything here is an array with one value a token, computed for a whole text at once, and each feature has so few
values that its weights are a small table.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from .candidates import Document, Hit
from .gazetteer import KINDS, gazetteer
from .tokens import Token

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

SENTENCE_ENDS = frozenset(".!?…。！？")
LONGEST_SENTENCE = 200
"""Tokens after which a sentence is cut, so that hostile text takes no more time than other."""

_OTHER, _STOP, _COMMA, _QUOTE, _DASH, _BRACKET, _NUMBER, _LOWER, _SHORT = range(9)
_CAPITAL, _LETTER, _UPPER, _LONG_UPPER, _INITIALS, _MIXED, _UNCASED = range(9, 16)
SHAPES = 16
_MARKS = {
    **dict.fromkeys(".!?…:;", _STOP),
    ",": _COMMA,
    **dict.fromkeys("\"'“”«»„‘’‚‹›「」『』", _QUOTE),
    **dict.fromkeys("-‐‑–—/&", _DASH),
    **dict.fromkeys("()[]{}", _BRACKET),
}
_DEMONYM, _UNSURE = 6, 7
"""What a known name may be beside the gazetteer's kinds of entities."""
_STYLES = {"": 0, "upper": 1, "title": 2}


def shape_code(token: Token) -> int:
    """The shape of a token, one of ``SHAPES``, finer than ``Token.shape``."""
    word, shape = token.text, token.shape
    if shape == "p":
        return _MARKS.get(word, _OTHER)
    if shape == "d":
        return _NUMBER
    if shape == "l":
        if not word[0].islower():
            return _UNCASED
        return _MIXED if not word.islower() else _SHORT if len(word) <= 3 else _LOWER
    if shape == "I":
        return _INITIALS
    if shape == "U":
        return _UPPER if len(word) <= 5 else _LONG_UPPER
    if len(word) == 1:
        return _LETTER
    return _CAPITAL if word[1:].islower() else _MIXED


def hit_codes(hits: Sequence[Hit], tokens: int) -> Ints:
    """For each token what known name it belongs to: 0 for none, 1 to 7 where one begins, 9 to 15 inside one."""
    codes = np.zeros(tokens, np.int64)
    for hit in hits:
        code = _hit_code(hit)
        codes[hit.first] = code
        codes[hit.first + 1 : hit.last] = code + 8
    return codes


def _hit_code(hit: Hit) -> int:
    if hit.method == "gazetteer:demonym":
        return _DEMONYM
    entity = gazetteer().entity(hit.key)
    return _UNSURE if hit.needs or entity is None else KINDS.index(entity.kind)


class Runs(NamedTuple):
    """For each token the first and the last token of the run of capitalised words that it is in; itself if none."""

    first: Ints
    last: Ints


def runs(inside: Bools, breaks: Bools) -> Runs:
    """Runs of tokens that are ``inside``; ``breaks`` marks tokens at which a new one begins in any case."""
    count = inside.size
    places = np.arange(count)
    starts = inside & (breaks | ~np.concatenate(([False], inside[:-1])))
    first = np.maximum.accumulate(np.where(starts, places, 0))
    ends = inside & np.concatenate((~inside[1:] | breaks[1:], [True]))
    last = np.minimum.accumulate(np.where(ends, places, count)[::-1])[::-1]
    return Runs(np.where(inside, first, places), np.where(inside, last, places))


class Context(NamedTuple):
    """A text's tokens as arrays."""

    shapes: Ints
    capital: Bools
    sentence: Ints
    """The number of each token's sentence, ascending."""
    run: Runs
    name: Runs
    """Runs that go on over small linking words: "Ministry of Foreign Affairs"."""
    values: Sequence[Ints]
    """For each of ``DOMAINS`` its value."""


DOMAINS: tuple[tuple[str, int], ...] = (
    ("shapes-around", SHAPES**3),
    ("shapes-before", SHAPES**3),
    ("shapes-behind", SHAPES**3),
    ("counts", SHAPES * 2 * 3 * 3 * 3),
    ("hits-around", 16**3),
    ("hit", 16 * SHAPES * 2 * 3),
    ("run", 4 * 4 * 4 * 2 * 3),
    ("name", 4 * 4 * SHAPES * 2),
    ("gaps", 3 * 3 * SHAPES * SHAPES),
    ("quotes", 2 * 3 * SHAPES * 2),
    ("hits-run", 16 * 16 * 2),
)
"""The small features and how many values each has."""
OWN = frozenset(("shapes-around", "counts", "hits-around", "hit", "run", "name", "gaps"))
"""Those that are also conjoined with the language."""


def context_of(document: Document, shapes: Ints, norms: Ints, first: int, last: int) -> Context:
    """The context of a document's tokens ``first`` to ``last`` (exclusive).

    ``shapes`` and ``norms`` are the tokens' shapes and numbers of their normal forms (equal for equal forms).
    """
    tokens = document.tokens[first:last]
    count = last - first
    gap = np.array([_GAPS[token.gap] for token in tokens], np.int64)
    opens = np.array([token.opens for token in tokens], np.int64)
    style = np.array([_STYLES[style] for style in document.styles[first:last]], np.int64)
    hit = hit_codes([hit for hit in document.hits if first <= hit.first and hit.last <= last], last)[first:]
    capital = (shapes >= _CAPITAL) & (shapes <= _MIXED)
    lines = gap == 2
    lines[0] = True
    stops = np.array([token.text in SENTENCE_ENDS for token in tokens], np.bool_)
    begins = lines | (_shifted(stops, 1, 0) & (opens == 1))
    sentence = _sentences(begins)
    # A hyphen, an apostrophe or an ampersand between capitals doesn't end a run; a linking word doesn't end a name.
    spaced = capital & ~lines
    joint = (shapes == _DASH) & (gap != 2) & _shifted(capital, 1, 0) & _shifted(spaced, -1, 0)
    begin_sentence = begins | (np.diff(sentence, prepend=-1) > 0)
    run = runs(capital | joint, begin_sentence)
    small = (shapes == _SHORT) & (gap == 1)
    one = small & _shifted(capital, 1, 0) & _shifted(spaced, -1, 0)
    two_first = small & _shifted(capital, 1, 0) & _shifted(small, -1, 0) & _shifted(spaced, -2, 0)
    two_last = _shifted(two_first, 1, 0)
    name = runs(capital | joint | one | two_first | two_last, begin_sentence)
    lower_seen, capital_seen = _seen(shapes, norms, capital, opens, style)
    before, behind = _shifted(shapes, 1, 0), _shifted(shapes, -1, 0)
    before = np.where(begin_sentence, 0, before)
    ends_sentence = _shifted(begin_sentence, -1, 1)
    behind = np.where(ends_sentence, 0, behind)
    hit_before, hit_behind = (
        np.where(begin_sentence, 0, _shifted(hit, 1, 0)),
        np.where(ends_sentence, 0, _shifted(hit, -1, 0)),
    )
    places = np.arange(count)
    at, left = np.minimum(places - run.first, 3), np.minimum(run.last - places, 3)
    name_at, name_left = np.minimum(places - name.first, 3), np.minimum(name.last - places, 3)
    long_upper = (shapes == _UPPER) | (shapes == _LONG_UPPER)
    kind = np.where(~capital, 0, 1 + long_upper[run.first] + 2 * long_upper[run.last])
    kind = np.minimum(kind, 3)
    quotes = _inside_quotes(shapes == _QUOTE, lines)
    next_gap = _shifted(gap, -1, 2)
    values = (
        (before * SHAPES + shapes) * SHAPES + behind,
        (np.where(begin_sentence, 0, _shifted(before, 1, 0)) * SHAPES + before) * SHAPES + shapes,
        (shapes * SHAPES + behind) * SHAPES + np.where(ends_sentence, 0, _shifted(behind, -1, 0)),
        (((shapes * 2 + opens) * 3 + style) * 3 + lower_seen) * 3 + capital_seen,
        (hit_before * 16 + hit) * 16 + hit_behind,
        ((hit * SHAPES + shapes) * 2 + opens) * 3 + style,
        (((at * 4 + left) * 4 + kind) * 2 + opens[run.first]) * 3 + lower_seen[run.first],
        ((name_at * 4 + name_left) * SHAPES + shapes) * 2 + (name.first != run.first),
        ((gap * 3 + next_gap) * SHAPES + shapes) * SHAPES + before,
        ((quotes * 3 + style) * SHAPES + shapes) * 2 + opens,
        (hit[run.first] * 16 + hit[run.last]) * 2 + (at > 0),
    )
    return Context(shapes, capital, sentence, run, name, values)


_GAPS = {"": 0, " ": 1, "\n": 2}


_Values = TypeVar("_Values", Ints, Bools)


def _shifted(values: _Values, by: int, fill: int) -> _Values:
    """The values of the tokens ``by`` places before."""
    moved = np.full_like(values, fill)
    if abs(by) >= values.size:
        return moved
    if by > 0:
        moved[by:] = values[:-by]
    else:
        moved[:by] = values[-by:]
    return moved


def _sentences(begins: Bools) -> Ints:
    """The number of each token's sentence, those that are too long cut."""
    number = np.cumsum(begins) - 1
    starts = np.flatnonzero(begins)
    inside = np.arange(begins.size) - starts[number]
    cut = (inside > 0) & (inside % LONGEST_SENTENCE == 0)
    numbers: Ints = np.cumsum(begins | cut) - 1
    return numbers


def _seen(shapes: Ints, norms: Ints, capital: Bools, opens: Ints, style: Ints) -> tuple[Ints, Ints]:
    """How often (0, 1, 2 for more) each token's word stands elsewhere without a capital, and with one that tells."""
    size = int(norms.max(initial=0)) + 1
    lower = (shapes == _LOWER) | (shapes == _SHORT)
    telling = capital & (opens == 0) & (style == 0)
    lowers = np.bincount(norms[lower], minlength=size)[norms] - lower
    capitals = np.bincount(norms[telling], minlength=size)[norms] - telling
    return np.minimum(lowers, 2), np.minimum(capitals, 2)


def _inside_quotes(marks: Bools, lines: Bools) -> Ints:
    """1 for tokens behind an odd number of quotation marks in their line."""
    counted = np.cumsum(marks)
    starts = np.maximum.accumulate(np.where(lines, np.arange(lines.size), 0))
    before: Ints = counted[starts] - marks[starts]
    return np.mod(counted - before, 2)
