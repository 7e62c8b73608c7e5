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
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from datasette.utils import path_with_replaced_args
from markupsafe import Markup, escape

from . import cldr
from .paths import asked_path

LANGUAGE_ARGUMENT, COOKIE = "_lang", "clippings_language"
"""A reader's own choice: in an address, and kept for the next one."""

DEFAULT = "en"
_FOLDER = Path(__file__).parent / "locale"
_A_YEAR = 365 * 24 * 3600
_MOST_ACCEPTED = 20  # languages that a browser may name
_LONGEST_COOKIES = 8_192  # characters, of whatever else this host has set

_ACCEPTED = re.compile(
    r"\s*(?P<tag>[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,8})\s*(?:;\s*q=(?P<quality>0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?",
    re.ASCII,
)  # RFC 9110, 12.5.4
# our own alone: the standard library's reader takes quadratic time in older Pythons (CVE-2024-7592)
_KEPT = re.compile(rf"(?:^|;\s*){COOKIE}=(?P<language>[A-Za-z_-]{{1,20}})(?=;|$)")
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
    """The interface's languages by their codes as HTML knows them (`pt-BR`), each called as it calls itself."""
    if not cldr.HAS_BABEL:
        return {DEFAULT: "English"}
    names = sorted(folder.parents[1].name for folder in _FOLDER.glob("*/LC_MESSAGES/clippings.po"))
    codes = [DEFAULT, *(name.replace("_", "-") for name in names)]
    return {code: _own_name(code) for code in codes}


@cache
def catalogue(language: str) -> NullTranslations:
    """The translations into a language; English needs none."""
    locale = language.replace("-", "_")
    file = _FOLDER / locale / "LC_MESSAGES" / "clippings.po"
    if language not in languages() or language == DEFAULT:
        return NullTranslations()
    with file.open("rb") as source:
        messages = cldr.read_po(source, locale=locale)
    compiled = BytesIO()
    cldr.write_mo(compiled, messages)
    compiled.seek(0)
    return cldr.Translations(compiled)


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
    """Let templates speak: ``_`` and ``ngettext``, whose values are escaped, and ``{% trans %}``.

    A page that is ours as a whole says so with ``clippings_is_spoken()``; a part of ours in one of Datasette's pages,
    which are English, bears ``lang="{{ clippings_language() }}"`` itself.
    """
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(gettext, ngettext, newstyle=True)
    environment.globals["_"] = _shown
    environment.globals["clippings_language"] = current
    environment.globals["clippings_languages"] = languages
    environment.globals["clippings_in_language"] = _in_language
    environment.globals["clippings_is_spoken"] = _is_spoken


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
            elif is_page and not is_begun and event.get("body"):
                is_begun = True
                event = {**event, "body": _told(event["body"], spoken)}
            await send(event)

        token = _spoken.set(spoken)
        try:
            await app(scope, receive, answer)
        finally:
            _spoken.reset(token)

    return wrapped


def _catalogue() -> NullTranslations:
    spoken = _spoken.get()
    return catalogue(spoken.language if spoken else DEFAULT)


def _shown(message: str, /, **values: Any) -> str:
    """A message for a template, as text whose markup is escaped.

    Jinja's own takes every message for markup, and for a format: of words that came from data, such as
    ``_(facet.heading)``, the one would let in what the data holds, and the other stumble over a per cent sign.
    """
    words = gettext(message)
    return Markup(escape(words)) % values if values else words


def _is_spoken() -> str:
    """Say that the page speaks the reader's language."""
    spoken = _spoken.get()
    if spoken:
        spoken.is_used = True
    return ""


def _told(body: bytes, spoken: _Spoken) -> bytes:
    """A page's beginning, its root element with the page's language."""
    language = spoken.language if spoken.is_used else DEFAULT
    is_leftward = cldr.HAS_BABEL and cldr.Locale.parse(language, sep="-").text_direction == "rtl"
    direction = ' dir="rtl"' if is_leftward else ""
    root = f'<html lang="{language}"{direction}>'.encode("ascii")
    return _HTML.sub(root, body[:_HEAD], count=1) + body[_HEAD:]


def _in_language(urls: Any, request: Any, language: str) -> str:
    """The address of a request, asking for a language."""
    return str(path_with_replaced_args(request, {LANGUAGE_ARGUMENT: language}, asked_path(urls, request)))


def _asked(scope: dict[str, Any]) -> str | None:
    """The language that the address asks for, if there is such."""
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get(LANGUAGE_ARGUMENT, [""])[-1]
    return asked if asked in languages() else None


def _chosen(scope: dict[str, Any]) -> str | None:
    """The language that the reader asks for now, or has asked for before."""
    asked = _asked(scope)
    if asked:
        return asked
    cookies = _header(scope, b"cookie")
    found = _KEPT.search(cookies) if len(cookies) <= _LONGEST_COOKIES else None
    return found["language"] if found and found["language"] in languages() else None


def _accepted(scope: dict[str, Any]) -> str | None:
    """The best of the languages that the browser asks for."""
    if not cldr.HAS_BABEL:
        return None
    weighed = []
    for item in _header(scope, b"accept-language").split(",")[:_MOST_ACCEPTED]:
        found = _ACCEPTED.fullmatch(item)
        if found and float(found["quality"] or 1):  # with 0, the browser refuses a language
            weighed.append((-float(found["quality"] or 1), found["tag"]))
    wanted = [tag.lower() for _, tag in sorted(weighed, key=lambda pair: pair[0])]
    ours = {code.lower(): code for code in languages()}
    return ours.get(cldr.negotiate_locale(wanted, list(ours), sep="-") or "")


def _header(scope: dict[str, Any], wanted: bytes) -> str:
    found = next((value for name, value in scope.get("headers") or () if name.lower() == wanted), b"")
    return bytes(found).decode("latin-1")


def _cookie(language: str) -> bytes:
    return f"{COOKIE}={language}; Path=/; Max-Age={_A_YEAR}; SameSite=Lax".encode("ascii")


def _own_name(code: str) -> str:
    locale = cldr.Locale.parse(code, sep="-")
    name = locale.get_display_name() or code
    return name[:1].upper() + name[1:]


def N_(message: str) -> str:  # the mark that gettext's tools know
    """Mark English words in data that templates will translate as they show them."""
    return message
