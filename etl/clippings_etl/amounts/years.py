"""Years that stand alone, ranges of years and decades: what beside a number says that it is one.

A word for a year before or behind it, the end of a phrase, brackets, or a name that it belongs to.
"""

from __future__ import annotations

import re

from .dated import FIRST_YEAR, LAST_YEAR, WORD_BEFORE, YEAR, Dated
from .grammar import function_words, year_cues
from .lexicon import words
from .months import Months

_WORD_AND_COMMA = re.compile(r"[^\W\d_]{2,},? $")
_YEAR_RANGE = re.compile(rf"{YEAR} ?[-–—~〜～/] ?(?P<y2>1[5-9]\d\d|20\d\d|\d\d)(?![\d%]|[-–/.,:]\d)")
_DECADE = re.compile(
    r"(?P<y>(?:1[5-9]|20)\d0)(?:['’]?s\b|er(?:n|[ -]Jahren?)?\b|-?(?:х|ті|тых|тые|те)\b|-(?:ih|tych|те)\b"
    r"| ?年代|년대|[- ]?talet\b|-luvu\w*|-lu[kv]u\w*|['’]l[ae]r\w*|-?erne\b|-årene\b|-tallet\b)"
)
_DECADE_WORDS = words("années anni años anos thập decade década décadas decenni dekade jaren anii")
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
    "az": r"[ -]?(?:ci|cı|cu|cü) ?il\w{0,4}",
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
_PLAIN_YEAR = re.compile(rf"{YEAR}(?![\d%°′″$€£])(?![.,:/]\d)(?![-–—]\w)")
_CLEAN_RIGHT = re.compile(r"[.,;:!?)\]}”\"'»›。，、；：！？）」』]|\s*$|\s*\n|\s?[–—(\[]|…")
_NEXT_WORD = re.compile(r"[ ]([^\s\d]+)")


def decade(text: str, start: int, months: Months, language: str | None) -> Dated | None:
    match = _DECADE.match(text, start)
    if match:
        year = int(match["y"])
        return Dated(start, match.end(), f"{year}/{year + 9}", "date:decade")
    before = WORD_BEFORE.search(text, max(0, start - 20), start)
    year_text = text[start : start + 4]
    if before and before[1].lower() in _DECADE_WORDS and year_text[3] == "0" and _PLAIN_YEAR.match(text, start):
        return Dated(start, start + 4, f"{year_text}/{int(year_text) + 9}", "date:decade")
    return None


def year_range(text: str, start: int, months: Months, language: str | None) -> Dated | None:
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


def year_with_word(text: str, start: int, months: Months, language: str | None) -> Dated | None:
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
    before = WORD_BEFORE.search(text, max(0, start - 24), start)
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
