"""The comparison page's data: two searches side by side, and what sets their articles apart."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from datasette import Response
from datasette.utils.asgi import BadRequest

from .. import compat
from ..across.courses import course, fitting, periods
from ..across.differences import Difference, Differences, Groups, entity_differences, groups
from ..across.requests import found
from ..across.sides import SIDES, Searched, Side, searched
from ..across.tables import csv_response
from ..across.words import word_differences
from ..addresses import Address
from ..archive import SEARCHED
from ..entity_types import TYPE_HEADINGS
from ..facets.values import HEADINGS, column_filter, column_label
from ..languages import Languages
from ..links import Links
from ..query import Or, parse
from ..results import ValueCount
from ..routes import Page
from ..searching.filters import ENTITY_ARGUMENT, TABLES
from ..searching.selections import SEARCH_ARGUMENT
from ..sharding.asking import Asked
from ..sharding.requests import all_languages
from ..sharding.shards import Shards, shards_of
from ..translations import N_

WORD, WORDS_HEADING = "word", N_("Words")
_LISTED = 12  # languages and sites


@dataclass(frozen=True)
class Found:
    """A difference, and the search for its articles on the side that has more of them."""

    difference: Difference
    url: str


@dataclass(frozen=True)
class Apart:
    """What is in more of the one search's articles and what in more of the other's, of one kind. None: counting took
    too long. `looked_at`: only so many of the most frequent were looked at; else no other can be among these."""

    name: str
    heading: str
    a: list[Found] | None
    b: list[Found] | None
    looked_at: int | None


@dataclass(frozen=True)
class Sample:
    """In how many articles of each group words were met, and whether these are all."""

    a: int
    b: int
    is_all: bool


@dataclass(frozen=True)
class Shared:
    """A language or site, and the articles of each search."""

    value: str | None
    label: str
    a: int
    b: int
    a_url: str
    b_url: str


@dataclass(frozen=True)
class Distribution:
    """Languages or sites of the two searches, the most frequent first; None where counting took too long."""

    name: str
    heading: str
    values: list[Shared] | None
    count: int  # of all values


@dataclass(frozen=True)
class Courses:
    """The two searches over time, by month or year, in articles."""

    by: str
    periods: list[str]
    a: list[int]
    b: list[int]
    a_others: int  # without a date, or a month
    b_others: int


@dataclass(frozen=True)
class Overlap:
    """How many articles the searches have in common, and how many are compared."""

    both: int
    only_a: int
    only_b: int
    compared_a: int | None
    compared_b: int | None


@dataclass(frozen=True)
class ComparePage:
    """Everything that the comparison shows. None stands for what took too long; no number is a part of one."""

    a: Side
    b: Side
    a_articles: int | None
    b_articles: int | None
    overlap: Overlap | None
    apart: list[Apart]
    sample: Sample | None
    courses: Courses | None
    distributions: list[Distribution]
    shared: tuple[tuple[str, str], ...]  # arguments of both searches
    swapped_url: str
    json_url: str
    csv_url: str
    shards: int  # of the archive
    missing_shards: tuple[int, ...]


async def compare_page(datasette: Any, request: Any, database: str) -> ComparePage:
    """The page for a request."""
    links = Links(datasette.urls, database)
    here = Address.of_request(request, links.page("compare"))
    shards = await shards_of(datasette, request.actor, database, *SEARCHED)
    a, b = [await searched(datasette, request, shards, name, links.search()) for name in SIDES]
    limit = datasette.setting("sql_time_limit_ms")
    both = [await found(side.requested.asked, limit) for side in (a, b)]
    grouped = None if both[0] is None or both[1] is None else groups(both[0], both[1])
    languages = await all_languages(datasette, request.actor, shards)
    types = await _types(datasette, request, shards)
    apart: list[Apart] = []
    sample, distributions = None, []
    if grouped and grouped.compared:
        apart, sample = await _apart(a, b, grouped, types, limit)
    months = [await _values(side, "month", limit) for side in both]
    for column in ("language", "site"):
        counts = [await _values(side, column, limit) for side in both]
        distributions.append(_distribution(column, counts, (a, b), languages))
    own = tuple(f"{name}." for name in SIDES)
    swapped = tuple((_swapped(name), value) for name, value in here.arguments)
    return ComparePage(
        a=a.side,
        b=b.side,
        a_articles=grouped.both + grouped.only_a if grouped else None,
        b_articles=grouped.both + grouped.only_b if grouped else None,
        overlap=_overlap(grouped) if grouped else None,
        apart=apart,
        sample=sample,
        courses=_courses(months),
        distributions=distributions,
        shared=tuple(pair for pair in here.arguments if not pair[0].startswith(own)),
        swapped_url=str(Address(here.path, swapped)),
        json_url=str(here.at(links.page("compare", "json"))),
        csv_url=str(here.at(links.page("compare", "csv"))),
        shards=shards.count,
        missing_shards=shards.missing,
    )


async def compare_csv(datasette: Any, request: Any, database: str) -> Response:
    """A row for each entity and word that sets the searches apart. Raises BadRequest where something took too long."""
    page = await compare_page(datasette, request, database)
    if page.overlap is None or any(each.a is None for each in page.apart):
        raise BadRequest("Counting took too long, so there is no file. Ask for fewer articles, or again")
    rows = [
        (name, apart.name, each.value, each.label, each.a, each.b, each.a_share, each.b_share, each.likelihood,
         each.log_ratio)
        for apart in page.apart
        for name, listed in (("a", apart.a), ("b", apart.b))
        for each in [one.difference for one in listed or ()]
    ]  # fmt: skip
    header = ("more_in", "kind", "value", "label", "articles_a", "articles_b", "share_a", "share_b", "likelihood",
              "log_ratio")  # fmt: skip
    return csv_response("comparison", header, rows)


async def _types(datasette: Any, request: Any, shards: Shards) -> tuple[str, ...]:
    """The types of entities that may be counted: none where the reader may not see them everywhere."""
    for name in shards.databases:
        if not await compat.may_view(datasette, request.actor, name, *TABLES):
            return ()
    return tuple(TYPE_HEADINGS)


async def _values(side: Asked | None, column: str, limit: float) -> list[ValueCount] | None:
    return None if side is None else await side.values(column, limit)


async def _apart(
    a: Searched, b: Searched, grouped: Groups, types: Sequence[str], limit: float
) -> tuple[list[Apart], Sample | None]:
    """What sets the searches apart. What was searched for itself does so by definition, and is left out."""
    if grouped.compared is None:
        return [], None
    chosen = {entity.key for side in (a, b) for entity in side.requested.chosen}
    entities, words = await asyncio.gather(
        entity_differences(grouped.compared, types, chosen, limit),
        word_differences(grouped.compared, a.words | b.words, limit),
    )
    apart = [_kind(name, TYPE_HEADINGS[name], None if entities is None else entities[name], (a, b)) for name in types]
    apart.append(_kind(WORD, WORDS_HEADING, None if words is None else words.found, (a, b)))
    return apart, None if words is None else Sample(words.sample_a, words.sample_b, words.is_all)


def _kind(name: str, heading: str, apart: Differences | None, sides: tuple[Searched, Searched]) -> Apart:
    if apart is None:
        return Apart(name, heading, None, None, None)
    lists = [[Found(each, _url(name, each, side)) for each in ranked]
             for ranked, side in zip((apart.a, apart.b), sides, strict=True)]  # fmt: skip
    return Apart(name, heading, lists[0], lists[1], apart.looked_at)


def _url(kind: str, difference: Difference, side: Searched) -> str:
    """The side's search for something as well."""
    if kind != WORD:
        return str(side.address.adding(ENTITY_ARGUMENT, difference.value))
    typed = side.side.typed.strip()
    if isinstance(parse(typed).tree, Or):
        typed = f"({typed})"
    return str(side.address.replacing(SEARCH_ARGUMENT, f'{typed} "{difference.label}"'.strip()))


def _overlap(grouped: Groups) -> Overlap:
    one, other = [group.articles for group in grouped.compared] if grouped.compared else [None, None]
    return Overlap(grouped.both, grouped.only_a, grouped.only_b, one, other)


def _courses(months: Sequence[list[ValueCount] | None]) -> Courses | None:
    known = [each for each in months if each is not None]
    if len(known) < len(months):
        return None
    by = fitting(known)
    a, b = [course(each, by) for each in known]
    spans = periods((a.counts, b.counts))
    counts = [[each.counts.get(period, 0) for period in spans] for each in (a, b)]
    return Courses(by, spans, counts[0], counts[1], a.others, b.others)


def _distribution(
    column: str, counts: Sequence[list[ValueCount] | None], sides: tuple[Searched, Searched], languages: Languages
) -> Distribution:
    if counts[0] is None or counts[1] is None:
        return Distribution(column, HEADINGS[column], None, 0)
    of_a, of_b = dict(counts[0]), dict(counts[1])
    totals = [sum(each.values()) or 1 for each in (of_a, of_b)]
    values = list(dict.fromkeys([*of_a, *of_b]))
    values.sort(key=lambda value: (-(of_a.get(value, 0) / totals[0] + of_b.get(value, 0) / totals[1]), value or ""))
    shown = []
    for value in values[:_LISTED]:
        urls = [str(side.address.adding(*column_filter(column, value))) for side in sides]
        label = column_label(column, value, languages)
        shown.append(Shared(value, label, of_a.get(value, 0), of_b.get(value, 0), urls[0], urls[1]))
    return Distribution(column, HEADINGS[column], shown, len(values))


def _swapped(name: str) -> str:
    if name.startswith("a."):
        return f"b.{name[2:]}"
    return f"a.{name[2:]}" if name.startswith("b.") else name


PAGE = Page("compare", compare_page, SEARCHED, {"csv": compare_csv})
