"""The tables that linking reads hold what their readers expect."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator

import pytest
from benchmarks.entities.linking import items

from clippings_etl.entities.data_version import DATA, gazetteer_version
from clippings_etl.entities.gazetteer import Entity, gazetteer
from clippings_etl.entities.link import country_of
from clippings_etl.entities.linking.offices import office, press

TABLES = {
    "capitals": ["country", "name"],
    "country_adjectives": ["language", "country", "stem"],
    "legal_forms": ["place", "words"],
    "ministries": ["kind", "language", "portfolio", "words"],
    "place_cues": ["language", "side", "kinds", "words"],
    "romanisation": ["table", "letters", "latin"],
    "shared_names": ["form", "key"],
}


def rows(table: str) -> list[dict[str, str]]:
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_its_columns_and_no_row_twice(table: str) -> None:
    """Columns are as the readers name them; no row says again what another says."""
    found = rows(table)
    assert list(found[0]) == TABLES[table]
    counted = Counter(tuple(row.values()) for row in found)
    assert [row for row, count in counted.items() if count > 1] == []


def test_keys_and_countries_exist() -> None:
    """Shared names lead to places of the gazetteer, countries are ISO codes that it has."""
    known = gazetteer()
    assert [row for row in rows("shared_names") if known.entity(row["key"]) is None] == []
    codes = {row["country"] for table in ("capitals", "country_adjectives") for row in rows(table)}
    codes.update(press().values())
    assert sorted(code for code in codes if known.entity(f"place:{code}") is None) == []


def test_every_capital_is_a_city_of_its_country() -> None:
    """Of nearly all countries the gazetteer has the capital under the name that the table gives."""
    cities = {(entity.country, entity.shown) for entity in _cities()}
    missing = [row for row in rows("capitals") if (row["country"], row["name"]) not in cities]
    assert len(missing) < 0.1 * len(rows("capitals")), missing


def _cities() -> Iterator[Entity]:
    known = gazetteer()
    for key in known.shown:
        if key.startswith("place:geonames:"):
            entity = known.entity(key)
            if entity and entity.kind == "city":
                yield entity


def test_ways_of_romanising_are_patterns() -> None:
    """What Latin-script languages make of a letter compiles, without groups of its own."""
    for row in rows("romanisation"):
        if row["table"].startswith("latin:"):
            assert re.compile(row["letters"]).groups == 0


def _named_by_head() -> list[tuple[str, str]]:
    """For each language in which a head leads the name: a ministry, and the portfolio that it names."""
    first = {(row["kind"], row["language"], row["portfolio"]): row["words"].split("|")[0] for row in rows("ministries")}
    named = []
    for kind, language, _ in sorted(first):
        portfolio = next((name for name in ("health", "finance") if ("portfolio", language, name) in first), None)
        compounds = ("glued", language, "") in first and language != "de"
        if kind == "head" and portfolio and not compounds:
            space = "" if language == "th" else " "
            head = first[kind, language, ""]
            named.append((language, head + space + first["portfolio", language, portfolio]))
    return named


@pytest.mark.parametrize(("language", "name"), _named_by_head())
def test_each_language_names_its_ministries(language: str, name: str) -> None:
    """The first head of a language and what such a ministry is there for are understood as a ministry."""
    found = office(name, language)
    assert found is not None
    assert found.portfolio in (("health",), ("finance",))


def test_ministries_are_named_in_many_languages() -> None:
    """The table has the usual portfolios of at least twelve languages."""
    languages = Counter(row["language"] for row in rows("ministries") if row["kind"] == "portfolio")
    assert sum(count >= 10 for count in languages.values()) >= 12


def test_offices_have_a_country_by_their_key() -> None:
    """The country of a ministry or embassy is told by its key, that of a name alone isn't."""
    assert country_of("organisation:VN:ministry-of-health") == "VN"
    assert country_of("organisation:US:embassy-in-KE") == "US"
    assert country_of("organisation:us-steel") is None
    assert country_of("place:us") is None


def test_the_version_of_the_gazetteer_covers_the_tables() -> None:
    """A version is a rules number and a digest, so that a build knows when names are linked otherwise."""
    assert re.fullmatch(r"\d+-[0-9a-f]{12}", gazetteer_version())


def test_the_linking_test_set_is_large_and_of_many_languages() -> None:
    """At least 320 marked mentions in 16 languages, of which a third is held aside."""
    texts = items()
    mentions = [mention for item in texts for mention in item.mentions]
    assert len(mentions) >= 320
    assert len({item.language for item in texts}) >= 16
    assert 0.3 < sum(item.aside for item in texts) / len(texts) < 0.37
    assert sum(mention.expected is None for mention in mentions) >= 10
    assert all(item.text[mark.start : mark.end] for item in texts for mark in item.mentions)
