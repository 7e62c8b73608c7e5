"""The whole way, from sources to the database: read, clean, compare, recognise, store; all of it only where needed."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import asdict, dataclass, field
from functools import partial
from heapq import merge
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from datasette_clippings.stored_shards import ARCHIVE

from . import own_entities, own_rules
from .archive import is_archive, is_sqlite, open_archive
from .archive_loading import ArchiveLoading, replacing_all
from .cleaning.user_rules import UserRules
from .digest import DIGEST, LIBRARY, ORIGINALS_KEPT
from .documents import Record
from .engines import Engine, LocalEngine
from .entities import gazetteer_version
from .errors import DatabaseError, DocumentError, NothingRead, ReadError, SourceError, WorkFileDamaged
from .loading import Loading
from .passes import Failed, Finished, Prepared, Waiting
from .per_document import died, died_late, finish, prepare
from .progress import Progress
from .read_there import ReadThere, file_there, lost_there, weigh, work_there
from .readers import FoundFile, ReadOptions, Unreadable, found_files
from .recognisers import Recognition
from .reconciling import check_originals, outdated_articles, reconcile, vanished_articles
from .scan import Identified, Scan, Seen, identified
from .second_pass import SecondPass
from .sharding import Shard, wanted_shards
from .stage_versions import StageVersions, stage_versions
from .swap import Replacement
from .version import VERSION
from .versions import libraries
from .work_documents import WorkDocuments
from .work_file import SUPER_JOURNAL, WorkFile

if TYPE_CHECKING:
    from .cleaning import Rule

_BESIDE_A_DATABASE = re.compile(
    r"-(journal|wal|shm|partial(-wal)?|scratch|work(-once)?(-spool)?(-journal)?|work(-once)?" + SUPER_JOURNAL + ")"
)
"""Behind a database's name: files that belong to it."""

MOST_ERRORS = 1000
"""Errors that a report names; all of them are in the table ``errors``."""
MOST_NAMED = 5
"""Articles that a note names."""


@dataclass(slots=True)
class Report:
    """What a build did."""

    database: Path
    databases: list[Path] = field(default_factory=list)
    """Its files: itself, or its shards."""
    documents: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    vanished: int = 0
    """Documents that are in no source any more."""
    pruned: bool = False
    """Whether these were taken out of the database."""
    is_current: bool = False
    """Whether the database was up to date, and not written."""
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
    notes: list[str] = field(default_factory=list)
    """What else the user has to know."""
    digest: str = ""


def build(
    sources: Sequence[str | os.PathLike[str]],
    database: str | os.PathLike[str] = "clippings.db",
    *,
    keep_originals: bool = True,
    shards: int | None = None,
    prune: bool = False,
    cache: bool = True,
    reading: ReadOptions | None = None,
    rules: UserRules | None = None,
    recognition: Recognition | None = None,
    workers: int | None = None,
    engine: Engine | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> Report:
    """Build the database from folders, files and URLs, or bring it up to date with them.

    The same sources give the same content (see ``Report.digest``), whatever their order, the number of workers, and
    what an earlier build has done already. Articles that are in no source any more stay, unless ``prune``. The old
    database, if there is one, is replaced in one step at the end; its numbers and what people wrote into it are
    carried over.

    Args:
        shards: how many files to write, see ``sharding``: of 3, `clippings-1.db` to `clippings-3.db`; None: as many as
            there are, or one of this name.
        prune: take out the articles that are in no source any more.
        cache: keep a work file beside the database, so that the next build has only to do what is new.
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
    recognition = recognition or Recognition(lists=own_entities.beside(sources))
    recognition.check()
    database = Path(database)
    if not database.name:
        raise DatabaseError(f"{str(database)!r} is no name for a database", "Give one such as clippings.db.")
    asked = _Build(
        sources=sources,
        database=database,
        archive=wanted_shards(database, shards),
        keep_originals=keep_originals,
        prune=prune,
        cache=cache,
        reading=reading or ReadOptions(),
        rules=rules or own_rules.beside(sources),
        recognition=recognition,
        engine=engine or LocalEngine(workers),
        progress=progress or (lambda progress: None),
    )
    try:
        return asked.run()
    except WorkFileDamaged as damage:
        return asked.run(str(damage))
    finally:
        asked.engine.release()


@dataclass(frozen=True)
class _Build:
    """All that was asked for."""

    sources: Sequence[str | os.PathLike[str]]
    database: Path
    archive: Sequence[Shard]
    keep_originals: bool
    prune: bool
    cache: bool
    reading: ReadOptions
    rules: UserRules
    recognition: Recognition
    engine: Engine
    progress: Callable[[Progress], None]

    def run(self, damage: str = "") -> Report:
        """Do it.

        Args:
            damage: what is wrong with the work file, which isn't to be used then.
        """
        report = Report(self.database, [shard.database for shard in self.archive], pruned=self.prune)
        versions = stage_versions(self.rules, self.recognition)
        with replacing_all(self.archive) as new, WorkFile(self.database, keep=self.cache, renew=damage) as work:
            if work.renewed:
                report.notes.append(f"{work.path} was made anew: {work.renewed}")
            documents = WorkDocuments(work)
            version = self._version(versions)
            are_known = reconcile(work, documents, self.archive, version)
            seen = self._first_pass(work, documents, versions, report)
            second = SecondPass(work, documents, new[0].scratch, version=versions.second_pass)
            loadings = [
                self._loading(one, work, documents, shard, versions, is_known)
                for one, shard, is_known in zip(new, self.archive, are_known, strict=True)
            ]
            loading = ArchiveLoading(self.archive, new, loadings, work)
            self._check_not_empty(work, loading)
            if second.is_needed or loading.is_needed:
                second.compare()
                report.digest = loading.load(self._second_pass(second, versions, seen), versions.second_pass)
            else:
                report.is_current = True
            for source, _, error in loading.errors():
                report.error_count += 1
                if len(report.errors) < MOST_ERRORS:
                    report.errors.append((source, error))
            report.passed_over = seen.passed_over
            (report.documents,) = work.connection.execute("select count(*) from present").fetchone()
            report.new, report.changed = seen.new, seen.changed
            (kept,) = work.connection.execute("select count(*) from present where vanished").fetchone()
            report.unchanged = max(report.documents - kept - seen.new - seen.changed, 0)
            loading.finish()
            work.drop_spool()
        self._describe(report)
        return report

    def _first_pass(self, work: WorkFile, documents: WorkDocuments, versions: StageVersions, report: Report) -> Seen:
        """Read, extract and clean what is new."""
        scan = Scan(
            work,
            documents,
            version=versions.cleaning,
            reading=self.reading,
            keep_originals=self.keep_originals,
            prune=self.prune,
            progress=self.progress,
            passes_over=_is_of_an_archive,
        )
        first_pass = partial(prepare, keep_original=self.keep_originals, rules_for=self.rules.rules_for)

        def work_on(records: Iterator[Record]) -> None:
            for prepared in self.engine.run(first_pass, records, lost=died, weigh=_size):
                scan.put(prepared)

        work_on(scan.read(self._work_there(scan, scan.look(self._files()), first_pass)))
        scan.end()
        for shard in self.archive:
            work_on(scan.again(vanished_articles(work, shard, scan.stays)))
            if shard.database.exists():
                with closing(open_archive(shard.database, outdated=True)) as old:
                    work_on(scan.again(outdated_articles(work, old, versions.cleaning)))
        if self.keep_originals:
            check_originals(work)
        work.commit()
        self._describe_vanished(work, report)
        return scan.seen

    def _describe_vanished(self, work: WorkFile, report: Report) -> None:
        """How much is in no source any more; where it was to be taken out, what couldn't be."""
        query = "select source from present where vanished order by position"
        kept = [source for (source,) in work.connection.execute(query)]
        if not self.prune:
            report.vanished = len(kept)
            return
        taken = "select count(*) from documents where vanished = 2"
        (report.vanished,) = work.connection.execute(taken).fetchone()
        if kept:
            named = ", ".join(kept[:MOST_NAMED]) + (" …" if len(kept) > MOST_NAMED else "")
            report.notes.append(
                f"{len(kept):,} articles stay, since what they lay in can't be read (see the errors): {named}"
            )

    def _work_there(
        self, scan: Scan, files: Sequence[FoundFile], function: Callable[[Record | Unreadable], Prepared | Failed]
    ) -> list[FoundFile]:
        """Let the engine's workers read what they can; returns what has to be read here."""
        here = [file for file in files if not self.engine.can_read(file.path)]
        there = [file for file in files if self.engine.can_read(file.path)]
        worked = self.engine.run(
            partial(work_there, partial(identified, function), self.reading),
            map(file_there, there),
            lost=partial(lost_there, _not_lost),
            weigh=weigh,
        )
        for file, found in zip(there, worked, strict=True):
            if isinstance(found, ReadThere):
                scan.put_file(file, found.results, found.passed_over)
            else:
                here.append(file)
        return here

    def _second_pass(self, second: SecondPass, versions: StageVersions, seen: Seen) -> Iterator[Finished]:
        """Recognise entities in what is new or affected by it."""
        function = partial(
            finish,
            version=versions.recognition,
            rules_for=self.rules.rules_for,
            recogniser_for=self.recognition.recogniser_for,
            otherwise=self.recognition.without_engines().recogniser_for,
        )
        lost = partial(died_late, rules_for=self.rules.rules_for)
        for finished in self.engine.run(function, second.waiting(), lost=lost, weigh=_size):
            second.put(finished)
            yield finished
            self.progress(second.progress(seen.failed))
        self.engine.release()
        second.end()

    def _loading(
        self,
        new: Replacement,
        work: WorkFile,
        documents: WorkDocuments,
        shard: Shard,
        versions: StageVersions,
        is_known: bool,
    ) -> Loading:
        return Loading(
            new,
            work,
            documents,
            archive=self.archive,
            shard=shard,
            keep_originals=self.keep_originals,
            lists=self.recognition.lists,
            info=self._info,
            rules=self._rules,
            around=json.dumps([self._facts(), asdict(versions)], sort_keys=True),
            version=self._version(versions),
            is_known=is_known,
        )

    def _files(self) -> Iterator[FoundFile | Unreadable]:
        """The files that may hold documents."""
        for item in found_files(
            self.sources, skip=partial(_is_no_document, [self.database, *(shard.database for shard in self.archive)])
        ):
            if not isinstance(item.path, Path) and (
                own_rules.is_rules_file(item.path) or own_entities.is_list(item.path)
            ):
                error = ReadError("it isn't read from a URL", "Copy it here, and give it with --rules or --entities.")
                yield Unreadable(item.source, item.path, error)
            else:
                yield item

    def _check_not_empty(self, work: WorkFile, loading: ArchiveLoading) -> None:
        present = "select exists (select 1 from documents where problem is null and not vanished)"
        if work.connection.execute(present).fetchone()[0]:
            return
        errors = [(source, error) for source, _, error in loading.errors()]
        if not errors:
            named = ", ".join(map(str, self.sources))
            raise SourceError(f"no document found in {named}", "Give folders with documents.")
        raise NothingRead(errors[:MOST_ERRORS], len(errors))

    def _version(self, versions: StageVersions) -> str:
        """What the content of the database depends on besides the documents: with another, all of it is written."""
        index = find_spec("pyroaring") is not None
        return f"{versions.database} {versions.recognition}, originals {self.keep_originals}, search index {index}"

    def _rules(self) -> Iterator[Rule]:
        """All that may have removed a line."""
        from .repeated import RULES_ELSEWHERE

        yield from (*self.rules.standard.rules, *self.rules.rules, *RULES_ELSEWHERE)

    def _info(self) -> dict[str, str]:
        """What ``build_info`` says of the build."""
        return {own_rules.RULES_VERSION: own_rules.rules_version(self.rules), **self._facts()}

    def _facts(self) -> dict[str, str]:
        """The same without what takes the rules of the package to be said; a stage's version tells of those."""
        options = asdict(self.reading)
        given = {f"reading: {name}": value for name, value in options.items() if name != "max_bytes" and value}
        return {
            "version": VERSION,
            "gazetteer": gazetteer_version(),
            **own_rules.facts(self.rules),
            **self.recognition.facts(),
            ORIGINALS_KEPT: "yes" if self.keep_originals else "no",
            "largest document": f"{self.reading.max_bytes} bytes",
            **{name.replace("_", " "): str(value) for name, value in given.items()},
            **{LIBRARY + name: version for name, version in libraries().items()},
        }

    def _describe(self, report: Report) -> None:
        """What the finished archive holds."""
        entities = []
        with ExitStack() as opened:
            for shard in self.archive:
                database = opened.enter_context(closing(open_archive(shard.database)))
                (duplicates,) = database.execute("select count(duplicate_of) from articles").fetchone()
                report.duplicates += duplicates
                removed = "select rule, sum(removed_lines) from cleaning_by_site_and_rule group by rule"
                report.removed_by_rule.update(dict(database.execute(removed)))
                entities.append(database.execute("select key, type from entities order by key"))
                query = "select value from build_info where key = ?"
                (report.digest,) = database.execute(query, [DIGEST if shard.is_whole else ARCHIVE]).fetchone()
            report.entities_by_type.update(type for (_, type), _ in groupby(merge(*entities)))
        report.idle_rules = [rule.id for rule in self.rules.rules if not report.removed_by_rule[rule.id]]


def _not_lost(item: Record | Unreadable) -> Identified:
    raise AssertionError("files go to the workers, and no documents")


def _size(item: Record | Waiting) -> int:
    """About how many bytes go to a worker."""
    return len(item.data) if isinstance(item, Record) else len(item.payload)


def _is_no_document(databases: Sequence[Path], path: Path) -> bool:
    """Whether the name of a file says that it holds rules or entities, or is or belongs to a database being built.

    Asked of every file, of which there may be a million; others are opened only if they are new, see ``Scan``.
    """
    if own_rules.is_rules_file(path) or own_entities.is_list(path):
        return True
    name = path.name
    for database in databases:
        if name == database.name or (
            name.startswith(database.name) and _BESIDE_A_DATABASE.fullmatch(name, len(database.name))
        ):
            return path.parent.resolve() == database.absolute().parent.resolve()
    return False


def _is_of_an_archive(path: Path) -> bool:
    """Whether a file is an archive or belongs to one; such are kept beside sources."""
    path = path.with_name(re.sub(f"{_BESIDE_A_DATABASE.pattern}$", "", path.name) or path.name)
    return is_sqlite(path) and is_archive(path)
