"""Functions that the tests run on a cluster; its workers import them by name."""

import os
import signal
from typing import Any

from clippings_etl.documents import Record
from clippings_etl.readers import Unreadable


def double(number: int) -> int:
    """Twice the number."""
    return number * 2


def process(_: int) -> int:
    """Where it runs."""
    return os.getpid()


def crash_on_seven(number: int) -> int:
    """Crashes as a parser in C does."""
    if number % 50 == 7:
        os.kill(os.getpid(), signal.SIGSEGV)
    return number


def kill_the_worker(number: int) -> int:
    """Takes the whole worker with it, as where memory runs out."""
    if number == 3:
        os.kill(os.getppid(), signal.SIGKILL)
    return number


def fail(number: int) -> int:
    """A fault in the program."""
    raise KeyError(f"number {number}")


def echo(data: bytes) -> bytes:
    """The same."""
    return data


def source(document: Record | Unreadable) -> str:
    """The name of a document that can be read."""
    assert isinstance(document, Record), document
    return document.source


def not_lost(item: object) -> Any:
    """Nothing is to be lost."""
    raise AssertionError(f"{item!r} was lost")
