"""Dates and times as newspapers write them, read strictly: the whole string is a date or it is none.

Names of months and weekdays are in ``calendar_names.py``. What isn't written is never made
up: ``31/8`` names no year and gives no ISO date, ``April 2024`` gives ``2024-04``, and in English
``03/04/2024`` may be March or April, so that only ``2024`` is certain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from .calendar_names import (
    CONNECTOR,
    DAY_WORDS,
    LANGUAGES,
    is_relative_anywhere,
    months,
    relative_key,
    relative_times,
    slash_order,
    weekday,
    weekday_languages,
)
from .eras import to_common_era

MAX_LENGTH = 100
"""No date is written in more characters than this; longer strings are none without being looked at."""

_MOST_WORDS = 14
"""No date, with a weekday, a time and its zone, has more words."""

_YEAR = r"(?P<y>1[89]\d\d|20\d\d)"
_DAY = r"(?P<d>\d{1,2})"
_MONTH = r"(?P<m>\d{1,2})"
_NAME = r"(?P<name>[^\d\s/][^\d/]{0,30}?)"
_NUMERIC = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_YEAR}(?P<sep>[-/.]) ?{_MONTH}(?P=sep) ?{_DAY}\.?",
        rf"{_YEAR} ?年 ?{_MONTH} ?月 ?{_DAY} ?[日号號]",
        rf"{_YEAR} ?年 ?{_MONTH} ?月",
        rf"{_YEAR} ?년 ?{_MONTH} ?월 ?{_DAY} ?일",
        rf"{_YEAR} ?년 ?{_MONTH} ?월",
        rf"(?:ngày )?{_DAY} tháng {_MONTH},?(?: năm)? {_YEAR}",
        rf"tháng {_MONTH}[,/]?(?: năm)? ?{_YEAR}",
        rf"{_DAY}\. ?{_MONTH}\. ?{_YEAR}",
    )
)
_TWO_NUMBERS_AND_YEAR = re.compile(rf"(?P<a>\d{{1,2}})(?P<sep> ?[-/] ?)(?P<b>\d{{1,2}})(?P=sep){_YEAR}")
_YEARLESS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<a>\d{1,2}) ?/ ?(?P<b>\d{1,2})",
        r"(?P<a>\d{1,2})\. ?(?P<b>\d{1,2})\.",
        r"(?P<a>\d{1,2}) ?[月월] ?(?P<b>\d{1,2}) ?[日号號일]",
        r"(?:ngày )?(?P<a>\d{1,2}) tháng (?P<b>\d{1,2})",
        r"(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)\d{2}",
    )
)
_NAMED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_DAY}[ .\-/]*{_NAME}[ .,\-/]*{_YEAR}",
        rf"{_NAME}[ .\-/]*{_DAY}[ ,.\-/]+{_YEAR}",
        rf"{_YEAR}[ .,\-/]*{_NAME}[ .\-/]*{_DAY}\.?",
        rf"{_YEAR}[ .,\-/]+{_DAY}[ .\-]*{_NAME}\.?",
        rf"{_NAME}[ .,\-/]*{_YEAR}",
        rf"{_DAY}[ .\-/]*{_NAME}\.?",
        rf"{_NAME}[ .\-/]*{_DAY}",
    )
)
_YEAR_ALONE = re.compile(_YEAR)

_MORNING = r"a\.?\ ?m\.?|上午|早上|凌晨|오전|午前|ص|صباحا|sa|sáng|öö|дп|π\.μ\."
_AFTERNOON = r"p\.?\ ?m\.?|下午|晚上|中午|오후|午後|م|مساء|ch|chiều|tối|ös|пп|μ\.μ\."
_ZONE = (
    r"(?:[(\[]?(?:(?:gmt|utc)(?:\ ?[+-]\ ?\d{1,2}(?::?\d{2})?)?|z|[a-z]{1,4}t|msk|мск|wib|wita|[+-]\d{2}:?\d{2}"
    r"|(?:local|eastern|pacific|central)\ time|giờ\ việt\ nam)(?!\w)[)\]]?)"
)
_TIME = re.compile(
    rf"""
    (?<!\d)
    (?P<before>{_MORNING}|{_AFTERNOON})?\ ?
    (?P<h>\d{{1,2}})
    (?:
      \ ?(?:[:h時时點点시]|giờ)\ ?(?P<min>\d{{2}})               # 14:33, 14h33, 14时33
      (?:\ ?[:分분m']\ ?(?P<s>\d{{2}})(?:\.\d{{1,6}})?)?
      (?:\ ?(?:[分초秒분]|phút))?
    | \.(?P<dotmin>\d{{2}})                                    # 14.33, only where what follows says that it is a time
      (?=\ ?(?:uhr|wib|wita|wit|h\b|{_MORNING}|{_AFTERNOON}|{_ZONE}))
    | (?=\ ?(?:uhr|{_MORNING}|{_AFTERNOON}))                    # 2 PM
    | \ ?[h時时點点시]                                           # 14h
    )
    (?!\d)\ ?(?P<after>{_MORNING}|{_AFTERNOON})?
    (?:\ ?(?:uhr|hrs?|hs|horas|h|น\.|val\.?|óra|ч\.?|uur)(?!\w)\.?)?
    (?:\ ?{_ZONE})?
    (?!\w)
    """,
    re.VERBOSE,
)
_TRAILING_ZONE = re.compile(r"(?<=\d{4})[ ,]*[(\[](?:gmt|utc)(?:\ ?[+-]\ ?\d{1,2}(?::?\d{2})?)?[)\]]?$")
"""A zone in brackets behind the date instead of the time: ``7:12, 3/6/2019 (GMT+7)``."""
_DOTTED_TIME = re.compile(r"(?<=(?:19|20)\d\d)(?P<before>[ ,|–-]+(?:klo?\.? ?|at |um )?\d{1,2})\.(?=\d{2}$)")
"""A full stop that can only part hours and minutes, behind a year: ``3 Juni 2019 07.12``."""
_BETWEEN = " ,;/|·•–—-@()[]"
_CONNECTOR_BEFORE_TIME = re.compile(
    r"(?:^|(?<=[\s,]))(?:a les|las|ás|v|ve|u|ob|o|la|ora|saat|soat|klukkan|στις|ώρα|בשעה|ב|la ora|val\.|plkst\.|kell"
    r"|kl\.|at|um|à|às|a las|alle(?: ore)?|ore|в|о|lúc|vào lúc|pada|jam|pukul|saat|klo?\.?|kl\.|om"
    r"|o godz\.|godz\.|الساعة|في|ساعت|เวลา)$"
    r"|(?<=\d)t$"
)
_YEAR_WORD = re.compile(r"(?<=\d) ?(?:года?|г|року|р|roku|r|m|năm|y|م|жылы|yil|yıl[ıi])\.?$")
_YEAR_WITH_DOT = re.compile(r"(?<=\d{4})\.$")
_LEADING = re.compile(
    r"^(?:del|de|la|o|a|ngày|วันที่|den|d\.|на|от|le|el|il|den|am|on|em|dia|tanggal|tgl\.?|بتاريخ|في) (?=\d)"
)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|ers|º|ª|°|a|ean|an| d\.|-га|-де|-го|-е)(?!\w)")
_YEAR_ENDING = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:(?:e?ko|\s?m\.|\.\s?gada|[ -]?yil(?:ning)?"
    r"|\s?жылғы|\s?жылы|\s?ж\.|[ -]?(?:ci|cı|cu|cü)\s?il)(?!\w))\s?",
    re.IGNORECASE,
)
"""What stands between the year and the rest in Basque, Lithuanian, Latvian, Uzbek, Kazakh, Azerbaijani."""
_MARKS = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Date:
    """A date as it was written and as it can be sorted."""

    iso: str | None
    """ISO 8601, as precise as written; None where the year isn't known."""
    text: str
    """The date as written."""
    has_day: bool = True
    """Whether a day is written, and not only a month or a year."""


def parse(text: str, language: str | None = None) -> Date | None:
    """Read a whole string as a date, with or without a time; None if it is anything else.

    ``language`` is the ISO 639 code that month names and the order of 03/04/2024 are read in; English
    names are understood everywhere. Time zones are accepted and not stored.
    """
    text = text.strip()
    if not text or len(text) > MAX_LENGTH or not any(map(str.isdigit, text)) or len(text.split()) > _MOST_WORDS:
        return None
    for day_part, time in _splits(text):
        found = _day(day_part, language)
        if found:
            is_exact = found.iso is not None and len(found.iso) == len("2024-04-22")
            return Date(f"{found.iso}T{time}" if is_exact and time else found.iso, text, found.has_day)
    return None


def is_relative(text: str, language: str | None = None) -> bool:
    """Whether a whole string only counts back from now: ``2 hours ago``, ``hace 3 días``, ``yesterday at 7:12``."""
    if len(text) > MAX_LENGTH or len(text.split()) > _MOST_WORDS:
        return False
    has_digits = any(map(str.isdigit, text))
    if has_digits and any(time and relative_key(day) in DAY_WORDS for day, time in _splits(text)):
        return True
    key = relative_key(text)
    if language is None:
        return is_relative_anywhere(key)
    return any(key in relative_times(code) for code in _languages(language))


def _languages(language: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys((language, "en"))) if language else LANGUAGES


def _normalise(text: str) -> str:
    digits = "".join(str(int(c)) if c.isdigit() and c.isdecimal() else c for c in text)
    plain = _MARKS.sub("", digits).replace("：", ":").replace("／", "/").replace("，", ",").replace("،", ",")
    plain = plain.replace("（", "(").replace("）", ")").replace("\u0307", "")
    if any(map(str.isdigit, plain)):
        plain = _YEAR_ENDING.sub(r"\1 ", to_common_era(plain))
    plain = _TRAILING_ZONE.sub("", " ".join(plain.lower().split()).strip(_BETWEEN))
    return _DOTTED_TIME.sub(r"\g<before>:", plain)


@lru_cache(maxsize=256)
def _splits(text: str) -> tuple[tuple[str, str | None], ...]:
    """The ways to see a string as a day, or as a day with a time of day at one of its ends.

    Kept, since a line is read in one language after the other.
    """
    plain = _normalise(text)
    found: list[tuple[str, str | None]] = [(plain, None)]
    for match in _TIME.finditer(plain):
        time = _time(match)
        before = _CONNECTOR_BEFORE_TIME.sub("", plain[: match.start()].rstrip(_BETWEEN)).rstrip(_BETWEEN)
        after = plain[match.end() :].lstrip(_BETWEEN)
        if time and bool(before) != bool(after):
            found.append((before or after, time))
    return tuple(found)


def _time(match: re.Match[str]) -> str | None:
    hour, minute, second = int(match["h"]), int(match["min"] or match["dotmin"] or 0), match["s"]
    period = match["before"] or match["after"]
    if period and re.fullmatch(_AFTERNOON, period) and hour < 12:
        hour += 12
    elif period and re.fullmatch(_MORNING, period) and hour == 12:
        hour = 0
    if hour > 23 or minute > 59 or int(second or 0) > 59:
        return None
    return f"{hour:02}:{minute:02}" + (f":{second}" if second else "")


def _day(plain: str, language: str | None) -> Date | None:
    has_words = any(map(str.isalpha, plain))
    for candidate in dict.fromkeys((plain, _without_weekday(plain, language) if has_words else plain)):
        candidate = _YEAR_WITH_DOT.sub("", candidate)
        stripped = _LEADING.sub("", _YEAR_WORD.sub("", _ORDINAL.sub("", candidate)).strip(_BETWEEN))
        found = _numeric(stripped, language) or (_named(stripped, language) if has_words else None)
        if found:
            return found
    return None


def _numeric(plain: str, language: str | None) -> Date | None:
    for pattern in _NUMERIC:
        if match := pattern.fullmatch(plain):
            day = match.groupdict().get("d")
            return _date(int(match["y"]), int(match["m"]), int(day) if day else None)
    if match := _TWO_NUMBERS_AND_YEAR.fullmatch(plain):
        return _two_numbers_and_year(int(match["a"]), int(match["b"]), int(match["y"]), language)
    for pattern in _YEARLESS:
        if match := pattern.fullmatch(plain):
            a, b = int(match["a"]), int(match["b"])
            # Any leap year will do: only whether the day can exist is asked.
            return Date(None, plain) if _date(2000, a, b) or _date(2000, b, a) else None
    return Date(plain, plain, has_day=False) if _YEAR_ALONE.fullmatch(plain) else None


def _two_numbers_and_year(a: int, b: int, year: int, language: str | None) -> Date | None:
    readings = {"dm": _date(year, b, a), "md": _date(year, a, b)}
    order = slash_order(language) if language else None
    possible = [reading for reading in readings.values() if reading]
    if len(possible) == 2 and possible[0] != possible[1]:
        return readings[order] if order else Date(str(year), str(year))
    return possible[0] if possible else None


def _named(plain: str, language: str | None) -> Date | None:
    plain = " ".join(CONNECTOR.sub(" ", plain).split())
    for pattern in _NAMED:
        match = pattern.fullmatch(plain)
        if not match:
            continue
        name = match["name"].strip(" .,-")
        numbers = {m for code in _languages(language) if (m := months(code).get(name))}
        if len(numbers) != 1:
            continue
        groups = match.groupdict()
        day, year = groups.get("d"), groups.get("y")
        if year is None:
            return Date(None, plain) if _date(2000, numbers.pop(), int(match["d"])) else None
        return _date(int(year), numbers.pop(), int(day) if day else None)
    return None


def _date(year: int, month: int, day: int | None) -> Date | None:
    try:
        checked = date(year, month, day or 1)
    except ValueError:
        return None
    iso = checked.isoformat() if day else f"{year}-{month:02}"
    return Date(iso, iso, has_day=day is not None)


def _without_weekday(plain: str, language: str | None) -> str:
    for code in weekday_languages(plain, _languages(language)):
        without = weekday(code).sub(" ", plain, count=1)
        if without != plain:
            return " ".join(without.split())
    return plain
