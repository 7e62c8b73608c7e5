"""The benchmark of the cluster does what it says."""

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("distributed", reason="Dask is not installed")

SCRIPT = Path(__file__).parent.parent.parent / "benchmarks" / "cluster.py"


def test_the_same_archive_comes_of_every_engine(tmp_path: Path) -> None:
    """Processes here, a cluster that is sent the documents, and one that reads them are timed and agree."""
    command = [sys.executable, SCRIPT, "--megabytes", "1", "--rounds", "1", "--folder", tmp_path]
    result = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert result.returncode == 0, result.stdout + result.stderr
    *_, local, sent, shared, verdict = result.stdout.splitlines()
    assert "1.00 × local, for the same processor time 1.00 × local" in local
    assert sent.startswith("dask, sent ") and shared.startswith("dask, shared paths ")
    assert verdict == "the digests are the same"
