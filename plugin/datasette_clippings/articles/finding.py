"""What a search found in an article: every place, numbered through headline and text."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from ..searching.excerpts import locate, search_terms
from ..searching.neighbours import Neighbours, neighbours
from ..searching.selections import searches
from .text import Found

MOST_HITS = 2_000  # marked on a page
_SEARCHED = 2_000_000  # characters of a text in which words are looked for


@dataclass(frozen=True)
class Hits:
    """The places in headline and text; is_cut: there may be more."""

    title: tuple[Found, ...]
    text: tuple[Found, ...]
    count: int
    is_cut: bool


@dataclass(frozen=True)
class Search:
    """The search that led to an article: its words, and the results it stands among (None: it wasn't opened from
    results, or isn't among them)."""

    searched: tuple[str, ...]
    neighbours: Neighbours | None


async def search_of(datasette: Any, request: Any, database: str, article_id: int) -> Search:
    """The search in a request: the results that the article was opened from, and words in the address itself."""
    results = await neighbours(datasette, request, database, article_id)
    own = (typed for typed in searches(request).values() if typed.strip())
    return Search(tuple(dict.fromkeys(chain(results.searched if results else (), own))), results)


def hits_in(title: str, text: str, searched: tuple[str, ...]) -> Hits:
    """Where the words searched for stand; a word inside a longer one doesn't count, as it doesn't for the search."""
    terms = search_terms(searched)
    in_title = list(islice(locate(title, terms, _SEARCHED), MOST_HITS))
    in_text = locate(text, terms, _SEARCHED)
    left = MOST_HITS - len(in_title)
    return Hits(
        title=tuple(Found(*place, number) for number, place in enumerate(in_title, 1)),
        text=tuple(Found(*place, number) for number, place in enumerate(in_text[:left], len(in_title) + 1)),
        count=len(in_title) + min(len(in_text), left),
        is_cut=bool(terms) and (len(in_text) > left or len(text) > _SEARCHED),
    )
