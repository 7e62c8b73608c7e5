"""The page of cleaning quality, its JSON, and the links to the rows behind its numbers."""

from __future__ import annotations

import html
import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from .archive import CRAWL, HOSTILE_SITE, make_archive
from .conftest import READER, Site

PAGE = "/clippings/-/cleaning"


@pytest.fixture(scope="module")
def site(crawl: Path) -> Site:
    """The crawl open to everybody."""
    return Site([crawl])


@pytest.fixture
def private(crawl: Path) -> Callable[..., Site]:
    """The crawl where only `reader` may view the named tables."""
    return lambda *tables: Site([crawl], {table: {"allow": READER} for table in tables})


def _figures(data: Any) -> Iterator[tuple[int, str]]:
    """Every number with an address in the page's data."""
    if isinstance(data, dict):
        if set(data) == {"number", "url"}:
            yield data["number"], data["url"]
        for value in data.values():
            yield from _figures(value)
    elif isinstance(data, list):
        for value in data:
            yield from _figures(value)


def _count(site: Site, url: str) -> int:
    """How many rows an address shows."""
    path, _, arguments = url.partition("?")
    rows = site.get(f"{path}.json?{arguments}&_shape=array&_size=max")
    assert rows.status_code == 200, url
    return len(rows.json())


def test_every_number_is_that_of_the_rows_behind_it(site: Site) -> None:
    """Each figure of the page is the number of rows at its address."""
    figures = list(_figures(site.get(f"{PAGE}.json").json()))

    assert len(figures) > 60
    for number, url in dict.fromkeys(figures):
        assert _count(site, url) == number, url


def test_the_page_links_each_number(site: Site) -> None:
    """What the JSON counts stands on the page as a link, unless it is nothing."""
    page = html.unescape(site.get(PAGE).text)

    for number, url in _figures(site.get(f"{PAGE}.json").json()):
        if number:
            assert f'<a href="{url}">{number:,}</a>' in page


def test_shares_and_families(site: Site) -> None:
    """Shares are of all characters and all lines, and the families' lines add up."""
    data = site.get(f"{PAGE}.json").json()

    removed = sum(len(line[1]) for row in CRAWL for line in row.removed)
    kept = sum(len(row.text) + (len(row.title) if row.title_source == "headline" else 0) for row in CRAWL)
    assert data["totals"]["removed_share"] == pytest.approx(removed / (removed + kept))
    assert [family["name"] for family in data["families"]] == ["site", "user"]
    assert sum(family["share"] for family in data["families"]) == pytest.approx(1)
    assert sum(family["lines"] for family in data["families"]) == data["totals"]["removed_lines"]["number"]


def test_most_sites_are_left_to_the_table(site: Site) -> None:
    """The sites with most articles are listed, the rest is a link away."""
    data = site.get(f"{PAGE}.json").json()

    assert data["totals"]["sites"]["number"] > len(data["sites"]) == 30
    assert data["sites"][0]["site"] == "regular.example"
    assert site.get(data["sites_url"]).status_code == 200


def test_hostile_names_are_text(site: Site) -> None:
    """Sites, titles, rules, lines and file names are escaped wherever they stand."""
    page = site.get(PAGE).text

    assert HOSTILE_SITE in html.unescape(page)
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "<b>" not in page
    assert "<i>" not in page


@pytest.mark.parametrize("table", ["articles", "removed_lines", "article_cleaning", "cleaning_by_site"])
def test_what_the_page_is_about_has_to_be_open(private: Callable[..., Site], table: str) -> None:
    """Without it there is no page, no JSON, no link to them; who is allowed gets all."""
    site = private(table)

    assert site.get(PAGE).status_code == 403
    assert site.get(f"{PAGE}.json").status_code == 403
    for path in ("/clippings", "articles", "articles/1"):
        assert "/-/cleaning" not in site.get(path).text, path
    assert site.get(PAGE, actor=READER).status_code == 200
    assert PAGE in site.get("articles/1", actor=READER).text


@pytest.mark.parametrize(
    ("table", "part", "words"),
    [
        ("rules", "families", "By rule"),
        ("removed_by_rule", "families", "By rule"),
        ("cleaning_by_site_and_rule", "families", "By rule"),
        ("cleaning_outliers", "outliers", "Outliers"),
        ("repeated_lines", "repeated", "again and again"),
        ("errors", "errors", "Documents with errors"),
    ],
)
def test_a_private_table_takes_its_part_of_the_page_along(
    private: Callable[..., Site], table: str, part: str, words: str
) -> None:
    """The page does without it for those who may not see it."""
    site = private(table)

    page = site.get(PAGE)
    assert page.status_code == 200
    assert words not in page.text
    assert site.get(f"{PAGE}.json").json()[part] is None
    assert words in site.get(PAGE, actor=READER).text
    assert site.get(f"{PAGE}.json", actor=READER).json()[part]


def test_private_emptied_counts_are_not_told_by_site(private: Callable[..., Site]) -> None:
    """Outliers by site are left out with the view they come from."""
    data = private("cleaning_outliers").get(f"{PAGE}.json").json()

    assert {row["outliers"] for row in data["sites"]} == {None}


def test_a_private_database_is_forbidden(crawl: Path) -> None:
    """The page is closed with the database."""
    site = Site([crawl], {name: {"allow": False} for name in ("articles",)})

    assert site.get(PAGE, actor=READER).status_code == 403


def test_links_lead_to_the_page(site: Site) -> None:
    """From the database's page, the list of articles and an article."""
    for path in ("/clippings", "articles", "articles/1"):
        assert f'href="{PAGE}"' in site.get(path).text, path


def test_unknown_databases_and_other_databases_have_no_such_page(tmp_path: Path, crawl: Path) -> None:
    """Nor is it offered there."""
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("create table articles (id integer primary key)")
    connection.close()
    site = Site([crawl, other])

    assert site.get("/other/-/cleaning").status_code == 404
    assert site.get("/nowhere/-/cleaning").status_code == 404
    assert "/-/cleaning" not in site.get("/other").text


def test_an_archive_without_figures_has_no_page(tmp_path: Path) -> None:
    """One of an earlier version says so, and is read as ever."""
    old = make_archive(tmp_path / "clippings.db")
    connection = sqlite3.connect(old)
    connection.executescript("drop table article_cleaning; drop table cleaning_by_site")
    connection.close()
    site = Site([old])

    answer = site.get(PAGE)
    assert answer.status_code == 404
    assert "build it again" in answer.text
    for path in ("/clippings", "articles", "articles/1"):
        assert site.get(path).status_code == 200
        assert "/-/cleaning" not in site.get(path).text


def test_an_archive_without_articles_has_a_page(tmp_path: Path) -> None:
    """All its numbers are zero."""
    site = Site([make_archive(tmp_path / "clippings.db", [])])

    assert site.get(PAGE).status_code == 200
    assert {number for number, _ in _figures(site.get(f"{PAGE}.json").json())} == {0}


def test_a_database_of_an_odd_name_has_the_page(tmp_path: Path) -> None:
    """The address is made as Datasette makes it."""
    site = Site([make_archive(tmp_path / "my old.clippings.db")])
    path = re.search(r'href="([^"]+/-/cleaning)"', site.get("/my~20old~2Eclippings/articles").text)

    assert path
    assert site.get(path[1]).status_code == 200
    assert site.get(f"{path[1]}.json").json()["totals"]["articles"]["number"] == 8


@pytest.mark.parametrize(
    ("table", "links"),
    [
        ("cleaning_by_site", 7),
        ("cleaning_by_site_and_rule", 3),
        ("removed_by_rule", 4),
        ("cleaning_outliers", 2),
        ("repeated_lines", 2),
        ("near_duplicates", 4),
        ("article_cleaning", 2),
    ],
)
def test_cells_link_to_the_rows_behind_them(site: Site, table: str, links: int) -> None:
    """Numbers in the tables and views lead to as many rows, names to what they name."""
    page = site.get(table, _size=5).text
    found = re.findall(r'<td[^>]*><a href="([^"]+)"><bdi>([^<]*)</bdi></a></td>', page)

    assert len(found) % links == 0
    assert found
    for address, shown in found:
        url = html.unescape(address)
        if shown.isdigit() and "?" in url:
            assert _count(site, url) == int(shown), url
        else:
            assert site.get(url).status_code == 200, url


def test_cells_of_a_part_of_the_columns_stay_readable(site: Site) -> None:
    """Where a link lacks a column that it is made of, the cell is as Datasette shows it."""
    page = site.get("cleaning_by_site_and_rule", _col="articles")

    assert page.status_code == 200


def test_removed_lines_of_a_site(site: Site) -> None:
    """`?_site=` filters them by their articles' site, with the other filters, and says so."""
    rows = site.get("removed_lines.json", _site="عربي.example", _shape="array").json()

    assert [row["text"] for row in rows] == ["اقرأ أيضا", "اقرأ أيضا"]
    assert "from عربي.example" in site.get("removed_lines", _site="عربي.example").text
    assert site.get("removed_lines.json", _site="عربي.example", rule="site.repeated", _shape="array").json() == []
    assert len(site.get("removed_lines.json", _site="", _shape="array").json()) == 1


def test_the_site_filter_needs_the_articles(private: Callable[..., Site]) -> None:
    """Which site a line is from is what articles say."""
    site = private("articles")

    assert site.get("removed_lines").status_code == 200
    assert site.get("removed_lines", _site="regular.example").status_code == 403
    assert site.get("removed_lines", _site="regular.example", actor=READER).status_code == 200


def test_articles_cleaned_by_a_rule(site: Site) -> None:
    """`?_rule=` filters the articles, with the other filters, and says so."""
    assert site.ids(_rule="user.<b>mine</b>", _size="max") == [16, 17]
    assert site.ids(_rule="site.repeated", site=HOSTILE_SITE) == [14, 15]
    assert site.ids(_rule="site.repeated", _entity="place:KR") == []
    page = site.get("articles", _rule="user.<b>mine</b>").text
    assert "cleaned by user.&lt;b&gt;mine" in page


def test_the_rule_filter_needs_the_removed_lines(private: Callable[..., Site]) -> None:
    """Which rule cleaned an article is what they say."""
    site = private("removed_lines")

    assert site.get("articles", _rule="site.repeated").status_code == 403
    assert site.get("articles", _rule="site.repeated", actor=READER).status_code == 200


def test_the_site_filter_is_ours_alone(tmp_path: Path) -> None:
    """A table of that name in another database isn't filtered."""
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.executescript(
        "create table removed_lines (id integer primary key); insert into removed_lines values (1)"
    )
    connection.close()

    assert Site([other]).get("/other/removed_lines.json?_site=x&_shape=array").json() == [{"id": 1}]


def test_an_article_says_where_it_comes_from(site: Site) -> None:
    """Format, site, where the title is from, and how much was removed here and on its site."""
    page = html.unescape(site.get("articles/14").text)

    assert "<dd>html, utf-8</dd>" in page
    assert "<dd>metadata of the page or record</dd>" in page
    assert f"<bdi>{HOSTILE_SITE}</bdi>" in page
    page = site.get("articles/1").text
    assert re.search(r"\d\d\.\d\xa0% of its characters</a>; on its site \d\d\.\d\xa0% in the median", page)
    assert "Title taken from" not in page


def test_an_article_names_its_copies(site: Site) -> None:
    """Both ways: what it repeats, and what repeats it."""
    assert re.search(r'Repeats <a href="/clippings/articles/1"><bdi[^>]*>Page 0 of', site.get("articles/13").text)
    page = site.get("articles/1").text
    assert "Repeated by" in page
    assert 'href="/clippings/articles/13"' in page
    assert 'href="/clippings/articles/14"' in page
    assert "91.4\xa0% alike" in page
    assert "Repeated by" not in site.get("articles/2").text


def test_many_copies_are_counted(tmp_path: Path) -> None:
    """Ten are listed; a link leads to all of them."""
    copies = [CRAWL[0], *(CRAWL[12] for _ in range(30))]
    site = Site([make_archive(tmp_path / "clippings.db", copies)])
    page = site.get("articles/1").text

    assert '<a href="/clippings/articles?duplicate_of=1">All 30</a>' in page
    assert len(site.ids(duplicate_of=1, _size="max")) == 30


def test_a_removed_line_gives_its_reason(site: Site) -> None:
    """Beside the rule; what the rule removes stays in the title."""
    page = site.get("articles/1").text

    assert 'title="Lines that many pages of a site repeat"><bdi>Home | News' in page
    assert "site.repeated: on 9 of 12 pages</small>" in page
