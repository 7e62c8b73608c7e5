"""A linear-chain conditional random field over characters, fitted by stochastic gradient (AdaGrad) with dropout.

Like the fit of train_recogniser.py, for sequences whose positions all have the same number of features.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import numba
import numpy as np
from numpy.typing import NDArray

SEED = 1
LONGEST = 256
"""Characters of a sequence at most."""

Function = TypeVar("Function", bound=Callable[..., Any])


def compiled(function: Function) -> Function:
    """numba's compiler, which mypy knows nothing of."""
    return cast(Function, numba.njit(function))


@dataclass(frozen=True)
class Corpus:
    """Sequences of characters, one behind the other."""

    features: NDArray[np.int32]
    """(characters, features): numbers from 0, -1 for a feature that is left out."""
    labels: NDArray[np.int8]
    starts: NDArray[np.int64]
    """The first character of each sequence, and at the end the number of characters."""


@dataclass(frozen=True)
class Settings:
    """How to fit."""

    epochs: int = 5
    rate: float = 0.2
    decay: float = 0.0002
    dropout: float = 0.5
    smoothing: float = 1.0
    """Added to the sums of squared gradients: with more of it, what is seen once is learned less eagerly."""
    averaged: int = 2
    """Passes at the end over whose weights the average is taken."""


@compiled
def _epoch(
    order: NDArray[np.int64],
    features: NDArray[np.int32],
    gold: NDArray[np.int8],
    starts: NDArray[np.int64],
    weights: NDArray[np.float32],
    squares: NDArray[np.float32],
    transitions: NDArray[np.float64],
    transition_squares: NDArray[np.float64],
    rate: float,
    decay: float,
    dropout: float,
    smoothing: float,
    seed: int,
) -> float:
    """One pass over all sequences in the given order; changes the weights. Returns the negative log-likelihood.

    Label 0 is "no name".
    """
    labels = weights.shape[1]
    width = features.shape[1]
    loss = 0.0
    emissions = np.zeros((LONGEST, labels))
    potential = np.zeros((LONGEST, labels))
    alpha = np.zeros((LONGEST, labels))
    beta = np.zeros((LONGEST, labels))
    scale = np.zeros(LONGEST)
    pairs = np.zeros((labels, labels))
    gradient = np.zeros(labels, np.float32)
    dropped = np.zeros((LONGEST, width), np.bool_)
    state = np.uint64(seed)
    keep = np.float32(1.0 / (1.0 - dropout))
    limit = np.uint64(dropout * 65536)
    for sequence in order:
        first = starts[sequence]
        count = starts[sequence + 1] - first
        exp_transitions = np.exp(transitions)
        for t in range(count):
            emissions[t] = 0.0
            for f in range(width):
                row = features[first + t, f]
                state = state * np.uint64(6364136223846793005) + np.uint64(1442695040888963407)
                dropped[t, f] = row < 0 or (state >> np.uint64(48)) < limit
                if not dropped[t, f]:
                    for y in range(labels):
                        emissions[t, y] += weights[row, y] * keep
        # Every sequence stands behind something that is no name.
        emissions[0] += transitions[0]
        for t in range(count):
            top = emissions[t].max()
            total = 0.0
            for y in range(labels):
                potential[t, y] = np.exp(emissions[t, y] - top)
                value = 1.0
                if t:
                    value = 0.0
                    for z in range(labels):
                        value += alpha[t - 1, z] * exp_transitions[z, y]
                alpha[t, y] = value * potential[t, y]
                total += alpha[t, y]
            scale[t] = total
            for y in range(labels):
                alpha[t, y] /= total
            loss += np.log(total) + top
        pairs[:] = 0.0
        beta[count - 1] = 1.0
        for t in range(count - 2, -1, -1):
            for z in range(labels):
                value = 0.0
                for y in range(labels):
                    step = exp_transitions[z, y] * potential[t + 1, y] * beta[t + 1, y] / scale[t + 1]
                    value += step
                    pairs[z, y] += alpha[t, z] * step
                beta[t, z] = value
        for y in range(labels):
            pairs[0, y] += alpha[0, y] * beta[0, y]
        pairs[0, gold[first]] -= 1.0
        for t in range(count):
            here = gold[first + t]
            loss -= emissions[t, here]
            if t:
                before = gold[first + t - 1]
                loss -= transitions[before, here]
                pairs[before, here] -= 1.0
        for z in range(labels):
            for y in range(labels):
                change = -pairs[z, y] - 1e-5 * transitions[z, y]
                transition_squares[z, y] += change * change
                transitions[z, y] += rate * change / np.sqrt(transition_squares[z, y] + 1e-2)
        for t in range(count):
            largest = 0.0
            for y in range(labels):
                gradient[y] = -alpha[t, y] * beta[t, y]
                if y == gold[first + t]:
                    gradient[y] += 1.0
                largest = max(largest, abs(gradient[y]))
            if largest < 2e-3:
                continue
            for f in range(width):
                if not dropped[t, f]:
                    row = features[first + t, f]
                    for y in range(labels):
                        change = gradient[y] - np.float32(decay) * weights[row, y]
                        squares[row, y] += change * change
                        weights[row, y] += np.float32(rate) * change / np.sqrt(squares[row, y] + np.float32(smoothing))
    return loss


def fit(
    corpus: Corpus, features: int, labels: int, settings: Settings
) -> tuple[NDArray[np.float32], NDArray[np.float64]]:
    """Weights (features, labels) and transitions (labels, labels). The same corpus gives the same weights."""
    weights = np.zeros((features, labels), np.float32)
    squares = np.zeros_like(weights)
    transitions = np.zeros((labels, labels))
    transition_squares = np.zeros_like(transitions)
    mean, mean_transitions = np.zeros_like(weights), np.zeros_like(transitions)
    random = np.random.Generator(np.random.PCG64(SEED))
    for number in range(settings.epochs):
        begun = time.monotonic()
        loss = _epoch(
            random.permutation(corpus.starts.size - 1),
            corpus.features,
            corpus.labels,
            corpus.starts,
            weights,
            squares,
            transitions,
            transition_squares,
            settings.rate,
            settings.decay,
            settings.dropout,
            settings.smoothing,
            SEED + number,
        )
        print(f"pass {number + 1}: loss {loss:,.0f}, {time.monotonic() - begun:.0f} s", flush=True)
        if number >= settings.epochs - settings.averaged:
            mean += weights / settings.averaged
            mean_transitions += transitions / settings.averaged
    return mean, mean_transitions
