"""Each engine in a process of its own, which answers when it is asked to."""

from __future__ import annotations

import multiprocessing
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from .clippings import Bitmaps, Sql
from .datasette_sql import DatasetteSql
from .duckdb_tables import DuckDb
from .engine import Engine, Found, Material, NotHere, Question, forget, size_of
from .tantivy_index import TantivyNames, TantivyNumbers
from .xapian_index import Xapian

ENGINES: dict[str, type[Engine]] = {
    "clippings": Bitmaps,
    "clippings-sql": Sql,
    "datasette-sql": DatasetteSql,
    "tantivy-names": TantivyNames,
    "tantivy-numbers": TantivyNumbers,
    "duckdb": DuckDb,
    "xapian": Xapian,
}

_START = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True)
class Timed:
    """An answer and how long it took."""

    milliseconds: float
    found: Found


@dataclass(frozen=True, slots=True)
class Built:
    """What an engine made."""

    version: str
    bytes: int
    seconds: float | None
    """None where its files were there."""


class EngineFailed(Exception):
    """The engine's process ended, or raised; says with what."""


class EngineProcess:
    """A process with one engine; close it, or use it as a context."""

    def __init__(self, name: str, material: Material) -> None:
        self.name = name
        self._connection, theirs = _START.Pipe()
        self._process = _START.Process(target=_serve, args=(name, material, theirs), daemon=True)
        self._process.start()
        theirs.close()

    def __enter__(self) -> EngineProcess:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def build(self) -> Built:
        """Make the engine's files where they aren't there; raises NotHere."""
        built: Built = self._call("build")
        return built

    def open(self) -> None:
        """Get ready."""
        self._call("open")

    def open_cold(self) -> None:
        """Get ready, with none of the files in memory."""
        self._call("open_cold")

    def answer(self, cell: str, question: Question) -> Timed:
        """Answer once."""
        timed: Timed = self._call("answer", cell, question)
        return timed

    def memory(self) -> int:
        """The most memory that the process ever held, in bytes."""
        return int(self._call("memory"))

    def close(self) -> None:
        """End the process."""
        self._connection.close()
        self._process.join(10)
        self._process.kill()

    def _call(self, *call: object) -> Any:
        try:
            self._connection.send(call)
            result = self._connection.recv()
        except (EOFError, OSError) as error:
            raise EngineFailed(f"{self.name}: its process has ended") from error
        if isinstance(result, NotHere | EngineFailed):
            raise result
        return result


class _Served:
    """What the process does."""

    def __init__(self, name: str, material: Material) -> None:
        self._engine = ENGINES[name](material)

    def build(self) -> Built:
        version, seconds = self._engine.version(), None
        if not self._engine.files():
            started = time.perf_counter()
            self._engine.build()
            seconds = time.perf_counter() - started
        return Built(version, size_of(self._engine.files()), seconds)

    def open(self) -> None:
        self._engine.open()

    def open_cold(self) -> None:
        forget(self._engine.files())
        self._engine.open()

    def answer(self, cell: str, question: Question) -> Timed:
        started = time.perf_counter()
        found = self._engine.answer(cell, question)
        return Timed((time.perf_counter() - started) * 1000, found)

    def memory(self) -> int:
        # Linux counts this anew for each program; ru_maxrss would begin with what the starting process held.
        lines = Path("/proc/self/status").read_text().splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:"))


def _serve(name: str, material: Material, connection: Connection) -> None:
    served = _Served(name, material)
    while True:
        try:
            method, *arguments = connection.recv()
        except EOFError:
            return
        try:
            result = getattr(served, method)(*arguments)
        except NotHere as error:
            result = error
        except Exception as error:
            result = EngineFailed(f"{name}: {type(error).__name__}: {error}")
        connection.send(result)
