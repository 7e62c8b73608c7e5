"""Everything that can go wrong in a way that we know of.

ClippingsError
├── DocumentError          one document fails; the build goes on and lists it
│   ├── ReadError          it can't be opened or read
│   ├── DecodeError        its bytes are no text that we know
│   ├── RecogniserFailed   another engine could not recognise its entities
│   └── WorkerDied         it ended the process that worked on it
├── SourceError            a source that was named doesn't exist or holds nothing
│   └── NothingRead        the sources hold documents, but none could be read
├── DatabaseError          the database can't be used
│   ├── ForeignFile        it isn't ours (another application_id)
│   ├── DatabaseBusy       another build or a writer holds it
│   ├── WorkFileDamaged    what a build kept beside it can't be used; a new build makes it new
│   └── OutdatedArchive    an older version made it; a new build makes it new
├── RulesError             a file of the user's own rules can't be used
├── EntityListError        a file of the user's own entities can't be used
├── RecogniserError        another engine for entities can't be used
├── ClusterError           a Dask cluster can't be used
│   └── WorkersDiffer      another version is installed on it
├── MetadataError          a metadata file can't be read or is none
└── PublishError           the files for publishing can't be prepared

Each message says what is wrong and where; ``advice`` says what to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class ClippingsError(Exception):
    """Base of all errors raised on purpose; ``str(error)`` is for people."""

    advice = ""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        if advice:
            self.advice = advice


class DocumentError(ClippingsError):
    """One document can't be used; the build lists it and goes on."""


class ReadError(DocumentError):
    """A file can't be opened or read, or isn't a file at all."""

    may_pass = False
    """Whether the same file might be read another time: rights, disks and networks change without it."""

    def __init__(self, message: str, advice: str = "", *, may_pass: bool = False) -> None:
        super().__init__(message, advice)
        if may_pass:
            self.may_pass = True


class DecodeError(DocumentError):
    """A file's bytes are not text in any encoding that can be told."""


class RecogniserFailed(DocumentError):
    """An engine that isn't ours raised an error over a document, or gave what can't be."""

    advice = "A build asks our own recognisers instead, about this document; leave the engine out if it fails often."


class WorkerDied(DocumentError):
    """A document ended the process that worked on it, twice."""

    def __init__(
        self,
        message: str = "the process that worked on it died",
        advice: str = "It may crash a parser or need more memory than there is; leave it out or save it as plain text.",
    ) -> None:
        super().__init__(message, advice)


class SourceError(ClippingsError):
    """A source named on the command line doesn't exist or holds no document."""


class NothingRead(SourceError):
    """No document could be read; ``errors`` has each with its source. An old database is left as it was."""

    def __init__(self, errors: Sequence[tuple[str, DocumentError]], count: int | None = None) -> None:
        self.count = len(errors) if count is None else count
        super().__init__(
            "the only document could not be read"
            if self.count == 1
            else f"none of the {self.count:,} documents could be read"
        )
        self.errors = tuple(errors)


class DatabaseError(ClippingsError):
    """The database file can't be used."""


class ForeignFile(DatabaseError):
    """The file exists but was not written by clippings; it is left alone."""


class DatabaseBusy(DatabaseError):
    """Another program is building or writing the same database."""


class WorkFileDamaged(DatabaseError):
    """The work file beside a database is none, or was damaged; a build makes another."""


@dataclass(frozen=True, slots=True, order=True)
class RulesProblem:
    """One mistake in a file of rules or of entities."""

    file: str
    line: int
    """From 1; 0 where there are no lines."""
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message}"


class RulesError(ClippingsError):
    """Files of the user's own rules can't be used; ``problems`` has every mistake in them, with its line."""

    advice = "Correct this first; docs/your-rules.md has all that a rule may say."

    def __init__(self, problems: Sequence[RulesProblem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


MOST_PROBLEMS = 50
"""Mistakes of lists of entities that are named: a list of 100,000 may have the same one in every line."""


class EntityListError(ClippingsError):
    """Files of the user's own entities can't be used; ``problems`` has every mistake in them, with its line."""

    advice = "Correct this first; docs/your-entities.md has all that a list may say."

    def __init__(self, problems: Sequence[RulesProblem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        more = len(self.problems) - MOST_PROBLEMS
        shown = [str(problem) for problem in self.problems[:MOST_PROBLEMS]]
        super().__init__("\n".join([*shown, *([f"… and {more:,} more"] if more > 0 else [])]))


class RecogniserError(ClippingsError):
    """An engine for entities can't be used: it or its model isn't installed, or isn't called that."""


class ClusterError(ClippingsError):
    """A Dask cluster can't be used: it can't be reached, has no workers, or was lost and didn't come back."""


class WorkersDiffer(ClusterError):
    """A scheduler or worker has other versions than this computer, which would make other results."""

    advice = "Install the same versions everywhere (`pip freeze` here lists them), and start the workers again."


class OutdatedArchive(DatabaseError):
    """The database was made by an older version, whose tables were different."""


class MetadataError(ClippingsError):
    """A metadata file can't be read, or isn't one."""


class PublishError(ClippingsError):
    """The files for publishing can't be prepared."""
