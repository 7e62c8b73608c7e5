"""A tree as it can be typed: what is written here is read as the same tree."""

from __future__ import annotations

import re

from ..folding import UNSPACED
from .tree import And, Exact, Near, Node, Not, Or, Phrase

_PLAIN = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_OPERATORS = ("AND", "OR", "NOT", "NEAR")
# What opens, and all that closes.
_QUOTES = (('"', '"'), ("“", "”"), ("«", "»"), ("„", "”“"), ("＂", "＂"), ("「", "」"), ("『", "』"))
_SPACE = re.compile(f"(?<={UNSPACED.pattern}) (?={UNSPACED.pattern})")


def written(node: Node) -> str:
    """What to type for a tree."""
    if isinstance(node, And):
        return " ".join(_bracketed(part) for part in node.parts)
    if isinstance(node, Or):
        return " OR ".join(_bracketed(part) for part in node.parts)
    if isinstance(node, Not):
        return f"-{_bracketed(node.part)}"
    field = f"{node.field}:" if node.field else ""
    if isinstance(node, Near):
        return f"{field}NEAR({' '.join(map(_phrase, node.phrases))}, {node.distance})"
    if isinstance(node, Exact):
        # marks of one kind may stand within those of another: those that it was typed in will do
        opened, closed = next(pair for pair in _QUOTES if not set(pair[1]) & set(node.written))
        return f"{field}={opened}{node.written}{closed[0]}"
    return field + _phrase(node)


def _bracketed(node: Node) -> str:
    return f"({written(node)})" if isinstance(node, (And, Or)) else written(node)


def _phrase(phrase: Phrase) -> str:
    text = _SPACE.sub("", phrase.text)
    is_plain = _PLAIN.fullmatch(text) and text not in _OPERATORS
    return (text if is_plain else f'"{text}"') + ("*" if phrase.prefix else "")
