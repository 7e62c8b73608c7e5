"""In which order a list of results comes, and whether articles that are nearly the same are one of them."""

from __future__ import annotations

from typing import Any

from datasette.utils.asgi import BadRequest

from ..query import ranking
from ..results import Selection
from ..translations import N_

SORT_ARGUMENT = "_sort"
SORTS = {"relevance": N_("by relevance"), "newest": N_("newest first")}

DUPLICATES_ARGUMENT = "_duplicates"
"""`show`: articles that are nearly the same come each by itself."""
_DUPLICATES = ("fold", "show")


def ranks(selection: Selection) -> bool:
    """Whether a selection asks for words: without, every article is as good as any other."""
    words = selection.words
    return words is not None and bool(ranking(words))


def is_by_relevance(request: Any, selection: Selection) -> bool:
    """Whether the best come first, not the latest. Raises BadRequest for an order that there isn't."""
    sort = request.args.get(SORT_ARGUMENT) or "relevance"
    if sort not in SORTS:
        raise BadRequest(f"?{SORT_ARGUMENT}= takes {' or '.join(SORTS)}, not {sort[:60]}")
    return sort == "relevance" and ranks(selection)


def is_folded(request: Any) -> bool:
    """Whether articles that are nearly the same are listed as one. Raises BadRequest for what there is no answer to."""
    asked = request.args.get(DUPLICATES_ARGUMENT) or "fold"
    if asked not in _DUPLICATES:
        raise BadRequest(f"?{DUPLICATES_ARGUMENT}= takes {' or '.join(_DUPLICATES)}, not {asked[:60]}")
    return asked == "fold"
