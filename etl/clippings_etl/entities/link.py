"""From mentions to entities: the key that is kept for good, the name that is shown, and why it is this entity.

An entity of the gazetteer has its key there; a ministry or embassy has one made of its country and what it is there
for; any other is known by its name alone (``linking/keys.py``). A name that may mean several places, or an office
whose country nobody says, is decided by the document, or left with its candidates: then its key is made of the
name, and it is no certain entity.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..documents import LinkCandidate, Mention
from .candidates import Candidate, Document
from .gazetteer import country_of as listed_country_of
from .gazetteer import form_of, gazetteer
from .given import LISTED
from .linking.keys import key_of, key_with_reason
from .linking.offices import Office, office
from .linking.people import joined_people
from .linking.places import Anchor, Decision, Surroundings, decide
from .linking.readings import Readings, readings
from .linking.same_organisation import Joined, joined_organisations
from .linking.whose import known_offices, whose
from .tokens import normal

__all__ = ["UNDECIDED", "country_of", "key_of", "link", "shown_names"]

UNDECIDED = "undecided"
"""Code that the evidence of a mention begins with where nothing decides what it means."""


class Link(NamedTuple):
    """What a mention is linked to."""

    key: str
    name: str
    evidence: str
    score: float | None = None
    """How sure the link is, where that is less than how sure the recogniser is."""
    type: str | None = None
    """The type, where linking found another than the recogniser."""
    candidates: tuple[LinkCandidate, ...] = ()


def country_of(key: str) -> str | None:
    """ISO 3166 code of the country that an entity is or belongs to, where known."""
    listed = listed_country_of(key)
    if listed:
        return listed
    kind, _, rest = key.partition(":")
    country = rest[:2]
    if kind == "organisation" and rest[2:3] == ":" and country.isupper():
        return country
    return country if kind == "place" and country.isupper() and rest[2:3] in ("", "-") else None


def link(document: Document, chosen: Sequence[Candidate]) -> list[Mention]:
    """The mentions for the recognisers' candidates, which don't overlap, in their order.

    Pure and deterministic; takes time linear in the text, but for a logarithm.
    """
    names = [one.name or document.text[one.start : one.end] for one in chosen]
    links: list[Link | None] = [None] * len(chosen)
    people = _people(chosen, names)
    _link_known(document, chosen, names, links, people)
    open_ = _link_places(document, chosen, names, links, people)
    offices = _offices(document, chosen, names, links)
    if open_ or offices:
        around = _decide_places(document, chosen, names, links, open_, people, bool(offices))
        _link_offices(document, chosen, names, links, around, offices)
    _link_people(document, chosen, names, links)
    _link_organisations(document, chosen, names, links)
    for index, one in enumerate(chosen):
        if links[index] is None and one.key:
            links[index] = Link(one.key, _shown(one.key) or names[index], _given(one))
        elif links[index] is None:
            key, why = key_with_reason(one.type, names[index], document.language)
            links[index] = Link(key, names[index], why)
    return _mentions(document, chosen, [found for found in links if found])


def _link_known(
    document: Document,
    chosen: Sequence[Candidate],
    names: Sequence[str],
    links: list[Link | None],
    people: frozenset[str],
) -> None:
    """What recognisers linked, and names that one organisation or event of the gazetteer has."""
    for index, one in enumerate(chosen):
        if one.type == "organisation" and one.method != LISTED and _is_ministry(names[index], document.language):
            continue
        if one.key:
            asked = one.type == "place" and one.method != LISTED
            if asked and (_is_shared(names[index], document.language) or (people and normal(names[index]) in people)):
                continue
            links[index] = Link(one.key, _shown(one.key) or names[index], _given(one))
        elif one.type in ("organisation", "event"):
            key, source = _listed(one.type, names[index], document.language)
            if key:
                links[index] = Link(key, _shown(key) or names[index], f"known: {source}")


def _given(one: Candidate) -> str:
    if one.method == LISTED:
        return "listed: on a list of the user's"
    return f"known: {one.method.partition(':')[2] or one.method}"


def _is_ministry(name: str, language: str | None) -> bool:
    found = office(name, language)
    return found is not None and found.kind == "ministry"


def _is_shared(name: str, language: str | None) -> bool:
    return len(readings(name, language).found) > 1


@lru_cache(1 << 14)
def _listed(type_: str, name: str, language: str | None) -> tuple[str | None, str]:
    """The key of the one entity of this type that the gazetteer has under a name."""
    names = [one for one in gazetteer().find(form_of(name), language) if one.key.startswith(type_) and not one.needs]
    names = [one for one in names if one.relation != "short" or name.isupper() or one.text == name]
    keys = {one.key for one in names}
    return (names[0].key, names[0].source) if len(keys) == 1 else (None, "")


def _people(chosen: Sequence[Candidate], names: Sequence[str]) -> frozenset[str]:
    """The words of the full names of the document's people."""
    full = {name for one, name in zip(chosen, names, strict=True) if one.type == "person" and " " in name}
    return frozenset(word for name in full for word in _normal_words(name))


@lru_cache(1 << 14)
def _normal_words(name: str) -> tuple[str, ...]:
    return tuple(normal(word) for word in name.split())


def _link_places(
    document: Document,
    chosen: Sequence[Candidate],
    names: Sequence[str],
    links: list[Link | None],
    people: frozenset[str],
) -> list[tuple[int, Readings]]:
    """Places whose names are no question; returns those that are one."""
    places = [index for index, one in enumerate(chosen) if one.type == "place" and links[index] is None]
    open_: list[tuple[int, Readings]] = []
    for index in places:
        found = readings(names[index], document.language)
        if not found.found:
            continue
        reading = found.found[0]
        sure = len(found.found) == 1 and not found.needs and (not people or normal(names[index]) not in people)
        following = document.text[chosen[index].end : chosen[index].end + 1]
        if sure:
            why = "inflected" if found.inflected else "known"
            links[index] = Link(reading.key, reading.name, f"{why}: {reading.method}")
        if not sure or (reading.kind == "city" and following == ","):  # "Paris, Texas" is another one
            open_.append((index, found))
    return open_


def _decide_places(
    document: Document,
    chosen: Sequence[Candidate],
    names: Sequence[str],
    links: list[Link | None],
    open_: list[tuple[int, Readings]],
    people: frozenset[str],
    offices: bool,
) -> Surroundings:
    """Places that the others have to decide; returns what surrounds the offices, if there are any."""
    anchors = _anchors(document, chosen, links)
    doubtful = _doubtful(chosen, names, open_)
    around = Surroundings.of(document, anchors, doubtful, people)
    for turn in range(2):  # what is clear helps with the rest
        undecided = []
        decided = []
        for index, found in open_:
            one = chosen[index]
            decision = decide(found, names[index], one.start, one.end, around, clearly=not turn)
            if decision.reading:
                reading = decision.reading
                links[index] = Link(reading.key, reading.name, f"context: {decision.why}", decision.score)
                decided.append(_anchor(one.start, one.end, reading.key, document.text[one.start : one.end]))
            elif turn or decision.is_name:
                links[index] = _undecided(decision, names[index], people, document.language)
            else:
                undecided.append((index, found))
        if decided and (undecided or offices):
            anchors = [*anchors, *decided]
            around = Surroundings.of(document, anchors, doubtful, people)
        open_ = undecided
    return around


def _undecided(decision: Decision, name: str, people: frozenset[str], language: str | None) -> Link:
    """A place name that nothing decides, or that is a person's here."""
    if decision.is_name and normal(name) in people:
        return Link(key_of("person", name), name, "person: a person of the document has this name", type="person")
    may_be = ", ".join(candidate.name for candidate in decision.candidates)
    said = "no place here" if decision.is_name else f"may be {may_be}"
    return Link(key_of("place", name), name, f"{UNDECIDED}: {said}", candidates=decision.candidates)


def _anchors(document: Document, chosen: Sequence[Candidate], links: Sequence[Link | None]) -> list[Anchor]:
    """The places of the document that are no question, by their place in the text."""
    anchors = []
    for one, found in zip(chosen, links, strict=True):
        if found and found.key.startswith("place:") and not found.candidates and not found.type:
            anchors.append(_anchor(one.start, one.end, found.key, document.text[one.start : one.end]))
    taken = {anchor.start for anchor in anchors}
    bounds = sorted((one.start, one.end) for one in chosen if one.type != "organisation")
    position = 0
    for hit in document.hits:
        start, end = document.tokens[hit.first].start, document.tokens[hit.last - 1].end
        while position < len(bounds) and bounds[position][1] <= start:
            position += 1
        free = position == len(bounds) or bounds[position][0] >= end
        if free and not hit.needs and hit.key.startswith("place:") and start not in taken:
            surface = document.text[start:end]
            if not _is_shared(surface, document.language):
                anchors.append(_anchor(start, end, hit.key, surface))
    return anchors


def _anchor(start: int, end: int, key: str, surface: str) -> Anchor:
    return Anchor(start, end, key, *_place(key), normal(surface))


@lru_cache(1 << 13)
def _place(key: str) -> tuple[str | None, str]:
    """The country and the kind of a place."""
    entity = gazetteer().entity(key)
    return country_of(key), entity.kind if entity else "region"


def _doubtful(chosen: Sequence[Candidate], names: Sequence[str], open_: Sequence[tuple[int, Readings]]) -> list[Anchor]:
    return [
        _anchor(chosen[index].start, chosen[index].end, found.found[0].key, names[index])
        for index, found in open_
        if len(found.found) == 1 and found.found[0].kind == "country"
    ]


def _offices(
    document: Document, chosen: Sequence[Candidate], names: Sequence[str], links: Sequence[Link | None]
) -> list[tuple[int, Office]]:
    """The ministries and embassies."""
    return [
        (index, named)
        for index, one in enumerate(chosen)
        if one.type == "organisation" and links[index] is None and (named := office(names[index], document.language))
    ]


def _link_offices(
    document: Document,
    chosen: Sequence[Candidate],
    names: Sequence[str],
    links: list[Link | None],
    around: Surroundings,
    found: Sequence[tuple[int, Office]],
) -> None:
    """Ministries and embassies, with the countries that the document says."""
    if not found:
        return
    known = known_offices(((named, chosen[index].start, chosen[index].end) for index, named in found), document, around)
    for index, named in found:
        one = chosen[index]
        decided = whose(named, one.start, one.end, document, around, known)
        if decided.office:
            key, name = decided.office.key, decided.office.name
            links[index] = Link(key, name, f"office: {decided.why}", decided.score)
        elif named.kind == "ministry":
            key, _ = key_with_reason("organisation", names[index], document.language)
            why = f"{UNDECIDED}: nothing says of which country it is"
            links[index] = Link(key, names[index], why, candidates=decided.candidates)


def _link_people(
    document: Document, chosen: Sequence[Candidate], names: Sequence[str], links: list[Link | None]
) -> None:
    """People, and place names that turned out to be people's."""
    indexes = [
        index
        for index, one in enumerate(chosen)
        if (one.type == "person" and (one.key or links[index] is None))
        or ((found := links[index]) and found.type == "person")
    ]
    joined = joined_people([names[index] for index in indexes], document.language)
    known = {names[index]: key for index in indexes if (key := chosen[index].key)}
    for index, other in zip(indexes, joined, strict=True):
        name = names[index]
        before = links[index]
        if chosen[index].key and chosen[index].type == "person":
            continue
        if other and len(other.names) == 1:
            key = known.get(other.names[0]) or key_with_reason("person", other.names[0], document.language)[0]
            evidence = f"{other.why}: {other.names[0]}"
            links[index] = Link(key, other.names[0], evidence, type=before.type if before else None)
        elif other:
            links[index] = _one_of(name, other.names, document.language, before)
        elif before is None:
            key, why = key_with_reason("person", name, document.language)
            links[index] = Link(key, name, why)


def _one_of(name: str, full: Sequence[str], language: str | None, before: Link | None) -> Link:
    """A last name that several people of the document share."""
    score = round(1 / (len(full) + 1), 2)
    may_be = tuple(LinkCandidate(key_with_reason("person", one, language)[0], one, score) for one in full)
    key, _ = key_with_reason("person", name, language)
    evidence = f"{UNDECIDED}: may be {', '.join(full)}"
    return Link(key, name, evidence, type=before.type if before else None, candidates=may_be)


def _link_organisations(
    document: Document, chosen: Sequence[Candidate], names: Sequence[str], links: list[Link | None]
) -> None:
    """Short forms, case forms and reworded names of the document's other organisations."""
    placed = [(index, one) for index, one in enumerate(chosen) if one.type in ("organisation", "event")]
    if len(placed) < 2:
        return
    surfaces = {index: document.text[one.start : one.end] for index, one in placed}
    joined = joined_organisations(
        [(one.start, one.end, one.type, surfaces[index]) for index, one in placed], document.text, document.language
    )
    targets: dict[tuple[str, str], int] = {}
    for index, one in placed:
        targets.setdefault((one.type, surfaces[index]), index)
        if names[index] != surfaces[index]:  # a recogniser read the short form's brackets
            joined.setdefault((one.type, surfaces[index]), Joined(names[index], "long-form"))
    for index, one in placed:
        other = joined.get((one.type, surfaces[index]))
        before = links[index]
        if other is None or (before and not before.candidates):
            continue
        target = links[targets.get((one.type, other.name), index)]
        if target and not target.candidates:
            links[index] = Link(target.key, target.name, f"{other.why}: {other.name}", target.score)
        else:
            key, _ = key_with_reason(one.type, other.name, document.language)
            links[index] = Link(key, other.name, f"{other.why}: {other.name}")


def _mentions(document: Document, chosen: Sequence[Candidate], links: Sequence[Link]) -> list[Mention]:
    named: Mapping[str, str] = {found.key: found.name for found in links}
    if any(named[found.key] != found.name for found in links):
        named = shown_names((found.key, found.name) for found in links)
    text = document.text
    mentions = []
    for one, found in zip(chosen, links, strict=True):
        surface = text[one.start : one.end]
        score = one.score if found.score is None else min(one.score, found.score)
        evidence = _evidence(one, surface, found.evidence) if one.name else found.evidence
        name = _shown(found.key) or named[found.key]
        type_ = found.type or one.type
        mentions.append(
            Mention(one.start, one.end, surface, type_, found.key, name, score, one.method, evidence, found.candidates)
        )
    return mentions


@lru_cache(1 << 14)
def _shown(key: str) -> str | None:
    """The name that the gazetteer shows for an entity."""
    return gazetteer().shown.get(key)


def _evidence(one: Candidate, surface: str, evidence: str) -> str:
    """Why, where the recogniser linked by another name than the words: a last name, a short form."""
    if one.name != surface and not evidence.startswith(("known", "listed", UNDECIDED)):
        return f"{'last-name' if one.type == 'person' else 'long-form'}: {one.name}"
    return evidence


def shown_names(named: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """The name shown for each key: the one that most mentions have, the first of them on a tie."""
    counts: dict[str, dict[str, int]] = {}
    for key, name in named:
        counted = counts.setdefault(key, {})
        counted[name] = counted.get(name, 0) + 1
    return {
        key: max(counted, key=counted.__getitem__) if len(counted) > 1 else next(iter(counted))
        for key, counted in counts.items()
    }
