"""Keyword in context: every mention of an entity in its sentence."""

from __future__ import annotations

import asyncio
import csv
import io
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from datasette.utils.asgi import Request

from datasette_clippings.entities.mentions import Reader
from datasette_clippings.pages.mentions import COLUMNS, MENTIONS, MOST_SORTED, mentions_page
from datasette_clippings.results import Mentions, Selection
from datasette_clippings.sharding.asking import Asked

from .archive import ARTICLES, Row, make_archive
from .conftest import READER, Site

_SQL = """
select mentions.article_id, mentions.field, mentions.start, mentions.end
from mentions join articles on articles.id = mentions.article_id
where mentions.entity_id = ? {where}
order by articles.published desc, articles.id desc, mentions.field desc, mentions.start
"""


def read(site: Site, /, **arguments: Any) -> dict[str, Any]:
    response = site.get("-/mentions.json", **arguments)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def everything(site: Site, /, **arguments: Any) -> list[dict[str, Any]]:
    """The mentions of all pages, as their links lead from one to the next."""
    page = read(site, **arguments)
    assert page["start_url"] is None
    found = list(page["mentions"])
    while page["next_url"]:
        assert len(page["mentions"]) == MENTIONS
        page = read(site, **parse_qs(urlsplit(page["next_url"]).query, keep_blank_values=True))
        assert page["start_url"]
        found += page["mentions"]
    return found


def places(mentions: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [(each["article_id"], each["field"], each["start"], each["end"]) for each in mentions]


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Articles with one mention and with far more than a page holds, dated and undated."""
    rows = [
        Row(
            f"Uzbekistan {number}", "Anna saw Uzbekistan. " * (130 if number % 20 == 7 else number % 4), "en",
            [("Uzbekistan", 2)], published=None if number % 5 == 0 else f"20{number % 20:02}-03-01",
        )
        for number in range(60)
    ]  # fmt: skip
    return Site([make_archive(tmp_path_factory.mktemp("crowded") / "clippings.db", [*ARTICLES, *rows])])


def test_each_mention_stands_in_its_sentence(site: Site) -> None:
    """With what comes before and behind it, its article, date and place, the latest first, the headline's first."""
    page = read(site, _entity="place:KR")

    assert page["entities"] == [["place:KR", "South Korea"]]
    assert (page["articles"], len(page["mentions"])) == (6, 11)
    first = next(each for each in page["mentions"] if each["article_id"] == 1 and each["field"] == "text")
    assert first["sentence"] == {
        "before": "With the support of the embassy, a working visit to ",
        "words": "South Korea",
        "behind": " was organized, led by Abdulla Azizov.",
        "starts_within": False,
        "ends_within": False,
    }
    html = site.get("-/mentions", _entity="place:KR").text
    assert '<a href="/clippings/articles/3">韩国</a>和越南的生物技术合作正在加强。' in html
    assert '<p class="clippings-line" lang="zh" dir="ltr">' in html


@pytest.mark.parametrize(
    ("arguments", "where"),
    [
        ({}, ""),
        ({"_search": "anna", "_from": "2003", "_to": "2010"}, "and published between '2003' and '2010~' and id > 8"),
        ({"_not_entity": "place:KR", "language": "ar"}, "and articles.id = 5"),
    ],
)
def test_every_mention_is_reached_once(crowded: Site, arguments: dict[str, str], where: str) -> None:
    """From page to page, also within an article with more mentions than a page; filters are those of the search."""
    connection = sqlite3.connect(crowded.files[0])
    where = where.replace("id > 8", "articles.id > 8 and instr(articles.text, 'Anna')")
    expected = connection.execute(_SQL.format(where=where), [2]).fetchall()
    connection.close()

    assert expected
    assert places(everything(crowded, _entity="place:UZ", **arguments)) == expected


def test_several_entities_at_once(site: Site) -> None:
    """Articles that mention all of them, and the mentions of each in the order of the text."""
    page = read(site, _entity=["place:KR", "place:VN"])

    assert {each["key"] for each in page["mentions"]} == {"place:KR", "place:VN"}
    assert {each["article_id"] for each in page["mentions"]} == {2, 3}
    of_third = [each["sentence"]["words"] for each in page["mentions"] if each["article_id"] == 3]
    assert of_third == ["韩国", "韩国", "越南"]


def test_mentions_can_be_put_in_order_by_the_words_around_them(site: Site, crowded: Site) -> None:
    """By what stands behind them, or before them, from the nearest word on."""
    by_behind = [each["sentence"]["behind"] for each in read(site, _entity="place:KR", _sort="behind")["mentions"]]
    by_before = [each["sentence"]["before"] for each in read(site, _entity="place:KR", _sort="before")["mentions"]]

    def words(text: str) -> list[str]:
        return text.replace(",", " ").casefold().split()

    ascii_behind = [words(each) for each in by_behind if each.isascii()]
    assert ascii_behind == sorted(ascii_behind)
    ascii_before = [words(each)[::-1] for each in by_before if each.isascii()]
    assert ascii_before == sorted(ascii_before)
    assert sorted(by_behind) == sorted(
        each["sentence"]["behind"] for each in read(site, _entity="place:KR")["mentions"]
    )
    sorted_pages = everything(crowded, _entity="place:UZ", _sort="before")
    assert len(sorted_pages) == len(set(places(sorted_pages))) == len(everything(crowded, _entity="place:UZ"))


def test_too_many_mentions_are_not_sorted(tmp_path: Path) -> None:
    """They come by date, with a word about it, rather than some of them in order."""
    row = Row("Long", "Uzbekistan. " * (MOST_SORTED + 1), "en", [("Uzbekistan", 2)], published="2024")
    site = Site([make_archive(tmp_path / "clippings.db", [row])])

    page = read(site, _entity="place:UZ", _sort="behind")
    assert page["too_many_to_sort"]
    assert [sort["name"] for sort in page["sorts"] if sort["current"]] == ["newest"]
    assert "too many mentions to sort" in site.get("-/mentions", _entity="place:UZ", _sort="behind").text


def test_csv_holds_all_of_them(crowded: Site) -> None:
    """However many pages they are, in the same order, with a link that lasts."""
    response = crowded.get("-/mentions.csv", _entity="place:UZ")
    rows = list(csv.DictReader(io.StringIO(response.text)))

    assert response.headers["content-type"].startswith("text/csv")
    assert tuple(rows[0]) == COLUMNS
    shown = everything(crowded, _entity="place:UZ")
    assert [(row["field"], int(row["start"]), row["title"]) for row in rows] == [
        (each["field"], each["start"], each["title"]) for each in shown
    ]
    assert crowded.get(urlsplit(rows[0]["link"]).path).status_code == 302


def test_csv_starts_no_formula(tmp_path: Path) -> None:
    """A cell that a spreadsheet would run gets an apostrophe in front."""
    rows = [Row("=cmd|' /C calc'!A0", "@SUM(1) met Uzbekistan.", "en", [("Uzbekistan", 2)], publisher="+1")]
    site = Site([make_archive(tmp_path / "clippings.db", rows)])

    [row] = csv.DictReader(io.StringIO(site.get("-/mentions.csv", _entity="place:UZ").text))
    assert row["title"] == "'=cmd|' /C calc'!A0"
    assert row["before"].startswith("'@SUM(1)")
    assert row["publisher"] == "'+1"


def test_hostile_words_are_text(tmp_path: Path) -> None:
    """Markup, template syntax, characters that turn the direction, and megabytes in title and text."""
    text = "<script>alert(1)</script> {{ 7*7 }} \u202e Uzbekistan <img src=x onerror=alert(2)>"
    rows = [
        Row("<b onclick=x>{{ 7*7 }}", text, "en", [("Uzbekistan", 2)], published='"><script>', published_text="<i>"),
        Row("x" * 1_000_000, "y" * 500_000 + " Uzbekistan " + "z" * 500_000, None, [("Uzbekistan", 2)]),
    ]
    site = Site([make_archive(tmp_path / "clippings.db", rows)])
    connection = sqlite3.connect(site.files[0])
    connection.execute("update articles set text = '' where id = 1")  # so that its mention lies beyond its text
    connection.commit()
    shortened = site.get("-/mentions", _entity="place:UZ").text
    connection.execute("update articles set text = ? where id = 1", [text])
    connection.commit()
    connection.close()
    page = site.get("-/mentions", _entity="place:UZ").text

    for html in (shortened, page):
        assert "<script>alert" not in html
        assert "<img" not in html
        assert "<b onclick" not in html
        assert "{{ 7*7 }}" in html
    assert 'href="/clippings/articles/1">Uzbekistan</a>' in shortened


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        ({}, 400, "Say whose mentions"),
        ({"_entity": "place:XX"}, 404, "No entity has this key"),
        ({"_entity": "place:KR", "_sort": "x"}, 400, "_sort= takes"),
        ({"_entity": "place:KR", "_next": "x"}, 400, "no place in this list"),
        ({"_entity": "place:KR", "_next": "9" * 30 + "@"}, 400, "no place in this list"),
        ({"_entity": "place:KR", "_next": "1@x"}, 400, "no place in this list"),
        ({"_entity": "place:KR", "_next": "-1", "_sort": "behind"}, 400, "no place in this list"),
        ({"_entity": "place:KR", "_from": "x"}, 400, "takes a year"),
    ],
)
def test_what_cannot_be_asked_for_is_told(site: Site, arguments: dict[str, str], status: int, words: str) -> None:
    """In words that say what to do."""
    response = site.get("-/mentions.json", **arguments)

    assert (response.status_code, words in response.text) == (status, True), response.text


def test_what_takes_too_long_is_told(crowded: Site) -> None:
    """Past the time limit there are no mentions at all, and the page says so."""
    asked = Asked((crowded.datasette.get_database("clippings"),), (Selection((Mentions("place:UZ"),)),))
    reader = Reader(asked, ("place:UZ",), 1000)
    impatient = replace(reader, time_limit_ms=0)

    async def ask() -> tuple[Any, ...]:
        await crowded.datasette.invoke_startup()
        articles = await reader.articles(200, [None])
        assert articles is not None
        rows = await reader.mentions(articles, 1000)
        page = replace(await mentions_page(crowded.datasette, request(), "clippings"), mentions=None, articles=None)
        return (
            rows,
            await impatient.articles(200, [None]),
            await impatient.mentions(articles, 1000),
            [batch async for batch in impatient.all()],
            await crowded.datasette.render_template(
                "clippings_mentions_page.html", {"database": "clippings", "mentions": page}, request=request()
            ),
        )

    def request() -> Request:
        asking = Request.fake("/clippings/-/mentions?_entity=place:UZ")
        asking.scope.update(actor=None, csrftoken=lambda: "")
        return asking

    rows, articles, mentions, batches, page = asyncio.run(ask())
    assert sum(map(len, rows)) > 500
    assert (articles, mentions, batches) == (None, None, [None])
    assert "Reading the mentions took too long" in page
    assert "Counting the articles took too long" in page


@pytest.mark.parametrize("table", ["articles", "articles_fts", "entities", "article_entities", "mentions"])
def test_private_tables_show_in_nothing(private: Callable[..., Site], table: str) -> None:
    """Who may not view what the mentions come from gets neither the page nor its twins."""
    site = private(table)
    for format in ("", ".json", ".csv"):
        refused = site.get(f"-/mentions{format}", _entity="place:KR")
        assert refused.status_code == 403
        assert "South Korea" not in refused.text
        assert site.get(f"-/mentions{format}", _entity="place:KR", actor=READER).status_code == 200


def test_a_search_for_an_entity_leads_to_its_mentions(site: Site) -> None:
    """With all that it is narrowed by; without an entity there is nothing whose mentions could be shown."""
    search = site.get("-/search.json", _entity="place:KR", _search="talks").json()
    url = dict(search["across"])["mention by mention"]

    mentions = site.get(url.replace("/mentions", "/mentions.json")).json()["mentions"]
    assert {each["article_id"] for each in mentions} == {1}
    assert "mention by mention" not in dict(site.get("-/search.json", _search="talks").json()["across"])
