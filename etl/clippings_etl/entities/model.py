"""The model file: features' weights, found by hash in arrays that are mapped into memory.

A linear-chain model scores each label of a token by the sum of the weights of the token's features, and each pair of
neighbouring labels by a transition. The file is one of ``tables.py`` with the sections

    notes          text: JSON, whatever the trainer noted, and ``labels``
    transitions    float32 [labels × labels]
    scales         float32 [labels]
    displacements  uint16, of the perfect hash of the features (``character_table.py``)
    checks         uint16 [slots]            the lowest bits of the feature's key
    weights        int8 [slots × labels]     times the label's scale

A feature is known by a key of 64 bits (``hashing.py``). One that isn't in the file weighs nothing, but for one in
65,536, which is taken for another.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from .character_table import PerfectTable, build_table
from .hashing import Hashes
from .tables import Tables, pack

_LARGEST = 127
_CHECK = np.uint64(0xFFFF)

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Model:
    """A linear-chain model, its arrays mapped from the file."""

    labels: tuple[str, ...]
    """``O``, ``B-person``, ``I-person`` …"""
    transitions: Floats
    """(labels, labels): what it adds that a label follows another."""
    table: PerfectTable
    checks: npt.NDArray[np.uint16]
    weights: npt.NDArray[np.int8]
    """(slots, labels)"""
    scales: Floats
    notes: Mapping[str, Any]
    """What the trainer noted."""

    def scores(self, keys: Hashes) -> Floats:
        """The sum of the weights of each row of features: (rows, features of a row) → (rows, labels). Key 0 is none."""
        flat = keys.reshape(-1)
        slots = self.table.slots(flat)
        known = np.flatnonzero((self.checks[slots] == (flat & _CHECK)) & (flat != 0))
        sums = np.zeros((keys.shape[0], len(self.labels)), np.float32)
        if known.size:
            rows = known // keys.shape[1]
            first = np.flatnonzero(np.diff(rows, prepend=-1))
            weights = self.weights[slots[known]].astype(np.int32)
            sums[rows[first]] = np.add.reduceat(weights, first) * self.scales
        return sums


def read_model(path: Path) -> Model:
    """The model of a file, mapped, not read. Raises ClippingsError."""
    tables = Tables(path)
    notes = json.loads(tables.text("notes")[0])
    labels = tuple(notes["labels"])
    checks = np.frombuffer(tables.numbers("checks"), np.uint16)
    displacements = np.frombuffer(tables.numbers("displacements"), np.uint16)
    return Model(
        labels=labels,
        transitions=np.frombuffer(tables.numbers("transitions"), np.float32).reshape(len(labels), len(labels)),
        table=PerfectTable(displacements, checks.size),
        checks=checks,
        weights=np.frombuffer(tables.numbers("weights"), np.int8).reshape(checks.size, len(labels)),
        scales=np.frombuffer(tables.numbers("scales"), np.float32),
        notes=notes,
    )


def packed_model(
    labels: Sequence[str], transitions: Floats, keys: Hashes, weights: Floats, notes: Mapping[str, Any]
) -> bytes:
    """The file of a model, its weights rounded to 8 bits a label. No two ``keys`` may be the same."""
    scales = (np.maximum(np.abs(weights).max(axis=0, initial=0.0), 1e-6) / _LARGEST).astype(np.float32)
    displacements, places, count = build_table(keys.tolist())
    checks = np.zeros(count, np.uint16)
    checks[places] = keys & _CHECK
    placed = np.zeros((count, len(labels)), np.int8)
    placed[places] = np.rint(weights / scales)
    described = json.dumps({**notes, "labels": list(labels)}, ensure_ascii=False, sort_keys=True)
    return pack(
        {
            "notes": f"{described}\n".encode(),
            "transitions": array("f", np.asarray(transitions, np.float32).tobytes()),
            "scales": array("f", scales.tobytes()),
            "displacements": array("H", displacements.tobytes()),
            "checks": array("H", checks.tobytes()),
            "weights": array("b", placed.tobytes()),
        }
    )
