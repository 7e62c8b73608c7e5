"""Builds are measured for real: the same documents, in processes of their own."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import pytest
from benchmarks.archive.pages import pages
from benchmarks.building import Run, build, change, ratios, trafilatura, write_texts

from tests.conftest import ROOT

PAGE = """<!doctype html><html lang="en"><head><title>Harbour {number}</title>
<meta name="author" content="Anna Berg"><meta property="article:published_time" content="2021-03-0{number}"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Harbour number {number} opens</h1>
<p>The city of Hamburg opened harbour number {number} on Monday, said the mayor of the city, who had come early.</p>
<p>Work on the {number} quays began in Rotterdam and Antwerp years ago, and nobody had expected them to be done.</p>
<p>Ships of the line number {number} will sail from there to Oslo, Lisbon and New York, every week of the year.</p>
</article><footer>Copyright, all rights reserved</footer></body></html>"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few web pages."""
    folder = tmp_path_factory.mktemp("pages")
    for number in range(1, 6):
        (folder / f"{number}.html").write_text(PAGE.format(number=number), encoding="utf-8")
    return folder


def test_a_build_is_measured_with_all_its_processes(folder: Path, tmp_path: Path) -> None:
    """Documents, bytes, seconds, processor seconds, memory and size are those of the build."""
    run = build("pages", [folder], tmp_path / "pages.db", workers=1)
    assert (run.documents, run.bytes) == (5, sum(file.stat().st_size for file in folder.iterdir()))
    assert run.seconds > 0 and run.processor > 0
    assert run.memory is not None and run.memory > 10_000_000
    assert run.database == (tmp_path / "pages.db").stat().st_size
    with closing(sqlite3.connect(tmp_path / "pages.db")) as connection:
        assert connection.execute("select count(*) from articles").fetchone() == (5,)


def test_a_build_that_fails_ends_the_measurement(tmp_path: Path) -> None:
    """What the command says comes out."""
    with pytest.raises(SystemExit, match=r"clippings build failed: .*no document found"):
        (tmp_path / "empty").mkdir()
        build("nothing", [tmp_path / "empty"], tmp_path / "none.db", workers=0)


def test_texts_are_written_and_changed(folder: Path, tmp_path: Path) -> None:
    """As many documents as are wanted, one in a hundred of which is another afterwards."""
    build("pages", [folder], tmp_path / "pages.db", workers=0)
    base = pages(tmp_path / "pages.db")
    write_texts(base, tmp_path / "own", None)
    own = [file.read_text() for file in sorted((tmp_path / "own").rglob("*.txt"))]
    assert own == ["\n".join([page.title.text, "", *(line.text for line in page.lines), ""]) for page in base]
    assert "opens" in own[0] and len(own) == 5
    write_texts(base, tmp_path / "texts", 1150)
    files = sorted((tmp_path / "texts").rglob("*.txt"))
    before = [file.read_text() for file in files]
    assert len(before) == 1150
    assert change(tmp_path / "texts") == 12
    assert sum(old != file.read_text() for old, file in zip(before, files, strict=True)) == 12


@pytest.mark.filterwarnings("ignore")
def test_trafilatura_extracts_and_indexes_the_same_pages(folder: Path, tmp_path: Path) -> None:
    """The peer's database has the text of every page, and finds words in it."""
    if not find_spec("trafilatura"):
        reason = "trafilatura isn't installed; pip install -e '.[bench]'"
        pytest.fail(reason) if os.environ.get("CLIPPINGS_ENGINES") else pytest.skip(reason)
    run = trafilatura("pages", [folder], tmp_path / "peer.db")
    assert run.documents == 5 and run.processor > 0
    with closing(sqlite3.connect(tmp_path / "peer.db")) as connection:
        found = connection.execute("select count(*) from articles_fts where articles_fts match 'quays'").fetchone()
        assert found == (5,)


def test_ratios_are_of_seconds() -> None:
    """How many times as long one run took as another, by the clock and by the processor."""
    runs = [
        Run("texts, one worker", 10, 1000, 6.0, 5.0, 1, 500),
        Run("texts, recognition alone", 10, 1000, 4.0, 4.0),
        Run("texts, two workers", 10, 1000, 3.0, 5.0, 1, 500),
    ]
    lines = ratios({run.name: run for run in runs}, 250)
    assert "| texts, one worker | texts, recognition alone | 1.5 | 1.25 |" in lines
    assert "| texts, one worker | texts, two workers | 2 | 1 |" in lines
    assert lines[-1] == "Database of the texts, without originals: 2.00 × the cleaned text."


def test_the_command_measures_everything(folder: Path, tmp_path: Path) -> None:
    """One command builds pages and texts, again and changed, and prints tables."""
    command = [sys.executable, "-m", "benchmarks.building", str(folder), "--mixed", "60"]
    command += ["--place", str(tmp_path / "place"), "--json", str(tmp_path / "runs.json")]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert result.returncode == 0, result.stdout + result.stderr
    runs = {run["name"]: run for run in json.loads((tmp_path / "runs.json").read_text())}
    assert runs["texts, one worker"]["documents"] == 60
    assert runs["texts, one in a hundred changed"]["documents"] == 60
    assert "| of | in | seconds | processor seconds |" in result.stdout
