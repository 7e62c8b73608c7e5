"""Search: Datasette's own box, JSON and CSV, folded the way the index is folded."""

from __future__ import annotations

import re
import sqlite3

from datasette.utils import escape_fts

from .archive import bears_mark
from .folding import fold

NOTHING = '""'
"""The FTS5 query that matches nothing."""

_QUOTED = re.compile('"([^"]*)"')


def fold_query(query: str | None) -> str:
    """An FTS5 query for what was typed: each word or quoted phrase folded, and asked for as a phrase.

    Nothing that is typed is FTS5 syntax, so nothing can be wrong with it. Words are joined by AND. Where
    there is no word, the answer is the empty phrase, which matches nothing.
    """
    return " ".join(f'"{phrase}"' for phrase in fold_phrases(query)) or NOTHING


def fold_phrases(query: str | None) -> list[str]:
    """The words and quoted phrases of what was typed, folded, each once."""
    # FTS5 reads a NUL as the end of the query, and Datasette a line break as the end of a phrase.
    typed = " ".join((query or "").replace("\0", " ").split())
    phrases = (fold(phrase).replace('"', " ") for phrase in _QUOTED.findall(escape_fts(typed)))
    return [phrase for phrase in dict.fromkeys(phrases) if phrase.strip()]


def fold_searches(connection: sqlite3.Connection) -> None:
    """Replace Datasette's `escape_fts` on a connection to an archive, and on no other."""
    if bears_mark(connection):
        connection.create_function("escape_fts", 1, fold_query, deterministic=True)
