"""A Dask cluster of real processes for the tests: a scheduler, and workers that can be killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

from distributed import Client

ROOT = Path(__file__).parent.parent.parent
_QUIET = ("--no-dashboard",)


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class DaskProcesses:
    """Started with so many workers, each a process of one thread; ended with the ``with`` statement.

    Args:
        folder: for what the processes print.
        nannies: whether each worker has a process beside it that starts it again.
        settings: of Dask, as its environment variables.
    """

    def __init__(
        self, folder: Path, workers: int = 2, *, nannies: bool = False, settings: Mapping[str, str] | None = None
    ) -> None:
        self.address = f"tcp://127.0.0.1:{free_port()}"
        self._log = folder / "cluster.log"
        self._count = workers
        self._nannies = nannies
        self._settings = dict(settings or {})
        self._scheduler: subprocess.Popen[bytes] | None = None
        self.workers: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> DaskProcesses:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.kill()

    def start(self) -> None:
        """A scheduler at the address, and workers."""
        host, port = self.address.removeprefix("tcp://").split(":")
        self._scheduler = self._run("scheduler", "--host", host, "--port", port, *_QUIET)
        for _ in range(self._count):
            self.add_worker()

    def add_worker(self, *, threads: int = 1, python_path: Path | None = None) -> subprocess.Popen[bytes]:
        """Another worker; of another installation, where a path is given."""
        nanny = "--nanny" if self._nannies else "--no-nanny"
        arguments = ("worker", self.address, nanny, "--nthreads", str(threads), *_QUIET)
        self.workers.append(self._run(*arguments, python_path=python_path))
        return self.workers[-1]

    def wait_for(self, workers: int) -> None:
        """Until the scheduler and so many workers are there."""
        with Client(self.address, timeout=60, set_as_default=False) as client:
            if workers:
                client.wait_for_workers(workers, timeout=60)

    def kill_worker(self) -> None:
        """The earliest worker is gone at once, as when a computer loses its power."""
        _kill(self.workers.pop(0))

    def kill(self) -> None:
        """All are gone at once."""
        # Workers first: a nanny ends its worker when it is asked to, and not when it is killed.
        for process in filter(None, (*self.workers, self._scheduler)):
            if self._nannies and process is not self._scheduler:
                process.terminate()
                process.wait()
            else:
                _kill(process)
        self._scheduler = None
        self.workers.clear()

    def printed(self) -> str:
        """What the processes said, for the message of a test that fails."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def _run(self, *arguments: str, python_path: Path | None = None) -> subprocess.Popen[bytes]:
        paths = [str(path) for path in (python_path, ROOT, os.environ.get("PYTHONPATH")) if path]
        environment = os.environ | self._settings | {"PYTHONPATH": os.pathsep.join(paths)}
        with self._log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "dask", *arguments],
                env=environment,
                cwd=self._log.parent,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )


def _kill(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGKILL)
    process.wait()
