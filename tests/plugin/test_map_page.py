"""The map: where the places of a search's articles lie, drawn without asking any other host."""

from __future__ import annotations

import math
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from datasette_clippings.geography.drawing import NARROWEST, PlaceCount, drawn
from datasette_clippings.geography.points import Point, point_of
from datasette_clippings.geography.projection import HEIGHT, WIDTH, project

from .archive import ARTICLES, make_archive
from .conftest import READER, Site

STATIC = Path(__file__).parents[2] / "plugin" / "datasette_clippings" / "static"


def read(site: Site, /, **arguments: Any) -> dict[str, Any]:
    response = site.get("-/map.json", **arguments)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


@pytest.mark.parametrize("arguments", [{}, {"_search": "korea"}, {"_entity": "place:VN", "language": "zh"}])
def test_places_are_those_of_the_search(site: Site, arguments: dict[str, str]) -> None:
    """All places of the articles that match, with the counts of the search's facet, each leading to fewer articles."""
    page = read(site, **arguments)

    assert {place["key"]: place["articles"] for place in page["places"]} == site.counts("place", **arguments)
    for place in page["places"]:
        if arguments.get("_entity") != place["key"]:
            assert site.get(place["url"].replace("/search", "/search.json")).json()["count"] == place["articles"]
    counts = [circle["place"]["articles"] for circle in page["map"]["circles"]]
    radii = [circle["radius"] for circle in page["map"]["circles"]]
    assert counts == sorted(counts, reverse=True)
    assert radii == sorted(radii, reverse=True)
    assert page["count"] == site.get("-/search.json", **arguments).json()["count"]


def test_what_has_no_point_is_in_the_list(tmp_path: Path) -> None:
    """A place that nobody knows where is counted, not drawn; one of which only the country is known says so."""
    archive = make_archive(tmp_path / "clippings.db")
    connection = sqlite3.connect(archive)
    connection.execute("update entities set key = 'place:atlantis', country = null where key = 'place:VN'")
    connection.commit()
    connection.close()
    site = Site([archive])
    points = {place["name"]: place["point"] for place in read(site)["places"]}
    page = site.get("-/map").text

    assert points["Vietnam"] is None
    assert points["Đà Nẵng"]["exact"] is False  # known by the country alone
    assert points["South Korea"]["exact"] is True
    assert 'Vietnam</bdi> <span class="clippings-muted">(not on the map)' in page
    assert page.count("<circle") == 3
    assert page.count("clippings-near") == 1


def test_the_page_asks_no_other_host(site: Site) -> None:
    """The outline of the world is a file of the plugin, small and without anything that loads or runs."""
    page = site.get("-/map").text
    outline = (STATIC / "world.svg").read_text("utf-8")

    assert set(re.findall(r'<use [^>]*href="([^"#]+)#', page)) == {"/-/static-plugins/datasette_clippings/world.svg"}
    assert site.get("/-/static-plugins/datasette_clippings/world.svg").status_code == 200
    assert not re.search(r'<(?!a )[^>]*(?:src|href)="(?:https?:)?//', page)
    assert len(outline) <= 60_000
    assert set(re.findall(r"<(\w+)", outline)) == {"svg", "path"}


def test_no_place_is_no_map(site: Site) -> None:
    """Where no article matches, or none mentions a place, the page says so."""
    page = read(site, _search="nothingofthekind")

    assert (page["count"], page["places"], page["map"]) == (0, [], None)
    assert "These articles mention no place" in site.get("-/map", _search="quiet").text


def test_hostile_names_are_text(tmp_path: Path) -> None:
    """Names of places with markup, quotes and characters that turn the direction, on the map and in the list."""
    archive = make_archive(tmp_path / "clippings.db", ARTICLES)
    connection = sqlite3.connect(archive)
    connection.execute(
        "update entities set name = ? where key = 'place:KR'", ['"><script>alert(1)</script>\u202e{{7*7}}']
    )
    connection.execute("update entities set name = ? where key = 'place:VN'", ["x" * 100_000])
    connection.commit()
    connection.close()
    for path in ("-/map", "entities/1", "entities/5"):
        page = Site([archive]).get(path).text
        assert "<script>alert" not in page
        assert "{{7*7}}" in page


@pytest.mark.parametrize("table", ["articles", "articles_fts", "entities", "article_entities"])
def test_private_tables_show_in_nothing(private: Callable[..., Site], table: str) -> None:
    """Who may not view what the places come from gets neither the page nor its twin."""
    site = private(table)
    for path in ("-/map", "-/map.json"):
        assert site.get(path).status_code == 403
        assert "South Korea" in site.get(path, actor=READER).text


def test_points_are_where_they_should_be() -> None:
    """Countries, states and cities by their keys; what lies in a country that is known, in that country."""
    assert point_of("place:geonames:2643743", None) == Point(51.51, -0.13, exact=True)
    france, chukotka = point_of("place:FR", None), point_of("place:RU-CHU", None)
    assert france is not None
    assert france.exact
    assert 42 < france.latitude < 51
    assert -5 < france.longitude < 8
    assert chukotka is not None
    assert not chukotka.exact
    assert point_of("place:my-village", "FR") == Point(france.latitude, france.longitude, exact=False)
    for key in ("place:atlantis", "person:FR", "FR", "", "place:fr", "place:FR\n", "place:"):
        assert point_of(key, None) is None


def test_the_projection_keeps_areas() -> None:
    """Fields of equal area on the globe have equal areas on the map, wherever they lie."""
    step = math.degrees(0.02)
    areas = []
    for sine in (-0.9, -0.5, 0.0, 0.4, 0.95):
        south, north = (math.degrees(math.asin(sine + each)) for each in (-0.01, 0.01))
        for longitude in (-150, 0, 100):
            corners = [
                project(latitude, longitude + each * step)
                for latitude, each in ((south, 0), (south, 1), (north, 1), (north, 0))
            ]
            pairs = zip(corners, corners[1:] + corners[:1], strict=True)
            areas.append(abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2)
    assert max(areas) / min(areas) < 1.001
    edges = [project(latitude, longitude) for latitude in (-90, 0, 90) for longitude in (-168.4, 0, 168)]
    assert all(0 <= x <= WIDTH and -1 <= y <= HEIGHT + 1 for x, y in edges)


def test_a_map_shows_all_its_places_and_no_label_crosses_another() -> None:
    """The part of the world that is shown holds every point, with room around it; names stand where there is room."""
    near = [PlaceCount(f"place:{n}", f"Town {n}", n, "/", Point(48 + n / 10, 8 + n / 9, exact=True)) for n in range(9)]
    far = [*near, PlaceCount("place:far", "Far", 3, "/", Point(-40, 170, exact=True))]
    for places in (near, far, near[:1]):
        shown = drawn(places)
        assert shown is not None
        left, top, width, height = shown.view
        assert width >= NARROWEST * WIDTH
        assert len(shown.circles) == len(places)
        for circle in shown.circles:
            assert left < circle.x - circle.radius < circle.x + circle.radius < left + width
            assert top < circle.y - circle.radius < circle.y + circle.radius < top + height
        labelled = [circle for circle in shown.circles if circle.label]
        assert labelled[0].place.articles == max(place.articles for place in places)
    assert drawn([]) is None
    assert drawn([PlaceCount("place:x", "X", 1, "/", None)]) is None
