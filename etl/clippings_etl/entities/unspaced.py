"""Names in scripts where a name isn't a word between spaces.

Chinese, Japanese, Thai, Lao, Khmer and Burmese set no spaces; Korean hangs particles on the name, Arabic, Persian,
Urdu and Hebrew prefixes. Chinese, Japanese and Korean have a model by characters, whose names are joined with those of
the gazetteer here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from .candidates import Candidate, Document
from .character_finder import NameFinder
from .character_model import LANGUAGES, character_model
from .character_titles import titled
from .gazetteer import Name, form_of, gazetteer
from .tokens import word_set

_SHORTEST = {"zh": 2, "ja": 2, "ko": 2, "th": 4, "lo": 4, "km": 4, "my": 4}
_REPEATED = {"zh": 3, "ja": 3, "ko": 3}
"""Characters of a person's or organisation's name from which it is looked for in the rest of its text."""
_KOREAN_PARTICLES = word_set(
    """
    은 는 이 가 을 를 의 에 와 과 도 로 으로 만 에서 에는 에도 에게 까지 부터 보다 이나 나 이라 라 라는 이라는 인 측
    산 발 내 에서는 에서도 으로부터 로부터 이다 입니다 한테 처럼 마저 조차 이며 며 이고
    """
)
_NOT_BEHIND = {
    "zh": re.compile("[语語文菜餐]"),
    "ja": re.compile("[語文酒食]|料理"),
    "ko": re.compile("어[^가-힣]|어[로를의는가]|인[^가-힣]|인[이들은의을]"),
}
"""What makes a country's name one of its language, people or kitchen."""
_SEMITIC_PREFIXES = {
    "ar": ("وال", "بال", "لل", "كال", "فال", "و", "ب", "ل", "ف", "ك"),
    "he": ("וב", "מה", "ב", "ל", "מ", "ו", "ה", "ש", "כ"),
}
_WORD = re.compile(r"[^\W\d_]+")
_ALONE = frozenset(("country", "organisation"))
"""Kinds of the gazetteer's entities that are found without the model."""
_SCORE = 0.9
_VOTED = 0.7


def unspaced(document: Document) -> Iterable[Candidate]:
    """The names in the document, where its language is one of these."""
    language, text = document.language, document.text
    if language in LANGUAGES:
        return _modelled(text, language)
    if language in _SHORTEST:
        return [*_known(text, language), *titled(text, language)]
    if language in _SEMITIC_PREFIXES:
        return _behind_prefixes(text, language)
    return ()


def _candidate(start: int, end: int, name: Name) -> Candidate:
    return Candidate(start, end, name.key.partition(":")[0], _SCORE, f"gazetteer:{name.source}", name.key)


# --- Chinese, Japanese, Korean: the model and the gazetteer ---


def _modelled(text: str, language: str) -> list[Candidate]:
    """The model's names and the gazetteer's. Where they overlap the longer one counts, and of equals the known one.

    Where the model finds nothing, only countries and organisations are taken: short names of towns are too often
    parts of other words.
    """
    found = [Candidate(*name, "model") for name in character_model(language).names(text)]
    taken = _taken(text, found)
    known = (name for name in _known(text, language) if any(taken[name.start : name.end]) or _stands_alone(name))
    chosen = _joined(found, known)
    return [*chosen, *_repeated(text, language, chosen)]


def _taken(text: str, names: Iterable[Candidate]) -> bytearray:
    """For each character whether one of the names holds it."""
    taken = bytearray(len(text))
    for name in names:
        taken[name.start : name.end] = b"\1" * (name.end - name.start)
    return taken


def _stands_alone(name: Candidate) -> bool:
    entity = gazetteer().entity(name.key) if name.key else None
    return entity is not None and entity.kind in _ALONE


def _joined(found: Sequence[Candidate], known: Iterable[Candidate]) -> list[Candidate]:
    """Both lists are in order and without overlaps in themselves; so is what comes out."""
    joined: list[Candidate] = []
    for candidate in sorted([*found, *known], key=lambda name: (name.start, -name.end, name.key is None)):
        last = joined[-1] if joined else None
        if last is None or candidate.start >= last.end:
            joined.append(candidate)
        elif candidate.end - candidate.start > last.end - last.start:
            joined[-1] = candidate
    return joined


def _repeated(text: str, language: str, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """Names of people and organisations that the model found in one place and overlooked in another."""
    types = {
        text[name.start : name.end]: name.type
        for name in chosen
        if name.key is None and name.type != "place" and name.end - name.start >= _REPEATED[language]
    }
    taken = _taken(text, chosen)
    for start, end, type_ in NameFinder(sorted(types.items())).find(text):
        if not any(taken[start:end]) and not _inside_run(text, start, end):
            taken[start:end] = b"\1" * (end - start)
            yield Candidate(start, end, type_, _VOTED, "voting")


# --- Names of the gazetteer ---


def _known(text: str, language: str) -> Iterator[Candidate]:
    """The gazetteer's names, the longest at each place, none inside another."""
    last = 0
    not_behind = _NOT_BEHIND.get(language)
    for start, end, name in _finder(language).find(text):
        if start < last or _inside_run(text, start, end):
            continue
        if language == "ko" and not _is_korean_word(text, start, end):
            continue
        if not_behind and not_behind.match(text, end):
            continue
        yield _candidate(start, end, name)
        last = end


@cache
def _finder(language: str) -> NameFinder[Name]:
    names: dict[str, Name] = {}
    for _, found in gazetteer().beginning("", language):
        sure = [name for name in found if not name.needs and name.relation != "demonym"]
        if len({name.key for name in sure}) == 1 and len(sure[0].text) >= _SHORTEST[language]:
            names.setdefault(sure[0].text, sure[0])
    return NameFinder(sorted((text, name) for text, name in names.items() if not text.isascii()))


def _inside_run(text: str, start: int, end: int) -> bool:
    """Whether a name is only a part of a longer word in katakana or Latin letters: タイ (Thailand) in タイトル."""
    return any(
        0 < place < len(text) and kind(text[place - 1]) and kind(text[place])
        for place in (start, end)
        for kind in (_katakana, _latin)
    )


def _katakana(letter: str) -> bool:
    return "\u30a1" <= letter <= "\u30fa" or letter == "\u30fc"


def _latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def _hangul(letter: str) -> bool:
    return "\uac00" <= letter <= "\ud7a3"


def _is_korean_word(text: str, start: int, end: int) -> bool:
    """Whether a word begins here and only a particle hangs on it."""
    if start and _hangul(text[start - 1]):
        return False
    last = end
    while last < len(text) and last < end + 4 and _hangul(text[last]):
        last += 1
    return last == end or text[end:last] in _KOREAN_PARTICLES


# --- Arabic and Hebrew ---


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
