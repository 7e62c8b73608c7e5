"""The structures that make facets and search fast: written at the end of a build, from the other tables.

Nothing depends on them but speed: where they are missing, or stale because somebody changed a table beneath them,
the same answers come from plain SQL.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

TABLES = ("entity_bitmaps", "word_postings", "article_columns", "article_column_values", "search_index")

# What the structures are made from. The full-text index takes no triggers: who changes it marks them stale.
_BENEATH = {
    "articles": ("insert", "delete", "update of id, published, language, site, duplicate_of"),
    "article_entities": ("insert", "delete", "update"),
    "entities": ("insert", "delete", "update of id, type, key"),
}


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Which entities and words get a bitmap. Rare ones don't need one: their few articles are quickly read."""

    entity_articles: int = 64
    entity_share: float = 1 / 4096
    """An entity has to be in so many articles, and in this share of all."""
    word_articles: int = 512
    word_share: float = 1 / 256
    """A word has to be in so many articles, and in this share of all."""


def write(connection: sqlite3.Connection, thresholds: Thresholds = Thresholds()) -> bool:
    """Write the structures anew, inside the caller's transaction; False where pyroaring isn't installed.

    Before it, ``article_entities`` and the full-text index must be complete.
    """
    clear(connection)
    try:
        import pyroaring  # noqa: F401  (a build goes without it where there is none)
    except ImportError:
        return False
    from .columns import write_columns
    from .entities import write_entities
    from .parts import Writer
    from .words import write_words

    writer = Writer(connection)
    (articles,) = connection.execute("select count(*) from articles").fetchone()
    write_entities(connection, writer, max(thresholds.entity_articles, int(articles * thresholds.entity_share)))
    write_columns(connection, writer)
    write_words(connection, writer, max(thresholds.word_articles, int(articles * thresholds.word_share)))
    connection.execute("insert into search_index (id, fingerprint, stale) values (1, ?, 0)", [writer.fingerprint()])
    for table, events in _BENEATH.items():
        for event in events:
            name = f"stale_{table}_{event.partition(' ')[0]}"
            connection.execute(
                f"create trigger {name} after {event} on {table} begin update search_index set stale = 1; end"
            )
    return True


def clear(connection: sqlite3.Connection) -> None:
    """Take the structures and their triggers away, before the tables beneath are changed."""
    for table, events in _BENEATH.items():
        for event in events:
            connection.execute(f"drop trigger if exists stale_{table}_{event.partition(' ')[0]}")
    for table in TABLES:
        connection.execute(f"delete from {table}")
