"""`python -m benchmarks.archive`: write a synthetic archive, and beside it what searches in it must find."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from clippings_etl.analysis import Finished
from clippings_etl.spool import Original

from .articles import blocks
from .database import documents, store
from .oracle import Oracle


def answers_of(database: Path) -> Path:
    """The file beside a database with the answers to the oracle's questions."""
    return database.with_name(database.name + ".answers.json")


def make(database: Path, articles: int) -> None:
    """Write the database, then the answers: these are there only when all is."""
    answers_of(database).unlink(missing_ok=True)
    oracle = Oracle()

    def all_documents() -> Iterator[tuple[Finished, Original]]:
        for block in blocks(articles):
            oracle.add(block)
            yield from documents(block)
            print(f"{block.first + len(block):,} articles", file=sys.stderr)

    store(database, all_documents())
    answers_of(database).write_text(json.dumps(oracle.as_json(), indent=1) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.archive",
        description=__doc__,
        epilog="Example:\n      python -m benchmarks.archive --articles 100000 -o archive.db",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--articles", type=int, default=100_000, help="how many (100000)")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the database; replaced if it is there")
    options = parser.parse_args()
    started = time.monotonic()
    make(options.output, options.articles)
    seconds = time.monotonic() - started
    size = options.output.stat().st_size / 1e6
    print(f"{options.output}: {options.articles:,} articles, {size:,.0f} MB, in {seconds:,.0f} s")
    print(f"{answers_of(options.output)}: what searches must find")


if __name__ == "__main__":
    main()
