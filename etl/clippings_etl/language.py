"""Which language a text is in, and what a page needs to know to show that language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from .locales import locales

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE = 5_000
"""Characters that are looked at: more of them no longer change the answer, and time stays bounded."""
_LEAST_LETTERS = 20
_LEAST_IDEOGRAPHS = 6
"""Below these counts the identifier guesses; an ideograph or a syllable block says more than a letter."""
_LEAST_PROBABILITY = 0.5
_SURE = 0.97
"""From this probability on, more text didn't change the answer for any of 3,000 articles and dumps."""
_NO_LANGUAGE = "zxx"


@dataclass(frozen=True, slots=True)
class LanguageInfo:
    """A language as the ``languages`` table holds it."""

    code: str
    """ISO 639 code, as used in HTML ``lang``."""
    name: str
    """Name in English."""
    native_name: str
    """Name in the language itself, spelled as CLDR does in running text (``français``)."""
    direction: str
    """``ltr`` or ``rtl``."""


def detect(text: str) -> str | None:
    """The ISO 639 code of the text's language; None where it is too short, too mixed or no language at all."""
    return _likely(text[:_SAMPLE], _LEAST_PROBABILITY)


def detect_in_parts(parts: Sequence[str]) -> str | None:
    """The same for parts of a text, the most telling first, which mostly is enough."""
    return (_likely(parts[0], _SURE) if parts else None) or detect("\n".join(parts))


def _likely(sample: str, least: float) -> str | None:
    if not _has(_LEAST_LETTERS, str.isalpha, sample) and not _has(_LEAST_IDEOGRAPHS, _is_syllabic, sample):
        return None
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= least and code != _NO_LANGUAGE else None


def base_of(language: str | None) -> str | None:
    """A language without its region or script: ``pt`` of ``pt-BR``, ``zh`` of ``zh_Hant``."""
    return language.replace("_", "-").partition("-")[0].lower() if language else None


def names(code: str) -> LanguageInfo:
    """Names and writing direction of a language, from CLDR; a code that CLDR doesn't know names itself."""
    with locales((code,)) as own, locales(("en",)) as (english,):
        name = english.languages.get(code, code)
        if not own:
            return LanguageInfo(code, name, name, "ltr")
        return LanguageInfo(code, name, own[0].languages.get(code, name), own[0].text_direction)


def _has(count: int, kind: Callable[[str], bool], text: str) -> bool:
    return len(list(islice(filter(kind, text), count))) == count


def _is_syllabic(character: str) -> bool:
    return "\u3040" <= character <= "\u30ff" or "\u3400" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7a3"


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    # Our own instance: py3langid's module-level one is shared with every other user in the process.
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
