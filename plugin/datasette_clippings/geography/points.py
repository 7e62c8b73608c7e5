"""Coordinates of places, by the keys of their entities.

`points.csv` is made by `scripts/build_world_map.py`. Cities: GeoNames (CC BY 4.0, https://www.geonames.org). Countries
and the states of the USA: the point within their largest part that is farthest from its border, as Natural Earth and
the US Census Bureau (both in the public domain) draw them.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "points.csv"
_COUNTRY = re.compile(r"place:([A-Z]{2})(?:-[A-Z0-9]{1,3})?", re.ASCII)


@dataclass(frozen=True)
class Point:
    """A place's point, in degrees."""

    latitude: float
    longitude: float
    exact: bool
    """Whether it is the place's own; else it is that of the country that the place lies in."""


def point_of(key: str, country: str | None) -> Point | None:
    """The point of the place with this key, else that of its country, told by a code; None where neither is known."""
    if not key.startswith("place:"):
        return None
    own = _points().get(key.removeprefix("place:"))
    if own:
        return Point(*own, exact=True)
    part = _COUNTRY.fullmatch(key)
    around = _points().get(country or (part[1] if part else ""))
    return Point(*around, exact=False) if around else None


@cache
def _points() -> dict[str, tuple[float, float]]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return {row["key"]: (float(row["latitude"]), float(row["longitude"])) for row in csv.DictReader(file)}
