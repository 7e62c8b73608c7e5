"""What Datasette shows about the database: descriptions, facets, charts.

The descriptions are the comments of schema.sql; what else there is to say stands here. The file
`metadata.yml` in the repository is what :func:`metadata_yaml` writes for a database named `clippings`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import urlencode

import yaml

from . import search_index
from .archive import schema
from .errors import MetadataError

ENTITY_TYPES = ("person", "organisation", "place", "event")

SETTINGS = {
    "suggest_facets": "off",  # costs a second a page on a large archive, and the useful facets are on already
    "default_facet_size": "10",
    "facet_time_limit_ms": "1000",
}
"""Datasette's settings for a reading room, as `datasette --setting NAME VALUE` takes them."""

_TITLE = "Clippings"
_DESCRIPTION = "An archive of articles: read them, search them, follow the people, organisations and places in them."

# What a view's rows look like when drawn; the keys are those of datasette-vega's own addresses.
_CHARTS: dict[str, dict[str, str]] = {
    "articles_by_month": {
        "mark": "bar",
        "x_column": "month",
        "x_type": "ordinal",
        "y_column": "articles",
        "y_type": "quantitative",
        "color_column": "language",
    },
    "articles_by_language": {
        "mark": "bar",
        "x_column": "language",
        "x_type": "nominal",
        "y_column": "articles",
        "y_type": "quantitative",
    },
    "entity_mentions_by_month": {
        "mark": "line",
        "x_column": "month",
        "x_type": "ordinal",
        "y_column": "mentions",
        "y_type": "quantitative",
        "color_column": "name",
    },
    "top_entities": {
        "mark": "bar",
        "x_column": "name",
        "x_type": "nominal",
        "y_column": "articles",
        "y_type": "quantitative",
        "color_column": "type",
    },
    "removed_by_rule": {
        "mark": "bar",
        "x_column": "rule",
        "x_type": "nominal",
        "y_column": "lines",
        "y_type": "quantitative",
        "color_column": "family",
    },
    "cleaning_by_site": {
        "mark": "bar",
        "x_column": "site",
        "x_type": "nominal",
        "y_column": "removed_share",
        "y_type": "quantitative",
    },
    "cleaning_by_site_and_rule": {
        "mark": "bar",
        "x_column": "site",
        "x_type": "nominal",
        "y_column": "removed_lines",
        "y_type": "quantitative",
        "color_column": "rule",
    },
    "cleaning_outliers": {
        "mark": "circle",
        "x_column": "median_share",
        "x_type": "quantitative",
        "y_column": "removed_share",
        "y_type": "quantitative",
        "color_column": "kind",
    },
}


# What only the program reads, and what lies beneath the views that show it in plain rows.
_HIDDEN = (
    "retired_ids",
    "build_info",
    "stored_names",
    "name_origins",
    "stored_mentions",
    "mention_methods",
    "stored_quantities",
    "quantity_readings",
)


@dataclass(frozen=True, slots=True)
class Described:
    """A table or view of the schema, its description, and its columns with theirs."""

    name: str
    is_view: bool
    description: str
    columns: Mapping[str, str]


_STATEMENT = re.compile(r"((?:^--[^\n]*\n)+)create (virtual table|table|view) (\w+)(.*?);$", re.MULTILINE | re.DOTALL)
_COLUMN = re.compile(r"^  (\w+)\b.*?-- (.+)$", re.MULTILINE)
_VIEW_COLUMN = re.compile(r"^ .*?\b(\w+),? +-- (.+)$", re.MULTILINE)  # named by the word before its comment


def described() -> tuple[Described, ...]:
    """Every table and view of schema.sql with its description, in the order of the file."""
    return tuple(
        Described(
            name=name,
            is_view=kind == "view",
            description=" ".join(line.removeprefix("--").strip() for line in comment.splitlines()),
            columns=dict((_VIEW_COLUMN if kind == "view" else _COLUMN).findall(body)),
        )
        for comment, kind, name, body in _STATEMENT.findall(schema())
    )


def chart_address(view: str) -> str | None:
    """The address, relative to the database's, at which datasette-vega draws a view; None where no chart is ready.

    All rows that one page may hold are drawn. The query also makes the browser load the page anew where the
    reader is on the view already: a new fragment alone draws nothing.
    """
    chart = _CHARTS.get(view)
    return f"{view}?_size=max#" + urlencode({f"g.{key}": value for key, value in chart.items()}) if chart else None


def metadata(*database_names: str) -> dict[str, object]:
    """The metadata for databases of these names, as Datasette reads it (both lines)."""
    return {
        "title": _TITLE,
        "description": _DESCRIPTION,
        "databases": {name: _database(described()) for name in database_names},
    }


def _database(items: Iterable[Described]) -> dict[str, object]:
    tables: dict[str, dict[str, object]] = {}
    for item in items:
        table: dict[str, object] = {}
        address = chart_address(item.name)
        description = item.description.replace("`", "")  # Datasette shows descriptions as they are
        if address:
            # A relative link: it holds under any base address and any name of the database.
            table["description_html"] = f'{escape(description)} <a href="{escape(address)}">Show as a chart</a>'
        else:
            table["description"] = description
        if item.columns:
            table["columns"] = {name: text.replace("`", "") for name, text in item.columns.items()}
        tables[item.name] = table
    tables["articles"].update(
        {
            "title": "Articles",
            "sort_desc": "published",
            "size": 20,
            "label_column": "title",
            "facets": [*({"entity": type} for type in ENTITY_TYPES), {"article": "language"}],
        }
    )
    tables["entities"].update({"sort_desc": "article_count", "label_column": "name", "facets": ["type"]})
    tables["languages"]["label_column"] = "name"
    tables["cleaning_by_site"]["sort_desc"] = "articles"
    tables["cleaning_by_site_and_rule"]["sort_desc"] = "removed_lines"
    tables["repeated_lines"]["sort_desc"] = "articles"
    tables["cleaning_outliers"]["facets"] = ["kind"]
    for hidden in (*_HIDDEN, *search_index.TABLES):
        tables[hidden]["hidden"] = True
    return {"tables": tables}


def metadata_beside(*archive: Path) -> str | None:
    """The text of the ``metadata.yml`` in the folder of an archive's files; None where there is none.

    One that says nothing about one of them gets our part added, and keeps what else it says: who may read, say.

    Raises:
        MetadataError: it can't be read, or is no metadata.
    """
    path = archive[0].with_name("metadata.yml")
    if not path.is_file():
        return None
    text = read_metadata(path)
    content = yaml.safe_load(text)
    databases = content.get("databases") or {}
    if not isinstance(databases, dict):
        raise MetadataError(f"{path} names its databases wrongly", "`databases` has to hold a name: value for each.")
    missing = [file.stem for file in archive if file.stem not in databases]
    if not missing:
        return text
    content["databases"] = {**databases, **{name: _database(described()) for name in missing}}
    return yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=100)


def read_metadata(path: Path) -> str:
    """The text of a metadata file, YAML or JSON, checked to be one.

    Raises:
        MetadataError: it can't be read, or is no metadata.
    """
    try:
        text = path.read_text(encoding="utf-8")
        content = yaml.safe_load(text)
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise MetadataError(f"{path} can't be read: {error}", "Correct it, or leave it away.") from error
    if not isinstance(content, dict):
        raise MetadataError(f"{path} holds no metadata", "It has to be a YAML or JSON file as Datasette reads it.")
    return text


def metadata_yaml(*database_names: str) -> str:
    """The same as the text of a metadata.yml file."""
    text = yaml.safe_dump(metadata(*database_names), sort_keys=False, allow_unicode=True, width=100)
    return "# Written by `clippings metadata`; for a database of another name, run it again.\n" + text
