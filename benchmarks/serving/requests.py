"""One request after another, over one connection."""

from __future__ import annotations

import http.client
import json
import statistics
import time
from dataclasses import dataclass
from typing import Any

from .server import HOST, Server

_WARMING = 3
_PATIENCE = 120


class Unanswered(Exception):
    """A page that isn't there, or is an error; says which."""


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds from the request to the last byte of the page."""

    first: float
    """The very first request for the page."""
    median: float
    p95: float
    requests: int


class Client:
    """A connection to a server; a context that closes it."""

    def __init__(self, server: Server) -> None:
        self._connection = http.client.HTTPConnection(HOST, server.port, timeout=_PATIENCE)

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def latency(self, path: str, requests: int) -> Latency:
        """How long a page takes."""
        first, *_ = [self._milliseconds(path) for _ in range(_WARMING)]
        times = sorted(self._milliseconds(path) for _ in range(requests))
        return Latency(first, statistics.median(times), times[min(len(times) - 1, int(len(times) * 0.95))], requests)

    def json(self, path: str) -> Any:
        """What an address says in JSON."""
        return json.loads(self._get(path))

    def _milliseconds(self, path: str) -> float:
        started = time.perf_counter()
        self._get(path)
        return (time.perf_counter() - started) * 1000

    def _get(self, path: str) -> bytes:
        self._connection.request("GET", path)
        response = self._connection.getresponse()
        content = response.read()
        if response.status != http.HTTPStatus.OK:
            raise Unanswered(f"{path}: {response.status} {content[:300].decode(errors='replace')}")
        return content
