"""A fingerprint of all that the tables say of one article: the same from the document and from its rows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

from .amounts import sortable
from .documents import Analysed

Row = Sequence[str | float | None]

_ARTICLES = """
select articles.id, articles.key, source, title, title_source, published, published_text, byline, publisher, language,
  word_count, text, url, photo_credit, page_count, site, format, encoding, sha256
from articles order by articles.key
"""

# Each names entities by their lasting keys, never by their numbers.
_PARTS = (
    "select start, end, text, rule, reason, position from removed_lines where article_id = ?",
    """
    select field, start, end, entities.key, surface, method, evidence, score
    from mentions join entities on entities.id = mentions.entity_id where article_id = ?
    """,
    "select field, start, end, kind, value, unit, surface, method, number from quantities where article_id = ?",
    "select field, start, place, key, name, score from mention_candidates where article_id = ?",
)


def article_digest(document: Analysed, sha256: str) -> bytes:
    """The fingerprint of a document, 16 bytes.

    Args:
        sha256: of its original bytes, hexadecimal.
    """
    said = document.metadata
    article = (
        document.source, document.title, document.title_source, said.published, said.published_text, said.byline,
        said.publisher, document.language, document.word_count, document.text, document.url, said.photo_credit,
        said.page_count, document.site, document.format, document.encoding, sha256,
    )  # fmt: skip
    removed = [
        (line.start, line.end, line.text, line.rule, line.reason, position)
        for line, position in zip(document.removed, document.positions, strict=True)
    ]
    mentions, candidates = [], []
    for placed in document.mentions:
        one = placed.mention
        row = (placed.field, placed.start, placed.end, one.key, one.surface, one.method, one.evidence)
        mentions.append((*row, float(one.score)))
        for place, (key, name, score) in enumerate(one.candidates, 1):
            candidates.append((placed.field, placed.start, place, key, name, float(score)))
    quantities = []
    for found in document.quantities:
        quantity, number = found.quantity, sortable(found.quantity)
        values = (quantity.kind, quantity.value, quantity.unit, quantity.surface, quantity.method)
        where = (found.field, found.start, found.end)
        quantities.append((*where, *values, None if number is None else float(number)))
    return _digest(article, (removed, mentions, quantities, candidates))


def stored_digests(connection: sqlite3.Connection) -> Iterator[tuple[str, bytes]]:
    """Each article's key and the fingerprint of its rows, by keys."""
    for number, key, *article in connection.execute(_ARTICLES):
        yield key, _digest(article, (connection.execute(part, [number]) for part in _PARTS))


def _digest(article: Row, parts: Iterable[Iterable[Row]]) -> bytes:
    # A row begins with its place, so that they come in the same order; as JSON they can be compared, null or not.
    content = [[article], *(sorted(map(_json, part)) for part in parts)]
    return blake2b(_json(content).encode(), digest_size=16).digest()


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))
