"""Files and folders that URLs name: ``s3://``, ``https://`` and whatever else fsspec has a package for.

Needs the extra ``remote`` (fsspec), and for most protocols a package of their own, which fsspec names.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ..errors import ReadError, SourceError

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_URL = re.compile(r"[a-z][a-z0-9+.-]*(?:::[^\s]*?)?://", re.IGNORECASE)

_MARKS = ("ETag", "etag", "mtime", "LastModified", "last_modified", "updated", "created")
"""Where the file systems say what changes when a file does, the surest first."""


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file that isn't on a disk of this computer."""

    url: str
    size: int | None = None
    """In bytes; None: the server doesn't say."""
    mark: str = ""
    """Changes when the file does, as far as the server says: an ETag or a time."""

    @property
    def name(self) -> str:
        """The last part of the address."""
        return self.url.rstrip("/").rpartition("/")[2]

    @property
    def is_elsewhere(self) -> bool:
        """Whether other processes and other computers see it under the same address."""
        return self.url.partition("://")[0] not in ("file", "local", "memory")

    def __str__(self) -> str:
        return self.url


@dataclass(frozen=True, slots=True)
class FoundThere:
    """What a URL stands for."""

    root: PurePosixPath
    """The folder, or the one that the file is in: it names the files."""
    files: tuple[tuple[PurePosixPath, RemoteFile], ...]
    """Each with its place, as below ``root``."""
    is_file: bool


def is_url(source: str | os.PathLike[str]) -> bool:
    """Whether a source is an address and no path."""
    return bool(_URL.match(os.fspath(source)))


def find_remote(url: str) -> FoundThere:
    """Every file in a folder, or the one file, that a URL names; hidden ones are passed over.

    Raises:
        SourceError: it can't be reached, or there is nothing.
    """
    if "::" in url:
        raise SourceError(f"{url} is an address in an address", "Give that of the file itself; archives are opened.")
    try:
        system, path = _system(url)
        info: Mapping[str, Any] = system.info(path)
        if info["type"] == "directory":
            found: Mapping[str, Mapping[str, Any]] = system.find(path, detail=True)
        else:
            found = {path: info}
    except FileNotFoundError as error:
        raise SourceError(f"{url} does not exist", "Check the spelling; give folders or files.") from error
    except ImportError as error:
        raise SourceError(f"{url} can't be read: {error}", "Install what it asks for, with pip.") from error
    except Exception as error:  # whatever a file system raises that is somebody else's package
        raise SourceError(
            f"{url} can't be read: {_reason(error)}", "Check the address, and your credentials."
        ) from error
    is_file = info["type"] != "directory"
    root = _place(system, path).parent if is_file else _place(system, path)
    files = [
        (place, RemoteFile(_address(system, name), said.get("size"), _mark(said)))
        for name, said in sorted(found.items())
        if not _is_hidden((place := _place(system, name)).relative_to(root))
    ]
    return FoundThere(root, tuple(files), is_file)


@contextmanager
def opened_remote(file: RemoteFile) -> Iterator[GuardedFile]:
    """The file, open for reading.

    Raises:
        ReadError: it can't be opened.
    """
    try:
        system, path = _system(file.url)
        opened = system.open(path, "rb")
    except Exception as error:  # whatever a file system raises that is somebody else's package
        raise unreachable(error) from error
    with opened:
        yield GuardedFile(opened)


def unreachable(error: Exception) -> ReadError:
    """What is said of a file that its server doesn't give."""
    return ReadError(
        f"it can't be read: {_reason(error)}", "Check that it is still there, and build again.", may_pass=True
    )


class GuardedFile:
    """Makes a ConnectionError of all that a file system raises."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def read(self, size: int = -1, /) -> bytes:
        try:
            return bytes(self._file.read(size))
        except Exception as error:  # whatever a file system raises that is somebody else's package
            raise ConnectionError(_reason(error)) from error

    def seekable(self) -> bool:
        return bool(self._file.seekable())

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return int(self._file.seek(offset, whence))

    def tell(self) -> int:
        return int(self._file.tell())


def _system(url: str) -> tuple[AbstractFileSystem, str]:
    from fsspec.core import url_to_fs

    system, path = url_to_fs(url)
    return system, path


def _place(system: AbstractFileSystem, path: str) -> PurePosixPath:
    """A path that is nobody else's: the protocol, the host or bucket, and so on."""
    protocol, _, rest = _address(system, path).partition("://")
    # What is asked of a server is a part of the last name, whatever is in it.
    rest, mark, query = rest.partition("?")
    return PurePosixPath(f"//{protocol}/{rest.strip('/')}{mark}{query.replace('/', '%2F')}")


def _address(system: AbstractFileSystem, path: str) -> str:
    return str(system.unstrip_protocol(path))


def _is_hidden(path: PurePosixPath) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _mark(said: Mapping[str, Any]) -> str:
    for name in _MARKS:
        value = said.get(name)
        if value is not None:
            # The same time is said in two ways, of one file and in a list of a folder's.
            return str(value.timestamp() if isinstance(value, datetime) else value)
    return ""


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
