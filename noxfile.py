"""The checks of this project: `nox` runs them all, `nox -s lint` or `nox -s tests` a part of them."""

import nox

DATASETTE = ("datasette==0.65.5", "datasette==1.0a41")
STABLE = DATASETTE[0]

# What meets Datasette; the rest is the same on both lines and runs once.
MEETS_DATASETTE = (
    "tests/plugin",
    "tests/browser",
    "tests/publishing",
    "tests/packaging/test_installs.py::test_plugin_from_its_folder",
)

WITH_ENGINES = (
    "tests/etl/test_engines_for_entities.py",
    "tests/benchmarks/test_entities_peers.py",
    "tests/benchmarks/test_facets.py",
    "tests/benchmarks/test_building.py",
)

ON_A_CLUSTER = ("tests/cluster", "tests/etl/test_reading_urls.py", "tests/benchmarks/test_cluster.py")

nox.options.reuse_existing_virtualenvs = True


@nox.session
def lint(session: nox.Session) -> None:
    """Format, lint and types."""
    session.install("--editable", ".[test]")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")


@nox.session
@nox.parametrize("datasette", DATASETTE)
def tests(session: nox.Session, datasette: str) -> None:
    """The tests, on both lines of Datasette; `nox -s tests -- PATH` runs some of them."""
    session.install("--editable", ".[test]", datasette)
    paths = session.posargs or (() if datasette == STABLE else MEETS_DATASETTE)
    # -r s: whatever was skipped is listed with its reason, above pytest's closing line.
    session.run("pytest", "-r", "s", *paths)


@nox.session
def engines(session: nox.Session) -> None:
    """The engines that a package index carries, for real; apart, since what they bring changes others."""
    session.install("--editable", ".[test,spacy,natasha,underthesea,bench]")
    session.run("pytest", "-r", "s", *WITH_ENGINES, env={"CLIPPINGS_ENGINES": "1"})


@nox.session
def cluster(session: nox.Session) -> None:
    """Builds on a Dask cluster of real processes, and from URLs; apart, since few need what it brings."""
    session.install("--editable", ".[test,dask,remote]", "aiohttp", "requests")
    session.run("pytest", "-r", "s", *ON_A_CLUSTER, env={"CLIPPINGS_CLUSTER": "1"})
