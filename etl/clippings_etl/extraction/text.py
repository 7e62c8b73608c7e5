"""Plain text: bytes → text, whatever the encoding.

In this order: a byte-order mark; UTF-16 without a mark; UTF-8; the encoding that the document
itself declares (scraped text keeps such lines); then the legacy encodings, see ``legacy``.
"""

from __future__ import annotations

import codecs
import contextlib
import unicodedata

from bs4.dammit import EncodingDetector

from ..documents import Extracted
from ..errors import DecodeError
from .legacy import decode_as as redecode
from .legacy import guess

# UTF-32 first: its little-endian mark starts with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# No text file holds them; it may hold tab, line feed, vertical tab, form feed, return, escape, DOS end of file.
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1a\x1b")
_CHARACTER_SETS = (
    "big5",
    "cp",
    "euc",
    "gb",
    "hz",
    "iso8859",
    "iso2022",
    "johab",
    "koi8",
    "kz",
    "mac",
    "ptcp",
    "shift",
    "tis",
)
"""Beginnings of the names that Python gives to them."""

_SAMPLE = 64 * 1024


def decode(data: bytes, encoding: str | None = None) -> Extracted:
    """Decode a document's bytes.

    The whole document is decoded with one codec and no character is replaced or left out, so the
    bytes can always be checked against the text again.

    Args:
        encoding: the codec, where it is known.

    Raises:
        DecodeError: the bytes are empty, binary, or no encoding fits them.
    """
    if not data.strip():
        raise DecodeError("the file is empty", "Nothing to do, unless it should hold an article: then fetch it again.")
    if encoding:
        return _decode_as(data, encoding)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, codec)
    utf16 = _utf16_without_mark(data)
    if utf16:
        return _decode_as(data, utf16)
    if _is_binary(data):
        raise DecodeError(
            "the file is binary, not text", "If it is a PDF, an image or an office document, convert it to text first."
        )
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(data)
    return _decode_as(data, "utf-8")


def _decode_as(data: bytes, codec: str) -> Extracted:
    try:
        text = redecode(data, codec)
    except UnicodeDecodeError as error:
        raise DecodeError(
            f"the file is marked as {codec} but isn't: {error.reason} at byte {error.start}",
            "It may be cut short or damaged; fetch it again or save it as UTF-8.",
        ) from error
    if "\0" in text:
        raise DecodeError("the file holds NUL characters", "It isn't plain text; convert it to text first.")
    if not any(unicodedata.category(char)[0] in "LNPS" for char in text):
        raise DecodeError("the file is empty", "Nothing to do, unless it should hold an article: then fetch it again.")
    return Extracted(text, codec)


def _decode_legacy(data: bytes) -> Extracted:
    declared = EncodingDetector.find_declared_encoding(data[:_SAMPLE], is_html=True)
    if declared and _is_character_set(declared):
        with contextlib.suppress(DecodeError):  # a wrong declaration: the bytes themselves tell more
            return _decode_as(data, codecs.lookup(declared).name)
    codec = guess(data)
    if codec is None:
        raise DecodeError("no known encoding fits the file", "Save it as UTF-8 and build again.")
    return _decode_as(data, codec)


def _is_character_set(name: str) -> bool:
    """Whether Python knows the encoding as one of those that people wrote text in, not one of its own making."""
    try:
        return codecs.lookup(name).name.replace("-", "_").startswith(_CHARACTER_SETS)
    except (LookupError, ValueError):
        return False


def _utf16_without_mark(data: bytes) -> str | None:
    """Text in UTF-16 shows as NUL bytes on one side only, wherever it is Latin, a space or a line break."""
    sample = data[: _SAMPLE & ~1]
    pairs = len(sample) // 2
    if pairs < 2 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    # One character in ten at the least: text in any script has spaces, line breaks or digits.
    if odd * 10 > pairs and even == 0:
        return "utf-16-le"
    if even * 10 > pairs and odd == 0:
        return "utf-16-be"
    return None


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    if 0 in data:
        return True
    controls = len(sample) - len(sample.translate(None, delete=_CONTROLS))
    return controls * 100 > len(sample)
