"""A file of the user's own entities → an index of their names, or every mistake in it with its line.

`entities.yml` says all that a list may say; `entities.csv` says the same in columns, and is for long lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node

from ..cleaning.user_lines import Where
from ..cleaning.user_yaml import Reading, suggestion
from ..errors import EntityListError, RulesProblem
from .gazetteer import form_of as gazetteer_form
from .gazetteer import gazetteer
from .link import key_of
from .listed_names import LONGEST, Listed, NameIndex, form_of, word_count
from .tokens import normal
from .user_lists import CSV_NAME, YAML_NAME, EntityList, ListedEntity, Never, UserLists, digest_of, in_order
from .user_lists_table import rows

MAX_BYTES = {YAML_NAME: 10_000_000, CSV_NAME: 100_000_000}
"""Some 150,000 names in YAML, two millions in CSV; a larger file is something else."""

TYPES = ("person", "organisation", "place", "event")
"""What an entity of a list may be."""

_SECTIONS = ("entities", "never")
_WHERE_KEYS = ("languages", "sites", "folders")
_ENTITY_KEYS = ("name", "type", "key", "aliases", "case_sensitive", *_WHERE_KEYS)
_ALIAS_KEYS = ("name", "languages", "case_sensitive")
_NEVER_KEYS = ("name", "type", "case_sensitive", *_WHERE_KEYS)
_KEY = re.compile(rf"(?P<type>{'|'.join(TYPES)}):[^\s:]\S{{0,199}}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's, where PyYAML has it: ten times as fast."""


@dataclass(frozen=True, slots=True)
class ListSource:
    """A file as it was found."""

    name: str
    """The name to store it by."""
    folder: str
    """The folder that it counts for."""
    path: Path
    """Where it lies."""
    shown: str
    """How its place is said in messages."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a list says of a name, before it is known whether all of it goes together."""

    line: int
    name: Listed
    entity: ListedEntity | None
    never: Never | None


def load(files: Iterable[ListSource]) -> UserLists:
    """Files of entities, checked together.

    Raises:
        EntityListError: with every mistake in all of them.
    """
    problems: list[RulesProblem] = []
    loaded = [_load(file, problems) for file in files]
    if problems:
        raise EntityListError(problems)
    return UserLists(in_order(loaded))


def _load(file: ListSource, problems: list[RulesProblem]) -> EntityList:
    reader = _Reader(Reading(file.shown, problems, _LOADER))
    data = _read(file, problems)
    text = _decoded(file, data, problems)
    said = list(reader.table(text) if file.path.suffix == ".csv" else reader.document(text))
    said = _without_contradictions(said, file.shown, problems)
    entities = [one for one in said if one.entity]
    nevers = [one for one in said if one.never]
    return EntityList(
        file.name,
        file.folder,
        digest_of(data),
        NameIndex.of(one.name for one in entities),
        tuple(one.entity for one in entities if one.entity),
        NameIndex.of(one.name for one in nevers),
        tuple(one.never for one in nevers if one.never),
    )


def _read(file: ListSource, problems: list[RulesProblem]) -> bytes:
    most = MAX_BYTES[CSV_NAME if file.path.suffix == ".csv" else YAML_NAME]
    try:
        with file.path.open("rb") as handle:
            data = handle.read(most + 1)
    except OSError as error:
        problems.append(RulesProblem(file.shown, 1, f"the file can't be read: {error.strerror}"))
        return b""
    if len(data) > most:
        hint = "" if file.path.suffix == ".csv" else f"; long lists are read faster as {CSV_NAME}"
        problems.append(RulesProblem(file.shown, 1, f"the file is larger than {most // 1_000_000} MB{hint}"))
        return b""
    return data


def _decoded(file: ListSource, data: bytes, problems: list[RulesProblem]) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.append(RulesProblem(file.shown, line, "this is not UTF-8; save the file as UTF-8"))
        return ""


def _without_contradictions(said: list[Said], file: str, problems: list[RulesProblem]) -> list[Said]:
    """Each name of each entity once; a name that is two entities in the same documents is a mistake."""
    kept: list[Said] = []
    first: dict[tuple[str, Listed, Where], Said] = {}
    for one in said:
        if one.entity is None:
            kept.append(one)
            continue
        earlier = first.setdefault((form_of(one.name.text), _case_form(one.name), one.entity.where), one)
        if earlier is one:
            kept.append(one)
        elif earlier.entity and earlier.entity.key != one.entity.key:
            what = f"{one.name.text!r} is {earlier.entity.key} already, in line {earlier.line}"
            problems.append(RulesProblem(file, one.line, f"{what}; say in which languages, sites or folders it is not"))
    return kept


def _case_form(name: Listed) -> Listed:
    """What besides its letters tells two names apart: whether capitals count, and then which."""
    return name if name.case_sensitive else name._replace(text="")


class _Reader:
    """Reads one file; mistakes go into the reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def document(self, text: str) -> Iterator[Said]:
        """What a YAML file says."""
        node = self._reading.compose(text)
        if node is None:
            return
        sections = self._reading.mapping(node, _SECTIONS, "the file")
        for item in self._reading.items(sections["entities"], "entities") if "entities" in sections else ():
            yield from self._entity(item)
        for item in self._reading.items(sections["never"], "never") if "never" in sections else ():
            yield from self._never(item)

    def table(self, text: str) -> Iterator[Said]:
        """What a CSV file says."""
        for row in rows(text, self._reading.file, self._reading.problems):
            wrong = _Wrong(self._reading, row.line)
            where = _where(row.languages, row.sites, row.folders, wrong)
            names = [Listed(name, row.case_sensitive) for name in row.names if _is_name(name, wrong)]
            if row.is_never:
                yield from (Said(row.line, name, None, Never((), where)) for name in names)
            elif names and (key := _key(row.key, row.type, names[0].text, where, wrong)):
                entity = ListedEntity(key, names[0].text, where)
                yield from (Said(row.line, name, entity, None) for name in names)

    def _entity(self, node: Node) -> Iterator[Said]:
        reading = self._reading
        keys = reading.mapping(node, _ENTITY_KEYS, "an entity")
        if not keys:
            return
        wrong = _Wrong(reading, node.start_mark.line + 1)
        if "name" not in keys:
            wrong("the entity has no name; give it one, such as name: Harbour Post")
            return
        name = reading.text(keys["name"], "name")
        where = self._where(keys)
        case = self._case(keys)
        type_ = reading.text(keys["type"], "type") if "type" in keys else ""
        key = reading.text(keys["key"], "key") if "key" in keys else ""
        if name is None or type_ is None or key is None or not _is_name(name, wrong):
            return
        made = _key(key, type_, name, where, wrong)
        if not made:
            return
        entity = ListedEntity(made, name, where)
        yield Said(node.start_mark.line + 1, Listed(name, case), entity, None)
        for item in reading.items(keys["aliases"], "aliases") if "aliases" in keys else ():
            yield from self._alias(item, entity, case)

    def _alias(self, node: Node, entity: ListedEntity, case: bool | None) -> Iterator[Said]:
        reading = self._reading
        line = node.start_mark.line + 1
        if isinstance(node, MappingNode):
            keys = reading.mapping(node, _ALIAS_KEYS, "an alias")
            if "name" not in keys:
                _Wrong(reading, line)("the alias has no name")
                return
            texts = reading.texts(keys["name"], "name")
            case = self._case(keys) if "case_sensitive" in keys else case
            if "languages" in keys:
                languages = self._where(keys).languages
                entity = replace(entity, where=replace(entity.where, languages=languages))
        else:
            text = reading.text(node, "aliases")
            texts = (text,) if text is not None else ()
        for text in texts:
            if _is_name(text, _Wrong(reading, line)):
                yield Said(line, Listed(text, case), entity, None)

    def _never(self, node: Node) -> Iterator[Said]:
        reading = self._reading
        line = node.start_mark.line + 1
        never, case = Never((), _shared_where()), None
        if isinstance(node, MappingNode):
            keys = reading.mapping(node, _NEVER_KEYS, "never")
            if "name" not in keys:
                _Wrong(reading, line)("never doesn't say which name; add name:")
                return
            types = reading.choices(keys["type"], "type", TYPES) if "type" in keys else ()
            never, case = Never(types, self._where(keys)), self._case(keys)
            texts = reading.texts(keys["name"], "name")
        else:
            text = reading.text(node, "never")
            texts = (text,) if text is not None else ()
        for text in texts:
            if _is_name(text, _Wrong(reading, line)):
                # A name that isn't wanted isn't wanted in capitals either, unless it is said that they count.
                yield Said(line, Listed(text, bool(case)), None, never)

    def _case(self, keys: dict[str, Node]) -> bool | None:
        return self._reading.truth(keys["case_sensitive"], "case_sensitive") if "case_sensitive" in keys else None

    def _where(self, keys: dict[str, Node]) -> Where:
        said = {key: self._reading.texts(keys[key], key) if key in keys else () for key in _WHERE_KEYS}
        line = next((keys[key].start_mark.line + 1 for key in _WHERE_KEYS if key in keys), 0)
        return _where(said["languages"], said["sites"], said["folders"], _Wrong(self._reading, line))


@dataclass(frozen=True, slots=True)
class _Wrong:
    """Notes mistakes of a line."""

    reading: Reading
    line: int

    def __call__(self, message: str) -> None:
        self.reading.problems.append(RulesProblem(self.reading.file, self.line, message))


def _where(languages: Iterable[str], sites: Iterable[str], folders: Iterable[str], wrong: _Wrong) -> Where:
    for code in languages:
        if not _LANGUAGE.fullmatch(code):
            wrong(f"{code!r} is no language; write its ISO 639 code, such as en or vi")
    for site in sites:
        if "/" in site and ":" in site:
            wrong(f"{site!r} is an address; write its host only, such as news.example")
    return _shared_where(
        tuple(site.lower().removeprefix("www.") for site in sites),
        tuple(folder.strip("/").removeprefix("./") for folder in folders),
        tuple(languages),
    )


_shared_where = lru_cache(1024)(Where)
"""Most names of a long list count in the same documents."""


def _is_name(text: str, wrong: _Wrong) -> bool:
    if len(text) <= LONGEST and text.replace(" ", "").isalnum():
        return True
    count = word_count(text)
    if not count:
        wrong(f"the name {text[:60]!r} has no letter and no digit")
    elif count > LONGEST:
        wrong(f"the name {text[:60]!r}… has more than {LONGEST} words")
    elif len(text.splitlines()) > 1:
        wrong(f"the name {text[:60]!r} has more than one line")
    else:
        return True
    return False


def _key(key: str, type_: str, name: str, where: Where, wrong: _Wrong) -> str | None:
    """The entity's key: the one that is given, else that of the gazetteer, else the one that its name makes."""
    if type_ and type_ not in TYPES:
        wrong(f"the type can't be {type_!r}{suggestion(type_, TYPES)}")
        return None
    if key:
        match = _KEY.fullmatch(key)
        if not match:
            wrong(f"the key {key[:60]!r} must be a type, a colon and a word: place:KR, organisation:harbour-post")
        elif type_ and match["type"] != type_:
            wrong(f"the key {key[:60]!r} says {match['type']}, and the type says {type_}")
        else:
            return key
        return None
    if not type_:
        wrong(f"{name[:60]!r} has neither type nor key; give it a type: {', '.join(TYPES)}")
        return None
    return _known_key(type_, name, where.languages or ("en",)) or key_of(type_, name)


def _known_key(type_: str, name: str, languages: Iterable[str]) -> str | None:
    """The key of the gazetteer, where the name is one of its names in these languages, and of one entity only."""
    words = name.split()
    form = " ".join(map(normal, words)) if all(map(str.isalpha, words)) else gazetteer_form(name)
    found = {known.key for language in languages for known in gazetteer().find(form, language)}
    key = found.pop() if len(found) == 1 else ""
    return key if key.startswith(f"{type_}:") else None
