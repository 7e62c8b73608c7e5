"""The user's own rules: what they add to the rules of the package, switch off, narrow, and keep.

A file of rules counts for every document in its folder and below. All the files above a document add up,
and where two contradict each other the nearer one has the last word. ``user_rules_file`` reads the files;
here is what they mean for a document.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from fnmatch import fnmatchcase
from functools import cached_property
from hashlib import sha256

from ..dates import parse
from ..documents import Metadata
from .document import ANYWHERE, Document, Line, Place
from .guards import GUARDS
from .rule import FURNITURE_LENGTH, Claims, Guard, Matcher, Rule, RuleSet
from .rules import STANDARD
from .user_patterns import LinePattern

FAMILY = "user"
GIVEN = "rules.yml"
"""What a file is called that was given by itself and counts everywhere: the name of no source."""

_MOST_MADE = 1_000
"""Rule sets that are kept at hand."""

EVERY_GUARD = tuple(guard.id for guard in GUARDS)


@dataclass(frozen=True)
class Where:
    """Documents and places in them; of each list one has to hold, and all the lists that aren't empty."""

    sites: tuple[str, ...] = ()
    """Hosts without ``www.``, or what stands in ``articles.site`` for want of one; ``*`` for any characters."""
    folders: tuple[str, ...] = ()
    """Folders from the one on that the file of rules lies in, and what is below them."""
    languages: tuple[str, ...] = ()
    """ISO 639 codes."""
    places: tuple[Place, ...] = ()

    def covers(self, folders: tuple[str, ...], site: str) -> bool:
        """Whether a document of a site, in the last of the folders, can be meant.

        Args:
            folders: from the outermost on, each with the path to it: ``("2024", "2024/05")``.
        """
        return (not self.sites or any(fnmatchcase(site.lower(), wanted) for wanted in self.sites)) and (
            not self.folders or any(_is_folder(folder, wanted) for folder in folders for wanted in self.folders)
        )

    def has(self, line: Line, document: Document) -> bool:
        """Whether a line of such a document is meant."""
        return (not self.languages or document.language in self.languages) and (
            not self.places or line.place in self.places
        )


@dataclass(frozen=True)
class Lines:
    """Lines that a user described, in documents and places that a user named."""

    pattern: LinePattern
    where: Where

    def has(self, line: Line, document: Document) -> bool:
        """Whether a line is one of these, in a document that is covered."""
        return self.where.has(line, document) and self.pattern.find(line.text) is not None

    @property
    def is_any(self) -> bool:
        """Whether every line of a covered document is meant."""
        return self.pattern.is_empty and not self.where.languages and not self.where.places


@dataclass(frozen=True)
class UserMatcher:
    """The matcher of a user's rule: takes the lines, and reads what the named groups say."""

    lines: Lines

    def __call__(self, line: Line, document: Document) -> Metadata | None:
        """See ``rule.Matcher``."""
        if not self.lines.where.has(line, document):
            return None
        groups = self.lines.pattern.find(line.text)
        if groups is None:
            return None
        date = groups.get("published")
        found = parse(date, document.language) if date else None
        return Metadata(
            published=found.iso if found else None,
            published_text=found.text if found else date,
            byline=groups.get("byline"),
            publisher=groups.get("publisher"),
            photo_credit=groups.get("photo_credit"),
        )


@dataclass(frozen=True)
class NarrowedMatcher:
    """A rule's matcher that isn't asked about some of the lines."""

    matcher: Matcher
    only: Lines | None
    exception: Lines | None

    def __call__(self, line: Line, document: Document) -> Metadata | None:
        """See ``rule.Matcher``."""
        if self.only and not self.only.has(line, document):
            return None
        if self.exception and self.exception.has(line, document):
            return None
        return self.matcher(line, document)


@dataclass(frozen=True)
class MayTakeAny:
    """The matcher of a rule that has other grounds than the line."""

    def __call__(self, line: Line, document: Document) -> Metadata | None:
        """See ``rule.Matcher``."""
        return Metadata()


@dataclass(frozen=True)
class KeepGuard:
    """Protects lines that the user wants to keep."""

    lines: Lines

    def __call__(self, line: Line, document: Document, claims: Claims) -> bool:
        """See ``rule.Guard``."""
        return self.lines.has(line, document)


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
        version = _number(rule.version, only, exception)
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
        return _number(self.rules, self.switches, self.narrowings, self.keep)

    def folders(self, source: str) -> tuple[str, ...] | None:
        """The folders between this file and a document, each with its path from the file; None: it isn't below."""
        prefix = self.folder + "/" if self.folder else ""
        if not source.startswith(prefix):
            return None
        inside = _container(source)[len(prefix) :]
        names = inside.split("/") if inside else []
        return tuple("/".join(names[:end]) for end in range(1, len(names) + 1))


@dataclass(frozen=True)
class UserRules:
    """All the files of rules that count for a build, outer folders before inner ones."""

    files: tuple[RulesFile, ...] = ()
    standard: RuleSet = STANDARD
    elsewhere: tuple[Rule, ...] = ()
    """Rules that aren't asked line by line, as ``rule_elsewhere`` makes them, so that they can be switched off too."""
    _made: dict[tuple[str, str], RuleSet] = field(default_factory=dict, compare=False, repr=False)
    """Rule sets by folder and site: most documents share theirs with the one before."""

    def rules_for(self, source: str, site: str) -> RuleSet:
        """The rules for one document: the user's own, from the nearest file on, then those of the package.

        Args:
            source: the document's name, see ``Record.source``.
            site: what ``analysis.site`` says of it.
        """
        if not self.files:
            return self.standard
        place = (_container(source), site)
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

        return RuleSet(left((*own, *self.standard.rules)), tuple(keep), left(self.elsewhere))

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule that the files add, once each, sorted by id."""
        by_id = {rule.id: rule for file in self.files for rule, _ in file.rules}
        return tuple(by_id[rule_id] for rule_id in sorted(by_id))

    @property
    def version(self) -> str:
        """The version of all the rules, see ``RuleSet.version``, and of each file."""
        own = (f"{rule.id}@{rule.version}" for rule in self.rules)
        return " ".join([self.standard.version, *own, *(f"{file.name}@{file.version}" for file in self.files)])


def user_rule(
    name: str,
    pattern: LinePattern,
    where: Where,
    *,
    description: str,
    overrides: tuple[str, ...] = (),
    max_length: int | None = None,
) -> Rule:
    """A rule of the user's own.

    Args:
        overrides: guards that it is surer than; a rule of whole lines is surer than all.
        max_length: None: as long as its longest line, or as furniture is.
    """
    exact = bool(pattern.line)
    length = max_length or (max(map(len, pattern.line)) * 2 if exact else FURNITURE_LENGTH)
    rule = Rule(
        id=f"{FAMILY}.{name}",
        version=0,
        languages=where.languages or ("*",),
        description=description,
        matcher=UserMatcher(Lines(pattern, where)),
        examples=(),
        counterexamples=(),
        places=where.places or ANYWHERE,
        max_length=length,
        overrides=EVERY_GUARD if exact else overrides,
    )
    return replace(rule, version=_number(rule))


def user_guard(lines: Lines) -> Guard:
    """A guard of lines that the user wants to keep; no rule overrides it."""
    return Guard(f"{FAMILY}.keep@{_number(lines)}", "A line that the user's own rules keep.", KeepGuard(lines), ())


def rule_elsewhere(rule_id: str, version: int, description: str) -> Rule:
    """A rule that isn't asked line by line, in the shape that the user's rules can narrow: it may take any line."""
    return Rule(rule_id, version, ("*",), description, MayTakeAny(), (), (), max_length=sys.maxsize)


def _narrowed(rule: Rule, narrowings: Iterable[tuple[Narrowing, tuple[str, ...]]], site: str) -> Rule | None:
    left: Rule | None = rule
    for narrowing, folders in narrowings:
        if left and narrowing.rule in (rule.id, rule.family):
            left = narrowing.apply(left, folders, site)
    return left


def _container(source: str) -> str:
    """The folder that a document lies in, or the file, where that holds several."""
    container, mark, _ = source.rpartition("#")
    return container if mark else source.rpartition("/")[0]


def _is_on(rule: Rule, switches: Iterable[Switch]) -> bool:
    is_on = True
    for switch in switches:
        if switch.rules in (rule.id, rule.family):
            is_on = switch.is_on
    return is_on


def _is_folder(folder: str, wanted: str) -> bool:
    """Whether a folder's path is what a pattern names: ``*`` within a name, ``**`` for any folders."""
    names = folder.split("/")
    reached = {0}
    for part in wanted.split("/"):
        if part == "**":
            reached = set(range(min(reached), len(names) + 1)) if reached else set()
        else:
            reached = {at + 1 for at in reached if at < len(names) and fnmatchcase(names[at], part)}
    return len(names) in reached


def _number(*said: object) -> int:
    """A number from 1 to 2³¹ for what is said; another one for anything else."""
    text = json.dumps([_plain(item) for item in said], ensure_ascii=True)
    return int.from_bytes(sha256(text.encode()).digest()[:4], "big") // 2 + 1


def _plain(value: object) -> object:
    if isinstance(value, Place):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        return [type(value).__name__, *(_plain(getattr(value, item.name)) for item in fields(value))]  # type: ignore[arg-type]
    return value
