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

_LONGEST_NAME = 100_000
"""Bytes. tar stores names and notes of any length, and reads each in one go."""

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


class _Header(tarfile.TarInfo):
    """A tar header that refuses notes and names of absurd length, before they are read into memory."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> _Header:
        header = super().frombuf(buf, encoding, errors)
        notes = (tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE)
        names = (tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK)
        if header.type in (*notes, *names) and header.size > _LONGEST_NAME:
            raise ReadError("a name in it is absurdly long", "It may be a trap; pack the archive anew.")
        return header


def _tar_members(place: Place, stream: Stream, opened: Opened) -> Iterator[tuple[Place, Stream] | Unreadable]:
    reported = False
    try:
        archive = tarfile.open(  # type: ignore[call-overload]  # stream= is missing in its types
            fileobj=cast(IO[bytes], stream), mode="r|", bufsize=HEAD, tarinfo=_Header, stream=True
        )
    except (*_ARCHIVE_DAMAGES, ReadError) as error:
        if stream.damage is None:
            raise error if isinstance(error, ReadError) else damaged(error) from error
        return
    with closing(archive):
        while True:
            try:
                entry = archive.next()
            except (*_ARCHIVE_DAMAGES, ReadError) as error:
                if stream.damage is None and not reported:
                    raise error if isinstance(error, ReadError) else damaged(error) from error
                return
            if entry is None:
                return
            if entry.isdir() or _is_hidden(entry.name, opened):
                continue
            inner = _member(place, entry.name, opened)
            if not entry.isfile():
                what = "a link" if entry.issym() or entry.islnk() else "a device or pipe"
                yield inner.unreadable(ReadError(f"it is {what} in an archive", "Pack the files themselves."))
                continue
            content = archive.extractfile(entry)
            if content is not None:
                reading = Stream(content, _ARCHIVE_DAMAGES, parent=stream, budget=opened.budget, sized=True)
                yield inner, reading
                reported = reading.damage is not None


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
