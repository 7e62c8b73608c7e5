"""An entity's names: by language with where each comes from, and the words that articles use."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from .. import compat
from ..languages import Language, Languages
from ..queries import rows_in_time

MOST_FORMS = 12
_MOST_ARTICLES = 100_000  # in which the forms are counted; reading more mentions takes too long

_NAMES = """
select language, name, source from entity_names where entity_id = :id order by language, name, source
"""

_FORMS = """
select names.name as words, count(*) as mentions
from article_entities as pairs
cross join stored_mentions as stored on stored.article_id = pairs.article_id and stored.entity_id = pairs.entity_id
join stored_names as names on names.entity_id = stored.entity_id and names.number = stored.name
where pairs.entity_id = :id
group by 1 order by 2 desc, 1 limit :limit
"""


@dataclass(frozen=True)
class EntityName:
    """A name, and where it comes from."""

    name: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class LanguageNames:
    """The names of an entity in one language; None for names that belong to no one language."""

    language: Language | None
    names: tuple[EntityName, ...]


@dataclass(frozen=True)
class Form:
    """Words by which articles mention an entity, and how many of its mentions are these words."""

    words: str
    mentions: int


async def entity_names(
    datasette: Any, actor: dict[str, Any] | None, database: str, entity_id: int, languages: Languages
) -> tuple[list[LanguageNames], list[LanguageNames]]:
    """The names by language: those of the archive's languages, and the others; none where they may not be viewed."""
    if not await compat.may_view(datasette, actor, database, "entity_names"):
        return [], []
    rows = (await datasette.get_database(database).execute(_NAMES, {"id": entity_id})).rows
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        found[row["language"]][row["name"]].append(row["source"])
    known: list[LanguageNames] = []
    others: list[LanguageNames] = []
    for code, names in found.items():
        language = None if code == "und" else languages.get(code)
        group = LanguageNames(language, tuple(EntityName(name, tuple(sources)) for name, sources in names.items()))
        (known if language is None or code in languages.by_code else others).append(group)
    known.sort(key=lambda group: (group.language is None, group.language.name if group.language else ""))
    return known, others


async def forms(
    datasette: Any, actor: dict[str, Any] | None, database: str, entity_id: int, articles: int
) -> list[Form] | None:
    """The words by which so many articles mention it most, the most frequent first.

    None where they may not be viewed, or take too long to be counted.
    """
    if articles > _MOST_ARTICLES or not await compat.may_view(
        datasette, actor, database, "article_entities", "entity_names", "mentions"
    ):
        return None
    rows = await rows_in_time(datasette.get_database(database), _FORMS, id=entity_id, limit=MOST_FORMS)
    return rows and [Form(row["words"], row["mentions"]) for row in rows]
