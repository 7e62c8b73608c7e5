"""Publishing to each target: the real ``datasette publish``, then the site as the target would build and serve it."""

from __future__ import annotations

import hashlib
import json
import os
import shlex
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from ..packaging.environments import Environment, Site, free_port, new_environment, served

pytestmark = pytest.mark.network

# Served to this machine only.
LOCAL = ("--host 0.0.0.0", "--host 127.0.0.1")


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Environment]]:
    """The environments that sites were installed in, by what was installed: cloudrun, package and fly do the same."""
    made: dict[str, Environment] = {}
    yield made
    for environment in made.values():
        shutil.rmtree(environment.folder)


@pytest.fixture
def publish(
    author: Environment, archive: Path, clouds: dict[str, str], datasette_version: str, tmp_path: Path
) -> Callable[..., Path]:
    """Publish the archive to a target with the kit's own command line; return the folder that was sent off."""
    # The stable line is what targets install unasked.
    pin = ["--datasette-version", datasette_version] if any(map(str.isalpha, datasette_version)) else []
    shutil.copy(archive, tmp_path / "clippings.db")
    author.run("clippings", "publish-kit", "clippings.db", *pin, cwd=tmp_path)
    commands = json.loads((tmp_path / "publish" / "kit.json").read_text())["commands"]
    lines = {command["target"]: command["line"] for command in commands}

    def run(target: str, more: str = "") -> Path:
        path = os.pathsep.join([clouds["CLOUDS"], author.variables["PATH"]])
        author.shell(f"{lines[target]} {more}", tmp_path, {"PATH": path, "KEPT": clouds["KEPT"]})
        return Path(clouds["KEPT"]) / "context"

    return run


def environment_for(
    install: str, context: Path, servers: dict[str, Environment], tmp_path_factory: pytest.TempPathFactory
) -> Environment:
    """A fresh environment in which only ``install``, a shell line, was run; one that had the same is used again."""
    read = [*sorted(context.glob("plugins/*.whl")), *context.glob("requirements.txt")]
    key = repr((install, [hashlib.sha256(path.read_bytes()).hexdigest() for path in read]))
    if key not in servers:
        environment = new_environment(tmp_path_factory.mktemp("server") / "environment")
        environment.shell(install, context)
        servers[key] = environment
    return servers[key]


@pytest.fixture
def container(
    servers: dict[str, Environment], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Path], AbstractContextManager[Site]]:
    """Do what a Dockerfile says, as far as Python goes, and serve the site with its CMD."""

    @contextmanager
    def run(context: Path) -> Iterator[Site]:
        instructions = [
            (word, rest)
            for line in (context / "Dockerfile").read_text().splitlines()
            for word, _, rest in [line.partition(" ")]
        ]
        variables = {
            name: shlex.split(value)[0]
            for word, rest in instructions
            if word == "ENV"
            for name, value in [rest.split(" ", 1)]
        }
        (install, *runs) = [rest for word, rest in instructions if word == "RUN"]
        environment = environment_for(install, context, servers, tmp_path_factory)
        for line in runs:
            environment.shell(line, context, variables)
        (command,) = [rest for word, rest in instructions if word == "CMD"]
        with serve(environment, command, context, variables) as site:
            yield site

    return run


def serve(
    environment: Environment, command: str, context: Path, variables: dict[str, str]
) -> AbstractContextManager[Site]:
    """Serve a site with the shell line that the target would run."""
    port = free_port()
    line = f"exec {command.replace(*LOCAL)}"
    return served(["sh", "-c", line], port, context, environment.variables | variables | {"PORT": str(port)})


def assert_is_reading_room(site: Site, datasette_version: str) -> None:
    """The site has the articles, facets of entities, the article page with its style, JSON and folded search."""
    assert json.loads(site.get("/-/versions.json").text)["datasette"]["version"] == datasette_version

    articles = site.get("/clippings/articles?_facet_entity=place")
    assert articles.status == 200
    assert "Trade talks in Hanoi" in articles.text
    assert "South Korea" in articles.text, "the facet shows the name that links the languages"

    (korean,) = json.loads(site.get("/clippings/articles.json?_search=nhap+khau&_shape=array").text)
    assert korean["title"] == "Hàn Quốc tăng nhập khẩu trái cây", "the search folds diacritics"
    assert json.loads(site.get("/clippings/articles.json?_search=da+lat&_shape=array").text) == [korean], "and đ"

    page = site.get(f"/clippings/articles/{korean['id']}")
    assert page.status == 200
    assert "<article" in page.text and 'lang="vi"' in page.text, "the plugin's own template"
    stylesheet = "/-/static-plugins/datasette_clippings/clippings.css"
    assert stylesheet in page.text
    assert site.get(stylesheet).content_type == "text/css"

    plugins = {plugin["name"] for plugin in json.loads(site.get("/-/plugins.json").text)}
    assert {"datasette-clippings", "datasette-vega"} <= plugins


def test_cloud_run(publish, container, datasette_version):
    """Cloud Run builds and serves the kit from the Dockerfile that it is sent."""
    with container(publish("cloudrun")) as site:
        assert_is_reading_room(site, datasette_version)


def test_docker_image(publish, container, datasette_version):
    """``datasette package`` makes an image that serves the kit."""
    with container(publish("package")) as site:
        assert_is_reading_room(site, datasette_version)


def test_fly(publish, container, datasette_version):
    """Fly builds and serves the kit from the Dockerfile that it is sent."""
    # Without a region the command asks Fly for the nearest one, over the network; it only matters for volumes.
    with container(publish("fly", "--region ams")) as site:
        assert_is_reading_room(site, datasette_version)


def test_heroku(publish, servers, tmp_path_factory, datasette_version):
    """Heroku installs requirements.txt and serves the kit as the Procfile says."""
    context = publish("heroku")
    environment = environment_for("pip install -r requirements.txt", context, servers, tmp_path_factory)
    environment.shell("sh bin/post_compile", context)
    command = (context / "Procfile").read_text().removeprefix("web: ")
    with serve(environment, command, context, {}) as site:
        assert_is_reading_room(site, datasette_version)


def test_vercel(publish, servers, tmp_path_factory, datasette_version):
    """Vercel installs requirements.txt and serves the application in index.py, on a Python that Datasette runs on."""
    context = publish("vercel")
    (build,) = json.loads((context / "vercel.json").read_text())["builds"]
    assert build["src"] == "index.py"
    assert build["use"] > "@vercel/python@4", "version 3 of Vercel's builder knows Python 3.9 at most"

    environment = environment_for("pip install -r requirements.txt", context, servers, tmp_path_factory)
    # The host imports the module first and starts the event loop then.
    command = "import index, os, uvicorn; uvicorn.run(index.app, host='127.0.0.1', port=int(os.environ['PORT']))"
    with serve(environment, f"python -c {shlex.quote(command)}", context, {"DATASETTE_SECRET": "rehearsal"}) as site:
        assert_is_reading_room(site, datasette_version)


def test_what_a_server_installs(publish, servers, tmp_path_factory):
    """A published site installs what shows and counts an archive, and nothing of what builds one."""
    context = publish("cloudrun")
    (install, *_) = [
        line.removeprefix("RUN ")
        for line in (context / "Dockerfile").read_text().splitlines()
        if line.startswith("RUN ")
    ]
    environment = environment_for(install, context, servers, tmp_path_factory)
    packages = {package["name"] for package in json.loads(environment.shell("pip list --format json", context))}
    assert {"babel", "datasette", "datasette-clippings", "datasette-vega", "numpy", "pyroaring"} <= packages
    assert packages.isdisjoint({"beautifulsoup4", "charset-normalizer", "py3langid", "rensa"})
    environment.shell("pip check", context)
