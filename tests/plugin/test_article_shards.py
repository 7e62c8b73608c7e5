"""Articles of an archive in several files: found by their keys, wherever they stand."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from clippings_etl import build

from .conftest import READER, Site
from .stories import documents


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """An archive in two files."""
    folder = tmp_path_factory.mktemp("shards")
    lines = "".join(json.dumps(record) + "\n" for record in documents(12))
    (folder / "stories.jsonl").write_text(lines, encoding="utf-8")
    return build([folder / "stories.jsonl"], folder / "stories.db", workers=0, shards=2).databases


@pytest.fixture(scope="module")
def keys(files: list[Path]) -> list[list[str]]:
    """The keys in each file."""
    found = []
    for file in files:
        with closing(sqlite3.connect(file)) as connection:
            found.append([row[0] for row in connection.execute("select key from articles order by id")])
    assert all(found)
    return found


def test_articles_are_found_in_every_file(files: list[Path], keys: list[list[str]]) -> None:
    """By whichever of them the address names: as data, cited together, compared with each other."""
    site = Site(files)
    one, other = keys[0][0], keys[1][0]

    for file in files:
        room = f"/{file.stem}/-/"
        for number, key in enumerate((one, other)):
            data = site.get(f"{room}article.json", _key=key).json()
            assert data["key"] == key
            assert data["url"].startswith(f"/{files[number].stem}/articles/")
        cited = site.get(f"{room}cite.json", _key=[other, one]).json()
        assert [each["key"] for each in cited["citations"]] == [other, one]
        compared = site.get(f"{room}difference.json", _one=one, _other=other).json()
        assert [compared["one"]["key"], compared["other"]["key"]] == [one, other]


def test_a_cited_link_leads_into_its_file(files: list[Path], keys: list[list[str]]) -> None:
    """Each citation's link is answered by the file that holds the article."""
    site = Site(files)
    cited = site.get(f"/{files[0].stem}/-/cite.json", _key=[keys[0][0], keys[1][0]]).json()["citations"]

    for each, file in zip(cited, files, strict=True):
        answer = site.get(each["link"].removeprefix("http://localhost"))
        assert answer.status_code == 302
        assert f"/{file.stem}/articles/" in answer.headers["location"]


def test_a_private_file_tells_nothing(files: list[Path], keys: list[list[str]]) -> None:
    """Its articles are unknown to whoever may not view them, and no error tells them from others."""
    from datasette.app import Datasette

    site = Site(files)
    described = {"databases": {files[1].stem: {"tables": {"articles": {"allow": READER}}}}}
    place = "metadata" if hasattr(Datasette, "table_metadata") else "config"
    site.datasette = Datasette([str(file) for file in files], **{place: described})
    room, one, other = f"/{files[0].stem}/-/", keys[0][0], keys[1][0]

    answers = [site.get(f"{room}article.json", _key=key) for key in (other, "nobody")]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].json() == answers[1].json()
    assert site.get(f"{room}cite.json", _key=[one, other]).json()["unknown"] == [other]
    assert site.get(f"{room}difference", _one=one, _other=other).status_code == 404
    assert site.get(f"{room}article.json", _key=other, actor=READER).status_code == 200
