"""Documents with their entities given → a database, the way a build stores them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from clippings_etl.cleaning import STANDARD
from clippings_etl.digest import ORIGINALS_KEPT
from clippings_etl.documents import Analysed, FieldMention, Mention, Metadata
from clippings_etl.passes import Finished, Original
from clippings_etl.swap import create
from clippings_etl.version import VERSION

from . import texts
from .articles import MENTIONS, TEXT_WORDS, TITLE_WORDS, TYPES, Block, types_of_entities

_WORDS = TITLE_WORDS + TEXT_WORDS + MENTIONS + 1


def store(path: Path, documents: Iterable[tuple[Finished, Original]]) -> None:
    """Write a database with these documents; one that is there is replaced."""
    path.unlink(missing_ok=True)
    with create(path, keep_originals=False) as (_, database):
        database.add_rules(STANDARD.rules)
        for finished, original in documents:
            database.add(finished, original)
        database.finish({"version": VERSION, ORIGINALS_KEPT: "no"})


def documents(block: Block) -> Iterator[tuple[Finished, Original]]:
    """The articles of a block as a build has them when all is recognised."""
    for article in texts.written(block):
        yield _finished(article), _original(article)


def _finished(article: texts.Written) -> Finished:
    document = Analysed(
        source=article.source,
        format="text",
        encoding="utf_8",
        url=f"https://{article.site}/{article.number}",
        site=article.site,
        title=article.title,
        title_source="headline",
        text=article.text,
        metadata=Metadata(published=article.published, published_text=article.published),
        language=article.language,
        word_count=_WORDS,
        removed=(),
        positions=(),
        mentions=tuple(map(_mention, article.entities, article.starts)),
    )
    # Folding leaves these words as they are.
    return Finished(document, article.title, article.text)


def _original(article: texts.Written) -> Original:
    data = f"{article.title}\n\n{article.text}\n".encode()
    return Original(sha256(data).hexdigest(), len(data), None, None, None)


def _mention(entity: int, start: int) -> FieldMention:
    type, key, name = _facts(entity)
    end = start + len(name)
    return FieldMention("text", start, end, Mention(start, end, name, type, key, name, 0.9, "model", "new"))


@cache
def _facts(entity: int) -> tuple[str, str, str]:
    return TYPES[types_of_entities()[entity]], texts.key(entity), texts.name(entity)
