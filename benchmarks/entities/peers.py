"""Recognition beside other tools: `python -m benchmarks.entities.peers`.

All tools read the same articles in one process with one thread, a round of each after the other, so that whatever
else the machine does meets them all; processor time is counted, and the median of the rounds is printed. The
ratios are what can be compared between machines. F1 is that of the exact mentions with their type.

spaCy's trained pipelines are on no package index. Where none is named with ``--pipeline``, speed is measured
with a pipeline of the architecture of en_core_web_sm whose weights are random: the same layers do the same work
whatever their weights, so its speed tells, and what it finds doesn't.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from clippings_etl.errors import RecogniserError
from clippings_etl.recognisers import Engine
from clippings_etl.recognisers.opening import opened

from .data import VARIABLE, data_folder, development_files, held_out_files, nerdocs, set_name
from .sets import ours, score
from .small_pipeline import small_pipeline

Tool = Callable[[str, str], Iterable[tuple[int, int, str]]]

_THREADED = ("OMP", "OPENBLAS", "MKL", "BLIS", "NUMEXPR", "VECLIB_MAXIMUM")

PEERS = {"en": ("spacy",), "ru": ("natasha",), "vi": ("underthesea",)}
"""The languages that are measured, and who else reads them."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool, ready to read."""

    name: str
    tool: Tool
    is_trained: bool = True


@dataclass(frozen=True, slots=True)
class Result:
    """What a tool did with the articles of a language."""

    peer: str
    speed: float
    """Characters a second of processor time."""
    f1: Mapping[str, float]
    """By set; empty where nothing was trained."""


def peers(language: str, pipelines: Sequence[str]) -> list[Peer]:
    """Ours, and those other tools for a language that are installed.

    Raises:
        RecogniserError: a pipeline that was named can't be loaded.
    """
    found = [Peer("clippings", ours), *filter(None, map(_peer, PEERS[language]))]
    for name in pipelines:
        engine = opened("spacy", name)
        if not engine.languages or language in engine.languages:
            found.append(Peer(name, partial(_with_engine, engine)))
    return found


def _peer(name: str) -> Peer | None:
    try:
        if name == "spacy":
            return Peer("small pipeline, random weights", partial(_with_spacy, small_pipeline()), False)
        return Peer(name, partial(_with_engine, opened(name, "")))
    except RecogniserError as error:
        click.echo(f"{error}. {error.advice}", err=True)
        return None


def _with_engine(engine: Engine, text: str, language: str) -> list[tuple[int, int, str]]:
    return [(found.start, found.end, found.type) for found in engine(text, language)]


def _with_spacy(nlp: Callable[[str], object], text: str, language: str) -> list[tuple[int, int, str]]:
    nlp(text)
    return []


def articles(folder: Path, files: Iterable[Path], most: int) -> list[str]:
    """Texts of sets in turn, at most so many characters, none of them longer than an article may be."""
    documents = [nerdocs(folder).load_docs(str(file)) for file in files]
    texts = [
        found[number]["text"]
        for number in range(max(map(len, documents)))
        for found in documents
        if number < len(found)
    ]
    chosen: list[str] = []
    length = 0
    for text in texts:
        if length >= most:
            break
        chosen.append(text)
        length += len(text)
    return chosen


def speeds(tools: Sequence[Peer], texts: Sequence[str], language: str, rounds: int) -> list[float]:
    """Characters a second of each tool: the median of so many rounds, after one that isn't counted."""
    seconds: list[list[float]] = [[] for _ in tools]
    for turn in range(rounds + 1):
        for tool, times in zip(tools, seconds, strict=True):
            start = time.process_time()
            for text in texts:
                tool.tool(text, language)
            if turn:
                times.append(time.process_time() - start)
    characters = sum(map(len, texts))
    return [characters / statistics.median(times) for times in seconds]


def measure(folder: Path, language: str, pipelines: Sequence[str], most: int, rounds: int) -> list[Result]:
    """Every tool on the articles of a language, ours first."""
    files = [file for file in (*development_files(folder), *held_out_files()) if set_name(file)[:2] == language]
    tools = peers(language, pipelines)
    texts = articles(folder, files, most)
    results = []
    for tool, speed in zip(tools, speeds(tools, texts, language, rounds), strict=True):
        f1 = {set_name(file): score(folder, file, tool.tool)["typed"] for file in files} if tool.is_trained else {}
        results.append(Result(tool.name, speed, f1))
    return results


def table(language: str, results: Sequence[Result]) -> str:
    """Speeds with how many times as fast ours is, and F1 by set."""
    rows = [f"{language}: characters a second and core, how many times ours is as fast; F1 by set"]
    for result in results:
        ratio = results[0].speed / result.speed
        f1 = "  ".join(f"{name} {value:.3f}" for name, value in result.f1.items())
        rows.append(f"  {result.peer:32}{result.speed:12,.0f}{ratio:8.1f} ×  {f1}".rstrip())
    return "\n".join(rows)


@click.command()
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    default=data_folder,
    help=f"Folder with the data.  [default: ${VARIABLE}, or ../shared/ner beside the project]",
)
@click.option("--only", multiple=True, type=click.Choice(sorted(PEERS)), help="Only this language; repeatable.")
@click.option(
    "--pipeline", "pipelines", multiple=True, metavar="NAME", help="A spaCy pipeline that you installed; repeatable."
)
@click.option("--most", default=60_000, show_default=True, help="Characters of articles in each language.")
@click.option("--rounds", type=click.IntRange(1), default=3, show_default=True, help="Rounds that the median is of.")
def main(data: Path, only: tuple[str, ...], pipelines: tuple[str, ...], most: int, rounds: int) -> None:
    """Measure recognition on one core beside spaCy (en), natasha (ru) and underthesea (vi), those that are installed.

    \b
    Example:
        python -m benchmarks.entities.peers --only ru
    """
    if not data.is_dir():
        click.echo(f"Skipped: there is no development data in {data}. Name its folder with --data or ${VARIABLE}.")
        return
    # Spaces have no part of speech in the pipeline with random weights, and it says so.
    warnings.filterwarnings("ignore", message=r"\[W108\]")
    try:
        for language in only or PEERS:
            click.echo(table(language, measure(data, language, pipelines, most, rounds)))
    except RecogniserError as error:
        raise click.ClickException(f"{error}. {error.advice}") from error


def keep_to_one_thread() -> None:
    """Start again with libraries for matrices told to use one thread, which they read when they are loaded."""
    settings = {f"{name}_NUM_THREADS": "1" for name in _THREADED}
    if any(os.environ.get(name) != value for name, value in settings.items()):
        os.environ.update(settings)
        os.execv(sys.executable, [sys.executable, "-m", "benchmarks.entities.peers", *sys.argv[1:]])


if __name__ == "__main__":
    keep_to_one_thread()
    main(prog_name="python -m benchmarks.entities.peers")
