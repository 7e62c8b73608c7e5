"""A list of names, each looked for in the articles that an address selects: hits, the entity meant, and no hits."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from datasette import Response
from datasette.utils.asgi import BadRequest

from .. import compat
from ..addresses import NEXT_ARGUMENT, Address
from ..archive import SEARCHED
from ..batches.entities import NamedEntity, most_mentioned, named_entities
from ..batches.names import MOST_NAMES, Names, posted_fields, read_names
from ..exporting.cells import csv_row
from ..folding import fold_name
from ..links import SHOWING, Links
from ..query import QUOTATION_MARKS, parse, written
from ..results import Selection, Words
from ..routes import Page
from ..searching.filters import ENTITY_ARGUMENT, TABLES
from ..searching.selections import SEARCH_ARGUMENT
from ..sharding.asking import Asked
from ..sharding.requests import Requested, requested_articles
from ..sharding.shards import Shards, shards_of

NAMES_ARGUMENT, COLUMN_ARGUMENT = "_names", "_column"
"""The names, one a line, and of a table the column that they stand in; from an address or from a form that is sent."""

LIMITS = 10
"""The whole list may take so many times as long as one search, the half of it to go through the names of entities."""
MOST_MEANT = 3  # entities shown for one name
LONGEST_SEARCH = 1_000
"""Characters of the address of a search that may be asked for many names: a link for each name repeats them."""
_LONGEST_LINK = 4_000  # characters of a list that an address may hold, to be shared
_NO_MARKS = str.maketrans(dict.fromkeys(QUOTATION_MARKS, " "))
_NAMES_OF_ENTITIES = ("entity_names", "stored_names")

CSV_COLUMNS = ("name", "status", "articles", "entity", "entity_type", "entity_key", "entity_articles", "link")


@dataclass(frozen=True)
class MeantEntity:
    """An entity called by a name, and the selected articles that mention it."""

    key: str
    name: str
    type: str
    articles: int
    url: str


@dataclass(frozen=True)
class FoundName:
    """A name, the number of selected articles that hold its words, and the entities that it may mean."""

    name: str
    articles: int
    url: str
    entities: list[MeantEntity]


@dataclass(frozen=True)
class BatchPage:
    """What became of each name. Names that nothing was found for stand apart, and those that no time was left for."""

    typed: str
    column: str
    filters: list[str]  # in words
    found: list[FoundName]
    not_found: list[str]
    not_done: list[str]
    entities_seen: bool  # else the reader may not, or matching names took too long
    repeated: int  # lines that repeat another
    too_long: list[str]  # the beginnings of lines that are no names
    left_out: int  # names behind the most that can be asked for at once
    most_names: int
    form_url: str
    csv_url: str
    json_url: str
    share_url: str | None  # this list by an address; None where it is too long for one
    search_url: str
    shards: int  # of the archive
    missing_shards: tuple[int, ...]  # whose articles aren't counted


async def batch_page(datasette: Any, request: Any, database: str) -> BatchPage:
    """The page for a request. Raises BadRequest for a list that can't be read, and for one in too long an address."""
    fields = await posted_fields(request) if request.method == "POST" else {}
    typed = fields.get(NAMES_ARGUMENT, request.args.get(NAMES_ARGUMENT) or "")
    column = fields.get(COLUMN_ARGUMENT, request.args.get(COLUMN_ARGUMENT) or "")
    names = read_names(typed, column)
    links = Links(datasette.urls, database)
    shards = await shards_of(datasette, request.actor, database, *SEARCHED)
    requested = await requested_articles(datasette, request, shards)
    here = Address.of_request(request, links.page("batch")).without(NEXT_ARGUMENT, *SHOWING)
    here = here.without(NAMES_ARGUMENT, COLUMN_ARGUMENT)
    search = here.at(links.search())
    if names.names and len(str(search)) > LONGEST_SEARCH:
        raise BadRequest(
            f"The search that these names are looked for in is too long: its address may have {LONGEST_SEARCH:,} "
            "characters, since each name's link repeats them. Take some of its filters away"
        )
    limit = datasette.setting("sql_time_limit_ms")
    until = time.perf_counter() + LIMITS * limit / 1000
    meant = await _meant(datasette, request, shards, requested, names, LIMITS * limit / 2)
    found, not_found, not_done = await _look(requested, names, meant or {}, search, limit, until)
    asked = here.replacing(NAMES_ARGUMENT, typed or None).replacing(COLUMN_ARGUMENT, column or None)
    short = len(str(asked)) <= _LONGEST_LINK
    return BatchPage(
        typed=typed,
        column=column,
        filters=[each.words for each in requested.applied],
        found=found,
        not_found=not_found,
        not_done=not_done,
        entities_seen=meant is not None,
        repeated=names.repeated,
        too_long=list(names.too_long),
        left_out=names.left_out,
        most_names=MOST_NAMES,
        form_url=str(here),
        csv_url=str(here.at(links.page("batch", "csv"))),
        json_url=str((asked if short else here).at(links.page("batch", "json"))),
        share_url=str(asked) if names.names and short else None,
        search_url=str(search),
        shards=shards.count,
        missing_shards=shards.missing,
    )


async def _meant(
    datasette: Any, request: Any, shards: Shards, requested: Requested, names: Names, limit: float
) -> dict[str, list[NamedEntity]] | None:
    """By folded name the entities called so, with the selected articles that mention them.

    None where the reader may not see their names, or telling took too long.
    """
    for name in shards.databases:
        if not await compat.may_view(datasette, request.actor, name, *TABLES, *_NAMES_OF_ENTITIES):
            return None
    if not names.names:
        return {}
    parts = []
    for db in requested.asked.dbs:
        part = await named_entities(db, names.names, limit)
        if part is None:
            return None
        parts.append(part)
    first = {name: entities[:MOST_MEANT] for name, entities in most_mentioned(parts).items()}
    if not any(selection.parts for selection in requested.asked.selections):
        return first
    keys = sorted({each.key for entities in first.values() for each in entities})
    counted = await requested.asked.each(
        [lambda matching: matching.results.entity_counts(keys)] * len(shards.databases), limit
    )
    if counted is None:
        return None
    counts = {key: sum(each[key] for each in counted) for key in keys}
    return {
        name: [NamedEntity(each.key, each.name, each.type, counts[each.key]) for each in entities]
        for name, entities in first.items()
    }


async def _look(
    requested: Requested,
    names: Names,
    meant: dict[str, list[NamedEntity]],
    search: Address,
    limit: float,
    until: float,
) -> tuple[list[FoundName], list[str], list[str]]:
    """Each name in its order: found, not found, or not looked for since the time was over."""
    found, not_found, not_done = [], [], []
    words = _beside(search)
    for name in names.names:
        left = min(limit, 1000 * (until - time.perf_counter()))
        articles = await _count(requested.asked, name, left) if left > 0 else None
        if articles is None:
            not_done.append(name)
            continue
        entities = [each for each in meant.get(fold_name(name), []) if each.articles]
        if articles or entities:
            found.append(FoundName(name, articles, _searched(search, words, name), _entities(entities, search)))
        else:
            not_found.append(name)
    return found, not_found, not_done


async def _count(asked: Asked, name: str, limit: float) -> int | None:
    selections = tuple(Selection((*each.parts, Words(_phrase(name)))) for each in asked.selections)
    counts = await Asked(asked.dbs, selections).each([lambda matching: matching.results.count] * len(asked.dbs), limit)
    return None if counts is None else sum(counts)


def _phrase(name: str) -> str:
    """A name as a phrase of the search, in which nothing is a sign of its language."""
    return '"' + " ".join(name.translate(_NO_MARKS).split()) + '"'


def _beside(search: Address) -> str:
    """A search's words, so that a phrase behind them is asked for besides all that they ask for.

    Words that can't be read are written out as they were read: with more behind them they might be read otherwise.
    """
    arguments = dict(reversed(search.arguments))  # Datasette takes the first of several
    typed = arguments.get(SEARCH_ARGUMENT, "")
    if not typed.strip():
        return ""
    if arguments.get("_searchmode") == "raw":
        return f"({typed}) AND "
    tree, beside = parse(typed).tree, parse(f'({typed}) ""')
    if tree is not None and (beside.tree, beside.problem) != (tree, None):
        typed = written(tree)
    return f"({typed}) "


def _searched(search: Address, words: str, name: str) -> str:
    """The search for a name among the selected articles."""
    return str(search.replacing(SEARCH_ARGUMENT, words + _phrase(name)))


def _entities(entities: Sequence[NamedEntity], search: Address) -> list[MeantEntity]:
    return [
        MeantEntity(each.key, each.name, each.type, each.articles, str(search.adding(ENTITY_ARGUMENT, each.key)))
        for each in entities
    ]


async def batch_csv(datasette: Any, request: Any, database: str) -> Response:
    """The same as a table: a line for each name, those not found and not done among them."""
    page = await batch_page(datasette, request, database)
    lines = [csv_row(CSV_COLUMNS)]
    for each in page.found:
        entity = each.entities[0] if each.entities else None
        facts = (entity.name, entity.type, entity.key, entity.articles) if entity else (None,) * 4
        link = datasette.absolute_url(request, each.url)
        lines.append(csv_row((each.name, "found", each.articles, *facts, link)))
    lines += [csv_row((name, "not found", 0, *(None,) * 5)) for name in page.not_found]
    lines += [csv_row((name, "not done: out of time", *(None,) * 6)) for name in page.not_done]
    headers = {"content-disposition": 'attachment; filename="names.csv"', "x-content-type-options": "nosniff"}
    return Response("".join(lines), headers=headers, content_type="text/csv; charset=utf-8")


PAGE = Page("batch", batch_page, formats={"csv": batch_csv})
