"""A text as tokens: words, numbers and single marks, each with its offsets and its shape.

Words are split where names are joined to something else: at hyphens (``ASEAN-Korea``), at the
English possessive, at Turkish case endings behind an apostrophe, at French and Italian elisions.
Everything that looks for names works on these tokens, so a mention always begins and ends at one.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_new = tuple.__new__  # a third of the time of calling the class


def word_set(words: str) -> frozenset[str]:
    """The words of a string, for tables that are easier to read as text."""
    return frozenset(words.split())


APOSTROPHES = "'’‘ʻʼ`"
DASHES = "-‐‑–—"
OPENING_QUOTES = '“"«„‘‚「『《〈'
_SENTENCE_ENDS = frozenset(".!?…:;•*·([|。！？") | frozenset(OPENING_QUOTES)
# Their full stop ends no sentence.
_ABBREVIATIONS = word_set(
    """
    mr mrs ms dr prof st sr jr gen sen rep gov lt col capt rev hon no vs inc ltd co corp tp ts ths gs
    pgs bs ks sra srta dra eng bpk ir drs hr fr nr г ул им д-р проф
    """
)
_ELISIONS = word_set("l d qu s n j m t c dell all nell sull dall un quell jusqu lorsqu puisqu")
_LONGEST_ELISION = max(map(len, _ELISIONS))
_ELIDING = frozenset(("fr", "it", "ca", "oc", "pms"))
_SUFFIXING = frozenset(("tr", "az"))


def _marks() -> str:
    """Combining marks as a character class: Thai, Indic and Arabic words hold them, ``\\w`` does not."""
    ranges: list[list[int]] = []
    for code in range(0x300, min(0xFE30, sys.maxunicode)):
        if unicodedata.category(chr(code))[0] == "M":
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"\\u{first:04x}-\\u{last:04x}" for first, last in ranges)


MARKS = _marks()
"""Combining marks, as ranges of a character class."""
# Letters of scripts without spaces are words of their own, or they would hang on a Latin name beside them.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
_LETTERS = rf"(?:[^\W_{_UNSPACED}]|[{MARKS}])"
_TOKEN = re.compile(
    rf"(?:[^\W\d_{_UNSPACED}]\.)+(?=[\s,;:)\]’'»”\"]|$|[^\W\d_])"  # initials and dotted short forms
    rf"|[{_UNSPACED}]+|{_LETTERS}+(?:[{APOSTROPHES}]{_LETTERS}+)*|\S"
)


class Token(NamedTuple):
    """One word, number or mark of the text."""

    text: str
    start: int
    end: int
    norm: str
    """NFC, casefolded, with one kind of apostrophe and one kind of dash: for comparing."""
    shape: str
    """``C`` capitalised, ``U`` all capitals, ``I`` initials (``J.``), ``l`` other word, ``d`` number, ``p`` mark."""
    gap: str
    """What stands before: nothing, a space, or a line break."""
    opens: bool
    """Whether a sentence begins here, so that a capital says nothing."""

    @property
    def capital(self) -> bool:
        return self.shape in "CUI"


def normal(word: str) -> str:
    """The form in which words are compared: NFC, casefolded, one apostrophe, one dash."""
    if word.isascii():
        return word.lower().replace("`", "'")
    word = unicodedata.normalize("NFC", word).casefold()
    for mark in APOSTROPHES[1:]:
        word = word.replace(mark, "'")
    return "-" if len(word) == 1 and word in DASHES else word


def _shape(word: str) -> str:
    first = word[0]
    if first.islower() and first.isalpha():
        return "l"
    if first.isdecimal():
        return "d" if word.isdecimal() else "l"
    if not (first.isalnum()):
        return "p"
    if not (first.isupper() or first.istitle()):
        return "l"
    if word[-1] == "." and len(word) > 1:
        return "I"
    letters = [letter for letter in word if letter.isalpha()]
    return "U" if len(letters) > 1 and word == word.upper() else "C"


def _pieces(word: str, language: str | None) -> list[str]:
    """A word cut where it is two: before ``'s``, after elisions, before a Turkish ending, after ``x.``"""
    if word[-1] == "." and len(word) > 1 and not word[0].isupper():
        return [word] if len(word) > 2 else [word[0], "."]
    pieces: list[str] = []
    start = 0
    last = len(word) - 1
    for position, mark in enumerate(word):
        if mark not in APOSTROPHES or not start < position < last:
            continue
        if language in _ELIDING and position - start <= _LONGEST_ELISION and word[start:position].lower() in _ELISIONS:
            pieces.append(word[start : position + 1])
            start = position + 1
        elif (position + 1 == last and word[last] in "sS") or (
            language in _SUFFIXING and word[start].isupper() and word[position + 1 :].islower()
        ):
            return [*pieces, word[start:position], word[position:]]
        elif language in _SUFFIXING:
            break
    return [*pieces, word[start:]]


@lru_cache(1 << 16)
def _norm_and_shape(word: str) -> tuple[str, str]:
    return normal(word), _shape(word)


def _gap(text: str, start: int, end: int) -> str:
    """A space or a line break, whichever stands between two tokens."""
    between = text[start:end]
    return (
        " "
        if between in (" ", "\u00a0") or len(between.splitlines()) == 1 == len((between + "x").splitlines())
        else "\n"
    )


def tokenise(text: str, language: str | None) -> list[Token]:
    """All tokens of a text, in order. Takes time linear in its length."""
    tokens: list[Token] = []
    previous_end = 0
    opens = True
    previous_norm = ""
    for match in _TOKEN.finditer(text):
        start = match.start()
        found = match.group()
        gap = "" if start == previous_end else _gap(text, previous_end, start)
        for word in [found] if len(found) == 1 or found.isalnum() else _pieces(found, language):
            norm, shape = _norm_and_shape(word)
            tokens.append(_new(Token, (word, start, start + len(word), norm, shape, gap, opens or gap == "\n")))
            if shape == "p":
                ends = word in _SENTENCE_ENDS and not (word == "." and previous_norm in _ABBREVIATIONS)
                opens = ends or (opens and word != ",")
            else:
                opens = False
            previous_norm = norm
            start += len(word)
            gap = ""
        previous_end = start
    return tokens
