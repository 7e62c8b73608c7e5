"""Names that say themselves what they name: they hold a head noun, "Northern Seed Center", "Bank of Korea"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .candidates import Candidate, Document, Segment
from .persons import is_given
from .tokens import word_set

HEAD_FIRST = word_set("vi fr es pt it ro ca id ms")
"""Languages in which the head noun leads the name. Elsewhere it ends it, or leads with a linking word."""
_HEAD_EITHER = word_set("ru uk be bg mk hr sr bs sl sk cs pl de")
_TYPES = (
    ("organisation_head", "organisation"),
    ("event_head", "event"),
    ("place_head", "place"),
    ("place_lead", "place"),
)
_LONGEST_LINK = 2
_FIRST_PART = 3
_LONGEST_FIRST_PART = 2
"""Tokens before an "and" that may begin a name: an article and one or two words."""
_MOST_WORDS = 14
_SCORE = 0.8


def headed(document: Document) -> Iterable[Candidate]:
    """Organisations, places and events whose name holds a head noun."""
    position = 0
    while position < len(document.segments):
        candidate, position = _from(document, position)
        if candidate:
            yield candidate


def _from(document: Document, position: int) -> tuple[Candidate | None, int]:
    """The headed name that begins in a segment, and the first segment behind it."""
    if not _holds_head(document, document.segments[position]):
        return None, position + 1
    segment = _with_first_part(document, position)
    if document.styles[segment.first]:
        return None, position + 1
    following = _linked(document, position)
    found = head_type(document, segment, bool(following))
    if not found:
        return None, position + 1
    end = following[-1] if following else position
    last = document.segments[end].last
    while last - segment.first > _MOST_WORDS and end > position:
        end -= 1
        last = document.segments[end].last
    while last - segment.first > 1 and document.tokens[last - 1].norm in document.cues["place_lead"]:
        last -= 1
    words = document.tokens[segment.first : last]
    plain = document.cues["plain_head"] | document.cues["opener"]
    if not 2 <= len(words) <= _MOST_WORDS or all(word.norm in plain for word in words):
        return None, position + 1
    return document.propose(segment.first, last, found, _SCORE, f"rule:{found}-head"), end + 1


def _with_first_part(document: Document, position: int) -> Segment:
    """The segment, or where one article stands for two of them joined by an "and", both: "the Food and Drug Agency"."""
    segment = document.segments[position]
    if position == 0 or document.language in HEAD_FIRST or segment.first < _FIRST_PART:
        return segment
    if segment.last - segment.first == 1 or not _ends_with(document, "organisation_head", segment.first, segment.last):
        return segment
    tokens, before = document.tokens, document.segments[position - 1]
    joined = before.last == segment.first - 1 and tokens[before.last].norm in document.cues["conjunction"]
    if not joined or before.last - before.first > _LONGEST_FIRST_PART or document.hit_at(before.first):
        return segment
    if any(token.gap != " " for token in tokens[before.first : segment.first + 1]):
        return segment
    if tokens[before.first - 1].norm not in document.cues["article"] or head_type(document, before, False):
        return segment
    return Segment(before.first, segment.last)


def _holds_head(document: Document, segment: Segment) -> bool:
    """Whether a head noun may stand at an end of the segment: what is cheap to ask first."""
    tokens, heads, last = document.tokens, document.cues.heads, segment.last
    return (
        tokens[segment.first].norm in heads
        or tokens[last - 1].norm in heads
        or (last - 2 > segment.first and tokens[last - 2].norm in heads)
    )


def head_type(document: Document, segment: Segment, continues: bool) -> str | None:
    """What the head noun of a segment makes it, if it has one at the place where its language sets it."""
    tokens, first, last = document.tokens, segment.first, segment.last
    if not _holds_head(document, segment):
        return None
    if tokens[last - 1].norm in document.cues["company_suffix"] and last - first > 1 and tokens[first].norm != "the":
        return "organisation"
    if document.phrase_at("plain_phrase", first, len(tokens)):
        return None
    # Vietnamese has no capitals that show where the name of an event or a region ends.
    for kind, type_ in _TYPES[:1] if document.language == "vi" else _TYPES:
        leading = document.phrase_at(kind, first, last)
        if document.language in HEAD_FIRST:
            if leading and (last - first > leading or continues):
                return type_
            continue
        ends = last - first > 1 and _ends_with(document, kind, first, last)
        if ends or (leading and (continues or (document.language in _HEAD_EITHER and last - first > leading))):
            return type_
    return None


def _ends_with(document: Document, kind: str, first: int, last: int) -> bool:
    """Whether the last word of a segment, or its last two, are a head noun that has more than its first letter big."""
    if document.tokens[last - 1].shape != "C":
        return False
    return any(document.phrase_at(kind, start, last) == last - start for start in range(max(first, last - 2), last))


def _linked(document: Document, position: int) -> list[int]:
    """The segments that linking words tie to this one: "Office | for the | Repair | of the | Bridges"."""
    linked: list[int] = []
    current = position
    while current + 1 < len(document.segments) and len(linked) < _MOST_WORDS:
        link = document.tokens[document.segments[current].last : document.segments[current + 1].first]
        if not _links(document, link, document.segments[current + 1], bool(linked)):
            break
        current += 1
        linked.append(current)
    return linked


def _links(document: Document, link: Sequence[object], following: Segment, begun: bool) -> bool:
    first = following.first - len(link)
    words = document.tokens[first : following.first]
    if not 1 <= len(words) <= _LONGEST_LINK or any(
        token.gap == "\n" for token in document.tokens[first : following.first + 1]
    ):
        return False
    linkers, conjunctions = document.cues["linker"], document.cues["conjunction"]
    if words[0].norm in conjunctions:
        return len(words) == 1 and begun | (document.language == "vi") and not _stands_alone(document, following)
    if words[0].norm in ("the", "for") and len(words) == 1 and _known_at(document, following):
        return False
    return all(word.norm in linkers for word in words)


def _stands_alone(document: Document, segment: Segment) -> bool:
    """Whether what follows an "and" is a name of its own, not a part of the one before."""
    if _known_at(document, segment) or is_given(document, segment.first):
        return True
    return head_type(document, segment, False) is not None


def _known_at(document: Document, segment: Segment) -> bool:
    return document.hit_at(segment.first) is not None
