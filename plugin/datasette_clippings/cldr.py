"""Babel, which knows how each language writes things, where it is installed.

A plugin that is loaded from its folder alone may do without: its interface is English then.
"""

from __future__ import annotations

try:
    from babel import Locale, UnknownLocaleError, negotiate_locale
    from babel.dates import format_date, format_skeleton
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po
    from babel.numbers import format_decimal
    from babel.support import Translations
except ImportError:
    HAS_BABEL = False
else:
    HAS_BABEL = True

__all__ = [
    "HAS_BABEL",
    "Locale",
    "Translations",
    "UnknownLocaleError",
    "format_date",
    "format_decimal",
    "format_skeleton",
    "negotiate_locale",
    "read_po",
    "write_mo",
]
