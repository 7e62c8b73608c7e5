"""The addresses that are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

ENTITY_TYPES = ("person", "organisation", "place")


def search_page(database: Path, words: str, extension: str = "") -> str:
    """The search page: hits with snippets, entity facets, histogram by month."""
    return f"/{database.stem}/-/search{extension}?{urlencode({'_search': words})}"


def faceted_table(database: Path, words: str) -> str:
    """The table page with three entity facets."""
    arguments = [("_search", words), *(("_facet_entity", type) for type in ENTITY_TYPES)]
    return f"/{database.stem}/articles?{urlencode(arguments)}"


def plain_table(database: Path, words: str) -> str:
    """The table page that plain Datasette has, too: rows, and their count."""
    return f"/{database.stem}/articles?{urlencode({'_search': words})}"


def words_by_share(answers: Mapping[str, Any]) -> dict[str, tuple[str, int]]:
    """The words that the archive's questions ask for, each with the number of articles that hold it."""
    questions = [one for one in answers["questions"] if one["words"]]
    return {one["name"]: (one["words"], one["answer"]["count"]) for one in questions}
