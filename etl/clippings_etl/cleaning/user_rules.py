"""The user's own rules: what they add to the rules of the package, switch off, narrow, and keep.

A file of rules counts for every document in its folder and below. All the files above a document add up,
and where two contradict each other the nearer one has the last word. ``user_rules_file`` reads the files;
here is what they mean for a document.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .rule import Guard, Rule, RuleSet
    from .user_lines import Lines, Where

GIVEN = "rules.yml"
"""What a file is called that was given by itself and counts everywhere: the name of no source."""

_MOST_MADE = 1_000
"""Rule sets that are kept at hand."""


@dataclass(frozen=True)
class Switch:
    """Rules to be asked or not, in the documents that are covered."""

    rules: str
    """Id of a rule, or a family."""
    where: Where
    is_on: bool


@dataclass(frozen=True)
class Narrowing:
    """A rule that acts in fewer lines or documents than it would."""

    rule: str
    only: Lines | None
    exception: Lines | None

    def apply(self, rule: Rule, folders: tuple[str, ...], site: str) -> Rule | None:
        """The rule as it is in a document; None where nothing is left of it."""
        only, exception = self.only, self.exception
        if only:
            if not only.where.covers(folders, site):
                return None
            only = None if only.is_any else only
        if exception:
            if not exception.where.covers(folders, site):
                exception = None
            elif exception.is_any:
                return None
        if not only and not exception:
            return rule
        from .user_lines import NarrowedMatcher, fingerprint

        version = fingerprint(rule.version, only, exception)
        return replace(rule, matcher=NarrowedMatcher(rule.matcher, only, exception), version=version)


@dataclass(frozen=True)
class RulesFile:
    """What one file of rules says."""

    name: str
    """As it is shown and stored: the source's name, ``seeds/rules.yml``."""
    folder: str
    """The folder whose documents it is for, as sources are named; empty: all documents."""
    text: str
    """The file as it was written."""
    rules: tuple[tuple[Rule, Where], ...] = ()
    switches: tuple[Switch, ...] = ()
    """Those that switch on behind those that switch off."""
    narrowings: tuple[Narrowing, ...] = ()
    keep: tuple[tuple[Guard, Where], ...] = ()

    @property
    def version(self) -> int:
        """Another one wherever the file says something else; comments and order of keys don't matter."""
        from .user_lines import fingerprint

        return fingerprint(self.rules, self.switches, self.narrowings, self.keep)

    def folders(self, source: str) -> tuple[str, ...] | None:
        """The folders between this file and a document, see ``folders_below``."""
        return folders_below(self.folder, source)


@dataclass(frozen=True)
class UserRules:
    """All the files of rules that count for a build, outer folders before inner ones."""

    files: tuple[RulesFile, ...] = ()
    other_standard: RuleSet | None = None
    """What takes the place of the package's rules, if anything does."""
    elsewhere: tuple[Rule, ...] = ()
    """Rules that aren't asked line by line, as ``rule_elsewhere`` makes them, so that they can be switched off too."""
    _made: dict[tuple[str, str], RuleSet] = field(default_factory=dict, compare=False, repr=False)
    """Rule sets by folder and site: most documents share theirs with the one before."""

    @property
    def standard(self) -> RuleSet:
        """The rules that come before the user's; those of the package are made when they are first asked for."""
        from .rules import STANDARD

        return self.other_standard or STANDARD

    def rules_for(self, source: str, site: str) -> RuleSet:
        """The rules for one document: the user's own, from the nearest file on, then those of the package.

        Args:
            source: the document's name, see ``Record.source``.
            site: what ``analysis.site`` says of it.
        """
        if not self.files:
            return self.standard
        place = (container(source), site)
        if place not in self._made:
            if len(self._made) == _MOST_MADE:
                self._made.clear()
            self._made[place] = self._make(source, site)
        return self._made[place]

    def _make(self, source: str, site: str) -> RuleSet:
        above = [(file, folders) for file in self.files if (folders := file.folders(source)) is not None]
        if not above:
            return self.standard
        own = [rule for file, folders in reversed(above) for rule, where in file.rules if where.covers(folders, site)]
        switches = [switch for file, folders in above for switch in file.switches if switch.where.covers(folders, site)]
        narrowings = [(narrowing, folders) for file, folders in above for narrowing in file.narrowings]
        keep = [guard for file, folders in above for guard, where in file.keep if where.covers(folders, site)]

        def left(rules: Iterable[Rule]) -> tuple[Rule, ...]:
            on = (rule for rule in rules if _is_on(rule, switches))
            return tuple(narrow for rule in on if (narrow := _narrowed(rule, narrowings, site)))

        from .rule import RuleSet

        return RuleSet(left((*own, *self.standard.rules)), tuple(keep), left(self.elsewhere))

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule that the files add, once each, sorted by id."""
        by_id = {rule.id: rule for file in self.files for rule, _ in file.rules}
        return tuple(by_id[rule_id] for rule_id in sorted(by_id))

    @property
    def version(self) -> str:
        """The version of all the rules, see ``RuleSet.version``, and of each file."""
        return " ".join([self.standard.version, *self.own_versions])

    @property
    def own_versions(self) -> tuple[str, ...]:
        """The versions of the user's rules and of each file."""
        own = (f"{rule.id}@{rule.version}" for rule in self.rules)
        return (*own, *(f"{file.name}@{file.version}" for file in self.files))


def _narrowed(rule: Rule, narrowings: Iterable[tuple[Narrowing, tuple[str, ...]]], site: str) -> Rule | None:
    left: Rule | None = rule
    for narrowing, folders in narrowings:
        if left and narrowing.rule in (rule.id, rule.family):
            left = narrowing.apply(left, folders, site)
    return left


def folders_below(folder: str, source: str) -> tuple[str, ...] | None:
    """The folders between one of the sources' folders and a document, each with its path from that folder.

    Args:
        folder: empty: the one around all sources.

    Returns:
        None where the document isn't below the folder.
    """
    prefix = folder + "/" if folder else ""
    if not source.startswith(prefix):
        return None
    inside = container(source)[len(prefix) :]
    names = inside.split("/") if inside else []
    return tuple("/".join(names[:end]) for end in range(1, len(names) + 1))


def container(source: str) -> str:
    """The folder that a document lies in, or the file, where that holds several."""
    container, mark, _ = source.rpartition("#")
    return container if mark else source.rpartition("/")[0]


def _is_on(rule: Rule, switches: Iterable[Switch]) -> bool:
    is_on = True
    for switch in switches:
        if switch.rules in (rule.id, rule.family):
            is_on = switch.is_on
    return is_on
