"""What the tests of the readers share."""

from __future__ import annotations

from pathlib import Path

from clippings_etl.documents import Extracted, Record
from clippings_etl.errors import DocumentError
from clippings_etl.extraction import extract
from clippings_etl.readers import ReadOptions, Unreadable, records


def read_file(folder: Path, name: str, data: bytes, options: ReadOptions | None = None) -> list[Record | Unreadable]:
    """What is read out of one file, that lies in a folder named ``in``."""
    path = folder / "in" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    found = list(records([path], options or ReadOptions()))
    for item in found:
        assert item.source.startswith("in/")
        item.source.encode()
    return found


def outline(found: list[Record | Unreadable]) -> dict[str, str]:
    """Each item's text or error, by its name below ``in/``."""
    said = {}
    for item in found:
        try:
            text = f"error: {item.error}" if isinstance(item, Unreadable) else extract(item).text
        except DocumentError as error:
            text = f"no text: {error}"
        assert item.source not in said
        said[item.source.removeprefix("in/")] = text
    return said


def extracted(found: list[Record | Unreadable]) -> list[Extracted]:
    """All items, none of which may be an error; each is extracted from nothing but its record."""
    result = []
    for item in found:
        assert isinstance(item, Record), item.error
        again = Record(item.source, item.data, item.format, item.url, item.encoding)
        result.append(extract(again))
    return result
