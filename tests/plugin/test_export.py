"""Exports of a search: every article that matches, in its order, in each format; and the Atom feed."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from clippings_etl import build
from datasette_clippings.exporting import articles as batches
from datasette_clippings.exporting.cells import csv_cell, markdown
from datasette_clippings.exporting.feed import updated
from datasette_clippings.exporting.formats import COLUMNS

from .archive import ARTICLES, Row, make_archive
from .conftest import READER, Site
from .stories import build_stories, documents

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """An archive of several dozen articles, by the real build, as the site's only database."""
    database = build_stories(tmp_path_factory.mktemp("stories"))
    return Site([database.rename(database.with_name("clippings.db"))])


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """More articles than one stretch and one batch hold."""
    count = batches.STRETCH + batches.BATCH + 1
    rows = [
        Row(f"Harbour {number}", "The harbour.", "en", published=f"{1000 + number % 900}") for number in range(count)
    ]
    return Site([make_archive(tmp_path_factory.mktemp("many") / "clippings.db", rows)])


def export(site: Site, form: str, /, database: str = "clippings", **arguments: Any) -> str:
    response = site.get(f"/{database}/-/export.{form}", **arguments)
    assert response.status_code == 200, response.text
    text: str = response.text
    return text


def articles(site: Site, /, **arguments: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(export(site, "json", **arguments))["articles"]
    return found


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def listed(site: Site, /, **arguments: Any) -> list[str]:
    """The headlines of all pages of the search, each article by itself, in their order."""
    titles: list[str] = []
    page = site.get("-/search.json", _duplicates="show", **arguments).json()
    while True:
        titles += ["".join(part["text"] for part in hit["title"]) for hit in page["hits"]]
        if not page["next_url"]:
            return titles
        page = site.get(page["next_url"].replace("/-/search", "/-/search.json")).json()


@pytest.mark.parametrize(
    "arguments",
    [
        {"_search": "harbour"},
        {"_search": "harbour", "_sort": "newest"},
        {"_entity": "place:NO"},
        {"language": "vi"},
        {},
    ],
)
def test_all_formats_hold_what_the_search_finds(stories: Site, arguments: dict[str, Any]) -> None:
    """Each format has every article of the search once, in the search's order."""
    expected = listed(stories, **arguments)
    assert expected
    found = articles(stories, **arguments)

    assert [article["title"] for article in found] == expected
    assert [json.loads(line) for line in export(stories, "jsonl", **arguments).splitlines()] == found
    rows = table(export(stories, "csv", **arguments))
    assert [row["title"] for row in rows] == expected
    assert list(rows[0]) == list(COLUMNS)
    for row, article in zip(rows, found, strict=True):
        for name in set(COLUMNS) - {"snippet"}:
            assert row[name] == ("" if article[name] is None else str(article[name]))
    assert re.findall(r"(?m)^## ", export(stories, "md", **arguments)) == ["## "] * len(expected)


def test_more_than_a_batch_comes_whole(many: Site) -> None:
    """Articles behind the first stretch and batch follow, none twice and none left out, in one order."""
    for arguments in ({"_search": "harbour"}, {}):
        titles = [article["title"] for article in articles(many, **arguments)]
        assert len(titles) == len(set(titles)) == batches.STRETCH + batches.BATCH + 1
    dates = [article["published"] for article in articles(many)]
    assert dates == sorted(dates, reverse=True)


def test_an_export_says_what_it_is_of(stories: Site) -> None:
    """The search, its order, the count and the archive's digest stand in what has room for them, and in file names."""
    document = json.loads(export(stories, "json", _search="harbour", _from="2024"))
    query, digest = document["query"], stories.get("-/overview.json").json()["digest"]
    assert query["filters"] == ["harbour", "from 2024"] or set(query["filters"]) == {"harbour", "from 2024"}
    assert (query["count"], query["order"], query["digest"]) == (len(document["articles"]), "by relevance", digest)
    assert query["search_url"].startswith("http://localhost/clippings/-/search?")
    text = export(stories, "md", _search="harbour")
    assert "harbour" in text.splitlines()[0]
    assert digest in text
    name = stories.get("-/export.csv").headers["content-disposition"]
    assert name == f'attachment; filename="clippings-{digest[:12]}.csv"'


def test_links_last(site: Site) -> None:
    """Each article's link leads to its page, whatever stands in its key."""
    for article in articles(site):
        found = site.get(article["link"].removeprefix("http://localhost"))
        assert found.status_code == 302
        title = site.get(found.headers["location"] + ".json", _shape="array").json()[0]["title"]
        assert title == article["title"]


def test_snippets_show_what_was_searched_for(site: Site) -> None:
    """The passages with the words come along: marked in JSON, in bold in Markdown, plain in CSV."""
    arguments = {"_search": "embassy"}
    parts = articles(site, **arguments)[0]["snippets"][0]
    assert [part["text"] for part in parts if part["found"]] == ["embassy"]
    assert "**embassy**" in export(site, "md", **arguments)
    assert "the support of the embassy," in table(export(site, "csv", **arguments))[0]["snippet"]


HOSTILE = ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "a\0=b", '"a",b\nc']


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    """Text that a spreadsheet would run begins with an apostrophe; the table is read back whole."""
    rows = [Row(text, f"{text} harbour", "en", byline=text, publisher=text, site=text) for text in HOSTILE]
    site = Site([make_archive(tmp_path / "clippings.db", rows)])
    found = table(export(site, "csv"))

    assert len(found) == len(HOSTILE)
    for row in found:
        for value in row.values():
            assert not re.match(r"[=+\-@\t\r\n＝]|\s+=", value)
    assert {row["title"].removeprefix("'") for row in found} == {text.replace("\0", "") for text in HOSTILE}
    assert csv_cell(-2) == -2


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("[x](javascript:alert(1))", r"\[x\](javascript:alert(1))"),
        ("<img src=x onerror=alert(1)> &amp;", r"\<img src=x onerror=alert(1)\> \&amp;"),
        ("*a* _b_ `c` ~d~ | e # f $g$", r"\*a\* \_b\_ \`c\` \~d\~ \| e \# f \$g\$"),
        ("- a\n# b", r"\- a \# b"),
        ("1. a", r"1\. a"),
        ("12) a", r"12\) a"),
        ("===", r"\==="),
        ("https://x.example www.x.example", r"https\://x.example www\.x.example"),
        ("a\u202eb\0c\x1b[2J", r"abc\[2J"),
        ("", ""),
    ],
)
def test_markdown_stays_text(text: str, written: str) -> None:
    """What Markdown would take for a sign of its own is escaped; a text stays one line."""
    assert markdown(text) == written


def test_hostile_fields_break_no_format(tmp_path: Path) -> None:
    """Markup, control characters, lone quotes and a headline of a megabyte come through every format."""
    evil = "</title><script>alert(1)</script>]]>\u202e\x00\x0b\ufffe\ud7ff\"'&<![CDATA[ \n## [x](javascript:1)"
    rows = [
        Row(evil, evil, None, site=evil, byline=evil, publisher=evil, published=evil, url="javascript:alert(1)"),
        Row("x" * 1_000_000, "", "en", url="https://example.org/a b)(<"),
    ]
    site = Site([make_archive(tmp_path / "clippings.db", rows)])
    assert [article["title"] for article in articles(site)] == [evil, "x" * 1_000_000]
    limit = csv.field_size_limit(2_000_000)  # Python's own, of a reader
    try:
        assert len(table(export(site, "csv"))) == 2
    finally:
        csv.field_size_limit(limit)
    text = export(site, "md")
    assert len(re.findall(r"(?m)^#", text)) == 3
    assert "<script" not in text.replace(r"\<script", "")
    assert "](javascript" not in text.replace(r"\](javascript", "")
    feed = ElementTree.fromstring(export(site, "atom"))
    assert len(feed.findall(f"{ATOM}entry")) == 2
    assert not [link for link in feed.iter(f"{ATOM}link") if link.get("href", "").startswith("javascript")]


def test_the_page_offers_the_formats(site: Site) -> None:
    """The page counts the articles and leads to each format, which all are there."""
    html = site.get("-/export", _search="korea").text
    page = json.loads(export(site, "json", _search="korea"))

    assert "3 articles" in html
    for offered in page["formats"]:
        assert f'href="{offered["url"]}"' in html
        assert site.get(offered["url"]).status_code == 200
    for url in (page["feed_url"], page["table_csv_url"]):
        assert url.replace("&", "&amp;") in html
        assert site.get(url).status_code == 200
    assert "<script>alert" not in site.get("-/export", _search="<script>alert(3)</script>").text


def test_the_search_leads_to_its_export_and_feed(site: Site) -> None:
    """The search page links its export and its feed with the same filters."""
    html = site.get("-/search", _search="korea", language="en").text

    assert 'href="/clippings/-/export?_search=korea&amp;language=en"' in html
    assert '<link rel="alternate" type="application/atom+xml"' in html
    assert "/clippings/-/export.atom?_search=korea&amp;language=en" in html


def test_mistakes_are_told_before_anything_is_sent(site: Site) -> None:
    """What can't be asked for gets its message in place of a file."""
    for form in ("csv", "json", "jsonl", "md", "atom"):
        for arguments in ({"_sort": "title"}, {"_where": "no such"}, {"_from": "May"}):
            assert site.get(f"-/export.{form}", **arguments).status_code == 400


def test_a_search_that_takes_too_long_gives_no_file(site: Site) -> None:
    """Where the first articles can't be told in time there is an error, and no part of an export."""
    slow = "(with recursive n(i) as (select 1 union all select i + 1 from n limit 100000000) select max(i) from n) > 0"
    slow_site = Site(site.files, sql_time_limit_ms=50)
    for form in ("csv", "json", "md", "atom"):
        response = slow_site.get(f"-/export.{form}", _where=slow)
        assert response.status_code == 400
        assert "too long" in response.text


def test_feed_is_atom(stories: Site) -> None:
    """The feed has all that RFC 4287 asks for: ids, titles, dates, an author, links; each id once."""
    feed = ElementTree.fromstring(export(stories, "atom", _search="harbour"))
    entries = feed.findall(f"{ATOM}entry")

    for name in ("id", "title", "updated"):
        assert len(feed.findall(f"{ATOM}{name}")) == 1
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    assert {link.get("rel") for link in feed.findall(f"{ATOM}link")} == {"self", "alternate"}
    assert 0 < len(entries) <= 50
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    for entry in entries:
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", entry.findtext(f"{ATOM}id") or "")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", entry.findtext(f"{ATOM}updated") or "")
        assert entry.find(f"{ATOM}link[@rel='alternate']") is not None
    dates = [entry.findtext(f"{ATOM}updated") for entry in entries]
    assert dates == sorted(dates, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == max(dates)


def test_feed_is_the_same_after_a_rebuild(tmp_path: Path) -> None:
    """An archive that is built again, in however many files, names its entries as before."""
    source = tmp_path / "stories.jsonl"
    source.write_text("".join(json.dumps(record) + "\n" for record in documents(20)), encoding="utf-8")
    found = []
    for name, shards in (("one", 1), ("two", 1), ("three", 2)):
        (tmp_path / name).mkdir()
        report = build([source], tmp_path / name / "clippings.db", workers=0, shards=shards)
        files = report.databases
        feed = ElementTree.fromstring(export(Site(files), "atom", files[0].stem))
        found.append(sorted(entry.findtext(f"{ATOM}id") or "" for entry in feed.findall(f"{ATOM}entry")))
    assert found[0] == found[1] == found[2]
    assert len(found[0]) == 20


@pytest.mark.parametrize(
    ("published", "moment"),
    [
        ("2024", "2024-01-01T00:00:00Z"),
        ("2024-04", "2024-04-01T00:00:00Z"),
        ("2024-04-22T14:33", "2024-04-22T14:33:00Z"),
        ("2024-04-22T14:33:01+07:00", "2024-04-22T07:33:01Z"),
        ("2024-04-22 14:33:01.5Z", "2024-04-22T14:33:01Z"),
        ("0999-05-01", "0999-05-01T00:00:00Z"),
        ("2024-02-30", "1970-01-01T00:00:00Z"),
        ("0000", "1970-01-01T00:00:00Z"),
        ("0001-01-01T00:00+14:00", "1970-01-01T00:00:00Z"),
        ("once", "1970-01-01T00:00:00Z"),
        (None, "1970-01-01T00:00:00Z"),
    ],
)
def test_dates_of_a_feed(published: str | None, moment: str) -> None:
    """A date is the beginning of what is known of it, in UTC; what is none is told by the epoch."""
    assert updated(published) == moment


def test_a_file_has_a_plain_name(tmp_path: Path) -> None:
    """Whatever the archive says of itself, no sign of a header's own gets into one."""
    archive = make_archive(tmp_path / "clippings.db")
    with closing(sqlite3.connect(archive)) as connection, connection:
        connection.execute("delete from build_info where key in ('archive', 'digest')")
        connection.execute("insert into build_info (key, value) values ('digest', ?)", ['a"; x=\r\n\0é/..'])

    response = Site([archive]).get("-/export.csv")
    assert response.status_code == 200
    assert response.headers["content-disposition"] == 'attachment; filename="clippings-a---x-------.csv"'


def test_an_archive_in_several_files_comes_whole(tmp_path: Path) -> None:
    """Asked at any of its files, an export holds the articles of all."""
    source = tmp_path / "stories.jsonl"
    source.write_text("".join(json.dumps(record) + "\n" for record in documents(40)), encoding="utf-8")
    whole = Site(build([source], tmp_path / "whole.db", workers=0).databases)
    parts = build([source], tmp_path / "parts.db", workers=0, shards=3).databases
    several = Site(parts)
    for arguments in ({}, {"_entity": "place:NO"}, {"_search": "harbour", "_sort": "newest"}):
        expected = sorted(article["key"] for article in articles(whole, database="whole", **arguments))
        for number in (1, 3):
            found = articles(several, database=f"parts-{number}", **arguments)
            assert sorted(article["key"] for article in found) == expected
            dates = [article["published"] or "" for article in found]
            assert dates == sorted(dates, reverse=True)
    document = json.loads(export(Site(parts[1:]), "json", "parts-2"))
    assert document["query"]["missing_shards"] == [1]
    assert "without parts 1 of the archive" in export(Site(parts[1:]), "md", "parts-2")


def test_private_tables_leak_through_no_export(private: Callable[..., Site]) -> None:
    """Who may not view the articles gets no export and no feed, and no filter by entities that they may not view."""
    forms = ("csv", "json", "jsonl", "md", "atom")
    for table_name in ("articles", "articles_fts"):
        site = private(table_name)
        for path in ("-/export", *(f"-/export.{form}" for form in forms)):
            assert site.get(path).status_code == 403
            assert site.get(path, actor=READER).status_code == 200
    site = private("entities")
    for form in forms:
        refused = site.get(f"-/export.{form}", _entity="place:KR")
        assert refused.status_code == 403
        assert "South Korea" not in refused.text
    assert json.loads(export(private("build_info"), "json"))["query"]["digest"] is None


def test_an_empty_search_exports_nothing(site: Site) -> None:
    """A search that finds nothing gives files without articles, each whole."""
    nothing = {"_search": "nobody wrote this"}
    assert articles(site, **nothing) == []
    assert export(site, "jsonl", **nothing) == ""
    assert table(export(site, "csv", **nothing)) == []
    assert "0 articles" in export(site, "md", **nothing)
    assert ElementTree.fromstring(export(site, "atom", **nothing)).find(f"{ATOM}entry") is None


def test_duplicates_are_told(site: Site) -> None:
    """An article that repeats another names it by its key."""
    by_key = {article["key"]: article for article in articles(site)}
    first = next(
        key for key, article in by_key.items() if article["title"] == ARTICLES[0].title and not article["repeats"]
    )
    assert [article["repeats"] for article in by_key.values() if article["repeats"]] == [first]
