"""The whole way, from sources to the database: read, clean, compare, recognise, store."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

from . import own_entities, own_rules
from .analysis import Failed, Finished, died, died_late, finish, prepare
from .archive import is_archive, is_sqlite
from .cleaning.user_rules import UserRules
from .digest import LIBRARY, ORIGINALS_KEPT
from .engines import Engine, LocalEngine
from .entities import gazetteer_version
from .errors import DatabaseError, DocumentError, NothingRead, ReadError, SourceError
from .read_there import work_through
from .readers import FoundFile, ReadOptions, Unreadable, found_files
from .recognisers import Recognition
from .repeated import RULES_ELSEWHERE
from .spool import Original, Prepared, Spool, Waiting
from .store import Store
from .swap import create
from .version import VERSION
from .versions import libraries

_BESIDE_A_DATABASE = ("-journal", "-wal", "-shm", "-partial", "-spool")

MOST_ERRORS = 1000
"""Errors that a report names; all of them are in the table ``errors``."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is."""

    stage: str
    """``reading`` or ``recognising``: the two passes over the documents."""
    done: int
    total: int | None
    """None while the sources are being read: nobody knows what they hold."""
    errors: int


@dataclass(slots=True)
class Report:
    """What a build did."""

    database: Path
    documents: int = 0
    duplicates: int = 0
    """Articles among them that are nearly the same as an earlier one."""
    removed_by_rule: Counter[str] = field(default_factory=Counter)
    idle_rules: list[str] = field(default_factory=list)
    """Ids of the user's own rules that removed nothing."""
    entities_by_type: Counter[str] = field(default_factory=Counter)
    errors: list[tuple[str, DocumentError]] = field(default_factory=list)
    """The first of them, each with its source."""
    error_count: int = 0
    passed_over: Counter[str] = field(default_factory=Counter)
    """What was neither read nor an error, by what it is."""
    digest: str = ""


def build(
    sources: Sequence[str | os.PathLike[str]],
    database: str | os.PathLike[str] = "clippings.db",
    *,
    keep_originals: bool = True,
    reading: ReadOptions | None = None,
    rules: UserRules | None = None,
    recognition: Recognition | None = None,
    workers: int | None = None,
    engine: Engine | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> Report:
    """Build the database from folders, files and URLs.

    The same sources give the same content (see ``Report.digest``), whatever their order and the number of workers.
    The old database, if there is one, is replaced in one step at the end; its numbers and what people wrote into it
    are carried over.

    Args:
        reading: limits, and where records keep what; see ``ReadOptions``.
        rules: the user's own cleaning rules; None: those of each `rules.yml` in the sources.
        recognition: other engines for entities, and the user's own entities; None: no engines, and the lists of each
            `entities.yml` and `entities.csv` in the sources.
        workers: processes beside this one; 0: none; None: one a core as memory allows, none for a handful.
        engine: where the documents are worked on, see ``open_engine``; None: in those processes.
        progress: called after each document of each pass.

    Raises:
        SourceError: a source doesn't exist, or two have the same name, or there is no document in any of them.
        NothingRead: there are documents, but none could be read; an old database stays.
        RulesError: there is a mistake in the user's own rules.
        EntityListError: there is a mistake in the user's own entities.
        RecogniserError: an engine isn't there.
        DatabaseError: the database can't be written, or isn't ours.
        ClusterError: the engine's cluster is lost.
    """
    engine = engine or LocalEngine(workers)
    database, reading, rules = Path(database), reading or ReadOptions(), rules or own_rules.beside(sources)
    recognition = recognition or Recognition(lists=own_entities.beside(sources))
    recognition.check()
    if not database.name:
        raise DatabaseError(f"{str(database)!r} is no name for a database", "Give one such as clippings.db.")
    report = Report(database)
    found = _files(sources, database)
    with create(database, keep_originals=keep_originals, lists=recognition.lists) as (spool, store):
        store.add_rules([*rules.standard.rules, *rules.rules, *RULES_ELSEWHERE])

        first_pass = partial(prepare, keep_original=keep_originals, rules_for=rules.rules_for)
        for prepared in work_through(engine, first_pass, found, reading, report.passed_over, lost=died):
            _take_in(prepared, spool, store, report)
            if progress:
                progress(Progress("reading", len(spool), None, report.error_count))
        _check_not_empty(sources, spool, report)

        spool.settle()

        otherwise = recognition.without_engines().recogniser_for
        second_pass = partial(
            finish, rules_for=rules.rules_for, recogniser_for=recognition.recogniser_for, otherwise=otherwise
        )
        lost = partial(died_late, rules_for=rules.rules_for)
        finished = engine.run(second_pass, spool.documents(), lost=lost, weigh=_size)
        for document, original in zip(finished, spool.originals(), strict=True):
            _put_out(document, original, store, report)
            if progress:
                progress(Progress("recognising", report.documents, len(spool), report.error_count))

        report.digest = store.finish(_build_info(keep_originals, reading, rules, recognition))
        report.duplicates = store.duplicates()
        report.removed_by_rule = store.removed_by_rule()
        report.idle_rules = [rule.id for rule in rules.rules if not report.removed_by_rule[rule.id]]
        report.entities_by_type = store.entities_by_type()
    return report


def _take_in(prepared: Prepared | Failed, spool: Spool, store: Store, report: Report) -> None:
    """A document after the first pass."""
    if isinstance(prepared, Prepared) and not spool.add(prepared):
        error = ReadError("another document has the same name", "Rename one of them.")
        prepared = Failed(prepared.source, "read", error)
    if isinstance(prepared, Failed):
        _list_error(prepared, store, report)


def _put_out(finished: Finished, original: Original, store: Store, report: Report) -> None:
    """A document after the second pass."""
    if finished.failed:
        _list_error(finished.failed, store, report)
    store.add(finished, original)
    report.documents += 1


def _list_error(failed: Failed, store: Store, report: Report) -> None:
    store.add_error(failed.source, failed.stage, failed.error)
    report.error_count += 1
    if len(report.errors) < MOST_ERRORS:
        report.errors.append((failed.source, failed.error))


def _check_not_empty(sources: Sequence[str | os.PathLike[str]], spool: Spool, report: Report) -> None:
    if not len(spool) and not report.error_count:
        raise SourceError("no document found in " + ", ".join(map(str, sources)), "Give folders with documents.")
    if not len(spool):
        raise NothingRead(report.errors, report.error_count)


def _files(sources: Sequence[str | os.PathLike[str]], database: Path) -> Iterator[FoundFile | Unreadable]:
    """The files that may hold documents."""
    for item in found_files(sources, skip=partial(_is_no_document, database)):
        if not isinstance(item.path, Path) and (own_rules.is_rules_file(item.path) or own_entities.is_list(item.path)):
            error = ReadError("it isn't read from a URL", "Copy it here, and give it with --rules or --entities.")
            yield Unreadable(item.source, item.path, error)
        else:
            yield item


def _size(item: Waiting) -> int:
    """About how many bytes go to a worker."""
    return len(item.payload)


def _build_info(
    keep_originals: bool, reading: ReadOptions, rules: UserRules, recognition: Recognition
) -> dict[str, str]:
    given = {f"reading: {name}": value for name, value in asdict(reading).items() if name != "max_bytes" and value}
    return {
        "version": VERSION,
        own_rules.RULES_VERSION: own_rules.rules_version(rules),
        "gazetteer": gazetteer_version(),
        **own_rules.facts(rules),
        **recognition.facts(),
        ORIGINALS_KEPT: "yes" if keep_originals else "no",
        "largest document": f"{reading.max_bytes} bytes",
        **{name.replace("_", " "): str(value) for name, value in given.items()},
        **{LIBRARY + name: version for name, version in libraries().items()},
    }


def _is_no_document(database: Path, path: Path) -> bool:
    """Whether a file found holds rules or entities, is an archive or belongs to one: all are kept beside sources."""
    if own_rules.is_rules_file(path) or own_entities.is_list(path):
        return True
    suffix = next((suffix for suffix in _BESIDE_A_DATABASE if path.name.endswith(suffix)), "")
    path = path.with_name(path.name.removesuffix(suffix))
    if path.name == database.name and path.parent.resolve() == database.absolute().parent.resolve():
        return True
    return is_sqlite(path) and is_archive(path)
