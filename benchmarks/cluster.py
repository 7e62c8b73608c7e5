"""How fast a Dask cluster on this machine builds, beside processes of the same number.

    python benchmarks/cluster.py --megabytes 12 [--workers 2] [--rounds 3] [--folder /tmp]

Writes articles into files of their own (the same for the same size, see ``memory.py``), starts a scheduler and
workers as processes, and builds the archive in turns with both engines: here, on the cluster with the documents sent,
on the cluster with the documents read by the workers. Prints seconds, documents a second, and the ratio to the local
build of the same round; the median of the rounds is what counts. All digests have to be the same.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median

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
def cluster(workers: int, folder: Path) -> Iterator[str]:
    """A scheduler and workers of one thread each; gives the scheduler's address."""
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
            yield address
        finally:
            for process in reversed(processes):
                process.terminate()
                process.wait()


def measure(source: Path, database: Path, **engine: str | int | bool) -> tuple[float, str]:
    """Seconds that a build takes, the connection to the cluster not counted, and its digest."""
    with open_engine(**engine) as opened:  # type: ignore[arg-type]
        started = time.monotonic()
        digest = build([source], database, engine=opened).digest
        seconds = time.monotonic() - started
    for path in database.parent.glob(database.name + "*"):
        path.unlink()
    return seconds, digest


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
        ratios: dict[str, list[float]] = {}
        with cluster(options.workers, folder) as address:
            engines: dict[str, dict[str, str | int | bool]] = {
                "local": {"name": "local", "workers": options.workers},
                "dask, sent": {"name": "dask", "scheduler": address},
                "dask, shared paths": {"name": "dask", "scheduler": address, "shared_paths": True},
            }
            for _ in range(options.rounds):
                local = 0.0
                for name, engine in engines.items():
                    seconds, digest = measure(folder / "articles", folder / "out.db", **engine)
                    local = local or seconds
                    digests.add(digest)
                    ratios.setdefault(name, []).append(local / seconds)
                    print(f"  {name:20}{seconds:8.1f} s{count / seconds:8.1f} a second{local / seconds:8.2f} × local")
        for name, found in ratios.items():
            print(f"{name:20} median of {len(found)}: {median(found):.2f} × local")
    print("the digests are the same" if len(digests) == 1 else "THE DIGESTS DIFFER")
    sys.exit(len(digests) != 1)


if __name__ == "__main__":
    main()
