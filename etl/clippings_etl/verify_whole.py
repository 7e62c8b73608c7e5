"""Proof that the files of an archive in several are one: all there, of one build, with the digest of the whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from pathlib import Path

from datasette_clippings.stored_shards import ARCHIVE, SHARD, SHARDS

from .archive import open_archive
from .digest import combined_digest
from .sharding import shard_of
from .verify import Check, Findings, Verification, run_check


def verify_whole(archive: Sequence[Path], *, done: Callable[[Check], None] | None = None) -> Verification:
    """Check the files of an archive against each other; each by itself is checked by ``verify``.

    Args:
        archive: the files that are there, in the order of their numbers.
        done: called with each check as soon as it is finished.

    Raises:
        DatabaseError: one of them can't be read.
    """
    with ExitStack() as opened:
        connections = [opened.enter_context(closing(open_archive(file))) for file in archive]
        digest = combined_digest(connections)
        findings = {
            "all files are there, and of one build": _together(archive, connections, digest),
            "articles are in the files that their keys say": _places(connections),
        }
        finished = []
        for name, found in findings.items():
            finished.append(run_check(name, found))
            if done:
                done(finished[-1])
        return Verification(tuple(finished), digest)


def _together(archive: Sequence[Path], connections: Sequence[sqlite3.Connection], digest: str) -> Findings:
    count = int(_said(connections[0], SHARDS) or 0)
    if count != len(archive):
        yield f"of {count} files {len(archive)} are there"
    for number, (file, connection) in enumerate(zip(archive, connections, strict=True), 1):
        told = _said(connection, SHARD), _said(connection, SHARDS)
        if told != (str(number), str(count)):
            yield f"{file} says that it is shard {told[0]} of {told[1]}, not {number} of {count}"
        elif _said(connection, ARCHIVE) != digest:
            yield f"{file} belongs to the archive with the digest {_said(connection, ARCHIVE)}, not {digest}"
        else:
            yield None


def _places(connections: Sequence[sqlite3.Connection]) -> Findings:
    query = """
        select articles.key, coalesce(earlier.key, articles.key)
        from articles left join articles as earlier on earlier.id = articles.duplicate_of order by articles.key
    """
    for number, connection in enumerate(connections, 1):
        for key, first in connection.execute(query):
            right = shard_of(first, len(connections))
            yield None if right == number else f"article {key} is in shard {number} and belongs to {right}"


def _said(connection: sqlite3.Connection, key: str) -> str | None:
    row = connection.execute("select value from build_info where key = ?", [key]).fetchone()
    return str(row[0]) if row else None
