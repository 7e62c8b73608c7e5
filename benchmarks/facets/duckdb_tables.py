"""DuckDB: tables of articles, mentions and postings.

Its full-text extension comes from a server of its own, so the inverted table that it would keep is made here in SQL:
postings sorted by word, BM25 in SQL, without positions and so without phrases.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

from .engine import HITS, TOP, TYPES, EntityCount, Found, Material, Question, installed

_BUILD = (
    "set threads = 2",
    "set enable_progress_bar = false",
    "set memory_limit = '8GB'",
    """
    create table entities as select * from read_json('{entities}', format = 'newline_delimited',
      columns = {{id: 'INTEGER', key: 'VARCHAR', name: 'VARCHAR', type: 'VARCHAR'}})
    """,
    """
    create temp table read as select * from read_json('{articles}', format = 'newline_delimited',
      columns = {{id: 'INTEGER', title: 'VARCHAR', text: 'VARCHAR', month: 'VARCHAR', entities: 'INTEGER[]'}})
    """,
    """
    create table articles as select id, title, month, text,
      len(string_split(title || ' ' || text, ' '))::SMALLINT as length from read
    """,
    "create table article_entities as select id as article, unnest(entities) as entity from read",
    """
    create temp table tokens as
    select id as article, unnest(string_split(title || ' ' || text, ' ')) as word from read
    """,
    """
    create table words as select word, row_number() over (order by word)::INTEGER as number,
      count(distinct article)::INTEGER as articles from tokens group by word
    """,
    """
    create table postings as select number as word, article, count(*)::SMALLINT as times
    from tokens join words using (word) group by 1, 2 order by 1, 2
    """,
    "drop table tokens",
    "drop table read",
    "checkpoint",
)

_HITS = """
with best as materialized (
  select id, ln(1 + ({total} - matching.holding + .5) / (matching.holding + .5))
    * times * 2.2 / (times + 1.2 * (.25 + .75 * length / {mean})) as score
  from ({matching}) as matching join articles on articles.id = matching.article order by score desc, id limit {hits}
)
select id, title from articles join best using (id) where id in (select id from best) order by score desc, id
"""

_FACETS = """
with counted as (
  select entity, count(*) as articles from article_entities {where} group by entity
)
select type, key, articles, name from counted join entities on entities.id = counted.entity
where type in {types}
qualify row_number() over (partition by type order by articles desc, key) <= {top}
order by articles desc, key
"""


class DuckDb:
    """Postings by hand, two threads."""

    what: ClassVar[str] = "DuckDB with postings made by hand, two threads"
    exact_order: ClassVar[bool] = False

    def __init__(self, material: Material) -> None:
        self._material = material
        self._database = material.folder / "duckdb.db"

    def version(self) -> str:
        return f"DuckDB {installed('duckdb').__version__}"

    def files(self) -> Sequence[Path]:
        return [self._database] if self._database.exists() else []

    def build(self) -> None:
        unfinished = self._database.with_name("duckdb-partial.db")
        unfinished.unlink(missing_ok=True)
        with installed("duckdb").connect(str(unfinished)) as connection:
            for statement in _BUILD:
                connection.execute(
                    statement.format(entities=self._material.entities, articles=self._material.articles)
                    if "{" in statement
                    else statement
                )
        unfinished.replace(self._database)

    def open(self) -> None:
        self._connection: Any = installed("duckdb").connect(str(self._database), read_only=True)
        self._connection.execute("set threads = 2")
        self._total, self._mean = self._rows("select count(*), avg(length) from articles")[0]

    def answer(self, cell: str, question: Question) -> Found:
        matching = self._matching(question)
        if cell == "e":
            where = f"and id in (select article from ({matching}))" if matching else ""
            query = f"select month, count(*) from articles where month is not null {where} group by 1"
            return Found(months=dict(self._rows(query)))
        return Found(
            hits=() if cell == "b" else self._hits(matching, question),
            entities={} if cell == "a" else self._entities(matching),
        )

    def _matching(self, question: Question) -> str | None:
        """The matching articles; None for all of them."""
        selected = ""
        if question.selected:
            selected = f"select article from article_entities where entity = {question.selected.number}"
        if not question.words:
            return selected or None
        known = self._rows("select number, articles from words where word = ?", [question.words])
        number, articles = known[0] if known else (-1, 0)
        matching = f"select article, times, {articles} as holding from postings where word = {number}"
        return f"{matching} and article in ({selected})" if selected else matching

    def _hits(self, matching: str | None, question: Question) -> list[tuple[int, str]]:
        if question.words:
            found = {"matching": matching, "total": self._total, "mean": self._mean, "hits": HITS}
            return self._rows(_HITS.format(**found))
        where = f"where id in ({matching})" if matching else ""
        return self._rows(f"select id, title from articles {where} order by id limit {HITS}")

    def _entities(self, matching: str | None) -> dict[str, list[EntityCount]]:
        where = f"where article in (select article from ({matching}))" if matching else ""
        found: dict[str, list[EntityCount]] = {type: [] for type in TYPES}
        for type, key, articles, name in self._rows(_FACETS.format(where=where, types=TYPES, top=TOP)):
            found[type].append(EntityCount(key, articles, name))
        return found

    def _rows(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        rows: list[Any] = self._connection.execute(query, values).fetchall()
        return rows
