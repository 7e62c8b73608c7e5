"""Where the user's own rules are found: beside the sources, in a file of their own, in a database."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from .beside_sources import files_above, files_in
from .cleaning.user_rules import GIVEN, UserRules
from .errors import RulesError
from .readers import Location

NAME = "rules.yml"
"""What a file of rules is called in a folder of sources."""

IN_DATABASE = "rules file "
"""Start of the keys in build_info that hold a file of rules, as it was written; its name follows."""

EXTRA = "command line"
"""What rules are called that were given with a command and not in a file."""

_File = tuple[str, str, str, str]
"""See ``user_rules_file.load``."""


def is_rules_file(path: Location) -> bool:
    """Whether a file among the sources holds rules and is no document."""
    return path.name == NAME


def beside(sources: Sequence[str | os.PathLike[str]], given: Path | None = None) -> UserRules:
    """The rules for a build: every `rules.yml` in the sources, and a file that counts for all of them.

    Of a file that is a source itself, the `rules.yml` beside it; for paths on standard input there is none.

    Raises:
        RulesError: with every mistake in all the files.
        SourceError: a source doesn't exist.
    """
    files = list(_in_folders(sources))
    if given is not None:
        files.append(_given(given))
    return _load(files)


def at(path: Path) -> UserRules:
    """The rules of one file, for all documents, or of a folder of sources, as a build of it would find them.

    Raises:
        RulesError: with every mistake in all the files.
        SourceError: there is no such folder.
    """
    return _load(_in_folders([path]) if path.is_dir() else [_given(path)])


def above(path: Path, given: Path | None = None) -> tuple[UserRules, str]:
    """The rules for one file among the sources, and the name that it has for them.

    These are the `rules.yml` of its folder and, where it lies below the folder that the user is in, of
    all folders up to that one.

    Raises:
        RulesError: with every mistake in all the files.
    """
    known_as, found = files_above(path, (NAME,))
    files = [(file.source, file.source.rpartition("/")[0], str(file.shown), _read(file.path)) for file in found]
    if given is not None:
        files.append(_given(given))
    return _load(files, are_all=False), known_as


def stored(database: sqlite3.Connection) -> UserRules:
    """The rules that a database was built with.

    Raises:
        RulesError: another version wrote them, and this one doesn't understand them.
    """
    rows = database.execute(
        "select key, value from build_info where key like ? order by key", [IN_DATABASE + "%"]
    ).fetchall()
    files = []
    for key, text in rows:
        name = key.removeprefix(IN_DATABASE)
        files.append((name, name.rpartition("/")[0], f"{name} in the database", text))
    return _load(files)


RULES_VERSION = "cleaning rules"
"""Key in build_info of the version of all the rules that a database was built with."""


def rules_version(rules: UserRules) -> str:
    """The version of all the rules of a build, see ``UserRules.version``."""
    from .repeated import RULES_ELSEWHERE

    return " ".join([rules.version, *(f"{rule.id}@{rule.version}" for rule in RULES_ELSEWHERE)])


def facts(rules: UserRules) -> dict[str, str]:
    """What build_info says of the user's rules: each file as it was written."""
    return {IN_DATABASE + file.name: file.text for file in rules.files}


def with_more(rules: UserRules, text: str) -> UserRules:
    """The rules, and more of them that count for all documents.

    Raises:
        RulesError: there is a mistake in the text, or it names a rule that is there already.
    """
    files = [(file.name, file.folder, file.name, file.text) for file in rules.files]
    try:
        return _load([*files, (EXTRA, "", EXTRA, text)])
    except RulesError as error:
        # There a line number means nothing.
        raise RulesError([replace(one, line=0) if one.file == EXTRA else one for one in error.problems]) from error


def _load(files: Iterable[_File], *, are_all: bool = True) -> UserRules:
    files = list(files)
    if not files:  # most archives: nothing of what reads them has to be there
        return UserRules()
    from .cleaning.user_rules_file import load
    from .repeated import RULES_ELSEWHERE

    return load(files, elsewhere=RULES_ELSEWHERE, are_all=are_all)


def _in_folders(sources: Sequence[str | os.PathLike[str]]) -> Iterator[_File]:
    for file in files_in(sources, (NAME,)):
        yield file.source, file.source.rpartition("/")[0], str(file.shown), _read(file.path)


def _given(path: Path) -> _File:
    return GIVEN, "", str(path), _read(path)


def _read(path: Path) -> str:
    from .cleaning.user_rules_file import read_file

    return read_file(path)
