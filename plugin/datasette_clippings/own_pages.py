"""Which pages of Datasette are ours, and what their templates are given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from datasette.utils import path_with_added_args

from . import compat
from .addresses import NEXT_ARGUMENT, Address
from .archive import SEARCHED, is_archive
from .languages import archive_languages
from .links import SHOWING, Links
from .pages.article import article_page
from .pages.article_list import ArticleList
from .pages.cleaning import cleaning_url
from .pages.entity import entity_page
from .pages.front import front_page
from .paths import asked_path
from .routes import LONGEST_QUERY
from .searching.excerpts import search_terms
from .searching.own_sql import article_column, sql_arguments
from .searching.selections import searches

# With these a reader asks for the table as it is.
AS_IT_IS = ("_plain", "_col", "_nocol")

_PAGES = {("table", "articles"): "articles", ("row", "articles"): "article", ("row", "entities"): "entity"}


async def our_page(
    datasette: Any, request: Any, database: str | None, table: str | None, view_name: str | None, template: str | None
) -> str | None:
    """The name of our page that this is: `overview`, `articles`, `article` or `entity`; None for all others."""
    page = _PAGES.get((view_name or "", table or ""))
    if view_name == "database" and (template or "").startswith("database"):  # queries are shown by it, too
        page = "overview"
    if page is None or request is None or any(argument in request.args for argument in AS_IT_IS):
        return None
    if not await is_archive(datasette, database):
        return None
    if page == "overview" and not await compat.may_view(datasette, request.actor, database or "", *SEARCHED):
        return None
    return page


async def page_variables(
    datasette: Any, request: Any, database: str, page: str | None, columns: Sequence[str] | None
) -> dict[str, Any]:
    """The template variables of a page: `clippings_` and its name, holding its data.

    `columns`: of the rows that a page of Datasette's shows.
    """
    if page == "articles":
        return await _list_variables(datasette, request, database)
    if page == "overview":
        return {"clippings_overview": await front_page(datasette, request, database)}
    if page is None:
        archive = await is_archive(datasette, database)
        url = await _query_url(datasette, request, database, columns) if archive else None
        return {"clippings_archive": archive, "clippings_query_url": url}
    gather = article_page if page == "article" else entity_page
    data = await gather(datasette, request, database, request.url_vars["pks"])
    return {f"clippings_{page}": data} if data else {}


async def database_links(datasette: Any, actor: dict[str, Any] | None, database: str) -> list[dict[str, str]]:
    """Our entries in the menu of a database's page."""
    if not await is_archive(datasette, database):
        return []
    entries = []
    if await compat.may_view(datasette, actor, database, *SEARCHED):
        entries.append({"href": Links(datasette.urls, database).search(), "label": "Search"})
    cleaning = await cleaning_url(datasette, actor, database)
    if cleaning:
        entries.append({"href": cleaning, "label": "Cleaning quality"})
    return entries


async def _search_url(datasette: Any, request: Any, database: str) -> str | None:
    """The search page with a table page's filters; None where the reader may not see it."""
    if not await compat.may_view(datasette, request.actor, database, *SEARCHED):
        return None
    address = Address.of_request(request, Links(datasette.urls, database).search())
    return str(address.without(NEXT_ARGUMENT, *SHOWING))


async def _query_url(datasette: Any, request: Any, database: str, columns: Sequence[str] | None) -> str | None:
    """The search page for the articles of the query that a page shows; None where it is none, or has no articles."""
    sql = request.args.get("sql") if request else None
    if (
        not sql
        or not article_column(columns)
        or not await compat.may_view(datasette, request.actor, database, *SEARCHED)
    ):
        return None
    given = [(name, request.args[name]) for name in request.args if name != "sql" and not name.startswith("_")]
    url = str(Address(Links(datasette.urls, database).search(), tuple(sql_arguments(sql, given))))
    return url if len(url) <= LONGEST_QUERY else None


async def _list_variables(datasette: Any, request: Any, database: str) -> dict[str, Any]:
    variables: dict[str, Any] = {
        "clippings_articles": ArticleList(
            datasette,
            database,
            await archive_languages(datasette, request.actor, database),
            search_terms(searches(request).values(), "text"),
            path_with_added_args(request, {"_plain": "1"}, asked_path(datasette.urls, request)),
            await _search_url(datasette, request, database),
        )
    }
    if "_search" in request.args:
        variables["search"] = request.args["_search"]  # which 1.0 alphas lose from the box
    return variables
