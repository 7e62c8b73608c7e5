"""What an archive knows about an article besides its text: versions, corrections, tags and notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .. import compat
from ..queries import rows_in_time

MOST_CORRECTIONS = 50  # of each article, and as many notes, that its page shows

_VERSIONS = """
select key, value from build_info where key in ('version', 'model', 'gazetteer') order by key
"""
_RULES = """
select id, version from rules where id in (select rule from removed_lines where article_id = :id) order by id
"""
_CORRECTIONS = """
select at, actor, kind, before, after from corrections where key = :key order by id desc limit :limit
"""
_TAGS = """
select tags.name, tags.description from article_tags join tags on tags.id = article_tags.tag_id
where article_tags.article_key = :key order by tags.name
"""
_NOTES = "select at, actor, body from notes where article_key = :key order by id desc limit :limit"


@dataclass(frozen=True)
class Version:
    """Something that the archive was made with, and which version of it."""

    name: str
    version: str


@dataclass(frozen=True)
class Correction:
    """What somebody changed by hand: what, from what, to what."""

    at: str
    actor: str
    kind: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Tag:
    """A tag, and what it is for."""

    name: str
    description: str | None


@dataclass(frozen=True)
class Note:
    """What somebody wrote about the article."""

    at: str
    actor: str
    body: str


@dataclass(frozen=True)
class Provenance:
    """Each part is empty where the reader may not see its table, or where there is nothing in it."""

    versions: list[Version]
    rules: list[Version]  # that removed lines
    corrections: list[Correction]
    tags: list[Tag]
    notes: list[Note]


async def provenance(
    datasette: Any, actor: dict[str, Any] | None, database: str, article_id: int, key: str
) -> Provenance:
    """The provenance of an article, as far as the actor may see it."""

    async def rows(sql: str, *tables: str, **params: Any) -> list[Any]:
        if not await compat.may_view(datasette, actor, database, *tables):
            return []
        return await rows_in_time(datasette.get_database(database), sql, **params) or []

    named = {"key": key, "limit": MOST_CORRECTIONS}
    return Provenance(
        versions=[Version(*row) for row in await rows(_VERSIONS, "build_info")],
        rules=[Version(row[0], str(row[1])) for row in await rows(_RULES, "removed_lines", "rules", id=article_id)],
        corrections=[Correction(*row) for row in await rows(_CORRECTIONS, "corrections", **named)],
        tags=[Tag(*row) for row in await rows(_TAGS, "tags", "article_tags", key=key)],
        notes=[Note(*row) for row in await rows(_NOTES, "notes", **named)],
    )
