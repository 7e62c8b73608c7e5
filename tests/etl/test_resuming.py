"""A build that is killed, at any moment: the old database stays, and the next build goes on to the same result."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from clippings_etl import build, verify
from clippings_etl.archive import open_archive
from clippings_etl.errors import DatabaseError
from clippings_etl.progress import Progress
from tests.etl.test_incremental import from_nothing, story

DOCUMENTS = 30

_KILLED = """
import json, os, signal, sys
from pathlib import Path
from clippings_etl import build, work_file

work_file._SECONDS = 0  # each document is kept
sources, database, moment, number = sys.argv[1:]

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def progress(now):
    if now.stage == moment and now.done >= int(number):
        die()

replace = Path.replace

def replaced(path, target):
    if moment == "before the move":
        die()
    replace(path, target)
    die()

if "move" in moment:
    Path.replace = replaced
build([sources], database, workers=0, progress=progress)
"""

MOMENTS = (
    ("reading", 1), ("reading", DOCUMENTS // 2), ("reading", DOCUMENTS), ("recognising", 1),
    ("recognising", DOCUMENTS // 2), ("recognising", DOCUMENTS), ("before the move", 0), ("behind the move", 0),
)  # fmt: skip


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A folder of files and a container."""
    folder = tmp_path / "post"
    folder.mkdir()
    for number in range(DOCUMENTS - 10):
        (folder / f"{number:02}.txt").write_text(story(number), encoding="utf-8")
    records = [{"title": f"Record {number}", "text": story(100 + number)} for number in range(10)]
    (folder / "records.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return folder


def killed(sources: Path, database: Path, moment: str, number: int) -> None:
    """A build in a process of its own, which is killed at a moment."""
    command = [sys.executable, "-c", _KILLED, str(sources), str(database), moment, str(number)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert result.returncode == -signal.SIGKILL, result.stderr


@pytest.mark.parametrize(("moment", "number"), MOMENTS)
def test_a_killed_build_is_gone_on_with(sources: Path, tmp_path: Path, moment: str, number: int) -> None:
    """What was done isn't done again, and the digest is that of a build that nobody disturbed."""
    database = tmp_path / "clippings.db"
    killed(sources, database, moment, number)
    said: list[Progress] = []
    report = build([sources], database, workers=0, progress=said.append)
    assert report.digest == from_nothing(sources, tmp_path)
    assert verify(database, workers=0).ok
    recognised = sum(now.stage == "recognising" for now in said)
    assert recognised == (DOCUMENTS if moment == "reading" else max(DOCUMENTS - number, 0) if number else 0)
    left = [path.name for path in tmp_path.glob("clippings.db*")]
    assert sorted(left) == ["clippings.db", "clippings.db-work"]


@pytest.mark.parametrize("cache", [True, False])
def test_nothing_is_left_of_a_kill_between_the_steps_of_a_commit(sources: Path, cache: bool) -> None:
    """SQLite's file for a commit to two databases, which no journal names, is no document and is cleared away."""
    database = sources / "clippings.db"
    killed(sources, database, "reading", 5)
    left = [sources / f"clippings.db{name}" for name in ("-work-mjE7B61D957", "-work-once-mj0012AB9F0")]
    for path in left:
        path.write_bytes(b"\0\0\0\0/somewhere/clippings.db-work-journal\0")
    other = sources / "clippings.db-work-mjournal"
    other.write_text("Somebody's own diary of the day in Norway.", encoding="utf-8")
    report = build([sources], database, workers=0, cache=cache)
    assert report.documents == DOCUMENTS + 1
    assert not any(path.exists() for path in left[0 if cache else 1 :]) and other.exists()


@pytest.mark.parametrize(("moment", "number"), [("reading", 2), ("recognising", 2), *MOMENTS[-2:]])
def test_a_killed_update_leaves_the_old_or_the_new(sources: Path, tmp_path: Path, moment: str, number: int) -> None:
    """Killed while it brings a database up to date, a build leaves a sound one, and the next has the right digest."""
    database = tmp_path / "clippings.db"
    former = build([sources], database, workers=0).digest
    for change in (3, 7, 11):
        (sources / f"{change:02}.txt").write_text(story(f"another {change}"), encoding="utf-8")
    wanted = from_nothing(sources, tmp_path)
    killed(sources, database, moment, number)
    after = verify(database, workers=0)
    assert after.ok and after.digest == (wanted if moment == "behind the move" else former)
    assert build([sources], database, workers=0).digest == wanted
    assert verify(database, workers=0).ok


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Path]:
    """A file system in memory of so many bytes."""
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], capture_output=True, text=True
    )
    if mounted.returncode and not ("CI" in os.environ and os.geteuid() == 0):
        pytest.skip(f"no file system may be mounted here: {mounted.stderr.strip()}")
    assert mounted.returncode == 0, mounted.stderr
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("room", [0.15, 0.35, 0.6, 0.8, 0.9])
def test_a_full_disk_is_an_error_that_harms_nothing(sources: Path, tmp_path: Path, room: float) -> None:
    """At whatever stage the disk is full: an error says so and what to do, and with more room the build goes on."""
    for number in range(150):
        (sources / f"more {number}.txt").write_text(story(f"more {number}") * 4, encoding="utf-8")
    with small_disk(tmp_path / "disk", 100_000_000) as disk:
        database = disk / "clippings.db"
        first = sources / "00.txt"
        former = build([first], database, workers=0).digest
        used = sum(path.stat().st_size for path in disk.iterdir())
        needed = _needed(sources, tmp_path)
        subprocess.run(["mount", "-o", f"remount,size={used + int(room * needed)}", str(disk)], check=True)
        with pytest.raises(DatabaseError, match=r"can't be written.*full") as raised:
            build([sources], database, workers=0)
        assert "room" in raised.value.advice
        assert verify(database, workers=0).digest == former
        assert not list(disk.glob("*-partial")) and not list(disk.glob("*-scratch"))
        subprocess.run(["mount", "-o", "remount,size=100000000", str(disk)], check=True)
        assert build([sources], database, workers=0).digest == from_nothing(sources, tmp_path)
        assert verify(database, workers=0).ok


def _needed(sources: Path, folder: Path) -> int:
    """About how many bytes a build of the sources takes at its end."""
    from_nothing(sources, folder)
    return sum(path.stat().st_size for path in (folder / "from nothing").iterdir())


def test_a_disk_that_is_full_of_it_can_be_freed(sources: Path, tmp_path: Path) -> None:
    """What a failed build leaves may be deleted without harm."""
    database = tmp_path / "clippings.db"
    killed(sources, database, "recognising", 5)
    for path in tmp_path.glob("clippings.db-*"):
        path.unlink()
    assert build([sources], database, workers=0).digest == from_nothing(sources, tmp_path)
    open_archive(database).close()
