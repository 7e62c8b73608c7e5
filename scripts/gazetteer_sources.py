"""Make the tables of the gazetteer that come from other people's data.

    python scripts/gazetteer_sources.py DIR

writes these files into ``etl/clippings_etl/entities/data``:

``territories.csv``   names of countries and of world regions in every language of Babel's CLDR
``places.csv``        cities and parts of countries
``place_names.csv``   their names by language, with what each needs to be taken for the place
``people.csv``        given and family names from the locales of Faker, with their languages

DIR holds the packages that ``gazetteer_places.py`` names. Also needs Babel, Faker and simplemma,
all only here (``pip install datasette-clippings[data]``); nothing at run time reads them. The same versions
give the same bytes. The other tables are written and reviewed by hand; ``place_review.csv``, one
of them, says what is left out here or needs context. Then run ``scripts/build_gazetteer.py``.
"""

from __future__ import annotations

import csv
import importlib
import io
import pkgutil
import sys
import unicodedata
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import faker.providers.person
from babel import Locale, UnknownLocaleError
from babel.localedata import locale_identifiers
from faker import Generator
from gazetteer_places import DOWNLOADS, SURE_PEOPLE, Place, PlaceName, Sources, needs, places
from gazetteer_places import spellings as place_spellings

DATA = Path(__file__).parent.parent / "etl" / "clippings_etl" / "entities" / "data"

# Codes that CLDR keeps for itself, names no people live by, and military bases.
NOT_A_TERRITORY = frozenset(("AC", "CP", "CQ", "DG", "EZ", "QO", "XA", "XB", "ZZ"))
# The two organisations that CLDR files among the territories.
ORGANISATIONS = {"EU": "organisation:european-union", "UN": "organisation:united-nations"}
# Reformers' alphabets for English; no newspaper was ever long in them.
INVENTED_SCRIPTS = frozenset(("Dsrt", "Shaw"))
# World regions (UN M49) that articles speak of; the others are statisticians' words.
REGIONS = {
    "002": "place:africa",
    "003": "place:north-america",
    "005": "place:south-america",
    "009": "place:oceania",
    "013": "place:central-america",
    "029": "place:caribbean",
    "035": "place:southeast-asia",
    "142": "place:asia",
    "143": "place:central-asia",
    "150": "place:europe",
    "151": "place:eastern-europe",
    "155": "place:western-europe",
    "202": "place:sub-saharan-africa",
    "419": "place:latin-america",
}


def territory_key(code: str) -> str | None:
    """The entity key of a CLDR territory code, or None where we want none."""
    if code in REGIONS:
        return REGIONS[code]
    if code in ORGANISATIONS:
        return ORGANISATIONS[code]
    if len(code) == 2 and code.isalpha() and code not in NOT_A_TERRITORY:
        return f"place:{code}"
    return None


def spellings(name: str) -> list[str]:
    """A CLDR name and, of ``Myanmar (Burma)``, what stands before the bracket."""
    name = unicodedata.normalize("NFC", name).strip()
    head = name.partition(" (")[0].strip()
    return [name] if head == name else [name, head]


def plainly(names: Sequence[str], language: str) -> list[str]:
    """English names with "and" for the sign that CLDR writes there."""
    return [*names, *(name.replace("&", "and") for name in names if "&" in name and language == "en")]


def territories() -> dict[tuple[str, str], set[str]]:
    """(key, name) → languages. A locale with its own script counts for its language."""
    found: dict[tuple[str, str], set[str]] = {}
    for identifier in locale_identifiers():
        try:
            locale = Locale.parse(identifier)
        except UnknownLocaleError:
            continue
        if locale.territory or locale.script in INVENTED_SCRIPTS:
            continue  # regional variants repeat their language
        for code, name in locale.territories.items():
            key = territory_key(code)
            if key is None or name == code:
                continue
            for spelling in plainly(spellings(name), locale.language):
                found.setdefault((key, spelling), set()).add(locale.language)
    return found


def people() -> dict[str, tuple[set[str], set[str]]]:
    """Name → languages in which it is a given name, and in which it is a family name.

    From all locales of Faker that have scripts with capital letters. The locales of India, Pakistan and Thailand
    that are written in English count for English.
    """
    names: dict[str, tuple[set[str], set[str]]] = {}
    attributes = {
        "first_names": 0, "first_names_male": 0, "first_names_female": 0,
        "last_names": 1, "last_names_male": 1, "last_names_female": 1,
    }  # fmt: skip
    for module_info in pkgutil.iter_modules(faker.providers.person.__path__):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # some locales are kept under an old name too
            module = importlib.import_module(f"faker.providers.person.{module_info.name}")
        provider = module.Provider(Generator())
        for attribute, kind in attributes.items():
            for name in getattr(provider, attribute, ()):
                for word in single_names(name):
                    names.setdefault(word, (set(), set()))[kind].add(module_info.name.partition("_")[0])
    return names


def single_names(name: str) -> list[str]:
    """The name, if it is one capitalised word of at least three letters (``Jean-Luc`` gives two)."""
    words = unicodedata.normalize("NFC", name).replace("-", " ").split()
    return [word for word in words if len(word) > 2 and word.isalpha() and word.istitle()]


def reviewed() -> dict[tuple[str, str], str]:
    """What our own table decides about names of places: (name, language) → ``sure``, ``context`` or ``drop``.

    No language stands for all of them.
    """
    with (DATA / "place_review.csv").open(encoding="utf-8", newline="") as file:
        return {(row["name"], row["language"]): row["decision"] for row in csv.DictReader(file)}


def place_rows(
    found: Sequence[Place], names: Iterable[PlaceName], people_words: frozenset[str]
) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """Rows of places.csv and place_names.csv. Names of one place that are written alike share a row."""
    decided = reviewed()
    unwanted = {name for (name, _), decision in decided.items() if decision == "drop"}
    dropped = {place.key for place in found if not place.population and not unwanted.isdisjoint(also_called(place))}
    kept = [place for place in found if place.key not in dropped]
    sure = frozenset(place.key for place in kept if place.is_capital or place.population >= SURE_PEOPLE)
    decisions = {name: "" if decision == "sure" else "context" for name, decision in decided.items()}
    spoken: dict[tuple[str, str, str, str], set[str]] = {}
    wanted = (name for name in names if name.key not in dropped and name.name not in unwanted)
    for name, need in needs(wanted, people_words, sure, decisions):
        spoken.setdefault((name.key, name.name, need, name.source), set()).add(name.language)
    name_rows: list[tuple[str, ...]] = [
        (key.removeprefix("place:"), name, " ".join(sorted(languages)), need, source)
        for (key, name, need, source), languages in sorted(spoken.items())
    ]
    return [place_row(place) for place in sorted(kept, key=lambda place: place.key)], name_rows


def also_called(place: Place) -> Iterator[str]:
    """The English names of a place, with and without a word for what it is."""
    return place_spellings(place.name, "en")


def place_row(place: Place) -> tuple[str, ...]:
    role = "capital" if place.is_capital else ""
    where = (coordinate(place.latitude), coordinate(place.longitude))
    return place.key.removeprefix("place:"), place.name, place.country, *where, str(place.population), role


def coordinate(degrees: float | None) -> str:
    return "" if degrees is None else f"{degrees:.3f}"


def write(file: str, columns: str, rows: Iterable[Sequence[str]]) -> int:
    """Writes a table; returns how many rows it has."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns.split())
    listed = list(rows)
    writer.writerows(listed)
    (DATA / file).write_text(text.getvalue(), encoding="utf-8")
    return len(listed)


def words_of(names: Mapping[str, tuple[set[str], set[str]]]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names)


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 1:
        print(f"usage: python scripts/gazetteer_sources.py DIR, where DIR holds{DOWNLOADS}", file=sys.stderr)
        return 2
    names = people()
    place_table, name_table = place_rows(*places(Sources(Path(arguments[0]))), words_of(names))
    territory_table = sorted((key, name, " ".join(sorted(spoken))) for (key, name), spoken in territories().items())
    people_table = [
        (name, " ".join(sorted(given)), " ".join(sorted(family))) for name, (given, family) in sorted(names.items())
    ]
    for file, columns, rows in (
        ("territories.csv", "key name languages", territory_table),
        ("places.csv", "key name country latitude longitude population role", place_table),
        ("place_names.csv", "key name languages needs source", name_table),
        ("people.csv", "name given family", people_table),
    ):
        print(f"{file}: {write(file, columns, rows):,} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
