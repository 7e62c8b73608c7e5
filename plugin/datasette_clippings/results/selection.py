"""What a reader asks for: the words, entities and conditions that an article has to meet, all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..query import Node, Or, Query, parse
from ..query.tree import all_of
from .model import Articles


@dataclass(frozen=True)
class Words:
    """Articles that hold what was typed in the language of searches."""

    query: str

    @property
    def parsed(self) -> Query:
        return parse(self.query)


@dataclass(frozen=True)
class Mentions:
    """Articles that mention the entity with this key; none where nobody knows it."""

    key: str


@dataclass(frozen=True)
class NotMentions:
    """Articles that don't mention the entity with this key; all where nobody knows it."""

    key: str


@dataclass(frozen=True)
class Condition:
    """Articles that a where clause on `articles` holds for, with its named parameters."""

    sql: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Listed:
    """These articles, as `Results.articles` found them in the same database, or what sets of them give."""

    articles: Articles


Part = Words | Mentions | NotMentions | Condition | Listed


@dataclass(frozen=True)
class Selection:
    """Articles that meet all the parts; every article where there are none.

    Raises ValueError where two conditions give one parameter different values.
    """

    parts: tuple[Part, ...] = ()

    def __post_init__(self) -> None:
        bound: dict[str, Any] = {}
        for params in {id(condition.params): condition.params for condition in self.conditions}.values():
            for name, value in params.items():
                if name in bound and bound[name] != value:
                    raise ValueError(f"Two conditions bind :{name}, to {bound[name]!r} and to {value!r}")
                bound[name] = value

    @property
    def conditions(self) -> tuple[Condition, ...]:
        return tuple(part for part in self.parts if isinstance(part, Condition))

    @property
    def words(self) -> Node | None:
        """What all that was typed asks for; None where no words are asked for.

        What holds no letter and no digit, such as `-`, says nothing; where nothing says anything, nothing matches.
        """
        typed = [part.parsed.tree for part in self.parts if isinstance(part, Words)]
        return (all_of(typed) or Or(())) if typed else None
