"""Our own addresses: links that survive every rebuild, and the page of cleaning quality."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any
from urllib.parse import unquote

from datasette import NotFound, Response
from datasette.utils import tilde_decode

from . import compat
from .archive import is_archive
from .cleaning import TABLES, cleaning_page, has_figures

_TABLES = {"article": "articles", "entity": "entities"}

_IDS = {
    "article": "select id from articles where key in (?, ?)",
    "entity": "select id from entities where key in (?, ?)",
}


async def lasting_link(request: Any, datasette: Any) -> Any:
    """Redirect `/-/clippings/<database>/<article or entity>/<key>` to the row's page.

    Whether a key exists is told only to those who may view its table.
    """
    database = tilde_decode(unquote(request.url_vars["database"]))
    kind, key = request.url_vars["kind"], unquote(request.url_vars["key"])
    if database not in datasette.databases:
        raise NotFound("Database not found")
    await compat.ensure_view(datasette, request.actor, database, _TABLES[kind])
    if not await is_archive(datasette, database):
        raise NotFound("This database is no archive of clippings")
    # as Datasette writes keys in links, or as people do
    row = (await datasette.get_database(database).execute(_IDS[kind], [tilde_decode(key), key])).first()
    if row is None:
        raise NotFound(f"No {kind} has this key")
    return Response.redirect(datasette.urls.row(database, _TABLES[kind], row["id"]))


async def cleaning(request: Any, datasette: Any) -> Any:
    """The page of cleaning quality, `/<database>/-/cleaning`, and its JSON."""
    try:
        database = datasette.get_database(route=tilde_decode(unquote(request.url_vars["database"]))).name
    except KeyError:
        raise NotFound("Database not found") from None
    await compat.ensure_view(datasette, request.actor, database, *TABLES)
    if not await is_archive(datasette, database):
        raise NotFound("This database is no archive of clippings")
    if not await has_figures(datasette, database):
        raise NotFound("This archive was built without the figures of its cleaning; build it again")
    page = await cleaning_page(datasette, request.actor, database)
    if request.url_vars["format"] == "json":
        return Response.json(asdict(page))
    context = {"database": database, "cleaning": page}
    return Response.html(await datasette.render_template("clippings_cleaning_page.html", context, request=request))
