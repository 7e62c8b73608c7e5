"""Names in quotation marks behind the noun for what they name: the institute “Northern Seed Center”, газета «Труд»."""

from __future__ import annotations

from collections.abc import Iterable

from .candidates import Candidate, Document

_QUOTES = {"“": "”", "«": "»", '"': '"', "„": "“”", "‘": "’", "”": "”"}
_MOST_TOKENS = 10
_SCORE = 0.85


def quoted(document: Document) -> Iterable[Candidate]:
    """Organisations that are introduced by a common noun and set in quotation marks."""
    tokens = document.tokens
    for index, token in enumerate(tokens):
        closing = _QUOTES.get(token.text)
        if not closing or index == 0 or token.gap != " " or not document.phrase_before("quoted", index):
            continue
        last = _closing(document, index + 1, closing)
        if last and _is_name(document, index + 1, last):
            yield document.propose(index + 1, last, "organisation", _SCORE, "rule:quoted-name")


def _closing(document: Document, first: int, closing: str) -> int | None:
    for index in range(first, min(first + _MOST_TOKENS, len(document.tokens))):
        token = document.tokens[index]
        if token.gap == "\n":
            return None
        if token.text in closing:
            return index if index > first else None
    return None


def _is_name(document: Document, first: int, last: int) -> bool:
    """Whether the words are written as a name: it begins with a capital, and so do most of its words."""
    words = [token for token in document.tokens[first:last] if token.shape in "CUIl"]
    if not words or not words[0].capital or any(token.text in ".!?,;:" for token in document.tokens[first:last]):
        return False
    small = [word for word in words if not word.capital and word.norm not in document.cues["linker"]]
    return not small or (document.language in ("ru", "uk", "be", "bg") and len(small) <= 3)
