"""Which names of a drawn network can stand beside their nodes without covering each other."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]

LONGEST = 26
_WIDE, _NARROW = 1.0, 0.56
"""Width of a letter in a line's height."""


@dataclass(frozen=True)
class Label:
    """A name beside its node: its text, its place, and what part of it is there, as SVG calls it."""

    text: str
    x: float
    y: float
    anchor: str


def labels(
    names: Sequence[str], places: Sequence[tuple[float, float]], radii: Sequence[float], size: float, width: float
) -> list[Label | None]:
    """For each node its label, the first ones first; None where it would cover another or leave the box.

    Args:
        size: height of the letters, in the units of the places.
        width: of the box.
    """
    taken: list[Box] = [
        (x - radius, y - radius, x + radius, y + radius) for (x, y), radius in zip(places, radii, strict=True)
    ]
    found: list[Label | None] = []
    for number, (name, (x, y), radius) in enumerate(zip(names, places, radii, strict=True)):
        text = short(name)
        label = None
        for anchor, at_x, at_y, box in _around(x, y, radius, text_width(text) * size, size):
            if box[0] < 0 or box[2] > width:
                continue
            if not any(_overlap(box, other) for place, other in enumerate(taken) if place != number):
                label = Label(text, round(at_x, 1), round(at_y + size * 0.35, 1), anchor)
                taken.append(box)
                break
        found.append(label)
    return found


def _around(x: float, y: float, radius: float, length: float, size: float) -> Iterator[tuple[str, float, float, Box]]:
    """Where a label can stand, the best first: behind its node, before it, below and above it."""
    gap, half = radius + size / 4, size * 0.6
    yield "start", x + gap, y, (x + gap, y - half, x + gap + length, y + half)
    yield "end", x - gap, y, (x - gap - length, y - half, x - gap, y + half)
    for at_y in (y + radius + half, y - radius - half):
        yield "middle", x, at_y, (x - length / 2, at_y - half, x + length / 2, at_y + half)


def short(name: str) -> str:
    """A name on one line, cut where it is too long for a picture."""
    text = " ".join("".join(each for each in name if unicodedata.category(each)[0] != "C" or each == " ").split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def text_width(text: str) -> float:
    """About how wide a text is, in heights of its letters."""
    return sum(_WIDE if unicodedata.east_asian_width(each) in "WF" else _NARROW for each in text)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
