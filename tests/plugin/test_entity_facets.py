"""Facets and filters by entity."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import READER, Site

_COUNTS = """
select entities.key, count(distinct articles.id)
from articles join article_entities on article_entities.article_id = articles.id
join entities on entities.id = article_entities.entity_id
where entities.type = 'place' and {where} group by 1
"""


@pytest.mark.parametrize(
    ("arguments", "where"),
    [
        ({}, "1"),
        ({"_search": "korea"}, "articles.id in (select rowid from articles_fts where articles_fts match 'korea')"),
        ({"language": "vi"}, "language = 'vi'"),
        ({"published__notblank": "1", "language__in": "en,zh"}, "published != '' and language in ('en', 'zh')"),
        ({"_where": "length(title) > 20"}, "length(title) > 20"),
        (
            {"_entity": "place:VN"},
            "articles.id in (select article_id from article_entities where entity_id = 5)",
        ),
        (
            {"_entity": ["place:VN", "organisation:asean"], "_search": "han quoc"},
            "articles.id = 2",
        ),
    ],
)
def test_counts_follow_the_whole_query(site: Site, sql: Callable[..., Any], arguments: Any, where: str) -> None:
    """The counts are those of distinct matching articles, whatever the page is filtered by."""
    expected = dict(sql(_COUNTS.format(where=where)))

    assert expected
    assert site.counts("place", **arguments) == expected


def test_counts_are_the_same_on_later_pages(site: Site) -> None:
    """A later page of a list counts the whole list, not what is left of it."""
    first = site.get("articles.json", _facet_entity="place", _size=2, _extra="facet_results").json()

    assert first["next"]
    assert site.counts("place", _size=2, _next=first["next"]) == site.counts("place")
    assert site.counts("place", _size=2, _next="8", _search="korea") == site.counts("place", _search="korea")


def test_several_types_at_once(site: Site) -> None:
    """Each type asked for is counted apart, and once however often it is asked for."""
    facets = site.facets(_facet_entity=["person", "event", "person"])

    assert {name: [value["label"] for value in facet["results"]] for name, facet in facets.items()} == {
        "person": ["Abdulla Azizov"],
        "event": ["BIO Week"],
    }


def test_the_settings_can_ask_for_facets(archive: Path) -> None:
    """`facets: [{entity: person}]` shows the facet on every page, and it can't be hidden."""
    site = Site([archive], {"articles": {"facets": [{"entity": "person"}, {"entity": "place"}]}})

    facets = site.facets()

    assert {"person", "place"} == set(facets)
    assert not facets["place"]["hideable"]
    assert "People</strong>" in site.get("articles").text


def test_a_click_narrows_and_another_releases(site: Site) -> None:
    """The link of a value adds it to the filters and leaves the page number behind; chosen, it takes it away."""
    value = site.facets(_facet_entity="place", _size=2, _next="2")["place"]["results"][0]
    assert (value["value"], value["selected"]) == ("place:KR", False)
    assert "_next" not in value["toggle_url"]

    assert 5 not in site.follow(value["toggle_url"])
    chosen = site.facets(_facet_entity="place", _entity=["place:KR", "place:VN"])["place"]["results"]
    assert {value["value"] for value in chosen if value["selected"]} == {"place:KR", "place:VN"}

    released = next(value for value in chosen if value["value"] == "place:KR")["toggle_url"]
    assert "place%3AKR" not in released
    assert "place%3AVN" in released


def test_a_choice_that_matches_nothing_can_still_be_released(site: Site) -> None:
    """A chosen entity stays in its list, with a count of nought where nothing matches."""
    values = site.facets(_facet_entity="place", _entity="place:UZ", language="zh")["place"]["results"]

    assert [(value["value"], value["count"], value["selected"]) for value in values] == [("place:UZ", 0, True)]


def test_a_choice_cut_off_by_its_equals_keeps_its_count(site: Site) -> None:
    """Of many values with the same count the list shows a few; the chosen one is always among them."""
    values = site.facets(_facet_entity="place", _facet_size=1, _entity="place:VN", language="zh")["place"]["results"]

    assert [(value["value"], value["count"]) for value in values] == [("place:KR", 1), ("place:VN", 1)]
    assert site.counts("place", _facet_size=0, _entity="place:VN", language="zh") == {"place:VN": 1}


def test_filters_by_several_entities_are_joined_by_and(site: Site, sql: Callable[..., Any]) -> None:
    """An article has to mention every entity that is asked for."""
    vietnam = {row[0] for row in sql("select article_id from article_entities where entity_id = 5")}
    asean = {row[0] for row in sql("select article_id from article_entities where entity_id = 3")}

    assert site.ids(_entity="place:VN") == sorted(vietnam)
    assert site.ids(_entity=["place:VN", "organisation:asean"]) == sorted(vietnam & asean)


def test_the_page_says_what_it_is_filtered_by(site: Site) -> None:
    """The description names the entity, or says that nobody knows it."""
    assert "mentioning South Korea" in site.get("articles", _entity="place:KR").text
    unknown = site.get("articles", _entity="place:XX").text
    assert "mentioning an unknown entity, place:XX" in unknown


@pytest.mark.parametrize(
    "key",
    [
        "place:XX", "99999999999999999999999", "-1", "x" * 10_000, "'", '"', "' or 1=1 --", "%", "é\u0301", "\x00",
        "{}", 'organisation:o\'neil "& co" <i>',
    ],
)  # fmt: skip
def test_unknown_and_absurd_keys_match_nothing(site: Site, key: str) -> None:
    """Whatever is asked for that isn't there: no article, no error, nothing of it in the page's HTML."""
    assert site.ids(_entity=key) == []
    page = site.get("articles", _entity=key, _facet_entity="place")
    assert page.status_code == 200
    assert "<i>" not in page.text


@pytest.mark.parametrize("entity_type", ["", "x", "'", "person'--", "x" * 10_000, '{"type": 3}', '{"other": "place"}'])
def test_unknown_types_are_no_error(site: Site, entity_type: str) -> None:
    """A facet of a type that nothing has is empty or missing."""
    response = site.get("articles", _facet_entity=entity_type)

    assert response.status_code == 200


def test_too_many_entities_get_a_clear_answer(site: Site) -> None:
    """More filters than SQLite can take are refused in words."""
    response = site.get("articles", _entity=[f"place:{number}" for number in range(1000)])

    assert response.status_code == 400
    assert "At most 100 entities" in response.text


def test_keys_may_hold_any_character(site: Site) -> None:
    """A key with quotes and brackets filters, and its links work."""
    value = site.facets(_facet_entity="organisation", _search="words")["organisation"]["results"][0]
    assert value["label"] == 'O\'Neil "& Co" <b>'

    assert site.follow(value["toggle_url"]) == [6]
    assert "O&#39;Neil &#34;&amp; Co&#34; &lt;b&gt;" in site.get("articles", _facet_entity="organisation").text


def test_csv_is_filtered_too(site: Site) -> None:
    """CSV holds the articles that mention the entity, and only those."""
    lines = site.get("articles.csv", _entity="organisation:asean", _col="title").text.strip().splitlines()

    assert lines == ["id,title", "2,Tuần lễ đối tác BIO ASEAN – HÀN QUỐC 2021"]


def test_a_count_that_takes_too_long_is_reported(tmp_path: Path, archive: Path) -> None:
    """Past the time limit there is no count at all, and the page says so."""
    large = tmp_path / "clippings.db"
    large.write_bytes(archive.read_bytes())
    connection = sqlite3.connect(large)
    connection.execute(
        "with recursive n(i) as (select 1000 union all select i + 1 from n where i < 60000) "
        "insert into article_entities select (i % 9) + 1, i, 1 from n"
    )
    connection.execute(
        "with recursive n(i) as (select 1000 union all select i + 1 from n where i < 60000) insert into articles "
        "(id, title, word_count, text, title_source, source, key, site, format, encoding, sha256) "
        "select i, 't', 0, '', 'headline', i, i, '', 'text', 'utf-8', '' from n"
    )
    connection.commit()
    connection.close()
    site = Site([large], facet_time_limit_ms=1)

    assert "place" not in site.facets(_facet_entity="place")
    assert "These facets timed out: place" in site.get("articles", _facet_entity="place").text


def test_other_tables_and_other_databases_are_left_alone(tmp_path: Path, archive: Path) -> None:
    """A table that is called `articles` in somebody else's database gets neither facet nor filter nor page."""
    foreign = tmp_path / "foreign.db"
    connection = sqlite3.connect(foreign)
    connection.executescript(
        "create table articles (id integer primary key, title text); insert into articles values (1, 'Đ one');"
        "create table entities (id integer primary key, key text, name text, type text);"
    )
    connection.close()
    site = Site([archive, foreign])

    assert site.get("/foreign/articles.json", _entity="place:KR", _shape="array").json() == [
        {"id": 1, "title": "Đ one"}
    ]
    answer = site.get("/foreign/articles.json", _facet_entity="place", _extra="facet_results").json()
    assert "South Korea" not in str(answer["facet_results"])
    for path in ("/foreign/articles", "/foreign/articles/1", "/clippings/languages", "/clippings/mentions", "/"):
        page = site.get(path)
        assert page.status_code == 200
        assert "clippings.css" not in page.text
        assert 'class="clippings' not in page.text
    assert "_facet_entity" not in site.get("/clippings/entities").text


def test_entity_facets_are_suggested(site: Site) -> None:
    """The articles page offers the types that the archive has and that aren't shown yet."""
    page = site.get("articles", _facet_entity="place").text

    assert "_facet_entity=person" in page
    assert "_facet_entity=place&amp;_facet_entity=place" not in page


def test_a_private_entities_table_shows_in_nothing(private: Callable[..., Site]) -> None:
    """Where `entities` is private, no facet, suggestion, filter or description tells of them."""
    for table in ("entities", "article_entities"):
        site = private(table)
        page = site.get("articles", _facet_entity="place")
        assert page.status_code == 200
        assert "South Korea</bdi>" not in page.text
        assert "place:KR" not in page.text
        assert "_facet_entity=person" not in page.text
        assert "place" not in site.facets(_facet_entity="place")
        for key in ("place:KR", "place:XX"):
            refused = site.get("articles", _entity=key)
            assert refused.status_code == 403
            assert "South Korea" not in refused.text

        assert site.counts("place", actor=READER)["place:KR"] == 6
        assert "mentioning South Korea" in site.get("articles", actor=READER, _entity="place:KR").text


def test_an_entity_can_be_left_out(site: Site, sql: Callable[..., Any]) -> None:
    """`_not_entity` leaves out the articles that mention it, unknown ones leave out nothing."""
    everything = [row[0] for row in sql("select id from articles")]
    korean = [row[0] for row in sql("select article_id from article_entities where entity_id = 1")]

    assert site.ids(_not_entity="place:KR") == sorted(set(everything) - set(korean))
    assert site.ids(_not_entity=["place:KR", "place:UZ"]) == [8]
    assert site.ids(_not_entity="place:UZ", _entity="place:VN", language="zh") == [3]
    assert site.ids(_entity="place:KR", _not_entity="place:KR") == []
    assert site.ids(_not_entity="place:XX") == everything
    assert "not mentioning South Korea" in site.get("articles", _not_entity="place:KR").text
    assert site.get("articles", _not_entity=[f"place:{number}" for number in range(101)]).status_code == 400


def test_counts_of_chosen_and_excluded_entities(site: Site) -> None:
    """A chosen entity counts the articles left, an excluded one those that it leaves out; both can be released."""
    facets = site.facets(_facet_entity="place", _entity="place:KR", _not_entity=["place:VN", "place:XX"])
    values = {value["value"]: value for value in facets["place"]["results"]}

    assert (values["place:KR"]["count"], values["place:KR"]["selected"]) == (4, True)
    assert (values["place:VN"]["count"], values["place:VN"]["excluded"], values["place:VN"]["selected"]) == (
        2,
        True,
        False,
    )
    assert set(site.follow(values["place:VN"]["toggle_url"])) == set(site.ids(_entity="place:KR"))
    assert set(site.follow(values["place:KR"]["exclude_url"])) == set(site.ids(_not_entity=["place:KR", "place:VN"]))
    page = site.get("articles", _facet_entity="place", _not_entity="place:VN").text
    assert '<li class="clippings-excluded">' in page
    assert 'aria-label="Leave out South Korea"' in page


def test_counts_by_month_language_and_site(site: Site, archive: Path) -> None:
    """`_facet_article` counts the matching articles by these, and each value leads to its articles."""
    facets = site.facets(_facet_article=["month", "language", "site", "title"], _search="korea", _facet_size=20)

    assert set(facets) == {"month", "language", "site"}
    assert [(value["label"], value["count"]) for value in facets["language"]["results"]] == [
        ("English", 2),
        ("unknown", 1),
    ]
    for name in facets:
        for value in facets[name]["results"]:
            assert len(site.follow(value["toggle_url"])) == value["count"]
    chosen = site.facets(_facet_article="language", language="vi")["language"]["results"]
    assert [(value["value"], value["selected"]) for value in chosen] == [("vi", True)]
    assert "language" not in chosen[0]["toggle_url"].replace("_facet_article=language", "")
    configured = Site([archive], {"articles": {"facets": [{"article": "month"}]}})
    assert not configured.facets()["month"]["hideable"]
    assert "Months</strong>" in configured.get("articles").text
