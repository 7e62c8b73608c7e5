"""Mentions, map and entities of an archive in several files: as those of the same archive in one."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from clippings_etl import build

from .conftest import READER, Site
from .stories import documents

SHARDS = 3


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Site]:
    """The same documents in one file, and in several."""
    folder = tmp_path_factory.mktemp("shards")
    lines = "".join(json.dumps(record) + "\n" for record in documents(60))
    (folder / "stories.jsonl").write_text(lines, encoding="utf-8")
    built = []
    for count in (1, SHARDS):
        (folder / str(count)).mkdir()
        report = build([folder / "stories.jsonl"], folder / str(count) / "stories.db", workers=0, shards=count)
        built.append(Site(report.databases))
    return built[0], built[1]


def read(site: Site, path: str, **arguments: Any) -> dict[str, Any]:
    response = site.get(path, **arguments)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def mentions(site: Site, database: str, **arguments: Any) -> list[tuple[Any, ...]]:
    """All mentions, by following the links from page to page; an article by its lasting key."""
    found: list[tuple[Any, ...]] = []
    while True:
        page = read(site, f"/{database}/-/mentions.json", **arguments)
        found += [
            (each["date"] and each["date"]["text"], each["article_key"], each["field"], each["start"], each["key"])
            for each in page["mentions"]
        ]
        if not page["next_url"]:
            return found
        arguments = parse_qs(urlsplit(page["next_url"]).query, keep_blank_values=True)


@pytest.mark.parametrize(
    "arguments",
    [
        {"_entity": "place:KR"},
        {"_entity": "place:KR", "_search": "treaty"},
        {"_entity": ["place:KR", "place:VN"], "_from": "2024"},
        {"_entity": "place:KR", "_sort": "behind"},
    ],
)
def test_mentions_are_those_of_one_file(sites: tuple[Site, Site], arguments: dict[str, Any]) -> None:
    """Each is met once, whichever file one begins at, and by date they are in the same order but for equal dates."""
    one, many = sites
    expected = mentions(one, "stories", **arguments)
    assert len(expected) > 5
    for database in ("stories-1", "stories-3"):
        found = mentions(many, database, **arguments)
        assert Counter(found) == Counter(expected)
        if "_sort" not in arguments:
            assert [date for date, *_ in found] == [date for date, *_ in expected]


def test_the_csv_holds_those_of_all_files(sites: tuple[Site, Site]) -> None:
    """As many as in one file, each with a link that leads to its own."""
    one, many = (
        list(csv.DictReader(io.StringIO(site.get(f"/{name}/-/mentions.csv", _entity="place:KR").text)))
        for site, name in zip(sites, ("stories", "stories-2"), strict=True)
    )
    assert Counter((row["article"], row["field"], row["start"]) for row in many) == Counter(
        (row["article"], row["field"], row["start"]) for row in one
    )
    for row in many[::7]:
        assert sites[1].get(urlsplit(row["link"]).path).status_code == 302


def test_the_map_is_that_of_one_file(sites: tuple[Site, Site]) -> None:
    """The same places with the same counts and points, for any search."""
    for arguments in ({}, {"_search": "treaty"}, {"_entity": "place:KR"}):
        one = read(sites[0], "/stories/-/map.json", **arguments)
        many = read(sites[1], "/stories-2/-/map.json", **arguments)
        assert many["count"] == one["count"]
        shown = [[(each["key"], each["articles"], each["point"]) for each in page["places"]] for page in (one, many)]
        assert shown[0] == shown[1]
        assert (many["shards"], many["missing_shards"]) == (SHARDS, [])


def test_an_entity_is_found_in_any_file(sites: tuple[Site, Site]) -> None:
    """By its key, whichever file is asked; it says that it isn't the whole archive's, and leads to that."""
    one = read(sites[0], "/stories/-/entity.json", _key="place:KR")
    found = read(sites[1], "/stories-3/-/entity.json", _key="place:KR")

    assert one["whole_url"] is None
    assert 0 < found["article_count"] <= one["article_count"]
    assert parse_qs(urlsplit(found["whole_url"]).query) == {"_entity": ["place:KR"]}
    assert sites[1].get("/stories-1/-/entity", _key="place:XX").status_code == 404


def test_a_private_file_shows_in_nothing(sites: tuple[Site, Site], tmp_path: Path) -> None:
    """Who may not view what is in a file gets the mentions and places of the others, as if it weren't there."""
    for number, file in enumerate(sites[1].files, 1):
        name = "clippings" if number == 2 else f"stories-{number}"  # the one that `Site` protects
        shutil.copy(file, tmp_path / f"{name}.db")
    without = Site([sites[1].files[0], sites[1].files[2]])
    for table in ("articles", "entities"):
        site = Site(sorted(tmp_path.glob("*.db")), {table: {"allow": READER}})
        for page in ("mentions", "map"):
            path = f"/stories-1/-/{page}.json"
            everything = read(site, path, actor=READER, _entity="place:KR")
            assert everything["missing_shards"] == []
            assert everything != read(without, path, _entity="place:KR")
            if table == "articles":
                assert read(site, path, _entity="place:KR") == read(without, path, _entity="place:KR")
