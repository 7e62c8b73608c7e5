"""What searches in the synthetic archive must find, from the numbers that it is made of."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from . import texts
from .answers import Codes, Columns, Entities, Numbers, Question, Weights
from .articles import (
    DAYS,
    ENTITIES,
    FIRST_DAY,
    LANGUAGES,
    SITES,
    TITLE_WORDS,
    VOCABULARY,
    Block,
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

_TITLE_WEIGHT = 10
"""How much more a word in the title counts for relevance than one in the text; see the plugin's search."""


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

    def questions(self) -> Iterator[Question]:
        """Each query with its answers."""
        columns = self._joined()
        for name, word in QUERIES.items():
            weights = np.ones(len(columns), np.int16) if word is None else np.concatenate(self._weights[name])
            # All articles are of one length, so nothing but the weight makes one more relevant than another.
            yield columns.question(name, None if word is None else texts.word(word), weights, ordered=True)

    def _joined(self) -> Columns:
        mentioned = np.concatenate(self._entities)
        different = np.ones_like(mentioned, bool)
        different[:, 1:] = mentioned[:, 1:] != mentioned[:, :-1]
        days, languages, sites = (np.concatenate(column) for column in zip(*self._columns, strict=True))
        first_month, *_ = months = (FIRST_DAY + np.arange(DAYS)).astype("datetime64[M]")
        names = [str(month) for month in np.unique(months)]
        return Columns(
            mentioning=np.nonzero(different)[0].astype(np.int32),
            mentioned=mentioned[different],
            entities=Entities([texts.key(number) for number in range(ENTITIES)], texts.names(), types_of_entities()),
            months=Codes((months[days] - first_month).astype(np.int64), names),
            languages=Codes(languages, LANGUAGES),
            sites=Codes(sites, [texts.site(number) for number in range(SITES)]),
        )
