"""Entities by what they are called: in any language, in any script."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..folding import fold_name

TABLES = ("entity_names", "stored_names")
"""What the names are read from."""

MOST_ENTITIES = 3
MOST_NAMES = 5
"""Other names that are told."""
_LONGEST_NAME = 100
_FOLDED_LONGER = 3  # times at most, as folding spells letters out and puts spaces in
_MOST_READ = 1_000
"""Names of one entity that are looked through."""

_ENTITY_IDS = "select id from entities where key in (select value from json_each(?))"
# Of names in ASCII, SQLite tells those that can't be the one; of others, those that folding can't make as long.
_NAMED = """
select entity_id, name from stored_names
where {among} (
  lower(name) in (select value from json_each(:names))
  or (name glob '*[^ -~]*' and length(name) between :shortest and :longest)
)
"""
_AMONG = "entity_id in (select value from json_each(:ids)) and"
_ENTITIES = "select id, key, name, type from entities where id in (select value from json_each(?)) order by id"
# The words that articles use (a name out of a list has no evidence), first those that are its names in some list too.
_NAMES = """
select written.name, max(exists (
  select 1 from stored_names as listed
  where listed.entity_id = written.entity_id and listed.name = written.name and listed.evidence is null
)) as is_listed
from stored_names as written where written.entity_id = ? and written.evidence is not null
group by written.name order by is_listed desc, written.name limit ?
"""


@dataclass(frozen=True)
class Named:
    """An entity, and what articles call it beside the name that it was found by."""

    key: str
    name: str
    type: str
    other_names: tuple[str, ...]


_folded = lru_cache(20_000)(fold_name)  # the names of the most frequent entities are looked through again and again


def entities_named(connection: sqlite3.Connection, names: set[str], keys: Sequence[str] | None) -> list[Named]:
    """The entities that have one of these folded names, out of those with these keys; None: out of all."""
    lengths = [len(name) for name in names]
    asked: dict[str, str | int] = {
        "names": json.dumps(sorted(names)),
        "shortest": min(lengths) // _FOLDED_LONGER,
        "longest": max(lengths) + max(lengths) // 2,
    }
    sql = _NAMED.format(among="")
    if keys is not None:
        asked["ids"] = json.dumps([row[0] for row in connection.execute(_ENTITY_IDS, [json.dumps(list(keys))])])
        sql = _NAMED.format(among=_AMONG)
    found = {row[0] for row in connection.execute(sql, asked) if _folded(row[1]) in names}
    entities = connection.execute(_ENTITIES, [json.dumps(sorted(found)[:MOST_ENTITIES])]).fetchall()
    return [Named(key, name, kind, _others(connection, number, name, names)) for number, key, name, kind in entities]


def _others(connection: sqlite3.Connection, entity_id: int, shown: str, names: set[str]) -> tuple[str, ...]:
    folded = {*names, fold_name(shown)}
    others: list[str] = []
    for row in connection.execute(_NAMES, [entity_id, _MOST_READ]):
        name = _folded(row[0])
        if name not in folded and len(name) <= _LONGEST_NAME:
            folded.add(name)
            others.append(row[0])
    return tuple(others[:MOST_NAMES])


def merged(shards: Sequence[list[Named]]) -> list[Named]:
    """The entities of all shards, each called as in the first that has it, with the other names of all."""
    by_key: dict[str, list[Named]] = defaultdict(list)
    for shard in shards:
        for named in shard:
            by_key[named.key].append(named)
    found = []
    for key, same in list(by_key.items())[:MOST_ENTITIES]:
        others = {fold_name(name): name for named in reversed(same) for name in reversed(named.other_names)}
        others.pop(fold_name(same[0].name), None)
        found.append(Named(key, same[0].name, same[0].type, tuple(reversed(others.values()))[:MOST_NAMES]))
    return found
