"""Addresses that nobody means well: each gets an answer or a clear refusal, and none costs much."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from datasette.database import QueryInterrupted
from datasette.utils.asgi import Request

from datasette_clippings import routes
from datasette_clippings.phrases import fold_query
from datasette_clippings.results import Condition, Selection
from datasette_clippings.searching.selections import MOST_FILTERS, MOST_WORDS, selected_articles

from .archive import make_archive
from .conftest import Site

PAGES = (
    "-/search.json",
    "-/facet.json?_by=person",
    "-/facet.json?_by=site",
    "-/map.json",
    "-/mentions.json?_entity=place:KR",
)


def ask(site: Site, page: str, query: str) -> Any:
    return site.get(f"{page}{'&' if '?' in page else '?'}{query}")


def test_the_next_one_over_a_limit_is_refused(site: Site) -> None:
    """So many filters, words, arguments and characters are answered, and one more is told the limit."""
    filters = [("id__not", str(number)) for number in range(MOST_FILTERS - 1)]
    words = [f"w{number}" for number in range(MOST_WORDS + 1)]
    arguments = [("_x", "1")] * routes.MOST_ARGUMENTS
    within = [
        urlencode([*filters, ("_where", "1")]),
        urlencode({"_search": " ".join(words[1:])}),
        urlencode(arguments[2:]),
        "_x=" + "1" * (routes.LONGEST_QUERY - 40),
    ]
    beyond = {
        urlencode([*filters, ("id", "1"), ("_where", "1")]): "At most 100 filters",
        urlencode([("_where", "1")] * (MOST_FILTERS + 1)): "At most 100 filters",
        urlencode([("_through", "1")] * (MOST_FILTERS + 1)): "At most 100 filters",
        urlencode({"_search": " ".join(words)}): "At most 100 words",
        urlencode([*arguments, ("_x", "1")]): "too long",
        "_x=" + "1" * routes.LONGEST_QUERY: "too long",
    }
    for page in PAGES:
        assert [ask(site, page, query).status_code for query in within] == [200] * len(within)
        for query, message in beyond.items():
            response = ask(site, page, query)
            assert (response.status_code, message in response.text) == (400, True), query[:60]


@pytest.mark.parametrize("argument", ["_search", "_search_title"])
def test_a_search_of_too_many_words_is_refused_on_tables(site: Site, argument: str) -> None:
    """Datasette's own page of the articles says so too, rather than to find nothing."""
    words = " ".join(f"w{number}" for number in range(MOST_WORDS + 1))
    for page in ("articles", "articles.json"):
        assert site.get(page, **{argument: words.removesuffix(f" w{MOST_WORDS}")}).status_code == 200
        response = site.get(page, **{argument: words})
        assert (response.status_code, "At most 100 words" in response.text) == (400, True)


class Counting(dict[str, Any]):
    """Parameters that count how often they are gone through."""

    times = 0

    def items(self) -> Any:
        self.times += 1
        return super().items()


def test_parameters_that_conditions_share_are_gone_through_once() -> None:
    """Conditions from one request share their parameters, which costs once, not once for each."""
    params = Counting(a=1, b=2)

    Selection(tuple(Condition(f"id != {number}", params) for number in range(50)))

    assert params.times == 1


def test_filters_of_datasette_are_one_condition(site: Site) -> None:
    """However many filters an address has, the articles are asked for once, with each parameter once."""
    query = urlencode([("id__not", str(number)) for number in range(90)])
    request = Request.fake(f"/clippings/-/search?{query}")
    request.scope["actor"] = None

    selected = asyncio.run(selected_articles(site.datasette, request, "clippings"))

    assert len(selected.selection.parts) == 1
    assert len(selected.selection.conditions[0].params) == 90
    assert len(selected.applied) == 90


@pytest.mark.parametrize(
    "query",
    [
        "id__gt=99999999999999999999",
        "id__gt=" + quote("²"),
        "id__gt=" + "9" * 5_000,
        "id__in=[",
        "id__in=" + quote('[{"a":1}]'),
        "_through=x",
        "_through=[]",
        "_through=1",
        "_through=" + quote('{"table":"article_entities","column":"entity_id","value":99999999999999999999}'),
        "_searchx=1",
        "_search_none=1",
        "_where=1%00",
        "_where=" + quote("id = :nothing"),
        "_where=" + quote("1; drop table articles"),
        "_where=" + quote("(1"),
        "_where=" + quote("1 /*"),
        "_where=" + quote("1) union select 1 from (select 1"),
        "_where=" + quote("'(' = ')' or 1)"),
        "_where=" + quote("1)) union select 1 from ((select 1 --"),
        "_where=" + quote("zeroblob(3000000000) = 1"),
        "_searchmode=raw&_search=" + quote("NEAR("),
    ],
)
def test_what_cannot_be_read_is_told(site: Site, query: str) -> None:
    """A filter that Datasette or SQLite stumbles over is a mistake in the address, and told as such."""
    for page in PAGES:
        response = ask(site, page, query)
        if query[:6] == "id__gt" and response.status_code == 200:  # some of these numbers 1.0 takes as text
            assert ask(site, "articles.json", query).status_code == 200
            continue
        assert response.status_code == 400, response.text[:300]
        assert any(words in response.json()["error"] for words in ("Can't read", "Invalid SQL", "Cannot search"))


@pytest.mark.parametrize(
    ("where", "ids"),
    [
        ("id = 1 or id = 2", [2]),  # beside id > 1
        ("id in (2, 3) -- (", [2, 3]),
        ("'))' = '))' and \"id\" = 2", [2]),
        ("[id] = 2 /* ) */", [2]),
        ("'it''s )' != ')' and `id` = 3", [3]),
    ],
)
def test_conditions_stand_in_brackets(site: Site, where: str, ids: list[int]) -> None:
    """A condition holds as a whole, whatever stands beside it; brackets in text, names and comments are none."""
    found = site.get("-/search.json", _where=[where, "id > 1"], _sort="newest").json()

    assert sorted(hit["id"] for hit in found["hits"]) == ids


async def broken(error: Exception) -> None:
    raise error


def test_a_database_at_fault_is_no_mistake_of_the_reader(site: Site, tmp_path: Path) -> None:
    """A damaged database isn't told as a wrong address; what took too long is."""
    damaged = tmp_path / "clippings.db"
    shutil.copy(site.files[0], damaged)
    whole = damaged.read_bytes()
    connection = sqlite3.connect(damaged)
    (page,) = connection.execute("select rootpage from sqlite_master where name = 'articles'").fetchone()
    (size,) = connection.execute("pragma page_size").fetchone()
    connection.close()
    damaged.write_bytes(whole[: (page - 1) * size] + b"\xff" * size + whole[page * size :])

    response = Site([damaged]).get("-/search.json", _where="text is not null")

    assert response.status_code == 500
    assert "malformed" in response.text
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        asyncio.run(routes._in_words(broken(sqlite3.OperationalError("database is locked"))))
    with pytest.raises(routes.BadRequest, match="took too long"):
        asyncio.run(routes._in_words(broken(QueryInterrupted(None, "", {}))))


def test_a_phrase_may_go_over_a_line_break(site: Site) -> None:
    """White space of any kind, also within quotes, parts words and ends nothing."""
    assert fold_query('"South\n Korea"\tvisit\r\n') == '("South Korea" AND "visit")'
    pages = [site.get("-/search.json", _search=f'"South{space}Korea"').json()["count"] for space in (" ", "\n", "\r\n")]
    assert len(set(pages)) == 1
    assert site.get("-/search.json", _search='"South\nnothing"').json()["count"] == 0


def test_the_index_gives_numbers_of_articles(tmp_path: Path) -> None:
    """Another column that the search is compared with holds what Datasette's table page holds it to, or is refused."""
    site = Site([make_archive(tmp_path / "clippings.db")])
    table = site.get("articles.json", _search="uzbekistan", _fts_pk="duplicate_of", _shape="array")
    page = site.get("-/search.json", _search="uzbekistan", _fts_pk="duplicate_of")

    assert page.status_code == table.status_code
    if page.status_code == 200:
        assert sorted(hit["id"] for hit in page.json()["hits"]) == sorted(row["id"] for row in table.json()) == [7]


def test_json_may_be_read_from_other_sites_where_allowed(site: Site) -> None:
    """Our JSON has the headers of Datasette's own, where the server is started with --cors, and else not."""
    shared = Site(site.files)
    shared.datasette.cors = True
    for path in ("-/search.json", "-/facet.json?_by=site", "-/cleaning.json"):
        own, core = shared.get(path).headers, shared.get("articles.json").headers
        assert own["access-control-allow-origin"] == "*"
        assert {name for name in core if "access-control" in name} <= set(own)
        assert "access-control-allow-origin" not in site.get(path).headers
