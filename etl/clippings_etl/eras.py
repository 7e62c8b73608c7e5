"""Years that aren't counted from the birth of Christ: Buddhist, Persian, Japanese and Taiwanese ones in a date."""

from __future__ import annotations

import re
from datetime import date, timedelta

_BUDDHIST = re.compile(r"(?<!\d)(?:พ\.ศ\.\s?)?(2[45]\d\d)(?!\d)")
_BUDDHIST_YEARS = 543
_JAPANESE = re.compile(r"(令和|平成|昭和)\s?(元|\d{1,2})\s?年")
_JAPANESE_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_TAIWANESE = re.compile(r"民國\s?(\d{2,3})\s?年")
_TAIWANESE_YEARS = 1911
_PERSIAN_MONTHS = (
    *("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"),
)
_PERSIAN_NAMED = re.compile(rf"(?<!\d)(\d{{1,2}})\s+({'|'.join(_PERSIAN_MONTHS)})(?:\s*ماه)?\s+(1[34]\d\d)(?!\d)")
_PERSIAN_NUMERIC = re.compile(r"(?<!\d)(1[34]\d\d)\s?([/-])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)")
_PERSIAN_EPOCH = date(1925, 3, 21)
"""The first day of 1304, when Iran took the calendar up."""
_FIRST_PERSIAN_YEAR = 1304
_MONTHS_OF_31_DAYS = 6


def to_common_era(text: str) -> str:
    """The text with such years, or whole Persian dates, as those of the common era; other text as it is."""
    text = _BUDDHIST.sub(lambda match: str(int(match[1]) - _BUDDHIST_YEARS), text) if _is_thai(text) else text
    text = _JAPANESE.sub(
        lambda match: f"{_JAPANESE_ERAS[match[1]] + (1 if match[2] == '元' else int(match[2]))}年", text
    )
    text = _TAIWANESE.sub(lambda match: f"{_TAIWANESE_YEARS + int(match[1])}年", text)
    text = _PERSIAN_NAMED.sub(
        lambda match: _persian(int(match[3]), _PERSIAN_MONTHS.index(match[2]) + 1, int(match[1])) or match[0], text
    )
    return _PERSIAN_NUMERIC.sub(lambda match: _persian(int(match[1]), int(match[3]), int(match[4])) or match[0], text)


def _is_thai(text: str) -> bool:
    return any("\u0e00" <= character <= "\u0eff" for character in text)


def _persian(year: int, month: int, day: int) -> str | None:
    """A date of the Persian solar calendar as ISO 8601; None where there is no such day.

    Leap years by the 33-year cycle (remainders 1, 5, 9, 13, 17, 22, 26, 30), which is exact from 1244 to 1501.
    """
    if year < _FIRST_PERSIAN_YEAR or not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    before = (month - 1) * 31 if month <= _MONTHS_OF_31_DAYS + 1 else _MONTHS_OF_31_DAYS * 31 + (month - 7) * 30
    leaps = sum(each % 33 in (1, 5, 9, 13, 17, 22, 26, 30) for each in range(_FIRST_PERSIAN_YEAR, year))
    days = (year - _FIRST_PERSIAN_YEAR) * 365 + leaps + before + day - 1
    return (_PERSIAN_EPOCH + timedelta(days=days)).isoformat()
