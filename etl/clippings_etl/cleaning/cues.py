"""Which rules need to be asked about a line at all: those of whose words it holds one.

Asking all rules about each line would take most of the time of cleaning. A rule's cues are taken from its
tables of words, one for each phrase, and a line's cues in the same way from the line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from itertools import pairwise

DIGIT = "0"
"""The cue of a line with a digit."""

_STEM, _SHORT_STEM = 5, 3
"""Letters that tell the words of one stem; such a cue is written with a star."""
_SIGNS = "©℗@#|>»›→▸▶❯⟩/–—-•·,"
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af"
_TOKEN = re.compile(rf"[^\W\d_{_UNSPACED}]+|[{re.escape(_SIGNS)}]")
_LONGEST_REMEMBERED, _MOST_REMEMBERED = 24, 100_000
"""Letters of a word, and number of words, whose cues are remembered: some ten megabytes."""
_HAS_DIGIT = re.compile(r"\d")
_UNSPACED_RUN = re.compile(f"[{_UNSPACED}]+")
_DROPPED = re.compile("['’‘ʻʼ`´\u0307\u0640\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_LIKE = str.maketrans("ıёأإآىیکةşţάέήίόύώϊϋΐΰς", "iеاااييكهșțαεηιουωιυιυσ")
"""Letters that sites write one for the other."""
_UNLIKE = re.compile(f"[{''.join(map(chr, _LIKE))}]")


def plain(text: str) -> str:
    """Small letters, without apostrophes and signs nobody sees, one letter for those that sites mix up."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    small = _DROPPED.sub("", unicodedata.normalize("NFKC", text).casefold())
    return small.translate(_LIKE) if _UNLIKE.search(small) else small


def cues_in(text: str) -> set[str]:
    """The cues of a line: its words, their stems, its signs; of scripts without spaces letters and pairs of them."""
    return _cues_in_plain(plain(text))


def _cues_in_plain(small: str) -> set[str]:
    found = set(_TOKEN.findall(small))
    stems = {word[:_STEM] for word in found}
    found.update([stem + "*" for stem in stems])
    found.update([stem + "*" for stem in {stem[:_SHORT_STEM] for stem in stems}])
    if _HAS_DIGIT.search(small):
        found.add(DIGIT)
    if not small.isascii():
        for run in _UNSPACED_RUN.findall(small):
            found.update(map("".join, pairwise(run)))
            found.update(run)
    return found


def _cues_of_word(small: str) -> Collection[str]:
    """The same where the text is a word of letters alone, quicker."""
    if not small.isascii() and _UNSPACED_RUN.search(small):
        return _cues_in_plain(small)
    return small, small[:_STEM] + "*", small[:_SHORT_STEM] + "*"


def _each_plain(words: Collection[str]) -> list[str]:
    """``plain`` of each word, taken of all at once where nothing in them becomes a space or nothing at all."""
    together = plain(" ".join(words)).split(" ")
    return together if len(together) == len(words) and all(together) else list(map(plain, words))


class KnownCues:
    """Finds those of some cues that a text holds, and remembers which of them a word has.

    A cue never reaches over a space, most words have none, and most of a text's words have been seen before:
    looking them up takes a tenth of the time of taking the text apart.
    """

    def __init__(self, known: frozenset[str]) -> None:
        self._known = known
        self._cues: dict[str, frozenset[str]] = {}
        """Of words that have some."""
        self._without: set[str] = set()
        """Words that have none."""

    def found_in(self, text: str) -> set[str]:
        """The known cues in a text."""
        words = set(text.split()) - self._without
        new = words.difference(self._cues)
        found: set[str] = set().union(*map(self._cues.__getitem__, words - new))
        return found | self._looked_at(new) if new else found

    def _looked_at(self, words: set[str]) -> set[str]:
        """The cues of words that aren't remembered; from then on they are."""
        if len(self._cues) + len(self._without) >= _MOST_REMEMBERED:
            self._cues.clear()
            self._without.clear()
        all_found: set[str] = set()
        for word, small in zip(words, _each_plain(words), strict=True):
            cues = self._known.intersection(_cues_of_word(small) if small.isalpha() else _cues_in_plain(small))
            all_found |= cues
            if len(word) > _LONGEST_REMEMBERED:
                continue
            if cues:
                self._cues[word] = cues
            else:
                self._without.add(word)
        return all_found


def cue_of(phrase: str) -> str:
    """The cue that every line with a phrase has: its longest word, or its first two letters without spaces.

    A phrase that ends with a star stands for all that its last word begins.
    """
    return _all_of(phrase)[0]


def cues_of(phrase: str) -> str:
    """All the cues that every line with a phrase has, spaces between them, the one of ``cue_of`` first.

    Only for phrases that are looked for as whole words, such as those of ``phrases.Phrases``.
    """
    return " ".join(dict.fromkeys(_all_of(phrase)))


def _all_of(phrase: str) -> list[str]:
    is_stem = phrase.endswith("*")
    small = plain(phrase.removesuffix("*"))
    runs = _UNSPACED_RUN.findall(small)
    unspaced = max(runs, key=len, default="")
    if unspaced:
        return [unspaced[:2], *("".join(pair) for run in runs for pair in pairwise(run))]
    words = _TOKEN.findall(small)
    stem = words.pop() if is_stem and words else ""
    stems = [stem[: _STEM if len(stem) >= _STEM else _SHORT_STEM] + "*"] if len(stem) >= _SHORT_STEM else []
    longest = max(words, key=len, default="")
    if len(stem) >= (_STEM if longest else _SHORT_STEM) and len(stem) > len(longest):
        return [*stems, *words]
    if longest:
        return [longest, *words, *stems]
    if not is_stem and _HAS_DIGIT.search(small):
        return [DIGIT]
    raise ValueError(f"no cue can be told from {phrase!r}: it has no word of at least {_SHORT_STEM} letters")


def cues(phrases: Iterable[str] = (), *, signs: str = "", digit: bool = False) -> frozenset[str]:
    """The cues of a rule: of its phrases, and the signs of which one may stand for them."""
    unknown = set(signs) - set(_SIGNS)
    if unknown:
        raise ValueError(f"{''.join(sorted(unknown))!r} are no signs that lines are searched for")
    return frozenset({cue_of(phrase) for phrase in phrases} | set(signs) | ({DIGIT} if digit else set()))
