"""Datasette's own forms on our pages: labels for who can't see where a field stands, and SQL in a plain field."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

from .translations import gettext

# How the elements begin on both lines of Datasette, and what each is for. In data every < is escaped, so that
# nothing but Datasette's templates can hold these.
_LACKING = {
    '<select name="_filter_column': "Column to filter by",
    '<select name="_filter_op': "How to compare",
    '<input type="text" name="_filter_value': "Value to filter by",
    '<select name="_sort"': "Column to sort by",
}
_SCROLLED = ('<pre class="wrapped-sql"', '<pre class="wrapped-sql" tabindex="0"')  # to be reached by keyboard

# What Datasette's SQL editor is loaded by, on both lines, and the elements by whose names its script finds its place.
_EDITOR = re.compile(
    r'<script src="[^"]*/static/(?:codemirror|cm-|sql-formatter)[^"]*"[^>]*></script>'
    r'|<link rel="stylesheet" href="[^"]*/static/codemirror[^"]*"[^>]*>'
)
_FIELDS = ('id="sql-editor"', 'id="clippings-sql" aria-label="SQL"'), ('id="sql-format"', 'id="clippings-sql-format"')


def add_labels(environment: Any) -> None:
    """Give templates the filters ``labelled`` and ``plain_sql``."""
    environment.filters["labelled"] = labelled
    environment.filters["plain_sql"] = plain_sql


def plain_sql(part: Markup) -> Markup:
    """Markup of Datasette's with a plain field for SQL: the editor of its query page weighs more than all of ours."""
    text = _EDITOR.sub("", str(part))
    for element, ours in _FIELDS:
        text = text.replace(element, ours)
    return Markup(text)


def labelled(page: Markup) -> Markup:
    """Markup that Datasette's templates made, with its filters' fields named."""
    text = str(page)
    for element, label in _LACKING.items():
        tag, _, rest = element.partition(" ")
        text = text.replace(element, f'{tag} aria-label="{Markup.escape(gettext(label))}" {rest}')
    return Markup(text.replace(*_SCROLLED))
