"""What runs on the workers of a Dask cluster: processes of each worker's own, which do its batches.

A worker does as many batches at once as it has threads, each in a process of its own: a document that crashes a
parser ends that process and not the worker, and parsers written in C meet no threads.

Only what we made ourselves travels pickled: functions with their settings, records, results. A document is bytes or
text in them, and is never unpickled.
"""

from __future__ import annotations

import pickle
import threading
import weakref
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..errors import WorkersDiffer
from ..versions import versions
from .process import Process, one_by_one


def differences(expected: Mapping[str, str]) -> str:
    """What here has another version than expected, in words; empty: nothing."""
    here = versions()
    return ", ".join(
        f"{name}: {here.get(name, 'none')} there, {wanted} here"
        for name, wanted in expected.items()
        if here.get(name) != wanted
    )


@dataclass(eq=False)
class _Pool:
    """The processes of one run in this worker, as far as they have nothing to do."""

    idle: list[Process] = field(default_factory=list)
    copies: int = 0
    """How many copies of the run's ``Processes`` there are."""
    is_over: bool = False
    end: threading.Timer | None = None


_pools: dict[str, _Pool] = {}
_lock = threading.RLock()  # a copy may be dropped anywhere, here too

_LINGER = 60.0
"""Seconds that processes outlive the last copy of their value: Dask drops copies that it takes for too many, and
fetches them again."""


def _join(run: str) -> _Pool:
    with _lock:
        pool = _pools.setdefault(run, _Pool())
        pool.copies += 1
        if pool.end:
            pool.end.cancel()
        return pool


def _leave(run: str, pool: _Pool) -> None:
    with _lock:
        pool.copies -= 1
        if not pool.copies and not pool.is_over:
            pool.end = threading.Timer(_LINGER, _end_unused, (run, pool))
            pool.end.daemon = True
            pool.end.start()


def _end_unused(run: str, pool: _Pool) -> None:
    with _lock:
        if not pool.copies:
            end_run(run)


def end_run(run: str) -> None:
    """End the processes of a run, if there are any."""
    with _lock:
        pool = _pools.pop(run, None)
        if pool is None:
            return
        pool.is_over = True
        if pool.end:
            pool.end.cancel()
        for process in pool.idle:
            process.close()


class Processes:
    """The processes of one worker that do the same to their items.

    A value of Dask's: it travels to each worker that does a batch, and stays there. Its processes end with
    ``end_run``, or some time after Dask has dropped it, because the client that started the run is gone.

    Args:
        run: a name that no other run has.
        function: pickled; what is done to each item.
        expected: the versions that the client has.
    """

    def __init__(self, run: str, function: bytes, expected: Mapping[str, str]) -> None:
        self._run = run
        self._function = function
        self._expected = expected
        self._difference = differences(expected)
        self._pool = _join(run)
        weakref.finalize(self, _leave, run, self._pool).atexit = False  # processes end with their worker anyway

    def __reduce__(self) -> tuple[type[Processes], tuple[str, bytes, Mapping[str, str]]]:
        return Processes, (self._run, self._function, self._expected)

    def __sizeof__(self) -> int:
        return len(self._function)

    def work(self, batch: bytes) -> list[bytes | None]:
        """The answer to a pickled list of items; or one for each of them, where a process died over the list.

        None stands for an item that a process died over when it was alone, too.

        Raises:
            WorkersDiffer: another version is installed here.
        """
        if self._difference:
            raise WorkersDiffer(self._difference)
        process = self._take()
        process.send(batch)
        answer = process.receive()
        if answer is None:
            process.close()
            return one_by_one(self._function, pickle.loads(batch))
        self._give_back(process)
        return [answer]

    def _take(self) -> Process:
        with _lock:
            if self._pool.idle:
                return self._pool.idle.pop()
        return Process(self._function)

    def _give_back(self, process: Process) -> None:
        with _lock:
            if self._pool.is_over:
                process.close()
            else:
                self._pool.idle.append(process)


def clippings_batch(processes: Processes, batch: bytes) -> list[bytes | None]:
    """One batch, as a task; Dask's dashboard shows it by this name."""
    return processes.work(batch)
