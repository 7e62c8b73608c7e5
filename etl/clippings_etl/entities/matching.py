"""Where names of the gazetteer stand in a text that has words with spaces between them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from .candidates import Hit
from .gazetteer import Gazetteer, Name, form_of, gazetteer
from .inflection import inflected, inflects, longest_inflected
from .tokens import Token, tokenise

_SCORES = {"name": 0.95, "short": 0.9, "demonym": 0.6}
_INFLECTED_SCORE = 0.85
_SHORTEST_OPENING = 6
"""Letters that an inflected name must have at the beginning of a sentence, where any word has a capital."""


def known_names(tokens: Sequence[Token], language: str | None, styles: Sequence[str]) -> list[Hit]:
    """All names of the gazetteer in a text, the longest at each place, none inside another."""
    known = gazetteer()
    hits: list[Hit] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        hit = None
        if token.shape != "p" and not token.text[0].islower():
            hit = _at(tokens, index, language, known, styles[index])
        if hit:
            hits.append(hit)
            index = hit.last
        else:
            index += 1
    return hits


def _at(tokens: Sequence[Token], first: int, language: str | None, known: Gazetteer, style: str) -> Hit | None:
    longest = known.longest(tokens[first].norm)
    if longest > 1 and first + 1 < len(tokens):
        longest = known.longest(f"{tokens[first].norm} {tokens[first + 1].norm}") or 1
    for last in range(min(len(tokens), first + longest), first, -1):
        words = tokens[first:last]
        if any(word.gap == "\n" for word in words[1:]):
            continue
        names = known.find(" ".join(word.norm for word in words), language)
        name = next((name for name in names if _written_like(words, name, style)), None)
        if name and not (name.relation == "short" and _is_currency(tokens, last)):
            relation = "demonym" if name.relation == "demonym" else name.source
            return Hit(first, last, name.key, _SCORES[name.relation], f"gazetteer:{relation}", name.needs)
    if language and inflects(language) and tokens[first].shape == "C":
        return _inflected_at(tokens, first, language)
    return None


def _inflected_at(tokens: Sequence[Token], first: int, language: str) -> Hit | None:
    longest = longest_inflected(tokens[first].norm, language)
    for last in range(min(len(tokens), first + longest), first, -1):
        words = tokens[first:last]
        if all(word.gap == " " for word in words[1:]):
            name = inflected(tuple(word.norm for word in words), language)
            surprising = words[0].opens and len(words) == 1 and len(words[0].text) < _SHORTEST_OPENING
            if name and not surprising and _written_like(words, name, ""):
                return Hit(first, last, name.key, _INFLECTED_SCORE, f"gazetteer:{name.source}", name.needs)
    return None


def _written_like(words: Sequence[Token], name: Name, style: str) -> bool:
    """Whether capitals agree: a short form has exactly its own, any other name at least those."""
    if name.relation == "short":
        plain = "".join(word.text for word in words)
        return form_of(plain) == form_of(name.text) and plain.isupper() and not (style == "upper" and len(plain) < 4)
    wanted = _capitals(name.text)
    return len(wanted) != len(words) or all(
        word.capital or not capital for word, capital in zip(words, wanted, strict=True)
    )


def _is_currency(tokens: Sequence[Token], last: int) -> bool:
    """Whether a short form belongs to an amount of money, "US$ 5"."""
    return last < len(tokens) and tokens[last].gap == "" and tokens[last].text == "$"


@cache
def _capitals(name: str) -> tuple[bool, ...]:
    return tuple(token.capital for token in tokenise(name, None))
