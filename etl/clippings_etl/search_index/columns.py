"""What is counted and sorted by, of every article: month, language, site, length, and its place by date."""

from __future__ import annotations

import sqlite3

import numpy as np

from datasette_clippings.stored_index import ARTICLES, CODED, NEWEST, WORDS

from .parts import Writer, bitmap, columns_of, last_id, numbers

_VALUES = {
    "month": "select substr(published, 1, 7) as value, group_concat(id) from articles group by value order by value",
    "language": "select language as value, group_concat(id) from articles group by value order by value",
    "site": "select site as value, group_concat(id) from articles group by value order by value",
}
_NEWEST = "select group_concat(id) from (select id from articles order by published desc, id desc)"
_LENGTHS = "select id, sz from articles_fts_docsize order by id"

_BATCH = 100_000


def write_columns(connection: sqlite3.Connection, writer: Writer) -> None:
    """Write the columns that have one item an article."""
    size = last_id(connection) + 1
    for name in CODED:
        codes = np.zeros(size, np.int64)
        values = [row for row in connection.execute(_VALUES[name]) if row[0] is not None]
        for code, (value, ids) in enumerate(values, 1):
            codes[numbers(ids)] = code
            writer.insert("article_column_values", name, code, value)
        writer.column(name, codes)
    places = np.zeros(size, np.int64)
    newest = numbers(connection.execute(_NEWEST).fetchone()[0])
    places[newest] = np.arange(len(newest))
    writer.column(NEWEST, places)
    writer.insert("article_columns", ARTICLES, 0, bitmap(np.sort(newest)))
    lengths = np.zeros(size, np.int64)
    rows = connection.execute(_LENGTHS)
    while batch := rows.fetchmany(_BATCH):
        ids, sizes = columns_of([(article, sum(_varints(size))) for article, size in batch], 2)
        lengths[ids] = sizes
    writer.column(WORDS, lengths)


def _varints(data: bytes) -> list[int]:
    """SQLite's variable-length integers, one after the other (https://sqlite.org/fileformat2.html#varint)."""
    if len(data) == 2 and data[0] < 128 and data[1] < 128:  # most of them, and there is one an article
        return [data[0], data[1]]
    found = []
    value = 0
    for byte in data:
        value = value << 7 | byte & 0x7F
        if byte < 128:
            found.append(value)
            value = 0
    return found
