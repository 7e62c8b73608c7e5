"""Words that are written nearly alike, looked for within the time of a search."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from datasette_clippings.searching.spellings import near_words

WORD = "harbourside"


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    """An index of 2,000 words as long as the one that is looked for, and 2,000 longer ones, all beginning like it."""
    words = [f"ha{number:09}" for number in range(2_000)] + [f"ha{number:020}" for number in range(2_000)]
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("create virtual table articles_fts using fts5(text)")
        connection.execute("insert into articles_fts (text) values (?)", [" ".join([*words, "harborsidde"])])
        yield connection


def test_the_time_is_looked_at_while_words_are_compared(connection: sqlite3.Connection) -> None:
    """Every 200 of those that are about as long; the others aren't compared."""
    looks: list[int] = []

    assert near_words(connection, WORD, 3, lambda: looks.append(1)) == [("harborsidde", 1)]
    assert len(looks) == 11


def test_nothing_is_compared_once_the_time_is_over(connection: sqlite3.Connection) -> None:
    """What the look raises ends the search for spellings."""
    looks: list[int] = []

    def late() -> None:
        looks.append(1)
        if len(looks) == 3:
            raise sqlite3.OperationalError("interrupted")

    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        near_words(connection, WORD, 3, late)
    assert len(looks) == 3
