"""Pages are measured as they are served: a real Datasette, on a real archive, over HTTP."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.archive.making import answers_of, make_synthetic
from benchmarks.serving.load import Load, load
from benchmarks.serving.pages import faceted_table, plain_table, search_page, words_by_share
from benchmarks.serving.requests import Client, Unanswered
from benchmarks.serving.server import NoServer, serving

from tests.conftest import ROOT

SIZE = 200


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small archive with its answers."""
    database = tmp_path_factory.mktemp("serving") / "archive.db"
    make_synthetic(database, SIZE, lambda line: None)
    return database


def test_pages_are_ours_or_plain_datasettes(archive: Path) -> None:
    """With the plugin there is a search page that tells the right count; without it there is none."""
    words = words_by_share(json.loads(answers_of(archive).read_text()))
    word, count = words["50 %"]
    with serving(archive, plugin=True) as server, Client(server) as client:
        assert client.json(search_page(archive, word, ".json"))["count"] == count
        latency = client.latency(faceted_table(archive, word), 3)
        assert latency.requests == 3 and 0 < latency.median <= latency.p95
        assert server.memory() > 10_000_000
    with serving(archive, plugin=False) as server, Client(server) as client:
        assert client.latency(plain_table(archive, word), 1).first > 0
        with pytest.raises(Unanswered, match=r"search.*: 4\d\d"):
            client.latency(search_page(archive, word), 1)


def test_a_server_that_doesnt_start_says_why(tmp_path: Path) -> None:
    """What Datasette writes before it ends comes out."""
    (tmp_path / "broken.db").write_text("no database at all, but a text of some length")
    with pytest.raises(NoServer, match="not a database"), serving(tmp_path / "broken.db", plugin=False):
        pass


def test_growth_is_that_after_warming_up() -> None:
    """Memory that is taken once, at the beginning, is no growth."""
    settled = Load(1, 10, 1.0, 1, 1, 1, 0, memory=(10, 50, 90, 90, 90, 90, 90, 90))
    growing = Load(1, 10, 1.0, 1, 1, 1, 0, memory=(10, 20, 30, 40, 50, 60, 70, 80))
    assert settled.growth == 0
    assert growing.growth == 40


def test_load_counts_answers_and_errors(archive: Path) -> None:
    """Answers are counted and timed by wrk; a page that isn't there is an error."""
    if not shutil.which("wrk"):
        pytest.skip("wrk isn't installed; on Debian: apt-get install wrk")
    word, _ = words_by_share(json.loads(answers_of(archive).read_text()))["10 %"]
    with serving(archive, plugin=True) as server:
        good = load(server, [search_page(archive, word), plain_table(archive, word)], 2, 1)
        bad = load(server, [f"/{archive.stem}/nothing-here"], 1, 1)
    assert (good.connections, good.errors) == (2, 0)
    assert good.requests > 0 and 0 < good.median <= good.p99 <= good.most
    assert good.memory
    assert bad.errors == bad.requests > 0


def command(*arguments: object, path: str = os.environ["PATH"]) -> subprocess.CompletedProcess[str]:
    """Run the benchmark."""
    return subprocess.run(
        [sys.executable, "-m", "benchmarks.serving", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        timeout=600,
    )


def test_the_command_prints_tables(archive: Path, tmp_path: Path) -> None:
    """One command measures our pages and plain Datasette's; without load, wrk isn't needed."""
    result = command(archive, "--requests", 2, "--seconds", 0, "--json", tmp_path / "all.json", path=str(tmp_path))
    assert result.returncode == 0, result.stdout + result.stderr
    assert "| page | 50 % | 10 % | 1 % |" in result.stdout
    assert set(json.loads((tmp_path / "all.json").read_text())["pages"]) == {
        "search page",
        "table, three facets",
        "table",
        "plain Datasette's table",
    }


def test_what_is_missing_is_said(archive: Path, tmp_path: Path) -> None:
    """Without wrk, and for an archive without answers, the command says what to do."""
    assert "wrk isn't installed; on Debian: apt-get install wrk; or give --seconds 0" in (
        command(archive, path=str(tmp_path)).stderr
    )
    assert "make the archive with `python -m benchmarks.archive`" in command(tmp_path / "other.db").stderr
