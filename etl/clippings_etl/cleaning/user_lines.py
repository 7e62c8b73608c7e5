"""Lines that a user describes, and the rules and guards made of them.

All of it is frozen and plain, so that it travels to worker processes; matchers are objects, not closures.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, fields, replace
from fnmatch import fnmatchcase
from hashlib import sha256

from ..dates import parse
from ..documents import Metadata
from .document import ANYWHERE, Document, Line, Place
from .guards import GUARDS
from .rule import FURNITURE_LENGTH, Claims, Guard, Matcher, Rule
from .user_patterns import LinePattern

FAMILY = "user"
"""The family of all the rules that users add."""

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
    return replace(rule, version=fingerprint(rule))


def user_guard(lines: Lines) -> Guard:
    """A guard of lines that the user wants to keep; no rule overrides it."""
    return Guard(f"{FAMILY}.keep@{fingerprint(lines)}", "A line that the user's own rules keep.", KeepGuard(lines), ())


def rule_elsewhere(rule_id: str, version: int, description: str) -> Rule:
    """A rule that isn't asked line by line, in the shape that the user's rules can narrow: it may take any line."""
    return Rule(rule_id, version, ("*",), description, MayTakeAny(), (), (), max_length=sys.maxsize)


def fingerprint(*said: object) -> int:
    """A number from 1 to 2³¹ for what is said; another one for anything else."""
    text = json.dumps([_plain(item) for item in said], ensure_ascii=True)
    return int.from_bytes(sha256(text.encode()).digest()[:4], "big") // 2 + 1


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


def _plain(value: object) -> object:
    if isinstance(value, Place):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        return [type(value).__name__, *(_plain(getattr(value, item.name)) for item in fields(value))]  # type: ignore[arg-type]
    return value
