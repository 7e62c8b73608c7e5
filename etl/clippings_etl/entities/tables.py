"""Arrays and texts under names in one file, used where they lie: opening the file reads none of them.

The file is mapped into memory, so that processes share its pages and none of it becomes Python
objects before it is asked for. Layout, all numbers little-endian::

    MAGIC | length of the header, 8 bytes | header, JSON | padding | sections, each at a multiple of 8

The header gives each section's type code (as ``array`` has them; ``t`` for text), place and length.
Strings in a text are addressed by the offset of their first byte and end at a line break.
"""

from __future__ import annotations

import json
import mmap
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from zlib import crc32

from ..errors import ClippingsError

MAGIC = b"clippings tables 1\n"
_ALIGNMENT = 8
_TEXT = "t"


def pack(sections: Mapping[str, array[int] | array[float] | bytes]) -> bytes:
    """The file for these sections, in their order: the same sections give the same bytes on every machine."""
    contents = [section if isinstance(section, bytes) else _little(section) for section in sections.values()]
    header: dict[str, tuple[str, int, int]] = {}
    position = 0
    for (name, section), content in zip(sections.items(), contents, strict=True):
        header[name] = (_TEXT if isinstance(section, bytes) else section.typecode, position, len(content))
        position += _padded(len(content))
    described = json.dumps(header, separators=(",", ":")).encode()
    described += b" " * (-(len(MAGIC) + 8 + len(described)) % _ALIGNMENT)
    body = b"".join(content + b"\0" * (-len(content) % _ALIGNMENT) for content in contents)
    return MAGIC + len(described).to_bytes(8, "little") + described + body


def in_order(strings: Iterable[str]) -> list[str]:
    """Different strings in the order in which an ``Index`` holds them."""
    return sorted(set(strings), key=lambda string: (hash_of(string), string))


def index_of(name: str, strings: Sequence[str]) -> dict[str, array[int] | bytes]:
    """The sections of an ``Index`` of these strings, which are ``in_order`` and hold no line break."""
    if in_order(strings) != list(strings) or any("\n" in string for string in strings):
        raise ValueError(f"{name}: the strings aren't in order, or one holds a line break")
    starts, text = text_of(strings)
    return {f"{name}.text": text, f"{name}.starts": starts, f"{name}.hashes": array("I", map(hash_of, strings))}


def text_of(strings: Iterable[str]) -> tuple[array[int], bytes]:
    """Strings one behind the other, and the offset of each."""
    starts, position, encoded = array("I"), 0, []
    for string in strings:
        starts.append(position)
        encoded.append(string.encode() + b"\n")
        position += len(encoded[-1])
    return starts, b"".join(encoded)


def hash_of(string: str) -> int:
    """A hash of 32 bits, the same on every machine; lone surrogates, which a text may hold, do no harm."""
    return crc32(string.encode("utf-8", "surrogatepass"))


def _padded(length: int) -> int:
    return length + -length % _ALIGNMENT


def _little(numbers: array[int] | array[float]) -> bytes:
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()


class Tables:
    """The sections of a file that ``pack`` made.

    Raises ClippingsError where the file can't be read or is none of ours.
    """

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                self._mapped = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except (OSError, ValueError) as error:
            raise _unusable(path, str(error)) from error
        start = len(MAGIC) + 8
        if self._mapped[: len(MAGIC)] != MAGIC:
            raise _unusable(path, "it doesn't begin as such a file does")
        length = int.from_bytes(self._mapped[len(MAGIC) : start], "little")
        try:
            self._header: dict[str, tuple[str, int, int]] = json.loads(bytes(self._mapped[start : start + length]))
        except ValueError as error:
            raise _unusable(path, "its header is damaged") from error
        self._start = start + length
        end = max((place + _padded(size) for _, place, size in self._header.values()), default=0)
        if len(self._mapped) != self._start + end:
            raise _unusable(path, "it is cut short or has something behind its end")

    def _section(self, name: str) -> memoryview:
        _, place, size = self._header[name]
        return self._mapped[self._start + place : self._start + place + size]

    def numbers(self, name: str) -> memoryview:
        """An array of numbers, where it lies in the file (on big-endian machines, a copy)."""
        code = self._header[name][0]
        section = self._section(name)
        if sys.byteorder == "big":
            swapped = array(code, bytes(section))
            swapped.byteswap()
            return memoryview(swapped)
        return section.cast(code)  # type: ignore[call-overload, no-any-return]

    def text(self, name: str) -> Text:
        """A text whose strings are addressed by their offsets."""
        return Text(self._mapped, self._start + self._header[name][1])

    def index(self, name: str) -> Index:
        """An index that ``index_of`` made."""
        return Index(self, name)


class Text:
    """Strings that end at line breaks, addressed by the offset of their first byte."""

    def __init__(self, mapped: memoryview, start: int) -> None:
        self._bytes: mmap.mmap = mapped.obj  # type: ignore[assignment]
        self._start = start

    def __getitem__(self, offset: int) -> str:
        first = self._start + offset
        return self._bytes[first : self._bytes.find(b"\n", first)].decode()


class Index(Sequence[str]):
    """Strings in the order of their hashes, and where each of them stands."""

    def __init__(self, tables: Tables, name: str) -> None:
        self._text = tables.text(f"{name}.text")
        self._starts = tables.numbers(f"{name}.starts")
        self._hashes = tables.numbers(f"{name}.hashes")

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, place: int) -> str:  # type: ignore[override]
        return self._text[self._starts[place]]

    def find(self, string: str) -> int | None:
        """The place of a string; None if it isn't there."""
        value = hash_of(string)
        at = bisect_left(self._hashes, value)
        while at < len(self._hashes) and self._hashes[at] == value:
            if self._text[self._starts[at]] == string:
                return at
            at += 1
        return None


def _unusable(path: Path, reason: str) -> ClippingsError:
    return ClippingsError(
        f"{path.name}, a data file of this package, can't be used: {reason}",
        "Install datasette-clippings again; in a checkout, run python scripts/build_gazetteer.py.",
    )
