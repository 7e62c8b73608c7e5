"""Search in Datasette's own box, JSON and CSV."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from datasette_clippings.query import MOST_WORDS
from datasette_clippings.searching.excerpts import excerpt, search_terms

from .conftest import Site


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("han quoc", [2]),
        ("Hàn Quốc", [2]),
        ("HAN QUOC", [2]),
        ("duong", [2]),
        ("dương", [2]),
        ("da nang", [2]),
        ("Đà Nẵng", [2]),
        ("韩国", [3]),
        ("越南", [3]),
        ("ไทย", [4]),
        ("أوزبكستان", [5]),
        ('"working visit"', [1]),
        ('"visit working"', []),
        ("visit working", [1]),
        ("ｋｏｒｅａ delegation", [1]),
        ("korea nothing", []),
    ],
)
def test_search_folds_both_sides(site: Site, typed: str, found: list[int]) -> None:
    """Case, diacritics, width and missing spaces don't matter; words are joined by and; a phrase is a phrase."""
    assert site.ids(_search=typed) == found


def test_csv_searches_the_same_way(site: Site) -> None:
    """CSV holds what the page shows."""
    assert site.get("articles.csv", _search="da nang", _col="title").text.count("\n") == 2


def test_one_column_can_be_searched(site: Site) -> None:
    """`_search_title` folds too, and looks in the title only."""
    assert site.ids(_search_title="han quoc") == [2]
    assert site.ids(_search_title="duong") == []
    assert site.ids(_search_text="duong") == [2]


@pytest.mark.parametrize("mode", ["escaped", "raw"])
@pytest.mark.parametrize("argument", ["_search", "_search_title"])
@pytest.mark.parametrize(
    "typed",
    ['"', "*", "AND (", '""', "", " ", "😀", "a " * 5000, "韩" * 7_000, '"' * 9_999, "x\x00y", "\x00", "^", "a:b",
     "NEAR(", "-"],
    ids=lambda typed: repr(typed[:8]),
)  # fmt: skip
def test_odd_input_gets_an_answer(site: Site, typed: str, argument: str, mode: str) -> None:
    """Whatever is typed gives articles or a clear message; only raw FTS5 syntax can be wrong."""
    response = site.get("articles", **{argument: typed, "_searchmode": mode, "_facet_entity": "place"})

    is_long = len(typed) > 2 * MOST_WORDS
    assert response.status_code in ((200,) if mode == "escaped" and not is_long else (200, 400))
    if response.status_code == 400:
        told = "At most 100 words" if mode == "escaped" else "At most 100 words|Invalid SQL|fts5|unterminated|no such"
        assert re.search(f"{told}|unknown special query", response.text)


def test_a_lone_surrogate_gets_an_answer(site: Site) -> None:
    """Bytes that are no text are no error either."""
    for argument in ("_search", "_search_title", "_entity", "_facet_entity"):
        assert site.get(f"articles?{argument}=%ED%A0%80").status_code == 200


def test_the_box_keeps_what_was_typed(site: Site) -> None:
    """After a search its words stand in the box, as text."""
    assert 'name="_search" value="han &#34;quoc"' in site.get("articles", _search='han "quoc').text


def test_the_excerpt_shows_what_was_found(site: Site) -> None:
    """In the list the words are marked as they stand in the text."""
    page = site.get("articles", _search="han quoc da nang").text

    for word in ("Hàn", "Quốc", "Đà", "Nẵng"):
        assert f"<mark>{word}</mark>" in page


def test_an_excerpt_goes_to_the_words() -> None:
    """A text is shown from a little before the first word found, with marks around each."""
    text = "x " * 400 + "tin từ Đà Nẵng và " + "y " * 400

    shown = excerpt(text, search_terms(['"da nang"']))

    assert [part.text for part in shown.slices if part.found] == ["Đà Nẵng"]
    assert shown.starts_within
    assert shown.ends_within
    assert sum(len(part.text) for part in shown.slices) <= 240


def test_an_excerpt_of_an_unspaced_script() -> None:
    """Inside a sentence without spaces the word is found and marked."""
    shown = excerpt("今天韩国和越南", search_terms(["韩国"]))

    assert [part.text for part in shown.slices] == ["今天", "韩国", "和越南"]


def test_a_word_is_not_marked_inside_another() -> None:
    """Search finds whole words, so only whole words are marked."""
    assert [part.found for part in excerpt("category cat", search_terms(["cat"])).slices] == [False, True]


def test_other_databases_search_as_ever(tmp_path: Path, archive: Path) -> None:
    """A database that isn't an archive keeps Datasette's own search."""
    foreign = tmp_path / "foreign.db"
    connection = sqlite3.connect(foreign)
    connection.executescript(
        "create table notes (id integer primary key, body text);"
        "create virtual table notes_fts using fts5(body, content='notes');"
        'create virtual table marked using fts5(body, content="notes");'
        "insert into notes values (1, 'ﬁsh'); insert into notes_fts(rowid, body) values (1, 'ﬁsh');"
        "insert into marked(rowid, body) values (1, 'ﬁsh');"
    )
    connection.commit()
    connection.close()
    site = Site([archive, foreign])

    assert site.get("/foreign/notes.json", _search="ﬁsh", _shape="array").json() == [{"id": 1, "body": "ﬁsh"}]
    assert site.get("/foreign/notes.json", _search="fish", _shape="array").json() == []
