"""Sources → records, one at a time."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from ..documents import Record
from ..errors import ReadError
from .folder import Unreadable, find, read
from .options import ReadOptions

_DEFAULTS = ReadOptions()


def records(
    sources: Sequence[str | os.PathLike[str]],
    options: ReadOptions = _DEFAULTS,
    *,
    skip: Callable[[Path], bool] | None = None,
    passed_over: Counter[str] | None = None,
) -> Iterator[Record | Unreadable]:
    """Every document in the sources, and every place where one can't be read.

    Sorted by file name, in a container as stored: the same whatever the order of the sources. One
    document is in memory at a time.

    Args:
        skip: called with each file's path before it is opened; true: it is none of the sources.
        passed_over: counts what is no document and no error either, by what it is.

    Raises:
        SourceError: a source doesn't exist, or two different folders have the same name.
    """
    for item in find(sources):
        if skip is not None and skip(item.path):
            continue
        if isinstance(item, Unreadable):
            yield item
            continue
        try:
            yield Record(item.source, read(item.path, options.max_bytes))
        except ReadError as error:
            yield Unreadable(item.source, item.path, error)
