"""The gazetteer's data files hold together."""

from __future__ import annotations

import csv
from collections import Counter

from clippings_etl.entities.data_version import DATA
from clippings_etl.entities.gazetteer import form_of, gazetteer


def rows(file: str) -> list[dict[str, str]]:
    with (DATA / file).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def test_every_alias_belongs_to_a_known_entity() -> None:
    """An alias's key is a CLDR territory or a row of entities.csv, so that it has a name to show."""
    assert {row["key"] for row in rows("aliases.csv")} <= set(gazetteer().shown)


def test_no_alias_is_listed_twice() -> None:
    """A name stands once for an entity and language."""
    counts = Counter((row["key"], row["language"], row["name"]) for row in rows("aliases.csv"))
    assert [row for row, count in counts.items() if count > 1] == []


def test_no_unmarked_alias_means_two_entities_in_one_language() -> None:
    """An alias that two entities share in a language says that the document must settle it."""
    keys: dict[tuple[str, str], set[str]] = {}
    for row in rows("aliases.csv"):
        if row["needs"] != "document":
            keys.setdefault((row["language"], form_of(row["name"])), set()).add(row["key"])
    assert {name for name, found in keys.items() if len(found) > 1} == set()


def test_aliases_use_the_known_columns() -> None:
    """Relations and needs are those that the code knows."""
    assert {row["relation"] for row in rows("aliases.csv")} == {"name", "short", "demonym"}
    assert {row["needs"] for row in rows("aliases.csv")} == {"", "context", "document"}


def test_each_kind_of_cue_is_listed_once_a_language() -> None:
    """cues.csv has one row for a language and kind, without a word twice."""
    listed = rows("cues.csv")
    assert len({(row["language"], row["kind"]) for row in listed}) == len(listed)
    assert all(word.strip() for row in listed for word in row["words"].split("|"))
    assert [row for row in listed if len(set(row["words"].split("|"))) < row["words"].count("|") + 1] == []
