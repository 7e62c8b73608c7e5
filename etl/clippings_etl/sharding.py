"""An archive in several files, its shards: what they are called, and which article is in which.

A shard is an archive like any other, with its own numbers of articles and entities. An article is in the shard that
its lasting key says, so that it stays there; one that is nearly the same as an earlier one is with that one.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from datasette_clippings.stored_shards import ARCHIVE, MOST_SHARDS, SHARD, SHARDS

from .archive import is_archive, open_archive
from .errors import DatabaseError

_PLACE = f"""
select (select value from build_info where key = '{SHARD}'), (select value from build_info where key = '{SHARDS}')
"""


@dataclass(frozen=True, slots=True)
class Shard:
    """One file of an archive."""

    database: Path
    number: int = 1
    count: int = 1
    """How many files the archive has."""

    @property
    def is_whole(self) -> bool:
        """Whether the archive is in this one file."""
        return self.count == 1

    def info(self, archive: str) -> dict[str, str]:
        """What ``build_info`` says of it."""
        return {} if self.is_whole else {ARCHIVE: archive, SHARD: str(self.number), SHARDS: str(self.count)}


def shards(database: Path, count: int) -> list[Shard]:
    """The files of an archive of this name; `clippings.db` in three is `clippings-1.db` to `clippings-3.db`."""
    if count == 1:
        return [Shard(database)]
    return [Shard(_path(database, number), number, count) for number in range(1, count + 1)]


def shard_of(key: str, count: int) -> int:
    """The number of the shard that an article is in, by its lasting key (hexadecimal, evenly spread)."""
    return int(key, 16) % count + 1


def found_shards(database: Path) -> list[Shard]:
    """The files that an archive of this name is in; none where there is none.

    Raises:
        DatabaseError: the files belong to archives of several numbers of shards.
    """
    if database.exists():
        return [Shard(database)]
    counts = {count: path for path, _, count in _named_like(database) if count}
    if len(counts) > 1:
        raise DatabaseError(
            f"{' and '.join(str(path) for _, path in sorted(counts.items()))} are shards of different archives",
            "Move away those that don't belong to the archive.",
        )
    return [shard for count in counts for shard in shards(database, count) if shard.database.exists()]


def wanted_shards(database: Path, count: int | None) -> list[Shard]:
    """The files that a build is to write.

    Args:
        count: how many; None: as many as there are, or one.

    Raises:
        DatabaseError: the archive is in another number of files, or one of the names is another archive's.
    """
    if count is not None and not 1 <= count <= MOST_SHARDS:
        raise DatabaseError(f"An archive can't be in {count} files", f"Give from 1 to {MOST_SHARDS} of them.")
    present = found_shards(database)
    if count is not None and present and present[0].count != count:
        files = "one file" if present[0].is_whole else f"{present[0].count} files"
        old = present[0].database if present[0].is_whole else f"{present[0].database} to {present[0].count}"
        raise DatabaseError(
            f"{database} is an archive in {files}, and can't become one in {count}",
            f"Name another with --output; or move {old} away, whose article numbers, tags and notes are lost then, "
            "while lasting links stay.",
        )
    wanted = shards(database, count or (present[0].count if present else 1))
    for path, number, found in _named_like(database):
        if len(wanted) > 1 and number <= len(wanted) and found != len(wanted):
            raise DatabaseError(
                f"{path} is another archive, in the place of a shard of {database}",
                "Move it away, or name another archive with --output.",
            )
    return wanted


def siblings(database: Path) -> list[Shard]:
    """The files of the archive that a file is in, or that has this name; as far as they are there.

    Raises:
        DatabaseError: there is no such archive.
    """
    if not database.exists():
        return found_shards(database) or [Shard(database)]
    place = re.fullmatch(r"(.+)-(\d{1,9})", database.stem, re.ASCII)
    count = _count(database, int(place[2])) if place and is_archive(database) else None
    if place is None or count is None:
        return [Shard(database)]
    name = database.with_name(place[1] + database.suffix)
    return [shard for shard in shards(name, count) if _count(shard.database, shard.number) == count]


def _named_like(database: Path) -> Iterator[tuple[Path, int, int | None]]:
    """The archives that are called as a shard would be, with the number in the name, and the number of shards where
    it is one."""
    pattern = re.compile(re.escape(database.stem) + r"-([1-9]\d{0,8})" + re.escape(database.suffix), re.ASCII)
    for path in sorted(database.absolute().parent.glob("*")):
        found = pattern.fullmatch(path.name)
        if found and is_archive(path):
            yield database.with_name(path.name), int(found[1]), _count(path, int(found[1]))


def _count(path: Path, number: int) -> int | None:
    """Of how many shards a file says that it is the one with this number; None where it says nothing like that."""
    if not path.exists():
        return None
    with closing(open_archive(path, outdated=True)) as connection:
        try:
            shard, count = connection.execute(_PLACE).fetchone()
        except sqlite3.OperationalError:  # an older version's
            return None
    return int(count) if shard == str(number) else None


def _path(database: Path, number: int) -> Path:
    return database.with_name(f"{database.stem}-{number}{database.suffix}")
