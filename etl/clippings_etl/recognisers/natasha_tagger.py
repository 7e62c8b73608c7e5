"""natasha, which recognises people, organisations and places in Russian news; its package holds its models."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from .installed import no_argument, package
from .pieces import pieces
from .protocol import UNSURE, Engine, Found, type_of

_PACKAGES = ("natasha", "slovnet", "navec")
"""What its models are made of."""


@dataclass(frozen=True)
class Natasha:
    """An ``Engine``."""

    tagger: Any
    version: str
    languages = frozenset(("ru",))

    def __call__(self, text: str, language: str | None) -> Iterator[Found]:
        """See ``Engine``; natasha gives no scores."""
        for offset, piece in pieces(text):
            for span in self.tagger(piece).spans:
                type_ = type_of(span.type)
                if type_:
                    yield Found(offset + span.start, offset + span.stop, type_, UNSURE, "natasha")


def open_engine(argument: str) -> Engine:
    """The tagger with the word vectors of its package.

    Raises:
        RecogniserError: natasha isn't installed.
    """
    no_argument("natasha", argument)
    natasha = package("natasha", "natasha")
    tagger = natasha.NewsNERTagger(natasha.NewsEmbedding())
    return Natasha(tagger, ", ".join(f"{name} {version(name)}" for name in _PACKAGES))
