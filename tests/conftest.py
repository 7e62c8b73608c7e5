"""What several test modules share: the seeds, built once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"


def run_clippings(*arguments: str | os.PathLike[str], **options: object) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, as a user does."""
    command = [sys.executable, "-m", "clippings_etl", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, **options)  # type: ignore[call-overload]


@pytest.fixture
def clippings() -> Callable[..., subprocess.CompletedProcess[str]]:
    """The command as a function of its arguments."""
    return run_clippings


@pytest.fixture(scope="session")
def seeds_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the two seeds, made by the command; not to be written to."""
    database = tmp_path_factory.mktemp("seeds") / "clippings.db"
    result = run_clippings("build", SEEDS, "-o", database)
    assert result.returncode == 0, result.stdout + result.stderr
    return database


@contextmanager
def serving(database: Path) -> Iterator[str]:
    """The reading room on a database, served by the command; gives its address, without a slash at the end."""
    command = [sys.executable, "-u", "-m", "clippings_etl", "serve", str(database)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        announced = next((line for line in process.stdout if line.startswith("Reading room: ")), None)
        assert announced, process.communicate()[1]
        front = announced.removeprefix("Reading room: ").strip()
        for _ in range(200):
            try:
                urllib.request.urlopen(front, timeout=30).close()
                break
            except OSError:
                assert process.poll() is None, process.communicate()[1]
                time.sleep(0.1)
        yield front.removesuffix(f"/{database.stem}")
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)


@pytest.fixture(scope="session")
def reading_room(seeds_database: Path) -> Iterator[str]:
    """The address of a reading room on the two seeds."""
    with serving(seeds_database) as address:
        yield address
