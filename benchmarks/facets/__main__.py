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
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from benchmarks.archive.exports import export
from benchmarks.archive.making import answers_of, make_of_pages, make_synthetic

from .engine import Material, Question, Selected
from .measuring import Asked, measure
from .processes import ENGINES
from .table import tables


def main() -> None:
    options = _options()
    options.folder.mkdir(parents=True, exist_ok=True)
    material = Material(options.folder)
    _prepare(material, options.articles, options.pages)
    answers = json.loads(answers_of(material.database).read_text(encoding="utf-8"))
    asked, numbers = asked_of(material)
    figures = measure(
        material,
        asked,
        numbers,
        engines=options.engines,
        runs=options.runs,
        seconds=options.seconds,
        cold=options.cold,
        say=_say,
    )
    text = _text_bytes(material.database)
    title = f"{answers['articles']:,} {answers['what']}"
    if options.json:
        about = {"articles": answers["articles"], "machine": _machine(), "text bytes": text}
        content = {**about, "engines": [asdict(one) for one in figures]}
        options.json.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    print(tables(figures, f"{title}; {_machine()}", text))
    if any(one.mistakes for one in figures):
        sys.exit(1)


def _prepare(material: Material, articles: int, pages: Sequence[Path] | None) -> None:
    if not answers_of(material.database).exists():
        if pages:
            make_of_pages(material.database, pages, articles, _say)
        else:
            make_synthetic(material.database, articles, _say)
    if not material.articles.exists():
        export(material.database, material.articles, material.entities)


def asked_of(material: Material) -> tuple[list[Asked], dict[int, str]]:
    """The questions beside an archive, and the key of each entity by its number."""
    with closing(sqlite3.connect(material.database)) as connection:
        entities = connection.execute("select id, key, name from entities").fetchall()
    known = {key: Selected(key, name, number) for number, key, name in entities}
    answers = json.loads(answers_of(material.database).read_text(encoding="utf-8"))
    asked = [
        Asked(one["name"], Question(one["words"]), known[one["selected"]["key"]], one) for one in answers["questions"]
    ]
    return asked, {number: key for number, key, _ in entities}


def _text_bytes(database: Path) -> int:
    with closing(sqlite3.connect(database)) as connection:
        query = "select sum(length(cast(title as blob)) + length(cast(text as blob))) from articles"
        return int(connection.execute(query).fetchone()[0])


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


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
    parser.add_argument("--pages", type=Path, nargs="+", metavar="FOLDER", help="make the archive of real pages")
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
