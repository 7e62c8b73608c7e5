"""The figures as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .engine import CELLS
from .measuring import Figures, Time

OURS = "clippings"


def tables(figures: Sequence[Figures], title: str, text_bytes: int) -> str:
    """The engines, then medians, 95th percentiles and first answers; what was wrong, and what not run."""
    here = [one for one in figures if one.times]
    parts = [f"### {title}", "", *_engines(here, text_bytes)]
    if here:
        compared = next((one for one in here if one.engine == OURS), here[0])
        parts += ["", f"Warm, median in ms; in brackets how many times that of {compared.engine}:", ""]
        parts += _grid(here, lambda one, question, cell: _with_ratio(one, compared, question, cell))
        parts += ["", "Warm, 95th percentile in ms:", "", *_grid(here, _p95)]
        if _first(compared.times) is not None:
            parts += ["", "First answer of a new process, its files on the disk alone, in ms:", "", *_grid(here, _cold)]
    wrong = [f"- {one.engine}: {problem}" for one in here for problem in one.mistakes]
    parts += ["", "Answers that differ from what is right: " + ("none." if not wrong else ""), *wrong]
    parts += [f"\nNot run: {one.engine} ({one.not_here})." for one in figures if one.not_here]
    return "\n".join(parts) + "\n"


def _engines(figures: Sequence[Figures], text_bytes: int) -> list[str]:
    lines = ["| engine | what | version | files / text | process, MB |", "|---|---|---|--:|--:|"]
    for one in figures:
        if one.built:
            size = f"{one.built.bytes / text_bytes:.2f}"
            lines.append(f"| {one.engine} | {one.what} | {one.built.version} | {size} | {one.memory / 1e6:,.0f} |")
    return lines


def _grid(figures: Sequence[Figures], shown: Callable[[Figures, str, str], str]) -> list[str]:
    """A row for each cell and question, a column for each engine."""
    lines = ["| cell | articles | " + " | ".join(one.engine for one in figures) + " |"]
    lines.append("|---|---|" + "--:|" * len(figures))
    for cell, what in CELLS.items():
        name = f"{cell}: {what}"
        for question in figures[0].times:
            medians = [one.times[question][cell].median for one in figures]
            texts = [shown(one, question, cell) for one in figures]
            best = medians.index(min(medians))
            texts[best] = f"**{texts[best]}**"
            lines.append(f"| {name} | {question} | " + " | ".join(texts) + " |")
            name = ""
    return lines


def _with_ratio(figures: Figures, compared: Figures, question: str, cell: str) -> str:
    median = figures.times[question][cell].median
    ratio = median / compared.times[question][cell].median
    return _number(median) if figures is compared else f"{_number(median)} ({_number(ratio)} ×)"


def _p95(figures: Figures, question: str, cell: str) -> str:
    return _number(figures.times[question][cell].p95)


def _cold(figures: Figures, question: str, cell: str) -> str:
    cold = figures.times[question][cell].cold
    return "" if cold is None else _number(cold)


def _first(times: dict[str, dict[str, Time]]) -> float | None:
    return next(iter(next(iter(times.values())).values())).cold


def _number(value: float) -> str:
    """Two digits at least, three at most."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
