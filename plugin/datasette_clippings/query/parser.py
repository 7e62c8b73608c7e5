"""From what was typed to what it asks for.

    query   = and { OR and }
    and     = not { [AND] not }
    not     = { NOT | "-" } part
    part    = [field ":"] ( "(" query ")" | NEAR "(" phrases ["," number] ")" | ["=" | exact ":"] phrase )
    phrase  = word ["*"] | quoted ["*" | "~" number]

Operators are written in capitals. What isn't in this language is read as words and quoted phrases, all of which are
asked for, and the answer says why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..folding import fold
from ..translations import N_
from .lexer import NO_FIELD, Token, UnreadableQueryError, holds_more, plain_terms, tidy, tokens
from .tokens import holds_words, words_of
from .tree import Exact, Near, Node, Phrase, all_of, any_of, none_of

MOST_WORDS = 100
"""Words and phrases in one search."""
DEEPEST = 20
"""Brackets within brackets."""
FURTHEST = 1_000
"""Words that NEAR may be asked for."""
_NEAR = 10  # words, as in FTS5

_ONE_SIDED = N_("AND and OR need words on both sides, NOT behind it")
_UNOPENED = N_("A bracket is closed that isn’t open")
_TOO_DEEP = N_("Too many brackets lie within each other")
_NO_SIGNS = N_("Exact words take no * and no ~ behind them")
_TOO_FAR = N_("NEAR takes up to 1,000 words")
N_("A quotation mark isn’t closed")  # of the lexer
N_("A bracket isn’t closed")

_SHORT = 1_000
"""Longer queries aren't remembered."""


@dataclass(frozen=True)
class Query:
    """What a search asks for."""

    tree: Node | None
    """None: nothing of it is a word, and nothing matches."""
    problem: str | None = None
    """Why it was read as plain words, where it was; in English, for templates to translate."""
    read_as: str | None = None
    """Those words."""
    is_too_long: bool = False
    """Whether it has more words than can be searched for at once: nothing of it is read, and nothing matches."""


def parse(typed: str | None) -> Query:
    """What was typed, whatever it is: nothing raises."""
    return _remembered(typed or "") if len(typed or "") <= _SHORT else _parse(typed)


def _parse(typed: str | None) -> Query:
    text = tidy(typed)
    if holds_more(text, MOST_WORDS):
        return Query(None, is_too_long=True)
    try:
        return Query(_Parser(tokens(text)).query())
    except UnreadableQueryError as error:
        terms = [term for term in plain_terms(text) if holds_words(_folded(term))]
        tree = all_of([_phrase(term) for term in terms])
        return Query(tree, str(error), " ".join(f'"{term}"' if " " in term else term for term in dict.fromkeys(terms)))


_remembered = lru_cache(1_000)(_parse)


class _Parser:
    def __init__(self, found: Iterator[Token]) -> None:
        self._found = found
        self._next = next(found, None)
        self._depth = 0

    def query(self) -> Node | None:
        tree = self._either(None)
        if self._next is not None:
            raise UnreadableQueryError(_UNOPENED)
        return tree

    def _take(self) -> Token:
        token = self._next
        if token is None:
            raise UnreadableQueryError(_ONE_SIDED)
        self._next = next(self._found, None)
        return token

    def _is(self, *kinds: str) -> bool:
        return self._next is not None and self._next.kind in kinds

    def _either(self, field: str | None) -> Node | None:
        parts = [self._all(field)]
        while self._is("or"):
            self._take()
            self._want()
            parts.append(self._all(field))
        return any_of(parts)

    def _all(self, field: str | None) -> Node | None:
        parts: list[Node | None] = []
        while self._next is not None and not self._is("or", "close"):
            if self._is("and"):
                if not parts:
                    raise UnreadableQueryError(_ONE_SIDED)
                self._take()
                self._want()
            parts.append(self._negated(field))
        if not parts and self._is("or"):
            raise UnreadableQueryError(_ONE_SIDED)
        return all_of(parts)

    def _want(self) -> None:
        """Something has to stand behind an operator."""
        if self._next is None or self._is("or", "and", "close"):
            raise UnreadableQueryError(_ONE_SIDED)

    def _negated(self, field: str | None) -> Node | None:
        negated = False
        while self._is("not", "minus"):
            self._take()
            self._want()
            negated = not negated
        part = self._part(field)
        return none_of(part) if negated else part

    def _part(self, field: str | None) -> Node | None:
        token = self._take()
        if token.kind == "field":
            if not self._is("word", "quoted", "open", "near", "exact"):
                raise UnreadableQueryError(NO_FIELD)
            return self._part(token.text)
        if token.kind == "exact":
            if not self._is("word", "quoted"):
                raise UnreadableQueryError(NO_FIELD)
            words = self._take()
            if words.prefix or words.distance is not None:
                raise UnreadableQueryError(_NO_SIGNS)
            return _exact(words.text, field)
        if token.kind == "open":
            return self._bracketed(field)
        if token.kind == "near":
            return _near(token, field)
        if token.distance is not None:
            return _near_words(token.text, token.distance, field)
        return _phrase(token.text, field, token.prefix)

    def _bracketed(self, field: str | None) -> Node | None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise UnreadableQueryError(_TOO_DEEP)
        tree = self._either(field)
        if not self._is("close"):
            raise UnreadableQueryError("A bracket isn’t closed")
        self._take()
        self._depth -= 1
        return tree


def _folded(text: str) -> str:
    return " ".join(fold(text).replace('"', " ").split())


def _phrase(text: str, field: str | None = None, prefix: bool = False) -> Phrase | None:
    folded = _folded(text.rstrip("*") if prefix else text)
    return Phrase(folded, field, prefix) if holds_words(folded) else None


def _exact(text: str, field: str | None) -> Exact | None:
    folded = _folded(text)
    return Exact(text.strip(), folded, field) if holds_words(folded) else None


def _near(token: Token, field: str | None) -> Node | None:
    terms = [each for each in tokens(token.text) if each.kind in ("word", "quoted", "and", "or", "not")]
    distance = _NEAR if token.distance is None else token.distance
    return _together([_phrase(each.text or each.kind, None, each.prefix) for each in terms], distance, field)


def _near_words(text: str, distance: int, field: str | None) -> Node | None:
    return _together([Phrase(word) for word in words_of(_folded(text))], distance, field)


def _together(found: list[Phrase | None] | list[Phrase], distance: int, field: str | None) -> Node | None:
    if distance > FURTHEST:
        raise UnreadableQueryError(_TOO_FAR)
    phrases = tuple(phrase for phrase in found if phrase is not None)
    if len(phrases) < 2:
        return Phrase(phrases[0].text, field, phrases[0].prefix) if phrases else None
    return Near(phrases, distance, field)
