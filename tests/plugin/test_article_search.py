"""An article that a search led to: what it found is marked, and leads on."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest

from datasette_clippings.articles.finding import MOST_HITS, Search, hits_in
from datasette_clippings.articles.text import Found, Mention, inline, paragraphs

from .archive import Row, make_archive
from .conftest import Site


def _marks(html: str) -> list[tuple[str, str]]:
    """The marks of a page in order: number and words."""
    return re.findall(r'<mark(?: id="hit-\d+")? data-hit="(\d+)">([^<]*)</mark>', html)


def test_every_place_is_marked_and_numbered(site: Site) -> None:
    """In headline and text, folded as search folds, inside the links to entities too."""
    page = site.get("articles/2", _of=urlencode({"_search": '"han quoc"'})).text

    assert _marks(page) == [("1", "HÀN QUỐC"), ("2", "Hàn Quốc")]
    assert re.search(r'<a class="clippings-entity[^>]*><mark id="hit-2" data-hit="2">Hàn Quốc</mark></a>', page)
    assert "2 matches" in page
    assert 'href="#hit-1" data-key="n"' in page
    assert 'href="#hit-2" data-key="p"' in page


def test_the_page_leads_back_to_the_results(site: Site) -> None:
    """The search that the article was opened from is one click away, with all its filters."""
    page = site.get("articles/2", _of=urlencode({"_search": "han quoc", "language": "vi"})).text

    assert 'href="/clippings/-/search?_search=han+quoc&amp;language=vi"' in page


def test_words_in_the_page_s_own_address_are_marked(site: Site) -> None:
    """Without results behind it, `_search` marks words all the same."""
    assert ("1", "HÀN QUỐC") in _marks(site.get("articles/2", _search='"hàn quốc"').text)


def test_a_search_in_the_headline_marks_the_headline(site: Site) -> None:
    """What was asked of one field is marked in that alone."""
    page = site.get("articles/2", _of=urlencode({"_search": 'title:"han quoc"'})).text

    assert _marks(page) == [("1", "HÀN QUỐC")]


def test_the_mentions_of_an_entity_searched_for_are_marked(site: Site) -> None:
    """Whatever they are called; a word that stands in one is not marked again."""
    page = site.get("articles/2", _of=urlencode({"_entity": "place:KR", "_search": "quoc da"})).text

    assert [words for _, words in _marks(page)] == ["HÀN QUỐC", "Hàn Quốc", "Đà"]
    assert _marks(site.get("articles/2", _entity="place:KR").text)


def test_private_entities_are_not_marked(private: Callable[..., Site]) -> None:
    """Nor told of by the number of matches."""
    page = private("entities").get("articles/2", _entity="place:KR").text

    assert not _marks(page)
    assert "0 matches" in page


def test_without_a_search_nothing_is_marked(site: Site) -> None:
    """Nor is there anything to lead through."""
    page = site.get("articles/2").text

    assert "<mark" not in page
    assert "clippings-hits" not in page


def test_words_that_stand_nowhere_are_said_to(site: Site) -> None:
    """The number is nought, and there is no link to nowhere."""
    page = site.get("articles/2", _search="zebra").text

    assert "0 matches" in page
    assert 'data-key="n"' not in page


def test_places_far_down_are_found(tmp_path: Path) -> None:
    """A long text is searched to its end, not only where excerpts are taken from."""
    row = Row("Long", "filler words " * 4_000 + "needle at the end", "en")
    page = Site([make_archive(tmp_path / "clippings.db", [row])]).get("articles/1", _search="needle").text

    assert _marks(page) == [("1", "needle")]


def test_too_many_places_are_marked_in_part_and_it_is_said(tmp_path: Path) -> None:
    """The number has a plus behind it."""
    row = Row("Long", "word " * (MOST_HITS + 5), "en")
    page = Site([make_archive(tmp_path / "clippings.db", [row])]).get("articles/1", _search="word").text

    assert len(_marks(page)) == MOST_HITS
    assert f"{MOST_HITS:,} matches+" in page


def test_a_place_across_a_mention_stays_one() -> None:
    """It is numbered once, and the mention's link holds its part of it."""
    text = "the South Korea trip"
    pieces = inline(text, [Mention(4, 15, "k", "n", "place", "/")], [Found(10, 20, 1)])

    assert [piece.text for piece in pieces] == ["the ", "South Korea", " trip"]
    assert [[(part.text, part.hit, part.goes_on) for part in piece.parts] for piece in pieces] == [
        [],
        [("South ", None, False), ("Korea", 1, False)],
        [(" trip", 1, True)],
    ]


@pytest.mark.parametrize("found", [[(0, 3)], [(4, 9)], [(0, 28)], [(2, 5), (6, 20)], [(27, 28)]])
def test_marks_lose_no_character(found: list[tuple[int, int]]) -> None:
    """Wherever they stand, across lines and paragraphs, the words are the text's."""
    text = "One two\nthree.\n\n\n  Four five."
    laid_out = paragraphs(text, [], [], [Found(*place, number) for number, place in enumerate(found, 1)])

    for paragraph in laid_out:
        for piece in paragraph.pieces:
            assert not piece.parts or "".join(part.text for part in piece.parts) == piece.text
    marked = [part.hit for paragraph in laid_out for piece in paragraph.pieces for part in piece.parts if part.hit]
    assert sorted(set(marked)) == list(range(1, len(found) + 1))


def test_hostile_searches_mark_nothing_wrong() -> None:
    """Of a search of nothing but signs, or of a megabyte, there is nothing to mark, and no time lost."""
    for searched in ("", '"', "- + *", "\x00", "<script>", "x" * 1_000_000):
        assert hits_in("A title", "Some text.", Search((searched,), (), None)).count == 0


def test_markup_in_a_search_stays_text(site: Site) -> None:
    """It is looked for as words."""
    page = site.get("articles/6", _of=urlencode({"_search": "<script>alert(1)"})).text

    assert "<script>alert" not in page
    assert _marks(page)
