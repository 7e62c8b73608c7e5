"""The whole way, from sources to the database: find, read, decode, clean, recognise, store."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from .analysis import analyse
from .archive import open_archive
from .cleaning import rules_version
from .digest import content_digest
from .documents import Record
from .entities import gazetteer_version
from .errors import DocumentError, SourceError
from .readers import DEFAULT_MAX_BYTES, FoundFile, Unreadable, decode, find, read
from .swap import create
from .version import VERSION

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
        SourceError: a source doesn't exist, or there is no document in any of them.
        DatabaseError: the database can't be written, or isn't ours.
    """
    database = Path(database)
    report = Report(database)
    found = [item for item in find(sources) if not _is_our_file(item, database)]
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
                document = analyse(record, decode(record.data))
            except DocumentError as error:
                store.add_error(item.source, stage, error)
                report.errors.append((item.source, error))
            else:
                store.add(document)
                report.documents += 1
                report.removed_by_rule.update(line.rule for line in document.removed)
            if progress:
                progress(done, len(found))
        store.finish(_build_info(keep_originals, max_bytes))
    with open_archive(database) as connection:
        report.digest = content_digest(connection)
        by_type = connection.execute("select type, count(*) from entities group by type order by type")
        report.entities_by_type.update(dict(by_type.fetchall()))
    connection.close()
    return report


def _build_info(keep_originals: bool, max_bytes: int) -> dict[str, str]:
    return {
        "version": VERSION,
        "cleaning rules": rules_version(),
        "gazetteer": gazetteer_version(),
        "originals kept": "yes" if keep_originals else "no",
        "largest document": f"{max_bytes} bytes",
    }


def _is_our_file(item: FoundFile | Unreadable, database: Path) -> bool:
    """Whether a file found is the database itself or belongs to it, for archives kept beside their sources."""
    ours = {database.name + suffix for suffix in ("", "-journal", "-wal", "-shm", "-partial", "-partial-journal")}
    return item.path.name in ours and item.path.parent == database.absolute().parent
