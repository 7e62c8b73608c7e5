"""Lighthouse's scores of the reading room's main pages: `python -m benchmarks.lighthouse DATABASE`.

Needs Chromium and Lighthouse (`npm install lighthouse`), which measures as on a phone of the middle class: a slow
processor and a slow connection, both simulated. Serves the archive, and ends with 1 where a score lies below 95.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

CATEGORIES = ("performance", "accessibility", "best-practices")
LEAST = 95


def addresses(database: Path) -> dict[str, str]:
    """The front page, a search for the entity that most articles mention, its own page, and the longest article's."""
    with closing(sqlite3.connect(database)) as connection:
        entity, name = connection.execute(
            "select id, name from entities order by article_count desc, id limit 1"
        ).fetchone()
        article = connection.execute("select id from articles order by word_count desc, id limit 1").fetchone()[0]
    root = f"/{database.stem}"
    return {
        "front page": root,
        "search": f"{root}/-/search?_search={quote_plus(name)}",
        "article": f"{root}/articles/{article}",
        "entity": f"{root}/entities/{entity}",
    }


def measured(lighthouse: str, address: str) -> dict[str, Any]:
    """Lighthouse's report on an address."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [
            lighthouse, address, "--quiet", "--chrome-flags=--headless --no-sandbox", "--output=json",
            f"--output-path={report}", f"--only-categories={','.join(CATEGORIES)}",
        ]  # fmt: skip
        environment = {"CHROME_PATH": shutil.which("chromium") or "", **os.environ}
        subprocess.run(command, check=True, timeout=300, env=environment)
        found: dict[str, Any] = json.loads(report.read_text("utf-8"))
    return found


def weaknesses(report: dict[str, Any]) -> Iterator[str]:
    """What costs a page points, the most costly first in each category."""
    for category in report["categories"].values():
        for audit in sorted(category["auditRefs"], key=lambda each: -each["weight"]):
            found = report["audits"][audit["id"]]
            if audit["weight"] and found["score"] is not None and found["score"] < 0.9:
                yield f"{category['id']}: {found['title']} {found.get('displayValue', '')}".rstrip()


@contextmanager
def served(database: Path) -> Iterator[str]:
    """The archive in a process of its own; gives its address, without a slash at the end."""
    command = [sys.executable, "-u", "-m", "clippings_etl", "serve", str(database)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            announced = next(line for line in process.stdout if line.startswith("Reading room: "))
            front = announced.removeprefix("Reading room: ").strip()
            _wait_for(front)
            yield front.removesuffix(f"/{database.stem}")
        finally:
            process.send_signal(signal.SIGINT)


def _wait_for(address: str) -> None:
    """Until the server answers; Datasette tells its address before it does."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(address, timeout=60).close()
            return
        time.sleep(0.1)
    raise SystemExit(f"no answer from {address}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__,
        epilog="Example:\n      python -m benchmarks.lighthouse archive.db --lighthouse node_modules/.bin/lighthouse",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("database", type=Path)
    parser.add_argument("--lighthouse", default=shutil.which("lighthouse") or "lighthouse", help="the command")
    arguments = parser.parse_args()
    lowest = 100
    print(f"| page | {' | '.join(CATEGORIES)} | KiB |\n|---|{'---|' * (len(CATEGORIES) + 1)}")
    with served(arguments.database) as address:
        for name, path in addresses(arguments.database).items():
            report = measured(arguments.lighthouse, address + path)
            scores = [round(100 * report["categories"][each]["score"]) for each in CATEGORIES]
            weight = report["audits"]["total-byte-weight"]["numericValue"] / 1024
            print(f"| {name} | {' | '.join(map(str, scores))} | {weight:.0f} |", flush=True)
            for weakness in weaknesses(report):
                print(f"  {weakness}", file=sys.stderr)
            lowest = min(lowest, *scores)
    sys.exit(1 if lowest < LEAST else 0)


if __name__ == "__main__":
    main()
