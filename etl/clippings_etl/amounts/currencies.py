"""Names and signs of currencies in a language, and which currency a sign means that several share.

``$`` and "dollar", ``¥``, "peso", "rupee", "krone" belong to families of currencies. What settles them, in this order:

1. the family's one currency where the language is official, if the language's own country uses it: ``kr`` in Danish,
   "rubles" in Belarusian, ``Rs`` in Hindi;
2. for a sign, that no place with the language uses a currency of its family: ``$`` in German or Vietnamese; and in
   English, where CLDR writes the US dollar so;
3. for a name, a currency that the bare name means the world over (``_WORLDWIDE``): "dollars", "won", "pounds".

The method of such a quantity ends in ``:default``. Where nothing settles it, the unit is the family's name, and the
method ends in ``:ambiguous``: pesos in Spanish may be of seven countries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from babel import Locale
from babel.core import get_global
from babel.languages import get_official_languages

from ..locales import names_in
from .everyday import CURRENCIES

AMBIGUOUS = "?"
"""Begins the meaning of a word or sign whose currency isn't settled; the family's name follows."""
DEFAULT = "~"
"""Begins the meaning of a word or sign whose currency is settled by default; the code follows."""

FAMILIES: dict[str, frozenset[str]] = {
    name: frozenset(codes.split())
    for name, codes in {
        "dollar": "USD AUD CAD NZD SGD HKD TWD JMD TTD BBD BSD BZD BND FJD GYD LRD NAD SBD SRD XCD KYD BMD",
        "peso": "MXN ARS CLP COP PHP UYU DOP CUP",
        "pound": "GBP EGP SYP LBP SDG SSP GIP FKP SHP",
        "rupee": "INR PKR LKR NPR MUR SCR",
        "franc": "CHF XOF XAF RWF BIF DJF GNF CDF KMF XPF",
        "krone": "SEK NOK DKK ISK CZK",
        "dinar": "RSD KWD BHD IQD JOD DZD TND LYD",
        "dirham": "AED MAD",
        "rial": "IRR OMR YER SAR QAR",
        "won": "KRW KPW",
        "ruble": "RUB BYN",
        "shilling": "KES TZS UGX SOS",
        "manat": "AZN TMT",
        "som": "UZS KGS",
        "leu": "RON MDL",
        "lira": "TRY LBP SYP",
    }.items()
}
_SINGLE = ("EUR", "CNY", "JPY", "THB", "IDR", "MYR", "VND", "PLN", "HUF", "UAH", "ILS", "KZT", "BRL")
"""Currencies whose name without its country is no other's, nor another word of the usual languages."""
_SINGLE_AT_HOME = (
    *("GEL", "AMD", "NGN", "GHS", "ETB", "ZAR", "BDT", "MNT", "KHR", "LAK", "MMK", "PYG", "HNL", "GTQ", "BGN", "ALL"),
    *("AFN", "TJS", "MGA", "AOA", "MZN", "PEN", "BAM"),
)
"""Currencies whose short name is no other word in English and in the language of their country."""

_WORLDWIDE = {"dollar": "USD", "pound": "GBP", "won": "KRW", "ruble": "RUB"}
_NOT_WORLDWIDE = {("ar", "pound")}
"""Where the bare name means one of several currencies near by."""

SIGNS: dict[str, str] = {
    **{"US$": "USD", "U.S.$": "USD", "$US": "USD", "USD$": "USD", "A$": "AUD", "AU$": "AUD", "$AU": "AUD", "C$": "CAD"},
    **{"CA$": "CAD", "$CA": "CAD", "Can$": "CAD", "NZ$": "NZD", "S$": "SGD", "SG$": "SGD", "HK$": "HKD", "NT$": "TWD"},
    **{"R$": "BRL", "MX$": "MXN", "Mex$": "MXN", "CN¥": "CNY", "JP¥": "JPY", "€": "EUR", "£": "GBP", "₹": "INR"},
    **{"₽": "RUB", "₩": "KRW", "￦": "KRW", "₫": "VND", "₴": "UAH", "₺": "TRY", "₸": "KZT", "₼": "AZN", "₾": "GEL"},
    **{"₦": "NGN", "₪": "ILS", "₱": "PHP", "฿": "THB", "៛": "KHR", "₡": "CRC", "₲": "PYG", "₵": "GHS", "₭": "LAK"},
    **{
        "֏": "AMD",
        "₮": "MNT",
        "৳": "BDT",
        "RM": "MYR",
        "Rp": "IDR",
        "Rp.": "IDR",
        "zł": "PLN",
        "Kč": "CZK",
    },
    **{"Ft": "HUF", "NOK": "NOK", "CHF": "CHF", "Fr.": "CHF", "RMB": "CNY", "S/": "PEN", "Tk": "BDT", "Tk.": "BDT"},
    **{
        "TSh": "TZS",
        "KSh": "KES",
        "Ksh": "KES",
        "Sh.": "?shilling",
        "Sh": "?shilling",
        "Rs.": "?rupee",
        "Rs": "?rupee",
    },
    **{"₨": "?rupee", "$": "?dollar", "¥": "?¥", "kr": "?krone", "kr.": "?krone", "NRs": "NPR", "PKRs": "PKR"},
}
"""Signs and abbreviations of the whole world, as they are written; from CLDR and the currencies' own banks."""

_YEN_SIGN = {"zh": "CNY", "ja": "JPY"}


@cache
def codes() -> frozenset[str]:
    """ISO 4217 codes of money that is legal tender somewhere today, or was until 2015 and is still written about."""
    return frozenset(
        code
        for uses in get_global("territory_currencies").values()
        for code, _, until, tender in uses
        if tender and (until is None or until[0] >= 2015)
    )


@cache
def _of_language() -> Mapping[str, frozenset[str]]:
    """The currencies in use where a language is official."""
    found: dict[str, set[str]] = {}
    for territory, uses in get_global("territory_currencies").items():
        now = {code for code, _, until, tender in uses if until is None and tender}
        for language in get_official_languages(territory):
            found.setdefault(language.partition("_")[0], set()).update(now)
    return {language: frozenset(used) for language, used in found.items()}


def _at_home(language: str) -> frozenset[str]:
    """The currencies of the country in which most speakers of a language live."""
    likely = get_global("likely_subtags").get(language, language)
    uses = get_global("territory_currencies").get(likely.rpartition("_")[2], ())
    return frozenset(code for code, _, until, tender in uses if until is None and tender)


def _settled(family: str, language: str, *, is_sign: bool) -> str:
    """A code behind DEFAULT, or the family behind AMBIGUOUS: see the module's head."""
    used = FAMILIES[family] & _of_language().get(language, frozenset())
    if language != "en" and len(used) == 1 and used <= _at_home(language):
        return DEFAULT + next(iter(used))
    worldwide = _WORLDWIDE.get(family)
    if worldwide and (language, family) not in _NOT_WORLDWIDE and (not is_sign or not used or language == "en"):
        return DEFAULT + worldwide
    return AMBIGUOUS + family


def signs(language: str | None) -> Iterator[tuple[str, str]]:
    """Each sign or code with its meaning: a code of ISO 4217, or one behind DEFAULT, or a family behind AMBIGUOUS."""
    for sign, meaning in SIGNS.items():
        if not meaning.startswith(AMBIGUOUS) or language is None:
            yield sign, meaning
        elif sign == "¥":
            yield sign, DEFAULT + _YEN_SIGN.get(language, "JPY")
        else:
            yield sign, _settled(meaning[1:], language, is_sign=True)
    for code in sorted(codes()):
        yield code, code


def names(locales: tuple[Locale, ...], language: str) -> Iterator[tuple[str, str]]:
    """Each name in small letters with its meaning, see ``signs``: CLDR's whole names, then short ones."""
    everyday = CURRENCIES.get(language, {})
    for name, meaning in everyday.items():
        yield name, AMBIGUOUS + meaning if meaning in FAMILIES else meaning
    full: dict[str, list[str]] = {}
    for locale in locales:
        plurals, titles = names_in(locale, "currency_names_plural"), locale.currencies
        for code in sorted(codes() & set(titles)):
            forms = {titles[code], *(plurals[code].values() if code in plurals else ())}
            full.setdefault(code, []).extend(sorted(map(_readable, forms)))
    for code, readable in full.items():
        for form in readable:
            yield form, code
            if " " in form:
                yield form.replace(" ", "\u00a0"), code
    if locales:
        yield from _shortened(locales[0], full, language)


def _readable(name: str) -> str:
    return name.lower().replace("\u00a0", " ").partition(" (")[0].strip()


_POSSESSIVE = {"tr", "az", "kk", "uz", "ky", "tk"}
_POSSESSIVE_VOWELS = "ıiuüыіиүөе"


def _shortened(locale: Locale, full: dict[str, list[str]], language: str) -> Iterator[tuple[str, str]]:
    """The names without their country: the first or last word, whichever the dollars of several countries share."""
    position = _head_position(locale)
    if position is None:
        return
    singles = (*_SINGLE, *(code for code in _SINGLE_AT_HOME if language == "en" or code in _at_home(language)))
    members = (*singles, *(code for family in FAMILIES.values() for code in sorted(family)))
    meant: dict[str, set[str]] = {}
    for word, code in _heads(members, full, position, _most_words(locale)):
        for short in _without_possessive(word, language):
            meant.setdefault(short, set()).add(code)
    for word, found in meant.items():
        family = next((name for name, codes_of in FAMILIES.items() if found <= codes_of), None)
        if word in _OTHER_WORDS.get(language, ()):
            continue
        if family and (len(found) > 1 or family not in _NAMED_APART):
            yield word, _settled(family, language, is_sign=False)
        elif len(found) == 1:
            yield word, next(iter(found))


_NAMED_APART = {"krone", "lira"}
"""Families whose members each have a name of their own in many languages."""

_OTHER_WORDS = {"uk": {"вона", "вони", "суми", "сума", "дон"}, "ru": {"сома", "сума"}, "cs": {"pes", "sum", "soma"}}
"""Forms of a currency's name that are everyday words too."""


def _heads(
    members: tuple[str, ...], full: dict[str, list[str]], position: int, most_words: int
) -> Iterator[tuple[str, str]]:
    """Words that name a currency without its country, with the currency.

    Names of many words ("Saint Helena pound") count only where shorter names have shown the word; and the end of a name
    counts only where its other end isn't such a word: "доллар Намибии" ends in the country.
    """
    split = [(code, _PARTS.split(form)) for code in members for form in full.get(code, ())]
    counted: dict[str, set[str]] = {}
    for code, words in split:
        if len(words) <= most_words:
            counted.setdefault(words[position], set()).add(code)
    for code, words in split:
        word, other = words[position], words[-1 - position]
        shared = len(counted.get(other, ())) > 2 and other != word
        if word in counted and _HEAD.fullmatch(word) and not shared:
            yield word, code


def _most_words(locale: Locale) -> int:
    return max(2, len(_PARTS.split(locale.currencies["AUD"])))


_PARTS = re.compile(r"[\s-]+")
_HEAD = re.compile(r"[^\W\d_][^\d\s()/\-–]{2,}")


def _without_possessive(head: str, language: str) -> Iterator[str]:
    yield head
    if language in _POSSESSIVE and head[-1] in _POSSESSIVE_VOWELS:
        yield head[:-1]
        if head[-2] in "sс":
            yield head[:-2]


def _head_position(locale: Locale) -> int | None:
    """0 or -1: where the word for dollar stands in CLDR's names; None where they don't show it."""
    titles = locale.currencies
    dollars = [_PARTS.split(titles[code].lower()) for code in ("AUD", "CAD", "NZD") if code in titles]
    if len(dollars) < 3:
        return None
    for position in (-1, 0):
        if len({words[position] for words in dollars}) == 1 and all(len(words) > 1 for words in dollars):
            return position
    return None
