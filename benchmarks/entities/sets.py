"""What is measured: each set of marked texts, and linking; and where it is to get."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from statistics import fmean

from clippings_etl import recognise

from . import linking
from .data import nerdocs, set_name

Figures = Mapping[str, float]
"""Figures by name, from 0 to 1, more is better."""

MOST_DOCUMENTS = 150
"""Documents of a set that are scored, at even distances: the scorer's own default."""

TYPES = ("PER", "ORG", "LOC")
MAIN = ("typed", "untyped", "facet", "facet_typed")
"""F1 of exact mentions with and without type, and of the names of each document (what its facets show)."""

LARGE_SCRIPTS = ("zh", "ja", "ko")
"""Languages with a goal of their own."""

GOALS = {
    "dev.macro.typed": 0.70,
    "dev.macro.untyped": 0.76,
    "dev.macro.facet": 0.75,
    "dev.macro.facet_typed": 0.69,
    "dev.macro.ORG": 0.50,
    "linking.precision": 0.95,
    "linking.coverage": 0.85,
}
"""What we want to reach; the floors keep what has been reached."""

Recogniser = Callable[[str, str], Iterable[tuple[int, int, str]]]
"""Takes a text and its language, gives the names in it as the scorer takes them."""


def goal(name: str) -> float | None:
    """The goal of a figure."""
    kind, _, rest = name.partition(".")
    if kind == "dev" and rest.endswith(".typed") and rest.partition("-")[0] in LARGE_SCRIPTS:
        return 0.45
    return GOALS.get(name)


def ours(text: str, language: str) -> list[tuple[int, int, str]]:
    """The whole of our recognition."""
    return [(mention.start, mention.end, mention.type) for mention in recognise(text, language)]


def score(folder: Path, file: Path, recogniser: Recogniser = ours, most: int = MOST_DOCUMENTS) -> Figures:
    """F1 of a set, see ``MAIN`` and ``TYPES``.

    Raises:
        FileNotFoundError: the folder holds no scorer.
        ValueError: a mention lies outside its text.
    """
    scorer = nerdocs(folder)
    found = scorer.score_docs(scorer.load_docs(str(file), max_docs=most), recogniser)
    if found["bad_spans"]:
        raise ValueError(f"{found['bad_spans']} mentions lie outside their text in {file.name}")
    return {name: float(found[name][2]) for name in (*MAIN, *TYPES)}


def macro(figures: Iterable[Figures]) -> Figures:
    """The mean of each figure over sets."""
    rows = list(figures)
    return {name: fmean(row[name] for row in rows) for name in rows[0]}


def link() -> dict[str, float]:
    """Linking on our own test set: the share of the links that are right, and of what can be linked that is."""
    texts = linking.items()
    figures: dict[str, float] = {}
    for way, name in (("marked", "linking"), ("recognised", "linking.recognised")):
        found = linking.score(texts, way)
        figures |= {f"{name}.precision": found.precision, f"{name}.coverage": found.coverage}
    return figures


def named(kind: str, files: Iterable[Path], figures: Iterable[Figures]) -> Figures:
    """Figures of sets and their mean, each under its name: ``dev.en-wikigold.typed``, ``dev.macro.typed``."""
    by_set = dict(zip(map(set_name, files), figures, strict=True))
    rows = {**by_set, "macro": macro(by_set.values())} if by_set else {}
    return {f"{kind}.{name}.{figure}": value for name, row in rows.items() for figure, value in row.items()}
