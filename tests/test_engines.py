"""Running work in processes: ordered, bounded, and no worker's death is the end."""

import os
import signal
import time
from collections.abc import Iterator

import pytest

from clippings_etl.engines import LocalEngine, default_workers, run


def double(number: int) -> int:
    """Items later in a batch are quicker, so that order doesn't come by itself."""
    time.sleep(0.002 if number % 40 == 0 else 0)
    return number * 2


def crash_on_seven(number: int) -> int:
    if number % 10 == 7:
        os.kill(os.getpid(), signal.SIGSEGV)
    return number


def fail(number: int) -> int:
    raise KeyError(f"number {number}")


def echo(data: bytes) -> bytes:
    print("A library that prints.")
    return data


def not_lost(item: object) -> int:
    raise AssertionError(f"{item!r} was lost")


@pytest.mark.parametrize("workers", [0, 1, 3, None])
def test_results_come_in_order(workers: int | None) -> None:
    """Whatever the number of workers, each item's result stands in its place."""
    assert list(run(double, range(1000), workers, lost=not_lost)) == [number * 2 for number in range(1000)]


def test_a_handful_stays_in_this_process() -> None:
    """No worker is started for a few items unless it is asked for."""
    pids = set(run(pid, range(5), None, lost=not_lost))
    assert pids == {os.getpid()}
    assert os.getpid() not in set(run(pid, range(5), 1, lost=not_lost))


def pid(_: int) -> int:
    return os.getpid()


def test_processes_stay_from_one_run_to_the_next() -> None:
    """Another function is done by the same processes, until they are given back."""
    engine = LocalEngine(2)
    first = set(engine.run(pid, range(100), lost=not_lost))
    assert set(engine.run(other_pid, range(100), lost=not_lost)) == {-one for one in first}
    engine.release()
    assert not first & set(engine.run(pid, range(100), lost=not_lost))
    engine.release()


def other_pid(_: int) -> int:
    return -os.getpid()


def test_no_more_processes_start_than_there_are_batches() -> None:
    """A few items need one process, however many there may be, and none at all need none."""
    assert len(set(run(pid, range(5), 4, lost=not_lost))) == 1
    assert list(run(pid, [], 4, lost=not_lost)) == []


def test_a_run_that_is_left_leaves_nothing_to_the_next() -> None:
    """Results that nobody took don't come out of a later run."""
    engine = LocalEngine(1)
    left = engine.run(double, range(1000), lost=not_lost)
    assert next(left) == 0
    left.close()  # type: ignore[attr-defined]
    assert list(engine.run(double, range(1000, 1100), lost=not_lost)) == list(range(2000, 2200, 2))
    engine.release()


def test_a_process_that_dies_between_two_runs_costs_nothing() -> None:
    """Another one takes its place, and every item has its result."""
    engine = LocalEngine(1)
    (worker,) = set(engine.run(pid, range(5), lost=not_lost))
    os.kill(worker, signal.SIGKILL)
    assert list(engine.run(double, range(100), lost=not_lost)) == list(range(0, 200, 2))
    engine.release()


def test_a_dying_worker_costs_its_own_item_only() -> None:
    """Items that crash their process are handed back as lost; all others have their results, in order."""
    results = list(run(crash_on_seven, range(40), 2, lost=lambda number: -number))
    assert results == [-number if number % 10 == 7 else number for number in range(40)]


def test_faults_of_the_program_are_raised_here() -> None:
    """An exception keeps its type and says where in the worker it came from."""
    with pytest.raises(KeyError, match="number 0") as caught:
        list(run(fail, range(3), 1, lost=not_lost))
    assert "in fail" in str(caught.value.__cause__)


def test_items_are_taken_only_as_needed() -> None:
    """However many items there are, only a few for each worker are on their way at once."""
    taken = 0

    def items() -> Iterator[bytes]:
        nonlocal taken
        for _ in range(1000):
            taken += 1
            yield bytes(100_000)

    results = run(echo, items(), 2, lost=lambda item: item, weigh=len)
    for done in range(1, 200):
        assert len(next(results)) == 100_000
        assert taken - done < 40
    results.close()  # type: ignore[attr-defined]


def test_large_items_pass_both_ways() -> None:
    """Items and results larger than a pipe holds don't block each other."""
    sizes = [5_000_000, 1, 3_000_000, 0, 4_000_000]
    assert [len(item) for item in run(echo, map(bytes, sizes), 2, lost=lambda item: item, weigh=len)] == sizes


def test_no_more_workers_start_than_memory_and_cores_allow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with many cores and little memory gets fewer workers, never none."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    assert 1 <= default_workers() <= (cores or 1)
    monkeypatch.setattr(os, "sysconf", {"SC_PHYS_PAGES": 1, "SC_PAGE_SIZE": 4096}.__getitem__)
    assert default_workers() == 1
