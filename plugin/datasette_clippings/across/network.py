"""Which entities the same articles mention: a network of the most frequent ones, and its drawing."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .labels import Label, labels
from .layout import layout
from .statistics import attraction, jaccard

LIKELIHOOD, JACCARD, ARTICLES = "likelihood", "jaccard", "articles"
STRENGTHS = (LIKELIHOOD, JACCARD, ARTICLES)
"""What the strength of an edge may be."""

WIDTH, HEIGHT = 1000.0, 800.0
"""Of the drawing, in units of its own."""
_LABEL, _LABEL_ON_PHONES = 17.0, 36.0
_MARGIN_X, _MARGIN_Y = 60.0, 30.0
_RADII = (6.0, 24.0)
_STRONGEST = 3
"""So many edges of each node are drawn, and those that others draw to it."""


@dataclass(frozen=True)
class Entity:
    """An entity that the articles mention, and how many of them do."""

    key: str
    name: str
    type: str
    articles: int


@dataclass(frozen=True)
class Edge:
    """Two entities, by their places among those of the network, and the articles that mention both."""

    one: int
    other: int
    articles: int
    likelihood: float
    """G² where they are together more often than by chance, else 0."""
    jaccard: float

    def strength(self, measure: str) -> float:
        """By one of STRENGTHS."""
        return float({LIKELIHOOD: self.likelihood, JACCARD: self.jaccard, ARTICLES: self.articles}[measure])


@dataclass(frozen=True)
class Dot:
    """An entity as it is drawn. `label` for wide windows, `short_label` for narrow ones with their larger letters."""

    x: float
    y: float
    radius: float
    label: Label | None
    short_label: Label | None


@dataclass(frozen=True)
class Line:
    """An edge as it is drawn, from 0 to 1 strong."""

    edge: Edge
    x1: float
    y1: float
    x2: float
    y2: float
    weight: float


@dataclass(frozen=True)
class Drawing:
    """The network as it is drawn: a dot for each entity, lines for the strongest edges, the weakest first."""

    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]


def edges(
    entities: Sequence[Entity], pairs: Mapping[tuple[str, str], int], articles: int, least: int, measure: str
) -> list[Edge]:
    """The edges of a network, the strongest first, then those in most articles, then by their entities.

    Args:
        pairs: for two keys the articles that mention both, see `Results.pairs`.
        articles: that are selected in all.
        least: fewer articles than these make no edge.
        measure: one of STRENGTHS.
    """
    places = {entity.key: place for place, entity in enumerate(entities)}
    found = []
    for (key, other_key), both in pairs.items():
        if both < least:
            continue
        one, other = sorted((places[key], places[other_key]))
        counts = both, entities[one].articles, entities[other].articles
        likelihood = round(attraction(*counts, articles), 3)
        found.append(Edge(one, other, both, likelihood, round(jaccard(*counts), 4)))
    found.sort(key=lambda edge: (-edge.strength(measure), -edge.articles, edge.one, edge.other))
    return found


def drawing(entities: Sequence[Entity], found: Sequence[Edge], measure: str) -> Drawing:
    """A picture of the network. Takes a while (half a second for 200 entities): call it outside the event loop."""
    drawn = _backbone(len(entities), found, measure)
    strongest = max((edge.strength(measure) for edge in drawn), default=1.0) or 1.0
    weights = [math.sqrt(edge.strength(measure) / strongest) for edge in drawn]
    links = tuple((edge.one, edge.other, round(weight, 3)) for edge, weight in zip(drawn, weights, strict=True))
    most = max((entity.articles for entity in entities), default=1)
    radii = tuple(_radius(entity.articles / most) for entity in entities)
    inner = layout(radii, links, WIDTH - 2 * _MARGIN_X, HEIGHT - 2 * _MARGIN_Y)
    places = [(round(x + _MARGIN_X, 1), round(y + _MARGIN_Y, 1)) for x, y in inner]
    names = [entity.name for entity in entities]
    wide = labels(names, places, radii, _LABEL, WIDTH)
    narrow = labels(names, places, radii, _LABEL_ON_PHONES, WIDTH)
    dots = zip(places, radii, wide, narrow, strict=True)
    lines = [
        Line(edge, *places[edge.one], *places[edge.other], round(weight, 3))
        for edge, weight in zip(drawn, weights, strict=True)
    ]
    return Drawing(tuple(Dot(x, y, radius, *both) for (x, y), radius, *both in dots), tuple(reversed(lines)))


def _backbone(count: int, found: Sequence[Edge], measure: str) -> list[Edge]:
    """The strongest edges of each entity, of those that say something."""
    drawn = [0] * count
    backbone = []
    for edge in found:
        if edge.strength(measure) > 0 and min(drawn[edge.one], drawn[edge.other]) < _STRONGEST:
            backbone.append(edge)
            drawn[edge.one] += 1
            drawn[edge.other] += 1
    return backbone


def _radius(share: float) -> float:
    """The area says how many articles."""
    smallest, largest = _RADII
    return round(max(smallest, largest * math.sqrt(share)), 1)
