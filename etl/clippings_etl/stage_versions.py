"""What each stage of a build depends on besides the document: when that changes, the stage is done again.

Versions are made of the files that a stage consists of, so that nobody has to remember to raise them, and of the
libraries, rules, lists and settings that it uses.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from datasette_clippings import folding

from .cleaning.user_rules import UserRules
from .entities import gazetteer_version
from .recognisers import Recognition
from .versions import libraries

_FOLDER = Path(__file__).parent

OF_RECOGNITION = ("amounts", "article_digest.py", "entities", "recognisers", "own_entities.py")
"""Files and folders that only the second pass depends on; it depends on those of the first as well."""

OF_THE_DATABASE = (
    "archive.py", "codes.py", "digest.py", "numbers.py", "patching.py", "quality.py",
    "schema.sql", "search_index", "store.py", "stored_names.py",
)  # fmt: skip
"""Files and folders that decide how a database is written."""

ELSEWHERE = (
    "__main__.py", "archive_loading.py", "build.py", "cli.py", "cli_engine.py", "cli_reading.py", "engines",
    "explain.py", "explained_source.py", "inline_rules.py", "loading.py", "metadata.py", "name_counts.py",
    "per_document.py", "progress.py", "publishing.py", "read_there.py", "reconciling.py", "report.py",
    "rule_difference.py", "scan.py", "second_pass.py", "serve.py", "sharding.py", "stage_versions.py",
    "stored_articles.py", "swap.py", "try_rule.py", "verify.py", "verify_whole.py", "version.py", "versions.py",
    "wheel.py", "work_documents.py", "work_file.py",
)  # fmt: skip
"""Files and folders that change nothing about what is made of a document. The first pass depends on all others."""


@dataclass(frozen=True, slots=True)
class StageVersions:
    """The versions of the stages of one build."""

    cleaning: str
    """Of reading, extraction and cleaning."""
    recognition: str
    """Of what entities are recognised with."""
    database: str
    """Of how a database is written."""

    @property
    def second_pass(self) -> str:
        """Of all that the second pass depends on."""
        return f"{self.cleaning} {self.recognition}"


def stage_versions(rules: UserRules, recognition: Recognition) -> StageVersions:
    """The versions for these rules, lists and engines."""
    return StageVersions(
        cleaning=_digest([_code("cleaning"), rules.own_versions]),
        recognition=_digest([_code("recognition"), gazetteer_version(), recognition.facts()]),
        database=_code("database"),
    )


@cache  # of a running process, they don't change
def _code(stage: str) -> str:
    python = ".".join(map(str, sys.version_info[:2]))
    return _digest([python, libraries(), list(stage_files(stage))])


def stage_files(stage: str) -> Iterator[str]:
    """Each file of a stage with its digest."""
    if stage == "database":
        paths: Iterable[Path] = _below(OF_THE_DATABASE)
    else:
        # Recognition shares so much with cleaning (words, languages, calendars) that it counts all of it as its own.
        only = OF_RECOGNITION if stage == "cleaning" else ()
        others = {_FOLDER / name for name in (*only, *OF_THE_DATABASE, *ELSEWHERE)}
        paths = _below(path.name for path in _FOLDER.iterdir() if path not in others)
    for path in (*sorted(paths), Path(folding.__file__)):
        yield f"{path.name} {sha256(path.read_bytes()).hexdigest()}"


def _below(names: Iterable[str]) -> Iterator[Path]:
    """Files and what is in folders; of data, what gazetteer_version doesn't cover."""
    for name in names:
        path = _FOLDER / name
        for found in path.rglob("*") if path.is_dir() else (path,):
            is_covered = found.parent == _FOLDER / "entities" / "data"
            if found.is_file() and found.suffix not in (".pyc", ".typed") and not is_covered:
                yield found


def _digest(parts: object) -> str:
    return sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:12]
