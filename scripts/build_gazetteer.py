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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clippings_etl.entities.cues import DATA
from clippings_etl.entities.gazetteer import (
    CAPITALISED_FORM,
    COMPILED,
    GIVEN,
    KINDS,
    NEEDS,
    PLACED,
    RELATIONS,
    SOURCES,
    TEXTS,
    THE_FORM,
    Entity,
    Name,
    capitalised,
    form_of,
)
from clippings_etl.entities.tables import hash_of, index_of, pack
from clippings_etl.entities.tokens import normal

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
    """The entities that the names name, by key. Shown is the name in our table, else the English one of CLDR."""
    rows = {row["key"]: row for row in read("entities.csv")}
    shown: dict[str, str] = {}
    for name in names:
        if name.source == "cldr" and "en" in name.languages:
            shown.setdefault(name.key, name.text)
    entities = []
    for key in sorted({name.key for name in names} | rows.keys()):
        row: Mapping[str, str] = rows.get(key, {})
        is_country = key.startswith("place:") and len(key) == 8 and key[6:].isupper()
        entities.append(
            Entity(
                key=key,
                shown=row.get("name") or shown[key],
                kind="country" if is_country else {"place": "region"}.get(key.partition(":")[0], key.partition(":")[0]),
                country=row.get("country") or (key[6:] if is_country else None),
                latitude=None,
                longitude=None,
                population=0,
                wikidata=row.get("wikidata") or None,
            )
        )
    return entities


def openings(forms: Sequence[str]) -> dict[int, int]:
    """Hash of a form's first word, and of its first two → words in the longest form that begins so."""
    longest: dict[int, int] = {}
    for form in forms:
        words = form.split(" ")
        for opening in {words[0], " ".join(words[:2])}:
            value = hash_of(opening)
            longest[value] = max(longest.get(value, 0), len(words))
    return dict(sorted(longest.items()))


def compiled() -> bytes:
    """The file that the tables give."""
    names = list(all_names())
    formed = reviewed(names)
    entities = all_entities(names)
    forms = sorted({one.form for one in formed})
    lengths = openings([one.form for one in formed if one.found])
    people = sorted({normal(name) for name in (DATA / "given_names.txt").read_text(encoding="utf-8").split()})
    return pack(
        {
            **index_of("forms", forms),
            "openings": array("I", lengths),
            "opening_lengths": array("B", lengths.values()),
            **name_sections(formed, forms, [entity.key for entity in entities]),
            **entity_sections(entities),
            **index_of("people", people),
            "people_marks": array("B", [GIVEN] * len(people)),
        }
    )


def name_sections(formed: Sequence[Formed], forms: Sequence[str], keys: Sequence[str]) -> Sections:
    """The names by form, then those that are only listed; and the names of each entity."""
    form_places = {form: place for place, form in enumerate(forms)}
    key_places = {key: place for place, key in enumerate(keys)}
    languages = sorted({" ".join(sorted(one.name.languages)) for one in formed})
    language_places = {spoken: place for place, spoken in enumerate(languages)}
    ordered = sorted(formed, key=lambda one: (not one.found, form_places[one.form]))
    counts = array("I", [0] * (len(forms) + 1))
    texts: dict[str, int] = {}
    size = 0
    sections: dict[str, array[int]] = {code: array("I") for code in ("name_entities", "name_forms", "name_texts")}
    sections |= {"name_languages": array("H"), "name_marks": array("B")}
    for one in ordered:
        name, form = one.name, one.form
        if name.text not in (form, capitalised(form)) and name.text not in texts:
            texts[name.text] = size + TEXTS
            size += len(name.text.encode()) + 1
        at = THE_FORM if name.text == form else CAPITALISED_FORM if name.text == capitalised(form) else texts[name.text]
        marks = RELATIONS.index(name.relation) | NEEDS.index(name.needs) << 2 | SOURCES.index(name.source) << 4
        sections["name_entities"].append(key_places[name.key])
        sections["name_forms"].append(form_places[form])
        sections["name_texts"].append(at)
        sections["name_languages"].append(language_places[" ".join(sorted(name.languages))])
        sections["name_marks"].append(marks)
        counts[form_places[form] + 1] += one.found
    return {
        "form_names": running(counts),
        **sections,
        "texts": "".join(f"{text}\n" for text in texts).encode(),
        **index_of("languages", languages),
        **names_by_entity(sections["name_entities"], len(keys)),
    }


def names_by_entity(entities: Sequence[int], count: int) -> Sections:
    """Where the names of each entity are in ``entity_names``, and there the places of its names."""
    counts = array("I", [0] * (count + 1))
    for entity in entities:
        counts[entity + 1] += 1
    places = sorted(range(len(entities)), key=lambda name: (entities[name], name))
    return {"entity_first": running(counts), "entity_names": array("I", places)}


def running(counts: Sequence[int]) -> array[int]:
    """The sum up to each of the counts."""
    sums, total = array("I"), 0
    for count in counts:
        total += count
        sums.append(total)
    return sums


def entity_sections(entities: Sequence[Entity]) -> Sections:
    """The entities by key."""
    described = ["\t".join((one.shown, one.country or "", one.wikidata or "")) for one in entities]
    shown = sorted(set(described))
    places = {text: place for place, text in enumerate(shown)}
    return {
        **index_of("keys", [one.key for one in entities]),
        **index_of("shown", shown),
        "entity_shown": array("I", [places[text] for text in described]),
        "entity_marks": array("B", [KINDS.index(one.kind) | PLACED * (one.latitude is not None) for one in entities]),
        "latitudes": array("f", [one.latitude or 0 for one in entities]),
        "longitudes": array("f", [one.longitude or 0 for one in entities]),
        "populations": array("I", [one.population for one in entities]),
    }


def main(arguments: Sequence[str]) -> int:
    content = compiled()
    if "--check" in arguments:
        if content == COMPILED.read_bytes():
            return 0
        print(f"{COMPILED.name} isn't what the tables give; run python scripts/build_gazetteer.py", file=sys.stderr)
        return 1
    COMPILED.write_bytes(content)
    print(f"{COMPILED.name}: {len(content):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
