"""Where a document lies: the name that it goes by, and the file that it came out of."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import ReadError
from .remote import RemoteFile

Location = Path | RemoteFile
"""Where a file is: on this computer, or at a URL."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A place where a document or folder could not be reached, or a part of one."""

    source: str
    path: Location
    """The file; for what lies inside a container, that container."""
    error: ReadError


@dataclass(frozen=True, slots=True)
class Place:
    """What is being read."""

    source: str
    path: Location
    named: bool = False
    """Whether the user named this very file."""
    depth: int = 0
    """Layers of packing around it."""

    def inside(self, name: str) -> Place:
        """The place of a member."""
        return replace(self, source=f"{self.source}/{name}", named=False)

    def numbered(self, number: int) -> str:
        """The name of a record, from 1."""
        return f"{self.source}#{number}"

    def unreadable(self, error: ReadError, number: int | None = None) -> Unreadable:
        """An error at this place, or at a record of it."""
        return Unreadable(self.source if number is None else self.numbered(number), self.path, error)


_MISLEADING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_NUMBERED = re.compile(r"#(?=\d+$)")


def printable(name: str) -> str:
    """A name that can be stored and shown: no control character, and none that turns the reading direction.

    Nor does it end as the name of a record does: ``page#17`` becomes ``page\\#17``.
    """
    shown = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    if not shown.isprintable():
        shown = "".join(_escaped(char) for char in shown)
    return _NUMBERED.sub(r"\\#", shown)


def _escaped(char: str) -> str:
    if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") or _MISLEADING.match(char):
        return char.encode("unicode_escape").decode("ascii")
    return char
