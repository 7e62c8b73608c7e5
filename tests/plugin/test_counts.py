"""Questions about the articles: each of one moment of the database, and each with its own time."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from datasette.app import Datasette

from clippings_etl import search_index
from clippings_etl.search_index import Thresholds
from datasette_clippings.facets.counts import Matching, ask, snapshot
from datasette_clippings.results import Selection, SqlResults
from datasette_clippings.results.bitmaps import BitmapResults

MINUTE = 60_000  # milliseconds: nothing here takes so long


@pytest.fixture
def written(tmp_path: Path, archive: Path) -> Path:
    """An archive that others may write to while it is read."""
    shutil.copy(archive, tmp_path / "clippings.db")
    with closing(sqlite3.connect(tmp_path / "clippings.db")) as connection:
        connection.execute("pragma journal_mode = wal")
    return tmp_path / "clippings.db"


@pytest.fixture
def connection(written: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(written)) as connection:
        yield connection


def delete_one(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("delete from article_tags")
        connection.execute("delete from articles where id = (select max(id) from articles)")
        connection.commit()


def test_a_question_is_of_one_moment(written: Path, connection: sqlite3.Connection) -> None:
    """What is written while a question is being answered shows in the next one, and not in a part of this one."""

    def question(matching: Matching) -> tuple[int, int]:
        before = SqlResults(connection, Selection()).count
        delete_one(written)
        return before, SqlResults(connection, Selection()).count

    before, after = Matching(connection, Selection(), MINUTE).within(MINUTE, question) or (0, 0)

    assert before == after > 0
    assert not connection.in_transaction
    assert Matching(connection, Selection(), MINUTE).within(MINUTE, lambda each: each.results.count) == before - 1


def test_a_transaction_that_is_there_stays(connection: sqlite3.Connection) -> None:
    """A connection that is in a transaction already is left in it, with what was done in it."""
    connection.execute("insert into notes (article_key, at, actor, body) values ('k', '2024', 'x', 'kept')")
    with snapshot(connection), snapshot(connection):
        assert connection.in_transaction

    assert connection.in_transaction
    assert connection.execute("select body from notes").fetchall() == [("kept",)]


def test_no_transaction_is_left_behind(connection: sqlite3.Connection) -> None:
    """After an error, and after what took too long, the connection reads what is new."""
    slow = "with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) from n"
    matching = Matching(connection, Selection(), MINUTE)

    assert matching.within(5, lambda _: connection.execute(slow).fetchall()) is None
    assert not connection.in_transaction
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        matching.within(MINUTE, lambda _: connection.execute("select * from nowhere"))
    assert not connection.in_transaction


@pytest.mark.parametrize("immutable", [False, True])
def test_connections_of_datasette_have_snapshots(written: Path, immutable: bool) -> None:
    """Datasette's own connections, to files that change and to files that don't, begin and end them."""
    with closing(sqlite3.connect(written)) as connection:
        connection.execute("pragma journal_mode = delete")  # as the build leaves it
    datasette = Datasette(*(([], [str(written)]) if immutable else ([str(written)],)))
    db = datasette.get_database("clippings")

    def question(matching: Matching) -> tuple[int, bool]:
        return matching.results.count, matching._connection.in_transaction

    async def twice() -> list[tuple[int, bool] | None]:
        return [await ask(db, Selection(), MINUTE, question) for _ in range(2)]

    first, second = asyncio.run(twice())
    assert first == second
    assert first is not None
    assert first[0] > 0
    assert first[1]


def test_each_question_has_its_own_time(connection: sqlite3.Connection) -> None:
    """What runs outside SQLite ends with the time of the question that is asked, not with that of all together."""
    assert search_index.write(connection, Thresholds(1, 0, 1, 0))
    connection.commit()
    matching = Matching(connection, Selection(), 100 * MINUTE)
    deadlines = [matching.within(limit, lambda each: each.results.deadline) for limit in (MINUTE, 50 * MINUTE, MINUTE)]
    first, longest, last = (each or 0.0 for each in deadlines)

    assert longest - first >= 49 * MINUTE / 1000
    assert last < longest
    results = matching.results
    assert isinstance(results, BitmapResults)
    assert results.entities(["place"], 5, containing="korea")["place"]
    results.deadline = time.perf_counter() - 1
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        results.entities(["place"], 5, containing="korea")
