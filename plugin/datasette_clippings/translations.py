"""The interface in the reader's language.

Templates mark their words with ``_("…")`` or ``ngettext("…", "…", number)``; data holds English words, which templates
translate as they show them, so that JSON reads the same everywhere. Catalogues are gettext files,
``locale/LANGUAGE/LC_MESSAGES/clippings.po``, read as translators write them: nothing has to be compiled.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from http.cookies import CookieError, SimpleCookie
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from babel import Locale, negotiate_locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from datasette.utils import path_with_replaced_args

LANGUAGE_ARGUMENT, COOKIE = "_lang", "clippings_language"
"""A reader's own choice: in an address, and kept for the next one."""

DEFAULT = "en"
_FOLDER = Path(__file__).parent / "locale"
_A_YEAR = 365 * 24 * 3600
_MOST_ACCEPTED = 20  # languages that a browser may name

_HTML = re.compile(rb"<html(?: lang=\"en\")?>")
_HEAD = 200  # bytes of a page within which its root element begins

App = Callable[[dict[str, Any], Callable[[], Awaitable[Any]], Callable[[Any], Awaitable[None]]], Awaitable[None]]


@dataclass(slots=True)
class _Spoken:
    """The language of one request, and whether the page that answers it speaks it: Datasette's own are English."""

    language: str = DEFAULT
    is_used: bool = False


_spoken: ContextVar[_Spoken | None] = ContextVar("clippings_language", default=None)


@cache
def languages() -> dict[str, str]:
    """The interface's languages by code, each called as it calls itself."""
    codes = [DEFAULT, *sorted(folder.parents[1].name for folder in _FOLDER.glob("*/LC_MESSAGES/clippings.po"))]
    return {code: _own_name(code) for code in codes}


@cache
def catalogue(language: str) -> NullTranslations:
    """The translations into a language; English needs none."""
    file = _FOLDER / language / "LC_MESSAGES" / "clippings.po"
    if language not in languages() or language == DEFAULT:
        return NullTranslations()
    with file.open("rb") as source:
        messages = read_po(source, locale=language)
    compiled = BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return Translations(compiled)


def current() -> str:
    """The code of the language that the present request is answered in."""
    spoken = _spoken.get()
    return spoken.language if spoken else DEFAULT


def gettext(message: str) -> str:
    """A message in the present language."""
    return str(_catalogue().gettext(message)) if message else ""  # of nothing, gettext tells the catalogue's headers


def ngettext(one: str, many: str, number: int) -> str:
    """A message about so many things in the present language."""
    return str(_catalogue().ngettext(one, many, number))


def add_to(environment: Any) -> None:
    """Let templates speak: ``_``, ``gettext`` and ``ngettext``, whose values are escaped, and ``{% trans %}``."""
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(gettext, ngettext, newstyle=True)
    environment.globals["clippings_language"] = current
    environment.globals["clippings_languages"] = languages
    environment.globals["clippings_in_language"] = _in_language


def speaking(app: App) -> App:
    """The app, each request of which knows its language, and each page of which says it, as screen readers need."""

    async def wrapped(scope: dict[str, Any], receive: Callable[[], Awaitable[Any]], send: Any) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        chosen = _chosen(scope)
        spoken = _Spoken(chosen or _accepted(scope) or DEFAULT)
        is_page = is_begun = False

        async def answer(event: dict[str, Any]) -> None:
            nonlocal is_page, is_begun
            if event["type"] == "http.response.start":
                headers = list(event.get("headers") or [])
                is_page = any(name.lower() == b"content-type" and b"text/html" in value for name, value in headers)
                sized = any(name.lower() == b"content-length" for name, _ in headers)
                if is_page:
                    headers.append((b"vary", b"Accept-Language, Cookie"))
                if chosen and _asked(scope):
                    headers.append((b"set-cookie", _cookie(chosen)))
                is_page = is_page and not sized  # whose length would no longer be true
                event = {**event, "headers": headers}
            elif is_page and not is_begun:
                is_begun = True
                event = {**event, "body": _told(event.get("body", b""), spoken)}
            await send(event)

        token = _spoken.set(spoken)
        try:
            await app(scope, receive, answer)
        finally:
            _spoken.reset(token)

    return wrapped


def _catalogue() -> NullTranslations:
    spoken = _spoken.get()
    if spoken is None:
        return catalogue(DEFAULT)
    spoken.is_used = True
    return catalogue(spoken.language)


def _told(body: bytes, spoken: _Spoken) -> bytes:
    """A page's beginning, its root element with the page's language."""
    language = spoken.language if spoken.is_used else DEFAULT
    direction = "" if Locale.parse(language).text_direction == "ltr" else ' dir="rtl"'
    root = f'<html lang="{language}"{direction}>'.encode("ascii")
    return _HTML.sub(root, body[:_HEAD], count=1) + body[_HEAD:]


def _in_language(request: Any, language: str) -> str:
    """The address of a request, asking for a language."""
    return str(path_with_replaced_args(request, {LANGUAGE_ARGUMENT: language}))


def _asked(scope: dict[str, Any]) -> str | None:
    """The language that the address asks for, if there is such."""
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get(LANGUAGE_ARGUMENT, [""])[-1]
    return asked if asked in languages() else None


def _chosen(scope: dict[str, Any]) -> str | None:
    """The language that the reader asks for now, or has asked for before."""
    asked = _asked(scope)
    if asked:
        return asked
    try:
        cookies = SimpleCookie(_header(scope, b"cookie"))
    except CookieError:
        return None
    kept = cookies[COOKIE].value if COOKIE in cookies else ""
    return kept if kept in languages() else None


def _accepted(scope: dict[str, Any]) -> str | None:
    """The best of the languages that the browser asks for."""
    weighed = []
    for item in _header(scope, b"accept-language").split(",")[:_MOST_ACCEPTED]:
        tag, _, quality = item.strip().partition(";q=")
        try:
            weighed.append((-float(quality or 1), tag.strip()))
        except ValueError:
            continue
    wanted = [tag.replace("-", "_") for _, tag in sorted(weighed, key=lambda pair: pair[0])]
    return negotiate_locale(wanted, list(languages()))


def _header(scope: dict[str, Any], wanted: bytes) -> str:
    found = next((value for name, value in scope.get("headers") or () if name.lower() == wanted), b"")
    return bytes(found).decode("latin-1")


def _cookie(language: str) -> bytes:
    return f"{COOKIE}={language}; Path=/; Max-Age={_A_YEAR}; SameSite=Lax".encode("ascii")


def _own_name(code: str) -> str:
    locale = Locale.parse(code)
    name = locale.get_display_name(code) or code
    return name[:1].upper() + name[1:]


def N_(message: str) -> str:  # the mark that gettext's tools know
    """Mark English words in data that templates will translate as they show them."""
    return message
