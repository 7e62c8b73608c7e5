"""How much memory a build of one large file of JSON Lines takes, and how long.

    python benchmarks/memory.py --megabytes 200 [--workers 2] [--folder /tmp]

Writes the file (the same for the same size, from words of its own making: many sites, with their furniture, and
near-duplicates), builds it in a process of its own, and prints the highest sum of the memory of that process and
its workers: their resident sets, pages that they share counted for each, and their proportional sets, which count
such a page once (Linux, /proc/PID/smaps_rollup).
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_SYLLABLES = ("ba", "de", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "wen", "zor", "stra", "fel")
_SITES = 400
_VOCABULARY = 30_000
_NAMES = 4_000
_SAMPLED_EVERY = 0.2


def records(size: int) -> Iterator[str]:
    """Lines of JSON, about ``size`` bytes of them."""
    chance = random.Random(20240422)
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(_VOCABULARY)]
    names = [" ".join(chance.choice(words).capitalize() for _ in range(2)) for _ in range(_NAMES)]
    furniture = [_furniture(chance, words) for _ in range(_SITES)]
    written = number = 0
    last: list[str] = []
    while written < size:
        if last and chance.random() < 0.1:
            paragraphs = [*last[:-1], last[-1] + " " + _sentence(chance, words, names)]
        else:
            paragraphs = [
                " ".join(_sentence(chance, words, names) for _ in range(chance.randint(2, 5)))
                for _ in range(chance.randint(3, 12))
            ]
        last = paragraphs
        site = int(_SITES * chance.random() ** 2)  # few large sites, many small ones
        title = " ".join(chance.choices(words, k=7)).capitalize()
        head, tail = furniture[site]
        number += 1
        text = "\n".join([*head, title, f"By {chance.choice(names)}", *paragraphs, *tail, f"{number} readers"])
        line = json.dumps({"url": f"https://www.site{site}.example/{number}", "title": title, "text": text}) + "\n"
        written += len(line)
        yield line


def _furniture(chance: random.Random, words: list[str]) -> tuple[list[str], list[str]]:
    def lines(count: int) -> list[str]:
        return [" ".join(chance.choices(words, k=chance.randint(1, 4))).capitalize() for _ in range(count)]

    return lines(8), lines(12)


def _sentence(chance: random.Random, words: list[str], names: list[str]) -> str:
    said = chance.choices(words, k=chance.randint(6, 18))
    if chance.random() < 0.5:
        said.insert(chance.randrange(len(said)), chance.choice(names))
    return " ".join(said).capitalize() + "."


@dataclass(frozen=True, slots=True)
class Memory:
    """What a process holds, in bytes."""

    resident: int
    proportional: int
    """Each page that several processes share counted in parts, so that the sum over them counts it once."""


def memory_of_family(process: int) -> list[Memory]:
    """The memory of a process and of all below it. Linux only: reads /proc."""
    parents: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has just ended
            parents.setdefault(int(_facts(folder / "status")["PPid"]), []).append(int(folder.name))
    family = [process]
    for member in family:
        family.extend(parents.get(member, []))
    found = []
    for member in family:
        with suppress(OSError, KeyError):
            facts = _facts(Path(f"/proc/{member}/smaps_rollup"))
            found.append(Memory(*(int(facts[name].split()[0]) * 1024 for name in ("Rss", "Pss"))))
    return found


def _facts(file: Path) -> dict[str, str]:
    return dict(line.split(":", 1) for line in file.read_text().splitlines() if ":" in line)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=200)
    parser.add_argument("--workers", default=None)
    parser.add_argument("--folder", type=Path, default=None, help="where the file and the database are written")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        source = Path(folder) / "articles.jsonl"
        with source.open("w", encoding="utf-8") as file:
            file.writelines(records(options.megabytes * 1_000_000))
        command = [sys.executable, "-m", "clippings_etl", "build", str(source), "-o", str(Path(folder) / "out.db")]
        if options.workers is not None:
            command += ["--workers", options.workers]
        started = time.monotonic()
        process = subprocess.Popen(command)
        peak: list[Memory] = []
        while process.poll() is None:
            now = memory_of_family(process.pid)
            if sum(each.proportional for each in now) > sum(each.proportional for each in peak):
                peak = now
            time.sleep(_SAMPLED_EVERY)
        seconds = time.monotonic() - started
        size = source.stat().st_size / 1e6
        print(f"{size:,.0f} MB in {seconds:,.0f} s, {size / seconds:.2f} MB/s")
        print(f"database {(Path(folder) / 'out.db').stat().st_size / 1e6:,.0f} MB")
        for name in ("proportional", "resident"):
            sizes = [getattr(each, name) / 1e6 for each in peak]
            print(f"most memory at once, {name}: {sum(sizes):,.0f} MB ({' + '.join(f'{size:.0f}' for size in sizes)})")
    sys.exit(process.returncode)


if __name__ == "__main__":
    main()
