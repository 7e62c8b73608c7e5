"""The search page's data: hits by relevance or date, what they are filtered by, and what they can be narrowed to."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import partial
from typing import Any

from datasette.utils.asgi import BadRequest

from . import compat
from .addresses import NEXT_ARGUMENT, Address
from .entities import TYPE_HEADINGS
from .excerpts import search_terms
from .facet_values import HEADINGS, FacetValue, column_label, column_value, entity_value, with_chosen
from .filters import NOT_ENTITY_ARGUMENT, TABLES, chosen_entities, requested_keys
from .histogram import Histogram, histogram
from .languages import Languages, archive_languages
from .links import SHOWING, Links
from .periods import FROM_ARGUMENT, TO_ARGUMENT
from .results import Dated, Hit, Words
from .search_counts import Counted, Wanted, count
from .search_hits import FoundArticle, found_articles
from .selections import SEARCH_ARGUMENT, Applied, Selected, selected_articles

SEARCHED = ("articles", "articles_fts")
"""What the page is made of; who may not see these may not see the page."""

HITS = 20  # on a page
SORT_ARGUMENT = "_sort"
SORTS = {"relevance": "by relevance", "newest": "newest first"}

_HIT = re.compile(r"([^,]{0,40}),(-?\d{1,19})", re.ASCII)


@dataclass(frozen=True)
class Pill:
    """A filter in words, and the address without it (None where it isn't ours to take away)."""

    words: str
    url: str | None


@dataclass(frozen=True)
class FacetList:
    """The first values of a facet; None where counting them took too long."""

    name: str
    heading: str
    values: list[FacetValue] | None
    more_url: str | None  # where there are more


@dataclass(frozen=True)
class SortLink:
    """An order that the hits can be put in, and whether they are."""

    name: str
    words: str
    url: str
    current: bool


@dataclass(frozen=True)
class SearchPage:
    """Everything that the search page shows. None stands for what took too long; no number is a part of one."""

    typed: str
    count: int | None
    hits: list[FoundArticle] | None
    sorts: list[SortLink]
    pills: list[Pill]
    facets: list[FacetList]
    histogram: Histogram | None
    first: str  # of the period that a form asks for
    last: str
    kept: dict[str, tuple[tuple[str, str], ...]]  # for each form, the arguments that it doesn't ask for
    start_url: str | None  # the list's beginning, on a page behind it
    next_url: str | None
    url: str
    table_url: str
    json_url: str


async def search_page(datasette: Any, request: Any, database: str) -> SearchPage:
    """The page for a request. Raises BadRequest for an order or a place in the list that there isn't."""
    links = Links(datasette.urls, database)
    address = Address.of_request(request, links.search())
    selected = await selected_articles(datasette, request, database, blank_search=False)
    languages = await archive_languages(datasette, request.actor, database)
    wanted = await _wanted(datasette, request, database, selected)
    counted = await datasette.get_database(database).execute_fn(partial(count, wanted=wanted))
    typed = request.args.get(SEARCH_ARGUMENT) or ""
    hits = counted.rows and found_articles(counted.rows, _terms(selected), links, languages)
    return SearchPage(
        typed=typed,
        count=counted.count,
        hits=hits,
        sorts=_sorts(address, wanted),
        pills=[_pill(applied, address, languages) for applied in selected.applied],
        facets=_facets(counted, wanted, address, languages, links),
        histogram=None if counted.months is None else histogram(counted.months, address),
        first=request.args.get(FROM_ARGUMENT) or "",
        last=request.args.get(TO_ARGUMENT) or "",
        kept={
            "words": address.without(NEXT_ARGUMENT, SEARCH_ARGUMENT).arguments,
            "period": address.without(NEXT_ARGUMENT, FROM_ARGUMENT, TO_ARGUMENT).arguments,
        },
        start_url=str(address.without(NEXT_ARGUMENT)) if wanted.after else None,
        next_url=_next_url(counted, address),
        url=str(address),
        table_url=str(address.at(links.table("articles")).without(NEXT_ARGUMENT, *SHOWING)),
        json_url=str(address.at(links.search("json"))),
    )


async def _wanted(datasette: Any, request: Any, database: str, selected: Selected) -> Wanted:
    types: tuple[str, ...] = ()
    if await compat.may_view(datasette, request.actor, database, *TABLES):
        types = tuple(TYPE_HEADINGS)
    keys = [*requested_keys(request), *requested_keys(request, NOT_ENTITY_ARGUMENT)]
    sort = request.args.get(SORT_ARGUMENT) or "relevance"
    if sort not in SORTS:
        raise BadRequest(f"?{SORT_ARGUMENT}= takes {' or '.join(SORTS)}, not {sort[:60]}")
    # without words every article is as good as any other, and only time gives them an order
    by_relevance = sort == "relevance" and any(isinstance(part, Words) for part in selected.selection.parts)
    return Wanted(
        selection=selected.selection,
        by_relevance=by_relevance,
        size=HITS,
        after=_after(request.args.get(NEXT_ARGUMENT), by_relevance),
        types=types,
        chosen=tuple(await chosen_entities(datasette.get_database(database), keys)) if keys else (),
        facet_size=datasette.setting("default_facet_size"),
        hits_limit_ms=datasette.setting("sql_time_limit_ms"),
        counts_limit_ms=datasette.setting("facet_time_limit_ms"),
    )


def _after(place: str | None, by_relevance: bool) -> Hit | Dated | None:
    """The hit behind which the page begins, as `_next_url` wrote it."""
    if not place:
        return None
    found = _HIT.fullmatch(place)
    try:
        if found and -(2**63) <= int(found[2]) < 2**63:
            if not by_relevance:
                return Dated(int(found[2]), found[1] or None)
            if math.isfinite(score := float(found[1])):
                return Hit(int(found[2]), score)
    except ValueError:  # no number
        pass
    raise BadRequest(f"?{NEXT_ARGUMENT}= is no place in this list; begin it anew")


def _next_url(counted: Counted, address: Address) -> str | None:
    if not counted.hits or len(counted.hits) <= HITS:
        return None
    last = counted.hits[HITS - 1]
    where = repr(last.score) if isinstance(last, Hit) else last.published or ""
    return str(address.replacing(NEXT_ARGUMENT, f"{where},{last.article_id}"))


def _terms(selected: Selected) -> list[str]:
    """What to mark in the hits: the words searched for, also those of a column or in FTS5's own language."""
    searches = [each.value for each in selected.applied if each.argument and each.argument.startswith(SEARCH_ARGUMENT)]
    return [term for search in searches for term in search_terms(search or "")]


def _sorts(address: Address, wanted: Wanted) -> list[SortLink]:
    current = "relevance" if wanted.by_relevance else "newest"
    has_words = any(isinstance(part, Words) for part in wanted.selection.parts)
    return [
        SortLink(name, words, str(address.replacing(SORT_ARGUMENT, name)), name == current)
        for name, words in SORTS.items()
        if has_words or name == current
    ]


def _pill(applied: Applied, address: Address, languages: Languages) -> Pill:
    if applied.argument is None or applied.value is None:
        return Pill(applied.words, None)
    words = {
        SEARCH_ARGUMENT: applied.value,
        "language": column_label("language", applied.value, languages),
        "site": column_label("site", applied.value, languages),
        "published__isnull": "undated",
    }.get(applied.argument, applied.words)
    return Pill(words, str(address.removing(applied.argument, applied.value)))


def _facets(counted: Counted, wanted: Wanted, address: Address, languages: Languages, links: Links) -> list[FacetList]:
    size = wanted.facet_size
    facets = []
    for name in wanted.types:
        values = None
        more = False
        if counted.entities is not None and counted.chosen is not None:
            listed = with_chosen(counted.entities[name][:size], counted.chosen.get(name, []))
            values, more = [entity_value(each, address) for each in listed], len(counted.entities[name]) > size
        facets.append(FacetList(name, HEADINGS[name], values, links.facet(name, address) if more else None))
    for name, counts in (("language", counted.languages), ("site", counted.sites)):
        values = None if counts is None else [column_value(name, each, address, languages) for each in counts[:size]]
        more = len(counts or ()) > size
        facets.append(FacetList(name, HEADINGS[name], values, links.facet(name, address) if more else None))
    return [facet for facet in facets if facet.values is None or facet.values]
