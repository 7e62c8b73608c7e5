"""Articles as numbers: realistic frequencies, the same for the same seed, no text yet.

- Words: Zipf's law with exponent 1 over 200,000 words; 8 in the title, 180 in the text.
- Topics: 1,000, each article has one; ten share a topic word, which closes nine in ten of their articles' texts.
- Entities: 300,000, of them 60 % people, 25 % organisations, 15 % places. An article has 15 mentions, of about 14.4
  different entities: 8 from all entities (Zipf-Mandelbrot with q = 3), 7 from the 300 entities of its topic (Zipf).
  So the entities of a topic's articles are others than those that most articles mention.
- Published 2005 to 2025; five languages; 60 sites, few large ones and many small ones.

Made in blocks of 10,000, each from a seed of its own: the first articles are the same whatever their number. Only
uniform random numbers are drawn, whose stream numpy keeps from version to version.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

SEED = 20261122
TITLE_WORDS = 8
TEXT_WORDS = 180
VOCABULARY = 200_000
TOPICS = 1000
TOPICS_PER_WORD = 10
ENTITIES = 300_000
ENTITIES_PER_TOPIC = 300
GLOBAL_MENTIONS = 8
TOPIC_MENTIONS = 7
MENTIONS = GLOBAL_MENTIONS + TOPIC_MENTIONS
MANDELBROT = 3
TYPES = ("person", "organisation", "place")
SHARES_OF_TYPES = (0.6, 0.25, 0.15)
LANGUAGES = ("en", "vi", "ko", "ru", "uz")
SHARES_OF_LANGUAGES = (0.55, 0.2, 0.1, 0.1, 0.05)
SITES = 60
FIRST_DAY = np.datetime64("2005-01-01")
DAYS = 7670
BLOCK = 10_000
_ENTITIES_SEED = 1_000_000

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Block:
    """Articles that follow each other: one row each."""

    first: int
    """Number of the first article; the very first is 0."""
    words: Numbers
    """Words of title and text, 188 a row; 0 is the most frequent word."""
    topic_words: Numbers
    """The word that closes the text; counted on from the vocabulary."""
    entities: Numbers
    """Entities mentioned, 15 a row, in the order in which the text names them."""
    days: Numbers
    """Days since ``FIRST_DAY``."""
    languages: Numbers
    sites: Numbers

    def __len__(self) -> int:
        return len(self.days)

    def head(self, count: int) -> Block:
        """The first articles of the block."""
        columns = (self.words, self.topic_words, self.entities, self.days, self.languages, self.sites)
        return Block(self.first, *(column[:count] for column in columns))


def blocks(articles: int) -> Iterator[Block]:
    """The first ``articles`` articles, in blocks."""
    for first in range(0, articles, BLOCK):
        yield _block(first).head(articles - first)


@cache
def types_of_entities() -> Numbers:
    """For each entity the place of its type in ``TYPES``."""
    return _chosen(np.random.default_rng([SEED, _ENTITIES_SEED]).random(ENTITIES), SHARES_OF_TYPES)


@cache
def _entities_by_rank() -> Numbers:
    """The entities from the most to the least frequent, topics left aside."""
    return np.argsort(np.random.default_rng([SEED, _ENTITIES_SEED + 1]).random(ENTITIES), kind="stable")


def _block(first: int) -> Block:
    random = np.random.default_rng([SEED, first // BLOCK])
    words = _zipf(random.random((BLOCK, TITLE_WORDS + TEXT_WORDS)), VOCABULARY)
    topics = _whole(random.random(BLOCK), TOPICS)
    any_word = _whole(random.random(BLOCK), TOPICS // TOPICS_PER_WORD)
    on_topic = random.random(BLOCK) < 0.9
    common = _entities_by_rank()[_zipf(random.random((BLOCK, GLOBAL_MENTIONS)), ENTITIES, MANDELBROT)]
    local = topics[:, None] * ENTITIES_PER_TOPIC + _zipf(random.random((BLOCK, TOPIC_MENTIONS)), ENTITIES_PER_TOPIC)
    return Block(
        first=first,
        words=words,
        topic_words=VOCABULARY + np.where(on_topic, topics // TOPICS_PER_WORD, any_word),
        entities=np.concatenate([common, local], axis=1),
        days=_whole(random.random(BLOCK), DAYS),
        languages=_chosen(random.random(BLOCK), SHARES_OF_LANGUAGES),
        sites=_whole(random.random(BLOCK) ** 2, SITES),
    )


def _zipf(uniform: NDArray[np.float64], most: int, shift: int = 1) -> Numbers:
    """Ranks from 0, with frequencies as 1 / (rank + shift)."""
    ranks = np.exp(math.log(shift) + uniform * math.log((most + shift) / shift)) - shift
    return np.minimum(ranks.astype(np.int64), most - 1)


def _whole(uniform: NDArray[np.float64], most: int) -> Numbers:
    return (uniform * most).astype(np.int64)


def _chosen(uniform: NDArray[np.float64], shares: tuple[float, ...]) -> Numbers:
    chosen = np.searchsorted(np.cumsum(shares), uniform, side="right")
    return np.minimum(chosen, len(shares) - 1).astype(np.int64)


def word_in_share(share: float) -> int:
    """The word that about this share of the articles holds."""
    chance = 1 - (1 - share) ** (1 / (TITLE_WORDS + TEXT_WORDS))
    return max(1, round(1 / (math.exp(chance * math.log(VOCABULARY + 1)) - 1))) - 1
