"""Train the line scorer (`etl/clippings_etl/cleaning/line_scorer.py`) on the development pages.

    pip install -e ".[data]"
    python scripts/train_line_scorer.py --data FOLDER [--folds 4] [--write]

The pages' lines are labelled: of the article or not. The model sees how the lines look and where they stand, no
words. With --folds it is first tested on sites that it has not seen: figures as `score_plaintext.py` counts them,
for each variant and threshold. The same data, rules and libraries give the same model.
"""

from __future__ import annotations

import argparse
import json
import lzma
import tarfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import lightgbm
import numpy as np
from numpy.typing import NDArray

from clippings_etl.cleaning import cleaner
from clippings_etl.cleaning.document import read
from clippings_etl.cleaning.line_features import features
from clippings_etl.cleaning.line_scorer import BINS

MODEL = Path(__file__).parent.parent / "etl" / "clippings_etl" / "cleaning" / "data" / "line_scorer.json"
VERSION = 1
KEEP, DROP, UNKNOWN = 1, 0, 2
LABELS = {"K": KEEP, "D": DROP, "N": UNKNOWN}
THRESHOLDS = (0.1, 0.15, 0.2, 0.3, 0.4, 0.5)
PARAMETERS = {
    "objective": "binary",
    "max_depth": 1,  # one feature a tree: that makes the model additive
    "num_leaves": 2,
    "learning_rate": 0.15,
    "min_child_samples": 60,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "feature_fraction": 0.5,
    "seed": 1,
    "deterministic": True,
    "force_col_wise": True,
    "num_threads": 2,
    "verbose": -1,
}
ROUNDS = 320


@dataclass(frozen=True)
class Page:
    """A text with labelled lines."""

    kind: str
    site: str
    names: tuple[str, ...]
    columns: NDArray[np.float64]
    labels: NDArray[np.int8]
    lengths: NDArray[np.int64]


def pages(data: Path) -> Iterator[Page]:
    """All labelled texts: pages as they were dumped, and the articles alone, of which every line is kept."""
    for name in ("plaintext_dev", "corpus_dev"):
        with lzma.open(data / f"{name}.jsonl.xz", "rt", encoding="utf-8") as file:
            for row in map(json.loads, file):
                labels = [LABELS[label] for label in row["labels"]]
                yield from _page(f"{name} {row['variant']}", row["site"], row["lang"], row["lines"], labels)
    with tarfile.open(data / "html_dev.tar.xz") as archive:
        gold = archive.extractfile("html_dev/gold.jsonl")
        assert gold is not None
        for row in map(json.loads, gold):
            lines = [line for line in row["body"].splitlines() if line.strip()]
            yield from _page("article alone", row["url"] or row["id"], row["lang"], lines, [KEEP] * len(lines))


def _page(kind: str, site: str, language: str, lines: Sequence[str], labels: Sequence[int]) -> Iterator[Page]:
    # A line of white space has no label in the document; one with line breaks inside has several lines there.
    parts = [(part, label) for line, label in zip(lines, labels, strict=True) for part in line.splitlines()]
    parts = [(part, label) for part, label in parts if part.strip()]
    if not parts:
        return
    document = replace(read("\n".join(part for part, _ in parts)), language=language)
    columns = features(document, cleaner.claimed_lines(document))
    yield Page(
        kind,
        site,
        tuple(columns),
        np.stack(list(columns.values())),
        np.array([label for _, label in parts], dtype=np.int8),
        np.array([len(" ".join(part.split())) for part, _ in parts]),
    )


@dataclass(frozen=True)
class Table:
    """The pages' lines beneath each other, their features in steps."""

    pages: Sequence[Page]
    low: NDArray[np.float64]
    step: NDArray[np.float64]
    steps: NDArray[np.int16]
    labels: NDArray[np.int8]
    weights: NDArray[np.float64]
    page: NDArray[np.int64]


def tabulate(found: Sequence[Page]) -> Table:
    """Lay out what is trained on. Each page weighs the same, and in it a line what it is long.

    But for the lines to be dropped, which weigh the square root: a long one is hardly worse than a short one.
    """
    values = np.concatenate([page.columns for page in found], axis=1)
    low, high = np.quantile(values, [0.002, 0.998], axis=1)
    high = np.where(high > low, high, np.maximum(values.max(axis=1), low + 1e-6))
    step = (high - low) / BINS * (1 + 1e-9)
    steps = np.clip((values - low[:, None]) / step[:, None], 0, BINS - 1).astype(np.int16)
    return Table(
        found,
        low,
        step,
        steps.T,
        np.concatenate([page.labels for page in found]),
        np.concatenate([_weights(page) for page in found]),
        np.repeat(np.arange(len(found)), [len(page.labels) for page in found]),
    )


def _weights(page: Page) -> NDArray[np.float64]:
    root = np.sqrt(np.maximum(page.lengths, 4))
    kept = page.labels == KEEP
    weights = root.copy()
    if kept.any():
        weights[kept] = root[kept] ** 2 * root[kept].sum() / (root[kept] ** 2).sum()
    scaled: NDArray[np.float64] = weights / root.sum()
    return scaled


def train(table: Table, chosen: NDArray[np.bool_]) -> tuple[NDArray[np.float64], float]:
    """The tables of an additive model, a row a feature, and its intercept."""
    rows = chosen & (table.labels != UNKNOWN)
    weights = table.weights[rows]
    data = lightgbm.Dataset(
        table.steps[rows], table.labels[rows], weight=weights / weights.mean(), params={"max_bin": BINS + 1}
    )
    stumps = lightgbm.train(PARAMETERS, data, ROUNDS).dump_model()["tree_info"]
    adds = np.zeros((table.steps.shape[1], BINS))
    intercept = 0.0
    for stump in stumps:
        tree = stump["tree_structure"]
        if "split_feature" not in tree:
            intercept += tree["leaf_value"]
            continue
        split = int(np.floor(tree["threshold"])) + 1
        adds[tree["split_feature"], :split] += tree["left_child"]["leaf_value"]
        adds[tree["split_feature"], split:] += tree["right_child"]["leaf_value"]
    # What a feature adds at its usual values isn't what tells two lines apart: it goes to the intercept.
    usual = np.array([np.median(row[steps]) for row, steps in zip(adds, table.steps.T, strict=True)])
    return adds - usual[:, None], intercept + float(usual.sum())


def predict(table: Table, adds: NDArray[np.float64], intercept: float) -> NDArray[np.float64]:
    """How likely each line belongs to the article."""
    logits = np.take_along_axis(adds.T, table.steps.astype(np.intp), axis=0).sum(axis=1) + intercept
    article: NDArray[np.float64] = 1 / (1 + np.exp(-logits))
    return article


def cross_validate(table: Table, folds: int) -> None:
    """Print the figures on sites that the model has not seen."""
    fold = np.array([zlib.crc32(page.site.encode()) % folds for page in table.pages])[table.page]
    article = np.zeros(len(table.labels))
    for number in range(folds):
        article[fold == number] = predict(table, *train(table, fold != number))[fold == number]
    for kind in sorted({page.kind for page in table.pages}):
        for threshold in THRESHOLDS:
            print(f"{kind:22} {threshold:4} {figures(table, article >= threshold, kind)}", flush=True)


def figures(table: Table, kept: NDArray[np.bool_], kind: str) -> str:
    """F1 of the kept characters (mean of the pages), F1 of the dropped lines, share of the article lost."""
    per_page = []
    lost = art = hits = false = missed = 0
    ends = np.cumsum([len(page.labels) for page in table.pages])
    for page, end in zip(table.pages, ends, strict=True):
        if page.kind != kind:
            continue
        keep = kept[end - len(page.labels) : end]
        wanted, unwanted = page.labels == KEEP, page.labels == DROP
        right = int(page.lengths[wanted & keep].sum())
        all_kept = right + int(page.lengths[unwanted & keep].sum())
        whole = int(page.lengths[wanted].sum())
        per_page.append(2 * right / (all_kept + whole) if right else 0.0)
        lost, art = lost + whole - right, art + whole
        hits += int((unwanted & ~keep).sum())
        false += int((wanted & ~keep).sum())
        missed += int((unwanted & keep).sum())
    dropped = 2 * hits / max(2 * hits + false + missed, 1)
    return f"F1c={np.mean(per_page):.4f} dF1={dropped:.4f} lost={100 * lost / max(art, 1):.2f}%"


def main() -> None:
    """Train, and test if asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the development pages")
    parser.add_argument("--folds", type=int, default=0, help="test on unseen sites first, in so many parts")
    parser.add_argument("--write", action="store_true", help=f"write {MODEL.name}")
    arguments = parser.parse_args()
    table = tabulate(list(pages(arguments.data)))
    if arguments.folds:
        cross_validate(table, arguments.folds)
    if arguments.write:
        adds, intercept = train(table, np.ones(len(table.labels), dtype=bool))
        model = {
            "version": VERSION,
            "intercept": round(intercept, 4),
            "features": {
                name: {"low": round(float(low), 6), "step": round(float(step), 6), "adds": np.round(row, 3).tolist()}
                for name, low, step, row in zip(table.pages[0].names, table.low, table.step, adds, strict=True)
            },
        }
        MODEL.write_text(
            json.dumps(model, indent=None, separators=(",", ":")).replace('},"', '},\n"') + "\n", encoding="utf-8"
        )
        print(f"{MODEL}: {MODEL.stat().st_size:,} bytes, {len(adds)} features, {table.labels.size:,} lines")


if __name__ == "__main__":
    main()
