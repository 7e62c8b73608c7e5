"""Numbers, dates, and the names of languages and countries as people write them in the language of a page.

Babel's CLDR data says how. Data itself stays English and ISO: templates format it as they show it.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import pass_context
from markupsafe import Markup

from . import cldr
from .dates import as_date, date_parts, shown_date, shown_month
from .translations import N_, current, gettext, ngettext

_FILTERS = {
    "_entity": N_("mentioning %(what)s"),
    "_not_entity": N_("not mentioning %(what)s"),
    "_tag": N_("tagged %(what)s"),
}
_PERIODS = {"_published": N_("published in %(when)s"), "_from": N_("from %(when)s"), "_to": N_("to %(when)s")}
"""Arguments of filters, and the words for them that the pages' data begins with."""

# English as the world reads it: the day before the month, and no other difference.
_REGIONS = {"en": "en-GB"}


def add_filters(environment: Any) -> None:
    """Give templates filters by the names of the functions below, and ``ngettext`` with ``num`` as people write it."""
    environment.globals["ngettext"] = _counted
    for shown in (number, percent, written_date, facet_label, filter_words, language_name, country_name):
        environment.filters[shown.__name__] = _unfolded(shown)


def number(value: float, digits: int = 0) -> str:
    """A number with its thousands apart: 12,345; with so many digits behind the point."""
    if not cldr.HAS_BABEL:
        return f"{value:,.{digits}f}"
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    return str(cldr.format_decimal(value, pattern, locale=_locale(current())))


def percent(share: float, digits: int = 1) -> str:
    """A share from 0 to 1 as so many hundredths, the sign behind a space that doesn't break: 12.3 %."""
    return f"{number(100 * share, digits)}\N{NO-BREAK SPACE}%"


def written_date(iso: str) -> str:
    """A date as precise as it is stored: 22 April 2024, 14:33; April 2024; 2024; what is no date, as it is."""
    parts = date_parts(iso)
    date = as_date(parts) if parts else None
    if parts is None or date is None:
        return iso
    if parts.month is None:
        return parts.year
    if not cldr.HAS_BABEL:
        shown = shown_date(iso, None)
        return shown.text if shown else iso
    locale = _locale(current())
    words = cldr.format_date(date, "long", locale) if parts.day else cldr.format_skeleton("yMMMM", date, locale=locale)
    return f"{words}, {parts.clock}" if parts.clock else words


def facet_label(value: Any, facet: str = "") -> str:
    """What a value of a facet is called, given with its English label; months and languages by their codes."""
    code = value.value
    if facet == "month":
        if code is None:
            return gettext("undated")
        words = written_date(code)
        return gettext("%(year)s, month unknown") % {"year": words} if value.label != shown_month(code) else words
    if facet == "language":
        return language_name(code, value.label) if code else gettext("unknown")
    if facet == "site" and not code:
        return gettext("no site")
    return str(value.label)


def filter_words(pill: Any) -> str:
    """A filter in words, given with its argument and value and the English words for it."""
    argument, value = pill.argument, pill.value
    if argument in _PERIODS:
        return gettext(_PERIODS[argument]) % {"when": written_date(value)}
    if argument in _FILTERS:
        english = _FILTERS[argument]
        return gettext(english) % {"what": pill.words.removeprefix(english.partition("%")[0])}
    if argument == "language":
        return language_name(value, pill.words)
    return gettext("undated") if argument == "published__isnull" else str(pill.words)


def language_name(code: str, otherwise: str = "") -> str:
    """What a language is called; for a code that CLDR doesn't know, the other name or the code."""
    if not cldr.HAS_BABEL:
        return otherwise or code
    try:
        known = cldr.Locale.parse(code.replace("-", "_")).get_display_name(_locale(current()))
    except (ValueError, cldr.UnknownLocaleError):
        known = None
    return known or otherwise or code


def country_name(code: str) -> str:
    """What a country of this ISO code is called; the code itself where CLDR has no name for it."""
    return str(_locale(current()).territories.get(code, code)) if cldr.HAS_BABEL else code


def _counted(one: str, many: str, count: int, /, **values: Any) -> Markup:
    """A message about so many things for a template, whose own markup stands and whose values are escaped."""
    return Markup(ngettext(one, many, count)) % {"num": number(count), **values}


@cache
def _locale(language: str) -> cldr.Locale:
    return cldr.Locale.parse(_REGIONS.get(language, language), sep="-")


def _unfolded(shown: Any) -> Any:
    """A filter that Jinja doesn't apply to constants as it compiles a template, before there is a reader."""

    def applied(_: Any, *values: Any) -> str:
        return str(shown(*values))

    return pass_context(applied)
