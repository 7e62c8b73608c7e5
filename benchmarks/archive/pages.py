"""A large archive of real text: the articles of a small one, mixed.

The folder of pages is built as a user would build it. From its articles as many as are wanted are made, each of the
lines of two articles of one language, every line with a chance of one in two, with their mentions; title, date and
site are those of the first. So words keep the shares that they have in real text, and entities the company of words
and other entities that they have in real lines. What doesn't grow with the archive is the number of different words and
entities: rare ones are missing, and each is in more articles than in a real archive of that size.
"""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import numpy as np

from clippings_etl.documents import Analysed, FieldMention, Mention, Metadata
from clippings_etl.passes import Finished, Original
from datasette_clippings.folding import fold

from .answers import TYPES, Codes, Columns, Entities, Question
from .exports import words

SHARES = {"50 %": 0.5, "10 %": 0.1, "1 %": 0.01, "0.01 %": 0.0001}
"""Queries are the words in the share of articles that is nearest to these."""
_SEED = 20261122
_SHORTEST_QUERY = 3

_ARTICLES = "select id, title, text, published, language, site, url, word_count from articles order by id"
_MENTIONS = """
select article_id, field, start, end, surface, type, entities.key, entities.name, score, method, evidence
from mentions join entities on entities.id = entity_id order by article_id, field, start
"""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an article, with the mentions in it, whose offsets count from its beginning."""

    text: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """An article of the small archive."""

    title: Line
    lines: tuple[Line, ...]
    published: str | None
    language: str | None
    site: str
    url: str | None


def build(folders: Sequence[Path], database: Path) -> None:
    """The small archive, by the command."""
    command = [sys.executable, "-m", "clippings_etl", "build", *map(str, folders), "-o", str(database)]
    code = subprocess.run([*command, "--no-originals"], stdout=sys.stderr, check=False).returncode
    if code not in (0, 1):  # 1: some pages failed, and are listed
        raise SystemExit(code)


def pages(database: Path) -> list[Page]:
    """The articles of the small archive."""
    with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        mentions: dict[tuple[int, str], list[Mention]] = defaultdict(list)
        for article, field, *values in connection.execute(_MENTIONS):
            mentions[article, field].append(Mention(*values))
        return [
            Page(
                title=Line(title, tuple(mentions[article, "title"])),
                lines=tuple(_lines(text, mentions[article, "text"])),
                published=published,
                language=language,
                site=site,
                url=url,
            )
            for article, title, text, published, language, site, url, _ in connection.execute(_ARTICLES)
        ]


def _lines(text: str, mentions: Sequence[Mention]) -> Iterator[Line]:
    start = 0
    waiting = list(reversed(mentions))
    for line in text.split("\n"):
        end = start + len(line)
        inside = []
        while waiting and waiting[-1].end <= end:
            mention = waiting.pop()
            if mention.start >= start:  # one that runs over two lines belongs to neither
                inside.append(replace(mention, start=mention.start - start, end=mention.end - start))
        yield Line(line, tuple(inside))
        start = end + 1


def mixed(base: Sequence[Page], articles: int) -> Iterator[tuple[Finished, Original]]:
    """As many articles as are wanted, the same each time."""
    chance = random.Random(_SEED)
    alike: dict[str | None, list[Page]] = defaultdict(list)
    for page in base:
        alike[page.language].append(page)
    for number in range(1, articles + 1):
        first = base[int(chance.random() * len(base))]
        others = alike[first.language]
        second = others[int(chance.random() * len(others))]
        lines = [line for line in (*first.lines, *second.lines) if chance.random() < 0.5]
        yield _article(number, first, lines)


def _article(number: int, page: Page, lines: Sequence[Line]) -> tuple[Finished, Original]:
    text = "\n".join(line.text for line in lines)
    placed = [FieldMention("title", mention.start, mention.end, mention) for mention in page.title.mentions]
    start = 0
    for line in lines:
        placed += [FieldMention("text", start + one.start, start + one.end, one) for one in line.mentions]
        start += len(line.text) + 1
    document = Analysed(
        source=f"mixed/{number:08d}.txt",
        format="text",
        encoding="utf_8",
        url=page.url,
        site=page.site,
        title=page.title.text,
        title_source="headline",
        text=text,
        metadata=Metadata(published=page.published, published_text=page.published),
        language=page.language,
        word_count=len(words(page.title.text)) + len(words(text)),
        removed=(),
        positions=(),
        mentions=tuple(placed),
    )
    data = f"{page.title.text}\n{text}".encode()
    original = Original(sha256(data).hexdigest(), len(data), None, None, None)
    return Finished(document, fold(document.title), fold(text)), original


class Oracle:
    """Takes in the articles of an archive, then answers; asks for words of its own."""

    def __init__(self) -> None:
        self._words: list[frozenset[str]] = []
        self._interned: dict[str, str] = {}
        self._mentioning: list[int] = []
        self._mentioned: list[str] = []
        self._entities: dict[str, tuple[str, int]] = {}
        self._values: list[tuple[str | None, str | None, str | None]] = []

    def add(self, document: Analysed) -> None:
        """Take in the next article."""
        article = len(self._values)
        found = {*words(document.title), *words(document.text)}
        self._words.append(frozenset(self._interned.setdefault(word, word) for word in found))
        for key in sorted({placed.mention.key for placed in document.mentions}):
            self._mentioning.append(article)
            self._mentioned.append(self._interned.setdefault(key, key))
        for placed in document.mentions:
            type = placed.mention.type
            self._entities[placed.mention.key] = (placed.mention.name, TYPES.index(type) if type in TYPES else -1)
        published = document.metadata.published
        self._values.append((published[:7] if published else None, document.language, document.site))

    def questions(self) -> Iterator[Question]:
        """All articles, and a word for each share."""
        columns = self._columns()
        every = np.ones(len(columns), np.int16)
        yield columns.question("all", None, every, ordered=True)
        for name, word in self._queries().items():
            holding = np.array([word in found for found in self._words], np.int16)
            yield columns.question(name, word, holding, ordered=False)

    def _queries(self) -> Mapping[str, str]:
        counts = Counter(word for found in self._words for word in found)
        asked = [word for word in sorted(counts) if word.isascii() and word.isalpha() and len(word) >= _SHORTEST_QUERY]
        total = len(self._words)
        return {name: min(asked, key=lambda word: abs(counts[word] / total - share)) for name, share in SHARES.items()}

    def _columns(self) -> Columns:
        keys = sorted(self._entities)
        numbers = {key: number for number, key in enumerate(keys)}
        months, languages, sites = (_codes(column) for column in zip(*self._values, strict=True))
        return Columns(
            mentioning=np.array(self._mentioning, np.int32),
            mentioned=np.array([numbers[key] for key in self._mentioned], np.int32),
            entities=Entities(
                keys, [self._entities[key][0] for key in keys], np.array([self._entities[key][1] for key in keys])
            ),
            months=months,
            languages=languages,
            sites=sites,
        )


def _codes(values: Sequence[str | None]) -> Codes:
    known = sorted({value for value in values if value is not None})
    places: dict[str | None, int] = {value: place for place, value in enumerate(known)}
    return Codes(np.array([places.get(value, -1) for value in values], np.int64), known)
