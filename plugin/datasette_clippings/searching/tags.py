"""Tags that people put on articles: a filter by them, and how many of the articles found carry each."""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import Any

from datasette.utils.asgi import BadRequest

from .. import compat
from ..results import Condition, Results, ValueCount

TAG_ARGUMENT = "_tag"
"""Filters the articles by a tag; repeated, by several, all of which they carry."""

TABLES = ("tags", "article_tags")
"""What both draw from."""

MOST_TAGS = 100
"""In one request; and in the list of tags."""

_TAGGED = """key in (
  select article_key from article_tags where tag_id = (select id from tags where name = :{parameter})
)"""

_CARRIED = """
select tags.name, articles.id
from article_tags join tags on tags.id = article_tags.tag_id join articles on articles.key = article_tags.article_key
"""


async def tag_conditions(datasette: Any, request: Any, database: str) -> list[tuple[str, str, Condition, str]]:
    """What a request asks of tags: argument, value, condition, and that in words.

    Raises Forbidden where the actor may not see the tags, BadRequest for more of them than can be asked.
    """
    tags = [tag for tag in dict.fromkeys(request.args.getlist(TAG_ARGUMENT)) if tag]
    if not tags:
        return []
    await compat.ensure_view(datasette, request.actor, database, *TABLES)
    if len(tags) > MOST_TAGS:
        raise BadRequest(f"At most {MOST_TAGS} tags can be asked for at once, these are {len(tags)}")
    return [
        (TAG_ARGUMENT, tag, Condition(_TAGGED.format(parameter=f"tag_{number}"), {f"tag_{number}": tag}), _words(tag))
        for number, tag in enumerate(tags)
    ]


def tag_counts(connection: sqlite3.Connection, results: Results) -> list[ValueCount]:
    """The matching articles by tag, the most frequent first, then by name."""
    pairs = [tuple(row) for row in connection.execute(_CARRIED).fetchall()]
    matching = results.among([article for _, article in pairs])
    counts = Counter(tag for tag, article in pairs if article in matching)
    return [ValueCount(*each) for each in sorted(counts.items(), key=lambda each: (-each[1], each[0]))]


def _words(tag: str) -> str:
    return f"tagged {tag if len(tag) <= 60 else tag[:59] + '…'}"
