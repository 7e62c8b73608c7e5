"""WARC, WET and ARC files → a record for each page or text in them."""

from __future__ import annotations

import codecs
import io
import logging
import re
import zlib
from collections import Counter
from collections.abc import Iterator

import brotli
from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataException, ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeadersParserException

from ..documents import Record
from ..errors import ReadError
from .compat import zstd
from .documents import too_large
from .options import ReadOptions
from .place import Place, Unreadable
from .streams import Stream, damaged

_HEADERS = 1_000_000
"""Bytes. A record whose headers are longer is no record."""

_FORMATS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
_PAGES = frozenset(("response", "resource", "conversion"))

# warcio leaves it to Python to stumble over headers that are missing or no numbers.
_DAMAGES = (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, ValueError, AttributeError, KeyError)


def read_warc(
    place: Place, stream: Stream, options: ReadOptions, passed_over: Counter[str]
) -> Iterator[Record | Unreadable]:
    """The pages and texts that were fetched, numbered among all records of the file.

    Passed over and counted: requests, metadata, pictures and the like, answers other than 200, revisits, robots.txt.
    """
    guarded = _Guarded(stream)
    archive = _Archive(guarded, arc2warc=True)
    number = 0
    while True:
        number += 1
        guarded.left = _HEADERS
        try:
            entry = next(archive)
        except StopIteration:
            break
        except ReadError as error:
            yield place.unreadable(error, number)
            return
        except _DAMAGES as error:
            if stream.damage is None:
                yield place.unreadable(damaged(error), number)
                return
            break
        guarded.left = None
        if not (entry.rec_headers.get_header("Content-Length") or "").strip().isdecimal():
            yield place.unreadable(damaged(ValueError("a record doesn't say how long it is")), number)
            return
        reason = _reason_to_pass_over(entry)
        if reason:
            passed_over[reason] += 1
        else:
            yield from _page(place, number, entry, stream, options)
        _skip(entry)
    if stream.own_damage:
        yield place.unreadable(stream.own_damage)


# Its warnings about odd headers are for programs that keep a log; on a bare terminal they would be noise.
logging.getLogger("warcio").addHandler(logging.NullHandler())


class _Archive(ArchiveIterator):  # type: ignore[misc]  # warcio carries no types
    INC_RECORD = ""  # else a warning on standard error for each record with a wrong length


class _Guarded:
    """A stream that ends with an error where headers go on for ever."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self.left: int | None = None

    def read(self, size: int = -1) -> bytes:
        data: bytes = self._stream.read(size)
        if self.left is not None:
            self.left -= len(data)
            if self.left < 0:
                raise ReadError("a record in it has no end to its headers", "It may be damaged; fetch the file again.")
        return data


def _skip(entry: ArcWarcRecord) -> None:
    while entry.raw_stream.read(1 << 16):
        pass


def _reason_to_pass_over(entry: ArcWarcRecord) -> str | None:
    if entry.rec_type not in _PAGES:
        return f"WARC {entry.rec_type}"
    if entry.http_headers is not None and entry.http_headers.get_statuscode() != "200":
        return f"WARC {entry.rec_type} with status {entry.http_headers.get_statuscode()[:3]}"
    media_type = _content_type(entry).partition(";")[0].strip().lower()
    if media_type not in _FORMATS:
        return f"WARC {entry.rec_type} of {media_type[:60] or 'unknown type'}"
    if re.search(r"^[^?#]*//[^/]*/robots\.txt$", _address(entry) or ""):
        return "robots.txt"
    return None


def _content_type(entry: ArcWarcRecord) -> str:
    headers = entry.http_headers if entry.http_headers is not None else entry.rec_headers
    return headers.get_header("Content-Type") or ""


def _address(entry: ArcWarcRecord) -> str | None:
    address = entry.rec_headers.get_header("WARC-Target-URI")
    return address.strip().strip("<>") or None if address else None


def _page(
    place: Place, number: int, entry: ArcWarcRecord, stream: Stream, options: ReadOptions
) -> Iterator[Record | Unreadable]:
    length = entry.length
    try:
        data = entry.raw_stream.read(options.max_bytes + 1)
        if len(data) <= options.max_bytes and getattr(entry.raw_stream, "limit", 0) > 0:
            if stream.damage is None:  # which is reported for the rest of the file
                error = ReadError("it is cut short", "What was read before it is kept; fetch the file again.")
                yield place.unreadable(error, number)
            return
        if entry.http_headers is not None:
            data = _decoded(data, entry, options.max_bytes)
    except ReadError as error:
        yield place.unreadable(error, number)
        return
    except (zlib.error, brotli.error, zstd.ZstdError, ChunkedDataException, EOFError, ValueError) as error:
        yield place.unreadable(damaged(error), number)
        return
    if len(data) > options.max_bytes or (length or 0) > options.max_bytes:
        yield place.unreadable(too_large(options.max_bytes), number)
        return
    media_type, _, parameters = _content_type(entry).partition(";")
    form = _FORMATS[media_type.strip().lower()]
    yield Record(place.numbered(number), data, form, _address(entry), _charset(parameters, data, form))


def _decoded(data: bytes, entry: ArcWarcRecord, most: int) -> bytes:
    """The body of an answer as its author wrote it: out of its chunks, and unpacked."""
    if (entry.http_headers.get_header("Transfer-Encoding") or "").strip().lower() == "chunked":
        data = ChunkedDataReader(io.BytesIO(data)).read(len(data))
    codings = (entry.http_headers.get_header("Content-Encoding") or "").lower().split(",")
    for coding in reversed([coding.strip() for coding in codings]):
        data = _unpacked(data, coding, most + 1)
    return data


def _unpacked(data: bytes, coding: str, most: int) -> bytes:
    """Undo a content coding; crawlers may have undone it already and left the header."""
    if coding in ("gzip", "x-gzip"):
        return _inflated(data, 31, most) if data.startswith(b"\x1f\x8b") else data
    if coding == "deflate":
        try:
            return _inflated(data, 15, most)
        except zlib.error:
            return _inflated(data, -15, most)  # without zlib's header, as some servers have it
    if coding == "br":
        return _unbrotlied(data, most)
    if coding == "zstd" and data.startswith(b"\x28\xb5\x2f\xfd"):
        decompressor = zstd.ZstdDecompressor()
        return _complete(decompressor.decompress(data, most), decompressor.eof, most)
    return data


def _inflated(data: bytes, window: int, most: int) -> bytes:
    decompressor = zlib.decompressobj(window)
    return _complete(decompressor.decompress(data, most), decompressor.eof, most)


def _complete(unpacked: bytes, ended: bool, most: int) -> bytes:
    if not ended and len(unpacked) < most:
        raise EOFError("the end of its compressed body is missing")
    return unpacked


def _unbrotlied(data: bytes, most: int) -> bytes:
    decompressor = brotli.Decompressor()
    parts = [decompressor.process(data, output_buffer_limit=most)]
    size = len(parts[0])
    while not decompressor.can_accept_more_data() and not decompressor.is_finished() and size < most:
        parts.append(decompressor.process(b"", output_buffer_limit=most - size))
        size += len(parts[-1])
    return _complete(b"".join(parts), decompressor.is_finished(), most)


_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)


def _charset(parameters: str, data: bytes, form: str) -> str | None:
    """The charset of the header, where there is such a one; for text, where the bytes are in it too."""
    match = _CHARSET.search(parameters)
    if not match:
        return None
    try:
        name = codecs.lookup(match[1]).name
        if form == "text":
            data.decode(name)
    except (LookupError, UnicodeDecodeError):
        return None
    return name
