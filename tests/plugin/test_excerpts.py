"""Marking the words of a search: which are marked, and that no text and no search makes it long."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from datasette_clippings.searching.excerpts import Term, excerpt, locate, marked, passages, search_terms

from .conftest import Site


def calls(work: Callable[[], object]) -> int:
    """How many functions, also built-in ones, are called to do something."""
    called = 0

    def count(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal called
        called += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return called


def found(text: str, *searches: str) -> list[str]:
    return [text[start:end] for start, end in locate(text, search_terms(searches))]


@pytest.mark.parametrize(
    ("text", "search", "marks"),
    [
        ("North Korea, South Korea", 'korea "south korea"', ["Korea", "South Korea"]),  # the longest of a place
        ("korea north korea", '"korea north" "north korea"', ["korea north"]),  # none overlaps another
        ("one two one three", '"one three"', ["one three"]),
        ("one two", '"one two three"', []),
        ("don't", '"don t"', ["don't"]),
        ("Straße, STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("ﬁsh and ﬁrst", "fish first", ["ﬁsh", "ﬁrst"]),
        ("在韩国, 韩 国", "韩国", ["韩国", "韩 国"]),
        ("vào TPHCM韩国", '"tphcm 韩国"', ["TPHCM韩国"]),
        ("a_b", "b", ["b"]),
        ("category", "cat", []),
    ],
)  # fmt: skip
def test_words_and_phrases_are_marked_whole(text: str, search: str, marks: list[str]) -> None:
    """What is marked are words as the index has them, whatever stands between those of a phrase."""
    assert found(text, search) == marks


def test_few_terms_are_marked_of_all_searches_together() -> None:
    """However many searches an address holds, only the first twenty words of all of them are looked for."""
    terms = search_terms(f"word{number} other{number}" for number in range(1000))

    assert len(terms) == 20
    assert {Term(("word0",)), Term(("other9",))} <= set(terms)


def test_a_long_phrase_is_not_marked() -> None:
    """A phrase longer than anyone looks for in a list isn't looked for."""
    assert search_terms([f'"{"a " * 17}"', f'"{"b " * 16}"', "c" * 61]) == [Term(("b",) * 16)]


@pytest.mark.parametrize(
    ("text", "searches"),
    [
        ("a " * 5000, [" ".join(f'"{"a " * 140}b{number}"' for number in range(20))]),
        ("a " * 5000, [" ".join(f'"{"a " * 14}b{number}"' for number in range(20))]),
        ("a." * 5000, [" ".join(f'"a b{number}"' for number in range(20))]),
        ("a" + "." * 9999, [" ".join(f'"a b{number}"' for number in range(20))]),
        ("一" * 10_000, [" ".join(f'"{"一" * 14}{chr(0x4E8C + number)}"' for number in range(20))]),
        ("一." * 5000, [" ".join(f'"{"一" * 14}{chr(0x4E8C + number)}"' for number in range(20))]),
        ("x" * 10_000, [" ".join(f"x{number}" for number in range(20))]),
        ("a\u0301" * 5000, ["a b c"]),
        ("word " * 2000, [f"word{number} " * 1000 for number in range(1000)]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("mark", [excerpt, passages, marked])
def test_marking_is_linear(text: str, searches: list[str], mark: Callable[[str, list[str]], object]) -> None:
    """Twice the text takes twice the steps and no more, and each of its words only a few."""
    terms = search_terms(searches)
    mark(text, terms)  # which fills the caches
    half = calls(lambda: mark(text[: len(text) // 2], terms))
    whole = calls(lambda: mark(text, terms))

    assert whole <= 2.1 * half + 100
    assert whole < 30 * len(text)


def test_only_what_is_searched_for_is_marked(site: Site) -> None:
    """Arguments that Datasette doesn't search for, beside the one that it does, aren't marked."""
    others = {"_searchx": "embassy", "_search_text": "embassy", "_search": "korea"}

    page = site.get("articles", **others).text

    assert "<mark>Korea</mark>" in page
    assert "embassy" in page
    assert "<mark>embassy" not in page
