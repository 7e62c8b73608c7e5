"""The options of the command that say how sources are read, as one ``ReadOptions``."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import click

from .readers import DEFAULT_MAX_BYTES, DEFAULT_MAX_DEPTH, DEFAULT_MAX_RATIO, ReadOptions

_OPTIONS = (
    click.option(
        "--max-size",
        type=click.FloatRange(min=0, min_open=True),
        default=DEFAULT_MAX_BYTES / 1e6,
        show_default=True,
        metavar="MB",
        help="Don't read a larger document: it counts as an error.",
    ),
    click.option(
        "--max-ratio",
        type=click.IntRange(min=1),
        default=DEFAULT_MAX_RATIO,
        show_default=True,
        metavar="TIMES",
        help="Stop reading a file that unpacks to more than so many times its size.",
    ),
    click.option(
        "--max-depth",
        type=click.IntRange(min=0),
        default=DEFAULT_MAX_DEPTH,
        show_default=True,
        metavar="LAYERS",
        help="Open so many layers of packing, one in another.",
    ),
    click.option("--text-field", metavar="NAME", help="Field or column with the text.  [default: by usual names]"),
    click.option("--title-field", metavar="NAME", help="The same for the title."),
    click.option("--url-field", metavar="NAME", help="The same for the address."),
    click.option("--date-field", metavar="NAME", help="The same for the date of publication."),
)


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command, which gets them as ``reading``."""

    @functools.wraps(command)
    def run(
        *args: Any,
        max_size: float,
        max_ratio: int,
        max_depth: int,
        text_field: str | None,
        title_field: str | None,
        url_field: str | None,
        date_field: str | None,
        **kwargs: Any,
    ) -> Any:
        reading = ReadOptions(int(max_size * 1e6), max_ratio, max_depth, text_field, title_field, url_field, date_field)
        return command(*args, reading=reading, **kwargs)

    decorated: Callable[..., Any] = run
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated
