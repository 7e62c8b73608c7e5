"""What a request selects: the same arguments mean the same on Datasette's table page and on ours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from datasette.filters import Filters
from datasette.plugins import pm
from datasette.utils import await_me_maybe
from datasette.utils.asgi import BadRequest

from ..query import MOST_WORDS as MOST_WORDS
from ..results import Condition, Selection, Words
from ..results.selection import Part
from .filters import SEARCH_ARGUMENT as SEARCH_ARGUMENT
from .filters import ArticleFilters, parsed_search

MOST_FILTERS = 100
"""By columns and by conditions, in one request; what each costs grows with their number."""

# How Datasette asks the index for the words of its search box; raw FTS5 and other indexes it asks differently.
_SEARCH_CLAUSE = re.compile(
    r"(?:rowid|id) in \(select rowid from (articles_fts) where \1 match escape_fts\(:search\)\)"
)

# In SQL: text, names and comments, within which brackets mean nothing; and brackets.
_BRACKETS = re.compile(
    r"""'[^']*(?:'|\Z)|"[^"]*(?:"|\Z)|`[^`]*(?:`|\Z)|\[[^]]*(?:]|\Z)|--[^\n]*|/\*.*?(?:\*/|\Z)|[()]""", re.DOTALL
)


@dataclass(frozen=True)
class Applied:
    """A filter in an address, in words. No argument: somebody else's filter, which only they can take away."""

    words: str
    argument: str | None = None
    value: str | None = None


@dataclass(frozen=True)
class Selected:
    """What a request selects, and the filters that it consists of."""

    selection: Selection
    applied: tuple[Applied, ...]


async def selected_articles(datasette: Any, request: Any, database: str, *, blank_search: bool = True) -> Selected:
    """All the articles that a request for the table `articles`, or for a page with its arguments, selects.

    Built anew from the request: the query that Datasette hands to a facet is cut down, on all pages but
    the first, to what follows the page before. `blank_search`: an empty search box selects nothing, as on
    Datasette's page. Raises what Datasette's hooks for filters raise: Forbidden, BadRequest; and BadRequest for
    filters that Datasette stumbles over, such as a list that is no JSON, and for more of them than can be asked.
    """
    try:
        return await _selected(datasette, request, database, blank_search)
    except (ValueError, TypeError, LookupError, OverflowError) as error:
        raise BadRequest(f"Can't read a filter in this address, mend it or take it away: {error}") from error


async def _selected(datasette: Any, request: Any, database: str, blank_search: bool) -> Selected:
    clauses, params, applied = _column_filters(request)
    parts: list[Part] = []
    hooks = pm.hook.filters_from_request(request=request, table="articles", database=database, datasette=datasette)
    for hook in hooks:
        arguments = await await_me_maybe(hook)
        if isinstance(arguments, ArticleFilters):
            own = [each for each in arguments.filters if each.argument != SEARCH_ARGUMENT]  # which is read below
            parts += [each.part for each in own]
            applied += [Applied(each.words, each.argument, each.value) for each in own]
        elif arguments:
            params.update(arguments.params)
            for clause in arguments.where_clauses:
                if _SEARCH_CLAUSE.fullmatch(clause):
                    parts += _words(request, blank_search)
                else:
                    clauses.append(clause)
            applied += _applied(arguments, request)
    if clauses:  # one condition, since the parameters of all hooks are one, in Datasette's own query too
        parts.append(Condition(" and ".join(_bracketed(clause) for clause in clauses), params))
    return Selected(Selection(tuple(parts)), tuple(applied))


def _column_filters(request: Any) -> tuple[list[str], dict[str, Any], list[Applied]]:
    """The filters of Datasette's own by columns: `language=vi`, `published__isnull=1`."""
    pairs = sorted(
        (name, value)
        for name in request.args
        if not name.startswith("_") or "__" in name
        for value in request.args.getlist(name)
    )
    count = len(pairs) + sum(len(request.args.getlist(name)) for name in ("_where", "_through"))
    if count > MOST_FILTERS:
        raise BadRequest(f"At most {MOST_FILTERS} filters can be asked for at once, these are {count}")
    clauses, params = Filters(pairs).build_where_clauses("articles")
    described = [(pair, Filters([pair]).human_description_en()) for pair in pairs]
    return clauses, dict(params), [Applied(words.removeprefix("where "), *pair) for pair, words in described if words]


def _bracketed(clause: str) -> str:
    """A clause that no other can get into. Raises BadRequest for one that closes a bracket that it didn't open."""
    depth = 0
    for found in _BRACKETS.finditer(clause):
        depth += (found[0] == "(") - (found[0] == ")")
        if depth < 0:
            raise BadRequest(f"Invalid SQL: a bracket is closed that isn't open, in {clause[:60]}")
    return f"({clause}\n)"  # which may end in a comment


def _words(request: Any, blank_search: bool) -> list[Part]:
    typed = request.args[SEARCH_ARGUMENT]
    parsed_search(typed)
    return [Words(typed)] if typed.strip() or blank_search else []


def _applied(arguments: Any, request: Any) -> list[Applied]:
    """The filters of another hook: those of Datasette's own by the arguments that they come from."""
    context = arguments.extra_context
    if "extra_wheres_for_ui" in context:
        return [Applied(f"where {each['text']}", "_where", each["text"]) for each in context["extra_wheres_for_ui"]]
    if "supports_search" not in context:
        return [Applied(words) for words in arguments.human_descriptions]
    if not context["supports_search"]:
        return []
    return [_search(name, typed) for name, typed in searches(request).items() if typed.strip()]


def searches(request: Any) -> dict[str, str]:
    """What a request searches for, by argument: in the whole index, else in columns of it, as Datasette has it."""
    columns = [name for name in request.args if name.startswith(f"{SEARCH_ARGUMENT}_")]
    names = [SEARCH_ARGUMENT] if SEARCH_ARGUMENT in request.args else columns
    return {name: request.args[name] for name in names}


def _search(name: str, typed: str) -> Applied:
    column = name.removeprefix(SEARCH_ARGUMENT).removeprefix("_")
    return Applied(f"{column}: {typed}" if column else typed, name, typed)
