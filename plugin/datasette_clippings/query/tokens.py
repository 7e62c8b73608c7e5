"""Words as the full-text index has them."""

from __future__ import annotations

import sqlite3
from functools import cache, lru_cache
from threading import Lock

_SHORT = 100
"""Longer phrases aren't remembered."""

_lock = Lock()


def word_of(phrase: str) -> str | None:
    """The one word that a phrase is for the index: empty where there is none in it, None where there are several."""
    words = _first_two(phrase) if len(phrase) <= _SHORT else _ask(phrase, 2)
    if not words:
        return ""
    return words[0] if len(words) == 1 else None


def holds_words(phrase: str) -> bool:
    """Whether the index has any word for a phrase."""
    return word_of(phrase) != ""


def words_of(phrase: str) -> tuple[str, ...]:
    """The words that a phrase is for the index."""
    return _ask(phrase, -1)


@lru_cache(10_000)
def _first_two(phrase: str) -> tuple[str, ...]:
    return _ask(phrase, 2)


def _ask(phrase: str, limit: int) -> tuple[str, ...]:
    """Asked of SQLite itself, since its Unicode tables are its own: a word that we folded otherwise would be found
    in the wrong articles."""
    with _lock:
        tokenizer = _tokenizer()
        tokenizer.execute("delete from phrases")
        tokenizer.execute("insert into phrases (phrase) values (?)", [phrase])
        words = tokenizer.execute("select term from words order by offset limit ?", [limit]).fetchall()
    return tuple(str(word) for (word,) in words)


@cache
def _tokenizer() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    connection.execute("create virtual table phrases using fts5(phrase, tokenize='unicode61 remove_diacritics 2')")
    connection.execute("create virtual table words using fts5vocab(phrases, instance)")
    return connection
