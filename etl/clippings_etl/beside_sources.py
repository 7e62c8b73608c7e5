"""Files that lie beside the documents and say what is to be made of them: rules of cleaning, lists of entities."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from .readers import find, is_url
from .readers.folder import STANDARD_INPUT


class BesideFile(NamedTuple):
    """A file among the sources that is no document."""

    source: str
    """Its name among the sources, ``seeds/rules.yml``; it counts for the folder in it."""
    path: Path
    shown: Path
    """The path as short as it can be said from here."""


def files_in(sources: Sequence[str | os.PathLike[str]], names: Collection[str]) -> Iterator[BesideFile]:
    """The files of these names in folders of sources; of a file that is a source itself, those beside it.

    For paths on standard input there are none, nor for URLs.

    Raises:
        SourceError: a source doesn't exist.
    """
    given = [Path(source) for source in sources if os.fspath(source) != STANDARD_INPUT and not is_url(source)]
    neighbours = [path.parent / name for path in given if path.is_file() for name in sorted(names)]
    for item in find([*given, *filter(Path.is_file, neighbours)], names=names):
        if isinstance(item.path, Path) and item.path.name in names:
            yield BesideFile(item.source, item.path, _shown(item.path))


def files_above(path: Path, names: Collection[str]) -> tuple[str, list[BesideFile]]:
    """The files of these names that count for one document, and the name that the document has for them.

    They lie in its folder and, where that is below the folder that the user is in, in all folders up to that one.
    """
    absolute = Path(os.path.abspath(path))  # noqa: PTH100  (links name files, as they do for a build)
    here = Path.cwd()
    root = here if here in absolute.parents else absolute.parent
    found: list[BesideFile] = []
    for folder in (parent for parent in absolute.parents if parent == root or root in parent.parents):
        paths = [folder / name for name in sorted(names)]
        found += [
            BesideFile(f"{_name(folder, root)}/{path.name}", path, _shown(path)) for path in paths if path.is_file()
        ]
    return f"{_name(absolute.parent, root)}/{absolute.name}", found


def _name(folder: Path, root: Path) -> str:
    return f"{root.name or 'root'}/{folder.relative_to(root).as_posix()}".removesuffix("/.")


def _shown(path: Path) -> Path:
    here = Path.cwd()
    return path.relative_to(here) if here in path.parents else path
