"""From mentions to entities: the key that is kept for good, the name that is shown, and why it is this entity.

An entity of the gazetteer has its key there; a ministry or embassy has one made of its country and what it is there
for; any other is known by its name alone (``linking/keys.py``). A name that may mean several places, or an office
whose country nobody says, is decided by the document, or left with its candidates: then its key is made of the
name, and it is no certain entity.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

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
from .linking.same_organisation import joined_organisations
from .linking.whose import known_offices, whose
from .tokens import normal

__all__ = ["UNDECIDED", "country_of", "key_of", "link", "shown_names"]

UNDECIDED = "undecided"
"""Code that the evidence of a mention begins with where nothing decides what it means."""


@dataclass(frozen=True, slots=True)
class Link:
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
    _link_known(document, chosen, names, links)
    people = _people(document, chosen, names)
    around = _link_places(document, chosen, names, links, people)
    _link_offices(document, chosen, names, links, around)
    _link_people(document, chosen, names, links)
    _link_organisations(document, chosen, names, links)
    for index, one in enumerate(chosen):
        if links[index] is None:
            key, why = key_with_reason(one.type, names[index], document.language)
            links[index] = Link(key, names[index], why)
    return _mentions(document, chosen, [found for found in links if found])


def _link_known(
    document: Document, chosen: Sequence[Candidate], names: Sequence[str], links: list[Link | None]
) -> None:
    """What recognisers linked, and names that one organisation or event of the gazetteer has."""
    shown = gazetteer().shown
    for index, one in enumerate(chosen):
        if one.type == "organisation" and one.method != LISTED and _is_ministry(names[index], document.language):
            continue
        if one.key:
            if one.type == "place" and one.method != LISTED and _is_shared(names[index], document.language):
                continue
            links[index] = Link(one.key, shown.get(one.key) or names[index], _given(one))
        elif one.type in ("organisation", "event"):
            key, source = _listed(one.type, names[index], document.language)
            if key:
                links[index] = Link(key, shown.get(key) or names[index], f"known: {source}")


def _given(one: Candidate) -> str:
    if one.method == LISTED:
        return "listed: on a list of the user's"
    return f"known: {one.method.partition(':')[2] or one.method}"


def _is_ministry(name: str, language: str | None) -> bool:
    found = office(name, language)
    return found is not None and found.kind == "ministry"


def _is_shared(name: str, language: str | None) -> bool:
    return len(readings(name, language).found) > 1


def _listed(type_: str, name: str, language: str | None) -> tuple[str | None, str]:
    """The key of the one entity of this type that the gazetteer has under a name."""
    names = [one for one in gazetteer().find(form_of(name), language) if one.key.startswith(type_) and not one.needs]
    names = [one for one in names if one.relation != "short" or name.isupper() or one.text == name]
    keys = {one.key for one in names}
    return (names[0].key, names[0].source) if len(keys) == 1 else (None, "")


def _people(document: Document, chosen: Sequence[Candidate], names: Sequence[str]) -> frozenset[str]:
    """The words of the full names of the document's people."""
    full = {name for one, name in zip(chosen, names, strict=True) if one.type == "person" and " " in name}
    return frozenset(normal(word) for name in full for word in name.split())


def _link_places(
    document: Document,
    chosen: Sequence[Candidate],
    names: Sequence[str],
    links: list[Link | None],
    people: frozenset[str],
) -> Surroundings:
    """Places: first the names that are no question, then the others by them."""
    open_: list[tuple[int, Readings]] = []
    for index, one in enumerate(chosen):
        if one.type == "place" and links[index] is None:
            found = readings(names[index], document.language)
            sure = len(found.found) == 1 and not found.needs and normal(names[index]) not in people
            if sure and not (found.found[0].kind == "city" and document.text[one.end : one.end + 1] == ","):
                reading = found.found[0]
                why = "inflected" if found.inflected else "known"
                links[index] = Link(reading.key, reading.name, f"{why}: {reading.method}")
            elif found.found:
                open_.append((index, found))
    anchors = _anchors(document, chosen, links)
    doubtful = _doubtful(chosen, names, open_)
    around = Surroundings.of(document, anchors, doubtful, people)
    for turn in range(2):  # what is decided first helps with the rest
        undecided = []
        for index, found in open_:
            one = chosen[index]
            decision = decide(found, names[index], one.start, one.end, around)
            if decision.reading:
                reading = decision.reading
                links[index] = Link(reading.key, reading.name, f"context: {decision.why}", decision.score)
            elif turn or decision.is_name:
                links[index] = _undecided(decision, names[index], people, document.language)
            else:
                undecided.append((index, found))
        open_ = undecided
        around = Surroundings.of(document, _anchors(document, chosen, links), doubtful, people)
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
    entity = gazetteer().entity(key)
    return Anchor(start, end, key, country_of(key), entity.kind if entity else "region", normal(surface))


def _doubtful(chosen: Sequence[Candidate], names: Sequence[str], open_: Sequence[tuple[int, Readings]]) -> list[Anchor]:
    return [
        _anchor(chosen[index].start, chosen[index].end, found.found[0].key, names[index])
        for index, found in open_
        if len(found.found) == 1 and found.found[0].kind == "country"
    ]


def _link_offices(
    document: Document,
    chosen: Sequence[Candidate],
    names: Sequence[str],
    links: list[Link | None],
    around: Surroundings,
) -> None:
    """Ministries and embassies."""
    found: list[tuple[int, Office]] = []
    for index, one in enumerate(chosen):
        if one.type == "organisation" and links[index] is None:
            named = office(names[index], document.language)
            if named:
                found.append((index, named))
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
        if (one.type == "person" and links[index] is None) or ((found := links[index]) and found.type == "person")
    ]
    joined = joined_people((names[index] for index in indexes), document.language)
    for index in indexes:
        name = names[index]
        before = links[index]
        if name in joined:
            key, _ = key_with_reason("person", joined[name].name, document.language)
            evidence = f"{joined[name].why}: {joined[name].name}"
            links[index] = Link(key, joined[name].name, evidence, type=before.type if before else None)
        elif before is None:
            key, why = key_with_reason("person", name, document.language)
            links[index] = Link(key, name, why)


def _link_organisations(
    document: Document, chosen: Sequence[Candidate], names: Sequence[str], links: list[Link | None]
) -> None:
    """Short forms, case forms and reworded names of the document's other organisations."""
    placed = [(index, one) for index, one in enumerate(chosen) if one.type in ("organisation", "event")]
    joined = joined_organisations(
        [(one.start, one.end, one.type, names[index]) for index, one in placed], document.text, document.language
    )
    targets = {(one.type, names[index]): index for index, one in reversed(placed)}
    for index, one in placed:
        other = joined.get((one.type, names[index]))
        before = links[index]
        if other is None or (before and not before.candidates):
            continue
        target = links[targets[one.type, other.name]]
        if target and not target.candidates:
            links[index] = Link(target.key, target.name, f"{other.why}: {other.name}", target.score)
        else:
            key, _ = key_with_reason(one.type, other.name, document.language)
            links[index] = Link(key, other.name, f"{other.why}: {other.name}")


def _mentions(document: Document, chosen: Sequence[Candidate], links: Sequence[Link]) -> list[Mention]:
    corpus = shown_names((found.key, found.name) for found in links)
    shown = gazetteer().shown
    return [
        Mention(
            start=one.start,
            end=one.end,
            surface=document.text[one.start : one.end],
            type=found.type or one.type,
            key=found.key,
            name=shown.get(found.key) or corpus[found.key],
            score=one.score if found.score is None else min(one.score, found.score),
            method=one.method,
            evidence=found.evidence,
            candidates=found.candidates,
        )
        for one, found in zip(chosen, links, strict=True)
    ]


def shown_names(named: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """The name shown for each key: the one that most mentions have, the first of them on a tie."""
    counts: dict[str, Counter[str]] = {}
    for key, name in named:
        counts.setdefault(key, Counter())[name] += 1
    return {key: counted.most_common(1)[0][0] for key, counted in counts.items()}
