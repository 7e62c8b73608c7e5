"""What a user may choose about reading, and the limits that keep hostile input harmless."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..extraction.fields import FieldNames

DEFAULT_MAX_BYTES = 20_000_000
"""A larger document is no article: the Bible has 4.5 million characters."""

DEFAULT_MAX_RATIO = 200
"""Text packs to a tenth, repetitive pages to a fiftieth; zlib's utmost, which bombs come near, is 1:1032."""

DEFAULT_MAX_DEPTH = 6
"""Packed in packed: a ``.warc.gz`` in a ``.tar.gz`` in a ``.zip`` has four layers."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How sources are read; the defaults suit what scrapers leave behind.

    The field names say where records of JSON and CSV keep what; None: found by the usual names, see
    ``extraction.field_names``. A dot leads into an object: ``article.body``.
    """

    max_bytes: int = DEFAULT_MAX_BYTES
    """A document (a file, a line, a row, a page in a WARC) of more bytes, unpacked, is listed as an error."""
    max_ratio: int = DEFAULT_MAX_RATIO
    """A file that unpacks to more than so many times its size isn't read to its end."""
    max_depth: int = DEFAULT_MAX_DEPTH
    """How many layers of packing, one in another, are opened."""
    text_field: str | None = None
    title_field: str | None = None
    url_field: str | None = None
    date_field: str | None = None

    @property
    def field_names(self) -> FieldNames:
        """The names that the user chose."""
        from ..extraction.fields import FieldNames

        return FieldNames(self.text_field, self.title_field, self.url_field, self.date_field)
