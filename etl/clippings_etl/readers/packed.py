"""Compressed streams and archives → what is inside, without unpacking to disk and never all at once."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import IO, cast

from ..errors import ReadError
from .compat import tarfile, zipfile, zstd
from .kinds import Kind
from .place import Place, Unreadable, printable
from .streams import HEAD, Budget, Readable, Stream, damaged

_NESTED_ZIP = 200_000_000
"""Bytes. A ZIP file's table of contents stands at its end, so one inside another archive is held in memory."""

_LONGEST_HEADER = 4 * HEAD
"""Bytes that may be read between two members of a tar, which are read ahead in pieces of HEAD."""

_XZ_MEMORY = 256 * 1024 * 1024
"""Bytes. ``xz -9`` needs 65 MiB to unpack; a file can demand more than there is."""

_DAMAGES = (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError, zstd.ZstdError)
_ARCHIVE_DAMAGES = (*_DAMAGES, tarfile.TarError, zipfile.BadZipFile, NotImplementedError, RuntimeError)


@dataclass(slots=True)
class Opened:
    """What holds for one file on disk and all that is packed in it."""

    budget: Budget
    max_depth: int
    passed_over: Counter[str]
    names: set[str] = field(default_factory=set)
    """Names given to members so far."""


def unpack(place: Place, stream: Stream, kind: Kind, opened: Opened) -> tuple[Place, Stream]:
    """What a compressed stream holds; it goes by the same name.

    Raises:
        ReadError: there are too many layers.
    """
    deeper = _deeper(place, opened)
    unpacker = _UNPACKERS[kind](stream)
    return deeper, Stream(unpacker, _DAMAGES, parent=stream, budget=opened.budget)


def members(place: Place, stream: Stream, kind: Kind, opened: Opened) -> Iterator[tuple[Place, Stream] | Unreadable]:
    """The files in an archive, in stored order; each has to be read before the next is asked for.

    Raises:
        ReadError: there are too many layers, or it is no archive of documents.
    """
    deeper = _deeper(place, opened)
    return (_zip_members if kind is Kind.ZIP else _tar_members)(deeper, stream, opened)


def _deeper(place: Place, opened: Opened) -> Place:
    if place.depth >= opened.max_depth:
        raise ReadError(
            f"it is packed in more than {opened.max_depth} layers",
            "Unpack the outer ones, or raise the limit with --max-depth.",
        )
    return replace(place, depth=place.depth + 1)


class _XzFile:
    """Like lzma.LZMAFile, with a limit on memory."""

    def __init__(self, file: Readable) -> None:
        self._file = file
        self._decompressor = self._new()
        self._started = False

    def read(self, size: int = -1, /) -> bytes:
        """Up to ``size`` bytes; none at the end."""
        while True:
            data = b""
            if self._decompressor.eof:
                data = (self._decompressor.unused_data or self._file.read(HEAD)).lstrip(b"\0")  # padding
                if not data:
                    data = self._file.read(HEAD)
                    if not data:
                        return b""
                self._decompressor = self._new()
            elif self._decompressor.needs_input:
                data = self._file.read(HEAD)
                if not data:
                    raise EOFError("the end is missing")
            unpacked = self._decompressor.decompress(data, size)
            if unpacked:
                return unpacked

    @staticmethod
    def _new() -> lzma.LZMADecompressor:
        return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_XZ_MEMORY)


_UNPACKERS: dict[Kind, Callable[[Stream], Readable]] = {
    Kind.GZIP: lambda stream: gzip.GzipFile(fileobj=cast(IO[bytes], stream)),
    Kind.BZIP2: lambda stream: bz2.BZ2File(cast(IO[bytes], stream)),
    Kind.XZ: _XzFile,
    Kind.ZSTD: lambda stream: zstd.ZstdFile(cast(IO[bytes], stream)),
}


def _zip_members(place: Place, stream: Stream, opened: Opened) -> Iterator[tuple[Place, Stream] | Unreadable]:
    file: IO[bytes]
    if stream.disk:
        file = stream.disk
    else:
        data = stream.read(_NESTED_ZIP + 1)
        if len(data) > _NESTED_ZIP:
            raise ReadError(
                f"it is a ZIP file of more than {_NESTED_ZIP / 1e6:g} MB inside another archive",
                "Unpack the outer one, and build again.",
            )
        if stream.damage:
            return  # the layer around it reports that
        file = io.BytesIO(data)
    try:
        archive = zipfile.ZipFile(file)
    except _ARCHIVE_DAMAGES as error:
        raise damaged(error) from error
    with closing(archive):
        entries = archive.infolist()
        _refuse_office({entry.filename for entry in entries[:50]})
        for entry in entries:
            if entry.is_dir() or _is_hidden(entry.filename, opened):
                continue
            inner = _member(place, entry.filename, opened)
            if entry.flag_bits & 1:
                yield inner.unreadable(ReadError("it is encrypted", "Unpack the archive with its password."))
                continue
            try:
                member = archive.open(entry)
            except _ARCHIVE_DAMAGES as error:
                yield inner.unreadable(_entry_error(error))
                continue
            with member:
                yield inner, Stream(member, _ARCHIVE_DAMAGES, budget=opened.budget)


def _entry_error(error: Exception) -> ReadError:
    if isinstance(error, NotImplementedError):
        return ReadError("it is packed in a way that can't be read", "Pack the archive anew, with deflate.")
    return damaged(error)


def _refuse_office(names: set[str]) -> None:
    if "[Content_Types].xml" in names:
        raise ReadError("Office files (.docx, .xlsx, .pptx) are not read", "Save what it says as plain text (.txt).")
    if "mimetype" in names and names & {"content.xml", "META-INF/container.xml", "META-INF/manifest.xml"}:
        raise ReadError("OpenDocument and EPUB files are not read", "Save what it says as plain text (.txt).")


class _Tar:
    """A stream for tarfile, which reads headers, names and notes whatever their length in one go."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self.left: int | None = None
        """How many bytes may be read until this is set anew; None: any number."""
        self.last = b""
        """The last bytes read."""

    def read(self, size: int = -1, /) -> bytes:
        data: bytes = self._stream.read(size)
        if self.left is not None:
            self.left -= len(data)
            if self.left < 0:
                raise ReadError("a name in it is absurdly long", "It may be a trap; pack the archive anew.")
        self.last = data[-tarfile.BLOCKSIZE :] or self.last
        return data


def _tar_members(place: Place, stream: Stream, opened: Opened) -> Iterator[tuple[Place, Stream] | Unreadable]:
    file = _Tar(stream)
    inner: Stream | None = None
    try:
        file.left = _LONGEST_HEADER
        archive = tarfile.open(  # type: ignore[call-overload]  # stream= is missing in its types
            fileobj=cast(IO[bytes], file), mode="r|", bufsize=HEAD, stream=True
        )
        with closing(archive):
            while entry := archive.next():
                if entry.isfile() and not _is_hidden(entry.name, opened):
                    file.left = None
                    content = archive.extractfile(entry)
                    inner = Stream(content, _ARCHIVE_DAMAGES, parent=stream, budget=opened.budget, sized=True)
                    yield _member(place, entry.name, opened), inner
                    while content.read(HEAD):
                        pass
                elif not entry.isfile() and not entry.isdir() and not _is_hidden(entry.name, opened):
                    what = "a link" if entry.issym() or entry.islnk() else "a device or pipe"
                    error = ReadError(f"it is {what} in an archive", "Pack the files themselves.")
                    yield _member(place, entry.name, opened).unreadable(error)
                file.left = _LONGEST_HEADER
            _check_end(archive, file)
    except (*_ARCHIVE_DAMAGES, ReadError) as error:
        # What broke off inside a member is reported there, and what is the fault of a layer further out, there.
        if stream.damage is None and (inner is None or inner.damage is None):
            raise error if isinstance(error, ReadError) else damaged(error) from error


def _check_end(archive: tarfile.TarFile, file: _Tar) -> None:
    """Whether an archive ends as it should.

    Raises:
        ReadError: its end is missing, or isn't the end.
    """
    file.left = None
    read = cast(Readable, archive.fileobj).read
    while data := read(HEAD):
        if data.strip(b"\0"):
            raise ReadError("there is more behind its end", "It may be several archives in one file; part them.")
    if file.last.strip(b"\0"):
        raise damaged(EOFError("the end of the archive is missing"))


def _is_hidden(name: str, opened: Opened) -> bool:
    """Whether a member is hidden, or a leftover of the Macintosh's archiver."""
    parts = [part for part in name.split("/") if part not in (".", "..", "")]
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in parts)
    if hidden:
        opened.passed_over["hidden file"] += 1
    return hidden


def _member(place: Place, name: str, opened: Opened) -> Place:
    """The place of a member, whose name is only a name: wherever it points to, nothing is looked for there."""
    shown = printable("/".join(part for part in name.split("/") if part not in (".", ""))) or "unnamed"
    inner = place.inside(shown)
    number = 1
    while inner.source in opened.names:  # archives may hold a name twice
        number += 1
        inner = place.inside(f"{shown} ({number})")
    opened.names.add(inner.source)
    return inner
