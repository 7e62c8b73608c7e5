"""Facets by entity: `?_facet_entity=person` on the articles, or `facets: [{entity: person}]` in the settings."""

from __future__ import annotations

from typing import Any

from datasette.database import QueryInterrupted
from datasette.facets import Facet
from datasette.utils import path_with_added_args, path_with_removed_args

from . import compat
from .archive import is_archive
from .counts import EntityCount, Matching, count_entities
from .filters import ARGUMENT, TABLES, chosen_entities, matching_articles, requested_keys

_TYPES = "select distinct type from entities order by type"


class EntityFacet(Facet):
    """Counts, for the articles that match, of those that mention each entity of a type."""

    type = "entity"

    async def suggest(self) -> list[dict[str, str]]:
        if not await self._applies():
            return []
        shown = {entity_type for entity_type, _ in self._requested()}
        types = await self.ds.get_database(self.database).execute(_TYPES)
        return [
            {
                "name": row["type"],
                "type": self.type,
                "toggle_url": self._absolute(
                    path_with_added_args(self.request, {"_facet_entity": row["type"], "_next": None})
                ),
            }
            for row in types.rows
            if row["type"] not in shown
        ]

    async def facet_results(self) -> tuple[list[dict[str, Any]], list[str]]:
        results: list[dict[str, Any]] = []
        timed_out: list[str] = []
        requested = self._requested()
        if not requested or not await self._applies():
            return results, timed_out
        matching = await matching_articles(self.ds, self.request, self.database, self.table)
        for entity_type, hideable in requested:
            facet = await self._facet(matching, entity_type, hideable)
            if facet is None:
                timed_out.append(entity_type)
            else:
                results.append(facet)
        return results, timed_out

    async def _applies(self) -> bool:
        """Whether this is the articles table of an archive whose entities the actor may see."""
        return (
            self.table == "articles"
            and await is_archive(self.ds, self.database)
            and await compat.may_view(self.ds, self.request.actor, self.database, "articles", *TABLES)
        )

    def _requested(self) -> list[tuple[str, bool]]:
        """The types to count, each once, and whether the reader may hide it (not what the settings ask for)."""
        types: dict[str, bool] = {}
        for asked in self.get_configs():
            entity_type = asked["config"].get("simple") or asked["config"].get("type")
            if isinstance(entity_type, str):
                types.setdefault(entity_type, asked["source"] != "metadata")
        return list(types.items())

    async def _facet(self, matching: Matching, entity_type: str, hideable: bool) -> dict[str, Any] | None:
        """The facet of one type; None where the time limit stopped the count."""
        db = self.ds.get_database(self.database)
        size = self.get_facet_size()
        time_limit = self.ds.setting("facet_time_limit_ms")
        try:
            counts = await count_entities(db, matching, entity_type, size + 1, time_limit)
        except QueryInterrupted:
            return None
        shown = counts[:size]
        shown += await self._missing(entity_type, shown, counts[0].articles if counts else 0)
        selected = requested_keys(self.request)
        return {
            "name": entity_type,
            "type": self.type,
            "hideable": hideable,
            "toggle_url": self.ds.urls.path(path_with_removed_args(self.request, {"_facet_entity": entity_type})),
            "results": [self._value(count, count.key in selected) for count in shown],
            "truncated": len(counts) > size,
        }

    async def _missing(self, entity_type: str, shown: list[EntityCount], most: int) -> list[EntityCount]:
        """The chosen entities that fell out of the list, so that each can be released where it was chosen.

        Every matching article mentions them. So where anything is counted they tie with the first, and were
        cut off by its equals; where nothing is, nothing matches.
        """
        listed = {count.key for count in shown}
        keys = [key for key in requested_keys(self.request) if key not in listed]
        if not keys:
            return []
        chosen = await chosen_entities(self.ds.get_database(self.database), keys)
        return [EntityCount(entity.key, entity.name, most) for entity in chosen if entity.type == entity_type]

    def _value(self, count: EntityCount, selected: bool) -> dict[str, Any]:
        if selected:
            # Datasette drops an argument only together with its value
            dropped = {ARGUMENT: count.key, "_next": self.request.args.get("_next")}
            path = path_with_removed_args(self.request, dropped)
        else:
            path = path_with_added_args(self.request, {ARGUMENT: count.key, "_next": None})
        return {
            "value": count.key,
            "label": count.name,
            "count": count.articles,
            "toggle_url": self._absolute(path),
            "selected": selected,
        }

    def _absolute(self, path: str) -> str:
        url: str = self.ds.absolute_url(self.request, self.ds.urls.path(path))
        return url
