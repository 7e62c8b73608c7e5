"""`python -m benchmarks.serving ARCHIVE`: pages through HTTP, beside plain Datasette on the same file.

ARCHIVE is one that `python -m benchmarks.archive` made, with its answers beside it. First each page is asked for again
and again over one connection: the search page and the table page with three entity facets, and the table page without
facets, from us and from Datasette without plugins. Then wrk asks for the pages of several words over 1, 16 and 64
connections.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.archive.making import answers_of

from .load import Load, NoWrk, check_wrk, load
from .pages import faceted_table, plain_table, search_page, words_by_share
from .requests import Client, Latency
from .server import Server, serving

OURS = {"search page": search_page, "table, three facets": faceted_table, "table": plain_table}
PLAIN = {"plain Datasette's table": plain_table}
_SHARES = ("50 %", "10 %", "1 %")
_UNDER_LOAD = ("10 %", "1 %", "0.01 %")

Words = Mapping[str, tuple[str, int]]


def main() -> None:
    options = _options()
    words = words_by_share(json.loads(answers_of(options.archive).read_text(encoding="utf-8")))
    latencies: dict[str, dict[str, Latency]] = {}
    loads: dict[str, list[Load]] = {}
    idle: dict[str, int] = {}
    for plugin, pages in ((True, OURS), (False, PLAIN)):
        with serving(options.archive, plugin=plugin) as server:
            if plugin:
                _check_counts(server, options.archive, words)
            for page, address in pages.items():
                paths = {share: address(options.archive, words[share][0]) for share in _SHARES}
                latencies[page] = _latencies(server, paths, options.requests)
                _say(f"{page}: " + ", ".join(f"{share} {one.p95:.0f} ms" for share, one in latencies[page].items()))
    if options.seconds:
        for plugin, pages in ((True, OURS), (False, PLAIN)):
            for page, address in pages.items():
                with serving(options.archive, plugin=plugin) as server:
                    idle[page] = server.memory()
                    asked = [address(options.archive, words[share][0]) for share in _UNDER_LOAD]
                    loads[page] = []
                    for connections in options.connections:
                        loads[page].append(load(server, asked, connections, options.seconds))
                        _say(f"{page}, {connections} connections: p99 {loads[page][-1].p99:.0f} ms")
    if options.json:
        content = {
            "pages": {page: {share: asdict(one) for share, one in each.items()} for page, each in latencies.items()},
            "load": {page: [asdict(one) for one in each] for page, each in loads.items()},
        }
        options.json.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    print("\n".join(_tables(latencies, loads, idle)))
    if any(one.errors for each in loads.values() for one in each):
        sys.exit(1)


def _check_counts(server: Server, archive: Path, words: Words) -> None:
    """The pages that are measured tell the right number of articles."""
    with Client(server) as client:
        for word, count in words.values():
            told: Any = client.json(search_page(archive, word, ".json"))
            if told["count"] != count:
                raise SystemExit(f"the search page tells {told['count']} articles with {word!r}, not {count}")


def _latencies(server: Server, paths: Mapping[str, str], requests: int) -> dict[str, Latency]:
    with Client(server) as client:
        return {share: client.latency(path, requests) for share, path in paths.items()}


def _tables(
    latencies: Mapping[str, Mapping[str, Latency]], loads: Mapping[str, Sequence[Load]], idle: Mapping[str, int]
) -> list[str]:
    lines = [f"Datasette {version('datasette')}. One request after another, ms (p50; p95; the first):", ""]
    lines += ["| page | " + " | ".join(_SHARES) + " |", "|---|" + "--:|" * len(_SHARES)]
    for page, times in latencies.items():
        cells = [f"{one.median:.0f}; {one.p95:.0f}; {one.first:.0f}" for one in times.values()]
        lines.append(f"| {page} | " + " | ".join(cells) + " |")
    if not loads:
        return lines
    (plain,) = (loads[page] for page in PLAIN)
    lines += ["", "Under load; × is the p99 in that of plain Datasette's table:", ""]
    columns = ["connections", "requests/s", "p50, ms", "p99, ms", "×", "errors", "idle, MB", "end, MB", "growth, MB"]
    lines += ["| page | " + " | ".join(columns) + " |", "|---|" + "--:|" * len(columns)]
    for page, each in loads.items():
        for one, other in zip(each, plain, strict=True):
            numbers = [
                f"{one.connections}",
                f"{one.requests / one.seconds:.1f}",
                f"{one.median:.0f}",
                f"{one.p99:.0f}",
                f"{one.p99 / other.p99:.2f}",
                f"{one.errors}",
                f"{idle[page] / 1e6:.0f}",
                f"{one.memory[-1] / 1e6:.0f}",
                f"{one.growth / 1e6:+.1f}",
            ]
            lines.append(f"| {page} | " + " | ".join(numbers) + " |")
    lines += ["", "Memory: resident; its growth is the mean of the last quarter of the time less that of the second."]
    return lines


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.serving",
        description=__doc__,
        epilog="Example:\n      python -m benchmarks.serving archive.db --seconds 60",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("archive", type=Path, help="made by `python -m benchmarks.archive`")
    parser.add_argument("--requests", type=int, default=40, help="requests for each page over one connection (40)")
    parser.add_argument("--seconds", type=int, default=20, help="of load at each number of connections; 0: none (20)")
    parser.add_argument("--connections", type=_numbers, default=[1, 16, 64], help="with commas (1,16,64)")
    parser.add_argument("--json", type=Path, help="a file for all figures")
    options = parser.parse_args()
    if not answers_of(options.archive).exists():
        parser.error(f"{answers_of(options.archive)} isn't there; make the archive with `python -m benchmarks.archive`")
    if options.seconds:
        try:
            check_wrk()
        except NoWrk as error:
            parser.error(f"{error}; or give --seconds 0")
    return options


def _numbers(text: str) -> list[int]:
    return [int(number) for number in text.split(",")]


if __name__ == "__main__":
    main()
