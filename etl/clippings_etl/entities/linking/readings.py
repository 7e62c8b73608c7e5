"""What a place's name may mean: the entities that share it, before anybody looks at the text around it."""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ..data_version import DATA
from ..gazetteer import Name, country_of, form_of, gazetteer
from ..tokens import APOSTROPHES
from .endings import inflected_names

_COUNTRY_OF_KEY = re.compile(r"place:([A-Z]{2})(-[A-Z0-9]{1,3})?")
_IMPORTANCE = 0.6
"""What ten times as many inhabitants are worth."""
_COUNTRY, _REGION, _OTHER = 7.5, 6.0, 5.0
"""Importance where no inhabitants are known, as the logarithm of their number."""
_CAPITAL = 1.0
"""What it is worth to be a capital, whose name stands for its government too."""


_ALIKE = 1.0
"""Below this difference importance doesn't tell what a name means that needs something to speak for it."""
_CALLED_AFTER, _CALLED_LIKE_COUNTRY = 1.5, 2.5
"""What it costs a region that a city of its country has the name, too; and any place, that a country has."""
_FOREIGN = 2.0
"""What it costs that the document's language has another name for the place."""


class Reading(NamedTuple):
    """One place that a name may mean."""

    key: str
    name: str
    kind: str
    """``country``, ``region`` or ``city``."""
    country: str | None
    prior: float
    """How much speaks for it without any context; a difference of 1 is a strong preference."""
    method: str
    """Which table knows the name: ``cldr``, ``aliases``, ``geonames`` or ``shared-names``."""
    foreign: bool = False
    """Whether the document's language has other names for it, and not this one."""


class Readings(NamedTuple):
    """All that a name may mean."""

    found: tuple[Reading, ...]
    needs: str
    """What has to speak for it all the same, see ``gazetteer.Name``: nothing, ``context`` or ``document``."""
    inflected: bool


@cache
def _shared() -> Mapping[str, tuple[str, ...]]:
    """Form → the keys of places that share it, whatever else the gazetteer says."""
    shared: dict[str, list[str]] = {}
    with (DATA / "shared_names.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            shared.setdefault(row["form"], []).append(row["key"])
    return {form: tuple(keys) for form, keys in shared.items()}


@cache
def _capitals() -> frozenset[tuple[str, str]]:
    with (DATA / "capitals.csv").open(encoding="utf-8", newline="") as file:
        return frozenset((row["country"], row["name"]) for row in csv.DictReader(file))


@lru_cache(1 << 14)
def readings(surface: str, language: str | None) -> Readings:
    """What the name of a place may mean in a text of a language; nothing where no table knows it."""
    form = form_of(surface)
    names = gazetteer().find(form, language)
    was_inflected = False
    if not any(name.key.startswith("place:") for name in names):
        stripped = _without_possessive(surface, language)
        names = gazetteer().find(form_of(stripped), language) if stripped else ()
        was_inflected = bool(names)
    if language and not any(name.key.startswith("place:") for name in names):
        names = inflected_names(tuple(form.split()), language)
        was_inflected = bool(names)
    if form not in _shared() and not any(name.key.startswith("place:") for name in names):
        return _of_a_kind(form, language) or Readings((), "", False)
    places = [name for name in names if name.key.startswith("place:")]
    if was_inflected and places:
        form = form_of(places[0].text)
    found = {name.key: _reading(name.key, name, name.text) for name in reversed(places)}
    for key in _shared().get(form, ()):
        found.setdefault(key, _reading(key, None, surface))
    own = {name.key for name in places if language in name.languages}
    for key, reading in found.items():
        if len(found) < 2 or key in own or reading.method == "shared-names":
            continue
        if _has_other_name(key, form, language):
            found[key] = reading._replace(prior=round(reading.prior - _FOREIGN, 3), foreign=True)
    _subordinate(found, places, _shared().get(form, ()))
    needs = _needs(places, max(found.values(), key=lambda one: (one.prior, one.key)).key) if found else ""
    if needs:
        highest = max(reading.prior for reading in found.values())
        for key, reading in found.items():
            if highest - reading.prior < _ALIKE:
                found[key] = reading._replace(prior=highest)
    return Readings(tuple(sorted(found.values(), key=lambda one: (-one.prior, one.key))), needs, was_inflected)


def _subordinate(found: dict[str, Reading], places: Sequence[Name], reviewed: Sequence[str]) -> None:
    """Of a city and the district or region called after it, the one that the gazetteer lists first stands for both.

    Those that are reviewed are kept, as less likely, and so are places that have the name of a country.
    """
    first: dict[str | None, Reading] = {}
    cities = {found[name.key].country for name in places if found[name.key].kind == "city"}
    for name in places:
        one = found.get(name.key)
        if one is None or one.kind == "country" or one.country not in cities:
            continue
        stands = first.setdefault(one.country, one)
        if stands.key != one.key and "region" in (stands.kind, one.kind) and one.key not in reviewed:
            del found[one.key]
    countries = {key: reading for key, reading in found.items() if reading.kind == "country"}
    for key, reading in found.items():
        if reading.kind != "country" and countries and key not in reviewed:
            prior = min(reading.prior, max(one.prior for one in countries.values())) - _CALLED_LIKE_COUNTRY
            found[key] = reading._replace(prior=round(prior, 3))
    for key in reviewed:
        if key in found and found[key].kind == "region" and (before := first.get(found[key].country)):
            prior = min(found[key].prior, before.prior - _CALLED_AFTER)
            found[key] = found[key]._replace(prior=round(prior, 3))


def _has_other_name(key: str, form: str, language: str | None) -> bool:
    """Whether a language calls a place otherwise: in German, Georgia is no name of Georgien."""
    own = [name for name in gazetteer().names(key) if language in name.languages]
    named = any(name.relation != "demonym" for name in own)
    return named and all(form_of(name.text) != form for name in own)


def _without_possessive(surface: str, language: str | None) -> str | None:
    """The name before an apostrophe's ending: "Türkiye'nin"."""
    if language not in ("tr", "az", "en"):
        return None
    for mark in APOSTROPHES:
        head, found, _ = surface.partition(mark)
        if found and head:
            return head
    return None


def _needs(names: list[Name], key: str) -> str:
    """What the most important reading needs."""
    return next((name.needs for name in names if name.key == key), "")


@cache
def _kind_words() -> Mapping[tuple[str, str], Mapping[str, str]]:
    """(language, ``before`` or ``behind``) → words that say that a name is a region's or a city's → which."""
    words: dict[tuple[str, str], dict[str, str]] = {}
    with (DATA / "place_cues.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["kinds"] in ("region", "city"):
                said = words.setdefault((row["language"], row["side"]), {})
                said.update((word, row["kinds"]) for word in row["words"].split("|"))
    return words


def _of_a_kind(form: str, language: str | None) -> Readings | None:
    """The readings of a name that holds the word for what it is: "Niger State", "tỉnh Quảng Nam"."""
    before, behind = (_kind_words().get((language or "en", side), {}) for side in ("before", "behind"))
    first, _, rest = form.partition(" ")
    head, _, last = form.rpartition(" ")
    bare = rest if first in before and rest else head if last in behind and head else ""
    if not bare or bare == form:
        return None
    names = [name for name in gazetteer().find(bare, language) if name.key.startswith("place:")]
    every = {name.key: _reading(name.key, name, name.text) for name in reversed(names)}
    every.update((key, _reading(key, None, bare)) for key in _shared().get(bare, ()) if key not in every)
    wanted = _kind_words()[language or "en", "before" if bare == rest else "behind"][first if bare == rest else last]
    found = tuple(sorted((one for one in every.values() if one.kind == wanted), key=lambda one: (-one.prior, one.key)))
    return Readings(found, "", False) if found else None


def _reading(key: str, name: Name | None, surface: str) -> Reading:
    entity = gazetteer().entity(key)
    match = _COUNTRY_OF_KEY.fullmatch(key)
    country = country_of(key) or (match[1] if match else None)
    kind = entity.kind if entity else "region"
    size = math.log10(entity.population) if entity and entity.population else 0.0
    if kind == "country":
        size = _COUNTRY
    elif not size:
        size = _REGION if match else _OTHER
    prior = _IMPORTANCE * size
    shown = entity.shown if entity else surface
    if kind == "city" and (country, shown) in _capitals():
        prior += _CAPITAL
    return Reading(key, shown, kind, country, round(prior, 3), name.source if name else "shared-names")
