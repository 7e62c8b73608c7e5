"""Cells of the tables and views of cleaning quality: names and numbers that link to the rows behind them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from .archive import is_archive
from .links import Links

Address = Callable[[Links, Any], str]
"""The address behind a cell, of the row that it stands in."""

LINKED: Mapping[str, Mapping[str, Address]] = {
    "cleaning_by_site": {
        "articles": lambda links, row: links.articles(row["site"]),
        "removed_lines": lambda links, row: links.removed_lines(row["site"]),
        "nothing_removed": lambda links, row: links.nothing_removed(row["site"]),
        "emptied": lambda links, row: links.outliers(row["site"], "emptied"),
        "without_date": lambda links, row: links.without_date(row["site"]),
        "without_byline": lambda links, row: links.without_byline(row["site"]),
        "duplicates": lambda links, row: links.duplicates(row["site"]),
    },
    "cleaning_by_site_and_rule": {
        "site": lambda links, row: links.articles(row["site"]),
        "removed_lines": lambda links, row: links.removed_lines(row["site"], _bare(row["rule"])),
        "articles": lambda links, row: links.removing(_bare(row["rule"]), row["site"]),
    },
    "removed_by_rule": {
        "rule": lambda links, row: links.table("rules", id=row["rule"]),
        "lines": lambda links, row: links.removed_lines(rule=row["rule"]),
        "articles": lambda links, row: links.removing(row["rule"]),
        "sites": lambda links, row: links.table("cleaning_by_site_and_rule", rule=row["rule"]),
    },
    "cleaning_outliers": {
        "site": lambda links, row: links.articles(row["site"]),
        "removed_lines": lambda links, row: links.table("removed_lines", article_id=_bare(row["article_id"])),
    },
    "repeated_lines": {
        "site": lambda links, row: links.articles(row["site"]),
        "removed_lines": lambda links, row: links.repeated_line(row["site"], _bare(row["rule"]), row["text"]),
    },
    "near_duplicates": {
        "article": lambda links, row: links.article(row["article"]),
        "repeats": lambda links, row: links.article(row["repeats"]),
        "site": lambda links, row: links.articles(row["site"]),
        "repeated_site": lambda links, row: links.articles(row["repeated_site"]),
    },
    "article_cleaning": {
        "site": lambda links, row: links.articles(row["site"]),
        "removed_lines": lambda links, row: links.table("removed_lines", article_id=_bare(row["article_id"])),
    },
}
"""By table and column."""


async def linked_cell(datasette: Any, database: str, table: str, column: str, row: Any, value: Any) -> Markup | None:
    """The cell as a link; None, which leaves it to Datasette, where it is empty or the database no archive.

    A query for some columns only may lack those that the address is made of: that cell stays as it is, too.
    """
    if value is None or not await is_archive(datasette, database):
        return None
    try:
        address = LINKED[table][column](Links(datasette.urls, database), row)
    except (KeyError, IndexError):  # a dict's, and a SQLite row's
        return None
    return Markup('<a href="{}"><bdi>{}</bdi></a>').format(address, value)


def _bare(value: Any) -> Any:
    """A value without the label that Datasette adds to a foreign key."""
    return value["value"] if isinstance(value, dict) else value
