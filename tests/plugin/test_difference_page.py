"""What two articles differ in."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasette_clippings.articles.differing import MOST_EDITS, Edit, by_paragraph, difference, tokens
from datasette_clippings.pages.difference import LONGEST

from .archive import Row, make_archive
from .conftest import READER, Site

_WORDS = st.lists(st.sampled_from(["a", "b", "the", "Đà", "国", "韩", " ", "  ", "\n", "\n\n", ".", "é", "\u202e"]))
_TEXTS = st.one_of(st.text(max_size=60), _WORDS.map("".join))


def _sides(edits: tuple[Edit, ...]) -> tuple[str, str]:
    one = "".join(edit.text for edit in edits if edit.kind != "other")
    other = "".join(edit.text for edit in edits if edit.kind != "one")
    return one, other


@given(_TEXTS, _TEXTS, st.integers(0, 60))
def test_a_difference_holds_both_texts(one: str, other: str, budget: int) -> None:
    """Law: what both have with what only the one has is the one text, and likewise the other, whatever the budget."""
    assert _sides(difference(one, other).edits) == (one, other)
    assert _sides(difference(one, other, budget).edits) == (one, other)
    assert "".join(tokens(one)) == one


@given(_TEXTS)
def test_equal_texts_differ_in_nothing(text: str) -> None:
    """There is one edit, of words that both have; none where there is no text."""
    assert {edit.kind for edit in difference(text, text).edits} <= {"same"}


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("the quick fox", "the slow fox", [("same", "the "), ("one", "quick"), ("other", "slow"), ("same", " fox")]),
        ("one two", "one", [("same", "one"), ("one", " two")]),
        ("韩国和越南", "韩国与越南", [("same", "韩国"), ("one", "和"), ("other", "与"), ("same", "越南")]),
        ("a b a b a", "a b a", [("same", "a b a"), ("one", " b a")]),
        ("", "new", [("other", "new")]),
    ],
)
def test_differences_are_words_or_letters(one: str, other: str, edits: list[tuple[str, str]]) -> None:
    """Whole words where a script parts them with spaces, single letters where it doesn't."""
    assert [(edit.kind, edit.text) for edit in difference(one, other).edits] == edits


def test_words_that_moved_leave_the_rest_alike() -> None:
    """A sentence put elsewhere is taken out here and put in there; all others line up."""
    one = "First comes this. Then follows that. At last it ends."
    other = "Then follows that. First comes this. At last it ends."
    found = difference(one, other)

    assert found.one_words == found.other_words == 3
    assert found.same_words == 7
    assert not found.is_coarse


def test_what_would_take_too_long_is_told_as_a_whole() -> None:
    """Texts of ever the same words, on which other ways take hours, are compared within a budget, and it is said."""
    found = difference("a b " * 20_000, "b a c " * 20_000)

    assert found.is_coarse
    assert _sides(found.edits) == ("a b " * 20_000, "b a c " * 20_000)


def test_lining_words_up_is_within_the_budget() -> None:
    """Without steps for them, words that stand once in both aren't looked for, and it is said."""
    one = " ".join(f"w{number} a{number}" for number in range(500))
    other = " ".join(f"b{number} w{number} b" for number in range(500))

    assert difference(one, other).same_words == 500
    spent = difference(one, other, 100)
    assert spent.is_coarse
    assert spent.same_words == 0


def test_no_more_edits_than_can_be_shown() -> None:
    """Of texts that differ everywhere, short stretches alike are told as replaced; both are told in full, nothing of
    their words is lost, and paragraphs aren't parted without end."""
    numbers = range(MOST_EDITS)
    one = "\n\n".join(f"a{number} word{number}" for number in numbers)
    other = "\n\n".join(f"b{number} word{number}" for number in numbers)
    found = difference(one, other, 10**9)
    paragraphs = by_paragraph(found.edits)

    assert found.is_coarse
    assert len(found.edits) <= MOST_EDITS
    assert _sides(found.edits) == (one, other)
    assert sum(map(len, paragraphs)) <= 2 * MOST_EDITS
    assert len(paragraphs[-1][-1].text.split("\n\n")) > 1


def test_the_beginning_of_a_long_text_is_compared(tmp_path: Path) -> None:
    """The page says of which article it is the beginning only."""
    rows = [Row("A", f"{'word ' * (LONGEST // 5)}behind", "en"), Row("A", "word", "en")]
    page = Site([make_archive(tmp_path / "clippings.db", rows)]).get("-/difference.json", _one="k1/ä", _other="k2/ä")

    assert (page.json()["one"]["is_cut"], page.json()["other"]["is_cut"]) == (True, False)
    assert "behind" not in page.text


def test_edits_are_parted_by_paragraphs() -> None:
    """A blank line ends a paragraph, in whichever of the texts it stands."""
    edits = [Edit("same", "One.\n\nTwo "), Edit("one", "a\n \nb"), Edit("same", " end.\n\n")]

    assert by_paragraph(edits) == [
        (Edit("same", "One."),),
        (Edit("same", "Two "), Edit("one", "a")),
        (Edit("one", "b"), Edit("same", " end.")),
    ]


def test_long_white_space_ends_no_paragraph() -> None:
    """A million spaces, on which to look for a blank line at each takes hours, are words like others."""
    text = f"One.{' ' * 1_000_000}Two.\n{' ' * 1_000_000}Three. \n\n Four."

    assert by_paragraph([Edit("same", text)]) == [
        (Edit("same", text.removesuffix(" \n\n Four.")),),
        (Edit("same", "Four."),),
    ]


def test_the_page_marks_what_differs(site: Site) -> None:
    """As insertions and deletions, each told in words to those who don't see it; with a link to each article."""
    page = site.get("-/difference", _one="k1/ä", _other="k7/ä")
    data = site.get("-/difference.json", _one="k1/ä", _other="k7/ä").json()

    assert page.status_code == 200
    assert '<del><span class="clippings-unseen">only in the first: </span>' in page.text
    assert '<ins><span class="clippings-unseen">only in the second: </span>' in page.text
    assert 'href="/clippings/articles/1"' in page.text
    assert {edit["kind"] for edit in data["title"]} == {"same"}
    assert data["one"]["key"] == "k1/ä"
    assert 0 < data["share"] < 1


def test_paragraphs_alike_are_folded(tmp_path: Path) -> None:
    """More than two in a row stand in a fold; what differs is seen at once."""
    same = "\n\n".join(f"Paragraph {number} stays." for number in range(5))
    rows = [Row("A", f"{same}\n\nThis is old.", "en"), Row("A", f"{same}\n\nThis is new.", "en")]
    page = Site([make_archive(tmp_path / "clippings.db", rows)]).get("-/difference", _one="k1/ä", _other="k2/ä").text

    assert "5 paragraphs alike</summary>" in page
    assert page.index("</details>", page.index("paragraphs alike")) < page.index("This is")


def test_a_copy_links_to_its_differences(site: Site) -> None:
    """From the copy and from the original, the original first."""
    for article in (1, 7):
        page = site.get(f"articles/{article}").text
        assert 'href="/clippings/-/difference?_one=k1%2F%C3%A4&amp;_other=k7%2F%C3%A4"' in page


def test_markup_in_the_data_stays_text(site: Site) -> None:
    """No headline and no word becomes HTML."""
    page = site.get("-/difference", _one="k6/ä", _other="k1/ä").text

    for markup in ("<script>alert", "<b>words"):
        assert markup not in page
    assert "&lt;b&gt;" in page


@pytest.mark.parametrize(
    ("arguments", "status"),
    [({}, 400), ({"_one": "k1/ä"}, 400), ({"_one": "k1/ä", "_other": "nobody"}, 404), ({"_other": "k1/ä"}, 400)],
)
def test_two_articles_have_to_be_named(site: Site, arguments: dict[str, str], status: int) -> None:
    """By keys that there are; anything else gets an answer in words."""
    assert site.get("-/difference", **arguments).status_code == status


def test_private_articles_are_not_compared(private: Callable[..., Site]) -> None:
    """Nor is it told whether there are such keys."""
    site = private("articles")

    for key in ("k7/ä", "nobody"):
        assert site.get("-/difference", _one="k1/ä", _other=key).status_code == 403
    assert site.get("-/difference", _one="k1/ä", _other="k7/ä", actor=READER).status_code == 200


def test_a_very_long_article_is_compared_by_its_beginning(tmp_path: Path) -> None:
    """The page says so, and the texts' ends aren't marked as removed."""
    rows = [Row("A", "word " * 250_000, "en"), Row("B", "word " * 250_001, "en")]
    file = make_archive(tmp_path / "clippings.db", rows)
    data = Site([file]).get("-/difference.json", _one="k1/ä", _other="k2/ä").json()

    assert data["one"]["is_cut"]
    assert data["one_words"] == data["other_words"] == 1  # the headlines
    connection = sqlite3.connect(file)
    assert connection.execute("select length(text) from articles").fetchall() == [(1_250_000,), (1_250_005,)]
    connection.close()
