"""The map's data: the places that most of the articles selected by an address mention, and where they lie."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..addresses import NEXT_ARGUMENT, Address
from ..archive import SEARCHED
from ..facets.values import entity_value
from ..geography.drawing import Map, PlaceCount, drawn
from ..geography.points import point_of
from ..links import SHOWING, Links
from ..results import EntityCount
from ..routes import Page
from ..searching.filters import TABLES
from ..sharding.requests import requested_articles
from ..sharding.shards import shards_of

MOST_PLACES = 200

_COUNTRIES = "select key, country from entities where country is not null and key in ({keys})"


@dataclass(frozen=True)
class MapPage:
    """The places that most of the articles mention, the most first. None stands for what took too long."""

    count: int | None  # articles
    filters: list[str]  # in words
    places: list[PlaceCount] | None
    map: Map | None  # None also where no place's point is known
    more: bool  # places than are listed
    search_url: str
    facet_url: str
    json_url: str
    shards: int  # of the archive
    missing_shards: tuple[int, ...]


async def map_page(datasette: Any, request: Any, database: str) -> MapPage:
    """The map for a request."""
    shards = await shards_of(datasette, request.actor, database, *SEARCHED, *TABLES)
    links = Links(datasette.urls, database)
    requested = await requested_articles(datasette, request, shards)
    limit = datasette.setting("facet_time_limit_ms")
    counts = await requested.asked.each([lambda matching: matching.results.count] * len(shards.databases), limit)
    listed = await requested.asked.entities(["place"], MOST_PLACES + 1, limit)
    search = Address.of_request(request, links.search()).without(NEXT_ARGUMENT, *SHOWING)
    here = Address.of_request(request, links.page("map"))
    places = None
    if listed is not None:
        countries = await countries_of(requested.asked.dbs, listed["place"][:MOST_PLACES])
        places = [_place(each, countries, search) for each in listed["place"][:MOST_PLACES]]
    return MapPage(
        count=None if counts is None else sum(counts),
        filters=[each.words for each in requested.applied],
        places=places,
        map=drawn(places) if places else None,
        more=len(listed["place"]) > MOST_PLACES if listed else False,
        search_url=str(search),
        facet_url=links.facet("place", search),
        json_url=str(here.at(links.page("map", "json"))),
        shards=shards.count,
        missing_shards=shards.missing,
    )


async def countries_of(dbs: Sequence[Any], places: Sequence[EntityCount]) -> dict[str, str]:
    """The code of the country that each place lies in, by key, where some database says so."""
    keys = [place.key for place in places]
    sql = _COUNTRIES.format(keys=", ".join("?" * len(keys)))
    found = await asyncio.gather(*(db.execute(sql, keys) for db in dbs))
    return {row["key"]: row["country"] for rows in reversed(found) for row in rows.rows}


def _place(count: EntityCount, countries: dict[str, str], search: Address) -> PlaceCount:
    url = entity_value(count, search).toggle_url
    return PlaceCount(count.key, count.name, count.articles, url, point_of(count.key, countries.get(count.key)))


PAGE = Page("map", map_page, (*SEARCHED, *TABLES))
