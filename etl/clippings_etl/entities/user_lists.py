"""The user's own entities: names that they are known by, and names that are never to be taken for entities.

A list counts for every document in its folder and below. All the lists above a document add up, and where two
contradict each other the nearer one has the last word. ``user_lists_file`` reads them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial
from hashlib import sha256
from typing import TYPE_CHECKING

from ..cleaning.user_rules import container, folders_below
from ..documents import EntityName
from ..language import base_of

if TYPE_CHECKING:
    from ..cleaning.user_lines import Where
    from .candidates import Candidate
    from .listed_names import NameIndex

YAML_NAME, CSV_NAME = "entities.yml", "entities.csv"
"""What lists are called in a folder of sources."""

IN_DATABASE = "entities file "
"""Start of the keys in build_info that tell what a list was; its name follows."""

SURE = 1.0
"""The score of a listed name: nobody knows better than the user."""

_MOST_MADE = 1_000
"""Documents' places whose lists are kept at hand."""


@dataclass(frozen=True, slots=True)
class ListedEntity:
    """An entity, and the documents in which one of its names stands for it."""

    key: str
    name: str
    """The name that is shown."""
    where: Where


@dataclass(frozen=True, slots=True)
class Never:
    """What a name isn't, in some documents."""

    types: tuple[str, ...]
    """Empty: no entity of any type."""
    where: Where


def _no_names() -> NameIndex:
    from .listed_names import NameIndex

    return NameIndex()


@dataclass(frozen=True)
class EntityList:
    """What one list says."""

    name: str
    """As it is shown and stored: the source's name, ``seeds/entities.yml``."""
    folder: str
    """The folder whose documents it is for, as sources are named; empty: all documents."""
    digest: str
    """The first 12 hexadecimal digits of the file's SHA-256."""
    names: NameIndex = field(default_factory=_no_names)
    entities: tuple[ListedEntity, ...] = ()
    """The entity of each of the names; neighbours share theirs."""
    refused: NameIndex = field(default_factory=_no_names)
    nevers: tuple[Never, ...] = ()
    """What is said of each of the refused names."""

    @property
    def version(self) -> str:
        """What build_info says of it."""
        return f"sha256 {self.digest}, {len(self.names):,} names, {len(self.refused):,} never"

    def candidates(self, text: str, language: str | None, folders: tuple[str, ...], site: str) -> Iterator[Candidate]:
        """The names in a document of these folders and this site."""
        from .candidates import Candidate
        from .given import LISTED

        for places in self.names.find(text, language):
            for place in places:
                entity = self.entities[place.name]
                if _is_meant(entity.where, language, folders, site):
                    type_ = entity.key.partition(":")[0]
                    yield Candidate(place.start, place.end, type_, SURE, LISTED, entity.key, entity.name)
                    break

    def refuses(self, surface: str, type_: str, language: str | None, folders: tuple[str, ...], site: str) -> bool:
        """Whether a name is never to be an entity of a type in such a document."""
        said = (self.nevers[number] for number in self.refused.numbers(surface))
        return any(
            (not never.types or type_ in never.types) and _is_meant(never.where, language, folders, site)
            for never in said
        )


def _is_meant(where: Where, language: str | None, folders: tuple[str, ...], site: str) -> bool:
    return (not where.languages or language in where.languages) and where.covers(folders, site)


@dataclass(frozen=True)
class NamesHere:
    """The lists that count for one document, the nearest first, each with the folders between."""

    lists: tuple[tuple[EntityList, tuple[str, ...]], ...] = ()
    site: str = ""

    def candidates(self, text: str, language: str | None) -> Iterator[Candidate]:
        """The listed names in the document; of the same place only what the nearest list says."""
        language = base_of(language)
        taken: set[tuple[int, int]] = set()
        for number, (one, folders) in enumerate(self.lists):
            for candidate in one.candidates(text, language, folders, self.site):
                surface = text[candidate.start : candidate.end]
                refused = self._refuses(language, number + 1, surface, candidate.type)
                if (candidate.start, candidate.end) not in taken and not refused:
                    taken.add((candidate.start, candidate.end))
                    yield candidate

    def refusal(self, language: str | None) -> Callable[[str, str], bool]:
        """See ``Given.refuses``."""
        return partial(self._refuses, base_of(language), len(self.lists))

    def _refuses(self, language: str | None, nearest: int, surface: str, type_: str) -> bool:
        return any(
            one.refuses(surface, type_, language, folders, self.site)
            for one, folders in self.lists[:nearest]
            if one.nevers
        )


@dataclass(frozen=True)
class UserLists:
    """All the lists that count for a build, outer folders before inner ones."""

    files: tuple[EntityList, ...] = ()
    _made: dict[tuple[str, str], NamesHere] = field(default_factory=dict, compare=False, repr=False)
    """By folder and site: most documents share theirs with the one before."""

    def __getstate__(self) -> dict[str, object]:
        """The lists alone travel to another process."""
        return {"files": self.files, "_made": {}}

    def names_for(self, source: str, site: str) -> NamesHere:
        """The lists that count for one document.

        Args:
            source: the document's name, see ``Record.source``.
            site: what ``analysis.site`` says of it.
        """
        place = (container(source), site)
        if place not in self._made:
            if len(self._made) == _MOST_MADE:
                self._made.clear()
            above = [(one, folders) for one in self.files if (folders := folders_below(one.folder, source)) is not None]
            self._made[place] = NamesHere(tuple(reversed(above)), site)
        return self._made[place]

    def facts(self) -> dict[str, str]:
        """What build_info says of the lists."""
        return {IN_DATABASE + one.name: one.version for one in self.files}

    def names_of(self, key: str) -> tuple[EntityName, ...]:
        """The names that the lists have for an entity, in a fixed order."""
        from .given import LISTED

        return tuple(
            EntityName(text, language, LISTED) for text, language in sorted(self._known.get(key, _Known("")).names)
        )

    def shown(self, key: str) -> str | None:
        """The name that the lists show an entity by; None for one that isn't on them."""
        known = self._known.get(key)
        return known.name if known else None

    @cached_property
    def _known(self) -> dict[str, _Known]:
        found: dict[str, _Known] = {}
        for one in self.files:
            for text, entity in zip(one.names.texts, one.entities, strict=True):
                known = found.setdefault(entity.key, _Known(entity.name))
                known.names.update((text, language) for language in entity.where.languages or ("und",))
        return found


@dataclass(slots=True)
class _Known:
    name: str
    names: set[tuple[str, str]] = field(default_factory=set)


NO_LISTS = UserLists()


def digest_of(data: bytes) -> str:
    """See ``EntityList.digest``."""
    return sha256(data).hexdigest()[:12]


def in_order(lists: Iterable[EntityList]) -> tuple[EntityList, ...]:
    """Lists of outer folders before those of inner ones, the one that counts for all documents first."""
    return tuple(sorted(lists, key=lambda one: (one.folder.count("/"), one.folder != "", one.name)))
