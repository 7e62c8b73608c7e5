"""The words of dates in each language: months, days of the week, ways to count back from now.

They come from CLDR through Babel; the tables here add what newspapers write and CLDR lacks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from babel.dates import format_timedelta

from .locales import locales

LANGUAGES = (
    *("en", "vi", "fr", "de", "es", "pt", "ru", "zh", "ar", "id", "tr", "it", "ja", "ko", "hi", "pl", "uk", "nl"),
    *("el", "th", "sv", "da", "no", "fi", "cs", "sk", "hu", "ro", "bg", "sr", "hr", "fa", "he", "bn", "ca", "ms"),
)
"""Languages whose names are tried where the language of a text isn't known."""

_REGIONAL_LOCALES = {"ar": ("ar_SY", "ar_MA", "ar_DZ", "ar_SA"), "de": ("de_AT",), "zh": ("zh_Hant",)}
"""Locales of a language that name the months otherwise than its main one."""

_EXTRA_MONTHS = {
    "en": {"sept": 9},
    "es": {"setiembre": 9, "set": 9},
    "id": {"agt": 8, "ags": 8, "nop": 11},
    "pl": {"styczen": 1, "wrz": 9},
    "lv": {
        **{"janvārī": 1, "februārī": 2, "martā": 3, "aprīlī": 4, "maijā": 5, "jūnijā": 6},
        **{"jūlijā": 7, "augustā": 8, "septembrī": 9, "oktobrī": 10, "novembrī": 11, "decembrī": 12},
    },
    "eu": {
        **{"urtarrilaren": 1, "otsailaren": 2, "martxoaren": 3, "apirilaren": 4, "maiatzaren": 5, "ekainaren": 6},
        **{"uztailaren": 7, "abuztuaren": 8, "irailaren": 9, "urriaren": 10, "azaroaren": 11, "abenduaren": 12},
    },
    "sr": {"januar": 1, "februar": 2, "mart": 3, "april": 4, "maj": 5, "jun": 6, "jul": 7, "avgust": 8}
    | {"septembar": 9, "oktobar": 10, "novembar": 11, "decembar": 12, "januara": 1, "februara": 2, "marta": 3}
    | {"aprila": 4, "maja": 5, "juna": 6, "jula": 7, "avgusta": 8, "septembra": 9, "oktobra": 10, "novembra": 11}
    | {"decembra": 12, "марта": 3, "априла": 4, "маја": 5, "јуна": 6, "јула": 7, "августа": 8, "септембра": 9}
    | {"октобра": 10, "новембра": 11, "децембра": 12, "јануара": 1, "фебруара": 2},
}
"""Abbreviations that newspapers use and CLDR lacks."""

_EXTRA_WEEKDAYS = {
    "vi": ("t2", "t3", "t4", "t5", "t6", "t7", *(f"thứ {n}" for n in range(2, 8))),
    "pt": ("segunda", "terça", "quarta", "quinta", "sexta"),
    "id": ("jum'at",),
    "en": ("tues", "wednes", "thur", "thurs"),
    "ar": ("الإثنين", "الاثنين"),
}

_EXTRA_RELATIVE = {
    "en": ("an hour ago", "a minute ago", "a day ago", "0 mins ago", "0 hrs ago", "0h ago", "0m ago", "just now"),
    "ar": (
        "منذ 0 ساعات",
        "منذ 0 ساعة",
        "منذ ساعة",
        "منذ ساعتين",
        "منذ 0 دقائق",
        "منذ 0 دقيقة",
        "منذ 0 أيام",
        "منذ يوم",
        "منذ يومين",
        "منذ دقيقتين",
        "منذ أسبوع",
        "منذ أسبوعين",
        "قبل 0 ساعات",
        "قبل ساعة",
        "قبل ساعتين",
        "قبل 0 دقائق",
        "قبل يوم",
        "قبل يومين",
    ),
    "vi": ("cách đây 0 giờ", "cách đây 0 phút", "cách đây 0 ngày"),
    "pt": ("0 horas atrás", "0 dias atrás", "0 minutos atrás"),
    "id": ("0 jam lalu", "0 menit lalu", "0 hari lalu"),
    "ru": ("час назад",),
}
"""Ways to count back from now that CLDR lacks; 0 stands for any number."""

DAY_WORDS = frozenset(
    """
    today yesterday aujourd'hui hier heute gestern hoy ayer hoje ontem сегодня вчера 今天 昨天 今日 昨日 اليوم أمس
    hôm_nay hôm_qua kemarin bugün dün oggi ieri 오늘 어제 dzisiaj wczoraj сьогодні вчора vandaag gisteren
    """.replace("_", "").split()
)
"""Days counted from now, as ``relative_key`` writes them; only with a time of day are they no words of a text."""

CONNECTOR = re.compile(r"(?<![\w])(?:de|del|of|the|den|der|el|le|on|am|ngày|d\.|م|ه)(?!\w)")
"""Small words inside dates, which say nothing."""

_CONTEXTS = ("format", "stand-alone")
_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")
_WITHOUT_SPACES = frozenset({"zh", "ja", "ko", "th", "lo", "my", "km"})


@dataclass(frozen=True, slots=True)
class _Calendar:
    """What CLDR says about dates in one language, as it is spelled there."""

    months: tuple[tuple[int, str], ...] = ()
    weekdays: tuple[str, ...] = ()
    short_date: str | None = None
    """The pattern of a date in figures, for example ``dd.MM.yy``; None: CLDR doesn't know the language."""
    relative: tuple[str, ...] = ()
    """Ways to count back from now, with figures in them."""


@cache
def _calendar(language: str) -> _Calendar:
    """All that is asked of a language, read in one go: see ``locales``."""
    with locales((language, *_REGIONAL_LOCALES.get(language, ()))) as found:
        if not found:
            return _Calendar()
        return _Calendar(
            months=tuple(
                (number, name)
                for locale in found
                for context in _CONTEXTS
                for width in ("wide", "abbreviated")
                for number, name in locale.months[context][width].items()
            ),
            weekdays=tuple(
                name
                for locale in found
                for context in _CONTEXTS
                for width in ("wide", "abbreviated", "short")
                for name in locale.days[context].get(width, {}).values()
            ),
            short_date=found[0].date_formats["short"].pattern,
            relative=tuple(
                format_timedelta(timedelta(**{unit: -count}), threshold=1, add_direction=True, locale=locale)
                for locale in found
                for unit in ("seconds", "minutes", "hours", "days", "weeks")
                for count in (1, 2, 3, 5, 6, 11, 21)
            ),
        )


@cache
def months(language: str) -> dict[str, int]:
    """Name or abbreviation of a month, in small letters without connectors → its number."""
    names: dict[str, int] = {}
    for number, name in _calendar(language).months:
        key = CONNECTOR.sub(" ", name.lower()).strip(" .")
        if key and not any(map(str.isdigit, key)):
            names.setdefault(key, number)
    return {**names, **_EXTRA_MONTHS.get(language, {})}


@cache
def _weekdays(language: str) -> frozenset[str]:
    names = set(_EXTRA_WEEKDAYS.get(language, ()))
    names.update(name.lower().rstrip(".").replace("\u200c", "") for name in _calendar(language).weekdays)
    return frozenset(filter(None, names))


def is_weekday(word: str, language: str) -> bool:
    """Whether a word in small letters is a day of the week."""
    return word in _weekdays(language)


@cache
def weekday(language: str) -> re.Pattern[str]:
    """A day of the week at either end of a date or in brackets, the longest name first."""
    listed = sorted(_weekdays(language), key=lambda name: (-len(name), name))
    bracketed = "|".join(map(re.escape, listed))
    # 月 and 日 also mark the month and the day, so that one character counts in brackets only.
    open_ended = "|".join(re.escape(name) for name in listed if len(name) > 1) or r"(?!)"
    return re.compile(rf"\((?:{bracketed})\)?|^(?:{open_ended})(?!\w)[ .,|–—،-]*|[ .,|–—،-]*(?:{open_ended})$")


def weekday_languages(plain: str, languages: tuple[str, ...]) -> list[str]:
    """Of several languages those of which a day of the week may stand in a text in small letters."""
    runs = set(_LETTERS.findall(plain))
    return [
        code
        for code in languages
        if not _weekday_words(code).isdisjoint(runs) or (code in _WITHOUT_SPACES and not plain.isascii())
    ]


@cache
def _weekday_words(language: str) -> frozenset[str]:
    """The first run of letters of each day's name."""
    return frozenset(_LETTERS.findall(name)[0] for name in _weekdays(language) if _LETTERS.search(name))


@cache
def slash_order(language: str) -> str | None:
    """``dm`` where CLDR writes the day first; None where it doesn't or where its speakers differ, as in English."""
    pattern = _calendar(language).short_date
    if not pattern or language == "en":
        return None
    return "dm" if pattern.lstrip("'").startswith("d") else None


@cache
def relative_times(language: str) -> frozenset[str]:
    """The keys (see ``relative_key``) of all ways to count back from now in a language."""
    phrases = (*_EXTRA_RELATIVE.get(language, ()), *_calendar(language).relative)
    return frozenset(map(relative_key, phrases))


def is_relative_anywhere(key: str) -> bool:
    """Whether a key (see ``relative_key``) counts back from now in any language."""
    return key in _relative_times()


@cache
def _relative_times() -> frozenset[str]:
    return frozenset(key for language in LANGUAGES for key in relative_times(language))


def relative_key(text: str) -> str:
    """The form in which ways to count back are compared: without white space, 0 for any number."""
    return _DIGITS.sub("0", "".join(text.lower().split()))
