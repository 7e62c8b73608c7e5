"""The entities that are called by given names, in any language, folded as search folds them."""

from __future__ import annotations

import json
import sqlite3
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from datasette.utils import sqlite_timelimit

from ..folding import fold_name

# Of names in ASCII SQLite tells which are meant; the others have to be folded, which it can't.
_NAMED = """
select entities.key, entities.name, entities.type, entities.article_count, called.name as called
from (
  select id, name from entities where {meant} union all select entity_id, name from stored_names where {meant}
) as called cross join entities on entities.id = called.id
where entities.article_count > 0
"""
_MEANT = "(lower(name) in (select value from json_each(:names)) or name glob '*[^ -~]*')"
_CHECKED = 2_000  # names between two looks at the clock


@dataclass(frozen=True)
class NamedEntity:
    """An entity and the number of articles in the archive that mention it."""

    key: str
    name: str
    type: str
    articles: int


async def named_entities(db: Any, names: Iterable[str], time_limit_ms: float) -> dict[str, list[NamedEntity]] | None:
    """By each folded name the entities called so; None where looking for them takes longer than the limit."""
    wanted = {fold_name(name) for name in names} - {""}

    def look(connection: sqlite3.Connection) -> dict[str, list[NamedEntity]] | None:
        try:
            with sqlite_timelimit(connection, time_limit_ms):
                return _look(connection, wanted, time.perf_counter() + time_limit_ms / 1000)
        except sqlite3.OperationalError as error:
            if str(error) == "interrupted":
                return None
            raise

    found: dict[str, list[NamedEntity]] | None = await db.execute_fn(look)
    return found


def _look(connection: sqlite3.Connection, wanted: set[str], until: float) -> dict[str, list[NamedEntity]] | None:
    plain = json.dumps(sorted(name for name in wanted if name.isascii()))
    cursor = connection.cursor()
    cursor.row_factory = None
    found: dict[str, dict[str, NamedEntity]] = defaultdict(dict)
    for number, (key, name, kind, articles, called) in enumerate(
        cursor.execute(_NAMED.format(meant=_MEANT), {"names": plain})
    ):
        if number % _CHECKED == 0 and time.perf_counter() > until:
            return None
        folded = fold_name(called)
        if folded in wanted:
            found[folded][key] = NamedEntity(key, name, kind, articles)
    return {name: list(entities.values()) for name, entities in found.items()}


def most_mentioned(shards: Iterable[dict[str, list[NamedEntity]]]) -> dict[str, list[NamedEntity]]:
    """The same of all parts of an archive, their articles added up, the most mentioned first, then by key."""
    found: dict[str, dict[str, NamedEntity]] = defaultdict(dict)
    for shard in shards:
        for name, entities in shard.items():
            for each in entities:
                known = found[name].get(each.key)
                total = each.articles + (known.articles if known else 0)
                found[name][each.key] = NamedEntity(each.key, known.name if known else each.name, each.type, total)
    return {
        name: sorted(entities.values(), key=lambda each: (-each.articles, each.key)) for name, entities in found.items()
    }
