"""Results by plain SQL: exact on any archive, as fast as SQLite can go through the matching rows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from ..folding import fold_name
from ..query import And, Or, Phrase, expression, ranking
from ..query.tree import has_phrase
from .model import COLUMNS, TEXT_WEIGHT, TITLE_WEIGHT, Dated, EntityCount, Hit, ValueCount
from .selection import Listed, Mentions, NotMentions, Selection
from .together import evenly
from .words import add_functions, words_clause

# Parameters of ours begin with clippings_, those of conditions are what their makers call them.
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

_LISTED = "id in (select value from json_each(:{parameter}))"

_HOLDING = "select rowid from articles_fts where articles_fts match :clippings_phrase"

# Of articles that are nearly the same, the one that the others repeat, else the first.
_STORIES = """
select id from (
  select id, row_number() over (
    partition by coalesce(duplicate_of, id) order by duplicate_of is not null, id
  ) as place
  from articles where id in ({matching})
) where place = 1
"""

_VALUES = """
select {value} as value, count(*) as articles from articles where id in ({matching})
group by 1 order by {order} limit :clippings_limit
"""

_COLUMNS = {"month": "substr(published, 1, 7)", "language": "language", "site": "site"}
_BY_TIME = "value is null, value"
_BY_NUMBER = "articles desc, value is null, value"

# The plus keeps SQLite from asking the full-text index anew for each number.
_SCORES = f"""
select rowid as id, -bm25(articles_fts, {TEXT_WEIGHT}, {TITLE_WEIGHT}) as score
from articles_fts where articles_fts match :clippings_ranking and +rowid in ({{matching}})
"""
_SOME_SCORES = f"""
select matched.id as id, coalesce(scores.score, 0.0) as score
from ({{matching}}) as matched left join ({_SCORES}) as scores on scores.id = matched.id
"""
_NO_SCORES = "select id, 0.0 as score from articles where id in ({matching})"

_RANKED = "select id, score from ({scores}) where {behind} order by score desc, id limit :clippings_limit"
_SCORE = "select id, score from ({scores}) where id = :clippings_id"
_LAST = "select count(*) over (), id, {value} from ({rows}) where {ahead} order by {order} limit 1"

_BEHIND = "(score < :clippings_score or (score = :clippings_score and id > :clippings_id))"
_AHEAD = "(score > :clippings_score or (score = :clippings_score and id < :clippings_id))"
_LATER = "(published > :clippings_published or (published = :clippings_published and id > :clippings_id))"
_LATER_UNDATED = "(published is not null or id > :clippings_id)"
_AMONG = "select id from articles where id in (select value from json_each(:clippings_ids))"

_NEWEST = """
select id, published from articles where id in ({matching}) and {behind}
order by published desc, id desc limit :clippings_limit
"""


class SqlResults:
    """The articles that match a selection, by SQL alone: what `Results` promises."""

    deadline: float | None = None  # all of it runs in SQLite

    def __init__(self, connection: sqlite3.Connection, selection: Selection, *, folded: bool = False) -> None:
        """`folded`: of articles that are nearly the same, one; see ``Results.stories``."""
        self._connection = connection
        self._selection = selection
        self._params: dict[str, Any] = {}
        clauses = []
        words = selection.words
        if words is not None:
            add_functions(connection)
            clause, self._params = words_clause(words)
            clauses.append(clause)
        for number, part in enumerate(selection.parts):
            if isinstance(part, (Mentions, NotMentions)):
                parameter = f"clippings_entity_{number}"
                negation = "not" if isinstance(part, NotMentions) else ""
                clauses.append(_MENTIONED.format(negation=negation, parameter=parameter))
                self._params[parameter] = part.key
            elif isinstance(part, Listed):
                parameter = f"clippings_ids_{number}"
                clauses.append(_LISTED.format(parameter=parameter))
                self._params[parameter] = json.dumps(sorted(part.articles))
        for condition in selection.conditions:
            clauses.append(f"({condition.sql}\n)")  # which may end in a comment
            self._params.update(condition.params)
        self._matching = "select id from articles" + (" where " + " and ".join(clauses) if clauses else "")
        if folded:
            self._matching = _STORIES.format(matching=self._matching)
        self._scores = _NO_SCORES
        phrases = ranking(words) if words is not None else ()
        if phrases and words is not None:
            self._scores = _SCORES if has_phrase(words) else _SOME_SCORES
            # where all of them are asked for, FTS5 need not look at the articles that have one alone
            only = isinstance(words, And) and all(isinstance(part, Phrase) for part in words.parts)
            self._params["clippings_ranking"] = expression(words if only else Or(phrases))

    @cached_property
    def stories(self) -> SqlResults:
        repeated = self._rows("select 1 from articles where duplicate_of is not null limit 1")
        return SqlResults(self._connection, self._selection, folded=True) if repeated else self

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
        behind, values = "1", {}
        if after is not None:
            behind, values = _BEHIND, {"clippings_score": after.score, "clippings_id": after.article_id}
        sql = _RANKED.format(scores=self._scores.format(matching=self._matching), behind=behind)
        return [Hit(*row) for row in self._rows(sql, **values, clippings_limit=limit)]

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

    def place(self, article_id: int, by_relevance: bool) -> Hit | Dated | None:
        if by_relevance:
            sql = _SCORE.format(scores=self._scores.format(matching=self._matching))
            return next((Hit(*row) for row in self._rows(sql, clippings_id=article_id)), None)
        sql = f"select id, published from articles where id = :clippings_id and id in ({self._matching})"
        return next((Dated(*row) for row in self._rows(sql, clippings_id=article_id)), None)

    def before(self, place: Hit | Dated) -> tuple[int, Hit | Dated | None]:
        if isinstance(place, Hit):
            rows, ahead, order = self._scores.format(matching=self._matching), _AHEAD, "score, id desc"
            values: dict[str, Any] = {"clippings_score": place.score, "clippings_id": place.article_id}
        else:
            rows, order = f"select id, published from articles where id in ({self._matching})", "published, id"
            ahead = _LATER if place.published is not None else _LATER_UNDATED
            values = {"clippings_published": place.published, "clippings_id": place.article_id}
        value = "score" if isinstance(place, Hit) else "published"
        found = self._rows(_LAST.format(value=value, rows=rows, ahead=ahead, order=order), **values)
        if not found:
            return 0, None
        count, number, last = found[0]
        return count, Hit(number, last) if isinstance(place, Hit) else Dated(number, last)

    def among(self, ids: Sequence[int]) -> set[int]:
        sql = f"{_AMONG} and id in ({self._matching})"
        return {number for (number,) in self._rows(sql, clippings_ids=json.dumps(list(ids)))}

    @property
    def articles(self) -> frozenset[int]:
        return frozenset(self._ids)

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
