"""What a reader asks for: the words, entities and conditions that an article has to meet, all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..phrases import NOTHING, fold_phrases


@dataclass(frozen=True)
class Words:
    """Articles that hold all of these words and "quoted phrases", as they were typed."""

    query: str


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
class Matches:
    """Articles that another selection matches; negated, those that it doesn't match.

    Parameters and words of the other one are its own.
    """

    selection: Selection
    negated: bool = False


Part = Words | Mentions | NotMentions | Condition | Matches


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
    def phrases(self) -> tuple[str, ...] | None:
        """The folded words and phrases of all that was typed, each once; None where no words are asked for.

        One that holds no letter and no digit, such as `-`, says nothing; where none says anything, nothing matches.
        """
        typed = [part.query for part in self.parts if isinstance(part, Words)]
        if not typed:
            return None
        return tuple(dict.fromkeys(phrase for query in typed for phrase in fold_phrases(query)))

    @property
    def match(self) -> str | None:
        """The FTS5 query for all the phrases; None where no words are asked for."""
        phrases = self.phrases
        if phrases is None:
            return None
        return " ".join(f'"{phrase}"' for phrase in phrases) or NOTHING
