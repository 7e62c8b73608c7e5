"""An archive as version 1 made it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from clippings_etl.archive import APPLICATION_ID
from clippings_etl.store import article_key

SCHEMA = Path(__file__).with_name("schema_1.sql")


def outdated_archive(path: Path, source: str = "stories/1.txt") -> Path:
    """A database of version 1: one article with the number 41, an entity, a tag, a note and a retired number."""
    connection = sqlite3.connect(path)
    connection.executescript(SCHEMA.read_text(encoding="utf-8"))
    key = article_key(source)
    with connection:
        connection.execute(
            """
            insert into articles (id, title, word_count, text, title_source, source, key, encoding, sha256)
            values (41, 'Old', 1, 'Old.', 'opening', ?, ?, 'utf-8', '')
            """,
            [source, key],
        )
        connection.execute("insert into entities (id, name, type, key) values (17, 'Vietnam', 'place', 'place:VN')")
        connection.execute("insert into tags (id, name) values (3, 'harbour')")
        connection.execute("insert into article_tags values (?, 3)", [key])
        connection.execute("insert into notes (article_key, at, actor, body) values (?, '2026', 'root', 'mine')", [key])
        connection.execute("insert into retired_ids values ('article', 'gone', 50)")
    connection.execute(f"pragma application_id = {APPLICATION_ID}")
    connection.execute("pragma user_version = 1")
    connection.close()
    return path
