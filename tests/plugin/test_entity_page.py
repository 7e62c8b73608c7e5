"""The page of a person, organisation, place or event."""

from __future__ import annotations

import math
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .archive import Row, make_archive
from .conftest import READER, Site


def test_names_by_language(site: Site) -> None:
    """Each name under its language, with where it comes from; languages without articles are folded away."""
    page = site.get("entities/1").text

    vietnamese = page.partition("<dt>Vietnamese</dt>")[2].partition("<dt>")[0]
    assert '<dd title="Source: cldr, corpus"><bdi lang="vi">Hàn Quốc</bdi>' in vietnamese
    assert '<dd title="Source: corpus"><bdi lang="vi">HÀN QUỐC</bdi>' in vietnamese
    assert 'title="Source: cldr"' in page
    assert "<dt>Any language</dt>" in page
    assert "In 1 other language</summary>" in page
    assert page.index("<summary>") < page.index("Janubiy Koreya")


def entity(site: Site, key: str, **arguments: Any) -> dict[str, Any]:
    response = site.get("-/entity.json", _key=key, **arguments)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def test_articles_latest_first(site: Site) -> None:
    """The articles that mention it, the undated last, and a link to all of them; or the oldest first."""
    korea = entity(site, "place:KR")
    oldest = entity(site, "place:KR", _sort="oldest")

    assert numbers(korea["articles"]) == [6, 7, 1, 3, 4, 2]  # "once" sorts behind all figures
    assert numbers(oldest["articles"]) == [4, 3, 1, 7, 6, 2]
    assert [order["current"] for order in oldest["orders"]] == [False, True]
    assert numbers([korea["first"], korea["latest"]]) == [4, 7]  # what is no date is neither
    assert 'href="/clippings/articles?_entity=place%3AUZ"' in site.get("entities/2").text
    assert site.ids(_entity="place:UZ") == [1, 5]


def numbers(articles: list[dict[str, Any]]) -> list[int]:
    return [int(article["url"].rpartition("/")[2]) for article in articles]


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_both_ways_to_the_articles_give_the_same(tmp_path: Path, order: str) -> None:
    """Of an entity that most articles mention, and of one that few do, the list is that of all put in order."""
    dates = [None, "2024", "2024-01", "2023-12-31", "once", "2024-01-01T08:00", None, "1999"]
    rows = [
        Row(f"Story {number}", "Uzbekistan. " * (number % 2) + "South Korea. ASEAN." * (number > 195), "en",
            [("Uzbekistan", 2), ("South Korea", 1)], published=dates[number % 8])
        for number in range(200)
    ]  # fmt: skip
    site = Site([make_archive(tmp_path / "clippings.db", rows)])
    for key, mentioned in (("place:UZ", range(2, 201, 2)), ("place:KR", range(197, 201))):
        dated = [(rows[number - 1].published or "", number) for number in mentioned]
        known = sorted((pair for pair in dated if pair[0]), reverse=order == "newest")
        undated = sorted((pair for pair in dated if not pair[0]), reverse=order == "newest")
        assert numbers(entity(site, key, _sort=order)["articles"]) == [number for _, number in known + undated][:20]


def test_company_says_what_is_special(site: Site, sql: Callable[..., Any]) -> None:
    """What is mentioned with it, by type: the articles with both, with the other, and G²."""
    lists = {each["type"]: each["companions"] for each in entity(site, "place:KR")["company"]}

    vietnam = next(each for each in lists["place"] if each["key"] == "place:VN")
    assert (vietnam["articles"], vietnam["all_articles"]) == (2, 2)
    own, other, total = 6, 2, sql("select count(*) from articles")[0][0]
    table = [(2, own * other), (own - 2, own * (total - other)), (0, 1), (2, (total - own) * (total - other))]
    expected = 2 * sum(count * math.log(count * total / product) for count, product in table if count)
    assert vietnam["likelihood"] == round(expected, 1) > 0
    assert sorted(site.get(vietnam["both_url"].replace("search", "search.json")).json()["count"] for _ in "1") == [2]
    assert "place:KR" not in {each["key"] for companions in lists.values() for each in companions}
    for companions in lists.values():
        likelihoods = [each["likelihood"] for each in companions]
        assert likelihoods == sorted(likelihoods, reverse=True)


def test_mentions_over_time_lead_to_the_search(site: Site) -> None:
    """Each bar, and each number beside the bars, leads to just the articles that it counts."""
    histogram = entity(site, "place:KR")["histogram"]

    counts = [(bar["label"], bar["articles"]) for bar in histogram["bars"]]
    assert counts == [("April 2024", 2), ("May 2024", 1)]
    for url, count in [(bar["url"], bar["articles"]) for bar in histogram["bars"]] + [
        (value["toggle_url"], value["articles"]) for value in histogram["others"]
    ]:
        assert site.get(url.replace("/search", "/search.json")).json()["count"] == count


def test_an_entity_without_dated_mentions_has_no_bars(site: Site) -> None:
    """It says so instead."""
    for number in (9, 3):
        page = site.get(f"entities/{number}").text
        assert "nothing to draw" in page
        assert "clippings-histogram" not in page


def test_words_that_articles_use(site: Site) -> None:
    """The words of its mentions, the most frequent first."""
    forms = entity(site, "place:KR")["forms"]

    assert [(form["words"], form["mentions"]) for form in forms[:2]] == [("South Korea", 6), ("韩国", 2)]
    assert {form["words"] for form in forms} == {"South Korea", "韩国", "Hàn Quốc", "HÀN QUỐC", "เกาหลีใต้"}


def test_places_are_drawn(site: Site) -> None:
    """The place itself, and those mentioned with it; what has no point is in the list alone."""
    korea = entity(site, "place:KR")
    shown = {circle["place"]["name"]: circle["own"] for circle in korea["map"]["circles"]}
    page = site.get("entities/1").text

    assert shown == {"South Korea": True, "Uzbekistan": False, "Vietnam": False, "Đà Nẵng": False}
    assert "world.svg#land" in page
    assert {place["name"] for place in korea["places"]} == {"Uzbekistan", "Vietnam", "Đà Nẵng"}
    assert entity(site, "person:nobody")["map"] is None


def test_the_twin_and_the_page_are_one(site: Site) -> None:
    """The page at `/-/entity` shows what the row's page shows, and an unknown key is told."""
    row, page = site.get("entities/1").text, site.get("-/entity", _key="place:KR").text

    main = re.compile("<h1 dir.*</aside>", re.DOTALL)
    assert main.search(row)[0] == main.search(page)[0]  # type: ignore[index]
    assert entity(site, "place:KR")["json_url"] in row.replace("&amp;", "&")
    assert site.get("-/entity.json", _key="place:XX").status_code == 404
    assert site.get("-/entity.json").status_code == 400


def test_an_entity_that_no_article_mentions(site: Site) -> None:
    """Nothing is shown as nothing."""
    page = site.get("entities/9").text

    assert "0 articles" in page
    assert "No article mentions it." in page


def test_a_name_of_any_characters(site: Site) -> None:
    """Quotes and brackets are text, in the title and in links."""
    page = site.get("entities/7").text

    assert "<title>O&#39;Neil &#34;&amp; Co&#34; &lt;b&gt;</title>" in page
    assert "_entity=organisation%3Ao%27neil+%22%26+co%22+%3Cb%3E" in page


@pytest.mark.parametrize(
    ("table", "secrets"),
    [
        ("entity_names", ["Hàn Quốc</bdi>", "<h2>Names", "Often found as"]),
        ("article_entities", ["6 articles", "Mentioned with it", "<h2>Articles", "Mentions over time", "11 mentions",
                              "Often found as", "Each mention"]),
        ("articles", ["<h2>Articles", "biocenters", "Mentions over time", "Each mention"]),
        ("entity_mentions_by_month", ["entity_mentions_by_month"]),
        ("mentions", ["Often found as", "Each mention"]),
        ("languages", ["In 1 other language"]),
    ],
)  # fmt: skip
def test_each_private_table_hides_what_is_drawn_from_it(
    private: Callable[..., Site], table: str, secrets: list[str]
) -> None:
    """Anonymous readers get the page without it, allowed ones with it."""
    site = private(table)
    anonymous, reader = site.get("entities/1"), site.get("entities/1", actor=READER)

    assert (anonymous.status_code, reader.status_code) == (200, 200)
    for secret in secrets:
        assert secret not in anonymous.text
        assert secret in reader.text


@pytest.mark.parametrize(
    ("table", "articles", "search"),
    [("articles", False, False), ("article_entities", False, False), ("articles_fts", True, False)],
)
def test_nobody_is_led_where_they_may_not_go(
    private: Callable[..., Site], table: str, articles: bool, search: bool
) -> None:
    """The list of its articles, and the search among them, are linked for those who may view both."""
    site = private(table)
    for actor, expected in ((None, (articles, search)), (READER, (True, True))):
        data = site.get("-/entity.json", actor=actor, _key="place:KR").json()
        page = site.get("entities/1", actor=actor).text
        assert (data["articles_url"] is not None, data["search_url"] is not None) == expected
        assert ("All articles that mention it" in page, "Search among its articles" in page) == expected
        assert "None" not in page


def test_private_entities_are_forbidden(private: Callable[..., Site]) -> None:
    """To those who may not view the table, by number and by key, known or not."""
    site = private("entities")

    for path in ("entities/1", "-/entity?_key=place:KR", "-/entity.json?_key=place:KR", "-/entity.json?_key=place:XX"):
        refused = site.get(path)
        assert refused.status_code == 403
        assert "South Korea" not in refused.text
    assert site.get("entities/1", actor=READER).status_code == 200
    assert site.get("-/entity.json", actor=READER, _key="place:KR").json()["name"] == "South Korea"


def test_hostile_words_are_text(tmp_path: Path) -> None:
    """Names, aliases, keys and evidence with markup, template syntax and turned direction, also a megabyte of them."""
    hostile = '"><script>alert(1)</script> {{ 7*7 }} \u202e\0<img src=x onerror=alert(2)>'
    archive = make_archive(tmp_path / "clippings.db")
    connection = sqlite3.connect(archive)
    connection.execute("update entities set name = ?, key = ?, country = ? where id = 1", [hostile, hostile, "<b>"])
    connection.execute("update entities set name = ? where id = 2", ["x " * 500_000])
    connection.execute("update stored_names set name = ? where entity_id = 1 and number = 2", [hostile])
    connection.execute("update articles set title = ?, publisher = ?, site = ?", [hostile, hostile, hostile])
    connection.commit()
    connection.close()
    site = Site([archive])
    for number in (1, 2, 5):
        page = site.get(f"entities/{number}")
        assert page.status_code == 200
        assert "<script>alert" not in page.text
        assert "<img" not in page.text
        assert "{{ 7*7 }}" in page.text
    twin = site.get("-/entity.json", _key=hostile)
    assert (twin.status_code, twin.json()["key"]) == (200, hostile)
    followed = site.get(twin.json()["lasting_url"])
    assert (followed.status_code, followed.headers["location"]) == (302, "/clippings/entities/1")
