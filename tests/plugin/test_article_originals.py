"""Articles beside their originals."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clippings_etl.documents import join_lines, lines
from datasette_clippings.articles.original import OriginalSpan, compare
from datasette_clippings.articles.text import RemovedLine, paragraphs

from .conftest import READER, Site

_ORIGINAL = (
    "14:33 / 22.04.2024\r\n\r\n  Uzbekistan to exchange experts with biocenters of South Korea\r\n"
    "With the support of the embassy, a working visit to South Korea was organized, led by Abdulla Azizov.\r\n\r\n"
    "\tThe delegation of Uzbekistan held talks.\r\n1 2 3 >>\r\n"
    "A second line of the same paragraph names South Korea.\r\n\r\nThe BIO Week follows.\r\nRelated News\r\n"
)
_REMOVED = ("14:33 / 22.04.2024", "1 2 3 >>", "Related News")


def _with_original(archive: Path, file: Path, original: bytes, encoding: str = "utf-8") -> Path:
    """A copy of the archive, its first article with an original in which its removed lines stand where they say."""
    file.write_bytes(archive.read_bytes())
    connection = sqlite3.connect(file)
    with connection:
        connection.execute("insert into originals values (1, ?, ?)", [len(original), zlib.compress(original)])
        connection.execute("update articles set encoding = ? where id = 1", [encoding])
        for line in _REMOVED:
            start = _ORIGINAL.index(line)
            connection.execute(
                "update removed_lines set start = ?, end = ? where article_id = 1 and text = ?",
                [start, start + len(line), line],
            )
    connection.close()
    return file


@pytest.fixture(scope="module")
def originals(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive that has the original of its first article."""
    return _with_original(archive, tmp_path_factory.mktemp("originals") / "clippings.db", _ORIGINAL.encode())


@given(st.lists(st.tuples(st.sampled_from(["", "a b", "  c\t", "đ", "x. ", "c"]), st.booleans()), max_size=12))
def test_every_line_of_a_file_stands_beside_what_is_left_of_it(chosen: list[tuple[str, bool]]) -> None:
    """Law: whatever lines were removed, the left side is the file's lines in order, the right side the whole text."""
    decoded = "\n".join(line for line, _ in chosen)
    spans = lines(decoded)
    flags = [removed for line, removed in chosen if line.strip()]
    gone = [span for span, removed in zip(spans, flags, strict=True) if removed]
    kept = [span for span in spans if span not in gone]
    text = join_lines(decoded, kept, gone)
    removed_lines = [OriginalSpan(*span, RemovedLine(0, decoded[span.start : span.end], "rule")) for span in gone]
    laid_out = paragraphs(text, [], [])

    compared = compare(None, laid_out, removed_lines, decoded)

    assert compared.is_file
    shown = [line.text.strip() for row in compared.rows for line in row.original]
    assert shown == [decoded[span.start : span.end] for span in spans]
    assert [bool(line.removed) for row in compared.rows for line in row.original] == flags
    assert [row.paragraph for row in compared.rows if row.paragraph is not None] == list(range(len(laid_out)))


def test_a_file_stands_beside_its_text(originals: Path) -> None:
    """Line by line as it was, indented as it was, with the rule of what was removed; and the text beside it."""
    page = Site([originals]).get("articles/1", _view="side").text

    assert "The file as it is, and what is left of it." in page
    left = [
        page.index(words) for words in ("14:33 / 22.04.2024</bdi>", "  Uzbekistan to", "1 2 3 &gt;&gt;", "Related News")
    ]
    assert left == sorted(left)
    assert '<span class="clippings-kept" dir="auto">\tThe delegation' in page
    assert '<p id="p2">' in page
    assert '<small lang="en" dir="ltr">pagination.list' in page


@pytest.mark.parametrize(
    "original",
    [
        b"",
        b"Another text altogether.",
        _ORIGINAL.encode("utf-16"),
        _ORIGINAL.encode() + b"One more line.\n",
        b"\xff\xfe",
    ],
)
def test_an_original_that_says_otherwise_is_put_together(archive: Path, tmp_path: Path, original: bytes) -> None:
    """Where the bytes don't decode to the lines kept and removed, these lines stand for them, and the page says so."""
    page = Site([_with_original(archive, tmp_path / "clippings.db", original)]).get("articles/1", _view="side").text

    assert "The lines that were kept and removed" in page
    assert "1 2 3 &gt;&gt;" in page
    assert "Another text" not in page


@pytest.mark.parametrize("data", [b"", b"no zlib", zlib.compress(b"x" * 30_000_000), zlib.compress(b"cut short")[:-3]])
def test_a_damaged_original_breaks_nothing(originals: Path, tmp_path: Path, data: bytes) -> None:
    """What can't be unpacked, or unpacks to more than a page holds, is left alone."""
    damaged = tmp_path / "clippings.db"
    damaged.write_bytes(originals.read_bytes())
    connection = sqlite3.connect(damaged)
    with connection:
        connection.execute("update originals set data = ?", [data])
    connection.close()

    page = Site([damaged]).get("articles/1", _view="side")
    assert page.status_code == 200
    assert "The lines that were kept and removed" in page.text


@pytest.mark.parametrize("encoding", ["utf-8", "koi8_u", "no such codec", "undefined", "Punycode", "a\0b", "hex", ""])
def test_an_unknown_encoding_breaks_nothing(archive: Path, tmp_path: Path, encoding: str) -> None:
    """The stored name of an encoding may be anything."""
    file = _with_original(archive, tmp_path / "clippings.db", _ORIGINAL.encode(), encoding)

    assert Site([file]).get("articles/1", _view="side").status_code == 200


def test_of_a_web_page_only_lines_are_shown(originals: Path, tmp_path: Path) -> None:
    """Its HTML never is, whatever the original holds."""
    page_of = tmp_path / "clippings.db"
    page_of.write_bytes(originals.read_bytes())
    connection = sqlite3.connect(page_of)
    with connection:
        connection.execute("update articles set format = 'html' where id = 1")
        connection.execute("update originals set data = ?", [zlib.compress(b"<html><b>The page's own markup</b>")])
    connection.close()
    page = Site([page_of]).get("articles/1", _view="side").text

    assert "own markup" not in page
    assert "The lines that were kept and removed" in page


@pytest.mark.parametrize("table", ["originals", "removed_lines"])
def test_private_originals_stand_beside_nothing(originals: Path, table: str) -> None:
    """The view is neither offered nor given; to those who may, it is."""
    site = Site([originals], {table: {"allow": READER}})

    refused = site.get("articles/1", _view="side")
    assert refused.status_code == 400
    assert "Related News" not in refused.text
    assert "_view=side" not in site.get("articles/1").text
    assert site.get("articles/1", _view="side", actor=READER).status_code == 200
    assert "_view=side" in site.get("articles/1", actor=READER).text


def test_the_ways_to_see_an_article_are_links(private: Callable[..., Site], site: Site) -> None:
    """Each is an address; a way that there is nothing to see by is not offered, one that there isn't is refused."""
    page = site.get("articles/1", _view="inline").text

    assert '<strong aria-current="true">With removed lines</strong>' in page
    assert 'id="clippings-show-removed" checked' in page
    assert 'href="/clippings/articles/1">Text' in page.replace(' rel="nofollow"', "")
    assert "_view=inline" not in private("removed_lines").get("articles/1").text
    assert site.get("articles/1", _view="sideways").status_code == 400
