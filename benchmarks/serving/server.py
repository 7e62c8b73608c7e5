"""Datasette in a process of its own."""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.memory import memory_of_family
from clippings_etl.metadata import SETTINGS, metadata_yaml

HOST = "127.0.0.1"
_PATIENCE = 300
"""Seconds; Datasette counts the rows of an immutable file before it serves."""

_WITH_PLUGINS = "from datasette.cli import cli; cli()"
_WITHOUT_PLUGINS = "import sys; sys._called_from_test = True; " + _WITH_PLUGINS
"""Datasette 0.65 has no setting for that; both of its lines look for this name before they load what is installed."""


class NoServer(Exception):
    """Datasette ended, or didn't begin to serve; says with what."""


@dataclass(frozen=True, slots=True)
class Server:
    """A Datasette that serves one archive."""

    process: int
    port: int

    def memory(self) -> int:
        """What it holds in memory, in bytes; pages of the file that it has mapped count, too."""
        return sum(one.resident for one in memory_of_family(self.process))


@contextmanager
def serving(database: Path, *, plugin: bool) -> Iterator[Server]:
    """Serve an archive as an immutable file with the settings of `clippings serve`.

    Args:
        plugin: with ours; else without any plugin.
    """
    port = _free_port()
    with TemporaryDirectory() as folder:
        metadata = Path(folder) / "metadata.yml"
        metadata.write_text(metadata_yaml(database.stem), encoding="utf-8")
        command = [sys.executable, "-c", _WITH_PLUGINS if plugin else _WITHOUT_PLUGINS, "serve"]
        command += ["--immutable", str(database), "--host", HOST, "--port", str(port)]
        command += ["--metadata", str(metadata)] if plugin else []
        for name, value in SETTINGS.items():
            command += ["--setting", name, value]
        log = Path(folder) / "log.txt"
        with log.open("wb") as output:
            process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
            try:
                _wait(process, port, log)
                yield Server(process.pid, port)
            finally:
                process.terminate()
                process.wait(30)


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        connection = http.client.HTTPConnection(HOST, port, timeout=_PATIENCE)
        try:
            connection.request("GET", "/-/versions.json")
            if connection.getresponse().status == http.HTTPStatus.OK:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
        if process.poll() is not None:
            break
    raise NoServer("Datasette doesn't serve: " + log.read_text(encoding="utf-8", errors="replace"))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port
