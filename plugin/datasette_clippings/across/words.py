"""Which words are in more articles of one group than of another.

There are too many words to count them all, so they are met in a sample of each group's articles, spread evenly over
them; those that the samples set apart are then counted in all articles of both groups, exactly.
"""

from __future__ import annotations

import asyncio
import json
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from ..facets.counts import Matching
from ..folding import fold
from ..sharding.asking import Asked
from .differences import Differences, Group, added, ranked_differences
from .requests import sizes
from .statistics import difference

SAMPLE = 250
"""Articles of each group in which words are met."""
_CHARACTERS = 10_000
"""Of a text that are looked through for words."""
_CANDIDATES = 60
"""Words of each group that are counted."""
_LEAST = 3
"""Articles of the samples that a word has to be in."""

_TEXTS = f"select title, substr(text, 1, {_CHARACTERS}) from articles where id in (select value from json_each(?))"

# Chinese, Japanese and Korean, whose characters are words of the index each: two of them make a word more often than
# not. (Those of Thai, Lao, Khmer and Burmese are letters, of which no two do.)
_CHARACTER = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")


@dataclass(frozen=True)
class WordDifferences:
    """The words that set two groups apart, and in how many articles of each these were met."""

    found: Differences
    sample_a: int
    sample_b: int
    is_all: bool
    """Whether the samples are all of the articles."""


@dataclass(frozen=True)
class _Sample:
    articles: int
    words: Counter[str]


async def word_differences(
    compared: tuple[Group, Group], left_out: set[str], limit_ms: float
) -> WordDifferences | None:
    """The words that set the groups apart, folded; None where it takes too long.

    Args:
        left_out: folded words that say nothing, since they were searched for.
    """
    samples = await asyncio.gather(*(_sample(group, limit_ms) for group in compared))
    if samples[0] is None or samples[1] is None:
        return None
    words = sorted(_candidates(samples[0], samples[1], left_out))
    counts = [await _holding(group.asked, words, limit_ms) for group in compared]
    if counts[0] is None or counts[1] is None:
        return None
    shown = [(word, _shown(word)) for word in words]
    return WordDifferences(
        ranked_differences(shown, counts[0], counts[1], compared),
        samples[0].articles,
        samples[1].articles,
        all(group.articles <= SAMPLE for group in compared),
    )


async def _sample(group: Group, limit_ms: float) -> _Sample | None:
    """The words of a sample, each with the number of articles that hold it."""
    # of each part of the archive as many as it has of the whole
    wanted = [-(-SAMPLE * part // max(group.articles, SAMPLE)) for part in sizes(group.asked)]
    samples = await group.asked.each([partial(_read, size=size) for size in wanted], limit_ms)
    if samples is None:
        return None
    words: Counter[str] = Counter()
    for each in samples:
        words.update(each.words)
    return _Sample(sum(each.articles for each in samples), words)


def _read(matching: Matching, size: int) -> _Sample:
    ids = matching.results.sample(size)
    rows = matching.rows(_TEXTS, [json.dumps(ids)])
    return _Sample(len(rows), words_of((f"{title}\n{text}" for title, text in rows), matching.check))


def words_of(texts: Iterable[str], check: Callable[[], None]) -> Counter[str]:
    """The words of some texts as the full-text index has them, with the number of texts that each is in.

    In place of single Chinese, Japanese and Korean characters there are pairs of them. What is one character or a
    number is left out. `check` is called before each text, and may raise.
    """
    words: Counter[str] = Counter()
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(
            "create virtual table texts using fts5("
            "text, content='', detail=none, columnsize=0, tokenize='unicode61 remove_diacritics 2')"
        )
        connection.execute("create virtual table words using fts5vocab(texts, 'row')")
        for number, text in enumerate(texts, 1):
            check()
            folded = fold(text)
            connection.execute("insert into texts (rowid, text) values (?, ?)", (number, folded))
            words.update(set(_pairs(folded)))
        for word, count in connection.execute("select term, doc from words"):
            if len(word) > 1 and not word.isdigit():
                words[word] += count
    return words


def _pairs(folded: str) -> Iterator[str]:
    """Characters that stand side by side, as the phrase that finds them."""
    for one, other in pairwise(folded.split(" ")):
        if _CHARACTER.fullmatch(one) and _CHARACTER.fullmatch(other):
            yield f"{one} {other}"


def _shown(word: str) -> str:
    return word.replace(" ", "")  # which only pairs of characters have


def _candidates(a: _Sample, b: _Sample, left_out: set[str]) -> set[str]:
    """The words that the samples set apart most."""
    if not a.articles or not b.articles:
        return set()
    more_a: list[tuple[float, str]] = []
    more_b: list[tuple[float, str]] = []
    for word in a.words.keys() | b.words.keys():
        in_a, in_b = a.words[word], b.words[word]
        if in_a + in_b < min(_LEAST, a.articles + b.articles) or not left_out.isdisjoint((word, *word.split())):
            continue
        ranked = (-difference(in_a, a.articles, in_b, b.articles), word)
        (more_a if in_a * b.articles > in_b * a.articles else more_b).append(ranked)
    return {word for each in (more_a, more_b) for _, word in sorted(each)[:_CANDIDATES]}


async def _holding(asked: Asked, words: list[str], limit_ms: float) -> Mapping[str, int] | None:
    def question(matching: Matching) -> dict[str, int]:
        return matching.results.holding(words)

    return added(await asked.each([question] * len(asked.dbs), limit_ms))
