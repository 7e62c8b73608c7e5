"""What stands beside an article: entities, related articles, provenance, citation; and all of it as JSON."""

from __future__ import annotations

import gzip
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from datasette_clippings.articles.words import words_of

from .archive import Row, make_archive
from .conftest import READER, Site

_HOSTILE = '"><script>alert(9)</script>\u202e{{ 7*7 }}'


def _shared(*sentences: str) -> list[Row]:
    """Two articles on other things, and then one for each sentence: each says what it says, and words of its own."""
    fillers = [Row(f"Filler {number}", f"Nothing of note happened in week {number}.", "en") for number in range(20)]
    return [*(Row(f"Story {number}", sentence, "en") for number, sentence in enumerate(sentences)), *fillers]


def _related(site: Site, key: str = "k1/ä", **actor: object) -> list[dict[str, object]]:
    related: list[dict[str, object]] = site.get("-/article.json", _key=key, **actor).json()["related"]
    return related


def test_the_json_has_what_the_page_has(site: Site) -> None:
    """Text, mentions, removed lines, facts, copies, citation: the same data, with the same addresses."""
    data = site.get("-/article.json", _key="k1/ä").json()
    page = site.get("articles/1").text

    assert data["key"] == "k1/ä"
    assert data["text"]["paragraphs"][0]["pieces"][0]["removed"]["rule"] == "timestamp.head"
    assert [entry["heading"] for entry in data["legend"]] == ["People", "Places", "Events"]
    for value in (data["sha256"], data["lasting_url"], data["byline"], data["copies"]["repeated_by"][0]["url"]):
        assert value in page
    assert data["cited_as"]["short"].startswith("“Uzbekistan to exchange")
    assert site.get("-/article.json", _key="nobody").status_code == 404
    assert site.get("-/article.json").status_code == 400
    assert site.get("-/article.json", _key=["k1/ä", "k2/ä"]).status_code == 400


def test_an_article_is_a_page_by_its_key_too(site: Site) -> None:
    """The same article, which names its own address as the one to keep."""
    page = site.get("-/article", _key="k1/ä").text

    assert '<link rel="canonical" href="/clippings/articles/1">' in page
    assert 'id="p1"' in page


def test_private_articles_have_no_json(private: Callable[..., Site]) -> None:
    """Nor is it told whether there is such a key."""
    site = private("articles")

    for key in ("k1/ä", "nobody"):
        assert site.get("-/article.json", _key=key).status_code == 403
    assert site.get("-/article.json", _key="k1/ä", actor=READER).status_code == 200


@pytest.mark.parametrize(
    ("table", "secret"),
    [
        ("entities", 'South Korea","type'),
        ("mentions", "data-entity"),
        ("removed_lines", "Related News"),
        ("rules", "Lists of page numbers"),
    ],
)
def test_the_json_hides_what_the_page_hides(private: Callable[..., Site], table: str, secret: str) -> None:
    """Each private table is missing from the data, too."""
    site = private(table)
    data = site.get("-/article.json", _key="k1/ä")
    everything = site.get("-/article.json", _key="k1/ä", actor=READER)

    if table in ("entities", "mentions"):
        assert data.json()["legend"] == []
        assert everything.json()["legend"]
    else:
        assert secret not in data.text
        assert secret in everything.text


def test_every_entity_is_listed_with_what_its_card_says(site: Site) -> None:
    """Name, type, country and articles, for the card and for whoever has none; with the way to each mention."""
    page = site.get("articles/1").text

    assert re.search(
        r'<li data-entity="place:KR" data-type="Places" data-country="South Korea" data-articles="6">', page
    )
    assert 'href="/clippings/mentions?article_id=1"' in page


def test_paragraphs_have_links_of_their_own(site: Site) -> None:
    """Numbered as the text has them, whatever removed lines stand between; the link has a name."""
    page = site.get("articles/1", _view="inline").text

    assert re.findall(r'<p id="(p\d)">', page) == ["p1", "p2", "p3"]
    assert '<a class="clippings-anchor" href="#p2" aria-label="Link to paragraph 2">' in page


def test_articles_are_related_by_what_both_write(tmp_path: Path) -> None:
    """A phrase that few articles have, found in both, is a reason; words that stand alone, or in many, are none."""
    rows = _shared(
        "The harbour pilots of Svalbard demanded reinforced icebreakers, said the union.",
        "In spring the pilots of Svalbard demanded reinforced icebreakers again.",
        "Reinforced concrete is another matter.",
    )
    related = _related(Site([make_archive(tmp_path / "clippings.db", rows)]))

    assert [each["key"] for each in related] == ["k2/ä"]
    assert related[0]["phrases"] == ["pilots of Svalbard demanded reinforced icebreakers"]
    assert related[0]["shared"] == []


def test_scripts_without_spaces_have_phrases_too(tmp_path: Path) -> None:
    """Of letters, as long as they stand together in both."""
    rows = _shared("气象台发布台风橙色预警信号，请注意。", "昨天又发布台风橙色预警信号了。")
    related = _related(Site([make_archive(tmp_path / "clippings.db", rows)]))

    assert [each["key"] for each in related] == ["k2/ä"]
    [phrase, *_] = related[0]["phrases"]  # type: ignore[misc]
    assert phrase in "发布台风橙色预警信号"


def test_only_one_of_several_copies_is_related(tmp_path: Path) -> None:
    """Whoever has seen it needs no copy of it."""
    story = "The harbour pilots of Svalbard demanded reinforced icebreakers, said the union."
    rows = _shared(story, f"Again: {story}")
    rows.append(Row("Copy", f"Again: {story}", "en", duplicate_of=2, similarity=1.0))

    related = _related(Site([make_archive(tmp_path / "clippings.db", rows)]))
    assert [each["key"] for each in related] == ["k2/ä"]


@pytest.mark.parametrize("table", ["articles_fts", "word_postings"])
def test_related_articles_keep_to_what_may_be_seen(tmp_path: Path, table: str) -> None:
    """Without the index there are no phrases; without its list of frequent words the same ones, more slowly."""
    story = "The harbour pilots of Svalbard demanded reinforced icebreakers, said the union."
    file = make_archive(tmp_path / "clippings.db", _shared(story, f"Again: {story}"))
    site = Site([file], {table: {"allow": READER}})

    assert bool(_related(site)) == (table == "word_postings")
    assert _related(site, actor=READER)


def test_words_are_counted_as_search_compares_them() -> None:
    """Folded, letters by letter where a script has no spaces, parted where punctuation parts them."""
    assert [(word.term, word.is_letter) for word in words_of("Hàn Quốc 韩国")] == [
        ("han", False), ("quoc", False), ("韩", True), ("国", True),
    ]  # fmt: skip
    runs = [word.run for word in words_of("one two, three. Four")]
    assert runs[0] == runs[1] < runs[2] < runs[3]


@pytest.fixture
def annotated(archive: Path, tmp_path: Path) -> Path:
    """An archive in which people have left traces on the first article, hostile ones too."""
    file = tmp_path / "clippings.db"
    file.write_bytes(archive.read_bytes())
    connection = sqlite3.connect(file)
    with connection:
        connection.execute("insert into build_info values ('version', '9.9'), ('secret', 'hush')")
        connection.execute("insert into tags (name, description) values ('to check', ?), (?, 'odd')", [_HOSTILE] * 2)
        connection.execute("insert into article_tags select 'k1/ä', id from tags")
        connection.execute(
            "insert into notes (article_key, at, actor, body) values ('k1/ä', '2024-05-01T10:00', 'editor', ?)",
            [f"Ask the embassy {_HOSTILE}"],
        )
        connection.execute(
            "insert into corrections (at, actor, kind, key, before, after) values "
            "('2024-05-02', 'editor', 'articles.byline', 'k1/ä', ?, 'Dunyo reporter')",
            [f"Old byline {_HOSTILE}"],
        )
    connection.close()
    return file


def test_provenance_tells_what_people_did(annotated: Path) -> None:
    """Versions, corrections, tags and notes, each as it is stored, none of it markup; of other articles nothing."""
    page = Site([annotated]).get("articles/1").text

    for words in ("version 9.9", "to check", "Ask the embassy", "Old byline", "1 correction"):
        assert words in page
    assert "<script>alert(9)" not in page
    assert "49" not in re.findall(r"\{\{[^}]*\}\}|\b49\b", page)
    assert "hush" not in page
    assert "Ask the embassy" not in Site([annotated]).get("articles/2").text


@pytest.mark.parametrize(
    ("table", "secret"),
    [
        ("build_info", "version 9.9"), ("notes", "Ask the embassy"), ("tags", "to check"), ("article_tags", "to check"),
        ("corrections", "Old byline"),
    ],
)  # fmt: skip
def test_private_traces_are_not_shown(annotated: Path, table: str, secret: str) -> None:
    """Each by its own table, on the page and in its JSON; to those who may, they are."""
    site = Site([annotated], {table: {"allow": READER}})

    assert secret not in site.get("articles/1").text
    assert secret.removeprefix("version ") not in site.get("-/article.json", _key="k1/ä").text
    assert secret in site.get("articles/1", actor=READER).text


def test_the_page_asks_no_other_host(site: Site) -> None:
    """Every script, style and picture is the server's own; and the chart plugin's script isn't asked for."""
    for path in ("articles/1", "-/cite?_key=k1/ä", "-/difference?_one=k1/ä&_other=k7/ä", "-/article?_key=k1/ä"):
        page = site.get(path).text
        for address in re.findall(r'<(?:script|img|link|iframe)[^>]*(?:src|href)="([^"]+)"', page):
            assert not re.match(r"(?!http://localhost/)\w+:|//", address), address
    assert "datasette_vega" not in site.get("articles/1").text


def test_the_page_is_light(tmp_path: Path) -> None:
    """Whatever Datasette and we send for an article of usual length is at most 60 KB, compressed."""
    sentence = (
        "On day {} the delegation of Uzbekistan met people from South Korea at desk {} of the Abdulla Azizov hall."
    )
    text = "\n\n".join(" ".join(sentence.format(day, desk) for desk in range(5)) for day in range(16))
    named = [("Uzbekistan", 2), ("South Korea", 1), ("Abdulla Azizov", 4)]
    site = Site([make_archive(tmp_path / "clippings.db", [Row("A long report", text, "en", named)])])
    page = site.get("articles/1")
    assert page.text.count('class="clippings-entity') == 240

    size = len(gzip.compress(page.content))
    for address in set(re.findall(r'<(?:script|link)[^>]*(?:src|href)="(/-/static[^"]+)"', page.text)):
        asset = site.get(address)
        assert asset.status_code == 200
        size += len(gzip.compress(asset.content))
    assert size <= 60_000
