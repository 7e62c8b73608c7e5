"""What searches in the synthetic archive must find, counted from the numbers that it is made of.

Nothing here reads a database or a text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from . import texts
from .articles import (
    ENTITIES,
    FIRST_DAY,
    LANGUAGES,
    SITES,
    TITLE_WORDS,
    TYPES,
    VOCABULARY,
    Block,
    Numbers,
    types_of_entities,
    word_in_share,
)

QUERIES: dict[str, int | None] = {
    "all": None,
    "50 %": word_in_share(0.5),
    "10 %": word_in_share(0.1),
    "1 %": word_in_share(0.01),
    "0.01 %": word_in_share(0.0001),
    "1 % topical": VOCABULARY + 42,
}
"""Name of each query, and the word that it asks for; the shares of articles that hold it are about those of the name.

Words and entities are independent of each other but for the last: a word of ten topics.
"""

TOP = 10
HITS = 20
_TITLE_WEIGHT = 10
"""How often a word in the title counts for relevance; see the plugin's search."""

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
    hits: list[int]
    """The twenty most relevant articles by their numbers, those of the same relevance by number."""
    entities: dict[str, list[Count]]
    """Of each type the ten that most of the articles mention; a tie goes to the lesser key."""
    months: dict[str, int]
    """Articles of each month, such as ``2024-04``."""
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


class Oracle:
    """Takes in the blocks of an archive, then answers."""

    def __init__(self) -> None:
        self._weights: dict[str, list[Weights]] = {name: [] for name, word in QUERIES.items() if word is not None}
        self._entities: list[Numbers] = []
        self._columns: list[tuple[Numbers, Numbers, Numbers]] = []

    def add(self, block: Block) -> None:
        """Take in the next block."""
        for name, weights in self._weights.items():
            word = QUERIES[name]
            title = (block.words[:, :TITLE_WORDS] == word).sum(axis=1)
            text = (block.words[:, TITLE_WORDS:] == word).sum(axis=1) + (block.topic_words == word)
            weights.append((_TITLE_WEIGHT * title + text).astype(np.int16))
        self._entities.append(np.sort(block.entities, axis=1).astype(np.int32))
        self._columns.append((block.days, block.languages, block.sites))

    def questions(self) -> Iterable[Question]:
        """Each query with its answers."""
        counted = _Counted(self._entities, self._columns)
        every = np.ones(len(counted), np.int16)
        organisations = counted.answer(every).entities["organisation"]
        for name, word in QUERIES.items():
            weights = every if word is None else np.concatenate(self._weights[name])
            answer = counted.answer(weights)
            selected = (answer.entities["organisation"] or organisations)[0]
            yield Question(
                name=name,
                words=None if word is None else texts.word(word),
                selected=selected,
                answer=answer,
                with_selected=counted.answer(weights * counted.mentions(selected)),
            )

    def as_json(self) -> dict[str, Any]:
        """Everything, for a file."""
        articles = sum(map(len, self._entities))
        return {"articles": articles, "questions": [asdict(question) for question in self.questions()]}


class _Counted:
    """The articles as columns."""

    def __init__(self, entities: list[Numbers], columns: list[tuple[Numbers, Numbers, Numbers]]) -> None:
        mentioned = np.concatenate(entities)
        different = np.ones_like(mentioned, bool)
        different[:, 1:] = mentioned[:, 1:] != mentioned[:, :-1]
        self._articles = np.nonzero(different)[0].astype(np.int32)
        self._entities = mentioned[different]
        days, self._languages, self._sites = (np.concatenate(column) for column in zip(*columns, strict=True))
        self._months = (FIRST_DAY + days).astype("datetime64[M]").astype(np.int64)

    def __len__(self) -> int:
        return len(self._months)

    def mentions(self, entity: Count) -> Mask:
        """Which articles mention an entity."""
        found = np.zeros(len(self), bool)
        found[self._articles[self._entities == texts.entity(entity.name)]] = True
        return found

    def answer(self, weights: Weights) -> Answer:
        """What matches where a weight isn't 0; the relevance grows with it, since all articles are of one length."""
        mask = weights > 0
        months, counts = np.unique(self._months[mask], return_counts=True)
        return Answer(
            count=int(mask.sum()),
            hits=self._hits(weights),
            entities=self._top(mask),
            months={
                str(np.datetime64(int(month), "M")): int(count) for month, count in zip(months, counts, strict=True)
            },
            languages=_counts(self._languages[mask], LANGUAGES),
            sites=_counts(self._sites[mask], tuple(map(texts.site, range(SITES)))),
        )

    def _hits(self, weights: Weights) -> list[int]:
        found = np.nonzero(weights)[0]
        order = np.lexsort((found, -weights[found]))[:HITS]
        return [int(number) + 1 for number in found[order]]

    def _top(self, mask: Mask) -> dict[str, list[Count]]:
        counts = np.bincount(self._entities[mask[self._articles]], minlength=ENTITIES)
        top = {}
        for number, type in enumerate(TYPES):
            found = np.nonzero((types_of_entities() == number) & (counts > 0))[0]
            order = found[np.lexsort((found, -counts[found]))][:TOP]
            top[type] = [Count(texts.key(one), texts.name(one), int(counts[one])) for one in order.tolist()]
        return top


def _counts(numbers: Numbers, names: tuple[str, ...]) -> dict[str, int]:
    """The values by how often they come, a tie by the alphabet."""
    counts = np.bincount(numbers, minlength=len(names)).tolist()
    return {
        name: count
        for count, name in sorted(zip(counts, names, strict=True), key=lambda one: (-one[0], one[1]))
        if count
    }
