"""Archives that the pages about whole sets of articles are tested on: in one file and in three, with and without an
index."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from clippings_etl import build, search_index

from .oracle import Story
from .stories import documents


def holds(story: Story, *words: str) -> bool:
    """Whether the words stand side by side in the title or in the text of a story."""
    size = len(words)
    return any(
        tuple(field[place : place + size]) == words for field in story.words.values() for place in range(len(field))
    )


def build_shards(folder: Path, count: int, shards: int) -> list[Path]:
    """The documents of `stories` as an archive in so many files."""
    source = folder / "stories.jsonl"
    source.write_text("".join(json.dumps(record) + "\n" for record in documents(count)), encoding="utf-8")
    return list(build([source], folder / "parts.db", workers=0, shards=shards).databases)


def clear_index(database: Path) -> Path:
    """The archive, whose pages count by plain SQL from now on."""
    with closing(sqlite3.connect(database)) as connection, connection:
        search_index.clear(connection)
    return database
