"""The search page: hits in order, filters, facets, and the same as JSON."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from .archive import ARTICLES, Row, make_archive
from .conftest import READER, Site
from .stories import build_stories


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """An archive of several dozen articles, by the real build, as the site's only database."""
    database = build_stories(tmp_path_factory.mktemp("stories"))
    return Site([database.rename(database.with_name("clippings.db"))])


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The archive made by hand, and a hundred articles more, one for each year of the last century."""
    rows = [Row(f"Harbour {number}", "The harbour. " * (number % 7 + 1), "en", published=f"{1900 + number}-05-01")
            for number in range(100)]  # fmt: skip
    return Site([make_archive(tmp_path_factory.mktemp("many") / "clippings.db", [*ARTICLES, *rows])])


def found(site: Site, /, **arguments: Any) -> dict[str, Any]:
    response = site.get("-/search.json", **arguments)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def ids(page: dict[str, Any]) -> list[int]:
    return [hit["id"] for hit in page["hits"]]


def facet(page: dict[str, Any], name: str) -> dict[str | None, dict[str, Any]]:
    values = next((facet["values"] for facet in page["facets"] if facet["name"] == name), [])
    return {value["value"]: value for value in values}


def behind(site: Site, url: str) -> dict[str, Any]:
    """The JSON behind a link of the page."""
    parts = urlsplit(url)
    return found(site, **parse_qs(parts.query, keep_blank_values=True))


def test_hits_come_by_relevance(site: Site) -> None:
    """A word in the headline counts more than the same word in the text, and a rare word more than a common one."""
    page = found(site, _search="south korea")

    assert page["count"] == 3
    assert ids(page)[-1] == 6  # which has the words in its text only
    assert [(sort["name"], sort["current"]) for sort in page["sorts"]] == [("relevance", True), ("newest", False)]


def test_the_latest_first_when_asked_for(site: Site) -> None:
    """`_sort=newest` puts the hits by date, undated ones last, and says so."""
    page = found(site, _search="korea", _sort="newest")

    assert ids(page) == [6, 1]  # "once" sorts behind all figures
    assert ids(found(site, _search="korea", _sort="newest", _duplicates="show")) == [6, 7, 1]
    assert [sort["words"] for sort in page["sorts"] if sort["current"]] == ["newest first"]


def test_without_words_there_is_no_relevance(stories: Site) -> None:
    """All articles come the latest first, and relevance isn't offered."""
    for arguments in ({}, {"_search": " "}, {"_sort": "relevance"}):
        page = found(stories, **arguments)
        assert page["count"] == 70
        assert [sort["name"] for sort in page["sorts"]] == ["newest"]
        assert page["hits"][0]["date"]["iso"] == "2024-12-31"


def test_words_are_marked_where_they_stand(site: Site) -> None:
    """The headline and a passage of the text are shown with the words marked, folded as search folds them."""
    page = site.get("-/search", _search="han quoc da nang").text

    for words in ("Hàn Quốc", "HÀN QUỐC", "Đà Nẵng"):
        assert all(f"<mark>{word}</mark>" in page for word in words.split())


@pytest.mark.parametrize(
    "arguments", [{"_search": "harbour"}, {"_search": "harbour", "_sort": "newest"}, {"_duplicates": "show"}]
)
def test_every_hit_is_reached_once(many: Site, arguments: dict[str, str]) -> None:
    """From page to page, each going on behind the last hit, every match is met once."""
    page = found(many, **arguments)
    count, met, pages = page["count"], ids(page), 1
    assert page["start_url"] is None
    while page["next_url"]:
        page = behind(many, page["next_url"])
        assert (page["count"], bool(page["start_url"])) == (count, True)
        met += ids(page)
        pages += 1

    assert pages == -(-count // 20) > 4
    assert len(met) == len(set(met)) == count


def test_a_new_filter_begins_the_list_anew(many: Site) -> None:
    """No link that changes what is listed keeps the place in the list."""
    page = found(many, **parse_qs(urlsplit(found(many, _search="harbour")["next_url"]).query))

    assert "_next" in page["next_url"]
    links = [value["toggle_url"] for facet in page["facets"] for value in facet["values"]]
    links += [bar["url"] for bar in page["histogram"]["bars"]] + [pill["url"] for pill in page["pills"]]
    links += [sort["url"] for sort in page["sorts"]] + [page["start_url"], page["table_url"]]
    assert not [link for link in links if "_next" in link]
    form = many.get("-/search", **parse_qs(urlsplit(page["next_url"]).query)).text
    assert 'name="_next"' not in form


@pytest.mark.parametrize(
    "place",
    ["x", "1", "1,nan", "1,inf", ",", "99999999999999999999,1.5", "b,a", "1,2,3", "1,é", "'", "x" * 99, "1,1e999",
     "1,%FF", "1,", "1;2"],
)  # fmt: skip
def test_a_place_that_is_none_is_refused(site: Site, place: str) -> None:
    """What is no place in a list gets a clear answer."""
    response = site.get("-/search", _search="korea", _next=place)

    assert response.status_code == 400
    assert "no place in this list" in response.text


def test_a_place_without_its_article_is_a_place(stories: Site) -> None:
    """A place behind an article that is gone goes on where it stood."""
    everything = found(stories, _sort="newest")
    middle = everything["hits"][9]
    page = found(stories, _sort="newest", _next=f"{10**12},{middle['date']['iso']}")
    assert page["hits"][0]["date"]["iso"] == middle["date"]["iso"]
    assert ids(found(stories, _search="harbour", _next=f"{10**12},99.0")) == ids(found(stories, _search="harbour"))


def test_counts_narrow_as_they_say(stories: Site) -> None:
    """Behind each value of each list stand as many articles as it counts, and behind each exclusion the others."""
    page = found(stories, _search="harbour", _from="2023-11")
    assert {facet["name"] for facet in page["facets"]} == {"person", "organisation", "place", "language", "site"}
    for each in page["facets"]:
        for value in each["values"]:
            assert behind(stories, value["toggle_url"])["count"] == value["articles"] > 0
            if value["exclude_url"]:
                left = behind(stories, value["exclude_url"])
                assert left["count"] == page["count"] - value["articles"]
                excluded = facet(left, each["name"])[value["value"]]
                assert (excluded["excluded"], excluded["articles"]) == (True, value["articles"])
                assert behind(stories, excluded["toggle_url"])["count"] == page["count"]


def test_bars_narrow_as_they_say(stories: Site, many: Site) -> None:
    """Behind each bar, and each value beside them, stand as many articles as it counts; together they are all."""
    for site, arguments in ((stories, {}), (stories, {"_search": "harbour"}), (many, {}), (many, {"_from": "1950"})):
        page = found(site, **arguments)
        shown = page["histogram"]
        assert sum(each["articles"] for each in shown["bars"] + shown["others"]) == page["count"]
        for bar in shown["bars"]:
            if bar["articles"]:
                assert behind(site, bar["url"])["count"] == bar["articles"]
        for value in shown["others"]:
            assert behind(site, value["toggle_url"])["count"] == value["articles"]


def test_bars_are_months_or_years_or_more(stories: Site, many: Site) -> None:
    """A short time is shown by month, without gaps; a long one by year; a very long one by ten."""
    months = [bar["label"] for bar in found(stories)["histogram"]["bars"]]
    assert (months[0], months[-1], len(months)) == ("November 2023", "December 2024", 14)
    assert [bar["label"] for bar in found(many, _from="1950", _to="1979")["histogram"]["bars"]][:2] == ["1950", "1951"]
    decades = [bar["label"] for bar in found(many)["histogram"]["bars"]]
    assert (decades[0], decades[-1]) == ("1900–1909", "2020–2029")


def test_dates_that_are_none_lose_no_article(tmp_path: Path) -> None:
    """Whatever stands where a date should be: its article is counted, found by its link, and passed on each page."""
    dates = ["2024-03-01", "2024-13", "2024-13-01", "2024", "22 April, 2024; " * 4, "1,2;3:4", "%2C é", "", None]
    rows = [Row(f"Harbour {number}", "The harbour.", "en", published=dates[number % len(dates)])
            for number in range(9 * len(dates))]  # fmt: skip
    site = Site([make_archive(tmp_path / "clippings.db", rows)])
    page = found(site, _sort="newest")
    bars, others = page["histogram"]["bars"], page["histogram"]["others"]

    assert sum(each["articles"] for each in bars + others) == page["count"] == len(rows)
    assert {each["value"]: each["articles"] for each in others}["2024-13"] == 18
    for each in others:
        if each["value"] != "":  # a filter without a value, which Datasette doesn't apply
            assert behind(site, each["toggle_url"])["count"] == each["articles"], each
    met = ids(page)
    while page["next_url"]:
        page = behind(site, page["next_url"])
        met += ids(page)
    assert len(met) == len(set(met)) == len(rows)


def test_filters_are_pills_that_go_with_a_click(stories: Site) -> None:
    """Each filter stands above the hits in words, and its link takes it away and nothing else."""
    arguments = {
        "_search": "harbour", "_entity": "place:NO", "_not_entity": "person:barack-obama", "_published": "2024",
        "_from": "2024-01-01", "_to": "2024-12", "language": "en", "site": "north.example", "_where": "id > 0",
        "word_count__gt": "3",
    }  # fmt: skip
    page = found(stories, **arguments)

    pills = {pill["words"]: pill["url"] for pill in page["pills"]}
    assert set(pills) == {
        "harbour", "mentioning Norway", "not mentioning Barack Obama", "published in 2024", "from 1 January 2024",
        "to December 2024", "English", "north.example", "where id > 0", "word_count > 3",
    }  # fmt: skip
    for url in pills.values():
        assert len(parse_qs(urlsplit(url).query)) == len(arguments) - 1
        assert len(behind(stories, url)["pills"]) == len(pills) - 1


def test_the_table_page_shows_the_same_articles(stories: Site) -> None:
    """Each of the two pages leads to the other with all filters."""
    arguments = {"_search": "harbour", "_not_entity": "place:NO", "_published": "2024", "language": "en"}
    page = found(stories, **arguments)
    assert len(stories.ids(**arguments)) == page["count"]
    assert parse_qs(urlsplit(page["table_url"]).query) == {name: [value] for name, value in arguments.items()}
    table = stories.get("articles", **arguments).text
    link = re.search(r'<a href="([^"]+)" rel="nofollow">Search page</a>', table)
    assert link
    assert behind(stories, link[1].replace("&amp;", "&"))["count"] == page["count"]


def test_json_and_page_say_the_same(stories: Site) -> None:
    """What the JSON holds stands in the HTML."""
    page, html = found(stories, _search="harbour"), stories.get("-/search", _search="harbour").text

    assert f"<h1>{page['count']} articles</h1>" in html
    for hit in page["hits"]:
        assert f'href="{hit["url"]}"' in html
    for each in page["facets"]:
        assert f'id="facet-{each["name"]}"' in html
    assert html.count('rel="nofollow" tabindex="-1"') == len(page["histogram"]["bars"])


def test_hostile_words_stay_text(site: Site) -> None:
    """Markup in a query, a name, a headline, a site is shown as text."""
    html = site.get("-/search", _search='<script>alert(3)</script>"', _entity="<img src=x>").text
    assert "<script>alert" not in html
    assert "<img" not in html
    html = site.get("-/search", _search="odd words").text
    assert "<script>alert(1)" not in html
    assert "O&#39;Neil &#34;&amp; Co&#34; &lt;b&gt;" in html


@pytest.mark.parametrize("mode", ["escaped", "raw"])
@pytest.mark.parametrize("argument", ["_search", "_search_title"])
@pytest.mark.parametrize("typed", ['"', "*", "AND (", "", "-", "韩" * 1_500, "x\x00y", "^", "a:b", "NEAR("])
def test_odd_input_gets_an_answer(site: Site, typed: str, argument: str, mode: str) -> None:
    """Whatever is typed gives articles or a clear message; only raw FTS5 syntax can be wrong."""
    response = site.get("-/search", **{argument: typed, "_searchmode": mode})

    assert response.status_code in ((200,) if mode == "escaped" else (200, 400))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"_sort": "title"}, "takes relevance or newest, not title"),
        ({"_from": "May"}, "takes a year, a month or a day"),
        ({"_published": "2024-13"}, "takes a year, a month or a day"),
        ({"_where": "no such column = 1"}, "Invalid SQL"),
        ({"_entity": [str(number) for number in range(200)]}, "At most 100 entities"),
    ],
)
def test_mistakes_are_told(site: Site, arguments: dict[str, Any], message: str) -> None:
    """What can't be asked for is told with what can."""
    response = site.get("-/search", **arguments)

    assert response.status_code == 400
    assert message in response.text


def test_words_in_the_language_of_fts5(site: Site) -> None:
    """A raw query finds articles, marks its words, and makes no claim to relevance."""
    page = found(site, _search="embassy OR delegation", _searchmode="raw")

    assert ids(page) == [1]
    assert [sort["name"] for sort in page["sorts"]] == ["newest"]
    assert "<mark>embassy</mark>" in site.get("-/search", _search="embassy", _searchmode="raw").text


def test_repeated_articles_are_told(site: Site) -> None:
    """A hit that isn't folded says how often it is repeated, or which one it repeats."""
    hits = {hit["id"]: hit for hit in found(site, _search="uzbekistan", _duplicates="show")["hits"]}

    assert hits[1]["copies"] == 1
    assert hits[7]["repeats_url"] == "/clippings/articles/1"


def test_a_number_that_takes_too_long_is_missing(many: Site) -> None:
    """Past the limits there are no hits and no counts, rather than some of them, and the page says so."""
    slow = "(with recursive n(i) as (select 1 union all select i + 1 from n limit 100000000) select max(i) from n) > 0"
    site = Site(many.files, sql_time_limit_ms=30, facet_time_limit_ms=30)

    page = found(site, _where=slow)
    assert (page["hits"], page["count"], page["histogram"]) == (None, None, None)
    assert {facet["values"] for facet in page["facets"]} == {None}
    html = site.get("-/search", _where=slow).text
    assert "This search took too long" in html
    assert html.count("Counting took too long") == 8


def test_who_may_not_see_the_articles_sees_no_page(private: Callable[..., Site]) -> None:
    """The page asks for the articles and their index."""
    for table in ("articles", "articles_fts"):
        site = private(table)
        for path in ("-/search", "-/search.json", "-/facet", "-/facet.json"):
            assert site.get(path, _by="place").status_code == 403
            assert site.get(path, _by="place", actor=READER).status_code == 200


def test_private_entities_show_in_nothing(private: Callable[..., Site]) -> None:
    """Where entities may not be viewed, no list, no filter and no list of all values tells of them."""
    for table in ("entities", "article_entities"):
        site = private(table)
        page = site.get("-/search")
        assert page.status_code == 200
        assert "facet-place" not in page.text
        assert [facet["name"] for facet in found(site)["facets"]] == ["language", "site"]
        for path in ("-/search", "-/facet.json"):
            for argument in ("_entity", "_not_entity"):
                refused = site.get(path, _by="language", **{argument: "place:KR"})
                assert refused.status_code == 403
                assert "South Korea" not in refused.text
        assert site.get("-/facet", _by="place").status_code == 403
        assert "place" not in [name for name, *_ in site.get("-/facet.json", _by="site").json()["lists"]]
        assert facet(site.get("-/search.json", actor=READER).json(), "place")["place:KR"]["articles"] == 6


def test_private_languages_have_no_names(private: Callable[..., Site]) -> None:
    """Where the table of languages may not be viewed, their codes stand for them."""
    assert facet(found(private("languages")), "language")["vi"]["label"] == "vi"


def test_no_other_database_has_these_pages(tmp_path: Path, archive: Path) -> None:
    """Only an archive has a search page."""
    foreign = make_archive(tmp_path / "foreign.db")
    foreign.write_bytes(foreign.read_bytes().replace(b"CLIP", b"NONE", 1))
    site = Site([archive, foreign])
    for path in ("/foreign/-/search", "/foreign/-/facet", "/nowhere/-/search", "/foreign/-/search.json"):
        assert site.get(path).status_code == 404


def test_an_archive_without_articles(tmp_path: Path) -> None:
    """An empty archive has a page that says that nothing matches."""
    site = Site([make_archive(tmp_path / "clippings.db", [])])

    assert "No article matches" in site.get("-/search", _search="x").text
    assert site.get("-/facet", _by="person").status_code == 200
