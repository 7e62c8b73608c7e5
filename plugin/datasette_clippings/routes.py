"""Our own addresses: links that survive every rebuild, and the pages that no table has."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable
from dataclasses import asdict
from typing import Any
from urllib.parse import unquote

from datasette import NotFound, Response
from datasette.database import QueryInterrupted
from datasette.utils import add_cors_headers, tilde_decode
from datasette.utils.asgi import BadRequest

from . import compat
from .archive import SEARCHED, is_archive
from .cleaning import TABLES, cleaning_page, has_figures
from .facet_page import facet_page
from .search_page import search_page
from .shards import shards_of, stand_in

MOST_ARGUMENTS, LONGEST_QUERY = 500, 16_384
"""How many arguments, and how many characters, an address may have: every link of a page repeats them."""

_TABLES = {"article": "articles", "entity": "entities"}

# SQLite's words for what no query can help; Python 3.10 knows no numbers of errors.
_FAULTS = (
    "access permission denied",
    "attempt to write a readonly database",
    "database is locked",
    "database or disk is full",
    "database schema is locked",
    "database table is locked",
    "disk I/O error",
    "locking protocol",
    "unable to open database file",
)

_IDS = {
    "article": "select id from articles where key in (?, ?)",
    "entity": "select id from entities where key in (?, ?)",
}


async def lasting_link(request: Any, datasette: Any) -> Any:
    """Redirect `/-/clippings/<database>/<article or entity>/<key>` to the row's page, in whichever shard it is.

    Whether a key exists is told only to those who may view its table.
    """
    database = tilde_decode(unquote(request.url_vars["database"]))
    kind, key = request.url_vars["kind"], unquote(request.url_vars["key"])
    served = await stand_in(datasette, database)
    if served is None:
        raise NotFound("Database not found")
    await compat.ensure_view(datasette, request.actor, served, _TABLES[kind])
    if not await is_archive(datasette, served):
        raise NotFound("This database is no archive of clippings")
    shards = await shards_of(datasette, request.actor, served, _TABLES[kind])
    for name in sorted(shards.databases, key=lambda name: name != served):  # the one asked for before the others
        # as Datasette writes keys in links, or as people do
        row = (await datasette.get_database(name).execute(_IDS[kind], [tilde_decode(key), key])).first()
        if row is not None:
            return Response.redirect(datasette.urls.row(name, _TABLES[kind], row["id"]))
    raise NotFound(f"No {kind} has this key")


async def cleaning(request: Any, datasette: Any) -> Any:
    """The page of cleaning quality, `/<database>/-/cleaning`, and its JSON."""
    database = await _archive(request, datasette, *TABLES)
    if not await has_figures(datasette, database):
        raise NotFound("This archive was built without the figures of its cleaning; build it again")
    page = await cleaning_page(datasette, request.actor, database)
    return await _answer(request, datasette, database, "cleaning", page)


async def search(request: Any, datasette: Any) -> Any:
    """The search page, `/<database>/-/search`, and its JSON."""
    database = await _archive(request, datasette, *SEARCHED)
    _check_length(request)
    page = await _in_words(search_page(datasette, request, database))
    return await _answer(request, datasette, database, "search", page)


async def facet(request: Any, datasette: Any) -> Any:
    """All values of a facet, `/<database>/-/facet`, and their JSON."""
    database = await _archive(request, datasette, *SEARCHED)
    _check_length(request)
    page = await _in_words(facet_page(datasette, request, database))
    return await _answer(request, datasette, database, "facet", page)


async def _archive(request: Any, datasette: Any, *tables: str) -> str:
    """The archive in an address; NotFound where there is none, Forbidden where the actor may not see the tables."""
    try:
        database: str = datasette.get_database(route=tilde_decode(unquote(request.url_vars["database"]))).name
    except KeyError:
        raise NotFound("Database not found") from None
    await compat.ensure_view(datasette, request.actor, database, *tables)
    if not await is_archive(datasette, database):
        raise NotFound("This database is no archive of clippings")
    return database


def _check_length(request: Any) -> None:
    query = request.query_string
    if len(query) > LONGEST_QUERY or query.count("&") >= MOST_ARGUMENTS:
        raise BadRequest(
            f"This address is too long: it may have {MOST_ARGUMENTS} arguments of {LONGEST_QUERY:,} characters in all"
        )


async def _in_words(page: Awaitable[Any]) -> Any:
    """The page; BadRequest with SQLite's words where it can't make sense of a condition in the address."""
    try:
        return await page
    except QueryInterrupted as error:
        raise BadRequest("This took too long; ask for fewer articles, or again") from error
    except OverflowError as error:  # of sqlite3, whose whole numbers have 64 bits
        raise BadRequest(f"Can't read a number in this address: {error}") from error
    except sqlite3.Error as error:
        if _is_of_database(error):
            raise
        raise BadRequest(f"Invalid SQL: {error}") from error


def _is_of_database(error: sqlite3.Error) -> bool:
    """Whether the database is at fault, not what was asked of it: it is damaged, locked, gone."""
    return type(error) is sqlite3.DatabaseError or str(error).startswith(_FAULTS)


async def _answer(request: Any, datasette: Any, database: str, name: str, page: Any) -> Any:
    """A page's data as JSON or, in its template, as HTML."""
    if request.url_vars["format"] == "json":
        headers: dict[str, str] = {}
        if datasette.cors:
            add_cors_headers(headers)
        return Response.json(asdict(page), headers=headers)
    context = {"database": database, name: page}
    return Response.html(await datasette.render_template(f"clippings_{name}_page.html", context, request=request))
