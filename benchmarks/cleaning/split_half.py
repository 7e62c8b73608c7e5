"""Whether rules made for some sites hold on others: `python -m benchmarks.cleaning.split_half`.

The development sites are split in two by a hash of their names, and each figure is taken on both halves. The
halves are of other pages too, so they differ however good the rules are: beside the difference stands what it is
on average over many such splits. Rules that were fitted to the sites of one half show as a difference well above
that.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import statistics
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from types import ModuleType

import click

from .data import VARIABLE, data_folder, scorer
from .sets import Figures, of_lines, only_text, only_texts

SETS = {
    "plaintext": ("plaintext_dev.jsonl.xz", ("crude", "resi", "resid1", "resid2")),
    "corpus": ("corpus_dev.jsonl.xz", ("crude", "resid1")),
}
"""File and ways of scraping, by the name of the set."""
SPLITS = 50
"""Splits that the average is taken over."""


def half(site: str, split: int = 0) -> int:
    """0 or 1, by the hash of a site's name: the same on every machine and whatever other sites there are."""
    return hashlib.sha256(f"{split}:{site}".encode()).digest()[0] & 1


def measure(folder: Path, name: str, variant: str, splits: int = SPLITS) -> list[tuple[Figures, Figures]]:
    """The figures of both halves in one way of scraping, for each split; the pages are cleaned once."""
    score = scorer(folder, "score_plaintext")
    documents = list(score.load(str(folder / SETS[name][0]), variant))
    texts = ["\n".join(one["lines"]) for one in documents]
    if name == "corpus":
        cleaned = only_texts(list(zip((one["site"] for one in documents), texts, strict=True)))
    else:
        cleaned = [only_text(text) for text in texts]
    kept = [score.kept_chars(one["lines"], text) for one, text in zip(documents, cleaned, strict=True)]
    return [_halves(score, documents, kept, split) for split in range(splits)]


def _halves(
    score: ModuleType,
    documents: Sequence[dict[str, list[str]]],
    kept: Sequence[tuple[list[int], list[int]]],
    split: int,
) -> tuple[Figures, Figures]:
    totals = (score.Acc(), score.Acc())
    for document, (keep, size) in zip(documents, kept, strict=True):
        totals[half(str(document["site"]), split)].add(document["labels"], keep, size)
    return of_lines(totals[0].row()), of_lines(totals[1].row())


def rows(name: str, variant: str, halves: Sequence[tuple[Figures, Figures]]) -> list[str]:
    """A line for F1c, dF1 (both in points of 100) and lost (%): both halves, the difference, and what is usual."""
    found = []
    for figure, scale in (("F1c", 100), ("dF1", 100), ("lost", 1)):
        pairs = [(scale * one[figure], scale * other[figure]) for one, other in halves]
        (one, other), usual = pairs[0], statistics.fmean(abs(a - b) for a, b in pairs)
        found.append(f"{f'{name}.{variant}.{figure}':24}{one:9.2f}{other:9.2f}{other - one:+12.2f}{usual:9.2f}")
    return found


@click.command()
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    default=data_folder,
    help=f"Folder with the data.  [default: ${VARIABLE}, or ../shared/cleaning beside the project]",
)
def main(data: Path) -> None:
    """Compare the figures on two halves of the development sites.

    \b
    Example:
        python -m benchmarks.cleaning.split_half
    """
    if not data.is_dir():
        click.echo(f"Skipped: there is no development data in {data}. Name its folder with --data or ${VARIABLE}.")
        return
    click.echo(f"{'figure':24}{'half A':>9}{'half B':>9}{'difference':>12}{'usual':>9}")
    tasks = [(name, variant) for name, (_, variants) in SETS.items() for variant in variants]
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        for (name, variant), halves in zip(
            tasks, pool.map(partial(measure, data), *zip(*tasks, strict=True)), strict=True
        ):
            click.echo("\n".join(rows(name, variant, halves)))
    click.echo(f"usual: mean of the absolute difference over {SPLITS} splits, this one among them")


if __name__ == "__main__":
    main(prog_name="python -m benchmarks.cleaning.split_half")
