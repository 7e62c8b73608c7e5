"""The front page of an archive: what is in it, the latest, the most mentioned, and what is missing from it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from .. import compat
from ..addresses import Address
from ..archive import SEARCHED
from ..entity_types import TYPE_HEADINGS
from ..facets.values import HEADINGS, FacetValue, column_value, entity_value
from ..languages import Languages
from ..links import Links
from ..queries import rows_in_time
from ..results import Selection, ValueCount
from ..routes import Page
from ..searching.answers import Answers, search_answers
from ..searching.counts import Wanted
from ..searching.excerpts import Slice
from ..searching.filters import TABLES
from ..searching.histogram import Histogram, histogram
from ..searching.hits import FoundArticle, Terms, found_articles
from ..sharding.asking import Asked
from ..sharding.requests import all_languages
from ..sharding.shards import Shards, shards_of
from ..translations import N_
from .cleaning import cleaning_url

LATEST, LISTED = 8, 8  # articles, and values of each list
_LOOKED_AT = 4 * LATEST  # articles, since those that repeat another are left out where there are others
_LONGEST_TITLE = 300  # characters; what is longer is no headline

_YEAR = re.compile(r"\d{4}(?=-|$)", re.ASCII)
_ENTITIES = "select type, count(*) as entities from entities where article_count > 0 group by type"
_KEYS = "select type, key from entities where article_count > 0"
_COPIES = "select count(*) as articles from articles where duplicate_of is not null"
_ERRORS = "select count(*) as documents from errors"
_DIGEST = "select value from build_info where key in ('archive', 'digest') order by key"


@dataclass(frozen=True)
class Figure:
    """How many there are of something, and where they are listed. No number: counting took too long."""

    name: str
    heading: str
    number: int | None
    url: str


@dataclass(frozen=True)
class Gap:
    """Something that the archive lacks: in how many articles, in which share of them, and which these are."""

    name: str
    words: str
    number: int | None
    share: float | None  # from 0 to 1; None where it isn't articles that are counted
    url: str


@dataclass(frozen=True)
class Listed:
    """The first values of a list; None where counting took too long."""

    name: str
    heading: str
    values: list[FacetValue] | None
    all_url: str


@dataclass(frozen=True)
class Overview:
    """Everything that the front page shows. None stands for what took too long, or may not be seen."""

    count: int | None
    figures: list[Figure]
    years: tuple[str, str] | None
    histogram: Histogram | None
    latest: list[FoundArticle] | None
    lists: list[Listed]
    gaps: list[Gap]
    digest: str | None
    """Of the content as it was built; of an archive in several files, of them all."""
    cleaning_url: str | None
    search_url: str
    json_url: str
    shards: int  # of the archive
    missing_shards: tuple[int, ...]  # whose articles aren't among these


async def front_page(datasette: Any, request: Any, database: str) -> Overview:
    """The front page for a reader, who may view `SEARCHED`."""
    actor, links = request.actor, Links(datasette.urls, database)
    shards = await shards_of(datasette, actor, database, *SEARCHED)
    dbs = tuple(datasette.get_database(name) for name in shards.databases)
    types = tuple(TYPE_HEADINGS) if await _may_all(datasette, actor, shards, *TABLES) else ()
    asked = Asked(dbs, (Selection(),) * len(dbs))
    answers, languages, entities = await asyncio.gather(
        search_answers(asked, _wanted(datasette, types), [None] * len(dbs)),
        all_languages(datasette, actor, shards),
        _entity_counts(dbs) if types else _nothing(),
    )
    address = Address(links.search())
    return Overview(
        count=answers.count,
        figures=_figures(answers, types, entities, address, links),
        years=_years(answers.months),
        histogram=None if answers.months is None else histogram(answers.months, address),
        latest=_latest(answers, [Links(datasette.urls, name) for name in shards.databases], languages),
        lists=_lists(answers, types, address, languages, links),
        gaps=await _gaps(datasette, actor, shards, answers, address),
        digest=await built_digest(datasette, actor, database),
        cleaning_url=await cleaning_url(datasette, actor, database),
        search_url=str(address),
        json_url=links.page("overview", "json"),
        shards=shards.count,
        missing_shards=shards.missing,
    )


def _wanted(datasette: Any, types: tuple[str, ...]) -> Wanted:
    limit = datasette.setting("sql_time_limit_ms")
    return Wanted(
        selection=Selection(),
        by_relevance=False,
        size=_LOOKED_AT,
        after=None,
        types=types,
        chosen=(),
        listed_entities=LISTED,
        listed_values=None,  # all, to count them
        hits_limit_ms=limit,
        counts_limit_ms=limit,
    )


async def _may_all(datasette: Any, actor: Any, shards: Shards, *tables: str) -> bool:
    """Whether the reader may view these tables in all parts of the archive."""
    return all([await compat.may_view(datasette, actor, name, *tables) for name in shards.databases])


async def _nothing() -> dict[str, int] | None:
    return None


async def _entity_counts(dbs: Sequence[Any]) -> dict[str, int] | None:
    """The entities of each type that some article mentions; one that several parts mention counts once."""
    if len(dbs) == 1:
        rows = await rows_in_time(dbs[0], _ENTITIES)
        return None if rows is None else {row["type"]: row["entities"] for row in rows}
    parts = await asyncio.gather(*(rows_in_time(db, _KEYS) for db in dbs))
    keys: set[tuple[str, str]] = set()
    for part in parts:
        if part is None:
            return None
        keys.update((row["type"], row["key"]) for row in part)
    counts: dict[str, int] = {}
    for entity_type, _ in keys:
        counts[entity_type] = counts.get(entity_type, 0) + 1
    return counts


def _figures(
    answers: Answers, types: Sequence[str], entities: dict[str, int] | None, address: Address, links: Links
) -> list[Figure]:
    figures = [Figure("articles", N_("Articles"), answers.count, str(address))]
    for name, values in (("language", answers.languages), ("site", answers.sites)):
        number = None if values is None else sum(bool(each.value) for each in values)
        figures.append(Figure(name, HEADINGS[name], number, links.facet(name, address)))
    for name in types:
        number = None if entities is None else entities.get(name, 0)
        figures.append(Figure(name, HEADINGS[name], number, links.facet(name, address)))
    return [figure for figure in figures if figure.number != 0 or figure.name == "articles"]


def _years(months: Sequence[ValueCount] | None) -> tuple[str, str] | None:
    years = [found[0] for each in months or () if (found := _YEAR.match(each.value or ""))]
    return (min(years), max(years)) if years else None


def _latest(answers: Answers, links: Sequence[Links], languages: Languages) -> list[FoundArticle] | None:
    if answers.hits is None or answers.rows is None:
        return None
    found = {
        (shard, article.id): article
        for shard, rows in enumerate(answers.rows)
        for article in found_articles(rows, Terms((), ()), links[shard], languages)
    }
    places = ((shard, hit.article_id) for shard, hit in answers.hits[:_LOOKED_AT])
    latest = [found[place] for place in places if place in found]
    first = ([article for article in latest if not article.repeats_url] or latest)[:LATEST]
    return [replace(article, title=_shortened(article.title)) for article in first]


def _shortened(title: tuple[Slice, ...]) -> tuple[Slice, ...]:
    text = "".join(part.text for part in title)
    return title if len(text) <= _LONGEST_TITLE else (Slice(text[: _LONGEST_TITLE - 1] + "…"),)


def _lists(
    answers: Answers, types: Sequence[str], address: Address, languages: Languages, links: Links
) -> list[Listed]:
    """The entities most mentioned by type, and the languages and sites with the most articles."""
    lists = []
    values: list[FacetValue] | None
    for name in types:
        values = None
        if answers.entities is not None:
            values = [entity_value(each, address) for each in answers.entities[name][:LISTED]]
        lists.append(Listed(name, HEADINGS[name], values, links.facet(name, address)))
    for name, counts in (("language", answers.languages), ("site", answers.sites)):
        values = None
        if counts is not None:
            known = [each for each in counts if each.value][:LISTED]
            values = [column_value(name, each, address, languages) for each in known]
        lists.append(Listed(name, HEADINGS[name], values, links.facet(name, address)))
    return [each for each in lists if each.values is None or each.values]


async def _gaps(datasette: Any, actor: Any, shards: Shards, answers: Answers, address: Address) -> list[Gap]:
    """What is missing, as far as the reader may see it; what nothing lacks isn't told."""
    undated = _articles_of(answers.months, lambda value: value is None)
    by_year = _articles_of(answers.months, lambda value: bool(re.fullmatch(r"\d{4}", value or "", re.ASCII)))
    unknown = _articles_of(answers.languages, lambda value: value is None)
    copies = await _sum(datasette, shards, _COPIES)
    counted = [
        ("undated", N_("without a date"), undated, address.adding("published__isnull", "1")),
        ("year_only", N_("dated by year only"), by_year, address.adding("published__glob", "[0-9][0-9][0-9][0-9]")),
        ("no_language", N_("in a language that wasn’t recognised"), unknown, address.adding("language__isnull", "1")),
        ("copies", N_("nearly the same as another"), copies, address.adding("duplicate_of__notnull", "1")),
    ]
    total = answers.count
    gaps = [
        Gap(name, words, number, number / total if number and total else None, str(url))
        for name, words, number, url in counted
        if number != 0
    ]
    if await _may_all(datasette, actor, shards, "errors"):
        errors = await _sum(datasette, shards, _ERRORS)
        if errors != 0:
            links = Links(datasette.urls, shards.databases[0])
            words = N_("documents that could not be read, or not in full")
            gaps.append(Gap("errors", words, errors, None, links.table("errors")))
    return gaps


def _articles_of(values: Sequence[ValueCount] | None, wanted: Any) -> int | None:
    return None if values is None else sum(each.articles for each in values if wanted(each.value))


async def _sum(datasette: Any, shards: Shards, sql: str) -> int | None:
    """A number counted in all parts of the archive; None where that takes too long in one of them."""
    found = await asyncio.gather(*(rows_in_time(datasette.get_database(name), sql) for name in shards.databases))
    counts = [rows[0][0] for rows in found if rows is not None]
    return sum(counts) if len(counts) == len(found) else None


async def built_digest(datasette: Any, actor: Any, database: str) -> str | None:
    """The digest of the archive's content as it was built; None where the reader may not see it."""
    if not await compat.may_view(datasette, actor, database, "build_info"):
        return None
    row = (await datasette.get_database(database).execute(_DIGEST)).first()
    return row[0] if row else None


PAGE = Page("overview", front_page)
