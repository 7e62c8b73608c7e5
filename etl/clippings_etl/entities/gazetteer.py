"""The names we know: countries and regions from CLDR, organisations and events from our own reviewed tables.

A name is looked up in the document's language first, then in English, which every press writes,
then, where it stands in a script without Latin letters, in any language. Names that mean two
things in these languages are not found that way, and ISO codes never are: "Nga" is Russia in
Vietnamese, NGA is Nigeria's code.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ..documents import EntityName
from .cues import DATA
from .tokens import normal, tokenise

RULES_VERSION = 1
"""Raised whenever the recogniser's code gives other mentions for the same data."""
_DATA_FILES = ("aliases.csv", "cues.csv", "entities.csv", "given_names.txt", "territories.csv")
_SHORTEST_FALLBACK = 4
"""Letters that a name must have to be found outside its own language."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one entity, as the tables hold it."""

    key: str
    text: str
    languages: frozenset[str]
    source: str
    """``cldr`` or ``aliases``."""
    relation: str
    """``name``, ``short`` (an abbreviation: its capitals count) or ``demonym``."""
    needs: str
    """What must speak for it: nothing, ``context`` (a preposition or another country beside it)
    or ``document`` (another name of the same entity in the same document)."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All names, and how to find them. Immutable."""

    names: Mapping[str, tuple[Name, ...]]
    """Entity key → its names."""
    shown: Mapping[str, str]
    """Entity key → the name that is shown."""
    countries: Mapping[str, str]
    by_form: Mapping[str, tuple[Name, ...]]
    """Normal form → the names that read so."""
    longest: Mapping[str, int]
    """First word of a form → words in the longest form that begins with it."""
    given_names: frozenset[str]

    def find(self, form: str, language: str | None) -> tuple[Name, ...]:
        """The names that a normal form stands for in a text of this language; more than one if it is ambiguous."""
        names = self.by_form.get(form)
        if not names:
            return ()
        own = tuple(name for name in names if language in name.languages)
        if own:
            return own
        if len(form) < _SHORTEST_FALLBACK and not any(name.relation == "short" for name in names):
            return ()
        if len({name.key for name in names}) > 1:
            return ()
        if any("en" in name.languages for name in names):
            return tuple(name for name in names if "en" in name.languages and name.relation != "demonym")
        return names if language is None or not _latin(form) else ()


def _latin(form: str) -> bool:
    """Whether a form has Latin letters. Common words of one Latin-script language are names in another (German
    ``Island``), so these are never looked up across languages."""
    return any(
        "a" <= letter <= "z" or "\u00c0" <= letter <= "\u024f" or "\u1e00" <= letter <= "\u1eff" for letter in form
    )


def form_of(name: str) -> str:
    """A name as normal words with one space between, the form in which names are compared."""
    if name.isalpha():
        return normal(name)
    return " ".join(token.norm for token in tokenise(name, None))


def _read(file: str) -> list[dict[str, str]]:
    with (DATA / file).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def _all_names() -> Iterator[Name]:
    for row in _read("territories.csv"):
        yield Name(row["key"], row["name"], frozenset(row["languages"].split()), "cldr", "name", "")
    for row in _read("aliases.csv"):
        yield Name(row["key"], row["name"], frozenset((row["language"],)), "aliases", row["relation"], row["needs"])


def _reviewed(names: list[Name]) -> list[tuple[str, Name]]:
    """Each name with its form. Where our table has a form for a language, it is the one that counts there: it
    says what a name needs; and what needs context in English needs it in every language."""
    formed = [(form_of(name.text), name) for name in names]
    decided = {
        (name.key, form, language) for form, name in formed if name.source == "aliases" for language in name.languages
    }
    needs = {(name.key, form): name.needs for form, name in formed if name.needs and "en" in name.languages}
    kept = []
    for form, name in formed:
        languages = name.languages
        if name.source == "cldr":
            languages = frozenset(language for language in languages if (name.key, form, language) not in decided)
        if languages:
            need = name.needs or needs.get((name.key, form), "")
            kept.append((form, Name(name.key, name.text, languages, name.source, name.relation, need)))
    return kept


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of the package's data files, read once."""
    by_key: dict[str, list[Name]] = {}
    by_form: dict[str, list[Name]] = {}
    longest: dict[str, int] = {}
    shown: dict[str, str] = {}
    every = list(_all_names())
    for name in every:
        by_key.setdefault(name.key, []).append(name)
        if name.source == "cldr" and "en" in name.languages:
            shown.setdefault(name.key, name.text)
    for form, name in _reviewed(every):
        by_form.setdefault(form, []).append(name)
        first, spaces = form.partition(" ")[0], form.count(" ")
        longest[first] = max(longest.get(first, 0), spaces + 1)
    countries = {key: key[6:] for key in by_key if key.startswith("place:") and len(key) == 8 and key[6:].isupper()}
    for row in _read("entities.csv"):
        shown[row["key"]] = row["name"]
        if row["country"]:
            countries[row["key"]] = row["country"]
    given = (DATA / "given_names.txt").read_text(encoding="utf-8").split()
    return Gazetteer(
        names={key: tuple(names) for key, names in by_key.items()},
        shown=shown,
        countries=countries,
        by_form={form: tuple(names) for form, names in by_form.items()},
        longest=longest,
        given_names=frozenset(normal(name) for name in given),
    )


def names_of(key: str) -> tuple[EntityName, ...]:
    """All names that the gazetteer has for an entity, one a language, in a fixed order; none for entities that only
    the archive knows."""
    found = {
        (language, name.text, name.source) for name in gazetteer().names.get(key, ()) for language in name.languages
    }
    return tuple(EntityName(name=text, language=language, source=source) for language, text, source in sorted(found))


def country_of(key: str) -> str | None:
    """ISO 3166 code of the country that an entity is or belongs to, where known."""
    return gazetteer().countries.get(key)


@cache
def gazetteer_version() -> str:
    """Marks what names and rules a database was made with, for example ``1-3f0c2a91b7de``."""
    digest = hashlib.sha256()
    for file in _DATA_FILES:
        content = (DATA / file).read_bytes()
        digest.update(f"{file} {len(content)}\n".encode())
        digest.update(content)
    return f"{RULES_VERSION}-{digest.hexdigest()[:12]}"
