"""Dates of other calendars and eras, as dates of ours: Japanese, Taiwanese, Buddhist and Persian ones."""

from __future__ import annotations

import re

from ..eras import to_common_era
from .dated import WORD_BEFORE, Dated, iso, number, ranged
from .months import Months

_PERSIAN = re.compile(r"\d{1,2}\s+\S{2,8}(?:\s+ماه)?\s+1[34]\d\d(?!\d)")
_PERSIAN_YEAR = re.compile(r"1[34]\d\d(?!\d|[.,:/]\d)")
_ERA = re.compile(r"(?:令和|平成|昭和|民國) ?$")
_ERA_DATE = re.compile(r"\d{1,3} ?年(?: ?(?P<m>\d{1,2}) ?月(?: ?(?P<d>\d{1,2}) ?日)?)?")
_BUDDHIST = re.compile(r"(?P<y>2[45]\d\d)(?!\d|[.,:]\d)")
BUDDHIST_YEARS = 543


def other_era(text: str, start: int, months: Months, language: str | None) -> Dated | None:
    """Japanese and Taiwanese eras, Buddhist years in Thai, the Persian calendar."""
    era = _ERA.search(text, max(0, start - 4), start)
    if era and (match := _ERA_DATE.match(text, start)):
        year = int(to_common_era(text[era.start() : text.index("年", start) + 1]).rstrip("年"))
        value = iso(year, int(match["m"]), number(match, "d")) if match["m"] else str(year)
        return Dated(era.start(), match.end(), value, "date:era") if value else None
    if language == "th" and (match := _BUDDHIST.match(text, start)):
        before = text[max(0, start - 6) : start].rstrip()
        if before.endswith(("พ.ศ.", "ปี", "พศ")):
            return Dated(start, match.end(), str(int(match["y"]) - BUDDHIST_YEARS), "date:buddhist")
        name = months.before(text, start - (text[start - 1 : start] == " "))
        if name:
            return ranged(name[0], match.end(), int(match["y"]) - BUDDHIST_YEARS, name[1], None, None)
    if language in ("fa", "ps", "ckb"):
        return _persian(text, start)
    return None


def _persian(text: str, start: int) -> Dated | None:
    match = _PERSIAN.match(text, start)
    if match:
        iso = to_common_era(match.group())
        return Dated(start, match.end(), iso, "date:persian") if iso != match.group() else None
    match = _PERSIAN_YEAR.match(text, start)
    before = WORD_BEFORE.search(text, max(0, start - 12), start)
    if match and before and before[1] in ("سال", "سال‌های"):
        first, last = (to_common_era(f"{match.group()}/{month}/{day}") for month, day in ((1, 1), (12, 29)))
        return (
            Dated(start, match.end(), f"{first}/{last}", "date:persian") if first[:1] in "12" and "-" in first else None
        )
    return None
