"""How fast boilerplate is removed: `python -m benchmarks.cleaning.speed`.

All tools run in one process on one core, a round of each after the other, so that whatever else the machine
does meets them all; processor time is counted, and the median of the rounds is printed. The ratios are what
can be compared between machines.
"""

from __future__ import annotations

import importlib.util
import json
import statistics
import tarfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import click

from clippings_etl import ClippingsError, clean
from clippings_etl.documents import Record
from clippings_etl.extraction import FORMATS, extract

from .data import VARIABLE, data_folder, scorer

Document = str | bytes
Tool = Callable[[Document], object]

SIMPLE_RULES = ("min10", "terminal", "c4_ml", "refinedweb", "justext_all")
"""What of ``baselines.py`` is measured beside ours: by words, by sentence ends, C4's, RefinedWeb's, jusText's rules."""


@dataclass(frozen=True, slots=True)
class Material:
    """Documents of one kind, and the tools that can read them, ours first."""

    name: str
    documents: tuple[Document, ...]
    tools: Mapping[str, Tool]

    @property
    def size(self) -> int:
        """Bytes of all documents, texts as UTF-8."""
        return sum(len(one if isinstance(one, bytes) else one.encode()) for one in self.documents)


@dataclass(frozen=True, slots=True)
class Speed:
    """What a tool does in a second."""

    bytes: float
    documents: float


def measure(material: Material, rounds: int) -> dict[str, Speed]:
    """The speed of each tool: the median of so many rounds, after one that isn't counted."""
    seconds: dict[str, list[float]] = {name: [] for name in material.tools}
    for turn in range(rounds + 1):
        for name, tool in material.tools.items():
            start = time.process_time()
            for document in material.documents:
                tool(document)
            if turn:
                seconds[name].append(time.process_time() - start)
    medians = {name: statistics.median(times) for name, times in seconds.items()}
    return {name: Speed(material.size / took, len(material.documents) / took) for name, took in medians.items()}


def table(material: Material, speeds: Mapping[str, Speed]) -> str:
    """Megabytes and documents a second, and how many times ours that is."""
    ours = next(iter(speeds.values()))
    rows = [f"{material.name}: {len(material.documents)} documents, {material.size / 1e6:.2f} MB"]
    for name, speed in speeds.items():
        a_second = f"{speed.bytes / 1e6:9.2f} MB/s{speed.documents:10.1f} a second"
        rows.append(f"  {name:16}{a_second}{speed.bytes / ours.bytes:8.2f} × ours")
    return "\n".join(rows)


def materials(folder: Path, most: int) -> list[Material]:
    """Articles, what an extractor left, dumps of whole pages, and the pages themselves; at most so many of each."""
    score, rules = scorer(folder, "score_plaintext"), scorer(folder, "baselines")
    simple = {name: getattr(rules, name) for name in SIMPLE_RULES if hasattr(rules, name)}
    tools: dict[str, Tool] = {"clippings": clean, **simple}  # type: ignore[dict-item]
    bodies, pages = _pages(folder / "html_dev.tar.xz")
    found = [Material("articles", _some(bodies, most), tools)]
    for variant in ("resid1", "crude"):
        texts = ["\n".join(one["lines"]) for one in score.load(str(folder / "plaintext_dev.jsonl.xz"), variant)]
        found.append(Material(variant, _some(texts, most), tools))
    if "html" in FORMATS:
        found.append(Material("web pages", _some(pages, most), {"clippings": _read_page, **_page_readers()}))
    return found


def _some(documents: Sequence[Document], most: int) -> tuple[Document, ...]:
    """Documents at even distances, so that all sources are among them."""
    return tuple(documents[:: max(1, -(-len(documents) // most))])


def _pages(archive: Path) -> tuple[list[str], list[bytes]]:
    """The articles' bodies and the pages that they were taken from, in the order of their names."""
    found = {}
    gold = b""
    with tarfile.open(archive) as members:
        for member in members:
            file = members.extractfile(member)
            if file and PurePosixPath(member.name).name == "gold.jsonl":
                gold = file.read()
            elif file:
                found[member.name] = file.read()
    bodies = [json.loads(line)["body"] for line in gold.splitlines()]
    return bodies, [found[name] for name in sorted(found)]


def _read_page(page: Document) -> object:
    """A page's article, cleaned; a page without one costs time too."""
    assert isinstance(page, bytes)
    try:
        return clean(extract(Record("page", page, format="html")).text)
    except ClippingsError:
        return None


def _page_readers() -> dict[str, Tool]:
    """The library that reads web pages best, where it is installed."""
    if not importlib.util.find_spec("trafilatura"):
        return {}
    import trafilatura

    return {"trafilatura": lambda page: trafilatura.extract(page, favor_precision=True, deduplicate=False)}


@click.command()
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    default=data_folder,
    help=f"Folder with the data.  [default: ${VARIABLE}, or ../shared/cleaning beside the project]",
)
@click.option("--most", type=click.IntRange(1), default=100, show_default=True, help="Documents of each kind, at most.")
@click.option("--rounds", type=click.IntRange(1), default=5, show_default=True, help="Rounds that the median is of.")
@click.option("--only", multiple=True, metavar="KIND", help="Only articles, resid1, crude or 'web pages'; repeatable.")
def main(data: Path, most: int, rounds: int, only: tuple[str, ...]) -> None:
    """Measure megabytes and documents a second on one core, beside simple rules and libraries.

    \b
    Example:
        python -m benchmarks.cleaning.speed --only crude
    """
    if not data.is_dir():
        click.echo(f"Skipped: there is no development data in {data}. Name its folder with --data or ${VARIABLE}.")
        return
    for material in materials(data, most):
        if not only or material.name in only:
            click.echo(table(material, measure(material, rounds)))


if __name__ == "__main__":
    main(prog_name="python -m benchmarks.cleaning.speed")
