"""All dates, amounts of money, percentages and quantities of a text."""

from __future__ import annotations

import re

from ..documents import Quantity
from ..language import base_of
from .counts import count_at
from .dated import Dated
from .dates import date_at
from .figures import TOKEN, convention_of, normalised
from .lexicon import is_unspaced, lowered
from .months import Months, months
from .reader import Amount, Reader
from .tables import tables
from .years import year_at

MAX_FIGURES = 80
"""Longer runs of figures and separators are no amount."""
MAX_LENGTH = 160
"""No date or amount is written in more characters."""

_FIGURE = re.compile("[0-9]")
_BARE = re.compile(r" *(?:\n|$| [0-9])")
_BARE_GROUPED = re.compile(r" *(?:\n|$| (?![0-9]{3}(?![0-9]))[0-9])")
"""The same where a space groups thousands."""
_NOT_BEFORE = re.compile(r"[#№@_\\&=?^′″°]")
_HEBREW_PREFIXES = "בלמכהוש"
"""Letters that Hebrew joins to a number: ב-21 is "on the 21st"."""
_ORDINAL_SIGNS = "第제"
_SIGN_LETTERS = 4
"""Letters that may stand right before a number as the sign of a currency: ``Rp5.000``."""


def quantities(text: str, language: str | None = None) -> list[Quantity]:
    """Dates, money, percentages and quantities written with figures, in the order of the text; none overlap.

    ``language``: the ISO 639 code that decides how ``1,622`` is read and whose words are known; without one, only what
    the whole world writes the same way is found.
    """
    language = base_of(language)
    plain = normalised(text)
    if not _FIGURE.search(plain):
        return []
    by = convention_of(plain, language)
    reader = Reader(plain, lowered(plain), tables(language), by)
    names = months(language)
    found: list[Quantity] = []
    end = 0
    for token in TOKEN.finditer(plain):
        start = token.start()
        if start < end or not _begins(plain, start) or _is_bare(plain, token, by.spaced):
            continue
        whole = _attached(reader, token) if _is_attached(plain, start) else _apart(reader, token, names, language)
        if (
            whole is None
            or whole.start < end
            or whole.end - whole.start > MAX_LENGTH
            or "\n" in plain[whole.start : whole.end]
        ):
            continue
        end = whole.end
        found.append(_made(text, whole))
    return found


def _made(text: str, found: Dated | Amount) -> Quantity:
    if isinstance(found, Dated):
        kind, unit = "date", None
    else:
        kind, unit = found.kind, found.unit
    surface = text[found.start : found.end]
    return Quantity(found.start, found.end, surface, kind, found.value, unit, found.method)


def _is_bare(text: str, token: re.Match[str], spaced: bool) -> bool:
    """Whether a run of figures has only other figures or nothing on both sides, as in a table: no word says of what."""
    start, end = token.span()
    if start and not (
        text[start - 1] in " \n" and (start == 1 or text[start - 2].isdigit() or text[start - 2] in " \n")
    ):
        return False
    return (_BARE_GROUPED if spaced else _BARE).match(text, end) is not None


def _may_be_date(token: re.Match[str]) -> bool:
    """Whether a run of figures begins like a date: with a year or a number up to 31."""
    figures = token.group()
    length = len(figures)
    if length <= 2:
        return True
    head = figures[:4]
    return head.isdigit() or not head[:3].isdigit()


def _apart(reader: Reader, token: re.Match[str], names: Months, language: str | None) -> Dated | Amount | None:
    """What a number is that stands apart from the words around it."""
    text, start = reader.text, token.start()
    found = date_at(text, start, names, language) if _may_be_date(token) else None
    if found:
        return found
    number = reader.number(token) if len(token.group()) <= MAX_FIGURES else None
    amount = reader.amount(number) if number else None
    if amount is None and number and not reader.is_unit(number.end + 1):
        amount = count_at(text, number, language)
    return amount or year_at(text, start, language)


def _attached(reader: Reader, token: re.Match[str]) -> Amount | None:
    """The money that a number is, right behind letters: ``Rp5.000``; behind other letters it is part of a name."""
    number = reader.number(token) if len(token.group()) <= MAX_FIGURES else None
    amount = reader.amount(number) if number else None
    return amount if amount and amount.start < token.start() else None


def _is_attached(text: str, start: int) -> bool:
    """Whether a letter of a script that parts its words stands right before a number."""
    return start > 0 and text[start - 1].isalpha() and not is_unspaced(text[start - 1])


def _begins(text: str, start: int) -> bool:
    """Whether a number can begin here: not inside a word, a time, an address or another number."""
    if start == 0:
        return True
    before = text[start - 1]
    if before in " \n":
        return True
    earlier = text[start - 2 : start - 1]
    if before.isalpha():
        if is_unspaced(before):
            return before not in _ORDINAL_SIGNS
        return _ends_like_sign(text, start)
    if before in "-־" and earlier and earlier in _HEBREW_PREFIXES:
        return True
    if before in ".,:/-‐‑–—−~’'+":
        return (
            not (earlier.isalnum() and not (is_unspaced(earlier) and before in "-–—~,:"))
            or (before == "." and _ends_like_sign(text, start - 1))
            or (before == ":" and earlier.isalpha())
        )
    return not before.isdigit() and not _NOT_BEFORE.match(before)


def _ends_like_sign(text: str, end: int) -> bool:
    """Whether the letters before may be the sign of a currency: few, and none of them more than a word's end."""
    start = end
    while start and end - start <= _SIGN_LETTERS and text[start - 1].isalpha():
        start -= 1
    return end - start <= _SIGN_LETTERS and not (start and text[start - 1].isdigit())
