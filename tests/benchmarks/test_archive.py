"""The synthetic archive is the same each time, is what a build would store, and its answers are right."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from benchmarks.archive import articles, texts
from benchmarks.archive.database import store
from benchmarks.archive.exports import export, words
from benchmarks.archive.making import answers_of, make_synthetic
from benchmarks.archive.pages import Line, Oracle, Page, mixed, pages

from clippings_etl.documents import Mention
from datasette_clippings.folding import fold

SIZE = 600


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small synthetic archive; not to be written to."""
    database = tmp_path_factory.mktemp("archive") / "archive.db"
    make_synthetic(database, SIZE, lambda line: None)
    return database


def rows(database: Path, sql: str, *values: object) -> list[Any]:
    """What a query gives."""
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(sql, values).fetchall()


def test_the_first_articles_are_the_same_whatever_their_number() -> None:
    """A larger archive begins with the articles of a smaller one."""
    (small,) = articles.blocks(40)
    large, rest = articles.blocks(articles.BLOCK + 5)
    assert (len(small), len(large), len(rest)) == (40, articles.BLOCK, 5)
    assert list(texts.written(small)) == list(texts.written(large.head(40)))
    assert next(texts.written(rest)).number == articles.BLOCK + 1


def test_the_articles_are_the_same_everywhere() -> None:
    """Seeds give the articles, on any machine and with any version of numpy: figures can be compared."""
    (block,) = articles.blocks(50)
    written = "".join(f"{one.title} {one.text} {one.published} {one.site}" for one in texts.written(block))
    assert sha256(written.encode()).hexdigest()[:16] == "70c7c47fffcfba3e"


def test_words_are_as_frequent_as_asked_for() -> None:
    """The words that the queries ask for are in about that share of the articles."""
    (block,) = articles.blocks(articles.BLOCK)
    for share in (0.5, 0.1, 0.01):
        holding = (block.words == articles.word_in_share(share)).any(axis=1).mean()
        assert share * 0.85 < holding < share * 1.15


def test_an_article_mentions_fifteen_times_about_fourteen_entities() -> None:
    """A few are mentioned twice in an article, as in real ones."""
    (block,) = articles.blocks(1000)
    different = np.mean([len(set(row)) for row in block.entities.tolist()])
    assert block.entities.shape[1] == 15
    assert 14 < different < 14.8


def test_names_stand_where_the_mentions_say() -> None:
    """Each mention's offset leads to the name of its entity, and names are in the order of the keys."""
    (block,) = articles.blocks(20)
    for article in texts.written(block):
        for entity, start in zip(article.entities, article.starts, strict=True):
            assert article.text[start:].split(" ")[0] == texts.name(entity)
    names = [texts.name(number) for number in range(0, articles.ENTITIES, 997)]
    assert names == sorted(names)
    assert len(set(texts.names())) == articles.ENTITIES


def test_words_survive_folding_and_tokenizing() -> None:
    """No word is changed on its way to the full-text index, and none is two."""
    (block,) = articles.blocks(50)
    for article in texts.written(block):
        assert fold(article.text) == article.text
        assert words(article.text) == article.text.lower().split(" ")


def test_the_archive_is_one_that_the_plugin_reads(archive: Path) -> None:
    """All articles and mentions are stored, each mention's words where it says."""
    assert rows(archive, "select count(*) from articles") == [(SIZE,)]
    assert rows(archive, "select count(*) from mentions") == [(SIZE * 15,)]
    moved = """
    select count(*) from mentions join articles on articles.id = mentions.article_id
    where substr(text, start + 1, end - start) <> surface
    """
    assert rows(archive, moved) == [(0,)]
    assert rows(archive, "select count(*) from pragma_foreign_key_check") == [(0,)]


def test_the_answers_are_those_of_sql(archive: Path) -> None:
    """What is counted from the numbers is what SQLite counts in the archive."""
    answers = json.loads(answers_of(archive).read_text())
    assert answers["articles"] == SIZE
    for question in answers["questions"]:
        matching, values = "select id from articles", []
        if question["words"]:
            matching = "select rowid from articles_fts where articles_fts match ?"
            values = [question["words"]]
        assert rows(archive, f"select count(*) from ({matching})", *values) == [(question["answer"]["count"],)]
        top = f"""
        select key, name, count(*) from article_entities join entities on entities.id = entity_id
        where article_id in ({matching}) and type = ? group by entity_id order by 3 desc, 1 limit 10
        """
        for type, counts in question["answer"]["entities"].items():
            expected = [(one["key"], one["name"], one["articles"]) for one in counts]
            assert rows(archive, top, *values, type) == expected
        months = f"select substr(published, 1, 7), count(*) from articles where id in ({matching}) group by 1"
        assert dict(rows(archive, months, *values)) == question["answer"]["months"]
        sites = f"select site, count(*) from articles where id in ({matching}) group by 1 order by 2 desc, 1"
        assert rows(archive, sites, *values) == list(question["answer"]["sites"].items())
        selected = f"""
        select count(*) from article_entities join entities on entities.id = entity_id
        where key = ? and article_id in ({matching})
        """
        count = question["with_selected"]["count"]
        assert rows(archive, selected, question["selected"]["key"], *values) == [(count,)]


def test_the_export_holds_every_article_with_its_entities(archive: Path, tmp_path: Path) -> None:
    """Other engines get the same words and the same pairs of article and entity."""
    export(archive, tmp_path / "articles.jsonl", tmp_path / "entities.jsonl")
    exported = [json.loads(line) for line in (tmp_path / "articles.jsonl").read_text().splitlines()]
    entities = [json.loads(line) for line in (tmp_path / "entities.jsonl").read_text().splitlines()]
    assert len(exported) == SIZE
    pairs = [(article["id"], number) for article in exported for number in article["entities"]]
    assert pairs == rows(archive, "select article_id, entity_id from article_entities order by 1, 2")
    assert [(one["id"], one["key"]) for one in entities] == rows(archive, "select id, key from entities order by id")
    (block,) = articles.blocks(1)
    (first,) = texts.written(block)
    assert exported[0]["text"] == first.text.lower()
    assert exported[0]["month"] == first.published[:7]


def test_words_for_other_engines_are_folded() -> None:
    """Diacritics and case are gone, and each character of a script without spaces is a word."""
    assert words("Đà Nẵng, được hỏi: 日本!") == ["da", "nang", "duoc", "hoi", "日", "本"]


def page(name: str, language: str) -> Page:
    """A page of two lines, each with a mention."""
    mention = Mention(0, len(name), name, "organisation", f"organisation:{name.lower()}", name, 0.9, "model", "new")
    lines = tuple(Line(f"{name} said {word} here", (mention,)) for word in ("this", "that"))
    return Page(Line(f"{name} speaks", (mention,)), lines, "2020-05-01", language, "example.org", None)


def test_mixed_articles_keep_lines_and_mentions(tmp_path: Path) -> None:
    """Articles mixed of real ones hold whole lines of one language, with the mentions in their places."""
    base = [page("Acme", "en"), page("Umbrella", "en"), page("Vinamilk", "vi")]
    made = list(mixed(base, 50))
    assert made == list(mixed(base, 50))
    lines = {line.text for one in base for line in one.lines}
    for finished, _ in made:
        document = finished.document
        assert set(document.text.split("\n")) <= lines | {""}
        assert ("Vinamilk" in document.text) <= (document.language == "vi")
        for placed in document.mentions:
            text = document.title if placed.field == "title" else document.text
            assert text[placed.start : placed.end] == placed.mention.surface
    database = tmp_path / "mixed.db"
    store(database, made)
    again = pages(database)
    assert [line.text for line in again[0].lines] == made[0][0].document.text.split("\n")
    assert [mention.surface for line in again[0].lines for mention in line.mentions] == [
        placed.mention.surface for placed in made[0][0].document.mentions if placed.field == "text"
    ]


def test_answers_for_mixed_articles_are_those_of_sql(tmp_path: Path) -> None:
    """The words that are asked for are real ones, and the counts those of the archive."""
    oracle = Oracle()
    made = list(mixed([page("Acme", "en"), page("Umbrella", "en"), page("Vinamilk", "vi")], 60))
    for finished, _ in made:
        oracle.add(finished.document)
    store(tmp_path / "mixed.db", made)
    questions = list(oracle.questions())
    assert [question.name for question in questions] == ["all", "50 %", "10 %", "1 %", "0.01 %"]
    for question in questions[1:]:
        found = "select count(*) from articles_fts where articles_fts match ?"
        assert rows(tmp_path / "mixed.db", found, question.words) == [(question.answer.count,)]
    assert questions[0].answer.months == {"2020-05": 60}
