"""Sources → records, one at a time: what each thing is, and who reads it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from ..documents import Record
from ..errors import ReadError
from ..extraction import FORMATS
from .documents import read_document
from .folder import FoundFile, found_files, opened_file
from .json_lines import read_json_lines
from .kinds import Kind, kind_of
from .options import ReadOptions
from .packed import Opened, members, unpack
from .place import Location, Place, Unreadable
from .remote import RemoteFile, opened_remote
from .streams import HEAD, Budget, Readable, Stream

_DEFAULTS = ReadOptions()
_COMPRESSED = frozenset((Kind.GZIP, Kind.BZIP2, Kind.XZ, Kind.ZSTD))
_ARCHIVES = frozenset((Kind.ZIP, Kind.TAR))


def records(
    sources: Sequence[str | os.PathLike[str]],
    options: ReadOptions = _DEFAULTS,
    *,
    skip: Callable[[Path], bool] | None = None,
    passed_over: Counter[str] | None = None,
) -> Iterator[Record | Unreadable]:
    """Every document in the sources, and every place where one can't be read.

    Sorted by file name, in a container as stored: the same whatever the order of the sources. One
    document is in memory at a time.

    Args:
        sources: folders, files and URLs; ``-`` stands for the paths listed on standard input.
        skip: called with each file's path before it is opened; true: it is none of the sources.
        passed_over: counts what is no document and no error either, by what it is.

    Raises:
        SourceError: a source doesn't exist, or two different folders have the same name.
    """
    counted: Counter[str] = Counter() if passed_over is None else passed_over
    for item in found_files(sources, skip):
        yield from read_file(item, options, counted)


def read_file(
    item: FoundFile | Unreadable, options: ReadOptions, passed_over: Counter[str]
) -> Iterator[Record | Unreadable]:
    """Every document in one file that was found, see ``records``."""
    if isinstance(item, Unreadable):
        yield item
        return
    place = Place(item.source, item.path, named=item.named)
    try:
        with _opened(item.path) as (file, size, disk):
            opened = Opened(Budget(size, options.max_ratio), options.max_depth, passed_over)
            yield from _read(place, Stream(file, disk=disk), options, opened)
    except ReadError as error:
        yield place.unreadable(error)


@contextmanager
def _opened(location: Location) -> Iterator[tuple[Readable, int, IO[bytes] | None]]:
    """A file, its size, and itself again where it can be read in any order."""
    if isinstance(location, RemoteFile):
        with opened_remote(location) as remote:
            yield remote, location.size or 0, cast(IO[bytes], remote) if remote.seekable() else None
    else:
        with opened_file(location) as file:
            yield file, os.fstat(file.fileno()).st_size, file


def _read(place: Place, stream: Stream, options: ReadOptions, opened: Opened) -> Iterator[Record | Unreadable]:
    """Everything in a stream, whatever it is.

    Raises:
        ReadError: it can't be read at all.
    """
    head = stream.head
    kind = kind_of(head, place.source, len(head) < HEAD, place.named) if head else Kind.TEXT
    if kind in _COMPRESSED:
        inner_place, inner = unpack(place, stream, kind, opened)
        yield from _read(inner_place, inner, options, opened)
        # A document reports its own damage; of a stream of records, the last of its readers.
    elif kind in _ARCHIVES:
        yield from _read_members(place, stream, kind, options, opened)
    elif kind is Kind.JSON_LINES:
        yield from read_json_lines(place, stream, options)
    elif kind is Kind.JSON:
        from .json_values import read_json

        yield from read_json(place, stream, options)
    elif kind is Kind.TABLE:
        from .tables import read_table

        yield from read_table(place, stream, options)
    elif kind is Kind.WARC:
        from .warc import read_warc

        yield from read_warc(place, stream, options, opened.passed_over)
    elif kind.value in FORMATS:
        yield from read_document(place, stream, kind, options)
    else:
        raise ReadError(f"{kind.name} pages are not read", "Save what it says as plain text (.txt).")


def _read_members(
    place: Place, stream: Stream, kind: Kind, options: ReadOptions, opened: Opened
) -> Iterator[Record | Unreadable]:
    for member in members(place, stream, kind, opened):
        if isinstance(member, Unreadable):
            yield member
            continue
        inner_place, inner = member
        try:
            yield from _read(inner_place, inner, options, opened)
        except ReadError as error:
            yield inner_place.unreadable(error)
    if stream.own_damage:
        yield place.unreadable(stream.own_damage)
