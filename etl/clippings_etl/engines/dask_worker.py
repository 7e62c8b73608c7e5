"""What runs on the workers of a Dask cluster: processes of each worker's own, which do its batches.

A worker does as many batches at once as it has threads, each in a process of its own: a document that crashes a
parser ends that process and not the worker, and parsers written in C meet no threads.

Only what we made ourselves travels pickled: functions with their settings, records, results. A document is bytes or
text in them, and is never unpickled.
"""

from __future__ import annotations

import pickle
import weakref
from collections.abc import Mapping

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


class Processes:
    """The processes of one worker that do the same to their items.

    A value of Dask's: it travels to each worker that does a batch, once, stays there, and its processes end when
    Dask drops it, because the run is over or the client that started it is gone.

    Args:
        function: pickled; what is done to each item.
        expected: the versions that the client has.
    """

    def __init__(self, function: bytes, expected: Mapping[str, str]) -> None:
        self._function = function
        self._expected = expected
        self._difference = differences(expected)
        self._idle: list[Process] = []
        weakref.finalize(self, _close, self._idle)

    def __reduce__(self) -> tuple[type[Processes], tuple[bytes, Mapping[str, str]]]:
        return Processes, (self._function, self._expected)

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
        process = self._idle.pop() if self._idle else Process(self._function)
        process.send(batch)
        answer = process.receive()
        if answer is None:
            process.close()
            return one_by_one(self._function, pickle.loads(batch))
        self._idle.append(process)
        return [answer]


def _close(processes: list[Process]) -> None:
    for process in processes:
        process.close()


def clippings_batch(processes: Processes, batch: bytes) -> list[bytes | None]:
    """One batch, as a task; Dask's dashboard shows it by this name."""
    return processes.work(batch)
