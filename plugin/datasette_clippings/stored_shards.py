"""How the shards of an archive in several files say so; the build writes it, ``shards`` reads."""

from __future__ import annotations

ARCHIVE, SHARD, SHARDS = "archive", "shard", "shards"
"""Keys in ``build_info``: the digest of the whole archive, the same in all its shards; the shard's place, from 1 on;
and how many there are."""

MOST_SHARDS = 99
"""Of one archive: one Datasette asks them all for every page."""
