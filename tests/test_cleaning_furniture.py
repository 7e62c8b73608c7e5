"""The rules together on whole small articles in many languages, judged as the furniture benchmark judges."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from clippings_etl.cleaning import clean

CASES: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "furniture_more.jsonl").read_text(encoding="utf-8").splitlines()
]
NEGATIVES = [case for case in CASES if not case["expect_removed"]]
FIELDS = {"published_at": "published", "author": "byline", "source": "publisher"}
"""What the cases call metadata, and what ``Metadata`` does."""

LEAST_REMOVED = 0.98
LEAST_RIGHT = 0.97
LEAST_METADATA = 0.95


def kept(case: dict[str, Any]) -> set[str]:
    """The lines that the rules leave of a case."""
    return set(clean(case["text"], score_lines=False).text.split("\n")) - {""}


def test_cases_cover_the_languages_of_the_rules() -> None:
    """There are cases in more than forty languages, and articles of each kind that must stay as they are."""
    assert len({case["lang"] for case in CASES}) >= 40
    assert len(NEGATIVES) >= 50


def test_furniture_goes() -> None:
    """Nearly all furniture lines are removed."""
    expected = [line not in kept(case) for case in CASES for line in case["expect_removed"]]
    assert sum(expected) >= LEAST_REMOVED * len(expected)


def test_whole_cases_come_out_right() -> None:
    """Nearly all cases lose all of their furniture and nothing else."""
    right = [kept(case) == set(case["expect_kept"]) for case in CASES]
    assert sum(right) >= LEAST_RIGHT * len(right)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_article_lines_stay(case: dict[str, Any]) -> None:
    """No line of an article is lost, in any language."""
    assert set(case["expect_kept"]) <= kept(case)


def test_furniture_tells_its_metadata() -> None:
    """Dates, authors, sources, picture credits and page counts are read out of what is removed."""
    met = []
    for case in CASES:
        metadata = clean(case["text"], score_lines=False).metadata
        for name, value in case["expect_meta"].items():
            found = getattr(metadata, FIELDS.get(name, name))
            met.append(str(found).startswith(str(value)) if name == "published_at" else found == value)
    assert sum(met) >= LEAST_METADATA * len(met)
