"""Lines that a site repeats from article to article: navigation, notices, lists of other articles.

Each line is counted once per group of near-duplicates, or a story that was scraped ten times would
count as furniture. Figures behind the limits: ``benchmarks/cleaning``.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

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


_SCHEMA = """
create table site_documents (document integer primary key, site integer not null);
create table occurrences (site integer not null, line integer not null, document integer not null);
create table line_counts (
  site integer not null, line integer not null, articles integer not null, primary key (site, line)
) without rowid
"""

_COUNT_LINES = """
insert into line_counts
select site, line, count(distinct coalesce(first, occurrences.document)) as articles
from occurrences left join duplicates on duplicates.document = occurrences.document
group by site, line having articles > 1
"""

_COUNT_ARTICLES = """
select site, count(distinct coalesce(first, site_documents.document))
from site_documents left join duplicates on duplicates.document = site_documents.document group by site
"""

# Rows were added in the order of the documents.
_LINES_OF_DOCUMENTS = """
select occurrences.document, line_counts.line, line_counts.articles
from occurrences cross join line_counts
  on line_counts.site = occurrences.site and line_counts.line = occurrences.line
order by occurrences.rowid
"""


class RepeatedLines:
    """How many articles of its site have a line; counted in SQLite, not in memory.

    Uses the tables ``site_documents``, ``occurrences`` and ``line_counts`` of the given connection, and reads the
    ``duplicates`` of ``DuplicateGroups``.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        for statement in _SCHEMA.split(";"):
            connection.execute(statement)

    def add(self, document: int, site: str, keys: Iterable[int]) -> None:
        """Take in the lines of the next document, each once."""
        number = hash64(site)
        self._connection.execute("insert into site_documents values (?, ?)", [document, number])
        self._connection.executemany(
            "insert into occurrences values (?, ?, ?)", [(number, key, document) for key in keys]
        )

    def settle(self) -> None:
        """Count, when all documents are in and the groups of near-duplicates known."""
        self._connection.execute(_COUNT_LINES)

    def of_documents(self) -> Iterator[tuple[int, Repeated | None]]:
        """What is said of the documents that have lines in common with others of their sites, in order."""
        articles = dict(self._connection.execute(_COUNT_ARTICLES))
        sites = self._connection.execute("select document, site from site_documents order by document")
        for document, rows in groupby(self._connection.execute(_LINES_OF_DOCUMENTS), key=itemgetter(0)):
            site = next(number for other, number in sites if other == document)
            yield document, Repeated.counted(articles[site], {line: count for _, line, count in rows})
