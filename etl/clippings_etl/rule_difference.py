"""What differs between two sets of rules, and which articles it may matter for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from .cleaning import Guard, Rule, RuleSet
from .cleaning.cleaner import parts_of
from .cleaning.user_lines import KeepGuard, NarrowedMatcher, UserMatcher
from .cleaning.user_patterns import LinePattern
from .repeated import RULES_ELSEWHERE
from .stored_articles import StoredArticle

_SIGNS = "()[]<>*_-–—|•（）【】［］ "
"""What may set a line apart, and is no part of its parts."""


@dataclass(frozen=True)
class Difference:
    """Two sets of rules, and what one has that the other hasn't."""

    before: RuleSet
    after: RuleSet

    @cached_property
    def added(self) -> tuple[Rule, ...]:
        """The user's own rules that are new, or another than before."""
        return tuple(rule for rule in self._new if isinstance(rule.matcher, UserMatcher))

    def may_matter(self, article: StoredArticle) -> bool:
        """Whether an article may come out another than it is; one that does is never missed."""
        if self.before is self.after or self._is_none:
            return False
        if self._may_take_any or any(row.rule in self._gone for row in article.removed):
            return True
        if self._to_keep and any(self._is_kept(row.text) for row in article.removed):
            return True
        if self._takes and any(map(self._is_taken, article.kept_lines)):
            return True
        # A new rule of the user's own is asked before the others, and may take their lines.
        return bool(self._takes) and any(self._is_taken(row.text) for row in article.removed)

    @cached_property
    def _is_none(self) -> bool:
        return not (self._new or self._gone or self._to_keep or self._takes)

    @cached_property
    def _new(self) -> tuple[Rule, ...]:
        known = {(rule.id, rule.version) for rule in _all(self.before)}
        return tuple(rule for rule in _all(self.after) if (rule.id, rule.version) not in known)

    @cached_property
    def _gone(self) -> frozenset[str]:
        """Ids of the rules that no longer take all that they took."""
        left = {(rule.id, rule.version) for rule in _all(self.after)}
        return frozenset(rule.id for rule in _all(self.before) if (rule.id, rule.version) not in left)

    @cached_property
    def _may_take_any(self) -> bool:
        """Whether a rule of the package takes lines that it didn't take: nothing tells them but the rule itself."""
        whole = {rule.id for rule in _all(self.before) if not isinstance(rule.matcher, NarrowedMatcher)}
        return any(not isinstance(rule.matcher, UserMatcher) and rule.id not in whole for rule in self._new)

    @cached_property
    def _to_keep(self) -> tuple[LinePattern, ...]:
        return _patterns(self.after.keep, self.before.keep)

    @cached_property
    def _takes(self) -> tuple[tuple[LinePattern, int], ...]:
        """Lines that may be taken: those of new rules, and those that are no longer protected."""
        rules = (
            (rule.matcher.lines.pattern, rule.max_length)
            for rule in self.added
            if isinstance(rule.matcher, UserMatcher)
        )
        longest = max((rule.max_length for rule in self.after.rules), default=0)
        return (*rules, *((pattern, longest) for pattern in _patterns(self.before.keep, self.after.keep)))

    def _is_kept(self, text: str) -> bool:
        return any(pattern.find(text) is not None for pattern in self._to_keep)

    def _is_taken(self, text: str) -> bool:
        return any(
            len(text) <= longest and (pattern.find(text) is not None or _has_part(text, pattern))
            for pattern, longest in self._takes
        )


def _all(rules: RuleSet) -> Iterable[Rule]:
    """Every rule of a set, those that need the whole site with them."""
    return (*rules.rules, *(RULES_ELSEWHERE if rules.elsewhere is None else rules.elsewhere))


def _patterns(guards: Iterable[Guard], others: Iterable[Guard]) -> tuple[LinePattern, ...]:
    """The patterns of the guards that the others lack."""
    known = {guard.id for guard in others}
    return tuple(
        guard.protects.lines.pattern
        for guard in guards
        if guard.id not in known and isinstance(guard.protects, KeepGuard)
    )


def _has_part(text: str, pattern: LinePattern) -> bool:
    return any(pattern.find(part) is not None for part in parts_of(text.strip(_SIGNS)))
