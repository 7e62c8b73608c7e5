"""The language of searches: from what was typed to a tree, from a tree to FTS5 and to what articles have to hold."""

from __future__ import annotations

from .fts5 import NOTHING, expression, widest
from .lexer import QUOTATION_MARKS, unquoted
from .parser import MOST_WORDS, Query, parse
from .tree import FIELDS, And, Exact, Leaf, Near, Node, Not, Or, Phrase, leaves, ranking
from .writing import written

__all__ = [
    "FIELDS",
    "MOST_WORDS",
    "NOTHING",
    "QUOTATION_MARKS",
    "And",
    "Exact",
    "Leaf",
    "Near",
    "Node",
    "Not",
    "Or",
    "Phrase",
    "Query",
    "expression",
    "leaves",
    "parse",
    "ranking",
    "unquoted",
    "widest",
    "written",
]
