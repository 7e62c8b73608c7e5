"""The previous and next article within the results that an article's page was opened from."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from datasette.utils.asgi import Request

from clippings_etl import build
from datasette_clippings.searching.neighbours import LONGEST_SEARCH, OF_ARGUMENT, Neighbours, neighbours

from .archive import make_archive
from .conftest import READER, Site
from .stories import build_stories


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Several dozen articles in one file."""
    return Site([build_stories(tmp_path_factory.mktemp("whole"))])


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The same in three."""
    folder = tmp_path_factory.mktemp("parts")
    build_stories(folder)
    build([folder / "stories.jsonl"], folder / "parts.db", workers=0, shards=3)
    return Site(sorted(folder.glob("parts-*.db")))


def ask(site: Site, url: str, actor: dict[str, str] | None = None) -> Neighbours | None:
    """What is told on the page behind a link to an article."""
    parts = urlsplit(url)
    database, number = parts.path.split("/")[1], int(parts.path.split("/")[3])
    request = Request.fake(f"{parts.path}?{parts.query}")
    request.scope["actor"] = actor
    asyncio.run(site.datasette.invoke_startup())
    found: Neighbours | None = asyncio.run(neighbours(site.datasette, request, database, number))
    return found


def walked(site: Site, path: str, arguments: dict[str, Any]) -> list[str]:
    """The links to all the hits, from page to page."""
    urls: list[str] = []
    page = site.get(path, **arguments).json()
    while True:
        urls += [hit["url"] for hit in page["hits"]]
        if not page["next_url"]:
            return urls
        page = site.get(path, **parse_qs(urlsplit(page["next_url"]).query)).json()


@pytest.mark.parametrize(
    "arguments",
    [
        {"_search": "treaty"},
        {"_search": "treaty", "_sort": "newest"},
        {"_search": "har* OR 港口", "_duplicates": "show"},
        {"language": "en"},
        {"_search": "nowhere OR fish", "_from": "2024"},
    ],
    ids=str,
)
@pytest.mark.parametrize("kind", ["whole", "parts"])
def test_from_one_to_the_next_is_the_list(request: pytest.FixtureRequest, kind: str, arguments: dict[str, str]) -> None:
    """Each article knows its place, and leads to those before and behind it in the list, over all files."""
    site: Site = request.getfixturevalue(kind)
    path = f"/{site.files[0].stem}/-/search.json"
    urls = walked(site, path, arguments)

    assert len(urls) > 5
    for place in (0, 1, 2, len(urls) // 2, len(urls) - 2, len(urls) - 1):
        told = ask(site, urls[place])
        assert told is not None
        assert told.position == place + 1
        assert told.previous_url == (urls[place - 1] if place else None)
        assert told.next_url == (urls[place + 1] if place + 1 < len(urls) else None)
        query = {name: values[0] for name, values in parse_qs(urlsplit(told.results_url).query).items()}
        assert query == arguments
        assert told.searched == ((arguments["_search"],) if "_search" in arguments else ())


@pytest.mark.parametrize(
    "search",
    ["", "_search=nowhere", "_from=x", "_entity=place:KR&_sort=odd", "_where=1)+or+(1", "_where=nothing",
     "id=x&_search=fish", "_next=1",
     "%00", "_search=" + "x" * 20_000, "&&&", "language=\ud800", "id=99999999999999999999999"],
    ids=lambda search: ascii(search[:20]),
)  # fmt: skip
def test_what_leads_nowhere_is_left_out(whole: Site, search: str) -> None:
    """An address made up, or of a search that the article isn't found by, has no neighbours, and is no error."""
    told = ask(whole, f"/stories/articles/1?{urlencode({OF_ARGUMENT: search.encode('utf-8', 'replace')})}")

    assert told is None or told.results_url


def test_without_a_search_there_are_none(whole: Site) -> None:
    """A page that wasn't opened from results has none; nor has one that isn't among them."""
    assert ask(whole, "/stories/articles/1") is None
    assert ask(whole, f"/stories/articles/1?{OF_ARGUMENT}=_search%3Dnowhere") is None
    assert ask(whole, f"/stories/articles/9999?{OF_ARGUMENT}=language%3Den") is None


def test_links_from_the_list_carry_its_search(whole: Site) -> None:
    """All that selects and orders, and nothing of how far one has gone; a search too long for a link is left out."""
    page = whole.get("/stories/-/search.json", _search="the", _facet_size=3, language="en").json()
    page = whole.get("/stories/-/search.json", **parse_qs(urlsplit(page["next_url"]).query)).json()
    assert parse_qs(parse_qs(urlsplit(page["hits"][0]["url"]).query)[OF_ARGUMENT][0]) == {
        "_search": ["the"],
        "language": ["en"],
    }
    long = whole.get("/stories/-/search.json", _search="the OR " + "x" * LONGEST_SEARCH).json()
    assert OF_ARGUMENT not in long["hits"][0]["url"]


def test_private_articles_tell_nothing(private: Callable[..., Site]) -> None:
    """Who may not search isn't told what lies beside an article."""
    url = f"/clippings/articles/1?{OF_ARGUMENT}=_search%3Dkorea"
    site = private("articles_fts")
    assert ask(site, url) is None
    assert ask(site, url, READER) is not None


def test_what_takes_too_long_is_left_out(tmp_path: Path) -> None:
    """The place and the neighbours are missing past the limit of time; the way back to the results stays."""
    slow = "(with recursive n(i) as (select 1 union all select i + 1 from n limit 100000000) select max(i) from n) > 0"
    site = Site([make_archive(tmp_path / "clippings.db")], sql_time_limit_ms=30)
    told = ask(site, f"/clippings/articles/1?{urlencode({OF_ARGUMENT: urlencode({'_where': slow})})}")

    assert told is not None
    assert (told.position, told.previous_url, told.next_url) == (None, None, None)
    assert told.results_url
