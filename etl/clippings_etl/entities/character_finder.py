"""Known names found anywhere in a text, whatever stands beside them, in one pass over all characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Value = TypeVar("Value")

_BITS = 16
_MOST = 16
"""Names with the same first two characters that are looked for; the longest. Keeps the time linear."""


class NameFinder(Generic[Value]):
    """Finds names of two characters and more, each with a value of the caller's."""

    def __init__(self, names: Iterable[tuple[str, Value]]) -> None:
        by_beginning: dict[str, list[tuple[str, Value]]] = {}
        for name, value in names:
            if len(name) >= 2:
                by_beginning.setdefault(name[:2], []).append((name, value))
        self._by_beginning: Mapping[str, list[tuple[str, Value]]] = {
            beginning: sorted(found, key=lambda pair: -len(pair[0]))[:_MOST]
            for beginning, found in by_beginning.items()
        }
        self._begins = np.zeros(1 << _BITS, bool)
        if by_beginning:
            self._begins[_beginnings("".join(by_beginning))[::2]] = True

    def find(self, text: str) -> Iterator[tuple[int, int, Value]]:
        """(start, end, value) of every name at every place, the longest first where several begin."""
        if len(text) < 2:
            return
        for start in np.flatnonzero(self._begins[_beginnings(text)]).tolist():
            for name, value in self._by_beginning.get(text[start : start + 2], ()):
                if text.startswith(name, start):
                    yield start, start + len(name), value


def _beginnings(text: str) -> NDArray[np.uint32]:
    """A number of ``_BITS`` bits for each pair of neighbouring characters."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    pairs = (points[:-1] * np.uint32(0x9E3779B1) + points[1:] * np.uint32(0x85EBCA6B)).astype(np.uint32)
    pairs ^= pairs >> np.uint32(15)
    return pairs & np.uint32((1 << _BITS) - 1)
