"""Our own recognisers as an engine, so that all engines can be asked alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..entities import gazetteer_version, recognise
from ..version import VERSION
from .installed import no_argument
from .protocol import Engine, Found


@dataclass(frozen=True)
class Builtin:
    """An ``Engine``."""

    version: str
    languages = None

    def __call__(self, text: str, language: str | None) -> Iterator[Found]:
        """See ``Engine``."""
        for mention in recognise(text, language):
            yield Found(mention.start, mention.end, mention.type, mention.score, mention.method)


def open_engine(argument: str) -> Engine:
    """What comes with the package.

    Raises:
        RecogniserError: there is an argument.
    """
    no_argument("builtin", argument)
    return Builtin(f"clippings {VERSION}, gazetteer {gazetteer_version()}")
