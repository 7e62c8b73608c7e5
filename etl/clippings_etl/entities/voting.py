"""The document's own names, found again where nothing around them gives them away."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from .candidates import Candidate, Document
from .link import key_of

_START, _END = attrgetter("start"), attrgetter("end")
_STRONG = 0.7
"""Candidates below this found no name for the whole document."""
_LESS_SURE = 0.05
"""What a found again name scores below the mention that it follows."""


class _Voted(NamedTuple):
    score: float
    type: str
    name: str
    key: str | None
    case: str
    """The surface as the document writes it, so that capitals can be compared."""


def voted(document: Document, found: Sequence[Candidate]) -> Iterable[Candidate]:
    """Further occurrences of names that the other recognisers found, and of people's last names."""
    names = _names(document, found)
    longest: dict[str, int] = {}
    for form in names:
        words = form.split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    tokens = document.tokens
    index = 0
    while index < len(tokens):
        token = tokens[index]
        last = index
        if token.norm in longest and not token.text[0].islower():
            for last in range(min(len(tokens), index + longest[token.norm]), index, -1):
                spanned = tokens[index:last]
                vote = names.get(" ".join(word.norm for word in spanned))
                if vote and _agrees(document, index, last, vote):
                    yield document.propose(index, last, vote.type, vote.score, "document", vote.key, vote.name)
                    break
            else:
                last = index
        index = max(last, index + 1)


def _agrees(document: Document, first: int, last: int, vote: _Voted) -> bool:
    words = document.tokens[first:last]
    if any(word.gap == "\n" for word in words[1:]):
        return False
    surface = document.surface(first, last)
    if surface == vote.case:
        return not (last - first == 1 and words[0].opens and words[0].norm in document.lower_words)
    return document.styles[first] == "upper" and surface == vote.case.upper()


def _names(document: Document, found: Sequence[Candidate]) -> Mapping[str, _Voted]:
    """Normal form → the reading that most speaks for in this document."""
    tokens = document.tokens
    votes: dict[str, dict[_Voted, int]] = {}
    last_names: dict[str, set[_Voted]] = {}
    for candidate in found:
        if candidate.score < _STRONG or candidate.method.startswith("gazetteer"):
            continue
        first = bisect_left(tokens, candidate.start, key=_START)
        last = bisect_left(tokens, candidate.end, key=_END) + 1
        if (
            not first < last <= len(tokens)
            or tokens[first].start != candidate.start
            or tokens[last - 1].end != candidate.end
        ):
            continue
        surface = document.text[candidate.start : candidate.end]
        score = round(candidate.score - _LESS_SURE, 2)
        vote = _Voted(score, candidate.type, candidate.name or surface, candidate.key, surface)
        form = " ".join([token.norm for token in tokens[first:last]])
        cast = votes.setdefault(form, {})
        cast[vote] = cast.get(vote, 0) + 1
        if candidate.type == "person" and last - first > 1 and document.language != "vi":
            token = tokens[last - 1]
            if token.shape == "C" and token.gap == " " and len(token.text) > 2:
                last_names.setdefault(token.norm, set()).add(vote._replace(case=token.text))
    chosen = {form: max(cast, key=lambda vote: (vote.score, cast[vote], vote.name)) for form, cast in votes.items()}
    known = document.cues["opener"] | document.cues["never"]
    for form, people in last_names.items():
        alone = chosen.get(form)
        free = alone is None or (alone.type == "person" and alone.key is None)
        if free and form not in known and len({key_of("person", vote.name) for vote in people}) == 1:
            chosen[form] = min(people)
    return chosen
