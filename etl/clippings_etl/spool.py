"""Where documents wait between the passes of a build: a file beside the database, gone at the end.

What is expensive (extraction, cleaning) is done once, in the first pass; the second goes on from here when the
whole corpus is known. Payloads are compressed JSON, so that nothing a document says is ever run.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from .corpus import Corpus, Traits
from .documents import Cleaned, Extracted, Metadata, Record, RemovedLine, Span
from .repeated import Repeated

_SCHEMA = """
create table documents (
  number integer primary key, source text not null unique, sha256 text not null, size integer not null,
  payload blob not null, original blob
)
"""


_ORIGINALS = """
select documents.sha256, documents.size, documents.original, earlier.source, duplicates.similarity
from documents
left join duplicates on duplicates.document = documents.number
left join documents as earlier on earlier.number = duplicates.first
order by documents.number
"""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document after the first pass."""

    source: str
    site: str
    sha256: str
    """Of the original bytes, hexadecimal."""
    size: int
    """Of the original, in bytes."""
    original: bytes | None
    """The original bytes, compressed with zlib; None where they aren't kept."""
    payload: bytes
    """The rest, see ``pack``."""
    traits: Traits


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document before the second pass."""

    payload: bytes
    repeated: Repeated | None
    """The lines that its site repeats; None where there is none of them."""


@dataclass(frozen=True, slots=True)
class Original:
    """What is stored of a document as it was, and of its likeness to others."""

    sha256: str
    size: int
    data: bytes | None
    duplicate_of: str | None
    """Source of the first document of its group of near-duplicates; None for the first itself."""
    similarity: float | None


class Spool:
    """The documents of a build in their order, and what comparing them showed."""

    def __init__(self, path: Path) -> None:
        """Make the file, in place of one that a killed build left."""
        self._path = path
        path.unlink(missing_ok=True)
        self.connection = sqlite3.connect(path, isolation_level=None)
        # Nothing here outlives the build: no journal, and no waiting for the disk.
        for setting in ("journal_mode = off", "synchronous = off", "locking_mode = exclusive", "cache_size = -16000"):
            self.connection.execute(f"pragma {setting}")
        self.connection.execute("begin exclusive")
        self.connection.execute(_SCHEMA)
        self._corpus = Corpus(self.connection)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, document: Prepared) -> bool:
        """Take in the next document; False if there is one of the same name."""
        values = [getattr(document, name) for name in ("source", "sha256", "size", "payload", "original")]
        statement = "insert or ignore into documents values (?, ?, ?, ?, ?, ?)"
        if not self.connection.execute(statement, [self._count, *values]).rowcount:
            return False
        self._corpus.add(document.site, document.traits)
        self._count += 1
        return True

    def settle(self) -> None:
        """Compare the documents, when all are in."""
        self._corpus.settle(self._text_of)

    def documents(self) -> Iterator[Waiting]:
        """The documents in their order."""
        payloads = self.connection.execute("select payload from documents order by number")
        for (payload,), repeated in zip(payloads, self._corpus.repeated(), strict=True):
            yield Waiting(payload, repeated)

    def originals(self) -> Iterator[Original]:
        """What belongs to each of the documents, in the same order."""
        yield from (Original(*row) for row in self.connection.execute(_ORIGINALS))

    def close(self) -> None:
        """Put an end to the file."""
        self.connection.close()
        self._path.unlink(missing_ok=True)

    def _text_of(self, number: int) -> str:
        (payload,) = self.connection.execute("select payload from documents where number = ?", [number]).fetchone()
        return unpack(payload)[2].text


def pack(record: Record, extracted: Extracted, cleaned: Cleaned) -> bytes:
    """A document without its bytes, as compressed JSON."""
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
    # The fastest level: this is read once, and soon.
    return zlib.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(), 1)


def unpack(payload: bytes) -> tuple[Record, Extracted, Cleaned]:
    """What was packed; the record has no bytes."""
    (source, format, url, encoding), found, cleaned = json.loads(zlib.decompress(payload))
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


def _values(value: Extracted | Cleaned) -> dict[str, object]:
    return {item.name: getattr(value, item.name) for item in fields(value)}
