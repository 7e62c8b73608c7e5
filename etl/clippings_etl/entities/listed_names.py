"""Names of a list, found in texts: by their first word, the longest at each place, as many as there may be.

A name is a row of words with what stands between them. Scripts without spaces are read character by
character, so that a name is found in the middle of a line of Chinese as well as before a Korean particle.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from .tokens import APOSTROPHES, DASHES, MARKS, word_set

LONGEST = 24
"""Words of the longest name; in scripts without spaces, characters."""

_CHARACTERS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
_WORD = re.compile(rf"[{_CHARACTERS}]|[^\W_{_CHARACTERS}]+(?:[{MARKS}]+[^\W_{_CHARACTERS}]*)*")
_LONGEST_GAP = 4
_KOREAN_PARTICLES = word_set(
    """
    은 는 이 가 을 를 의 에 와 과 도 로 으로 만 에서 에게 께 께서 까지 부터 보다 이나 나 이라 라 이라는 라는 인 측 씨 님
    에는 에도 에서는 에서도 에게서 로부터 으로부터 이다 입니다 한테 처럼 마저 조차 이며 며 이고 이라고 라고
    """
)
_LONGEST_PARTICLE = max(map(len, _KOREAN_PARTICLES))
_PREFIXES = {
    "ar": ("وال", "بال", "و", "ب", "ل", "ف", "ك"),
    "he": ("וב", "ב", "ל", "מ", "ו", "ה", "ש", "כ"),
}
"""Words that are written together with a name behind them."""


class Listed(NamedTuple):
    """A name on a list."""

    text: str
    case_sensitive: bool | None
    """True: it is written exactly so. False: capitals don't matter. None: what has a capital here has one there."""


_CASES = (None, True, False)


class Place(NamedTuple):
    """A listed name in a text."""

    start: int
    end: int
    name: int
    """Its number in the index."""


def form_of(text: str) -> str:
    """A name as names are compared, without the signs before and behind it; empty where it has no word."""
    words = list(_WORD.finditer(text))
    return _normal(text[words[0].start() : words[-1].end()]) if words else ""


def word_count(text: str) -> int:
    """Words of a name, see ``LONGEST``."""
    return sum(1 for _ in _WORD.finditer(text))


@dataclass(frozen=True)
class NameIndex:
    """Names with their numbers; build it with ``of``. Kept as plain as can be: there may be 100,000 of them."""

    texts: tuple[str, ...] = ()
    cases: bytes = b""
    """For each name its place in ``_CASES``."""
    by_form: Mapping[str, int | tuple[int, ...]] = field(default_factory=dict)
    """Form → number of the name, or of several."""
    longest: Mapping[str, int] = field(default_factory=dict)
    """First word of a form → words of the longest name that begins with it."""

    @staticmethod
    def of(names: Iterable[Listed]) -> NameIndex:
        """An index; every name must have a word."""
        texts: list[str] = []
        cases = bytearray()
        by_form: dict[str, int | tuple[int, ...]] = {}
        longest: dict[str, int] = {}
        for number, name in enumerate(names):
            texts.append(name.text)
            cases.append(_CASES.index(name.case_sensitive))
            form = form_of(name.text)
            by_form[form] = (*_numbers(by_form[form]), number) if form in by_form else number
            first = _WORD.search(form)
            assert first is not None
            longest[first.group()] = max(longest.get(first.group(), 0), word_count(form))
        return NameIndex(tuple(texts), bytes(cases), by_form, longest)

    def __len__(self) -> int:
        return len(self.texts)

    def name(self, number: int) -> Listed:
        """The name of a number."""
        return Listed(self.texts[number], _CASES[self.cases[number]])

    def numbers(self, surface: str) -> Iterator[int]:
        """The names that a surface, as a whole, is."""
        for number in _numbers(self.by_form.get(form_of(surface), ())):
            if _agrees(surface, self.name(number)):
                yield number

    def find(self, text: str, language: str | None) -> Iterator[list[Place]]:
        """Wherever a name stands, all the names that stand there, the longest first; each place once.

        Takes time linear in the text.
        """
        prefixes = _PREFIXES.get(language or "", ())
        longest = self.longest
        for match in _WORD.finditer(text):
            word = _folded(match.group())
            starts = [match.start()] if word in longest else []
            if prefixes:
                starts += [
                    match.start() + len(prefix)
                    for prefix in prefixes
                    if word.startswith(prefix) and word[len(prefix) :] in longest
                ]
            for start in starts:
                found = self._at(text, start)
                if found:
                    yield found
                    break

    def _at(self, text: str, start: int) -> list[Place]:
        words = _WORD.finditer(text, start)
        first = next(words)
        form = _folded(first.group())
        ends = [(first.end(), form)]
        for word in islice(words, self.longest[form] - 1):
            gap = text[ends[-1][0] : word.start()]
            if len(gap) > _LONGEST_GAP or len((gap + "x").splitlines()) > 1:
                break
            form += _gap(gap) + _folded(word.group())
            ends.append((word.end(), form))
        found: list[Place] = []
        for end, reached in reversed(ends):
            for number in _numbers(self.by_form.get(reached, ())):
                place = _whole(text, start, end, self.texts[number])
                if place and _agrees(text[place[0] : place[1]], self.name(number)):
                    found.append(Place(*place, number))
        return sorted(found, key=lambda place: (place.start - place.end, place.name))


def _numbers(found: int | tuple[int, ...]) -> tuple[int, ...]:
    return (found,) if isinstance(found, int) else found


def _whole(text: str, start: int, end: int, name: str) -> tuple[int, int] | None:
    """The place with the signs that the name has around its words; None where it is a part of a longer word."""
    words = list(_WORD.finditer(name))
    before, behind = name[: words[0].start()], name[words[-1].end() :]
    if not text.endswith(before, 0, start) or not text.startswith(behind, end) or _is_inside(text, start, end):
        return None
    return start - len(before), end + len(behind)


def _is_inside(text: str, start: int, end: int) -> bool:
    """Whether a word of a script that is read character by character goes on before or behind a name."""
    if start > 0 and _kind(text[start]) and _kind(text[start]) == _kind(text[start - 1]):
        return True
    if end == len(text) or not _kind(text[end]) or _kind(text[end]) != _kind(text[end - 1]):
        return False
    if _kind(text[end]) == "hangul":
        rest = text[end : end + _LONGEST_PARTICLE + 1]
        word = rest[: next((at for at, char in enumerate(rest) if _kind(char) != "hangul"), len(rest))]
        return word not in _KOREAN_PARTICLES
    return True


def _kind(char: str) -> str:
    """Scripts read character by character in which a word can be told from its neighbours."""
    if "\uac00" <= char <= "\ud7af":
        return "hangul"
    return "katakana" if "\u30a1" <= char <= "\u30fa" or char == "\u30fc" else ""


def _agrees(surface: str, name: Listed) -> bool:
    """Whether capitals are as the name wants them."""
    if name.case_sensitive is False:
        return True
    if name.case_sensitive:
        return _plain(surface) == _plain(name.text)
    return all(
        written.group()[0].isupper() or not wanted.group()[0].isupper()
        for written, wanted in zip(_WORD.finditer(surface), _WORD.finditer(name.text), strict=False)
    )


@lru_cache(1 << 16)
def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", word).casefold())


def _gap(gap: str) -> str:
    """What stands between two words, with one kind of space, of apostrophe and of dash."""
    if gap in ("", " "):
        return gap
    return re.sub(rf"[{APOSTROPHES}]", "'", re.sub(rf"[{DASHES}]", "-", re.sub(r"\s+", " ", gap)))


def _normal(text: str) -> str:
    """Words and gaps as they are compared."""
    parts = []
    end = 0
    for match in _WORD.finditer(text):
        parts += [_gap(text[end : match.start()]), _folded(match.group())]
        end = match.end()
    return "".join(parts)


def _plain(text: str) -> str:
    """A text with its capitals, but for the way in which letters, spaces, apostrophes and dashes are written."""
    return _gap(unicodedata.normalize("NFC", text))
