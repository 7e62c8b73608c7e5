"""Building an archive in several files: each article in one of them, the content that of one file."""

from __future__ import annotations

import contextlib
import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from clippings_etl import build, verify
from clippings_etl.build import Report
from clippings_etl.cli import cli
from clippings_etl.errors import DatabaseError
from clippings_etl.sharding import found_shards, shard_of, siblings, wanted_shards
from clippings_etl.verify_whole import verify_whole

from .test_incremental import settle, sources, story

__all__ = ["sources"]  # the fixture


def query(database: Path, sql: str) -> list[Any]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(sql).fetchall()


def sharded(sources: Path, database: Path, shards: int | None = None, **options: Any) -> Report:
    """Build, and hold each file against itself and the whole."""
    report = build([sources], database, workers=0, shards=shards, **options)
    for file in report.databases:
        result = verify(file, workers=0)
        assert result.ok, [check.problems for check in result.checks if not check.ok]
    if len(report.databases) > 1:
        whole = verify_whole(report.databases)
        assert whole.ok, [check.problems for check in whole.checks]
        assert whole.digest == report.digest
    return report


def articles(report: Report) -> dict[str, tuple[str, int]]:
    """File and number of each article, by its source."""
    select = "select source, id from articles"
    return {source: (file.name, number) for file in report.databases for source, number in query(file, select)}


def test_the_digest_is_that_of_one_file(sources: Path, tmp_path: Path) -> None:
    """Whatever the number of files, also where some of them stay empty, they say what one says."""
    one = sharded(sources, tmp_path / "one.db")
    for count in (2, 3, 40):
        report = sharded(sources, tmp_path / f"in{count}.db", count)
        assert [path.name for path in report.databases] == [f"in{count}-{number}.db" for number in range(1, count + 1)]
        assert report.digest == one.digest
        told = ("documents", "new", "duplicates", "removed_by_rule", "entities_by_type", "error_count")
        assert [getattr(report, name) for name in told] == [getattr(one, name) for name in told]


def test_an_article_is_where_its_key_says(sources: Path, tmp_path: Path) -> None:
    """One that is nearly the same as an earlier one is with that one; the others by their keys alone."""
    report = sharded(sources, tmp_path / "clippings.db", 3)

    copies = 0
    for number, file in enumerate(report.databases, 1):
        select = """
            select articles.key, first.key from articles left join articles as first on first.id = articles.duplicate_of
        """
        for key, first in query(file, select):
            copies += first is not None
            assert shard_of(first or key, 3) == number
    assert copies == 1


@pytest.mark.parametrize("cache", [True, False])
def test_building_again_equals_building_anew(sources: Path, tmp_path: Path, cache: bool) -> None:
    """What came, changed and went gives the content of a new build; numbers stay, tags and notes too."""
    (tmp_path / "new").mkdir()
    settle(sources)
    database = tmp_path / "clippings.db"
    before = articles(first := sharded(sources, database, 3, cache=cache))
    for file in first.databases:
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute("insert into tags (name) values ('read')")
    (sources / "00.txt").write_text(story("other"), encoding="utf-8")
    (sources / "01.txt").unlink()
    (sources / "zz.txt").write_text(story("late"), encoding="utf-8")

    report = sharded(sources, database, prune=True, cache=cache)
    after = articles(report)
    assert report.digest == sharded(sources, tmp_path / "new" / "clippings.db", 3).digest
    assert report.digest == sharded(sources, tmp_path / "new" / "one.db").digest
    assert set(before) - set(after) == {"post/01.txt"}
    assert {source: after[source] for source in before if source in after} == {
        source: place for source, place in before.items() if source in after
    }
    assert all(query(file, "select name from tags") == [("read",)] for file in report.databases)
    settle(sources)
    assert sharded(sources, database, prune=True, cache=cache).digest == report.digest


def test_nothing_new_writes_nothing(sources: Path, tmp_path: Path) -> None:
    """A build that finds all as it was leaves the files alone."""
    settle(sources)
    report = sharded(sources, tmp_path / "clippings.db", 2)
    stamps = [path.stat().st_mtime_ns for path in report.databases]

    again = sharded(sources, tmp_path / "clippings.db")
    assert again.is_current
    assert again.digest == report.digest
    assert [path.stat().st_mtime_ns for path in report.databases] == stamps


def test_a_copy_moves_to_the_one_that_it_repeats(sources: Path, tmp_path: Path) -> None:
    """An article that becomes a copy goes into the other's file, with its original, though its source is gone."""
    settle(sources)
    database = tmp_path / "clippings.db"
    original = (sources / "copy.txt").read_text(encoding="utf-8")
    names = (f"alone{number}.txt" for number in range(99))
    report = sharded(sources, database, 3)
    first = articles(report)["post/03.txt"]
    # a text whose own key says another file than that of the one that it will repeat
    for name in names:
        (sources / name).write_text(story("lonely"), encoding="utf-8")
        report = sharded(sources, database)
        if articles(report)[f"post/{name}"][0] != first[0]:
            break
        (sources / name).unlink()
    (sources / name).write_text(original, encoding="utf-8")

    report = sharded(sources, database, prune=True)
    assert articles(report)[f"post/{name}"][0] == first[0]


def test_a_missing_file_is_made_again(sources: Path, tmp_path: Path) -> None:
    """One of the files lost: the next build has all articles again, and the others keep their numbers."""
    report = sharded(sources, tmp_path / "clippings.db", 3)
    before = articles(report)
    report.databases[1].unlink()

    again = sharded(sources, tmp_path / "clippings.db")
    assert again.digest == report.digest
    kept = {source: place for source, place in before.items() if place[0] != "clippings-2.db"}
    assert {source: place for source, place in articles(again).items() if source in kept} == kept


def test_another_number_of_files_is_refused(sources: Path, tmp_path: Path) -> None:
    """An archive stays in its files; the message says what would be lost, and nothing is touched."""
    sharded(sources, database := tmp_path / "clippings.db", 2)
    sharded(sources, tmp_path / "one.db", 1)
    before = {path: path.read_bytes() for path in tmp_path.glob("*.db*")}
    for name, count, files in (
        ("clippings.db", 1, "2 files"),
        ("clippings.db", 3, "2 files"),
        ("one.db", 2, "one file"),
    ):
        with pytest.raises(DatabaseError, match=f"is an archive in {files}, and can't become one in {count}") as caught:
            build([sources], tmp_path / name, workers=0, shards=count)
        assert "tags and notes are lost" in caught.value.advice
    assert {path: path.read_bytes() for path in tmp_path.glob("*.db*")} == before

    # Moved away, the archive is built in another number, from what the work file knows.
    for path in tmp_path.glob("clippings-*.db"):
        path.unlink()
    assert len(sharded(sources, database, 3).databases) == 3


def test_another_archive_is_never_overwritten(sources: Path, tmp_path: Path) -> None:
    """An archive of its own that is called as a shard would be is left alone."""
    sharded(sources, tmp_path / "clippings-2.db")
    with pytest.raises(DatabaseError, match="is another archive, in the place of a shard"):
        build([sources], tmp_path / "clippings.db", workers=0, shards=3)
    with pytest.raises(DatabaseError, match="can't be in 100 files"):
        build([sources], tmp_path / "more.db", workers=0, shards=100)


def test_files_find_each_other(sources: Path, tmp_path: Path) -> None:
    """The name of an archive, and each of its files, lead to all that are there."""
    report = sharded(sources, tmp_path / "clippings.db", 3)
    for name in ("clippings.db", "clippings-3.db"):
        assert [shard.database for shard in siblings(tmp_path / name)] == report.databases
    assert [shard.number for shard in found_shards(tmp_path / "clippings.db")] == [1, 2, 3]
    assert [shard.count for shard in wanted_shards(tmp_path / "clippings.db", None)] == [3, 3, 3]
    report.databases[0].unlink()
    assert [shard.number for shard in siblings(tmp_path / "clippings-3.db")] == [2, 3]


def test_files_that_are_no_archive_together_are_told(sources: Path, tmp_path: Path) -> None:
    """`clippings verify` with the name of an archive checks its files, and finds one of another build."""
    (tmp_path / "other").mkdir()
    command = ["verify", str(tmp_path / "clippings.db")]
    report = sharded(sources, tmp_path / "clippings.db", 2)
    result = CliRunner().invoke(cli, command)
    assert result.exit_code == 0, result.output
    assert result.output.endswith(f"digest {report.digest}\n")

    (sources / "02.txt").unlink()
    other = sharded(sources, tmp_path / "other" / "clippings.db", 2)
    shutil.copy(other.databases[1], report.databases[1])
    result = CliRunner().invoke(cli, command)
    assert result.exit_code == 1
    assert "BAD  all files are there, and of one build" in result.output


@pytest.mark.parametrize("replaced", [0, 1, 2])
def test_a_killed_build_is_gone_on_with(sources: Path, tmp_path: Path, replaced: int) -> None:
    """All files are complete before one is replaced; killed between them, the next build makes one archive of it."""
    settle(sources)
    database = tmp_path / "clippings.db"
    report = sharded(sources, database, 3)
    before = [path.read_bytes() for path in report.databases]
    (sources / "zz.txt").write_text(story("late"), encoding="utf-8")
    killed = """
import os, signal, sys
from clippings_etl import build
from clippings_etl.swap import Replacement
move, moved = Replacement.move, []
def killed(self):
    if len(moved) == int(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)
    moved.append(self)
    move(self)
Replacement.move = killed
build([sys.argv[1]], sys.argv[2], workers=0)
"""
    command = [sys.executable, "-c", killed, str(sources), str(database), str(replaced)]
    assert subprocess.run(command, timeout=120).returncode == -signal.SIGKILL
    now = [path.read_bytes() for path in report.databases]
    assert [one == other for one, other in zip(now, before, strict=True)] == [n >= replaced for n in range(3)]

    again = sharded(sources, database)
    assert again.digest == sharded(sources, tmp_path / "one.db").digest
    assert not list(tmp_path.glob("*-partial"))


def test_serve_opens_all_files_as_one(sources: Path, tmp_path: Path) -> None:
    """`clippings serve` with the archive's name, or a file's, serves all files, and announces the front page of all."""
    report = sharded(sources, tmp_path / "clippings.db", 3)
    for name in ("clippings.db", "clippings-2.db"):
        command = [sys.executable, "-u", "-m", "clippings_etl", "serve", str(tmp_path / name)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            lines = (line for line in process.stdout if line.startswith("Reading room: "))
            address = next(lines).removeprefix("Reading room: ").strip()
            assert address.endswith("/clippings-1")
            found = _answer(f"{address}/-/overview.json")
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=60)
        assert (found["count"], found["shards"], found["missing_shards"]) == (report.documents, 3, [])
        assert process.returncode == 0, errors


def _answer(address: str) -> Any:
    """What a server says, as soon as it listens."""
    for _ in range(600):
        with contextlib.suppress(urllib.error.URLError), urllib.request.urlopen(address, timeout=60) as response:
            return json.load(response)
        time.sleep(0.1)
    raise AssertionError(f"nobody answers at {address}")


def test_the_command_tells_the_files(sources: Path, tmp_path: Path) -> None:
    """`clippings build --shards` names the first and the last."""
    arguments = ["build", str(sources), "-o", str(tmp_path / "clippings.db"), "--shards", "3", "--workers", "0"]
    result = CliRunner().invoke(cli, arguments)

    assert result.exit_code == 1, result.output  # for the empty file
    assert f"{tmp_path / 'clippings-1.db'} … clippings-3.db" in result.output
    assert json.dumps(
        query(tmp_path / "clippings-2.db", "select key, value from build_info where key like 'shard%'")
    ) == ('[["shard", "2"], ["shards", "3"]]')
