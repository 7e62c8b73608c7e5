"""Links by key, which survive every rebuild."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from datasette.utils import PrefixedUrlString, tilde_encode

from .conftest import READER, Site


@pytest.mark.parametrize("encode", [str, tilde_encode, lambda key: quote(key, safe="")])
@pytest.mark.parametrize(
    ("kind", "key", "target"),
    [
        ("entity", "place:KR", "/clippings/entities/1"),
        ("entity", "person:abdulla azizov", "/clippings/entities/4"),
        ("entity", 'organisation:o\'neil "& co" <b>', "/clippings/entities/7"),
        ("article", "k1/ä", "/clippings/articles/1"),
    ],
)
def test_a_key_leads_to_its_row(site: Site, kind: str, key: str, target: str, encode: Callable[[str], str]) -> None:
    """Written as Datasette writes keys, as browsers do, or plainly."""
    response = site.get(f"/-/clippings/clippings/{kind}/{encode(key)}")

    assert (response.status_code, response.headers.get("location")) == (302, target)


def test_the_pages_offer_their_lasting_links(site: Site) -> None:
    """And those links work."""
    for path in ("articles/1", "entities/7"):
        page = site.get(path).text
        link = page[: page.index(">Lasting link<")].rsplit('href="', 1)[1].rstrip('"')
        assert site.get(link).headers["location"] == f"/clippings/{path}"


@pytest.mark.parametrize(
    "path",
    ["clippings/entity/place:XX", "clippings/article/~", "nowhere/entity/place:KR", "clippings/removed/1"],
)
def test_unknown_keys_are_not_found(site: Site, path: str) -> None:
    """Neither are unknown databases, nor those that are no archives."""
    assert site.get(f"/-/clippings/{path}").status_code == 404


def test_only_archives_have_keys(tmp_path: Path, archive: Path) -> None:
    """A database that is no archive has no lasting links, whatever its tables are called."""
    foreign = tmp_path / "foreign.db"
    connection = sqlite3.connect(foreign)
    connection.execute("create table articles (id integer primary key, key text)")
    connection.execute("insert into articles values (1, 'one')")
    connection.commit()
    connection.close()

    assert Site([archive, foreign]).get("/-/clippings/foreign/article/one").status_code == 404


@pytest.mark.parametrize("kind", ["article", "entity"])
def test_permission_comes_before_existence(private: Callable[..., Site], kind: str) -> None:
    """Who may not view the table isn't told which keys it has."""
    site = private("articles", "entities")
    known = {"article": "k1~2F~C3~A4", "entity": "place:KR"}[kind]

    answers = [site.get(f"/-/clippings/clippings/{kind}/{key}") for key in (known, "unknown")]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert site.get(f"/-/clippings/clippings/{kind}/{known}", actor=READER).status_code == 302


@pytest.mark.parametrize("prefix", ["", "/room"], ids=["taken off", "kept"])
def test_links_to_the_same_page_have_the_prefix_once(archive: Path, prefix: str) -> None:
    """Languages, the plain table and the page that the reader is on, behind proxies that take it off or keep it."""
    client = Site([archive], base_url="/room/").datasette.client

    def page(path: str) -> str:
        return str(asyncio.run(client.get(PrefixedUrlString(f"{prefix}{path}"))).text)  # asked for as it is

    articles, search = page("/clippings/articles?language=en"), page("/clippings/-/search?_search=korea")
    assert 'href="/room/clippings/articles?language=en&amp;_plain=1"' in articles
    assert 'href="/room/clippings/articles?language=en&amp;_lang=vi"' in articles
    assert 'href="/room/clippings/-/search?_search=korea&amp;_lang=vi"' in search
    assert '<a href="/room/clippings/-/search" aria-current="page">' in search


def test_a_base_url_is_kept(archive: Path) -> None:
    """Behind a proxy all links and redirects carry its prefix."""
    site = Site([archive], base_url="/room/")

    assert site.get("/-/clippings/clippings/entity/place:KR").headers["location"] == "/room/clippings/entities/1"
    page = site.get("/clippings/articles/1").text
    assert 'href="/room/clippings/entities/1"' in page
    assert '"/room/-/static-plugins/datasette_clippings/clippings.css"' in page
    assert site.get("/-/static-plugins/datasette_clippings/clippings.css").status_code == 200
