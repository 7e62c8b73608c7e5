"""A JSON document → its records: the elements of an array, wherever in it the array is, or the one object.

Parsed as a stream: an element is in memory at a time, however many there are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import ijson

from ..documents import Record
from ..errors import ReadError
from ..extraction.field_names import LISTS, plain
from ..extraction.fields import has_article_fields
from ..extraction.records import with_field_names
from .documents import too_large
from .lines import as_utf8
from .options import ReadOptions
from .place import Place, Unreadable
from .streams import Stream

_CHUNK = 64 * 1024
_DEEPEST = 3
"""A list lies no deeper: ``response.results``, ``data.search.items``."""


def read_json(place: Place, stream: Stream, options: ReadOptions) -> Iterator[Record | Unreadable]:
    """The elements of the list, numbered from 1; or the whole as one record, if there is no list of articles."""
    stream = as_utf8(stream)
    source = _Recorded(stream, options.max_bytes)
    elements = _Elements(source, options)
    count = 0
    error: ReadError | None = None
    try:
        for element in elements.found():
            count += 1
            if isinstance(element, ReadError):
                yield place.unreadable(element, count)
            else:
                yield Record(place.numbered(count), with_field_names(element, options.field_names), "json")
    except ReadError as raised:
        error = raised
    except (ijson.JSONError, ValueError, RecursionError) as raised:
        reason = " ".join(str(raised).partition("(right here)")[0].split())[:200]
        error = ReadError(f"it is no valid JSON: {reason}", "It may be cut short; fetch or export it again.")
    if stream.damage:
        error = stream.own_damage
    if error:
        yield place.unreadable(error)
    elif not stream.damage and not elements.has_list:
        yield from _whole(place, source, options)


def _whole(place: Place, source: _Recorded, options: ReadOptions) -> Iterator[Record | Unreadable]:
    if source.whole is None:
        yield place.unreadable(too_large(options.max_bytes))
    else:
        yield Record(place.source, with_field_names(source.whole, options.field_names), "json")


class _Recorded:
    """A stream whose bytes are counted, and kept until they are too many for one record."""

    def __init__(self, stream: Stream, most: int) -> None:
        self._stream = stream
        self._most = most
        self._kept: list[bytes] | None = []
        self.count = 0
        self.limit: int | None = None
        """Where it ends with an error: nothing is that long."""

    @property
    def whole(self) -> bytes | None:
        """All of it; None where that is too much."""
        return b"".join(self._kept) if self._kept is not None else None

    def forget(self) -> None:
        """Keep nothing from here on: it is a list."""
        self._kept = None

    def read(self, size: int = -1, /) -> bytes:
        if self.limit is not None and self.count > self.limit:
            raise too_large(self._most)
        data = self._stream.read(size)
        self.count += len(data)
        if self._kept is not None:
            self._kept.append(data)
            if self.count > self._most:
                self._kept = None
        return data


@dataclass(slots=True)
class _Elements:
    """The elements of the first list of articles in a JSON document."""

    source: _Recorded
    options: ReadOptions
    has_list: bool = False

    def found(self) -> Iterator[bytes | ReadError]:
        """The elements as JSON, keys in their order and without spaces; an error for one that can't be used."""
        events = self._events()
        for prefix, event, _ in events:
            if event == "start_array" and not self.has_list and _may_be_list(prefix):
                yield from self._in_array(events, prefix)

    def _events(self) -> Iterator[tuple[str, str, object]]:
        for item in ijson.parse(self.source, buf_size=_CHUNK, use_float=True):
            # What no event came of yet is one long string or number, which the parser holds in memory.
            self.source.limit = self.source.count + self.options.max_bytes + _CHUNK
            yield item

    def _in_array(self, events: Iterator[tuple[str, str, object]], array: str) -> Iterator[bytes | ReadError]:
        place = f"{array}.item".lstrip(".")
        builder: ijson.ObjectBuilder | None = None
        fits = True
        is_other = False
        started = 0
        for prefix, event, value in events:
            if prefix == array and event == "end_array":
                return
            if is_other:
                continue
            if builder is None and fits:
                builder, started = ijson.ObjectBuilder(), self.source.count
            if builder is not None:
                builder.event(event, value)
            if self.source.count - started > self.options.max_bytes + _CHUNK:
                builder, fits = None, False
            if prefix == place and event not in ("start_map", "start_array", "map_key"):
                element = builder.value if builder is not None else None
                is_other = not self.has_list and fits and array != "" and not self._is_article(element)
                if not is_other:
                    self.has_list = True
                    self.source.forget()
                    yield self._as_json(element) if fits else too_large(self.options.max_bytes)
                builder, fits = None, True

    def _is_article(self, element: object) -> bool:
        return isinstance(element, dict) and has_article_fields(element, self.options.field_names)

    def _as_json(self, element: object) -> bytes | ReadError:
        if not isinstance(element, dict):
            return ReadError("it is no JSON object", 'An article is an object such as {"title": "…", "text": "…"}.')
        try:
            data = json.dumps(element, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        except RecursionError:
            return ReadError("it is nested too deeply to be an article", "Flatten it, or leave it out.")
        return data if len(data) <= self.options.max_bytes else too_large(self.options.max_bytes)


def _may_be_list(prefix: str) -> bool:
    """Whether the array at this place can be the list of articles."""
    if prefix == "":
        return True
    parts = prefix.split(".")
    return len(parts) <= _DEEPEST and "item" not in parts and plain(parts[-1]) in LISTS
