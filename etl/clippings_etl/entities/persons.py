"""People's names that say themselves what they are: Korean ones in Latin letters; given names, for other rules."""

from __future__ import annotations

from collections.abc import Iterable

from .candidates import Candidate, Document
from .gazetteer import gazetteer
from .tokens import word_set

_GIVEN_ENDINGS = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk"), ("а", "у", "ом", "ем", "е", "ой", "ей", "ы", "и", "я", "ю", "ю")),
    **dict.fromkeys(
        ("hr", "sr", "bs", "sl", "sk", "cs", "pl"), ("a", "u", "om", "em", "e", "i", "y", "ovi", "ou", "o")
    ),
    **dict.fromkeys(("fi", "et"), ("n", "in", "a", "ä", "lle", "lla", "lta", "sta", "ta")),
    "kk": ("ның", "нің", "дың", "дің", "тың", "тің", "ға", "ге", "қа", "ке", "ды", "ді", "ты", "ті"),
    "uz": ("ning", "ga", "ni", "dan", "нинг", "га", "ни"),
}
_RESTORED = ("", "а", "я", "й", "a", "o")
"""What a given name may have lost before its case ending."""
_KOREAN_FAMILIES = word_set(
    """
    kim lee park choi jung jeong kang cho yoon jang lim han oh seo shin kwon hwang ahn song yoo hong
    moon ban chung yang noh roh son nam ko bae baek heo yun
    """
)


def persons(document: Document) -> Iterable[Candidate]:
    """Korean names in Latin letters, "Kim Jong-un", whose hyphen the model may take for the end."""
    for segment in document.segments:
        for first in range(segment.first, segment.last):
            last = _korean(document, first)
            if last:
                yield document.propose(first, last, "person", 0.85, "rule:person-family-name")
                break


def _korean(document: Document, first: int) -> int | None:
    """The end of a romanised Korean name, "Kim Jong-un": family name, then two syllables with a hyphen."""
    tokens = document.tokens
    if first + 4 > len(tokens) or tokens[first].norm not in _KOREAN_FAMILIES or document.language == "vi":
        return None
    given, hyphen, second = tokens[first + 1 : first + 4]
    fits = given.shape == "C" and given.gap == " " and hyphen.norm == "-" and not hyphen.gap and not second.gap
    return first + 4 if fits and second.shape in "lC" and len(second.text) <= 5 and len(given.text) <= 5 else None


def is_given(document: Document, index: int) -> bool:
    """Whether a word is a given name, as listed or with a case ending of the document's language."""
    word = document.tokens[index].norm
    if word in document.cues["not_given"] or word in document.cues["opener"] or document.language == "vi":
        return False
    known = gazetteer().given_names
    if word in known:
        return True
    for ending in _GIVEN_ENDINGS.get(document.language or "", ()):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 2 and any(stem + restored in known for restored in _RESTORED):
            return True
    return False
