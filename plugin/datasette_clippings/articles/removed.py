"""What cleaning took out of an article, as far as the reader may see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .. import compat
from .original import OriginalSpan
from .text import RemovedLine

MOST_REMOVED = 2_000
"""What one page holds at the most."""

_REMOVED = """
select start, end, position, text, rule, reason from removed_lines
where article_id = :id order by start, id limit :limit
"""

_RULES = "select id, description from rules where id in (select rule from removed_lines where article_id = :id)"

_SHARE = """
select own.removed_share, sites.median_share, sites.articles
from article_cleaning as own join cleaning_by_site as sites on sites.site = own.site where own.article_id = :id
"""


@dataclass(frozen=True)
class Removed:
    """The removed lines in the original's order; is_cut: there are more than a page holds."""

    spans: tuple[OriginalSpan, ...] = ()
    is_cut: bool = False

    @property
    def lines(self) -> list[RemovedLine]:
        return [span.line for span in self.spans]


@dataclass(frozen=True)
class RemovedShare:
    """How much of an article was removed, and of its site's articles in the median; shares of the characters."""

    share: float
    median: float
    site_articles: int


async def removed_lines(datasette: Any, actor: dict[str, Any] | None, database: str, article_id: int) -> Removed:
    """The lines removed from an article; none where the actor may not see them."""
    if not await compat.may_view(datasette, actor, database, "removed_lines"):
        return Removed()
    db = datasette.get_database(database)
    descriptions: dict[str, str] = {}
    if await compat.may_view(datasette, actor, database, "rules"):
        descriptions = {row["id"]: row["description"] for row in (await db.execute(_RULES, {"id": article_id})).rows}
    rows = (await db.execute(_REMOVED, {"id": article_id, "limit": MOST_REMOVED})).rows
    spans = (
        OriginalSpan(
            row["start"],
            row["end"],
            RemovedLine(row["position"], row["text"], row["rule"], descriptions.get(row["rule"]), row["reason"]),
        )
        for row in rows
    )
    return Removed(tuple(spans), len(rows) == MOST_REMOVED)


async def removed_share(datasette: Any, database: str, article_id: int) -> RemovedShare | None:
    """The share removed, for a reader who may view the page of cleaning quality."""
    row = (await datasette.get_database(database).execute(_SHARE, {"id": article_id})).first()
    return RemovedShare(row["removed_share"], row["median_share"], row["articles"]) if row else None
