"""The results of a build → its database: a new one, or the old one with what changed put in."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from datasette_clippings.folding import fold

from .archive import open_archive
from .digest import ArticleState
from .entities.user_lists import UserLists
from .errors import DocumentError, WorkFileDamaged
from .passes import Finished, Original
from .patching import Patch
from .reconciling import fact, is_original, original_of, remember
from .sharding import Shard, shard_of
from .store import Store
from .swap import Replacement
from .work_documents import WorkDocuments
from .work_file import WorkFile

if TYPE_CHECKING:
    from .cleaning import Rule

_LARGEST_PATCH = 0.1
"""Of the documents: where more of them changed, a new database is made in less time."""

_LOADED = "loaded"
_AROUND = "around the articles"

# Every article that the database is to hold, and what it holds.
_WANTED = """
create temp view wanted as
select present.key, present.id as document, results.digest, earlier.key as first, earlier.source as first_source,
  duplicates.similarity, present.source, present.sha256, present.size
from present join results on results.document = present.id
left join spool.duplicates on duplicates.document = present.id
left join documents as earlier on earlier.id = duplicates.first
where {mine}
"""
_ALL = "1"
_MINE = "shard_of(coalesce(earlier.key, present.key)) = {number}"
_HELD = "create temp view held as select * from stored where {mine}"
_SHARD = "shard = {number}"
_SAME = "held.digest is wanted.digest and held.first is wanted.first and held.similarity is wanted.similarity"

_STATES = "select key, digest, first, similarity from wanted order by key"

_ERRORS = """
select source, stage, problem, advice from failures
union all select source, stage, problem, advice from documents where problem is not null
union all select source, results.stage, results.problem, results.advice
  from results join present on present.id = results.document where results.problem is not null
order by source, stage, problem
"""


class Loading:
    """Brings the database up to date with the work file.

    Args:
        info: gives what ``build_info`` says of the build.
        rules: gives the rules that may have removed lines.
        around: of what both depend on, and all else that the database says besides the articles and the errors.
        version: of how the database is to be written, see ``reconcile``.
        archive: all its files.
        shard: that of the database.
        is_known: whether the work file knows what the database holds.
    """

    def __init__(
        self,
        replacement: Replacement,
        work: WorkFile,
        documents: WorkDocuments,
        *,
        archive: Sequence[Shard],
        shard: Shard,
        keep_originals: bool,
        lists: UserLists,
        info: Callable[[], Mapping[str, str]],
        rules: Callable[[], Iterable[Rule]],
        around: str,
        version: str,
        is_known: bool,
    ) -> None:
        self._replacement = replacement
        self._work = work
        self._execute = work.connection.execute
        self._archive = archive
        self._shard = shard
        self._documents = documents
        self._keep_originals = keep_originals
        self._lists = lists
        self._info = info
        self._rules = rules
        self._said_around = around
        self._version = version
        self._is_known = is_known
        self._digest = ""
        self._old: list[sqlite3.Connection] = []
        work.connection.create_function("shard_of", 1, partial(shard_of, count=shard.count), deterministic=True)

    @property
    def is_needed(self) -> bool:
        """Whether the database isn't what the work file says already."""
        is_loaded = self._is_known and self._work.fact(fact(_LOADED, self._shard)) == "yes"
        return not (is_loaded and self._work.fact(fact(_AROUND, self._shard)) == self._around())

    def errors(self) -> Iterator[tuple[str, str, DocumentError]]:
        """Every document that failed: its source, the stage, and why."""
        for source, stage, problem, advice in self._execute(_ERRORS):
            yield source, stage, DocumentError(problem, advice)

    def begin(self) -> None:
        """Note that the database isn't what the work file says, before that says more."""
        self._work.note(fact(_LOADED, self._shard), "no")

    def load(self, finished: Iterable[Finished], second_pass: str) -> str:
        """Write the database. Returns its digest.

        Args:
            finished: documents as they come out of the second pass, of a shard none; the others are in the work file.
            second_pass: the version of the second pass.
        """
        self.begin()
        self._look()
        with self._open_old():
            if self._is_known and self._share_to_do(second_pass) <= _LARGEST_PATCH:
                for _ in finished:
                    pass
                self._documents.forget_pruned()
                digest = self._patch()
            else:
                digest = self._load_all(finished)
        self._digest = digest
        self._replacement.before_move = self._before_move
        return digest

    def _load_all(self, finished: Iterable[Finished]) -> str:
        counts = None if self._shard.is_whole else self._documents.counts
        if counts:
            self._documents.forget_pruned()  # it counts no longer
        self._documents.counts.write()
        store = self._replacement.start_empty(keep_originals=self._keep_originals, lists=self._lists, counts=counts)
        store.add_rules(self._rules())
        # In the order of the documents, as in a build that does all at once.
        coming = iter(finished)
        following = next(coming, None)
        for document in self._all():
            if following and following.number == document:
                store.add(following, self._original(document))
                following = next(coming, None)
            else:
                self._put(store, document)
        self._add_errors(store)
        return store.finish(self._info(), self._states())

    def _patch(self) -> str:
        store = self._replacement.start_as_copy(keep_originals=self._keep_originals, lists=self._lists)
        patch = Patch(
            self._replacement.connection, store, self._replacement.numbers, self._documents.counts, self._lists
        )
        self._documents.counts.write()
        store.add_rules(self._rules())
        gone = self._execute("select key from held where key not in (select key from wanted)").fetchall()
        patch.retire(key for (key,) in gone)
        query = """
            select key, wanted.document from wanted left join held using (key)
            where held.digest is not wanted.digest order by key
        """
        changed = self._execute(query).fetchall()
        patch.remove(key for key, _ in changed)
        for _, document in changed:
            self._put(store, document)
        patch.added(key for key, _ in changed)
        query = f"""
            select key, wanted.first, wanted.similarity from wanted join held using (key)
            where held.digest is wanted.digest and not ({_SAME})
        """
        patch.relink(self._execute(query))
        self._add_errors(store)
        return patch.finish(self._info(), self._states())

    def _add_errors(self, store: Store) -> None:
        """List what failed, in one file of the archive."""
        if self._shard.number == 1:
            for error in self.errors():
                store.add_error(*error)

    def _all(self) -> Iterator[int]:
        """The documents in their order."""
        query = "select number, document from spool.sequence where number > ? order by number limit 1000"
        if not self._shard.is_whole:
            query = """
                select number, sequence.document from spool.sequence
                where number > ? and exists (select 1 from wanted where wanted.document = sequence.document)
                order by number limit 1000
            """
        last = 0
        while rows := self._execute(query, [last]).fetchall():
            for last, document in rows:  # noqa: B007  (the last one counts)
                yield document

    def _put(self, store: Store, document: int) -> None:
        """An article out of the work file."""
        analysed = self._documents.result(document)
        if analysed is None:
            raise WorkFileDamaged("a result is missing")
        store.add(Finished(analysed, fold(analysed.title), fold(analysed.text)), self._original(document))

    def _original(self, document: int) -> Original:
        query = "select key, sha256, size, first_source, similarity from wanted where document = ?"
        key, sha, size, first, similarity = self._execute(query, [document]).fetchone()
        data = None
        if self._keep_originals:
            row = self._execute("select data from spool.originals where document = ?", [document]).fetchone()
            # Or out of an old file of the archive: an article moves with the one that it repeats.
            found = chain([row[0] if row else None], (original_of(old, key) for old in self._old))
            data = next((data for data in found if data is not None and is_original(data, sha)), None)
            if data is None:
                raise WorkFileDamaged("the original of a document is missing")
        return Original(sha, size, data, first, similarity)

    def _states(self) -> Iterator[ArticleState]:
        yield from self._execute(_STATES)

    def _share_to_do(self, second_pass: str) -> float:
        if not self._shard.is_whole:
            return self._share_changed()
        query = """
            select count(*), coalesce(sum(results.version is not ? or held.key is null), 0),
              (select count(*) from held where key not in (select key from present))
            from present left join results on results.document = present.id
            left join held on held.key = present.key
        """
        total, to_do, gone = self._execute(query, [second_pass]).fetchone()
        return (to_do + gone) / total if total else 1.0

    def _share_changed(self) -> float:
        """The same when the second pass is done."""
        query = """
            select count(*), coalesce(sum(held.digest is not wanted.digest), 0),
              (select count(*) from held where key not in (select key from wanted))
            from wanted left join held using (key)
        """
        total, to_do, gone = self._execute(query).fetchone()
        return (to_do + gone) / total if total else 1.0

    def _around(self) -> str:
        """A fingerprint of what the database says besides the articles."""
        errors = [[source, stage, str(error), error.advice] for source, stage, error in self.errors()]
        return sha256(json.dumps([self._said_around, errors]).encode()).hexdigest()

    def _before_move(self, partial: Path) -> None:
        """Note what the database will hold; should it not get there, its mark tells."""
        self._documents.forget_pruned()
        self._look()
        bound = {"kept": self._keep_originals, "shard": self._shard.number}
        self._execute("delete from stored where shard = :shard and key not in (select key from wanted)", bound)
        self._execute(
            f"""
            insert or replace into stored (key, document, has_original, digest, first, similarity, shard)
            select wanted.key, wanted.document, :kept, wanted.digest, wanted.first, wanted.similarity, :shard
            from wanted left join held on held.key = wanted.key
            where not ({_SAME}) or held.document is not wanted.document or held.has_original <> :kept
            """,
            bound,
        )
        self._work.note(fact(_LOADED, self._shard), "yes")
        self._work.note(fact(_AROUND, self._shard), self._around())
        remember(self._work, self._shard, partial, self._digest, self._version)
        self._work.commit()

    def _look(self) -> None:
        """Make the views of what this file is to hold and holds; another one's loading may have made its own."""
        number = self._shard.number
        for view in ("wanted", "held"):
            self._execute(f"drop view if exists temp.{view}")
        self._execute(_WANTED.format(mine=_ALL if self._shard.is_whole else _MINE.format(number=number)))
        self._execute(_HELD.format(mine=_SHARD.format(number=number)))

    @contextmanager
    def _open_old(self) -> Iterator[None]:
        """Have the old files of the archive at hand."""
        with ExitStack() as opened:
            for shard in self._archive:
                if shard.database.exists():
                    self._old.append(opened.enter_context(closing(open_archive(shard.database, outdated=True))))
            yield
            self._old.clear()


def archive_states(work: WorkFile) -> Iterator[ArticleState]:
    """What all files of an archive are to hold, by the articles' keys."""
    work.connection.execute("drop view if exists temp.wanted")
    work.connection.execute(_WANTED.format(mine=_ALL))
    yield from work.connection.execute(_STATES)
