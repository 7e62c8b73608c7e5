"""Search: Datasette's own box, JSON and CSV, in the language of searches, folded the way the index is folded."""

from __future__ import annotations

import sqlite3

from .archive import bears_mark
from .query import NOTHING, parse, widest
from .query.exact import holds


def fold_query(query: str | None) -> str:
    """An FTS5 query for what was typed: its words and phrases folded and quoted, so that nothing can be wrong with it.

    Where nothing is asked for, or nothing but what is not, the answer is the empty phrase, which matches nothing.
    Words as they are written are asked for as phrases: whether they stand so in the text, FTS5 doesn't know.
    """
    tree = parse(query).tree
    return NOTHING if tree is None else widest(tree) or NOTHING


def fold_searches(connection: sqlite3.Connection) -> None:
    """Replace Datasette's `escape_fts` on a connection to an archive, and on no other; and let it tell exact words."""
    if bears_mark(connection):
        connection.create_function("escape_fts", 1, fold_query, deterministic=True)
        connection.create_function("clippings_holds", -1, holds, deterministic=True)
