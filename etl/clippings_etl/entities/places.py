"""Places that the words around them give away: a noun before them (tỉnh X), a country behind them (X, Uzbekistan)."""

from __future__ import annotations

from collections.abc import Iterable

from .candidates import Candidate, Document, Hit, Segment
from .gazetteer import gazetteer
from .persons import is_given

_LONGEST = 4
_SHORTEST = 3
_NAME_BEGINNINGS = ("Mc", "De", "La", "Le", "Du", "O'", "O’")
"""Beginnings of place names behind which another capital may stand: "McAllen", "DeKalb"."""


def places(document: Document) -> Iterable[Candidate]:
    """Places by their surroundings."""
    for segment in document.segments:
        if document.styles[segment.first]:
            continue
        candidate = (
            _after_noun(document, segment)
            or _before_country(document, segment)
            or _after_preposition(document, segment)
        )
        if candidate:
            yield candidate


def _after_noun(document: Document, segment: Segment) -> Candidate | None:
    """ "tỉnh Quảng Ninh": the noun isn't part of the name where a language writes it small."""
    if document.language not in ("vi", "id") or not document.phrase_before("place_lead", segment.first):
        return None
    if segment.last - segment.first > _LONGEST or document.tokens[segment.first].gap != " ":
        return None
    return document.propose(segment.first, segment.last, "place", 0.85, "rule:place-after-noun")


def _before_country(document: Document, segment: Segment) -> Candidate | None:
    """ "Samarkand, Uzbekistan"."""
    tokens, last = document.tokens, segment.last
    if last + 1 >= len(tokens) or tokens[last].text != "," or tokens[last].gap or last - segment.first > 3:
        return None
    hit = document.hit_at(last + 1)
    if not hit or not _holds_places(hit) or tokens[last + 1].gap != " ":
        return None
    if tokens[segment.first].opens or document.hit_at(segment.first):
        return None
    before = tokens[segment.first - 1].text if segment.first else ""
    if before in (",", "&") or is_given(document, segment.first):
        return None
    if any(token.shape == "d" or _coined(token.text) for token in tokens[segment.first : last]):
        return None
    if _possessive(document, hit.last):
        return None
    return document.propose(segment.first, last, "place", 0.7, "rule:place-before-country")


def _holds_places(hit: Hit) -> bool:
    """Whether a hit is a country or a part of one; a name before a city is as often a person's or a company's."""
    entity = gazetteer().entity(hit.key)
    return bool(
        entity and entity.country and entity.kind in ("country", "region") and hit.method != "gazetteer:demonym"
    )


def _after_preposition(document: Document, segment: Segment) -> Candidate | None:
    """ "in Samarkand": one capitalised word behind a preposition of place, in languages where that is telling."""
    tokens, first, last = document.tokens, segment.first, segment.last
    if (
        not document.cues["place_before"]
        or not 1 <= last - first <= 2
        or not document.phrase_before("place_before", first)
    ):
        return None
    if any(token.shape != "C" for token in tokens[first:last]) or document.hit_at(first) or is_given(document, first):
        return None
    if any(token.norm in document.cues.no_place or token.norm in document.lower_words for token in tokens[first:last]):
        return None
    if any(len(token.text) < _SHORTEST or _coined(token.text) for token in tokens[first:last]):
        return None
    if last < len(tokens) and tokens[last].gap == " " and tokens[last].shape in "dU":
        return None
    return document.propose(first, last, "place", 0.6, "rule:place-after-preposition")


def _coined(word: str) -> bool:
    """Whether a word has digits or capitals inside, as products and companies have: "WeWork", "R20"."""
    if any(map(str.isdigit, word)):
        return True
    return not word.isupper() and not word.startswith(_NAME_BEGINNINGS) and any(map(str.isupper, word[1:]))


def _possessive(document: Document, index: int) -> bool:
    """Whether ``'s`` stands at a token: in "Maria Lind, Norway's minister" no place is in Norway."""
    return index < len(document.tokens) and document.tokens[index].norm == "'s"
