"""All values of a facet: pages of them, a search among them, and the same as JSON."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from datasette_clippings.pages.facet import VALUES

from .archive import Row, make_archive
from .conftest import READER, Site


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """An archive of so many sites that they need three pages; the first of them twice."""
    rows = [Row("A page", "The harbour.", "en", site=f"site{number:03}.example") for number in range(2 * VALUES + 30)]
    rows.append(Row("Another", "The harbour.", "vi", site="site000.example"))
    return Site([make_archive(tmp_path_factory.mktemp("sites") / "clippings.db", rows)])


def values(site: Site, /, **arguments: Any) -> dict[str | None, int]:
    page = site.get("-/facet.json", **arguments)
    assert page.status_code == 200, page.text
    return {value["value"]: value["articles"] for value in page.json()["values"]}


def test_all_values_page_by_page(sites: Site) -> None:
    """Each value is listed once, the most frequent first, a hundred a page."""
    page = sites.get("-/facet.json", _by="site", _search="harbour").json()
    assert page["values"][0] == {**page["values"][0], "value": "site000.example", "articles": 2}
    listed = [value["value"] for value in page["values"]]
    while page["next_url"]:
        assert len(page["values"]) == VALUES
        page = sites.get("-/facet.json", **parse_qs(urlsplit(page["next_url"]).query)).json()
        listed += [value["value"] for value in page["values"]]

    assert listed == [f"site{number:03}.example" for number in range(2 * VALUES + 30)]


def test_values_of_entities(site: Site) -> None:
    """Entities are counted for the articles that match."""
    assert values(site, _by="place") == {"place:KR": 6, "place:UZ": 2, "place:VN": 2, "place:DA": 1}
    assert values(site, _by="place", language="vi", _not_entity="place:DA") == {}
    assert values(site, _by="place", _search="han quoc") == {"place:DA": 1, "place:KR": 1, "place:VN": 1}


@pytest.mark.parametrize(
    ("by", "part", "expected"),
    [
        ("place", "han quo", ["place:KR"]),
        ("place", "janubiy", ["place:KR"]),
        ("place", "韩", ["place:KR"]),
        ("place", "NAM", ["place:VN"]),
        ("organisation", '"& co" <b', ['organisation:o\'neil "& co" <b>']),
        ("place", "%", []),
        ("language", "viet", ["vi"]),
        ("month", "april", ["2024-04"]),
        ("month", "2024-0", ["2024-03", "2024-04", "2024-05"]),
        ("site", "EWS", ["news"]),
    ],
)
def test_a_value_is_found_by_a_part_of_a_name(site: Site, by: str, part: str, expected: list[str]) -> None:
    """Entities by any of their names in any language, the rest as it is shown or stored."""
    assert list(values(site, _by=by, _contains=part)) == expected


def test_private_names_are_not_found(private: Callable[..., Site]) -> None:
    """Where the names of entities may not be viewed, nobody learns by searching a list what something is called."""
    for table in ("entity_names", "stored_names"):
        site = private(table)
        for path in ("-/facet", "-/facet.json"):
            refused = site.get(path, _by="place", _contains="janubiy")
            assert (refused.status_code, "South Korea" in refused.text) == (403, False)
            assert site.get(path, _by="place", _contains="janubiy", actor=READER).status_code == 200
        assert "place:KR" in values(site, _by="place")
        assert list(values(site, _by="language", _contains="viet")) == ["vi"]


def test_the_page_works_by_links_and_a_form(site: Site) -> None:
    """Each value leads to the search narrowed by it; the form keeps the filters; other lists are a click away."""
    html = site.get("-/facet", _by="place", _search="han quoc", _entity="place:KR").text

    assert '<input type="hidden" name="_by" value="place"><input type="hidden" name="_search" value="han quoc">' in html
    assert "/clippings/-/search?_search=han+quoc&amp;_entity=place%3AKR&amp;_entity=place%3AVN" in html
    assert "/clippings/-/facet?_search=han+quoc&amp;_entity=place%3AKR&amp;_by=person" in html
    assert "mentioning South Korea" in html


def test_a_long_list_leads_here(sites: Site) -> None:
    """Where a list on the table page or the search page has more values than it shows, a link leads to all."""
    page = sites.get("-/search.json", _search="harbour").json()
    more = next(facet["more_url"] for facet in page["facets"] if facet["name"] == "site")
    assert len(sites.get("-/facet.json", **parse_qs(urlsplit(more).query)).json()["values"]) == VALUES

    facets = sites.facets(_facet_article="site", _search="harbour", _facet_size="5", _size="3")
    assert facets["site"]["truncated"]
    assert facets["site"]["more_url"] == "/clippings/-/facet?_search=harbour&_by=site"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({}, "takes one of person, organisation, place, event, month, language, site, not nothing"),
        ({"_by": "title"}, "not title"),
        ({"_by": "place", "_next": "x"}, "no place in this list"),
        ({"_by": "place", "_next": "-1"}, "no place in this list"),
        ({"_by": "place", "_next": "999999999"}, "no place in this list"),
        ({"_by": "place", "_where": "x("}, "Invalid SQL"),
    ],
)
def test_mistakes_are_told(site: Site, arguments: dict[str, str], message: str) -> None:
    """What can't be asked for is told with what can."""
    response = site.get("-/facet", **arguments)

    assert response.status_code == 400
    assert message in response.text


def test_a_place_behind_the_end_is_empty(site: Site) -> None:
    """Beyond the last value there are none."""
    for by in ("place", "month"):
        assert values(site, _by=by, _next="500") == {}


def test_a_list_that_takes_too_long_is_missing(site: Site, archive: Path) -> None:
    """Past the limit there is no list rather than a part of one."""
    slow = "(with recursive n(i) as (select 1 union all select i + 1 from n limit 100000000) select max(i) from n) > 0"
    short = Site([archive], facet_time_limit_ms=30)
    for by in ("place", "month"):
        assert short.get("-/facet.json", _by=by, _where=slow).json()["values"] is None
        assert "Counting took too long" in short.get("-/facet", _by=by, _where=slow).text
