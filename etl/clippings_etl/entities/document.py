"""A text prepared once for all recognisers: tokens, line styles, known names, capitalised words in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..language import base_of
from .candidates import Document, Segment
from .cues import Cues, cues_for
from .matching import known_names
from .tokens import Token, tokenise

_TITLE_CASE_SHARE = 0.7
_CAPITALISES_NOUNS = frozenset(("de", "lb"))


def prepare(text: str, language: str | None) -> Document:
    """The document that recognisers work on."""
    base = base_of(language)
    tokens = tokenise(text, base)
    cues = cues_for(base)
    styles = _styles(tokens, base)
    lower_words = frozenset(token.norm for token in tokens if token.shape == "l")
    hits = known_names(tokens, base, styles)
    segments = list(_segments(tokens, cues, lower_words))
    return Document(text, base, tokens, cues, styles, lower_words, hits, segments, {hit.first: hit for hit in hits})


def _styles(tokens: Sequence[Token], language: str | None) -> list[str]:
    styles: list[str] = []
    line: list[Token] = []
    for token in tokens:
        if token.gap == "\n":
            styles.extend([_style(line, language)] * len(line))
            line = []
        line.append(token)
    styles.extend([_style(line, language)] * len(line))
    return styles


def _style(line: Sequence[Token], language: str | None) -> str:
    words = [token for token in line if token.shape in "CUl" and len(token.text) > 1]
    if len(words) >= 3 and sum(token.shape == "U" for token in words) > 0.8 * len(words):
        return "upper"
    long_words = [token for token in words if len(token.text) > 3]
    if len(long_words) < 4 or language in _CAPITALISES_NOUNS or line[-1].text in ".!?":
        return ""
    return "title" if sum(token.capital for token in long_words) > _TITLE_CASE_SHARE * len(long_words) else ""


def _segments(tokens: Sequence[Token], cues: Cues, lower_words: frozenset[str]) -> Iterator[Segment]:
    index = 0
    while index < len(tokens):
        if tokens[index].capital and not _says_nothing(tokens[index], cues, lower_words):
            last = _segment_end(tokens, index, cues)
            yield Segment(index, last)
            index = last
        else:
            index += 1


def _says_nothing(token: Token, cues: Cues, lower_words: frozenset[str]) -> bool:
    """Whether a capital is no sign of a name here: a sentence's first word, a title, a month."""
    if token.norm in cues.never_names or (token.opens and token.norm in cues.no_openers):
        return True
    if not token.opens or token.norm not in lower_words:
        return False
    return token.norm not in cues["organisation_head"] and token.norm not in cues["company_suffix"]


def _segment_end(tokens: Sequence[Token], first: int, cues: Cues) -> int:
    last = first + max(1, _head_length(tokens, first, cues))
    while last < len(tokens):
        token = tokens[last]
        if token.gap == "\n":
            break
        if token.capital and not (token.norm in cues["title"] and _capital_at(tokens, last + 1)):
            last += 1
        elif token.norm == "-" and token.gap == "" and last + 1 < len(tokens) and tokens[last + 1].gap == "":
            following = tokens[last + 1]
            if not (following.capital or following.shape == "d"):
                break
            last += 2
        elif token.shape == "l" and token.gap == " " and f"{tokens[last - 1].norm} {token.norm}" in cues["compound"]:
            last += 1
        else:
            break
    while last - first > 1 and tokens[last - 1].norm in cues["calendar"]:
        last -= 1
    return last


def _head_length(tokens: Sequence[Token], first: int, cues: Cues) -> int:
    """Words of a head noun of several words, of which only the first has a capital (``Viện kiểm sát``)."""
    for length in range(min(cues.longest["organisation_head"], len(tokens) - first), 1, -1):
        words = tokens[first : first + length]
        if (
            all(word.gap == " " for word in words[1:])
            and " ".join(word.norm for word in words) in cues["organisation_head"]
        ):
            return length
    return 0


def _capital_at(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].capital and tokens[index].gap == " "
