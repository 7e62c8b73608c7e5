"""Explaining a document: a file, a record in a container, an article of a database."""

from __future__ import annotations

import gzip
import json
import zipfile
from pathlib import Path

import pytest

from clippings_etl import build
from clippings_etl.errors import RulesError, SourceError
from clippings_etl.explain import Explanation
from clippings_etl.explained_source import explain_article, explain_source

PROSE = "The ferry to the islands will sail again from next week, the harbour office said, after a winter of repairs."
STORY = f"Ferry sails again\n\nBy Anna Berg\n\n{PROSE}\n\nStay with us\n"
RECORDS = (
    {"title": "Ferry sails again", "text": STORY, "url": "https://news.example/1", "date": "2024-04-22"},
    {"title": "Second", "text": f"Second\n\n{PROSE}\n\nRelated\n\nThird"},
)
PAGE = (
    "<html><head><title>Ferry sails again</title></head><body><article><h1>Ferry sails again</h1>"
    f"<p>{PROSE}</p><p>{PROSE.replace('ferry', 'steamer')}</p></article></body></html>"
)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A text, records, and both in a zip file."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    lines = "".join(json.dumps(record) + "\n" for record in RECORDS)
    (folder / "news.jsonl").write_text(lines, encoding="utf-8")
    (folder / "news.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    with zipfile.ZipFile(folder / "all.zip", "w") as archive:
        archive.writestr("in/news.jsonl", lines)
        archive.writestr("in/story.txt", STORY)
    return folder


def gone(explained: Explanation) -> dict[str, str | None]:
    """The removed lines with their rules."""
    return {line.text: line.rule for line in explained.lines if not line.kept}


def test_a_file_is_explained(sources: Path) -> None:
    """A text shows its lines with number, rule and the rule's description."""
    explained = explain_source(sources / "story.txt")
    assert (explained.source, explained.format, explained.encoding) == ("news/story.txt", "text", "utf-8")
    line = explained.lines[1]
    assert (line.number, line.text, line.kept, line.rule) == (3, "By Anna Berg", False, "byline.prefix")
    assert line.description == "The author's full name behind “by”."
    assert explained.metadata == {"byline": "Anna Berg"}


@pytest.mark.parametrize("name", ["news.jsonl#1", "news.jsonl.gz#1", "all.zip/in/news.jsonl#1"])
def test_a_record_is_explained(sources: Path, name: str) -> None:
    """A record is named by its number in its container, packed or not, with what its fields say."""
    explained = explain_source(sources / name)
    assert explained.source == f"news/{name}"
    assert (explained.title, explained.url) == ("Ferry sails again", "https://news.example/1")
    assert gone(explained) == {"By Anna Berg": "byline.prefix"}
    assert explained.metadata["published"] == explained.from_format["published"] == "2024-04-22"
    assert "byline" not in explained.from_format


def test_a_page_is_explained(sources: Path) -> None:
    """A web page shows its main text and the title that it names."""
    (sources / "page.html").write_text(PAGE, encoding="utf-8")
    explained = explain_source(sources / "page.html")
    assert (explained.format, explained.title) == ("html", "Ferry sails again")
    assert PROSE in [line.text for line in explained.lines if line.kept]


@pytest.mark.parametrize(
    ("name", "message", "advice"),
    [
        ("news.jsonl", "holds several documents", "news.jsonl#1"),
        ("news.jsonl#17", "has no #17: it holds 2 documents", "Named are news.jsonl#1, news.jsonl#2."),
        ("all.zip/in/no.txt", "has no in/no.txt: it holds 3 documents", "all.zip/in/story.txt"),
        ("story.txt#2", "has no #2: it holds 1 document", "Named are story.txt."),
        ("none.txt", "does not exist", "news.jsonl#1"),
        ("none.jsonl#1", "does not exist", "news.jsonl#1"),
        ("", "is a folder", "Name one document"),
    ],
)
def test_what_is_not_there_is_told(sources: Path, name: str, message: str, advice: str) -> None:
    """A missing file, record or member is told with what there is instead."""
    with pytest.raises(SourceError) as raised:
        explain_source(sources / name)
    assert message in str(raised.value)
    assert advice in raised.value.advice


def test_own_rules_count(sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules.yml beside the document counts, those above up to the current folder, and one that is given."""
    (sources / "rules.yml").write_text("rules: [{id: plea, line: Stay with us, description: A plea.}]\noff: user.outer")
    (tmp_path / "rules.yml").write_text("off: byline")
    explained = explain_source(sources / "story.txt")
    assert gone(explained) == {"By Anna Berg": "byline.prefix", "Stay with us": "user.plea"}
    assert [line.description for line in explained.lines if line.rule == "user.plea"] == ["A plea."]
    assert explained.rules_files == ("news/rules.yml",)
    monkeypatch.chdir(tmp_path)
    assert gone(explain_source("news/story.txt")) == {"Stay with us": "user.plea"}
    (tmp_path / "given.yml").write_text("keep: [Stay with us]")
    assert gone(explain_source("news/story.txt", rules=tmp_path / "given.yml")) == {}
    (sources / "rules.yml").write_text("of: byline")
    with pytest.raises(RulesError, match=r"^news/rules\.yml:1: the file has no key 'of'; did you mean off\?$"):
        explain_source("news/story.txt")


@pytest.mark.parametrize("keep_originals", [True, False])
def test_an_article_is_explained_as_it_was_built(sources: Path, tmp_path: Path, keep_originals: bool) -> None:
    """An article of a database shows what the build made of it, found by source, key or number."""
    (sources / "rules.yml").write_text("rules: [{id: plea, line: Stay with us, description: A plea.}]")
    (sources / "all.zip").unlink()
    (sources / "news.jsonl.gz").unlink()
    database = tmp_path / "clippings.db"
    build([sources], database, keep_originals=keep_originals)
    (sources / "rules.yml").unlink()
    explained = explain_article(database, "news/news.jsonl#1")
    assert gone(explained) == {"By Anna Berg": "byline.prefix", "Stay with us": "user.plea"}
    assert [line.text for line in explained.lines] == [line for line in STORY.split("\n") if line]
    assert [line.description for line in explained.lines if line.rule == "user.plea"] == ["A plea."]
    assert explained.metadata["published"] == "2024-04-22"
    assert explained.rules_files == ("news/rules.yml",)
    assert explain_article(database, "1").source == "news/news.jsonl#1"
    with pytest.raises(SourceError, match=r"has no article 'story\.txt' among its 3") as raised:
        explain_article(database, "story.txt")
    assert raised.value.advice == "Is it news/story.txt?"
