"""What a search asks for, as a tree: words and phrases, and how they belong together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

FIELDS = ("title", "text")
"""What a search can be narrowed to."""


@dataclass(frozen=True)
class Phrase:
    """Words one behind the other in one field; `prefix`: the last may go on."""

    text: str
    """Folded, without quotation marks; it holds one word at least."""
    field: str | None = None
    prefix: bool = False


@dataclass(frozen=True)
class Near:
    """Phrases, two or more, in one field in any order, with no more than so many words between the outer ones."""

    phrases: tuple[Phrase, ...]
    distance: int
    field: str | None = None


@dataclass(frozen=True)
class Exact:
    """Words as they were written: case, diacritics and signs."""

    written: str
    text: str
    """The same folded, as the index has it."""
    field: str | None = None


@dataclass(frozen=True)
class And:
    """All of the parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Or:
    """One of the parts at least; nothing where there are none."""

    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Not:
    """Everything but the part."""

    part: Node


Leaf = Phrase | Near | Exact
Node = Leaf | And | Or | Not


def leaves(node: Node, *, wanted: bool = True) -> Iterator[tuple[Leaf, bool]]:
    """The words and phrases of a tree in their order, and whether each is asked for, not asked away."""
    if isinstance(node, Not):
        yield from leaves(node.part, wanted=not wanted)
    elif isinstance(node, (And, Or)):
        for part in node.parts:
            yield from leaves(part, wanted=wanted)
    else:
        yield node, wanted


def ranking(node: Node) -> tuple[Phrase, ...]:
    """The phrases that an article's rank comes from, each once: those asked for, whichever of them it has."""
    phrases: dict[Phrase, None] = {}
    for leaf, wanted in leaves(node):
        if not wanted:
            continue
        if isinstance(leaf, Near):
            phrases.update((Phrase(each.text, leaf.field, each.prefix), None) for each in leaf.phrases)
        elif isinstance(leaf, Exact):
            phrases[Phrase(leaf.text, leaf.field)] = None
        else:
            phrases[leaf] = None
    return tuple(phrases)


def has_phrase(node: Node) -> bool:
    """Whether each article that a tree matches has one of the phrases that rank it."""
    if isinstance(node, Not):
        return False
    if isinstance(node, And):
        return any(has_phrase(part) for part in node.parts)
    return all(has_phrase(part) for part in node.parts) if isinstance(node, Or) else True


def all_of(parts: Iterator[Node | None] | list[Node | None]) -> Node | None:
    """The parts joined by AND, each once; None where none of them says anything."""
    told = _told(parts, And)
    return And(told) if len(told) > 1 else told[0] if told else None


def any_of(parts: Iterator[Node | None] | list[Node | None]) -> Node | None:
    """The same by OR."""
    told = _told(parts, Or)
    return Or(told) if len(told) > 1 else told[0] if told else None


def none_of(part: Node | None) -> Node | None:
    """Everything but the part."""
    return part.part if isinstance(part, Not) else part and Not(part)


def _told(parts: Iterator[Node | None] | list[Node | None], kind: type[And] | type[Or]) -> tuple[Node, ...]:
    found: dict[Node, None] = {}
    for part in parts:
        if isinstance(part, kind):
            found.update(dict.fromkeys(part.parts))
        elif part is not None:
            found[part] = None
    return tuple(found)
