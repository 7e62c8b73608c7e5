"""A map of places: what is drawn where, in the units of the outline in `static/world.svg`."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import sqrt

from .points import Point
from .projection import HEIGHT, WIDTH, project

NARROWEST = 0.2
"""Of the world's width that a map shows at least: the outline is too coarse for less."""

_MARGIN = 0.12  # of a map's width, around the outermost places
_LARGEST, _SMALLEST = 0.024, 0.0045  # radius, in parts of the map's width
_LETTER, _LINE, _GAP = 0.0078, 0.0185, 0.005  # widths and heights of labels, in the same
_MOST_LABELS, _LONGEST_LABEL = 20, 32


@dataclass(frozen=True)
class PlaceCount:
    """A place, the number of articles that count for it, where it leads, and its point (None: nobody knows it)."""

    key: str
    name: str
    articles: int
    url: str
    point: Point | None


@dataclass(frozen=True)
class Circle:
    """A place on the map; its area stands for its articles. `label`: which side its name stands on, where there is
    room for it. All lengths are in units of the map."""

    place: PlaceCount
    x: float
    y: float
    radius: float
    label: str = ""  # `right` or `left`
    own: bool = False  # the place that the page is about


@dataclass(frozen=True)
class Map:
    """The part of the world that holds the places, and the places on it, the largest first."""

    view: tuple[float, float, float, float]
    """Left, top, width and height."""
    circles: tuple[Circle, ...]
    letter: float
    """The size of the labels' type."""


def drawn(places: Sequence[PlaceCount], own: PlaceCount | None = None, *, lettering: float = 1) -> Map | None:
    """The map of those places whose point is known; None where that is none of them.

    Args:
        own: the place that the page is about, drawn without a size.
        lettering: how large the labels are; more than 1 where the map is shown in little room.
    """
    placed = [(place, project(place.point.latitude, place.point.longitude)) for place in places if place.point]
    middle = project(own.point.latitude, own.point.longitude) if own and own.point else None
    if not placed and middle is None:
        return None
    view = _view([point for _, point in placed] + ([middle] if middle else []))
    most = max((place.articles for place, _ in placed), default=1) or 1
    circles = [
        Circle(place, round(x, 1), round(y, 1), round(_radius(place.articles / most) * view[2], 1))
        for place, (x, y) in placed
    ]
    circles.sort(key=lambda circle: (-circle.place.articles, circle.place.key))
    if own and middle:
        radius = round((_SMALLEST + _LARGEST) / 2 * view[2], 1)
        circles.insert(0, Circle(own, round(middle[0], 1), round(middle[1], 1), radius, own=True))
    letter = round(_LINE * 0.75 * lettering * view[2], 1)
    return Map(view, tuple(_labelled(circles, view, lettering)), letter)


def _radius(share: float) -> float:
    return max(_LARGEST * sqrt(share), _SMALLEST)


def _view(points: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    """The smallest part of the world that holds the points and is as much wider than high as the whole."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    wide = max(max(xs) - min(xs), (max(ys) - min(ys)) * WIDTH / HEIGHT) * (1 + 2 * _MARGIN)
    width = min(max(wide, NARROWEST * WIDTH), WIDTH)
    height = width * HEIGHT / WIDTH
    left = min(max((min(xs) + max(xs) - width) / 2, 0), WIDTH - width)
    top = min(max((min(ys) + max(ys) - height) / 2, 0), HEIGHT - height)
    return round(left, 1), round(top, 1), round(width, 1), round(height, 1)


def _labelled(circles: Sequence[Circle], view: tuple[float, float, float, float], lettering: float) -> list[Circle]:
    """The circles, the largest of them with their names where these cross no other name and no larger circle."""
    left, _, width, _ = view
    taken: list[tuple[float, float, float, float]] = []
    labelled = []
    labels = 0
    for circle in circles:
        side = ""
        if labels < _MOST_LABELS and len(circle.place.name) <= _LONGEST_LABEL:
            for name, box in _label_boxes(circle, width, lettering):
                inside = left <= box[0] and box[2] <= left + width
                if inside and not any(_cross(box, other) for other in taken):
                    side, labels = name, labels + 1
                    taken.append(box)
                    break
        taken.append(_box(circle))
        labelled.append(replace(circle, label=side))
    return labelled


def _label_boxes(circle: Circle, width: float, lettering: float) -> list[tuple[str, tuple[float, float, float, float]]]:
    length = _letters(circle.place.name) * _LETTER * lettering * width
    near = circle.radius + _GAP * width
    half = _LINE * lettering * width / 2
    top, bottom = circle.y - half, circle.y + half
    right = (circle.x + near, top, circle.x + near + length, bottom)
    return [("right", right), ("left", (circle.x - near - length, top, circle.x - near, bottom))]


def _letters(name: str) -> int:
    """The width of a name in Latin letters."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in name)


def _box(circle: Circle) -> tuple[float, float, float, float]:
    return circle.x - circle.radius, circle.y - circle.radius, circle.x + circle.radius, circle.y + circle.radius


def _cross(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
