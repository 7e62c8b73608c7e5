"""The pages that no table has, each at `/DATABASE/-/NAME`: as HTML, as JSON, and in what other formats it comes."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any
from urllib.parse import unquote

from datasette import NotFound, Response
from datasette.database import QueryInterrupted
from datasette.utils import add_cors_headers, tilde_decode
from datasette.utils.asgi import BadRequest

from . import compat
from .archive import SEARCHED, is_archive
from .sharding.shards import stand_in

MOST_ARGUMENTS, LONGEST_QUERY = 500, 16_384
"""How many arguments, and how many characters, an address may have: every link of a page repeats them."""

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


@dataclass(frozen=True)
class Page:
    """A page of ours: `clippings_NAME_page.html` shows, under its name, what `gather` makes of a request.

    Each takes Datasette, the request and the name of an archive. Raises BadRequest for what can't be asked for.
    """

    name: str
    gather: Callable[[Any, Any, str], Awaitable[Any]]
    tables: tuple[str, ...] = SEARCHED
    """Who may not view all of these may not see the page."""
    formats: Mapping[str, Callable[[Any, Any, str], Awaitable[Response]]] = field(default_factory=dict)
    """Other answers by the suffix of the address, such as `csv`."""
    most_arguments: int = MOST_ARGUMENTS
    longest_query: int = LONGEST_QUERY

    @property
    def pattern(self) -> str:
        """The addresses of the page, as Datasette matches them."""
        formats = "|".join(["json", *self.formats])
        return rf"^/(?P<database>[^/]+)/-/{self.name}(?:\.(?P<format>{formats}))?$"

    async def view(self, request: Any, datasette: Any) -> Response:
        """The answer to a request; for Datasette to call."""
        named = tilde_decode(unquote(request.url_vars["database"]))
        served = await _served(datasette, request.actor, named, *self.tables)
        if served != named:  # the archive's name, whose parts have each one of their own
            suffix = f".{request.url_vars['format']}" if request.url_vars["format"] else ""
            query = f"?{request.query_string}" if request.query_string else ""
            return Response.redirect(f"{datasette.urls.database(served)}/-/{self.name}{suffix}{query}")
        database = await _archive(request, datasette, served, *self.tables)
        _check_length(request, self.most_arguments, self.longest_query)
        asked = request.url_vars["format"]
        if asked in self.formats:
            return await _in_words(self.formats[asked](datasette, request, database))
        data = await _in_words(self.gather(datasette, request, database))
        if asked == "json":
            headers: dict[str, str] = {}
            if datasette.cors:
                add_cors_headers(headers)
            return Response.json(asdict(data), headers=headers)
        context = {"database": database, self.name: data}
        return Response.html(
            await datasette.render_template(f"clippings_{self.name}_page.html", context, request=request)
        )


def pages() -> tuple[Page, ...]:
    """All pages of ours."""
    from .pages import (
        article,
        batch,
        cite,
        cleaning,
        compare,
        difference,
        entity,
        export,
        facet,
        front,
        map,
        mentions,
        network,
        search,
        timeline,
    )

    return (
        article.PAGE,
        batch.PAGE,
        cite.PAGE,
        cleaning.PAGE,
        compare.PAGE,
        difference.PAGE,
        entity.PAGE,
        export.PAGE,
        facet.PAGE,
        front.PAGE,
        map.PAGE,
        mentions.PAGE,
        network.PAGE,
        search.PAGE,
        timeline.PAGE,
    )


def routes() -> list[tuple[str, Callable[..., Awaitable[Response]]]]:
    """All addresses of ours, for Datasette."""
    from .lasting_links import PATTERN, lasting_link

    return [(PATTERN, lasting_link), *((page.pattern, _view(page)) for page in pages())]


def _view(page: Page) -> Callable[..., Awaitable[Response]]:
    """A page's view as a function, the only thing beside a class that Datasette 1.0 takes for a view."""

    async def view(request: Any, datasette: Any) -> Response:
        return await page.view(request, datasette)

    return view


async def _served(datasette: Any, actor: dict[str, Any] | None, named: str, *tables: str) -> str:
    """The database in an address, else the first part of the archive with this name that the actor may view.

    Raises NotFound, whether there is no such part or only such as the actor isn't told of.
    """
    for name, database in datasette.databases.items():
        if named in (name, database.route):
            return named
    served = await stand_in(datasette, actor, named, *tables)
    if served is None:
        raise NotFound("Database not found")
    return served


async def _archive(request: Any, datasette: Any, route: str, *tables: str) -> str:
    """The archive in an address; Forbidden where the actor may not see the tables, NotFound where it is no archive."""
    database: str = datasette.get_database(route=route).name
    await compat.ensure_view(datasette, request.actor, database, *tables)
    if not await is_archive(datasette, database):
        raise NotFound("This database is no archive of clippings")
    return database


def _check_length(request: Any, most_arguments: int, longest_query: int) -> None:
    query = request.query_string
    if len(query) > longest_query or query.count("&") >= most_arguments:
        raise BadRequest(
            f"This address is too long: it may have {most_arguments:,} arguments of {longest_query:,} characters in all"
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
