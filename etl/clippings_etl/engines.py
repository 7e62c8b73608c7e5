"""Where the per-document work runs: in this process, or in processes of their own.

A worker is a fresh interpreter that gets pickled batches on its standard input and answers on its
standard output. Not ``multiprocessing``: its pools are lost as a whole when one worker dies, and spawned
workers run the caller's main module again, which a script without an ``if __name__ == "__main__"`` doesn't
survive. Not threads: parsers written in C crash in them, and Python's lock leaves them no second core.

Results come in the order of the items, so they are the same whatever the number of workers.
"""

from __future__ import annotations

import os
import pickle
import selectors
import signal
import subprocess
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path
from queue import SimpleQueue
from typing import IO, Any, NoReturn, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

HANDFUL = 64
"""So many items are done before a worker would have started."""

_BATCH_ITEMS = 32
_BATCH_WEIGHT = 256 * 1024
"""A batch is full at so many items, or bytes: large enough that handing it over costs little beside the work."""

_AHEAD = 2
"""Batches that a worker has at hand, so that it never waits for the next."""

_WINDOW = 4
"""Batches for each worker that may be on their way or wait for an earlier one: what bounds the memory."""


_MEMORY = 256 * 1024 * 1024
"""Bytes that a worker takes, models and rules included (see ``benchmarks/memory.py``)."""


def default_workers() -> int:
    """One for each core that this process may use, as long as all of them fit into half of the memory there is."""
    return max(1, min(_cores(), _memory() // 2 // _MEMORY))


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _memory() -> int:
    """Bytes of memory that the machine has, or its container may use."""
    size = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    try:
        limit = Path("/sys/fs/cgroup/memory.max").read_text(encoding="ascii").strip()
    except OSError:  # no control groups, or those of the first version
        return size
    return min(size, int(limit)) if limit.isdigit() else size


def run(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    workers: int | None = None,
    *,
    lost: Callable[[Item], Result],
    weigh: Callable[[Item], int] = lambda item: 0,
) -> Iterator[Result]:
    """The function's result for each item, in the order of the items, which are taken as they are needed.

    Args:
        function: one that pickle can name; it and the items travel to the workers.
        workers: how many processes; 0: none, all is done in this one; None: see ``default_workers``.
        lost: gives the result for an item that ended its worker twice: by a crash in a C library, for want of memory.
        weigh: an item's size in bytes.

    Raises:
        Exception: whatever the function raised; in a worker, with the worker's traceback as its cause.
    """
    items = iter(items)
    if workers is None:
        first = list(islice(items, HANDFUL + 1))
        workers = default_workers() if len(first) > HANDFUL else 0
        items = chain(first, items)
    if workers == 0:
        return map(function, items)
    return _run(function, _batches(items, weigh), workers, lost)


def _batches(items: Iterable[Item], weigh: Callable[[Item], int]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    weight = 0
    for item in items:
        batch.append(item)
        weight += weigh(item)
        if len(batch) == _BATCH_ITEMS or weight >= _BATCH_WEIGHT:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def _run(
    function: Callable[[Item], Result], batches: Iterator[list[Item]], count: int, lost: Callable[[Item], Result]
) -> Iterator[Result]:
    numbered = enumerate(batches)
    again: deque[tuple[int, list[Item]]] = deque()
    done: dict[int, list[Result]] = {}
    sent = yielded = 0
    more = True
    with _Pool(function, count) as pool:
        while more or yielded < sent:
            while worker := pool.free():
                if again:
                    worker.send(*again.popleft())
                elif more and sent - yielded < count * _WINDOW:
                    batch = next(numbered, None)
                    more = batch is not None
                    if batch:
                        worker.send(*batch)
                        sent += 1
                else:
                    break
            for worker in pool.ready():
                results = worker.receive()
                number, items = worker.batches.popleft()
                if results is None:
                    pool.replace(worker)
                    again.extend(worker.batches)
                    results = _one_by_one(function, items, lost)
                done[number] = results
            while yielded in done:
                yield from done.pop(yielded)
                yielded += 1


def _one_by_one(function: Callable[[Item], Result], items: list[Item], lost: Callable[[Item], Result]) -> list[Result]:
    """The results for a batch that a worker died over: all but those whose own fault it was."""
    results: list[Result] = []
    while len(results) < len(items):
        with _Pool(function, 1) as pool:
            (worker,) = pool.workers
            for item in items[len(results) :]:
                worker.send(0, [item])
                result = worker.receive()
                results.extend(result or [lost(item)])
                if result is None:
                    break
    return results


class _Worker:
    """One process, seen from outside."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        code = f"import sys; sys.path[:] = {sys.path!r}; from {__name__} import serve; serve()"
        command = [sys.executable, "-c", code]
        self._process = subprocess.Popen(command, bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.batches: deque[tuple[int, list[Any]]] = deque()
        """What it was sent and has not answered, in order."""
        self._write(function)

    @property
    def answers(self) -> IO[bytes]:
        assert self._process.stdout is not None
        return self._process.stdout

    def send(self, number: int, items: list[Any]) -> None:
        self.batches.append((number, items))
        self._write(items)

    def _write(self, message: object) -> None:
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):  # it died; reading its answer tells
            _write(self._process.stdin, message)

    def receive(self) -> list[Any] | None:
        """The results for its first batch; None if it has died."""
        try:
            results, error, where = _read(self.answers)
        except EOFError:
            return None
        if error is not None:
            raise error from RuntimeError(where)
        return list(results)

    def close(self) -> None:
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.wait()


class _Pool:
    """The workers of one run."""

    def __init__(self, function: Callable[[Any], Any], count: int) -> None:
        self._function = function
        self._count = count
        self._selector = selectors.DefaultSelector()
        self.workers: list[_Worker] = []

    def __enter__(self) -> _Pool:
        for _ in range(self._count):
            self._add()
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self.workers:
            worker.close()
        self._selector.close()

    def _add(self) -> None:
        worker = _Worker(self._function)
        self.workers.append(worker)
        self._selector.register(worker.answers, selectors.EVENT_READ, worker)

    def free(self) -> _Worker | None:
        """The worker with the least to do, unless all have enough."""
        worker = min(self.workers, key=lambda worker: len(worker.batches))
        return worker if len(worker.batches) < _AHEAD else None

    def ready(self) -> list[_Worker]:
        """The workers that have an answer or have died; waits for one."""
        return [key.data for key, _ in self._selector.select()]

    def replace(self, worker: _Worker) -> None:
        """Put a new worker in the place of one that has died."""
        self._selector.unregister(worker.answers)
        self.workers.remove(worker)
        worker.close()
        self._add()


def serve() -> NoReturn:
    """A worker's life: batches in, results out, until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started us; it ends us
    requests, answers = os.fdopen(0, "rb", buffering=0), os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # what a library prints must not get among the answers
    waiting: SimpleQueue[Any] = SimpleQueue()
    # Reads ahead, so that the other side, which writes to several workers, never waits for one.
    threading.Thread(target=_read_ahead, args=(requests, waiting), daemon=True).start()
    function = waiting.get()
    while True:
        items = waiting.get()
        try:
            answer: tuple[object, Exception | None, str] = [function(item) for item in items], None, ""
        except MemoryError:
            os._exit(1)
        except Exception as error:  # a fault in the program, for the other side to raise
            answer = None, error, traceback.format_exc()
        _write(answers, answer)


def _read_ahead(requests: IO[bytes], waiting: SimpleQueue[Any]) -> None:
    try:
        while True:
            waiting.put(_read(requests))
    except EOFError:
        os._exit(0)


def _write(pipe: IO[bytes], message: object) -> None:
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    rest = memoryview(len(data).to_bytes(8, "big") + data)
    while rest:
        rest = rest[pipe.write(rest) :]


def _read(pipe: IO[bytes]) -> Any:
    return pickle.loads(_read_exactly(pipe, int.from_bytes(_read_exactly(pipe, 8), "big")))


def _read_exactly(pipe: IO[bytes], size: int) -> bytearray:
    data = bytearray(size)
    rest = memoryview(data)
    while rest:
        count = pipe.readinto(rest)  # type: ignore[attr-defined]
        if not count:
            raise EOFError
        rest = rest[count:]
    return data
