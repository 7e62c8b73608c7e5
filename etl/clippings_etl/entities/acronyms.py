"""Short forms that a text introduces in brackets: "… Fisheries and Forestry (CFF-12)"."""

from __future__ import annotations

from collections.abc import Iterable

from .candidates import Candidate, Document
from .headed import HEAD_FIRST

_REACH = 24
"""Tokens before the bracket in which the long form begins."""
_MOST_TOKENS = 5
_FEWEST_WORDS = 4
"""Words of a long form that its short form's letters don't confirm."""
_SHORTEST, _LONGEST = 2, 14
_TYPES = {"organisation_head": "organisation", "event_head": "event", "place_head": "place"}


def acronyms(document: Document) -> Iterable[Candidate]:
    """Short forms in brackets behind their long forms.

    Where the letters are the long form's initials, the long form is a mention too and both are one entity. Where
    they aren't (the letters come from another language), only the short form is, if a head noun before it says
    what it names. A plan or programme counts as an event: it has a beginning and an end, and nobody works there.
    """
    for index, token in enumerate(document.tokens):
        if token.text == "(":
            yield from _introduced(document, index)


def _introduced(document: Document, bracket: int) -> Iterable[Candidate]:
    last = _closing(document, bracket + 1)
    if not last or document.styles[bracket] == "upper":
        return
    short = document.surface(bracket + 1, last)
    letters = [letter for letter in short if letter.isalpha()]
    if not _SHORTEST <= len(short) <= _LONGEST or sum(letter.isupper() for letter in letters) < 2:
        return
    if sum(letter.isupper() for letter in letters) < 0.6 * len(letters) or short.casefold() in document.cues["never"]:
        return
    if document.hit_at(bracket + 1) or document.tokens[bracket + 1].shape == "I":
        return
    long_first = _long_form(document, bracket, [letter.casefold() for letter in letters])
    found, head = _type_before(document, bracket, long_first)
    if long_first is None and head is not None and _is_translated(document, head, bracket):
        long_first = head
    if long_first is not None and bracket - long_first > 1:
        known = document.hit_at(long_first)
        key = known.key if known and known.last == bracket else None
        type_ = key.partition(":")[0] if key else found or "organisation"
        name = document.surface(long_first, bracket)
        score = 0.85 if found or key else 0.7
        yield document.propose(long_first, bracket, type_, score, "rule:long-form", key)
        yield document.propose(bracket + 1, last, type_, score, "rule:short-form", key, name)
    elif found:
        yield document.propose(bracket + 1, last, found, 0.75, "rule:short-form")


def _closing(document: Document, first: int) -> int | None:
    """The closing bracket, if what stands before it is one word, perhaps with hyphens and a number."""
    for index in range(first, min(first + _MOST_TOKENS, len(document.tokens))):
        token = document.tokens[index]
        if token.text == ")":
            return index if index > first else None
        if index > first and token.gap:
            return None
        if token.shape == "p" and token.norm not in ("-", "&", "."):
            return None
    return None


def _long_form(document: Document, bracket: int, letters: list[str]) -> int | None:
    """Where the words begin whose initials the letters are; linking words may lend theirs or not."""
    tokens = document.tokens
    small = document.cues["linker"] | document.cues["conjunction"] | document.cues["particle"]
    left = len(letters) - 1
    for index in range(bracket - 1, max(-1, bracket - _REACH), -1):
        token = tokens[index]
        if token.shape == "p":
            if token.norm == "-" or token.text in ",&":
                continue
            return None
        begins = token.norm[0] == letters[left]
        if token.capital:
            if not begins:
                return None
            left -= 1
        elif token.norm not in small and not (document.language == "vi" and token.shape == "l"):
            return None
        elif begins and token.norm not in small and document.language == "vi":
            left -= 1
        if left < 0:
            return index if token.capital else None
        if token.gap == "\n":
            return None
    return None


def _is_translated(document: Document, head: int, bracket: int) -> bool:
    """Whether the words from a head noun to the bracket are one name, whose short form comes from another language.

    Only where the head noun leads the name: "Chương trình Nghiên cứu … (MRP-5)".
    """
    tokens = document.tokens
    if document.language not in HEAD_FIRST or not _FEWEST_WORDS <= bracket - head <= _REACH:
        return False
    small = document.cues["linker"] | document.cues["conjunction"] | document.cues["particle"]
    for index in range(head, bracket):
        token = tokens[index]
        if token.gap == "\n" and index > head:
            return False
        if token.shape == "p":
            if token.text not in ",-&":
                return False
        elif token.shape == "l" and token.norm not in small and document.language != "vi":
            return False
    return any(token.capital for token in tokens[head + 2 : bracket])


def _type_before(document: Document, bracket: int, long_first: int | None) -> tuple[str | None, int | None]:
    """The type that the nearest head noun with a capital gives, in the long form or in the words before the bracket,
    and where it stands."""
    first = long_first if long_first is not None else max(0, bracket - _REACH)
    for index in range(bracket - 1, first - 1, -1):
        token = document.tokens[index]
        if token.text in "()" or (token.shape == "p" and token.text in '.!?;:”»"'):
            return None, None
        if token.capital and not document.phrase_at("plain_phrase", index, bracket):
            for kind, type_ in _TYPES.items():
                if document.phrase_at(kind, index, bracket):
                    return type_, index
        elif token.capital and document.phrase_at("event_head", index, bracket):
            return "event", index
        if token.gap == "\n":
            return None, None
    return None, None
