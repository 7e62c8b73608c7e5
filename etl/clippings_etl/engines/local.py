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


class LocalEngine:
    """Processes on this machine; they stay from one run to the next, until ``release``.

    Args:
        workers: how many; 0: none, all is done in this one; None: see ``default_workers``, none for a handful of items
            unless there are some already.
    """

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers
        self._idle: list[Process] = []

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
            workers = default_workers() if self._idle or len(first) > HANDFUL else 0
            items = chain(first, items)
        if workers == 0:
            return map(function, items)
        pool = _Pool(pickled(function), workers, self._idle)
        return _run(pool, batches(items, weigh, _BATCH_ITEMS, _BATCH_WEIGHT), lost)

    def release(self) -> None:
        """End the processes."""
        while self._idle:
            self._idle.pop().close()


def run(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    workers: int | None = None,
    *,
    lost: Callable[[Item], Result],
    weigh: Callable[[Item], int] = no_weight,
) -> Iterator[Result]:
    """The function's result for each item, by so many processes that end with it, see ``LocalEngine``."""
    engine = LocalEngine(workers)
    try:
        yield from engine.run(function, items, lost=lost, weigh=weigh)
    finally:
        engine.release()


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


def _run(pool: _Pool, all_batches: Iterator[list[Item]], lost: Callable[[Item], Result]) -> Iterator[Result]:
    numbered = enumerate(all_batches)
    again: deque[tuple[int, list[Item]]] = deque()
    done: dict[int, list[Result]] = {}
    sent = yielded = 0
    more = True
    with pool:
        while more or yielded < sent:
            while pool.has_room():
                if again:
                    pool.send(*again.popleft())
                elif more and sent - yielded < pool.count * _WINDOW:
                    batch = next(numbered, None)
                    more = batch is not None
                    if batch:
                        pool.send(*batch)
                        sent += 1
                else:
                    break
            if yielded == sent:
                break
            for worker in pool.ready():
                answer = worker.process.receive()
                number, items = worker.batches.popleft()
                if answer is None:
                    pool.remove(worker)
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
    """The workers of one run, of which each starts when there is a batch for it.

    Args:
        count: how many there are at most.
        idle: processes of earlier runs; those of this one are put there when it has come to its end.
    """

    def __init__(self, function: bytes, count: int, idle: list[Process]) -> None:
        self.function = function
        self.count = count
        self._idle = idle
        self._workers: list[_Worker] = []

    def __enter__(self) -> _Pool:
        self._selector = selectors.DefaultSelector()
        return self

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        self._selector.close()
        for worker in self._workers:
            if error:  # or the run was left before its end: they may be at work
                worker.process.close()
            else:
                self._idle.append(worker.process)

    def has_room(self) -> bool:
        """Whether a worker waits for a batch, or has fewer than it should have at hand."""
        return len(self._workers) < self.count or any(len(worker.batches) < _AHEAD for worker in self._workers)

    def send(self, number: int, items: list[Any]) -> None:
        """Give a batch to the worker with the least to do, which may have to be started."""
        worker = min(self._workers, key=lambda worker: len(worker.batches), default=None)
        if worker is None or (worker.batches and len(self._workers) < self.count):
            worker = self._add()
        worker.send(number, items)

    def _add(self) -> _Worker:
        if self._idle:
            process = self._idle.pop()
            process.do(self.function)
        else:
            process = Process(self.function)
        worker = _Worker(process)
        self._workers.append(worker)
        self._selector.register(process.answers, selectors.EVENT_READ, worker)
        return worker

    def ready(self) -> list[_Worker]:
        """The workers that have an answer or have died; waits for one."""
        return [key.data for key, _ in self._selector.select()]

    def remove(self, worker: _Worker) -> None:
        """Let go of a worker that has died; another one takes its place as soon as there is a batch for it."""
        self._selector.unregister(worker.process.answers)
        self._workers.remove(worker)
        worker.process.close()
