"""Events with a coined name and a year, "AgroBaltica-Expo 2019", where the sentence speaks of an event."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .candidates import Candidate, Document

_YEAR = re.compile(r"(?:19|20)\d\d")
_REACH = 15
_SCORE = 0.7


def coined_events(document: Document) -> Iterable[Candidate]:
    """Names with capitals inside a word, before a year, in a sentence that has a noun for events."""
    tokens = document.tokens
    for segment in document.segments:
        last = segment.last
        while last > segment.first and tokens[last - 1].shape in "dp":
            last -= 1
        first = last - 1
        while first > segment.first and tokens[first].gap == "" and tokens[first - 1].norm == "-":
            first -= 2
        dated = last < len(tokens) and tokens[last].gap == " " and _YEAR.fullmatch(tokens[last].text)
        if not dated or first < segment.first or not any(_coined(token.text) for token in tokens[first:last]):
            continue
        if _event_noun_before(document, first):
            yield document.propose(first, last, "event", _SCORE, "rule:coined-event")


def _coined(word: str) -> bool:
    """Whether a word has a capital behind its first letter and small letters too, as coined names have."""
    return any(letter.isupper() for letter in word[1:]) and any(letter.islower() for letter in word)


def _event_noun_before(document: Document, first: int) -> bool:
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        token = document.tokens[index]
        if token.text in (".", "!", "?") or document.tokens[index + 1].gap == "\n":
            return False
        if document.phrase_at("event_noun", index, first):
            return True
    return False
