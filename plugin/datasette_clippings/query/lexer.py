"""What was typed, taken apart: words, quoted phrases, brackets, operators. Linear, and at home with anything."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from ..translations import N_


class UnreadableQueryError(ValueError):
    """What was typed isn't in the language of searches. Its only argument says what is wrong, in words for readers."""


@dataclass(frozen=True)
class Token:
    """`kind`: word, quoted, open, close, and, or, not, minus, field, exact or near."""

    kind: str
    text: str = ""
    prefix: bool = False
    distance: int | None = None


QUOTATION_MARKS = '"“”„«»＂「」『』'

# Each kind of them, with what it may be closed by.
_QUOTED = (
    '"(?P<straight>[^"]*)"|“(?P<curly>[^”]*)”|„(?P<low>[^“”]*)[“”]|«(?P<angled>[^»]*)»|＂(?P<wide>[^＂]*)＂'
    "|「(?P<corner>[^」]*)」|『(?P<white_corner>[^』]*)』"
)
_KINDS = ("straight", "curly", "low", "angled", "wide", "corner", "white_corner")
_IN_MARKS = re.compile(_QUOTED)
_TOKEN = re.compile(
    rf"""
    (?P<space>\s+)
    | (?P<open>[(（]) | (?P<close>[)）])
    | (?P<near>NEAR\()
    | (?P<quoted>{_QUOTED})(?:(?P<star>\*)|~(?P<slop>\d{{1,9}}))?
    | (?P<unclosed>")
    | (?P<word>[“„«＂「『]|[^\s"()（）“„«＂「『]+)
    """,
    re.VERBOSE,
)
_MARK = re.compile(r"(?P<minus>-)(?=[^\s\-*])|(?P<field>(?i:title|text)):(?!:)|(?P<exact>(?i:exact):|=)(?=[^\s=*()])")
_NO_WORDS = re.compile(r"\s|-|(?i:title|text):|\Z")
_NEAR = re.compile(r'((?:[^()"]|"[^"]*")*)\)')
_DISTANCE = re.compile(r"\s*,\s*(\d{1,9})\s*")
_OPERATORS = ("AND", "OR", "NOT")
_BEFORE_A_SIGN = frozenset(" (（")  # white space becomes a space first

_SIGNS = 10  # of any kind for each word that a search may have

NO_FIELD = N_("title:, text: and = need words behind them")
_UNCLOSED_QUOTE = "A quotation mark isn’t closed"
_UNCLOSED_BRACKET = "A bracket isn’t closed"


def tidy(typed: str | None) -> str:
    """What was typed as one line of text that FTS5 reads to its end, and that can be written as UTF-8."""
    text = (typed or "").replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
    return " ".join(text.split())


def unquoted(text: str) -> str:
    """What stands within quotation marks around the whole of a text, else the text."""
    found = _IN_MARKS.fullmatch(text)
    return _inside(found) if found else text


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a tidy text. Raises UnreadableQueryError for quotation marks and brackets that aren't closed."""
    at = 0
    while at < len(text):
        if at == 0 or text[at - 1] in _BEFORE_A_SIGN:
            at = yield from _marks(text, at)
        found = _TOKEN.match(text, at)
        if found is None or found["unclosed"]:
            raise UnreadableQueryError(_UNCLOSED_QUOTE)
        at = found.end()
        if found["near"]:
            inside = _NEAR.match(text, at)
            if inside is None:
                raise UnreadableQueryError(_UNCLOSED_BRACKET)
            yield _near(inside[1])
            at = inside.end()
        elif found["quoted"]:
            yield _quoted(found)
        elif found["word"]:
            yield _word(found["word"])
        elif found["open"] or found["close"]:
            yield Token("open" if found["open"] else "close")


def holds_more(text: str, most: int) -> bool:
    """Whether a tidy text has more different words and quoted phrases than these, or ten times as many signs.

    As they were typed: to fold them takes longer than to count them.
    """
    seen: set[str] = set()
    try:
        for number, token in enumerate(tokens(text), 1):
            seen.update(_terms(token))
            if len(seen) > most or number > _SIGNS * most:
                return True
    except UnreadableQueryError:
        return len({term for term in plain_terms(text) if _is_letter(term)}) > most
    return False


def _terms(token: Token) -> Iterator[str]:
    """The words and phrases of a token, each of which is asked for by itself."""
    if token.kind == "near" or token.distance is not None:
        yield from filter(_is_letter, token.text.split())
    elif token.kind in ("word", "quoted") and _is_letter(token.text):
        yield token.text


def _is_letter(term: str) -> bool:
    """Whether anything in it may be a word of the index."""
    return any(letter.isalnum() for letter in term)


def plain_terms(text: str) -> list[str]:
    """The words and quoted phrases of a tidy text, where nothing else means anything."""
    found = re.finditer(r'"([^"]*)"?|([^\s"]+)', text)
    return [each[1] if each[1] is not None else each[2] for each in found]


def _marks(text: str, at: int) -> Generator[Token, None, int]:
    """What stands before a word and belongs to it: minus, field, exact; each once. Returns where the word begins.

    Raises UnreadableQueryError for a field without words directly behind it.
    """
    seen: set[str] = set()
    while found := _MARK.match(text, at):
        kind = found.lastgroup or ""
        if kind in seen or (kind == "minus" and seen):
            break
        seen.add(kind)
        yield Token(kind, (found["field"] or "").lower())
        at = found.end()
        if kind == "field" and _NO_WORDS.match(text, at):
            raise UnreadableQueryError(NO_FIELD)
    return at


def _word(word: str) -> Token:
    if word in _OPERATORS:
        return Token(word.lower())
    return Token("word", word, prefix=word.endswith("*"))


def _quoted(found: re.Match[str]) -> Token:
    return Token("quoted", _inside(found), bool(found["star"]), int(found["slop"]) if found["slop"] else None)


def _inside(found: re.Match[str]) -> str:
    return next(found[name] for name in _KINDS if found[name] is not None)


def _near(inside: str) -> Token:
    """The words of NEAR(…) as typed, and the distance behind the last comma outside of quotation marks."""
    words, comma, number = inside.rpartition(",")
    told = _DISTANCE.fullmatch(comma + number) if comma else None
    return Token("near", words if told else inside, distance=int(told[1]) if told else None)
