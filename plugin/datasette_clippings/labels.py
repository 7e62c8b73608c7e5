"""Labels that Datasette's own forms lack for readers who can't see where a field stands."""

from __future__ import annotations

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


def add_labels(environment: Any) -> None:
    """Give templates the filter ``labelled``."""
    environment.filters["labelled"] = labelled


def labelled(page: Markup) -> Markup:
    """Markup that Datasette's templates made, with its filters' fields named."""
    text = str(page)
    for element, label in _LACKING.items():
        tag, _, rest = element.partition(" ")
        text = text.replace(element, f'{tag} aria-label="{Markup.escape(gettext(label))}" {rest}')
    return Markup(text.replace(*_SCROLLED))
