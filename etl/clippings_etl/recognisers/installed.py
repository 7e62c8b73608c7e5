"""Packages that engines need and that may not be installed."""

from __future__ import annotations

import importlib
from importlib.util import find_spec
from typing import Any

from ..errors import RecogniserError


def package(name: str, extra: str) -> Any:
    """A package that an extra of ours brings.

    Raises:
        RecogniserError: it isn't installed, or can't be imported.
    """
    advice = f"Install it with `pip install 'datasette-clippings[{extra}]'`."
    if find_spec(name) is None:
        raise RecogniserError(f"the recogniser {extra} needs the package {name}, which isn't installed", advice)
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise RecogniserError(f"the package {name} of the recogniser {extra} can't be used: {error}", advice) from error


def no_argument(name: str, argument: str) -> None:
    """For engines that need nothing.

    Raises:
        RecogniserError: they were given something.
    """
    if argument:
        raise RecogniserError(
            f"{name} takes nothing behind a colon, and was given {argument!r}", f"Write {name} alone."
        )
