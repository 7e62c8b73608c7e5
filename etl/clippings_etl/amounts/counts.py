"""Counted nouns: ``1,622 companies``, ``50 thousand workers``, ``24家企业``.

Without a grammar of each language this is kept to what can be told from the word itself: that it isn't one of the
language's small words, that it ends like a plural where plurals show, that it is a counting word where the language has
them; and from the word before, that the number isn't a label (``Article 24``).
"""

from __future__ import annotations

import re
from functools import cache

from .grammar import (
    CLASSIFIERS,
    IRREGULAR_PLURALS,
    ONE_SYLLABLE_NOUNS,
    PLURAL_ENDINGS,
    WEAK_NOUNS_FROM,
    function_words,
    is_label,
    year_cues,
)
from .lexicon import Lexicon, words
from .reader import Amount, Scaled

_WORD = re.compile(r" ((?:[^\W\d_]|[\u0300-\u036f\u0900-\u0dff\u064b-\u0652'’ʻʼ‘\u200c-]){2,})(?![\w@/.](?=\w))")
_LINK = re.compile(r" (?:de|d['’]|di)(?= )")
_WEAK = words(
    """it nl sv da no nb nn fi ru uk be bg mk sr hr bs sl cs sk pl lt lv et hu ro tr az kk uz ky id ms el
    ar fa ur he hi bn mr ne ta is sq"""
)
"""Languages in which any word that is no small word may be the noun."""
_YEAR_LIKE = re.compile("1[5-9][0-9]{2}|20[0-9]{2}")
_CASELESS = words("ar fa ur he hi bn mr ne ta")
_OF_LINK = frozenset({"ro", "fr", "es", "pt", "it", "ca", "gl"})


def count_at(text: str, number: Scaled, language: str | None) -> Amount | None:
    """The number with the noun that it counts; None where none is sure."""
    if language is None or "." in number.value or _is_year(number) or not _counts_something(text, number, language):
        return None
    if language in CLASSIFIERS:
        found = _classifiers(language).at(text, number.end + (text[number.end : number.end + 1] == " "))
        return _made(number, found[0], found[1]) if found else None
    noun = _noun(text, number, language)
    return _made(number, noun[1], text[noun[0] : noun[1]]) if noun else None


def _made(number: Scaled, end: int, unit: str) -> Amount:
    return Amount(number.start, end, "quantity", number.value, unit, "quantity:count")


def _is_year(number: Scaled) -> bool:
    """Whether a number without group or scale may as well be a year."""
    return (
        len(number.written) == 4
        and not number.grouped
        and not number.power
        and 1800 <= int(number.value) <= 2099
        and (not number.value.endswith("00"))
    )


def _counts_something(text: str, number: Scaled, language: str) -> bool:
    """Whether the word before leaves it open that the number counts what follows."""
    before = text[max(0, number.start - 30) : number.start]
    if not before or before.endswith("\n"):
        return not before or number.grouped or number.power > 0
    words_before = before.rsplit("\n", 1)[-1].split()
    if not words_before:
        return True
    last = words_before[-1].strip("(“”\"'«»„")
    if not last:
        return True
    if (
        language in _WEAK
        and not number.grouped
        and _YEAR_LIKE.fullmatch(number.value)
        and last.lower() in year_cues(language)
    ):
        return False
    if last[-1].isdigit() or last.lower() in ("thứ", "số") or is_label(last.lower().rstrip(".")):
        return False
    is_first = len(words_before) == 1 or words_before[-2][-1:] in ".!?:"
    if not last.islower() and not last[0].isupper():  # iPhone 15 users
        return last.lower() == last
    return not (
        last[0].isupper()
        and not is_first
        and language != "de"
        and last[-1].isalpha()
        and not number.grouped
        and not number.power
    )


@cache
def _classifiers(language: str) -> Lexicon[str]:
    return Lexicon((word, word) for word in sorted(CLASSIFIERS[language]))


def _noun(text: str, number: Scaled, language: str) -> tuple[int, int] | None:
    """Where the counted noun behind a number begins and ends."""
    position = number.end
    if language in _OF_LINK and (link := _LINK.match(text, position)):
        position = link.end()
    first = _WORD.match(text, position)
    if first is None or first[1][-1] in "-'’" or first[1].lower() in function_words(language):
        return None
    large = number.power or number.grouped or int(number.value) >= WEAK_NOUNS_FROM
    if language == "vi":
        return _vietnamese(text, first) if int(number.value) > 1 else None
    if language == "de":
        return _german(text, first) if int(number.value) > 1 else None
    if language in PLURAL_ENDINGS:
        return _plural(text, first, language) if int(number.value) > 1 else None
    if language in _WEAK and large and (language in _CASELESS or first[1].islower()) and len(first[1]) > 2:
        return first.span(1)
    return None


def _plural(text: str, first: re.Match[str], language: str) -> tuple[int, int] | None:
    """A word that ends like a plural, or an adjective and such a word."""
    if not first[1].islower():
        return None
    if _is_plural(first[1], language):
        return first.span(1)
    second = _WORD.match(text, first.end())
    is_noun = second and language == "en" and second[1].islower() and _is_plural(second[1], language)
    return second.span(1) if second and is_noun and second[1] not in function_words(language) else None


def _is_plural(word: str, language: str) -> bool:
    if language == "en" and (word in IRREGULAR_PLURALS or word.endswith(("ss", "us", "is"))):
        return word in IRREGULAR_PLURALS
    return len(word) > 3 and word.endswith(PLURAL_ENDINGS[language])


def _german(text: str, first: re.Match[str]) -> tuple[int, int] | None:
    """A noun, which has a capital, behind at most one adjective."""
    if first[1][0].isupper():
        if first[1] in _GERMAN_LABELS:
            return None
        return first.span(1) if len(first[1]) > 2 else None
    second = _WORD.match(text, first.end())
    is_noun = second and second[1][0].isupper() and first[1].endswith(("e", "en", "er")) and len(second[1]) > 2
    return second.span(1) if second and is_noun else None


_GERMAN_LABELS = frozenset({"Uhr", "Mal", "Jahrhundert", "Punkt", "Euro", "Prozent"})


def _vietnamese(text: str, first: re.Match[str]) -> tuple[int, int] | None:
    """A noun of one syllable that needs no other, or two syllables."""
    if not first[1].islower():
        return None
    if first[1] in ONE_SYLLABLE_NOUNS:
        return first.span(1)
    second = _WORD.match(text, first.end())
    if second and second[1].islower() and second[1] not in function_words("vi"):
        return first.start(1), second.end(1)
    return None
