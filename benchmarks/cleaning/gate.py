"""The quality gate: every figure on the development sets against its pinned floor."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import click

from clippings_etl.cleaning import rules_version

from . import floors as pinned
from .data import VARIABLE, data_folder, fingerprint
from .floors import Floors
from .sets import LOWER_IS_BETTER, SETS, DevelopmentSet, Figures


@dataclass(frozen=True, slots=True)
class Measured:
    """What a run of the gate found out."""

    figures: Mapping[str, float]
    """``set.figure`` to its value."""
    files: Mapping[str, str]
    """SHA-256 of each file that it was measured with."""
    sets: tuple[str, ...]


def measure(sets: Sequence[DevelopmentSet], folder: Path, jobs: int | None = None) -> Measured:
    """Measure sets, in several processes if there are several sets.

    Raises:
        FileNotFoundError: a file of a set is missing in the folder.
    """
    names = sorted({name for item in sets for name in item.files})
    files = {name: fingerprint(folder / name) for name in names}
    found = dict(zip((item.name for item in sets), _measure_all(sets, folder, jobs), strict=True))
    figures = {f"{name}.{figure}": value for name, values in found.items() for figure, value in values.items()}
    return Measured(figures, files, tuple(item.name for item in sets))


def _measure_all(sets: Sequence[DevelopmentSet], folder: Path, jobs: int | None) -> list[Figures]:
    if jobs == 1 or len(sets) == 1:
        return [item.measure(folder) for item in sets]
    # Spawned, not forked: forking a process that has threads, as a test runner may, can hang.
    with ProcessPoolExecutor(jobs or os.cpu_count(), mp_context=multiprocessing.get_context("spawn")) as pool:
        return [waiting.result() for waiting in [pool.submit(item.measure, folder) for item in sets]]


def faults(floors: Floors, measured: Measured) -> list[str]:
    """What keeps a run from passing, a sentence each; nothing where all is well."""
    found = [
        f"{name} has changed since the floors were pinned: look at the figures, then pin them with --raise"
        for name in pinned.changed_files(floors, measured.files)
    ]
    for name, reason in pinned.shortfalls(floors, measured.figures, measured.sets).items():
        advice = "" if "--raise" in reason else f"; mend it, or lower the floor on purpose with --lower {name}"
        found.append(f"{name} {reason}{advice}")
    return found


def table(sets: Iterable[DevelopmentSet], floors: Floors, measured: Measured) -> str:
    """Figures, floors and goals, a figure a line; a star marks a goal that isn't reached yet."""
    rows = [f"{'figure':24}{'now':>9}{'floor':>9}{'goal':>9}"]
    goals = {f"{item.name}.{figure}": goal for item in sets for figure, goal in item.goals.items()}
    for name, value in measured.figures.items():
        floor, goal = floors.figures.get(name), goals.get(name)
        missed = goal is not None and not pinned.is_met(name, value, goal)
        most = " at most" if name.rpartition(".")[2] in LOWER_IS_BETTER else ""
        rows.append(f"{name:24}{value:9.4g}{_cell(floor)}{_cell(goal)}{' *' if missed else '  '}{most}".rstrip())
    return "\n".join((*rows, "* a goal that isn't reached yet"))


def _cell(value: float | None) -> str:
    return f"{'' if value is None else f'{value:.4g}':>9}"


def rule_changes(floors: Floors) -> str:
    """How many rules came, changed or went since the floors were pinned."""
    then = dict(rule.split("@") for rule in floors.rules)
    now = dict(rule.split("@") for rule in rules_version().split())
    came, went = len(now.keys() - then.keys()), len(then.keys() - now.keys())
    changed = sum(then[rule] != now[rule] for rule in now.keys() & then.keys())
    return f"{len(now)} rules; since the floors were pinned {came} came, {changed} changed, {went} went."


def run(
    sets: Sequence[DevelopmentSet],
    folder: Path,
    floors_file: Path = pinned.FILE,
    *,
    lift: bool = False,
    lower: Sequence[str] = (),
    jobs: int | None = None,
) -> tuple[str, list[str]]:
    """Measure sets, pin floors where that is asked for, and compare.

    Args:
        lift: raise floors to the figures, less the tolerance; they then hold for the data as it is now.
        lower: names of floors that fall to their figures.

    Returns:
        What is printed, and what keeps the run from passing.

    Raises:
        FileNotFoundError: a file of a set is missing in the folder.
        ValueError: a name belongs to no floor, or the file holds no floors.
    """
    floors = pinned.load(floors_file)
    measured = measure(sets, folder, jobs)
    if lower:
        floors = pinned.lowered(floors, measured.figures, lower)
    if lift:
        floors = pinned.lifted(floors, measured.figures)
        floors = replace(floors, files={**floors.files, **measured.files}, rules=tuple(rules_version().split()))
    if lower or lift:
        pinned.save(floors, floors_file)
    return f"{table(sets, floors, measured)}\n{rule_changes(floors)}", faults(floors, measured)


@click.command()
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    default=data_folder,
    help=f"Folder with the data.  [default: ${VARIABLE}, or ../shared/cleaning beside the project]",
)
@click.option(
    "--set", "only", multiple=True, type=click.Choice([s.name for s in SETS]), help="Only this set; repeatable."
)
@click.option("--raise", "lift", is_flag=True, help=f"Raise floors to the figures, less {pinned.TOLERANCE:.1%}.")
@click.option("--lower", multiple=True, metavar="NAME", help="Lower this floor to its figure, on purpose; repeatable.")
@click.option("--jobs", type=click.IntRange(1), help="Processes.  [default: one for each core]")
def main(data: Path, only: tuple[str, ...], lift: bool, lower: tuple[str, ...], jobs: int | None) -> None:
    """Measure the cleaning on the development sets and compare each figure with its pinned floor.

    Ends with status 1 if a figure is below its floor or the data isn't what the floors were pinned on.

    \b
    Example:
        python -m benchmarks.cleaning --set furniture
    """
    if not data.is_dir():
        click.echo(f"Skipped: there is no development data in {data}. Name its folder with --data or ${VARIABLE}.")
        return
    sets = [item for item in SETS if not only or item.name in only]
    try:
        report, found = run(sets, data, lift=lift, lower=lower, jobs=jobs)
    except (FileNotFoundError, ValueError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(report)
    if found:
        raise click.ClickException("\n  ".join(("the gate is not passed:", *found)))
    click.echo("All figures are as good as their floors.")
