"""The reading room: Datasette on one database, ready to read."""

from __future__ import annotations

import contextlib
import socket
import tempfile
import threading
import time
import webbrowser
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from datasette.cli import cli as datasette_cli

from .errors import ClippingsError
from .metadata import SETTINGS, metadata_yaml

_PORTS_TRIED = 50


def serve(
    database: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8001,
    open_browser: bool = False,
    metadata: Path | None = None,
    announce: Callable[[str], None] = print,
) -> None:
    """Serve a database until interrupted.

    Args:
        port: the first port to try; the next free one is taken.
        metadata: a metadata file for Datasette; without one, ``metadata.yml`` beside the database, else
            the descriptions and facets that come with the schema.
        announce: called once with the address of the articles.

    Raises:
        ClippingsError: no port is free.
    """
    port = _free_port(host, port)
    address = f"http://{host}:{port}/{quote(database.stem)}/articles"
    beside = database.with_name("metadata.yml")
    with tempfile.TemporaryDirectory() as folder:
        if metadata is None and beside.is_file():
            metadata = beside
        if metadata is None:
            metadata = Path(folder) / "metadata.yml"
            metadata.write_text(metadata_yaml(database.stem), encoding="utf-8")
        # Immutable: nothing can write to the file, and Datasette counts it once.
        arguments = ["serve", "--immutable", str(database), "--metadata", str(metadata)]
        arguments += ["--host", host, "--port", str(port)]
        for name, value in SETTINGS.items():
            arguments += ["--setting", name, value]
        announce(address)
        if open_browser:
            threading.Thread(target=_open_when_up, args=(host, port, address), daemon=True).start()
        with contextlib.suppress(KeyboardInterrupt):
            datasette_cli.main(arguments, standalone_mode=False)


def _free_port(host: str, first: int) -> int:
    for port in range(first, min(first + _PORTS_TRIED, 65536)):
        with socket.socket() as probe:
            # As servers do: a port left by one that has just ended is free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return port
    raise ClippingsError(f"no free port from {first} on at {host}", "Choose another with --port, or another --host.")


def _open_when_up(host: str, port: int, address: str) -> None:
    for _ in range(100):
        with contextlib.suppress(OSError), socket.create_connection((host, port), timeout=1):
            webbrowser.open(address)
            return
        time.sleep(0.1)
