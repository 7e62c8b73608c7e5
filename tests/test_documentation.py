"""The documentation can't drift from the program."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import clippings_etl
from clippings_etl.archive import open_archive
from clippings_etl.cleaning import RULES
from clippings_etl.cli import cli
from clippings_etl.metadata import SETTINGS, described, metadata
from clippings_etl.repeated import RULES_ELSEWHERE
from datasette_clippings import register_routes
from datasette_clippings.addresses import NEXT_ARGUMENT
from datasette_clippings.facets.classes import ArticleFacet, EntityFacet
from datasette_clippings.links import BY_ARGUMENT, RULE_ARGUMENT, SITE_ARGUMENT
from datasette_clippings.own_pages import AS_IT_IS
from datasette_clippings.pages.facet import CONTAINS_ARGUMENT
from datasette_clippings.pages.search import SORT_ARGUMENT
from datasette_clippings.routes import pages
from datasette_clippings.searching.filters import ENTITY_ARGUMENT, NOT_ENTITY_ARGUMENT
from datasette_clippings.searching.periods import FROM_ARGUMENT, PERIOD_ARGUMENT, TO_ARGUMENT
from datasette_clippings.searching.selections import SEARCH_ARGUMENT
from tests.conftest import ROOT

DOCS = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md")}
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_generated_parts_are_current() -> None:
    """Help texts, tables, rules and sample output in the documentation are what the program says today."""
    files = ["README.md", *(f"docs/{name}" for name in sorted(DOCS))]
    command = [sys.executable, "-m", "cogapp", "--check", "--diff", "-I", ".", *files]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_is_documented_with_an_example(name: str) -> None:
    """Each command stands in the documentation, and its help ends with an example."""
    help_text = cli.commands[name].help or ""
    assert re.search(rf"Example:\n +clippings {name}\b.*\Z", help_text.rstrip())
    assert f"## clippings {name}\n" in DOCS["commands.md"]


@pytest.mark.parametrize("rule", [*RULES, *RULES_ELSEWHERE], ids=lambda rule: rule.id)
def test_every_rule_is_documented(rule: object) -> None:
    """Each cleaning rule stands in the documentation with what it removes."""
    assert f"`{rule.id}`" in DOCS["cleaning.md"]  # type: ignore[attr-defined]


def test_every_table_and_column_is_described(seeds_database: Path) -> None:
    """Each table, view and column of a built database has a comment in the schema, and no description is left over."""
    archive = open_archive(seeds_database)
    in_schema = archive.execute("select name from sqlite_master where type in ('table', 'view')")
    names = {name for (name,) in in_schema if not name.startswith("articles_fts_")}
    assert {item.name for item in described()} == names
    for item in described():
        assert item.description
        assert f"### {item.name}" in DOCS["database.md"]
        columns = [row[1] for row in archive.execute(f"pragma table_info({item.name})")]
        assert list(item.columns) == columns
        assert all(item.columns.values())
    archive.close()


def test_metadata_describes_what_is_shown() -> None:
    """Every table and view has a description in the metadata."""
    tables = metadata("any")["databases"]["any"]["tables"]  # type: ignore[index]
    for item in described():
        assert item.description.replace("`", "") in (
            tables[item.name].get("description") or tables[item.name]["description_html"]
        )


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_setting_is_documented(setting: str) -> None:
    """Each Datasette setting that we choose is explained."""
    assert f"`{setting}`" in DOCS["reading-room.md"]


def test_every_address_of_ours_is_documented() -> None:
    """What the plugin reads from an address, and the addresses that it adds, are explained."""
    arguments = {
        BY_ARGUMENT, CONTAINS_ARGUMENT, ENTITY_ARGUMENT, FROM_ARGUMENT, NEXT_ARGUMENT, NOT_ENTITY_ARGUMENT,
        PERIOD_ARGUMENT, RULE_ARGUMENT, SEARCH_ARGUMENT, SITE_ARGUMENT, SORT_ARGUMENT, TO_ARGUMENT,
        ArticleFacet.argument, EntityFacet.argument, *AS_IT_IS,
    }  # fmt: skip
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "plugin").rglob("*.py"))
    arguments |= set(re.findall(r"request\.args\.get\(\"(_\w+)\"\)", code))
    for values in re.findall(r"^(?:[A-Z]+_ARGUMENT,? ?)+ = (.*)$", code, re.MULTILINE):
        arguments |= set(re.findall(r"\"(_\w+)\"", values))
    assert {"_removed", "_key"} <= arguments
    everything = "".join(DOCS.values())
    for argument in arguments:
        assert f"?{argument}=" in everything, argument
    documented = ["/-/clippings/DATABASE/article/KEY", "/-/clippings/DATABASE/entity/KEY"]
    documented += [f"/DATABASE/-/{page.name}" for page in pages()]
    patterns = [pattern for pattern, _ in register_routes()]
    for address in documented:
        assert f"`{address}`" in everything, address
        assert any(re.match(pattern, address) for pattern in patterns)
    for pattern in patterns:
        assert any(re.match(pattern, address) for address in documented)


def test_what_has_to_be_closed_together_is_complete() -> None:
    """The documentation of permissions names every table and view that holds words of the articles."""
    section = DOCS["reading-room.md"].partition("## Who may see what")[2].partition("## Settings")[0]
    harmless = {"languages", "rules", "build_info", "retired_ids", "tags"}
    for item in described():
        assert item.name in harmless or f"`{item.name}`" in section, item.name


def test_public_names_are_listed_in_order() -> None:
    """The public interface is one alphabetical list, and each name is documented."""
    assert clippings_etl.__all__ == sorted(clippings_etl.__all__)
    for name in clippings_etl.__all__:
        assert getattr(clippings_etl, name).__doc__
        if name != "__version__":
            assert f"`{name}" in DOCS["commands.md"]


def test_links_between_documents_hold() -> None:
    """A relative link in the documentation leads to a file that is there."""
    for name, text in {"../README.md": README, **DOCS}.items():
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", text):
            assert ((ROOT / "docs" / name).parent / target).exists(), f"{name}: {target}"


def test_readme_commands_are_single_lines() -> None:
    """The README names one line to start and one to test; the second is what continuous integration runs."""
    lines = [line for line in README.splitlines() if line.startswith("python3 -m venv ")]
    assert len(lines) == 2
    assert lines[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
