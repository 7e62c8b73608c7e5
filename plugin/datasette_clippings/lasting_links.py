"""Links that survive every rebuild: they name articles and entities by their keys."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from datasette import NotFound, Response
from datasette.utils import tilde_decode

from . import compat
from .archive import is_archive
from .sharding.shards import shards_of, stand_in

PATTERN = r"^/-/clippings/(?P<database>[^/]+)/(?P<kind>article|entity)/(?P<key>.+)$"

_TABLES = {"article": "articles", "entity": "entities"}

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
    served = await stand_in(datasette, request.actor, database, _TABLES[kind])
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
