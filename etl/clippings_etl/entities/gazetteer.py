"""The names we know: countries and regions from CLDR, cities from GeoNames, organisations and events from our own
reviewed tables.

A name is looked up in the document's language first, then in English, which every press writes,
then, where it stands in a script without Latin letters, in any language. ISO codes are never
found: "Nga" is Russia in Vietnamese, NGA is Nigeria's code.

``data/gazetteer.tables`` holds them, compiled by ``scripts/build_gazetteer.py`` from the tables
beside it. It is mapped into memory: opening it reads next to nothing, processes share its pages,
and a ``Name`` is made only when it is found.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..documents import EntityName
from .data_version import DATA
from .tables import Tables, hash_of
from .tokens import normal, tokenise

COMPILED = DATA / "gazetteer.tables"
_SHORTEST_FALLBACK = 4
"""Letters that a name must have to be found outside its own language."""

SOURCES = ("cldr", "aliases", "geonames")
RELATIONS = ("name", "short", "demonym")
NEEDS = ("", "context", "document")
KINDS = ("", "country", "region", "city", "organisation", "event")
"""Codes of these are their places in the tuples: add at the end."""
AS_FORM, CAPITALISED, TEXTED = 0, 1, 2
"""How a name is written: as its form, as its form with capitals, or as the texts have it."""
PLACED, CAPITAL = 16, 32
"""Bits of an entity's marks: that it has coordinates, that it is a country's capital. Its kind is below them."""
GIVEN, FAMILY = 1, 2
"""Bits of what a word is in people's names."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one entity, as the tables hold it."""

    key: str
    text: str
    languages: frozenset[str]
    source: str
    """``cldr``, ``geonames`` or ``aliases``."""
    relation: str
    """``name``, ``short`` (an abbreviation: its capitals count) or ``demonym``."""
    needs: str
    """What must speak for it: nothing, ``context`` (a preposition or another country beside it)
    or ``document`` (another name of the same entity in the same document)."""


@dataclass(frozen=True, slots=True)
class Entity:
    """What the gazetteer knows of an entity beside its names."""

    key: str
    shown: str
    kind: str
    """One of ``KINDS``; a region is a part of a country or of the world, or a sea, river or mountain."""
    country: str | None
    """ISO 3166 code of the country that it is, or lies in, or belongs to."""
    latitude: float | None
    longitude: float | None
    population: int
    """Inhabitants of a city, 0 where not known: says which of two cities is meant more often."""
    is_capital: bool
    wikidata: str | None


class Gazetteer:
    """All names, and how to find them. Holds no state but caches of bounded size."""

    def __init__(self, path: Path) -> None:
        tables = Tables(path)
        self._forms = tables.index("forms")
        self._openings, self._opening_lengths = tables.numbers("openings"), tables.numbers("opening_lengths")
        self._name_entities, self._name_forms = tables.numbers("name_entities"), tables.numbers("name_forms")
        self._name_languages, self._name_marks = tables.numbers("name_languages"), tables.numbers("name_marks")
        self._texted, self._texts = tables.numbers("texted"), tables.text("texts")
        self._text_starts = tables.numbers("text_starts")
        self._languages = tables.index("languages")
        self._keys = tables.index("keys")
        self._described, self._described_starts = tables.text("described"), tables.numbers("described_starts")
        self._entity_marks = tables.numbers("entity_marks")
        self._places = [tables.numbers(column) for column in ("latitudes", "longitudes", "populations")]
        self._findable = int(tables.numbers("findable")[0])
        self._people, self._people_marks = tables.index("people"), tables.numbers("people_marks")
        self.longest = lru_cache(1 << 16)(self._longest)
        self.find = lru_cache(1 << 14)(self._find)
        self.entity = lru_cache(1 << 13)(self._entity)
        self.people = lru_cache(1 << 16)(self._people_bits)
        self._names_at = lru_cache(1 << 13)(self._read_names)
        self._spoken = lru_cache(1 << 11)(self._read_languages)
        self._in_language = lru_cache(64)(self._language_forms)
        self.shown: Mapping[str, str] = _Shown(self)
        self.given_names: Container[str] = _GivenNames(self)

    def _longest(self, opening: str) -> int:
        """Words in the longest form that begins with this word, or with these two and a space between; 0 for none.

        Never too short; too long where two hashes of 32 bits happen to be the same.
        """
        value = hash_of(opening)
        index = bisect_left(self._openings, value)
        if index < len(self._openings) and self._openings[index] == value:
            return int(self._opening_lengths[index])
        return 0 if self._forms.find(opening) is None else opening.count(" ") + 1

    def _find(self, form: str, language: str | None) -> tuple[Name, ...]:
        """The names that a normal form stands for in a text of this language.

        More than one entity's if it is ambiguous: first that of the entity that is more important or larger.
        """
        names = self.reading(form)
        if not names:
            return ()
        own = tuple(name for name in names if language in name.languages)
        if own:
            return own
        if len(form) < _SHORTEST_FALLBACK and not any(name.relation == "short" for name in names):
            return ()
        english = tuple(name for name in names if "en" in name.languages)
        if english:
            # What English calls so must be what is called so most often anywhere.
            same = names[0].key in {name.key for name in english}
            return tuple(name for name in english if name.relation != "demonym") if same else ()
        return names if language is None or not _latin(form) else ()

    def reading(self, form: str) -> tuple[Name, ...]:
        """All names of this normal form, in any language, those of the most important entity first."""
        index = self._forms.find(form)
        return () if index is None else self._names_at(index)

    def beginning(self, letters: str, language: str) -> Iterator[tuple[str, tuple[Name, ...]]]:
        """The forms of a language's own names that begin with these letters, each with its names; all for ""."""
        own = self._in_language(language)
        for index in own[bisect_left(own, letters, key=self._forms.__getitem__) :].tolist():
            form = self._forms[index]
            if not form.startswith(letters):
                return
            yield form, tuple(name for name in self._names_at(index) if language in name.languages)

    def names(self, key: str) -> tuple[Name, ...]:
        """All names of an entity, with those that are never looked up."""
        entity = self._keys.find(key)
        if entity is None:
            return ()
        return tuple(map(self._name, np.flatnonzero(np.asarray(self._name_entities) == entity).tolist()))

    def _read_names(self, form: int) -> tuple[Name, ...]:
        first = bisect_left(self._name_forms, form, 0, self._findable)
        last = bisect_right(self._name_forms, form, first, self._findable)
        return tuple(map(self._name, range(first, last)))

    def _name(self, index: int) -> Name:
        marks = self._name_marks[index]
        written = marks >> 6
        if written == TEXTED:
            text = self._texts[self._text_starts[bisect_left(self._texted, index)]]
        else:
            form = self._forms[self._name_forms[index]]
            text = form if written == AS_FORM else capitalised(form)
        return Name(
            key=self._keys[self._name_entities[index]],
            text=text,
            languages=self._spoken(self._name_languages[index]),
            source=SOURCES[marks >> 4 & 3],
            relation=RELATIONS[marks & 3],
            needs=NEEDS[marks >> 2 & 3],
        )

    def _read_languages(self, index: int) -> frozenset[str]:
        return frozenset(self._languages[index].split())

    def _language_forms(self, language: str) -> NDArray[np.uint32]:
        """Indexes of the forms that are a language's own, in the order of the alphabet."""
        spoken = [index for index, languages in enumerate(self._languages) if language in languages.split()]
        own = np.isin(np.asarray(self._name_languages)[: self._findable], spoken)
        forms = np.unique(np.asarray(self._name_forms)[: self._findable][own])
        return np.array(sorted(forms.tolist(), key=self._forms.__getitem__), dtype=np.uint32)

    def _entity(self, key: str) -> Entity | None:
        """What is known of an entity; None for those that only an archive knows."""
        index = self._keys.find(key)
        if index is None:
            return None
        marks = self._entity_marks[index]
        shown, country, wikidata = self._described[self._described_starts[index]].split("\t")
        latitude, longitude, population = (column[index] for column in self._places)
        placed = bool(marks & PLACED)
        return Entity(
            key=key,
            shown=shown,
            kind=KINDS[marks % PLACED],
            country=country or None,
            latitude=round(latitude, 4) if placed else None,
            longitude=round(longitude, 4) if placed else None,
            population=population,
            is_capital=bool(marks & CAPITAL),
            wikidata=wikidata or None,
        )

    def _people_bits(self, word: str) -> int:
        """What a normal word is in people's names: the bits ``GIVEN`` and ``FAMILY``."""
        index = self._people.find(word)
        return 0 if index is None else int(self._people_marks[index])


class _Shown(Mapping[str, str]):
    """Entity key → the name that is shown."""

    def __init__(self, known: Gazetteer) -> None:
        self._known = known

    def __getitem__(self, key: str) -> str:
        entity = self._known.entity(key)
        if entity is None:
            raise KeyError(key)
        return entity.shown

    def __iter__(self) -> Iterator[str]:
        return iter(self._known._keys)

    def __len__(self) -> int:
        return len(self._known._keys)


class _GivenNames(Container[str]):
    """The normal words that are given names."""

    def __init__(self, known: Gazetteer) -> None:
        self._known = known

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and bool(self._known.people(word) & GIVEN)


def _latin(form: str) -> bool:
    """Whether a form has Latin letters. Common words of one Latin-script language are names in another (German
    ``Island``), so these are never looked up across languages."""
    return any(
        "a" <= letter <= "z" or "\u00c0" <= letter <= "\u024f" or "\u1e00" <= letter <= "\u1eff" for letter in form
    )


def capitalised(form: str) -> str:
    """A form with a capital at the beginning of each word, as most names are written."""
    return " ".join(word[:1].upper() + word[1:] for word in form.split(" "))


def form_of(name: str) -> str:
    """A name as normal words with one space between, the form in which names are compared."""
    if name.isalpha():
        return normal(name)
    return " ".join(token.norm for token in tokenise(name, None))


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of the package, opened once."""
    return Gazetteer(COMPILED)


def names_of(key: str) -> tuple[EntityName, ...]:
    """All names that the gazetteer has for an entity, one a language, in a fixed order; none for entities that only
    the archive knows."""
    found = {(language, name.text, name.source) for name in gazetteer().names(key) for language in name.languages}
    return tuple(EntityName(name=text, language=language, source=source) for language, text, source in sorted(found))


def country_of(key: str) -> str | None:
    """ISO 3166 code of the country that an entity is or belongs to, where known."""
    entity = gazetteer().entity(key)
    return entity.country if entity else None


@lru_cache(1 << 13)
def is_named(key: str) -> bool:
    """Whether the gazetteer has names for an entity."""
    return bool(gazetteer().names(key))
