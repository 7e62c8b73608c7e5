"""The reading room: Datasette on one archive, ready to read."""

from __future__ import annotations

import contextlib
import signal
import socket
import sys
import tempfile
import threading
import time
import webbrowser
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import click
from datasette.cli import cli as datasette_cli
from datasette.utils import tilde_encode

from .errors import ClippingsError
from .metadata import SETTINGS, metadata_beside, metadata_yaml

_PORTS_TRIED = 50


def serve(
    archive: Sequence[Path],
    *,
    host: str = "127.0.0.1",
    port: int = 8001,
    open_browser: bool = False,
    metadata: Path | None = None,
    announce: Callable[[str], None] = print,
) -> None:
    """Serve an archive until interrupted.

    Args:
        archive: its files.
        port: the first port to try; the next free one is taken.
        metadata: a metadata file for Datasette; without one, ``metadata.yml`` beside the files, with the
            descriptions and facets that come with the schema where it doesn't speak of one of them.
        announce: called once with the address of the archive's front page.

    Raises:
        ClippingsError: no port is free.
    """
    port = _free_port(host, port)
    shown = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    shown = f"[{shown}]" if ":" in shown else shown
    address = f"http://{shown}:{port}/{tilde_encode(archive[0].stem)}"
    with tempfile.TemporaryDirectory() as folder:
        if metadata is None:
            metadata = Path(folder) / "metadata.yml"
            text = metadata_beside(*archive) or metadata_yaml(*(file.stem for file in archive))
            metadata.write_text(text, encoding="utf-8")
        # Immutable: nothing can write to the files, and Datasette counts them once.
        arguments = ["serve", *(part for file in archive for part in ("--immutable", str(file)))]
        arguments += ["--metadata", str(metadata)]
        arguments += ["--host", host, "--port", str(port)]
        for name, value in SETTINGS.items():
            arguments += ["--setting", name, value]
        # So that the metadata goes away with us, whoever ends us.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit())
        # click makes an Abort of a Ctrl-C that comes before the server listens for it.
        with contextlib.suppress(KeyboardInterrupt, click.Abort):
            announce(address)
            if open_browser:
                threading.Thread(target=_open_when_up, args=(port, address), daemon=True).start()
            datasette_cli.main(arguments, standalone_mode=False)


def _free_port(host: str, first: int) -> int:
    try:
        family, *_ = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0]
    except OSError as error:
        raise ClippingsError(f"{host} is no address of this machine: {error}", "Choose another --host.") from error
    for port in range(first, min(first + _PORTS_TRIED, 65536)):
        with socket.socket(family) as probe:
            # As servers do: a port left by one that has just ended is free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with contextlib.suppress(OSError):
                probe.bind((host, port))
                return port
    raise ClippingsError(f"no free port from {first} on at {host}", "Choose another with --port, or another --host.")


def _open_when_up(port: int, address: str) -> None:
    host = urlsplit(address).hostname
    for _ in range(100):
        with contextlib.suppress(OSError), socket.create_connection((host, port), timeout=1):
            webbrowser.open(address)
            return
        time.sleep(0.1)
