"""The speed of cleaning is measured beside other tools, on the same documents."""

from __future__ import annotations

import subprocess
import sys

from benchmarks.cleaning.speed import Material, measure, table

from clippings_etl import clean
from tests.conftest import ROOT

DOCUMENTS = ("The harbour was dredged again.\n\nPhoto: Anna Berg", "Le port a été dragué.") * 20


def test_size_is_counted_in_bytes() -> None:
    """A text is as large as it is in UTF-8, a page as many bytes as it has."""
    assert Material("texts", ("é", "a", b"\xe9"), {}).size == 4


def test_tools_are_compared_with_ours() -> None:
    """Each tool is measured on all documents, and the first is what the others are compared with."""
    seen: list[object] = []
    material = Material("made up", DOCUMENTS, {"clippings": clean, "none": seen.append})  # type: ignore[dict-item]
    speeds = measure(material, rounds=2)
    assert seen == [*DOCUMENTS] * 3
    assert speeds["none"].bytes > speeds["clippings"].bytes > 0
    lines = table(material, speeds).splitlines()
    assert lines[0] == f"made up: 40 documents, {material.size / 1e6:.2f} MB"
    assert lines[1].split()[0] == "clippings" and lines[1].endswith(" 1.00 × ours")
    assert lines[2].split()[0] == "none"


def test_every_benchmark_is_documented_and_explains_itself() -> None:
    """Each command that the benchmarks' manual names says what it does."""
    manual = (ROOT / "benchmarks" / "README.md").read_text(encoding="utf-8")
    for module in ("benchmarks.cleaning", "benchmarks.cleaning.speed", "benchmarks.cleaning.split_half"):
        assert f"python -m {module}" in manual
        command = [sys.executable, "-m", module, "--help"]
        result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=True)
        assert f"Example:\n      python -m {module}" in result.stdout
