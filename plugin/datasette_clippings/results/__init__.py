"""The articles that match a selection: how many, which entities, months, languages and sites, in which order."""

from __future__ import annotations

import sqlite3

from .model import Articles, Dated, EntityCount, Hit, Results, ValueCount
from .selection import Condition, Listed, Mentions, NotMentions, Selection, Words
from .sql import SqlResults

__all__ = [
    "Articles",
    "Condition",
    "Dated",
    "EntityCount",
    "Hit",
    "Listed",
    "Mentions",
    "NotMentions",
    "Results",
    "Selection",
    "SqlResults",
    "ValueCount",
    "Words",
    "find",
]


def find(connection: sqlite3.Connection, selection: Selection, *, deadline: float | None = None) -> Results:
    """The results of a selection from an archive, to be used in the thread and with the connection given here.

    Time is the caller's to limit, with Datasette's `sqlite_timelimit`; `deadline`, a time of
    `time.perf_counter`, is for what runs outside SQLite.
    """
    try:
        from .bitmaps import BitmapResults, open_index
    except ImportError:  # no pyroaring
        return SqlResults(connection, selection)
    index = open_index(connection)
    if index is None:
        return SqlResults(connection, selection)
    return BitmapResults(index, connection, selection, deadline)
