"""Citations: of one article and of many, in the forms that other programs read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from datasette_clippings.articles.citation import Cited, bibtex, csl, line, markdown, reference, ris

from .archive import Row, make_archive
from .conftest import READER, Site

_NASTY = "A {title} \\ with % $ & # _ ^ ~\r\nER  - \x00\u202e\u2028<b>[x](y)</b> *z* `c`"

# The fields that an item may have, of https://github.com/citation-style-language/schema, those that are used here.
_CSL_FIELDS = {
    "id", "type", "title", "author", "container-title", "issued", "language", "URL", "archive", "archive_location",
    "note",
}  # fmt: skip


def _cited(**values: object) -> Cited:
    known = {
        "key": "k1", "title": "A title", "author": "Anna Berg", "publication": "The Paper", "published": "2024-04-22",
        "published_text": None, "language": "en", "url": "https://example.org/a", "archive": "clippings",
        "link": "https://archive.example/-/clippings/clippings/article/k1", "sha256": "ab" * 32,
    }  # fmt: skip
    return Cited(**(known | values))  # type: ignore[arg-type]


def _braces(entry: str) -> int:
    """How deep the entry ends as BibTeX counts; it knows no escaped braces. -99 where it closes what isn't open."""
    depth = 0
    for character in entry:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            return -99
    return depth


def test_every_form_names_the_copy_and_its_hash() -> None:
    """So a reader of the citation can find the copy, and tell whether it is still what was cited."""
    cited = _cited()

    for form in (line(cited), markdown(cited), bibtex(cited), ris(cited), json.dumps(csl(cited))):
        assert cited.link in form
        assert cited.sha256 in form
        assert "A title" in form
    assert line(cited).startswith("Anna Berg. “A title”. The Paper, 22 April 2024. https://example.org/a. Archived: ")
    assert reference(cited) == "“A title”, The Paper, 22 April 2024"


@pytest.mark.parametrize("field", ["key", "title", "author", "publication", "published_text", "language", "url"])
def test_nothing_in_a_field_gets_out_of_it(field: str) -> None:
    """Braces, line breaks, commands and tags of each format stay words, whichever field they stand in."""
    values: dict[str, object] = {field: _NASTY}
    if field == "published_text":
        values["published"] = None
    cited = _cited(**values)

    entry = bibtex(cited)
    assert _braces(entry) == 0
    assert re.match(r"@misc\{[A-Za-z0-9:._-]+,\n", entry)
    assert all(each.startswith("  ") for each in entry.splitlines()[1:-1])
    assert entry.count("\n}") == 1
    records = ris(cited)
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", each) for each in records.split("\r\n") if each)
    assert records.count("ER  - \r\n") == records.count("TY  - ") == 1
    assert "\n" not in line(cited) + markdown(cited) + reference(cited)
    for form in (line(cited), markdown(cited), entry, ris(cited)):
        assert "\x00" not in form
        assert "\u202e" not in form


def test_a_field_without_end_is_cut() -> None:
    """A headline of a megabyte is no headline; a citation of it stays one that programs can read."""
    cited = _cited(title="{x} " * 250_000)

    for form in (line(cited), markdown(cited), bibtex(cited), ris(cited), json.dumps(csl(cited)), reference(cited)):
        assert len(form) < 30_000
    assert _braces(bibtex(cited)) == 0


def test_commands_of_latex_are_words() -> None:
    """What LaTeX would run or stumble over is spelt out."""
    entry = bibtex(_cited(title=r"50 % \input{x} & $1_000 #^~"))

    assert r"50 \% \textbackslash{}input\textbraceleft{}x\textbraceright{} \& \$1\_000 \#\textasciicircum{}" in entry


def test_markdown_of_a_title_is_no_markup() -> None:
    """Brackets and stars of a headline are escaped, so that the link around it holds."""
    text = markdown(_cited(title="[a](b) *c* <d> &amp;"))

    assert r"[\[a\](b) \*c\* \<d\> \&amp;](<https://archive.example/" in text


@pytest.mark.parametrize(
    ("published", "text", "parts", "literal"),
    [
        ("2024", None, [[2024]], None),
        ("2024-04", None, [[2024, 4]], None),
        ("2024-04-22T14:33", None, [[2024, 4, 22]], None),
        (None, "23/8", None, "23/8"),
        ("once", None, None, "once"),
        ("2024-13", None, None, "2024-13"),
        (None, None, None, None),
    ],
)
def test_dates_are_cited_as_far_as_they_are_known(
    published: str | None, text: str | None, parts: object, literal: str | None
) -> None:
    """No month or day is made up, and what is no date is given as it was written."""
    item = csl(_cited(published=published, published_text=text))

    issued = item.get("issued", {})
    assert issued.get("date-parts") == parts
    assert issued.get("literal") == literal


def test_csl_items_have_the_schema_s_fields_only() -> None:
    """Names as the schema spells them, and nothing that is empty."""
    assert set(csl(_cited())) == _CSL_FIELDS
    assert set(csl(_cited(author=None, publication=None, published=None, language=None))) < _CSL_FIELDS
    assert csl(_cited())["author"] == [{"literal": "Anna Berg"}]


def test_the_page_gives_every_form(site: Site) -> None:
    """One article, by its key, as a page, as JSON and as files."""
    page = site.get("-/cite", _key="k1/ä")
    data = site.get("-/cite.json", _key="k1/ä").json()

    assert page.status_code == 200
    assert "Uzbekistan to exchange experts with biocenters of South Korea" in page.text
    assert [each["key"] for each in data["citations"]] == ["k1/ä"]
    assert data["citations"][0]["link"].startswith("http://localhost/-/clippings/clippings/article/k1")
    for format, kind in (("bib", "bibtex"), ("ris", "research-info"), ("csl", "csl+json"), ("md", "markdown")):
        answer = site.get(f"-/cite.{format}", _key="k1/ä")
        assert kind in answer.headers["content-type"]
        assert "attachment" in answer.headers["content-disposition"]
        assert f"{1:064x}" in answer.text
    assert site.get("-/cite.csl", _key="k1/ä").json() == [data["citations"][0]["csl"]]


def test_the_cited_link_leads_to_the_article(site: Site) -> None:
    """The lasting link in a citation is one that the reading room answers."""
    link = site.get("-/cite.json", _key="k1/ä").json()["citations"][0]["link"]

    answer = site.get(link.removeprefix("http://localhost"))
    assert answer.status_code == 302
    assert answer.headers["location"].endswith("/clippings/articles/1")


def test_many_articles_are_cited_at_once(tmp_path: Path) -> None:
    """A thousand keys in one address, in their order; one more is refused in words."""
    rows = [Row(f"Title {number}", "Text.", "en") for number in range(1, 1002)]
    site = Site([make_archive(tmp_path / "clippings.db", rows)])
    keys = [f"k{number}/ä" for number in range(1000, 0, -1)]

    cited = site.get("-/cite.csl", _key=keys).json()
    assert [item["title"] for item in cited] == [f"Title {number}" for number in range(1000, 0, -1)]
    assert site.get("-/cite.bib", _key=keys).text.count("@misc{") == 1000
    refused = site.get("-/cite", _key=[*keys, "k1001/ä"])
    assert refused.status_code == 400
    assert "At most 1,000 articles" in refused.text


def test_a_passage_is_part_of_the_link(site: Site) -> None:
    """`_passage=p2` cites a paragraph; anything else in its place is refused."""
    cited = site.get("-/cite.json", _key="k1/ä", _passage="p2").json()["citations"][0]

    assert cited["link"].endswith("#p2")
    assert "#p2>" in cited["markdown"]
    for wrong in ("2", "p0", "p2 onclick=x", "#p2"):
        assert site.get("-/cite", _key="k1/ä", _passage=wrong).status_code == 400
    assert site.get("-/cite", _key=["k1/ä", "k2/ä"], _passage="p2").status_code == 400


def test_unknown_keys_are_named(site: Site) -> None:
    """Those that are there are cited, the others listed; where there is none at all, the page says so."""
    data = site.get("-/cite.json", _key=["k2/ä", "<b>", "k1/ä"]).json()

    assert [each["key"] for each in data["citations"]] == ["k2/ä", "k1/ä"]
    assert data["unknown"] == ["<b>"]
    assert "<code><bdi>&lt;b&gt;</bdi></code>" in site.get("-/cite", _key=["k2/ä", "<b>"]).text
    assert site.get("-/cite", _key="nobody").status_code == 404
    assert site.get("-/cite").status_code == 400


def test_markup_in_the_data_stays_text(site: Site) -> None:
    """A headline that is a script is one in no form, and an address that is none of the web's is not cited."""
    page = site.get("-/cite", _key="k6/ä").text

    assert "<script>alert" not in page
    assert "javascript:" not in page
    assert "javascript:" not in site.get("-/cite.bib", _key="k6/ä").text


def test_private_articles_are_not_cited(private: Callable[..., Site]) -> None:
    """Nor is it told whether there are such keys."""
    site = private("articles")

    for path in ("-/cite", "-/cite.json", "-/cite.bib", "-/cite.ris", "-/cite.csl", "-/cite.md"):
        for key in ("k1/ä", "nobody"):
            assert site.get(path, _key=key).status_code == 403
        assert site.get(path, _key="k1/ä", actor=READER).status_code == 200
