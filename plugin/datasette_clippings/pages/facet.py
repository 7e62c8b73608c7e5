"""All values of a facet for the articles that an address selects: pages of them, and a search among them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from datasette.utils.asgi import BadRequest

from .. import compat
from ..addresses import NEXT_ARGUMENT, Address
from ..archive import SEARCHED
from ..entity_types import TYPE_HEADINGS
from ..facets.values import HEADINGS, FacetValue, column_label, column_value, entity_value
from ..folding import fold_name
from ..languages import Languages
from ..links import BY_ARGUMENT, Links
from ..results import ValueCount
from ..results.model import COLUMNS
from ..routes import Page
from ..searching.filters import TABLES
from ..sharding.requests import Requested, all_languages, requested_articles
from ..sharding.shards import shards_of

VALUES = 100  # on a page
CONTAINS_ARGUMENT = "_contains"
_NAMES = ("entity_names", "stored_names")  # the names that entities are found by; the view, and what it shows
_LAST_PLACE = 10_000_000  # entities that a list may go on behind


@dataclass(frozen=True)
class FacetPage:
    """A stretch of a facet's values. `values` is None where counting took too long: no count is partial."""

    by: str
    heading: str
    contains: str
    filters: list[str]  # in words
    values: list[FacetValue] | None
    kept: tuple[tuple[str, str], ...]  # arguments that the form doesn't ask for
    lists: list[tuple[str, str, str]]  # other facets: name, heading, address
    search_url: str
    start_url: str | None  # the list's beginning, on a page behind it
    next_url: str | None
    json_url: str
    shards: int  # of the archive
    missing_shards: tuple[int, ...]  # whose articles aren't counted


async def facet_page(datasette: Any, request: Any, database: str) -> FacetPage:
    """The page for a request. Raises BadRequest for what there is no count by, Forbidden for what may not be seen."""
    by = request.args.get(BY_ARGUMENT) or ""
    if by not in HEADINGS:
        raise BadRequest(f"?{BY_ARGUMENT}= takes one of {', '.join(HEADINGS)}, not {by[:60] or 'nothing'}")
    shards = await shards_of(datasette, request.actor, database, *SEARCHED)
    sees_entities = True
    for name in shards.databases:
        sees_entities = sees_entities and await compat.may_view(datasette, request.actor, name, *TABLES)
        if by in TYPE_HEADINGS and not sees_entities:
            await compat.ensure_view(datasette, request.actor, name, *TABLES)
        if by in TYPE_HEADINGS and request.args.get(CONTAINS_ARGUMENT):
            await compat.ensure_view(datasette, request.actor, name, *_NAMES)
    links = Links(datasette.urls, database)
    requested = await requested_articles(datasette, request, shards)
    contains, start = request.args.get(CONTAINS_ARGUMENT) or "", _start(request.args.get(NEXT_ARGUMENT))
    search = Address.of_request(request, links.search()).without(NEXT_ARGUMENT, BY_ARGUMENT, CONTAINS_ARGUMENT)
    languages = await all_languages(datasette, request.actor, shards)
    limit = datasette.setting("facet_time_limit_ms")
    values = await _values(requested, limit, _Stretch(by, contains, start), search, languages)
    here = Address.of_request(request, links.facet_path())
    more = len(values or ()) > VALUES
    return FacetPage(
        by=by,
        heading=HEADINGS[by],
        contains=contains,
        filters=[each.words for each in requested.applied],
        values=values and values[:VALUES],
        kept=here.without(NEXT_ARGUMENT, CONTAINS_ARGUMENT).arguments,
        lists=[
            (name, heading, links.facet(name, search))
            for name, heading in HEADINGS.items()
            if name != by and (sees_entities or name in COLUMNS)
        ],
        search_url=str(search),
        start_url=str(here.without(NEXT_ARGUMENT)) if start else None,
        next_url=str(here.replacing(NEXT_ARGUMENT, str(start + VALUES))) if more else None,
        json_url=str(here.at(links.facet_path("json"))),
        shards=shards.count,
        missing_shards=shards.missing,
    )


@dataclass(frozen=True)
class _Stretch:
    by: str
    contains: str
    start: int


def _start(place: str | None) -> int:
    if not place:
        return 0
    if re.fullmatch(r"\d{1,9}", place, re.ASCII) and int(place) <= _LAST_PLACE:
        return int(place)
    raise BadRequest(f"?{NEXT_ARGUMENT}= is no place in this list; begin it anew")


async def _values(
    requested: Requested, limit: float, stretch: _Stretch, address: Address, languages: Languages
) -> list[FacetValue] | None:
    """The values of a stretch, and one more where there is one; each leads to the search narrowed by it."""
    by, start = stretch.by, stretch.start
    if by in COLUMNS:
        columns = await requested.asked.values(by, limit)
        if columns is None:
            return None
        part = fold_name(stretch.contains)
        found = [each for each in columns if part in fold_name(_searched(by, each, languages))]
        return [column_value(by, each, address, languages) for each in found[start : start + VALUES + 1]]

    counts = await requested.asked.entities([by], VALUES + 1, limit, offset=start, containing=stretch.contains)
    return None if counts is None else [entity_value(each, address) for each in counts[by]]


def _searched(column: str, count: ValueCount, languages: Languages) -> str:
    """A value as it is shown and as it is stored."""
    return f"{column_label(column, count.value, languages)} {count.value or ''}"


PAGE = Page("facet", facet_page)
