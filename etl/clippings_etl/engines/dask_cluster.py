"""The work on a Dask cluster, seen from the build that it works for.

Of each batch the client keeps the items until it has their results: whatever happens to workers or to the scheduler,
nothing is lost, and a batch that was lost on its way is sent again.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Generic
from uuid import uuid4

import dask
from distributed import CancelledError, Client, Future, KilledWorker, TimeoutError
from distributed.client import ClosedClientError

from ..errors import ClusterError, WorkersDiffer
from ..readers import Location, RemoteFile
from ..versions import versions
from .dask_worker import Processes, clippings_batch, differences, end_run
from .engine import Item, Result, batches, no_weight
from .process import pickled, results

_BATCH_ITEMS = 32
_BATCH_WEIGHT = 256 * 1024
"""A batch is full at so many items, or bytes."""

_WINDOW = 4
"""Batches for each thread of the cluster that may be on their way or wait for an earlier one: bounds the memory of
client, scheduler and workers alike."""

_LOOK_EVERY = 5.0
"""Seconds of waiting for a batch after which it is looked whether there still are workers."""

_COUNT_EVERY = 32
"""Batches after which the threads of the cluster are counted anew: workers come and go."""

_MOST_LOSSES = 3
"""So often the scheduler may be lost while a single batch is waited for."""

# Dask says CancelledError of batches whose scheduler went away, and OSError of connections.
_CONNECTION_LOST = (CancelledError, ClosedClientError, OSError, TimeoutError)


class _Connection(Client):  # type: ignore[misc,unused-ignore]  # Dask has no types
    """Dask's client, whose thread always ends with it.

    That of one that couldn't connect goes on until Python comes to collecting it; if that happens just as another
    client starts, both wait for the same lock, and the start fails after 10 seconds.
    """

    def start(self, **options: Any) -> None:
        """Connect; called by the constructor."""
        try:
            super().start(**options)
        except BaseException:
            self.close()
            raise

    def close(self, *arguments: Any, **options: Any) -> None:
        """Leave the scheduler, and end the thread also where the connection is gone already."""
        super().close(*arguments, **options)
        if self._loop_runner.is_started():  # else not asked again: Python calls this, too, when it collects it
            self._loop_runner.stop()


class DaskEngine:
    """A connection to a cluster, to be closed at the end (``with DaskEngine("tcp://…") as engine:``).

    Args:
        scheduler: its address, ``tcp://HOST:8786`` or ``tls://…``; certificates are taken from Dask's configuration.
        shared_paths: whether workers see the files of the sources under the same paths as this computer.
        patience: seconds to wait for the scheduler, and for a first worker, at the start and when they were lost.

    Raises:
        ClusterError: the scheduler can't be reached, or has no workers.
        WorkersDiffer: another version is installed there.
    """

    def __init__(self, scheduler: str, *, shared_paths: bool = False, patience: float = 60) -> None:
        self._scheduler = scheduler
        self._shared_paths = shared_paths
        self.patience = patience
        self._client = self._connect()
        # Our batches are sent as what they are, and may hold a large document each.
        self._config = dask.config.set({"distributed.admin.large-graph-warning-threshold": "1TB"})

    def __enter__(self) -> DaskEngine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Leave the cluster; it goes on without us."""
        self._client.close()
        self._config.__exit__(None, None, None)

    def can_read(self, location: Location) -> bool:
        """Files at URLs, and on disks that all share."""
        return location.is_elsewhere if isinstance(location, RemoteFile) else self._shared_paths

    def run(
        self,
        function: Callable[[Item], Result],
        items: Iterable[Item],
        *,
        lost: Callable[[Item], Result],
        weigh: Callable[[Item], int] = no_weight,
    ) -> Iterator[Result]:
        """See ``Engine.run``; besides:

        Raises:
            ClusterError: scheduler or workers are gone, and didn't come back in time.
            WorkersDiffer: a worker that joined has another version.
        """
        run = _Run(self, pickled(function), lost)
        try:
            for number, batch in enumerate(batches(items, weigh, _BATCH_ITEMS, _BATCH_WEIGHT)):
                if number % _COUNT_EVERY == 0:
                    window = _WINDOW * max(1, self.threads())
                run.send(batch)
                while len(run.waiting) >= window:
                    yield from run.receive()
            while run.waiting:
                yield from run.receive()
        finally:
            run.end()

    def release(self) -> None:
        """Nothing is kept: the processes end with each run."""

    def threads(self) -> int:
        """How many batches the cluster can do at once; 0 also while it can't be reached."""
        with suppress(*_CONNECTION_LOST):
            return sum(self._client.nthreads().values())
        return 0

    @property
    def client(self) -> Client:
        """Dask's own client."""
        return self._client

    def reconnect(self) -> None:
        """Meet a scheduler that was started again, and workers.

        Raises:
            ClusterError: they didn't come back in time.
        """
        self._client.close()
        self._client = self._connect()

    def gone(self, what: str) -> ClusterError:
        """The error to be raised when the cluster has left us."""
        return ClusterError(
            f"{what} for {self.patience:g} seconds",
            "Start it again and run the same command once more: the build goes on where it was.",
        )

    def _connect(self) -> Client:
        try:
            client = _Connection(self._scheduler, timeout=self.patience, set_as_default=False, name="clippings")
        except (OSError, TimeoutError, ValueError) as error:
            raise ClusterError(
                f"no Dask scheduler answers at {self._scheduler}: {error}",
                "Give the address that `dask scheduler` printed, such as tcp://HOST:8786. If it was lost in the middle "
                "of a build, start it again and run the same command once more: the build goes on where it was.",
            ) from error
        try:
            client.wait_for_workers(1, timeout=self.patience)
            self._check_versions(client)
        except TimeoutError as error:
            client.close()
            raise ClusterError(
                f"the scheduler at {self._scheduler} has no workers",
                f"Start some: dask worker {self._scheduler} --nworkers auto",
            ) from error
        except BaseException:
            client.close()
            raise
        return client

    def _check_versions(self, client: Client) -> None:
        found: dict[str, Any] = client.run(differences, versions(), on_error="return")
        found["the scheduler"] = client.run_on_scheduler(differences, versions())
        wrong = [f"{address}: {_in_words(said)}" for address, said in sorted(found.items()) if said]
        if wrong:
            raise WorkersDiffer("\n".join(wrong))


def _in_words(said: str | Exception) -> str:
    if isinstance(said, Exception):
        return f"it can't run datasette-clippings ({type(said).__name__}: {said})"
    return said


@dataclass(eq=False)
class _Sent(Generic[Item]):
    items: list[Item]
    data: bytes
    future: Future


class _Run(Generic[Item, Result]):
    """One function's way through its items."""

    def __init__(self, engine: DaskEngine, function: bytes, lost: Callable[[Item], Result]) -> None:
        self._engine = engine
        self._name = uuid4().hex
        self._function = function
        self._lost = lost
        self._processes = self._install()
        self.waiting: deque[_Sent[Item]] = deque()
        """What was sent and has no results yet, in order."""

    def send(self, items: list[Item]) -> None:
        """Hand over the next batch."""
        data = pickled(items)
        self.waiting.append(_Sent(items, data, self._submit(data)))

    def receive(self) -> list[Result]:
        """The results of the earliest batch."""
        sent = self.waiting[0]
        answers = self._answers(sent)
        self.waiting.popleft()
        if answers is None:
            return self._alone(sent.items)
        if len(answers) == 1 and answers[0] is not None:
            return results(answers[0])
        found = zip(sent.items, answers, strict=True)
        return [self._lost(item) if answer is None else results(answer)[0] for item, answer in found]

    def end(self) -> None:
        """Forget what was sent, and end the processes."""
        client = self._engine.client
        if client.status == "running":
            with suppress(*_CONNECTION_LOST):
                client.cancel([sent.future for sent in self.waiting], force=True)
                client.run(end_run, self._name, on_error="ignore")
        self.waiting.clear()

    def _install(self) -> Future:
        """The function with its settings, as a value that each worker fetches once."""
        return self._engine.client.submit(Processes, self._name, self._function, versions(), pure=False)

    def _submit(self, data: bytes) -> Future:
        return self._engine.client.submit(clippings_batch, self._processes, data, pure=False)

    def _answers(self, sent: _Sent[Item]) -> list[bytes | None] | None:
        """See ``Processes.work``; None for a batch that has killed whole workers."""
        for _ in range(_MOST_LOSSES):
            with suppress(*_CONNECTION_LOST):
                error = self._wait(sent.future)
                if isinstance(error, KilledWorker):
                    return None
                if error is not None:
                    break
                return list(sent.future.result())
            self._begin_again(sent)
        else:
            raise self._engine.gone("the scheduler is lost again and again")
        raise error

    def _wait(self, future: Future) -> BaseException | None:
        """Wait until a batch is done; the error that it ended with."""
        until = time.monotonic() + self._engine.patience
        while True:
            with suppress(TimeoutError):
                error: BaseException | None = future.exception(timeout=_LOOK_EVERY)
                return error
            if self._engine.threads():
                until = time.monotonic() + self._engine.patience
            elif time.monotonic() > until:
                raise self._engine.gone("the cluster has no workers")

    def _begin_again(self, current: _Sent[Item]) -> None:
        """Send all that is on its way to the scheduler that is there now."""
        self._engine.reconnect()
        self._processes = self._install()
        for sent in dict.fromkeys((current, *self.waiting)):
            sent.future = self._submit(sent.data)

    def _alone(self, items: list[Item]) -> list[Result]:
        """The results of a batch that killed whole workers: one item after the other."""
        found = []
        for item in items:
            data = pickled([item])
            for _ in range(2):  # the first time it may have died of its neighbour
                answers = self._answers(_Sent([item], data, self._submit(data)))
                if answers is not None:
                    break
            answer = answers[0] if answers else None
            found.append(self._lost(item) if answer is None else results(answer)[0])
        return found
