"""Which place an ambiguous name means, by what the document says around it and elsewhere.

Every reading gets points: for its importance, for other places of its country near by and in the whole document,
for words that say of what kind it is ("State of"), for what follows a comma ("Birmingham, Alabama"). "No place at
all" gets points too, where the name is also a person's or a thing's. The best reading is taken where it leads by
``_LEAD``; else nothing is linked, and the readings are kept as candidates.
"""

from __future__ import annotations

import csv
import math
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from ...documents import LinkCandidate
from ..candidates import Document
from ..data_version import DATA
from ..tokens import Token, normal, word_set
from .readings import Reading, Readings

_LEAD = 0.8
"""Points by which a reading has to lead, so that it is right in nearly all cases (benchmarks/entities/linking.py)."""
_CLEAR_LEAD = 1.6
_NEAR = 160
"""Characters within which another place is near."""
_SAME_KEY, _INSIDE, _ELSEWHERE, _NEAR_BY, _IN_DOCUMENT, _SIBLING, _CUE = 3.0, 4.0, -3.0, 1.6, 1.2, 1.5, 3.0
_DOUBTFUL = 0.6
_PREPOSITION = 1.5
_NEEDY = dict.fromkeys(("vi", "zh", "ja", "ko", "th"), -0.9)
"""Points for no place in a language where names that need context are countries nearly always."""
_NAME = 4.0
"""For no place, where the name touches other capitalised words."""
_PERSON = 1.5
"""For no place, where a person of the document has the name."""
_MOST_CANDIDATES = 5
_START = attrgetter("start")
_AND = word_set("and et y e und en och og ja és și dan na ve va i a и і й та және мен пен бен και")
_SIZES = {"city": 0, "region": 1, "country": 2}


class Anchor(NamedTuple):
    """A place of the document that is no question."""

    start: int
    end: int
    key: str
    country: str | None
    kind: str
    surface: str
    """Normal form; a name doesn't speak for itself."""


class Decision(NamedTuple):
    """What an ambiguous name means here."""

    reading: Reading | None
    """None where nothing decides, or it is no place."""
    is_name: bool
    """Whether something else than a place is meant: a person, a brand."""
    score: float
    why: str
    candidates: tuple[LinkCandidate, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The document around its ambiguous names."""

    document: Document
    anchors: Sequence[Anchor]
    """By their place in the text."""
    doubtful: Sequence[Anchor]
    """Names of one country each that need something to speak for them; in a list they speak for each other."""
    keys: Mapping[str, int]
    """How often each key is named."""
    countries: Mapping[str, int]
    own: Mapping[tuple[str, str], int]
    """Form and key or country → how often it is the form for it: a name doesn't speak for itself."""
    people: frozenset[str]
    """Normal words of the full names of the document's people."""

    @classmethod
    def of(
        cls, document: Document, anchors: Sequence[Anchor], doubtful: Sequence[Anchor], people: frozenset[str]
    ) -> Surroundings:
        keys: dict[str, int] = {}
        countries: dict[str, int] = {}
        own: dict[tuple[str, str], int] = {}
        for _, _, key, country, _, form in anchors:
            keys[key] = keys.get(key, 0) + 1
            own[form, key] = own.get((form, key), 0) + 1
            if country:
                countries[country] = countries.get(country, 0) + 1
                own[form, country] = own.get((form, country), 0) + 1
                own[form, ""] = own.get((form, ""), 0) + 1
        return cls(document, sorted(anchors), doubtful, keys, countries, own, people)

    def named_otherwise(self, key: str, form: str) -> bool:
        """Whether the document names an entity by another name than this form."""
        return self.keys.get(key, 0) > self.own.get((form, key), 0)

    def share_of(self, country: str | None, form: str) -> float:
        """The share of a country in the places of the document, those of this form left out."""
        if not country:
            return 0.0
        total = sum(self.countries.values()) - self.own.get((form, ""), 0)
        own = self.countries.get(country, 0) - self.own.get((form, country), 0)
        return own / total if total else 0.0

    def near(self, start: int, end: int, form: str) -> list[Anchor]:
        """The anchors around a stretch of the text, it itself and others of the same form left out."""
        return [anchor for anchor in _within(self.anchors, start, end) if anchor.surface != form]

    def doubtful_near(self, start: int, end: int, form: str) -> list[Anchor]:
        """The same of the doubtful names."""
        return [anchor for anchor in _within(self.doubtful, start, end) if anchor.surface != form]

    def token_at(self, start: int) -> int:
        """The index of the token at or behind an offset."""
        return bisect_left(self.document.tokens, start, key=_START)


def _within(anchors: Sequence[Anchor], start: int, end: int) -> list[Anchor]:
    first = bisect_left(anchors, start - _NEAR, key=_START)
    last = bisect_right(anchors, end + _NEAR, key=_START)
    return [anchor for anchor in anchors[first:last] if anchor.end <= start or anchor.start >= end]


@cache
def _cues() -> Mapping[tuple[str, str], Mapping[str, tuple[str, ...]]]:
    """(language, ``before`` or ``behind``) → words → the kinds of place that they speak for, or ``name``."""
    cues: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
    with (DATA / "place_cues.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            words = cues.setdefault((row["language"], row["side"]), {})
            for word in row["words"].split("|"):
                words[normal(word)] = tuple(row["kinds"].split())
    return cues


def decide(
    found: Readings, surface: str, start: int, end: int, around: Surroundings, *, clearly: bool = False
) -> Decision:
    """Which reading of a name at ``start`` to ``end`` is meant.

    Args:
        clearly: decide only what is beyond doubt, and leave the rest until that is known.
    """
    form = normal(surface)
    near = around.near(start, end, form)
    shared = {reading.key for reading in found.found}
    beside = _beside(around, start, end)
    no_place = _no_place(found, form, beside, around)
    following = _behind_comma(near, end, around.document.text)
    if following and following.kind != "city" and all(one.country != following.country for one in found.found):
        no_place = max(no_place, found.found[0].prior)  # another place of this name, which no table has
    doubtful = around.doubtful_near(start, end, form) if beside.listed else []
    points = {
        reading: _points(reading, shared, form, start, end, near, doubtful, beside, around) for reading in found.found
    }
    ranked = sorted(((score, reading) for reading, (score, _) in points.items()), key=lambda one: (-one[0], one[1].key))
    best_score, best = ranked[0]
    rival = max(ranked[1][0] if len(ranked) > 1 else -math.inf, no_place)
    lead = best_score - rival
    candidates = tuple(
        LinkCandidate(reading.key, reading.name, _share(score, best_score, no_place))
        for score, reading in ranked[:_MOST_CANDIDATES]
    )
    if lead >= (_CLEAR_LEAD if clearly and len(found.found) > 1 else _LEAD):
        return Decision(best, False, round(1 / (1 + math.exp(-lead)), 2), points[best][1], candidates)
    return Decision(None, no_place - best_score >= _LEAD, 0.0, "", candidates)


def _share(score: float, best: float, no_place: float) -> float:
    """How likely a reading is beside the best one and no place, as a figure from 0 to 1."""
    highest = max(best, no_place)
    total = math.exp(best - highest) + (math.exp(no_place - highest) if no_place > -math.inf else 0.0)
    total += math.exp(score - highest) if score < best else 0.0
    return round(math.exp(score - highest) / total, 2)


class _Beside(NamedTuple):
    """The words around a name."""

    kinds_before: tuple[str, ...]
    kinds_behind: tuple[str, ...]
    preposition: bool
    touches: bool
    """Whether it touches a capitalised word that isn't known as a place."""
    honorific: bool
    listed: bool
    """Whether it stands in a list or beside a conjunction."""


def _beside(around: Surroundings, start: int, end: int) -> _Beside:
    document = around.document
    first, last = around.token_at(start), around.token_at(end)
    if first >= len(document.tokens) or document.tokens[first].start != start:
        return _Beside((), (), False, False, False, False)  # inside a run of letters without spaces
    language = document.language or "en"
    before = _cue(document.tokens, first, -1, _cues().get((language, "before"), {}))
    behind = _cue(document.tokens, last, 1, _cues().get((language, "behind"), {}))
    in_line = document.tokens[first].gap != "\n"
    prepositions = ("place_before", "ambiguous_before")
    honorifics = ("honorific", "title")
    return _Beside(
        before,
        behind,
        in_line and any(document.phrase_before(kind, first) for kind in prepositions),
        _touches(document, first, last, around),
        in_line and not before and any(document.phrase_before(kind, first) for kind in honorifics),
        _listed(document, first, last),
    )


def _cue(tokens: Sequence[Token], index: int, step: int, cues: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What the words next to a token say; the longest phrase of at most three."""
    for length in (3, 2, 1):
        span = tokens[index - length : index] if step < 0 else tokens[index : index + length]
        if len(span) == length and (step > 0 or index >= length):
            inner = tokens[index - length + 1 : index + 1] if step < 0 else span
            if all(token.gap != "\n" for token in inner):
                kinds = cues.get(" ".join(token.norm for token in span))
                if kinds:
                    return kinds
    return ()


def _touches(document: Document, first: int, last: int, around: Surroundings) -> bool:
    tokens = document.tokens
    if document.styles[first : first + 1] and document.styles[first]:
        return False
    before, behind = first - 1, last
    if before >= 0 and tokens[first].gap == " " and _foreign_capital(document, before, around):
        return True
    return behind < len(tokens) and tokens[behind].gap == " " and _foreign_capital(document, behind, around)


def _foreign_capital(document: Document, index: int, around: Surroundings) -> bool:
    token = document.tokens[index]
    if not token.capital or token.opens or not token.text.isalpha() or len(token.text) < 2:
        return False
    position = bisect_right(around.anchors, token.start, key=lambda anchor: anchor.start) - 1
    return position < 0 or around.anchors[position].end <= token.start


def _listed(document: Document, first: int, last: int) -> bool:
    tokens, conjunctions = document.tokens, document.cues["conjunction"] | _AND
    before = tokens[first - 1] if first else None
    behind = tokens[last] if last < len(tokens) else None
    joined = [token for token in (before, behind) if token and (token.text == "," or token.norm in conjunctions)]
    return bool(joined)


def _no_place(found: Readings, form: str, beside: _Beside, around: Surroundings) -> float:
    """Points for the name being no place at all; minus infinity where nothing speaks for that."""
    base = max(reading.prior for reading in found.found)
    score = base + _NEEDY.get(around.document.language or "", 0.0) if found.needs else -math.inf
    if form in around.people and not beside.preposition:
        score = max(score, base) + _PERSON
    if beside.touches and found.needs:
        score += _NAME
    if "name" in beside.kinds_before or "name" in beside.kinds_behind:
        score = max(score, base) + _CUE
    if beside.honorific and found.needs:
        score += _CUE
    return score


def _points(
    reading: Reading,
    shared: Collection[str],
    form: str,
    start: int,
    end: int,
    near: Sequence[Anchor],
    doubtful: Sequence[Anchor],
    beside: _Beside,
    around: Surroundings,
) -> tuple[float, str]:
    """Points of a reading, and the strongest reason for it."""
    grounds: list[tuple[float, str]] = []
    following = _behind_comma(near, end, around.document.text)
    if following:
        smaller = _SIZES.get(reading.kind, 0) < _SIZES.get(following.kind, 0)
        if smaller and following.country == reading.country:
            grounds.append((_INSIDE, f"inside {following.key}"))
        elif following.kind != reading.kind:
            grounds.append((_ELSEWHERE, f"not in {following.key}"))
    if not reading.foreign and around.named_otherwise(reading.key, form):
        grounds.append((_SAME_KEY, f"{reading.key} is named in full"))
    if reading.kind in beside.kinds_before or reading.kind in beside.kinds_behind:
        grounds.append((_CUE, f"words beside it speak for a {reading.kind}"))
    elif reading.kind != "city":
        held = _before_comma(near, start, around.document.text)
        if held and held.kind == "city" and held.country == reading.country:
            grounds.append((_CUE, f"behind {held.key}"))
    mates = [anchor for anchor in near if anchor.country == reading.country and anchor.key != reading.key]
    if mates:
        grounds.append((_NEAR_BY, f"beside {mates[0].key}"))
    siblings = [anchor for anchor in near if anchor.kind == reading.kind and anchor.key not in shared]
    if reading.kind == "country" and siblings:
        grounds.append((_SIBLING * (1.0 if beside.listed else 0.6), f"beside the country {siblings[0].key}"))
    if reading.kind == "country" and doubtful:
        grounds.append((_DOUBTFUL * min(2, len({anchor.key for anchor in doubtful})), "in a list of countries"))
    if reading.kind == "region" and any(anchor.kind == "region" for anchor in mates):
        grounds.append((_SIBLING, "beside regions of the same country"))
    if reading.kind == "city" and any(anchor.kind == "city" for anchor in mates):
        grounds.append((_SIBLING / 3, "beside cities of the same country"))
    share = around.share_of(reading.country, form)
    if share:
        grounds.append((_IN_DOCUMENT * share, f"{reading.country} is what the document speaks of"))
    if beside.preposition:
        grounds.append((_PREPOSITION, "behind a preposition of place"))
    best = max(grounds, default=(0.0, "the most important place of the name"))
    return reading.prior + sum(points for points, _ in grounds), best[1]


def _behind_comma(near: Sequence[Anchor], end: int, text: str) -> Anchor | None:
    """The place that follows a comma: "Birmingham, Alabama"."""
    if text[end : end + 2] not in (", ", ",\u00a0"):
        return None
    following = next((anchor for anchor in near if anchor.start == end + 2), None)
    if following is None:
        return None
    # In a list ("Georgia, Alabama and …") what follows is a neighbour and not what holds it.
    closed = text[following.end : following.end + 1] in (",", ".", ";", ")", "")
    return following if closed or not _goes_on(text, following.end) else None


def _before_comma(near: Sequence[Anchor], start: int, text: str) -> Anchor | None:
    """The place in front of a comma: Seattle of "Seattle, Washington"."""
    if text[start - 2 : start] not in (", ", ",\u00a0"):
        return None
    return next((anchor for anchor in near if anchor.end == start - 2), None)


def _goes_on(text: str, position: int) -> bool:
    """Whether a list goes on: another name follows a conjunction."""
    words = text[position : position + 40].split()
    return len(words) > 1 and words[0].islower() and len(words[0]) <= 4 and words[1][:1].isupper()
