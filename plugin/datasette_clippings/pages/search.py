"""The search page's data: hits by relevance or date, what they are filtered by, and what they can be narrowed to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from datasette.utils.asgi import BadRequest

from .. import compat
from ..addresses import NEXT_ARGUMENT, Address
from ..archive import SEARCHED
from ..entity_types import TYPE_HEADINGS
from ..facets.values import HEADINGS, FacetValue, column_label, column_value, entity_value, with_chosen
from ..languages import Languages
from ..links import SHOWING, Links
from ..results import Words
from ..results.merging import last_shown
from ..routes import Page
from ..searching.answers import Answers, search_answers
from ..searching.counts import Wanted
from ..searching.excerpts import search_terms
from ..searching.filters import TABLES
from ..searching.histogram import Histogram, histogram
from ..searching.hits import FoundArticle, Terms, found_articles
from ..searching.periods import FROM_ARGUMENT, TO_ARGUMENT
from ..searching.places import Place, read_places, written_places
from ..searching.selections import SEARCH_ARGUMENT, Applied
from ..sharding.requests import Requested, all_languages, requested_articles
from ..sharding.shards import Shards, shards_of

HITS = 20  # on a page
SORT_ARGUMENT = "_sort"
SORTS = {"relevance": "by relevance", "newest": "newest first"}


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
    shards: int  # of the archive
    missing_shards: tuple[int, ...]  # whose articles aren't among these


async def search_page(datasette: Any, request: Any, database: str) -> SearchPage:
    """The page for a request. Raises BadRequest for an order or a place in the list that there isn't."""
    links = Links(datasette.urls, database)
    address = Address.of_request(request, links.search())
    shards = await shards_of(datasette, request.actor, database, *SEARCHED)
    requested = await requested_articles(datasette, request, shards)
    languages = await all_languages(datasette, request.actor, shards)
    wanted = await _wanted(datasette, request, shards, requested)
    after = read_places(request.args.get(NEXT_ARGUMENT), wanted.by_relevance, shards)
    answers = await search_answers(requested.asked, wanted, after)
    shard_links = [Links(datasette.urls, name) for name in shards.databases]
    # in a thread of the database's, since the server answers nobody while it marks words
    hits = await requested.asked.dbs[0].execute_fn(lambda _: _found(answers, requested, shard_links, languages))
    typed = request.args.get(SEARCH_ARGUMENT) or ""
    size = datasette.setting("default_facet_size")
    return SearchPage(
        typed=typed,
        count=answers.count,
        hits=hits,
        sorts=_sorts(address, wanted),
        pills=[_pill(applied, address, languages) for applied in requested.applied],
        facets=_facets(answers, wanted.types, size, address, languages, links),
        histogram=None if answers.months is None else histogram(answers.months, address),
        first=request.args.get(FROM_ARGUMENT) or "",
        last=request.args.get(TO_ARGUMENT) or "",
        kept={
            "words": address.without(NEXT_ARGUMENT, SEARCH_ARGUMENT).arguments,
            "period": address.without(NEXT_ARGUMENT, FROM_ARGUMENT, TO_ARGUMENT).arguments,
        },
        start_url=str(address.without(NEXT_ARGUMENT)) if any(after) else None,
        next_url=_next_url(answers, after, shards, address),
        url=str(address),
        table_url=str(address.at(links.table("articles")).without(NEXT_ARGUMENT, *SHOWING)),
        json_url=str(address.at(links.search("json"))),
        shards=shards.count,
        missing_shards=shards.missing,
    )


async def _wanted(datasette: Any, request: Any, shards: Shards, requested: Requested) -> Wanted:
    """What the page asks of each shard, but for what is the shard's own."""
    types = tuple(TYPE_HEADINGS)
    for name in shards.databases:
        if not await compat.may_view(datasette, request.actor, name, *TABLES):
            types = ()
    sort = request.args.get(SORT_ARGUMENT) or "relevance"
    if sort not in SORTS:
        raise BadRequest(f"?{SORT_ARGUMENT}= takes {' or '.join(SORTS)}, not {sort[:60]}")
    selection = requested.asked.selections[0]
    listed = datasette.setting("default_facet_size") + 1
    return Wanted(
        selection=selection,
        # without words every article is as good as any other, and only time gives them an order
        by_relevance=sort == "relevance" and any(isinstance(part, Words) for part in selection.parts),
        size=HITS,
        after=None,
        types=types,
        chosen=requested.chosen,
        listed_entities=listed,
        listed_values=listed,
        hits_limit_ms=datasette.setting("sql_time_limit_ms"),
        counts_limit_ms=datasette.setting("facet_time_limit_ms"),
    )


def _found(
    answers: Answers, requested: Requested, links: Sequence[Links], languages: Languages
) -> list[FoundArticle] | None:
    """The articles of the page; one that is gone since the index was made is left out."""
    if answers.hits is None or answers.rows is None:
        return None
    terms = _terms(requested)
    found = {
        (shard, article.id): article
        for shard, rows in enumerate(answers.rows)
        for article in found_articles(rows.only(_ids(answers, shard)), terms, links[shard], languages)
    }
    places = ((shard, hit.article_id) for shard, hit in answers.hits[:HITS])
    return [found[place] for place in places if place in found]


def _ids(answers: Answers, place: int) -> set[int]:
    """The articles of a shard that are on the page."""
    return {hit.article_id for shard, hit in (answers.hits or ())[:HITS] if shard == place}


def _next_url(answers: Answers, after: Sequence[Place], shards: Shards, address: Address) -> str | None:
    if not answers.hits or len(answers.hits) <= HITS:
        return None
    return str(address.replacing(NEXT_ARGUMENT, written_places(last_shown(answers.hits[:HITS], after), shards)))


def _terms(requested: Requested) -> Terms:
    """What to mark in the hits: the words searched for, also those of a column or in FTS5's own language."""
    found = (each for each in requested.applied if each.argument and each.argument.startswith(SEARCH_ARGUMENT))
    searched = [each.value or "" for each in found]
    return Terms(search_terms(searched, "title"), search_terms(searched, "text"))


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


def _facets(
    answers: Answers, types: Sequence[str], size: int, address: Address, languages: Languages, links: Links
) -> list[FacetList]:
    facets = []
    for name in types:
        values = None
        more = False
        if answers.entities is not None and answers.chosen is not None:
            listed = with_chosen(answers.entities[name][:size], answers.chosen.get(name, []))
            values, more = [entity_value(each, address) for each in listed], len(answers.entities[name]) > size
        facets.append(FacetList(name, HEADINGS[name], values, links.facet(name, address) if more else None))
    for name, counts in (("language", answers.languages), ("site", answers.sites)):
        values = None if counts is None else [column_value(name, each, address, languages) for each in counts[:size]]
        more = len(counts or ()) > size
        facets.append(FacetList(name, HEADINGS[name], values, links.facet(name, address) if more else None))
    return [facet for facet in facets if facet.values is None or facet.values]


PAGE = Page("search", search_page)
