"""A small learned scorer for the lines of crude dumps: pages saved as text with navigation, lists and comments.

An additive model: each feature of a line adds a number that a table gives for its value, and the sum says how
likely the line belongs to the article. So each decision has its grounds, which are the largest of those numbers.
The model has seen no words, see ``line_features``; where it comes from and how well it does is told in
``docs/line-scorer.md``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from .document import Document
from .guards import is_in_structure
from .headline import looks_like_headline
from .line_features import SHARED, features
from .rule import Rule
from .user_lines import rule_elsewhere

SCORED = rule_elsewhere(
    "scored.line", 1, "Line of a crude dump that looks and stands like furniture, by the learned line scorer."
)

BINS = 48
"""A feature's values are told apart in so many steps."""

_GROUNDS = 3

_LEAST_LINES = 12
_LEAST_FURNITURE = 2
"""Lines of a page's furniture that rules have to find before a text counts as a dump. An article copied by hand may
bring one along."""
_SURE = 0.06
"""Without them, it takes lines that are hardly likely to be of the article: less likely than this."""
_LEAST_MIXED = 12
_LEAST_KINDS = 4
"""So many, of so many kinds: a page's menus, teasers and numbers are more of a mixture than any list, table or poem."""
_LEAST_SURE = 5
"""Or so many that are in no list, table or stanza, where rules know one line of furniture or the lines look like the
titles of other articles."""
_TITLE_WORDS = 4
_TITLE_COLUMNS = 20
_OF_ARTICLES = frozenset({"byline", "credit", "pagination", "source", "timestamp", "user"})
"""Families of lines that come with an article wherever it stands; they say nothing of a dump."""

_LEAST_THRESHOLD = 0.05
_MOST_THRESHOLD = 0.45
_FURNITURE_AT_MOST = 0.5
"""A line is removed when it is less likely than this to be of the article: the least in a text with hardly any
furniture, where an error costs more than it gains, the most in one of which half is furniture."""
_PROSE_LENGTH = 100
_FOR_PROSE = 0.3
"""A long paragraph costs more when it is lost: it goes below this part of the threshold."""
_HEADLINE_WITHIN = 40
_HEADLINE_WORDS = 10
_LEAST_IN_COMMON = 2
"""A headline stands so many lines above the text at most, and has so many words in common with it at least; of a
very long one, so many count."""


@dataclass(frozen=True, slots=True)
class Model:
    """The tables of the additive model, a row a feature."""

    version: int
    names: tuple[str, ...]
    low: NDArray[np.float64]
    """The value at which each feature's first step begins."""
    step: NDArray[np.float64]
    """How wide each feature's steps are."""
    table: NDArray[np.float64]
    """What each step adds, in logits: above nought speaks for the article."""
    intercept: float

    def steps(self, columns: Sequence[NDArray[np.float64]]) -> NDArray[np.intp]:
        """The step that each line's value falls into, a row a feature."""
        scaled = (np.stack(columns) - self.low[:, None]) / self.step[:, None]
        return np.clip(scaled, 0, BINS - 1).astype(np.intp)

    def contributions(self, columns: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
        """What each feature adds to each line's sum, a row a feature."""
        added: NDArray[np.float64] = np.take_along_axis(self.table, self.steps(columns), axis=1)
        return added


@dataclass(frozen=True, slots=True)
class Scores:
    """What the scorer makes of the lines of a text."""

    article: NDArray[np.float64]
    """How likely each line belongs to the article, from 0 to 1."""
    furniture: float
    """Which share of the text, in columns, is expected to be furniture."""
    shared: NDArray[np.float64]
    """Which share of each line's words the paragraphs use as well."""
    _contributions: NDArray[np.float64]
    _names: tuple[str, ...]

    @property
    def threshold(self) -> float:
        """How likely a line has to belong to the article to be kept."""
        share = min(self.furniture / _FURNITURE_AT_MOST, 1)
        return _LEAST_THRESHOLD + share * (_MOST_THRESHOLD - _LEAST_THRESHOLD)

    def grounds(self, number: int) -> str:
        """The score of a line as furniture, and what spoke most for it."""
        added = self._contributions[:, number].tolist()
        strongest = [place for place in sorted(range(len(added)), key=added.__getitem__)[:_GROUNDS] if added[place] < 0]
        named = ", ".join(f"{self._names[place]} {added[place]:+.1f}" for place in strongest)
        return f"{1 - self.article[number]:.2f} ({named})" if named else f"{1 - self.article[number]:.2f}"


def furniture_lines(document: Document, claimed: Mapping[int, Rule]) -> dict[int, str]:
    """The lines that the scorer takes for furniture, with the grounds of each; none unless the text is a dump.

    Args:
        claimed: the rules that take lines already, by the lines' numbers.
    """
    found = sum(rule.family not in _OF_ARTICLES for rule in claimed.values())
    if not _may_be_dump(document, claimed, found):
        return {}
    scores = score(document, claimed)
    sure = [number for number in np.flatnonzero(scores.article < _SURE).tolist() if number not in claimed]
    is_page = found >= _LEAST_FURNITURE or _is_mixture(document, sure)
    if not is_page and not _is_around_an_article(document, sure, found):
        return {}
    thresholds = np.where(_is_long_prose(document), _FOR_PROSE * scores.threshold, scores.threshold)
    furniture = [
        number
        for number in np.flatnonzero(scores.article < thresholds).tolist()
        if number not in claimed and (is_page or not is_in_structure(document.lines[number], document))
    ]
    headline = _headline(document, scores, frozenset(furniture), claimed)
    return {number: scores.grounds(number) for number in furniture if number != headline}


def _may_be_dump(document: Document, claimed: Container[int], found: int) -> bool:
    """What a text needs to be scored at all, so that a clean article costs no time."""
    prose = sum(line.is_paragraph for line in document.lines)
    if len(document.lines) < _LEAST_LINES or not prose:
        return False
    short = sum(not line.is_paragraph and line.number not in claimed for line in document.lines)
    return found >= _LEAST_FURNITURE or short >= _LEAST_SURE


def _is_mixture(document: Document, sure: Sequence[int]) -> bool:
    """Whether the lines are of many kinds, by the number of their words and how they begin."""
    if len(sure) < _LEAST_MIXED:
        return False
    words = _words(document)
    kinds = Counter(
        (min(int(words[number]).bit_length(), 4), _beginning(document.lines[number].text)) for number in sure
    )
    return sum(count > 1 for count in kinds.values()) >= _LEAST_KINDS


def _beginning(text: str) -> str:
    if not text[0].isalpha():
        return "sign"
    return "capitals" if text.isupper() else "capital" if text[0].isupper() else "small"


def _is_around_an_article(document: Document, sure: Sequence[int], found: int) -> bool:
    free = [number for number in sure if not is_in_structure(document.lines[number], document)]
    columns = document.measures.length + document.measures.wide
    titles = (_words(document) >= _TITLE_WORDS) & (columns >= _TITLE_COLUMNS)
    return len(free) >= _LEAST_SURE and (found > 0 or bool(titles[free].sum() >= _LEAST_SURE))


def _words(document: Document) -> NDArray[np.int32]:
    words: NDArray[np.int32] = document.measures.spaces + 1 + document.measures.unspaced // 2
    return words


def _is_long_prose(document: Document) -> NDArray[np.bool_]:
    paragraphs = np.array([line.is_paragraph for line in document.lines])
    long_prose: NDArray[np.bool_] = paragraphs & (document.measures.length >= _PROSE_LENGTH)
    return long_prose


def _headline(document: Document, scores: Scores, furniture: Container[int], claimed: Container[int]) -> int | None:
    """The line above the first kept paragraph that may be its headline and has most words in common with the prose."""
    kept = (line.number for line in document.lines if line.is_paragraph)
    first = next((number for number in kept if number not in furniture and number not in claimed), 0)
    words = _words(document)
    best, most = None, 0.0
    for number in range(max(first - _HEADLINE_WITHIN, 0), first):
        if number in claimed or not looks_like_headline(document.lines[number].text):
            continue
        in_common = float(scores.shared[number]) * min(int(words[number]), _HEADLINE_WORDS)
        if in_common >= max(most, _LEAST_IN_COMMON):
            best, most = number, in_common
    return best


def score(document: Document, claimed: Container[int]) -> Scores:
    """Score the lines of a document that isn't empty; the rules' claims are among the features."""
    model = load()
    columns = features(document, claimed)
    added = model.contributions([columns[name] for name in model.names])
    logits = np.clip(added.sum(axis=0) + model.intercept, -30, 30)
    article = 1 / (1 + np.exp(-logits))
    width = document.measures.length + document.measures.wide
    furniture = 1 - float((article * width).sum() / width.sum())
    return Scores(article, furniture, columns[SHARED], added, model.names)


@lru_cache(maxsize=1)
def load() -> Model:
    """The model that the package brings."""
    stored = json.loads(files(__package__).joinpath("data/line_scorer.json").read_text(encoding="utf-8"))
    columns = stored["features"]
    return Model(
        version=stored["version"],
        names=tuple(columns),
        low=np.array([column["low"] for column in columns.values()]),
        step=np.array([column["step"] for column in columns.values()]),
        table=np.array([column["adds"] for column in columns.values()]),
        intercept=stored["intercept"],
    )
