"""Documents as compressed JSON, for the way between the stages of a build and for the file that keeps them.

Nothing a document says is ever run, as it could be with ``pickle``.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, fields
from typing import Any

from .documents import (
    Analysed,
    Cleaned,
    Extracted,
    FieldMention,
    FieldQuantity,
    LinkCandidate,
    Mention,
    Metadata,
    Quantity,
    Record,
    RemovedLine,
    Span,
)
from .errors import WorkFileDamaged

_WINDOW = 32 * 1024
"""Bytes that zlib looks back."""


def pack(record: Record, extracted: Extracted, cleaned: Cleaned) -> bytes:
    """A cleaned document without its bytes."""
    content = [
        [record.source, record.format, record.url, record.encoding],
        _values(extracted) | {"metadata": asdict(extracted.metadata)},
        _values(cleaned)
        | {
            "kept": [place for span in cleaned.kept for place in span],
            "removed": [[line.start, line.end, line.rule, line.reason] for line in cleaned.removed],
            "metadata": asdict(cleaned.metadata),
        },
    ]
    return zlib.compress(_json(content))


def unpack(payload: bytes) -> tuple[Record, Extracted, Cleaned]:
    """What was packed; the record has no bytes.

    Raises:
        WorkFileDamaged: it is damaged.
    """
    with _damaged():
        return _unpacked(*json.loads(zlib.decompress(payload)))


def _unpacked(record: list[Any], found: dict[str, Any], cleaned: dict[str, Any]) -> tuple[Record, Extracted, Cleaned]:
    source, format, url, encoding = record
    extracted = Extracted(**found | {"metadata": Metadata(**found["metadata"])})
    places = iter(cleaned["kept"])
    rebuilt = {
        "kept": tuple(Span(start, end) for start, end in zip(places, places, strict=True)),
        "removed": tuple(
            RemovedLine(start, end, extracted.text[start:end], rule, reason)
            for start, end, rule, reason in cleaned["removed"]
        ),
        "metadata": Metadata(**cleaned["metadata"]),
    }
    return Record(source, b"", format, url, encoding), extracted, Cleaned(**cleaned | rebuilt)


def pack_analysed(document: Analysed, about: str, payload: bytes) -> bytes:
    """An analysed document in few bytes: what its payload says as well is only referred to.

    Args:
        about: a text that is kept with it.
        payload: the same document, as ``pack`` made it.
    """
    content = [
        about,
        _values(document)
        | {
            "metadata": asdict(document.metadata),
            "removed": [[line.start, line.end, line.text, line.rule, line.reason] for line in document.removed],
            "mentions": [_packed_mention(placed) for placed in document.mentions],
            "quantities": [
                [placed.field, placed.start, placed.end, *_values(placed.quantity).values()]
                for placed in document.quantities
            ],
        },
    ]
    compressor = zlib.compressobj(zdict=zlib.decompress(payload)[-_WINDOW:])
    return compressor.compress(_json(content)) + compressor.flush()


def unpack_analysed(packed: bytes, payload: bytes) -> tuple[Analysed, str]:
    """What was packed, and the text kept with it.

    Raises:
        WorkFileDamaged: it is damaged, or was packed with another payload.
    """
    with _damaged():
        decompressor = zlib.decompressobj(zdict=zlib.decompress(payload)[-_WINDOW:])
        about, values = json.loads(decompressor.decompress(packed) + decompressor.flush())
        return _unpacked_analysed(values), str(about)


def _unpacked_analysed(values: dict[str, Any]) -> Analysed:
    rebuilt = {
        "metadata": Metadata(**values["metadata"]),
        "removed": tuple(RemovedLine(*line) for line in values["removed"]),
        "positions": tuple(values["positions"]),
        "mentions": tuple(_unpacked_mention(*mention) for mention in values["mentions"]),
        "quantities": tuple(
            FieldQuantity(field, start, end, Quantity(*quantity))
            for field, start, end, *quantity in values["quantities"]
        ),
    }
    return Analysed(**values | rebuilt)


@contextmanager
def _damaged() -> Iterator[None]:
    try:
        yield
    except (zlib.error, ValueError, TypeError, KeyError) as error:
        raise WorkFileDamaged(f"what an earlier build kept of a document is damaged ({error})") from error


def _packed_mention(placed: FieldMention) -> list[object]:
    *values, candidates = _values(placed.mention).values()
    return [placed.field, placed.start, placed.end, candidates, *values]


def _unpacked_mention(field: str, start: int, end: int, candidates: list[Any], *values: Any) -> FieldMention:
    arguments = [*values, tuple(LinkCandidate(*one) for one in candidates)]
    return FieldMention(field, start, end, Mention(*arguments))


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _values(value: object) -> dict[str, object]:
    return {item.name: getattr(value, item.name) for item in fields(value)}  # type: ignore[arg-type]  # dataclasses all
