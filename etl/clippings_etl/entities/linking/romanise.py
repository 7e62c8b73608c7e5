"""Names of other scripts in Latin letters, and one form for the ways of writing the same name.

    Джалол Маруфов, Jalol Maʼrufov     → zhalol marufov
    Евгений Королёв, Yevgeny Korolyov  → evgeni korolev

Cyrillic by language (Russian х is kh, Ukrainian г is h, Serbian ж is ž), Greek, Armenian and Georgian. The letters
are in ``data/romanisation.csv``, written for this package after each country's official system.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from ..data_version import DATA
from ..tokens import APOSTROPHES, word_set

_SCRIPTS = {"CYRILLIC": "cyrillic", "GREEK": "greek", "ARMENIAN": "armenian", "GEORGIAN": "georgian"}
_OWN_LATIN = word_set("sr mk bs hr")
"""Languages whose Cyrillic has one Latin spelling, letter for letter, which is as official."""
_SPELLS_SLAVIC_ITSELF = word_set("pl cs sk sl hr bs sr lv lt et hu ro sq hsb dsb")
"""Latin-script languages with such names of their own: a name there is spelled as it is, not romanised."""
_ROMANISED_ENDING = re.compile(
    r"\w{2}(?:[oey]v|[oe]va|sk(?:y|iy|yi|yy|ii|ij|aya|aia|aja)|[lr]naya|lny|enko|[iy]?chuk|[iy]uk|[oe]vich|[oe]vna"
    r"|oglu|uly|zoda|zade|shvili|dze|\w[dgklmnrstz]yan)$"
)
"""Endings of family names that come out of another script into English, or are brought to it by ``_readings``."""
_ROMANCE = ("ueva", "casanova", "villanova", "terranova", "cordova", "canova")
"""Endings of Spanish and Italian names that are alike."""
_PERHAPS_ROMANISED = re.compile(r"\w{2}(?:[iy]na?|ik|ak|oy|aya|ko)$")
"""Endings that tell it only behind a given name of ``data/romanisation.csv``."""
_MODIFIERS = "\u02bb\u02bc"
"""Modifier letters of the Uzbek alphabet, as it writes oʻ and aʼ."""
# Doubled letters, and the many ways to write й, ё, ж, х and what follows a soft sign. In this order.
_FOLDS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        ("(aleks|alex)ande?r", "aleksandr"),
        ("x", "ks"),
        ("kh", "h"),
        ("dzh|dj|zh|j", "zh"),
        ("gh", "g"),
        ("q", "k"),
        ("w", "v"),
        ("y[eo]", "e"),
        ("ie(?=[a-z])", "e"),
        ("y", "i"),
        ("ii+", "i"),
        ("ss+", "s"),
    )
)


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    """Table (a script or a language) → letters → Latin letters."""
    tables: dict[str, dict[str, str]] = {}
    with (DATA / "romanisation.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            tables.setdefault(row["table"], {})[row["letters"]] = row["latin"]
    return tables


@cache
def _table(script: str, language: str | None) -> tuple[Mapping[str, str], int]:
    """The letters of a script as a language reads them, and how many the longest group has."""
    tables = _tables()
    letters = dict(tables[script])
    letters.update(tables.get(f"{script}:{language}", {}))
    return letters, max(map(len, letters))


@cache
def _readings(language: str | None) -> tuple[re.Pattern[str], tuple[str, ...]] | None:
    """How a Latin-script language writes names of other scripts: one pattern, and what each of its groups becomes."""
    table = _tables().get(f"latin:{language}")
    if not table:
        return None
    return re.compile("|".join(f"({pattern})" for pattern in table)), tuple(table.values())


@lru_cache(1 << 10)
def _script_of(letter: str) -> str | None:
    return _SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0])


def script_of(name: str) -> str | None:
    """The script, of those that can be romanised, that a name is in; None for any other."""
    if name.isascii():
        return None
    return next((script for letter in name if letter.isalpha() and (script := _script_of(letter))), None)


def romanised(name: str, language: str | None) -> str:
    """A name in Latin letters, casefolded; letters that no table has stay."""
    script = script_of(name)
    if not script:
        return name.casefold()
    text = unicodedata.normalize("NFC", name).casefold()
    if script == "greek":
        text = _without_marks(text, keep="\u0308")
    letters, longest = _table(script, language)
    parts = []
    position = 0
    while position < len(text):
        for length in range(longest, 0, -1):
            latin = letters.get(text[position : position + length])
            if latin is not None:
                parts.append(latin)
                position += length
                break
        else:
            parts.append(text[position])
            position += 1
    return "".join(parts)


def _without_marks(text: str, keep: str = "") -> str:
    decomposed = unicodedata.normalize("NFD", text)
    kept = (letter for letter in decomposed if unicodedata.category(letter) != "Mn" or letter in keep)
    return unicodedata.normalize("NFC", "".join(kept))


def match_form(name: str, language: str | None) -> str | None:
    """One form for all romanisations of a name; None where the name isn't one that was romanised.

    Names in Latin letters have one only where their ending tells that they come from another script and the language
    doesn't write such names as its own, or where they carry the modifier letters of Uzbek (Aʼzizov).
    """
    script = script_of(name)
    if script == "greek":
        return romanised(name, language)
    if script:
        latin = romanised(name, language)
        if language in _OWN_LATIN:
            return latin
        return _folded(latin)
    english = _english(name, language)
    return _folded(english) if english else None


def _english(name: str, language: str | None) -> str | None:
    """A Latin-script name as English would romanise it, if its family name was romanised."""
    if language in _SPELLS_SLAVIC_ITSELF:
        return None
    if not name.isascii() and not _readings(language):
        return None
    text = "".join(letter for letter in name.casefold() if letter not in APOSTROPHES)
    first, last = text.partition(" ")[0], text.rpartition(" ")[2]
    ending = _read(last, language)
    if ending.endswith(_ROMANCE):
        return None
    tells = any(letter in name for letter in _MODIFIERS) or bool(_ROMANISED_ENDING.search(ending))
    if not tells and _PERHAPS_ROMANISED.search(ending):
        tells = _folded(_read(first, language)) in _tables()["given"]
    return _read(text, language) if tells else None


def _read(text: str, language: str | None) -> str:
    """Casefolded words of a Latin-script language as English would romanise them, without diacritics."""
    readings = _readings(language)
    if readings:
        pattern, replacements = readings
        text = pattern.sub(lambda match: replacements[(match.lastindex or 1) - 1], unicodedata.normalize("NFC", text))
    return text if text.isascii() else _without_marks(text)


def _folded(latin: str) -> str:
    text = "".join(letter for letter in latin if letter not in APOSTROPHES)
    for pattern, replacement in _FOLDS:
        text = pattern.sub(replacement, text)
    return text
