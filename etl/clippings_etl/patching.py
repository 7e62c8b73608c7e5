"""The database of the last build, brought up to date: what changed is taken out and put in, the rest stays."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from datasette_clippings.folding import fold

from . import entities, search_index
from .digest import DIGEST, ArticleState, record_digest
from .entities.user_lists import UserLists
from .name_counts import NameCounts
from .present_numbers import PresentNumbers
from .quality import refill
from .store import Store, source_of_name

_BATCH = 500

# Where articles' rows stand, each with the column that names the article.
_OF_ARTICLES = {
    "originals": "article_id",
    "removed_lines": "article_id",
    "stored_mentions": "article_id",
    "mention_candidates": "article_id",
    "stored_quantities": "article_id",
    "article_entities": "article_id",
    "article_cleaning": "article_id",
    "articles": "id",
}

_TOUCHED = "insert or ignore into touched select entity_id from article_entities where article_id = ?"

_PAIRS = """
insert into article_entities (entity_id, article_id, mention_count)
select entity_id, article_id, count(*) from stored_mentions where article_id = ? group by entity_id
"""

_COUNTS = """
update entities set
  article_count = (select count(*) from article_entities where entity_id = entities.id),
  mention_count = (select coalesce(sum(mention_count), 0) from article_entities where entity_id = entities.id)
where id in (select entity_id from touched)
"""

_GONE = (
    "insert or replace into retired_ids (kind, key, id) select 'entity', key, id from entities where article_count = 0",
    "delete from stored_names where entity_id in (select id from entities where article_count = 0)",
    "delete from touched where entity_id in (select id from entities where article_count = 0)",
    "delete from entities where article_count = 0",
    "delete from retired_ids where kind = 'article' and key in (select key from articles)",
    "delete from retired_ids where kind = 'entity' and key in (select key from entities)",
    "delete from languages where code not in (select language from articles where language is not null)",
)


class Patch:
    """Changes a copy of the last build's database, inside the caller's transaction."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        store: Store,
        numbers: PresentNumbers,
        counts: NameCounts,
        lists: UserLists,
    ) -> None:
        self._numbers = numbers
        self._connection = connection
        self._store = store
        self._counts = counts
        self._lists = lists
        search_index.clear(connection)
        connection.execute("create temp table touched (entity_id integer primary key)")
        connection.execute("create temp table changed (article_id integer primary key)")
        for table in ("rules", "errors"):
            connection.execute(f"delete from {table}")
        connection.execute("delete from build_info where key <> ?", [DIGEST])

    def remove(self, keys: Iterable[str]) -> None:
        """Take articles out, by their keys; one that isn't put in again is retired with ``retire``."""
        for batch in _batches(self._articles(keys)):
            self._connection.executemany(_TOUCHED, batch)
            self._remove_words(batch)
            for table, column in _OF_ARTICLES.items():
                self._connection.executemany(f"delete from {table} where {column} = ?", batch)

    def retire(self, keys: Iterable[str]) -> None:
        """Take articles out for good; their numbers are kept for the case that they come back."""
        gone = list(keys)
        statement = "insert or replace into retired_ids select 'article', key, id from articles where key = ?"
        self._connection.executemany(statement, ([key] for key in gone))
        self.remove(gone)

    def relink(self, likes: Iterable[tuple[str, str | None, float | None]]) -> None:
        """Say of articles which one they repeat now: each one's key, that one's, and how like it is."""
        self._connection.executemany(
            "update articles set duplicate_of = (select id from articles where key = ?), similarity = ? where key = ?",
            ((first, similarity, key) for key, first, similarity in likes),
        )

    def added(self, keys: Iterable[str]) -> None:
        """Finish articles that were put in with ``Store.add``, when all of them were."""
        self._store.write()
        for batch in _batches(self._articles(keys)):
            self._connection.executemany(_PAIRS, batch)
            self._connection.executemany(_TOUCHED, batch)
            self._connection.executemany("insert into changed values (?)", batch)

    def finish(self, info: Mapping[str, str], articles: Iterable[ArticleState]) -> str:
        """Everything that follows from the articles. Returns the digest."""
        self._store.add_info(info)
        self._store.write()
        self._connection.execute(_COUNTS)
        for statement in _GONE:
            self._connection.execute(statement)
        for number, key in self._connection.execute(
            "select id, key from entities where id in (select entity_id from touched) order by id"
        ).fetchall():
            self._rename(number, key)
        refill(self._connection, "select article_id from temp.changed")
        for table in ("touched", "changed"):
            self._connection.execute(f"drop table temp.{table}")
        search_index.write(self._connection)
        return record_digest(self._connection, articles)

    def _articles(self, keys: Iterable[str]) -> Iterator[tuple[int]]:
        for key in keys:
            row = self._connection.execute("select id from articles where key = ?", [key]).fetchone()
            if row:
                self._numbers.keep(key, row[0])
                yield row

    def _remove_words(self, batch: Sequence[tuple[int]]) -> None:
        """Take articles out of the full-text index, which has to be told what it had of them."""
        for (article,) in batch:
            query = "select title, text from articles where id = ?"
            title, text = self._connection.execute(query, [article]).fetchone()
            self._connection.execute(
                "insert into articles_fts (articles_fts, rowid, title, text) values ('delete', ?, ?, ?)",
                [article, fold(title), fold(text)],
            )

    def _rename(self, number: int, key: str) -> None:
        """Leave an entity the names that articles or lists have for it."""
        if not self._lists.shown(key) and not entities.is_named(key):
            self._connection.execute("update entities set name = ? where id = ?", [self._counts.shown(key), number])
        told = set()
        grounds = set()
        for name, language, evidence in self._counts.names(key):
            told.add((name, language, source_of_name(evidence)))
            grounds.add((name, evidence))
        rows = self._connection.execute(
            """
            select stored.number, name, evidence, origin_id, language, source
            from stored_names as stored left join name_origins on name_origins.id = origin_id
            where entity_id = ? and evidence is not null order by stored.number
            """,
            [number],
        ).fetchall()
        for place, name, evidence, origin, language, source in rows:
            is_told = origin is not None and (name, language, source) in told
            if not is_told and (name, evidence) not in grounds:
                self._connection.execute("delete from stored_names where entity_id = ? and number = ?", [number, place])
            elif origin is not None and not is_told:
                self._connection.execute(
                    "update stored_names set origin_id = null where entity_id = ? and number = ?", [number, place]
                )


def _batches(rows: Iterator[tuple[int]]) -> Iterator[list[tuple[int]]]:
    while batch := list(islice(rows, _BATCH)):
        yield batch
