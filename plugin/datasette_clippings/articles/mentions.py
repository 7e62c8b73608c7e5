"""The mentions in an article, and the entities that they mean, as far as the reader may see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .. import compat
from ..entity_types import TYPE_HEADINGS
from .text import Mention, sound_mentions

MOST_MENTIONS = 5_000
"""What one page marks at the most; an article beyond that is a dump that nobody reads as a page."""

_MENTIONS = """
select mentions.field, mentions.start, mentions.end, mentions.method, mentions.evidence, mentions.surface, entities.id,
  entities.key, entities.name, entities.type, entities.country, entities.article_count
from mentions join entities on entities.id = mentions.entity_id
where mentions.article_id = :id
order by mentions.field desc, mentions.start limit :limit
"""


@dataclass(frozen=True)
class NamedEntity:
    """An entity that the article mentions, and all that its card says."""

    key: str
    name: str
    type: str
    url: str
    country: str | None  # ISO 3166
    articles: int  # in the archive that mention it
    mentions: int  # in this article


@dataclass(frozen=True)
class LegendEntry:
    """A type of entity, how many mentions of it the page marks, and of which entities, the most mentioned first."""

    type: str
    heading: str
    mentions: int
    entities: tuple[NamedEntity, ...]


@dataclass(frozen=True)
class Mentions:
    """The mentions in headline and text, sound and in order, and what they mean by type."""

    title: list[Mention]
    text: list[Mention]
    legend: list[LegendEntry]
    is_cut: bool = False
    """Whether there are more than a page marks."""


async def mentions_in(
    datasette: Any, actor: dict[str, Any] | None, database: str, article_id: int, title: str, text: str
) -> Mentions:
    """The mentions in an article's headline and text; none of them where the actor may not see them."""
    if not await compat.may_view(datasette, actor, database, "entities", "mentions"):
        return Mentions([], [], [])
    parameters = {"id": article_id, "limit": MOST_MENTIONS}
    rows = (await datasette.get_database(database).execute(_MENTIONS, parameters, truncate=False)).rows
    urls = {row["id"]: datasette.urls.row(database, "entities", row["id"]) for row in rows}
    by_field: dict[str, list[Mention]] = {"title": [], "text": []}
    for row in rows:
        why = f"{row['evidence']} [{row['method']}]" if row["evidence"] else ""
        mention = Mention(row["start"], row["end"], row["key"], row["name"], row["type"], urls[row["id"]], why)
        by_field.setdefault(row["field"], []).append(mention)
    in_title = sound_mentions(by_field["title"], len(title))
    in_text = sound_mentions(by_field["text"], len(text))
    known = {row["key"]: (row["country"], row["article_count"]) for row in rows}
    return Mentions(in_title, in_text, _legend([*in_title, *in_text], known), len(rows) == MOST_MENTIONS)


def _legend(mentions: list[Mention], known: dict[str, tuple[str | None, int]]) -> list[LegendEntry]:
    """The types that are marked on the page, in the order in which they are always listed."""
    counts: dict[tuple[str, str], int] = {}
    first: dict[tuple[str, str], Mention] = {}
    for mention in mentions:
        place = mention.type, mention.key
        counts[place] = counts.get(place, 0) + 1
        first.setdefault(place, mention)
    types = {mention.type for mention in mentions}
    ordered = [*(name for name in TYPE_HEADINGS if name in types), *sorted(types - set(TYPE_HEADINGS))]
    return [
        LegendEntry(
            name,
            TYPE_HEADINGS.get(name, name.capitalize()),
            sum(count for (type_, _), count in counts.items() if type_ == name),
            tuple(
                NamedEntity(key, first[name, key].name, name, first[name, key].url, *known[key], counts[name, key])
                for key in sorted(
                    (key for type_, key in counts if type_ == name), key=lambda key: (-counts[name, key], key)
                )
            ),
        )
        for name in ordered
    ]
