"""Case endings of names that no list has: whether a word is another one's inflected form.

The tables of ``inflection.py`` serve names of the gazetteer; here both forms come from one document, so that a
mistake joins two names of one article at the worst, and needs the same stem all the same.
"""

from __future__ import annotations

from functools import cache, lru_cache

from ..gazetteer import Name, gazetteer
from ..inflection import cases_of, nominatives_of
from ..tokens import word_set

_SHORTEST_STEM = _SHARED = 3
_SHORTEST_INFLECTED = 4
_MOST_WORDS = 3
_LOST_LETTERS = word_set("ru uk be pl cs sk sr hr bs sl")
"""Languages in which the last syllable loses its vowel before an ending: Novotnášek, Novotnáška; Kravac, Kravca."""
_GRADED = (("nn", "nt"), ("kk", "k"), ("pp", "p"), ("tt", "t"), ("ll", "lt"), ("rr", "rt"))
"""Finnish and Estonian consonants that change before an ending: -rinne, -rinteen."""
_ADJECTIVES = {
    "pl": (word_set("ego emu iego iemu im ą iej"), word_set("i a")),
    **dict.fromkeys(("cs", "sk"), (word_set("ého ému ým ém ého ej ou ú"), word_set("ý á í"))),
    **dict.fromkeys(("ru", "uk", "be"), (word_set("ого ому им ым ом ій ою их ых"), word_set("ий ый ой ая а"))),
    **dict.fromkeys(("hr", "sr", "bs", "sl"), (word_set("og oga om omu im eg ega ем ог ом им"), word_set("i ski и"))),
}
"""Endings of family names that decline like adjectives (Kowalski, Novotný), and what those have undeclined."""
_CHANGED = {
    "uk": (("ів", "ов"), ("їв", "єв"), ("ка", "ці"), ("га", "зі"), ("ха", "сі")),
    "pl": (("ów", "ow"), ("ka", "ce"), ("ga", "dze"), ("ra", "rze"), ("ta", "cie"), ("da", "dzie"), ("ła", "le")),
    "cs": (("ha", "ze"), ("ka", "ce"), ("ra", "ře"), ("cha", "še")),
    "fi": (("nki", "ngi"), ("nti", "nni"), ("ltti", "lti"), ("kki", "ki"), ("ppi", "pi"), ("ku", "vu")),
    "sk": (("ha", "ze"), ("ka", "ke"), ("ra", "re")),
}
"""How the end of a name changes: to a stem that takes endings, or, where it ends in a vowel, to a case form."""
_MORE_CASES = {"uk": word_set("і ї ю ові еві єві"), "cs": frozenset("ě"), "sk": word_set("e och iach")}
_VOWELS = frozenset("eiоиі")
_APOSTROPHE_ENDINGS = word_set("tr az kk uz en")


@cache
def _cases(language: str | None) -> frozenset[str]:
    return cases_of(language) | _MORE_CASES.get(language or "", frozenset())


@lru_cache(1 << 14)
def same_word(word: str, base: str, language: str | None) -> bool:
    """Whether a normal word is ``base``, as it is or with a case ending of the language."""
    word, base = word.replace("ё", "е"), base.replace("ё", "е")
    if word == base:
        return True
    if "'" in word and language in _APOSTROPHE_ENDINGS:
        return word.partition("'")[0] == base
    cases = _cases(language)
    if not cases or len(base) < _SHORTEST_STEM:
        return False
    endings = [(cases, nominatives_of(language))]
    if language in _ADJECTIVES:
        endings.append(_ADJECTIVES[language])
    stems = [base[: len(base) - cut] for cut in range(3) if len(base) - cut >= _SHORTEST_STEM]
    return any(
        _fits(word, stem, base[len(stem) :], taken, nominatives) for stem in stems for taken, nominatives in endings
    ) or _changed(word, base, language, cases)


def _fits(word: str, stem: str, rest: str, cases: frozenset[str], nominatives: frozenset[str]) -> bool:
    return rest in nominatives and word.startswith(stem) and word[len(stem) :] in cases


def _changed(word: str, base: str, language: str | None, cases: frozenset[str]) -> bool:
    """Whether the stem changes before the ending."""
    if language in _LOST_LETTERS and len(base) > 4 and base[-2] in "eaеоаё":
        stem = base[:-2] + base[-1]
        return word.startswith(stem) and word[len(stem) :] in cases
    for ending, changed in _CHANGED.get(language or "", ()):
        if base.endswith(ending) and word.startswith(base[: -len(ending)] + changed):
            left = word[len(base) - len(ending) + len(changed) :]
            return left in cases or (left == "" and changed[-1] in _VOWELS)
    if language in ("fi", "et") and base.endswith("e") and len(base) > 4:
        for strong, weak in _GRADED:
            if base[-3:-1] == strong:
                stem = base[:-3] + weak + "ee"
                return word.startswith(stem) and (word[len(stem) :] in cases or word[len(stem) :] == "n")
    return False


@lru_cache(1 << 12)
def inflected_names(words: tuple[str, ...], language: str) -> tuple[Name, ...]:
    """The gazetteer's names of a language whose inflected form these normal words are, perhaps of several entities."""
    if not words or not cases_of(language) or any(len(word) < _SHORTEST_INFLECTED for word in words):
        return ()
    beginning = words[0][: 2 if language == "uk" else _SHORTEST_STEM]
    found: list[Name] = []
    for parts, names in _beginning(beginning, language).get(len(words), ()):
        if all(same_word(word, part, language) for word, part in zip(words, parts, strict=True)):
            found.extend(names)
    return tuple(found)


@lru_cache(1 << 10)
def _beginning(letters: str, language: str) -> dict[int, list[tuple[tuple[str, ...], tuple[Name, ...]]]]:
    """How many words → words and names, for a language's names that begin so."""
    by_length: dict[int, list[tuple[tuple[str, ...], tuple[Name, ...]]]] = {}
    for form, names in gazetteer().beginning(letters, language):
        parts = tuple(form.split())
        named = tuple(name for name in names if name.relation == "name")
        if named and len(parts) <= _MOST_WORDS and all(len(part) >= _SHORTEST_STEM for part in parts):
            by_length.setdefault(len(parts), []).append((parts, named))
    return by_length


def beginnings(words: tuple[str, ...]) -> tuple[str, ...]:
    """The letters that all case forms of a name share, of each of its normal words."""
    return tuple(word.partition("'")[0].replace("ё", "е")[:_SHARED] for word in words)
