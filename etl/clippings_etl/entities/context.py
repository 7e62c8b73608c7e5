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
    places = np.arange(inside.size)
    starts = inside & (breaks | ~before(inside, 0))
    ends = inside & behind(breaks | ~inside, 1)
    first = np.maximum.accumulate(np.where(starts, places, 0))
    last = np.minimum.accumulate(np.where(ends, places, inside.size)[::-1])[::-1]
    return Runs(np.where(inside, first, places), np.where(inside, last, places))


class Context(NamedTuple):
    """A text's tokens as arrays."""

    capital: Bools
    sentence: Ints
    """The number of each token's sentence, ascending."""
    begins: Bools
    """Where a sentence begins."""
    ends: Bools
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
_GAPS = {"": 0, " ": 1, "\n": 2}


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
    sentence = _sentences(lines | (before(stops, 0) & (opens == 1)))
    begins = np.empty(count, np.bool_)
    begins[0] = True
    np.not_equal(sentence[1:], sentence[:-1], out=begins[1:])
    ends = behind(begins, 1)
    run, name = _runs_and_names(shapes, capital, gap, lines, begins)

    shape_before = np.where(begins, 0, before(shapes, 0))
    shape_behind = np.where(ends, 0, behind(shapes, 0))
    shape_before_that = np.where(begins, 0, before(shape_before, 0))
    shape_behind_that = np.where(ends, 0, behind(shape_behind, 0))
    hit_before, hit_behind = np.where(begins, 0, before(hit, 0)), np.where(ends, 0, behind(hit, 0))
    lower_seen, capital_seen = _seen(shapes, norms, capital, opens, style)
    places = np.arange(count)
    at, left = np.minimum(places - run.first, 3), np.minimum(run.last - places, 3)
    name_at, name_left = np.minimum(places - name.first, 3), np.minimum(name.last - places, 3)
    upper = (shapes == _UPPER) | (shapes == _LONG_UPPER)
    kind = np.where(capital, np.minimum(1 + upper[run.first] + 2 * upper[run.last], 3), 0)
    quotes = _inside_quotes(shapes == _QUOTE, lines)
    values = (
        (shape_before * SHAPES + shapes) * SHAPES + shape_behind,
        (shape_before_that * SHAPES + shape_before) * SHAPES + shapes,
        (shapes * SHAPES + shape_behind) * SHAPES + shape_behind_that,
        (((shapes * 2 + opens) * 3 + style) * 3 + lower_seen) * 3 + capital_seen,
        (hit_before * 16 + hit) * 16 + hit_behind,
        ((hit * SHAPES + shapes) * 2 + opens) * 3 + style,
        (((at * 4 + left) * 4 + kind) * 2 + opens[run.first]) * 3 + lower_seen[run.first],
        ((name_at * 4 + name_left) * SHAPES + shapes) * 2 + (name.first != run.first),
        ((gap * 3 + behind(gap, 2)) * SHAPES + shapes) * SHAPES + shape_before,
        ((quotes * 3 + style) * SHAPES + shapes) * 2 + opens,
        (hit[run.first] * 16 + hit[run.last]) * 2 + (at > 0),
    )
    return Context(capital, sentence, begins, ends, run, name, values)


def _runs_and_names(shapes: Ints, capital: Bools, gap: Ints, lines: Bools, begins: Bools) -> tuple[Runs, Runs]:
    """A hyphen, an apostrophe or an ampersand between capitals doesn't end a run; one or two short words between
    them don't end a name."""
    capital_before = before(capital, 0)
    following = capital & ~lines
    capital_behind = behind(following, 0)
    joint = (shapes == _DASH) & (gap != 2) & capital_before & capital_behind
    small = (shapes == _SHORT) & (gap == 1)
    first_of_two = small & capital_before & behind(small & capital_behind, 0)
    run = capital | joint
    name = run | (small & capital_before & capital_behind) | first_of_two | before(first_of_two, 0)
    return runs(run, begins), runs(name, begins)


_Values = TypeVar("_Values", Ints, Bools)


def before(values: _Values, fill: int) -> _Values:
    """For each token the value of the one before it."""
    moved = np.empty_like(values)
    moved[0] = fill
    moved[1:] = values[:-1]
    return moved


def behind(values: _Values, fill: int) -> _Values:
    """For each token the value of the one behind it."""
    moved = np.empty_like(values)
    moved[-1] = fill
    moved[:-1] = values[1:]
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
