"""What is mentioned together with an entity: by type, the most telling first; and when it is mentioned."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..across.statistics import attraction
from ..addresses import Address
from ..entity_types import TYPE_HEADINGS
from ..facets.counts import Matching, ask
from ..geography.drawing import PlaceCount
from ..geography.points import point_of
from ..links import Links
from ..results import EntityCount, Mentions, Selection, ValueCount, find
from ..searching.filters import ENTITY_ARGUMENT

MOST_WEIGHED = 300
"""Of each type, those that most of the articles mention; among them the most telling are looked for."""
LISTED, MOST_ON_MAP = 8, 60
_AT_ONCE = 500  # keys in one question

_KNOWN = "select key, id, country, article_count from entities where key in ({keys})"


@dataclass(frozen=True)
class Companion:
    """Another entity, and how it goes together with this one.

    `likelihood` is the log-likelihood ratio G² (T. Dunning 1993) of the two in the same articles: how much more often
    than by chance; 0 where not more often.
    """

    key: str
    name: str
    type: str
    url: str
    both_url: str  # the search for both
    articles: int  # that mention both
    all_articles: int  # that mention it
    likelihood: float

    @property
    def share(self) -> float:
        """Of the articles that mention it, those that mention both."""
        return self.articles / self.all_articles


@dataclass(frozen=True)
class CompanyList:
    """The entities of a type that are mentioned with it, the most telling first."""

    type: str
    heading: str
    companions: list[Companion]
    all_url: str  # all of them, by the number of articles


@dataclass(frozen=True)
class Company:
    """What is mentioned with an entity, and the articles that do by month."""

    lists: list[CompanyList]
    places: list[PlaceCount]
    months: list[ValueCount]


@dataclass(frozen=True)
class _Counted:
    articles: int
    archive: int
    entities: dict[str, list[EntityCount]]
    known: dict[str, tuple[int, str | None, int]]  # id, country and articles by key
    months: list[ValueCount]


async def company(datasette: Any, database: str, key: str) -> Company | None:
    """What is mentioned with the entity of this key; None where counting takes too long."""
    types = tuple(TYPE_HEADINGS)

    def question(matching: Matching) -> _Counted:
        results = matching.results
        entities = results.entities(types, MOST_WEIGHED + 1)
        others = {name: [each for each in listed if each.key != key] for name, listed in entities.items()}
        connection = matching.connection
        archive = find(connection, Selection(), deadline=results.deadline).count
        keys = [each.key for listed in others.values() for each in listed]
        return _Counted(results.count, archive, others, _known(connection, keys), results.values("month"))

    db, limit = datasette.get_database(database), datasette.setting("facet_time_limit_ms")
    counted = await ask(db, Selection((Mentions(key),)), limit, question)
    if counted is None:
        return None
    links = Links(datasette.urls, database)
    search = Address(links.search(), ((ENTITY_ARGUMENT, key),))
    lists = []
    for name in types:
        companions = [_companion(each, name, counted, links, search) for each in counted.entities[name]]
        listed = sorted(companions, key=lambda each: (-each.likelihood, -each.articles, each.key))[:LISTED]
        if listed:
            lists.append(CompanyList(name, TYPE_HEADINGS[name], listed, links.facet(name, search)))
    places = [_place(each, counted, search) for each in counted.entities["place"][:MOST_ON_MAP]]
    return Company(lists, places, counted.months)


def _known(connection: sqlite3.Connection, keys: Sequence[str]) -> dict[str, tuple[int, str | None, int]]:
    found = {}
    for start in range(0, len(keys), _AT_ONCE):
        part = keys[start : start + _AT_ONCE]
        rows = connection.execute(_KNOWN.format(keys=", ".join("?" * len(part))), part).fetchall()
        found.update({row[0]: (row[1], row[2], row[3]) for row in rows})
    return found


def _companion(count: EntityCount, entity_type: str, counted: _Counted, links: Links, search: Address) -> Companion:
    entity_id, _, stored = counted.known[count.key]
    # the stored number may lie behind what somebody has changed by hand
    everywhere = min(max(stored, count.articles), counted.archive - counted.articles + count.articles)
    likelihood = attraction(count.articles, counted.articles, everywhere, counted.archive)
    return Companion(
        key=count.key,
        name=count.name,
        type=entity_type,
        url=links.urls.row(links.database, "entities", entity_id),
        both_url=str(search.adding(ENTITY_ARGUMENT, count.key)),
        articles=count.articles,
        all_articles=everywhere,
        likelihood=round(likelihood, 1),
    )


def _place(count: EntityCount, counted: _Counted, search: Address) -> PlaceCount:
    country = counted.known[count.key][1]
    url = str(search.adding(ENTITY_ARGUMENT, count.key))
    return PlaceCount(count.key, count.name, count.articles, url, point_of(count.key, country))
