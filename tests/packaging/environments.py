"""Fresh virtual environments, and websites served from them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = ("setup.py", "pyproject.toml", "README.md", "LICENSE", "etl", "plugin")

STARTING_SECONDS = 60


@dataclass(frozen=True)
class Environment:
    """A virtual environment of its own, in which nothing of the surrounding one is seen."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    @property
    def variables(self) -> dict[str, str]:
        """What its commands see: no search path of Python's and no other environment."""
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith("PYTHON") and name != "VIRTUAL_ENV"
        }
        path = f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
        return kept | {"PATH": path, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}

    def run(
        self, *command: str | os.PathLike[str], cwd: Path, extra: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a command of the environment in ``cwd``; its output is in the message when it fails."""
        result = subprocess.run(
            [str(self.folder / "bin" / command[0]), *map(str, command[1:])],
            cwd=cwd,
            env=self.variables | dict(extra or {}),
            capture_output=True,
            text=True,
            timeout=600,
        )
        assert result.returncode == 0, f"{result.args} failed:\n{result.stdout}\n{result.stderr}"
        return result

    def shell(self, line: str, cwd: Path, extra: Mapping[str, str] | None = None) -> str:
        """Run a line as a shell does, and return what it printed."""
        result = subprocess.run(
            ["sh", "-c", line],
            cwd=cwd,
            env=self.variables | dict(extra or {}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=600,
        )
        assert result.returncode == 0, f"{line}\nfailed:\n{result.stdout}\n{result.stderr}"
        return result.stdout


def new_environment(folder: Path, python: str | os.PathLike[str] = sys.executable) -> Environment:
    """Make a virtual environment with pip in it, and nothing else."""
    environment = Environment(folder)
    subprocess.run([python, "-m", "venv", folder], env=environment.variables, check=True, capture_output=True)
    return environment


def copy_sources(folder: Path) -> Path:
    """Copy what packaging needs to ``folder``: pip leaves build files beside the sources."""
    folder.mkdir()
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy2(ROOT / name, folder / name)
    return folder


@dataclass(frozen=True)
class Page:
    status: int
    content_type: str
    text: str


@dataclass(frozen=True)
class Site:
    """A website that is being served."""

    address: str

    def get(self, path: str) -> Page:
        """Read a page; an error page is a page too."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=60) as response:
                return Page(response.status, response.headers.get_content_type(), response.read().decode())
        except urllib.error.HTTPError as error:
            with error:
                return Page(error.code, error.headers.get_content_type(), error.read().decode())


@contextmanager
def served(
    command: Sequence[str | os.PathLike[str]], port: int, cwd: Path, variables: Mapping[str, str]
) -> Iterator[Site]:
    """Serve a website with ``command``, which has to listen on ``port``, until the block ends."""
    log = cwd / f"served-{port}.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [str(word) for word in command], cwd=cwd, env=dict(variables), stdout=output, stderr=subprocess.STDOUT
        )
    try:
        end = time.monotonic() + STARTING_SECONDS
        while not _answers(port):
            assert process.poll() is None, f"{command} ended:\n{log.read_text()}"
            assert time.monotonic() < end, f"{command} does not answer:\n{log.read_text()}"
            time.sleep(0.1)
        yield Site(f"http://127.0.0.1:{port}")
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _answers(port: int) -> bool:
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0
