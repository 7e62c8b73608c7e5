"""Entities that an entity may be taken for."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from .archive import ARTICLES, Row, make_archive
from .conftest import READER, Site

# id, key, name, type, country
PEOPLE = [
    (20, "person:michael-jordan", "Michael Jordan", "person", None),
    (21, "place:JO", "Jordan", "place", "JO"),
    (22, "person:eddie-jordan", "Eddie JORDAN", "person", None),
    (23, "organisation:jordan", "Jordan", "organisation", None),
    (24, "person:jordan-river", "Jordan River", "person", None),
    (25, "place:GE", "Georgia", "place", "GE"),
    (26, "place:US-GA", "Georgia", "place", "US"),
    (27, "person:nguyễn-văn-hùng", "Nguyễn Văn Hùng", "person", None),
    (28, "person:nguyễn-văn-hưng", "Nguyễn Văn Hưng", "person", None),
    (29, "person:trần-hùng", "Trần Hùng", "person", None),
    (30, "person:zhalol-marufov", "Джалол Маруфов", "person", None),
    (31, "person:anna-marufov", "Anna Marufov", "person", None),
    (32, "person:percent", "100% [*] _x", "person", None),
    (33, "organisation:percent", "100% [*] _X", "organisation", None),
    (34, "organisation:percents", "1000 [*] yx", "organisation", None),
    (35, "place:asia", "韩国", "place", None),
    (36, "organisation:asia", "韩国", "organisation", None),
    (37, "organisation:jordan-bank", "Bank of Jordan", "organisation", None),
]


@pytest.fixture(scope="module")
def peopled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with entities of the same names; two mentions of it are undecided."""
    archive = make_archive(tmp_path_factory.mktemp("peopled") / "clippings.db", [
        *ARTICLES, Row("Harbour", "Georgia and Uzbekistan.", "en", [("Uzbekistan", 2)]),
    ])  # fmt: skip
    connection = sqlite3.connect(archive)
    connection.executemany("insert into entities (id, key, name, type, country) values (?, ?, ?, ?, ?)", PEOPLE)
    mention = "insert into mentions (article_id, field, start, entity_id, surface, score, method) values (?, 'text', "
    connection.execute(f"{mention}0, 26, 'Georgia', 1, 'test')", [9])
    connection.executemany(
        "insert into mention_candidates values (9, 'text', 0, ?, ?, 'Georgia', 0.5)",
        [(1, "place:GE"), (2, "place:US-GA"), (3, "place:unknown")],
    )
    connection.execute("update entities set article_count = 5 where id in (22, 26)")
    connection.commit()
    connection.close()
    return archive


def alike(site: Site, key: str, **arguments: Any) -> list[dict[str, Any]]:
    response = site.get("-/entity.json", _key=key, **arguments)
    assert response.status_code == 200, response.text
    found: list[dict[str, Any]] = response.json()["namesakes"]
    return found


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("person:michael-jordan", [("person:eddie-jordan", "same last name"), ("organisation:jordan", "same last name"),
                                   ("place:JO", "same last name")]),
        ("place:JO", [("organisation:jordan", "same name"), ("person:eddie-jordan", "same last name"),
                      ("person:michael-jordan", "same last name")]),
        ("place:GE", [("place:US-GA", "meant by the same words")]),
        ("person:nguyễn-văn-hùng", [("person:nguyễn-văn-hưng", "same name"), ("person:trần-hùng", "same last name")]),
        ("person:zhalol-marufov", [("person:anna-marufov", "same last name")]),
        ("person:percent", [("organisation:percent", "same name")]),
        ("place:asia", [("organisation:asia", "same name")]),
        ("organisation:asean", []),
        ("organisation:jordan-bank", []),
    ],
)  # fmt: skip
def test_entities_of_the_same_name(peopled: Path, key: str, expected: list[tuple[str, str]]) -> None:
    """Of the same name whatever its case and diacritics, of the same last name, or meant by an undecided mention."""
    found = [(each["key"], each["reason"]) for each in alike(Site([peopled]), key)]

    assert found == expected


def test_what_tells_them_apart(peopled: Path) -> None:
    """Type, country, articles, the mentions that may mean either, and those that it is mentioned with."""
    [georgia] = alike(Site([peopled]), "place:GE")

    assert (georgia["type"], georgia["country"], georgia["mentions"], georgia["article_count"]) == ("place", "US", 1, 5)
    assert georgia["company"] == ["Uzbekistan"]
    page = Site([peopled]).get("entities/25").text
    assert "May be confused with" in page
    assert "Mentioned with <bdi>Uzbekistan</bdi>" in page


def test_private_tables_show_in_nothing(peopled: Path) -> None:
    """Candidates, and numbers of articles and company, only to those who may view where they come from."""
    site = Site([peopled], {name: {"allow": READER} for name in ("mention_candidates", "article_entities")})

    assert [each["reason"] for each in alike(site, "place:GE")] == ["same name"]
    assert [(each["article_count"], each["company"]) for each in alike(site, "place:GE")] == [(None, [])]
    [georgia] = alike(site, "place:GE", actor=READER)
    assert (georgia["reason"], georgia["company"]) == ("meant by the same words", ["Uzbekistan"])
