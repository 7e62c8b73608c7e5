"""Where the user's own entities are found: beside the sources, and in files of their own."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .beside_sources import BesideFile, files_above, files_in
from .entities.user_lists import CSV_NAME, IN_DATABASE, NO_LISTS, YAML_NAME, UserLists
from .readers import Location

if TYPE_CHECKING:
    from .entities.user_lists_file import ListSource

NAMES = (YAML_NAME, CSV_NAME)
"""What lists are called in a folder of sources."""


def is_list(path: Location) -> bool:
    """Whether a file among the sources holds entities and is no document."""
    return path.name in NAMES


def beside(sources: Sequence[str | os.PathLike[str]], given: Iterable[Path] = ()) -> UserLists:
    """The lists for a build: every `entities.yml` and `entities.csv` in the sources, and files that count for all.

    Of a file that is a source itself, those beside it; for paths on standard input there are none.

    Raises:
        EntityListError: with every mistake in all the files.
        SourceError: a source doesn't exist.
    """
    return _load([*map(_found, files_in(sources, NAMES)), *map(_given, given)])


def above(path: Path, given: Iterable[Path] = ()) -> UserLists:
    """The lists for one file among the sources, which go up to the folder that the user is in.

    Raises:
        EntityListError: with every mistake in all the files.
    """
    return _load([*map(_found, files_above(path, NAMES)[1]), *map(_given, given)])


def stored(database: sqlite3.Connection) -> tuple[str, ...]:
    """The names of the lists that a database was built with."""
    rows = database.execute("select key from build_info where key like ? order by key", [IN_DATABASE + "%"])
    return tuple(key.removeprefix(IN_DATABASE) for (key,) in rows)


def _load(files: Sequence[ListSource]) -> UserLists:
    if not files:  # most archives: nothing of what reads them has to be there
        return NO_LISTS
    from .entities.user_lists_file import load

    return load(files)


def _found(file: BesideFile) -> ListSource:
    from .entities.user_lists_file import ListSource

    return ListSource(file.source, file.source.rpartition("/")[0], file.path, str(file.shown))


def _given(path: Path) -> ListSource:
    from .entities.user_lists_file import ListSource

    return ListSource(path.name, "", path, str(path))
