"""Articles by their lasting keys, in whichever file of an archive they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from datasette import NotFound
from datasette.utils import tilde_encode
from datasette.utils.asgi import BadRequest

from ..sharding.shards import shards_of
from .citation import Cited
from .links import followable

KEY_ARGUMENT = "_key"

_AT_ONCE = 500  # keys in one question

_CITED = """
select id, key, title, byline, publisher, site, published, published_text, language, url, sha256
from articles where key in ({keys})
"""
_TEXT = "select id, title, text, site, language, published, published_text from articles where key = ?"


@dataclass(frozen=True)
class KeyedArticle:
    """An article's words, and the database that holds it."""

    database: str
    key: str
    id: int
    title: str
    text: str
    site: str
    language: str | None
    published: str | None
    published_text: str | None


def requested_keys(request: Any, most: int) -> list[str]:
    """The keys that a request names, each once, in its order. Raises BadRequest for none, or for more than `most`."""
    keys = [key for key in dict.fromkeys(request.args.getlist(KEY_ARGUMENT)) if key]
    if not keys:
        raise BadRequest(f"Name an article by its key: ?{KEY_ARGUMENT}=…")
    if len(keys) > most:
        raise BadRequest(f"At most {most:,} articles can be asked for at once, these are {len(keys):,}")
    return keys


def lasting_url(datasette: Any, database: str, key: str) -> str:
    """The path of an article's lasting link."""
    path: str = datasette.urls.path(f"/-/clippings/{tilde_encode(database)}/article/{tilde_encode(key)}")
    return path


async def article_with_key(datasette: Any, actor: dict[str, Any] | None, database: str, key: str) -> KeyedArticle:
    """The article with a key, in whichever file that the reader may view; NotFound where none has it."""
    for name in await _databases(datasette, actor, database):
        row = (await datasette.get_database(name).execute(_TEXT, [key])).first()
        if row is not None:
            return KeyedArticle(name, key, **dict(row))
    raise NotFound("No article has this key")


async def articles_cited(datasette: Any, request: Any, database: str, keys: Sequence[str]) -> list[Cited]:
    """The articles with these keys as they are cited, in the keys' order; unknown keys are left out."""
    found: dict[str, Cited] = {}
    for name in await _databases(datasette, request.actor, database):
        wanted = [key for key in keys if key not in found]
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            sql = _CITED.format(keys=", ".join("?" * len(part)))
            for row in (await datasette.get_database(name).execute(sql, part, truncate=False)).rows:
                found[row["key"]] = cited(datasette, request, name, row)
    return [found[key] for key in keys if key in found]


def cited(datasette: Any, request: Any, database: str, row: Any) -> Cited:
    """A row of `articles` as it is cited."""
    return Cited(
        key=row["key"],
        title=row["title"],
        author=row["byline"],
        publication=row["publisher"] or row["site"] or None,
        published=row["published"],
        published_text=row["published_text"],
        language=row["language"],
        url=followable(row["url"]),
        link=datasette.absolute_url(request, lasting_url(datasette, database, row["key"])),
        sha256=row["sha256"],
        archive=database,
    )


async def _databases(datasette: Any, actor: dict[str, Any] | None, database: str) -> list[str]:
    """The files of an archive that the reader may view, the one asked for first."""
    shards = await shards_of(datasette, actor, database, "articles")
    return sorted(shards.databases, key=lambda name: name != database)
