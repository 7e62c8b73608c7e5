"""The language of searches on the pages: what is found, marked, told and suggested."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from .archive import ARTICLES, Row, make_archive
from .conftest import READER, Site
from .stories import build_stories

BODY = "The ferry sails at noon from the old harbour, and the harbour master waves to it. "


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Beside the archive made by hand, an article with eight copies in three sites, and tags on some."""
    rows = [Row(f"Ferry {number}", BODY, "en", duplicate_of=9 if number else None, site=f"site{number % 3}.example",
                published=f"2024-05-{number + 1:02}", similarity=0.9) for number in range(9)]  # fmt: skip
    file = make_archive(tmp_path_factory.mktemp("copies") / "clippings.db", [*ARTICLES, *rows])
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.executemany("insert into tags (id, name) values (?, ?)", [(1, "to read"), (2, "<b>odd</b> & co")])
        connection.executemany(
            "insert into article_tags (article_key, tag_id) values (?, ?)",
            [("k9/ä", 1), ("k10/ä", 1), ("k10/ä", 2), ("k1/ä", 2), ("gone", 1)],
        )
    return Site([file])


def found(site: Site, /, **arguments: Any) -> dict[str, Any]:
    response = site.get("-/search.json", **arguments)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def ids(page: dict[str, Any]) -> list[int]:
    return sorted(hit["id"] for hit in page["hits"])


def behind(site: Site, url: str) -> dict[str, Any]:
    return found(site, **parse_qs(urlsplit(url).query, keep_blank_values=True))


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("ไทย OR 韩国", [3, 4]),
        ("korea -odd", [1, 7]),
        ("title:uzbekistan", [1, 7]),
        ("text:uzbekistan", [1]),
        ("uzbek*", [1, 7]),
        ('NEAR("south korea" words, 12)', [6, 7]),
        ('="South Korea"', [1, 6, 7]),
        ('="south korea"', []),
        ('="Hàn Quốc"', [2]),
        ("(korea OR ไทย) -(odd OR again)", [1, 4]),
        ("(korea", [1, 6, 7]),
    ],
)
def test_both_pages_speak_it(site: Site, typed: str, numbers: list[int]) -> None:
    """The search page and Datasette's own table page find the same, whatever is asked for."""
    assert ids(found(site, _search=typed, _duplicates="show")) == numbers
    assert site.ids(_search=typed) == numbers
    assert f"{len(numbers)} article" in site.get("-/search", _search=typed).text or not numbers


def test_what_is_not_asked_for_is_found_on_the_search_page(site: Site) -> None:
    """A search that only excludes finds all others there; FTS5, which alone the table page asks, can't."""
    assert 1 not in ids(found(site, _search="-delegation", _duplicates="show"))
    assert found(site, _search="-delegation")["count"] == len(ARTICLES) - 1
    assert [sort["name"] for sort in found(site, _search="-delegation")["sorts"]] == ["newest"]
    assert site.ids(_search="-delegation") == []


def test_what_cannot_be_read_is_told(site: Site) -> None:
    """The page says that a search was read as plain words, which, and why; as text, whatever it is."""
    page = found(site, _search='korea OR "<b>south')

    assert page["read_as"]["words"] == 'korea OR "<b>south"' or page["read_as"]["words"] == "korea OR <b>south"
    assert page["read_as"]["problem"].startswith("A quotation mark")
    html = site.get("-/search", _search='korea OR "<b>south').text
    assert "was read as plain words" in html
    assert "<b>south" not in html
    assert found(site, _search="korea OR south")["read_as"] is None


@pytest.mark.parametrize(
    ("typed", "marks", "unmarked"),
    [
        ("kor*", ["Korea"], []),
        ("title:korea", [], ["words about South <mark>Korea"]),
        ("experts -same OR korea", ["experts", "Korea"], ["<mark>same"]),
        ('="South Korea"', ["South Korea"], []),
        ("NEAR(south korea)", ["South", "Korea"], []),
    ],
)
def test_marks_follow(site: Site, typed: str, marks: list[str], unmarked: list[str]) -> None:
    """Prefixes, exact words and the fields asked for are marked, and nothing that was asked away."""
    html = site.get("-/search", _search=typed, _duplicates="show").text

    assert all(f"<mark>{mark}</mark>" in html for mark in marks)
    assert not any(mark in html for mark in unmarked)


def test_near_duplicates_are_folded(copies: Site) -> None:
    """One hit stands for all that are nearly the same, both numbers are told, and the others are named and linked."""
    page = found(copies, _search="ferry harbour")

    assert (page["count"], page["stories"], ids(page)) == (9, 1, [9])
    same = page["hits"][0]["same"]
    assert (same["count"], [each["id"] for each in same["articles"]]) == (8, [10, 11, 12, 13, 14])
    assert ids(behind(copies, same["url"])) == list(range(10, 18))
    html = copies.get("-/search", _search="ferry harbour").text
    assert "9 articles" in html
    assert "1 story" in html
    assert "and 8 nearly the same" in html


def test_they_can_be_shown_apart(copies: Site) -> None:
    """`_duplicates=show` lists each by itself, and leads back."""
    folded = found(copies, _search="ferry")
    apart = behind(copies, folded["duplicates_url"])

    assert (apart["count"], apart["stories"], ids(apart)) == (9, None, list(range(9, 18)))
    assert behind(copies, apart["duplicates_url"])["stories"] == 1
    assert found(copies, _search="embassy")["duplicates_url"] is None
    assert copies.get("-/search", _duplicates="some").status_code == 400


def test_the_first_that_matches_stands_for_a_story(copies: Site) -> None:
    """Where a filter leaves the article out that the others repeat, one of these stands for the rest."""
    page = found(copies, _search="ferry", site="site1.example")

    assert (page["count"], ids(page), page["hits"][0]["same"]["count"]) == (3, [10], 2)
    assert ids(behind(copies, page["hits"][0]["same"]["url"])) == [10, 13, 16]


def test_tags_narrow_a_search(copies: Site) -> None:
    """The tags of the matching articles are listed with their numbers, and each is a filter."""
    page = found(copies, _duplicates="show")
    tags = {value["value"]: value for facet in page["facets"] if facet["name"] == "tag" for value in facet["values"]}

    assert {tag: value["articles"] for tag, value in tags.items()} == {"to read": 2, "<b>odd</b> & co": 2}
    chosen = behind(copies, tags["to read"]["toggle_url"])
    assert ids(chosen) == [9, 10]
    assert [pill["words"] for pill in chosen["pills"]] == ["tagged to read"]
    assert ids(found(copies, _tag=["to read", "<b>odd</b> & co"])) == [10]
    assert ids(found(copies, _tag="nothing")) == []
    assert copies.ids(_tag="to read") == [9, 10]
    html = copies.get("-/search", _tag="<b>odd</b> & co").text
    assert "<b>odd" not in html
    assert copies.get("-/search", _tag=[str(number) for number in range(101)]).status_code == 400


def test_private_tags_show_in_nothing(copies: Site) -> None:
    """Who may not view the tags sees none, and can't ask by them."""
    for table in ("tags", "article_tags"):
        site = Site(copies.files, {table: {"allow": READER}})
        assert "tag" not in {facet["name"] for facet in found(site)["facets"]}
        assert site.get("-/search", _tag="to read").status_code == 403
        assert site.get("-/search", _tag="to read", actor=READER).status_code == 200


@pytest.mark.parametrize(
    ("typed", "search"),
    [("delegaton", "delegation"), ("delegaitno", "delegation"), ("uzbekistn korea", "uzbekistan korea"),
     ('biocnters "south korea"', 'biocenters "south korea"'), ("title:uzbekstan", "title:uzbekistan")],
)  # fmt: skip
def test_other_spellings_are_suggested(site: Site, typed: str, search: str) -> None:
    """Where nothing is found, the same search with words of the archive is suggested, with what it finds."""
    suggested = found(site, _search=typed)["suggestions"]["spellings"]

    assert suggested[0]["search"] == search
    page = behind(site, suggested[0]["url"])
    assert page["typed"] == search
    assert page["count"] == suggested[0]["articles"] > 0


def test_words_that_are_not_together_are_told(site: Site) -> None:
    """Where each word is known and all of them are nowhere, the search without one of them is suggested."""
    page = found(site, _search='delegation title:"quiet day" -zzz')
    shorter = page["suggestions"]["shorter"]

    assert (page["count"], page["suggestions"]["spellings"]) == (0, [])
    assert [each["search"] for each in shorter] == ["delegation -zzz", 'title:"quiet day" -zzz']
    assert all(behind(site, each["url"])["count"] == each["articles"] > 0 for each in shorter)
    assert found(site, _search="delegation")["suggestions"]["shorter"] == []


def test_spellings_follow_the_filters(site: Site) -> None:
    """What the other words find beside the same filters is counted, and what finds nothing isn't suggested."""
    assert found(site, _search="delegaton", language="vi")["suggestions"]["spellings"] == []
    suggested = found(site, _search="delegaton", language="en")["suggestions"]["spellings"]
    assert parse_qs(urlsplit(suggested[0]["url"]).query)["language"] == ["en"]


@pytest.mark.parametrize("typed", ["delegation", "zzzzzz", "韩国人", "-", "x" * 400, "a", "\ud800", "🙂🙂🙂🙂"])
def test_nothing_needless_is_suggested(site: Site, typed: str) -> None:
    """A word that the archive has, and what nothing is like, get no other spelling."""
    arguments = typed.encode("utf-8", "replace")
    assert found(site, _search=arguments)["suggestions"]["spellings"] == []


@pytest.mark.parametrize(
    "typed", ["South Korea", "south korea", "Hàn Quốc", "han quoc", "韩国", '"South Korea"', "เกาหลีใต้"]
)
def test_the_entity_that_the_words_name_is_suggested(site: Site, typed: str) -> None:
    """In whatever language it is named, the entity leads to the articles that name it in any, and says how."""
    page = found(site, _search=typed)
    (suggested,) = page["suggestions"]["entities"]

    assert (suggested["key"], suggested["name"]) == ("place:KR", "South Korea")
    every = behind(site, suggested["url"])
    assert every["typed"] == ""
    assert every["count"] == suggested["articles"] > page["count"]
    assert suggested["other_names"]
    assert "also written" in site.get("-/search", _search=typed).text


def test_a_chosen_entity_is_not_suggested(site: Site) -> None:
    """Nor one that is no name of anything."""
    assert found(site, _search="south korea", _entity="place:KR")["suggestions"]["entities"] == []
    assert found(site, _search="working visit")["suggestions"]["entities"] == []


def test_private_names_are_not_suggested(private: Callable[..., Site]) -> None:
    """Where entities or their names may not be viewed, none is told."""
    for table in ("entities", "article_entities", "entity_names", "stored_names"):
        site = private(table)
        assert found(site, _search="han quoc")["suggestions"]["entities"] == []
        assert site.get("-/search.json", actor=READER, _search="han quoc").json()["suggestions"]["entities"]


@pytest.fixture(scope="module")
def shards(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """An archive in one file."""
    return Site([build_stories(tmp_path_factory.mktemp("stories"), 40)])


def test_suggestions_come_from_built_archives(shards: Site) -> None:
    """The real build's names and words are what is suggested from."""
    page = shards.get("/stories/-/search.json", _search="harbuor").json()
    assert "harbour" in {each["search"] for each in page["suggestions"]["spellings"]}
    named = shards.get("/stories/-/search.json", _search="South Korea").json()["suggestions"]["entities"]
    assert named[0]["key"] == "place:KR"
    assert {"Hàn Quốc", "韩国"} & set(named[0]["other_names"])


def test_the_brush_has_its_bars(shards: Site, tmp_path: Path) -> None:
    """Each bar says from when to when it goes, so that some of them can be chosen together."""
    html = shards.get("/stories/-/search").text

    assert 'data-first="2024-04" data-last="2024-04"' in html or 'data-first="2024" data-last="2024"' in html
    assert 'name="_from"' in html
