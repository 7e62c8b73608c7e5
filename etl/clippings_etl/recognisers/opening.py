"""Entry points → engines, each opened once in a process, where it is first needed."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points

from ..errors import RecogniserError
from .protocol import GROUP, Engine


def names() -> tuple[str, ...]:
    """The engines that there are; what they need may still be missing."""
    return tuple(sorted({entry.name for entry in entry_points(group=GROUP)}))


@cache
def opened(name: str, argument: str) -> Engine:
    """The engine of a name.

    Raises:
        RecogniserError: there is no such engine, or it can't be opened.
    """
    entry = _entry(name)
    try:
        engine: Engine = entry.load()(argument)
    except RecogniserError:
        raise
    except Exception as error:  # whatever somebody else's package raises
        raise RecogniserError(
            f"the recogniser {name} can't be opened: {type(error).__name__}: {error}",
            f"It is {entry.value}; ask those who made it.",
        ) from error
    return engine


def _entry(name: str) -> EntryPoint:
    found = sorted((entry for entry in entry_points(group=GROUP) if entry.name == name), key=lambda one: one.value)
    if not names():
        raise RecogniserError(
            f"there is no recogniser {name!r}, nor any other", "Install clippings again: its entry points are missing."
        )
    if not found:
        from ..cleaning.user_yaml import suggestion

        raise RecogniserError(
            f"there is no recogniser {name!r}{suggestion(name, names())}",
            "Install the package that brings it; docs/recognisers.md tells how one is made.",
        )
    return found[0]
