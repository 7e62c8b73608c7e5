"""The whole way, from sources to the database: find, read, decode, clean, recognise, store."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from unicodedata import unidata_version

from .analysis import analyse
from .archive import is_archive, is_sqlite
from .cleaning import rules_version
from .digest import LIBRARY, ORIGINALS_KEPT
from .documents import Record
from .entities import gazetteer_version
from .errors import DatabaseError, DocumentError, NothingRead, SourceError
from .extraction import extract
from .readers import DEFAULT_MAX_BYTES, FoundFile, Unreadable, find, read
from .swap import create
from .version import VERSION

_LIBRARIES = ("Babel", "beautifulsoup4", "charset-normalizer", "py3langid")
"""Whose versions may change what is made of a document."""

_BESIDE_A_DATABASE = ("-journal", "-wal", "-shm", "-partial")

Progress = Callable[[int, int], None]
"""Called after each document with how many are done and how many there are."""


@dataclass(slots=True)
class Report:
    """What a build did."""

    database: Path
    documents: int = 0
    removed_by_rule: Counter[str] = field(default_factory=Counter)
    entities_by_type: Counter[str] = field(default_factory=Counter)
    errors: list[tuple[str, DocumentError]] = field(default_factory=list)
    digest: str = ""


def build(
    sources: Sequence[str | os.PathLike[str]],
    database: str | os.PathLike[str] = "clippings.db",
    *,
    keep_originals: bool = True,
    max_bytes: int = DEFAULT_MAX_BYTES,
    progress: Progress | None = None,
) -> Report:
    """Build the database from folders and text files.

    The same sources give the same content (see ``Report.digest``), whatever their order. The old
    database, if there is one, is replaced in one step at the end; its numbers and what people wrote
    into it are carried over.

    Args:
        max_bytes: a larger document is listed as an error.

    Raises:
        SourceError: a source doesn't exist, or two have the same name, or there is no document in any of them.
        NothingRead: there are documents, but none could be read; an old database stays.
        DatabaseError: the database can't be written, or isn't ours.
    """
    database = Path(database)
    if not database.name:
        raise DatabaseError(f"{str(database)!r} is no name for a database", "Give one such as clippings.db.")
    report = Report(database)
    found = [item for item in find(sources) if not _is_database(item, database)]
    if not found:
        raise SourceError("no document found in " + ", ".join(map(str, sources)), "Give folders with .txt files.")
    with create(database, keep_originals=keep_originals) as store:
        for done, item in enumerate(found, start=1):
            stage = "read"
            try:
                if isinstance(item, Unreadable):
                    raise item.error
                record = Record(item.source, read(item.path, max_bytes))
                stage = "decode"
                document = analyse(record, extract(record))
            except DocumentError as error:
                store.add_error(item.source, stage, error)
                report.errors.append((item.source, error))
            else:
                store.add(document)
                report.documents += 1
                report.removed_by_rule.update(line.rule for line in document.removed)
            if progress:
                progress(done, len(found))
        if not report.documents:
            raise NothingRead(report.errors)
        report.digest = store.finish(_build_info(keep_originals, max_bytes))
        report.entities_by_type.update(store.entities_by_type())
    return report


def _build_info(keep_originals: bool, max_bytes: int) -> dict[str, str]:
    return {
        "version": VERSION,
        "cleaning rules": rules_version(),
        "gazetteer": gazetteer_version(),
        ORIGINALS_KEPT: "yes" if keep_originals else "no",
        "largest document": f"{max_bytes} bytes",
        **{LIBRARY + name: version(name) for name in _LIBRARIES},
        LIBRARY + "Unicode": unidata_version,
    }


def _is_database(item: FoundFile | Unreadable, database: Path) -> bool:
    """Whether a file found is an archive or belongs to one, for archives kept beside their sources."""
    suffix = next((suffix for suffix in _BESIDE_A_DATABASE if item.path.name.endswith(suffix)), "")
    path = item.path.with_name(item.path.name.removesuffix(suffix))
    if path.name == database.name and path.parent.resolve() == database.absolute().parent.resolve():
        return True
    # Text files are opened later; only what is no text is worth a look inside.
    return isinstance(item, Unreadable) and is_sqlite(path) and is_archive(path)
