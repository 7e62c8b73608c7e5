"""A list of entities in columns → its rows, or what is wrong with them.

One row, one entity. Several values of a column stand with `|` between them. A row of the type `never` holds names
that are no entities.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from ..cleaning.user_yaml import suggestion
from ..errors import RulesProblem

COLUMNS = ("name", "type", "key", "aliases", "languages", "case_sensitive", "sites", "folders")
"""Columns by their headings, in any order; ``name`` must be there."""

NEVER = "never"
"""The type of names that are no entities."""

_DELIMITERS = ",;\t"
_TRUTHS = {"": None, "true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


@dataclass(frozen=True, slots=True)
class Row:
    """One row, its values split and otherwise unchecked."""

    line: int
    names: tuple[str, ...]
    """The name that is shown, then the aliases."""
    type: str
    key: str
    languages: tuple[str, ...]
    case_sensitive: bool | None
    sites: tuple[str, ...]
    folders: tuple[str, ...]

    @property
    def is_never(self) -> bool:
        """Whether the names are no entities."""
        return self.type == NEVER


def rows(text: str, file: str, problems: list[RulesProblem]) -> Iterator[Row]:
    """The rows of a table that are right; what is wrong with the others goes to the problems, with file and line."""
    heading = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=heading.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    headings: list[str] | None = None
    line = 1
    try:
        for values in reader:
            first, line = line, reader.line_num + 1
            if not any(value.strip() for value in values):
                continue
            if headings is None:
                headings = _headings(values, first, file, problems)
                if not headings:
                    return
            elif len(values) > len(headings):
                message = f"the row has {len(values)} values, and there are {len(headings)} columns"
                problems.append(RulesProblem(file, first, f"{message}; put quotes around values with {delimiter!r}"))
            elif row := _row(dict(zip(headings, values, strict=False)), first, file, problems):
                yield row
    except csv.Error as error:
        problems.append(RulesProblem(file, reader.line_num or line, f"this is no CSV: {error}"))


def _headings(values: list[str], line: int, file: str, problems: list[RulesProblem]) -> list[str]:
    headings = [value.strip().lower() for value in values]
    wrong = []
    for number, heading in enumerate(headings):
        if heading not in COLUMNS:
            wrong.append(f"there is no column {heading[:60]!r}{suggestion(heading, COLUMNS)}")
        elif heading in headings[:number]:
            wrong.append(f"the column {heading} stands twice")
    if "name" not in headings:
        wrong.append("there is no column name: the first line must name the columns, such as name,type,aliases")
    problems.extend(RulesProblem(file, line, message) for message in wrong)
    return [] if wrong else headings


def _row(values: dict[str, str], line: int, file: str, problems: list[RulesProblem]) -> Row | None:
    name = values.get("name", "").strip()
    case = values.get("case_sensitive", "").strip().lower()
    if not name:
        problems.append(RulesProblem(file, line, "the row has no name"))
    elif case not in _TRUTHS:
        problems.append(RulesProblem(file, line, f"case_sensitive must be true, false or empty; it is {case[:60]!r}"))
    else:
        type_ = values.get("type", "").strip().lower()
        is_never = type_ == NEVER
        if is_never and values.get("key", "").strip():
            problems.append(RulesProblem(file, line, "a name that is no entity has no key"))
            return None
        return Row(
            line,
            (name, *_several(values, "aliases")),
            type_,
            values.get("key", "").strip(),
            _several(values, "languages"),
            bool(_TRUTHS[case]) if is_never else _TRUTHS[case],
            _several(values, "sites"),
            _several(values, "folders"),
        )
    return None


def _several(values: dict[str, str], column: str) -> tuple[str, ...]:
    return tuple(value for part in values.get(column, "").split("|") if (value := part.strip()))
