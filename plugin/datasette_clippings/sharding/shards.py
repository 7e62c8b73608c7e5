"""Archives in several files: which of the databases that are served make up one archive.

A shard is an archive like any other; its ``build_info`` says which whole it belongs to, by the fingerprint of all the
whole's content, so that shards of different builds are never added up.
"""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from .. import compat
from ..archive import file_state, is_archive
from ..stored_shards import ARCHIVE, MOST_SHARDS, SHARD, SHARDS

_PLACE = f"""
select (select value from build_info where key = '{ARCHIVE}'),
  (select cast(value as integer) from build_info where key = '{SHARD}'),
  (select cast(value as integer) from build_info where key = '{SHARDS}')
"""


@dataclass(frozen=True)
class Place:
    """What a database says of the whole that it is a part of."""

    archive: str
    shard: int
    shards: int


@dataclass(frozen=True)
class Shards:
    """The databases that make up an archive, for one reader: those that are served and that they may view."""

    databases: tuple[str, ...]
    """In the order of their numbers."""
    numbers: tuple[int, ...]
    """Of these databases, from 1 on."""
    count: int
    """With those that are missing; 1 for an archive in one file."""

    @property
    def missing(self) -> tuple[int, ...]:
        """The numbers of those that aren't served, or that the reader may not view: no one is told which."""
        return tuple(number for number in range(1, self.count + 1) if number not in self.numbers)


# As in `archive`: each answer with the state of the file that it was read from.
_places: WeakKeyDictionary[Any, tuple[tuple[int, ...], Place | None]] = WeakKeyDictionary()


async def shards_of(datasette: Any, actor: dict[str, Any] | None, database: str, *tables: str) -> Shards:
    """The archive that a database belongs to, for a reader who may view these tables in it.

    Where two databases say that they are the same shard, the one asked for counts, else the first by name.
    """
    own = await _place(datasette, database)
    if own is None:
        return Shards((database,), (1,), 1)
    found = {own.shard: database}
    for name in sorted(datasette.databases):
        place = await _place(datasette, name) if name != database else None
        if place is None or place.shard in found or (place.archive, place.shards) != (own.archive, own.shards):
            continue
        if await compat.may_view(datasette, actor, name, *tables):
            found[place.shard] = name
    numbers = tuple(sorted(found))
    return Shards(tuple(found[number] for number in numbers), numbers, own.shards)


async def stand_in(datasette: Any, actor: dict[str, Any] | None, database: str, *tables: str) -> str | None:
    """The database itself; where it isn't served, a shard of it, or the archive that it was a shard of, of which the
    actor may view these tables.

    So lasting links outlive a change of the number of shards. None where nothing of it is served, or only what the
    actor may not view: nobody is told its name.
    """
    if database in datasette.databases:
        return database
    whole = re.fullmatch(r"(.+)-\d{1,9}", database, re.ASCII)
    for archive in (database, *(whole.groups() if whole else ())):
        shard = re.compile(re.escape(archive) + r"-\d{1,9}", re.ASCII)
        for name in sorted(datasette.databases):
            is_part = name == archive or (shard.fullmatch(name) and await _place(datasette, name))
            if is_part and await compat.may_view(datasette, actor, name, *tables):
                return str(name)
    return None


async def _place(datasette: Any, database: str) -> Place | None:
    """What a database says of its whole; None where it is no archive, or one in one file."""
    if not await is_archive(datasette, database):
        return None
    db = datasette.databases[database]
    state = file_state(db.path)
    known = _places.get(db)
    if state and known and known[0] == state:
        return known[1]
    try:
        row = (await db.execute(_PLACE, log_sql_errors=False)).first()
    except sqlite3.Error:  # made by an older version, or by hand
        return None
    archive, shard, shards = tuple(row)
    told = archive and shards and 0 < (shard or 0) <= shards <= MOST_SHARDS  # by the build, which writes no more
    place = Place(archive, shard, shards) if told else None
    if state:
        _places[db] = (state, place)
    return place
