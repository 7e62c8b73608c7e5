"""Annotated text from CoNLL files, as texts with the places of their names."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

TYPES = {"PER": "person", "ORG": "organisation", "LOC": "place"}
SENTENCES_A_DOCUMENT = 15
"""Where a file doesn't say which sentences belong together."""
HEADLINE_EVERY = 17
LONGEST_HEADLINE = 15
"""Tokens."""
TITLE_CASE = ("en", "id")
"""Languages that set capitals on the words of headlines."""


@dataclass(frozen=True)
class Text:
    """A text with its names: (start, end, type)."""

    source: str
    language: str
    text: str
    names: tuple[tuple[int, int, str], ...]


@dataclass
class Sentence:
    """Tokens and tags of a file's sentence, and its own spelling where the file gives it."""

    tokens: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    text: str = ""
    is_headline: bool = False


def read_texts(path: Path, headlines: bool = False) -> list[Text]:
    """The texts of a file: its documents, or each SENTENCES_A_DOCUMENT sentences.

    With ``headlines`` some short sentences are set as headlines are: in capitals, or each word with one.
    """
    source = path.name.partition(".")[0]
    language = source.partition("-")[0]
    documents = read_conll(path)
    if headlines:
        documents = [[as_headline(s, n, language) for n, s in enumerate(document)] for document in documents]
    return [text_of(document, source, language) for document in documents]


def as_headline(sentence: Sentence, number: int, language: str) -> Sentence:
    """The sentence, or if it is short and its turn has come, it as a headline in a line of its own."""
    style = number % HEADLINE_EVERY
    if not 3 <= len(sentence.tokens) <= LONGEST_HEADLINE or style > 1 or (style and language not in TITLE_CASE):
        return sentence
    tokens = [word[:1].upper() + word[1:] if style and len(word) > 3 else word for word in sentence.tokens]
    tokens = tokens if style else [word.upper() for word in sentence.tokens]
    if tokens[-1] == ".":
        return Sentence(tokens[:-1], sentence.tags[:-1], is_headline=True)
    return Sentence(tokens, sentence.tags, is_headline=True)


def read_conll(path: Path) -> list[list[Sentence]]:
    """The sentences of each document of a file.

    One token a line, `token<TAB>tag`; an empty line ends a sentence. `# doc …` begins a document,
    `# text = …` gives the sentence's own spelling.
    """
    documents: list[list[Sentence]] = [[]]
    known = False
    sentence = Sentence()
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in [*file, "\n"]:
            line = line.rstrip("\n")
            token, tab, tag = line.partition("\t")
            if tab:
                sentence.tokens.append(token)
                sentence.tags.append(tag)
            elif line.startswith("# text = "):
                sentence.text = line[9:]
            elif line.startswith("# doc "):
                known = True
                documents.append([])
            elif not line and sentence.tokens:
                documents[-1].append(sentence)
                sentence = Sentence()
    if not known:
        every = documents[0]
        documents = [every[i : i + SENTENCES_A_DOCUMENT] for i in range(0, len(every), SENTENCES_A_DOCUMENT)]
    return [document for document in documents if document]


def text_of(sentences: Sequence[Sentence], source: str, language: str) -> Text:
    """Sentences as one text, with a paragraph every five, and a line of its own for each that seems to be a heading."""
    text = ""
    names: list[tuple[int, int, str]] = []
    for number, sentence in enumerate(sentences):
        spelled, spans = aligned(sentence) or detokenised(sentence.tokens, language)
        if number and (number % 5 == 0 or sentence.is_headline or sentences[number - 1].is_headline):
            text += "\n\n"
        elif text and not re.search(r"[.!?…:;][\"”»’')\]]*$", text) and not spelled[:1].islower():
            text += "\n"
        elif text:
            text += " "
        for first, last, type_ in tagged_spans(sentence.tags):
            if type_ in TYPES:
                names.append((len(text) + spans[first][0], len(text) + spans[last - 1][1], TYPES[type_]))
        text += spelled
    return Text(source, language, text, tuple(names))


def tagged_spans(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """(first, last + 1, type) of each name; an I without its B begins one."""
    first = 0
    type_ = ""
    for index, tag in enumerate([*tags, "O"]):
        prefix, _, found = tag.partition("-")
        if type_ and not (prefix == "I" and found == type_):
            yield first, index, type_
            type_ = ""
        if found and not type_:
            first, type_ = index, found


def aligned(sentence: Sentence) -> tuple[str, list[tuple[int, int]]] | None:
    """The sentence's own spelling with the places of its tokens, if they are found there."""
    spans = []
    end = 0
    for token in sentence.tokens:
        start = sentence.text.find(token, end)
        if start < 0 or sentence.text[end:start].strip():
            return None
        end = start + len(token)
        spans.append((start, end))
    return sentence.text, spans


NO_SPACE_BEFORE = re.compile(r"[.,;:!?%)\]}”’…°،؛؟]+|['’](?:s|re|ve|ll|d|m)|n['’]t", re.IGNORECASE)
NO_SPACE_BEHIND = re.compile(r"[(\[{¿¡“‘$£€¥]|.*[^\W\d_]['’]")
QUOTES = {'"': '"', "''": '"', "``": '"', "„": '"', "“": '"', "”": '"', "«": "«", "»": "«", "'": "'"}


def detokenised(tokens: Sequence[str], language: str) -> tuple[str, list[tuple[int, int]]]:
    """Tokens as a text with the usual spaces, and the tokens' places in it."""
    text = ""
    spans: list[tuple[int, int]] = []
    glued = True
    opened: set[str] = set()
    for token in tokens:
        space = not glued and not NO_SPACE_BEFORE.fullmatch(token)
        glued = NO_SPACE_BEHIND.fullmatch(token) is not None and (len(token) == 1 or language in ("fr", "it", "ca"))
        kind = QUOTES.get(token)
        if kind:
            glued = kind not in opened and token != "»"
            space = not (spans and not glued)
            opened ^= {kind}
        elif token in "-–/" and text and not text[-1].isspace() and text[-1].isdigit():
            space, glued = False, True
        text += " " if space and text else ""
        spans.append((len(text), len(text) + len(token)))
        text += token
    return text, spans
