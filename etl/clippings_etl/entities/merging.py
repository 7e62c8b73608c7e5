"""One answer from what the model, the gazetteer and the rules propose: which candidates stay where they overlap.

What decides was measured on the development sets, each recogniser against the model where both found something in the
same place (`docs/entity-model.md` has the figures).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .candidates import Candidate
from .given import LISTED

MODEL = "model"
_UNWANTED = "gazetteer:demonym"
"""Adjectives of countries ("the Dutch") name no place."""
_AS_LONG_AS_THE_MODEL = frozenset(
    (
        "rule:organisation-head",
        "rule:event-head",
        "rule:coined-event",
        "rule:long-form",
        "rule:short-form",
        "rule:person-family-name",
        "rule:quoted-name",
    )
)
"""Rules that know better than the model where a long name ends."""
_RULES_COUNT = 2.0
"""How many mentions by the model a rule's mention of the same words outweighs, where they differ in type."""
_ELSEWHERE = ("rule:", "document")
"""Methods that otherwise speak only where nothing else finds a name."""
_CITIES = "gazetteer:geonames"
"""Speaks last, since many cities share people's names."""


def without_overlaps(text: str, proposed: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that stay, in order, none overlapping another or going over a line's end."""
    taken = bytearray(len(text))
    chosen = []
    for candidate in sorted((candidate for candidate in proposed if candidate.method != _UNWANTED), key=_rank):
        start, end = candidate.start, candidate.end
        if not any(taken[start:end]) and len(text[start:end].splitlines()) == 1:
            taken[start:end] = b"\x01" * (end - start)
            chosen.append(candidate)
    return sorted(chosen)


def _rank(candidate: Candidate) -> tuple[int, int, bool, float, int, str, str]:
    method = candidate.method
    known = candidate.key is not None
    if method == LISTED:
        tier = 0
    elif method == _CITIES:
        tier = 3
    elif known or method in _AS_LONG_AS_THE_MODEL or not method.startswith(_ELSEWHERE):
        tier = 1
    else:
        tier = 2
    return tier, candidate.start - candidate.end, not known, -candidate.score, candidate.start, candidate.type, method


def one_type_each(text: str, chosen: Sequence[Candidate]) -> list[Candidate]:
    """Gives what the model found the same type wherever the text has the same words, the one that most speaks for."""
    scores: dict[str, dict[str, float]] = {}
    for candidate in chosen:
        if candidate.key is None:
            types = scores.setdefault(text[candidate.start : candidate.end], {})
            weight = 1.0 if candidate.method == MODEL else _RULES_COUNT
            types[candidate.type] = types.get(candidate.type, 0.0) + weight * candidate.score
    best = {surface: min(types, key=lambda type_: (-types[type_], type_)) for surface, types in scores.items()}
    return [
        candidate._replace(type=best[text[candidate.start : candidate.end]])
        if candidate.method == MODEL and candidate.key is None
        else candidate
        for candidate in chosen
    ]
