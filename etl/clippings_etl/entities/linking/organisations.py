"""Keys of organisations: the ways to write one name give one key.

    Agency for the Development of River Ports  → agency-develop-river-ports
    Agency for Developing River Ports          → agency-develop-river-ports
    Minh Phat Steel Co., Ltd.                  → minh-phat-steel

What a name says of the company's legal form is left out. English names that describe a task ("for", "developing") are
compared without their small words and by the stems of the nouns and gerunds of doing. All other names are left as
they are: University of York and York University are two.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from ..data_version import DATA
from ..tokens import APOSTROPHES, OPENING_QUOTES, normal, tokenise, word_set

_DESCRIPTIVE = 3
"""Content words from which on an English name that describes a task is compared by stems."""
_SHORTEST_STEM = 4
_MOST_MARKS = 3
"""Apostrophes and the like that are no legal form."""
_DOING = ("ations", "ation", "ating", "ments", "ment", "itions", "ition", "iting", "ions", "ion", "ing")
_HEADS = word_set(
    """
    commission association organisation organization institution federation administration corporation foundation
    union department division mission parliament government station agency centre center nation nations region
    """
)
"""Nouns with such an ending that name no doing."""
_OTHER_FOR = word_set("da nb nn no sv")
"""Languages in which "for" is a word of their own."""
_UNSPACED_FORMS = re.compile(
    "^(?:株式会社|有限会社|合同会社|주식회사)|(?:株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限公司|주식회사)$"
)
"""Legal forms that no space parts from the name."""
_QUOTES = re.compile("[" + re.escape(OPENING_QUOTES + "”»’」』》〉") + "]")


class Matched(NamedTuple):
    """The form by which names of one organisation agree, and what was left out of the name for it."""

    form: str
    why: str
    """``""`` where the form is the name; ``legal-form`` or ``same-words``."""


@cache
def _legal_forms() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Place in the name → phrases as normal words, the longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    with (DATA / "legal_forms.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            phrases = {_split(phrase) for phrase in row["words"].split("|")}
            found.setdefault(row["place"], set()).update(phrases)
    return {key: tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase))) for key, phrases in found.items()}


_SMALL = word_set("the a an of for to in on and at")


def _split(name: str) -> tuple[str, ...]:
    return tuple(token.norm.replace(".", "") for token in tokenise(name, None) if token.norm.replace(".", ""))


@cache
def _worth_reading() -> re.Pattern[str]:
    """What a name holds of which anything is left out: a legal form, "for" or a gerund, "the", quotes, full stops."""
    forms = _legal_forms()
    ends = {re.escape(phrase[-1]) for phrase in forms["end"]}
    starts = {re.escape(phrase[0]) for phrase in forms["start"]}
    marks = re.escape(OPENING_QUOTES + "”»’」』》〉.")
    return re.compile(
        rf"[{marks}]|^(?:the|{'|'.join(sorted(starts))})\b|\b(?:for|[a-z]{{3,}}ing)\b|\b(?:{'|'.join(sorted(ends))})$"
        rf"|^(?:{'|'.join(sorted(starts))})|(?:株式会社|公司|会社|주식회사)"
    )


@lru_cache(1 << 14)
def matched(name: str, language: str | None) -> Matched:
    """The form of an organisation's name; a name that would lose everything keeps it all."""
    if not _worth_reading().search(name.casefold()):
        return Matched(name, "")
    bare_name = _QUOTES.sub(" ", "".join(letter for letter in name if letter not in APOSTROPHES))
    bare_name = _UNSPACED_FORMS.sub("", bare_name) or bare_name
    words = tuple(word for word in _split(bare_name) if word[0].isalnum() or word == "&")
    bare = _without_legal_form(words)
    if len(bare) > 1 and bare[0] == "the":
        bare = bare[1:]
    if not any(map(str.isalpha, bare)):
        return Matched(normal(name), "")
    content = tuple(word for word in bare if word not in _SMALL and word != "&")
    if len(content) >= _DESCRIPTIVE and _describes(bare, language):
        return Matched(" ".join(map(_stem, content)), "same-words")
    dropped = len(bare) < len(words) or len(bare_name) < len(name) - _MOST_MARKS
    return Matched(" ".join(bare), "legal-form" if dropped and words[0] != "the" else "")


def _describes(words: tuple[str, ...], language: str | None) -> bool:
    """Whether an English name says what somebody is there for."""
    if language in _OTHER_FOR or not all(map(str.isascii, words)):
        return False
    return "for" in words[1:-1] or (
        language in (None, "en") and any(word.endswith("ing") and len(word) > 6 for word in words)
    )


@lru_cache(1 << 14)
def stems(name: str) -> frozenset[str]:
    """The stems of an English name's content words, in no order; fewer than three say too little to compare by."""
    return frozenset(_stem(word) for word in _split(name) if word[0].isalnum() and word not in _SMALL)


def _without_legal_form(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without the legal forms at their end and, where a language sets them there, at their beginning."""
    for _ in range(3):
        shorter = _without_one(words)
        if shorter == words:
            return words
        words = shorter
    return words


def _without_one(words: tuple[str, ...]) -> tuple[str, ...]:
    table = _legal_forms()
    for phrase in table["end"]:
        rest = words[: -len(phrase)]
        if words[-len(phrase) :] == phrase and _enough(rest):
            return rest
    for phrase in table["start"]:
        rest = words[len(phrase) :]
        if words[: len(phrase)] == phrase and _enough(rest):
            return rest
    return words


def _enough(rest: tuple[str, ...]) -> bool:
    """Whether what is left still names somebody."""
    return len("".join(rest)) >= 3 and any(len(word) > 1 for word in rest)


def _stem(word: str) -> str:
    if word not in _HEADS:
        for ending in _DOING:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
                return word[: -len(ending)]
    return word
