"""The results of a build → its database: a new one, or the old one with what changed put in."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from datasette_clippings.folding import fold

from .archive import open_archive
from .cleaning import Rule
from .digest import ArticleState
from .entities.user_lists import UserLists
from .errors import DocumentError, WorkFileDamaged
from .passes import Finished, Original
from .patching import Patch
from .reconciling import original_of, remember
from .store import Store
from .swap import Replacement
from .work_documents import WorkDocuments
from .work_file import WorkFile

_LARGEST_PATCH = 0.1
"""Of the documents: where more of them changed, a new database is made in less time."""

_LOADED = "loaded"
_AROUND = "around the articles"

# Every article that the database is to hold.
_WANTED = """
create temp view wanted as
select documents.key, documents.id as document, results.digest, earlier.key as first, earlier.source as first_source,
  duplicates.similarity, documents.source, documents.sha256, documents.size
from documents join results on results.document = documents.id
left join spool.duplicates on duplicates.document = documents.id
left join documents as earlier on earlier.id = duplicates.first
where documents.problem is null
"""
_SAME = "stored.digest is wanted.digest and stored.first is wanted.first and stored.similarity is wanted.similarity"

_ERRORS = """
select source, stage, problem, advice from failures
union all select source, stage, problem, advice from documents where problem is not null
union all select source, results.stage, results.problem, results.advice
  from results join documents on documents.id = results.document where results.problem is not null
order by source, stage, problem
"""


class Loading:
    """Brings the database up to date with the work file.

    Args:
        info: what ``build_info`` says of the build.
        version: of how the database is to be written, see ``reconcile``.
        is_known: whether the work file knows what the database holds.
    """

    def __init__(
        self,
        replacement: Replacement,
        work: WorkFile,
        documents: WorkDocuments,
        *,
        keep_originals: bool,
        lists: UserLists,
        info: Mapping[str, str],
        rules: Iterable[Rule],
        version: str,
        is_known: bool,
    ) -> None:
        self._replacement = replacement
        self._work = work
        self._execute = work.connection.execute
        self._documents = documents
        self._keep_originals = keep_originals
        self._lists = lists
        self._info = info
        self._rules = list(rules)
        self._version = version
        self._is_known = is_known
        self._execute(_WANTED)

    @property
    def is_needed(self) -> bool:
        """Whether the database isn't what the work file says already."""
        return not (self._is_known and self._work.fact(_LOADED) == "yes" and self._work.fact(_AROUND) == self._around())

    def errors(self) -> Iterator[tuple[str, str, DocumentError]]:
        """Every document that failed: its source, the stage, and why."""
        for source, stage, problem, advice in self._execute(_ERRORS):
            yield source, stage, DocumentError(problem, advice)

    def load(self, finished: Iterable[Finished], second_pass: str) -> str:
        """Write the database. Returns its digest.

        Args:
            finished: documents as they come out of the second pass; the others are in the work file.
            second_pass: the version of the second pass.
        """
        self._work.note(_LOADED, "no")
        with self._old() as old:
            self._old_connection = old if self._replacement.database.exists() else None
            if self._is_known and self._share_to_do(second_pass) <= _LARGEST_PATCH:
                for _ in finished:
                    pass
                digest = self._patch()
            else:
                digest = self._load_all(finished)
        self._digest = digest
        self._replacement.before_move = self._before_move
        return digest

    def _load_all(self, finished: Iterable[Finished]) -> str:
        store = self._replacement.start_empty(keep_originals=self._keep_originals, lists=self._lists)
        store.add_rules(self._rules)
        # In the order of the documents, as in a build that does all at once.
        coming = iter(finished)
        following = next(coming, None)
        for document in self._all():
            if following and following.number == document:
                store.add(following, self._original(document))
                following = next(coming, None)
            else:
                self._put(store, document)
        for error in self.errors():
            store.add_error(*error)
        return store.finish(self._info, self._states())

    def _patch(self) -> str:
        store = self._replacement.start_as_copy(keep_originals=self._keep_originals, lists=self._lists)
        patch = Patch(
            self._replacement.connection, store, self._replacement.numbers, self._documents.counts, self._lists
        )
        self._documents.counts.write()
        store.add_rules(self._rules)
        gone = self._execute("select key from stored where key not in (select key from wanted)").fetchall()
        patch.retire(key for (key,) in gone)
        query = """
            select key, wanted.document from wanted left join stored using (key)
            where stored.digest is not wanted.digest order by key
        """
        changed = self._execute(query).fetchall()
        patch.remove(key for key, _ in changed)
        for _, document in changed:
            self._put(store, document)
        patch.added(key for key, _ in changed)
        query = f"""
            select key, wanted.first, wanted.similarity from wanted join stored using (key)
            where stored.digest is wanted.digest and not ({_SAME})
        """
        patch.relink(self._execute(query))
        for error in self.errors():
            store.add_error(*error)
        return patch.finish(self._info, self._states())

    def _all(self) -> Iterator[int]:
        """The documents in their order."""
        query = "select number, document from spool.sequence where number > ? order by number limit 1000"
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
            data = row[0] if row else original_of(self._old_connection, key)
        return Original(sha, size, data, first, similarity)

    def _states(self) -> Iterator[ArticleState]:
        yield from self._execute("select key, digest, first, similarity from wanted order by key")

    def _share_to_do(self, second_pass: str) -> float:
        query = """
            select count(*), coalesce(sum(results.version is not ? or stored.key is null), 0),
              (select count(*) from stored where key not in (select key from documents where problem is null))
            from documents left join results on results.document = documents.id
            left join stored on stored.key = documents.key where documents.problem is null
        """
        total, to_do, gone = self._execute(query, [second_pass]).fetchone()
        return (to_do + gone) / total if total else 1.0

    def _around(self) -> str:
        """A fingerprint of what the database says besides the articles."""
        rules = [[rule.id, rule.family, rule.version, rule.languages, rule.description] for rule in self._rules]
        errors = [[source, stage, str(error), error.advice] for source, stage, error in self.errors()]
        return sha256(json.dumps([dict(self._info), rules, errors], sort_keys=True).encode()).hexdigest()

    def _before_move(self, partial: Path) -> None:
        """Note what the database will hold; should it not get there, its mark tells."""
        self._execute("delete from stored where key not in (select key from wanted)")
        self._execute(
            f"""
            insert or replace into stored (key, document, has_original, digest, first, similarity)
            select wanted.key, wanted.document, :kept, wanted.digest, wanted.first, wanted.similarity
            from wanted left join stored on stored.key = wanted.key
            where not ({_SAME}) or stored.document is not wanted.document or stored.has_original <> :kept
            """,
            {"kept": self._keep_originals},
        )
        self._work.note(_LOADED, "yes")
        self._work.note(_AROUND, self._around())
        remember(self._work, partial, self._digest, self._version)
        self._work.commit()

    def _old(self) -> closing[sqlite3.Connection]:
        database = self._replacement.database
        return closing(open_archive(database, outdated=True) if database.exists() else sqlite3.connect(":memory:"))
