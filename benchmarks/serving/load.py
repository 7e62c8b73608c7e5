"""Many requests at once, by wrk, and the server's memory meanwhile."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from .server import HOST, Server

_SAMPLED_EVERY = 0.5
_PATIENCE = "60s"

_SCRIPT = """
local paths = {paths}
local number = 0
request = function()
  number = number % #paths + 1
  return wrk.format("GET", paths[number])
end
done = function(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    '\\n{{"requests": %d, "seconds": %f, "median": %f, "p99": %f, "most": %f, "errors": %d}}\\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    latency.max / 1e3, errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
"""


class NoWrk(Exception):
    """wrk isn't installed."""


@dataclass(frozen=True, slots=True)
class Load:
    """What so many connections got in so many seconds."""

    connections: int
    requests: int
    seconds: float
    median: float
    """Milliseconds, as the next two."""
    p99: float
    most: float
    errors: int
    """Connections refused or broken, answers other than 2xx and 3xx, and none within a minute."""
    memory: tuple[int, ...]
    """Bytes that the server held, each half second."""

    @property
    def growth(self) -> float:
        """How much more memory it held in the last quarter than in the second, in bytes."""
        quarter = max(len(self.memory) // 4, 1)
        return statistics.mean(self.memory[-quarter:]) - statistics.mean(
            self.memory[quarter : 2 * quarter] or self.memory
        )


def check_wrk() -> None:
    """Raise NoWrk where there is none."""
    if not shutil.which("wrk"):
        raise NoWrk("wrk isn't installed; on Debian: apt-get install wrk")


def load(server: Server, paths: Sequence[str], connections: int, seconds: int) -> Load:
    """Ask for the pages in turns, over so many connections."""
    with TemporaryDirectory() as folder:
        script = Path(folder) / "pages.lua"
        script.write_text(_SCRIPT.format(paths="{" + ", ".join(json.dumps(path) for path in paths) + "}"))
        command = ["wrk", "--threads", str(min(2, connections)), "--connections", str(connections)]
        command += ["--duration", f"{seconds}s", "--timeout", _PATIENCE, "--script", str(script)]
        wrk = subprocess.Popen(
            [*command, f"http://{HOST}:{server.port}/"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        memory = []
        while wrk.poll() is None:
            memory.append(server.memory())
            time.sleep(_SAMPLED_EVERY)
        output, errors = wrk.communicate()
    if wrk.returncode:
        raise NoWrk(f"wrk failed: {errors or output}")
    figures = json.loads(output.strip().splitlines()[-1])
    return Load(connections=connections, memory=tuple(memory), **figures)
