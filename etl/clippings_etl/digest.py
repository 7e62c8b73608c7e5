"""One fingerprint of all that a database says, whatever the numbers its rows happen to have."""

from __future__ import annotations

import sqlite3
from hashlib import sha256

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

# Each query names rows by their lasting keys and sorts them by what they say, so that neither ids nor the
# order of insertion shows. What people wrote (tags, notes) is theirs, not the build's, and is left out.
_CONTENT = (
    "select code, name, native_name, direction from languages order by code",
    """
    select a.key, a.source, a.title, a.title_source, a.published, a.published_text, a.byline, a.publisher, a.language,
      a.word_count, a.text, a.url, a.photo_credit, a.page_count, a.site, a.format, a.encoding, a.sha256, b.key,
      a.similarity
    from articles a left join articles b on b.id = a.duplicate_of order by a.key
    """,
    # Not their bytes: versions of zlib compress differently, and articles.sha256 says what is inside.
    "select a.key, o.size from originals o join articles a on a.id = o.article_id order by a.key",
    "select id, family, version, languages, description from rules order by id",
    """
    select a.key, r.start, r.end, r.text, r.rule, r.reason, r.position
    from removed_lines r join articles a on a.id = r.article_id order by a.key, r.start
    """,
    "select key, type, name, country, article_count, mention_count from entities order by key",
    """
    select e.key, n.name, n.language, n.source
    from entity_names n join entities e on e.id = n.entity_id order by e.key, n.name, n.language, n.source
    """,
    """
    select a.key, m.field, m.start, m.end, e.key, m.surface, m.score, m.method, m.evidence
    from mentions m join articles a on a.id = m.article_id join entities e on e.id = m.entity_id
    order by a.key, m.field, m.start, m.end
    """,
    """
    select a.key, q.field, q.start, q.end, q.kind, q.value, q.number, q.unit, q.surface, q.method
    from quantities q join articles a on a.id = q.article_id order by a.key, q.field, q.start
    """,
    """
    select a.key, c.field, c.start, c.place, c.key, c.name, c.score
    from mention_candidates c join articles a on a.id = c.article_id order by a.key, c.field, c.start, c.place
    """,
    """
    select a.key, e.key, x.mention_count
    from article_entities x join articles a on a.id = x.article_id join entities e on e.id = x.entity_id
    order by a.key, e.key
    """,
    "select source, stage, problem, advice from errors order by source, stage, problem",
    # Not the libraries' versions: they matter where they change something else.
    f"select key, value from build_info where key <> '{DIGEST}' and key not like '{LIBRARY}%' order by key",
)


def content_digest(connection: sqlite3.Connection) -> str:
    """SHA-256, hexadecimal, of the database's content; equal for equal input, versions and settings."""
    digest = sha256()
    for query in _CONTENT:
        digest.update(b"\x1d")
        for row in connection.execute(query):
            for value in row:
                field = repr(value).encode()
                digest.update(b"%d:" % len(field))
                digest.update(field)
    return digest.hexdigest()


def record_digest(connection: sqlite3.Connection) -> str:
    """Compute the digest and write it into build_info, in place of one that is there."""
    digest = content_digest(connection)
    connection.execute("insert or replace into build_info (key, value) values (?, ?)", (DIGEST, digest))
    return digest
