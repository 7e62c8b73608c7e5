"""The entity page's data, as far as the reader may see it: names, articles, company, places, time and namesakes."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from datasette import NotFound
from datasette.utils import tilde_encode
from datasette.utils.asgi import BadRequest

from .. import compat
from ..addresses import Address
from ..archive import SEARCHED
from ..articles.keys import KEY_ARGUMENT
from ..entities import articles, names, namesakes
from ..entities.articles import Mentioning, MentioningArticle
from ..entities.company import CompanyList, company
from ..entities.names import Form, LanguageNames
from ..entities.namesakes import Namesake
from ..geography.drawing import Map, PlaceCount, drawn
from ..geography.points import point_of
from ..languages import Languages, archive_languages
from ..links import Links
from ..routes import Page
from ..searching.filters import ENTITY_ARGUMENT, TABLES
from ..searching.histogram import Histogram, histogram
from ..searching.orders import SORT_ARGUMENT
from ..sharding.shards import shards_of
from ..translations import N_

_MONTHS_VIEW = "entity_mentions_by_month"

# What asks datasette-vega for a chart of the months, on the view's own page.
CHART = "#g.mark=bar&g.x_column=month&g.x_type=ordinal&g.y_column=mentions&g.y_type=quantitative"

_ENTITY = "select id, key, name, type, country from entities where id = :id"
_WITH_KEY = "select id from entities where key = ?"


@dataclass(frozen=True)
class Order:
    """An order of the articles, and whether they have it."""

    words: str
    url: str
    current: bool


@dataclass(frozen=True)
class Entity:
    """Everything an entity page shows. None stands for what the reader may not see, or what took too long."""

    name: str
    type: str
    key: str
    country: str | None
    article_count: int | None
    mention_count: int | None
    names: list[LanguageNames]
    other_names: list[LanguageNames]  # in languages in which the archive has no article
    forms: list[Form] | None  # as articles write it
    articles: list[MentioningArticle] | None
    first: MentioningArticle | None  # of those with a date
    latest: MentioningArticle | None
    orders: list[Order]
    articles_url: str | None
    search_url: str | None
    whole_url: str | None  # the search for it in all shards, where this is one of several
    mentions_url: str | None  # each in its sentence
    map_url: str | None
    company: list[CompanyList] | None
    map: Map | None
    places: list[PlaceCount]  # mentioned with it, by the number of articles
    histogram: Histogram | None
    months_url: str | None  # the same months, and the mentions in them, as rows
    namesakes: list[Namesake] | None
    json_url: str
    plain_url: str
    row_json_url: str
    lasting_url: str
    slow: bool  # whether anything is missing that took too long


async def entity_page(datasette: Any, request: Any, database: str, primary_key: str | int) -> Entity | None:
    """The entity with this number for the request's actor; None where there is none."""
    actor, db = request.actor, datasette.get_database(database)
    row = (await db.execute(_ENTITY, {"id": primary_key})).first()
    if row is None:
        return None
    languages = await archive_languages(datasette, actor, database)
    sees_mentions = await compat.may_view(datasette, actor, database, "article_entities")
    sees_articles = await compat.may_view(datasette, actor, database, "articles")
    oldest = request.args.get(SORT_ARGUMENT) == "oldest"
    counts = await articles.counts(db, row["id"]) if sees_mentions else None
    named, forms, mentioning, together, alike = await asyncio.gather(
        names.entity_names(datasette, actor, database, row["id"], languages),
        names.forms(datasette, actor, database, row["id"], counts[0]) if counts else _nothing(),
        _articles(datasette, database, row["id"], counts if sees_articles else None, oldest, languages),
        company(datasette, database, row["key"]) if sees_mentions else _nothing(),
        namesakes.namesakes(datasette, actor, database, row),
    )
    links = Links(datasette.urls, database)
    search = Address(links.search(), ((ENTITY_ARGUMENT, row["key"]),))
    own = _own_place(row, str(search))
    return Entity(
        name=row["name"],
        type=row["type"],
        key=row["key"],
        country=row["country"],
        article_count=counts[0] if counts else None,
        mention_count=counts[1] if counts else None,
        names=named[0],
        other_names=named[1],
        forms=forms,
        articles=mentioning.articles if mentioning else None,
        first=mentioning.first if mentioning else None,
        latest=mentioning.latest if mentioning else None,
        orders=_orders(datasette.urls.row(database, "entities", row["id"]), oldest),
        company=together.lists if together else None,
        map=drawn(together.places if together else [], own, lettering=1.5),
        places=together.places if together else [],
        histogram=histogram(together.months, search) if together and sees_articles else None,
        namesakes=alike,
        slow=(sees_mentions and (counts is None or together is None)) or alike is None,
        **await _urls(datasette, actor, links, search, row),
    )


async def _nothing() -> None:
    """What there is where a question may not be asked."""


async def _articles(
    datasette: Any, database: str, entity_id: int, counts: tuple[int, int] | None, oldest: bool, languages: Languages
) -> Mentioning | None:
    if counts is None:
        return None
    return await articles.mentioning(datasette, database, entity_id, counts[0], oldest, languages)


def _own_place(row: Any, url: str) -> PlaceCount | None:
    point = point_of(row["key"], row["country"]) if row["type"] == "place" else None
    return PlaceCount(row["key"], row["name"], 0, url, point) if point else None


def _orders(page: str, oldest: bool) -> list[Order]:
    return [
        Order(N_("newest first"), page, not oldest),
        Order(N_("oldest first"), f"{page}?{urlencode({SORT_ARGUMENT: 'oldest'})}", oldest),
    ]


async def _urls(
    datasette: Any, actor: dict[str, Any] | None, links: Links, search: Address, row: Any
) -> dict[str, Any]:
    """The addresses that the page leads to; None for those that the reader may not go to."""
    urls, database, key = datasette.urls, links.database, row["key"]
    whole = await shards_of(datasette, actor, database)
    listed = await compat.may_view(datasette, actor, database, "articles", *TABLES)
    searched = listed and await compat.may_view(datasette, actor, database, *SEARCHED)
    months = await compat.may_view(datasette, actor, database, _MONTHS_VIEW)
    mentions = searched and await compat.may_view(datasette, actor, database, "mentions")
    return {
        "articles_url": f"{urls.table(database, 'articles')}?{urlencode({ENTITY_ARGUMENT: key})}" if listed else None,
        "search_url": str(search) if searched else None,
        "whole_url": str(search) if whole.count > 1 and searched else None,
        "mentions_url": str(search.at(links.page("mentions"))) if mentions else None,
        "map_url": str(search.at(links.page("map"))) if searched else None,
        "months_url": f"{urls.table(database, _MONTHS_VIEW)}?{urlencode({'entity': key})}{CHART}" if months else None,
        "json_url": str(Address(links.page("entity", "json"), ((KEY_ARGUMENT, key),))),
        "plain_url": f"{urls.row(database, 'entities', row['id'])}?_plain=1",
        "row_json_url": urls.row(database, "entities", row["id"], format="json"),
        "lasting_url": urls.path(f"/-/clippings/{tilde_encode(database)}/entity/{tilde_encode(key)}"),
    }


async def keyed_entity_page(datasette: Any, request: Any, database: str) -> Entity:
    """The entity with the key that a request names, in whichever file of the archive that the reader may view."""
    key = request.args.get(KEY_ARGUMENT)
    if not key:
        raise BadRequest(f"Name an entity by its key: ?{KEY_ARGUMENT}=…")
    shards = await shards_of(datasette, request.actor, database, "entities")
    for name in sorted(shards.databases, key=lambda name: name != database):
        row = (await datasette.get_database(name).execute(_WITH_KEY, [key])).first()
        entity = await entity_page(datasette, request, name, row["id"]) if row else None
        if entity:
            return entity
    raise NotFound("No entity has this key")


PAGE = Page("entity", keyed_entity_page, ("entities",))
