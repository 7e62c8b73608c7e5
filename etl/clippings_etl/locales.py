"""CLDR's data of a language, for as long as it is read.

Babel keeps all that it ever loaded: half a megabyte a locale, in each process of a build that asks for the names of
months in every language. We read the few names that we need once, and let the rest go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from babel import Locale, UnknownLocaleError, localedata


@contextmanager
def locales(codes: Iterable[str]) -> Iterator[tuple[Locale, ...]]:
    """The locales of these codes that CLDR knows, in their order; not to be kept beyond the ``with`` block."""
    found = tuple(locale for code in codes if (locale := _locale(code)))
    try:
        yield found
    finally:
        # Babel has no public way to forget. Without this table nothing is lost but memory.
        loaded = getattr(localedata, "_cache", {})
        for locale in found:
            loaded.pop(str(locale), None)


def names_in(locale: Locale, kind: str) -> Mapping[str, Any]:
    """What CLDR has under a heading that Babel reads and gives no public way to: ``unit_patterns`` and the like."""
    found: Mapping[str, Any] = locale._data[kind]
    return found


def _locale(code: str) -> Locale | None:
    try:
        return Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return None
