"""Archives with their right answers beside them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from clippings_etl.passes import Finished, Original

from . import oracle, pages
from .answers import Question, as_json
from .articles import blocks
from .database import documents, store

_SAID_EVERY = 10_000


class Answering(Protocol):
    """Knows the right answers."""

    def questions(self) -> Iterator[Question]:
        """The questions with their answers."""


def answers_of(database: Path) -> Path:
    """The file beside a database with the answers to the questions."""
    return database.with_name(database.name + ".answers.json")


def make_synthetic(database: Path, articles: int, say: Callable[[str], None]) -> None:
    """An archive of made-up articles."""
    answering = oracle.Oracle()

    def all_documents() -> Iterator[tuple[Finished, Original]]:
        for block in blocks(articles):
            answering.add(block)
            yield from documents(block)
            say(f"{block.first + len(block):,} articles")

    _make(database, "synthetic articles", articles, all_documents(), answering)


def make_of_pages(database: Path, folders: Sequence[Path], articles: int, say: Callable[[str], None]) -> None:
    """An archive of the articles of real pages, mixed; see ``pages``."""
    small = database.with_name(database.stem + "-pages.db")
    pages.build(folders, small)
    base = pages.pages(small)
    answering = pages.Oracle()

    def all_documents() -> Iterator[tuple[Finished, Original]]:
        for number, (finished, original) in enumerate(pages.mixed(base, articles), 1):
            answering.add(finished.document)
            yield finished, original
            if number % _SAID_EVERY == 0:
                say(f"{number:,} articles")

    what = f"articles mixed of the lines of {len(base):,} real ones"
    _make(database, what, articles, all_documents(), answering)


def _make(
    database: Path, what: str, articles: int, found: Iterator[tuple[Finished, Original]], answering: Answering
) -> None:
    """The answers are written last: where they are, everything is."""
    answers_of(database).unlink(missing_ok=True)
    store(database, found)
    answers = as_json(what, articles, list(answering.questions()))
    answers_of(database).write_text(json.dumps(answers, indent=1) + "\n", encoding="utf-8")
