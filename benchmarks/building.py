"""`python -m benchmarks.building FOLDER …`: how fast archives are built, in documents and megabytes a second.

Builds the web pages in the folders, beside trafilatura with sqlite-utils, which extracts and indexes the same pages
and recognises nothing. Then writes their cleaned texts as plain-text documents, and builds them: with two workers and
with one, beside recognition alone on the same texts, once more with nothing changed, and with one document in a hundred
changed. With --mixed there are more texts than pages, and many share lines, as copies of one agency's news do.

Seconds are those of the clock; processor seconds, of all processes of a build, tell more on a machine that does other
things, too.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Any

from benchmarks.archive import pages
from benchmarks.memory import memory_of_family

_SAMPLED_EVERY = 0.2
_CHANGED = 100
"""One document in so many."""
_FILES_IN_A_FOLDER = 1000
_START = multiprocessing.get_context("spawn")

Measured = tuple[float, float]
"""Seconds by the clock, and of the processor."""


@dataclass(frozen=True, slots=True)
class Run:
    """What was done with some documents, and what it took."""

    name: str
    documents: int
    bytes: int
    seconds: float
    processor: float
    memory: int | None = None
    """Most bytes held at once by all processes, pages that they share counted once; None: not measured."""
    database: int | None = None
    """Bytes of the database, without originals."""


def build(name: str, sources: Sequence[Path], database: Path, *, workers: int) -> Run:
    """Build with the command, in a process of its own."""
    command = [sys.executable, "-m", "clippings_etl", "build", *map(str, sources), "-o", str(database)]
    command += ["--no-originals", "--workers", str(workers)]
    with TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)
        most = 0
        while True:
            ended, status, used = os.wait4(process.pid, os.WNOHANG)
            if ended:
                break
            most = max(most, sum(one.proportional for one in memory_of_family(process.pid)))
            time.sleep(_SAMPLED_EVERY)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):  # 1: some documents failed, and are listed
            said.seek(0)
            raise SystemExit(f"clippings build failed: {said.read().decode(errors='replace')}")
    found = list(_files(sources))
    return Run(
        name=name,
        documents=len(found),
        bytes=sum(file.stat().st_size for file in found),
        seconds=seconds,
        processor=used.ru_utime + used.ru_stime,
        memory=most,
        database=database.stat().st_size,
    )


def recognition(name: str, database: Path, sources: Sequence[Path]) -> Run:
    """Recognition alone: the texts of a built database, in one process."""
    seconds, processor = _alone(_recognise, database)
    found = list(_files(sources))
    return Run(name, len(found), sum(file.stat().st_size for file in found), seconds, processor)


def trafilatura(name: str, sources: Sequence[Path], database: Path) -> Run:
    """Text, title, author and date of each page, and a full-text index of them, in one process."""
    seconds, processor = _alone(_extract, sources, database)
    found = list(_files(sources))
    size = database.stat().st_size
    return Run(name, len(found), sum(file.stat().st_size for file in found), seconds, processor, None, size)


def write_texts(base: Sequence[pages.Page], folder: Path, mixed: int | None) -> None:
    """Plain-text documents: the texts of articles or, mixed of their lines, as many as are wanted."""
    if mixed is None:
        written = ((page.title.text, "\n".join(line.text for line in page.lines)) for page in base)
    else:
        written = ((one.document.title, one.document.text) for one, _ in pages.mixed(base, mixed))
    for number, (title, text) in enumerate(written):
        file = folder / f"{number // _FILES_IN_A_FOLDER:04d}" / f"{number:07d}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{title}\n\n{text}\n", encoding="utf-8")


def change(folder: Path) -> int:
    """Change one document in a hundred, the first among them; how many."""
    changed = list(_files([folder]))[::_CHANGED]
    for file in changed:
        with file.open("a", encoding="utf-8") as text:
            text.write("\nA line that nobody had written before was added to this article later.\n")
    return len(changed)


def measure(folders: Sequence[Path], mixed: int | None, place: Path, say: Callable[[Run], None]) -> Iterator[Run]:
    """All runs, one after another."""

    def said(run: Run) -> Run:
        say(run)
        return run

    yield said(build("pages, one worker", folders, place / "pages.db", workers=1))
    yield said(build("pages, two workers", folders, place / "pages2.db", workers=2))
    if find_spec("trafilatura"):
        yield said(trafilatura("pages, trafilatura and sqlite-utils", folders, place / "trafilatura.db"))
    texts = place / "texts"
    write_texts(pages.pages(place / "pages.db"), texts, mixed)
    yield said(build("texts, two workers", [texts], place / "texts2.db", workers=2))
    yield said(build("texts, one worker", [texts], place / "texts.db", workers=1))
    yield said(recognition("texts, recognition alone", place / "texts.db", [texts]))
    yield said(build("texts, nothing changed", [texts], place / "texts.db", workers=1))
    change(texts)
    yield said(build("texts, one in a hundred changed", [texts], place / "texts.db", workers=1))


def ratios(runs: dict[str, Run], text_bytes: int) -> list[str]:
    """What the figures say, each as a ratio."""
    compared = [
        ("texts, one worker", "texts, recognition alone"),
        ("texts, one worker", "texts, two workers"),
        ("texts, one worker", "texts, nothing changed"),
        ("texts, one in a hundred changed", "texts, one worker"),
        ("pages, one worker", "pages, two workers"),
        ("pages, one worker", "pages, trafilatura and sqlite-utils"),
    ]
    lines = ["| of | in | seconds | processor seconds |", "|---|---|--:|--:|"]
    for one, other in compared:
        if one in runs and other in runs:
            first, second = runs[one], runs[other]
            seconds, processor = first.seconds / second.seconds, first.processor / second.processor
            lines.append(f"| {one} | {other} | {seconds:.3g} | {processor:.3g} |")
    size = runs["texts, one worker"].database or 0
    return [*lines, "", f"Database of the texts, without originals: {size / text_bytes:.2f} × the cleaned text."]


def table(runs: Sequence[Run]) -> list[str]:
    """A row for each run."""
    lines = ["| run | documents | MB | s | processor s | documents/s | MB/s | memory, MB | database, MB |"]
    lines.append("|---|" + "--:|" * 8)
    for run in runs:
        cells = [
            f"{run.documents:,}",
            f"{run.bytes / 1e6:.1f}",
            f"{run.seconds:.1f}",
            f"{run.processor:.1f}",
            f"{run.documents / run.seconds:.1f}",
            f"{run.bytes / 1e6 / run.seconds:.2f}",
            "" if run.memory is None else f"{run.memory / 1e6:.0f}",
            "" if run.database is None else f"{run.database / 1e6:.1f}",
        ]
        lines.append(f"| {run.name} | " + " | ".join(cells) + " |")
    return lines


def text_bytes(database: Path) -> int:
    """The cleaned text of an archive, headlines included."""
    with closing(sqlite3.connect(database)) as connection:
        query = "select sum(length(cast(title as blob)) + length(cast(text as blob))) from articles"
        return int(connection.execute(query).fetchone()[0])


def _alone(work: Callable[..., Measured], *arguments: object) -> Measured:
    """Do it in a process of its own."""
    ours, theirs = _START.Pipe()
    process = _START.Process(target=_send, args=(theirs, work, arguments))
    process.start()
    theirs.close()
    try:
        result: Measured = ours.recv()
    except EOFError:
        raise SystemExit(f"{work.__name__.strip('_')} failed") from None
    finally:
        process.join()
    return result


def _send(connection: Any, work: Callable[..., Measured], arguments: Sequence[object]) -> None:
    connection.send(work(*arguments))


def _recognise(database: Path) -> Measured:
    from clippings_etl.entities import recognise

    with closing(sqlite3.connect(database)) as connection:
        texts = connection.execute("select title, text, language from articles order by id").fetchall()
    for _, text, language in texts[:20]:
        recognise(text, language)  # opens the tables and models
    started, processor = time.perf_counter(), time.process_time()
    for title, text, language in texts:
        recognise(f"{title}\n\n{text}", language)
    return time.perf_counter() - started, time.process_time() - processor


def _extract(sources: Sequence[Path], database: Path) -> Measured:
    import sqlite_utils
    import trafilatura as extractor

    started, processor = time.perf_counter(), time.process_time()
    database.unlink(missing_ok=True)
    written = sqlite_utils.Database(database)
    rows = (_extracted(extractor, file) for file in _files(sources))
    written["articles"].insert_all(rows, pk="source")  # type: ignore[union-attr]
    written["articles"].enable_fts(["title", "text"])  # type: ignore[union-attr]
    written.close()
    return time.perf_counter() - started, time.process_time() - processor


def _extracted(extractor: Any, file: Path) -> dict[str, object]:
    found = extractor.bare_extraction(file.read_bytes(), favor_precision=True, with_metadata=True)
    names = ("title", "author", "date", "sitename", "text")
    return {"source": str(file), **{name: getattr(found, name, None) for name in names}}


def _files(sources: Sequence[Path]) -> Iterator[Path]:
    for source in sources:
        yield from sorted(file for file in source.rglob("*") if file.is_file())


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.building",
        description=__doc__,
        epilog="Example:\n      python -m benchmarks.building pages/",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folders", type=Path, nargs="+", help="where web pages are")
    parser.add_argument("--mixed", type=int, metavar="N", help="so many texts, of the pages' lines mixed")
    parser.add_argument("--place", type=Path, help="where sources and databases are written, and left; else nowhere")
    parser.add_argument("--json", type=Path, help="a file for all figures")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        place = options.place or Path(folder)
        place.mkdir(parents=True, exist_ok=True)
        runs = list(measure(options.folders, options.mixed, place, lambda run: print(run, file=sys.stderr)))
        cleaned = text_bytes(place / "texts.db")
    if options.json:
        options.json.write_text(json.dumps([asdict(run) for run in runs], indent=1) + "\n", encoding="utf-8")
    print("\n".join([*table(runs), "", *ratios({run.name: run for run in runs}, cleaned)]))
    if not find_spec("trafilatura"):
        print("\nNot run: trafilatura (pip install -e '.[bench]').")


if __name__ == "__main__":
    main()
