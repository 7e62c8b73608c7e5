"""Building on a Dask cluster: the same archive as here, whatever becomes of workers and scheduler on the way."""

import http.server
import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

pytest.importorskip("distributed", reason="Dask is not installed")

from clippings_etl import build
from clippings_etl.archive import open_archive
from clippings_etl.build import Progress
from clippings_etl.cleaning import RuleSet
from clippings_etl.cleaning.user_rules import UserRules
from clippings_etl.engines.dask_cluster import DaskEngine
from clippings_etl.errors import ClusterError
from clippings_etl.read_there import MOST_DOCUMENTS, ReadHere, ReadThere, file_there, work_there
from clippings_etl.readers import FoundFile, ReadOptions, found_files
from tests.cluster import jobs
from tests.cluster.dask_processes import DaskProcesses
from tests.conftest import run_clippings


@pytest.fixture(scope="module")
def digest(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Of the archive that is built from the corpus here."""
    return build([corpus], tmp_path_factory.mktemp("here") / "clippings.db").digest


@contextmanager
def at(stage: str, done: int, act: Callable[[], None]) -> Iterator[Callable[[Progress], None]]:
    """A function for ``progress`` that acts once, when so many documents are on their way through a stage."""
    acted = []

    def progress(now: Progress) -> None:
        if not acted and now.stage == stage and now.done >= done:
            acted.append(True)
            act()

    yield progress
    assert acted


@pytest.mark.parametrize("shared", [(), ("--shared-paths",)])
def test_the_command_builds_on_a_cluster(
    cluster: DaskProcesses, corpus: Path, digest: str, tmp_path: Path, shared: tuple[str, ...]
) -> None:
    """The same digest as a build here, whether the documents were sent or read by the workers."""
    options = ("--engine", "dask", "--scheduler", cluster.address, *shared)
    result = run_clippings("build", corpus, "-o", tmp_path / "clippings.db", *options)
    assert result.returncode == 0, result.stdout + result.stderr + cluster.printed()
    assert result.stdout.splitlines()[-1] == f"digest {digest}"


@pytest.mark.parametrize("stage", ["reading", "recognising"])
def test_a_worker_killed_in_the_middle_changes_nothing(
    mortal: DaskProcesses, corpus: Path, digest: str, tmp_path: Path, stage: str
) -> None:
    """In either pass a worker is killed: the others do what it had, and the archive is the same."""
    with DaskEngine(mortal.address) as engine, at(stage, 40, mortal.kill_worker) as progress:
        report = build([corpus], tmp_path / "clippings.db", engine=engine, progress=progress)
    assert (report.digest, report.error_count) == (digest, 0)


def test_a_cluster_started_again_in_the_middle_changes_nothing(
    mortal: DaskProcesses, corpus: Path, digest: str, tmp_path: Path
) -> None:
    """Scheduler and workers die and come back: the build goes on."""

    def restart() -> None:
        mortal.kill()
        mortal.start()

    with DaskEngine(mortal.address, patience=300) as engine, at("reading", 40, restart) as progress:
        report = build([corpus], tmp_path / "clippings.db", engine=engine, progress=progress)
    assert (report.digest, report.error_count) == (digest, 0)


def test_a_cluster_that_is_gone_stops_the_build_and_costs_nothing(
    mortal: DaskProcesses, corpus: Path, digest: str, tmp_path: Path
) -> None:
    """The error is clear, no half of an archive is left, and the same build afterwards gives the same."""
    database = tmp_path / "clippings.db"
    with DaskEngine(mortal.address) as engine:

        def leave() -> None:
            engine.patience = 1
            mortal.kill()

        with at("recognising", 40, leave) as progress, pytest.raises(ClusterError):
            build([corpus], database, engine=engine, progress=progress)
    assert not database.exists()
    mortal.start()
    with DaskEngine(mortal.address) as engine:
        assert build([corpus], database, engine=engine).digest == digest


@dataclass(frozen=True)
class DeadlyRules(UserRules):
    """Rules that end the process at certain documents, as a crash in a parser does."""

    def rules_for(self, source: str, site: str) -> RuleSet:
        if source.endswith(("033.txt", "table.csv#7")):
            os.kill(os.getpid(), signal.SIGSEGV)
        return super().rules_for(source, site)


@pytest.mark.parametrize("shared", [False, True])
def test_a_document_that_kills_its_process_is_one_error(
    cluster: DaskProcesses, corpus: Path, tmp_path: Path, shared: bool
) -> None:
    """It is listed, alone, also where its whole file was read by a worker; the workers live on."""
    database = tmp_path / "clippings.db"
    with DaskEngine(cluster.address, shared_paths=shared) as engine:
        report = build([corpus], database, rules=DeadlyRules(), engine=engine)
    assert (report.documents, report.error_count) == (258, 2)
    connection = open_archive(database)
    listed = connection.execute("select source, problem from errors order by source").fetchall()
    connection.close()
    problem = "the process that worked on it died"
    assert listed == [("news/033.txt", problem), ("news/table.csv#7", problem)]
    assert [worker.poll() for worker in cluster.workers] == [None, None]


_opened: set[str] = set()
_is_watching = False


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if _is_watching and event == "open" and isinstance(arguments[0], str | Path):
        _opened.add(os.fspath(arguments[0]))


def test_files_that_workers_share_are_not_opened_here(cluster: DaskProcesses, corpus: Path) -> None:
    """With shared paths the client opens no document, neither one in a file of its own nor one in a table."""
    global _is_watching
    sys.addaudithook(_watch)
    with DaskEngine(cluster.address, shared_paths=True) as engine:
        _is_watching = True
        try:
            read = list(read_by_workers(engine, corpus))
        finally:
            _is_watching = False
    assert {path for path in _opened if path.startswith(str(corpus))} == set()
    names = [name for found in read if isinstance(found, ReadThere) for name in found.results]
    table = [f"news/table.csv#{number}" for number in range(1, 21)]
    assert names == [*(f"news/{number:03}.txt" for number in range(240)), *table]


def read_by_workers(engine: DaskEngine, folder: Path) -> Iterator[ReadThere[str] | ReadHere]:
    """What a build asks of the workers: each file of a folder, and the names of its documents."""
    files = map(file_there, (file for file in found_files([folder]) if isinstance(file, FoundFile)))
    return engine.run(partial(work_there, jobs.source, ReadOptions()), files, lost=jobs.not_lost)


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_paths_that_are_not_shared_after_all_are_sent(
    cluster: DaskProcesses, corpus: Path, digest: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a worker doesn't find a file under its path, the client sends it; nothing is an error."""
    monkeypatch.chdir(corpus.parent)
    elsewhere = Path("/proc/self/cwd/news")  # another folder in every process
    with DaskEngine(cluster.address, shared_paths=True) as engine:
        report = build([elsewhere], tmp_path / "clippings.db", engine=engine)
    assert (report.digest, report.error_count) == (digest, 0)


def test_files_of_many_documents_are_read_here(cluster: DaskProcesses, tmp_path: Path) -> None:
    """A worker hands back a file of more documents than it takes at once; the archive holds them all."""
    folder = tmp_path / "news"
    folder.mkdir()
    for name, count in (("a.jsonl", 2), ("b.jsonl", MOST_DOCUMENTS + 1), ("c.jsonl", MOST_DOCUMENTS)):
        lines = (json.dumps({"text": f"Story {number} of the harbour of {name}."}) + "\n" for number in range(count))
        (folder / name).write_text("".join(lines), encoding="utf-8")
    with DaskEngine(cluster.address, shared_paths=True) as engine:
        a, b, c = read_by_workers(engine, folder)
        report = build([folder], tmp_path / "clippings.db", engine=engine)
    assert isinstance(a, ReadThere) and isinstance(b, ReadHere) and isinstance(c, ReadThere)
    assert (len(a.results), len(c.results)) == (2, MOST_DOCUMENTS)
    assert (report.documents, report.error_count) == (3 + 2 * MOST_DOCUMENTS, 0)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@pytest.fixture
def site(corpus: Path) -> Iterator[str]:
    """The address of a server that gives the folder of the corpus."""
    handler = partial(_Quiet, directory=str(corpus.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{corpus.name}"
        server.shutdown()


def test_workers_fetch_what_urls_name(
    cluster: DaskProcesses, corpus: Path, digest: str, site: str, tmp_path: Path
) -> None:
    """Documents at URLs have the names and the content that they have in a folder."""
    pytest.importorskip("aiohttp")
    sources = [f"{site}/{path.name}" for path in sorted(corpus.iterdir())]
    with DaskEngine(cluster.address) as engine:
        report = build(sources, tmp_path / "clippings.db", engine=engine)
    assert (report.digest, report.error_count) == (digest, 0)
