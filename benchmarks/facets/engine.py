"""What an engine has to do to be measured."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar, Protocol

TYPES = ("person", "organisation", "place")
TOP = 10
"""Entities of each type."""
HITS = 20

CELLS = {
    "a": "top 20 hits with titles",
    "b": "top 10 entities of three types",
    "c": "hits and entities",
    "d": "hits and entities, one entity selected",
    "e": "histogram by month",
}


class NotHere(Exception):
    """The engine isn't installed, or there is nothing of it in this archive; says what."""


@dataclass(frozen=True, slots=True)
class Selected:
    """An entity that the articles have to mention."""

    key: str
    name: str
    number: int
    """Its number in the files for other engines."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked."""

    words: str | None
    """One word; None: all articles."""
    selected: Selected | None = None


@dataclass(frozen=True, slots=True)
class EntityCount:
    """An entity, as far as the engine tells: by its key, or by its number; and its matching articles."""

    entity: str | int
    articles: int
    name: str | None
    """None where the engine would have to look it up."""


@dataclass(frozen=True, slots=True)
class Found:
    """An answer; what wasn't asked for is empty."""

    hits: Sequence[tuple[int, str]] = ()
    """Numbers and titles."""
    entities: Mapping[str, Sequence[EntityCount]] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    """Such as ``2024-04``."""


@dataclass(frozen=True, slots=True)
class Material:
    """Where the articles are, and where an engine puts what it makes of them."""

    folder: Path

    @property
    def database(self) -> Path:
        """The archive."""
        return self.folder / "archive.db"

    @property
    def articles(self) -> Path:
        """The articles for other engines, see ``archive.exports``."""
        return self.folder / "articles.jsonl"

    @property
    def entities(self) -> Path:
        """The entities for other engines."""
        return self.folder / "entities.jsonl"


class Engine(Protocol):
    """One engine on one archive."""

    what: ClassVar[str]
    """In a line."""
    exact_order: ClassVar[bool]
    """Whether hits and ties have to come in the order that the plugin promises."""

    def __init__(self, material: Material) -> None:
        """For the articles of this folder."""

    def version(self) -> str:
        """Names and versions of what answers; raises NotHere."""

    def files(self) -> Sequence[Path]:
        """The files and folders that it reads; empty where it has to be built."""

    def build(self) -> None:
        """Make its files."""

    def open(self) -> None:
        """Get ready to answer."""

    def answer(self, cell: str, question: Question) -> Found:
        """Answer as one of ``CELLS`` asks."""


def size_of(paths: Iterable[Path]) -> int:
    """Bytes in files and folders."""
    return sum(file.stat().st_size for file in _files(paths))


def forget(paths: Iterable[Path]) -> None:
    """Take files out of the system's cache, so that they are read from the disk next."""
    gc.collect()
    for file in _files(paths):
        descriptor = os.open(file, os.O_RDONLY)
        try:
            os.fsync(descriptor)
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        yield from (file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]


def installed(name: str) -> Any:
    """The module of this name; raises NotHere without it."""
    try:
        return import_module(name)
    except ImportError as error:
        raise NotHere(f"{name} isn't installed") from error
