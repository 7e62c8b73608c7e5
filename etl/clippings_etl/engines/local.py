"""The work in this process, or in processes of their own on this machine."""

from __future__ import annotations

import os
import selectors
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import Any

from ..readers import Location, RemoteFile
from .engine import Item, Result, batches, no_weight
from .process import Process, one_by_one, pickled, results

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


@dataclass(frozen=True)
class LocalEngine:
    """Processes on this machine."""

    workers: int | None = None
    """How many; 0: none, all is done in this one; None: see ``default_workers``, none for a handful of items."""

    def can_read(self, location: Location) -> bool:
        """Files at URLs: several are fetched at once. Those on disk are read fastest where nothing else is done."""
        return isinstance(location, RemoteFile) and location.is_elsewhere

    def run(
        self,
        function: Callable[[Item], Result],
        items: Iterable[Item],
        *,
        lost: Callable[[Item], Result],
        weigh: Callable[[Item], int] = no_weight,
    ) -> Iterator[Result]:
        """See ``Engine.run``."""
        items = iter(items)
        workers = self.workers
        if workers is None:
            first = list(islice(items, HANDFUL + 1))
            workers = default_workers() if len(first) > HANDFUL else 0
            items = chain(first, items)
        if workers == 0:
            return map(function, items)
        return _run(function, batches(items, weigh, _BATCH_ITEMS, _BATCH_WEIGHT), workers, lost)


def run(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    workers: int | None = None,
    *,
    lost: Callable[[Item], Result],
    weigh: Callable[[Item], int] = no_weight,
) -> Iterator[Result]:
    """The function's result for each item, by so many processes, see ``LocalEngine``."""
    return LocalEngine(workers).run(function, items, lost=lost, weigh=weigh)


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


def _run(
    function: Callable[[Item], Result], all_batches: Iterator[list[Item]], count: int, lost: Callable[[Item], Result]
) -> Iterator[Result]:
    first = next(all_batches, None)
    if first is None:
        return
    numbered = enumerate(chain([first], all_batches))
    again: deque[tuple[int, list[Item]]] = deque()
    done: dict[int, list[Result]] = {}
    sent = yielded = 0
    more = True
    with _Pool(pickled(function), count) as pool:
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
                answer = worker.process.receive()
                number, items = worker.batches.popleft()
                if answer is None:
                    pool.replace(worker)
                    again.extend(worker.batches)
                    done[number] = _after_a_death(pool.function, items, lost)
                else:
                    done[number] = results(answer)
            while yielded in done:
                yield from done.pop(yielded)
                yielded += 1


def _after_a_death(function: bytes, items: list[Item], lost: Callable[[Item], Result]) -> list[Result]:
    """The results for a batch that a worker died over."""
    answers = zip(items, one_by_one(function, items), strict=True)
    return [lost(item) if answer is None else results(answer)[0] for item, answer in answers]


@dataclass(eq=False)
class _Worker:
    process: Process
    batches: deque[tuple[int, list[Any]]] = field(default_factory=deque)
    """What it was sent and has not answered, in order."""

    def send(self, number: int, items: list[Any]) -> None:
        self.batches.append((number, items))
        self.process.send(pickled(items))


class _Pool:
    """The workers of one run."""

    def __init__(self, function: bytes, count: int) -> None:
        self.function = function
        self._count = count
        self._selector = selectors.DefaultSelector()
        self._workers: list[_Worker] = []

    def __enter__(self) -> _Pool:
        for _ in range(self._count):
            self._add()
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.process.close()
        self._selector.close()

    def _add(self) -> None:
        worker = _Worker(Process(self.function))
        self._workers.append(worker)
        self._selector.register(worker.process.answers, selectors.EVENT_READ, worker)

    def free(self) -> _Worker | None:
        """The worker with the least to do, unless all have enough."""
        worker = min(self._workers, key=lambda worker: len(worker.batches))
        return worker if len(worker.batches) < _AHEAD else None

    def ready(self) -> list[_Worker]:
        """The workers that have an answer or have died; waits for one."""
        return [key.data for key, _ in self._selector.select()]

    def replace(self, worker: _Worker) -> None:
        """Put a new worker in the place of one that has died."""
        self._selector.unregister(worker.process.answers)
        self._workers.remove(worker)
        worker.process.close()
        self._add()
