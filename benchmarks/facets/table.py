"""The figures as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from .engine import CELLS
from .measuring import Figures, Time

OURS = "clippings"


def tables(figures: Sequence[Figures], title: str, text_bytes: int) -> str:
    """A table of the engines, one for each cell, and what was wrong or not run."""
    here = [one for one in figures if one.times]
    compared = next((one for one in here if one.engine == OURS), here[0] if here else None)
    parts = [f"### {title}", "", *_engines(here, text_bytes)]
    for cell, what in CELLS.items():
        parts += [
            "",
            f"**({cell}) {what}**: median ms (p95; cold) and [× that of {compared.engine}]" if compared else "",
        ]
        parts += ["", *_cell(here, compared, cell)]
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


def _cell(figures: Sequence[Figures], compared: Figures, cell: str) -> list[str]:
    questions = list(compared.times)
    lines = ["| engine | " + " | ".join(questions) + " |", "|---|" + "--:|" * len(questions)]
    for one in figures:
        shown = []
        for question in questions:
            best = min(other.times[question][cell].median for other in figures)
            shown.append(_shown(one.times[question][cell], compared.times[question][cell], best))
        lines.append(f"| {one.engine} | " + " | ".join(shown) + " |")
    return lines


def _shown(time: Time, compared: Time, best: float) -> str:
    median = f"{time.median:.4g}"
    median = f"**{median}**" if time.median == best else median
    cold = "" if time.cold is None else f"; {time.cold:.3g}"
    return f"{median} ({time.p95:.3g}{cold}) [{time.median / compared.median:.3g}]"
