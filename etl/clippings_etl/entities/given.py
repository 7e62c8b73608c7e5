"""What is known of a text besides what our recognisers find: names on the user's lists, mentions of other engines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from .candidates import Candidate

LISTED = "list"
"""Method of the mentions that a list of the user's names: they go before all others."""


def _nothing(surface: str, type_: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Given:
    """Candidates for one text, and which of all candidates aren't wanted."""

    candidates: tuple[Candidate, ...] = ()
    """In any order; those without a key are linked as ours are."""
    asks_ours: bool = True
    """Whether our own recognisers propose names as well."""
    refuses: Callable[[str, str], bool] = _nothing
    """Whether a surface and a type are never to be an entity; not asked about names on lists."""

    def wanted(self, text: str, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
        """The candidates but for those that are refused, and those in the place of a name on a list."""
        listed = [one for one in self.candidates if one.method == LISTED]
        taken = bytearray(len(text) if listed else 0)
        for one in listed:
            taken[one.start : one.end] = b"\x01" * (one.end - one.start)
        for one in candidates:
            free = not listed or not any(taken[one.start : one.end])
            if one.method == LISTED or (free and not self.refuses(text[one.start : one.end], one.type)):
                yield one


NOTHING = Given()
