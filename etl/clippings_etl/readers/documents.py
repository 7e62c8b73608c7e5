"""A stream that is one document → its record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..documents import Record
from ..errors import ReadError
from .options import ReadOptions
from .place import Place, Unreadable
from .streams import Stream

if TYPE_CHECKING:
    from .kinds import Kind


def read_document(place: Place, stream: Stream, kind: Kind, options: ReadOptions) -> Iterator[Record | Unreadable]:
    """The document as it is; nothing of one that is cut short."""
    data = stream.read(options.max_bytes + 1)
    if stream.damage:
        if stream.own_damage:
            yield place.unreadable(stream.own_damage)
    elif len(data) > options.max_bytes:
        yield place.unreadable(too_large(options.max_bytes))
    else:
        yield Record(place.source, data, kind.value)


def too_large(max_bytes: int) -> ReadError:
    """What is said of a document above the limit."""
    return ReadError(
        f"it is larger than {max_bytes / 1e6:g} MB", "Split it into articles, or raise the limit with --max-size."
    )
