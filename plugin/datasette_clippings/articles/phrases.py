"""Rare words that articles share, and the phrases around them: why one article is related to another.

Which words are rare is asked of the full-text index, a bounded number of them; the phrases are then found in the texts
of the few articles that share most.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .words import Word, words_of

SEARCHED = 20_000  # characters of each text
MOST_ASKED = 300  # words whose frequency is asked
COMMON = 50  # articles with a word above which it says nothing; in a small archive fewer, one in fifty

_FEWEST, _ONE_IN = 5, 50
_SHORTEST = 4  # letters of a word in a script with spaces
_LETTERS = 3  # that stand for a word in scripts without
_LONGEST_PHRASE = 8
_PLACES = 4  # of a word in a text from which phrases are sought
_TRIFLE = 3  # letters of a word with which no phrase begins or ends: articles, prepositions

_FREQUENT = "select word from word_postings where word in ({words})"
_LAST = "select coalesce(max(id), 0) from articles"
_MATCH = "select rowid from articles_fts where articles_fts match ? limit ?"


@dataclass(frozen=True)
class RareWord:
    """A word (a few letters, in scripts without spaces), as search compares it, and the articles that have it."""

    terms: tuple[str, ...]
    articles: tuple[int, ...]

    @property
    def weight(self) -> float:
        """What two articles say about each other by sharing it."""
        return 1.0 / len(self.articles)


def rare_words(connection: sqlite3.Connection, words: Sequence[Word], has_frequent: bool) -> list[RareWord]:
    """The words that a few articles share, the longest asked first, since they are the rarest.

    `has_frequent`: whether the reader may see the table that tells which words are in many articles.
    """
    candidates = _candidates(words)
    if has_frequent:
        common = _frequent(connection, [terms[0] for terms in candidates if len(terms) == 1])
        candidates = [terms for terms in candidates if len(terms) > 1 or terms[0] not in common]
    last = connection.execute(_LAST).fetchone()[0]  # as good as their number, which would have to be counted
    most = min(COMMON, max(_FEWEST, last // _ONE_IN))
    rare = []
    for terms in candidates[:MOST_ASKED]:
        query = '"' + " ".join(terms).replace('"', " ") + '"'
        articles = [row[0] for row in connection.execute(_MATCH, [query, most + 1])]
        if 2 <= len(articles) <= most:
            rare.append(RareWord(terms, tuple(articles)))
    return rare


def weights(rare: Iterable[RareWord], article_id: int) -> dict[int, float]:
    """How much each other article shares."""
    shared: dict[int, float] = defaultdict(float)
    for word in rare:
        for other in word.articles:
            if other != article_id:
                shared[other] += word.weight
    return dict(shared)


def shared_phrases(
    text: str, words: Sequence[Word], other_text: str, rare: Sequence[RareWord], known: Iterable[str], most: int
) -> tuple[str, ...]:
    """The phrases around rare words that stand in both texts, as the first has them, the weightiest first.

    A rare word alone is chance, in texts as long as articles are: a phrase has two words or more, or as many letters of
    a script without spaces as stand for two.

    Args:
        words: of the first text.
        known: names that are given as a reason already; what they are made of is no other.
    """
    other_words = words_of(other_text[:SEARCHED])
    places, other_places = _places(words), _places(other_words)
    named = {word.term for name in known for word in words_of(name)}
    weight_of = {word.terms: word.weight for word in rare}
    found: dict[tuple[str, ...], tuple[float, int, int]] = {}
    for terms in weight_of:
        if named.issuperset(terms):
            continue
        for at in _starts(words, places, terms):
            for other_at in _starts(other_words, other_places, terms):
                first, last = _trimmed(words, *_common_run(words, at, other_words, other_at, len(terms)))
                if last - first < (_LETTERS + 1 if words[at].is_letter else 2):
                    continue
                phrase = tuple(word.term for word in words[first:last])
                weight = sum(value for each, value in weight_of.items() if _holds(phrase, each))
                found.setdefault(phrase, (-weight, first, last))
    chosen: list[tuple[int, int]] = []
    for _, first, last in sorted(found.values()):
        if len(chosen) < most and not any(first < end and start < last for start, end in chosen):
            chosen.append((first, last))
    return tuple(" ".join(text[words[first].start : words[last - 1].end].split()) for first, last in chosen)


def _candidates(words: Sequence[Word]) -> list[tuple[str, ...]]:
    """What may be rare: words that aren't numbers, letters by threes; each once, the longest words first."""
    spaced = {word.term for word in words if not word.is_letter and len(word.term) >= _SHORTEST}
    runs = zip(words, words[1:], words[2:], strict=False)
    threes = [
        (a.term, b.term, c.term)
        for a, b, c in runs
        if a.is_letter and b.is_letter and c.is_letter and a.run == b.run == c.run
    ]
    distinct = list(dict.fromkeys(threes))
    step = max(len(distinct) // (MOST_ASKED // 2), 1)  # spread over the text
    alone = sorted((term for term in spaced if not term.isdigit()), key=lambda term: (-len(term), term))
    letters = distinct[::step][: MOST_ASKED // 2]
    return letters + [(term,) for term in alone[: 4 * MOST_ASKED]]


def _frequent(connection: sqlite3.Connection, terms: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(terms), MOST_ASKED):
        part = terms[start : start + MOST_ASKED]
        rows = connection.execute(_FREQUENT.format(words=", ".join("?" * len(part))), part)
        found.update(row[0] for row in rows)
    return found


def _places(words: Sequence[Word]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(words):
        places[word.term].append(place)
    return places


def _starts(words: Sequence[Word], places: dict[str, list[int]], terms: tuple[str, ...]) -> list[int]:
    """The first places at which all the terms stand."""
    starts = []
    for place in places.get(terms[0], ()):
        if tuple(word.term for word in words[place : place + len(terms)]) == terms:
            starts.append(place)
            if len(starts) == _PLACES:
                break
    return starts


def _common_run(words: Sequence[Word], at: int, others: Sequence[Word], other_at: int, length: int) -> tuple[int, int]:
    """The phrase around a word that both texts have in common: the first of its words, and behind its last."""
    before = 0
    while (
        length + before < _LONGEST_PHRASE
        and at - before > 0
        and other_at - before > 0
        and _agree(words, at - before - 1, at, others, other_at - before - 1, other_at)
    ):
        before += 1
    behind = length
    while (
        before + behind < _LONGEST_PHRASE
        and at + behind < len(words)
        and other_at + behind < len(others)
        and _agree(words, at + behind, at, others, other_at + behind, other_at)
    ):
        behind += 1
    return at - before, at + behind


def _trimmed(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """The phrase without the small words at its ends."""

    def is_trifle(word: Word) -> bool:
        return not word.is_letter and len(word.term) <= _TRIFLE and not word.term.isdigit()

    while first < last and is_trifle(words[first]):
        first += 1
    while first < last and is_trifle(words[last - 1]):
        last -= 1
    return first, last


def _agree(words: Sequence[Word], place: int, at: int, others: Sequence[Word], other_place: int, other_at: int) -> bool:
    """Whether both texts go on with the same word in the same run."""
    word, other = words[place], others[other_place]
    return word.term == other.term and word.run == words[at].run and other.run == others[other_at].run


def _holds(phrase: tuple[str, ...], terms: tuple[str, ...]) -> bool:
    return any(phrase[place : place + len(terms)] == terms for place in range(len(phrase) - len(terms) + 1))
