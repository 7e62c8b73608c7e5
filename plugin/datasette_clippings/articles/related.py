"""Related articles: those that share the rarest entities, each with the reason."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from datasette.database import QueryInterrupted

from ..languages import Language, Languages

MOST_RELATED = 6
_REASONS = 3  # entities named as the reason

# What an entity that few articles mention says about two of them is worth more than one that most mention;
# so its weight is one over their number. The rarest are enough, and keep the query cheap in a large archive.
_SHARED = """
with rare as (
  select entities.id, entities.name, entities.article_count
  from article_entities join entities on entities.id = article_entities.entity_id
  where article_entities.article_id = :id and entities.article_count between 2 and :common
  order by entities.article_count, entities.id limit :rarest
)
select article_entities.article_id as id, rare.name as name, 1.0 / rare.article_count as weight
from rare cross join article_entities on article_entities.entity_id = rare.id
where article_entities.article_id != :id
"""

_ARTICLES = """
select id, title, language, duplicate_of from articles where id in ({ids})
"""

_RAREST = 20
_COMMON = 5000


@dataclass(frozen=True)
class RelatedArticle:
    """Another article, and the entities because of which it is related, the rarest first."""

    title: str
    url: str
    language: Language | None
    shared: tuple[str, ...]

    @property
    def reason(self) -> str:
        """For people: both mention ASEAN, South Korea and 4 more."""
        named, more = list(self.shared[:_REASONS]), len(self.shared) - _REASONS
        if more > 0:
            named.append(f"{more} more")
        listed = f"{', '.join(named[:-1])} and {named[-1]}" if len(named) > 1 else named[0]
        return f"both mention {listed}"


async def related_articles(
    datasette: Any, database: str, article_id: int, original_id: int | None, languages: Languages
) -> list[RelatedArticle]:
    """The articles that share the rarest entities with this one; its duplicates are not news to anyone.

    An empty list where the time limit stops the search for them: the article itself is what the reader came for.
    """
    db = datasette.get_database(database)
    try:
        rows = await db.execute(_SHARED, {"id": article_id, "common": _COMMON, "rarest": _RAREST})
    except QueryInterrupted:
        return []
    weights: dict[int, float] = defaultdict(float)
    shared: dict[int, list[tuple[float, str]]] = defaultdict(list)
    for row in rows.rows:
        weights[row["id"]] += row["weight"]
        shared[row["id"]].append((-row["weight"], row["name"]))
    # twice as many as are shown, since duplicates are only known by their rows
    ranked = sorted(weights, key=lambda other: (-weights[other], other))[: MOST_RELATED * 2]
    articles = await db.execute(_ARTICLES.format(ids=", ".join("?" * len(ranked))), ranked)
    by_id = {row["id"]: row for row in articles.rows}
    family = {article_id, original_id or article_id}
    return [
        RelatedArticle(
            by_id[other]["title"],
            datasette.urls.row(database, "articles", other),
            languages.get(by_id[other]["language"]),
            tuple(dict.fromkeys(name for _, name in sorted(shared[other]))),
        )
        for other in ranked
        if other in by_id and other not in family and by_id[other]["duplicate_of"] not in family
    ][:MOST_RELATED]
