"""The quality gate of entities: every figure on the sets of marked texts against its pinned floor.

The floors are kept as those of cleaning are (``benchmarks/cleaning/floors.py``), in a file beside this one.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import click

from benchmarks.cleaning import floors as pinned
from benchmarks.cleaning.data import fingerprint
from benchmarks.cleaning.floors import Floors
from clippings_etl.entities import gazetteer_version

from . import linking
from .data import SCORER, VARIABLE, data_folder, development_files, held_out_files
from .sets import MAIN, Figures, goal, link, named, score

FILE = Path(__file__).with_name("floors.json")

TOLERANCE = 0.002
"""How far below a mean, or a figure of linking, its floor is set."""

SET_TOLERANCE = 0.01
"""The same for one set: a name more or less in one language is seen there at once."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a run of the gate found out."""

    figures: Mapping[str, float]
    files: Mapping[str, str]
    """SHA-256 of each file that it was measured with."""


def measure(folder: Path, jobs: int | None = None) -> Measured:
    """Measure every set, in several processes.

    Raises:
        FileNotFoundError: the folder holds no scorer.
        ValueError: a mention lies outside its text.
    """
    sets = {"dev": development_files(folder), "held out": held_out_files()}
    everything = [path for files in sets.values() for path in files]
    files = {f"{kind}/{path.name}": fingerprint(path) for kind, paths in sets.items() for path in paths}
    files |= {path.name: fingerprint(path) for path in (folder / f"{SCORER}.py", linking.TEST_SET)}
    found = iter(_score_all(folder, everything, jobs))
    figures: dict[str, float] = {}
    for kind, paths in sets.items():
        figures.update(named(kind, paths, [next(found) for _ in paths]))
    return Measured({**figures, **link()}, files)


def _score_all(folder: Path, files: Sequence[Path], jobs: int | None) -> list[Figures]:
    if jobs == 1:
        return [score(folder, file) for file in files]
    # Spawned, not forked: forking a process that has threads, as a test runner may, can hang.
    with ProcessPoolExecutor(jobs or os.cpu_count(), mp_context=multiprocessing.get_context("spawn")) as pool:
        return [waiting.result() for waiting in [pool.submit(score, folder, file) for file in files]]


def faults(floors: Floors, measured: Measured) -> list[str]:
    """What keeps a run from passing, a sentence each; nothing where all is well."""
    found = [
        f"{name} has changed since the floors were pinned: look at the figures, then pin them with --raise"
        for name in pinned.changed_files(floors, measured.files)
    ]
    sets = {name.rpartition(".")[0] for name in (*floors.figures, *measured.figures)}
    for name, reason in pinned.shortfalls(floors, measured.figures, sets).items():
        advice = "" if "--raise" in reason else f"; mend it, or lower the floor on purpose with --lower {name!r}"
        found.append(f"{name} {reason}{advice}")
    return found


def table(floors: Floors, figures: Mapping[str, float], *, is_short: bool) -> str:
    """Figures, floors and goals, a figure a line; a star marks a goal that isn't reached yet."""
    rows = [f"{'figure':36}{'now':>9}{'floor':>9}{'goal':>9}"]
    for name, value in figures.items():
        wanted = goal(name)
        if is_short and wanted is None and not _is_main(name):
            continue
        missed = " *" if wanted is not None and value < wanted else ""
        rows.append(f"{name:36}{value:9.4f}{_cell(floors.figures.get(name))}{_cell(wanted)}{missed}")
    return "\n".join((*rows, "* a goal that isn't reached yet"))


def _is_main(name: str) -> bool:
    return ".macro." in name or name.startswith("linking") or name.rpartition(".")[2] == MAIN[0]


def _cell(value: float | None) -> str:
    return f"{'' if value is None else f'{value:.4f}':>9}"


def _tolerances(figures: Mapping[str, float]) -> list[tuple[float, dict[str, float]]]:
    sets = {name for name in figures if name.startswith(("dev.", "held out.")) and ".macro." not in name}
    return [
        (SET_TOLERANCE, {name: figures[name] for name in figures if name in sets}),
        (TOLERANCE, {name: figures[name] for name in figures if name not in sets}),
    ]


def run(
    measured: Measured, floors_file: Path = FILE, *, lift: bool = False, lower: Sequence[str] = ()
) -> tuple[Floors, list[str]]:
    """Pin floors where that is asked for, and compare.

    Args:
        lift: raise floors to the figures, less the tolerance; they then hold for the data as it is now.
        lower: names of floors that fall to their figures; a name that ends in ``.*`` stands for all that begin so.

    Returns:
        The floors, and what keeps the run from passing.

    Raises:
        ValueError: a name belongs to no floor, or the file holds no floors.
    """
    floors = pinned.load(floors_file)
    for tolerance, figures in _tolerances({**dict.fromkeys(floors.figures, 0.0), **measured.figures}):
        measured_here = {name: value for name, value in figures.items() if name in measured.figures}
        if falling := [name for name in _names(lower, floors) if name in figures]:
            floors = pinned.lowered(floors, measured_here, falling, tolerance)
        if lift:
            floors = pinned.lifted(floors, measured_here, tolerance)
    if lift:
        floors = replace(floors, files=dict(measured.files), rules=(f"gazetteer {gazetteer_version()}",))
    if lower or lift:
        pinned.save(floors, floors_file)
    return floors, faults(floors, measured)


def _names(asked: Sequence[str], floors: Floors) -> list[str]:
    """Floors by their names.

    Raises:
        ValueError: a name belongs to no floor.
    """
    found: dict[str, None] = {}
    for name in asked:
        names = [one for one in floors.figures if one == name or (name[-2:] == ".*" and one.startswith(name[:-1]))]
        if not names:
            raise ValueError(f"no floor is called {name!r}; they are listed in {FILE.name}")
        found.update(dict.fromkeys(names))
    return list(found)


@click.command()
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    default=data_folder,
    help=f"Folder with the data.  [default: ${VARIABLE}, or ../shared/ner beside the project]",
)
@click.option("--all", "show_all", is_flag=True, help="Print every figure of every set, not the main ones alone.")
@click.option("--raise", "lift", is_flag=True, help="Raise floors to the figures, less the tolerance.")
@click.option(
    "--lower",
    multiple=True,
    metavar="NAME",
    help="Lower this floor to its figure, on purpose; repeatable. 'dev.sv-uner-talbanken.*' is every one of a set.",
)
@click.option("--jobs", type=click.IntRange(1), help="Processes.  [default: one for each core]")
def main(data: Path, show_all: bool, lift: bool, lower: tuple[str, ...], jobs: int | None) -> None:
    """Measure recognition and linking on the sets of marked texts and compare each figure with its pinned floor.

    Ends with status 1 if a figure is below its floor or the data isn't what the floors were pinned on.

    \b
    Example:
        python -m benchmarks.entities --all
    """
    if not data.is_dir():
        click.echo(f"Skipped: there is no development data in {data}. Name its folder with --data or ${VARIABLE}.")
        return
    try:
        measured = measure(data, jobs)
        floors, found = run(measured, lift=lift, lower=lower)
    except (FileNotFoundError, ValueError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(table(floors, measured.figures, is_short=not show_all))
    if found:
        raise click.ClickException("\n  ".join(("the gate is not passed:", *found)))
    click.echo(f"All {len(measured.figures)} figures are as good as their floors.")
