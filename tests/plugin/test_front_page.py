"""The front page of an archive: its numbers, lists and gaps, above Datasette's own page of the database."""

from __future__ import annotations

import asyncio
import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from clippings_etl import build
from datasette_clippings.pages.front import Figure, Gap, Listed, Overview

from .archive import ARTICLES, CRAWL, ERRORS, Row, make_archive
from .conftest import READER, Site
from .oracle import Oracle
from .stories import build_stories, documents


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """An archive of several dozen articles, by the real build, as the site's only database."""
    database = build_stories(tmp_path_factory.mktemp("stories"))
    return Site([database.rename(database.with_name("clippings.db"))])


def overview(site: Site, /, database: str = "clippings", **request: Any) -> dict[str, Any]:
    response = site.get(f"/{database}/-/overview.json", **request)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def figures(page: dict[str, Any]) -> dict[str, int]:
    return {figure["name"]: figure["number"] for figure in page["figures"]}


def gaps(page: dict[str, Any]) -> dict[str, int]:
    return {gap["name"]: gap["number"] for gap in page["gaps"]}


def count_behind(site: Site, url: str) -> int:
    """The number of articles that the search behind a link finds."""
    parts = urlsplit(url)
    found = site.get(f"{parts.path}.json", **parse_qs(parts.query)).json()
    count: int = found["count"]
    return count


def test_numbers_are_those_of_the_archive(stories: Site) -> None:
    """Articles, languages, sites, entities by type and years are what the rows say."""
    oracle = Oracle(stories.files[0])
    page = overview(stories)
    mentioned = set().union(*(story.mentions for story in oracle.stories))
    types = [oracle.types[key] for key in mentioned]

    assert figures(page) == {
        "articles": len(oracle.stories),
        "language": len({story.language for story in oracle.stories if story.language}),
        "site": len({story.site for story in oracle.stories}),
        **{name: types.count(name) for name in ("person", "organisation", "place", "event") if name in types},
    }
    years = [story.published[:4] for story in oracle.stories if story.published]
    assert page["years"] == [min(years), max(years)]
    assert page["digest"] == _info(stories.files[0], "digest")


def test_lists_count_as_the_search_does(stories: Site) -> None:
    """Behind each value of each list, each bar and each gap stand as many articles as it counts."""
    page = overview(stories)
    assert [each["name"] for each in page["lists"]] == ["person", "organisation", "place", "language", "site"]
    for each in page["lists"]:
        counts = [value["articles"] for value in each["values"]]
        assert counts == sorted(counts, reverse=True)
        for value in each["values"]:
            assert count_behind(stories, value["toggle_url"]) == value["articles"]
    for bar in page["histogram"]["bars"]:
        assert not bar["articles"] or count_behind(stories, bar["url"]) == bar["articles"]
    for gap in page["gaps"]:
        assert count_behind(stories, gap["url"]) == gap["number"] > 0
        assert gap["share"] == gap["number"] / page["count"]


def test_the_latest_are_told_without_repetitions(site: Site) -> None:
    """The latest articles stand first, and those that repeat another are left out."""
    latest = overview(site)["latest"]

    assert [article["id"] for article in latest] == [6, 1, 3, 5, 4, 8, 2]  # "once" sorts behind all figures
    assert not any(article["repeats_url"] for article in latest)


def test_gaps_are_honest(site: Site, crawl: Path) -> None:
    """Articles without date or language, repetitions and documents with errors are counted; nothing else is said."""
    assert gaps(overview(site)) == {"undated": 2, "year_only": 1, "no_language": 1, "copies": 1}
    found = gaps(overview(Site([crawl])))
    assert found["errors"] == len(ERRORS)
    assert found["undated"] == sum(row.published is None for row in CRAWL)


def test_the_page_of_the_database_begins_with_it(site: Site) -> None:
    """Datasette's page of an archive shows the same as ours, with one first heading, and then all that it had."""
    html, alone = site.get("/clippings").text, site.get("-/overview").text
    shown = overview(site)

    for page in (html, alone):
        assert len(re.findall(r"<h1\b", page)) == 1
        for figure in shown["figures"]:
            assert f'href="{figure["url"]}"' in page
        for article in shown["latest"]:
            assert f'href="{article["url"]}"' in page
        assert "overview.css" in page
    for part in ('href="/clippings/removed_lines"', 'name="sql"', 'id="views"'):
        assert part in html
        assert part not in alone


def test_a_query_is_no_front_page(site: Site) -> None:
    """The page of an SQL query stays Datasette's own."""
    response = site.get("/clippings", sql="select 1 as one")
    if response.status_code == 302:  # 1.0 has a page of its own for it
        response = site.get(response.headers["location"])

    assert response.status_code == 200
    assert "clippings-overview" not in response.text
    assert 'class="col-one"' in response.text


def test_hostile_words_stay_text(tmp_path: Path) -> None:
    """Markup, template syntax and control characters in headlines, names, sites and languages are shown as text."""
    evil = "<script>alert(1)</script>{{ 7*191 }}\u202e\x00\x1b"
    rows = [
        Row(evil * 3, evil, None, site=evil, publisher=evil, byline=evil, published=evil),
        Row("x" * 1_000_000, "", "en", published="2024-05-01"),
    ]
    site = Site([make_archive(tmp_path / "clippings.db", [*rows, *ARTICLES], [(evil, "read", evil, evil)])])
    for path in ("/clippings", "-/overview"):
        html = site.get(path).text
        assert "<script>alert" not in html
        assert "1337" not in html
        assert "{{ 7*191 }}" in html
        assert len(html) < 200_000


def test_private_tables_show_in_nothing(private: Callable[..., Site]) -> None:
    """Who may not view a table is told nothing that stands in it, and no way leads there."""
    for table in ("articles", "articles_fts"):
        site = private(table)
        assert site.get("-/overview").status_code == site.get("-/overview.json").status_code == 403
        html = site.get("/clippings").text
        assert "clippings-overview" not in html
        assert "South Korea" not in html
        assert "clippings-overview" in site.get("/clippings", actor=READER).text
    for table in ("entities", "article_entities"):
        site = private(table)
        assert set(figures(overview(site))) == {"articles", "language", "site"}
        assert "Korea" not in json.dumps(overview(site)["lists"])
        assert "place" in figures(overview(site, actor=READER))
    assert overview(private("build_info"))["digest"] is None
    assert "errors" not in gaps(overview(private("errors")))


def test_navigation_leads_where_the_reader_may_go(private: Callable[..., Site]) -> None:
    """The way between the pages names those that the reader may see, and says where they are."""
    everything = _ways(private().get("-/overview").text)
    assert {"Overview", "Search", "Table", "List of names"} <= set(everything)
    assert everything["Overview"] == "/clippings"
    closed = private("articles_fts")
    assert "Search" not in _ways(closed.get("articles/1").text)
    assert "Search" in _ways(closed.get("articles/1", actor=READER).text)
    assert re.search(r'href="/clippings/-/search" aria-current="page"', private().get("-/search").text)
    for url in everything.values():
        assert private().get(url).status_code == 200


def test_what_took_too_long_is_told(site: Site) -> None:
    """Where there is no number, the page shows none and says why."""
    unknown = Overview(
        count=None,
        figures=[Figure("person", "People", None, "/people")],
        years=None,
        histogram=None,
        latest=None,
        lists=[Listed("person", "People", None, "/people")],
        gaps=[Gap("copies", "nearly the same as another", None, None, "/copies")],
        digest=None,
        cleaning_url=None,
        search_url="/search",
        json_url="/json",
        shards=1,
        missing_shards=(),
    )
    context = {"overview": unknown, "database": "clippings"}
    html = asyncio.run(site.datasette.render_template("clippings_overview.html", context))

    assert html.count("Counting took too long.") == 2
    assert "Finding the latest articles took too long." in html
    assert "None" not in html


def test_an_archive_in_several_files_is_one(tmp_path: Path) -> None:
    """Each file of an archive has the front page of the whole; entities that several mention count once."""
    (tmp_path / "stories.jsonl").write_text(
        "".join(json.dumps(record) + "\n" for record in documents(50)), encoding="utf-8"
    )
    whole = build([tmp_path / "stories.jsonl"], tmp_path / "whole.db", workers=0).databases
    parts = build([tmp_path / "stories.jsonl"], tmp_path / "parts.db", workers=0, shards=3).databases
    one, several = Site(whole), Site(parts)
    expected = overview(one, "whole")
    for number in (1, 2, 3):
        page = overview(several, f"parts-{number}")
        assert figures(page) == figures(expected)
        assert gaps(page) == gaps(expected)
        assert (page["years"], page["count"], page["digest"]) == (expected["years"], expected["count"], _whole(parts))
        shown = [[(value["label"], value["articles"]) for value in each["values"]] for each in page["lists"]]
        assert shown == [
            [(value["label"], value["articles"]) for value in each["values"]] for each in expected["lists"]
        ]
        assert len(page["latest"]) == len(expected["latest"])
    partial = Site(parts[:2])
    page = overview(partial, "parts-1")
    assert page["missing_shards"] == [3]
    assert page["count"] < expected["count"]
    assert "of this archive" in partial.get("/parts-1").text


def test_an_empty_archive_has_a_front_page(tmp_path: Path) -> None:
    """An archive without articles says so."""
    site = Site([make_archive(tmp_path / "clippings.db", [])])
    assert figures(overview(site)) == {"articles": 0}
    assert "There is no article yet." in site.get("/clippings").text


def test_other_databases_keep_their_page(tmp_path: Path) -> None:
    """A database that is no archive has Datasette's own page, and none of ours."""
    connection = sqlite3.connect(tmp_path / "other.db")
    connection.execute("create table articles (id integer primary key)")
    connection.close()
    site = Site([tmp_path / "other.db"])
    assert "clippings" not in re.sub(r"<!--.*?-->", "", site.get("/other").text)
    assert site.get("/other/-/overview").status_code == 404


def _ways(html: str) -> dict[str, str]:
    """The links of the navigation by their words."""
    navigation = html.partition('class="clippings-navigation"')[2].partition("</nav>")[0]
    return {words: url for url, words in re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)</a>', navigation)}


def _info(database: Path, key: str) -> str:
    connection = sqlite3.connect(database)
    value: str = connection.execute("select value from build_info where key = ?", [key]).fetchone()[0]
    connection.close()
    return value


def _whole(parts: Any) -> str:
    return _info(parts[0], "archive")
