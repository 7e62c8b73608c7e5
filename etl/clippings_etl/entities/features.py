"""What the model sees of a word: spelling, beginning, ending, shape and kinds, for each place where it may stand.

A word speaks for the token that it is, for its neighbours, and for a run of capitalised words that it stands before,
behind, at the beginning or at the end of. Each of these places (``SLOTS``) has its own weights for the same
features, once for all languages and once for the text's own, so that what languages share is learned from all of
them and what is peculiar to one stays there (Daumé III, "Frustratingly Easy Domain Adaptation", 2007).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .cues import KINDS, cues_for
from .gazetteer import gazetteer
from .hashing import Hashes, code_points, hash_of, mixed, prefix_hashes

_GROUPS = {
    **dict.fromkeys(("ru", "uk", "be"), "east"),
    **dict.fromkeys(("bg", "mk"), "south-cyrillic"),
    **dict.fromkeys(("hr", "bs", "sr", "sl", "sh", "cnr", "me"), "south"),
    **dict.fromkeys(("cs", "sk", "pl"), "west"),
    **dict.fromkeys(("sv", "da", "nb", "nn", "no", "is", "fo"), "north"),
    **dict.fromkeys(("de", "nl", "af", "lb"), "rhine"),
    **dict.fromkeys(("es", "pt", "it", "fr", "ca", "gl", "oc", "ro"), "romance"),
    **dict.fromkeys(("fi", "et"), "finnic"),
    **dict.fromkeys(("id", "ms"), "malay"),
    **dict.fromkeys(("tr", "az", "kk", "uz", "ky", "tk", "tt"), "turkic"),
}
_PEOPLE = ((), ("given",), ("surname",), ("given", "surname"))
"""What the bits that the gazetteer has for a word in people's names say."""
_LARGEST_AFFIX = 5
_MOST_KINDS = 4
_MOST_TRIGRAMS = 12

_WORD, _NORM, _SHAPE, _LENGTH, _KIND_SET = range(5)
_PREFIX = 5
_SUFFIX = _PREFIX + _LARGEST_AFFIX
_KINDS = _SUFFIX + _LARGEST_AFFIX
_TRIGRAMS = _KINDS + _MOST_KINDS
_COLUMNS = _TRIGRAMS + _MOST_TRIGRAMS


def _prefixes(*lengths: int) -> tuple[int, ...]:
    return tuple(_PREFIX + length - 1 for length in lengths)


def _suffixes(*lengths: int) -> tuple[int, ...]:
    return tuple(_SUFFIX + length - 1 for length in lengths)


class Slot(NamedTuple):
    """A place from which a word speaks for a token, and with which of its features."""

    name: str
    shared: tuple[int, ...]
    own: tuple[int, ...]
    """Features that are also conjoined with the language."""
    group: tuple[int, ...] = ()
    """Features that are also conjoined with the group of related languages."""


_ALL_KINDS = (_KIND_SET, *range(_KINDS, _KINDS + _MOST_KINDS))
_AFFIXES = (*_prefixes(1, 2, 3, 4, 5), *_suffixes(1, 2, 3, 4, 5))
_BESIDE = (_NORM, _SHAPE, *_ALL_KINDS, *_prefixes(3), *_suffixes(2, 3))
_BESIDE_OWN = (_NORM, _SHAPE, _KIND_SET, *_suffixes(3))
_FAR = (_NORM, _SHAPE, _KIND_SET)
_RUN = (_NORM, _SHAPE, *_ALL_KINDS, *_prefixes(3), *_suffixes(2, 3, 4))

SLOTS = (
    Slot(
        "self",
        (_WORD, _NORM, _SHAPE, _LENGTH, *_ALL_KINDS, *_AFFIXES, *range(_TRIGRAMS, _COLUMNS)),
        (_WORD, _NORM, _SHAPE, _LENGTH, _KIND_SET, *_AFFIXES),
        (_NORM, _SHAPE, _KIND_SET, *_prefixes(4), *_suffixes(2, 3, 4)),
    ),
    Slot("before", _BESIDE, _BESIDE_OWN, (_NORM,)),
    Slot("behind", _BESIDE, _BESIDE_OWN, (_NORM,)),
    Slot("before-plain", _FAR, (_NORM, _KIND_SET)),
    Slot("behind-plain", _FAR, (_NORM, _KIND_SET)),
    Slot("two-before", _FAR, (_NORM,)),
    Slot("two-behind", _FAR, (_NORM,)),
    Slot("before-run", (*_FAR, *_ALL_KINDS[1:], *_suffixes(3)), (_NORM, _KIND_SET), (_NORM,)),
    Slot("behind-run", (*_FAR, *_ALL_KINDS[1:], *_suffixes(3)), (_NORM, _KIND_SET), (_NORM,)),
    Slot("first-of-run", _RUN, (_NORM, *_suffixes(3)), (_NORM,)),
    Slot("last-of-run", _RUN, (_NORM, *_suffixes(3)), (_NORM,)),
    Slot("first-of-name", _RUN, (_NORM, *_suffixes(3)), (_NORM,)),
    Slot("last-of-name", _RUN, (_NORM, *_suffixes(3)), (_NORM,)),
)


def language_salts(language: str | None) -> tuple[int, int]:
    """What conjoins a feature with its language, and with its group; 0 where there is none."""
    if not language:
        return 0, 0
    group = _GROUPS.get(language)
    return hash_of(f"language {language}"), hash_of(f"group {group}") if group else 0


def slot_keys(words: Sequence[str], norms: Sequence[str], language: str | None) -> list[Hashes]:
    """The keys of the words' features for each slot: (words, features) each; 0 where a word lacks a feature."""
    base = _base_hashes(words, norms, language)
    own, group = language_salts(language)
    keys = []
    for number, slot in enumerate(SLOTS, start=1):
        salted = [_salted(base[:, slot.shared], number)]
        if own:
            salted.append(_salted(base[:, slot.own], number ^ own))
        if group and slot.group:
            salted.append(_salted(base[:, slot.group], number ^ group))
        keys.append(np.concatenate(salted, axis=1))
    return keys


def _salted(base: Hashes, salt: int) -> Hashes:
    return np.where(base == 0, base, mixed(base, salt))


def _base_hashes(words: Sequence[str], norms: Sequence[str], language: str | None) -> Hashes:
    base = np.zeros((len(words), _COLUMNS), np.uint64)
    letters, lengths = code_points(norms)
    beginnings = prefix_hashes(letters, lengths)
    endings = prefix_hashes(*code_points([norm[: -_LARGEST_AFFIX - 1 : -1] for norm in norms]))
    base[:, _WORD] = prefix_hashes(*code_points(words))[:, -1]
    base[:, _NORM] = beginnings[:, -1]
    for length in range(1, min(_LARGEST_AFFIX, letters.shape[1], endings.shape[1] - 1) + 1):
        long_enough = lengths >= length
        base[:, _PREFIX + length - 1] = np.where(long_enough, beginnings[:, length], 0)
        base[:, _SUFFIX + length - 1] = np.where(long_enough, endings[:, length], 0)
    base[:, _SHAPE] = [_shape_hash(shape_of(word)) for word in words]
    base[:, _LENGTH] = np.minimum(lengths, 12) + 1
    kinds = _kinds_of(language)
    people = gazetteer().people
    for row, norm in enumerate(norms):
        found = kinds.get(norm, ())
        found += _PEOPLE[people(norm)]
        if found:
            base[row, _KIND_SET] = hash_of(" ".join(found))
            for column, kind in enumerate(found[:_MOST_KINDS]):
                base[row, _KINDS + column] = hash_of(kind)
    _set_trigrams(base[:, _TRIGRAMS:], letters, lengths)
    # The same letters as prefix and as suffix are two features: each column has a salt of its own, the kinds share one.
    columns = np.arange(1, _COLUMNS + 1, dtype=np.uint64)
    columns[_KINDS:_TRIGRAMS] = _KINDS + 1
    columns[_TRIGRAMS:] = _TRIGRAMS + 1
    return np.where(base == 0, base, mixed(base, columns))


def _set_trigrams(into: Hashes, letters: npt.NDArray[np.uint64], lengths: npt.NDArray[np.int64]) -> None:
    """Three letters in a row anywhere in a word, its ends marked by 0 and 1."""
    framed = np.zeros((letters.shape[0], letters.shape[1] + 2), np.uint64)
    framed[:, 1:-1] = letters
    framed[np.arange(letters.shape[0]), lengths + 1] = 1
    shift = np.uint64(21)
    for column in range(min(_MOST_TRIGRAMS, letters.shape[1])):
        three = framed[:, column]
        for offset in (1, 2):
            three = (three << shift) | framed[:, column + offset]
        into[:, column] = np.where(column < lengths, three + np.uint64(1), 0)


@lru_cache(4096)
def _shape_hash(shape: str) -> int:
    return hash_of(shape)


def shape_of(word: str) -> str:
    """A word's pattern, each kind of letter written once for all that follow each other: ``McDonald`` is ``XxXx``."""
    pattern = ""
    for letter in word:
        if letter.isupper():
            kind = "X"
        elif letter.islower():
            kind = "x"
        elif letter.isdecimal():
            kind = "9"
        else:
            kind = "a" if letter.isalpha() else letter
        if not pattern.endswith(kind):
            pattern += kind
            if len(pattern) == 8:
                break
    return pattern


@cache
def _kinds_of(language: str | None) -> Mapping[str, tuple[str, ...]]:
    """Word → the kinds of cue that it is in this language, alone or as the first word of a phrase."""
    cues = cues_for(language)
    kinds: dict[str, list[str]] = {}
    for kind in sorted(KINDS):
        for word in sorted(cues.words[kind]):
            first, _, rest = word.partition(" ")
            name = f"{kind}+" if rest else kind
            if name not in kinds.setdefault(first, []):
                kinds[first].append(name)
    return {word: tuple(found) for word, found in kinds.items()}
