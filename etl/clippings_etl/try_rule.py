"""What other rules of the user's own would make of a database, before they are taken.

The database is read and never changed. Articles in which the rules that differ could take a line, give one
back or keep one are cleaned again with the rules as they would be; `rule_difference` tells which ones these are,
so that a rule that concerns few of them is tried in the time it takes to read them all.
"""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from dataclasses import dataclass, field, replace
from hashlib import sha256

from . import own_rules
from .archive import open_archive
from .cleaning import GUARDS, RuleSet, clean
from .cleaning.document import Document, read
from .cleaning.user_rules import UserRules
from .extraction import PAGES
from .inline_rules import DEFAULT_EXAMPLES
from .repeated import SITE_RULES
from .rule_difference import Difference
from .stored_articles import StoredArticle, stored_articles, stored_text

NEARLY_EMPTY = 0.2
"""Less than so much of an article's text left: it is nearly empty."""

MOST_EMPTIED = 100
"""Emptied articles that are listed; all are counted."""

_NOT_LINE_BY_LINE = frozenset(rule.id for rule in SITE_RULES)
_MOST_DIFFERENCES = 1_000


@dataclass(frozen=True, slots=True)
class Example:
    """A line whose fate would change."""

    text: str
    rule: str
    """The rule that would remove it, or removes it now; of a protected line the one that would like to."""
    times: int
    """How often it is met in the whole database."""
    source: str
    """The first article that has it, with the lines above and below it there."""
    above: str | None
    below: str | None
    guards: tuple[str, ...] = ()
    """What protects it, of a protected line."""


@dataclass(frozen=True, slots=True)
class Change:
    """Lines that would all go one way."""

    lines: int
    articles: int
    characters: int
    by_rule: dict[str, int]
    """Lines by rule, most first."""
    by_site: dict[str, int]
    """Lines by site, most first."""
    examples: tuple[Example, ...]
    """Different lines, drawn evenly from all there are."""


@dataclass(frozen=True, slots=True)
class Emptied:
    """An article of which nothing, or little, would be left."""

    source: str
    title: str
    characters: int
    """Of the text below the headline, as it is."""
    left: int
    """As it would be."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What would change in a database."""

    articles: int
    """All that there are."""
    characters: int
    """Of all their texts."""
    removed: Change
    """Lines that are kept and would be removed."""
    returned: Change
    """Lines that are removed and would be kept."""
    other_rule: int
    """Removed lines that another rule would remove."""
    protected: Change
    """Lines that a new rule of the user's own takes and something protects."""
    emptied_count: int
    """Articles of which less than a fifth would be left, because of lines that would be removed."""
    emptied: tuple[Emptied, ...]
    """The first of them, at most MOST_EMPTIED."""


def try_rules(
    database: str | os.PathLike[str],
    rules: UserRules | None = None,
    extra: str | None = None,
    *,
    examples: int = DEFAULT_EXAMPLES,
) -> Trial:
    """Compare a database with what it would be, built with other rules of the user's own.

    Args:
        rules: in place of those that it was built with; None: those.
        extra: more rules, as the text of a file, which count for all documents.
        examples: lines to show of each kind.

    Raises:
        DatabaseError: the database can't be read.
        RulesError: there is a mistake in the extra rules.
    """
    connection = open_archive(database)
    try:
        before = own_rules.stored(connection)
        after = before if rules is None else rules
        if extra is not None:
            after = own_rules.with_more(after, extra)
        built_with = connection.execute(
            "select value from build_info where key = ?", [own_rules.RULES_VERSION]
        ).fetchone()
        is_current = built_with == (own_rules.rules_version(before),)
        return _Comparison(before, after, examples, is_current=is_current).run(connection)
    finally:
        connection.close()


class _Comparison:
    """Counts as it goes from article to article.

    Args:
        is_current: whether the database was built with the rules as they are in this version; if not, articles are
            cleaned with both sets of rules, so that only the user's rules make a difference.
    """

    def __init__(self, before: UserRules, after: UserRules, examples: int, *, is_current: bool) -> None:
        self._is_current = is_current
        self._before = before
        self._after = after
        self._removed = _Counts(examples)
        self._returned = _Counts(examples)
        self._protected = _Counts(examples)
        self._other_rule = 0
        self._emptied: list[Emptied] = []
        self._emptied_count = 0
        self._differences: dict[tuple[str, str], Difference] = {}

    def run(self, connection: sqlite3.Connection) -> Trial:
        articles = characters = 0
        for article in stored_articles(connection):
            articles += 1
            characters += len(article.text)
            differing = self._difference(article)
            if differing.may_matter(article):
                self._compare(article, differing)
        return Trial(
            articles=articles,
            characters=characters,
            removed=self._removed.change(),
            returned=self._returned.change(),
            other_rule=self._other_rule,
            protected=self._protected.change(),
            emptied_count=self._emptied_count,
            emptied=tuple(self._emptied),
        )

    def _difference(self, article: StoredArticle) -> Difference:
        """What differs for an article: the same for all of its folder and site, see ``UserRules.rules_for``."""
        place = (article.container, article.site)
        if place not in self._differences:
            if len(self._differences) == _MOST_DIFFERENCES:
                self._differences.clear()
            before = self._before.rules_for(article.source, article.site)
            after = self._after.rules_for(article.source, article.site)
            self._differences[place] = Difference(before, after)
        return self._differences[place]

    def _compare(self, article: StoredArticle, differing: Difference) -> None:
        stored = stored_text(article, extract_pages=False)
        text = stored.text
        elsewhere = {line.start: line.rule for line in stored.removed if line.rule in _NOT_LINE_BY_LINE}
        document = replace(read(text), language=article.language)
        if self._is_current:
            removed = {line.start: line.rule for line in stored.removed}
            before = {line.number: removed[line.span.start] for line in document.lines if line.span.start in removed}
        else:
            before = _removed(article, text, document, elsewhere, differing.before)
        after = _removed(article, text, document, elsewhere, differing.after)
        for line in document.lines:
            old, new = before.get(line.number), after.get(line.number)
            if old and new:
                self._other_rule += old != new
            elif new:
                self._removed.add(article, document, line.number, new)
            elif old:
                self._returned.add(article, document, line.number, old)
            else:
                self._note_protected(article, document, line.number, differing, after)
        first = next((line for line in document.lines if line.number not in before), None)
        headline = first.number if first and (article.has_headline or first.text == article.title) else None
        sizes = [
            sum(len(line.text) for line in document.lines if line.number not in gone and line.number != headline)
            for gone in (before, after)
        ]
        if after.keys() - before.keys() and sizes[1] < sizes[0] * NEARLY_EMPTY:
            self._emptied_count += 1
            if len(self._emptied) < MOST_EMPTIED:
                self._emptied.append(Emptied(article.source, article.title, *sizes))

    def _note_protected(
        self,
        article: StoredArticle,
        document: Document,
        number: int,
        differing: Difference,
        removed: dict[int, str],
    ) -> None:
        line = document.lines[number]
        rule = next((rule for rule in differing.added if rule.match(line, document) is not None), None)
        if rule is None:
            return
        claims = frozenset(removed) | {number}
        guards = [
            guard.id for guard in GUARDS if guard.id not in rule.overrides and guard.protects(line, document, claims)
        ]
        if differing.after.keeps(line, document):
            guards.append("keep")
        self._protected.add(article, document, number, rule.id, tuple(guards))


def _removed(
    article: StoredArticle, text: str, document: Document, elsewhere: dict[int, str], rules: RuleSet
) -> dict[int, str]:
    """The rule of each removed line, by the line's number: those asked line by line, then the others."""
    cleaned = clean(text, document.language, rules=rules, score_lines=article.format not in PAGES)
    starts = {line.start: line.rule for line in cleaned.removed}
    found = {}
    for line in document.lines:
        rule = starts.get(line.span.start)
        other = elsewhere.get(line.span.start)
        if rule is None and other is not None and rules.permits(other, line, document):
            rule = other
        if rule is not None:
            found[line.number] = rule
    return found


@dataclass(slots=True)
class _Seen:
    """A line among the examples."""

    draw: bytes
    example: Example
    times: int = 1


@dataclass(slots=True)
class _Counts:
    """Lines that go one way, counted."""

    most_examples: int
    lines: int = 0
    articles: int = 0
    characters: int = 0
    by_rule: Counter[str] = field(default_factory=Counter)
    by_site: Counter[str] = field(default_factory=Counter)
    _last: int | None = None
    _seen: dict[tuple[str, str], _Seen] = field(default_factory=dict)

    def add(
        self, article: StoredArticle, document: Document, number: int, rule: str, guards: tuple[str, ...] = ()
    ) -> None:
        """Count a line; articles come one after the other."""
        text = document.lines[number].text
        self.lines += 1
        self.articles += article.number != self._last
        self._last = article.number
        self.characters += len(text)
        self.by_rule[rule] += 1
        self.by_site[article.site] += 1
        if (rule, text) in self._seen:
            self._seen[rule, text].times += 1
            return
        # The lines with the smallest hashes: the same draw each time, and a line that is drawn in the end has been
        # among them since it was met first, so that it is counted in full.
        draw = sha256(f"{rule}\0{text}".encode("utf-8", "replace")).digest()
        if len(self._seen) == self.most_examples:
            worst = max(self._seen, key=lambda key: self._seen[key].draw, default=None)
            if worst is None or self._seen[worst].draw < draw:
                return
            del self._seen[worst]
        above, below = document.above(document.lines[number]), document.below(document.lines[number])
        example = Example(
            text, rule, 1, article.source, above.text if above else None, below.text if below else None, guards
        )
        self._seen[rule, text] = _Seen(draw, example)

    def change(self) -> Change:
        """What was counted."""
        seen = sorted(self._seen.values(), key=lambda one: (-one.times, one.example.rule, one.example.text))
        return Change(
            self.lines,
            self.articles,
            self.characters,
            _most_first(self.by_rule),
            _most_first(self.by_site),
            tuple(replace(one.example, times=one.times) for one in seen),
        )


def _most_first(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
