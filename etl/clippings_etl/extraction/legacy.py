"""Which legacy encoding a text is in.

For text in Latin letters the code pages differ in a handful of letters, and statistics over a short
article can't tell them apart. Spelling can: each is tried, the language of the outcome is detected,
and the right one is that in which all accented letters belong to that language. For other scripts
charset-normalizer tells, but for EUC-JP.
"""

from __future__ import annotations

import unicodedata

from charset_normalizer import from_bytes

from ..language import detect

# Windows' code pages before the ISO ones that they extend, the most common first: the first of equals is taken.
_LATIN = ("cp1252", "cp1250", "cp1254", "cp1257", "cp1258", "iso8859_15", "iso8859_2", "iso8859_16")

_TONES = "\u0300\u0301\u0303\u0309\u0323"

# Letters beyond a–z that each language is written with (CLDR exemplar characters, main and auxiliary where common).
_LETTERS = {
    "ca": "àçéèíïóòúü",
    "cs": "áčďéěíňóřšťúůýž",
    "da": "æøåéäö",
    "de": "äöüßé",
    "en": "éèàçïöüñáíó",
    "es": "áéíóúñü",
    "et": "äõöüšž",
    "fi": "äöåšž",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "hr": "čćđšž",
    "hu": "áéíóöőúüű",
    "is": "áðéíóúýþæö",
    "it": "àèéìíîòóùú",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "nb": "æøåéèêóòôà",
    "nl": "áäéëèíïóöúü",
    "no": "æøåéèêóòôà",
    "pl": "ąćęłńóśźż",
    "pt": "áâãàçéêíóôõúü",
    "ro": "ăâîșțşţ",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšžćđ",
    "sq": "çë",
    "sv": "åäöéà",
    "tr": "çğıöşüâîû",
    "vi": "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in ("", *_TONES))
    + "đ",
}

_DETECTED_ON = 4000
"""Characters that are enough to tell the language."""

_LOOKED_AT = 100_000
"""Characters that are enough to tell the spelling; all of the document has to be decodable, though."""

_BEYOND_ASCII = bytes(range(128, 256))


def guess(data: bytes) -> str | None:
    """The codec that bytes, which are no Unicode, are most likely written in; None if none fits."""
    if _mostly_ascii(data):
        scores = {codec: _spelling(data, codec) for codec in _LATIN}
        best = max(_LATIN, key=lambda codec: scores[codec])
        if scores[best] > 0.9:
            return best
    if _japanese(data):
        return "euc_jp"
    found = from_bytes(data).best()
    return found.encoding if found else None


def _japanese(data: bytes) -> bool:
    """Whether the bytes are EUC-JP, which statistics take for Korean: read so, they hold kana like all Japanese."""
    try:
        text = data.decode("euc_jp")
    except UnicodeDecodeError:
        return False
    foreign = [char for char in text[:_LOOKED_AT] if char > "\x7f"]
    return sum("\u3041" <= char <= "\u30ff" for char in foreign) * 5 > len(foreign)


def decode_as(data: bytes, codec: str) -> str:
    """Decode, and compose what the encoding itself writes in pieces.

    Windows-1258 writes Vietnamese tones as separate characters, since it has no room for the composed
    ones; composing them is part of reading it.
    """
    text = data.decode(codec)
    return unicodedata.normalize("NFC", text) if codec == "cp1258" else text


def _mostly_ascii(data: bytes) -> bool:
    return len(data.translate(None, _BEYOND_ASCII)) * 2 > len(data)


def _spelling(data: bytes, codec: str) -> float:
    """Share of the letters beyond a–z that belong to the language which the decoded text seems to be in."""
    try:
        text = decode_as(data, codec)
    except UnicodeDecodeError:
        return 0.0
    # Raised digits count too: that is what some letters turn into in the wrong code page.
    looked_at = text[:_LOOKED_AT].lower()
    foreign = [char for char in looked_at if char > "\x7f" and unicodedata.category(char)[0] in "LMN"]
    if not foreign:
        # Typographic quotes and dashes only: Windows' code pages have them all in the same places.
        return 1.0 if codec.startswith("cp") else 0.0
    letters = _LETTERS.get(detect(text[:_DETECTED_ON]) or "", "")
    return sum(char in letters for char in foreign) / len(foreign)
