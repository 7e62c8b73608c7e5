"""Folders and files → the documents in them, each with a lasting name.

A document's name is its path from the folder that was given, that folder's own name in front:
`clippings build /data/seeds` and `clippings build seeds/story.txt` both know `seeds/story.txt`.
Where a folder and one inside it are given, the outer one counts.
"""

from __future__ import annotations

import os
import stat
from collections import deque
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from ..errors import ReadError, SourceError
from .options import DEFAULT_MAX_BYTES

SUFFIXES = frozenset({".txt", ".text", ""})
"""Files that a folder is searched for; a file named on the command line is read whatever its name."""


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
        SourceError: a source doesn't exist, or two different folders have the same name.
    """
    paths = set()
    for given in sources:
        path = Path(os.path.abspath(given))  # noqa: PTH100  (resolve() would follow the links that name the files)
        if not os.path.lexists(path):
            raise SourceError(f"{given} does not exist", "Check the spelling; give folders or text files.")
        paths.add(path)
    found: dict[Path, FoundFile | Unreadable] = {}
    named: dict[str, Path] = {}
    roots = _outermost({path if path.is_dir() else path.parent for path in paths})
    for path, error in _walk(sorted(paths)):
        if path in found:
            continue
        root = next(folder for folder in (path, *path.parents) if folder in roots)
        source = _printable(f"{root.name or 'root'}/{path.relative_to(root).as_posix()}".removesuffix("/."))
        if named.setdefault(source, path) != path:
            error = ReadError("another file has a name that is written alike", "Rename one of them.")
        found[path] = Unreadable(source, path, error) if error else FoundFile(source, path)
    return sorted(found.values(), key=lambda item: (item.source, str(item.path)))


def read(path: Path, max_bytes: int = DEFAULT_MAX_BYTES) -> bytes:
    """A file's bytes.

    Raises:
        ReadError: it can't be opened, isn't a regular file, or is larger than ``max_bytes``.
    """
    try:
        with open(path, "rb", opener=_open_without_waiting) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
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


def _open_without_waiting(path: str, flags: int) -> int:
    """Open a file; a named pipe would otherwise wait for a writer for ever."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _walk(paths: Iterable[Path]) -> Iterator[tuple[Path, ReadError | None]]:
    """Every file at or below the paths; what can't be read is reported, hidden files are passed over.

    Links to folders are followed when all real folders are done, and each folder is read once: a link back to one
    is reported. Reasons name no place on this machine: they are content, the same wherever the archive is built.
    """
    seen: dict[str, Path] = {}
    pending = deque(paths)
    linked: deque[Path] = deque()
    while pending or linked:
        current = pending.popleft() if pending else linked.popleft()
        if not current.is_dir():
            yield current, None
            continue
        real = os.path.realpath(current)
        if seen.setdefault(real, current) != current:
            yield current, ReadError("it is a link to a folder that is read already", "Remove the link.")
            continue
        try:
            entries = sorted(os.scandir(current), key=lambda entry: entry.name)
        except OSError as error:
            yield current, ReadError(f"the folder can't be read: {error.strerror}", "Check that you may read it.")
            continue
        for entry in entries:
            path = current / entry.name
            if entry.name.startswith("."):
                continue
            try:
                is_folder = entry.is_dir()
            except OSError as error:
                yield path, ReadError(f"the link leads nowhere: {error.strerror}", "Remove the link.")
                continue
            if is_folder:
                (linked if entry.is_symlink() else pending).append(path)
            elif path.suffix.lower() in SUFFIXES:
                yield path, None
            else:
                yield path, ReadError(f"{path.suffix} files are not read", "Save what it says as plain text (.txt).")


def _outermost(folders: Set[Path]) -> set[Path]:
    """The folders that lie in none of the others; each has a name of its own, which names its documents."""
    roots = {folder for folder in folders if not any(parent in folders for parent in folder.parents)}
    by_name: dict[str, Path] = {}
    for root in sorted(roots):
        if root.name in by_name:
            raise SourceError(
                f"{by_name[root.name]} and {root} have the same name, which would name their documents alike",
                "Rename one of them, or build from a folder that holds both.",
            )
        by_name[root.name] = root
    return roots


def _printable(source: str) -> str:
    """A name that can be stored: bytes of a file name that are no UTF-8 are written as ``\\xNN``."""
    return os.fsencode(source).decode("utf-8", "backslashreplace")
