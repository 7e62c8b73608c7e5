"""Folders and files → the documents in them, each with a lasting name.

A document's name is its path from the folder that was given, that folder's own name in front:
`clippings build /data/seeds` and `clippings build seeds/story.txt` both know `seeds/story.txt`.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import ReadError, SourceError

SUFFIXES = frozenset({".txt", ".text", ""})
"""Files that a folder is searched for; a file named on the command line is read whatever its name."""

DEFAULT_MAX_BYTES = 20_000_000
"""A larger document is no article: the Bible has 4.5 million characters."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A document found, not yet read."""

    source: str
    path: Path


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A place where a document or folder could not be reached."""

    source: str
    path: Path
    error: ReadError


def find(sources: Sequence[str | os.PathLike[str]]) -> list[FoundFile | Unreadable]:
    """Everything the sources hold, sorted by name: the same list whatever the order of the sources.

    Raises:
        SourceError: a source doesn't exist.
    """
    roots = {}
    for given in sources:
        path = Path(os.path.abspath(given))  # noqa: PTH100  (resolve() would follow the links that name the files)
        if not os.path.lexists(path):
            raise SourceError(f"{given} does not exist", "Check the spelling; give folders or text files.")
        roots[path] = path if path.is_dir() else path.parent
    names = _root_names(roots.values())
    found: dict[Path, FoundFile | Unreadable] = {}
    for path, root in sorted(roots.items()):
        for item_path, error in _walk(path) if path.is_dir() else [(path, None)]:
            source = _printable(f"{names[root]}/{item_path.relative_to(root).as_posix()}".removesuffix("/."))
            found[item_path] = Unreadable(source, item_path, error) if error else FoundFile(source, item_path)
    return sorted(found.values(), key=lambda item: item.source)


def read(path: Path, max_bytes: int = DEFAULT_MAX_BYTES) -> bytes:
    """A file's bytes.

    Raises:
        ReadError: it can't be opened, isn't a regular file, or is larger than ``max_bytes``.
    """
    try:
        # Not blocking: a named pipe would otherwise wait for a writer for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise ReadError("it is no regular file", "Only files can be read, no devices, pipes or sockets.")
            data = file.read(max_bytes + 1)
    except OSError as error:
        raise ReadError(
            f"it can't be read: {error.strerror or error}", "Check that it exists and that you may read it."
        ) from error
    if len(data) > max_bytes:
        raise ReadError(
            f"it is larger than {max_bytes / 1e6:g} MB",
            "Split it into articles, or raise the limit with --max-size.",
        )
    return data


def _walk(folder: Path) -> Iterator[tuple[Path, ReadError | None]]:
    """Every file below a folder, links followed; what can't be read is reported, hidden files are passed over."""
    pending: list[tuple[Path, tuple[str, ...]]] = [(folder, (os.path.realpath(folder),))]
    while pending:
        current, ancestors = pending.pop()
        try:
            entries = sorted(os.scandir(current), key=lambda entry: entry.name)
        except OSError as error:
            yield current, ReadError(f"the folder can't be read: {error.strerror}", "Check that you may read it.")
            continue
        for entry in entries:
            path = current / entry.name
            if entry.name.startswith("."):
                continue
            if entry.is_dir():
                real = os.path.realpath(path)
                if real in ancestors:
                    yield path, ReadError("the folder contains itself, through a link", "Remove the link.")
                else:
                    pending.append((path, (*ancestors, real)))
            elif path.suffix.lower() in SUFFIXES:
                yield path, None
            else:
                yield path, ReadError(f"{path.suffix} files are not read", "Convert it to plain text (.txt).")


def _root_names(roots: Iterable[Path]) -> dict[Path, str]:
    """For each root its folder's name; where two would share it, as many parents more as tell them apart."""
    unique = sorted(set(roots))
    names = {root: root.name or "root" for root in unique}
    depth = 1
    while len(set(names.values())) < len(unique):
        depth += 1
        taken = Counter(names.values())
        clashing = {root for root, name in names.items() if taken[name] > 1}
        for root in clashing:
            names[root] = "/".join(root.parts[-depth:]).lstrip("/")
        if all(depth > len(root.parts) for root in clashing):
            break
    return names


def _printable(source: str) -> str:
    """A name that can be stored: bytes of a file name that are no UTF-8 are written as ``\\xNN``."""
    return os.fsencode(source).decode("utf-8", "backslashreplace")
