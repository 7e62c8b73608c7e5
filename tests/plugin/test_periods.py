"""Filters by date, on dates that are as precise as their sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from .archive import Row, make_archive
from .conftest import Site

DATES = [
    None, "2023", "2023-12", "2023-12-31", "2023-12-31T23:59", "2024", "2024-01", "2024-01-01", "2024-02", "2024-02-29",
    "2024-04-22", "2024-04-22T14:33+02:00", "2024-12", "2024-12-31", "2025",
]  # fmt: skip


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """An archive with an article of each date."""
    rows = [Row(str(date), "", "en", published=date) for date in DATES]
    return Site([make_archive(tmp_path_factory.mktemp("dated") / "clippings.db", rows)])


def dates(site: Site, /, **arguments: str | list[str]) -> list[str | None]:
    rows = site.get("articles.json", _shape="array", _sort="id", **arguments).json()
    return [row["published"] for row in rows]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"_published": "2023"}, DATES[1:5]),
        ({"_published": "2024"}, DATES[5:14]),
        ({"_published": "2024-02"}, ["2024-02", "2024-02-29"]),
        ({"_published": "2024-04-22"}, ["2024-04-22", "2024-04-22T14:33+02:00"]),
        ({"_from": "2024"}, DATES[5:]),
        ({"_from": "2024-01"}, DATES[5:]),
        ({"_from": "2024-01-01"}, DATES[5:]),
        ({"_from": "2024-01-02"}, DATES[8:]),
        ({"_from": "2024-04-22"}, DATES[10:]),
        ({"_to": "2023"}, DATES[1:5]),
        ({"_to": "2023-12"}, DATES[1:5]),
        ({"_to": "2023-12-31"}, DATES[1:5]),
        ({"_to": "2023-12-30"}, []),
        ({"_to": "2024-02-28"}, [*DATES[1:5], "2024-01", "2024-01-01"]),
        ({"_to": "2024-02-29"}, [*DATES[1:5], "2024-01", "2024-01-01", "2024-02", "2024-02-29"]),
        ({"_to": "2024-02"}, [*DATES[1:5], "2024-01", "2024-01-01", "2024-02", "2024-02-29"]),
        ({"_from": "2024-02", "_to": "2024-04-22"}, DATES[8:12]),
        ({"_from": "2025", "_to": "2024"}, []),
        ({"_published": ["2024", "2024-02"]}, ["2024-02", "2024-02-29"]),
        ({"_from": "", "_to": "", "_published": ""}, DATES),
        ({"_from": "0000-01-01", "_to": "0000-12-31"}, []),
    ],
)
def test_a_date_counts_as_far_as_it_is_known(
    dated: Site, arguments: dict[str, str | list[str]], expected: list[str | None]
) -> None:
    """An article lies in a period where its whole date does: one of 2024 neither in its April nor before its May."""
    assert dates(dated, **arguments) == expected
    counts = dated.facets(_facet_article="month", **arguments).get("month", {"results": []})["results"]
    assert sum(value["count"] for value in counts) == len(expected)


@pytest.mark.parametrize(
    "value", ["May", "2024-1", "2024-13", "2024-04-32", "24", "20240422", "2024-04-22T10", "'", "２０２４"]
)
@pytest.mark.parametrize("argument", ["_published", "_from", "_to"])
def test_what_is_no_date_is_refused(dated: Site, argument: str, value: str) -> None:
    """Anything but a year, month or day gets a clear answer, on every page."""
    for path in ("articles", "-/search"):
        response = dated.get(path, **{argument: value})
        assert response.status_code == 400
        assert f"?{argument}= takes a year, a month or a day" in response.text


def test_the_description_says_the_period(dated: Site) -> None:
    """The page says what it shows."""
    page = dated.get("articles", _from="2024-02", _to="2024-04-22").text
    assert "from February 2024 and to 22 April 2024" in page
    assert "published in 2024" in dated.get("articles", _published="2024").text


def test_months_lead_to_their_articles(dated: Site, tmp_path: Path) -> None:
    """Each value of the list of months stands for exactly the articles that it counts, undated ones too."""
    values = dated.facets(_facet_article="month", _facet_size=100)["month"]["results"]
    assert [value["label"] for value in values][:3] == ["2025", "December 2024", "April 2024"]
    assert sum(value["count"] for value in values) == len(DATES)
    for value in values:
        assert len(dated.follow(value["toggle_url"])) == value["count"]
