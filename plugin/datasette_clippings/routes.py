"""Links that survive every rebuild: by key, to the page by number."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from datasette import NotFound, Response
from datasette.utils import tilde_decode

from . import compat
from .archive import is_archive

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
