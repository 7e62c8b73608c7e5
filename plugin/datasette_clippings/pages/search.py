"""The search page's data: hits by relevance or date, what they are filtered by, and what they can be narrowed to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .. import compat
from ..across.ways import ways_across
from ..addresses import NEXT_ARGUMENT, Address
from ..archive import SEARCHED
from ..entity_types import TYPE_HEADINGS
from ..facets.values import column_label
from ..languages import Languages
from ..links import SHOWING, Links
from ..results import Words
from ..results.merging import last_shown
from ..routes import Page
from ..searching.answers import Answers, search_answers
from ..searching.counts import Wanted
from ..searching.excerpts import search_terms
from ..searching.facet_lists import FacetList, facet_lists
from ..searching.filters import TABLES
from ..searching.histogram import Histogram, histogram
from ..searching.hits import FoundArticle, Terms, found_articles
from ..searching.orders import (
    DUPLICATES_ARGUMENT,
    SORT_ARGUMENT,
    SORTS,
    is_by_relevance,
    is_folded,
    ranks,
)
from ..searching.periods import FROM_ARGUMENT, TO_ARGUMENT
from ..searching.places import Place, read_places, written_places
from ..searching.selections import SEARCH_ARGUMENT, Applied
from ..searching.suggestions import Suggestions, suggestions
from ..searching.tags import TABLES as TAG_TABLES
from ..sharding.requests import Requested, all_languages, requested_articles
from ..sharding.shards import Shards, shards_of

HITS = 20  # on a page
NAMED = 4  # entities of each type that a search is looked for among the names of


@dataclass(frozen=True)
class Pill:
    """A filter in words, and the address without it (None where it isn't ours to take away)."""

    words: str
    url: str | None
    argument: str | None = None  # None: of somebody else's filter
    value: str | None = None


@dataclass(frozen=True)
class SortLink:
    """An order that the hits can be put in, and whether they are."""

    name: str
    words: str
    url: str
    current: bool


@dataclass(frozen=True)
class ReadAs:
    """The words that a search was read as, and why it wasn't read as it stands."""

    words: str
    problem: str


@dataclass(frozen=True)
class SearchPage:
    """Everything that the search page shows. None stands for what took too long; no number is a part of one."""

    typed: str
    read_as: ReadAs | None  # where what was typed couldn't be read as it stands
    suggestions: Suggestions
    count: int | None
    stories: int | None  # the same with articles that are nearly the same as one; None also where they come apart
    duplicates_url: str | None  # with articles that are nearly the same apart, or folded again; None where none are
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
    export_url: str
    feed_url: str
    batch_url: str  # where a list of names is looked for in these articles
    across: list[tuple[str, str]]  # pages about all of the articles: words, address
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
    hits = await requested.asked.dbs[0].execute_fn(
        lambda _: _found(answers, requested, shard_links, languages, address)
    )
    listed = [entity for entities in (answers.entities or {}).values() for entity in entities[:NAMED]]
    suggested = await suggestions(datasette, request.actor, shards, requested.asked, address, answers.count, listed)
    typed = request.args.get(SEARCH_ARGUMENT) or ""
    size = datasette.setting("default_facet_size")
    return SearchPage(
        typed=typed,
        read_as=_read_as(requested),
        suggestions=suggested,
        count=answers.count,
        stories=answers.stories,
        duplicates_url=_duplicates_url(answers, wanted, address),
        hits=hits,
        sorts=_sorts(address, wanted),
        pills=[_pill(applied, address, languages) for applied in requested.applied],
        facets=facet_lists(answers, wanted.types, size, address, languages, links),
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
        export_url=str(address.at(links.page("export")).without(NEXT_ARGUMENT)),
        feed_url=str(address.at(links.page("export", "atom")).without(NEXT_ARGUMENT, SORT_ARGUMENT)),
        batch_url=str(address.at(links.page("batch")).without(NEXT_ARGUMENT, SORT_ARGUMENT)),
        across=ways_across(address, links, sees_entities=bool(wanted.types)),
        json_url=str(address.at(links.search("json"))),
        shards=shards.count,
        missing_shards=shards.missing,
    )


async def _wanted(datasette: Any, request: Any, shards: Shards, requested: Requested) -> Wanted:
    """What the page asks of each shard, but for what is the shard's own."""
    types, tags = tuple(TYPE_HEADINGS), True
    for name in shards.databases:
        tags = tags and await compat.may_view(datasette, request.actor, name, *TAG_TABLES)
        if not await compat.may_view(datasette, request.actor, name, *TABLES):
            types = ()
    selection = requested.asked.selections[0]
    listed = datasette.setting("default_facet_size") + 1
    return Wanted(
        selection=selection,
        by_relevance=is_by_relevance(request, selection),
        size=HITS,
        after=None,
        types=types,
        chosen=requested.chosen,
        listed_entities=listed,
        listed_values=listed,
        hits_limit_ms=datasette.setting("sql_time_limit_ms"),
        counts_limit_ms=datasette.setting("facet_time_limit_ms"),
        folded=is_folded(request),
        tags=tags,
    )


def _found(
    answers: Answers, requested: Requested, links: Sequence[Links], languages: Languages, address: Address
) -> list[FoundArticle] | None:
    """The articles of the page; one that is gone since the index was made is left out."""
    if answers.hits is None or answers.rows is None:
        return None
    terms = _terms(requested)
    # numbers of articles are those of a database, so that of several each has a list of its own
    lists = [address] if len(links) == 1 else [address.at(each.table("articles")) for each in links]
    found = {
        (shard, article.id): article
        for shard, rows in enumerate(answers.rows)
        for article in found_articles(rows.only(_ids(answers, shard)), terms, links[shard], languages, lists[shard])
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


def _read_as(requested: Requested) -> ReadAs | None:
    parsed = [part.parsed for part in requested.asked.selections[0].parts if isinstance(part, Words)]
    return next((ReadAs(each.read_as or "", each.problem) for each in parsed if each.problem), None)


def _duplicates_url(answers: Answers, wanted: Wanted, address: Address) -> str | None:
    if not wanted.folded:
        return str(address.replacing(DUPLICATES_ARGUMENT, None))
    return str(address.replacing(DUPLICATES_ARGUMENT, "show")) if answers.stories != answers.count else None


def _terms(requested: Requested) -> Terms:
    """What to mark in the hits: the words searched for, also those of a column or in FTS5's own language."""
    found = (each for each in requested.applied if each.argument and each.argument.startswith(SEARCH_ARGUMENT))
    searched = [each.value or "" for each in found]
    return Terms(search_terms(searched, "title"), search_terms(searched, "text"))


def _sorts(address: Address, wanted: Wanted) -> list[SortLink]:
    current = "relevance" if wanted.by_relevance else "newest"
    has_words = ranks(wanted.selection)
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
    return Pill(words, str(address.removing(applied.argument, applied.value)), applied.argument, applied.value)


PAGE = Page("search", search_page)
