"""What a reader may have meant: the same search in words that the archive has, and the entity that the words name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from .. import compat
from ..addresses import Address
from ..facets.counts import Matching
from ..folding import fold, fold_name
from ..query import And, Node, Not, Phrase, leaves, written
from ..query.tokens import word_of
from ..query.tree import all_of
from ..results import EntityCount, Mentions, Selection, Words
from ..sharding.asking import Asked
from ..sharding.shards import Shards
from .filters import ENTITY_ARGUMENT
from .filters import TABLES as _ENTITY_TABLES
from .named import TABLES as _NAME_TABLES
from .named import Named, entities_named, merged
from .selections import SEARCH_ARGUMENT
from .spellings import known_words, near_words

FEW = 3
"""Articles found: with no more, other words are suggested."""
_RARE = 2
"""A word in so few articles may be a slip; then those in far more are suggested."""
_MORE_FREQUENT = 10
_MOST_SPELLINGS, _SPELLINGS_OF_A_WORD, _MOST_WORDS = 4, 3, 5
_LIMIT = "facet_time_limit_ms"
"""The setting for each kind of suggestion, in each shard; what isn't found by then isn't suggested."""

_WRITTEN_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")


@dataclass(frozen=True)
class OtherSearch:
    """The search with another word in the place of one, or without one, and the articles that it finds."""

    search: str
    articles: int
    url: str


@dataclass(frozen=True)
class NamedEntity:
    """An entity that the words name, other names of it, and the articles that mention it by any."""

    key: str
    name: str
    type: str
    other_names: tuple[str, ...]
    articles: int
    url: str


@dataclass(frozen=True)
class Suggestions:
    """All of them, the likeliest first."""

    spellings: tuple[OtherSearch, ...] = ()
    entities: tuple[NamedEntity, ...] = ()
    shorter: tuple[OtherSearch, ...] = ()
    """Where nothing is found, the search without one of its words or phrases."""


async def suggestions(
    datasette: Any,
    actor: dict[str, Any] | None,
    shards: Shards,
    asked: Asked,
    address: Address,
    count: int | None,
    listed: Sequence[EntityCount],
) -> Suggestions:
    """What to suggest to a search.

    Args:
        count: articles that it found.
        listed: entities that they mention most, among which the one that the words name is looked for first.
    """
    words = asked.selections[0].words
    if words is None:
        return Suggestions()
    limit = datasette.setting(_LIMIT)
    typed = [part.query for part in asked.selections[0].parts if isinstance(part, Words)]
    few = count is not None and count <= FEW
    found = await _spellings(asked, address, words, typed[0], count or 0, limit) if few and len(typed) == 1 else ()
    shorter = await _shorter(asked, address, words, limit) if count == 0 and len(typed) == 1 else ()
    for name in shards.databases:
        if not await compat.may_view(datasette, actor, name, *_ENTITY_TABLES, *_NAME_TABLES):
            return Suggestions(found, shorter=shorter)
    keys = [entity.key for entity in listed]
    return Suggestions(found, await _entities(asked, address, words, keys, few, limit), shorter)


async def _spellings(
    asked: Asked, address: Address, words: Node, typed: str, count: int, limit: float
) -> tuple[OtherSearch, ...]:
    wanted = _single_words(words)
    if not wanted:
        return ()
    answers = await asked.each([partial(_near, words=wanted)] * len(asked.dbs), limit)
    if answers is None:
        return ()
    likely: dict[tuple[str, str], int] = {}
    for answer in answers:
        for pair, articles in answer.items():
            likely[pair] = likely.get(pair, 0) + articles
    best = sorted(likely, key=lambda pair: (-likely[pair], pair))[:_MOST_SPELLINGS]
    searches = list(dict.fromkeys(_rewritten(typed, word, other) for word, other in best))
    spellings = []
    for search in searches:
        found = await _count(asked, [_instead(each, Words(search)) for each in asked.selections], limit)
        if found is not None and found > count:
            spellings.append(OtherSearch(search, found, str(address.replacing(SEARCH_ARGUMENT, search))))
    return tuple(sorted(spellings, key=lambda each: (-each.articles, each.search)))


async def _shorter(asked: Asked, address: Address, words: Node, limit: float) -> tuple[OtherSearch, ...]:
    if not isinstance(words, And) or len(words.parts) > _MOST_WORDS:
        return ()
    searches = []
    for left_out in words.parts:
        rest = all_of([part for part in words.parts if part is not left_out])
        if isinstance(left_out, Not) or rest is None:
            continue
        search = written(rest)
        found = await _count(asked, [_instead(each, Words(search)) for each in asked.selections], limit)
        if found:
            searches.append(OtherSearch(search, found, str(address.replacing(SEARCH_ARGUMENT, search))))
    return tuple(sorted(searches, key=lambda each: (each.articles, each.search)))[:_MOST_SPELLINGS]


def _near(matching: Matching, words: list[str]) -> dict[tuple[str, str], int]:
    """Pairs of a word searched for that is rare or unknown and one that the archive has, with the latter's articles."""
    known = known_words(matching.connection, words)
    found = {}
    for word in words:
        if known.get(word, 0) <= _RARE:
            for other, articles in near_words(matching.connection, word, _SPELLINGS_OF_A_WORD, matching.check):
                if articles >= _MORE_FREQUENT * known.get(word, 0):
                    found[word, other] = articles
    return found


def _single_words(words: Node) -> list[str]:
    """The words asked for that are no part of a phrase, as the index has them."""
    found = (
        word_of(leaf.text) for leaf, wanted in leaves(words) if wanted and isinstance(leaf, Phrase) and not leaf.prefix
    )
    return list(dict.fromkeys(word for word in found if word))[:_MOST_WORDS]


def _rewritten(typed: str, word: str, other: str) -> str:
    """What was typed with another word wherever one stands."""
    return _WRITTEN_WORD.sub(lambda found: other if word_of(fold(found[0])) == word else found[0], typed)


def _instead(selection: Selection, part: Words | Mentions) -> Selection:
    """A selection with a part in the place of its words."""
    others = tuple(each for each in selection.parts if not isinstance(each, Words))
    return Selection((part, *(each for each in others if each != part)))


async def _count(asked: Asked, selections: list[Selection], limit: float) -> int | None:
    answers = await replace(asked, selections=tuple(selections)).each(
        [lambda matching: matching.results.count] * len(asked.dbs), limit
    )
    return None if answers is None else sum(answers)


async def _entities(
    asked: Asked, address: Address, words: Node, listed: list[str], few: bool, limit: float
) -> tuple[NamedEntity, ...]:
    """The entities that the words name, looked for among those listed, and where little is found among all."""
    names = _names(words)
    if not names:
        return ()

    def ask(matching: Matching, keys: list[str] | None) -> list[Named]:
        return entities_named(matching.connection, names, keys)

    answers = await asked.each([partial(ask, keys=listed)] * len(asked.dbs), limit) if listed else None
    if few and not any(answers or ()):
        answers = await asked.each([partial(ask, keys=None)] * len(asked.dbs), limit)
    entities = []
    for named in merged(answers or []):
        if address.has(ENTITY_ARGUMENT, named.key):
            continue
        articles = await _count(asked, [_instead(each, Mentions(named.key)) for each in asked.selections], limit)
        if articles:
            url = str(address.replacing(SEARCH_ARGUMENT, None).adding(ENTITY_ARGUMENT, named.key))
            entities.append(NamedEntity(named.key, named.name, named.type, named.other_names, articles, url))
    return tuple(sorted(entities, key=lambda each: (-each.articles, each.key)))


def _names(words: Node) -> set[str]:
    """What may be a name, folded: all the words together, and each phrase in quotation marks."""
    parts = words.parts if isinstance(words, And) else (words,)
    told = [part for part in parts if isinstance(part, Phrase) and not part.prefix]
    names = {fold_name(part.text) for part in told if " " in part.text}
    if len(told) == len(parts):
        names.add(fold_name(" ".join(part.text for part in told)))
    return {name for name in names if name}
