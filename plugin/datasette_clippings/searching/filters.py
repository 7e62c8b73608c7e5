"""Our filters in an address: entities, dates and rules on the articles, `?_site=` on the removed lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from datasette.filters import FilterArguments
from datasette.utils.asgi import BadRequest

from .. import compat
from ..archive import is_archive
from ..links import RULE_ARGUMENT, SITE_ARGUMENT
from ..query import MOST_WORDS, Query, expression, leaves, parse
from ..results import Condition, Mentions, NotMentions, Words
from ..results.selection import Part
from ..results.words import words_clause
from .own_sql import sql_conditions
from .periods import period_conditions
from .tags import tag_conditions

SEARCH_ARGUMENT = "_search"
ENTITY_ARGUMENT = "_entity"
NOT_ENTITY_ARGUMENT = "_not_entity"
MOST_ENTITIES = 100  # in one request; SQLite's own limits lie not far above

# The tables that an entity filter draws from, besides the articles themselves.
TABLES = ("entities", "article_entities")

_MENTIONS_ENTITY = """id {negation} in (
  select article_id from article_entities
  where entity_id = (select id from entities where key = :{parameter})
)"""

_CLEANED_BY = "id in (select article_id from removed_lines where rule = :cleaned_by_rule)"

_FROM_SITE = "article_id in (select id from articles where site = :removed_from_site)"

_CHOSEN = "select key, name, type from entities where key in ({keys})"


@dataclass(frozen=True)
class ChosenEntity:
    """An entity that the articles are filtered by."""

    key: str
    name: str
    type: str


@dataclass(frozen=True)
class Filter:
    """One filter of ours: the argument and its value, what it selects, and that in words and in SQL."""

    argument: str
    value: str
    part: Part
    words: str
    condition: Condition

    @classmethod
    def of_condition(cls, argument: str, value: str, condition: Condition, words: str) -> Filter:
        return cls(argument, value, condition, words, condition)


class ArticleFilters(FilterArguments):
    """What Datasette filters the articles by, and what it stands for."""

    def __init__(self, filters: list[Filter]) -> None:
        super().__init__(
            [each.condition.sql for each in filters],
            {name: value for each in filters for name, value in each.condition.params.items()},
            [each.words for each in filters],
        )
        self.filters = filters


async def request_filters(datasette: Any, request: Any, database: str, table: str) -> FilterArguments | None:
    """What our arguments in a request filter a table by; None where there are none, or none for this table."""
    if table not in ("articles", "removed_lines") or not await is_archive(datasette, database):
        return None
    if table == "removed_lines":
        return await site_filter(datasette, request, database) if SITE_ARGUMENT in request.args else None
    filters = [
        *await entity_filters(datasette, request, database),
        *(Filter.of_condition(*found) for found in period_conditions(request)),
        *await rule_filters(datasette, request, database),
        *(Filter.of_condition(*found) for found in await sql_conditions(datasette, request, database)),
        *(Filter.of_condition(*found) for found in await tag_conditions(datasette, request, database)),
        *written_filters(request),
    ]
    return ArticleFilters(filters) if filters else None


def written_filters(request: Any) -> list[Filter]:
    """Of a search that FTS5 can't tell all of, such as words as they are written, the condition that does.

    It is for Datasette's own table page, whose search asks FTS5 alone and finds too much. Raises BadRequest where a
    search, also one in a column, has too many words.
    """
    if request.args.get("_searchmode") == "raw":
        return []
    for name in request.args:
        if name.startswith(f"{SEARCH_ARGUMENT}_"):
            parsed_search(request.args[name])
    typed = request.args.get(SEARCH_ARGUMENT) or ""
    tree = parsed_search(typed).tree
    if tree is None or expression(tree) is not None:
        return []
    return [Filter(SEARCH_ARGUMENT, typed, Words(typed), "as it is written", Condition(*words_clause(tree)))]


def parsed_search(typed: str) -> Query:
    """What was typed to search for. Raises BadRequest for more words than can be searched for at once."""
    query = parse(typed)
    count = len(set(leaves(query.tree))) if query.tree is not None else 0
    if query.is_too_long or count > MOST_WORDS:
        raise BadRequest(f"At most {MOST_WORDS} words can be searched for at once; take some of them away")
    return query


async def rule_filters(datasette: Any, request: Any, database: str) -> list[Filter]:
    """Articles from which a cleaning rule removed lines.

    Datasette's own `_through` does this too, but not beside a column's filter: their parameters share a name.
    Raises Forbidden where the actor may not see the removed lines.
    """
    if RULE_ARGUMENT not in request.args:
        return []
    await compat.ensure_view(datasette, request.actor, database, "removed_lines")
    rule = request.args[RULE_ARGUMENT]
    condition = Condition(_CLEANED_BY, {"cleaned_by_rule": rule})
    return [Filter.of_condition(RULE_ARGUMENT, rule, condition, f"cleaned by {_shortened(rule)}")]


async def site_filter(datasette: Any, request: Any, database: str) -> FilterArguments:
    """Lines removed from the articles of a site.

    Raises Forbidden where the actor may not see the articles.
    """
    await compat.ensure_view(datasette, request.actor, database, "articles")
    site = request.args[SITE_ARGUMENT]
    return FilterArguments([_FROM_SITE], {"removed_from_site": site}, [f"from {_shortened(site) or 'no site'}"])


def requested_keys(request: Any, argument: str = ENTITY_ARGUMENT) -> list[str]:
    """The keys of the entities that a request asks for, or asks away, each once."""
    return [key for key in dict.fromkeys(request.args.getlist(argument)) if key]


async def entity_filters(datasette: Any, request: Any, database: str) -> list[Filter]:
    """Articles that mention all the entities asked for, and none of those asked away.

    A key that nobody knows is mentioned nowhere. Raises Forbidden where the actor may not see the entities,
    BadRequest for more of them than can be asked.
    """
    asked = requested_keys(request), requested_keys(request, NOT_ENTITY_ARGUMENT)
    keys = [key for each in asked for key in each]
    if not keys:
        return []
    await compat.ensure_view(datasette, request.actor, database, *TABLES)
    if len(keys) > MOST_ENTITIES:
        raise BadRequest(f"At most {MOST_ENTITIES} entities can be asked for at once, these are {len(keys)}")
    names = {entity.key: entity.name for entity in await chosen_entities(datasette.get_database(database), keys)}
    return [
        _entity_filter(key, f"{argument[1:]}_{number}", names, negated)
        for negated, argument in enumerate((ENTITY_ARGUMENT, NOT_ENTITY_ARGUMENT))
        for number, key in enumerate(asked[negated])
    ]


def _entity_filter(key: str, parameter: str, names: dict[str, str], negated: int) -> Filter:
    argument = NOT_ENTITY_ARGUMENT if negated else ENTITY_ARGUMENT
    condition = Condition(
        _MENTIONS_ENTITY.format(negation="not" if negated else "", parameter=parameter), {parameter: key}
    )
    part = NotMentions(key) if negated else Mentions(key)
    return Filter(argument, key, part, entity_words(argument, key, names.get(key)), condition)


def entity_words(argument: str, key: str, name: str | None) -> str:
    """An entity filter in words; no name: nobody knows the key."""
    named = name or f"an unknown entity, {_shortened(key)}"
    return f"not mentioning {named}" if argument == NOT_ENTITY_ARGUMENT else f"mentioning {named}"


async def chosen_entities(db: Any, keys: list[str]) -> list[ChosenEntity]:
    """The entities with these keys; unknown keys are left out."""
    rows = await db.execute(_CHOSEN.format(keys=", ".join("?" * len(keys))), keys)
    return [ChosenEntity(row["key"], row["name"], row["type"]) for row in rows.rows]


def _shortened(key: str) -> str:
    return key if len(key) <= 60 else f"{key[:59]}…"
