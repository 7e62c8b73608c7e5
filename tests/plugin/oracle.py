"""Results worked out in plain Python from the rows of an archive, to hold the real ones against.

Nothing is shared with what is tested but the folding and how a query is taken apart: words are told
apart, counted and scored here anew.
"""

from __future__ import annotations

import math
import re
import sqlite3
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from datasette_clippings.folding import UNSPACED, fold, fold_name
from datasette_clippings.query import And, Exact, Near, Node, Not, Or, Phrase, parse, ranking
from datasette_clippings.results import Condition, Dated, EntityCount, Hit, Mentions, NotMentions, ValueCount, Words
from datasette_clippings.results.selection import Selection

_K1, _B = 1.2, 0.75  # of bm25, as in FTS5
_WEIGHTS = {"title": 10.0, "text": 1.0}


@dataclass(frozen=True)
class Story:
    """An article with the words of its fields and the keys of the entities that it mentions."""

    id: int
    published: str | None
    language: str | None
    site: str
    word_count: int
    words: Mapping[str, list[str]]
    written: Mapping[str, str]
    mentions: frozenset[str]

    @property
    def month(self) -> str | None:
        return self.published[:7] if self.published else None

    def places(self, phrase: Phrase, field: str) -> list[tuple[int, int]]:
        """Where the phrase begins and ends in a field, in words."""
        wanted, words = words_of(phrase.text), self.words[field]
        if phrase.field not in (None, field):
            return []
        found = [(at, at + len(wanted)) for at in range(len(words) - len(wanted) + 1)]
        if phrase.prefix:
            return [
                (start, end)
                for start, end in found
                if words[start : end - 1] == wanted[:-1] and words[end - 1].startswith(wanted[-1])
            ]
        return [(start, end) for start, end in found if words[start:end] == wanted]

    def instances(self, phrase: Phrase) -> float:
        """How often the phrase stands in it, each time with the weight of the field."""
        return sum(_WEIGHTS[field] * len(self.places(phrase, field)) for field in self.words)

    def holds(self, node: Node) -> bool:
        """Whether it has what a tree of words asks for."""
        if isinstance(node, And):
            return all(map(self.holds, node.parts))
        if isinstance(node, Or):
            return any(map(self.holds, node.parts))
        if isinstance(node, Not):
            return not self.holds(node.part)
        fields = [field for field in self.words if node.field in (None, field)]
        if isinstance(node, Exact):
            return any(_stands(node.written, self.written[field]) for field in fields)
        if isinstance(node, Near):
            return any(self._near(node, field) for field in fields)
        return self.instances(node) > 0

    def _near(self, near: Near, field: str) -> bool:
        """Whether some places of all the phrases lie so that no more than so many words are between the outer ones."""
        chosen = product(*(self.places(phrase, field) for phrase in near.phrases))
        return any(max(start for start, _ in each) - min(end for _, end in each) <= near.distance for each in chosen)


def words_of(text: str) -> list[str]:
    """The words of a text as the index knows them: FTS5 takes the diacritics from Latin letters, not from Arabic."""
    return re.findall(r"[^\W_]+", "".join(map(_bare, fold(text))).lower())


def _stands(written: str, text: str) -> bool:
    """Whether a text has the words as written, and not as a part of longer ones."""
    wanted = " ".join(written.split())
    text = f" {' '.join(text.split())} "
    starts = [at for at in range(len(text)) if text.startswith(wanted, at)]
    return any(not (_joins(text[at - 1], wanted[0]) or _joins(wanted[-1], text[at + len(wanted)])) for at in starts)


def _joins(left: str, right: str) -> bool:
    """Whether two characters beside each other are of one word."""
    return left.isalnum() and right.isalnum() and not (UNSPACED.match(left) or UNSPACED.match(right))


def _bare(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0]
    return base if base.isascii() else character


class Oracle:
    """The rows of an archive, and what follows from them."""

    def __init__(self, database: Path) -> None:
        connection = sqlite3.connect(database)
        mentions: dict[int, set[str]] = defaultdict(set)
        for article, key in connection.execute(
            "select article_id, key from article_entities join entities on entities.id = entity_id"
        ):
            mentions[article].add(key)
        self.stories = [
            Story(
                number,
                *values,
                {"title": words_of(title), "text": words_of(text)},
                {"title": title, "text": text},
                frozenset(mentions[number]),
            )
            for number, title, text, *values in connection.execute(
                "select id, title, text, published, language, site, word_count from articles order by id"
            )
        ]
        self.types: dict[str, str] = {}
        self.shown: dict[str, str] = {}
        self.names: dict[str, set[str]] = defaultdict(set)
        for key, name, entity_type in connection.execute("select key, name, type from entities"):
            self.types[key], self.shown[key] = entity_type, name
            self.names[key].add(name)
        for key, name in connection.execute(
            "select key, entity_names.name from entity_names join entities on entities.id = entity_id"
        ):
            self.names[key].add(name)
        connection.close()

    def matching(self, selection: Selection, holds: Mapping[str, Callable[[Story], bool]]) -> Expected:
        """What a selection gives; `holds` says of each condition's SQL what it means."""
        queries = [part.query for part in selection.parts if isinstance(part, Words)]
        trees = [tree for query in queries if (tree := parse(query).tree) is not None]
        phrases = list(dict.fromkeys(phrase for tree in trees for phrase in ranking(tree)))

        def wanted(story: Story) -> bool:
            found = bool(trees) or not queries
            return (
                found and all(map(story.holds, trees)) and all(_meets(story, part, holds) for part in selection.parts)
            )

        return Expected(self, [story for story in self.stories if wanted(story)], phrases)


def _meets(story: Story, part: Any, holds: Mapping[str, Callable[[Story], bool]]) -> bool:
    if isinstance(part, Mentions):
        return part.key in story.mentions
    if isinstance(part, NotMentions):
        return part.key not in story.mentions
    return holds[part.sql](story) if isinstance(part, Condition) else True


@dataclass(frozen=True)
class Expected:
    """What Results has to say of these stories."""

    oracle: Oracle
    stories: list[Story]
    phrases: list[Phrase]

    def entities(self, entity_type: str, containing: str = "") -> list[EntityCount]:
        counts = Counter(key for story in self.stories for key in story.mentions)
        part = fold_name(containing)
        found = [
            EntityCount(key, self.oracle.shown[key], count)
            for key, count in counts.items()
            if self.oracle.types[key] == entity_type and any(part in fold_name(name) for name in self.oracle.names[key])
        ]
        return sorted(found, key=lambda entity: (-entity.articles, entity.key))

    def mentioning(self, key: str) -> int:
        return sum(key in story.mentions for story in self.stories)

    def values(self, column: str) -> list[ValueCount]:
        counts = Counter(getattr(story, column) for story in self.stories)
        found = [ValueCount(value, count) for value, count in counts.items()]
        if column == "month":
            return sorted(found, key=lambda each: (each.value is None, each.value or ""))
        return sorted(found, key=lambda each: (-each.articles, each.value is None, each.value or ""))

    def ranked(self) -> list[Hit]:
        hits = [Hit(story.id, self._score(story)) for story in self.stories]
        return sorted(hits, key=lambda hit: (-hit.score, hit.article_id))

    def newest(self) -> list[Dated]:
        dated = [Dated(story.id, story.published) for story in self.stories]
        return sorted(dated, key=lambda each: (each.published or "", each.article_id), reverse=True)

    def _score(self, story: Story) -> float:
        every = self.oracle.stories
        length = sum(map(len, story.words.values()))
        average = sum(len(words) for each in every for words in each.words.values()) / len(every)
        score = 0.0
        for phrase in self.phrases:
            holding = sum(each.instances(phrase) > 0 for each in every)
            if not story.instances(phrase):
                continue
            rarity = max(math.log((len(every) - holding + 0.5) / (holding + 0.5)), 1e-6)
            often = story.instances(phrase)
            score += rarity * often * (_K1 + 1) / (often + _K1 * (1 - _B + _B * length / average))
        return score
