"""Words as the full-text index has them."""

from __future__ import annotations

import sqlite3
from functools import cache, lru_cache
from threading import Lock

_lock = Lock()


@lru_cache(10_000)
def words_of(phrase: str) -> tuple[str, ...]:
    """The words that the index's tokenizer makes of a phrase.

    Asked of SQLite itself, since its Unicode tables are its own: a word that we folded otherwise would be found
    in the wrong articles.
    """
    with _lock:
        tokenizer = _tokenizer()
        tokenizer.execute("delete from phrases")
        tokenizer.execute("insert into phrases (phrase) values (?)", [phrase])
        rows = tokenizer.execute("select term from words order by offset")
        return tuple(word for (word,) in rows)


@cache
def _tokenizer() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    connection.execute("create virtual table phrases using fts5(phrase, tokenize='unicode61 remove_diacritics 2')")
    connection.execute("create virtual table words using fts5vocab(phrases, instance)")
    return connection
