"""What a search found in an article: every place, numbered through headline and text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any
from urllib.parse import parse_qsl

from ..searching.excerpts import Term, locate, search_terms
from ..searching.filters import ENTITY_ARGUMENT
from ..searching.neighbours import LONGEST_SEARCH, OF_ARGUMENT, Neighbours, neighbours
from ..searching.selections import searches
from .text import Found, Mention

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
    """The search that led to an article: its words, the keys of its entities, and the results it stands among (None: it
    wasn't opened from results, or isn't among them)."""

    searched: tuple[str, ...]
    entities: tuple[str, ...]
    neighbours: Neighbours | None


async def search_of(datasette: Any, request: Any, database: str, article_id: int) -> Search:
    """The search in a request: the results that the article was opened from, and words in the address itself."""
    results = await neighbours(datasette, request, database, article_id)
    own = (typed for typed in searches(request).values() if typed.strip())
    carried = parse_qsl((request.args.get(OF_ARGUMENT) or "")[:LONGEST_SEARCH]) if results else []
    keys = [*(value for name, value in carried if name == ENTITY_ARGUMENT), *request.args.getlist(ENTITY_ARGUMENT)]
    return Search(
        searched=tuple(dict.fromkeys(chain(results.searched if results else (), own))),
        entities=tuple(dict.fromkeys(key for key in keys if key)),
        neighbours=results,
    )


def hits_in(
    title: str, text: str, search: Search, title_mentions: Sequence[Mention] = (), mentions: Sequence[Mention] = ()
) -> Hits:
    """Where the words searched for stand, and the entities; a word inside a longer one doesn't count, as it doesn't for
    the search."""
    terms = search_terms(search.searched, "text")
    in_title = _places(title, search_terms(search.searched, "title"), search.entities, title_mentions)[:MOST_HITS]
    in_text = _places(text, terms, search.entities, mentions)
    left = MOST_HITS - len(in_title)
    return Hits(
        title=tuple(Found(*place, number) for number, place in enumerate(in_title, 1)),
        text=tuple(Found(*place, number) for number, place in enumerate(in_text[:left], len(in_title) + 1)),
        count=len(in_title) + min(len(in_text), left),
        is_cut=len(in_text) > left or (bool(terms) and len(text) > _SEARCHED),
    )


def _places(
    text: str, terms: Sequence[Term], keys: Sequence[str], mentions: Sequence[Mention]
) -> list[tuple[int, int]]:
    """The places of words and mentions in order; of two that overlap the one that begins first."""
    named = [(mention.start, mention.end) for mention in mentions if mention.key in keys]
    places: list[tuple[int, int]] = []
    for start, end in sorted([*locate(text, terms, _SEARCHED), *named], key=lambda place: (place[0], -place[1])):
        if not places or places[-1][1] <= start:
            places.append((start, end))
    return places
