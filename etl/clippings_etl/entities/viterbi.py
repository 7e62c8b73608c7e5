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
    """
    tokens = emissions.shape[0]
    best = np.empty(tokens, np.int64)
    if not tokens:
        return best
    lengths = np.diff(np.append(starts, tokens))
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = starts[order], lengths[order]
    going = np.searchsorted(-lengths, -np.arange(lengths[0]), side="left")
    came_from = np.zeros((tokens, emissions.shape[1]), np.int8)
    total = emissions[starts]
    final = np.empty(starts.size, np.int64)
    for step in range(1, int(lengths[0])):
        count = int(going[step])
        final[count : total.shape[0]] = total[count:].argmax(axis=1)
        reached = total[:count, :, None] + transitions
        previous = reached.argmax(axis=1)
        here = starts[:count] + step
        came_from[here] = previous
        total = reached.max(axis=1) + emissions[here]
    final[: total.shape[0]] = total.argmax(axis=1)
    label = final
    for step in range(int(lengths[0]) - 1, -1, -1):
        count = int(going[step])
        here = starts[:count] + step
        best[here] = label[:count]
        label[:count] = came_from[here, label[:count]]
    return best
