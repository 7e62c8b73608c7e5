"""Facets of the articles: `?_facet_entity=person`, `?_facet_article=month`, or `facets:` in the settings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from datasette.facets import Facet

from .. import compat
from ..addresses import Address
from ..archive import is_archive
from ..languages import archive_languages
from ..links import Links
from ..results import EntityCount, Selection, ValueCount
from ..results.model import COLUMNS
from ..searching.filters import NOT_ENTITY_ARGUMENT, TABLES, ChosenEntity, chosen_entities, requested_keys
from ..searching.selections import selected_articles
from .counts import Matching, ask
from .values import FacetValue, column_value, entity_value, with_chosen

# The types that there are, each found by a step in the index.
_TYPES = """
with recursive types(type) as (
  select min(type) from entities
  union all
  select (select min(type) from entities where type > types.type) from types where types.type is not null
)
select type from types where type is not null
"""


class _ArticleCounts(Facet):
    """What both facets have in common: lists of values, counted for all the matching articles at once."""

    argument: str
    tables: tuple[str, ...]

    async def suggest(self) -> list[dict[str, str]]:
        if not await self._applies():
            return []
        shown = {name for name, _ in self._requested()}
        address = Address.of_request(self.request)
        return [
            {"name": name, "type": self.type, "toggle_url": self._absolute(address.adding(self.argument, name))}
            for name in await self._known()
            if name not in shown
        ]

    async def facet_results(self) -> tuple[list[dict[str, Any]], list[str]]:
        requested = self._requested()
        if not requested or not await self._applies():
            return [], []
        selected = await selected_articles(self.ds, self.request, self.database)
        names = [name for name, _ in requested]
        lists = await self._values(selected.selection, names)
        if lists is None:
            return [], names
        return [self._facet(name, hideable, *lists[name]) for name, hideable in requested], []

    async def _known(self) -> Sequence[str]:
        raise NotImplementedError

    async def _values(self, selection: Selection, names: list[str]) -> dict[str, tuple[list[FacetValue], bool]] | None:
        """For each name its values, and whether there are more; None where the time limit stopped the count."""
        raise NotImplementedError

    async def _applies(self) -> bool:
        """Whether this is the articles table of an archive, and the actor may see all that is counted."""
        return (
            self.table == "articles"
            and await is_archive(self.ds, self.database)
            and await compat.may_view(self.ds, self.request.actor, self.database, "articles", *self.tables)
        )

    def _requested(self) -> list[tuple[str, bool]]:
        """What to count by, each once, and whether the reader may hide it (not what the settings ask for)."""
        names: dict[str, bool] = {}
        for asked in self.get_configs():
            name = asked["config"].get("simple") or asked["config"].get("type")
            if isinstance(name, str):
                names.setdefault(name, asked["source"] != "metadata")
        return list(names.items())

    def _facet(self, name: str, hideable: bool, values: list[FacetValue], truncated: bool) -> dict[str, Any]:
        address = Address.of_request(self.request)
        hidden = address.removing(self.argument, name)
        return {
            "name": name,
            "type": self.type,
            "hideable": hideable,
            "toggle_url": self.ds.urls.path(str(hidden)),
            "more_url": Links(self.ds.urls, self.database).facet(name, address),
            "results": [self._value(value) for value in values],
            "truncated": truncated,
        }

    def _value(self, value: FacetValue) -> dict[str, Any]:
        """As Datasette shows values; 0.65 gives no label for what has no value."""
        shown = {
            "value": value.value,
            "label": value.label,
            "count": value.articles,
            "toggle_url": self._absolute(value.toggle_url),
            "selected": value.selected,
        }
        if value.exclude_url or value.excluded:
            shown["excluded"] = value.excluded
            shown["exclude_url"] = value.exclude_url and self._absolute(value.exclude_url)
        return shown

    def _absolute(self, address: Address | str) -> str:
        url: str = self.ds.absolute_url(self.request, self.ds.urls.path(str(address)))
        return url


class EntityFacet(_ArticleCounts):
    """Counts, for the articles that match, of those that mention each entity of a type."""

    type = "entity"
    argument = "_facet_entity"
    tables = TABLES

    async def _known(self) -> Sequence[str]:
        types = await self.ds.get_database(self.database).execute(_TYPES)
        return [row["type"] for row in types.rows]

    async def _values(self, selection: Selection, names: list[str]) -> dict[str, tuple[list[FacetValue], bool]] | None:
        db, size = self.ds.get_database(self.database), self.get_facet_size()
        keys = [*requested_keys(self.request), *requested_keys(self.request, NOT_ENTITY_ARGUMENT)]
        entities: list[ChosenEntity] = await chosen_entities(db, keys) if keys else []

        def count(matching: Matching) -> tuple[dict[str, list[EntityCount]], dict[str, list[EntityCount]]]:
            return matching.results.entities(names, size + 1), matching.chosen(entities)

        counted = await ask(db, selection, self.ds.setting("facet_time_limit_ms"), count)
        if counted is None:
            return None
        listed, chosen = counted
        address = Address.of_request(self.request)
        return {
            name: (
                [entity_value(each, address) for each in with_chosen(listed[name][:size], chosen.get(name, []))],
                len(listed[name]) > size,
            )
            for name in names
        }


class ArticleFacet(_ArticleCounts):
    """Counts of the articles that match by month, language or site."""

    type = "article"
    argument = "_facet_article"
    tables = ()

    async def _known(self) -> Sequence[str]:
        return COLUMNS

    def _requested(self) -> list[tuple[str, bool]]:
        return [(name, hideable) for name, hideable in super()._requested() if name in COLUMNS]

    async def _values(self, selection: Selection, names: list[str]) -> dict[str, tuple[list[FacetValue], bool]] | None:
        db, size = self.ds.get_database(self.database), self.get_facet_size()
        languages = await archive_languages(self.ds, self.request.actor, self.database)

        def count(matching: Matching) -> dict[str, list[ValueCount]]:
            # of the months the latest come first here, and to them one has to go through all
            return {name: matching.results.values(name, None if name == "month" else size + 1) for name in names}

        counted = await ask(db, selection, self.ds.setting("facet_time_limit_ms"), count)
        if counted is None:
            return None
        if "month" in counted:
            counted["month"] = latest_first(counted["month"])
        address = Address.of_request(self.request)
        return {
            name: ([column_value(name, each, address, languages) for each in values[:size]], len(values) > size)
            for name, values in counted.items()
        }


def latest_first(months: list[ValueCount]) -> list[ValueCount]:
    """Months with the latest first; undated articles stay behind them."""
    return [
        *(each for each in reversed(months) if each.value is not None),
        *(each for each in months if not each.value),
    ]
