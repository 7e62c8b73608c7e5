"""Every way to install the package, each in a fresh virtual environment."""

from __future__ import annotations

import importlib.metadata
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clippings_etl.archive import SCHEMA_VERSION

from .environments import ROOT, Environment, copy_sources, free_port, new_environment, served

pytestmark = pytest.mark.network

PYTHONS = ("3.10", "3.11", "3.12", "3.13")

EMPTY_ARCHIVE = f"""
import sqlite3, sys
schema, database = sys.argv[1:]
connection = sqlite3.connect(database)
connection.executescript(open(schema, encoding="utf-8").read())
connection.executescript("pragma application_id = 1129072976; pragma user_version = {SCHEMA_VERSION}")
connection.execute("insert into languages values ('vi', 'Vietnamese', 'Tiếng Việt', 'ltr')")
columns = "id, title, language, word_count, text, title_source, source, key, site, format, encoding, sha256"
row = (1, "Hàn Quốc", "vi", 2, "Đà Lạt", "headline", "a.txt", "0123456789abcdef", "a.txt", "text", "utf-8", "")
connection.execute("insert into articles (" + columns + ") values (" + ", ".join("?" * len(row)) + ")", row)
connection.commit()
"""


@pytest.fixture(scope="session")
def datasette() -> str:
    """The requirement that installs the line of Datasette that these tests run on."""
    return f"datasette=={importlib.metadata.version('datasette')}"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A copy of the sources, for pip to leave its build files in."""
    return copy_sources(tmp_path / "sources")


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[Callable[..., Environment]]:
    """Makes the fresh environment; it is removed when the test is over."""
    folder = tmp_path / "environment"
    yield lambda *python: new_environment(folder, *python)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that ``pip wheel`` builds."""
    folder = tmp_path_factory.mktemp("wheel")
    sources = copy_sources(folder / "sources")
    builder = new_environment(folder / "environment")
    builder.run("pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, sources, cwd=folder)
    shutil.rmtree(builder.folder)
    (wheel,) = folder.glob("*.whl")
    return wheel


def assert_command_works(environment: Environment, folder: Path) -> None:
    help_text = environment.run("clippings", "--help", cwd=folder).stdout
    assert "build" in help_text and "publish" in help_text
    assert environment.run("pip", "check", cwd=folder).returncode == 0


def assert_is_reading_room(environment: Environment, folder: Path, *options: str | Path) -> None:
    """Datasette lists the plugin, shows its article page and serves its style."""
    schema = ROOT / "etl" / "clippings_etl" / "schema.sql"
    environment.run("python", "-c", EMPTY_ARCHIVE, schema, "clippings.db", cwd=folder)
    port = free_port()
    command = [environment.folder / "bin" / "datasette", "serve", "clippings.db", "--port", str(port), *options]
    with served(command, port, folder, environment.variables) as site:
        plugins = {plugin["name"]: plugin for plugin in json.loads(site.get("/-/plugins.json").text)}
        ours = plugins["datasette_clippings" if "datasette_clippings" in plugins else "datasette-clippings"]
        assert ours["static"] and ours["templates"]
        assert "datasette-vega" in plugins
        page = site.get("/clippings/articles/1")
        assert page.status == 200
        assert "<article" in page.text and 'lang="vi"' in page.text, "the plugin's own template"
        assert site.get("/-/static-plugins/datasette_clippings/clippings.css").content_type == "text/css"
        (row,) = json.loads(site.get("/clippings/articles.json?_shape=array").text)
        assert row["title"] == "Hàn Quốc"


def test_install_from_a_folder(environment, sources, datasette, tmp_path):
    """``pip install .`` gives the command and the reading room."""
    fresh = environment()
    fresh.run("pip", "install", "--quiet", ".", datasette, cwd=sources)
    assert_command_works(fresh, tmp_path)
    assert_is_reading_room(fresh, tmp_path)


def test_editable_install(environment, sources, datasette, tmp_path):
    """``pip install -e .`` gives the command and the reading room, and the same published wheel."""
    fresh = environment()
    fresh.run("pip", "install", "--quiet", "-e", ".", datasette, cwd=sources)
    assert_command_works(fresh, tmp_path)
    assert_is_reading_room(fresh, tmp_path)

    editable = published_wheel(fresh, tmp_path / "editable")
    fresh.run("pip", "install", "--quiet", "--force-reinstall", "--no-deps", ".", cwd=sources)
    assert published_wheel(fresh, tmp_path / "installed") == editable


def published_wheel(environment: Environment, folder: Path) -> bytes:
    """The bytes of the wheel that ``clippings publish-kit`` would make."""
    folder.mkdir()
    write = "from pathlib import Path; from clippings_etl.wheel import write_wheel; write_wheel(Path.cwd())"
    environment.run("python", "-c", write, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    return wheel.read_bytes()


COMPILED = ("aliases", "entities", "people", "place_names", "place_review", "places", "territories")
"""Tables that only the script which compiles the gazetteer reads."""


def test_what_the_wheel_holds(wheel):
    """The wheel has every file of both packages, the schema, the entities' data, templates and styles among them, but
    for the tables that the gazetteer is compiled from."""
    with zipfile.ZipFile(wheel) as archive:
        carried = {name for name in archive.namelist() if ".dist-info/" not in name}
    packages = {
        "clippings_etl": ROOT / "etl" / "clippings_etl",
        "datasette_clippings": ROOT / "plugin" / "datasette_clippings",
    }
    tables = {f"clippings_etl/entities/data/{name}.csv" for name in COMPILED}
    assert (ROOT / "etl" / "clippings_etl" / "entities" / "data" / "gazetteer.tables").is_file()
    assert (
        carried
        == {
            f"{name}/{path.relative_to(package).as_posix()}"
            for name, package in packages.items()
            for path in package.rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }
        - tables
    )
    assert "clippings_etl/schema.sql" in carried
    assert any(name.startswith("clippings_etl/entities/data/") for name in carried)
    assert any(name.startswith("datasette_clippings/templates/") for name in carried)
    assert "datasette_clippings/static/clippings.css" in carried


@pytest.mark.parametrize("version", PYTHONS)
def test_install_from_a_wheel(environment, wheel, datasette, tmp_path, version):
    """The wheel gives the command and the reading room on every Python that it is for."""
    python = find_python(version)
    if python is None:
        pytest.skip(f"there is no Python {version} on this machine")
    fresh = environment(python)
    fresh.run("pip", "install", "--quiet", wheel, datasette, cwd=tmp_path)
    assert_command_works(fresh, tmp_path)
    assert_is_reading_room(fresh, tmp_path)


def find_python(version: str) -> str | None:
    """An interpreter of the version, on the search path or under pyenv; one that doesn't start is none."""
    on_path = shutil.which(f"python{version}")
    under_pyenv = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))
    for candidate in [*([on_path] if on_path else []), *map(str, under_pyenv)]:
        # pyenv puts a command for each version on the path, which fails where the version isn't switched on.
        result = subprocess.run(
            [candidate, "-c", "import sys, venv; print('%d.%d' % sys.version_info[:2])"], capture_output=True, text=True
        )
        if result.returncode == 0 and result.stdout.strip() == version:
            return candidate
    return None


def test_plugin_from_its_folder(environment, sources, datasette, tmp_path):
    """``datasette --plugins-dir plugin/`` needs only Datasette and datasette-vega to serve the reading room."""
    fresh = environment()
    fresh.run("pip", "install", "--quiet", datasette, "datasette-vega", cwd=tmp_path)
    assert_is_reading_room(fresh, tmp_path, "--plugins-dir", sources / "plugin")
