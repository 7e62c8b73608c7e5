"""How fast a Dask cluster on this machine builds, beside processes of the same number.

    python benchmarks/cluster.py --megabytes 12 [--workers 2] [--rounds 3] [--folder /tmp]

Writes articles into files of their own (the same for the same size, see ``memory.py``), starts a scheduler and
workers as processes, and builds the archive in turns with both engines: here, on the cluster with the documents sent,
on the cluster with the documents read by the workers. Prints seconds, documents a second and processor time, and
their ratios to the local build of the same round; the median of the rounds is what counts. Where a machine has other
work too, the processor time is what tells: of all processes, the scheduler's and the workers' included (Linux,
/proc/PID/stat). All digests have to be the same.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from clippings_etl import build
from clippings_etl.engines import open_engine

sys.path.insert(0, str(Path(__file__).parent.parent))
from benchmarks.memory import records

_FILES_A_FOLDER = 500


def write_articles(folder: Path, size: int) -> int:
    """About ``size`` bytes of articles in files; how many there are."""
    count = 0
    for line in records(size):
        fields = json.loads(line)
        inside = folder / f"{count // _FILES_A_FOLDER:03}"
        inside.mkdir(parents=True, exist_ok=True)
        (inside / f"{count:06}.txt").write_text(f"{fields['title']}\n\n{fields['text']}\n", encoding="utf-8")
        count += 1
    return count


@contextmanager
def cluster(workers: int, folder: Path) -> Iterator[tuple[str, list[int]]]:
    """A scheduler and workers of one thread each; gives the scheduler's address and all processes."""
    file = folder / "scheduler.json"
    dask = [sys.executable, "-m", "dask"]
    with (folder / "cluster.log").open("wb") as log:
        start = partial(subprocess.Popen, stdout=log, stderr=log)
        # Port 0 is any that is free; the file says which.
        options = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file)]
        processes = [start([*dask, "scheduler", *options])]
        try:
            while not file.exists():
                time.sleep(0.1)
                if processes[0].poll() is not None:
                    raise SystemExit((folder / "cluster.log").read_text(encoding="utf-8"))
            address = str(json.loads(file.read_text(encoding="utf-8"))["address"])
            arguments = [*dask, "worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard"]
            processes += [start(arguments) for _ in range(workers)]
            yield address, [process.pid for process in processes]
        finally:
            for process in reversed(processes):
                process.terminate()
                process.wait()


class Measured(NamedTuple):
    """What a build took, the connection to the cluster not counted."""

    seconds: float
    processor_seconds: float
    digest: str


def measure(source: Path, database: Path, processes: list[int], **engine: str | int | bool) -> Measured:
    """Build once.

    Args:
        processes: those of the cluster.
    """
    family = [os.getpid(), *processes]
    with open_engine(**engine) as opened:  # type: ignore[arg-type]
        started, used = time.monotonic(), processor_seconds(family)
        digest = build([source], database, engine=opened, cache=False).digest
        found = Measured(time.monotonic() - started, processor_seconds(family) - used, digest)
    for path in database.parent.glob(database.name + "*"):
        path.unlink()
    return found


def processor_seconds(processes: list[int]) -> float:
    """What processes have used, with all below them, whether these still run or have been waited for."""
    below: dict[int, list[int]] = {}
    seconds: dict[int, float] = {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has just ended
            fields = file.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            below.setdefault(int(fields[1]), []).append(int(file.parent.name))
            # utime, stime, and those of children that were waited for
            seconds[int(file.parent.name)] = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    family = set(processes)
    pending = list(family)
    while pending:
        for child in below.get(pending.pop(), []):
            if child not in family:
                family.add(child)
                pending.append(child)
    return sum(seconds.get(process, 0.0) for process in family)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=12)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, default=None, help="where the files and the database are written")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        folder = Path(name)
        count = write_articles(folder / "articles", options.megabytes * 1_000_000)
        print(f"{count:,} documents, {options.megabytes} MB, {options.workers} workers")
        digests = set()
        ratios: dict[str, list[tuple[float, float]]] = {}
        with cluster(options.workers, folder) as (address, processes):
            engines: dict[str, dict[str, str | int | bool]] = {
                "local": {"name": "local", "workers": options.workers},
                "dask, sent": {"name": "dask", "scheduler": address},
                "dask, shared paths": {"name": "dask", "scheduler": address, "shared_paths": True},
            }
            for _ in range(options.rounds):
                local: Measured | None = None
                for name, engine in engines.items():
                    found = measure(folder / "articles", folder / "out.db", processes, **engine)
                    local = local or found
                    digests.add(found.digest)
                    rates = local.seconds / found.seconds, local.processor_seconds / found.processor_seconds
                    ratios.setdefault(name, []).append(rates)
                    print(
                        f"  {name:20}{found.seconds:8.1f} s{count / found.seconds:8.1f} a second{rates[0]:8.2f} × local"
                        f"{found.processor_seconds:8.1f} s of processors{rates[1]:8.2f} × local",
                        flush=True,
                    )
        for name, pairs in ratios.items():
            rate, work = (median(column) for column in zip(*pairs, strict=True))
            print(
                f"{name:20} median of {len(pairs)}: {rate:.2f} × local, for the same processor time {work:.2f} × local"
            )
    print("the digests are the same" if len(digests) == 1 else "THE DIGESTS DIFFER")
    sys.exit(len(digests) != 1)


if __name__ == "__main__":
    main()
