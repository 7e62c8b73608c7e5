"""Whose ministry, and an embassy where: what a name leaves out and its document says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ...documents import LinkCandidate
from ..candidates import Document
from .offices import Office, country_named, press, with_country
from .places import Anchor, Surroundings

_BEFORE = re.compile(r"(?:['’]s|の)?[ -]?")
"""What may stand between a country and the office behind it."""
_BEHIND = re.compile(r"[ ,]?(?:[^\W\d]{1,4}['’]? ?){0,2}")
"""What may stand between an office and the country behind it: "of the", "w", "de la"."""
_CLEAR = 2.0
"""How many times as often as the next country one has to be named to be what a document is about."""
_SHARE_OF_PRESS = 0.3


class Whose(NamedTuple):
    """An office with its country, or the countries that it may be of."""

    office: Office | None
    score: float
    why: str
    candidates: tuple[LinkCandidate, ...] = ()


def whose(found: Office, start: int, end: int, document: Document, around: Surroundings, known: Known) -> Whose:
    """The country of a ministry or embassy at ``start`` to ``end``."""
    if found.kind == "embassy":
        return _embassy(found, start, end, document, around, known)
    if found.country:
        return Whose(found, 0.95, "its name says the country")
    beside = _country_beside(start, end, document, around)
    if beside:
        return Whose(with_country(found, beside), 0.9, "the country stands beside it")
    same = known.ministries.get(found.portfolio, frozenset())
    if len(same) == 1:
        return Whose(with_country(found, next(iter(same))), 0.85, "the document names it with its country elsewhere")
    country, score, why = _of_document(found, document, around.countries)
    if country:
        return Whose(with_country(found, country), score, why)
    return Whose(None, 0.0, "", _candidates(found, document, around.countries))


class Known(NamedTuple):
    """The offices that a document names with their countries."""

    ministries: Mapping[tuple[str, ...], frozenset[str]]
    hosts: Mapping[str, frozenset[str]]
    """Country of an embassy → the countries that host the embassies which the document names in full."""


def known_offices(placed: Iterable[tuple[Office, int, int]], document: Document, around: Surroundings) -> Known:
    """Gather what the document says in full."""
    ministries: dict[tuple[str, ...], set[str]] = {}
    hosts: dict[str, set[str]] = {}
    for found, start, end in placed:
        country = found.country or _country_beside(start, end, document, around)
        if not country:
            continue
        if found.kind == "ministry":
            ministries.setdefault(found.portfolio, set()).add(country)
        elif host := found.host or _host(end, around):
            hosts.setdefault(country, set()).add(host)
    return Known(
        {portfolio: frozenset(countries) for portfolio, countries in ministries.items()},
        {country: frozenset(found) for country, found in hosts.items()},
    )


def _embassy(found: Office, start: int, end: int, document: Document, around: Surroundings, known: Known) -> Whose:
    country = found.country or _country_beside(start, end, document, around, behind=False)
    if not country:
        return Whose(None, 0.0, "")
    host = found.host or _host(end, around)
    hosts = known.hosts.get(country, frozenset())
    if host is None and len(hosts) == 1:
        return Whose(replace(found, country=country, host=next(iter(hosts))), 0.85, "the document says elsewhere where")
    why = "its name says the country" if found.country else "the country stands beside it"
    return Whose(replace(found, country=country, host=host if host != country else None), 0.95, why)


def _country_beside(
    start: int, end: int, document: Document, around: Surroundings, *, behind: bool = True
) -> str | None:
    near = around.near(start, end, "")
    text = document.text
    before = next((anchor for anchor in reversed(near) if anchor.end <= start), None)
    if before and _BEFORE.fullmatch(text, before.end, start):
        return before.country
    following = _following(near, end, text) if behind else None
    if following:
        return following.country
    index = around.token_at(start)
    words = []
    if index and document.tokens[index].gap == " ":
        words.append(document.tokens[index - 1].norm)
    last = around.token_at(end)
    if behind and last < len(document.tokens) and document.tokens[last].gap == " ":
        words.append(document.tokens[last].norm)
    return next((country for word in words if (country := country_named((word,), document.language))), None)


def _following(near: Sequence[Anchor], end: int, text: str) -> Anchor | None:
    anchor = next((anchor for anchor in near if anchor.start >= end), None)
    if anchor and "," not in text[end : anchor.start] and _BEHIND.fullmatch(text, end, anchor.start):
        return anchor
    return None


def _host(end: int, around: Surroundings) -> str | None:
    anchor = _following(around.near(end, end, ""), end, around.document.text)
    return anchor.country if anchor else None


def _of_document(found: Office, document: Document, named: Mapping[str, int]) -> tuple[str | None, float, str]:
    """The country that the document, or else its language's press, is about."""
    own = press().get(document.language or "")
    countries = Counter(named)
    ranked = countries.most_common(2)
    most = ranked[0][1] if ranked else 0
    if own and found.short:
        return own, 0.85, f"a short form of {own}"
    if own and (not ranked or countries[own] >= max(1.0, _SHARE_OF_PRESS * most)):
        return own, 0.8 if ranked else 0.7, f"{own} is what the language's press means"
    if ranked and not own and (len(ranked) == 1 or most >= _CLEAR * ranked[1][1]):
        top = min(country for country, count in countries.items() if count == most)
        return top, 0.75 if len(ranked) == 1 else 0.65, f"{top} is what the document speaks of"
    return None, 0.0, ""


def _candidates(found: Office, document: Document, countries: Mapping[str, int]) -> tuple[LinkCandidate, ...]:
    """The offices that are most likely, by how often the document names their countries."""
    weighed = Counter(countries)
    own = press().get(document.language or "")
    if own:
        weighed[own] += 1
    total = weighed.total() + 1
    ranked = sorted(weighed.items(), key=lambda one: (-one[1], one[0]))[:5]
    offices = [(with_country(found, country), count) for country, count in ranked]
    return tuple(LinkCandidate(office.key, office.name, round(count / total, 2)) for office, count in offices)
