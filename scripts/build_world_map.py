"""Make the reading room's map: the outline of the world, and the points of places.

    npm pack world-atlas@2.0.2 us-atlas@3.0.1    then unpack each of them into a folder of its own in DIR
    python scripts/build_world_map.py DIR

Reads DIR/world-atlas/countries-110m.json and countries-50m.json (Natural Earth 4.1, public domain),
DIR/us-atlas/states-10m.json (US Census Bureau 2017, public domain), both as TopoJSON by Michael Bostock (ISC licence),
and the gazetteer's places.csv (GeoNames, CC BY 4.0). Writes static/world.svg and geography/points.csv of the plugin.
The same sources give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from math import cos, hypot, inf, radians, sin, sqrt
from pathlib import Path
from typing import Any

from babel.core import get_global

from datasette_clippings.geography.projection import HEIGHT, MIDDLE, WIDTH, from_middle, project

ROOT = Path(__file__).parent.parent
PLUGIN = ROOT / "plugin" / "datasette_clippings"
GAZETTEER = ROOT / "etl" / "clippings_etl" / "entities" / "data" / "places.csv"
FINENESS = 0.05  # degrees, to which the point within an area is found

Line = list[tuple[float, float]]  # longitude and latitude

NOTE = """<!-- The world by Natural Earth 4.1, 1:110m (public domain), in the Equal Earth projection.
Made by scripts/build_world_map.py. -->"""


class Topology:
    """A TopoJSON file, see https://github.com/topojson/topojson-specification."""

    def __init__(self, file: Path) -> None:
        self._read = json.loads(file.read_text("utf-8"))
        (by_x, by_y), (from_x, from_y) = self._read["transform"]["scale"], self._read["transform"]["translate"]
        self.arcs: list[Line] = []
        for arc in self._read["arcs"]:
            x = y = 0
            line = []
            for right, up in arc:
                x, y = x + right, y + up
                line.append((x * by_x + from_x, y * by_y + from_y))
            self.arcs.append(line)

    def geometries(self, name: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self._read["objects"][name]["geometries"]
        return found

    def rings(self, geometry: dict[str, Any]) -> Iterator[list[list[int]]]:
        """The polygons of a geometry, each as rings of arcs: the outline, and the holes in it."""
        if geometry["type"] == "Polygon":
            yield geometry["arcs"]
        elif geometry["type"] == "MultiPolygon":
            yield from geometry["arcs"]

    def line(self, arcs: Iterable[int]) -> Line:
        """Arcs one after the other; the number of one that runs the other way is -1 less its own."""
        joined: Line = []
        for number in arcs:
            arc = self.arcs[number] if number >= 0 else self.arcs[~number][::-1]
            joined += arc[1:] if joined else arc
        return joined


def outline(world: Topology) -> str:
    """The world as SVG: the land, and the borders on it, each a symbol that pages refer to."""
    land = "".join(
        _path(world.line(ring), closed=True)
        for geometry in world.geometries("land")
        for polygon in world.rings(geometry)
        for ring in polygon
    )
    uses: Counter[int] = Counter()
    for geometry in world.geometries("countries"):
        for polygon in world.rings(geometry):
            uses.update(number if number >= 0 else ~number for ring in polygon for number in ring)
    borders = "".join(_path(world.arcs[number], closed=False) for number in sorted(uses) if uses[number] > 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">\n{NOTE}\n'
        f'<path id="land" d="{land}"/>\n'
        f'<path id="borders" fill="none" vector-effect="non-scaling-stroke" d="{borders}"/>\n</svg>\n'
    )


def _path(line: Line, *, closed: bool) -> str:
    """A line as an SVG path of whole units, without the points that fall together."""
    if closed:
        line = _around_pole(line)
    points = [tuple(round(each) for each in project(latitude, longitude)) for longitude, latitude in line]
    x, y = points[0]
    steps = []
    for right, down in points[1:]:
        if (right, down) != (x, y):
            steps.append(f"{right - x},{down - y}".replace(",-", "-"))
            x, y = right, down
    if not steps or (closed and len(steps) < 3):
        return ""
    start = f"M{points[0][0]},{points[0][1]}l"
    joined = steps[0] + "".join(step if step.startswith("-") else f" {step}" for step in steps[1:])
    return start + joined + ("z" if closed else "")


def _around_pole(ring: Line) -> Line:
    """A ring that runs across the map's edge, which only Antarctica's does, along the edge and the pole instead."""
    coast = [point for point in ring if point[1] > -89 and abs(point[0]) < 180]
    shifted = [from_middle(longitude) for longitude, _ in coast]
    jumps = [at for at in range(1, len(coast)) if abs(shifted[at] - shifted[at - 1]) > 180]
    if not jumps:
        return ring
    coast = coast[jumps[0] :] + coast[: jumps[0]]
    edges = [(MIDDLE - 179.99, -90.0), (MIDDLE + 179.99, -90.0)]
    return coast + (edges if from_middle(coast[-1][0]) < 0 else edges[::-1])


def inner_point(polygons: Iterable[list[Line]]) -> tuple[float, float]:
    """The point of the largest polygon that is farthest from its border, as latitude and longitude.

    Vladimir Agafonkin's polylabel (2016): squares are halved where they may hold a better point. Distances are
    measured on a plane that touches the polygon's middle latitude.
    """
    polygon = max(polygons, key=lambda rings: abs(_area(rings[0])))
    latitudes = [latitude for _, latitude in polygon[0]]
    squeeze = max(cos(radians((min(latitudes) + max(latitudes)) / 2)), 0.01)
    rings = [[(x * squeeze, y) for x, y in ring] for ring in polygon]
    xs, ys = [x for x, _ in rings[0]], [y for _, y in rings[0]]
    half = min(max(xs) - min(xs), max(ys) - min(ys)) / 2 or FINENESS
    waiting: list[tuple[float, float, float, float, float]] = []

    def look(x: float, y: float, half: float) -> None:
        distance = _distance(x, y, rings)
        heappush(waiting, (-(distance + half * sqrt(2)), distance, x, y, half))

    x = min(xs)
    while x < max(xs):
        y = min(ys)
        while y < max(ys):
            look(x + half, y + half, half)
            y += 2 * half
        x += 2 * half
    best = (-inf, 0.0, 0.0)
    while waiting:
        most, distance, x, y, half = heappop(waiting)
        best = max(best, (distance, x, y))
        if -most - best[0] > FINENESS:
            for right in (-half / 2, half / 2):
                for up in (-half / 2, half / 2):
                    look(x + right, y + up, half / 2)
    return best[2], best[1] / squeeze


def _area(ring: Line) -> float:
    """The area of a ring on the sphere, but for a factor and the sign."""
    return sum(
        radians(x2 - x1) * (sin(radians(y1)) + sin(radians(y2)))
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True)
    )


def _distance(x: float, y: float, rings: list[Line]) -> float:
    """How far it is to the nearest border; below 0 outside."""
    inside = False
    nearest = inf
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
            length = (x2 - x1) ** 2 + (y2 - y1) ** 2
            along = max(0.0, min(1.0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length)) if length else 0.0
            nearest = min(nearest, hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1)))
    return nearest if inside else -nearest


def points(countries: Topology, states: Topology) -> dict[str, tuple[float, float]]:
    """Latitude and longitude by the gazetteer's keys."""
    aliases = get_global("territory_aliases")
    found = {}
    by_name = {}
    with GAZETTEER.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["latitude"]:
                found[row["key"]] = float(row["latitude"]), float(row["longitude"])
            if row["country"] == "US":
                by_name[row["name"]] = row["key"]
    parts: dict[str, list[list[Line]]] = {}
    for geometry in countries.geometries("countries"):
        codes = aliases.get(geometry.get("id", ""), [])
        if len(codes) == 1:  # a country may be drawn as several
            parts.setdefault(codes[0], []).extend(_polygons(countries, geometry))
    found.update((code, inner_point(polygons)) for code, polygons in parts.items())
    for geometry in states.geometries("states"):
        key = by_name.get(geometry["properties"]["name"], "")
        if key.startswith("US-"):
            found[key] = inner_point(_polygons(states, geometry))
    return found


def _polygons(topology: Topology, geometry: dict[str, Any]) -> list[list[Line]]:
    return [[topology.line(ring) for ring in polygon] for polygon in topology.rings(geometry)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="DIR", help="holds world-atlas and us-atlas")
    folder = parser.parse_args().folder
    svg = outline(Topology(folder / "world-atlas" / "countries-110m.json"))
    (PLUGIN / "static" / "world.svg").write_text(svg, encoding="utf-8")
    known = points(
        Topology(folder / "world-atlas" / "countries-50m.json"), Topology(folder / "us-atlas" / "states-10m.json")
    )
    with (PLUGIN / "geography" / "points.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["key", "latitude", "longitude"])
        rows.writerows((key, f"{lat:.2f}", f"{long:.2f}") for key, (lat, long) in sorted(known.items()))
    print(f"{len(svg):,} bytes of outline, {len(known):,} points")


if __name__ == "__main__":
    main()
