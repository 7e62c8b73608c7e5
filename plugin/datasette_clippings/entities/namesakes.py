"""Entities that an entity may be taken for: of the same name, of the same last name, or meant by the same words."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .. import compat
from ..entity_types import TYPE_HEADINGS
from ..facets.counts import Matching, ask
from ..folding import UNSPACED, fold_name
from ..links import Links
from ..results import Mentions, Selection, find
from ..translations import N_

MOST_NAMESAKES = 8
_MOST_FOUND = 5_000  # rows among which they are looked for
_COMPANY = 3  # entities that tell one from another
_SHORTEST_WORD = 3
_LONGEST_NAME = 200  # characters; SQLite takes no pattern of any length, and a longer name is no name

_MARKED = ("aeiouydclnrstzg", "aeiouyd", "")
"""Letters that bear diacritics, the first of them in which enough others are left."""
_FEWEST_LETTERS = 3
_GLOB = re.compile(r"[*?\[]")

SAME_NAME, SAME_LAST, UNDECIDED = N_("same name"), N_("same last name"), N_("meant by the same words")

# One walk through the names, with patterns that cost little; what they find too much is told apart by folding.
_NAMED = """
select id, key, name, type, country, article_count from entities
where id != :id and (
  name like :whole escape '!' or name like :word escape '!' or name like :last escape '!' or key glob :key
)
order by article_count desc, key limit :limit
"""
_CANDIDATES = """
select entities.id, entities.key, entities.name, entities.type, entities.country, entities.article_count,
  count(*) as mentions
from mention_candidates as own
join mention_candidates as other on other.article_id = own.article_id and other.field = own.field
  and other.start = own.start and other.key != own.key
join entities on entities.key = other.key
where own.key = :key
group by entities.id order by mentions desc, entities.key limit :limit
"""


@dataclass(frozen=True)
class Namesake:
    """Another entity that this one may be taken for, and what tells them apart."""

    key: str
    name: str
    type: str
    country: str | None
    url: str
    reason: str
    mentions: int | None
    """Mentions that may mean either, where that is the reason."""
    article_count: int | None
    company: tuple[str, ...]
    """The names of those that it is mentioned with most."""


@dataclass(frozen=True)
class _Own:
    id: int
    key: str
    name: str
    type: str


async def namesakes(datasette: Any, actor: dict[str, Any] | None, database: str, entity: Any) -> list[Namesake] | None:
    """The entities that one (a row of `entities`) may be taken for, those of the same name first.

    None where looking for them takes too long.
    """
    own = _Own(entity["id"], entity["key"], entity["name"], entity["type"])
    sees_candidates = await compat.may_view(datasette, actor, database, "mention_candidates")
    sees_articles = await compat.may_view(datasette, actor, database, "article_entities")
    links = Links(datasette.urls, database)

    def question(matching: Matching) -> list[Namesake]:
        connection = matching.connection
        rows = list(_alike(connection, own))
        if sees_candidates:
            rows = _with_candidates(rows, _dicts(connection, _CANDIDATES, {"key": own.key, "limit": MOST_NAMESAKES}))
        found = []
        for reason, row in rows[:MOST_NAMESAKES]:
            names = _company(matching, row["key"]) if sees_articles else ()
            found.append(
                Namesake(
                    row["key"],
                    row["name"],
                    row["type"],
                    row["country"],
                    links.urls.row(database, "entities", row["id"]),
                    reason,
                    row.get("mentions"),
                    row["article_count"] if sees_articles else None,
                    names,
                )
            )
        return found

    limit = datasette.setting("facet_time_limit_ms")
    return await ask(datasette.get_database(database), Selection(), limit, question)


def _alike(connection: sqlite3.Connection, own: _Own) -> Iterator[tuple[str, dict[str, Any]]]:
    """Those of the same name, then those of the same last name, each by the number of articles."""
    if max(len(own.name), len(own.key)) > _LONGEST_NAME:
        return
    folded, last = fold_name(own.name), fold_name(_last_word(own))
    slug = own.key.rpartition("-")[2] if own.type == "person" and last else ""
    slug = slug if len(slug) >= _SHORTEST_WORD else ""
    patterns = {
        "whole": _pattern(own.name),
        "word": _pattern(_last_word(own)),
        "last": f"% {_pattern(_last_word(own))}" if last else "",
        "key": "person:*-" + _GLOB.sub(r"[\g<0>]", slug) if slug else "",
    }
    rows = [
        (fold_name(row["name"]), row)
        for row in _dicts(connection, _NAMED, {**patterns, "id": own.id, "limit": _MOST_FOUND})
    ]
    for name, row in rows:
        if name == folded:
            yield SAME_NAME, row
    for name, row in rows:
        is_person = row["type"] == "person" and last and name.split()[-1:] == [last]
        if name != folded and (is_person or (last and name == last) or _has_slug(row["key"], slug)):
            yield SAME_LAST, row


def _has_slug(key: str, slug: str) -> bool:
    return bool(slug) and key.startswith("person:") and key.endswith(f"-{slug}")


def _last_word(own: _Own) -> str:
    """A person's last name, or the one word that a name consists of; nothing in scripts without spaces."""
    words = own.name.split()
    if UNSPACED.search(own.name) or not words or (len(words) > 1 and own.type != "person"):
        return ""
    return words[-1] if len(fold_name(words[-1])) >= _SHORTEST_WORD else ""


def _with_candidates(
    rows: list[tuple[str, dict[str, Any]]], candidates: list[dict[str, Any]]
) -> list[tuple[str, dict[str, Any]]]:
    """Those that undecided mentions may mean come first, since they are mixed up already."""
    keys = {row["key"] for row in candidates}
    return [(UNDECIDED, row) for row in candidates] + [each for each in rows if each[1]["key"] not in keys]


def _company(matching: Matching, key: str) -> tuple[str, ...]:
    results = find(matching.connection, Selection((Mentions(key),)), deadline=matching.results.deadline)
    listed = results.entities(tuple(TYPE_HEADINGS), _COMPANY + 1)
    counts = [each for entities in listed.values() for each in entities if each.key != key]
    counts.sort(key=lambda each: (-each.articles, each.key))
    return tuple(each.name for each in counts[:_COMPANY])


def _pattern(name: str) -> str:
    """What SQLite's LIKE finds names by that fold as this one does: any letter where one may have a diacritic.

    As long as enough is left to tell names apart by.
    """
    letters = [_plain(letter) for letter in name]
    for marked in _MARKED:
        pattern = "".join("_" if letter in marked else letter for letter in letters)
        if sum(letter.isalnum() for letter in pattern) >= _FEWEST_LETTERS:
            break
    return re.sub("[%!]", r"!\g<0>", pattern)


def _plain(letter: str) -> str:
    """A Latin letter without its diacritic; any other as it is; for what LIKE takes for any letter, just that."""
    folded = fold_name(letter)
    return folded if len(folded) == 1 and folded.isascii() and folded.isalpha() else letter


def _dicts(connection: sqlite3.Connection, sql: str, values: dict[str, Any]) -> list[dict[str, Any]]:
    cursor = connection.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
