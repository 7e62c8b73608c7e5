"""The structures for fast facets and search: they say what the tables say, or are left aside."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from clippings_etl import search_index
from clippings_etl.archive import schema, statements
from clippings_etl.search_index import Thresholds
from clippings_etl.search_index.parts import last_id
from datasette_clippings.results import (
    Condition,
    Mentions,
    NotMentions,
    Results,
    Selection,
    SqlResults,
    Words,
    find,
)
from datasette_clippings.results.bitmaps import BitmapResults, open_index
from datasette_clippings.stored_index import PART

ALL = Thresholds(1, 0, 1, 0)
TYPES = ["person", "organisation", "place"]

SELECTIONS = [
    Selection(parts)
    for parts in (
        (),
        (Words("common"),),
        (Words("rare"),),
        (Words("common rare"),),
        (Words("often"),),
        (Words('"common often"'),),
        (Words("nowhere"),),
        (Mentions("person:1"),),
        (NotMentions("person:1"),),
        (Words("common"), Mentions("place:2"), NotMentions("person:0")),
        (Words("common"), Condition("language = :wanted", {"wanted": "vi"})),
    )
]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Articles whose numbers lie far apart, over several parts of a column."""
    with closing(sqlite3.connect(tmp_path / "clippings.db", isolation_level=None)) as connection:
        for statement in statements(schema()):
            connection.execute(statement)
        fill(connection)
        yield connection


def fill(connection: sqlite3.Connection) -> None:
    chosen = random.Random(20261122)
    connection.execute("begin")
    for code in ("en", "vi"):
        connection.execute("insert into languages values (?, ?, ?, 'ltr')", [code, code, code])
    for number in range(60):
        row = [number + 1, f"Name {number}", TYPES[number % 3], f"{TYPES[number % 3]}:{number // 3}"]
        connection.execute("insert into entities (id, name, type, key) values (?, ?, ?, ?)", row)
    for place in range(400):
        article = 1 + place * 401
        title = "common common" if place % 7 == 0 else "rare title" if place % 50 == 0 else "title"
        text = "often " * (300 if place == 399 else place % 4) + "common " * (place % 3) + "filler " * (place % 11)
        values = {
            "id": article, "title": title, "text": text, "word_count": 1, "title_source": "headline",
            "published": (None, "2023", "2024-02", "2024-02-03")[place % 4], "language": ("en", "vi", None)[place % 3],
            "site": f"site-{place % 5}", "source": f"{place}.txt", "key": f"{place:016}", "format": "text",
            "encoding": "utf-8", "sha256": "",
        }  # fmt: skip
        columns, places = ", ".join(values), ", ".join("?" * len(values))
        connection.execute(f"insert into articles ({columns}) values ({places})", list(values.values()))
        connection.execute("insert into articles_fts (rowid, title, text) values (?, ?, ?)", [article, title, text])
        mentioned = sorted({min(int(chosen.expovariate(0.1)), 58) + 1 for _ in range(6)})
        connection.executemany(
            "insert into article_entities values (?, ?, 1)", [(entity, article) for entity in mentioned]
        )
    connection.execute("commit")


def everything(results: Results) -> list[object]:
    """All that can be asked of results."""
    hits = results.ranked(50)
    more = results.ranked(20, hits[9]) if len(hits) > 9 else []
    dated = results.newest(30)
    return [
        results.count,
        results.entities(TYPES, 5),
        results.entities(TYPES, 5, offset=7),
        results.entities(["place"], 50, containing="e 1"),
        results.entity_counts(["person:1", "person:19", "place:nowhere"]),
        *(results.values(column) for column in ("month", "language", "site")),
        [(hit.article_id, round(hit.score, 9)) for hit in (*hits, *more)],
        dated,
        results.newest(10, dated[5]) if len(dated) > 5 else [],
    ]


@pytest.mark.parametrize("thresholds", [ALL, Thresholds(40, 0, 60, 0), Thresholds()], ids=["all", "some", "few"])
def test_numbers_that_lie_far_apart(archive: sqlite3.Connection, thresholds: Thresholds) -> None:
    """Articles in several parts of a column, words above 255 times: all answers are those of plain SQL."""
    assert search_index.write(archive, thresholds)
    assert last_id(archive) > 2 * PART
    index = open_index(archive)
    assert index
    for selection in SELECTIONS:
        assert everything(BitmapResults(index, archive, selection)) == everything(SqlResults(archive, selection))


def test_written_twice_it_is_the_same(archive: sqlite3.Connection) -> None:
    """The structures are told by what they say."""
    search_index.write(archive, ALL)
    (first,) = archive.execute("select fingerprint from search_index").fetchone()
    search_index.write(archive, ALL)
    assert archive.execute("select fingerprint, stale from search_index").fetchall() == [(first, 0)]


@pytest.mark.parametrize(
    "change",
    [
        "delete from articles where id = 1",
        "update articles set language = 'vi' where id = 1",
        "update articles set id = 2 where id = 1",
        "update articles set published = '1999' where id = 1",
        "insert into article_entities values (60, 1, 1)",
        "delete from article_entities where article_id = 1",
        "update entities set type = 'place' where id = 1",
    ],
)
def test_a_change_by_hand_makes_them_stale(archive: sqlite3.Connection, change: str) -> None:
    """What somebody changes in the tables shows at once, by plain SQL."""
    search_index.write(archive, ALL)
    assert isinstance(find(archive, Selection()), BitmapResults)
    archive.execute(change)
    assert isinstance(find(archive, Selection()), SqlResults)
    search_index.write(archive, ALL)
    assert isinstance(find(archive, Selection()), BitmapResults)


def test_a_table_made_anew_makes_them_stale(archive: sqlite3.Connection) -> None:
    """SQLite drops a table's triggers with it, so nothing says any more that it was changed."""
    search_index.write(archive, ALL)
    assert isinstance(find(archive, Selection()), BitmapResults)
    archive.execute("pragma legacy_alter_table = on")  # as tools that remake a table have it
    archive.execute("create table copied as select * from article_entities")
    archive.execute("drop table article_entities")
    archive.execute("alter table copied rename to article_entities")
    archive.execute("delete from article_entities where entity_id = 1")
    assert isinstance(find(archive, Selection()), SqlResults)


def test_another_layout_is_left_aside(archive: sqlite3.Connection) -> None:
    """What an older or newer version has written is not read as if it were ours."""
    search_index.write(archive, ALL)
    archive.execute("update search_index set fingerprint = '0' || fingerprint")
    assert isinstance(find(archive, Selection()), SqlResults)


def test_a_word_above_all_counting(archive: sqlite3.Connection) -> None:
    """A word that two bytes can't count in some article is ranked as plain SQL ranks it."""
    (text,) = archive.execute("select text from articles where id = 1").fetchone()
    archive.execute(
        "insert into articles_fts (articles_fts, rowid, text, title) values ('delete', 1, ?, 'common common')", [text]
    )
    archive.execute("insert into articles_fts (rowid, text, title) values (1, ?, 'common common')", ["often " * 66_000])
    search_index.write(archive, ALL)
    asked = Selection((Words("often"),))
    index = open_index(archive)
    assert index
    assert BitmapResults(index, archive, asked).ranked(10) == SqlResults(archive, asked).ranked(10)


def test_an_edited_title_keeps_them(archive: sqlite3.Connection) -> None:
    """What they say nothing of may be changed."""
    search_index.write(archive, ALL)
    archive.execute("update articles set title = 'Another' where id = 1")
    archive.execute("update entities set name = 'Another' where id = 1")
    assert isinstance(find(archive, Selection()), BitmapResults)


def test_an_archive_from_before_them(archive: sqlite3.Connection) -> None:
    """A database without their tables is answered by plain SQL."""
    for table in search_index.TABLES:
        archive.execute(f"drop table {table}")
    assert (
        find(archive, Selection((Words("common"),))).count == SqlResults(archive, Selection((Words("common"),))).count
    )


def test_an_archive_without_articles(tmp_path: Path) -> None:
    """Nothing is found in it, by any way."""
    with closing(sqlite3.connect(tmp_path / "empty.db", isolation_level=None)) as connection:
        for statement in statements(schema()):
            connection.execute(statement)
        assert search_index.write(connection)
        for selection in SELECTIONS:
            assert everything(find(connection, selection)) == everything(SqlResults(connection, selection))
