"""What the model finds and no reader would take for a name: numbers, common abbreviations, offices without a name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import attrgetter

from ..amounts.months import months
from ..calendar_names import is_weekday
from .candidates import Candidate, Document
from .gazetteer import gazetteer
from .tokens import OPENING_QUOTES, Token

_DOUBTED = 0.8
"""What a mention must score where the words leave it in doubt."""
_MOST_TOKENS = 25
_EVENT_REACH, _LONGEST_NONE = 5, 3
"""Words between an event's head and a word of its name; words and signs of what is never a name."""
_START, _END = attrgetter("start"), attrgetter("end")
_CURRENCIES = frozenset("$€£¥₩")
_NO_END = frozenset("-,;:(/")
_ENDS_BIG = frozenset(("en",))
"""Languages whose names end in a word with a capital."""


def plausible(document: Document, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The model's mentions without those that the words themselves speak against, and without words that are none of
    the name's."""
    tokens = document.tokens
    for candidate in found:
        begin = bisect_left(tokens, candidate.start, key=_START)
        end = bisect_left(tokens, candidate.end, key=_END) + 1
        for first, last in _parts(document, *_trimmed(document, begin, end, candidate.type)):
            if first >= last or _nobody(document, first, last, candidate.type):
                continue
            if candidate.score < _DOUBTED and (
                _in_doubt(document, first, last)
                or (candidate.type != "place" and _is_of_an_event(document, first))
                or _opens_with_none(document, first, last)
            ):
                continue
            same = first == begin and last == end
            yield candidate if same else candidate._replace(start=tokens[first].start, end=tokens[last - 1].end)


def _parts(document: Document, first: int, last: int) -> Iterator[tuple[int, int]]:
    """What dashes join, where one of the two is a country or an organisation that we know ("BIO ASEAN – Japan"), or
    both are where no spaces part them ("ASEAN-Japan"). The known ones are left to the gazetteer."""
    tokens = document.tokens
    for index in range(first + 1, last - 1):
        if tokens[index].norm != "-" or tokens[index].gap == "\n":
            continue
        known = [_is_known(document, first, index), _is_known(document, index + 1, last)]
        if all(known) or (any(known) and tokens[index].gap and tokens[index + 1].gap):
            if not known[0]:
                yield first, index
            if not known[1]:
                yield from _parts(document, index + 1, last)
            return
    yield first, last


def _is_known(document: Document, first: int, last: int) -> bool:
    """Whether these words are a country or an organisation that needs nothing to speak for it, or several of them
    with dashes between."""
    hit = document.hit_at(first)
    if hit is None or hit.last > last or hit.needs or hit.method in ("gazetteer:demonym", "gazetteer:geonames"):
        return False
    if hit.last == last:
        return True
    return document.tokens[hit.last].norm == "-" and _is_known(document, hit.last + 1, last)


def _trimmed(document: Document, first: int, last: int, type_: str) -> tuple[int, int]:
    """Without what stands before an opening quotation mark, without titles before an organisation ("Lãnh đạo Bộ …"),
    in English without small words at the end."""
    tokens = document.tokens
    for index in range(last - 1, first - 1, -1):
        if tokens[index].text in OPENING_QUOTES:
            closed = tokens[index].text == '"' and sum(token.text == '"' for token in tokens[first:last]) > 1
            if not closed and not any(token.text in "”»“" for token in tokens[index + 1 : last]):
                first = index + 1
            break
    if type_ == "person":
        while last - first > 1 and _is_date(tokens[last - 1], document.language):
            last -= 1
    if type_ == "organisation":
        titled = max(document.phrase_at(kind, first, last) for kind in ("title", "role"))
        if titled and document.phrase_at("organisation_head", first + titled, last):
            first += titled
    if document.language in _ENDS_BIG:
        while last > first and tokens[last - 1].gap == " " and tokens[last - 1].text.islower():
            last -= 1
    while last > first and tokens[last - 1].norm in _NO_END:
        last -= 1
    return first, last


def _nobody(document: Document, first: int, last: int, type_: str) -> bool:
    """Whether the words name nobody: numbers, days and months, "R&D", "US" in "US$ 5", endless rows."""
    tokens = document.tokens[first:last]
    if all(token.shape in "dp" or _is_date(token, document.language, type_ == "person") for token in tokens):
        return True
    if len(tokens) > _MOST_TOKENS or not any(
        token.text[0].isalpha() and not token.text[0].islower() for token in tokens
    ):
        return True
    behind = document.tokens[last] if last < len(document.tokens) else None
    if behind and not behind.gap and behind.text in _CURRENCIES:
        return True
    return "".join(token.norm for token in tokens) in document.cues["never"]


def _is_of_an_event(document: Document, first: int) -> bool:
    """Whether words stand inside the name of an event or a plan, right behind its head: "Sinh học" in "Chiến lược
    Kinh tế Sinh học"."""
    tokens, cues = document.tokens, document.cues
    for index in range(first - 1, max(first - _EVENT_REACH, 0) - 1, -1):
        token = tokens[index]
        if tokens[index + 1].gap != " " or token.shape not in "CUl" or token.norm in cues["linker"]:
            return False
        if token.norm in cues["ambiguous_before"] or token.norm in cues["conjunction"]:
            return False
        if token.capital and document.phrase_at("event_head", index, first):
            return True
    return False


def _opens_with_none(document: Document, first: int, last: int) -> bool:
    """Whether words open with what is no part of a name: "R&D" before another word. A single word may be one: "AI"."""
    norms = [token.norm for token in document.tokens[first : min(last, first + _LONGEST_NONE)]]
    return any("".join(norms[:end]) in document.cues["never"] for end in range(2, len(norms) + 1))


def _is_date(token: Token, language: str | None, may_be_person: bool = True) -> bool:
    """Whether a word is a month or a day of the week, and nobody's name where that may be meant."""
    if language is None or not _is_calendar(token.text, language):
        return False
    return not may_be_person or not gazetteer().people(token.norm)


@lru_cache(1 << 13)
def _is_calendar(word: str, language: str) -> bool:
    return is_weekday(word.lower(), language) or months(language).number(word) is not None


def _in_doubt(document: Document, first: int, last: int) -> bool:
    """Whether the words may as well be something else.

    A known name that something must speak for ("Jordan"), a sentence's first word and a known name, an adjective of
    a country, what kind of body it is but not which ("The Government"), a word of a headline.
    """
    if document.styles[first] == "title" and last - first == 1:
        return True
    hit = document.hit_at(first)
    if hit is not None and hit.last == last and hit.needs:
        return True
    if document.tokens[first].opens and _is_known(document, first + 1, last):
        return True
    if document.phrase_at("plain_phrase", first, last) == last - first:
        return True
    cues = document.cues
    heads, openers, articles = cues["plain_head"], cues["opener"], cues["article"]
    index = first
    while index < last:
        hit = document.hit_at(index)
        if hit is not None and hit.method == "gazetteer:demonym" and hit.last <= last:
            index = hit.last
        elif (norm := document.tokens[index].norm) in heads or norm in openers or norm in articles:
            index += 1
        else:
            head = document.phrase_at("organisation_head", index, last)
            if not head or index + head < last or index > first:
                return False
            index += head
    return True
