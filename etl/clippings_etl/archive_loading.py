"""The results of a build → all files of its archive, each of them complete before the first old one is replaced."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager

from .digest import combined_digest
from .errors import DocumentError
from .loading import Loading, archive_states
from .passes import Finished
from .sharding import Shard
from .swap import Replacement, replacing
from .work_file import WorkFile


@contextmanager
def replacing_all(archive: Sequence[Shard]) -> Iterator[list[Replacement]]:
    """Databases that can take the places of an archive's files; see ``replacing``."""
    with ExitStack() as opened:
        yield [opened.enter_context(replacing(shard.database)) for shard in archive]


class ArchiveLoading:
    """Brings the files of an archive up to date with the work file.

    Args:
        loadings: one for each file.
    """

    def __init__(
        self, archive: Sequence[Shard], new: Sequence[Replacement], loadings: Sequence[Loading], work: WorkFile
    ) -> None:
        self._archive = archive
        self._new = new
        self._loadings = loadings
        self._work = work

    @property
    def is_needed(self) -> bool:
        """Whether some file isn't what the work file says already. Then all are written: each names the whole."""
        return any(loading.is_needed for loading in self._loadings)

    def errors(self) -> Iterator[tuple[str, str, DocumentError]]:
        """Every document that failed: its source, the stage, and why."""
        return self._loadings[0].errors()

    def load(self, finished: Iterable[Finished], second_pass: str) -> str:
        """Write the files. Returns the digest of the archive, the same however many they are.

        Args:
            finished: documents as they come out of the second pass.
            second_pass: its version.
        """
        if len(self._loadings) == 1:
            return self._loadings[0].load(finished, second_pass)
        for loading in self._loadings:
            loading.begin()
        # Only when all are done is it known which repeat which, and so where they belong: all come out of the work file
        deque(finished, maxlen=0)
        for loading, new in zip(self._loadings, self._new, strict=True):
            loading.load((), second_pass)
            for connection in (new.connection, new.scratch):
                connection.execute("pragma shrink_memory")  # only one at a time is worked with
        digest = combined_digest([new.connection for new in self._new], archive_states(self._work))
        for shard, new in zip(self._archive, self._new, strict=True):
            new.connection.executemany(
                "insert or replace into build_info (key, value) values (?, ?)", shard.info(digest).items()
            )
        return digest

    def finish(self) -> None:
        """Let what was written take the places of the old files."""
        started = [new for new in self._new if new.is_started]
        with ExitStack() as held:
            for new in started:
                held.enter_context(new.ready())
            for new in started:
                new.move()
