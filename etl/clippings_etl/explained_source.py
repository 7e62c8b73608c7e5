"""A document that is named on the command line → its explanation: a file, a record in a container, an article."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from . import own_entities, own_rules
from .analysis import site
from .archive import open_archive
from .documents import Cleaned, LinkCandidate, Mention, Metadata, Quantity, Record, lines
from .errors import ClippingsError, DocumentError, SourceError
from .explain import Explanation, explain, explained_lines, said
from .extraction import extract
from .readers import ReadOptions, Unreadable, find, records
from .recognisers import Choice, Recognition
from .stored_articles import StoredArticle, stored_article, stored_text

_NAMED_AT_MOST = 3
_SEPARATORS = frozenset(("#", "/", os.sep))


def explain_source(
    name: str | os.PathLike[str],
    reading: ReadOptions | None = None,
    rules: Path | None = None,
    recognisers: Sequence[Choice] = (),
    entities: Sequence[Path] = (),
) -> Explanation:
    """Explain a file, or one of the documents in it: ``news.jsonl#17``, ``crawl.zip/page.html``.

    The `rules.yml`, `entities.yml` and `entities.csv` above it count, see ``own_rules.above``.

    Args:
        rules: a file of rules that counts as well.
        recognisers: other engines for entities.
        entities: lists of entities that count as well.

    Raises:
        SourceError: there is no such file, or no such document in it, or there are several and none is named.
        RulesError: there is a mistake in the rules.
        EntityListError: there is a mistake in the lists.
        RecogniserError: an engine isn't there.
        ClippingsError: the document can't be read.
    """
    given = os.fspath(name)
    path, inside = _file(given)
    own, known_as = own_rules.above(path, rules)
    recognition = Recognition(tuple(recognisers), own_entities.above(path, entities))
    recognition.check()
    record = _record(given, path, inside, reading or ReadOptions())
    try:
        extracted = extract(record)
    except DocumentError as error:
        raise ClippingsError(f"{given}: {error}", error.advice) from error
    place = site(record.url or extracted.url, record.source)
    explained = explain(
        extracted,
        record.source,
        rules=own.rules_for(known_as + inside, place),
        recogniser=recognition.recogniser_for(known_as + inside, place),
    )
    lists = tuple(one.name for one in recognition.lists.files)
    return replace(explained, rules_files=tuple(file.name for file in own.files), entities_files=lists)


def explain_article(database: str | os.PathLike[str], wanted: str) -> Explanation:
    """Explain an article as it stands in a database: what the build made of it, whatever the rules are today.

    Args:
        wanted: its source, its key, or its number.

    Raises:
        DatabaseError: the database can't be read.
        SourceError: there is no such article.
    """
    connection = open_archive(database)
    try:
        return _explained(_article(connection, str(database), wanted), connection)
    finally:
        connection.close()


def _file(given: str) -> tuple[Path, str]:
    """The file on disk that a name leads to, and what stands behind it in the name: a member or a record."""
    path = Path(given)
    if path.is_dir():
        raise SourceError(f"{given} is a folder", "Name one document in it.")
    if os.path.lexists(path):
        return path, ""
    for cut in range(len(given) - 1, 0, -1):
        if given[cut] in _SEPARATORS and Path(given[:cut]).is_file():
            return Path(given[:cut]), given[cut:].replace(os.sep, "/")
    raise SourceError(
        f"{given} does not exist", "Check the spelling; of a container name a record, as in news.jsonl#1."
    )


def _record(given: str, path: Path, inside: str, reading: ReadOptions) -> Record:
    """The only document in a file, or the one that is named."""
    outside = find([path])[0].source
    names: list[str] = []
    first: Record | Unreadable | None = None
    count = 0
    for item in records([path], reading):
        if inside and item.source == outside + inside:
            return _readable(given, item)
        if len(names) < _NAMED_AT_MOST:
            names.append(path.name + item.source.removeprefix(outside))
        first = first or item
        count += 1
        if not inside and count == 2:
            raise SourceError(f"{given} holds several documents", f"Name one of them, for example {names[0]}.")
    if not inside and first is not None:
        return _readable(given, first)
    held = f"it holds {count:,} document" + ("" if count == 1 else "s")
    raise SourceError(
        f"{path} has no {inside.lstrip('/')}: {held}" if inside else f"{given} holds no document",
        "Named are " + ", ".join(names) + (" …" if count > len(names) else ".") if names else "",
    )


def _readable(given: str, item: Record | Unreadable) -> Record:
    if isinstance(item, Unreadable):
        raise ClippingsError(f"{given}: {item.error}", item.error.advice) from item.error
    return item


def _article(connection: sqlite3.Connection, database: str, wanted: str) -> StoredArticle:
    query = "select id from articles where source = ? or key = ? or (? not glob '*[^0-9]*' and id = cast(? as integer))"
    row = connection.execute(query + " order by source <> ? limit 1", [wanted] * 5).fetchone()
    if row:
        return stored_article(connection, row[0])
    failed = connection.execute("select problem, advice from errors where source = ?", [wanted]).fetchone()
    if failed:
        raise SourceError(f"{wanted} could not be read: {failed[0]}", failed[1])
    (count,) = connection.execute("select count(*) from articles").fetchone()
    like = connection.execute(
        "select source from articles where instr(source, ?) order by source limit ?",
        ["/" + wanted.rpartition("/")[2], _NAMED_AT_MOST],
    ).fetchall()
    advice = "Name one by its source, key or number, as they stand in the table articles."
    if like:
        advice = "Is it " + " or ".join(source for (source,) in like) + "?"
    raise SourceError(f"{database} has no article {wanted!r} among its {count:,}", advice)


def _explained(article: StoredArticle, connection: sqlite3.Connection) -> Explanation:
    query = "select published, published_text, byline, publisher, photo_credit, page_count from articles where id = ?"
    metadata = Metadata(*connection.execute(query, [article.number]).fetchone())
    stored = stored_text(article, extract_pages=True)
    removed = {line.start for line in stored.removed}
    kept = tuple(span for span in lines(stored.text) if span.start not in removed)
    cleaned = Cleaned("", kept, stored.removed, has_headline=bool(article.has_headline))
    return Explanation(
        source=article.source,
        format=article.format,
        encoding=article.encoding,
        title=article.title,
        url=article.url,
        language=article.language,
        lines=explained_lines(stored.text, cleaned, dict(connection.execute("select id, description from rules"))),
        metadata=said(metadata),
        from_format=said(stored.extracted.metadata) if stored.extracted else {},
        mentions=tuple(_mentions(article, connection)),
        quantities=tuple(_quantities(article, connection)),
        rules_files=tuple(file.name for file in own_rules.stored(connection).files),
        entities_files=own_entities.stored(connection),
    )


def _mentions(article: StoredArticle, connection: sqlite3.Connection) -> Iterator[Mention]:
    """The article's mentions, those of the title first; each with its place in title or text."""
    query = """
        select m.field, m.start, m.end, m.surface, e.type, e.key, e.name, m.score, m.method, m.evidence
        from mentions m join entities e on e.id = m.entity_id
        where m.article_id = ? order by m.field <> 'title', m.start
    """
    may_be = """
        select key, name, score from mention_candidates where article_id = ? and field = ? and start = ? order by place
    """
    for field, start, *row in connection.execute(query, [article.number]):
        candidates = connection.execute(may_be, [article.number, field, start])
        mention: tuple[Any, ...] = (start, *row, tuple(LinkCandidate(*one) for one in candidates))
        yield Mention(*mention)


def _quantities(article: StoredArticle, connection: sqlite3.Connection) -> Iterator[Quantity]:
    """The article's dates and amounts, those of the title first; each with its place in title or text."""
    query = """
        select start, end, surface, kind, value, unit, method from quantities
        where article_id = ? order by field <> 'title', start
    """
    for row in connection.execute(query, [article.number]):
        yield Quantity(*row)
