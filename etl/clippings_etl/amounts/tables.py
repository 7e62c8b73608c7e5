"""All that CLDR and ``everyday.py`` say about amounts in one language, ready to be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale

from ..locales import locales, names_in
from . import currencies
from .everyday import ATTACHED_SCALES, PERCENT, PERCENT_BEFORE, SCALES, UNITS
from .lexicon import Lexicon, is_unspaced

PERCENT_UNIT = "percent"

_MOST_LANGUAGES = 16
"""Languages whose tables are kept at a time, each about a megabyte."""

_ENDINGS = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "sr", "hr", "bs", "sl", "cs", "sk", "pl", "lt", "lv"), 4),
    **dict.fromkeys(("fi", "et", "hu", "tr", "az", "kk", "uz", "ky", "tk", "mn", "eu", "ka", "hy", "el", "is"), 4),
    **dict.fromkeys(("de", "nl", "sv", "da", "no", "nb", "nn", "af", "ro", "hi", "bn", "ta", "te", "ml", "sq"), 2),
}
"""Letters that a language's cases may add to a word of a unit or currency."""

SYMBOLS: Mapping[str, str] = {
    **{"km": "kilometer", "m": "meter", "cm": "centimeter", "mm": "millimeter", "nm": "nanometer", "µm": "micrometer"},
    **{
        "km²": "square-kilometer",
        "km2": "square-kilometer",
        "m²": "square-meter",
        "m2": "square-meter",
        "㎡": "square-meter",
    },
    **{
        "m³": "cubic-meter",
        "m3": "cubic-meter",
        "cm²": "square-centimeter",
        "cm³": "cubic-centimeter",
        "㎞": "kilometer",
    },
    **{
        "㎢": "square-kilometer",
        "㎏": "kilogram",
        "㎝": "centimeter",
        "㎜": "millimeter",
        "ha": "hectare",
        "kg": "kilogram",
    },
    **{"g": "gram", "mg": "milligram", "µg": "microgram", "t": "tonne", "l": "liter", "L": "liter", "ml": "milliliter"},
    **{"mL": "milliliter", "cl": "centiliter", "dl": "deciliter", "hl": "hectoliter", "W": "watt", "kW": "kilowatt"},
    **{"MW": "megawatt", "GW": "gigawatt", "TW": "terawatt", "kWh": "kilowatt-hour", "MWh": "megawatt-hour"},
    **{
        "GWh": "gigawatt-hour",
        "TWh": "terawatt-hour",
        "V": "volt",
        "kV": "kilovolt",
        "Hz": "hertz",
        "kHz": "kilohertz",
    },
    **{"MHz": "megahertz", "GHz": "gigahertz", "°C": "celsius", "℃": "celsius", "°F": "fahrenheit", "℉": "fahrenheit"},
    **{"km/h": "kilometer-per-hour", "km/giờ": "kilometer-per-hour", "m/s": "meter-per-second", "mph": "mile-per-hour"},
    **{"km/s": "kilometer-per-second", "kB": "kilobyte", "KB": "kilobyte", "MB": "megabyte", "GB": "gigabyte"},
    **{
        "TB": "terabyte",
        "PB": "petabyte",
        "hPa": "hectopascal",
        "kPa": "kilopascal",
        "MPa": "megapascal",
        "kcal": "kilocalorie",
    },
    **{
        "kJ": "kilojoule",
        "dB": "decibel",
        "mAh": "milliampere-hour",
        "ppm": "part-per-1e6",
        "‰": "permille",
        "‱": "permyriad",
    },
    **{"%": PERCENT_UNIT},
}
"""Symbols of the whole world, as they are written."""

_ENGLISH_SYMBOLS = {
    "ft": "foot",
    "lb": "pound",
    "lbs": "pound",
    "oz": "ounce",
    "sq ft": "square-foot",
    "mpg": "mile-per-gallon",
}

_LEFT_OUT = re.compile(
    r"concentr-(?!percent|permille)|angle-|graphics-|light-|force-|torque-|acceleration-|electric-(?!volt)|consumption-"
    r"|-person$|duration-(?:quarter|micro|nano|milli)|length-(?:point|furlong|fathom|parsec|solar|earth)|mass-(?:grain|stone|dalton|solar|earth)"
    r"|volume-(?:cup|pinch|drop|jigger|dram|dessert|table|tea|fluid|quart|bushel)|speed-(?:beaufort|light)|temperature-generic"
    r"|digital-bit$|pressure-(?:gasoline|inch)|-imperial$|-us$|duration-night|energy-foodcalorie"
)
"""CLDR's units that are none in newspapers, or whose names are other words."""

_NOT_UNITS = {
    "ja": {"日", "分", "月", "時", "年度"},
    "zh": {"日", "月", "分", "时", "時", "点", "號", "号", "度"},
    "ko": {"일", "월", "시", "분"},
}
"""Names of units that are more often part of a date or time."""

_PLACEHOLDER = "{0}"
_COMPACT = re.compile(r"^[\s\u200e\u200f]*(0+)[\s\u200e\u200f]*(\D.*)$")


@dataclass(frozen=True, slots=True)
class Tables:
    """What the words and signs next to a number mean, in one language. Words are looked up in small letters."""

    language: str | None
    scales: Lexicon[int]
    attached_scales: Lexicon[int]
    """As they are written."""
    currencies: Lexicon[str]
    """Meanings as ``currencies.names`` gives them."""
    signs: Lexicon[str]
    """As they are written."""
    units: Lexicon[str]
    units_before: Lexicon[str]
    symbols: Lexicon[str]
    """As they are written."""


@lru_cache(maxsize=_MOST_LANGUAGES)
def tables(language: str | None) -> Tables:
    """The tables of a language; of none, what the whole world writes."""
    codes = () if language is None else (language, *_VARIANTS.get(language, ()))
    endings = _ENDINGS.get(language or "", 0)
    with locales(codes) as found:
        scales = dict(SCALES.get(language or "", {}))
        for word, power in _scales(found):
            scales.setdefault(word, power)
        units: dict[str, str] = {}
        before: dict[str, str] = dict.fromkeys(PERCENT_BEFORE.get(language or "", ()), PERCENT_UNIT)
        for word, unit, is_before in _units(found, language or ""):
            (before if is_before else units).setdefault(word, unit)
        units = {
            **{word: unit for word, unit in units.items() if word not in scales},
            **dict.fromkeys(PERCENT.get(language or "", ()), PERCENT_UNIT),
            **UNITS.get(language or "", {}),
        }
        money = tuple(currencies.names(found, language)) if language else ()
    signs = tuple(currencies.signs(language))
    return Tables(
        language=language,
        scales=Lexicon(scales.items(), 2 if endings == 4 else 0),
        attached_scales=Lexicon(ATTACHED_SCALES.items()),
        currencies=Lexicon(money, endings),
        signs=Lexicon(signs),
        units=Lexicon(units.items(), endings),
        units_before=Lexicon(before.items()),
        symbols=Lexicon({**SYMBOLS, **(_ENGLISH_SYMBOLS if language == "en" else {})}.items()),
    )


_VARIANTS = {
    "en": ("en_GB", "en_IN"),
    "pt": ("pt_PT",),
    "zh": ("zh_Hant",),
    "es": ("es_MX",),
    "no": ("nb",),
    "tl": ("fil",),
}
"""Locales of a language with other words than its main one."""


def _scales(found: tuple[Locale, ...]) -> Iterator[tuple[str, int]]:
    """Words for powers of ten, in small letters; of the short ones those that are no single letter."""
    for locale in found:
        formats = locale.compact_decimal_formats
        for width in ("long", "short"):
            for by_size in formats[width].values() if width in formats else ():
                for size, pattern in by_size.items():
                    match = _COMPACT.match(pattern.pattern.replace("'", "").replace("\u00a0", " "))
                    if not match:
                        continue
                    word = match[2].strip("\u200e\u200f ").lower()
                    if len(word) > (2 if width == "short" else 0) or is_unspaced(word[0]):
                        yield word, len(size) - len(match[1])
                        if word.endswith("."):
                            yield word.rstrip("."), len(size) - len(match[1])


def _units(found: tuple[Locale, ...], language: str) -> Iterator[tuple[str, str, bool]]:
    """Names of units in small letters, each with CLDR's identifier and whether it stands before the number."""
    left_out = _NOT_UNITS.get(language, set())
    for locale in found:
        for name, widths in sorted(names_in(locale, "unit_patterns").items()):
            if _LEFT_OUT.search(name):
                continue
            unit = name.partition("-")[2]
            for width in ("long", "short", "narrow"):
                for count, pattern in sorted(widths[width].items()) if width in widths else ():
                    if count == "per" or _PLACEHOLDER not in pattern:
                        continue
                    head, _, tail = pattern.replace("\u00a0", " ").replace("\u202f", " ").partition(_PLACEHOLDER)
                    word = (tail.strip() or head.strip()).strip("\u200e\u200f").lower()
                    if (
                        word
                        and word not in left_out
                        and not (head.strip() and tail.strip())
                        and _tells(word, width, "long" in widths)
                    ):
                        yield word, unit, not tail.strip()


def _tells(word: str, width: str, has_long: bool) -> bool:
    """Whether a name of a unit can't be mistaken: short forms of Latin letters are listed in ``SYMBOLS`` instead."""
    if width == "long" or (width == "short" and not has_long):
        return len(word) > 1 or is_unspaced(word[0])
    letters = word.rstrip(".")
    if "\u0900" <= word[0] <= "\u0dff":  # two letters are words there: Hindi से is "to"
        return len(letters) > 3
    return (
        len(letters) > 1 and not letters.isascii() and letters[0].isalpha() and not ("\u00c0" <= letters[0] <= "\u024f")
    )
