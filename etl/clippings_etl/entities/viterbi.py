"""The best labels of many short sequences at once."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


def best_labels(emissions: Floats, transitions: Floats, starts: Ints) -> Ints:
    """The labels with the highest sum of emissions and transitions, for each sequence by itself.

    ``emissions`` is (tokens, labels), ``starts`` the first token of each sequence, ascending and beginning with 0.
    All sequences are worked on at once, the longest first, so that those still going on are always the first ones.
    Takes as many steps as the longest has tokens, and memory for that many in each: bound it before.
    """
    tokens = emissions.shape[0]
    best = np.empty(tokens, np.int64)
    if not tokens:
        return best
    lengths = np.diff(starts, append=tokens)
    order = np.argsort(-lengths, kind="stable")
    lengths = lengths[order]
    steps = np.arange(lengths[0])
    going = np.searchsorted(-lengths, -steps, side="left").tolist()
    places = steps[:, None] + starts[order]
    inside = steps[:, None] < lengths
    aligned = emissions.take(places, axis=0, mode="clip")

    total = aligned[0]
    came_from = []
    for step in range(1, steps.size):
        count = going[step]
        reached = total[:count, :, None] + transitions
        came_from.append(reached.argmax(axis=1))
        np.add(reached.max(axis=1), aligned[step, :count], out=total[:count])

    label = total.argmax(axis=1)
    labels = np.zeros(places.shape, np.int64)
    labels[-1, : going[-1]] = label[: going[-1]]
    sequences = np.arange(lengths.size)
    for step in range(steps.size - 2, -1, -1):
        count = going[step + 1]
        label[:count] = came_from[step][sequences[:count], label[:count]]
        labels[step, : going[step]] = label[: going[step]]
    best[places[inside]] = labels[inside]
    return best
