"""`python -m benchmarks.archive`: write an archive, and beside it what searches in it must find.

Synthetic articles, the same each time; or with --pages articles mixed of the lines of real ones.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from .exports import export
from .making import answers_of, make_of_pages, make_synthetic


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.archive",
        description=__doc__,
        epilog="Example:\n      python -m benchmarks.archive --articles 100000 -o archive.db",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--articles", type=int, default=100_000, help="how many (100000)")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the database; replaced if it is there")
    parser.add_argument("--pages", type=Path, nargs="+", metavar="FOLDER", help="where real pages are")
    parser.add_argument("--json-lines", type=Path, metavar="FOLDER", help="write the articles for other engines, too")
    options = parser.parse_args()
    started = time.monotonic()
    if options.pages:
        make_of_pages(options.output, options.pages, options.articles, _say)
    else:
        make_synthetic(options.output, options.articles, _say)
    seconds = time.monotonic() - started
    size = options.output.stat().st_size / 1e6
    print(f"{options.output}: {options.articles:,} articles, {size:,.0f} MB, in {seconds:,.0f} s")
    print(f"{answers_of(options.output)}: what searches must find")
    if options.json_lines:
        options.json_lines.mkdir(parents=True, exist_ok=True)
        export(options.output, options.json_lines / "articles.jsonl", options.json_lines / "entities.jsonl")


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
