"""A page's bytes → its markup as characters.

In this order: a byte-order mark; UTF-16 by the look of its first tag; UTF-8 wherever the bytes are valid UTF-8,
whatever they are said to be; the encoding that came with the page; the one that the page declares; the one that
its text looks like. Encodings are read as browsers read them (https://encoding.spec.whatwg.org/): who says
ISO 8859-1 means Windows-1252, who says GB2312 means GB 18030.

A page with a few damaged bytes is still a page: they become U+FFFD. Reading a page again with the encoding that
came out gives the same characters.
"""

from __future__ import annotations

import codecs
import re

from bs4.dammit import EncodingDetector

from ..errors import DecodeError
from .legacy import decode_as, guess

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SUPERSETS = {
    "ascii": "cp1252",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "johab": "cp949",
    "shift_jis": "cp932",
    "tis-620": "cp874",
}
"""What pages are written in that name the key; Python's names of both."""
_UNNAMED = "cp1252"
"""What browsers take pages for that name no encoding, for want of anything better."""
_UNLIKELY_NAMES = ("utf", "idna", "punycode", "raw", "unicode", "mbcs", "oem", "undefined", "palmos", "charmap", "hex")
_SEVEN_BITS = ("iso2022", "hz")
"""Encodings whose bytes are all ASCII."""

_DECLARED_WITHIN = 64 * 1024
_LOOKED_AT = 200_000
"""Bytes of text that are enough to tell an encoding."""
_MARKUP = re.compile(
    rb"<(?:script|style)\b[^>]*>.*?</(?:script|style)|<[^<>]{0,2000}>|&\w{1,10};", re.DOTALL | re.IGNORECASE
)
_MOST_DAMAGED = 100
"""One damaged character among so many is forgiven."""
_MOST_CONTROLS = 20


def decode_page(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The characters of a page, and the name of the codec that they were read with.

    Args:
        encoding: what came with the page (a header's ``charset``); believed unless the bytes deny it.

    Raises:
        DecodeError: the bytes are empty, binary, or no encoding fits them.
    """
    if not data.strip(b"\0\t\n\f\r "):
        raise DecodeError("the page is empty", "Fetch it again, or leave it out.")
    marked = _marked(data)
    if marked:
        return _characters(data, marked), marked
    if _is_binary(data):
        raise DecodeError("the file is binary, not a page", "Convert it to HTML or text first.")
    named = _named(data, encoding)
    for codec in named:
        if codec.startswith(_SEVEN_BITS) and _is_strict(data, codec):
            return _characters(data, codec), codec
    if _is_strict(data, "utf-8"):
        return data.decode("utf-8"), "utf-8"
    return _legacy(data, named)


def _legacy(data: bytes, named: list[str]) -> tuple[str, str]:
    text = _MARKUP.sub(b" ", data[:_LOOKED_AT])
    for codec in named:
        if codec != "utf-8" and _is_strict(data, codec) and _is_plausible(text, codec):
            return _characters(data, codec), codec
    if _damage(data, "utf-8") * _MOST_DAMAGED < len(data):
        return _characters(data, "utf-8"), "utf-8"
    guessed = guess(text)
    candidates = [_superset(guessed)] if guessed else []
    candidates.append(_UNNAMED)
    for codec in (*candidates, *named):
        if _is_strict(data, codec):
            return _characters(data, codec), codec
    for codec in (*named, *candidates):
        if _damage(data, codec) * _MOST_DAMAGED < len(data):
            return _characters(data, codec), codec
    raise DecodeError("no known encoding fits the page", "Save it as UTF-8 and build again.")


def _named(data: bytes, encoding: str | None) -> list[str]:
    """The encodings that are named for the page, as Python knows them, the most trustworthy first."""
    declared = EncodingDetector.find_declared_encoding(data[:_DECLARED_WITHIN], is_html=True)
    known = []
    for name in (encoding, declared):
        codec = _known(name) if name else None
        if codec and codec not in known:
            known.append(codec)
    return known


def _known(name: str) -> str | None:
    try:
        codec = codecs.lookup(name.strip().strip("\"'"))
        # Python has codecs that aren't from bytes to characters, too.
        if not isinstance(b"a".decode(codec.name, "ignore"), str):
            return None
    except (LookupError, ValueError, UnicodeError):
        return None
    if codec.name in ("utf-8", "utf-8-sig"):
        return "utf-8"
    if codec.name.startswith(_UNLIKELY_NAMES):
        return None
    return _superset(codec.name)


def _superset(codec: str) -> str:
    name = codecs.lookup(codec).name
    return _SUPERSETS.get(name, name)


def _marked(data: bytes) -> str | None:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return codec
    start = data[:64].lstrip(b"\t\n\r ")
    if start.startswith((b"<\0", b"\0\n\0<")) and start[3:4] == b"\0":
        return "utf-16-le"
    return "utf-16-be" if start.startswith(b"\0<\0") else None


def _characters(data: bytes, codec: str) -> str:
    """Decode; what is damaged becomes U+FFFD."""
    try:
        return decode_as(data, codec)
    except UnicodeDecodeError:
        return data.decode(codec, "replace")


def _is_strict(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeError:
        return False
    return True


def _is_plausible(text: bytes, codec: str) -> bool:
    """Whether text reads like writing: no C1 controls, and in Latin script not mainly accented letters."""
    shown = text.decode(codec, "ignore")
    beyond = [char for char in shown if char > "\x7f"]
    if sum(char < "\xa0" for char in beyond) * _MOST_DAMAGED > len(beyond):
        return False
    accented = sum("\xc0" <= char <= "\u024f" for char in beyond)
    return accented * 2 < sum(map(str.isalpha, shown)) or accented < 10


def _damage(data: bytes, codec: str) -> int:
    return data.decode(codec, "replace").count("\ufffd") * 2


def _is_binary(data: bytes) -> bool:
    sample = data[:_DECLARED_WITHIN]
    controls = sum(map(sample.count, (bytes([byte]) for byte in (*range(1, 9), *range(14, 27), *range(28, 32)))))
    return controls * _MOST_CONTROLS > len(sample) or (b"<" not in data and 0 in sample)
