"""Lines that a site repeats from article to article: navigation, notices, lists of other articles.

Each line is counted once per group of near-duplicates, or a story that was scraped ten times would
count as furniture. Figures behind the limits: ``benchmarks/cleaning``.
"""

from __future__ import annotations

import re
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .chunks import Chunks
from .cleaning import STANDARD, Rule, RuleSet
from .cleaning.document import Line, read
from .cleaning.headline import has_headline
from .cleaning.line_scorer import SCORED
from .cleaning.user_lines import rule_elsewhere
from .documents import Cleaned, RemovedLine, Span, join_lines
from .duplicates import hash64

REPEATED = rule_elsewhere("site.repeated", 1, "Line that other articles of the same site have as well.")
BETWEEN = rule_elsewhere("site.between", 1, "Short line in a stretch of lines that the site repeats.")
SITE_RULES = (BETWEEN, REPEATED)
RULES_ELSEWHERE = (SCORED, *SITE_RULES)
"""All rules that aren't asked line by line."""

_LEAST_ARTICLES = 3
"""Fewer articles (groups of near-duplicates) can't tell what a site repeats."""
_ENOUGH_ARTICLES = 20
"""From so many on, a short line that two of them have is furniture."""
_SHARE_OF_SHORT = 1 / 200
_SHARE_OF_PROSE = 1 / 20
"""On large sites short lines meet by chance, and follow-up stories repeat paragraphs: there it takes more."""

_LEAST_PROSE = 75
"""Columns of a paragraph, here: teasers of other articles end as sentences do, but are shorter."""

_DIGITS = re.compile(r"\d+")


_SHARES = (
    (0.9, "on nearly all articles of its site"),
    (0.5, "on at least half of the articles of its site"),
    (0.2, "on at least one in five articles of its site"),
    (0.05, "on at least one in twenty articles of its site"),
    (0.01, "on at least one in a hundred articles of its site"),
    (0.0, "on fewer than one in a hundred articles of its site"),
)
"""The share of a site's articles that have a line, in words. No exact figures: a new article of the site would change
what is said of every other."""


class Repetition(NamedTuple):
    """How a site repeats a line."""

    is_furniture: bool
    """Whether enough articles have it, for a short line."""
    is_prose_furniture: bool
    """Whether enough have it, for a paragraph or a line between two of them."""
    share: str
    """How many have it, in words; empty where nothing depends on it."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """What one document's site says about its lines."""

    lines: Mapping[int, Repetition]
    """Those that another article of the site has as well, by the line's key."""

    @classmethod
    def counted(cls, articles: int, counts: Mapping[int, int]) -> Repeated | None:
        """What follows from counting; None where nothing does.

        Args:
            articles: of the site, near-duplicates counted once.
            counts: how many of them have a line, by the line's key; 1 for a line of which nothing is said.
        """
        if articles < _LEAST_ARTICLES:
            return None
        few = 2 if articles >= _ENOUGH_ARTICLES else _LEAST_ARTICLES
        for_short = max(few, articles * _SHARE_OF_SHORT)
        for_prose = max(_LEAST_ARTICLES, articles * _SHARE_OF_PROSE)
        lines = {}
        for key, count in counts.items():
            if count > 1:
                is_furniture = count >= for_short
                share = next(words for least, words in _SHARES if count >= articles * least) if is_furniture else ""
                lines[key] = Repetition(is_furniture, count >= for_prose, share)
        return cls(lines) if lines else None

    @property
    def signature(self) -> bytes:
        """8 bytes that tell it from others."""
        said = "\n".join(f"{key} {self.lines[key]}" for key in sorted(self.lines))
        return blake2b(said.encode(), digest_size=8).digest()


def line_key(line: str) -> int:
    """What a line is counted by: case, white space and numbers don't matter."""
    return hash64(_DIGITS.sub("0", " ".join(line.split())).casefold())


def line_keys(text: str) -> frozenset[int]:
    """The keys of a text's lines."""
    return frozenset(line_key(line) for line in text.splitlines() if line.strip())


def remove_repeated(
    decoded: str, cleaned: Cleaned, repeated: Repeated, *, title: str | None = None, rules: RuleSet = STANDARD
) -> Cleaned:
    """Take out what the site repeats as well.

    Args:
        decoded: the text that was cleaned.
        title: the article's title where its format names it; that line is kept.
        rules: the rules that the article is cleaned with, where the user may have switched off ours.
    """
    document = read(decoded, cleaned.language)
    kept_starts = {span.start for span in cleaned.kept}
    kept = [line for line in document.lines if line.span.start in kept_starts]

    def removable(rule: Rule, line: Line) -> bool:
        is_title = title is not None and line.text.casefold() == title.casefold()
        return not is_title and rules.permits(rule.id, line, document)

    width = document.measures.length + document.measures.wide
    prose = [line.is_paragraph and bool(width[line.number] >= _LEAST_PROSE) for line in kept]
    reasons = _repeated(prose, [repeated.lines.get(line_key(line.text)) for line in kept])
    reasons = {place: reason for place, reason in reasons.items() if removable(REPEATED, kept[place])}
    reasons |= {place: reason for place, reason in _between(prose, reasons).items() if removable(BETWEEN, kept[place])}
    # Notices that differ in their numbers alone (rates, results, quakes) are each other's furniture by the count: an
    # article that would lose all its prose keeps it.
    left = [line for place, line in enumerate(kept) if place not in reasons]
    if left and not any(line.is_paragraph for line in left):
        reasons = {place: reason for place, reason in reasons.items() if not kept[place].is_paragraph}
    rest = [line for place, line in enumerate(kept) if place not in reasons]
    if cleaned.has_headline and 0 in reasons and not has_headline(rest):
        del reasons[0]
        rest.insert(0, kept[0])
    if not reasons or not rest:
        return cleaned
    removed = [
        RemovedLine(line.span.start, line.span.end, line.text, *reasons[place])
        for place, line in enumerate(kept)
        if place in reasons
    ]
    every = tuple(sorted([*cleaned.removed, *removed], key=lambda line: line.start))
    spans = tuple(line.span for line in rest)
    return replace(
        cleaned,
        text=join_lines(decoded, spans, [Span(line.start, line.end) for line in every]),
        kept=spans,
        removed=every,
        has_headline=has_headline(rest),
    )


Reasons = dict[int, tuple[str, str]]
"""For lines to be removed, by their place among the kept ones: the rule's id, and why."""


def _repeated(prose: Sequence[bool], repetitions: Sequence[Repetition | None]) -> Reasons:
    reasons: Reasons = {}
    for place, (is_prose, repetition) in enumerate(zip(prose, repetitions, strict=True)):
        if repetition is None:
            continue
        # A short line between two paragraphs is often a sub-heading, and those recur.
        as_prose = is_prose or _is_among_prose(prose, repetitions, place)
        if repetition.is_prose_furniture if as_prose else repetition.is_furniture:
            reasons[place] = (REPEATED.id, repetition.share)
    return reasons


def _is_among_prose(prose: Sequence[bool], repetitions: Sequence[Repetition | None], place: int) -> bool:
    return 0 < place < len(prose) - 1 and all(
        prose[beside] and repetitions[beside] is None for beside in (place - 1, place + 1)
    )


def _between(prose: Sequence[bool], repeated: Reasons) -> Reasons:
    """Short lines between repeated ones, or behind them below the last paragraph.

    Above the first paragraph, the two stretches next to it stay: headline, standfirst and byline stand there.
    """
    paragraphs = [place for place, is_prose in enumerate(prose) if is_prose and place not in repeated]
    if not paragraphs:
        return {}
    places: list[int] = []
    for start, end in zip([-1, *paragraphs], [*paragraphs, len(prose)], strict=True):
        marks = [place for place in range(start + 1, end) if place in repeated]
        if not marks:
            continue
        if start == -1:
            places.extend(place for stretch in _stretches(end, repeated)[:-2] for place in stretch)
        else:
            places.extend(range(marks[0], end if end == len(prose) else marks[-1]))
    return {place: (BETWEEN.id, "among lines that the site repeats") for place in places if place not in repeated}


def _stretches(end: int, repeated: Reasons) -> list[list[int]]:
    """The places before ``end`` that aren't repeated, those next to each other together."""
    stretches: list[list[int]] = []
    for place in range(end):
        if place in repeated:
            continue
        if stretches and stretches[-1][-1] == place - 1:
            stretches[-1].append(place)
        else:
            stretches.append([place])
    return stretches


class RepeatedLines:
    """How many articles of its site have a line.

    Uses the table ``occurrences`` of the given connection, and reads the ``duplicates`` of ``DuplicateGroups``; some 30
    bytes a document, and 16 for each line that is repeated, are in memory.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._occurrences = Chunks(connection, "occurrences")
        self._sites = array("q")
        """By document."""
        self._lines = np.zeros(0, np.int64)
        """Each line that several articles of a site have, mixed with the site, in ascending order."""
        self._counts = np.zeros(0, np.int64)
        self._articles = np.zeros(0, np.int64)
        """How many there are on the site of a document."""

    def add(self, document: int, site: str, keys: Iterable[int]) -> None:
        """Take in the lines of the next document, each once; documents are numbered from 0."""
        self.add_packed(document, site, array("q", keys).tobytes())

    def add_packed(self, document: int, site: str, keys: bytes) -> None:
        """The same with the lines as bytes, 8 each."""
        self._sites.append(hash64(site))
        self._occurrences.add(document, keys)

    def settle(self) -> None:
        """Count, when all documents are in and the groups of near-duplicates known."""
        sites = np.frombuffer(self._sites, np.int64)
        groups = np.arange(len(sites))
        for document, first in self._connection.execute("select document, first from duplicates"):
            groups[document] = first
        self._articles = _articles(sites, groups)
        counted = [self._count(sites, groups, least, most) for least, most in self._occurrences.ranges()]
        self._lines, self._counts = (np.concatenate(parts) for parts in zip(*counted, strict=True))

    def of_documents(self) -> Iterator[tuple[int, Repeated | None]]:
        """What is said of the documents that have lines in common with others of their sites, in order."""
        sites = np.frombuffer(self._sites, np.int64)
        for documents, counts, keys in self._occurrences.pieces():
            mixed = keys ^ np.repeat(sites[documents], counts)
            places = np.searchsorted(self._lines, mixed)
            places[places == len(self._lines)] = 0
            is_shared = self._lines[places] == mixed if len(self._lines) else np.zeros(len(mixed), bool)
            owners = np.repeat(documents, counts)[is_shared].tolist()
            shared = zip(owners, keys[is_shared].tolist(), self._counts[places[is_shared]].tolist(), strict=True)
            for document, rows in groupby(shared, key=itemgetter(0)):
                articles = int(self._articles[document])
                yield document, Repeated.counted(articles, {key: count for _, key, count in rows})

    def _count(
        self, sites: NDArray[np.int64], groups: NDArray[np.int64], least: int, most: int
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The lines in a range that several articles have, and how many."""
        found = [(np.zeros(0, np.int64), np.zeros(0, np.int64))]
        for documents, counts, keys in self._occurrences.pieces():
            mixed = keys ^ np.repeat(sites[documents], counts)
            wanted = (mixed >= least) & (mixed <= most)
            found.append((mixed[wanted], np.repeat(groups[documents], counts)[wanted]))
        lines, owners = (np.concatenate(parts) for parts in zip(*found, strict=True))
        order = np.lexsort((owners, lines))
        lines, owners = lines[order], owners[order]
        is_new = np.ones(len(lines), bool)  # one article has a line once, however many copies of it there are
        is_new[1:] = (lines[1:] != lines[:-1]) | (owners[1:] != owners[:-1])
        lines, articles = np.unique(lines[is_new], return_counts=True)
        return lines[articles > 1], articles[articles > 1].astype(np.int64)


def _articles(sites: NDArray[np.int64], groups: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many articles, near-duplicates counted once, there are on the site of each document."""
    _, numbers = np.unique(sites, return_inverse=True)
    pairs = np.unique(numbers.astype(np.int64) * (len(sites) + 1) + groups)
    counts = np.bincount(pairs // (len(sites) + 1), minlength=1)
    return counts[numbers].astype(np.int64)
