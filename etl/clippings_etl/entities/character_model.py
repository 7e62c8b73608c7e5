"""The trained tagger for Chinese, Japanese and Korean: characters to names.

A linear-chain model like that of the other scripts (``tagger.py``), but every character is looked at instead of every
word, so nothing can be kept from one text to the next: all features of a text are hashed and looked up at once. A
language's file (``data/characters-LANGUAGE.model``, made by ``scripts/train_character_recogniser.py``) is mapped
into memory when a text in that language first comes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .character_features import Look, feature_keys
from .character_lexicon import Lexicon
from .character_table import Keys, PerfectTable
from .character_text import EDGE, MARGIN, Characters, characters_of, folding
from .data_version import DATA
from .tables import Tables
from .viterbi import best_labels

LANGUAGES = ("ja", "ko", "zh")
TYPES = ("person", "organisation", "place")
LABELS = ("O", *(f"{prefix}-{type_}" for type_ in TYPES for prefix in "BI"))
"""One byte of a slot each; the eighth byte checks the key."""
_OUTSIDE = LABELS.index("O")
CHECK = np.uint64(0xFF)
ZERO = 0x80
"""Added to each weight, so that bytes can be summed as numbers without a sign."""
_NOTHING = np.uint64(int.from_bytes(bytes([ZERO]) * 8, "little"))
_LANES = np.uint64(0x00FF00FF00FF00FF)
_LANE = np.uint64(0xFFFF)

_BLOCK = 2048
"""Characters that are looked at together: what they need fits the processor's caches."""
_AROUND = 40
"""Characters before and after a block that are looked at with it."""
_SURE = 7.0
"""How far "no name" must lie above all else for a character to be taken out of the sequences."""
_LONGEST = 128
"""Characters of a sequence."""
_LONGEST_NAME = 100
"""Characters; longer ones are what no model was trained on, like a page of one letter."""
_SENTENCE_ENDS = "\n。！？．.!?"

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


class Found(NamedTuple):
    """A name in a text."""

    start: int
    end: int
    type: str
    score: float


@dataclass(frozen=True, eq=False)
class CharacterModel:
    """A language's model, its tables mapped from the file."""

    look: Look
    folded: NDArray[np.uint16]
    table: PerfectTable
    slots: Keys
    scale: float
    """What one step of a weight counts."""
    transitions: Floats
    """(labels, labels): what it adds that a label follows another."""

    def names(self, text: str) -> Iterator[Found]:
        """The names in a text, in order. Takes time linear in the text."""
        done = 0
        for start, end in _blocks(text):
            first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
            for name in self._names(text[first:last], first, start, end):
                if name.start >= done:
                    yield name
                    done = name.end

    def _names(self, text: str, offset: int, start: int, end: int) -> Iterator[Found]:
        """The names of a piece of the text, at ``offset`` in it, that begin from ``start`` to ``end`` (exclusive)."""
        characters = characters_of(text, self.folded)
        emissions = self.emissions(feature_keys(characters, self.look))
        labels = self._labels(emissions, characters)
        margins = emissions[np.arange(labels.size), labels] - emissions[:, _OUTSIDE]
        sums = np.concatenate(([0.0], np.cumsum(margins)))
        for first, last, label in _spans(labels):
            while last > first and text[last - 1].isspace():
                last -= 1
            if start <= offset + first < end and 0 < last - first <= _LONGEST_NAME:
                score = _score(float(sums[last] - sums[first]) / (last - first))
                yield Found(offset + first, offset + last, LABELS[label].partition("-")[2], score)

    def emissions(self, keys: Keys) -> Floats:
        """(characters, labels): the sums of the weights of the characters' features."""
        found = self.slots[self.table.slots(keys)]
        known = (found ^ keys) & CHECK == 0
        found = np.where(known, found, _NOTHING)
        found >>= np.uint64(8)
        even = (found & _LANES).sum(axis=0)
        found >>= np.uint64(8)
        odd = (found & _LANES).sum(axis=0)
        sums = np.empty((keys.shape[1], len(LABELS)), np.float32)
        for label in range(len(LABELS)):
            lanes = odd if label % 2 else even
            sums[:, label] = lanes >> np.uint64(label // 2 * 16) & _LANE
        sums -= ZERO * keys.shape[0]
        sums *= self.scale
        return sums

    def _labels(self, emissions: Floats, characters: Characters) -> Ints:
        """The best label of each character. Where there is surely no name, the sequences are cut."""
        labels = np.full(emissions.shape[0], _OUTSIDE, np.int64)
        others = np.delete(emissions, _OUTSIDE, axis=1).max(axis=1)
        open_ = emissions[:, _OUTSIDE] - others < _SURE
        open_ &= characters.kinds[MARGIN : MARGIN + characters.count] != EDGE
        places = np.flatnonzero(open_)
        if not places.size:
            return labels
        begins = np.diff(places, prepend=-2) != 1
        starts = np.flatnonzero(begins)
        runs = np.repeat(starts, np.diff(np.append(starts, places.size)))
        begins |= (np.arange(places.size) - runs) % _LONGEST == 0
        starts = np.flatnonzero(begins)
        kept = emissions[places]
        kept[starts] += self.transitions[_OUTSIDE]
        kept[np.append(starts[1:], places.size) - 1] += self.transitions[:, _OUTSIDE]
        labels[places] = best_labels(kept, self.transitions, starts)
        return labels


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Pieces of a text, cut behind sentences where there are any."""
    start = 0
    while start < len(text):
        end = start + _BLOCK
        if end < len(text):
            found = max(text.rfind(mark, start + _BLOCK // 2, end) for mark in _SENTENCE_ENDS)
            end = found + 1 if found >= 0 else end
        end = min(end, len(text))
        yield start, end
        start = end


def _spans(labels: Ints) -> Iterator[tuple[int, int, int]]:
    """(first, last + 1, label) of each name; labels are O, then B and I of each type."""
    inside = np.flatnonzero(labels != _OUTSIDE).tolist()
    first = last = -2
    type_ = -1
    for place, label in zip(inside, labels[inside].tolist(), strict=True):
        if place != last or label % 2 or (label + 1) // 2 != type_:
            if first >= 0:
                yield first, last, 2 * type_
            first, type_ = place, (label + 1) // 2
        last = place + 1
    if first >= 0:
        yield first, last, 2 * type_


def _score(margin: float) -> float:
    """How sure a name is, by how far its labels are above "no name" on the average."""
    return round(0.5 + 0.45 * min(max(margin / 10, 0.0), 1.0), 2)


def read_character_model(path: Path, spaced: bool) -> CharacterModel:
    """The model of a file that ``scripts/train_character_recogniser.py`` made. Raises ClippingsError."""
    tables = Tables(path)

    def array(name: str, kind: str) -> NDArray[Any]:
        return np.frombuffer(tables.numbers(name), kind)

    return CharacterModel(
        look=Look(
            Lexicon(
                PerfectTable(array("lexicon.displacements", "u2"), len(array("lexicon.slots", "u4"))),
                array("lexicon.slots", "u4"),
            ),
            _by_code(array("statistics.codes", "u2"), array("statistics.values", "u2")),
            spaced,
        ),
        folded=folding(np.stack((array("folding.from", "u2"), array("folding.to", "u2")), axis=1)),
        table=PerfectTable(array("displacements", "u2"), len(array("slots", "u8"))),
        slots=array("slots", "u8"),
        scale=float(array("scale", "f8")[0]),
        transitions=array("transitions", "f8").reshape(len(LABELS), len(LABELS)).astype(np.float32),
    )


def _by_code(codes: NDArray[np.uint16], values: NDArray[np.uint16]) -> NDArray[np.uint16]:
    table = np.zeros(0x10000, np.uint16)
    table[codes] = values
    return table


def path_of(language: str) -> Path:
    """Where a language's model is."""
    return DATA / f"characters-{language}.model"


@cache
def character_model(language: str) -> CharacterModel:
    """The package's model for one of ``LANGUAGES``, opened once a process."""
    return read_character_model(path_of(language), spaced=language == "ko")
