"""What a request means in each shard of an archive: which articles it selects, and what is called how."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..languages import Languages, archive_languages
from ..searching.filters import (
    ENTITY_ARGUMENT,
    NOT_ENTITY_ARGUMENT,
    ChosenEntity,
    chosen_entities,
    entity_words,
    requested_keys,
)
from ..searching.selections import Applied, Selected, selected_articles
from .asking import Asked
from .shards import Shards


@dataclass(frozen=True)
class Requested:
    """The articles that a request selects in every shard, the filters that it consists of, and the entities chosen."""

    asked: Asked
    applied: tuple[Applied, ...]
    chosen: tuple[ChosenEntity, ...]


async def requested_articles(datasette: Any, request: Any, shards: Shards) -> Requested:
    """What a request selects.

    Every shard is asked with its own permissions. Raises what Datasette's hooks for filters raise: Forbidden,
    BadRequest.
    """
    selected: Sequence[Selected] = await asyncio.gather(
        *(selected_articles(datasette, request, name, blank_search=False) for name in shards.databases)
    )
    dbs = tuple(datasette.get_database(name) for name in shards.databases)
    chosen = await _chosen(dbs, request)
    names = {entity.key: entity.name for entity in chosen}
    return Requested(
        asked=Asked(dbs, tuple(each.selection for each in selected)),
        applied=tuple(_named(applied, names) for applied in selected[0].applied),
        chosen=chosen,
    )


async def all_languages(datasette: Any, actor: dict[str, Any] | None, shards: Shards) -> Languages:
    """The languages of all shards, as far as the reader may see them."""
    found = await asyncio.gather(*(archive_languages(datasette, actor, name) for name in shards.databases))
    return Languages({code: language for each in reversed(found) for code, language in each.by_code.items()})


async def _chosen(dbs: Sequence[Any], request: Any) -> tuple[ChosenEntity, ...]:
    """The entities that a request names, as the first shard that has them calls them; in the order of their keys."""
    keys = [*requested_keys(request), *requested_keys(request, NOT_ENTITY_ARGUMENT)]
    if not keys:
        return ()
    found = await asyncio.gather(*(chosen_entities(db, keys) for db in dbs))
    by_key = {entity.key: entity for entities in reversed(found) for entity in entities}
    return tuple(by_key[key] for key in sorted(by_key))


def _named(applied: Applied, names: dict[str, str]) -> Applied:
    """A filter by an entity, called as it is in any shard."""
    if applied.argument not in (ENTITY_ARGUMENT, NOT_ENTITY_ARGUMENT) or applied.value is None:
        return applied
    return replace(applied, words=entity_words(applied.argument, applied.value, names.get(applied.value)))
