"""The training data for names that we write: texts with marked names, and what the converter makes of them."""

from __future__ import annotations

import gzip
import importlib.util
import sys
import unicodedata
from pathlib import Path
from types import ModuleType

import pytest

DATA = Path(__file__).parent.parent.parent / "scripts" / "ner_data"


def _converter() -> ModuleType:
    """scripts/ner_data/convert.py, which is a script beside its data and in no package."""
    spec = importlib.util.spec_from_file_location("ner_data_convert", DATA / "convert.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look their module up there
    spec.loader.exec_module(module)
    return module


convert = _converter()
TARGETS = sorted([*DATA.glob("*.conll.gz"), *(DATA / "heldout").glob("*.conll.gz")])
SOURCES = convert.sources()


def _name(path: Path) -> str:
    return str(path.relative_to(DATA))


def _read(target: Path) -> str:
    return gzip.decompress(target.read_bytes()).decode("utf-8")


def _sentences(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The sentences of a training file: the spelling, and (token, tag) in order."""
    found = []
    for block in text.split("\n\n"):
        lines = [line for line in block.split("\n") if line and not (line.startswith("# doc ") and "\t" not in line)]
        if lines:
            spelling = lines[0].removeprefix("# text = ")
            found.append((spelling, [(line.split("\t")[0], line.split("\t")[1]) for line in lines[1:]]))
    return found


def test_there_are_sources_and_each_training_file_has_one() -> None:
    """No training file is without the text that people can read."""
    assert SOURCES
    assert {_name(target) for target in TARGETS} == {_name(convert.target_of(source)) for source in SOURCES}


@pytest.mark.parametrize("source", SOURCES, ids=_name)
def test_each_training_file_is_what_its_source_converts_to(source: Path) -> None:
    """A change of a text that was not converted, or of a training file by hand, is found."""
    assert _read(convert.target_of(source)) == convert.conll(source)


@pytest.mark.parametrize("target", TARGETS, ids=_name)
def test_training_files_carry_no_clock(target: Path) -> None:
    """The gzip header holds no time, so that converting twice gives the same bytes."""
    assert target.read_bytes()[4:8] == b"\0\0\0\0"


@pytest.mark.parametrize("target", TARGETS, ids=_name)
def test_training_files_are_well_formed(target: Path) -> None:
    """Tags are BIO of the three types, tokens stand in order in the spelling, nothing is left over, all is NFC."""
    sentences = _sentences(_read(target))
    assert sentences
    for spelling, tokens in sentences:
        assert unicodedata.is_normalized("NFC", spelling)
        assert "".join(token for token, _ in tokens) == "".join(spelling.split())
        before = "O"
        for _, tag in tokens:
            kind, _, type_ = tag.partition("-")
            assert kind == "O" or (kind in "BI" and type_ in convert.TYPES), (spelling, tag)
            assert kind != "I" or before.partition("-")[2] == type_, f"a name that doesn't begin: {spelling}"
            before = tag


@pytest.mark.parametrize("source", SOURCES, ids=_name)
def test_every_marked_name_comes_out_whole(source: Path) -> None:
    """The names of the training file are the bracketed ones, with their types and in their order."""
    marked = [
        (sentence.text[name.start : name.end].replace(" ", ""), name.type)
        for article in convert.read_articles(source.read_text(encoding="utf-8"), source.name)
        for sentence in article
        for name in sentence.names
    ]
    found: list[tuple[str, str]] = []
    for _, tokens in _sentences(_read(convert.target_of(source))):
        for token, tag in tokens:
            if tag.startswith("B-"):
                found.append((token, tag[2:]))
            elif tag.startswith("I-"):
                found[-1] = (found[-1][0] + token, tag[2:])
    assert found == marked
    assert len(marked) > 10


@pytest.mark.parametrize("held_out", [path for path in SOURCES if path.parent.name == "heldout"], ids=_name)
def test_nothing_that_is_held_out_is_trained_on(held_out: Path) -> None:
    """No sentence of more than four words stands both in a held-out text and in one for training."""
    texts = {
        folder: {
            sentence.text
            for source in SOURCES
            if source.parent.name == folder and source.name[:3] == held_out.name[:3]
            for article in convert.read_articles(source.read_text(encoding="utf-8"), source.name)
            for sentence in article
            if len(sentence.text.split()) > 4 or len(sentence.text) > 30
        }
        for folder in ("heldout", DATA.name)
    }
    assert texts["heldout"]
    assert texts["heldout"] & texts[DATA.name] == set()


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("[PER Anna [LOC Berg]]", "inside a name"),
        ("[PERSON Anna Berg]", "no type"),
        ("[PER Anna Berg", "not closed"),
        ("Anna Berg] said", "counterpart"),
        ("[Anna Berg] said", "counterpart"),
        ("[PER Anna ] said", "spaces at its ends"),
        ("[PER ] said", "empty name"),
        ("[PER Anna Berg]  said", "two in a row"),
    ],
)
def test_broken_markup_is_refused_with_its_place(line: str, complaint: str, tmp_path: Path) -> None:
    """A slip in the brackets never becomes training data: the message names file, line and what to do."""
    source = tmp_path / "en-broken.txt"
    source.write_text(f"A good line.\n{line}\n", encoding="utf-8")
    with pytest.raises(convert.MarkupError, match=f"en-broken.txt, line 2: .*{complaint}") as raised:
        convert.conll(source)
    assert raised.value.advice


def test_a_text_that_is_not_nfc_is_refused(tmp_path: Path) -> None:
    """Decomposed letters would be other words to the tagger."""
    source = tmp_path / "vi-broken.txt"
    source.write_text(unicodedata.normalize("NFD", "Hà Nội\n"), encoding="utf-8")
    with pytest.raises(convert.MarkupError, match="line 1: not in NFC"):
        convert.conll(source)


def test_a_source_without_a_language_in_its_name_is_refused(tmp_path: Path) -> None:
    """How tokens are cut depends on the language."""
    source = tmp_path / "notes.txt"
    source.write_text("Anna Berg\n", encoding="utf-8")
    with pytest.raises(convert.MarkupError, match="language"):
        convert.conll(source)


def test_tokens_are_words_numbers_and_marks(tmp_path: Path) -> None:
    """Names end tokens even where letters follow; literal brackets and grouped numbers stay as they are written."""
    source = tmp_path / "tr-sample.txt"
    source.write_text("# a note\n[LOC Ankara]da \\[1.250,5\\] [ORG AB]'nin\n\n[LOC TP.HCM]\n", encoding="utf-8")
    assert convert.conll(source) == (
        "# doc 0\n# text = Ankarada [1.250,5] AB'nin\n"
        "Ankara\tB-LOC\nda\tO\n[\tO\n1.250,5\tO\n]\tO\nAB\tB-ORG\n'\tO\nnin\tO\n\n"
        "# doc 1\n# text = TP.HCM\nTP\tB-LOC\n.\tI-LOC\nHCM\tI-LOC\n\n"
    )


def test_languages_without_spaces_have_a_token_for_each_character(tmp_path: Path) -> None:
    """As in the open data: Chinese, Japanese, Korean and their like are tagged by characters."""
    source = tmp_path / "ja-sample.txt"
    source.write_text("[LOC 東京]で20人\n", encoding="utf-8")
    assert convert.conll(source) == "# doc 0\n# text = 東京で20人\n東\tB-LOC\n京\tI-LOC\nで\tO\n2\tO\n0\tO\n人\tO\n\n"


def test_converting_writes_the_file_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is up to date is left as it is, and checking reports what is not without writing."""
    source = tmp_path / "en-sample.txt"
    source.write_text("[PER Anna Berg] left.\n", encoding="utf-8")
    assert convert.main([str(source), "--check"]) == 1
    assert not convert.target_of(source).exists()
    assert convert.main([str(source)]) == 0
    first = convert.target_of(source).read_bytes()
    assert convert.main([str(source)]) == 0
    assert "as it was" in capsys.readouterr().out
    assert convert.target_of(source).read_bytes() == first
    assert convert.main([str(source), "--check"]) == 0
