"""Known names that need something to speak for them: "Georgia", "Anh", "Korea", "Korean" before a noun."""

from __future__ import annotations

from collections.abc import Iterable

from .candidates import Candidate, Document, Hit
from .character_model import LANGUAGES
from .gazetteer import country_of

_NEAR = 6
"""Tokens within which another place speaks for an ambiguous one."""


def known(document: Document) -> Iterable[Candidate]:
    """The document's known names, without those that nothing speaks for."""
    settled = {hit.key for hit in document.hits if not hit.needs and hit.method != "gazetteer:demonym"}
    for position, hit in enumerate(document.hits):
        if hit.method == "gazetteer:demonym" and not _describes(document, hit):
            continue
        if document.language in LANGUAGES and not document.surface(hit.first, hit.last).isascii():
            continue  # unspaced.py weighs these against the model
        if hit.needs == "context" and not _in_context(document, position):
            continue
        key: str | None = hit.key
        if hit.needs == "document":
            key = _settled_by_document(hit, settled)
        if key and not _part_of_longer_name(document, hit):
            yield document.propose(hit.first, hit.last, key.partition(":")[0], hit.score, hit.method, key)


def _settled_by_document(hit: Hit, settled: set[str]) -> str | None:
    """The entity that a shared name means, if the document names just one of those that share it."""
    sharing = next((group for group in _SHARING if hit.key in group), frozenset((hit.key,)))
    meant = sharing & settled
    return next(iter(meant)) if len(meant) == 1 else None


_SHARING = (frozenset(("place:KR", "place:KP")), frozenset(("place:CD", "place:CG")))
"""Countries that one short name may mean."""


def _describes(document: Document, hit: Hit) -> bool:
    """Whether a demonym stands before what it describes; "the Dutch" and "in Korean" are people and a language."""
    if hit.last >= len(document.tokens):
        return False
    following = document.tokens[hit.last]
    return (
        following.gap == " "
        and following.shape in "lCU"
        and following.norm not in document.cues["language_word"]
        and following.norm not in document.cues["opener"]
    )


def _part_of_longer_name(document: Document, hit: Hit) -> bool:
    """Whether a capitalised direction or "New" before a name makes it another one: "New Mexico"."""
    if hit.first == 0 or hit.method == "gazetteer:demonym":
        return False
    before = document.tokens[hit.first - 1]
    return before.capital and before.norm in document.cues["name_prefix"] and document.tokens[hit.first].gap == " "


def _in_context(document: Document, position: int) -> bool:
    hit = document.hits[position]
    tokens, first, last = document.tokens, hit.first, hit.last
    neighbours = [*document.hits[max(0, position - 1) : position], *document.hits[position + 1 : position + 2]]
    if _capital_beside(document, hit, neighbours):
        return False
    for other in neighbours:
        distance = first - other.last if other.last <= first else other.first - last
        between = tokens[min(other.last, last) : max(first, other.first)]
        if (
            distance <= _NEAR
            and other.key.startswith("place:")
            and country_of(other.key)
            and not other.needs
            and all(token.gap != "\n" for token in between)
        ):
            return True
    return tokens[first].gap != "\n" and document.phrase_before("ambiguous_before", first) > 0


def _capital_beside(document: Document, hit: Hit, neighbours: Iterable[Hit]) -> bool:
    """Whether the name touches another capitalised word, as in "Michael Jordan" or "Georgia Tech"."""
    tokens = document.tokens
    covered = {index for other in neighbours for index in range(other.first, other.last)}
    before, after = hit.first - 1, hit.last
    touches_before = (
        before >= 0
        and tokens[hit.first].gap == " "
        and tokens[before].capital
        and not tokens[before].opens
        and before not in covered
    )
    touches_after = after < len(tokens) and tokens[after].gap == " " and tokens[after].capital and after not in covered
    return touches_before or touches_after
