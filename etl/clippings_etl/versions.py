"""What a document's result depends on besides the document: versions of this package, its files and libraries."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from unicodedata import unidata_version

from datasette_clippings import folding

from .digest import DECODING_LIBRARIES, MARKUP_LIBRARIES
from .version import VERSION

LIBRARIES = ("Babel", "rensa", *DECODING_LIBRARIES, *MARKUP_LIBRARIES)
"""Whose versions may change what is made of a document."""

_FILES = (".json", ".model", ".py", ".sql", ".tables")
"""Endings of the files that are this package: an editable install changes without its version."""


def libraries() -> dict[str, str]:
    """The versions of the libraries, and of Unicode as Python knows it."""
    return {name: version(name) for name in LIBRARIES} | {"Unicode": unidata_version}


@cache  # of a running process, they don't change
def versions() -> dict[str, str]:
    """All that must be the same wherever documents of one build are worked on."""
    python = ".".join(map(str, sys.version_info[:2]))
    return {"datasette-clippings": VERSION, "files of the package": _files_digest(), "Python": python, **libraries()}


def _files_digest() -> str:
    """The first 12 hexadecimal digits of the SHA-256 of the package's files and their names."""
    folder = Path(__file__).parent
    paths = sorted(path for path in folder.rglob("*") if path.suffix in _FILES)
    digest = sha256()
    for path in (*paths, Path(folding.__file__)):
        data = path.read_bytes()
        digest.update(f"{path.name} {len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()[:12]
