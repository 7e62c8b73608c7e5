"""The timeline: several searches over time, as a page, as JSON, as CSV."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from .across import build_shards, clear_index, holds
from .archive import Row, make_archive
from .conftest import Site
from .oracle import Oracle, Story
from .stories import build_stories


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_stories(tmp_path_factory.mktemp("timeline"))


@pytest.fixture(scope="module", params=["index", "sql", "shards"])
def opened(request: pytest.FixtureRequest, stories: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, str]:
    """The archive as it is built, without its index, and in three files; with the name of a database."""
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "shards":
        return Site(build_shards(folder, 70, 3)), "parts-2"
    if request.param == "sql":
        return Site([clear_index(build_stories(folder))]), "stories"
    return Site([stories]), "stories"


def since_2024(story: Story) -> bool:
    return (story.published or "") >= "2024"


def timeline(opened: tuple[Site, str], **arguments: Any) -> dict[str, Any]:
    response = opened[0].get(f"/{opened[1]}/-/timeline.json", **arguments)
    assert response.status_code == 200, response.text
    page: dict[str, Any] = response.json()
    return page


@pytest.mark.parametrize(("by", "length"), [("year", 4), ("month", 7)])
@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        ({}, lambda story: True),
        ({"language": "en"}, lambda story: story.language == "en"),
        ({"_entity": "place:KR", "_from": "2024"}, lambda story: "place:KR" in story.mentions and since_2024(story)),
    ],
)  # fmt: skip
def test_series_are_counted_by_month_and_year(
    opened: tuple[Site, str],
    stories: Path,
    by: str,
    length: int,
    filters: dict[str, str],
    wanted: Callable[[Story], bool],
) -> None:
    """Each series counts its articles among those that the filters select, in each period; shares are of these."""
    page = timeline(opened, _series=["treaty", "harbour fish"], _by=by, **filters)
    among = [story for story in Oracle(stories).stories if wanted(story)]
    everything = Counter(story.published[:length] for story in among if len(story.published or "") >= length)

    assert page["by"] == by
    assert page["all_counts"] == [everything[period] for period in page["periods"]]
    assert page["all_articles"] == len(among)
    for series, found in zip(page["series"], (["treaty"], ["harbour", "fish"]), strict=True):
        inside = [story for story in among if all(holds(story, word) for word in found)]
        counts = Counter(story.published[:length] for story in inside if len(story.published or "") >= length)
        assert series["counts"] == [counts[period] for period in page["periods"]]
        assert (series["articles"], series["others"]) == (len(inside), len(inside) - counts.total())
        assert series["shares"] == [
            counts[period] / everything[period] if everything[period] else None for period in page["periods"]
        ]


def test_a_series_leads_to_its_articles(opened: tuple[Site, str]) -> None:
    """The link of a series finds as many articles as it counts, with the filters of the page."""
    for series in timeline(opened, _series=["treaty", "fish OR harbour"], language="en")["series"]:
        asked = parse_qs(urlsplit(series["search_url"]).query)
        found = opened[0].get(f"/{opened[1]}/-/search.json", **asked).json()
        assert (found["count"], asked["language"]) == (series["articles"], ["en"])


def test_a_search_is_the_first_series(opened: tuple[Site, str]) -> None:
    """The arguments of the search page are understood; without any search all articles are the series."""
    assert [
        each["query"] for each in timeline(opened, _search="treaty", _series=["fish", "treaty", " "])["series"]
    ] == [
        "treaty",
        "fish",
    ]
    [everything] = timeline(opened)["series"]
    assert (everything["query"], everything["articles"]) == ("", 70)


def test_csv_holds_the_same_numbers(opened: tuple[Site, str]) -> None:
    """A row for each period and series, and the file says nothing that the page doesn't."""
    page = timeline(opened, _series=["treaty", "fish"], _by="year")
    text = opened[0].get(f"/{opened[1]}/-/timeline.csv", _series=["treaty", "fish"], _by="year").text
    rows = list(csv.DictReader(io.StringIO(text)))

    assert [(row["period"], row["series"], int(row["articles"]), int(row["all_articles"])) for row in rows] == [
        (period, series["query"], series["counts"][place], page["all_counts"][place])
        for series in page["series"]
        for place, period in enumerate(page["periods"])
    ]


def test_the_page_works_without_a_chart(site: Site) -> None:
    """The table stands open in the page; the chart's data are an island that nothing runs; scripts are our own."""
    html = site.get("-/timeline", _series=["</script><script>alert(1)</script>", "Uzbekistan"]).text

    assert "<details open>" in html and '<th scope="row">2024</th>' not in html.partition("<details open>")[0]
    assert "<script>alert" not in html and "\\u003c/script\\u003e" in html
    assert "https://" not in html.replace("https://datasette.io", "")
    assert html.count('<script defer src="/-/static-plugins/datasette_clippings/charts.js"></script>') == 1


def test_what_could_be_a_formula_is_none(site: Site) -> None:
    """A series that a spreadsheet would reckon with is written as text."""
    text = site.get("-/timeline.csv", _series="@Uzbekistan").text
    assert ",'@Uzbekistan," in text and ",@" not in text


def test_odd_dates_and_many_years(tmp_path: Path) -> None:
    """Dates that are none are counted apart, and ten thousand years are no reason to draw each."""
    dates = ["0001-01", "9999-12-31", "2024-02", "2024-02-30", "2024-13", "<b>", "", None]
    rows = [Row(f"Page {number}", "The harbour.", "en", published=date) for number, date in enumerate(dates)]
    site = Site([make_archive(tmp_path / "clippings.db", rows)])
    page = site.get("-/timeline.json", _series="harbour", _by="month").json()

    assert page["periods"] == ["0001-01", "2024-02", "9999-12"]
    assert (page["series"][0]["counts"], page["series"][0]["others"]) == ([1, 2, 1], 4)
    assert site.get("-/timeline", _series="harbour").status_code == 200


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"_series": [f"word{number}" for number in range(9)]}, "At most 8 series"),
        ({"_by": "day"}, "?_by= takes month or year here, not day"),
        ({"_as": "<b>"}, "?_as= takes articles or share"),
        ({"_from": "soon"}, "takes a year, a month or a day"),
    ],
)
def test_mistakes_are_told(site: Site, arguments: dict[str, Any], message: str) -> None:
    """What can't be asked for is told with what can."""
    response = site.get("-/timeline.json", **arguments)
    assert response.status_code == 400 and message in response.text.replace("\\u003c", "<")


@pytest.mark.parametrize("table", ["articles", "articles_fts"])
def test_private_articles_have_no_timeline(private: Callable[..., Site], table: str) -> None:
    """Who may not see the articles, or search them, learns nothing of their number."""
    for path in ("-/timeline", "-/timeline.json", "-/timeline.csv"):
        assert private(table).get(path, _series="Uzbekistan").status_code == 403
        assert private(table).get(path, _series="Uzbekistan", actor={"id": "reader"}).status_code == 200
