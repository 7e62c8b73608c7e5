"""The reading room: a Datasette plugin for databases made by the `clippings` command.

The hooks import what they need when they are called: Datasette loads its plugins as it is imported
itself, and where this package is imported first it would find a module half made, without hooks. Nor is
Datasette imported for their mark: the build's processes, which take `folding` from here, would each carry
30 MB of it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from pluggy import HookimplMarker

if TYPE_CHECKING:
    from datasette.filters import FilterArguments

    from .facets.classes import ArticleFacet, EntityFacet

hookimpl = HookimplMarker("datasette")  # what datasette.hookimpl is


@hookimpl
def register_facet_classes() -> list[type[EntityFacet | ArticleFacet]]:
    from .facets.classes import ArticleFacet, EntityFacet

    return [EntityFacet, ArticleFacet]


@hookimpl
def filters_from_request(
    request: Any, database: str, table: str, datasette: Any
) -> Callable[[], Awaitable[FilterArguments | None]]:
    from .searching.filters import request_filters

    def filters() -> Awaitable[FilterArguments | None]:
        return request_filters(datasette, request, database, table)

    return filters  # which nobody calls where the filters before these are refused


@hookimpl
def extra_template_vars(
    template: str | None,
    request: Any,
    database: str | None,
    table: str | None,
    columns: list[str] | None,
    view_name: str | None,
    datasette: Any,
) -> Callable[[], Awaitable[dict[str, Any]]]:
    from .own_pages import our_page, page_variables

    async def variables() -> dict[str, Any]:
        page = await our_page(datasette, request, database, table, view_name, template)
        return await page_variables(datasette, request, database, page, columns) if database else {}

    return variables


@hookimpl
def extra_css_urls(
    template: str | None, request: Any, database: str | None, table: str | None, view_name: str | None, datasette: Any
) -> Callable[[], Awaitable[list[str]]]:
    from .own_pages import our_page

    async def stylesheets() -> list[str]:
        if await our_page(datasette, request, database, table, view_name, template) is None:
            return []
        return ["/-/static-plugins/datasette_clippings/clippings.css"]

    return stylesheets


@hookimpl
def register_routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    from .routes import routes

    return routes()


@hookimpl
def database_actions(datasette: Any, actor: dict[str, Any] | None, database: str) -> Callable[[], Awaitable[Any]]:
    from .own_pages import database_links

    async def links() -> list[dict[str, str]]:
        return await database_links(datasette, actor, database)

    return links


@hookimpl
def render_cell(row: Any, value: Any, column: str, table: str | None, database: str, datasette: Any) -> Any:
    from .cells import LINKED, linked_cell

    if table is None or column not in LINKED.get(table, {}):
        return None

    async def cell() -> Any:
        return await linked_cell(datasette, database, table, column, row, value)

    return cell


@hookimpl
def prepare_jinja2_environment(env: Any, datasette: Any) -> None:
    from .charts import add_charts
    from .formatting import add_filters
    from .labels import add_labels
    from .navigation import add_ways
    from .translations import add_to

    add_to(env)
    add_filters(env)
    add_labels(env)
    add_ways(env, datasette)
    add_charts(env)


@hookimpl
def asgi_wrapper(datasette: Any) -> Callable[[Any], Any]:
    from .translations import speaking

    return speaking


@hookimpl(trylast=True)  # behind Datasette's own, whose escape_fts is replaced
def prepare_connection(conn: sqlite3.Connection) -> None:
    from .phrases import fold_searches

    fold_searches(conn)
