"""Articles written out: made-up words in lower-case Latin letters, which every tokenizer leaves as they are.

No word is the beginning of a name, and no name is a word, so a name counts only where an entity is mentioned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, product

import numpy as np

from .articles import (
    ENTITIES,
    FIRST_DAY,
    LANGUAGES,
    MENTIONS,
    TEXT_WORDS,
    TITLE_WORDS,
    TOPICS,
    TOPICS_PER_WORD,
    TYPES,
    VOCABULARY,
    Block,
    Numbers,
    types_of_entities,
)

_SYLLABLES = tuple(consonant + vowel for consonant in "bcdfghjklmnprstvwz" for vowel in "aeiou")
_GAP = TEXT_WORDS // MENTIONS
"""Words of the text from one name to the next."""


@dataclass(frozen=True, slots=True)
class Written:
    """One article."""

    number: int
    """From 1."""
    title: str
    text: str
    entities: list[int]
    """Those that the text names, in its order."""
    starts: list[int]
    """Where in the text the names begin, in characters."""
    published: str
    language: str
    site: str

    @property
    def source(self) -> str:
        """The name that the article goes by."""
        return f"synthetic/{self.number:08d}.txt"


def written(block: Block) -> Iterator[Written]:
    """The articles of a block."""
    tokens, lengths = _tokens()
    texts, names = _with_names(block)
    ends = np.cumsum(lengths[texts] + 1, axis=1)
    starts = ends[:, names] - lengths[texts[:, names]] - 1
    dates = np.datetime_as_string(FIRST_DAY + block.days)
    token = tokens.__getitem__
    for row in range(len(block)):
        yield Written(
            number=block.first + row + 1,
            title=" ".join(map(token, block.words[row, :TITLE_WORDS].tolist())),
            text=" ".join(map(token, texts[row].tolist())),
            entities=block.entities[row].tolist(),
            starts=starts[row].tolist(),
            published=str(dates[row]),
            language=LANGUAGES[block.languages[row]],
            site=site(int(block.sites[row])),
        )


def _with_names(block: Block) -> tuple[Numbers, Numbers]:
    """The tokens of the texts, a row each, and in which columns the names stand: one behind each dozen of words."""
    first_name = VOCABULARY + TOPICS // TOPICS_PER_WORD
    words = block.words[:, TITLE_WORDS:].reshape(len(block), MENTIONS, _GAP)
    named = np.concatenate([words, first_name + block.entities[:, :, None]], axis=2)
    texts = np.concatenate([named.reshape(len(block), -1), block.topic_words[:, None]], axis=1)
    return texts, np.arange(_GAP, texts.shape[1], _GAP + 1)


@cache
def _tokens() -> tuple[list[str], Numbers]:
    """Every word, topic word and name, in the order of their numbers, and their lengths."""
    words = [word(number) for number in range(VOCABULARY + TOPICS // TOPICS_PER_WORD)]
    tokens = [*words, *names()]
    return tokens, np.array([len(token) for token in tokens])


def word(number: int) -> str:
    """A word of the vocabulary or, counted on from it, a topic word, which begins with a ``q``."""
    if number >= VOCABULARY:
        return "q" + word(number - VOCABULARY)
    spelled = _spelled(number)
    return spelled if len(spelled) > 2 else spelled + "n"


@cache
def names() -> Sequence[str]:
    """The names of all entities: in the order of the entities' numbers, which is the order of the names, too."""
    return ["Y" + "".join(syllables) for syllables in islice(product(_SYLLABLES, repeat=3), ENTITIES)]


def name(entity: int) -> str:
    """The name of an entity."""
    return names()[entity]


def key(entity: int) -> str:
    """The lasting key of an entity."""
    return f"{TYPES[types_of_entities()[entity]]}:{name(entity).lower()}"


def site(number: int) -> str:
    """The host that articles come from."""
    return f"site{number:02d}.example"


def _spelled(number: int) -> str:
    spelled = ""
    while True:
        number, syllable = divmod(number, len(_SYLLABLES))
        spelled = _SYLLABLES[syllable] + spelled
        if not number:
            return spelled
