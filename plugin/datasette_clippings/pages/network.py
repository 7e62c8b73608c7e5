"""The network page's data: which entities the selected articles mention together, and how strongly they belong."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from datasette import Response
from datasette.utils.asgi import BadRequest

from ..across.gexf import gexf
from ..across.network import LIKELIHOOD, STRENGTHS, Drawing, Edge, Entity, drawing, edges
from ..across.tables import csv_response
from ..addresses import NEXT_ARGUMENT, Address
from ..archive import SEARCHED
from ..entity_types import TYPE_HEADINGS
from ..facets.counts import Matching
from ..links import SHOWING, Links
from ..routes import Page
from ..searching.filters import ENTITY_ARGUMENT, TABLES
from ..sharding.requests import Requested, requested_articles
from ..sharding.shards import Shards, shards_of
from ..translations import N_

TYPE_ARGUMENT, TOP_ARGUMENT, LEAST_ARGUMENT, STRENGTH_ARGUMENT = "_type", "_top", "_least", "_strength"
_OWN = (TYPE_ARGUMENT, TOP_ARGUMENT, LEAST_ARGUMENT, STRENGTH_ARGUMENT, NEXT_ARGUMENT)
ENTITIES, MOST_ENTITIES = 40, 200
LISTED = 100  # edges on the page; the files have all
LEAST, MOST_LEAST = 2, 1_000_000
STRENGTH_WORDS = dict(
    zip(STRENGTHS, (N_("log-likelihood"), N_("Jaccard index"), N_("articles in common")), strict=True)
)


@dataclass(frozen=True)
class Node:
    """An entity of the network, its page, and the search for the articles that mention it too."""

    key: str
    name: str
    type: str
    articles: int
    url: str
    search_url: str


@dataclass(frozen=True)
class Together:
    """Two entities, by their places among the nodes, and the selected articles that mention both."""

    one: int
    other: int
    articles: int
    likelihood: float
    jaccard: float
    search_url: str


@dataclass(frozen=True)
class NetworkPage:
    """Everything that the network page shows. `nodes` is None where counting took too long."""

    articles: int | None  # that are selected
    nodes: list[Node] | None
    edges: list[Together] | None  # the strongest
    edge_count: int  # of all
    drawing: Drawing | None
    types: list[tuple[str, str, bool]]  # that there are: name, heading, whether it is chosen
    top: int
    least: int
    strength: str
    strengths: dict[str, str]
    filters: list[str]  # in words
    kept: tuple[tuple[str, str], ...]  # arguments that the form doesn't ask for
    search_url: str
    json_url: str
    csv_url: str
    gexf_url: str
    shards: int  # of the archive
    missing_shards: tuple[int, ...]


@dataclass(frozen=True)
class _Wanted:
    types: tuple[str, ...]
    top: int
    least: int
    strength: str


@dataclass(frozen=True)
class _Network:
    """The whole network of a request; no entities where counting took too long."""

    wanted: _Wanted
    shards: Shards
    requested: Requested
    articles: int | None
    entities: list[Entity] | None
    edges: list[Edge]
    drawing: Drawing | None


async def network_page(datasette: Any, request: Any, database: str) -> NetworkPage:
    """The page for a request. Raises BadRequest for what the network can't be made of."""
    network = await _network(datasette, request, database)
    links = Links(datasette.urls, database)
    here = Address.of_request(request, links.page("network"))
    search = here.at(links.search()).without(*_OWN, *SHOWING)
    wanted, entities = network.wanted, network.entities
    nodes = None
    if entities is not None:
        nodes = [
            Node(each.key, each.name, each.type, each.articles, links.lasting("entity", each.key),
                 str(search.adding(ENTITY_ARGUMENT, each.key)))
            for each in entities
        ]  # fmt: skip
    return NetworkPage(
        articles=network.articles,
        nodes=nodes,
        edges=None if entities is None else [_together(edge, entities, search) for edge in network.edges[:LISTED]],
        edge_count=len(network.edges),
        drawing=network.drawing,
        types=[(name, heading, name in wanted.types) for name, heading in TYPE_HEADINGS.items()],
        top=wanted.top,
        least=wanted.least,
        strength=wanted.strength,
        strengths=STRENGTH_WORDS,
        filters=[each.words for each in network.requested.applied],
        kept=here.without(*_OWN).arguments,
        search_url=str(search),
        json_url=str(here.at(links.page("network", "json"))),
        csv_url=str(here.at(links.page("network", "csv"))),
        gexf_url=str(here.at(links.page("network", "gexf"))),
        shards=network.shards.count,
        missing_shards=network.shards.missing,
    )


async def network_csv(datasette: Any, request: Any, database: str) -> Response:
    """All edges, the strongest first. Raises BadRequest where counting took too long: no file is partial."""
    network = await _whole(datasette, request, database)
    entities = network.entities or []
    rows = [
        (one.key, one.name, one.type, other.key, other.name, other.type, edge.articles, edge.likelihood, edge.jaccard)
        for edge in network.edges
        for one, other in [(entities[edge.one], entities[edge.other])]
    ]
    header = ("source", "source_name", "source_type", "target", "target_name", "target_type", "articles",
              "likelihood", "jaccard")  # fmt: skip
    return csv_response("network", header, rows)


async def network_gexf(datasette: Any, request: Any, database: str) -> Response:
    """The network with all edges. Raises BadRequest where counting took too long: no file is partial."""
    network = await _whole(datasette, request, database)
    about = "; ".join(each.words for each in network.requested.applied) or "all articles"
    body = await asyncio.to_thread(
        gexf, network.entities or [], network.edges, network.drawing or Drawing((), ()), network.wanted.strength, about
    )
    headers = {"content-disposition": 'attachment; filename="network.gexf"'}
    return Response(body, content_type="application/gexf+xml; charset=utf-8", headers=headers)


async def _whole(datasette: Any, request: Any, database: str) -> _Network:
    network = await _network(datasette, request, database)
    if network.entities is None:
        raise BadRequest("Counting took too long, so there is no file. Ask for fewer articles, or again")
    return network


async def _network(datasette: Any, request: Any, database: str) -> _Network:
    wanted = _wanted(request)
    shards = await shards_of(datasette, request.actor, database, *PAGE.tables)
    requested = await requested_articles(datasette, request, shards)
    asked, limit = requested.asked, datasette.setting("sql_time_limit_ms")
    # what is asked for is in all of the articles, and says nothing of how they hang together
    everywhere = {entity.key for entity in requested.chosen}
    counts = await asked.each([lambda matching: matching.results.count] * len(asked.dbs), limit)
    listed = await asked.entities(wanted.types, wanted.top + len(everywhere), limit)
    if counts is None or listed is None:
        return _Network(wanted, shards, requested, None, None, [], None)
    entities = [
        Entity(each.key, each.name, name, each.articles)
        for name, found in listed.items()
        for each in found
        if each.key not in everywhere
    ]
    entities = sorted(entities, key=lambda entity: (-entity.articles, entity.key))[: wanted.top]
    keys = [entity.key for entity in entities]

    def pairs(matching: Matching) -> dict[tuple[str, str], int]:
        return matching.results.pairs(keys)

    answers = await asked.each([pairs] * len(asked.dbs), limit)
    if answers is None:
        return _Network(wanted, shards, requested, sum(counts), None, [], None)
    together = answers[0] if len(answers) == 1 else sum((Counter(each) for each in answers), Counter())
    found = edges(entities, together, sum(counts), wanted.least, wanted.strength)
    drawn = await asyncio.to_thread(drawing, entities, found, wanted.strength)
    return _Network(wanted, shards, requested, sum(counts), entities, found, drawn)


def _wanted(request: Any) -> _Wanted:
    asked = dict.fromkeys(request.args.getlist(TYPE_ARGUMENT))
    for name in asked:
        if name not in TYPE_HEADINGS:
            raise BadRequest(f"?{TYPE_ARGUMENT}= takes {', '.join(TYPE_HEADINGS)}, not {name[:60] or 'nothing'}")
    strength = request.args.get(STRENGTH_ARGUMENT) or LIKELIHOOD
    if strength not in STRENGTHS:
        raise BadRequest(f"?{STRENGTH_ARGUMENT}= takes {', '.join(STRENGTHS)}, not {strength[:60]}")
    return _Wanted(
        types=tuple(name for name in TYPE_HEADINGS if name in asked or not asked),
        top=_number(request, TOP_ARGUMENT, ENTITIES, MOST_ENTITIES),
        least=_number(request, LEAST_ARGUMENT, LEAST, MOST_LEAST),
        strength=strength,
    )


def _number(request: Any, argument: str, default: int, most: int) -> int:
    text = request.args.get(argument) or str(default)
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII) or not 1 <= int(text) <= most:
        raise BadRequest(f"?{argument}= takes a number from 1 to {most:,}, not {text[:60]}")
    return int(text)


def _together(edge: Edge, entities: list[Entity], search: Address) -> Together:
    url = search
    for place in (edge.one, edge.other):
        url = url.adding(ENTITY_ARGUMENT, entities[place].key)
    return Together(edge.one, edge.other, edge.articles, edge.likelihood, edge.jaccard, str(url))


PAGE = Page("network", network_page, (*SEARCHED, *TABLES), {"csv": network_csv, "gexf": network_gexf})
