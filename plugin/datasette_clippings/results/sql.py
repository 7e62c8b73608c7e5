"""Results by plain SQL: exact on any archive, as fast as SQLite can go through the matching rows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from ..folding import fold_name
from .model import COLUMNS, TEXT_WEIGHT, TITLE_WEIGHT, Dated, EntityCount, Hit, ValueCount
from .selection import Matches, Mentions, NotMentions, Selection
from .together import evenly

# Parameters of ours begin with clippings_, those of conditions are what their makers call them.
_FOUND = "id in (select rowid from articles_fts where articles_fts match :clippings_match)"

_MENTIONED = """id {negation} in (
    select article_id from article_entities where entity_id = (select id from entities where key = :{parameter})
  )"""

# The cross join makes SQLite start from the matching articles, whose entities one index then gives.
_ENTITIES = """
with matching(id) as ({matching}),
counted(entity_id, articles) as (
  select entity_id, count(*) from matching cross join article_entities on article_id = matching.id group by entity_id
),
placed as (
  select entities.type as type, entities.key as key, entities.name as name, counted.articles as articles,
    row_number() over (partition by entities.type order by counted.articles desc, entities.key) as place
  from counted cross join entities on entities.id = counted.entity_id
  where entities.type in ({types}) {named}
)
select type, key, name, articles from placed
where place > :clippings_offset and place <= :clippings_offset + :clippings_limit
order by type, place
"""

_NAMED = """and (
    clippings_contains(entities.name, :clippings_containing)
    or exists (
      select 1 from entity_names
      where entity_id = entities.id and clippings_contains(entity_names.name, :clippings_containing)
    )
  )"""

_ENTITY_COUNTS = """
with matching(id) as ({matching})
select entities.key, count(*)
from entities join article_entities on article_entities.entity_id = entities.id
where entities.key in ({keys}) and article_entities.article_id in (select id from matching)
group by entities.id
"""

# From the matching articles, each of whose entities one index gives in the order of their numbers.
_PAIRS = """
with matching(id) as ({matching})
select one.entity_id, other.entity_id, count(*)
from matching
cross join article_entities as one on one.article_id = matching.id
cross join article_entities as other on other.article_id = matching.id and other.entity_id > one.entity_id
where one.entity_id in ({ids}) and other.entity_id in ({ids})
group by 1, 2
"""

_OTHER = "id {negation} in (select value from json_each(:{parameter}))"

_HOLDING = "select rowid from articles_fts where articles_fts match :clippings_phrase"

_VALUES = """
select {value} as value, count(*) as articles from articles where id in ({matching})
group by 1 order by {order} limit :clippings_limit
"""

_COLUMNS = {"month": "substr(published, 1, 7)", "language": "language", "site": "site"}
_BY_TIME = "value is null, value"
_BY_NUMBER = "articles desc, value is null, value"

# The plus keeps SQLite from asking the full-text index anew for each number.
_RANKED = f"""
select id, score from (
  select rowid as id, -bm25(articles_fts, {TEXT_WEIGHT}, {TITLE_WEIGHT}) as score
  from articles_fts where articles_fts match :clippings_match and +rowid in ({{matching}})
)
where {{behind}} order by score desc, id limit :clippings_limit
"""

_BY_ID = "select id, 0.0 from articles where id in ({matching}) and {behind} order by id limit :clippings_limit"

_NEWEST = """
select id, published from articles where id in ({matching}) and {behind}
order by published desc, id desc limit :clippings_limit
"""


class SqlResults:
    """The articles that match a selection, by SQL alone: what `Results` promises."""

    deadline: float | None = None  # all of it runs in SQLite

    def __init__(self, connection: sqlite3.Connection, selection: Selection) -> None:
        self._connection = connection
        self._selection = selection
        self._params: dict[str, Any] = {}
        clauses = []
        if selection.match is not None:
            clauses.append(_FOUND)
            self._params["clippings_match"] = selection.match
        for number, part in enumerate(selection.parts):
            if isinstance(part, (Mentions, NotMentions)):
                parameter = f"clippings_entity_{number}"
                negation = "not" if isinstance(part, NotMentions) else ""
                clauses.append(_MENTIONED.format(negation=negation, parameter=parameter))
                self._params[parameter] = part.key
            elif isinstance(part, Matches):
                parameter = f"clippings_other_{number}"
                clauses.append(_OTHER.format(negation="not" if part.negated else "", parameter=parameter))
                self._params[parameter] = json.dumps(SqlResults(connection, part.selection)._ids)
        for condition in selection.conditions:
            clauses.append(f"({condition.sql}\n)")  # which may end in a comment
            self._params.update(condition.params)
        self._matching = "select id from articles" + (" where " + " and ".join(clauses) if clauses else "")

    @cached_property
    def count(self) -> int:
        return int(self._rows(f"select count(*) from ({self._matching})")[0][0])

    def entities(
        self, types: Sequence[str], limit: int, *, offset: int = 0, containing: str = ""
    ) -> dict[str, list[EntityCount]]:
        found: dict[str, list[EntityCount]] = {entity_type: [] for entity_type in types}
        part = fold_name(containing)
        if part:
            self._connection.create_function("clippings_contains", 2, _contains, deterministic=True)
        names, values = _listed("clippings_type", list(found))
        sql = _ENTITIES.format(matching=self._matching, types=names, named=_NAMED if part else "")
        paging = {"clippings_limit": limit, "clippings_offset": offset, "clippings_containing": part}
        for entity_type, key, name, articles in self._rows(sql, **values, **paging):
            found[entity_type].append(EntityCount(key, name, articles))
        return found

    def entity_counts(self, keys: Sequence[str]) -> dict[str, int]:
        names, values = _listed("clippings_key", list(dict.fromkeys(keys)))
        sql = _ENTITY_COUNTS.format(matching=self._matching, keys=names)
        return {**dict.fromkeys(keys, 0), **dict(self._rows(sql, **values))}

    def values(self, column: str, limit: int | None = None) -> list[ValueCount]:
        if column not in COLUMNS:
            raise ValueError(f"Articles aren't counted by {column!r}, only by {', '.join(COLUMNS)}")
        order = _BY_TIME if column == "month" else _BY_NUMBER
        sql = _VALUES.format(value=_COLUMNS[column], matching=self._matching, order=order)
        return [ValueCount(*row) for row in self._rows(sql, clippings_limit=-1 if limit is None else limit)]

    def ranked(self, limit: int, after: Hit | None = None) -> list[Hit]:
        behind = "1"
        values: dict[str, Any] = {"clippings_limit": limit}
        if after is not None:
            values |= {"clippings_score": after.score, "clippings_id": after.article_id}
            behind = "(score < :clippings_score or (score = :clippings_score and id > :clippings_id))"
        sql = _RANKED
        if self._selection.match is None:
            sql, behind = _BY_ID, "id > :clippings_id" if after else "1"
        return [Hit(*row) for row in self._rows(sql.format(matching=self._matching, behind=behind), **values)]

    def newest(self, limit: int, after: Dated | None = None) -> list[Dated]:
        behind = "1"
        values: dict[str, Any] = {"clippings_limit": limit}
        if after is not None:
            values |= {"clippings_published": after.published, "clippings_id": after.article_id}
            behind = "published is null and id < :clippings_id"
            if after.published is not None:
                behind = """(published < :clippings_published or published is null
                  or (published = :clippings_published and id < :clippings_id))"""
        sql = _NEWEST.format(matching=self._matching, behind=behind)
        return [Dated(*row) for row in self._rows(sql, **values)]

    def pairs(self, keys: Sequence[str]) -> dict[tuple[str, str], int]:
        names, values = _listed("clippings_key", list(dict.fromkeys(keys)))
        known = dict(self._rows(f"select id, key from entities where key in ({names})", **values))
        sql = _PAIRS.format(matching=self._matching, ids=", ".join(map(str, known)))
        rows = self._rows(sql)
        return {(min(pair), max(pair)): count for *ids, count in rows for pair in [[known[each] for each in ids]]}

    def holding(self, phrases: Sequence[str]) -> dict[str, int]:
        matching = set(self._ids)
        found = {phrase: self._rows(_HOLDING, clippings_phrase=f'"{phrase}"') for phrase in phrases}
        return {phrase: sum(number in matching for (number,) in rows) for phrase, rows in found.items()}

    def sample(self, size: int) -> list[int]:
        return [self._ids[place] for place in evenly(len(self._ids), size)]

    @cached_property
    def _ids(self) -> list[int]:
        return [number for (number,) in self._rows(f"{self._matching} order by id")]

    def _rows(self, sql: str, **values: Any) -> list[tuple[Any, ...]]:
        # a cursor of its own: Datasette's connections give rows that can't be taken apart as tuples
        cursor = self._connection.cursor()
        cursor.row_factory = None
        return cursor.execute(sql, {**self._params, **values}).fetchall()


def _contains(name: str, part: str) -> bool:
    return part in fold_name(name)


def _listed(prefix: str, values: list[str]) -> tuple[str, dict[str, str]]:
    """Named parameters for a list of values, and what they are bound to."""
    bound = {f"{prefix}_{number}": value for number, value in enumerate(values)}
    return ", ".join(f":{name}" for name in bound), bound
