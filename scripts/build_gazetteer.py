"""Compile the gazetteer: the tables of names in ``etl/clippings_etl/entities/data`` into one file for use.

    python scripts/build_gazetteer.py           write gazetteer.tables
    python scripts/build_gazetteer.py --check   exit with 1 if it isn't what these tables give

The tables are what people read and review. Where one of them comes from other people's data,
``scripts/gazetteer_sources.py`` made it. The same tables give the same bytes on every machine.
"""

from __future__ import annotations

import csv
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from clippings_etl.entities.data_version import DATA
from clippings_etl.entities.gazetteer import (
    AS_FORM,
    CAPITAL,
    CAPITALISED,
    COMPILED,
    FAMILY,
    GIVEN,
    KINDS,
    NEEDS,
    PLACED,
    RELATIONS,
    SOURCES,
    TEXTED,
    Entity,
    Name,
    capitalised,
    form_of,
)
from clippings_etl.entities.tables import hash_of, in_order, index_of, pack, text_of
from clippings_etl.entities.tokens import normal, word_set

Sections = dict[str, "array[int] | array[float] | bytes"]


@dataclass(frozen=True, slots=True)
class Formed:
    """A name with its normal form; ``found`` is false for names that are listed but never looked up."""

    form: str
    name: Name
    found: bool


def read(file: str) -> list[dict[str, str]]:
    """The rows of a table of the data folder."""
    with (DATA / file).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def all_names() -> Iterator[Name]:
    """The names of all tables, in the order in which they are preferred."""
    for row in read("territories.csv"):
        yield Name(row["key"], row["name"], frozenset(row["languages"].split()), "cldr", "name", "")
    for row in read("place_names.csv"):
        languages = frozenset(row["languages"].split())
        yield Name(f"place:{row['key']}", row["name"], languages, row["source"], "name", row["needs"])
    for row in read("aliases.csv"):
        yield Name(row["key"], row["name"], frozenset((row["language"],)), "aliases", row["relation"], row["needs"])


def reviewed(names: Sequence[Name]) -> list[Formed]:
    """Each name with its form. Where our table has a form for a language, it is the one that counts there: it
    says what a name needs; and what needs context in English needs it in every language."""
    formed = [(form_of(name.text), name) for name in names]
    decided = {
        (name.key, form, language) for form, name in formed if name.source == "aliases" for language in name.languages
    }
    needs = {(name.key, form): name.needs for form, name in formed if name.needs and "en" in name.languages}
    kept = []
    for form, name in formed:
        counts = name.languages
        if name.source != "aliases":
            counts = frozenset(language for language in counts if (name.key, form, language) not in decided)
        need = name.needs or needs.get((name.key, form), "")
        for languages, found in ((counts, True), (name.languages - counts, False)):
            if languages:
                kept.append(Formed(form, Name(name.key, name.text, languages, name.source, name.relation, need), found))
    return kept


def all_entities(names: Sequence[Name]) -> list[Entity]:
    """The entities that the names name, by key. Shown is the name in our table, else the one of the places, else the
    English one of CLDR."""
    rows = {row["key"]: row for row in read("entities.csv")}
    places = {f"place:{row['key']}": row for row in read("places.csv")}
    shown = {key: place["name"] for key, place in places.items()}
    for name in names:
        if name.source == "cldr" and "en" in name.languages:
            shown.setdefault(name.key, name.text)
    entities = []
    for key in sorted({name.key for name in names} | rows.keys() | places.keys()):
        row: Mapping[str, str] = rows.get(key, {})
        place: Mapping[str, str] = places.get(key, {})
        kind = kind_of(key)
        entities.append(
            Entity(
                key=key,
                shown=row.get("name") or shown[key],
                kind=kind,
                country=row.get("country") or place.get("country") or (key[6:] if kind == "country" else None),
                latitude=float(place["latitude"]) if place.get("latitude") else None,
                longitude=float(place["longitude"]) if place.get("longitude") else None,
                population=int(place.get("population") or 0),
                is_capital=place.get("role") == "capital",
                wikidata=row.get("wikidata") or None,
            )
        )
    return entities


def kind_of(key: str) -> str:
    """The kind of an entity, which its key tells."""
    type_, _, rest = key.partition(":")
    if type_ != "place":
        return type_
    if rest.startswith("geonames:"):
        return "city"
    return "country" if len(rest) == 2 and rest.isupper() else "region"


IMPORTANT = {"country": 10**10, "organisation": 10**9, "event": 10**9}
REGION, PART_OF_COUNTRY, PART_OF_LARGE_COUNTRY = 10**9, 10**5, 10**6
LARGE = word_set(
    "AR AU BD BR CA CD CN CO DE DZ EG ES ET FR ID IN IR IT JP KE KR KZ MM MX MY NG PH PK PL RU SD TH TR TZ UA US"
)
PART_BEFORE_CITY = frozenset(("VN",))
"""Countries in whose news a name of both a city and the part of the country around it is mostly the part, unless the
city is among the largest."""


def importance(entity: Entity, sharing: Sequence[Entity]) -> int:
    """How often an entity is meant by a name that ``sharing`` have too; as if all were cities of so many people."""
    if entity.kind == "city":
        return entity.population * (5 if entity.is_capital else 1)
    if entity.kind != "region":
        return IMPORTANT[entity.kind]
    if not entity.country:
        return REGION
    if entity.country in PART_BEFORE_CITY:
        return 6 * PART_OF_LARGE_COUNTRY // 5
    cities = [importance(city, ()) for city in sharing if city.kind == "city" and city.country == entity.country]
    usual = PART_OF_LARGE_COUNTRY if entity.country in LARGE else PART_OF_COUNTRY
    return min([usual, *(city - 1 for city in cities)])


def ranked(formed: Sequence[Formed], entities: Mapping[str, Entity], forms: Sequence[str]) -> list[Formed]:
    """The names that are found, by form, of each form those of the most important entity first; then the others."""
    sharing: dict[str, dict[str, Entity]] = {}
    for one in formed:
        if one.found:
            sharing.setdefault(one.form, {})[one.name.key] = entities[one.name.key]
    ranks = {
        (form, key): -importance(entity, [*shared.values()])
        for form, shared in sharing.items()
        for key, entity in shared.items()
    }
    places = {form: place for place, form in enumerate(forms)}
    return sorted(formed, key=lambda one: (not one.found, places[one.form], ranks.get((one.form, one.name.key), 0)))


def openings(forms: Iterable[str]) -> dict[int, int]:
    """Hash of the first word, and of the first two, of forms of several words → words in the longest of them."""
    longest: dict[int, int] = {}
    for form in forms:
        words = form.split(" ")
        if len(words) > 1:
            for opening in (words[0], " ".join(words[:2])):
                value = hash_of(opening)
                longest[value] = max(longest.get(value, 0), len(words))
    return dict(sorted(longest.items()))


def compiled() -> bytes:
    """The file that the tables give."""
    names = list(all_names())
    formed = reviewed(names)
    entities = {entity.key: entity for entity in all_entities(names)}
    forms, keys = in_order(one.form for one in formed), in_order(entities)
    lengths, people = openings(one.form for one in formed if one.found), people_bits()
    return pack(
        {
            **index_of("forms", forms),
            "openings": array("I", lengths),
            "opening_lengths": array("B", lengths.values()),
            **name_sections(ranked(formed, entities, forms), forms, keys),
            **index_of("keys", keys),
            **entity_sections([entities[key] for key in keys]),
            **index_of("people", list(people)),
            "people_marks": array("B", people.values()),
        }
    )


def people_bits() -> dict[str, int]:
    """Normal word → whether it is a given name, a family name or both."""
    bits: dict[str, int] = {}
    for row in read("people.csv"):
        word = normal(row["name"])
        bits[word] = bits.get(word, 0) | GIVEN * bool(row["given"]) | FAMILY * bool(row["family"])
    return {word: bits[word] for word in in_order(bits)}


def name_sections(ordered: Sequence[Formed], forms: Sequence[str], keys: Sequence[str]) -> Sections:
    """The names that are looked up, by form; behind them those that are only listed."""
    form_places = {form: place for place, form in enumerate(forms)}
    key_places = {key: place for place, key in enumerate(keys)}
    languages = in_order(" ".join(sorted(one.name.languages)) for one in ordered)
    language_places = {spoken: place for place, spoken in enumerate(languages)}
    written = [how_written(one) for one in ordered]
    texted = array("I", [place for place, how in enumerate(written) if how == TEXTED])
    text_starts, texts = text_of(ordered[place].name.text for place in texted)
    return {
        "findable": array("I", [sum(one.found for one in ordered)]),
        "name_forms": array("I", [form_places[one.form] for one in ordered]),
        "name_entities": array("H", [key_places[one.name.key] for one in ordered]),
        "name_languages": array("H", [language_places[" ".join(sorted(one.name.languages))] for one in ordered]),
        "name_marks": array("B", [name_mark(one.name) | how << 6 for one, how in zip(ordered, written, strict=True)]),
        **index_of("languages", languages),
        "texted": texted,
        "text_starts": text_starts,
        "texts": texts,
    }


def how_written(one: Formed) -> int:
    if one.name.text == one.form:
        return AS_FORM
    return CAPITALISED if one.name.text == capitalised(one.form) else TEXTED


def name_mark(name: Name) -> int:
    return RELATIONS.index(name.relation) | NEEDS.index(name.needs) << 2 | SOURCES.index(name.source) << 4


def entity_sections(entities: Sequence[Entity]) -> Sections:
    """What is known of the entities, in the order of their keys."""
    starts, described = text_of("\t".join((one.shown, one.country or "", one.wikidata or "")) for one in entities)
    return {
        "described_starts": starts,
        "described": described,
        "entity_marks": array("B", map(entity_mark, entities)),
        "latitudes": array("f", [one.latitude or 0 for one in entities]),
        "longitudes": array("f", [one.longitude or 0 for one in entities]),
        "populations": array("I", [one.population for one in entities]),
    }


def entity_mark(entity: Entity) -> int:
    return KINDS.index(entity.kind) | PLACED * (entity.latitude is not None) | CAPITAL * entity.is_capital


def main(arguments: Sequence[str]) -> int:
    content = compiled()
    if "--check" in arguments:
        if content == COMPILED.read_bytes():
            return 0
        print(f"{COMPILED.name} isn't what the tables give; run python scripts/build_gazetteer.py", file=sys.stderr)
        return 1
    # Renamed into place: processes that have the old file mapped keep it whole.
    written = COMPILED.with_name(COMPILED.name + ".new")
    written.write_bytes(content)
    written.replace(COMPILED)
    print(f"{COMPILED.name}: {len(content):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
