"""Streams of lines: each of bounded length, in UTF-8 whatever the file is in."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from .streams import HEAD, Stream

_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def as_utf8(stream: Stream) -> Stream:
    """The same text without its byte-order mark; from UTF-16 and UTF-32 turned into UTF-8."""
    head = stream.head
    if head.startswith(codecs.BOM_UTF8):
        stream.read(len(codecs.BOM_UTF8))
        return stream
    for mark, codec in _WIDE:
        if head.startswith(mark):
            stream.read(len(mark))
            return Stream(_Transcoded(stream, codec), (UnicodeDecodeError,), parent=stream, same=True)
    return stream


class _Transcoded:
    def __init__(self, stream: Stream, codec: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(codec)()
        self._left = b""

    def read(self, size: int = -1, /) -> bytes:
        """Up to ``size`` bytes; none at the end."""
        while len(self._left) < size:
            data = self._stream.read(HEAD)
            self._left += self._decoder.decode(data, final=not data).encode("utf-8", "surrogatepass")
            if not data:
                break
        given, self._left = self._left[:size], self._left[size:]
        return given


def bounded_lines(stream: Stream, most: int) -> Iterator[bytes | None]:
    """The lines with their line breaks; None for one longer than ``most`` bytes, which is passed over in pieces.

    A last line that damage cut short isn't given.
    """
    while True:
        line = stream.readline(most + 1)
        if not line:
            return
        if len(line) <= most or line.endswith(b"\n"):
            if stream.damage and not line.endswith(b"\n"):
                return
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(HEAD)
        if stream.damage is None or line:
            yield None
