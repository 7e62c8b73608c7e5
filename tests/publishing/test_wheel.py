"""The wheel that a published site installs."""

from __future__ import annotations

import base64
import csv
import hashlib
import importlib.metadata
import io
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from clippings_etl.wheel import write_wheel

PACKAGE = Path(__file__).parents[2] / "plugin" / "datasette_clippings"


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    return write_wheel(tmp_path)


def read(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def information(wheel: Path, name: str) -> str:
    (data,) = [data for path, data in read(wheel).items() if path.endswith(f".dist-info/{name}")]
    return data.decode()


def test_carries_the_plugin_and_nothing_else(wheel):
    """The wheel has every file of the plugin package, as it is, and none of the ETL."""
    carried = {path: data for path, data in read(wheel).items() if ".dist-info/" not in path}
    assert carried == {
        f"datasette_clippings/{path.relative_to(PACKAGE).as_posix()}": path.read_bytes()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert "datasette_clippings/static/clippings.css" in carried
    assert "datasette_clippings/templates/row.html" in carried


def test_asks_for_what_serving_needs(wheel):
    """The wheel requires what shows and counts an archive, in the versions that the whole package asks for."""
    metadata = Parser().parsestr(information(wheel, "METADATA"))
    required = importlib.metadata.requires("datasette-clippings") or []
    assert metadata.get_all("Requires-Dist") == [
        requirement
        for requirement in sorted(required)
        if requirement.startswith(("Babel>", "datasette>", "datasette-vega>", "numpy>", "pyroaring>"))
    ]
    assert len(metadata.get_all("Requires-Dist")) == 5
    assert metadata["Requires-Python"] == ">=3.10"


def test_takes_the_place_of_the_whole_package(wheel):
    """Under the same name and a local version, pip never installs both beside each other."""
    metadata = Parser().parsestr(information(wheel, "METADATA"))
    assert metadata["Name"] == "datasette-clippings"
    assert metadata["Version"] == importlib.metadata.version("datasette-clippings") + "+serving"
    assert wheel.name == f"datasette_clippings-{metadata['Version']}-py3-none-any.whl"


def test_datasette_finds_it(wheel):
    """The wheel's entry point is the plugin's."""
    assert information(wheel, "entry_points.txt") == "[datasette]\nclippings = datasette_clippings\n"


def test_record(wheel):
    """RECORD lists every file with its SHA-256 and size, itself without."""
    contents = read(wheel)
    rows = list(csv.reader(io.StringIO(information(wheel, "RECORD"))))
    assert {name for name, _, _ in rows} == set(contents)
    for name, digest, size in rows:
        if name.endswith("/RECORD"):
            assert (digest, size) == ("", "")
            continue
        expected = base64.urlsafe_b64encode(hashlib.sha256(contents[name]).digest()).decode().rstrip("=")
        assert (digest, size) == (f"sha256={expected}", str(len(contents[name])))


def test_same_bytes_again(wheel, tmp_path):
    """The same version gives the same bytes at any time."""
    (tmp_path / "again").mkdir()
    assert write_wheel(tmp_path / "again").read_bytes() == wheel.read_bytes()
    with zipfile.ZipFile(wheel) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = archive.namelist()
    plugin = [name for name in names if ".dist-info/" not in name]
    assert names[: len(plugin)] == sorted(plugin), "the metadata come last"


def test_leaves_no_partial_file(wheel):
    """Only the complete wheel is left in the folder."""
    assert list(wheel.parent.iterdir()) == [wheel]
