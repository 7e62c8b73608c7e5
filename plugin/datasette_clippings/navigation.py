"""The way between our pages: those that an archive has, and that the reader may see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from . import compat
from .archive import is_archive
from .links import Links
from .pages.cleaning import cleaning_url
from .paths import asked_path
from .routes import Page, pages
from .translations import N_

OVERVIEW, TABLE = "overview", "articles"

WORDS = {
    OVERVIEW: N_("Overview"),
    "search": N_("Search"),
    TABLE: N_("Table"),
    "timeline": N_("Timeline"),
    "map": N_("Map"),
    "network": N_("Network"),
    "compare": N_("Compare"),
    "batch": N_("List of names"),
    "cleaning": N_("Cleaning"),
}
"""The pages that can be begun with, in their order; all others are reached from one of these."""


@dataclass(frozen=True)
class Way:
    """A page to go to, in words for templates to translate, and whether the reader is there."""

    name: str
    words: str
    url: str
    current: bool


async def ways(datasette: Any, request: Any, database: str) -> list[Way]:
    """The pages that this reader may see."""
    if not await is_archive(datasette, database):
        return []
    known = {page.name: page for page in pages()}
    here = asked_path(datasette.urls, request)
    found = []
    for name, words in WORDS.items():
        url = await _url(datasette, request.actor, database, name, known.get(name))
        if url:
            found.append(Way(name, words, url, url == here))
    return found


async def _url(datasette: Any, actor: dict[str, Any] | None, database: str, name: str, page: Page | None) -> str | None:
    """The address of a page; None where there is none, or not for this reader."""
    links = Links(datasette.urls, database)
    if name == OVERVIEW:  # the database's own page, which everybody has who is here
        return str(datasette.urls.database(database))
    if name == TABLE:
        return links.articles() if await compat.may_view(datasette, actor, database, TABLE) else None
    if name == "cleaning":
        return await cleaning_url(datasette, actor, database)
    if page is None or not await compat.may_view(datasette, actor, database, *page.tables):
        return None
    return links.page(name)


def add_ways(environment: Any, datasette: Any) -> None:
    """Let templates ask for ``clippings_ways(request, database)``."""

    async def asked(request: Any, database: str) -> list[Way]:
        return await ways(datasette, request, database)

    environment.globals["clippings_ways"] = asked
