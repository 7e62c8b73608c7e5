"""Dates in running text, as precise as they are written: ``2023``, ``2023-08-21``, ``--08-21`` without a year.

Ranges are ISO 8601 intervals: ``2016/2025``, ``2023-05-10/2023-05-12``. Decades are ranges of years.
A year is never made up, nor a century. Where day and month can be taken for each other, as in English ``03/04/2024``,
only the year is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ..calendar_names import slash_order
from .calendars import BUDDHIST_YEARS, other_era
from .dated import DAY, END, LAST_YEAR, MONTH, WORD_BEFORE, YEAR, Dated, iso, number, ranged
from .lexicon import words
from .months import Months
from .years import decade, year_range, year_with_word

_TH_Y = r"(?P<y>1[5-9]\d\d|2[045]\d\d)"
_DASH = r" ?[-–—~〜～] ?"
_NUMERIC = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{YEAR}(?P<s>[-/.]){MONTH}(?P=s){DAY}(?!\d|[-/.:]\d)",
        rf"{YEAR}\. ?{MONTH}\. ?{DAY}\.?(?!\d)",
        rf"{YEAR}-(?P<m>0[1-9])(?![\d-])",
        rf"{DAY}(?P<s>\. ?){MONTH}(?P=s){YEAR}{END}",
        rf"{YEAR} ?年 ?{MONTH} ?月 ?{DAY}(?:{_DASH}(?P<d2>\d{{1,2}}))? ?[日号號]",
        rf"{YEAR} ?年 ?{MONTH} ?月(?!\d)",
        rf"{YEAR} ?년 ?{MONTH} ?월 ?{DAY} ?일(?:{_DASH}(?P<d2>\d{{1,2}}) ?일)?",
        rf"{YEAR} ?년 ?{MONTH} ?월",
        rf"{MONTH} ?月 ?{DAY} ?[日号號]?(?:{_DASH}|至|到|から)(?P<d2>\d{{1,2}}) ?[日号號]",
        rf"{MONTH} ?月 ?{DAY} ?[日号號]",
        rf"{MONTH} ?월 ?{DAY} ?일?{_DASH}(?P<d2>\d{{1,2}}) ?일",
        rf"{MONTH} ?월 ?{DAY} ?일",
        rf"{DAY}(?:{_DASH}(?P<d2>\d{{1,2}}))? tháng {MONTH}(?:,? năm|[ /-]) ?{YEAR}{END}",
        rf"{DAY}(?:{_DASH}(?P<d2>\d{{1,2}}))? tháng {MONTH}{END}",
    )
)
_FIRST_MARK = re.compile(r"[0-9]{1,4}(?:[-/.年月년월]| [年月년월t]| ?[–—~〜～])")
"""What any of them has behind its first number; most numbers are turned away by it."""
_TWO_AND_YEAR = re.compile(
    rf"(?P<a>\d{{1,2}})(?: ?[-–] ?(?P<b>\d{{1,2}}) ?[-–] ?| ?/ ?(?P<c>\d{{1,2}}) ?/ ?){YEAR}{END}(?![-/]\d)"
)
_MONTH_AFTER_WORD = re.compile(rf"{MONTH}(?:(?:,? năm |[-/ ]){YEAR}{END}|(?![\d/-]|[.,]\d))")
_YEARLESS_AFTER_WORD = re.compile(
    rf"(?P<a>\d{{1,2}})(?:{_DASH}(?P<d2>\d{{1,2}}))?(?P<s>[/-])(?P<b>\d{{1,2}})(?![\d/]|[-.,]\d)"
)
_DOTTED_YEARLESS = re.compile(r"(?P<a>\d{1,2})\. ?(?P<b>\d{1,2})\.(?!\d| ?\d{4})")
_BRACKETED = re.compile(r"(?P<a>\d{1,2})(?P<s>[/-])(?P<b>\d{1,2})(?=\))")
_ORDINAL = r"(?:(?:st|nd|rd|th|er|ers|º|ª|°|-го|-е|-га|-ші|-шы|ean|an|a|e)(?![^\W\d_]))?"
_AFTER_DAY = re.compile(rf"{_ORDINAL}\.?[ \-/]*(?:(?:de|del|of|d['’]|den|ng|na|lia|من) ?)?")
_SECOND_DAY = re.compile(
    rf"{_ORDINAL}\.?(?: ?[-–—] ?| (?:to|bis|à|au|a|al|до|по|đến|do|tot|til|till|y|e|et|und|and) )"
    r"(?P<d2>\d{1,2})(?!\d|[.,:]\d)"
)
_YEAR_BEHIND = re.compile(rf"(?:[ \-/]|\.[ ]|,[ ]|\.)(?:de |del |din |of |ng |-?ші )?{_TH_Y}(?!\d|[.,:/]\d)")
_DAY_BEHIND = re.compile(rf"[ \-]?{DAY}(?!\d|[.,:/]\d|%)(?![.,]?\d){_ORDINAL}")
_DAY_ONLY = re.compile(r"\d{1,2}(?!\d|[.:]\d|%)")
_ORDINAL_ONLY = re.compile(_ORDINAL)
_YEAR_AFTER_DAY = re.compile(rf",? {YEAR}(?!\d|[.,:/]\d)")
_DAY_OF_YEAR = re.compile(rf"{DAY}(?!\d)")
_NEXT_FIGURE = re.compile(r"[^\d\n]{0,12}?(\d)")
_YEAR_FIRST = re.compile(
    rf"{YEAR}(?:ko| ?m\.|\. ?gada|[ -]?yil(?:ning|i|da|gi)?| ?жылғы| ?жылы| ?жылдың| ?ж\."
    r"|[ -]?(?:ci|cı|cu|cü) ?il(?:in)?| ?წლის| ?թ\.| ?թվականի| ?оны|\.)?[ ,]+"
)
_YEAR_FIRST_LANGUAGES = words("hu lt lv kk ky uz az ka hy mn eu tk sq fa")
_DAY_WORDS = {
    "vi": ("ngày", "hôm", "sáng", "chiều", "tối", "trưa", "đêm", "đến", "từ", "và"),
    "de": (
        "am",
        "vom",
        "bis",
        "zum",
        "seit",
        "ab",
        "den",
        "dem",
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonntag",
    ),
    "cs": ("dne", "od", "do", "ze"),
    "sk": ("dňa", "od", "do", "zo"),
    "sl": ("dne", "od", "do"),
    "hr": ("od", "do", "dana"),
    "fi": ("asti",),
    "da": ("den",),
    "no": ("den",),
    "fr": ("le", "du", "au"),
    "it": ("il", "del", "al", "dal"),
    "es": ("el", "del", "al", "día"),
    "pt": ("dia", "em"),
    "id": ("tanggal", "senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"),
}
_BRACKETED_DATES = frozenset({"vi", "id"})
"""Languages whose newspapers put the date of a day just named into brackets: ``Thứ Hai (21/8)``."""
_Finder = Callable[[str, int, Months, "str | None"], "Dated | None"]


def date_at(text: str, start: int, months: Months, language: str | None) -> Dated | None:
    """The date whose first figure stands at ``start``; with a month's name it may begin before."""
    found = _single(text, start, months, language)
    return _with_second(text, found, months, language) if found else None


def _single(text: str, start: int, months: Months, language: str | None) -> Dated | None:
    four = text[start : start + 4]
    finders: tuple[_Finder, ...]
    if four.isdecimal() and len(four) == 4:
        finders = (_numeric, other_era, _year_first, _month_first, decade, year_range, year_with_word)
    else:
        finders = (_numeric, _two_numbers, _day_first, _after_word, _month_first, other_era)
    for find in finders:
        found = find(text, start, months, language)
        if found:
            return found
    return None


def _numeric(text: str, start: int, months: Months, language: str | None) -> Dated | None:
    mark = _FIRST_MARK.match(text, start)
    if mark is None:
        return None
    for pattern in _NUMERIC:
        match = pattern.match(text, start)
        if match:
            return ranged(
                start, match.end(), number(match, "y"), int(match["m"]), number(match, "d"), number(match, "d2")
            )
    return None


def _two_numbers(text: str, start: int, months: Months, language: str | None) -> Dated | None:
    match = _TWO_AND_YEAR.match(text, start)
    if not match:
        return None
    a, b, year = int(match["a"]), int(match["b"] or match["c"]), int(match["y"])
    readings = {"dm": iso(year, b, a), "md": iso(year, a, b)}
    order = slash_order(language) if language else None
    possible = list(dict.fromkeys(filter(None, readings.values())))
    if not possible:
        return None
    if len(possible) == 1:
        return Dated(start, match.end(), possible[0], "date")
    if order:
        return Dated(start, match.end(), readings[order] or possible[0], "date")
    return Dated(start, match.end(), str(year), "date:ambiguous")


def _after_word(text: str, start: int, months: Months, language: str | None) -> Dated | None:
    """A month or day in figures that only the word before it tells: ``tháng 8/2023``, ``ngày 21/8``, ``am 21.8.``."""
    before = WORD_BEFORE.search(text, max(0, start - 20), start)
    word = before[1].lower().lstrip("(“\"'") if before else ""
    if word == "tháng" and before:
        match = _MONTH_AFTER_WORD.match(text, start)
        if match and (value := iso(number(match, "y"), int(match["m"]))):
            return Dated(before.start(1) + len(before[1]) - len("tháng"), match.end(), value, "date")
    is_bracketed = language in _BRACKETED_DATES and text[start - 1 : start] == "("
    pattern = _BRACKETED if is_bracketed else _YEARLESS_AFTER_WORD
    if is_bracketed or word in _DAY_WORDS.get(language or "", ()):
        match = pattern.match(text, start) or _DOTTED_YEARLESS.match(text, start)
        if match and language != "vi" and "-" in match.groupdict().values():
            return None
        if match and (language not in ("de", "cs", "sk", "sl", "hr", "fi", "da", "no") or match.re is _DOTTED_YEARLESS):
            return ranged(start, match.end(), None, int(match["b"]), int(match["a"]), number(match, "d2"))
    return None


def _day_first(text: str, start: int, months: Months, language: str | None) -> Dated | None:
    """``21 August 2023``, ``21. August``, ``10–12 de mayo de 2023``."""
    end = start + 1 + text[start + 1 : start + 2].isdecimal()
    if text[end : end + 1].isdigit() or not 1 <= int(text[start:end]) <= 31:
        return None
    second = _SECOND_DAY.match(text, end)
    last = int(second["d2"]) if second else None
    glue = _AFTER_DAY.match(text, second.end() if second else end)
    name = months.after(text, glue.end()) if glue else None
    if name is None and second:
        last, glue = None, _AFTER_DAY.match(text, end)
        name = months.after(text, glue.end()) if glue else None
    if name is None:
        return None
    end_of_name, month, word = name
    year = _YEAR_BEHIND.match(text, end_of_name)
    if year is None and months.is_short(word):
        return None
    return ranged(start, year.end() if year else end_of_name, _year(year), month, int(text[start:end]), last)


def _year(match: re.Match[str] | None) -> int | None:
    if match is None:
        return None
    year = int(match["y"])
    return year - BUDDHIST_YEARS if year > LAST_YEAR else year


def _month_first(text: str, start: int, months: Months, language: str | None) -> Dated | None:
    """``August 21, 2023``, ``August 21``, ``August 2023``."""
    if start < 3:
        return None
    end_of_name = start
    for mark in " .,-/":
        if text[end_of_name - 1] == mark:
            end_of_name -= 1
    for small in (" de", " del", " ng", " of"):
        if text.endswith(small, 0, end_of_name):
            end_of_name -= len(small)
            break
    name = months.before(text, end_of_name)
    if name is None:
        return None
    begin, month, word = name
    year = _YEAR_BEHIND.match(text, start - 1) if not text[start - 1].isdigit() else None
    if year and year.start("y") == start:
        return ranged(begin, year.end(), _year(year), month, None, None)
    day = _DAY_ONLY.match(text, start)
    if not day or months.is_short(word):
        return None
    second = _SECOND_DAY.match(text, day.end())
    if second:
        following = months.after(text, second.end() + 1)
        second = None if following else second
    end = second.end() if second else day.end()
    ordinal = _ORDINAL_ONLY.match(text, end)
    end = ordinal.end() if ordinal else end
    behind = _YEAR_AFTER_DAY.match(text, end)
    return ranged(
        begin,
        behind.end() if behind else end,
        _year(behind),
        month,
        int(day.group()),
        int(second["d2"]) if second else None,
    )


def _year_first(text: str, start: int, months: Months, language: str | None) -> Dated | None:
    """``2023. augusztus 21.``, ``2023 жылғы 21 тамыз``, ``2023-yil 21-avgust``."""
    match = _YEAR_FIRST.match(text, start) if language in _YEAR_FIRST_LANGUAGES else None
    if not match:
        return None
    year, position = int(match["y"]), match.end()
    name = months.after(text, position)
    if name:
        day = _DAY_BEHIND.match(text, name[0])
        if day and (found := ranged(start, day.end(), year, name[1], int(day["d"]), None)):
            return found
        return Dated(start, name[0], f"{year}-{name[1]:02}", "date") if not months.is_short(name[2]) else None
    day = _DAY_OF_YEAR.match(text, position)
    if not day:
        return None
    glue = _AFTER_DAY.match(text, day.end())
    name = months.after(text, glue.end()) if glue else None
    return ranged(start, name[0], year, name[1], int(day["d"]), None) if name else None


_SECOND = re.compile(
    r" ?[-–—~〜～] ?| (?:to|until|bis|au|al|até|hasta|до|по|do|tot|til|till|đến ngày|đến|-) |至|到|から"
)


def _with_second(text: str, first: Dated, months: Months, language: str | None) -> Dated:
    """A range where a second date follows: ``28 May – 3 June 2023``."""
    if "/" in first.value or "-" not in first.value:
        return first
    link = _SECOND.match(text, first.end)
    if not link:
        return first
    position = link.end()
    figure = _NEXT_FIGURE.match(text, position)
    if not figure:
        return first
    second = _single(text, figure.start(1), months, language)
    if not second or second.start > figure.start(1) or second.start < position or "/" in second.value:
        return first
    if second.start != position:
        return first
    return _joined(first, second) or first


def _joined(first: Dated, second: Dated) -> Dated | None:
    begin, until = first.value, second.value
    if begin.startswith("--") and not until.startswith("--") and "-" in until:
        begin = until[:4] + begin[1:]
    if len(begin) != len(until) or begin >= until:
        return None
    return Dated(first.start, second.end, f"{begin}/{until}", "date:range")
