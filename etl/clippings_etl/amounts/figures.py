"""Numbers written in figures, by the separators of a language: ``1,622`` is 1622 in English and 1.622 in German."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..locales import locales

MAX_DIGITS = 24
"""No amount is written with more digits; what has more is some number of a thing."""

TOKEN = re.compile(r"[0-9]+(?:[.,'’٫٬][0-9]+)*")
"""A run of figures with all that may part them but spaces."""

_SPACED = re.compile(r"[0-9]{1,3}(?: [0-9]{3}){1,6}(?![0-9])")
_WITH_DECIMALS = re.compile(r"([.,])([0-9]+)(?![0-9]|[.,:/][0-9])")
_COMMA_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}|[1-9][0-9]{0,2}(?:,[0-9]{3})+\.[0-9]+")
_DOT_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}|[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]+")

_USUAL = {
    mark: re.compile(rf"(?<![0-9.,])[0-9]{{1,3}}(?:[{mark}][0-9]{{1,2}}|[{group}]000)(?![0-9]|[.,:/][0-9])")
    for mark, group in ((".", ","), (",", "."))
}
"""By the mark of decimals, numbers that only it makes: ``3,5``, and 450.000, which nobody writes for 450."""

_INDIAN = frozenset({"en", "hi", "bn", "ta", "te", "mr", "gu", "kn", "ml", "pa", "ne", "ur", "or", "as", "si"})
"""Languages in which 1,62,200 is a number."""

_SPACE_TOO = frozenset({"es", "pt", "ca", "it", "de", "af", "gl", "eu", "uz", "sr", "hr", "sl", "ro", "mn", "ky", "tg"})
"""Languages that group by spaces beside what CLDR names."""


@dataclass(frozen=True, slots=True)
class Convention:
    """What parts the figures of a number in a language."""

    decimal: str
    """``.`` or ``,``; empty where the language isn't known, so that only what can be read one way is read."""
    spaced: bool
    """Whether a space groups thousands."""
    indian: bool
    """Whether groups of two are right behind the first group of three."""
    of_document: bool = False
    """Whether the text itself shows another use than its language's."""

    @property
    def group(self) -> str:
        return {".": ",", ",": "."}.get(self.decimal, "")


UNKNOWN = Convention("", spaced=False, indian=False)


@cache
def convention(language: str | None) -> Convention:
    """The separators of a language as CLDR has them."""
    if language is None:
        return UNKNOWN
    with locales((language,)) as found:
        if not found:
            return UNKNOWN
        symbols = found[0].number_symbols["latn"]
        decimal, group = symbols["decimal"], symbols["group"]
    spaced = group.isspace() or language in _SPACE_TOO
    return Convention("," if decimal in ",٫" else ".", spaced, language in _INDIAN)


def convention_of(text: str, language: str | None) -> Convention:
    """The separators of a text: its language's, unless the text itself shows the other use and never its language's.

    ``1,250,000`` in a Spanish text shows that commas group there, as they do in Mexico; ``3,5`` beside it would
    show that it was only copied.
    """
    usual = convention(language)
    commas = _COMMA_GROUPS.search(text) is not None
    dots = _DOT_GROUPS.search(text) is not None
    if commas == dots:
        return usual
    shown = "." if commas else ","
    if shown == usual.decimal or (usual.decimal and _USUAL[usual.decimal].search(text)):
        return usual
    return Convention(shown, usual.spaced and bool(usual.decimal), usual.indian, of_document=True)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in figures: its value as a plain decimal, and where it ends."""

    value: str
    end: int
    grouped: bool = False
    """Whether separators group its thousands."""


def read(text: str, token: re.Match[str], by: Convention) -> Figure | None:
    """The number at a token; None where it is written as no number of the language is."""
    figures = token.group()
    if by.spaced and text[token.end() : token.end() + 1] == " " and len(figures) <= 3:
        spaced = _read_spaced(text, token.start(), by)
        if spaced:
            return spaced
    if len(figures) > 2 * MAX_DIGITS or sum(map(str.isdigit, figures)) > MAX_DIGITS:
        return None
    value, grouped = _plain(figures, by)
    return Figure(value, token.end(), grouped) if value else None


def _read_spaced(text: str, start: int, by: Convention) -> Figure | None:
    match = _SPACED.match(text, start)
    if not match or text[start] == "0":
        return None
    value, end = match.group().replace(" ", ""), match.end()
    decimals = _WITH_DECIMALS.match(text, end)
    if decimals and decimals[1] == by.decimal:
        return Figure(trimmed(f"{value}.{decimals[2]}"), decimals.end(), True)
    return Figure(value, end, True)


def _plain(figures: str, by: Convention) -> tuple[str, bool]:
    """The value of figures with separators, and whether they are grouped; an empty value for what is no number."""
    if figures.isdigit():
        return ("", False) if len(figures) > 1 and figures[0] == "0" else (figures, False)
    figures = figures.replace("٬", "'")
    if "'" in figures or "’" in figures:
        head, _, fraction = figures.replace("٫", ".").replace(",", ".").partition(".")
        whole = _ungrouped(head.replace("’", "'"), "'", by)
        return (
            (trimmed(f"{whole}.{fraction}" if fraction else whole), True)
            if whole and "." not in fraction
            else ("", False)
        )
    if "٫" in figures:
        whole, _, fraction = figures.partition("٫")
        return (trimmed(f"{whole}.{fraction}"), False) if whole.isdigit() and fraction.isdigit() else ("", False)
    return _by_convention(figures, by)


def _by_convention(figures: str, by: Convention) -> tuple[str, bool]:
    if not by.decimal:
        return _without_convention(figures)
    whole, mark, fraction = figures.partition(by.decimal)
    if mark and not fraction.isdigit():
        # 1,250,000 is a number in German too: nothing but groups can be meant.
        return (_ungrouped(figures, by.decimal, UNKNOWN), True) if by.decimal in fraction else ("", False)
    if by.group in whole:
        whole = _ungrouped(whole, by.group, by)
        if not whole:
            return "", False
        return trimmed(f"{whole}.{fraction}" if mark else whole), True
    if len(whole) > 1 and whole[0] == "0":
        return "", False
    return trimmed(f"{whole}.{fraction}"), False


def _without_convention(figures: str) -> tuple[str, bool]:
    """Of a language that isn't known, only what every language reads the same way."""
    for decimal, group in ((".", ","), (",", ".")):
        whole, mark, fraction = figures.rpartition(decimal)
        if mark and whole.isdigit() and len(fraction) != 3 and not (len(whole) > 1 and whole[0] == "0"):
            return trimmed(f"{whole}.{fraction}"), False
        if figures.count(group) > 1 or (mark and group in whole):
            head = whole if mark else figures
            joined = _ungrouped(head, group, UNKNOWN)
            if joined:
                return trimmed(f"{joined}.{fraction}" if mark else joined), True
    return "", False


def _ungrouped(whole: str, group: str, by: Convention) -> str:
    """Figures without the marks of groups; empty where the groups are wrong."""
    first, *groups = whole.split(group)
    if not groups or not 1 <= len(first) <= 3 or first[0] == "0" or not all(map(str.isdigit, (first, *groups))):
        return ""
    if all(len(each) == 3 for each in groups):
        return "".join((first, *groups))
    is_indian = by.indian and len(first) <= 2 and len(groups[-1]) == 3 and all(len(each) == 2 for each in groups[:-1])
    return "".join((first, *groups)) if is_indian else ""


def trimmed(value: str) -> str:
    """A plain decimal without zeros that say nothing: ``3.50`` is ``3.5``."""
    return value.rstrip("0").rstrip(".") if "." in value else value


def scaled(value: str, power: int) -> str:
    """A plain decimal times a power of ten, exactly: ``scaled("1.28", 12)`` is ``1280000000000``."""
    whole, _, fraction = value.partition(".")
    fraction = fraction.ljust(power, "0")
    shifted = f"{whole}{fraction[:power]}".lstrip("0") or "0"
    rest = fraction[power:].rstrip("0")
    return f"{shifted}.{rest}" if rest else shifted


_NATIVE = "".join(filter(str.isdecimal, map(chr, range(0x660, 0x10000))))
# Digits of all scripts and the spaces that group, each as the character that patterns look for; all of one character.
_ODD = re.compile(f"[\u00a0\u2007\u2009\u202f％﹪٪．＄￥{_NATIVE}]")
_SAME = {
    "\u00a0": " ",
    "\u2007": " ",
    "\u2009": " ",
    "\u202f": " ",
    "％": "%",
    "﹪": "%",
    "٪": "%",
    "．": ".",
    "＄": "$",
    "￥": "¥",
}


def normalised(text: str) -> str:
    """The text with figures of any script as 0 to 9 and spaces that don't break as plain ones: as long as it was."""
    if text.isascii() or not _ODD.search(text):
        return text
    return _ODD.sub(_same, text)


def _same(match: re.Match[str]) -> str:
    character = match.group()
    known = _SAME.get(character)
    if known is not None:
        return known
    return str(int(character)) if character.isdecimal() else character
