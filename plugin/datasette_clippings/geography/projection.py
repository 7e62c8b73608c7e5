"""The Equal Earth projection: countries keep their true relative sizes.

Bojan Šavrič, Tom Patterson and Bernhard Jenny: The Equal Earth map projection. International Journal of Geographical
Information Science 33 (2019) 454–465, equations 5 and 6, of the sphere.
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

WIDTH, HEIGHT = 4000, 1947
"""Of the whole world, in units of the map."""

MIDDLE = 11.5
"""The meridian in the middle, so that the edges run through the Bering Strait and cut no country in two."""

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2
_EAST = 2.7066299836  # x of the equator's end


def from_middle(longitude: float) -> float:
    """A longitude from the meridian in the middle: from -180 up to 180."""
    return (longitude - MIDDLE + 180) % 360 - 180


def project(latitude: float, longitude: float) -> tuple[float, float]:
    """Where a point in degrees lies on the map, from its upper left corner."""
    theta = asin(_M * sin(radians(latitude)))
    square = theta * theta
    sixth = square * square * square
    x = (
        radians(from_middle(longitude))
        * cos(theta)
        / (_M * (_A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)))
    )
    y = theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
    scale = WIDTH / 2 / _EAST
    return WIDTH / 2 + x * scale, HEIGHT / 2 - y * scale
