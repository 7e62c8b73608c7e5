"""Make the tables of the gazetteer that come from other people's data.

    python scripts/gazetteer_sources.py

writes two files into ``etl/clippings_etl/entities/data``:

``territories.csv``   names of countries and of world regions in every language of Babel's CLDR
``given_names.txt``   given names from the locales of Faker

The other files there are written and reviewed by hand. Needs Babel and Faker, both only here;
nothing at run time reads them. The same versions give the same bytes.
"""

from __future__ import annotations

import csv
import importlib
import io
import pkgutil
import unicodedata
from pathlib import Path

import faker.providers.person
from babel import Locale, UnknownLocaleError
from babel.localedata import locale_identifiers
from faker import Generator

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
            for spelling in spellings(name):
                found.setdefault((key, spelling), set()).add(locale.language)
    return found


def given_names() -> list[str]:
    """Given names of all of Faker's locales that have scripts with capital letters."""
    names: set[str] = set()
    for module_info in pkgutil.iter_modules(faker.providers.person.__path__):
        module = importlib.import_module(f"faker.providers.person.{module_info.name}")
        provider = module.Provider(Generator())
        for attribute in ("first_names", "first_names_male", "first_names_female"):
            for name in getattr(provider, attribute, ()):
                names.update(single_names(name))
    return sorted(names)


def single_names(name: str) -> list[str]:
    """The name, if it is one capitalised word of at least three letters (``Jean-Luc`` gives two)."""
    words = unicodedata.normalize("NFC", name).replace("-", " ").split()
    return [word for word in words if len(word) > 2 and word.isalpha() and word.istitle()]


def main() -> None:
    rows = sorted((key, name, " ".join(sorted(languages))) for (key, name), languages in territories().items())
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["key", "name", "languages"])
    writer.writerows(rows)
    (DATA / "territories.csv").write_text(text.getvalue(), encoding="utf-8")
    names = given_names()
    (DATA / "given_names.txt").write_text("\n".join(names) + "\n", encoding="utf-8")
    print(f"{len(rows)} territory names, {len(names)} given names")


if __name__ == "__main__":
    main()
