"""Recognition is measured beside other tools on the same texts."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

import pytest
from benchmarks.entities.data import data_folder, development_files, held_out_files, set_name
from benchmarks.entities.peers import Peer, Result, articles, speeds, table
from benchmarks.entities.sets import macro, named, ours, score
from benchmarks.entities.small_pipeline import small_pipeline

# spaCy may warn of whatever it likes.
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture
def folder() -> Path:
    """The folder with the scorer and the development sets."""
    if not data_folder().is_dir():
        pytest.skip("the development data isn't part of a clone; see benchmarks/README.md")
    return data_folder()


def test_articles_of_all_sets_are_read_in_turn(folder: Path) -> None:
    """The texts are of every set of the language, and no more than is asked for but for the last one."""
    files = [file for file in (*development_files(folder), *held_out_files()) if set_name(file).startswith("en-")]
    assert len(files) >= 4
    texts = articles(folder, files, 20_000)
    assert sum(map(len, texts[:-1])) < 20_000 <= sum(map(len, texts))


def test_each_tool_reads_every_text_in_every_round() -> None:
    """A speed is measured on the same texts for all tools, in so many rounds and one before."""
    read: list[tuple[str, str]] = []

    def reader(name: str) -> Peer:
        def tool(text: str, language: str) -> list[tuple[int, int, str]]:
            read.append((name, text))
            sum(range(20_000))
            return []

        return Peer(name, tool)

    found = speeds([reader("a"), reader("b")], ["one", "two"], "en", rounds=2)
    assert len(found) == 2
    assert read == [("a", "one"), ("a", "two"), ("b", "one"), ("b", "two")] * 3


def test_the_table_compares_with_ours() -> None:
    """The first tool is ours; others say how many times as fast it is."""
    shown = table("ru", [Result("clippings", 500_000.0, {"ru-news": 0.75}), Result("other", 100_000.0, {})])
    assert [line.split() for line in shown.splitlines()[1:]] == [
        ["clippings", "500,000", "1.0", "×", "ru-news", "0.750"],
        ["other", "100,000", "5.0", "×"],
    ]


def test_a_perfect_and_an_empty_recogniser_score_as_they_should(folder: Path) -> None:
    """Figures are those of the scorer: 1 for what is marked, 0 for nothing."""
    file = next(file for file in development_files(folder) if set_name(file).startswith("sv-"))
    nothing = score(folder, file, lambda text, language: [])
    assert set(nothing.values()) == {0.0}
    assert 0 < score(folder, file, ours)["typed"] < 1
    assert macro([{"typed": 1.0}, {"typed": 0.0}]) == {"typed": 0.5}
    assert named("dev", [file], [{"typed": 0.5}]) == {f"dev.{set_name(file)}.typed": 0.5, "dev.macro.typed": 0.5}


def test_the_pipeline_with_random_weights_does_all_the_work() -> None:
    """It has the components of the published one, with as many labels, and they annotate a text."""
    if find_spec("spacy") is None:
        reason = "spacy isn't installed: pip install -e '.[spacy]'"
        pytest.fail(reason) if os.environ.get("CLIPPINGS_ENGINES") else pytest.skip(reason)
    nlp = small_pipeline()
    assert nlp.pipe_names == ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"]
    labels = {name: len(nlp.get_pipe(name).labels) for name in ("tagger", "parser", "ner")}
    assert labels["tagger"] == 50
    assert labels["parser"] >= 45
    assert labels["ner"] == 18
    document = nlp("The boats came in at noon, and the harbour was full.")
    assert all(token.tag_ and token.pos_ and token.lemma_ and token.dep_ for token in document)
