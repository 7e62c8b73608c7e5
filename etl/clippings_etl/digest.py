"""One fingerprint of all that a database says, whatever the numbers its rows happen to have."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Any

from datasette_clippings.stored_shards import ARCHIVE, SHARD, SHARDS

from .article_digest import stored_digests

DIGEST = "digest"
"""Key in build_info of the digest that the build computed."""

ORIGINALS_KEPT = "originals kept"
"""Key in build_info that says whether the original bytes are in the database: `yes` or `no`."""

LIBRARY = "library "
"""Start of the keys in build_info that name a library and its version."""

DECODING_LIBRARIES = ("beautifulsoup4", "charset-normalizer", "py3langid")
"""What may read the same bytes as other text in another version: of any format …"""

MARKUP_LIBRARIES = ("PyYAML", "lxml")
"""… and of those that are more than plain text."""

# What is said of the whole archive. Each query names rows by their lasting keys and sorts them by what they say, so
# that neither ids nor the order of insertion shows. What people wrote (tags, notes) is theirs, not the build's, and is
# left out; so is what follows from the rest (article_entities).
_ENTITIES = "select key, type, name, country, article_count, mention_count from entities order by key"
_CONTENT = (
    "select code, name, native_name, direction from languages order by code",
    "select id, family, version, languages, description from rules order by id",
    _ENTITIES,
    """
    select e.key, n.name, n.language, n.source
    from entity_names n join entities e on e.id = n.entity_id order by e.key, n.name, n.language, n.source
    """,
    "select source, stage, problem, advice from errors order by source, stage, problem",
    # Not the libraries' versions: they matter where they change something else.
    f"""
    select key, value from build_info
    where key not in ('{DIGEST}', '{ARCHIVE}', '{SHARD}', '{SHARDS}') and key not like '{LIBRARY}%' order by key
    """,
)

# The originals' bytes are not in it: versions of zlib compress differently, and articles.sha256 says what is inside.
_LIKE = """
select a.key, b.key, a.similarity from articles a left join articles b on b.id = a.duplicate_of order by a.key
"""

ArticleState = tuple[str, bytes, str | None, float | None]
"""An article's key, its ``article_digest``, the key of the article that it repeats, and how like that one it is."""


def content_digest(connection: sqlite3.Connection, articles: Iterable[ArticleState] | None = None) -> str:
    """SHA-256, hexadecimal, of the database's content; equal for equal input, versions and settings.

    Args:
        articles: all of them in the order of their keys, where they are known; None: they are read.
    """
    digest = sha256()
    for state in _states(connection) if articles is None else articles:
        digest.update(_json(state[0], state[1].hex(), *state[2:]))
    for query in _CONTENT:
        digest.update(b"\x1d")
        for row in connection.execute(query):
            digest.update(_json(*row))
    return digest.hexdigest()


def combined_digest(connections: Sequence[sqlite3.Connection], articles: Iterable[ArticleState] | None = None) -> str:
    """The digest of an archive in several files: that of the same archive in one.

    Args:
        connections: to all its shards.
        articles: of all shards, as in ``content_digest``.
    """
    digest = sha256()
    states = merge(*map(_states, connections), key=itemgetter(0)) if articles is None else articles
    for state in states:
        digest.update(_json(state[0], state[1].hex(), *state[2:]))
    for query in _CONTENT:
        digest.update(b"\x1d")
        for row in _merged([connection.execute(query) for connection in connections], query):
            digest.update(_json(*row))
    return digest.hexdigest()


def _merged(shards: Sequence[Iterable[tuple[Any, ...]]], query: str) -> Iterator[tuple[Any, ...]]:
    """The rows of all shards in their order, those that several have once; the counts of entities added up."""
    if query is not _ENTITIES:
        for row, _ in groupby(merge(*shards)):
            yield row
        return
    for entity, rows in groupby(merge(*shards, key=itemgetter(0)), key=lambda row: row[:4]):
        counts = [row[4:] for row in rows]
        yield *entity, sum(articles for articles, _ in counts), sum(mentions for _, mentions in counts)


def record_digest(connection: sqlite3.Connection, articles: Iterable[ArticleState] | None = None) -> str:
    """Compute the digest and write it into build_info, in place of one that is there."""
    digest = content_digest(connection, articles)
    connection.execute("insert or replace into build_info (key, value) values (?, ?)", (DIGEST, digest))
    return digest


def _states(connection: sqlite3.Connection) -> Iterator[ArticleState]:
    likes = connection.execute(_LIKE)
    for (key, digest), (same, first, similarity) in zip(stored_digests(connection), likes, strict=True):
        assert key == same, "both come in the order of the keys"
        yield key, digest, first, similarity


def _json(*row: object) -> bytes:
    return json.dumps(row, separators=(",", ":")).encode() + b"\n"
