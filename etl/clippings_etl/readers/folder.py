"""Folders, files and URLs → the documents in them, each with a lasting name.

A document's name is its path from the folder that was given, that folder's own name in front:
`clippings build /data/seeds` and `clippings build seeds/story.txt` both know `seeds/story.txt`.
Where a folder and one inside it are given, the outer one counts. Of `s3://bucket/seeds` the same names come.
"""

from __future__ import annotations

import io
import os
import stat
import sys
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePath
from typing import BinaryIO

from ..errors import ReadError, SourceError
from .documents import too_large
from .options import DEFAULT_MAX_BYTES
from .place import Location, Unreadable, printable
from .remote import FoundThere, RemoteFile, find_remote, is_url

STANDARD_INPUT = "-"
"""The source that stands for a list of paths on standard input."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file found, not yet opened."""

    source: str
    path: Location
    named: bool = False
    """Whether it was named itself, and not found in a folder."""

    def stamp(self) -> tuple[int | None, str]:
        """Its size in bytes, None where nobody says, and what changes when the file does; empty: nothing is known.

        Raises:
            ReadError: it isn't there any more.
        """
        if isinstance(self.path, RemoteFile):
            return self.path.size, self.path.mark
        try:
            found = self.path.stat()
        except OSError as error:
            raise _unopened(error) from error
        return found.st_size, str(found.st_mtime_ns)


def find(
    sources: Sequence[str | os.PathLike[str]],
    standard_input: BinaryIO | None = None,
    *,
    names: Collection[str] | None = None,
) -> list[FoundFile | Unreadable]:
    """Every file the sources hold, sorted by name: the same list whatever the order of the sources.

    Args:
        sources: folders, files and URLs; ``-`` stands for the paths listed on standard input. Files listed there that
            lie below the current folder are called as if that folder had been given.
        standard_input: where that list is read from, for want of the process's own.
        names: what the files in folders on disk have to be called; None: they may have any name.

    Raises:
        SourceError: a source doesn't exist, or two different folders have the same name.
    """
    remote = [find_remote(os.fspath(given)) for given in sources if is_url(given)]
    sources = [given for given in sources if not is_url(given)]
    paths = {_existing(given) for given in sources if os.fspath(given) != STANDARD_INPUT}
    roots = {path if path.is_dir() else path.parent for path in paths}
    if any(os.fspath(given) == STANDARD_INPUT for given in sources):
        listed = {_existing(given) for given in listed_paths(standard_input or sys.stdin.buffer)}
        here = Path(os.path.abspath("."))  # noqa: PTH100
        roots |= {here if here in path.parents or here == path else path.parent for path in listed}
        paths |= listed
    folders = _outermost({*roots, *(there.root for there in remote)})
    named = _Names(folders)
    found: dict[str, FoundFile | Unreadable] = {}
    taken: dict[str, str] = {}
    for place, location, error, is_named in chain(_local(paths, names), _remote(remote)):
        key = str(place)
        if key in found:
            continue
        source = named.source(place)
        if taken.setdefault(source, key) != key:
            error = ReadError("another file has a name that is written alike", "Rename one of them.")
        found[key] = Unreadable(source, location, error) if error else FoundFile(source, location, is_named)
    return sorted(found.values(), key=lambda item: (item.source, str(item.path)))


class _Names:
    """The names of files: their paths from the outermost of the folders that were given.

    What names the files of a folder is found once: there may be a million of them.
    """

    def __init__(self, roots: Set[PurePath]) -> None:
        self._roots = roots
        self._folder: str | None = None
        self._prefix = ""

    def source(self, place: PurePath) -> str:
        path, _, name = str(place).rpartition("/")
        if path != self._folder:
            folder = place.parent
            root = next((root for root in (folder, *folder.parents) if root in self._roots), None)
            if root is None or place in self._roots:  # a folder that was given and can't be read
                root = next(root for root in (place, *place.parents) if root in self._roots)
                return printable(f"{root.name or 'root'}/{place.relative_to(root).as_posix()}".removesuffix("/."))
            inside = folder.relative_to(root).as_posix()
            self._folder = path
            self._prefix = f"{root.name or 'root'}/" + ("" if inside == "." else f"{inside}/")
        return printable(self._prefix + name)


_Found = tuple[PurePath, Location, ReadError | None, bool]
"""A place that names the file, the file, what is wrong with it, and whether it was named itself."""


def found_files(
    sources: Sequence[str | os.PathLike[str]], skip: Callable[[Path], bool] | None = None
) -> Iterator[FoundFile | Unreadable]:
    """The files of which ``reading.records`` reads the documents, none of them opened yet; see there."""
    for item in find(sources):
        if skip is None or not isinstance(item.path, Path) or not skip(item.path):
            yield item


def _local(paths: Set[Path], names: Collection[str] | None) -> Iterator[_Found]:
    given = {str(path) for path in paths}
    return ((path, path, error, str(path) in given) for path, error in _walk(sorted(paths), names))


def _remote(found: Iterable[FoundThere]) -> Iterator[_Found]:
    return ((place, file, None, there.is_file) for there in found for place, file in there.files)


def listed_paths(file: BinaryIO) -> list[str]:
    """The paths in a list: one a line, or parted by NUL bytes as ``find -print0`` writes them."""
    data = file.read()
    separator = b"\0" if b"\0" in data else b"\n"
    return [
        os.fsdecode(line.rstrip(b"\r") if separator == b"\n" else line)
        for line in data.split(separator)
        if line.strip()
    ]


def _existing(given: str | os.PathLike[str]) -> Path:
    path = Path(os.path.abspath(given))  # noqa: PTH100  (resolve() would follow the links that name the files)
    if not os.path.lexists(path):
        raise SourceError(f"{given} does not exist", "Check the spelling; give folders or files.")
    return path


@contextmanager
def opened_file(path: Path) -> Iterator[io.BufferedReader]:
    """A file, open for reading.

    Raises:
        ReadError: it can't be opened, or isn't a regular file.
    """
    try:
        file = open(path, "rb", opener=_open_without_waiting)  # noqa: SIM115  (what goes wrong later is no failed opening)
    except OSError as error:
        raise _unopened(error) from error
    with file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise ReadError("it is no regular file", "Only files can be read, no devices, pipes or sockets.")
        yield file


def read(path: Path, max_bytes: int = DEFAULT_MAX_BYTES) -> bytes:
    """A file's bytes.

    Raises:
        ReadError: it can't be opened, isn't a regular file, or is larger than ``max_bytes``.
    """
    with opened_file(path) as file:
        try:
            data = file.read(max_bytes + 1)
        except OSError as error:
            raise _unopened(error) from error
    if len(data) > max_bytes:
        raise too_large(max_bytes)
    return data


def _unopened(error: OSError) -> ReadError:
    return ReadError(
        f"it can't be read: {error.strerror or error}", "Check that it exists and that you may read it.", may_pass=True
    )


def _open_without_waiting(path: str, flags: int) -> int:
    """Open a file; a named pipe would otherwise wait for a writer for ever."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _walk(paths: Iterable[Path], names: Collection[str] | None) -> Iterator[tuple[Path, ReadError | None]]:
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
            if entry.name.startswith(".") or (names is not None and entry.name not in names and _is_file(entry)):
                continue
            path = current / entry.name
            try:
                is_folder = entry.is_dir()
            except OSError as error:
                yield path, ReadError(f"the link leads nowhere: {error.strerror}", "Remove the link.")
                continue
            if is_folder:
                (linked if entry.is_symlink() else pending).append(path)
            else:
                yield path, None


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether it is certainly no folder."""
    return entry.is_file(follow_symlinks=False)


def _outermost(folders: Set[PurePath]) -> set[PurePath]:
    """The folders that lie in none of the others; each has a name of its own, which names its documents."""
    roots = {folder for folder in folders if not any(parent in folders for parent in folder.parents)}
    by_name: dict[str, PurePath] = {}
    for root in sorted(roots):
        if root.name in by_name:
            raise SourceError(
                f"{by_name[root.name]} and {root} have the same name, which would name their documents alike",
                "Rename one of them, or build from a folder that holds both.",
            )
        by_name[root.name] = root
    return roots
