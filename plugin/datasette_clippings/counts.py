"""How many of the matching articles mention each entity: the numbers behind the facets.

The one function here is the seam for faster ways to count; whatever they do, the numbers are these.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

# The cross join makes SQLite start from the matching articles, whose entities one index then gives.
_COUNTS = """
with matching(id) as (
  {matching}
)
select entities.key, entities.name, count(*) as articles
from matching
cross join article_entities on article_entities.article_id = matching.id
join entities on entities.id = article_entities.entity_id
where entities.type = :counted_type
group by entities.id
order by articles desc, entities.key
limit :counted_limit
"""


@dataclass(frozen=True)
class Matching:
    """The articles that a page shows: a query for their ids, with its parameters."""

    sql: str
    params: dict[str, Any]


@dataclass(frozen=True)
class EntityCount:
    """An entity and the number of matching articles that mention it."""

    key: str
    name: str
    articles: int


async def count_entities(
    db: Any, matching: Matching, entity_type: str, limit: int, time_limit_ms: int
) -> list[EntityCount]:
    """The entities of a type that most of the matching articles mention, the most frequent first.

    Raises datasette.database.QueryInterrupted when it takes longer than the limit: a count is never partial.
    """
    rows = await db.execute(
        _COUNTS.format(matching=matching.sql),
        {**matching.params, "counted_type": entity_type, "counted_limit": limit},
        custom_time_limit=time_limit_ms,
    )
    return [EntityCount(row["key"], row["name"], row["articles"]) for row in rows.rows]
