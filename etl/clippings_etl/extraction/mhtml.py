"""Pages that a browser saved in one file (MHTML, https://www.rfc-editor.org/rfc/rfc2557) → the article in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message
from itertools import islice

from ..documents import Extracted
from ..errors import DecodeError
from .html import extract_html

_ADVICE = "Save the page again as one file, or as HTML."
_MOST_PARTS = 10_000
_BOUNDARY = re.compile(rb"boundary[*\d]*\s{0,9}=", re.IGNORECASE)
_MOST_BOUNDARIES = 50
"""Browsers write one; the parser's time grows with each level of parts within parts."""
_PAGES = ("text/html", "application/xhtml+xml")


def extract_mhtml(data: bytes, url: str | None = None, encoding: str | None = None) -> Extracted:
    """The article of a saved page: of its main part; frames, images and styles are left alone.

    Args:
        url: the page's address, where it is known; else the one that the file names.
        encoding: the encoding of the main part, where it is known; else the one that the file names.

    Raises:
        DecodeError: the file is no MHTML, it holds no page, or there is no text in it.
    """
    message = _read(data)
    page = _main_part(message)
    if page is None:
        raise DecodeError("there is no page in the file", _ADVICE)
    payload = page.get_payload(decode=True)
    if not isinstance(payload, bytes):
        raise DecodeError("the page in the file can't be read", _ADVICE)
    address = url or _address(page["Content-Location"]) or _address(message["Snapshot-Content-Location"])
    extracted = extract_html(payload, address, encoding or page.get_content_charset())
    return replace(
        extracted,
        format="mhtml",
        url=extracted.url or address,
        title=extracted.title or _subject(message),
    )


def _read(data: bytes) -> Message:
    if sum(1 for _ in islice(_BOUNDARY.finditer(data), _MOST_BOUNDARIES + 1)) > _MOST_BOUNDARIES:
        raise DecodeError("the file's parts are nested too deep", _ADVICE)
    try:
        message = message_from_bytes(data.lstrip(), policy=policy.compat32)
    except RecursionError as error:
        raise DecodeError("the file's parts are nested too deep", _ADVICE) from error
    if not message.is_multipart() and message.get_content_type() not in _PAGES:
        raise DecodeError("the file is no saved page (MHTML)", _ADVICE)
    return message


def _main_part(message: Message) -> Message | None:
    """The part that the file names as its start, if that is a page; else the first page."""
    start = message.get_param("start")
    pages = [part for part in _parts(message) if part.get_content_type() in _PAGES]
    named = (part for part in pages if start and str(part["Content-ID"]).strip() == str(start).strip())
    return next(named, pages[0] if pages else None)


def _parts(message: Message) -> Iterator[Message]:
    """The parts, in the order of the file; a loop, since they may be nested."""
    stack, seen = [message], 0
    while stack and seen < _MOST_PARTS:
        part = stack.pop()
        seen += 1
        inner = part.get_payload()
        if part.is_multipart() and isinstance(inner, list):
            stack.extend(reversed([one for one in inner if isinstance(one, Message)]))
        else:
            yield part


def _address(value: object) -> str | None:
    address = "".join(str(value or "").split())
    return address if address.startswith(("http://", "https://")) else None


def _subject(message: Message) -> str | None:
    try:
        subject = str(make_header(decode_header(str(message["Subject"] or ""))))
    except (LookupError, UnicodeError, ValueError):  # a header is what some program wrote
        return None
    return " ".join("".join(char if char.isprintable() else " " for char in subject).split())[:300] or None
