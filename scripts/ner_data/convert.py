"""Turn marked-up text into the files that the tagger is trained on.

    python scripts/ner_data/convert.py            # every <language>-<name>.txt here and in heldout/
    python scripts/ner_data/convert.py FILE.txt …  # only these
    python scripts/ner_data/convert.py --check     # write nothing, say which files are out of date

A source has one sentence, headline or caption a line, in its own spelling; an empty line begins a new article;
lines that open with ``# `` are notes. Names stand in brackets behind their type, never one inside another:

    [PER Anna Berg] joined the [ORG University of Turku] in [LOC Finland].

A bracket that belongs to the text is written ``\\[`` or ``\\]``. The result, ``<language>-<name>.conll.gz``, holds
``# doc N`` before each article, ``# text = …`` before each sentence, a token, a tab and its BIO tag on a line, and an
empty line after each sentence. The same source gives the same text, and with the same zlib the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import io
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from clippings_etl.errors import ClippingsError

HERE = Path(__file__).parent
TYPES = ("PER", "ORG", "LOC")
# Written without spaces, or (Korean) with endings that hang on names: each character is a token.
BY_CHARACTER = frozenset(("ja", "km", "ko", "lo", "my", "th", "zh"))
SOURCE_NAME = re.compile(r"(?P<language>[a-z]{2,3})-[a-z0-9_]+\.txt")
MARK = re.compile(r"\\(?P<literal>[\[\]\\])|\[(?P<opened>[A-Z]+) |(?P<bracket>[\[\]])|(?P<text>[^\[\]\\]+|\\)")


class MarkupError(ClippingsError):
    """A line of a source breaks the rules of the markup."""

    advice = "Write names as [PER Anna Berg], with PER, ORG or LOC, and brackets of the text itself as \\[ and \\]."


@dataclass(frozen=True)
class Name:
    """A marked name: offsets in the sentence, end exclusive, and one of TYPES."""

    start: int
    end: int
    type: str


@dataclass(frozen=True)
class Sentence:
    """A sentence without its markup, and the names in it from left to right."""

    text: str
    names: tuple[Name, ...]


def read_sentence(line: str, where: str) -> Sentence:
    """The sentence of one line; ``where`` (file and line) opens the message of a MarkupError."""
    text = ""
    names: list[Name] = []
    opened: tuple[int, str] | None = None
    for mark in MARK.finditer(line):
        if mark["opened"]:
            if opened:
                raise MarkupError(f"{where}: a name inside a name, at {mark.group()!r}")
            if mark["opened"] not in TYPES:
                raise MarkupError(f"{where}: {mark['opened']!r} is no type of name")
            opened = len(text), mark["opened"]
        elif mark["bracket"] == "]" and opened:
            if not text[opened[0] :] or text[opened[0] :] != text[opened[0] :].strip():
                raise MarkupError(f"{where}: an empty name, or one with spaces at its ends")
            names.append(Name(opened[0], len(text), opened[1]))
            opened = None
        elif mark["bracket"]:
            raise MarkupError(f"{where}: a bracket without its counterpart, behind {text[-20:]!r}")
        else:
            text += mark["literal"] or mark["text"]
    if opened:
        raise MarkupError(f"{where}: the name {text[opened[0] :][:40]!r} is not closed")
    if text != " ".join(text.split()):
        raise MarkupError(f"{where}: spaces at the ends, two in a row, or one that is no plain space")
    return Sentence(text, tuple(names))


def read_articles(source: str, name: str) -> list[list[Sentence]]:
    """All articles of a source, each a list of sentences; ``name`` stands in messages."""
    articles: list[list[Sentence]] = [[]]
    for number, line in enumerate(source.split("\n"), 1):
        if not line:
            articles.append([])
        elif not line.startswith("# "):
            if not unicodedata.is_normalized("NFC", line):
                raise MarkupError(f"{name}, line {number}: not in NFC", "Save the file in Unicode's form NFC.")
            articles[-1].append(read_sentence(line, f"{name}, line {number}"))
    return [article for article in articles if article]


def _kind(character: str) -> str:
    category = unicodedata.category(character)
    if category[0] in "LM" or category == "Cf":
        return "word"
    return {"N": "number", "Z": "space"}.get(category[0], "mark")


def tokens(text: str, language: str, cuts: frozenset[int] = frozenset()) -> Iterator[tuple[int, int]]:
    """Offsets of the words, numbers (``1,28``, ``2.000``) and single marks of a sentence.

    A token ends at each of ``cuts`` (the ends of names), so that a name never holds half a token.
    """
    start = 0
    while start < len(text):
        end = start + 1
        kind = _kind(text[start])
        while end < len(text) and end not in cuts and kind in ("word", "number") and language not in BY_CHARACTER:
            follows = _kind(text[end])
            inside_number = (
                text[end] in ".,"
                and text[end - 1].isdigit()
                and text[end + 1 : end + 2].isdigit()
                and end + 1 not in cuts
            )
            if follows not in ("word", "number") and not inside_number:
                break
            end += 1
        if kind != "space":
            yield start, end
        start = end


def tagged(sentence: Sentence, language: str) -> Iterator[tuple[str, str]]:
    """The sentence's tokens with their BIO tags."""
    cuts = frozenset(place for name in sentence.names for place in (name.start, name.end))
    names = iter(sentence.names)
    name = next(names, None)
    for start, end in tokens(sentence.text, language, cuts):
        while name and name.end <= start:
            name = next(names, None)
        if name and name.start <= start:
            yield sentence.text[start:end], f"{'B' if start == name.start else 'I'}-{name.type}"
        else:
            yield sentence.text[start:end], "O"


def conll(source: Path) -> str:
    """The training file of a source, as text. Raises MarkupError with the place of what is wrong."""
    named = SOURCE_NAME.fullmatch(source.name)
    if not named:
        raise MarkupError(
            f"{source}: the name of a source is <language>-<name>.txt", "Rename the file: vi-clippings.txt."
        )
    try:
        text = source.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise MarkupError(f"{source}: {error}", "Name a readable file in UTF-8.") from error
    out = io.StringIO()
    for number, article in enumerate(read_articles(text, source.name)):
        out.write(f"# doc {number}\n")
        for sentence in article:
            out.write(f"# text = {sentence.text}\n")
            for token, tag in tagged(sentence, named["language"]):
                out.write(f"{token}\t{tag}\n")
            out.write("\n")
    return out.getvalue()


def target_of(source: Path) -> Path:
    """Where the training file of a source lies: beside it."""
    return source.with_suffix(".conll.gz")


def sources() -> list[Path]:
    """All sources, in order of their names."""
    found = [*HERE.glob("*.txt"), *(HERE / "heldout").glob("*.txt")]
    return sorted(path for path in found if SOURCE_NAME.fullmatch(path.name))


def up_to_date(source: Path, text: str) -> bool:
    """Whether the training file holds this text already."""
    target = target_of(source)
    return target.exists() and gzip.decompress(target.read_bytes()).decode("utf-8") == text


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="sources; by default all")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a file is out of date")
    options = parser.parse_args(arguments)
    outdated = 0
    for source in options.files or sources():
        try:
            text = conll(source)
        except MarkupError as error:
            print(f"{error}\n{error.advice}", file=sys.stderr)
            return 1
        counts = ", ".join(f"{text.count(f'{chr(9)}B-{kind}')} {kind}" for kind in TYPES)
        state = "as it was" if up_to_date(source, text) else "out of date" if options.check else "written"
        if state == "written":
            target_of(source).write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))
        outdated += state == "out of date"
        print(f"{source.name}: {text.count('# text = ')} sentences, {counts}; {state}")
    return 1 if outdated else 0


if __name__ == "__main__":
    sys.exit(main())
