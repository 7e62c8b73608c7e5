"""A file of the user's own rules, `rules.yml` → what it says, or every mistake in it with its line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

from yaml.nodes import MappingNode, Node

from ..documents import Metadata
from ..errors import RulesError, RulesProblem
from .document import Place
from .rule import Guard, Rule, RuleSet
from .rules import STANDARD
from .user_lines import EVERY_GUARD, FAMILY, Lines, Where, user_guard, user_rule
from .user_patterns import LinePattern, PatternError, check_pattern
from .user_rules import Narrowing, RulesFile, Switch, UserRules
from .user_yaml import MAX_BYTES, Reading, suggestion

LONGEST_LINE = 5_000
"""Characters of the longest line that a rule may ask to see; longer ones are prose, or no text at all."""

SECTIONS = ("rules", "off", "on", "narrow", "keep")
_PATTERN_KEYS = ("line", "starts_with", "contains", "matches", "ignore_case")
_DOCUMENT_KEYS = ("sites", "folders")
_WHERE_KEYS = (*_DOCUMENT_KEYS, "languages", "places")
_LINES_KEYS = (*_PATTERN_KEYS, *_WHERE_KEYS)
_RULE_KEYS = ("id", "description", *_LINES_KEYS, "max_length", "overrides")
_SWITCH_KEYS = ("rule", *_DOCUMENT_KEYS)
_NARROW_KEYS = ("rule", "only", "except")

GROUPS = ("byline", "published", "publisher", "photo_credit")
"""Names of groups in a regular expression: what they hold is read out of the line."""
assert set(GROUPS) <= set(Metadata.__dataclass_fields__)

_HOW = "give it line, starts_with, contains or matches"
_PLACES = {place.value: place for place in Place}
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}")

References = list[tuple[RulesProblem, str]]
"""Rules that a file speaks of, each with the problem that it is if there is no such rule."""


def read_file(path: Path) -> str:
    """The text of a file of rules.

    Raises:
        RulesError: it can't be read, is too large, or isn't in UTF-8.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise RulesError([RulesProblem(str(path), 1, f"the file can't be read: {error.strerror}")]) from error
    if len(data) > MAX_BYTES:
        raise RulesError([RulesProblem(str(path), 1, f"the file is larger than {MAX_BYTES // 1000} kB")])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise RulesError([RulesProblem(str(path), line, "this is not UTF-8; save the file as UTF-8")]) from error


def load(
    files: Iterable[tuple[str, str, str, str]],
    standard: RuleSet = STANDARD,
    elsewhere: tuple[Rule, ...] = (),
    *,
    are_all: bool = True,
) -> UserRules:
    """Files of rules, checked together.

    Args:
        files: of each the name to store it by, the folder that it counts for, where it lies, and its text.
        elsewhere: see ``UserRules.elsewhere``.
        are_all: whether these are all the files; if not, rules of others may be spoken of.

    Raises:
        RulesError: with every mistake in all of them.
    """
    problems: list[RulesProblem] = []
    references: References = []
    named: dict[str, tuple[str, int, int]] = {}
    loaded = []
    for name, folder, place, text in sorted(files, key=lambda file: (file[1].count("/"), file[1] != "", file[0])):
        reader = _FileReader(Reading(place, problems), references, named)
        loaded.append(replace(reader.read(text), name=name, folder=folder, text=text))
    known = {FAMILY, *named}
    for rule in (*standard.rules, *elsewhere):
        known |= {rule.id, rule.family}
    for problem, wanted in references:
        if wanted not in known and (are_all or not wanted.startswith(f"{FAMILY}.")):
            problems.append(replace(problem, message=f"there is no rule {wanted!r}{suggestion(wanted, sorted(known))}"))
    if problems:
        raise RulesError(problems)
    return UserRules(tuple(loaded), standard, elsewhere)


class _FileReader:
    """Reads one file; mistakes go into the reading, rules spoken of into the references."""

    def __init__(self, reading: Reading, references: References, named: dict[str, tuple[str, int, int]]) -> None:
        self._reading = reading
        self._references = references
        self._named = named

    def read(self, text: str) -> RulesFile:
        node = self._reading.compose(text)
        if node is None:
            return RulesFile("", "", text)
        sections = self._reading.mapping(node, SECTIONS, "the file")
        items = {name: tuple(self._reading.items(section, name)) for name, section in sections.items()}
        return RulesFile(
            "",
            "",
            text,
            rules=tuple(rule for item in items.get("rules", ()) if (rule := self._rule(item))),
            switches=tuple(
                switch
                for section in ("off", "on")
                for item in items.get(section, ())
                if (switch := self._switch(item, section))
            ),
            narrowings=tuple(narrow for item in items.get("narrow", ()) if (narrow := self._narrowing(item))),
            keep=tuple(kept for item in items.get("keep", ()) if (kept := self._keep(item))),
        )

    def _rule(self, node: Node) -> tuple[Rule, Where] | None:
        reading = self._reading
        before = len(reading.problems)
        keys = reading.mapping(node, _RULE_KEYS, "a rule")
        name = self._id(node, keys)
        pattern = self._pattern(keys, GROUPS)
        where = self._where(keys)
        description = reading.text(keys["description"], "description") if "description" in keys else None
        overrides = self._overrides(keys["overrides"]) if "overrides" in keys else ()
        length = reading.number(keys["max_length"], "max_length", 1, LONGEST_LINE) if "max_length" in keys else None
        if keys and pattern.is_empty and len(reading.problems) == before:
            reading.wrong(node, f"the rule doesn't say which lines; {_HOW}")
        is_right = len(reading.problems) == before
        words = " ".join(description.split()) if description else "A line that the user's own rules name."
        rule = user_rule(name or "", pattern, where, description=words, overrides=overrides, max_length=length)
        if name:
            self._name(node, rule, is_right)
        return (rule, where) if name and is_right else None

    def _name(self, node: Node, rule: Rule, is_right: bool) -> None:
        """Take an id: it is another's only in another file, and then the rule is the same."""
        here = (self._reading.file, node.start_mark.line + 1, rule.version)
        first = self._named.setdefault(rule.id, here)
        if first != here and (first[0] == here[0] or (is_right and first[2] != here[2])):
            said = f"there is a rule {rule.id} already, at {first[0]}:{first[1]}; give one of them another id"
            self._reading.wrong(node, said)

    def _id(self, node: Node, keys: dict[str, Node]) -> str | None:
        if "id" not in keys:
            if isinstance(node, MappingNode):
                self._reading.wrong(node, "the rule has no id; give it a short name, such as id: newsletter")
            return None
        name = self._reading.text(keys["id"], "id")
        if name is not None and not _ID.fullmatch(name):
            self._reading.wrong(keys["id"], f"the id {name!r} must be small letters, digits and hyphens")
            return None
        return name

    def _switch(self, node: Node, section: str) -> Switch | None:
        where = Where()
        if isinstance(node, MappingNode):
            keys = self._reading.mapping(node, _SWITCH_KEYS, section)
            if "rule" not in keys:
                self._reading.wrong(node, f"{section} doesn't say which rule; add rule: with an id or a family")
                return None
            where = self._where(keys)
            node = keys["rule"]
        rule = self._reference(node, section)
        return Switch(rule, where, section == "on") if rule else None

    def _narrowing(self, node: Node) -> Narrowing | None:
        keys = self._reading.mapping(node, _NARROW_KEYS, "narrow")
        parts = {}
        for part in ("only", "except"):
            if part in keys:
                wanted = self._reading.mapping(keys[part], _LINES_KEYS, part)
                if not wanted and isinstance(keys[part], MappingNode) and not keys[part].value:
                    self._reading.wrong(keys[part], f"{part} says nothing; name lines, sites, folders or places")
                parts[part] = Lines(self._pattern(wanted), self._where(wanted))
        if keys and not parts:
            self._reading.wrong(node, "narrow doesn't say where the rule is to act; give it only: or except:")
        if "rule" not in keys:
            if keys:
                self._reading.wrong(node, "narrow doesn't say which rule; add rule: with an id or a family")
            return None
        rule = self._reference(keys["rule"], "rule")
        return Narrowing(rule, parts.get("only"), parts.get("except")) if rule else None

    def _keep(self, node: Node) -> tuple[Guard, Where] | None:
        if not isinstance(node, MappingNode):
            text = self._reading.text(node, "keep")
            lines = Lines(LinePattern((text,)), Where()) if text else None
        else:
            before = len(self._reading.problems)
            keys = self._reading.mapping(node, _LINES_KEYS, "keep")
            lines = Lines(self._pattern(keys), self._where(keys))
            if lines.pattern.is_empty and len(self._reading.problems) == before:
                self._reading.wrong(
                    node, "keep doesn't say which lines; give it line, starts_with, contains or matches"
                )
        return (user_guard(lines), lines.where) if lines else None

    def _pattern(self, keys: dict[str, Node], groups: Collection[str] = ()) -> LinePattern:
        reading = self._reading
        ignore_case = bool("ignore_case" in keys and reading.truth(keys["ignore_case"], "ignore_case"))
        texts = {key: reading.texts(keys[key], key) for key in _PATTERN_KEYS[:3] if key in keys}
        matches = []
        for item in reading.items(keys["matches"], "matches") if "matches" in keys else ():
            pattern = reading.text(item, "matches")
            if pattern is not None and self._is_usable(item, pattern, ignore_case, groups):
                matches.append(pattern)
        return LinePattern(**texts, matches=tuple(matches), ignore_case=ignore_case)

    def _is_usable(self, node: Node, pattern: str, ignore_case: bool, groups: Collection[str]) -> bool:
        try:
            named = check_pattern(pattern, ignore_case=ignore_case)
        except PatternError as error:
            self._reading.wrong(node, f"the regular expression {pattern[:60]!r} can't be used: {error}")
            return False
        unknown = sorted(named.difference(groups))
        for name in unknown:
            what = suggestion(name, groups) if groups else "; only rules that are added read groups"
            self._reading.wrong(node, f"a group can't be called {name}{what}")
        return not unknown

    def _where(self, keys: dict[str, Node]) -> Where:
        reading = self._reading
        sites = reading.texts(keys["sites"], "sites") if "sites" in keys else ()
        folders = reading.texts(keys["folders"], "folders") if "folders" in keys else ()
        languages = reading.texts(keys["languages"], "languages") if "languages" in keys else ()
        for code in languages:
            if not _LANGUAGE.fullmatch(code):
                reading.wrong(keys["languages"], f"{code!r} is no language; write its ISO 639 code, such as en or vi")
        for site in sites:
            if "/" in site and ":" in site:
                reading.wrong(keys["sites"], f"{site!r} is an address; write its host only, such as news.example")
        places = reading.choices(keys["places"], "places", _PLACES) if "places" in keys else ()
        return Where(
            tuple(site.lower().removeprefix("www.") for site in sites),
            tuple(folder.strip("/").removeprefix("./") for folder in folders),
            languages,
            tuple(_PLACES[place] for place in places),
        )

    def _overrides(self, node: Node) -> tuple[str, ...]:
        chosen = self._reading.choices(node, "overrides", (*EVERY_GUARD, "all"))
        return EVERY_GUARD if "all" in chosen else chosen

    def _reference(self, node: Node, what: str) -> str | None:
        rule = self._reading.text(node, what)
        if rule is not None:
            self._references.append((RulesProblem(self._reading.file, node.start_mark.line + 1, ""), rule))
        return rule
