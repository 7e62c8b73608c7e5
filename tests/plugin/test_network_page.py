"""The network of entities that articles mention together: counts, drawing, files."""

from __future__ import annotations

import csv
import io
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest

from datasette_clippings.across.statistics import attraction, jaccard

from .across import build_shards, clear_index, holds
from .archive import ARTICLES, make_archive
from .conftest import READER, Site
from .oracle import Oracle, Story
from .stories import build_stories

GEXF = {"": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_stories(tmp_path_factory.mktemp("network"))


@pytest.fixture(scope="module", params=["index", "sql", "shards"])
def opened(request: pytest.FixtureRequest, stories: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, str]:
    """The archive as it is built, without its index, and in three files; with the name of a database."""
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "shards":
        return Site(build_shards(folder, 70, 3)), "parts-1"
    if request.param == "sql":
        return Site([clear_index(build_stories(folder))]), "stories"
    return Site([stories]), "stories"


def network(opened: tuple[Site, str], **arguments: Any) -> dict[str, Any]:
    response = opened[0].get(f"/{opened[1]}/-/network.json", **arguments)
    assert response.status_code == 200, response.text
    page: dict[str, Any] = response.json()
    return page


def ends(page: dict[str, Any], edge: dict[str, Any]) -> tuple[str, str]:
    return page["nodes"][edge["one"]]["key"], page["nodes"][edge["other"]]["key"]


@pytest.mark.parametrize(
    ("arguments", "wanted", "types", "top", "least"),
    [
        ({}, lambda story: True, None, 40, 2),
        ({"_top": "7", "_least": "1"}, lambda story: True, None, 7, 1),
        ({"_search": "harbour", "_type": ["place", "person"], "_least": "3"}, lambda story: holds(story, "harbour"),
         {"place", "person"}, 40, 3),
        ({"_entity": "place:KR", "_top": "9"}, lambda story: "place:KR" in story.mentions, None, 9, 2),
    ],
)  # fmt: skip
def test_entities_and_pairs_are_counted_in_the_selected_articles(
    opened: tuple[Site, str],
    stories: Path,
    arguments: dict[str, Any],
    wanted: Callable[[Story], bool],
    types: set[str] | None,
    top: int,
    least: int,
) -> None:
    """The most frequent entities of the chosen types, and for each two the articles with both; what is asked for itself
    is left out."""
    page = network(opened, **arguments)
    oracle = Oracle(stories)
    among = [story for story in oracle.stories if wanted(story)]
    counts = Counter(
        key
        for story in among
        for key in story.mentions
        if (types is None or oracle.types[key] in types) and key != arguments.get("_entity")
    )
    first = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
    pairs = Counter(
        pair for story in among for pair in combinations(sorted(story.mentions & {key for key, _ in first}), 2)
    )
    expected = {pair: count for pair, count in pairs.items() if count >= least}

    assert page["articles"] == len(among)
    assert [(node["key"], node["articles"]) for node in page["nodes"]] == first
    assert page["edge_count"] == len(expected)
    for edge in page["edges"]:
        one, other = ends(page, edge)
        both = expected[min(one, other), max(one, other)]
        assert edge["articles"] == both
        assert edge["likelihood"] == pytest.approx(attraction(both, counts[one], counts[other], len(among)), abs=1e-3)
        assert edge["jaccard"] == pytest.approx(jaccard(both, counts[one], counts[other]), abs=1e-4)


@pytest.mark.parametrize("strength", ["likelihood", "jaccard", "articles"])
def test_pairs_are_put_in_order_by_their_strength(opened: tuple[Site, str], strength: str) -> None:
    """The strongest come first, whichever the measure; those that are drawn are among them."""
    page = network(opened, _strength=strength)
    numbers = [edge[strength] for edge in page["edges"]]

    assert numbers == sorted(numbers, reverse=True)
    assert page["drawing"]["lines"] and len(page["drawing"]["dots"]) == len(page["nodes"])
    assert all(line["edge"][strength] > 0 for line in page["drawing"]["lines"])
    assert page["drawing"]["lines"][-1]["weight"] == 1


def test_links_lead_to_the_articles(opened: tuple[Site, str]) -> None:
    """A pair leads to the search for the articles with both, an entity to its page."""
    page = network(opened, _search="harbour", _top="5", _least="1")
    for edge in page["edges"][:3]:
        asked = parse_qs(urlsplit(edge["search_url"]).query)
        found = opened[0].get(f"/{opened[1]}/-/search.json", **asked).json()
        assert (found["count"], asked["_search"]) == (edge["articles"], ["harbour"])
    assert opened[0].get(page["nodes"][0]["url"]).status_code == 302


def test_files_hold_the_whole_network(opened: tuple[Site, str]) -> None:
    """GEXF 1.3 has every node and edge with weight and place; the CSV has the same edges."""
    page = network(opened, _top="12", _least="1", _strength="jaccard")
    arguments = {"_top": "12", "_least": "1", "_strength": "jaccard"}
    response = opened[0].get(f"/{opened[1]}/-/network.gexf", **arguments)
    root = ElementTree.fromstring(response.content)
    nodes, edges = root.findall(".//node", GEXF), root.findall(".//edge", GEXF)

    assert (root.tag, root.get("version")) == ("{http://gexf.net/1.3}gexf", "1.3")
    assert root.find("graph", GEXF).get("defaultedgetype") == "undirected"  # type: ignore[union-attr]
    assert [(node.get("id"), node.get("label")) for node in nodes] == [(n["key"], n["name"]) for n in page["nodes"]]
    assert all(node.find("viz:position", GEXF) is not None for node in nodes)
    assert [(edge.get("source"), edge.get("target"), float(edge.get("weight") or 0)) for edge in edges] == [
        (*ends(page, edge), edge["jaccard"]) for edge in page["edges"]
    ]
    declared = {each.get("id") for each in root.findall(".//attribute", GEXF)}
    assert {each.get("for") for each in root.findall(".//attvalue", GEXF)} == declared

    text = opened[0].get(f"/{opened[1]}/-/network.csv", **arguments).text
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["source"], row["target"], int(row["articles"])) for row in rows] == [
        (*ends(page, edge), edge["articles"]) for edge in page["edges"]
    ]


def test_the_page_says_in_tables_what_it_draws(opened: tuple[Site, str]) -> None:
    """The drawing is hidden from screen readers and skipped by the keyboard; all of it stands in a table and a list."""
    html = opened[0].get(f"/{opened[1]}/-/network", _top="6").text
    drawn = html.partition('<svg viewBox="0 0 1000 800"')[2].partition("</svg>")[0]

    assert drawn.startswith(' aria-hidden="true"')
    assert drawn.count("<a ") == drawn.count('tabindex="-1"') == 6
    for node in network(opened, _top="6")["nodes"]:
        assert f"<bdi>{node['name']}</bdi>" in html
    assert "<script" not in html.partition('<main id="clippings-main"')[2].partition("</main>")[0]


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    """Names with markup, formulas and signs that XML has no place for break neither page nor files."""
    names = ["<script>alert(1)</script>", "=1+1\x00\x08\ufffe", "\u202e{{ 7*7 }}", "]]>&\"'" * 2000]
    file = make_archive(tmp_path / "clippings.db")
    with closing(sqlite3.connect(file)) as connection, connection:
        for number, name in enumerate(names, 1):
            connection.execute("update entities set name = ? where id = ?", (name, number))
        connection.execute("update entities set key = 'place:<k>\x01' where id = 1")
    site = Site([file])
    html = site.get("-/network", _least="1").text
    root = ElementTree.fromstring(site.get("-/network.gexf", _least="1").content)
    text = site.get("-/network.csv", _least="1").text

    assert "<script>alert" not in html and "{{ 7*7 }}" in html
    assert len(root.findall(".//node", GEXF)) == 8
    assert "'=1+1" in text and ",=1+1" not in text


def test_what_mentions_nothing_has_no_network(site: Site) -> None:
    """Without articles, or without entities in them, the page says so, and the files are empty."""
    for arguments in ({"_search": "nosuchword"}, {"_search": "quiet"}, {"_type": "event", "language": "vi"}):
        assert "These articles mention no such entity." in site.get("-/network", **arguments).text
        assert site.get("-/network.csv", **arguments).text.count("\n") == 1
        assert ElementTree.fromstring(site.get("-/network.gexf", **arguments).content).tag.endswith("gexf")
    assert len(ARTICLES) == site.get("-/network.json").json()["articles"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"_top": "0"}, "?_top= takes a number from 1 to 200"),
        ({"_top": "201"}, "?_top= takes a number from 1 to 200"),
        ({"_top": "٣"}, "?_top= takes a number"),
        ({"_least": "-1"}, "?_least= takes a number from 1 to 1,000,000"),
        ({"_type": "planet"}, "?_type= takes person, organisation, place, event, not planet"),
        ({"_strength": "x" * 100}, "?_strength= takes likelihood, jaccard, articles"),
    ],
)
def test_mistakes_are_told(site: Site, arguments: dict[str, str], message: str) -> None:
    """What can't be asked for is told with what can."""
    for path in ("-/network.json", "-/network.csv", "-/network.gexf"):
        response = site.get(path, **arguments)
        assert response.status_code == 400 and message in response.text


@pytest.mark.parametrize("table", ["articles", "articles_fts", "entities", "article_entities"])
def test_private_tables_have_no_network(private: Callable[..., Site], table: str) -> None:
    """Who may not see the articles or the entities learns nothing of what is mentioned together."""
    for path in ("-/network", "-/network.json", "-/network.csv", "-/network.gexf"):
        refused = private(table).get(path)
        assert (refused.status_code, "South Korea" in refused.text) == (403, False)
        assert private(table).get(path, actor=READER).status_code == 200
    if table in ("entities", "article_entities"):
        assert "-/network" not in private(table).get("-/search").text
