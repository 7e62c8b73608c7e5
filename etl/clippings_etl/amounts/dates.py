"""Dates in running text, as precise as they are written: ``2023``, ``2023-08-21``, ``--08-21`` without a year.

Ranges are ISO 8601 intervals: ``2016/2025``, ``2023-05-10/2023-05-12``. Decades are ranges of years.
A year is never made up, nor a century. Where day and month can be taken for each other, as in English ``03/04/2024``,
only the year is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from ..calendar_names import slash_order
from ..eras import to_common_era
from .grammar import function_words, year_cues
from .lexicon import words
from .months import Months


class Dated(NamedTuple):
    """A date in a text."""

    start: int
    end: int
    value: str
    method: str


FIRST_YEAR, LAST_YEAR = 1500, 2099
_Y = r"(?P<y>1[5-9]\d\d|20\d\d)"
_TH_Y = r"(?P<y>1[5-9]\d\d|2[045]\d\d)"
_D, _M = r"(?P<d>\d{1,2})", r"(?P<m>\d{1,2})"
_DASH = r"\s?[-–—~〜～]\s?"
_END = r"(?!\d|[.,:]\d)"

_NUMERIC = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_Y}(?P<s>[-/.]){_M}(?P=s){_D}(?!\d|[-/.:]\d)",
        rf"{_Y}\. ?{_M}\. ?{_D}\.?(?!\d)",
        rf"{_Y}-(?P<m>0[1-9])(?![\d-])",
        rf"{_D}(?P<s>\. ?){_M}(?P=s){_Y}{_END}",
        rf"{_Y} ?年 ?{_M} ?月 ?{_D}(?:{_DASH}(?P<d2>\d{{1,2}}))? ?[日号號]",
        rf"{_Y} ?年 ?{_M} ?月(?!\d)",
        rf"{_Y} ?년 ?{_M} ?월 ?{_D} ?일(?:{_DASH}(?P<d2>\d{{1,2}}) ?일)?",
        rf"{_Y} ?년 ?{_M} ?월",
        rf"{_M} ?月 ?{_D} ?[日号號]?(?:{_DASH}|至|到|から)(?P<d2>\d{{1,2}}) ?[日号號]",
        rf"{_M} ?月 ?{_D} ?[日号號]",
        rf"{_M} ?월 ?{_D} ?일?{_DASH}(?P<d2>\d{{1,2}}) ?일",
        rf"{_M} ?월 ?{_D} ?일",
        rf"{_D}(?:{_DASH}(?P<d2>\d{{1,2}}))? tháng {_M}(?:,? năm|[ /-]) ?{_Y}{_END}",
        rf"{_D}(?:{_DASH}(?P<d2>\d{{1,2}}))? tháng {_M}{_END}",
    )
)
_FIRST_MARK = re.compile(r"[0-9]{1,4}(?:[-/.年月년월]| [年月년월t]| ?[–—~〜～])")
"""What any of them has behind its first number; most numbers are turned away by it."""
_TWO_AND_YEAR = re.compile(
    rf"(?P<a>\d{{1,2}})(?: ?[-–] ?(?P<b>\d{{1,2}}) ?[-–] ?| ?/ ?(?P<c>\d{{1,2}}) ?/ ?){_Y}{_END}(?![-/]\d)"
)
_MONTH_AFTER_WORD = re.compile(rf"{_M}(?:(?:,? năm |[-/ ]){_Y}{_END}|(?![\d/-]|[.,]\d))")
_YEARLESS_AFTER_WORD = re.compile(
    rf"(?P<a>\d{{1,2}})(?:{_DASH}(?P<d2>\d{{1,2}}))?(?P<s>[/-])(?P<b>\d{{1,2}})(?![\d/]|[-.,]\d)"
)
_DOTTED_YEARLESS = re.compile(r"(?P<a>\d{1,2})\. ?(?P<b>\d{1,2})\.(?!\d| ?\d{4})")
_BRACKETED = re.compile(r"(?P<a>\d{1,2})(?P<s>[/-])(?P<b>\d{1,2})(?=\))")

_ORDINAL = r"(?:(?:st|nd|rd|th|er|ers|º|ª|°|-го|-е|-га|-ші|-шы|ean|an|a|e)(?![^\W\d_]))?"
_AFTER_DAY = re.compile(rf"{_ORDINAL}\.?[ \-/]*(?:(?:de|del|of|d['’]|den|ng|na|lia|من)\s?)?")
_SECOND_DAY = re.compile(
    rf"{_ORDINAL}\.?(?:\s?[-–—]\s?|\s(?:to|bis|à|au|a|al|до|по|đến|do|tot|til|till|y|e|et|und|and)\s)(?P<d2>\d{{1,2}})(?!\d|[.,:]\d)"
)
_YEAR_BEHIND = re.compile(rf"(?:[ \-/]|\.[ ]|,[ ]|\.)(?:de |del |din |of |ng |-?ші )?{_TH_Y}(?!\d|[.,:/]\d)")
_DAY_BEHIND = re.compile(rf"[ \-]?{_D}(?!\d|[.,:/]\d|%)(?![.,]?\d){_ORDINAL}")
_DAY_ONLY = re.compile(r"\d{1,2}(?!\d|[.:]\d|%)")
_ORDINAL_ONLY = re.compile(_ORDINAL)
_YEAR_AFTER_DAY = re.compile(rf",? {_Y}(?!\d|[.,:/]\d)")
_DAY_OF_YEAR = re.compile(rf"{_D}(?!\d)")
_NEXT_FIGURE = re.compile(r"[^\d\n]{0,12}?(\d)")
_WORD_AND_COMMA = re.compile(r"[^\W\d_]{2,},? $")
_YEAR_FIRST = re.compile(
    rf"{_Y}(?:ko|\s?m\.|\.\s?gada|[ -]?yil(?:ning|i|da|gi)?|\s?жылғы|\s?жылы|\s?жылдың|\s?ж\."
    r"|[ -]?(?:ci|cı|cu|cü)\s?il(?:in)?|\s?წლის|\s?թ\.|\s?թվականի|\s?оны|\.)?[ ,]+"
)
_YEAR_FIRST_LANGUAGES = words("hu lt lv kk ky uz az ka hy mn eu tk sq fa")
_YEAR_RANGE = re.compile(rf"{_Y}\s?[-–—~〜～/]\s?(?P<y2>1[5-9]\d\d|20\d\d|\d\d)(?![\d%]|[-–/.,:]\d)")
_DECADE = re.compile(
    r"(?P<y>(?:1[5-9]|20)\d0)(?:['’]?s\b|er(?:n|[ -]Jahren?)?\b|-?(?:х|ті|тых|тые|те)\b|-(?:ih|tych|те)\b"
    r"| ?年代|년대|[- ]?talet\b|-luvu\w*|-lu[kv]u\w*|['’]l[ae]r\w*|-?erne\b|-årene\b|-tallet\b)"
)
_DECADE_WORDS = words("années anni años anos thập decade década décadas decenni dekade jaren anii")
_PERSIAN = re.compile(r"\d{1,2}\s+\S{2,8}(?:\s+ماه)?\s+1[34]\d\d(?!\d)")
_PERSIAN_YEAR = re.compile(r"1[34]\d\d(?!\d|[.,:/]\d)")
_ERA = re.compile(r"(?:令和|平成|昭和|民國)\s?$")
_ERA_DATE = re.compile(r"\d{1,3}\s?年(?:\s?(?P<m>\d{1,2})\s?月(?:\s?(?P<d>\d{1,2})\s?日)?)?")
_BUDDHIST = re.compile(r"(?P<y>2[45]\d\d)(?!\d|[.,:]\d)")
_BUDDHIST_YEARS = 543

_YEAR_WORD = {
    "zh": r" ?年(?!代|级|級|齡|龄|間|间|度計)",
    "ja": r" ?年(?!間|代|生)",
    "ko": r" ?년(?!대|간|생)",
    "ru": r"[ -]?(?:года?|году|годом|годы|годов|годах|гг?\.|г(?!\w))",
    "uk": r" ?(?:року|рік|році|роком|роки|років|роках|рр?\.)(?!\w)",
    "be": r" ?(?:года?|годзе|годам|г\.)(?!\w)",
    "bg": r" ?(?:година|годината|г\.)",
    "mk": r" ?(?:година|г\.)",
    "sr": r"\. ?(?:године?|години|godine?|godini)?",
    "hr": r"\. ?(?:godine?|godini)?(?!\w)",
    "bs": r"\. ?(?:godine?|godini)?(?!\w)",
    "pl": r" ?(?:roku|rok|r\.|latach)(?!\w)",
    "cs": r" ?(?:roku|roce|rok)(?!\w)",
    "sk": r" ?(?:roku|rok)(?!\w)",
    "lt": r" ?(?:m\.|metais|metų|metai)",
    "lv": r"\. ?(?:gad\w{1,3})",
    "kk": r"[ -]?(?:жыл(?:ы|ғы|дың|да|дан|ға)?|ж\.)",
    "ky": r"[ -]?жыл\w{0,4}",
    "uz": r"[ -]?(?:yil\w{0,5}|йил\w{0,5})",
    "az": r"[ -]?(?:ci|cı|cu|cü)\s?il\w{0,4}",
    "tr": r" ?(?:yıl\w{1,6}|senesi\w{0,4})",
    "hu": r"-(?:ban|ben|as|es|ös|os|tól|től|ig|ra|re|i|ból|ből|hoz|hez)(?!\w)",
    "fi": r":(?:ssa|ssä|sta|stä|een|aan)",
    "eu": r"(?:an|ean|ko|eko|tik|etik|ra)(?!\w)|(?:ko)? ?urte\w{0,4}",
    "ka": r"[ -]?(?:წელს|წლის|წლიდან|წლამდე)",
    "hy": r" ?(?:թվական\w{0,4}|թ\.)",
    "mn": r" ?он\w{0,3}",
    "hi": r" ?(?:में|के दौरान)(?!\w)",
    "bn": r" ?(?:সাল|সালে|সালের)",
    "et": r"\. ?aasta\w{0,3}",
}
_YEAR_WORDS = {language: re.compile(pattern) for language, pattern in _YEAR_WORD.items()}

_SUFFIX = re.compile(r"['’][^\W\d_]{1,5}(?![^\W\d_])")
_PLAIN_YEAR = re.compile(rf"{_Y}(?![\d%°′″$€£])(?![.,:/]\d)(?![-–—]\w)")
_CLEAN_RIGHT = re.compile(r"[.,;:!?)\]}”\"'»›。，、；：！？）」』]|\s*$|\s*\n|\s?[–—(\[]|…")
_WORD_BEFORE = re.compile(r"([^\s\d]+)[ ]$")
_NEXT_WORD = re.compile(r"[ ]([^\s\d]+)")

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
    if four.isdigit() and len(four) == 4:
        finders = (_numeric, _other_era, _year_first, _month_first, _decade, _year_range, _year_with_word)
    else:
        finders = (_numeric, _two_numbers, _day_first, _after_word, _month_first, _other_era)
    for find in finders:
        found = find(text, start, months, language)
        if found:
            return found
    return None


def _iso(year: int | None, month: int, day: int | None = None) -> str | None:
    try:
        date(year or 2000, month, day or 1)
    except ValueError:
        return None
    if year is None:
        return f"--{month:02}-{day:02}" if day else f"--{month:02}"
    return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"


def _ranged(start: int, end: int, year: int | None, month: int, day: int | None, last: int | None) -> Dated | None:
    """A date, or a range of days of one month."""
    value = _iso(year, month, day)
    if value is None:
        return None
    if last is None:
        return Dated(start, end, value, "date")
    until = _iso(year, month, last)
    if until is None or day is None or last <= day:
        return None
    return Dated(start, end, f"{value}/{until}", "date:range")


def _number(match: re.Match[str], name: str) -> int | None:
    found = match.groupdict().get(name)
    return int(found) if found else None


def _numeric(text: str, start: int, months: Months, language: str | None) -> Dated | None:
    mark = _FIRST_MARK.match(text, start)
    if mark is None:
        return None
    for pattern in _NUMERIC:
        match = pattern.match(text, start)
        if match:
            return _ranged(
                start, match.end(), _number(match, "y"), int(match["m"]), _number(match, "d"), _number(match, "d2")
            )
    return None


def _two_numbers(text: str, start: int, months: Months, language: str | None) -> Dated | None:
    match = _TWO_AND_YEAR.match(text, start)
    if not match:
        return None
    a, b, year = int(match["a"]), int(match["b"] or match["c"]), int(match["y"])
    readings = {"dm": _iso(year, b, a), "md": _iso(year, a, b)}
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
    before = _WORD_BEFORE.search(text, max(0, start - 20), start)
    word = before[1].lower().lstrip("(“\"'") if before else ""
    if word == "tháng" and before:
        match = _MONTH_AFTER_WORD.match(text, start)
        if match and (value := _iso(_number(match, "y"), int(match["m"]))):
            return Dated(before.start(1) + len(before[1]) - len("tháng"), match.end(), value, "date")
    is_bracketed = language in _BRACKETED_DATES and text[start - 1 : start] == "("
    pattern = _BRACKETED if is_bracketed else _YEARLESS_AFTER_WORD
    if is_bracketed or word in _DAY_WORDS.get(language or "", ()):
        match = pattern.match(text, start) or _DOTTED_YEARLESS.match(text, start)
        if match and language != "vi" and "-" in match.groupdict().values():
            return None
        if match and (language not in ("de", "cs", "sk", "sl", "hr", "fi", "da", "no") or match.re is _DOTTED_YEARLESS):
            return _ranged(start, match.end(), None, int(match["b"]), int(match["a"]), _number(match, "d2"))
    return None


def _day_first(text: str, start: int, months: Months, language: str | None) -> Dated | None:
    """``21 August 2023``, ``21. August``, ``10–12 de mayo de 2023``."""
    end = start + 1 + (text[start + 1 : start + 2].isdigit())
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
    return _ranged(start, year.end() if year else end_of_name, _year(year), month, int(text[start:end]), last)


def _year(match: re.Match[str] | None) -> int | None:
    if match is None:
        return None
    year = int(match["y"])
    return year - _BUDDHIST_YEARS if year > LAST_YEAR else year


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
        return _ranged(begin, year.end(), _year(year), month, None, None)
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
    return _ranged(
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
        if day and (found := _ranged(start, day.end(), year, name[1], int(day["d"]), None)):
            return found
        return Dated(start, name[0], f"{year}-{name[1]:02}", "date") if not months.is_short(name[2]) else None
    day = _DAY_OF_YEAR.match(text, position)
    if not day:
        return None
    glue = _AFTER_DAY.match(text, day.end())
    name = months.after(text, glue.end()) if glue else None
    return _ranged(start, name[0], year, name[1], int(day["d"]), None) if name else None


def _decade(text: str, start: int, months: Months, language: str | None) -> Dated | None:
    match = _DECADE.match(text, start)
    if match:
        year = int(match["y"])
        return Dated(start, match.end(), f"{year}/{year + 9}", "date:decade")
    before = _WORD_BEFORE.search(text, max(0, start - 20), start)
    year_text = text[start : start + 4]
    if before and before[1].lower() in _DECADE_WORDS and year_text[3] == "0" and _PLAIN_YEAR.match(text, start):
        return Dated(start, start + 4, f"{year_text}/{int(year_text) + 9}", "date:decade")
    return None


def _year_range(text: str, start: int, months: Months, language: str | None) -> Dated | None:
    """``2016–2025``; ``2019/20`` where the second is the next year."""
    match = _YEAR_RANGE.match(text, start)
    if not match or (start and text[start - 1] in "-–/."):
        return None
    first, second = int(match["y"]), match["y2"]
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if len(second) == 2 and last != first + 1 and not (0 < last - first < 30 and "–" in match.group()):
        return None
    if not first < last <= first + 300 or (
        text[match.end() : match.end() + 1].isalpha() and text[match.end()].isascii()
    ):
        return None
    return Dated(start, match.end(), f"{first}/{last}", "date:range")


def _year_with_word(text: str, start: int, months: Months, language: str | None) -> Dated | None:
    """A year that the word behind it makes one: ``2020 года``, ``2020年``."""
    pattern = _YEAR_WORDS.get(language or "")
    behind = pattern.match(text, start + 4) if pattern else None
    if behind is None and text[start + 4 : start + 5] == "年":
        behind = _YEAR_WORDS["zh"].match(text, start + 4)
    year = int(text[start : start + 4])
    if behind is None or not (FIRST_YEAR <= year <= LAST_YEAR or (1000 < year < FIRST_YEAR and year % 100)):
        return None
    kept = behind.end() if text[start + 4] not in " .-:" and not text[start + 4].isascii() else start + 4
    return Dated(start, kept, text[start : start + 4], "date:year")


def _other_era(text: str, start: int, months: Months, language: str | None) -> Dated | None:
    """Japanese and Taiwanese eras, Buddhist years in Thai, the Persian calendar."""
    era = _ERA.search(text, max(0, start - 4), start)
    if era and (match := _ERA_DATE.match(text, start)):
        year = int(to_common_era(text[era.start() : text.index("年", start) + 1]).rstrip("年"))
        value = _iso(year, int(match["m"]), _number(match, "d")) if match["m"] else str(year)
        return Dated(era.start(), match.end(), value, "date:era") if value else None
    if language == "th" and (match := _BUDDHIST.match(text, start)):
        before = text[max(0, start - 6) : start].rstrip()
        if before.endswith(("พ.ศ.", "ปี", "พศ")):
            return Dated(start, match.end(), str(int(match["y"]) - _BUDDHIST_YEARS), "date:buddhist")
        name = months.before(text, len(text[:start].rstrip()) if text[start - 1 : start] != " " else start - 1)
        if name:
            return _ranged(name[0], match.end(), int(match["y"]) - _BUDDHIST_YEARS, name[1], None, None)
    if language in ("fa", "ps", "ckb"):
        return _persian(text, start)
    return None


def _persian(text: str, start: int) -> Dated | None:
    match = _PERSIAN.match(text, start)
    if match:
        iso = to_common_era(match.group())
        return Dated(start, match.end(), iso, "date:persian") if iso != match.group() else None
    match = _PERSIAN_YEAR.match(text, start)
    before = _WORD_BEFORE.search(text, max(0, start - 12), start)
    if match and before and before[1] in ("سال", "سال‌های"):
        first, last = (to_common_era(f"{match.group()}/{month}/{day}") for month, day in ((1, 1), (12, 29)))
        return (
            Dated(start, match.end(), f"{first}/{last}", "date:persian") if first[:1] in "12" and "-" in first else None
        )
    return None


_SECOND = re.compile(
    r"\s?[-–—~〜～]\s?|\s(?:to|until|bis|au|al|até|hasta|до|по|do|tot|til|till|đến ngày|đến|-)\s|至|到|から"
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


def year_at(text: str, start: int, language: str | None) -> Dated | None:
    """A year alone: what stands beside it must say that it is no amount."""
    match = _PLAIN_YEAR.match(text, start)
    if not match:
        return None
    end = match.end()
    suffix = _SUFFIX.match(text, end)
    right = suffix.end() if suffix else end
    if right < len(text) and (text[right].isalnum() or text[right] == "_"):
        return None
    found = Dated(start, end, match["y"], "date:year")
    before = _WORD_BEFORE.search(text, max(0, start - 24), start)
    word = before[1].lstrip("(“\"'«") if before else ""
    is_clean = _CLEAN_RIGHT.match(text, right) is not None
    following = _NEXT_WORD.match(text, right)
    next_word = following[1].strip(".,;:!?)”\"'").lower() if following else ""
    if word.lower() in year_cues(language):
        is_round = start + 2 <= len(text) and match["y"].endswith("00")
        return (
            found
            if is_clean or not is_round or not next_word.islower() or next_word in function_words(language or "")
            else None
        )
    if text[start - 1 : start] in ("(", "（") and text[end : end + 1] in (")", "）", ",", "，"):
        return found
    if not word or not word[-1].isalpha():
        return _after_comma(text, start, found) if is_clean else None
    if is_clean or next_word in function_words(language or ""):
        return found
    is_named = language != "de" and word[0].isupper() and not word.endswith(".") and next_word.islower()
    return found if is_named and 1990 <= int(match["y"]) <= 2049 else None


def _after_comma(text: str, start: int, found: Dated) -> Dated | None:
    return found if _WORD_AND_COMMA.search(text, max(0, start - 8), start) else None
