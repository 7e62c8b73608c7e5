"""A tree as a query in FTS5's own language: all that is typed stands in it as quoted phrases, so that none can be
wrong."""

from __future__ import annotations

from .tree import And, Exact, Near, Node, Not, Or, Phrase

NOTHING = '""'
"""The FTS5 query that matches nothing."""


def expression(node: Node) -> str | None:
    """The query for exactly what a tree asks for; None where FTS5 can't tell: exact words, or only what is not."""
    if isinstance(node, Phrase):
        return _in_field(_quoted(node), node.field)
    if isinstance(node, Near):
        return _in_field(f"NEAR({' '.join(map(_quoted, node.phrases))}, {node.distance})", node.field)
    if isinstance(node, Or):
        parts = [expression(part) for part in node.parts]
        told = [part for part in parts if part is not None]
        return _joined(told, "OR") if len(told) == len(parts) else None
    if isinstance(node, And):
        wanted = [expression(part) for part in node.parts if not isinstance(part, Not)]
        away = [expression(part.part) for part in node.parts if isinstance(part, Not)]
        return (
            _without([part for part in wanted if part], [part for part in away if part])
            if (wanted and None not in wanted and None not in away)
            else None
        )
    return None


def widest(node: Node) -> str | None:
    """A query that matches what a tree asks for and, where FTS5 can't tell, more than that; None where it can't at all.

    It is for where nothing but FTS5 can be asked: Datasette's own table page.
    """
    if isinstance(node, Exact):
        return expression(Phrase(node.text, node.field))
    if isinstance(node, Or):
        parts = [widest(part) for part in node.parts]
        told = [part for part in parts if part is not None]
        return _joined(told, "OR") if len(told) == len(parts) else None
    if isinstance(node, And):
        wanted = [widest(part) for part in node.parts if not isinstance(part, Not)]
        away = [expression(part.part) for part in node.parts if isinstance(part, Not)]
        told = [part for part in wanted if part is not None]
        return _without(told, [part for part in away if part]) if told else None
    return expression(node)


def _quoted(phrase: Phrase) -> str:
    return f'"{phrase.text}"' + (" *" if phrase.prefix else "")


def _in_field(query: str, field: str | None) -> str:
    return f"{field} : {query}" if field else query


def _joined(parts: list[str], operator: str) -> str:
    if not parts:
        return NOTHING
    return parts[0] if len(parts) == 1 else f"({f' {operator} '.join(parts)})"


def _without(wanted: list[str], away: list[str]) -> str:
    told = _joined(wanted, "AND")
    return f"({told} NOT {_joined(away, 'OR')})" if away else told
