"""What a search must find, counted by numpy from columns: no database is read here, and no full-text index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

TYPES = ("person", "organisation", "place")
TOP = 10
HITS = 20

Numbers = NDArray[np.int64]
Mask = NDArray[np.bool_]
Weights = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Count:
    """How many of the matching articles mention an entity."""

    key: str
    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search finds."""

    count: int
    hits: list[int] | None
    """The twenty most relevant articles by their numbers, those of the same relevance by number; None: not known."""
    entities: dict[str, list[Count]]
    """Of each type the ten that most of the articles mention; a tie goes to the lesser key."""
    months: dict[str, int]
    """Articles of each month, such as ``2024-04``, and of those known by their year alone; without undated ones."""
    languages: dict[str, int]
    sites: dict[str, int]


@dataclass(frozen=True, slots=True)
class Question:
    """A query and what it must find."""

    name: str
    words: str | None
    """The word asked for; None: all articles."""
    selected: Count
    """The organisation that most of the matching articles mention; of all articles, where none matches."""
    answer: Answer
    with_selected: Answer
    """What it must find among the articles that mention that organisation."""


@dataclass(frozen=True, slots=True)
class Entities:
    """Every entity, in the order of the keys within each type."""

    keys: Sequence[str]
    names: Sequence[str]
    types: Numbers
    """Places in ``TYPES``; -1 for another type."""


@dataclass(frozen=True, slots=True)
class Codes:
    """A value of each article, as its place in a list; -1 where it isn't known."""

    codes: Numbers
    values: Sequence[str]


@dataclass(frozen=True, slots=True)
class Columns:
    """An archive, its articles numbered from 0."""

    mentioning: NDArray[np.int32]
    """Articles and, beside them, the entities that they mention: each pair once."""
    mentioned: NDArray[np.int32]
    entities: Entities
    months: Codes
    languages: Codes
    sites: Codes

    def __len__(self) -> int:
        return len(self.months.codes)

    def question(self, name: str, words: str | None, weights: Weights, *, ordered: bool) -> Question:
        """A question that the articles with a weight above 0 match.

        Args:
            ordered: the relevance of an article grows with its weight.
        """
        answer = self.answer(weights, ordered=ordered)
        organisations = answer.entities["organisation"] or self._top(np.ones_like(weights, bool))["organisation"]
        selected = organisations[0]
        number = self.entities.keys.index(selected.key)
        mentioning = np.zeros(len(self), bool)
        mentioning[self.mentioning[self.mentioned == number]] = True
        return Question(name, words, selected, answer, self.answer(weights * mentioning, ordered=ordered))

    def answer(self, weights: Weights, *, ordered: bool) -> Answer:
        """What the articles with a weight above 0 give."""
        mask = weights > 0
        months = _counts(self.months, mask)
        return Answer(
            count=int(mask.sum()),
            hits=_hits(weights) if ordered else None,
            entities=self._top(mask),
            months=dict(sorted(months.items())),
            languages=_counts(self.languages, mask),
            sites=_counts(self.sites, mask),
        )

    def _top(self, mask: Mask) -> dict[str, list[Count]]:
        counts = np.bincount(self.mentioned[mask[self.mentioning]], minlength=len(self.entities.types))
        top = {}
        for number, type in enumerate(TYPES):
            found = np.nonzero((self.entities.types == number) & (counts > 0))[0]
            best = found[np.lexsort((found, -counts[found]))][:TOP].tolist()
            top[type] = [Count(self.entities.keys[one], self.entities.names[one], int(counts[one])) for one in best]
        return top


def as_json(what: str, articles: int, questions: Sequence[Question]) -> Mapping[str, Any]:
    """Everything, for a file."""
    return {"what": what, "articles": articles, "questions": [asdict(question) for question in questions]}


def _hits(weights: Weights) -> list[int]:
    found = np.nonzero(weights)[0]
    best = found[np.lexsort((found, -weights[found]))][:HITS]
    return [int(number) + 1 for number in best]


def _counts(column: Codes, mask: Mask) -> dict[str, int]:
    """The values by how often they come, a tie by the alphabet."""
    codes = column.codes[mask]
    counts = np.bincount(codes[codes >= 0], minlength=len(column.values)).tolist()
    found = [(count, value) for count, value in zip(counts, column.values, strict=True) if count]
    return {value: count for count, value in sorted(found, key=lambda one: (-one[0], one[1]))}
