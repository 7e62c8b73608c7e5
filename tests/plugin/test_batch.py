"""Lists of names: what is found of each, as a page, as JSON and as CSV."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from datasette.utils.asgi import BadRequest

from clippings_etl import build
from datasette_clippings.batches.names import LONGEST_NAME, MOST_BYTES, MOST_NAMES, read_names
from datasette_clippings.pages.batch import CSV_COLUMNS

from .archive import ARTICLES, Row, make_archive
from .conftest import READER, Site
from .stories import documents

NAMES = "South Korea\nhan quoc\nNobody Mentioned\nda nang\nKOR\nsouth  korea\n\nxyzzy"


SEARCHES = [
    {"_search": typed}
    for typed in ("embassy OR delegation", "delegation OR title:korea", "-odd", "korea OR “", "(korea words",
                  "words) OR (korea", '"words about')
] + [{"_search": "delegation OR words", "_searchmode": "raw"}]  # fmt: skip


def batch(site: Site, names: str, /, database: str = "clippings", **arguments: Any) -> dict[str, Any]:
    response = site.get(f"/{database}/-/batch.json", _names=names, **arguments)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def post(
    site: Site,
    path: str,
    fields: dict[str, str] | bytes,
    *,
    cookies: bool = False,
    token: bool = True,
    headers: dict[str, str] | None = None,
) -> Any:
    """The response to a form that is sent; with cookies as a browser of a signed-in reader sends them."""

    async def send() -> Any:
        client = site.datasette.client
        sent_headers = {"content-type": "application/x-www-form-urlencoded", **(headers or {})}
        sent = fields
        jar: dict[str, str] = {}
        if cookies:
            jar = {"ds_actor": site.datasette.sign({"a": READER}, "actor")}
            page = await client.get("/clippings/-/batch", cookies=jar)
            jar |= dict(page.cookies.items())
            field = re.search(r'name="csrftoken" value="([^"]*)"', page.text)
            assert field
            if token and isinstance(sent, dict):
                sent = {**sent, "csrftoken": field[1]}
        body = sent if isinstance(sent, bytes) else urlencode(sent).encode()
        return await client.post(path, content=body, headers=sent_headers, cookies=jar)

    return asyncio.run(send())


def test_a_long_address_is_not_repeated_for_each_name(site: Site) -> None:
    """Beyond what a link for each name can repeat a list is refused, with what to do; the form alone isn't."""
    path = f"/clippings/-/batch?_where={'1%2B' * 300}1"
    names = "\n".join(f"name {number}" for number in range(3_000))
    response = post(site, path, {"_names": names})

    assert response.status_code == 400
    assert "Take some of its filters away" in response.text
    assert site.get(path).status_code == 200
    assert post(site, f"/clippings/-/batch?_where={'1%2B' * 200}1", {"_names": "Korea"}).status_code == 200


def test_each_name_is_found_or_not(site: Site) -> None:
    """A name has the articles with its words, and the entities that are called so in any language."""
    page = batch(site, NAMES)
    found = {each["name"]: each for each in page["found"]}

    assert list(found) == ["South Korea", "han quoc", "da nang", "KOR", "south korea"]
    assert page["not_found"] == ["Nobody Mentioned", "xyzzy"]
    assert page["not_done"] == []
    assert found["South Korea"]["articles"] == 3
    for name in ("South Korea", "han quoc", "KOR"):
        assert [(each["key"], each["articles"]) for each in found[name]["entities"]] == [("place:KR", 6)]
    assert found["KOR"]["articles"] == 0
    assert page["repeated"] == 0


def test_numbers_are_those_of_the_search(site: Site) -> None:
    """Behind each link stand as many articles as the list counts, within the filters of the address."""
    for filters in ({}, {"language": "en"}, {"_search": "embassy"}, {"_not_entity": "place:UZ"}, *SEARCHES):
        page = batch(site, NAMES, **filters)
        for each in page["found"]:
            for url, articles in [(each["url"], each["articles"])] + [
                (entity["url"], entity["articles"]) for entity in each["entities"]
            ]:
                path, _, query = url.partition("?")
                assert site.get(f"{path}.json?{query}").json()["count"] == articles, url
    assert "KOR" in [each["name"] for each in batch(site, NAMES, language="vi")["found"]]


def test_signs_around_a_name_hide_no_entity(site: Site) -> None:
    """Quotation marks around a name and signs behind it belong to the list that it was copied from."""
    found = batch(site, '“KOR”,\n"han quoc";\n「韩国」')["found"]

    assert [(each["name"], [entity["key"] for entity in each["entities"]]) for each in found] == [
        (name, ["place:KR"]) for name in ("KOR", "han quoc", "韩国")
    ]


def test_csv_has_a_line_for_each_name(site: Site) -> None:
    """The table holds each name with what became of it, and nothing that a spreadsheet would run."""
    text = site.get("-/batch.csv", _names=f"{NAMES}\n=1+1\n@x").text
    rows = list(csv.DictReader(io.StringIO(text, newline="")))

    assert list(rows[0]) == list(CSV_COLUMNS)
    status = {row["name"]: row["status"] for row in rows}
    assert len(rows) == len(status) == 9
    assert (status["South Korea"], status["xyzzy"], status["'=1+1"], status["'@x"]) == ("found", *["not found"] * 3)
    korea = next(row for row in rows if row["name"] == "KOR")
    assert (korea["articles"], korea["entity"], korea["entity_articles"]) == ("0", "South Korea", "6")


def test_a_long_list_is_sent(site: Site) -> None:
    """A list too long for an address is sent by the form, as page, JSON and CSV, and has no link to share."""
    names = "\n".join(["South Korea", *(f"Nobody Number {number}" for number in range(400))])
    page = post(site, "/clippings/-/batch.json", {"_names": names}).json()

    assert ([each["name"] for each in page["found"]], len(page["not_found"])) == (["South Korea"], 400)
    assert page["share_url"] is None
    assert "Nobody Number 399" in post(site, "/clippings/-/batch", {"_names": names}).text
    assert post(site, "/clippings/-/batch.csv", {"_names": names}).text.count("not found") == 400
    shared = batch(site, "South Korea\nxyzzy")["share_url"]
    assert site.get(shared).text.count("xyzzy") >= 2


def test_forms_are_sent_by_the_page_only(site: Site) -> None:
    """A reader's form goes through with the page's token; one that another site sends doesn't."""
    names = {"_names": "South Korea"}
    assert post(site, "/clippings/-/batch", names, cookies=True).status_code == 200
    elsewhere = {"sec-fetch-site": "cross-site", "origin": "https://evil.example"}
    assert post(site, "/clippings/-/batch", names, cookies=True, token=False, headers=elsewhere).status_code == 403


@pytest.mark.parametrize(
    ("text", "column", "names"),
    [
        ("a\n b  c \n\na\r\n\ufeffd", "", ("a", "b c", "\ufeffd")),
        ('Name,Land\n"Berg, Anna",NO\nOle,NO', "name", ("Berg, Anna", "Ole")),
        ("NO;Anna Berg\nNO;Ole", "2", ("Anna Berg", "Ole")),
        ("x\tAnna\n\ty\nz\tOle", "2", ("Anna", "y", "Ole")),
        ("a\0b", "", ("ab",)),
        ('"a b",\n“c”;\n«d,»\n「韩国」\n„e“ , ', "", ("a b", "c", "d", "韩国", "e")),
        ('f "g"\n«h» i «j»\nk, l\n"",', "", ('f "g"', "«h» i «j»", "k, l", '"",')),
        ("", "name", ()),
    ],
)
def test_lists_are_read_as_they_are_pasted(text: str, column: str, names: tuple[str, ...]) -> None:
    """Names stand on lines, or in a column that its heading or number tells."""
    assert read_names(text, column).names == names


def test_what_is_left_aside_is_told() -> None:
    """Repetitions, lines that are no names, and names behind the most are counted or named."""
    read = read_names("\n".join(["a", "a", "x" * (LONGEST_NAME + 1), *(str(number) for number in range(MOST_NAMES))]))

    assert (read.repeated, len(read.names), read.left_out) == (1, MOST_NAMES, 1)
    assert read_names('a\n"a",\nb').repeated == 1
    assert read.too_long == (f"{'x' * 60}…",)


@pytest.mark.parametrize("column", ["nope", "9", "0", "-1", "²"])
def test_a_column_that_there_is_not(site: Site, column: str) -> None:
    """A column that isn't there is told with those that are."""
    with pytest.raises(BadRequest, match="name, land"):
        read_names("Name,Land\nAnna,NO", column)
    assert site.get("-/batch", _names="Name,Land\nAnna,NO", _column=column).status_code == 400


def test_hostile_lists_get_an_answer(site: Site) -> None:
    """Markup, signs of the search's language, quotes and control characters are names like others."""
    names = ['<script>alert(1)</script>', '" OR 1', "title:korea", "NEAR(a b)", "-korea", "{{ 7*191 }}", "*", '""',
             "\u202ex", "(", "korea*", "韩国", "x" * 199]  # fmt: skip
    page = batch(site, "\n".join(names))
    assert [*[each["name"] for each in page["found"]], *page["not_found"]]
    assert len(page["found"]) + len(page["not_found"]) == len(names)
    assert "title:korea" in page["not_found"]
    html = post(site, "/clippings/-/batch", {"_names": "\n".join([*names, "</textarea><img src=x>"])}).text
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "1337" not in html


def test_what_is_no_form_is_refused(site: Site) -> None:
    """More than can be sent, and what is no UTF-8, get a clear answer."""
    long = post(site, "/clippings/-/batch", b"_names=" + b"x" * MOST_BYTES)
    assert long.status_code in (400, 413)
    assert "too long" in long.text or "maximum" in long.text
    assert post(site, "/clippings/-/batch", b"_names=%ff%fe").status_code == 400


def test_an_archive_in_several_files_is_one(tmp_path: Path) -> None:
    """The names are counted in all files."""
    source = tmp_path / "stories.jsonl"
    source.write_text("".join(json.dumps(record) + "\n" for record in documents(40)), encoding="utf-8")
    whole = Site(build([source], tmp_path / "whole.db", workers=0).databases)
    several = Site(build([source], tmp_path / "parts.db", workers=0, shards=3).databases)
    names = "Norway\nNorwegen\nAnna Berg\nnhật bản\nnobody"
    expected = batch(whole, names, "whole")
    for number in (1, 2, 3):
        page = batch(several, names, f"parts-{number}")
        assert _numbers(page) == _numbers(expected)
        assert page["not_found"] == expected["not_found"] == ["nobody"]


def _numbers(page: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [
        (each["name"], each["articles"], [(entity["key"], entity["articles"]) for entity in each["entities"]])
        for each in page["found"]
    ]


def test_private_tables_leak_through_no_list(private: Callable[..., Site]) -> None:
    """Who may not view the articles has no page; who may not view names of entities is told of none."""
    for table in ("articles", "articles_fts"):
        for path in ("-/batch", "-/batch.json", "-/batch.csv"):
            assert private(table).get(path, _names="korea").status_code == 403
    for table in ("entities", "article_entities", "entity_names", "stored_names"):
        site = private(table)
        page = batch(site, NAMES)
        assert page["entities_seen"] is False
        assert not any(each["entities"] for each in page["found"])
        assert "KOR" in page["not_found"]
        assert site.get("-/batch.json", actor=READER, _names="KOR").json()["found"][0]["entities"]


def test_several_of_one_name(tmp_path: Path) -> None:
    """A name that several entities have shows the most mentioned first."""
    rows = [*ARTICLES, Row("Jordan", "Uzbekistan, again.", "en", [("Uzbekistan", 2)])]
    file = make_archive(tmp_path / "clippings.db", rows)
    connection = sqlite3.connect(file)
    for entity in (2, 5):
        connection.execute(
            "insert into entity_names (entity_id, name, language, source) values (?, 'Samarqand', 'en', 'aliases')",
            [entity],
        )
    connection.commit()
    connection.close()
    entities = batch(Site([file]), "SAMARQAND")["found"][0]["entities"]
    assert [each["key"] for each in entities] == ["place:UZ", "place:VN"]
    assert entities[0]["articles"] > entities[1]["articles"]
