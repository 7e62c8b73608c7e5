"""An archive as JSON Lines, for other engines.

`articles.jsonl`: `id`, `title`, `text`, `month` (null where none is known), `language`, `site`, `entities` (numbers).
`entities.jsonl`: `id`, `key`, `name`, `type`. Title and text are the words as search folds them, in lower case and
without diacritics, with single spaces between: every engine's tokenizer finds the same words in them, and ours did in
the original.
"""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from datasette_clippings.folding import fold

_WORDS = re.compile(r"[^\W_]+")
_MONTH = re.compile(r"\d{4}-\d\d")

_ARTICLES = "select id, title, text, published, language, site from articles order by id"
_MENTIONED = "select article_id, entity_id from article_entities order by article_id, entity_id"


def export(database: Path, articles: Path, entities: Path) -> None:
    """Write both files; they are there only when they are whole."""
    with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        _write(entities, _entities(connection))
        _write(articles, _articles(connection))


def words(text: str) -> list[str]:
    """The words of a text as the full-text index has them."""
    if not text.isascii():
        text = fold(text)
        apart = unicodedata.normalize("NFD", text.lower())
        text = "".join(character for character in apart if not unicodedata.combining(character))
    return _WORDS.findall(text.lower())


def _write(file: Path, rows: Iterator[dict[str, object]]) -> None:
    unfinished = file.with_name(file.name + "-partial")
    with unfinished.open("w", encoding="utf-8") as lines:
        for row in rows:
            lines.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")
    unfinished.replace(file)


def _entities(connection: sqlite3.Connection) -> Iterator[dict[str, object]]:
    for number, key, name, type in connection.execute("select id, key, name, type from entities order by id"):
        yield {"id": number, "key": key, "name": name, "type": type}


def _articles(connection: sqlite3.Connection) -> Iterator[dict[str, object]]:
    mentioned = connection.execute(_MENTIONED)
    following = next(mentioned, None)
    for number, title, text, published, language, site in connection.execute(_ARTICLES):
        entities = []
        while following and following[0] == number:
            entities.append(following[1])
            following = next(mentioned, None)
        month = published[:7] if published and _MONTH.match(published) else None
        yield {
            "id": number,
            "title": " ".join(words(title)),
            "text": " ".join(words(text)),
            "month": month,
            "language": language,
            "site": site,
            "entities": entities,
        }
