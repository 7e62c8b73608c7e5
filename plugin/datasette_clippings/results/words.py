"""The articles that a tree of words matches: as a where clause, and as a bitmap."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any

from ..query import NOTHING, And, Exact, Node, Not, Or, Phrase, expression
from ..query.exact import holds

if TYPE_CHECKING:
    from pyroaring import BitMap

_FOUND = "id in (select rowid from articles_fts where articles_fts match :{parameter})"
_WRITTEN = "clippings_holds(:{parameter}, {fields})"
_FULFILLING = "select group_concat(id) from articles where id in (select value from json_each(:ids)) and "


def add_functions(connection: sqlite3.Connection) -> None:
    """What SQL needs to tell words as they are written: `clippings_holds(written, text, …)`."""
    connection.create_function("clippings_holds", -1, holds, deterministic=True)


def words_clause(node: Node) -> tuple[str, dict[str, Any]]:
    """A where clause on `articles`, whose parameters begin with `clippings_word`.

    It may need what ``add_functions`` adds to a connection.
    """
    params: dict[str, Any] = {}

    def bound(value: str) -> str:
        name = f"clippings_word_{len(params)}"
        params[name] = value
        return name

    def clause(part: Node) -> str:
        query = expression(part)
        if query is not None:
            return _FOUND.format(parameter=bound(query))
        if isinstance(part, Not):
            return f"not {clause(part.part)}"
        if isinstance(part, Exact):
            return f"({clause(Phrase(part.text, part.field))} and {_written(part, bound(part.written))})"
        assert isinstance(part, (And, Or))
        told, others = _told(part)
        clauses = [*([clause(told)] if told else []), *map(clause, others)]
        return f"({(' and ' if isinstance(part, And) else ' or ').join(clauses)})"

    return clause(node), params


def match(
    connection: sqlite3.Connection,
    node: Node,
    *,
    found: Callable[[str], BitMap],
    stored: Callable[[str], BitMap | None],
    all_articles: Callable[[], BitMap],
) -> BitMap:
    """The articles that match.

    Args:
        found: those that match an FTS5 query.
        stored: those that have a word, where that is known beforehand.
        all_articles: every one there is.
    """

    known_sets: dict[str, BitMap | None] = {}

    def known(part: Node) -> BitMap | None:
        if not isinstance(part, Phrase) or part.field or part.prefix:
            return None
        if part.text not in known_sets:
            known_sets[part.text] = stored(part.text)
        return known_sets[part.text]

    def matching(part: Node, among: BitMap | None = None) -> BitMap:
        """`among`: no others are wanted, but may be given."""
        if isinstance(part, And):
            return all_matching(part)
        if isinstance(part, Or):
            sets = [each for each in map(known, part.parts) if each is not None]
            told, others = _told(Or(tuple(each for each in part.parts if known(each) is None)))
            if told or not part.parts:
                sets.append(found(expression(told or part) or NOTHING))
            return reduce(or_, [*sets, *(matching(each, among) for each in others)])
        if isinstance(part, Not):
            return all_articles() - matching(part.part, among)
        if isinstance(part, Exact):
            candidates = matching(Phrase(part.text, part.field))
            return as_written(connection, part, candidates if among is None else candidates & among)
        articles = known(part)
        return found(expression(part) or NOTHING) if articles is None else articles

    def all_matching(part: And) -> BitMap:
        sets = [each for each in map(known, part.parts) if each is not None]
        told, others = _told(And(tuple(each for each in part.parts if known(each) is None)))
        if told:
            sets.append(found(expression(told) or NOTHING))
        articles = reduce(and_, sets) if sets else None
        # exact words last, when the fewest articles are left to be read
        for each in sorted(others, key=lambda each: isinstance(each, Exact)):
            those = matching(each, articles)
            articles = those if articles is None else articles & those
        return all_articles() if articles is None else articles

    return matching(node)


def as_written(connection: sqlite3.Connection, exact: Exact, candidates: BitMap) -> BitMap:
    """Those of the articles that have words as they were written: their texts are read."""
    from .index import bitmap, joined

    add_functions(connection)
    sql = _FULFILLING + _written(exact, "written")
    ids = json.dumps(list(candidates))
    (text,) = connection.execute(sql, {"ids": ids, "written": exact.written}).fetchone()
    numbers = joined(text)
    numbers.sort()
    return bitmap(numbers)


def _written(exact: Exact, parameter: str) -> str:
    return _WRITTEN.format(parameter=parameter, fields=exact.field or "title, text")


def _told(node: And | Or) -> tuple[Node | None, list[Node]]:
    """What FTS5 can tell of the parts in one query, and the other parts."""
    told = [part for part in node.parts if expression(part) is not None]
    others = [part for part in node.parts if expression(part) is None]
    if isinstance(node, And) and told:
        away = [part for part in others if isinstance(part, Not) and expression(part.part) is not None]
        told, others = [*told, *away], [part for part in others if part not in away]
    if len(told) > 1:
        return (And if isinstance(node, And) else Or)(tuple(told)), others
    return (told[0] if told else None), others
