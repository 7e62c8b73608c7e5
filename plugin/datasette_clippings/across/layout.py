"""Where the nodes of a network are drawn: what belongs together lies together.

The method is that of T. Fruchterman and E. Reingold, Graph Drawing by Force-directed Placement, Software: Practice and
Experience 21 (11), 1991: all nodes repel each other, links pull, and what moves cools down. It begins with a spiral in
place of chance, so that the same network is always drawn the same way.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

Link = tuple[int, int, float]
"""Two nodes by their places, and how strongly they pull, from 0 to 1."""

_STEPS, _LEAST_STEPS = 300, 60
_WORK = 600_000
"""Pairs of nodes that are looked at in all; with many nodes there are fewer steps."""
_GRAVITY = 0.7
"""Pull towards the middle, so that what has no links doesn't drift to the edge."""
_GAP, _NUDGES = 7.0, 80
"""Room between two nodes, and so many rounds to make it."""
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


@lru_cache(64)
def layout(
    radii: tuple[float, ...], links: tuple[Link, ...], width: float, height: float
) -> tuple[tuple[float, float], ...]:
    """A place in a box for each node, to a tenth; the nodes fill the box. The first begin in its middle."""
    count = len(radii)
    if not count:
        return ()
    ideal = math.sqrt(width * height / count)
    places = _spiral(count, ideal, width / height)
    steps = max(_LEAST_STEPS, min(_STEPS, 2 * _WORK // (count * count)))
    for step in range(steps):
        reach = max(width, height) / 8 * (1 - step / steps)
        _move(places, links, ideal, reach)
    placed = _fitted(places, width, height)
    for _ in range(_NUDGES):
        if not _nudge(placed, radii, width, height):
            break
    return tuple((round(x, 1), round(y, 1)) for x, y in placed)


def _spiral(count: int, ideal: float, stretch: float) -> list[list[float]]:
    places = []
    for number in range(count):
        distance, angle = ideal * math.sqrt(number + 0.5) / 2, number * _GOLDEN_ANGLE
        places.append([stretch * distance * math.cos(angle), distance * math.sin(angle)])
    return places


def _move(places: list[list[float]], links: Sequence[Link], ideal: float, reach: float) -> None:
    """One step: each node moves as the forces on it say, no farther than its reach."""
    forces = [[-_GRAVITY * x, -_GRAVITY * y] for x, y in places]
    push = ideal * ideal
    for number, (x, y) in enumerate(places):
        own = forces[number]
        pushed_x = pushed_y = 0.0
        for other in range(number):
            place, force = places[other], forces[other]
            away_x, away_y = x - place[0], y - place[1]
            strength = push / (away_x * away_x + away_y * away_y + 0.01)
            away_x *= strength
            away_y *= strength
            pushed_x += away_x
            pushed_y += away_y
            force[0] -= away_x
            force[1] -= away_y
        own[0] += pushed_x
        own[1] += pushed_y
    for one, other, weight in links:
        away_x, away_y = places[one][0] - places[other][0], places[one][1] - places[other][1]
        strength = (0.2 + 0.8 * weight) * math.hypot(away_x, away_y) / ideal
        for node, sign in ((one, -1), (other, 1)):
            forces[node][0] += sign * strength * away_x
            forces[node][1] += sign * strength * away_y
    for place, (force_x, force_y) in zip(places, forces, strict=True):
        length = math.hypot(force_x, force_y)
        scale = min(1.0, reach / length) if length else 0.0
        place[0] += scale * force_x
        place[1] += scale * force_y


def _fitted(places: Sequence[Sequence[float]], width: float, height: float) -> list[list[float]]:
    left, top = (min(place[axis] for place in places) for axis in (0, 1))
    spans = [max(place[axis] for place in places) - least for axis, least in ((0, left), (1, top))]
    scales = [size / span if span > 1e-6 else 0.0 for size, span in zip((width, height), spans, strict=True)]
    offsets = [0.0 if scale else size / 2 for scale, size in zip(scales, (width, height), strict=True)]
    return [[(x - left) * scales[0] + offsets[0], (y - top) * scales[1] + offsets[1]] for x, y in places]


def _nudge(places: list[list[float]], radii: Sequence[float], width: float, height: float) -> bool:
    """Move nodes that cover each other apart, within the box; whether there were any."""
    covered = False
    for one, place in enumerate(places):
        for two in range(one):
            other = places[two]
            away_x, away_y = place[0] - other[0], place[1] - other[1]
            room = radii[one] + radii[two] + _GAP
            if abs(away_x) >= room or abs(away_y) >= room:
                continue
            distance = math.hypot(away_x, away_y)
            if distance >= room:
                continue
            covered = True
            if distance < 1e-6:
                away_x, away_y, distance = 1.0, 0.5, math.hypot(1.0, 0.5)
            step = (room - distance) / 2 / distance
            for node, sign in ((place, 1), (other, -1)):
                node[0] = min(max(node[0] + sign * step * away_x, 0.0), width)
                node[1] = min(max(node[1] + sign * step * away_y, 0.0), height)
    return covered
