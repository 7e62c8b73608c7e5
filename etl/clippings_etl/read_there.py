"""Files that are read where their documents are worked on, and not sent there.

A file goes to a worker by its name. The worker reads its documents and works on them; where that would be too much
at once, or the file isn't there, or a document in it ends processes, the file is read here after all and its documents
are sent one by one, as those of other files are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from .documents import Record
from .errors import ReadError
from .readers import FoundFile, ReadOptions, Unreadable

Result = TypeVar("Result")
Document = Record | Unreadable

MOST_DOCUMENTS = 256
MOST_BYTES = 32_000_000
"""A file with more documents, or bytes in them, isn't worked on in one go: its results have to fit into memory."""


@dataclass(frozen=True, slots=True)
class FileThere:
    """A file for a worker to read."""

    found: FoundFile
    size: int | None
    """Of the file, in bytes, as it is seen from here."""


@dataclass(frozen=True, slots=True)
class ReadThere(Generic[Result]):
    """What came of a file that a worker has read."""

    results: tuple[Result, ...]
    passed_over: Counter[str]


@dataclass(frozen=True, slots=True)
class ReadHere:
    """A file that has to be read here."""

    found: FoundFile


def weigh(item: Document | FileThere) -> int:
    """About how many bytes are worked on."""
    if isinstance(item, FileThere):
        return item.size or 0
    return len(item.data) if isinstance(item, Record) else 0


def file_there(file: FoundFile) -> FileThere | Unreadable:
    """The file for a worker; what is wrong, where it is gone."""
    try:
        return FileThere(file, file.stamp()[0])
    except ReadError as error:
        return Unreadable(file.source, file.path, error)


def work_there(
    function: Callable[[Document], Result], options: ReadOptions, item: Document | FileThere
) -> Result | ReadThere[Result] | ReadHere:
    """One item, where the work is done."""
    if not isinstance(item, FileThere):
        return function(item)
    is_there = not isinstance(item.found.path, Path) or _is_there(item.found.path, item.size)
    if not is_there or (item.size or 0) > MOST_BYTES:
        return ReadHere(item.found)
    passed_over: Counter[str] = Counter()
    documents: list[Document] = []
    size = 0
    from .readers import read_file

    for document in read_file(item.found, options, passed_over):
        documents.append(document)
        size += weigh(document)
        if len(documents) > MOST_DOCUMENTS or size > MOST_BYTES:
            return ReadHere(item.found)
    return ReadThere(tuple(map(function, documents)), passed_over)


def _is_there(path: Path, size: int | None) -> bool:
    try:
        return path.stat().st_size == size
    except OSError:
        return False


def lost_there(lost: Callable[[Document], Result], item: Document | FileThere) -> Result | ReadHere:
    """A file with a document that ends processes may have others: they are sent one by one."""
    return ReadHere(item.found) if isinstance(item, FileThere) else lost(item)
