"""`python -m benchmarks.kills`: kill a build at random moments, go on, and compare digests.

Writes documents, builds them undisturbed, and then again and again with ``kill -9`` at a random moment of the build's
life: the old database must be sound, and the build that goes on must have the digest of the undisturbed one. The
moments come from a generator with a fixed seed; what they hit depends on the machine.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from clippings_etl import verify

_WORDS = ["harbour", "council", "ferry", "minister", "island", "school", "budget", "winter", "market", "bridge"]
_NAMES = ["Anna Berg", "Tran Van Minh", "Maria Silva", "Norway", "Vietnam", "Chile", "World Bank", "Red Cross"]


def write_documents(folder: Path, count: int) -> None:
    """Short articles with names, in folders that repeat lines; each tenth is nearly the one before."""
    for number in range(count):
        chance = random.Random(number - (number % 10 == 9))
        paragraphs = []
        for _ in range(3):
            words = chance.choices(_WORDS, k=30)
            words[5], words[15] = chance.choice(_NAMES), chance.choice(_NAMES)
            paragraphs.append(f"The {' '.join(words)}.")
        update = ["Updated in the evening."] if number % 10 == 9 else []
        head = " ".join(chance.choices(_WORDS, k=6)).capitalize()
        text = "\n\n".join(["Morning Post", head, *paragraphs, *update, "Write to the editors"])
        place = folder / f"{number % 20:02}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:06}.txt").write_text(text + "\n", encoding="utf-8")


def command(folder: Path, database: Path) -> list[str]:
    return [sys.executable, "-m", "clippings_etl", "build", str(folder), "-o", str(database), "--prune"]


def kill_and_go_on(folder: Path, former: Path, work: Path, seconds: float, wanted: str) -> bool:
    """One kill, so many seconds into the build; true where it hit the build. Exits where anything is wrong."""
    for path in work.glob("killed.db*"):
        path.unlink()
    database = work / "killed.db"
    shutil.copyfile(former, database)
    before = verify(database, workers=0).digest
    process = subprocess.Popen(command(folder, database), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    was_hit = process.returncode != 0
    left = verify(database, workers=0)
    if not left.ok or left.digest not in (before, wanted):
        sys.exit(f"killed after {seconds:.2f} s: the database is not what it was")
    subprocess.run(command(folder, database), check=True, stdout=subprocess.DEVNULL)
    result = verify(database, workers=0)
    if not result.ok or result.digest != wanted:
        sys.exit(f"killed after {seconds:.2f} s: the next build has the digest {result.digest}, not {wanted}")
    return was_hit


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.kills",
        description=__doc__,
        epilog="Example:\n      python -m benchmarks.kills --documents 20000 --kills 30",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--documents", type=int, default=2_000, help="how many (2000)")
    parser.add_argument("--kills", type=int, default=30, help="how many (30)")
    options = parser.parse_args()
    with TemporaryDirectory() as place:
        work = Path(place)
        first, folder = work / "first", work / "documents"
        write_documents(first, 20)
        write_documents(folder, options.documents)
        former, undisturbed = work / "former.db", work / "undisturbed.db"
        subprocess.run(command(first, former), check=True, stdout=subprocess.DEVNULL)
        started = time.monotonic()
        subprocess.run(command(folder, undisturbed), check=True, stdout=subprocess.DEVNULL)
        life = time.monotonic() - started
        wanted = verify(undisturbed, workers=0).digest
        print(f"{options.documents:,} documents in {life:.1f} s, digest {wanted}")
        chance = random.Random(1)
        hit = 0
        for number in range(1, options.kills + 1):
            seconds = chance.uniform(0, life)
            hit += kill_and_go_on(folder, former, work, seconds, wanted)
            print(f"{number}: killed after {seconds:.2f} s, the same digest", file=sys.stderr)
    print(f"{options.kills} kills, {hit} of them of a build that was not done: the same digest each time")


if __name__ == "__main__":
    main()
