"""What goes into the two passes over the documents of a build, and what comes out of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .documents import Analysed, Portable
from .errors import DocumentError

if TYPE_CHECKING:
    from .corpus import PackedTraits
    from .repeated import Repeated


@dataclass(frozen=True, slots=True)
class Failed(Portable):
    """A document that can't be used."""

    source: str
    stage: str
    """``read``, ``decode`` (extraction and cleaning) or ``recognise``."""
    error: DocumentError
    is_lasting: bool = True
    """Whether the same document would fail again: not where a process died, or an engine that isn't ours failed."""


@dataclass(frozen=True, slots=True)
class Prepared(Portable):
    """A document after the first pass."""

    source: str
    site: str
    original: bytes | None
    """The original bytes, compressed with zlib; None where they aren't kept."""
    payload: bytes
    """The rest, see ``packing.pack``."""
    traits: PackedTraits


@dataclass(frozen=True, slots=True)
class Waiting(Portable):
    """A document before the second pass."""

    document: int
    """Its number in the work file."""
    payload: bytes
    sha256: str
    """Of the original bytes, hexadecimal."""
    repeated: Repeated | None
    """The lines that its site repeats; None where there is none of them."""
    former: bytes | None = None
    """What an earlier second pass made of it, see ``packing.pack_analysed``."""


@dataclass(frozen=True, slots=True)
class Finished(Portable):
    """A document ready to be stored, with its words as search folds them."""

    document: Analysed
    folded_title: str
    folded_text: str
    failed: Failed | None = None
    """Why no entities were looked for, or not with the engine that was asked for."""
    packed: bytes = b""
    """The document for the work file, see ``packing.pack_analysed``."""
    digest: bytes = b""
    """What it says, see ``digest.article_digest``."""
    number: int = 0
    """Its number in the work file."""


@dataclass(frozen=True, slots=True)
class Original(Portable):
    """What is stored of a document as it was, and of its likeness to others."""

    sha256: str
    size: int
    data: bytes | None
    duplicate_of: str | None
    """Source of the first document of its group of near-duplicates; None for the first itself."""
    similarity: float | None
