"""The benchmarks of search, serving and building explain themselves."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT


@pytest.mark.parametrize("module", ["archive", "building", "facets", "lighthouse", "serving"])
def test_every_benchmark_is_documented_and_explains_itself(module: str) -> None:
    """The benchmarks' manual names the command, whose help ends with an example."""
    manual = (ROOT / "benchmarks" / "README.md").read_text(encoding="utf-8")
    assert f"python -m benchmarks.{module}" in manual
    command = [sys.executable, "-m", f"benchmarks.{module}", "--help"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=True)
    assert f"Example:\n      python -m benchmarks.{module}" in result.stdout
