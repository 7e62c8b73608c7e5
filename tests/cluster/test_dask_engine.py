"""The engine that works on a Dask cluster: ordered, bounded, and nothing that happens to a worker loses an item."""

import pickle
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("distributed", reason="Dask is not installed")

from clippings_etl.engines.dask_cluster import DaskEngine
from clippings_etl.engines.dask_worker import Processes, end_run
from clippings_etl.engines.process import pickled
from clippings_etl.errors import ClusterError, WorkersDiffer
from clippings_etl.versions import versions
from tests.cluster import jobs
from tests.cluster.dask_processes import ROOT, DaskProcesses, free_port


def test_results_come_in_order_from_all_workers(cluster: DaskProcesses) -> None:
    """Each item's result stands in its place, however the batches were spread; no worker is left out."""
    with DaskEngine(cluster.address) as engine:
        assert list(engine.run(jobs.double, range(2000), lost=jobs.not_lost)) == [2 * number for number in range(2000)]
        assert len(set(engine.run(jobs.process, range(2000), lost=jobs.not_lost))) == 2


def test_a_worker_uses_all_its_threads_by_processes(tmp_path: Path) -> None:
    """Two threads of a worker are two processes: parsers that can't stand threads meet none."""
    with DaskProcesses(tmp_path, workers=0) as cluster:
        worker = cluster.add_worker(threads=2)
        with DaskEngine(cluster.address) as engine:
            processes = set(engine.run(jobs.process, range(2000), lost=jobs.not_lost))
    assert len(processes) == 2
    assert worker.pid not in processes


def test_a_crash_costs_its_own_item_only(cluster: DaskProcesses) -> None:
    """Items that crash their process twice are handed back as lost, all others are done, and the workers live on."""
    with DaskEngine(cluster.address) as engine:
        results = list(engine.run(jobs.crash_on_seven, range(200), lost=lambda number: -number))
        assert engine.threads() == 2
    assert results == [-number if number % 50 == 7 else number for number in range(200)]
    assert [worker.poll() for worker in cluster.workers] == [None, None]


def test_an_item_that_takes_whole_workers_with_it_is_given_up(tmp_path: Path) -> None:
    """Dask gives a batch up after some dead workers; the items are then tried alone, and one is lost."""
    settings = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}
    with (
        DaskProcesses(tmp_path, workers=1, nannies=True, settings=settings) as cluster,
        DaskEngine(cluster.address) as engine,
    ):
        results = list(engine.run(jobs.kill_the_worker, range(8), lost=lambda number: -number))
    assert results == [0, 1, 2, -3, 4, 5, 6, 7]


def test_faults_of_the_program_are_raised_here(cluster: DaskProcesses) -> None:
    """An exception keeps its type and says where on the worker it came from."""
    with DaskEngine(cluster.address) as engine, pytest.raises(KeyError, match="number 0") as caught:
        list(engine.run(jobs.fail, range(3), lost=jobs.not_lost))
    assert "in fail" in str(caught.value.__cause__)


def test_items_are_taken_only_as_needed(cluster: DaskProcesses) -> None:
    """However many items there are, only a few batches for each thread are on their way at once."""
    taken = 0

    def items() -> Iterator[bytes]:
        nonlocal taken
        for _ in range(100):
            taken += 1
            yield bytes(300_000)

    with DaskEngine(cluster.address) as engine:
        results = engine.run(jobs.echo, items(), lost=lambda item: item, weigh=len)
        for done in range(1, 60):
            assert len(next(results)) == 300_000
            assert taken - done <= 8


def test_an_item_larger_than_dask_likes_passes_in_silence(cluster: DaskProcesses) -> None:
    """A document of many megabytes is no reason for a warning, which is for graphs."""
    with DaskEngine(cluster.address) as engine:
        assert [len(item) for item in engine.run(jobs.echo, [bytes(15_000_000)], lost=lambda item: item)] == [
            15_000_000
        ]


def test_a_killed_worker_loses_nothing(mortal: DaskProcesses) -> None:
    """What a worker had when it was killed is done by the others."""
    with DaskEngine(mortal.address) as engine:
        results = engine.run(jobs.double, range(5000), lost=jobs.not_lost)
        found = [next(results) for _ in range(1000)]
        mortal.kill_worker()
        found += results
    assert found == [2 * number for number in range(5000)]


def test_a_scheduler_that_comes_back_loses_nothing(mortal: DaskProcesses) -> None:
    """The whole cluster dies and is started again: what was on its way is sent again."""
    with DaskEngine(mortal.address, patience=300) as engine:
        results = engine.run(jobs.double, range(5000), lost=jobs.not_lost)
        found = [next(results) for _ in range(1000)]
        mortal.kill()
        mortal.start()
        found += results
    assert found == [2 * number for number in range(5000)]


def test_a_scheduler_that_stays_away_is_a_clear_error(mortal: DaskProcesses) -> None:
    """When nobody starts it again, the error says what is gone and what to do."""
    with DaskEngine(mortal.address) as engine:
        results = engine.run(jobs.double, range(5000), lost=jobs.not_lost)
        next(results)
        engine.patience = 1
        mortal.kill()
        with pytest.raises(ClusterError, match="no Dask scheduler answers at tcp://") as caught:
            list(results)
    assert caught.value.advice


def test_a_cluster_without_workers_is_a_clear_error(tmp_path: Path) -> None:
    """A scheduler alone can't work: the error says how workers are started."""
    with DaskProcesses(tmp_path, workers=0) as cluster:
        cluster.wait_for(0)
        with pytest.raises(ClusterError, match="has no workers") as caught:
            DaskEngine(cluster.address, patience=10)
    assert "dask worker tcp://" in caught.value.advice


@pytest.mark.parametrize("address", ["nothing", "carrier-pigeon://coop:1"])
def test_an_address_of_no_scheduler_is_a_clear_error(address: str) -> None:
    """What was misspelt is named."""
    with pytest.raises(ClusterError, match=address):
        DaskEngine(address, patience=1)


def test_nobody_at_the_address_is_a_clear_error() -> None:
    """A port without a scheduler is an error after some seconds."""
    with pytest.raises(ClusterError, match="no Dask scheduler answers"):
        DaskEngine(f"tcp://127.0.0.1:{free_port()}", patience=1)


def test_no_thread_outlives_a_connection(mortal: DaskProcesses) -> None:
    """Neither of a connection that failed nor of one that was lost: it would lie in wait for a later one."""
    before = set(threading.enumerate())
    with pytest.raises(ClusterError) as caught:
        DaskEngine(f"tcp://127.0.0.1:{free_port()}", patience=1)
    assert set(threading.enumerate()) <= before, caught.value
    with DaskEngine(mortal.address, patience=1) as engine:
        mortal.kill()
        with pytest.raises(ClusterError):
            list(engine.run(jobs.double, range(100), lost=jobs.not_lost))
    assert set(threading.enumerate()) <= before


def another_version(folder: Path) -> Path:
    """An installation of the package whose version is another."""
    for package in ("etl/clippings_etl", "plugin/datasette_clippings"):
        shutil.copytree(ROOT / package, folder / Path(package).name, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "clippings_etl" / "version.py").write_text('VERSION = "0.0.1"\n', encoding="utf-8")
    return folder


def test_a_worker_with_another_version_is_refused(mortal: DaskProcesses, tmp_path: Path) -> None:
    """The error names the worker, what it has, and what is expected."""
    mortal.add_worker(python_path=another_version(tmp_path / "other"))
    mortal.wait_for(3)
    with pytest.raises(WorkersDiffer, match=r"tcp://[\d.:]+: .*datasette-clippings: 0\.0\.1 there") as caught:
        DaskEngine(mortal.address)
    assert str(caught.value).count("tcp://") == 1


def test_a_worker_with_another_version_that_joins_late_is_refused(mortal: DaskProcesses, tmp_path: Path) -> None:
    """What was checked at the start is checked of each worker that comes later."""
    with DaskEngine(mortal.address) as engine:
        mortal.add_worker(python_path=another_version(tmp_path / "other"))
        engine.client.wait_for_workers(3)
        with pytest.raises(WorkersDiffer, match=r"0\.0\.1 there"):
            list(engine.run(jobs.double, range(20_000), lost=jobs.not_lost))


def test_a_worker_without_the_package_is_refused(mortal: DaskProcesses, tmp_path: Path) -> None:
    """A worker that can't import the package is named, with the reason."""
    empty = tmp_path / "other" / "clippings_etl"
    empty.mkdir(parents=True)
    (empty / "__init__.py").write_text("raise ImportError('it is not here')\n", encoding="utf-8")
    mortal.add_worker(python_path=empty.parent)
    mortal.wait_for(3)
    with pytest.raises(WorkersDiffer, match=r"can't run datasette-clippings.*it is not here"):
        DaskEngine(mortal.address)


def below(worker: int) -> set[int]:
    """The processes that a worker has."""
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(worker)], capture_output=True, text=True, check=False)
    return set(map(int, listed.stdout.split()))


def test_the_processes_end_with_the_run(cluster: DaskProcesses) -> None:
    """Workers keep nothing of a run that is over."""
    with DaskEngine(cluster.address) as engine:
        processes = set(engine.run(jobs.process, range(200), lost=jobs.not_lost))
    left = set().union(*(below(worker.pid) for worker in cluster.workers))
    assert processes and processes.isdisjoint(left)


def test_a_process_outlives_the_copies_that_dask_drops() -> None:
    """Dask drops copies of a value and fetches them again; that starts no process anew."""
    run = "a run of this test"
    first = Processes(run, pickled(jobs.process), versions())
    (answer,) = first.work(pickled([1]))
    second = pickle.loads(pickle.dumps(first))
    del first
    try:
        assert second.work(pickled([1])) == [answer]
    finally:
        end_run(run)
