"""What a database keeps of linking: the evidence, what undecided mentions may mean, where names come from."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from clippings_etl import build, verify
from clippings_etl.explained_source import explain_article
from clippings_etl.report import explanation

FERRY = """Minister opens ferry line

The minister, Anna Berg, came back from Georgia on Friday. Mr. Berg was not there.

The Harbour Pilots Association (HPA) welcomed the line. HPA wants more of them.
"""
PORT = """Директор порта сказал

Директор порта Сергей Лаврентов встретил корабль. По словам директора Сергея Лаврентова, он опоздал.
"""
SERGEY = """Port director speaks

The port director, Sergey Lavrentov, met the ship on Friday and said that it was late again this spring.
"""


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("linking")
    sources = folder / "stories"
    sources.mkdir()
    for name, text in (("ferry", FERRY), ("port", PORT), ("sergey", SERGEY)):
        (sources / f"{name}.txt").write_text(text, encoding="utf-8")
    build([sources], folder / "clippings.db")
    return folder / "clippings.db"


@pytest.fixture(scope="module")
def ask(database: Path) -> Callable[..., list[tuple[object, ...]]]:
    connection = sqlite3.connect(database)
    return lambda query, *values: connection.execute(query, values).fetchall()


def test_an_undecided_mention_keeps_its_candidates(ask: Callable[..., list[tuple[object, ...]]]) -> None:
    """What nothing decides is linked to its name alone, and the database lists what it may mean."""
    query = "select e.key, m.evidence, m.field, m.start from mentions m join entities e on e.id = m.entity_id"
    [(key, evidence, field, start)] = ask(f"{query} where m.surface = 'Georgia'")
    assert (key, str(evidence).partition(":")[0]) == ("place:georgia", "undecided")
    rows = ask("select place, key from mention_candidates where field = ? and start = ? order by place", field, start)
    assert rows == [(1, "place:GE"), (2, "place:US-GA")]


def test_every_mention_says_why(ask: Callable[..., list[tuple[object, ...]]]) -> None:
    """No mention is stored without its evidence: a code and the grounds."""
    evidence = [str(row[0]) for row in ask("select evidence from mentions")]
    assert evidence
    assert all(code and ":" in code for code in evidence)


def test_one_person_in_two_scripts_is_one_entity(ask: Callable[..., list[tuple[object, ...]]]) -> None:
    """Articles in Russian and English share the entity, and its names say that one of them was transliterated."""
    [(entity, articles)] = ask("select id, article_count from entities where key = 'person:sergei-lavrentov'")
    assert articles == 2
    names = ask("select name, language, source from entity_names where entity_id = ?", entity)
    assert ("Сергей Лаврентов", "ru", "transliteration") in names
    assert ("Сергея Лаврентова", "ru", "case form") in names


def test_a_short_form_is_a_name_of_its_long_form(ask: Callable[..., list[tuple[object, ...]]]) -> None:
    """The abbreviation that an article introduces is one of the entity's names, and says so."""
    query = """
        select n.name, n.source from entity_names n join entities e on e.id = n.entity_id
        where e.key = 'organisation:harbour-pilots-association' order by n.name
    """
    assert ("HPA", "short form") in ask(query)


def test_verify_covers_candidates(database: Path, tmp_path: Path) -> None:
    """Candidates of a mention that isn't undecided, out of order or changed afterwards are found."""
    assert verify(database).ok
    for number, change in enumerate(
        (
            "update mentions set evidence = 'known: cldr' where surface = 'Georgia'",
            "update mentions set evidence = '' where article_id = 1",
            "update mention_candidates set place = 5 where place = 2",
            "update mention_candidates set score = 0.99 where place = 2",
        )
    ):
        tampered = tmp_path / f"{number}.db"
        tampered.write_bytes(database.read_bytes())
        connection = sqlite3.connect(tampered)
        with connection:
            connection.execute(change)
        connection.close()
        failed = {check.name for check in verify(tampered).checks if not check.ok}
        assert "links say why, candidates are of undecided ones" in failed
        assert "content is what the build wrote" in failed


def test_explain_shows_evidence_and_candidates(database: Path) -> None:
    """The command's explanation of an article lists the grounds of each link, and what may be meant."""
    explained = explain_article(database, "stories/ferry.txt")
    shown = explanation(explained)
    assert "Georgia  → place:georgia" in shown
    assert "(undecided: may be Georgia, Georgia)" in shown
    assert "place:US-GA" in shown
