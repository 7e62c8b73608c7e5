"""Names of the gazetteer with case endings: "Узбекистане" is Узбекистан, "Suomessa" is Suomi.

No morphology, only this: the word and the name have the same beginning, the name goes on with one
of its language's nominative endings, the word with one of its case endings.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from .gazetteer import Name, gazetteer
from .tokens import word_set

_PREFIX = 3
_SHORTEST = 4

_SLAVIC_LATIN = word_set(
    """
    a e i o u y om em ou ov ova ovi ama ima ách ami ům ej iej iego iemu é ého ém ým ých ú á í ę ą ie iu owi
    """
)
_KAZAKH = word_set(
    """
    ның нің дың дің тың тің ға ге қа ке да де та те дан ден тан тен ды ді ты ті ны ні мен бен пен дағы
    дегі тағы тегі на не нан нен
    """
)
_UZBEK = word_set("ning ga da dan ni dagi ka qa нинг га да дан ни даги")
_FINNISH = word_set(
    "en essa esta een ella elta elle n ssa ssä sta stä lla llä lta ltä lle an än en in un on ta tä a ä ksi na nä"
)
_CYRILLIC = word_set(
    """
    а е и о у ю я ы й ой ей ою ею ом ем ам ям ами ями ах ях ии ию ией ого ому его ему ую юю ым им ых их
    """
)
_GREEK = word_set("σ ασ ησ ου ο α η ων ουσ εσ")  # casefolded, as all words are compared
_HUNGARIAN = word_set("ban ben ba be ból ből ra re ról ről nak nek val vel hoz hez ot et at t n on en ön")

_CASES: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk"), _CYRILLIC),
    "sr": _CYRILLIC | _SLAVIC_LATIN,
    **dict.fromkeys(("hr", "bs", "sl", "sk", "cs", "pl"), _SLAVIC_LATIN),
    "kk": _KAZAKH,
    "uz": _UZBEK,
    **dict.fromkeys(("fi", "et"), _FINNISH),
    "hu": _HUNGARIAN,
    "el": _GREEK,
    "ro": frozenset(("ei", "ului", "iei", "a", "ul")),
    **dict.fromkeys(("de", "sv", "da", "nb", "nn", "no", "nl"), frozenset("s")),
}
_NOMINATIVES: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk"), frozenset(("", "а", "я", "й", "ы", "ия", "ая", "е", "о"))),
    "sr": frozenset(("", "а", "е", "о", "a", "e", "o", "ka", "ska")),
    **dict.fromkeys(("hr", "bs", "sl", "sk", "cs", "pl"), frozenset(("", "a", "e", "o", "á", "é", "y", "ia", "ie"))),
    **dict.fromkeys(("fi", "et"), frozenset(("", "i"))),
    "ro": frozenset(("", "a", "ia", "ă")),
    "el": frozenset(("α", "η", "οσ", "ο", "εσ", "οι")),
}
_UNCHANGED = frozenset(("",))


def inflects(language: str | None) -> bool:
    """Whether names take endings in a language, as far as we know them."""
    return language in _CASES


def cases_of(language: str | None) -> frozenset[str]:
    """The endings that names take in a language; none where they take none, or we know none."""
    return _CASES.get(language or "", frozenset())


def nominatives_of(language: str | None) -> frozenset[str]:
    """The endings that names have in a language before they take one of ``cases_of``."""
    return _NOMINATIVES.get(language or "", _UNCHANGED)


@lru_cache(1 << 16)
def longest_inflected(word: str, language: str) -> int:
    """Words in the longest of a language's names whose first word this normal word may be with another ending; 0 for
    none, as for nearly all words."""
    if len(word) < _SHORTEST:
        return 0
    cases, nominatives = _CASES[language], _NOMINATIVES.get(language, _UNCHANGED)
    lengths = {
        len(beginnings)
        for beginnings, names in _names_beginning(word[:_PREFIX], language).items()
        if any(_same(word, form[0], cases, nominatives) for form, _ in names)
    }
    return max(lengths, default=0)


def inflected(words: tuple[str, ...], language: str | None) -> Name | None:
    """The name whose inflected form these normal words are, if there is exactly one entity with such a name."""
    if language is None or any(len(word) < _SHORTEST for word in words):
        return None
    beginnings = tuple(word[:_PREFIX] for word in words)
    cases, nominatives = _CASES[language], _NOMINATIVES.get(language, _UNCHANGED)
    found = [
        name
        for form, name in _names_beginning(beginnings[0], language).get(beginnings, ())
        if all(_same(word, part, cases, nominatives) for word, part in zip(words, form, strict=True))
    ]
    return found[0] if len({name.key for name in found}) == 1 else None


def _same(word: str, part: str, cases: frozenset[str], nominatives: frozenset[str]) -> bool:
    shared = 0
    for left, right in zip(word, part, strict=False):
        if left != right:
            break
        shared += 1
    for stem in range(shared, max(_PREFIX, shared - 2) - 1, -1):
        if part[stem:] in nominatives and (word[stem:] in cases or word == part):
            return True
    return False


@lru_cache(1 << 12)
def _names_beginning(
    beginning: str, language: str
) -> Mapping[tuple[str, ...], tuple[tuple[tuple[str, ...], Name], ...]]:
    """First letters of all its words → (words, name), for a language's names whose first word begins so."""
    index: dict[tuple[str, ...], list[tuple[tuple[str, ...], Name]]] = {}
    for form, names in gazetteer().beginning(beginning, language):
        words = tuple(form.split())
        if len(words) > 3 or not all(len(word) >= _SHORTEST and word.replace("'", "").isalpha() for word in words):
            continue
        beginnings = tuple(word[:_PREFIX] for word in words)
        for name in names:
            if name.relation == "name":
                index.setdefault(beginnings, []).append((words, name))
    return {beginnings: tuple(found) for beginnings, found in index.items()}
