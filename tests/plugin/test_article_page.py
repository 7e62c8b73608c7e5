"""The page of an article."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from datasette_clippings.articles.links import followable
from datasette_clippings.articles.text import Mention, Paragraph, RemovedLine, inline, paragraphs
from datasette_clippings.dates import shown_date

from .conftest import READER, Site


def _words(html: str) -> str:
    """The words of a page, without its tags, in single spaces."""
    return " ".join(re.sub("<[^>]+>", " ", html).split())


def test_headline_facts_and_text(site: Site) -> None:
    """The page shows who wrote what, when and where, in the article's language."""
    page = site.get("articles/1").text

    assert '<article lang="en" dir="ltr">' in page
    assert '<time datetime="2024-04-22T14:33">22 April 2024, 14:33</time>' in page
    for fact in ("Dunyo reporter", "Dunyo news agency", "English", "news/1.txt", "utf-8", f"{1:064x}"):
        assert fact in page
    assert re.search(r"held talks\.<br>\s*(<del[^\n]*</del>)?A second line", page)
    assert "Uzbekistan to exchange experts with biocenters of South Korea" in _words(page.split("</title>")[0])


def test_right_to_left_scripts_run_from_the_right(site: Site) -> None:
    """An Arabic article says so, to the browser too."""
    assert '<article lang="ar" dir="rtl">' in site.get("articles/5").text


def test_an_unknown_language_is_left_to_the_browser(site: Site) -> None:
    """Without a language there is no `lang`, and the letters decide the direction."""
    assert '<article dir="auto">' in site.get("articles/6").text


def test_a_date_without_year_is_quoted(site: Site) -> None:
    """What the source wrote is shown in quotes where no date could be read from it."""
    page = site.get("articles/2").text

    assert "“<bdi>23/8</bdi>”" in page
    assert "<time" not in page


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("2024", "2024"),
        ("2024-04", "April 2024"),
        ("2024-04-02", "2 April 2024"),
        ("2024-04-02T09:05", "2 April 2024, 09:05"),
        ("2024-04-02T09:05:07+05:00", "2 April 2024, 09:05:07 UTC+05:00"),
        ("2024-04-02T09:05Z", "2 April 2024, 09:05 UTC"),
    ],
)
def test_dates_are_as_precise_as_they_are_stored(published: str, shown: str) -> None:
    """No day, hour or second is made up or dropped."""
    date = shown_date(published, None)

    assert date is not None
    assert (date.text, date.iso) == (shown, published)


@pytest.mark.parametrize("published", ["2024-13", "sometime", "2024-04-32", "٢٠٢٤"])
def test_a_stored_date_that_is_none_is_shown_as_it_is(published: str) -> None:
    """Nothing is claimed about it."""
    date = shown_date(published, None)

    assert date is not None
    assert (date.text, date.iso) == (published, None)


def test_every_mention_links_to_its_entity(site: Site) -> None:
    """In headline and text; with a legend that counts them by type."""
    page = site.get("articles/1").text
    link = (
        r'<a class="clippings-entity clippings-place" href="/clippings/entities/1" title="South Korea" '
        r'data-entity="place:KR" data-at="\d+">South Korea</a>'
    )

    assert len(re.findall(link, page)) == 3
    assert re.search(r">Places</span></label><span class=\"clippings-count\">5<", page)
    assert re.search(r">People</span></label><span class=\"clippings-count\">1<", page)


def test_a_mention_says_why_it_is_linked(archive: Path, tmp_path: Path) -> None:
    """What the archive says of a link stands with it, escaped."""
    told = tmp_path / "clippings.db"
    told.write_bytes(archive.read_bytes())
    connection = sqlite3.connect(told)
    with connection:
        connection.execute("update mentions set evidence = 'context: beside <b>'")
    connection.close()

    page = Site([told]).get("articles/1").text

    assert 'data-why="context: beside &lt;b&gt; [test]">South Korea</a>' in page


def test_removed_lines_stand_in_their_place(site: Site) -> None:
    """Struck through, with the rule and what it removes; hidden until asked for, without any script."""
    page = site.get("articles/1").text
    prose = _words(page[page.index('class="clippings-prose"') :])

    assert '<del class="clippings-removed" title="Lists of page numbers"><bdi>1 2 3 &gt;&gt;' in page
    order = [prose.index(words) for words in ("14:33", "With the support", "1 2 3", "A second line", "Related News")]
    assert order == sorted(order)
    assert re.search(r'id="clippings-show-removed"> Removed lines', page)
    assert re.search(r'id="clippings-show-removed" checked>', site.get("articles/1", _removed=1).text)


def test_markup_in_the_data_stays_text(site: Site) -> None:
    """No title, byline, text, removed line or name becomes HTML, and no address but the web's becomes a link."""
    for path in ("articles/6", "articles", "articles/1", "entities/7", "entities/1", "articles?_entity=place:KR"):
        page = site.get(path).text
        assert "alert(1)" not in page or "&lt;script&gt;alert(1)" in page or "onerror=alert(1)&gt;" in page
        for markup in ("<script>alert", "<img src=x", "<b>words", 'Co" <b>'):
            assert markup not in page
    assert 'href="javascript' not in site.get("articles/6").text
    assert '<a href="https://example.org/news?a=1&amp;b=2" rel="noopener nofollow">' in site.get("articles/1").text


@pytest.mark.parametrize(
    "address",
    [None, "", "javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "//example.org", "http:", "http://[", "/x"],
)
def test_only_web_addresses_are_followed(address: str | None) -> None:
    """Anything else is shown, if at all, as words."""
    assert followable(address) is None


def test_related_articles_say_why(site: Site) -> None:
    """Those that share the rarest entities come first; the copies of the article itself don't come at all."""
    page = site.get("articles/3").text
    related = page[page.index("<h2>Related</h2>") :]

    assert related.index("/clippings/articles/2") < related.index("/clippings/articles/4")
    assert "both mention <bdi>Vietnam</bdi>, <bdi>South Korea</bdi>" in related
    first = site.get("articles/1").text
    assert "/clippings/articles/7" not in first[first.index("<h2>Related</h2>") :]


def test_a_copy_links_to_its_original(site: Site) -> None:
    """A duplicate says of what."""
    assert re.search(r'Repeats <a href="/clippings/articles/1">', site.get("articles/7").text)


def test_an_article_without_text_is_a_page_too(site: Site) -> None:
    """Nothing below the headline is said in words."""
    assert "Nothing stands below the headline" in site.get("articles/8").text


def test_the_plain_row_and_the_data_are_near(site: Site) -> None:
    """JSON, SQL and Datasette's own row page are one click away."""
    page = site.get("articles/1").text

    assert 'href="/clippings/-/article.json?_key=k1%2F%C3%A4"' in page
    assert 'href="/clippings?sql=' in page
    plain = site.get("articles/1", _plain=1)
    assert "clippings-prose" not in plain.text
    assert "clippings.css" not in plain.text
    assert site.get("articles/1.json", _shape="array").json()[0]["title"].startswith("Uzbekistan")
    assert site.get("articles/999").status_code == 404


def test_a_reader_who_may_not_run_sql_gets_no_link_to_it(archive: Path) -> None:
    """What would be refused isn't offered."""
    site = Site([archive], default_allow_sql=False)

    assert "?sql=" not in site.get("articles/1").text


def _mention(start: int, end: int) -> Mention:
    return Mention(start, end, "k", "n", "place", "/")


def _text(laid_out: list[Paragraph]) -> str:
    return "|".join("".join("/" if p.line_break else p.text for p in paragraph.pieces) for paragraph in laid_out)


def test_odd_offsets_break_nothing() -> None:
    """Mentions outside the text or overlapping are left out; not a character of the text is lost or repeated."""
    text = "One two\nthree.\n\n\n  Four five."
    mentions = [_mention(*place) for place in [(-1, 3), (0, 3), (0, 7), (2, 5), (4, 4), (9, 2), (12, 22), (25, 99)]]

    laid_out = paragraphs(text, mentions, [])

    assert _text(laid_out) == "One two/three.|Four five."
    assert [p.text for paragraph in laid_out for p in paragraph.pieces if p.mention] == ["One two", "e.", "Fou"]
    assert inline("", mentions) == ()


@pytest.mark.parametrize("position", [-5, 0, 3, 8, 15, 16, 17, 20, 99])
def test_removed_lines_never_split_off_text(position: int) -> None:
    """Wherever a line stood, it is shown once and the text around it is whole."""
    text = "One two\nthree.\n\n\n  Four five."

    laid_out = paragraphs(text, [], [RemovedLine(position, "gone", "rule")])

    assert sum(bool(piece.removed) for paragraph in laid_out for piece in paragraph.pieces) == 1
    kept = [paragraph for paragraph in laid_out if not paragraph.only_removed]
    assert _text(kept) == "One two/three.|Four five."


def test_an_article_with_wild_rows_is_a_page(tmp_path: Path, archive: Path) -> None:
    """Offsets, languages and copies that lead nowhere don't keep an article from being read."""
    wild = tmp_path / "clippings.db"
    wild.write_bytes(archive.read_bytes())
    connection = sqlite3.connect(wild)
    connection.executescript(
        "update stored_mentions set start = -7 - start where start % 3 = 0;"
        "update stored_mentions set start = start + (1 << 40) where start % 3 = 1;"
        "update stored_mentions set in_title = -1 where start % 5 = 0;"
        "update removed_lines set position = -1, rule = 'gone';"
        "update articles set language = 'xx', duplicate_of = 12345; update entities set type = 'Odd <type>';"
    )
    connection.commit()
    connection.close()
    site = Site([wild])

    for path in ("articles", "articles/1", "articles/2", "articles/6", "entities/1", "articles?_facet_entity=place"):
        page = site.get(path)
        assert page.status_code == 200
        assert "Odd <type>" not in page.text


@pytest.mark.parametrize("table", ["entities", "mentions"])
def test_private_entities_leave_a_bare_text(private: Callable[..., Site], table: str) -> None:
    """No link, no legend; and where the entities are private, no reason for related articles either."""
    site = private(table)
    page = site.get("articles/1").text

    assert "A second line of the same paragraph names South Korea." in page
    assert "clippings-entity" not in page
    assert "Places" not in page
    assert ("both mention" in page) == (table == "mentions")
    assert "clippings-entity" in site.get("articles/1", actor=READER).text


def test_private_removed_lines_are_not_shown(private: Callable[..., Site]) -> None:
    """Neither the lines nor their number nor their rules."""
    site = private("removed_lines")
    page = site.get("articles/1", _removed=1).text

    for words in ("clippings-removed", "Removed lines", "1 2 3", "pagination.list"):
        assert words not in page
    assert "1 2 3" in site.get("articles/1", actor=READER).text


@pytest.mark.parametrize(
    ("table", "secret"),
    [
        ("article_entities", "both mention"),
        ("rules", "Lists of page numbers"),
        ("languages", '<article lang="en" dir="ltr">'),
    ],
)
def test_each_private_table_hides_what_is_drawn_from_it(private: Callable[..., Site], table: str, secret: str) -> None:
    """Anonymous readers get the page without it, allowed ones with it."""
    site = private(table)

    anonymous = site.get("articles/1")
    assert anonymous.status_code == 200
    assert secret not in anonymous.text
    assert secret in site.get("articles/1", actor=READER).text


def test_private_articles_are_forbidden(private: Callable[..., Site]) -> None:
    """The page is Datasette's own row page, and so are its permissions."""
    site = private("articles")

    assert site.get("articles/1").status_code == 403
    assert site.get("articles/1", actor=READER).status_code == 200
