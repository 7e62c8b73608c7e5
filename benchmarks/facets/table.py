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
        parts += _grid(here, lambda time: time.median, compared)
        parts += ["", "Warm, 95th percentile in ms:", "", *_grid(here, lambda time: time.p95)]
        if all(time.cold is not None for cells in compared.times.values() for time in cells.values()):
            parts += ["", "First answer of a new process, its files on the disk alone, in ms:", ""]
            parts += _grid(here, lambda time: time.cold or 0.0)
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


def _grid(figures: Sequence[Figures], value: Callable[[Time], float], compared: Figures | None = None) -> list[str]:
    """A row for each cell and question, a column for each engine; the best in bold."""
    lines = ["| cell | articles | " + " | ".join(one.engine for one in figures) + " |"]
    lines.append("|---|---|" + "--:|" * len(figures))
    for cell, what in CELLS.items():
        name = f"{cell}: {what}"
        for question in figures[0].times:
            values = [value(one.times[question][cell]) for one in figures]
            texts = [_number(each) for each in values]
            if compared:
                unit = value(compared.times[question][cell])
                texts = [
                    text if one is compared else f"{text} ({_number(each / unit)} ×)"
                    for one, text, each in zip(figures, texts, values, strict=True)
                ]
            best = values.index(min(values))
            texts[best] = f"**{texts[best]}**"
            lines.append(f"| {name} | {question} | " + " | ".join(texts) + " |")
            name = ""
    return lines


def _number(value: float) -> str:
    """Three digits, or as many as the whole number has."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
