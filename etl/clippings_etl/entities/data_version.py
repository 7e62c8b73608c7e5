"""What the data of entities are: a mark that changes when they do."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"

RULES_VERSION = 3
"""Raised whenever the recogniser's code gives other mentions for the same data."""
_DATA_FILES = (
    *("capitals.csv", "country_adjectives.csv", "cues.csv", "gazetteer.tables", "legal_forms.csv", "ministries.csv"),
    *("place_cues.csv", "romanisation.csv", "shared_names.csv"),
)


@cache
def gazetteer_version() -> str:
    """Marks what names, rules and models a database was made with, for example ``3-3f0c2a91b7de``."""
    digest = hashlib.sha256()
    for file in (*_DATA_FILES, *sorted(path.name for path in DATA.glob("*.model"))):
        content = (DATA / file).read_bytes()
        digest.update(f"{file} {len(content)}\n".encode())
        digest.update(content)
    return f"{RULES_VERSION}-{digest.hexdigest()[:12]}"
