"""JSON Lines → a record for each line, with the line's own bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..documents import Record
from ..errors import DocumentError, ReadError
from ..extraction.records import json_object, with_field_names
from ..extraction.text import decode
from .documents import too_large
from .lines import as_utf8, bounded_lines
from .options import ReadOptions
from .place import Place, Unreadable
from .streams import Stream


def read_json_lines(place: Place, stream: Stream, options: ReadOptions) -> Iterator[Record | Unreadable]:
    """The lines that are JSON objects, numbered as in the file; blank ones are passed over.

    What isn't JSON is an error of its own, and so is a line above the limit.
    """
    stream = as_utf8(stream)
    names = options.field_names
    for number, line in enumerate(bounded_lines(stream, options.max_bytes), start=1):
        if line is None:
            yield place.unreadable(too_large(options.max_bytes), number)
            continue
        data = line.strip()
        if not data:
            continue
        error = _why_not(data)
        if error:
            yield place.unreadable(error, number)
        else:
            yield Record(place.numbered(number), with_field_names(data, names), "json")
    if stream.own_damage:
        yield place.unreadable(stream.own_damage)


def _why_not(data: bytes) -> ReadError | None:
    """Why a line can't be a record; None if it can."""
    try:
        if isinstance(json.loads(data), dict):
            return None
        json_object(data.decode())
    except (ValueError, RecursionError, DocumentError):
        try:
            json_object(decode(data).text)
        except DocumentError as error:
            return ReadError(str(error), error.advice)
    return None
