"""The command line: what it prints, where, and how it ends."""

import contextlib
import json
import os
import pty
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, SEEDS

Command = Callable[..., subprocess.CompletedProcess[str]]


def test_the_report_counts_documents_lines_and_entities(clippings: Command, tmp_path: Path) -> None:
    """A build ends with what it did; nothing else is printed into a pipe."""
    result = clippings("build", SEEDS, "-o", tmp_path / "clippings.db")
    assert result.stderr == ""
    assert result.stdout.startswith("2 documents in ")
    assert "6 lines removed" in result.stdout
    assert re.search(r"^ +1  pagination\.\w+$", result.stdout, re.MULTILINE)
    assert re.search(r"^ +\d+  organisation$", result.stdout, re.MULTILINE)
    assert re.search(r"^digest [0-9a-f]{64}$", result.stdout, re.MULTILINE)


def on_a_terminal(*arguments: str | Path) -> str:
    """What the command shows on a terminal."""
    parent, child = pty.openpty()
    command = [sys.executable, "-m", "clippings_etl", *map(str, arguments)]
    seen = b""
    with subprocess.Popen(command, stdout=child, stderr=child):
        os.close(child)
        # Linux ends a terminal that nobody writes to any more with an error, others with nothing.
        with contextlib.suppress(OSError):
            while chunk := os.read(parent, 1024):
                seen += chunk
    os.close(parent)
    return seen.decode()


def test_progress_is_shown_on_a_terminal(tmp_path: Path) -> None:
    """On a terminal a build shows how far it is, in each stage from its beginning."""
    shown = on_a_terminal("build", SEEDS, "-o", tmp_path / "clippings.db").split("\r")
    assert any(re.match("Reading: [012] documents?", line) for line in shown)
    assert any(re.match("Recognising: [12] of 2 documents", line) for line in shown)


def test_removed_lines_are_coloured_on_a_terminal() -> None:
    """On a terminal `explain` shows in red what it removes."""
    red = "\x1b[31m"
    assert f"{red}21  remove  Related News" in on_a_terminal("explain", SEEDS / "000_cb226cff60645c81.txt")


def test_explain_shows_each_line_and_its_rule(clippings: Command) -> None:
    """Each line is shown with its number, its fate and the rule, then what was read out of it."""
    result = clippings("explain", SEEDS / "000_cb226cff60645c81.txt")
    assert result.returncode == 0
    assert re.search(r"^ 1  remove  14:33 / 22\.04\.2024  \[timestamp\.", result.stdout, re.MULTILINE)
    assert re.search(r"^ 3  keep    Uzbekistan to exchange", result.stdout, re.MULTILINE)
    assert re.search(r"^21  remove  Related News  \[related\.", result.stdout, re.MULTILINE)
    assert "published  2024-04-22T14:33" in result.stdout
    assert "photo_credit  Dunyo news agency" in result.stdout
    assert "\x1b" not in result.stdout


def test_explain_as_json_holds_the_same(clippings: Command) -> None:
    """The JSON form carries lines, metadata and mentions for other programs."""
    result = clippings("explain", "--json", SEEDS / "004_267d8b3d835caf89.txt")
    data = json.loads(result.stdout)
    removed = [line["text"] for line in data["lines"] if not line["kept"]]
    assert removed[:2] == ["23/8", "Bộ KHCN"]
    assert data["metadata"]["page_count"] == 118
    assert any(mention["key"] == "place:KR" for mention in data["mentions"])


def test_hostile_text_cannot_steer_the_terminal(clippings: Command, tmp_path: Path) -> None:
    """Control characters in a document or a file name are printed as escapes."""
    (tmp_path / "evil\x1b[31m.txt").write_text("A headline\n\nSome text \x1b[2J that clears \u202e the screen.\n")
    (tmp_path / "empty\x1b]0;title\x07.txt").touch()
    shown = clippings("explain", tmp_path / "evil\x1b[31m.txt")
    built = clippings("build", tmp_path, "-o", tmp_path / "out.db")
    assert shown.returncode == 0 and built.returncode == 1
    for text in (shown.stdout, built.stdout):
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def test_bad_arguments_get_a_message(clippings: Command, tmp_path: Path) -> None:
    """A wrong argument ends with a message and status 2, never a traceback."""
    foreign = tmp_path / "foreign.db"
    connection = sqlite3.connect(foreign)
    connection.execute("create table precious (id)")
    connection.close()
    for arguments in (
        ("explain", tmp_path / "nothing.txt"),
        ("explain", tmp_path),
        ("verify", tmp_path / "nothing.db"),
        ("build",),
        ("build", tmp_path / "nothing"),
        ("serve", tmp_path / "nothing"),
        ("serve", foreign),
        ("nonsense",),
    ):
        result = clippings(*arguments)
        assert result.returncode == 2, arguments
        assert result.stderr and "Traceback" not in result.stderr


def test_metadata_file_is_what_the_command_prints(clippings: Command) -> None:
    """The repository's metadata.yml is up to date with the schema."""
    assert clippings("metadata").stdout == (ROOT / "metadata.yml").read_text(encoding="utf-8")


def test_output_is_unicode_whatever_the_system(clippings: Command) -> None:
    """Into a pipe the command writes UTF-8, so that every script arrives."""
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    result = clippings("explain", SEEDS / "004_267d8b3d835caf89.txt", env=environment, encoding="utf-8")
    assert result.returncode == 0
    assert "Tuần lễ đối tác" in result.stdout


@pytest.mark.parametrize(
    "line",
    [
        ["serve", "seeds"],
        ["serve", "clippings.db"],
        ["serve", "my archive.2024.db"],
        ["serve", "clippings.db", "--host", "::1"],
    ],
)
def test_serve_opens_the_reading_room_and_ends_cleanly(clippings: Command, tmp_path: Path, line: list[str]) -> None:
    """`serve` builds or takes a database, prints the address, serves it with facets, and Ctrl-C ends it."""
    shutil.copytree(SEEDS, tmp_path / "seeds")
    clippings("build", tmp_path / "seeds", "-o", tmp_path / "clippings.db")
    shutil.copy(tmp_path / "clippings.db", tmp_path / "my archive.2024.db")
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "clippings_etl", *line],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'etl'}{os.pathsep}{ROOT / 'plugin'}"},
    )
    assert process.stdout is not None
    address = ""
    for output in process.stdout:
        if output.startswith("Reading room: "):
            address = output.removeprefix("Reading room: ").strip()
            break
    assert re.fullmatch(r"http://(127\.0\.0\.1|\[::1\]):\d+/[\w~.+-]+", address)
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=10) as response:
                page = response.read().decode()
            break
        except OSError:
            time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert "South Korea" in page
    assert process.returncode == 0, errors
    assert "Traceback" not in errors
