"""`python -m benchmarks.facets`: search with entity facets, beside other engines.

Makes a synthetic archive in the folder (or takes the one that is there), builds the indexes of the other engines that
are missing, asks all engines the same questions in turns, checks each answer, and prints the figures as Markdown.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sqlite3
import sys
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from benchmarks.archive.__main__ import answers_of, make
from benchmarks.archive.exports import export

from .engine import Material, Question, Selected
from .measuring import Asked, measure
from .processes import ENGINES
from .table import tables


def main() -> None:
    options = _options()
    options.folder.mkdir(parents=True, exist_ok=True)
    material = Material(options.folder)
    _prepare(material, options.articles)
    answers = json.loads(answers_of(material.database).read_text(encoding="utf-8"))
    with closing(sqlite3.connect(material.database)) as connection:
        keys = dict(connection.execute("select id, key from entities"))
        (text,) = connection.execute("select sum(length(title) + length(text)) from articles").fetchone()
    numbers = {key: number for number, key in keys.items()}
    figures = measure(
        material,
        [_asked(question, numbers) for question in answers["questions"]],
        keys,
        engines=options.engines,
        runs=options.runs,
        seconds=options.seconds,
        cold=options.cold,
        say=lambda line: print(line, file=sys.stderr, flush=True),
    )
    title = f"{answers['articles']:,} {answers.get('what', 'synthetic articles')}"
    if options.json:
        about = {"articles": answers["articles"], "machine": _machine(), "text bytes": text}
        content = {**about, "engines": [asdict(one) for one in figures]}
        options.json.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    print(tables(figures, f"{title}; {_machine()}", text))
    if any(one.mistakes for one in figures):
        sys.exit(1)


def _prepare(material: Material, articles: int) -> None:
    if not answers_of(material.database).exists():
        make(material.database, articles)
    if not material.articles.exists():
        export(material.database, material.articles, material.entities)


def _asked(question: dict[str, object], numbers: dict[str, int]) -> Asked:
    selected = question["selected"]
    assert isinstance(selected, dict)
    key = selected["key"]
    words = question["words"]
    return Asked(
        name=str(question["name"]),
        question=Question(None if words is None else str(words)),
        selected=Selected(key, selected["name"], numbers[key]),
        answers=question,
    )


def _machine() -> str:
    return f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.facets",
        description=__doc__,
        epilog="Example:\n      python -m benchmarks.facets --articles 100000 --folder facets-100k",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--articles", type=int, default=100_000, help="how many, where the archive has to be made")
    parser.add_argument("--folder", type=Path, required=True, help="where archive and indexes are, and stay")
    parser.add_argument(
        "--engines", type=_engines, default=list(ENGINES), help=f"some of {','.join(ENGINES)}, with commas (all)"
    )
    parser.add_argument("--runs", type=int, default=21, help="warm answers to each question (21)")
    parser.add_argument("--seconds", type=float, default=3, help="about the most for one engine and question (3)")
    parser.add_argument("--no-cold", dest="cold", action="store_false", help="no first answers from the disk")
    parser.add_argument("--json", type=Path, help="a file for all figures")
    return parser.parse_args()


def _engines(text: str) -> list[str]:
    names = text.split(",")
    unknown = [name for name in names if name not in ENGINES]
    if unknown:
        raise argparse.ArgumentTypeError(f"no engine {', '.join(unknown)}; there are {', '.join(ENGINES)}")
    return names


if __name__ == "__main__":
    main()
