"""Engines for entities that aren't ours: which are asked, what becomes of what they find, and what can go wrong."""

from __future__ import annotations

import os
import sqlite3
import sys
import textwrap
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clippings_etl import build, recognise
from clippings_etl.documents import Mention
from clippings_etl.entities.user_lists_file import ListSource, load
from clippings_etl.errors import RecogniserError, RecogniserFailed
from clippings_etl.recognisers import Choice, Recognition
from clippings_etl.recognisers.alignment import places
from clippings_etl.recognisers.installed import package
from clippings_etl.recognisers.opening import names, opened
from clippings_etl.recognisers.pieces import pieces
from clippings_etl.verify import verify
from tests.conftest import run_clippings

# Packages of others may warn of whatever they like.
pytestmark = pytest.mark.filterwarnings("ignore")

ENGINE = '''
import numpy

from clippings_etl.errors import RecogniserError
from clippings_etl.recognisers import Found


class Engine:
    """Finds one word, as a place."""

    version = "wordfinder 3"

    def __init__(self, word, languages=None):
        self.word, self.languages = word, languages

    def __call__(self, text, language):
        start = text.find(self.word)
        if "explode" in text:
            raise KeyError("explode")
        if "outside" in text:
            yield Found(0, len(text) + 1, "place", 0.9, "wordfinder")
        if "arrays" in text:
            yield Found(numpy.int64(0), numpy.int64(len("They")), "person", numpy.float64(0.9), "wordfinder")
        if start >= 0:
            yield Found(start - 1, start + len(self.word), "place", 0.9, "wordfinder")


def anywhere(argument):
    if not argument:
        raise RecogniserError("wordfinder needs a word", "Name it behind a colon.")
    return Engine(argument)


def english(argument):
    return Engine(argument, frozenset(["en"]))


def broken(argument):
    raise OSError("no such model")
'''
ENTRY_POINTS = """
[clippings.recognisers]
anywhere = wordfinder:anywhere
english = wordfinder:english
broken = wordfinder:broken
missing = wordfinder:missing
"""


@pytest.fixture(autouse=True)
def wordfinder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An installed package that brings engines."""
    site = tmp_path_factory.mktemp("site")
    (site / "wordfinder.py").write_text(ENGINE)
    metadata = site / "wordfinder-3.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: wordfinder\nVersion: 3\n")
    (metadata / "entry_points.txt").write_text(textwrap.dedent(ENTRY_POINTS))
    monkeypatch.syspath_prepend(site)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(site), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep))
    opened.cache_clear()
    yield site
    opened.cache_clear()
    sys.modules.pop("wordfinder", None)


def found(text: str, language: str | None, *choices: str) -> dict[str, Mention]:
    """The mentions by their surfaces, recognised with some engines."""
    recognition = Recognition(tuple(map(Choice.parse, choices)))
    recognition.check()
    return {one.surface: one for one in recognition.recogniser_for("news/a.txt", "")(text, language)}


TEXT = "The boat reached tideford on Friday. Norway sent help."


@pytest.mark.parametrize(
    ("written", "choice"),
    [
        ("natasha", Choice("natasha")),
        ("ru=natasha", Choice("natasha", "", ("ru",))),
        ("ru+=natasha", Choice("natasha", "", ("ru",), True)),
        ("+natasha", Choice("natasha", "", (), True)),
        ("+=natasha", Choice("natasha", "", (), True)),
        ("uk,ru=spacy:xx_ent_wiki_sm", Choice("spacy", "xx_ent_wiki_sm", ("ru", "uk"))),
        ("*=spacy:/models/a=b:c", Choice("spacy", "/models/a=b:c", ("*",))),
        ("spacy:C:\\models", Choice("spacy", "C:\\models")),
    ],
)
def test_a_choice_says_engine_languages_and_whether_it_joins(written: str, choice: Choice) -> None:
    """What is written before the sign are languages, behind it the engine and what it needs."""
    assert Choice.parse(written) == choice
    assert Choice.parse(str(choice)) == choice


@pytest.mark.parametrize("written", ["", "ru=", "RU=natasha", "russian=natasha", "ru-=natasha", "=", "ru natasha"])
def test_what_is_no_choice_is_told(written: str) -> None:
    """What can't be understood is an error that shows how it is written."""
    with pytest.raises(RecogniserError, match="names no recogniser") as raised:
        Choice.parse(written)
    assert "ru+=natasha" in raised.value.advice


def test_engines_are_found_by_entry_points() -> None:
    """Ours, those with an adapter, and those of any installed package."""
    assert {"anywhere", "builtin", "english", "natasha", "spacy", "underthesea"} <= set(names())
    ours = {(one.start, one.end, one.method) for one in recognise(TEXT, "en")}
    assert ours == {(one.start, one.end, one.method) for one in opened("builtin", "")(TEXT, "en")} != set()


def test_an_engine_takes_the_place_of_ours(wordfinder: Path) -> None:
    """With = only the engine is asked; its mentions are marked by it, and linked as any other."""
    mentions = found(TEXT, "en", "en=anywhere:tideford")
    assert {surface: (one.key, one.method) for surface, one in mentions.items()} == {
        "tideford": ("place:tideford", "wordfinder")
    }
    assert found(TEXT, "en", "en=anywhere:Norway")["Norway"].key == "place:NO"


def test_an_engine_joins_ours() -> None:
    """With += both are asked."""
    mentions = found(TEXT, "en", "en+=anywhere:tideford")
    assert mentions["tideford"].method == "wordfinder"
    assert mentions["Norway"].method.startswith("gazetteer")


@pytest.mark.parametrize(
    ("language", "choices", "surfaces"),
    [
        ("en", ["de=anywhere:tideford"], {"Norway"}),
        ("de", ["de,en=anywhere:tideford"], {"tideford"}),
        ("de", ["*=anywhere:tideford"], {"tideford"}),
        (None, ["*=anywhere:tideford"], {"tideford"}),
        ("en-GB", ["en=anywhere:tideford"], {"tideford"}),
        ("en", ["english:tideford"], {"tideford"}),
        ("en", ["*=anywhere:boat", "english:tideford"], {"tideford"}),
        ("en", ["*=anywhere:tideford", "en=builtin"], {"Norway"}),
        ("en", ["*=anywhere:tideford", "en+=builtin"], {"tideford", "Norway"}),
        ("en", ["en=anywhere:tideford", "en+=anywhere:boat"], {"tideford", "boat"}),
    ],
)
def test_languages_say_where_an_engine_is_asked(language: str | None, choices: list[str], surfaces: set[str]) -> None:
    """The document's language counts; what is said of one language goes before what is said of all."""
    assert set(found(TEXT, language, *choices)) == surfaces


def test_an_engine_counts_where_its_languages_are() -> None:
    """Without languages an engine is asked in those that it knows."""
    assert "tideford" not in found(TEXT, "de", "english:tideford")


def test_lists_go_before_engines(tmp_path: Path) -> None:
    """A listed name wins over an engine's mention, and a refused one is none."""
    path = tmp_path / "entities.yml"
    path.write_text("entities: [{name: tideford, type: person}]\nnever: [boat]")
    lists = load([ListSource("news/entities.yml", "news", path, "entities.yml")])
    choices = (Choice.parse("en=anywhere:tideford"), Choice.parse("en+=anywhere:boat"))
    mentions = Recognition(choices, lists).recogniser_for("news/a.txt", "")(TEXT, "en")
    assert [(one.surface, one.key, one.method) for one in mentions] == [("tideford", "person:tideford", "list")]


@pytest.mark.parametrize(
    ("choices", "message", "advice"),
    [
        (["wordfnder"], "there is no recogniser 'wordfnder'", "docs/recognisers.md"),
        (["englih:x"], "did you mean english?", "Install the package"),
        (["anywhere"], "wordfinder needs a word", "behind a colon"),
        (["broken"], "the recogniser broken can't be opened: OSError: no such model", "wordfinder:broken"),
        (["missing"], "the recogniser missing can't be opened: AttributeError", "wordfinder:missing"),
        (["builtin:x"], "builtin takes nothing behind a colon", "Write builtin alone."),
        (["en=anywhere:a", "en=anywhere:b"], "both en=anywhere:a and en=anywhere:b", "en+=anywhere:b"),
        (["*=anywhere:a", "anywhere:b"], "for all languages", "+=anywhere:b"),
    ],
)
def test_an_engine_that_cannot_be_used_is_told_before_anything_is_read(
    choices: list[str], message: str, advice: str
) -> None:
    """What is wrong, and what to do."""
    with pytest.raises(RecogniserError) as raised:
        found(TEXT, "en", *choices)
    assert message in str(raised.value)
    assert advice in raised.value.advice


def test_a_package_that_is_missing_is_named_with_its_extra() -> None:
    """An engine whose package isn't installed says how to install it."""
    with pytest.raises(RecogniserError, match="needs the package no_such_package_here, which isn't") as raised:
        package("no_such_package_here", "natasha")
    assert "datasette-clippings[natasha]" in raised.value.advice


@pytest.mark.parametrize(("word", "said"), [("explode", "KeyError: 'explode'"), ("outside", "found what can't be")])
def test_an_engine_that_fails_is_told(word: str, said: str) -> None:
    """An error in an engine, and mentions outside the text, are errors of the document."""
    with pytest.raises(RecogniserFailed) as raised:
        found(f"They {word}.", "en", "en=anywhere:tideford")
    assert said in str(raised.value)


def test_numbers_of_arrays_are_numbers() -> None:
    """Engines that compute with NumPy give its integers, which a database would store as bytes."""
    (mention,) = found("They arrays.", "en", "en=anywhere:tideford").values()
    assert (type(mention.start), type(mention.end), type(mention.score)) == (int, int, float)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of articles, of which one makes the engine fail."""
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.txt").write_text(f"Harbour {number}\n\n{TEXT}\n", encoding="utf-8")
    (folder / "bad.txt").write_text("Boats explode\n\nThe boats explode in Sweden, he said.\n", encoding="utf-8")
    return folder


def rows(database: Path, query: str) -> list[tuple[Any, ...]]:
    """What a query of a database gives."""
    connection = sqlite3.connect(database)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


@pytest.mark.parametrize("workers", [0, 2])
def test_a_build_asks_engines_in_its_workers(news: Path, tmp_path: Path, workers: int) -> None:
    """Mentions are marked, versions stored, and a document that an engine fails on has ours and is listed."""
    database = tmp_path / "news.db"
    recognition = Recognition((Choice.parse("*=anywhere:tideford"),))
    report = build([news], database, recognition=recognition, workers=workers)
    assert (report.documents, report.error_count) == (5, 1)
    assert rows(database, "select surface, method, count(*) from mentions group by 1, 2 order by 1") == [
        ("Sweden", rows(database, "select method from mentions where surface = 'Sweden'")[0][0], 1),
        ("tideford", "wordfinder", 4),
    ]
    assert rows(database, "select source, stage, problem from errors") == [
        ("news/bad.txt", "recognise", "the recogniser anywhere:tideford failed: KeyError: 'explode'")
    ]
    info = dict(rows(database, "select key, value from build_info"))
    assert info["recognisers"] == "*=anywhere (wordfinder 3)"
    assert verify(database).ok


def test_the_digest_follows_the_engines_and_not_the_workers(news: Path, tmp_path: Path) -> None:
    """The same engines give the same digest with any number of workers, and others another."""
    digests = [
        build(
            [news], tmp_path / "a.db", recognition=Recognition(tuple(map(Choice.parse, choices))), workers=workers
        ).digest
        for choices, workers in (
            (["en=anywhere:tideford"], 0),
            (["en=anywhere:tideford"], 2),
            (["en+=anywhere:zz"], 0),
            ([], 0),
        )
    ]
    assert digests[0] == digests[1]
    assert len(set(digests)) == 3


def test_the_command_takes_engines(news: Path, tmp_path: Path) -> None:
    """`build` and `explain` have the option; a wrong one ends them with a message and status 2."""
    built = run_clippings("build", news, "-o", tmp_path / "a.db", "--recogniser", "*+=anywhere:tideford")
    assert built.returncode == 1
    assert "the recogniser anywhere:tideford failed" in built.stdout
    shown = run_clippings("explain", news / "1.txt", "--recogniser", "en=anywhere:tideford").stdout
    assert "place  tideford  → place:tideford  [wordfinder" in shown
    assert "place  Norway" not in shown
    for command in ("build", "explain"):
        wrong = run_clippings(command, news / "1.txt", "--recogniser", "nonsense:x")
        assert (wrong.returncode, "Traceback" in wrong.stderr) == (2, False)
        assert "there is no recogniser 'nonsense'" in wrong.stderr


@given(st.text(alphabet="ab \n.。", max_size=400), st.integers(4, 40))
def test_pieces_are_the_whole_text(text: str, most: int) -> None:
    """Pieces follow one another without a gap, and none is longer than allowed."""
    position = 0
    for offset, piece in pieces(text, most):
        assert offset == position
        assert 0 < len(piece) <= most
        position += len(piece)
    assert position == len(text)


def test_pieces_end_with_paragraphs() -> None:
    """A text is cut between paragraphs where they allow it, else between lines, sentences or words."""
    assert [piece for _, piece in pieces("one two\n\nthree four\nfive. six", 15)] == [
        "one two\n\n",
        "three four\n",
        "five. six",
    ]


def test_words_are_found_again_in_the_text() -> None:
    """Moved tone marks, capitals, white space and made-up words don't hide where a word stands."""
    text = "Ở Thanh  Hoá, bà hòa\u0300 giải."
    words = ["ở", "Thanh Hóa", ",", "bà", "nothing", "hòa", "giải", "."]
    assert [text[one[0] : one[1]] if one else None for one in places(text, words)] == [
        "Ở",
        "Thanh  Hoá",
        ",",
        "bà",
        None,
        "hòa\u0300",
        "giải",
        ".",
    ]


def needs(name: str) -> None:
    """Skip where a package isn't installed; in the session `engines` of nox it is."""
    if find_spec(name) is None:
        reason = f"{name} isn't installed: pip install -e '.[{name}]'"
        pytest.fail(reason) if os.environ.get("CLIPPINGS_ENGINES") else pytest.skip(reason)


def test_natasha_reads_russian() -> None:
    """natasha's mentions stand in Russian texts, of any length, at the right places."""
    needs("natasha")
    paragraph = "Премьер-министр Мария Линд прибыла в Осло. Её встретил Владимир Иванов из МИД России.\n\n"
    text = paragraph * 400
    mentions = Recognition((Choice.parse("natasha"),)).recogniser_for("a.txt", "")(text, "ru")
    surfaces = [(one.surface, one.type) for one in mentions if one.method == "natasha"]
    assert surfaces.count(("Мария Линд", "person")) == 400
    assert surfaces.count(("Осло", "place")) == 400
    assert ("МИД", "organisation") in surfaces
    assert {one.key for one in mentions if one.surface == "России"} == {"place:RU"}
    assert "natasha 1" in opened("natasha", "").version


def test_underthesea_reads_vietnamese() -> None:
    """underthesea's mentions stand in Vietnamese texts at the right places, whatever it makes of tone marks."""
    needs("underthesea")
    text = "Hải Phòng\n\nBà Nguyễn Thị Hoà, giám đốc, đã đến Hà Nội. Ông Trần Văn Nam ở lại Hải Phòng.\n" * 30
    mentions = Recognition((Choice.parse("vi=underthesea"),)).recogniser_for("a.txt", "")(text, "vi")
    surfaces = {(one.surface, one.type, one.method) for one in mentions}
    assert ("Nguyễn Thị Hoà", "person", "underthesea") in surfaces
    assert ("Hà Nội", "place", "underthesea") in surfaces
    assert sum(one.surface == "Trần Văn Nam" for one in mentions) == 30


@pytest.fixture
def pipeline(tmp_path: Path) -> Path:
    """A spaCy pipeline on disk that knows some names."""
    needs("spacy")
    import spacy

    nlp = spacy.blank("en")
    nlp.meta.update(name="harbour", version="1.2.0")
    ruler = nlp.add_pipe("entity_ruler")
    patterns = {"GPE": "Tideford", "ORG": "Fish Fund", "PERSON": "Anna Berg", "DATE": "Friday", "EVENT": "Boat Days"}
    ruler.add_patterns([{"label": label, "pattern": name} for label, name in patterns.items()])
    nlp.to_disk(tmp_path / "harbour")
    return tmp_path / "harbour"


def test_spacy_reads_with_a_pipeline_from_a_folder(pipeline: Path) -> None:
    """Its labels become our types, other labels are left out, and texts of any length are read."""
    text = "Anna Berg of the Fish Fund came to Tideford for the Boat Days on Friday.\n\n" * 600
    engine = opened("spacy", str(pipeline))
    names = [(text[one.start : one.end], one.type, one.method) for one in engine(text, "en")]
    assert len(names) == 2400
    assert set(names) == {
        ("Anna Berg", "person", "spacy:en_harbour"),
        ("Fish Fund", "organisation", "spacy:en_harbour"),
        ("Tideford", "place", "spacy:en_harbour"),
        ("Boat Days", "event", "spacy:en_harbour"),
    }
    assert engine.languages == frozenset(("en",))
    assert str(pipeline.parent) not in engine.version


def test_a_changed_pipeline_is_another_version(pipeline: Path) -> None:
    """The version follows what is in the folder, not where it lies."""
    before = opened("spacy", str(pipeline)).version
    moved = pipeline.rename(pipeline.with_name("elsewhere"))
    assert opened("spacy", str(moved)).version == before
    (moved / "entity_ruler" / "patterns.jsonl").write_text('{"label": "ORG", "pattern": "Other"}\n')
    opened.cache_clear()
    assert opened("spacy", str(moved)).version != before


def test_a_trained_recogniser_of_spacy_is_asked(tmp_path: Path) -> None:
    """A pipeline with a component that was trained, here for a moment on sentences of ours, finds entities."""
    needs("spacy")
    import spacy
    from spacy.training import Example

    spacy.util.fix_random_seed(1)
    nlp = spacy.blank("xx")
    nlp.add_pipe("ner")
    people = ("Anna Berg", "Maria Lind", "Per Holm", "Ida Strand")
    texts = [f"Yesterday {name} spoke at the quay." for name in people]
    examples = [
        Example.from_dict(nlp.make_doc(text), {"entities": [(10, 10 + len(name), "PER")]})
        for text, name in zip(texts, people, strict=True)
    ]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(20):
        nlp.update(examples, sgd=optimizer)
    nlp.to_disk(tmp_path / "trained")
    engine = opened("spacy", str(tmp_path / "trained"))
    assert engine.languages is None
    assert [(texts[0][one.start : one.end], one.type) for one in engine(texts[0], "sv")] == [("Anna Berg", "person")]


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        ("", "spacy needs a pipeline"),
        ("en_core_no_such", "spaCy has no pipeline 'en_core_no_such'"),
        ("{empty}", "spaCy can't load"),
        ("{blank}", "finds no entities: it has sentencizer"),
    ],
)
def test_a_pipeline_that_cannot_be_used_is_told(tmp_path: Path, argument: str, message: str) -> None:
    """No pipeline, none of that name, a folder that is none, one without entities."""
    needs("spacy")
    import spacy

    (tmp_path / "empty").mkdir()
    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    blank.to_disk(tmp_path / "blank")
    with pytest.raises(RecogniserError) as raised:
        opened("spacy", argument.format(empty=tmp_path / "empty", blank=tmp_path / "blank"))
    assert message in str(raised.value)
    assert raised.value.advice
