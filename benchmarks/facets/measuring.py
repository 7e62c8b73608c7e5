"""Whose turn it is, and how long it takes.

All engines are open at the same time, each in its process, and take turns at each question: what else the machine does
slows all of them alike. One answers while the others wait.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from .checks import mistakes
from .engine import CELLS, Material, NotHere, Question, Selected
from .processes import ENGINES, Built, EngineProcess

ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its name and its right answers, from the file beside the archive."""

    name: str
    question: Question
    selected: Selected
    answers: Mapping[str, Any]

    def for_cell(self, cell: str) -> Question:
        """The question as a cell asks it."""
        return Question(self.question.words, self.selected) if cell == "d" else self.question

    def right(self, cell: str) -> Mapping[str, Any]:
        """The right answer to that."""
        answer: Mapping[str, Any] = self.answers["with_selected" if cell == "d" else "answer"]
        return answer


@dataclass(frozen=True, slots=True)
class Time:
    """Milliseconds of one question to one engine."""

    median: float
    p95: float
    runs: int
    cold: float | None
    """The first answer of a new process, its files on the disk alone; None: not measured."""


@dataclass(slots=True)
class Figures:
    """What is known of one engine."""

    engine: str
    what: str
    built: Built | None = None
    not_here: str = ""
    """Why it wasn't run; empty where it was."""
    times: dict[str, dict[str, Time]] = field(default_factory=dict)
    """By question, then by cell."""
    mistakes: list[str] = field(default_factory=list)
    memory: int = 0
    """The most that its process held, in bytes."""


def measure(
    material: Material,
    asked: Sequence[Asked],
    numbers: Mapping[int, str],
    *,
    engines: Sequence[str],
    runs: int,
    seconds: float,
    cold: bool,
    say: Callable[[str], None],
) -> list[Figures]:
    """Build what is missing, then ask every engine everything.

    Args:
        runs: warm answers to each question, fewer where they take longer than ``seconds``, but one in each round.
    """
    figures = [_build(name, material, say) for name in engines]
    here = [one for one in figures if not one.not_here]
    first = {one.engine: _cold(one.engine, material, asked, say) for one in here} if cold else {}
    with ExitStack() as stack:
        processes = [(one, stack.enter_context(EngineProcess(one.engine, material))) for one in here]
        for _, process in processes:
            process.open()
        for each in asked:
            for cell in CELLS:
                times = _take_turns(processes, each, cell, numbers, runs, seconds)
                for one, _ in processes:
                    cold_time = first.get(one.engine, {}).get((each.name, cell))
                    one.times.setdefault(each.name, {})[cell] = _time(times[one.engine], cold_time)
                say(f"{each.name}, {cell}: " + ", ".join(_short(one, each.name, cell) for one in here))
        for one, process in processes:
            one.memory = process.memory()
    return figures


def _build(name: str, material: Material, say: Callable[[str], None]) -> Figures:
    figures = Figures(name, ENGINES[name].what)
    with EngineProcess(name, material) as process:
        try:
            figures.built = process.build()
        except NotHere as error:
            figures.not_here = str(error)
            say(f"{name}: not run, {error}")
            return figures
    if figures.built.seconds is not None:
        say(f"{name}: built in {figures.built.seconds:,.0f} s")
    return figures


def _cold(
    name: str, material: Material, asked: Sequence[Asked], say: Callable[[str], None]
) -> dict[tuple[str, str], float]:
    times = {}
    for each in asked:
        for cell in CELLS:
            with EngineProcess(name, material) as process:
                process.open_cold()
                times[each.name, cell] = process.answer(cell, each.for_cell(cell)).milliseconds
    say(f"{name}: first answers measured")
    return times


def _take_turns(
    processes: Sequence[tuple[Figures, EngineProcess]],
    asked: Asked,
    cell: str,
    numbers: Mapping[int, str],
    runs: int,
    seconds: float,
) -> dict[str, list[float]]:
    question = asked.for_cell(cell)
    times: dict[str, list[float]] = {}
    ordered: Sequence[tuple[int, str]] = ()
    for figures, process in processes:
        found = process.answer(cell, question).found  # warms up, too
        exact = ENGINES[figures.engine].exact_order
        wrong = mistakes(cell, found, asked.right(cell), exact_order=exact, numbers=numbers)
        if exact:
            ordered = ordered or found.hits
            wrong += ["other hits than the first engine's"] if list(found.hits) != list(ordered) else []
        figures.mistakes += [f"{asked.name}, {cell}: {problem}" for problem in wrong]
        times[figures.engine] = []
    for _ in range(ROUNDS):
        for figures, process in processes:
            until = time.perf_counter() + seconds / ROUNDS
            for _ in range(-(-runs // ROUNDS)):
                times[figures.engine].append(process.answer(cell, question).milliseconds)
                if time.perf_counter() > until:
                    break
    return times


def _time(times: list[float], cold: float | None) -> Time:
    ordered = sorted(times)
    p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return Time(statistics.median(ordered), p95, len(ordered), cold)


def _short(figures: Figures, question: str, cell: str) -> str:
    return f"{figures.engine} {figures.times[question][cell].median:.4g} ms"
