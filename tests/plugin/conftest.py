"""Real Datasette applications over the archive made by hand, on whichever line of Datasette is installed."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from datasette.app import Datasette
from datasette.plugins import pm

import datasette_clippings

from .archive import CRAWL, ERRORS, make_archive

if not pm.is_registered(datasette_clippings):
    pm.register(datasette_clippings, name="clippings")

READER = {"id": "reader"}

# No test but those of time limits depends on how busy the machine is.
_PATIENCE = {"sql_time_limit_ms": 60_000, "facet_time_limit_ms": 60_000}


class Site:
    """A Datasette application, asked through its own client, as anonymous or as `reader`."""

    def __init__(self, files: list[Path], tables: dict[str, Any] | None = None, **settings: Any) -> None:
        described = {"databases": {"clippings": {"tables": tables or {}}}}
        settings = _PATIENCE | settings
        # what 0.65 reads from metadata, 1.0 reads from config
        place = "metadata" if hasattr(Datasette, "table_metadata") else "config"
        self.files = files
        self.datasette = Datasette(
            [str(file) for file in files], settings=settings, **({place: described} if tables else {})
        )

    def get(self, path: str, *, actor: dict[str, str] | None = None, **arguments: Any) -> Any:
        """The response to a path (in the archive, unless it starts with a slash) with these arguments."""
        if not path.startswith("/"):
            path = f"/clippings/{path}"
        if arguments:
            path = f"{path}?{urlencode(arguments, doseq=True)}"

        async def ask() -> Any:
            cookies = {"ds_actor": self.datasette.sign({"a": actor}, "actor")} if actor else {}
            return await self.datasette.client.get(path, cookies=cookies)

        return asyncio.run(ask())

    def facets(self, *, actor: dict[str, str] | None = None, **arguments: Any) -> dict[str, dict[str, Any]]:
        """The facets of the articles by name."""
        answer = self.get("articles.json", actor=actor, _extra="facet_results", **arguments).json()
        results: dict[str, dict[str, Any]] = answer["facet_results"]
        return results.get("results", results)

    def counts(self, facet: str, *, actor: dict[str, str] | None = None, **arguments: Any) -> dict[str, int]:
        """The counts of one entity facet by key."""
        found = self.facets(actor=actor, _facet_entity=facet, **arguments)[facet]["results"]
        return {value["value"]: value["count"] for value in found}

    def ids(self, **arguments: Any) -> list[int]:
        """The numbers of the articles that match."""
        return [row["id"] for row in self.get("articles.json", _shape="array", **arguments).json()]

    def follow(self, url: str) -> list[int]:
        """The numbers of the articles behind a link to JSON."""
        rows = self.get(f"{url.removeprefix('http://localhost')}&_shape=array").json()
        return [row["id"] for row in rows]


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive, which no test writes to."""
    return make_archive(tmp_path_factory.mktemp("archive") / "clippings.db")


@pytest.fixture(scope="session")
def site(archive: Path) -> Site:
    """The archive open to everybody."""
    return Site([archive])


@pytest.fixture(scope="session")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of many sites, which no test writes to."""
    return make_archive(tmp_path_factory.mktemp("crawl") / "clippings.db", CRAWL, ERRORS)


@pytest.fixture
def private(archive: Path) -> Callable[..., Site]:
    """A site where only `reader` may view the named tables."""
    return lambda *tables: Site([archive], {table: {"allow": READER} for table in tables})


@pytest.fixture
def sql(archive: Path) -> Callable[..., list[tuple[Any, ...]]]:
    """What SQL says about the archive, to hold a page's numbers against."""

    def ask(query: str, *params: Any) -> list[tuple[Any, ...]]:
        connection = sqlite3.connect(archive)
        try:
            return connection.execute(query, params).fetchall()
        finally:
            connection.close()

    return ask
