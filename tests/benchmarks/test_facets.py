"""Search engines are asked the same questions about the same articles, and no wrong answer is passed over."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
from benchmarks.archive.exports import export
from benchmarks.archive.making import answers_of, make_synthetic
from benchmarks.facets.__main__ import asked_of
from benchmarks.facets.checks import mistakes
from benchmarks.facets.engine import CELLS, EntityCount, Found, Material, NotHere, Question, size_of
from benchmarks.facets.measuring import Asked, Figures, measure
from benchmarks.facets.processes import ENGINES, EngineFailed, EngineProcess
from benchmarks.facets.table import tables

from tests.conftest import ROOT

SIZE = 400
PEERS = {"tantivy-names": "tantivy", "tantivy-numbers": "tantivy", "duckdb": "duckdb"}


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Material:
    """A small archive with its export."""
    material = Material(tmp_path_factory.mktemp("facets"))
    make_synthetic(material.database, SIZE, lambda line: None)
    export(material.database, material.articles, material.entities)
    return material


@pytest.fixture(scope="module")
def asked(material: Material) -> tuple[list[Asked], dict[int, str]]:
    """The questions, and the entities' keys by number."""
    return asked_of(material)


def answers(material: Material, engine: str, asked: list[Asked], numbers: dict[int, str]) -> Figures:
    """What one engine answers to everything, once warm."""
    (figures,) = measure(
        material, asked, numbers, engines=[engine], runs=1, seconds=0, cold=False, say=lambda line: None
    )
    return figures


@pytest.mark.parametrize("engine", ["clippings", "clippings-sql", "datasette-sql"])
def test_ours_answer_everything_right(
    engine: str, material: Material, asked: tuple[list[Asked], dict[int, str]]
) -> None:
    """Every answer of every way to results is checked and right, hits and ties in the promised order."""
    figures = answers(material, engine, *asked)
    assert (figures.not_here, figures.mistakes) == ("", [])
    assert {question: set(times) for question, times in figures.times.items()} == {
        one.name: set(CELLS) for one in asked[0]
    }


@pytest.mark.parametrize("engine", PEERS)
def test_the_others_answer_everything_right(
    engine: str, material: Material, asked: tuple[list[Asked], dict[int, str]]
) -> None:
    """The engines beside ours get the same counts from the files made for them."""
    if not find_spec(PEERS[engine]):
        reason = f"{PEERS[engine]} isn't installed; pip install -e '.[bench]'"
        pytest.fail(reason) if os.environ.get("CLIPPINGS_ENGINES") else pytest.skip(reason)
    figures = answers(material, engine, *asked)
    assert (figures.not_here, figures.mistakes) == ("", [])
    assert figures.built is not None and figures.built.bytes > 0


def test_xapian_answers_everything_right_or_is_reported(
    material: Material, asked: tuple[list[Asked], dict[int, str]]
) -> None:
    """Without Debian's package the engine isn't run, and the table says so."""
    figures = answers(material, "xapian", *asked)
    assert figures.mistakes == []
    if figures.not_here:
        assert "Not run: xapian (xapian isn't installed (Debian: python3-xapian))." in tables([figures], "none", 1)


def test_an_engine_that_isnt_there_is_reported(tmp_path: Path) -> None:
    """An archive without a stored index can't be measured as if it had one."""
    material = Material(tmp_path)
    make_synthetic(material.database, 5, lambda line: None)
    with closing(sqlite3.connect(material.database)) as connection:
        connection.execute("update articles set site = 'elsewhere.example'")
        connection.commit()
    with EngineProcess("clippings", material) as process, pytest.raises(NotHere, match="no stored index"):
        process.build()


def test_an_engine_that_fails_says_so(tmp_path: Path) -> None:
    """What goes wrong in an engine's process comes out in ours, with its name."""
    with EngineProcess("clippings-sql", Material(tmp_path)) as process:
        process.open()
        with pytest.raises(EngineFailed, match=r"clippings-sql: OperationalError: "):
            process.answer("a", Question(None))


def test_wrong_answers_are_mistakes(asked: tuple[list[Asked], dict[int, str]]) -> None:
    """A count, an entity, a hit, an order or a month that isn't right is found."""
    questions, numbers = asked
    right = questions[0].right("c")
    entities = {
        type: [EntityCount(one["key"], one["articles"], one["name"]) for one in counts]
        for type, counts in right["entities"].items()
    }
    found = Found([(number, "a title") for number in right["hits"]], entities, right["months"])

    def wrong(cell: str, found: Found, exact: bool = True) -> list[str]:
        return mistakes(cell, found, right, exact_order=exact, numbers=numbers)

    assert [wrong(cell, found) for cell in "abce"] == [[], [], [], []]
    assert wrong("a", replace(found, hits=found.hits[:-1])) == ["19 hits, not 20"]
    assert wrong("a", replace(found, hits=[(1, ""), *found.hits[1:]])) == ["a hit without title"]
    assert wrong("a", replace(found, hits=found.hits[::-1]))
    assert not wrong("a", replace(found, hits=found.hits[::-1]), exact=False)
    first, *rest = entities["person"]
    for other in (replace(first, articles=first.articles + 1), replace(first, entity="person:nobody")):
        changed = replace(found, entities={**entities, "person": [other, *rest]})
        assert wrong("b", changed) and wrong("c", changed, exact=False)
    assert wrong("e", replace(found, months={**found.months, "1999-01": 1})) == ["the months differ"]


def test_ties_at_the_end_may_be_broken_otherwise(asked: tuple[list[Asked], dict[int, str]]) -> None:
    """Of the entities with the tenth's count, another engine may show any; ours may not."""
    questions, numbers = asked
    right = questions[0].right("b")
    entities = {
        type: [EntityCount(one["key"], one["articles"], one["name"]) for one in counts]
        for type, counts in right["entities"].items()
    }
    *most, last = entities["place"]
    found = Found(entities={**entities, "place": [*most, replace(last, entity="place:another")]})
    assert not mistakes("b", found, right, exact_order=False, numbers=numbers)
    assert mistakes("b", found, right, exact_order=True, numbers=numbers)


def test_the_command_prints_a_table(tmp_path: Path) -> None:
    """One command makes the archive, measures, and prints Markdown with ratios to ours."""
    command = [sys.executable, "-m", "benchmarks.facets", "--articles", "300", "--folder", str(tmp_path / "made")]
    command += [
        "--engines",
        "clippings,clippings-sql",
        "--runs",
        "1",
        "--no-cold",
        "--json",
        str(tmp_path / "all.json"),
    ]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout.startswith("### 300 synthetic articles; ")
    assert "| cell | articles | clippings | clippings-sql |" in result.stdout
    assert "Answers that differ from what is right: none." in result.stdout
    assert result.stdout.count(" ×)") == len(CELLS) * 6
    figures = json.loads((tmp_path / "all.json").read_text())
    assert figures["engines"][0]["times"]["all"]["b"]["runs"] >= 1
    assert answers_of(tmp_path / "made" / "archive.db").exists()


def test_sizes_are_those_of_all_files(tmp_path: Path) -> None:
    """A folder is as large as what is in it."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "one").write_bytes(b"123")
    (tmp_path / "two").write_bytes(b"45")
    assert size_of([tmp_path]) == 5
    assert set(ENGINES) > set(PEERS)
