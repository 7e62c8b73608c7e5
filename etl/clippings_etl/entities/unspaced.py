"""Names of the gazetteer in scripts where a name isn't a word between spaces.

Chinese, Japanese, Thai, Lao, Khmer and Burmese set no spaces; Korean hangs particles on the name, Arabic, Persian,
Urdu and Hebrew prefixes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from .candidates import Candidate, Document
from .gazetteer import Name, form_of, gazetteer
from .tokens import word_set

_SHORTEST = {"zh": 2, "ja": 2, "th": 4, "lo": 4, "km": 4, "my": 4}
_KOREAN_PARTICLES = word_set(
    """
    은 는 이 가 을 를 의 에 와 과 도 로 으로 만 에서 에는 에도 에게 까지 부터 보다 이나 나 이라 라 라는 이라는 인 측
    산 발 내 에서는 에서도 으로부터 로부터 이다 입니다 한테 처럼 마저 조차 이며 며 이고
    """
)
_SEMITIC_PREFIXES = {
    "ar": ("وال", "بال", "لل", "كال", "فال", "و", "ب", "ل", "ف", "ك"),
    "he": ("וב", "מה", "ב", "ל", "מ", "ו", "ה", "ש", "כ"),
}
_WORD = re.compile(r"[^\W\d_]+")
_SCORE = 0.9


def unspaced(document: Document) -> Iterable[Candidate]:
    """Known names in the document's script, where its language is one of these."""
    language = document.language
    if language in _SHORTEST:
        return _between_letters(document.text, language)
    if language == "ko":
        return _before_particles(document.text)
    if language in _SEMITIC_PREFIXES:
        return _behind_prefixes(document.text, language)
    return ()


def _candidate(start: int, end: int, name: Name) -> Candidate:
    return Candidate(start, end, name.key.partition(":")[0], _SCORE, f"gazetteer:{name.source}", name.key)


def _between_letters(text: str, language: str) -> Iterable[Candidate]:
    names = _by_beginning(language)
    position = 0
    while position < len(text) - 1:
        for name in names.get(text[position : position + 2], ()):
            end = position + len(name.text)
            if text.startswith(name.text, position) and not _inside_katakana(text, position, end):
                yield _candidate(position, end, name)
                position = end
                break
        else:
            position += 1


def _katakana(letter: str) -> bool:
    return "\u30a1" <= letter <= "\u30fa" or letter == "\u30fc"


def _inside_katakana(text: str, start: int, end: int) -> bool:
    """Whether a name is only a part of a longer word in katakana: タイ (Thailand) in タイトル (title)."""
    before = start > 0 and _katakana(text[start - 1]) and _katakana(text[start])
    return before or (end < len(text) and _katakana(text[end]) and _katakana(text[end - 1]))


@cache
def _by_beginning(language: str) -> Mapping[str, tuple[Name, ...]]:
    """First two letters → names of the language, the longest first."""
    names: dict[str, list[Name]] = {}
    for name in _own_names(language):
        if len(name.text) >= _SHORTEST[language] and not name.text.isascii():
            names.setdefault(name.text[:2], []).append(name)
    return {
        beginning: tuple(sorted(found, key=lambda name: (-len(name.text), name.text, name.key)))
        for beginning, found in names.items()
    }


@cache
def _own_names(language: str) -> tuple[Name, ...]:
    return tuple(
        name
        for _, names in gazetteer().beginning("", language)
        for name in names
        if not name.needs and name.relation != "demonym"
    )


def _before_particles(text: str) -> Iterable[Candidate]:
    for match in _WORD.finditer(text):
        word = match.group()
        for length in range(len(word), 1, -1):
            if length < len(word) and word[length:] not in _KOREAN_PARTICLES:
                continue
            name = _single(word[:length], "ko")
            if name:
                yield _candidate(match.start(), match.start() + length, name)
                break
            if len(word) - length > 4:
                break


def _behind_prefixes(text: str, language: str) -> Iterable[Candidate]:
    for match in _WORD.finditer(text):
        word = match.group()
        for prefix in _SEMITIC_PREFIXES[language]:
            rest = word[len(prefix) :]
            if word.startswith(prefix) and len(rest) >= 3:
                name = _single(rest, language) or (_single("ال" + rest, language) if prefix == "لل" else None)
                if name:
                    yield _candidate(match.start() + len(prefix), match.end(), name)
                    break


def _single(word: str, language: str) -> Name | None:
    names = [name for name in gazetteer().find(form_of(word), language) if language in name.languages]
    return names[0] if len({name.key for name in names}) == 1 and not names[0].needs else None
