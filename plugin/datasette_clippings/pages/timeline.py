"""The timeline page's data: several searches over time, in one chart."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from datasette import Response
from datasette.utils.asgi import BadRequest

from ..across.courses import MONTH, YEAR, Course, course, fitting, periods
from ..across.requests import found, narrowed, request_with
from ..across.tables import csv_response
from ..addresses import NEXT_ARGUMENT, Address
from ..archive import SEARCHED
from ..links import BY_ARGUMENT, SHOWING, Links
from ..results import ValueCount
from ..routes import Page
from ..searching.periods import FROM_ARGUMENT, TO_ARGUMENT
from ..searching.selections import SEARCH_ARGUMENT
from ..sharding.asking import Asked
from ..sharding.requests import requested_articles
from ..sharding.shards import Shards, shards_of
from ..translations import N_

SERIES_ARGUMENT, AS_ARGUMENT = "_series", "_as"
MOST_SERIES = 8
ARTICLES, SHARE = "articles", "share"
_OWN = (SEARCH_ARGUMENT, SERIES_ARGUMENT, BY_ARGUMENT, AS_ARGUMENT, NEXT_ARGUMENT)


@dataclass(frozen=True)
class Series:
    """A search and its articles in each period; None where counting them took too long. `shares`: of all articles
    that the page's filters select, in the same period; None where there are none, or these took too long."""

    query: str
    articles: int | None
    counts: list[int] | None
    shares: list[float | None] | None
    others: int | None
    """Articles that no period has."""
    search_url: str


@dataclass(frozen=True)
class TimelinePage:
    """Everything that the timeline page shows."""

    by: str  # month or year
    shown_as: str  # articles or share
    periods: list[str]
    series: list[Series]
    all_articles: int | None  # that the filters select, whatever the series
    all_counts: list[int] | None
    filters: list[str]  # in words
    first: str  # of the period that the form asks for
    last: str
    kept: tuple[tuple[str, str], ...]  # arguments that the form doesn't ask for
    views: list[tuple[str, str, bool]]  # other ways to show it: words, address, whether it is this one
    search_url: str
    json_url: str
    csv_url: str
    shards: int  # of the archive
    missing_shards: tuple[int, ...]


async def timeline_page(datasette: Any, request: Any, database: str) -> TimelinePage:
    """The page for a request. Raises BadRequest for too many series, and for what it can't be shown by."""
    links = Links(datasette.urls, database)
    here = Address.of_request(request, links.page("timeline"))
    queries, by, shown_as = _asked(request)
    kept = here.without(*_OWN)
    shards = await shards_of(datasette, request.actor, database, *SEARCHED)
    filters = await requested_articles(datasette, request_with(request, kept.arguments), shards)
    limit = datasette.setting("sql_time_limit_ms")
    base = await found(filters.asked, limit)
    searches = [await _search(datasette, request, shards, base, query) for query in queries]
    months, *counted = await asyncio.gather(*(_months(asked, limit) for asked in (base, *searches)))
    if not queries:  # the filters alone are the series
        queries, counted = [""], [months]
    known = [each for each in (*counted, months) if each is not None]
    by = by or fitting(known)
    everything = None if months is None else course(months, by)
    courses = [None if each is None else course(each, by) for each in counted]
    # of shares, the whole says which periods there are
    of = [everything] if shown_as == SHARE and everything else courses
    spans = periods(each.counts for each in of if each)
    search = kept.at(links.search()).without(*SHOWING)
    return TimelinePage(
        by=by,
        shown_as=shown_as,
        periods=spans,
        series=[_series(*each, everything, spans, search) for each in zip(queries, courses, strict=True)],
        all_articles=None if everything is None else everything.total,
        all_counts=None if everything is None else [everything.counts.get(period, 0) for period in spans],
        filters=[each.words for each in filters.applied],
        first=request.args.get(FROM_ARGUMENT) or "",
        last=request.args.get(TO_ARGUMENT) or "",
        kept=kept.without(FROM_ARGUMENT, TO_ARGUMENT).arguments,
        views=_views(here, by, shown_as),
        search_url=str(search),
        json_url=str(here.at(links.page("timeline", "json"))),
        csv_url=str(here.at(links.page("timeline", "csv"))),
        shards=shards.count,
        missing_shards=shards.missing,
    )


async def timeline_csv(datasette: Any, request: Any, database: str) -> Response:
    """A row for each period and series. Raises BadRequest where something took too long: no file is partial."""
    page = await timeline_page(datasette, request, database)
    if page.all_counts is None or any(each.counts is None for each in page.series):
        raise BadRequest("Counting took too long, so there is no file. Ask for fewer articles, or again")
    rows = [
        (period, each.query, articles, everything)
        for each in page.series
        for period, articles, everything in zip(page.periods, each.counts or (), page.all_counts, strict=True)
    ]
    return csv_response("timeline", ("period", "series", "articles", "all_articles"), rows)


def _asked(request: Any) -> tuple[list[str], str, str]:
    """The queries, by what to count (empty: whatever fits) and how to show it."""
    typed = [request.args.get(SEARCH_ARGUMENT) or "", *request.args.getlist(SERIES_ARGUMENT)]
    typed = [" ".join(query.split()) for query in typed]
    queries = [query for query in dict.fromkeys(typed) if query]
    if len(queries) > MOST_SERIES:
        raise BadRequest(f"At most {MOST_SERIES} series can be shown at once, these are {len(queries)}")
    by, shown_as = request.args.get(BY_ARGUMENT) or "", request.args.get(AS_ARGUMENT) or ARTICLES
    if by not in ("", MONTH, YEAR):
        raise BadRequest(f"?{BY_ARGUMENT}= takes {MONTH} or {YEAR} here, not {by[:60]}")
    if shown_as not in (ARTICLES, SHARE):
        raise BadRequest(f"?{AS_ARGUMENT}= takes {ARTICLES} or {SHARE}, not {shown_as[:60]}")
    return queries, by, shown_as


async def _search(datasette: Any, request: Any, shards: Shards, base: Asked | None, query: str) -> Asked | None:
    """The articles that a query finds among those that the filters select."""
    requested = await requested_articles(datasette, request_with(request, [(SEARCH_ARGUMENT, query)]), shards)
    return None if base is None else narrowed(requested.asked, base)


async def _months(asked: Asked | None, limit: float) -> list[ValueCount] | None:
    return None if asked is None else await asked.values("month", limit)


def _series(query: str, drawn: Course | None, everything: Course | None, spans: list[str], search: Address) -> Series:
    url = str(search.replacing(SEARCH_ARGUMENT, query or None))
    if drawn is None:
        return Series(query, None, None, None, None, url)
    counts = [drawn.counts.get(period, 0) for period in spans]
    shares = None if everything is None else _shares(counts, [everything.counts.get(period, 0) for period in spans])
    return Series(query, drawn.total, counts, shares, drawn.others, url)


def _shares(counts: Sequence[int], everything: Sequence[int]) -> list[float | None]:
    return [count / of if of else None for count, of in zip(counts, everything, strict=True)]


def _views(here: Address, by: str, shown_as: str) -> list[tuple[str, str, bool]]:
    ways = ((BY_ARGUMENT, MONTH, N_("by month")), (BY_ARGUMENT, YEAR, N_("by year")),
            (AS_ARGUMENT, ARTICLES, N_("articles")), (AS_ARGUMENT, SHARE, N_("share of all articles")))  # fmt: skip
    return [(words, str(here.replacing(name, value)), value in (by, shown_as)) for name, value, words in ways]


PAGE = Page("timeline", timeline_page, SEARCHED, {"csv": timeline_csv})
