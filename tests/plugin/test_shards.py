"""An archive in several files: its pages answer as those of the same archive in one file."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from datasette.app import Datasette

from clippings_etl import build

from .conftest import READER, Site
from .stories import documents

REQUESTS: list[dict[str, Any]] = [
    {},
    {"_search": "treaty"},
    {"_search": "treaty", "_sort": "newest"},
    {"_search": "harbour", "_not_entity": "place:KR"},
    {"_entity": ["place:KR", "organisation:asean"]},
    {"_entity": "place:KR", "_not_entity": "place:VN", "_published": "2024"},
    {"language": "en", "site": "north.example"},
    {"_where": "word_count > 40"},
    {"_search": "nobody wrote this"},
]


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], list[Path]]:
    """The same documents, some of them twice, as an archive in so many files."""
    folder = tmp_path_factory.mktemp("shards")
    records = documents(60)
    again = [
        {**record, "url": f"{record['url']}/again", "text": f"{record['text']} Updated."} for record in records[:9]
    ]
    records += again
    (folder / "stories.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    built: dict[int, list[Path]] = {}

    def of(count: int) -> list[Path]:
        if count not in built:
            (folder / str(count)).mkdir()
            report = build([folder / "stories.jsonl"], folder / str(count) / "stories.db", workers=0, shards=count)
            built[count] = report.databases
        return built[count]

    return of


def pages(site: Site, path: str, /, **arguments: Any) -> list[dict[str, Any]]:
    """All pages of a list, by following its links."""
    found = []
    while True:
        response = site.get(path, **arguments)
        assert response.status_code == 200, response.text
        found.append(response.json())
        if not found[-1]["next_url"]:
            return found
        arguments = parse_qs(urlsplit(found[-1]["next_url"]).query, keep_blank_values=True)


def facets(page: dict[str, Any]) -> dict[str, list[tuple[Any, ...]]]:
    return {facet["name"]: values(facet) for facet in page["facets"]}


def values(page: dict[str, Any]) -> list[tuple[Any, ...]]:
    shown = ("value", "label", "articles", "selected", "excluded")
    return [tuple(value[name] for name in shown) for value in page["values"]]


def hits(found: list[dict[str, Any]]) -> list[str]:
    return [
        json.dumps(
            {
                **hit,
                "id": 0,
                "url": "",
                "database": "",
                "repeats_url": bool(hit["repeats_url"]),
                "same": hit["same"] and hit["same"]["count"],
            }
        )
        for page in found
        for hit in page["hits"]
    ]


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("arguments", REQUESTS)
def test_the_search_page_answers_as_that_of_one_file(
    stories: Callable[[int], list[Path]], count: int, arguments: dict[str, Any]
) -> None:
    """Counts, facets, months and filters are the same, and paging meets the same hits, each once."""
    one, many = Site(stories(1), default_facet_size=3), Site(stories(count), default_facet_size=3)
    expected = pages(one, "/stories/-/search.json", **arguments)
    for database in (f"stories-{number}" for number in range(1, count + 1)):
        found = pages(many, f"/{database}/-/search.json", **arguments)
        for name in ("count", "stories", "typed", "first", "last"):
            assert [page[name] for page in found] == [page[name] for page in expected]
        assert facets(found[0]) == facets(expected[0])
        bars = [[(bar["label"], bar["articles"]) for bar in page[0]["histogram"]["bars"]] for page in (found, expected)]
        assert bars[0] == bars[1]
        assert [pill["words"] for pill in found[0]["pills"]] == [pill["words"] for pill in expected[0]["pills"]]
        assert Counter(hits(found)) == Counter(hits(expected))
        assert len({(hit["database"], hit["id"]) for page in found for hit in page["hits"]}) == expected[0]["stories"]
        assert (found[0]["shards"], found[0]["missing_shards"]) == (count, [])


def test_all_values_are_those_of_one_file(stories: Callable[[int], list[Path]]) -> None:
    """Lists of entities, months, languages and sites, whole and searched in, also for a selection."""
    one, many = Site(stories(1)), Site(stories(3))
    asked = product(("place", "person", "organisation", "month", "site"), ("", "an", "Hàn Quốc"), REQUESTS[:4])
    for by, contains, arguments in asked:
        request = {**arguments, "_by": by, "_contains": contains}
        expected = pages(one, "/stories/-/facet.json", **request)
        found = pages(many, "/stories-2/-/facet.json", **request)
        assert [values(page) for page in found] == [values(page) for page in expected], request


def test_hits_lead_to_their_own_files(stories: Callable[[int], list[Path]]) -> None:
    """The link of each hit opens its article, also of those that repeat another."""
    site = Site(stories(3))
    found = [hit for page in pages(site, "/stories-1/-/search.json") for hit in page["hits"]]

    assert {hit["database"] for hit in found} == {"stories-1", "stories-2", "stories-3"}
    for hit in found:
        title = "".join(piece["text"] for piece in hit["title"])
        for url in filter(None, (hit["url"], hit["repeats_url"])):
            assert title in site.get(url).text


def test_the_order_of_relevance_is_that_of_the_scores(stories: Callable[[int], list[Path]]) -> None:
    """A hit that has a word in its headline comes before those that have it in the text alone, in whichever file."""
    found = pages(Site(stories(3)), "/stories-1/-/search.json", _search="shipping treaty")
    titled = ["shipping" in "".join(piece["text"] for piece in hit["title"]) for page in found for hit in page["hits"]]

    assert titled == sorted(titled, reverse=True)
    assert len(titled) > 3


def test_a_missing_file_is_said(stories: Callable[[int], list[Path]]) -> None:
    """Without one of the files, the pages tell which, and count what is there."""
    files = stories(3)
    site = Site([files[0], files[2]])
    page = pages(site, "/stories-1/-/search.json")[0]

    assert (page["shards"], page["missing_shards"]) == (3, [2])
    with closing(sqlite3.connect(files[1])) as connection:
        (missing,) = connection.execute("select count(*) from articles").fetchone()
    assert page["count"] == 69 - missing
    for path in ("-/search", "-/facet?_by=site"):
        assert "Of the 3 parts of this archive, part 2 isn’t here" in site.get(f"/stories-1/{path}").text


def test_a_private_file_tells_nothing(stories: Callable[[int], list[Path]], tmp_path: Path) -> None:
    """Who may not see a file's articles gets the answers without it, as if it weren't there; who may, all."""
    for number, file in enumerate(stories(3), 1):
        name = "clippings" if number == 2 else f"stories-{number}"  # the one that `Site` protects
        shutil.copy(file, tmp_path / f"{name}.db")
    site = Site(sorted(tmp_path.glob("*.db")), {"articles": {"allow": READER}})
    without = Site([stories(3)[0], stories(3)[2]])

    for arguments in REQUESTS:
        found = pages(site, "/stories-1/-/search.json", **arguments)
        assert found == pages(without, "/stories-1/-/search.json", **arguments)
    assert site.get("/clippings/-/search").status_code == 403
    assert site.get("/stories-1/-/search.json", actor=READER).json()["count"] == 69


def test_files_of_different_builds_are_no_archive(stories: Callable[[int], list[Path]], tmp_path: Path) -> None:
    """A file left from another build is missing rather than added up wrongly."""
    files = [shutil.copy(file, tmp_path) for file in stories(3)]
    with closing(sqlite3.connect(files[2])) as connection, connection:
        connection.execute("update build_info set value = 'another' where key = 'archive'")

    page = pages(Site(files), "/stories-1/-/search.json")[0]
    assert page["missing_shards"] == [3]


@pytest.mark.parametrize("count", ["100", "1000000000000", "-3", "x", ""])
def test_a_number_of_files_that_no_build_writes_is_none(
    stories: Callable[[int], list[Path]], tmp_path: Path, count: str
) -> None:
    """A file that claims to be one of absurdly many is an archive of its own, whose page lists no missing ones."""
    file = shutil.copy(stories(3)[0], tmp_path)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("update build_info set value = ? where key = 'shards'", [count])

    page = pages(Site([file]), "/stories-1/-/search.json")[0]
    assert (page["shards"], page["missing_shards"]) == (1, [])


def test_lasting_links_find_the_file(stories: Callable[[int], list[Path]]) -> None:
    """An article's link leads to the file that has it, whichever file it names, and whether in shards or not."""
    one, many = Site(stories(1)), Site(stories(3))
    for database, site in (("stories-3", many), ("stories", many), ("stories", one), ("stories-2", one)):
        for file in site.files:
            with closing(sqlite3.connect(file)) as connection:
                rows = connection.execute("select id, key from articles order by id limit 3").fetchall()
            for number, key in rows:
                response = site.get(f"/-/clippings/{database}/article/{key}")
                assert response.headers.get("location") == f"/{file.stem}/articles/{number}"
    assert many.get("/-/clippings/stories-9x/article/none").status_code == 404


def test_an_archive_is_found_by_the_name_that_it_was_built_with(stories: Callable[[int], list[Path]]) -> None:
    """No file has the archive's own name; its pages are those of the first part, with what they were asked."""
    site = Site(stories(3))
    for path in ("search", "search.json?_search=treaty", "facet?_by=place"):
        assert site.get(f"/stories/-/{path}").headers["location"] == f"/stories-1/-/{path}"
    assert site.get("/stories-1/-/search").status_code == 200
    assert site.get("/nobody/-/search").status_code == 404


def test_a_name_leads_to_no_file_that_is_private(stories: Callable[[int], list[Path]]) -> None:
    """Who may not view a part is led to the next, and where all are private told what is told of no archive."""
    files = stories(3)
    place = "metadata" if hasattr(Datasette, "table_metadata") else "config"
    with closing(sqlite3.connect(files[1])) as connection:
        (key,) = connection.execute("select key from articles order by id").fetchone()

    def site(*private: str) -> Site:
        tables = {"tables": {"articles": {"allow": READER}}}
        told = Site(files)
        told.datasette = Datasette(
            [str(file) for file in files], **{place: {"databases": dict.fromkeys(private, tables)}}
        )
        return told

    some, none = site("stories-1"), site("stories-1", "stories-2", "stories-3")
    assert some.get("/stories/-/search").headers["location"] == "/stories-2/-/search"
    assert some.get(f"/-/clippings/stories/article/{key}").headers["location"].startswith("/stories-2/articles/")
    assert none.get("/stories/-/search", actor=READER).headers["location"] == "/stories-1/-/search"
    for path in ("-/search.json", "-/search"):
        hidden, missing = none.get(f"/stories/{path}"), none.get(f"/nobody/{path}")
        assert hidden.status_code == missing.status_code == 404
        assert hidden.text.replace("stories", "nobody") == missing.text
    assert none.get(f"/-/clippings/stories/article/{key}").status_code == 404


def test_an_entity_leads_to_the_whole_archive(stories: Callable[[int], list[Path]]) -> None:
    """The page of an entity in one of the files links to the search in all; in one file there is no such link."""
    files = stories(2)
    with closing(sqlite3.connect(files[0])) as connection:
        number, key = connection.execute("select id, key from entities order by article_count desc").fetchone()
    page = Site(files).get(f"/stories-1/entities/{number}").text
    link = page[: page.index(">In the whole archive<")].rsplit('href="', 1)[1].rstrip('"')

    assert parse_qs(urlsplit(link).query) == {"_entity": [key]}
    assert Site(files).get(link).status_code == 200
    assert "In the whole archive" not in Site(stories(1)).get("/stories/entities/1").text


@pytest.mark.parametrize("place", ["1,2", "1:x", "4:,1", "0:,1", "1:,1;1:,2", "1:,1;", "x:,1"])
def test_a_place_that_there_is_not_is_refused(stories: Callable[[int], list[Path]], place: str) -> None:
    """An address made up gets a 400 with the words to begin anew."""
    response = Site(stories(3)).get("/stories-1/-/search.json", _next=place)

    assert response.status_code == 400
    assert "begin it anew" in response.text


def test_what_takes_too_long_has_no_number(stories: Callable[[int], list[Path]]) -> None:
    """A count that not all files gave in time is none, and not a part of one."""
    slow = "(with recursive n(i) as (select 1 union all select i + 1 from n where i < 100000000) select max(i) from n)"
    with closing(sqlite3.connect(stories(3)[0])) as connection:
        (key,) = connection.execute("select key from articles where duplicate_of is null limit 1").fetchone()
    site = Site(stories(3), sql_time_limit_ms=200, facet_time_limit_ms=200)
    page = site.get("/stories-1/-/search.json", _where=f"key <> '{key}' or {slow} > 0").json()

    assert (page["count"], page["hits"], page["histogram"]) == (None, None, None)
    assert all(facet["values"] is None for facet in page["facets"])


@pytest.mark.parametrize("table", ["entities", "article_entities"])
def test_private_entities_of_one_file_are_private_in_all(
    stories: Callable[[int], list[Path]], tmp_path: Path, table: str
) -> None:
    """Where one of the files keeps its entities private, no page counts or names any, and no filter asks for them."""
    files = stories(2)
    shutil.copy(files[0], tmp_path / "stories-1.db")
    shutil.copy(files[1], tmp_path / "clippings.db")  # the one that `Site` protects
    site = Site(sorted(tmp_path.glob("*.db")), {table: {"allow": READER}})

    page = site.get("/stories-1/-/search.json").json()
    assert page["count"] == 69
    assert {facet["name"] for facet in page["facets"]} == {"language", "site"}
    for path in ("-/search.json?_entity=place:KR", "-/search.json?_not_entity=place:KR", "-/facet.json?_by=place"):
        assert site.get(f"/stories-1/{path}").status_code == 403
    assert len(site.get("/stories-1/-/search.json", actor=READER).json()["facets"]) > 2
