"""The pinned floors: figures that may rise on their own and fall only on purpose.

They are kept in one JSON file, with the SHA-256 of every file that they were measured with and the versions
of the rules at that time. For figures of which less is better (see ``sets.LOWER_IS_BETTER``) the floor is the
most that is allowed.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from .sets import LOWER_IS_BETTER

FILE = Path(__file__).with_name("floors.json")

TOLERANCE = 0.002
"""How far below a figure its floor is set: a new rule may trade 0.2 points of one figure for more of another."""

_PERCENT = frozenset({"removed", "kept", "right", "neg", "meta", "left", "lost", "exact"})


@dataclass(frozen=True, slots=True)
class Floors:
    """What was reached, and on what."""

    figures: Mapping[str, float] = field(default_factory=dict)
    """Floor by figure: ``furniture.kept`` is the figure ``kept`` of the set ``furniture``."""
    files: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of each file that the figures were measured with."""
    rules: tuple[str, ...] = ()
    """Each rule with its version when the floors were pinned."""


def load(path: Path = FILE) -> Floors:
    """Read pinned floors; none are pinned where the file doesn't exist.

    Raises:
        ValueError: the file isn't what ``save`` writes.
    """
    if not path.exists():
        return Floors()
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        return Floors(stored["floors"], stored["files"], tuple(stored["rules"]))
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        raise ValueError(f"{path} holds no floors ({error}); restore it from version control") from error


def save(floors: Floors, path: Path = FILE) -> None:
    """Write floors, one a line and sorted, so that a change is seen in a diff."""
    stored = {
        "floors": dict(sorted(floors.figures.items())),
        "files": dict(sorted(floors.files.items())),
        "rules": list(floors.rules),
    }
    path.write_text(json.dumps(stored, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def is_met(name: str, figure: float, floor: float) -> bool:
    """Whether a figure is as good as its floor."""
    return figure <= floor if _less_is_better(name) else figure >= floor


def shortfalls(floors: Floors, measured: Mapping[str, float], sets: Collection[str]) -> dict[str, str]:
    """What is wrong with the figures of the sets that were measured: a reason for each figure that fails."""
    wrong = {}
    for name, figure in measured.items():
        floor = floors.figures.get(name)
        if floor is None:
            wrong[name] = "has no floor: pin it with --raise"
        elif not is_met(name, figure, floor):
            relation = "above the most allowed," if _less_is_better(name) else "below its floor"
            wrong[name] = f"is {figure:.4g}, {relation} {floor:.4g}"
    for name in floors.figures:
        if _set_of(name) in sets and name not in measured:
            wrong[name] = "has a floor and wasn't measured"
    return wrong


def changed_files(floors: Floors, files: Mapping[str, str]) -> tuple[str, ...]:
    """Names of files that are not those which the floors were measured with."""
    return tuple(name for name, digest in sorted(files.items()) if floors.files.get(name) != digest)


def lifted(floors: Floors, measured: Mapping[str, float], tolerance: float = TOLERANCE) -> Floors:
    """Floors raised to what is measured, less the tolerance; none falls."""
    figures = dict(floors.figures)
    for name, figure in measured.items():
        reached = _with_tolerance(name, figure, tolerance)
        if name not in figures or is_met(name, reached, figures[name]):
            figures[name] = reached
    return replace(floors, figures=figures)


def lowered(
    floors: Floors, measured: Mapping[str, float], names: Collection[str], tolerance: float = TOLERANCE
) -> Floors:
    """The named floors set to what is measured, less the tolerance; gone where nothing measures them any more.

    Raises:
        ValueError: a name belongs to no floor.
    """
    figures = dict(floors.figures)
    for name in names:
        if name not in figures:
            raise ValueError(f"no floor is called {name!r}; they are listed in {FILE.name}")
        del figures[name]
        if name in measured:
            figures[name] = _with_tolerance(name, measured[name], tolerance)
    return replace(floors, figures=figures)


def _with_tolerance(name: str, figure: float, tolerance: float) -> float:
    """The floor of a figure, rounded away from it."""
    in_percent = name.rpartition(".")[2] in _PERCENT
    scale, steps = (100, 1e2) if in_percent else (1, 1e4)
    if _less_is_better(name):
        return math.ceil((figure + tolerance * scale) * steps) / steps
    return max(0.0, math.floor((figure - tolerance * scale) * steps) / steps)


def _less_is_better(name: str) -> bool:
    return name.rpartition(".")[2] in LOWER_IS_BETTER


def _set_of(name: str) -> str:
    return name.rpartition(".")[0]
