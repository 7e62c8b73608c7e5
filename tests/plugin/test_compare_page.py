"""Two searches side by side: how they overlap, and what sets their articles apart."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from datasette_clippings.across.differences import LISTED
from datasette_clippings.across.statistics import SIGNIFICANT, difference, log_ratio

from .across import build_shards, clear_index, holds
from .archive import Row, make_archive
from .conftest import READER, Site
from .oracle import Oracle, Story
from .stories import build_stories

Wanted = Callable[[Story], bool]
COUNT = 120


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_stories(tmp_path_factory.mktemp("compare"), COUNT)


@pytest.fixture(scope="module")
def oracle(stories: Path) -> Oracle:
    return Oracle(stories)


@pytest.fixture(scope="module", params=["index", "sql", "shards"])
def opened(request: pytest.FixtureRequest, stories: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, str]:
    """The archive as it is built, without its index, and in three files; with the name of a database."""
    folder = tmp_path_factory.mktemp(request.param)
    settings = {"sql_time_limit_ms": 20_000}
    if request.param == "shards":
        return Site(build_shards(folder, COUNT, 3), **settings), "parts-3"
    if request.param == "sql":
        return Site([clear_index(build_stories(folder, COUNT))], **settings), "stories"
    return Site([stories], **settings), "stories"


def compared(opened: tuple[Site, str], /, **arguments: Any) -> dict[str, Any]:
    response = opened[0].get(f"/{opened[1]}/-/compare.json", **arguments)
    assert response.status_code == 200, response.text
    page: dict[str, Any] = response.json()
    return page


def english(story: Story) -> bool:
    return story.language == "en"


def harbour(story: Story) -> bool:
    return holds(story, "harbour")


def korea(story: Story) -> bool:
    return "place:KR" in story.mentions


def since_2024(story: Story) -> bool:
    return (story.published or "") >= "2024"


SIDES: list[tuple[dict[str, Any], Wanted, Wanted]] = [
    ({"a.language": "en", "b.language": "de"}, english, lambda story: story.language == "de"),
    ({"a._search": "harbour", "b._entity": "place:KR"}, harbour, korea),
    ({"a._search": "harbour"}, harbour, lambda story: True),
    ({"b.language": "en"}, lambda story: True, english),
    ({"a.language": "zh", "b.language": "en", "_from": "2024"},
     lambda story: story.language == "zh" and since_2024(story), lambda story: english(story) and since_2024(story)),
    ({"a._from": "2024", "b._to": "2023"}, since_2024,
     lambda story: story.published is not None and not since_2024(story)),
]  # fmt: skip


def groups(oracle: Oracle, a: Wanted, b: Wanted) -> tuple[list[Story], list[Story]]:
    """The stories that are compared."""
    only_a = [story for story in oracle.stories if a(story) and not b(story)]
    only_b = [story for story in oracle.stories if b(story) and not a(story)]
    both = [story for story in oracle.stories if a(story) and b(story)]
    return only_a or both, only_b or both


@pytest.mark.parametrize(("arguments", "a", "b"), SIDES)
def test_counts_and_overlap(
    opened: tuple[Site, str], oracle: Oracle, arguments: dict[str, Any], a: Wanted, b: Wanted
) -> None:
    """Each search's articles, those of both, languages, sites and months are counted exactly."""
    page = compared(opened, **arguments)
    in_a, in_b = ([story for story in oracle.stories if wanted(story)] for wanted in (a, b))
    overlap = page["overlap"]

    assert (page["a_articles"], page["b_articles"]) == (len(in_a), len(in_b))
    assert overlap["both"] == sum(b(story) for story in in_a)
    assert overlap["only_a"] == len(in_a) - overlap["both"] and overlap["only_b"] == len(in_b) - overlap["both"]
    for distribution in page["distributions"]:
        name = distribution["name"]
        assert {value["value"]: (value["a"], value["b"]) for value in distribution["values"]} == {
            value: (
                sum(getattr(story, name) == value for story in in_a),
                sum(getattr(story, name) == value for story in in_b),
            )
            for value in {getattr(story, name) for story in [*in_a, *in_b]}
        }
    courses = page["courses"]
    length = 7 if courses["by"] == "month" else 4
    for name, found in (("a", in_a), ("b", in_b)):
        counts = Counter(story.published[:length] for story in found if len(story.published or "") >= length)
        assert courses[name] == [counts[period] for period in courses["periods"]]
        assert courses[f"{name}_others"] == len(found) - counts.total()


@pytest.mark.parametrize(("arguments", "a", "b"), SIDES)
def test_entities_that_set_the_searches_apart(
    opened: tuple[Site, str], oracle: Oracle, arguments: dict[str, Any], a: Wanted, b: Wanted
) -> None:
    """For each type all entities that chance doesn't explain, the least explained first, with exact counts."""
    page = compared(opened, **arguments)
    one, other = groups(oracle, a, b)
    assert (page["overlap"]["compared_a"], page["overlap"]["compared_b"]) == (len(one), len(other))
    counts = [Counter(key for story in group for key in story.mentions) for group in (one, other)]
    left_out = {arguments.get("a._entity"), arguments.get("b._entity")}
    for kind in page["apart"][:-1]:
        assert kind["looked_at"] is None
        keys = [key for key in oracle.types if oracle.types[key] == kind["name"] and key not in left_out]
        for side, more in (("a", 1), ("b", -1)):
            expected = []
            for key in keys:
                in_a, in_b = counts[0][key], counts[1][key]
                likelihood = difference(in_a, len(one), in_b, len(other))
                if likelihood >= SIGNIFICANT and (in_a * len(other) - in_b * len(one)) * more > 0:
                    expected.append((-round(likelihood, 2), key, in_a, in_b))
            found = [each["difference"] for each in kind[side]]
            assert [(-each["likelihood"], each["value"], each["a"], each["b"]) for each in found] == sorted(expected)[
                :LISTED
            ]
            for each in found:
                ratio = log_ratio(each["a"], len(one), each["b"], len(other))
                assert each["log_ratio"] == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize(("arguments", "a", "b"), SIDES)
def test_words_that_set_the_searches_apart(
    opened: tuple[Site, str], oracle: Oracle, arguments: dict[str, Any], a: Wanted, b: Wanted
) -> None:
    """Each word's counts are exact in all of the compared articles; in few articles all words are looked at."""
    page = compared(opened, **arguments)
    one, other = groups(oracle, a, b)
    words = page["apart"][-1]
    assert words["name"] == "word" and page["sample"] == {"a": len(one), "b": len(other), "is_all": True}
    for side in ("a", "b"):
        for each in (found["difference"] for found in words[side]):
            spoken = each["value"].split()
            assert each["a"] == sum(holds(story, *spoken) for story in one)
            assert each["b"] == sum(holds(story, *spoken) for story in other)
            assert each["likelihood"] >= SIGNIFICANT
            assert (each["a_share"] > each["b_share"]) == (side == "a")
            assert "harbour" not in spoken or "a._search" not in arguments
    # no word of the texts is further from chance than the first
    every = {word for story in (*one, *other) for field in story.words.values() for word in field}
    spaced = [word for word in every if word.isascii() and len(word) > 1 and not word.isdigit()]
    if "a._search" not in arguments:
        best = max(
            difference(sum(holds(s, word) for s in one), len(one), sum(holds(s, word) for s in other), len(other))
            for word in spaced
        )
        listed = [found["difference"]["likelihood"] for side in "ab" for found in words[side]]
        assert max(listed, default=SIGNIFICANT) >= round(min(best, 1e9), 2) or best < SIGNIFICANT


def test_a_sample_is_told(tmp_path: Path) -> None:
    """Of many articles words are met in some; the page says in how many, and what it counts it counts in all."""
    rows = [Row(f"Page {number}", "The ferry sails." if number % 2 else "The train stops.", "en", site=str(number % 2))
            for number in range(600)]  # fmt: skip
    site = Site([make_archive(tmp_path / "clippings.db", rows)], sql_time_limit_ms=20_000)
    arguments = {"a.site": "1", "b.site": "0"}
    page = site.get("-/compare.json", **arguments).json()

    assert page["sample"] == {"a": 250, "b": 250, "is_all": False}
    found = {each["difference"]["value"]: each["difference"] for side in "ab" for each in page["apart"][-1][side]}
    assert {word: (each["a"], each["b"]) for word, each in found.items()} == {
        "ferry": (300, 0), "sails": (300, 0), "train": (0, 300), "stops": (0, 300),
    }  # fmt: skip
    assert "Words were looked for in 250 articles of A and 250 of B" in site.get("-/compare", **arguments).text


def test_links_lead_to_the_articles(opened: tuple[Site, str]) -> None:
    """Entities and words lead to the side's search for them too; each side to its own; both can be swapped."""
    page = compared(opened, **{"a._search": "harbour OR treaty", "a.language": "en", "b.language": "de"})
    count = 0
    for kind in page["apart"]:
        for each in kind["a"][:2]:
            asked = parse_qs(urlsplit(each["url"]).query)
            assert asked["language"] == ["en"]
            # without any in both searches, these are all of the side's
            found = opened[0].get(f"/{opened[1]}/-/search.json", **asked).json()
            assert found["count"] == each["difference"]["a"]
            count += 1
    assert count
    swapped = parse_qs(urlsplit(page["swapped_url"]).query)
    assert swapped == {"b._search": ["harbour OR treaty"], "b.language": ["en"], "a.language": ["de"]}


def test_nothing_to_compare_is_told(site: Site) -> None:
    """Equal searches, and searches that find nothing, are told apart from a lack of differences."""
    for arguments, words in (
        ({}, "Both searches find the same articles"),
        ({"a._search": "nosuchword"}, "One of the searches finds nothing"),
        ({"a._search": "nosuchword", "b._search": "neitherthis"}, "One of the searches finds nothing"),
    ):
        assert words in site.get("-/compare", **arguments).text
        assert site.get("-/compare.json", **arguments).json()["apart"] == []
        assert site.get("-/compare.csv", **arguments).text.count("\n") == 1


def test_the_form_keeps_both_searches(site: Site) -> None:
    """Each side has its own fields; what has no field is kept."""
    hostile = '"><script>alert(1)</script>'
    asked = {"a._search": hostile, "b.language": "vi", "b._from": "2024", "site": "news"}
    html = site.get("-/compare", **asked).text

    assert '<input type="hidden" name="b.language" value="vi">' in html
    assert '<input type="hidden" name="site" value="news">' in html
    assert 'name="b._from" value="2024"' in html
    assert "<script>alert" not in html and "&lt;script&gt;alert" in html


def test_csv_holds_the_same(opened: tuple[Site, str]) -> None:
    """A row for each difference on the page."""
    page = compared(opened, **SIDES[0][0])
    text = opened[0].get(f"/{opened[1]}/-/compare.csv", **SIDES[0][0]).text

    assert [
        (row["more_in"], row["kind"], row["value"], int(row["articles_a"])) for row in csv.DictReader(io.StringIO(text))
    ] == [
        (side, kind["name"], each["difference"]["value"], each["difference"]["a"])
        for kind in page["apart"]
        for side in ("a", "b")
        for each in kind[side]
    ]


@pytest.mark.parametrize("arguments", [{"a._from": "soon"}, {"b.language__in": "[broken"}, {"a._where": "x("}])
def test_mistakes_are_told(site: Site, arguments: dict[str, str]) -> None:
    """A filter of either side that can't be read is refused with what is wrong."""
    assert site.get("-/compare.json", **arguments).status_code == 400


def test_private_tables_are_not_compared(private: Callable[..., Site]) -> None:
    """Who may not see the articles has no comparison; who may not see the entities has one without them."""
    for table in ("articles", "articles_fts"):
        for path in ("-/compare", "-/compare.json", "-/compare.csv"):
            assert private(table).get(path, **{"a.language": "en"}).status_code == 403
            assert private(table).get(path, actor=READER, **{"a.language": "en"}).status_code == 200
    for table in ("entities", "article_entities"):
        page = private(table).get("-/compare.json", **{"a.language": "en"}).json()
        assert [kind["name"] for kind in page["apart"]] == ["word"]
        assert "South Korea" not in private(table).get("-/compare", **{"a.language": "en"}).text
        assert private(table).get("-/compare", **{"a._entity": "place:KR"}).status_code == 403


def test_sql_is_for_those_who_may_run_it(archive: Path) -> None:
    """A condition in SQL on either side needs the permission that it needs on Datasette's own page."""
    site = Site([archive], default_allow_sql=False)
    for argument in ("a._where", "b._where", "_where"):
        assert site.get("-/compare.json", **{argument: "id = 1"}).status_code == 403
    assert site.get("-/timeline.json", _series="Uzbekistan", _where="id = 1").status_code == 403
    assert site.get("-/compare.json", **{"a.id": "1"}).status_code == 200
