"""The development sets: what is measured on each, and where it is to get.

A set is measured by one function of the data's folder, in a process of its own.
"""

from __future__ import annotations

import json
import re
import tarfile
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import fmean

from clippings_etl import clean, clean_corpus

from . import web_pages
from .data import scorer

Figures = Mapping[str, float]
"""Figures by name, as the set's scorer gives them."""

LOWER_IS_BETTER = frozenset({"left", "lost"})
"""Boilerplate left and article text lost, % of characters; of every other figure more is better."""


_EVERY = 4
"""One of so many web pages is read by the gate, so that it stays quick; ``web_pages.py`` reads all of them."""


@dataclass(frozen=True, slots=True)
class DevelopmentSet:
    """Documents with the right answers, and how they are scored."""

    name: str
    files: tuple[str, ...]
    """What it is measured with, in the data's folder: documents and scorer."""
    measure: Callable[[Path], Figures]
    goals: Figures
    """What we want to reach; the floors keep what has been reached."""


def furniture(folder: Path) -> Figures:
    """Hand-made cases: lines removed, lines kept, cases right, hard negatives intact, metadata, in %."""
    score = scorer(folder, "score_furniture")
    with (folder / "furniture_dev.jsonl").open(encoding="utf-8") as file:
        cases = [json.loads(line) for line in file]
    line = score.run(cases, with_metadata)["all"]
    figures = {name: float(value) for name, value in re.findall(r"(\w+)=([\d.]+)%", line)}
    return {name: figures[name] for name in ("removed", "kept", "right", "neg", "meta")}


def with_metadata(text: str) -> tuple[str, dict[str, str | int | None]]:
    """Clean a text, and name the metadata as the scorer of the hand-made cases does."""
    cleaned = clean(text)
    told = cleaned.metadata
    return cleaned.text, {
        "published_at": told.published or told.published_text,
        "source": told.publisher,
        "byline": told.byline,
        "photo_credit": told.photo_credit,
        "page_count": told.page_count,
    }


def only_text(text: str) -> str:
    """Clean a text."""
    return clean(text).text


def plaintext(folder: Path, variant: str) -> Figures:
    """Real pages in one way of scraping, see the scorer for the figures."""
    score = scorer(folder, "score_plaintext")
    documents = list(score.load(str(folder / "plaintext_dev.jsonl.xz"), variant))
    return of_lines(score.run(documents, only_text)[0].row())


def only_texts(pairs: Sequence[tuple[str, str]]) -> list[str]:
    """Clean the pages of sites: ``(site, text)``."""
    return [cleaned.text for cleaned in clean_corpus(pairs)]


def corpus(folder: Path, variant: str) -> Figures:
    """Sites with many pages each, in one way of scraping."""
    score = scorer(folder, "score_plaintext")
    documents = list(score.load(str(folder / "corpus_dev.jsonl.xz"), variant))
    return of_lines(score.run(documents, only_texts, True)[0].row())


def html(folder: Path) -> Figures:
    """Every fourth web page: F1 of the cleaned text by set, and the shares of right titles, authors, dates (0 to 1)."""
    with tempfile.TemporaryDirectory() as unpacked:
        with tarfile.open(folder / "html_dev.tar.xz") as archive:
            archive.extractall(unpacked, filter="data")
        pages = web_pages.load(Path(unpacked) / "html_dev")[::_EVERY]
    found = [web_pages.ours(page) for page in pages]
    scores: dict[str, list[float]] = {}
    for page, one in zip(pages, found, strict=True):
        scores.setdefault(page.set, []).append(web_pages.f1(page.body, clean(one.text).text, page.language))
    named = [(one.title, one.byline, one.published) for one in found]
    return {name: fmean(scores[name]) for name in sorted(scores)} | web_pages.metadata_shares(pages, named)


def of_lines(row: Mapping[str, float]) -> Figures:
    """The figures that tell: F1c and dF1 (0 to 1), furniture left, article lost and exact pages (%)."""
    return {name: row[name] for name in ("F1c", "dF1", "left", "lost", "exact")}


def _plaintext_set(variant: str, **goals: float) -> DevelopmentSet:
    files = ("plaintext_dev.jsonl.xz", "score_plaintext.py")
    return DevelopmentSet(f"plaintext.{variant}", files, partial(plaintext, variant=variant), goals)


def _corpus_set(variant: str, **goals: float) -> DevelopmentSet:
    files = ("corpus_dev.jsonl.xz", "score_plaintext.py")
    return DevelopmentSet(f"corpus.{variant}", files, partial(corpus, variant=variant), goals)


SETS: tuple[DevelopmentSet, ...] = (
    DevelopmentSet(
        "furniture",
        ("furniture_dev.jsonl", "score_furniture.py"),
        furniture,
        {"removed": 95, "kept": 99, "right": 90, "neg": 97, "meta": 90},
    ),
    _plaintext_set("crude", F1c=0.90),
    _plaintext_set("resi", F1c=0.90),
    _plaintext_set("resid1", F1c=0.95, dF1=0.84, lost=1.5),
    _plaintext_set("resid2", F1c=0.982, dF1=0.60, lost=1),
    DevelopmentSet("html", ("html_dev.tar.xz",), html, {}),
    _corpus_set("crude", F1c=0.88),
    _corpus_set("resid1", F1c=0.935),
)
"""In the order in which they are printed."""
