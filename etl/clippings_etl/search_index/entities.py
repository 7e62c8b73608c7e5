"""Which articles mention which entities: a bitmap for each frequent one, and a column from article to entities."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from datasette_clippings.stored_index import (
    ENTITIES,
    ENTITY_ARTICLES,
    ENTITY_ENDS,
    ENTITY_ORDER,
    ENTITY_PLACES,
    ENTITY_TYPE,
    PART,
)

from .parts import Writer, bitmap, columns_of, last_id, numbers

# Those that no article mentions (any more) have no number.
_COUNTED = (
    "(select entity_id, count(*) as articles from article_entities group by entity_id) on entity_id = entities.id"
)
_ORDER = f"""
select id, articles, row_number() over (order by key) - 1 as place
from entities join {_COUNTED} order by type, articles desc, key
"""
_TYPES = f"select type, count(*) from entities join {_COUNTED} group by type order by type"
_ARTICLES = "select group_concat(article_id) from article_entities where entity_id = ?"
_PART = """
select group_concat(article_id), group_concat(entity_id) from article_entities where article_id >= ? and article_id < ?
"""


def write_entities(connection: sqlite3.Connection, writer: Writer, least: int) -> None:
    """Write the order of the entities, the bitmaps of those in so many articles or more, and the column of all."""
    ids, articles, places = (
        np.array(column, np.int64) for column in columns_of(connection.execute(_ORDER).fetchall(), 3)
    )
    for name, items in ((ENTITY_ORDER, ids), (ENTITY_ARTICLES, articles), (ENTITY_PLACES, places)):
        writer.part(name, 0, items)
    first = 0
    for entity_type, count in connection.execute(_TYPES).fetchall():
        writer.insert("article_column_values", ENTITY_TYPE, first, entity_type)
        first += count
    for entity in np.sort(ids[articles >= least]).tolist():
        found = numbers(connection.execute(_ARTICLES, [entity]).fetchone()[0])
        writer.insert("entity_bitmaps", entity, bitmap(np.sort(found)))
    for part, (ends, entities) in enumerate(_by_article(connection, ids)):
        writer.part(ENTITY_ENDS, part, ends)
        writer.part(ENTITIES, part, entities)


def _by_article(
    connection: sqlite3.Connection, order: NDArray[np.int64]
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int32]]]:
    """For each part of the article ids, where the entities of each end, and their numbers."""
    number_of = np.zeros(int(order.max(initial=0)) + 1, np.int32)
    number_of[order] = np.arange(len(order))
    for start in range(0, last_id(connection) + 1, PART):
        article, entity = map(numbers, connection.execute(_PART, [start, start + PART]).fetchone())
        sequence = np.lexsort((number_of[entity], article))
        ends = np.cumsum(np.bincount(article - np.uint32(start), minlength=PART))
        yield ends, number_of[entity[sequence]]
