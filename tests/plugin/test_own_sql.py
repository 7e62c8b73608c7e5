"""Articles that a reader's own SQL names: a query becomes a filter like any other, for those who may run SQL."""

from __future__ import annotations

import asyncio
import html
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from datasette.app import Datasette
from datasette.database import QueryInterrupted

from clippings_etl import build
from datasette_clippings.searching.own_sql import QueryTime

from .archive import ARTICLES
from .conftest import READER, Site
from .stories import documents

KOREA = "select article_id from mentions join entities on entities.id = entity_id where key = 'place:KR'"


def found(site: Site, /, database: str = "clippings", **arguments: Any) -> dict[str, Any]:
    response = site.get(f"/{database}/-/search.json", **arguments)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def facets(page: dict[str, Any]) -> dict[str, dict[str, int]]:
    return {facet["name"]: {value["value"]: value["articles"] for value in facet["values"]} for facet in page["facets"]}


def test_a_query_selects_its_articles(site: Site) -> None:
    """The articles of a query are counted, listed and faceted as those of the same filter without SQL."""
    by_sql, by_entity = found(site, _sql=KOREA), found(site, _entity="place:KR")

    assert by_sql["count"] == by_entity["count"] == 6
    assert facets(by_sql) == facets(by_entity)
    assert {hit["id"] for hit in by_sql["hits"]} == {hit["id"] for hit in by_entity["hits"]}
    assert [pill["words"][:27] for pill in by_sql["pills"]] == ["in the query select article"]
    assert found(site, _sql=KOREA, language="en")["count"] == found(site, _entity="place:KR", language="en")["count"]
    assert found(site, _sql=[KOREA, "select id from articles where language = 'en'"])["count"] == 2


def test_every_page_takes_it(site: Site) -> None:
    """The table, its facets, the lists of all values and exports take the same argument."""
    assert len(site.ids(_sql=KOREA)) == 6
    assert site.counts("place", _sql=KOREA)["place:KR"] == 6
    values = site.get("-/facet.json", _by="place", _sql=KOREA).json()["values"]
    assert {value["value"]: value["articles"] for value in values}["place:KR"] == 6
    assert len(site.get("-/export.jsonl", _sql=KOREA).text.splitlines()) == 6


@pytest.mark.parametrize(
    ("sql", "count"),
    [
        ("select id from articles where id < 3", 2),
        ("select id from articles where id < 3;", 2),
        ("select id, title from articles -- all of them", len(ARTICLES)),
        ("with some(id) as (values (1), (2)) select * from some", 2),
        ("select id as removed, article_id as id, article_id from removed_lines", 2),  # article_id goes before id
        ("select article from near_duplicates", 1),
        ("select 1 as id union all select 1 union all select null", 1),
        ("select 999999 as id", 0),
        ("select id from articles where 0", 0),
    ],
)
def test_the_column_with_the_numbers_is_found(site: Site, sql: str, count: int) -> None:
    """A query's articles stand in its column `article_id`, `article` or `id`; each counts once."""
    assert found(site, _sql=sql)["count"] == count


def test_parameters_come_from_the_address(site: Site) -> None:
    """A query's `:name` is `?_sql_name=`, and beside our own filters' parameters nothing mixes."""
    sql = "select id from articles where language = :p0 or title like :search"
    assert found(site, _sql=sql, _sql_p0="en", _sql_search="%ASEAN%")["count"] == 4
    mixed = found(site, _sql=sql, _sql_p0="en", _sql_search="%ASEAN%", _search="korea", language="en")
    assert mixed["count"] == 2
    assert found(site, _sql="select id from articles where language = :missing")["count"] == 0


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("select title from articles", "no column article_id, article or id"),
        ("select title as id from articles", "is no number of an article"),
        ("select id from nowhere", "no such table: nowhere"),
        ("delete from articles", "Statement must be a SELECT"),
        ("select id from articles) union select (1", "Invalid SQL"),
        ("select id from articles; drop table articles", "Invalid SQL"),
        ("explain select id from articles", "Invalid SQL"),
        ("select id from articles where id = :a__b", "two underscores"),
        ("(", "Statement must be a SELECT"),
        ("select id from articles where title = '\x00", "Invalid SQL"),
    ],
)
def test_mistakes_are_told(site: Site, sql: str, message: str) -> None:
    """What is no query for articles gets a message that says why, on our pages and on Datasette's."""
    for path in ("-/search", "-/search.json", "-/export.csv", "articles"):
        response = site.get(path, _sql=sql)
        assert response.status_code == 400, path
        assert message in html.unescape(response.text)


def test_a_query_that_takes_too_long_is_refused(site: Site) -> None:
    """A query has Datasette's own time, and gives no part of its articles."""
    slow = "with recursive n(i) as (select 1 union all select i + 1 from n) select i as id from n"
    response = Site(site.files, sql_time_limit_ms=50).get("-/search", _sql=slow)

    assert response.status_code == 400
    assert "took too long" in response.text


def test_a_request_has_five_queries(site: Site) -> None:
    """More of them are refused before any is run; one that is repeated is one."""
    queries = [f"{KOREA} and {number}" for number in range(1, 7)]

    assert found(site, _sql=queries[:5] * 2)["count"] == 6
    response = site.get("-/search", _sql=[*queries[:5], "no query at all"])
    assert response.status_code == 400
    assert "At most 5 queries" in response.text


def test_queries_share_their_time(site: Site) -> None:
    """What one of them takes is gone for those behind it, and without time none is begun."""
    database = site.datasette.get_database("clippings")
    allowed = QueryTime(60_000)

    assert asyncio.run(allowed.rows(database, "select 1 as one", {})) == (["one"], [(1,)])
    assert allowed.left < 60_000
    with pytest.raises(QueryInterrupted):
        asyncio.run(QueryTime(0).rows(database, "no query, which SQLite would say if it were asked", {}))


def test_only_those_who_may_run_sql(archive: Path) -> None:
    """Without the permission to run SQL there is no such filter, whatever it asks, and nothing of it is told."""
    place = "metadata" if hasattr(Datasette, "table_metadata") else "config"
    site = Site([archive])
    site.datasette = Datasette([str(archive)], **{place: {"databases": {"clippings": {"allow_sql": READER}}}})
    for path in ("-/search", "-/search.json", "-/facet.json", "-/export.csv", "-/batch", "articles", "articles.json"):
        response = site.get(path, _sql=KOREA, _by="place")
        assert response.status_code == 403, path
        assert "ASEAN" not in response.text
        assert site.get(path, _sql=KOREA, _by="place", actor=READER).status_code == 200


def test_a_query_page_leads_to_the_search(site: Site) -> None:
    """Datasette's page of a query with articles links to their search, parameters included; others don't."""
    sql = "select article_id, count(*) from mentions where surface = :words group by 1"
    page = _query_page(site, sql=sql, words="South Korea")
    link = re.search(r'<p class="clippings-query"[^>]*><a href="([^"]+)"', page)
    assert link
    parts = urlsplit(html.unescape(link[1]))
    assert parse_qs(parts.query) == {"_sql": [sql], "_sql_words": ["South Korea"]}
    assert site.get(f"{parts.path}.json?{parts.query}").json()["count"] == 3
    assert "clippings-query" not in _query_page(site, sql="select title from articles")


def test_who_may_not_search_gets_no_link(private: Callable[..., Site]) -> None:
    """The link stands only where it leads somewhere for this reader."""
    assert "clippings-query" not in _query_page(private("articles_fts"), sql="select id from articles")


def test_hostile_queries_stay_text(site: Site) -> None:
    """A query's text is shown as text."""
    page = site.get("-/search", _sql="select id, '<script>alert(3)</script>{{ 7*191 }}' from articles").text
    assert "<script>alert" not in page
    assert "1337" not in page


def test_an_archive_in_several_files_is_asked_in_each(tmp_path: Path) -> None:
    """Each file of an archive is asked the query, and their articles are added up."""
    source = tmp_path / "stories.jsonl"
    source.write_text("".join(json.dumps(record) + "\n" for record in documents(40)), encoding="utf-8")
    whole = Site(build([source], tmp_path / "whole.db", workers=0).databases)
    several = Site(build([source], tmp_path / "parts.db", workers=0, shards=3).databases)
    sql = "select id from articles where word_count > 40"
    assert found(several, "parts-2", _sql=sql)["count"] == found(whole, "whole", _sql=sql)["count"] > 0


def _query_page(site: Site, **arguments: str) -> str:
    response = site.get("/clippings", **arguments)
    if response.status_code == 302:  # 1.0 has a page of its own for queries
        response = site.get(response.headers["location"])
    assert response.status_code == 200
    text: str = response.text
    return text
