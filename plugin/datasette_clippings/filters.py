"""Our filters in an address: `?_entity=` and `?_rule=` on the articles, `?_site=` on the removed lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from datasette.filters import FilterArguments, Filters
from datasette.plugins import pm
from datasette.utils import await_me_maybe
from datasette.utils.asgi import BadRequest

from . import compat
from .archive import is_archive
from .counts import Matching
from .links import RULE_ARGUMENT, SITE_ARGUMENT

ARGUMENT = "_entity"
MOST_ENTITIES = 100  # in one request; SQLite's own limits lie not far above

# The tables that an entity filter draws from, besides the articles themselves.
TABLES = ("entities", "article_entities")

_MENTIONS_ENTITY = """id in (
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


async def request_filters(datasette: Any, request: Any, database: str, table: str) -> FilterArguments | None:
    """What our arguments in a request filter a table by; None where there are none, or none for this table."""
    if table not in ("articles", "removed_lines") or not await is_archive(datasette, database):
        return None
    if table == "removed_lines":
        return await site_filter(datasette, request, database) if SITE_ARGUMENT in request.args else None
    found = []
    if ARGUMENT in request.args:
        found.append(await entity_filter(datasette, request, database))
    if RULE_ARGUMENT in request.args:
        found.append(await rule_filter(datasette, request, database))
    return _together([arguments for arguments in found if arguments])


def _together(filters: list[FilterArguments]) -> FilterArguments | None:
    """All of these filters as one: whoever builds a page's query gives one answer for a plugin."""
    if not filters:
        return None
    return FilterArguments(
        [clause for each in filters for clause in each.where_clauses],
        {name: value for each in filters for name, value in each.params.items()},
        [words for each in filters for words in each.human_descriptions],
    )


async def rule_filter(datasette: Any, request: Any, database: str) -> FilterArguments:
    """Articles from which a cleaning rule removed lines.

    Datasette's own `_through` does this too, but not beside a column's filter: their parameters share a name.
    Raises Forbidden where the actor may not see the removed lines.
    """
    await compat.ensure_view(datasette, request.actor, database, "removed_lines")
    rule = request.args[RULE_ARGUMENT]
    return FilterArguments([_CLEANED_BY], {"cleaned_by_rule": rule}, [f"cleaned by {_shortened(rule)}"])


async def site_filter(datasette: Any, request: Any, database: str) -> FilterArguments:
    """Lines removed from the articles of a site.

    Raises Forbidden where the actor may not see the articles.
    """
    await compat.ensure_view(datasette, request.actor, database, "articles")
    site = request.args[SITE_ARGUMENT]
    return FilterArguments([_FROM_SITE], {"removed_from_site": site}, [f"from {_shortened(site) or 'no site'}"])


def requested_keys(request: Any) -> list[str]:
    """The keys of the entities that a request filters by, each once."""
    return [key for key in dict.fromkeys(request.args.getlist(ARGUMENT)) if key]


async def entity_filter(datasette: Any, request: Any, database: str) -> FilterArguments | None:
    """Articles that mention all the requested entities; a key that nobody knows is mentioned nowhere.

    Raises Forbidden where the actor may not see the entities, BadRequest for more of them than can be asked.
    """
    keys = requested_keys(request)
    if not keys:
        return None
    await compat.ensure_view(datasette, request.actor, database, *TABLES)
    if len(keys) > MOST_ENTITIES:
        raise BadRequest(f"At most {MOST_ENTITIES} entities can be asked for at once, these are {len(keys)}")
    names = {entity.key: entity.name for entity in await chosen_entities(datasette.get_database(database), keys)}
    parameters = {f"entity_{number}": key for number, key in enumerate(keys)}
    return FilterArguments(
        [_MENTIONS_ENTITY.format(parameter=parameter) for parameter in parameters],
        parameters,
        [f"mentioning {names.get(key, f'an unknown entity, {_shortened(key)}')}" for key in keys],
    )


async def chosen_entities(db: Any, keys: list[str]) -> list[ChosenEntity]:
    """The entities with these keys; unknown keys are left out."""
    rows = await db.execute(_CHOSEN.format(keys=", ".join("?" * len(keys))), keys)
    return [ChosenEntity(row["key"], row["name"], row["type"]) for row in rows.rows]


async def matching_articles(datasette: Any, request: Any, database: str, table: str) -> Matching:
    """All the articles that a table page's request matches, of which the page shows a part.

    Built anew from the request: the query that Datasette hands to a facet is cut down, on all pages but
    the first, to what follows the page before.
    """
    pairs = [
        (name, value)
        for name in request.args
        if not name.startswith("_") or "__" in name
        for value in request.args.getlist(name)
    ]
    clauses, params = Filters(sorted(pairs)).build_where_clauses(table)
    hooks = pm.hook.filters_from_request(request=request, table=table, database=database, datasette=datasette)
    for hook in hooks:
        arguments = await await_me_maybe(hook)
        if arguments:
            clauses.extend(arguments.where_clauses)
            params.update(arguments.params)
    sql = "select id from articles" + (f" where {' and '.join(clauses)}" if clauses else "")
    return Matching(sql, dict(params))


def _shortened(key: str) -> str:
    return key if len(key) <= 60 else f"{key[:59]}…"
