"""A linear-chain conditional random field over sentences, fitted by stochastic gradient (AdaGrad) with dropout.

One thread and a fixed seed: the same data and libraries give the same weights.
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

Function = TypeVar("Function", bound=Callable[..., Any])


def compiled(function: Function) -> Function:
    """numba's compiler, which mypy knows nothing of."""
    return cast(Function, numba.njit(function))


@dataclass(frozen=True)
class Arrays:
    """A corpus made flat for the compiled loops."""

    keys: NDArray[np.uint64]
    unit_starts: NDArray[np.int64]
    unit_features: NDArray[np.int32]
    token_starts: NDArray[np.int64]
    token_units: NDArray[np.int32]
    labels: NDArray[np.int8]
    sentence_starts: NDArray[np.int64]
    weights: NDArray[np.float32]


@compiled
def epoch(
    order: NDArray[np.int64], unit_starts: NDArray[np.int64], unit_features: NDArray[np.int32],
    token_starts: NDArray[np.int64], token_units: NDArray[np.int32], gold: NDArray[np.int8],
    sentence_starts: NDArray[np.int64], sentence_weights: NDArray[np.float32],
    weights: NDArray[np.float32], squares: NDArray[np.float32],
    transitions: NDArray[np.float64], transition_squares: NDArray[np.float64],
    rate: float, dropout: float, seed: int,
) -> float:  # fmt: skip
    """One pass over all sentences in the given order; changes the weights. Returns the negative log-likelihood."""
    labels = weights.shape[1]
    loss = 0.0
    longest = 256
    emissions = np.zeros((longest, labels))
    alpha = np.zeros((longest, labels))
    beta = np.zeros((longest, labels))
    scale = np.zeros(longest)
    potential = np.zeros((longest, labels))
    pairs = np.zeros((labels, labels))
    gradient = np.zeros(labels)
    state = np.uint64(seed)
    keep = np.float32(1.0 / (1.0 - dropout))
    limit = np.uint64(dropout * 65536)
    for sentence in order:
        first = sentence_starts[sentence]
        count = sentence_starts[sentence + 1] - first
        weight = sentence_weights[sentence]
        salt = state
        exp_t = np.exp(transitions)
        for t in range(count):
            for y in range(labels):
                emissions[t, y] = 0.0
            for u in range(token_starts[first + t], token_starts[first + t + 1]):
                unit = token_units[u]
                for f in range(unit_starts[unit], unit_starts[unit + 1]):
                    if limit:
                        state = state * np.uint64(6364136223846793005) + np.uint64(1442695040888963407)
                        if (state >> np.uint64(48)) < limit:
                            continue
                    row = unit_features[f]
                    for y in range(labels):
                        emissions[t, y] += weights[row, y] * keep
        # Forward and backward, each step scaled to sum to 1.
        for t in range(count):
            top = emissions[t].max()
            for y in range(labels):
                potential[t, y] = np.exp(emissions[t, y] - top)
            total = 0.0
            for y in range(labels):
                value = 1.0
                if t:
                    value = 0.0
                    for z in range(labels):
                        value += alpha[t - 1, z] * exp_t[z, y]
                alpha[t, y] = value * potential[t, y]
                total += alpha[t, y]
            scale[t] = total
            for y in range(labels):
                alpha[t, y] /= total
            loss += weight * (np.log(total) + top)
        for y in range(labels):
            beta[count - 1, y] = 1.0
        pairs[:] = 0.0
        for t in range(count - 2, -1, -1):
            for z in range(labels):
                value = 0.0
                for y in range(labels):
                    step = exp_t[z, y] * potential[t + 1, y] * beta[t + 1, y] / scale[t + 1]
                    value += step
                    pairs[z, y] += alpha[t, z] * step
                beta[t, z] = value
        for t in range(count):
            here = gold[first + t]
            loss -= weight * emissions[t, here]
            if t:
                before = gold[first + t - 1]
                loss -= weight * transitions[before, here]
                pairs[before, here] -= 1.0
        for z in range(labels):
            for y in range(labels):
                change = -weight * pairs[z, y] - 1e-5 * transitions[z, y]
                transition_squares[z, y] += change * change
                transitions[z, y] += rate * change / np.sqrt(transition_squares[z, y] + 1e-2)
        state = salt
        for t in range(count):
            largest = 0.0
            for y in range(labels):
                gradient[y] = -weight * alpha[t, y] * beta[t, y]
                if y == gold[first + t]:
                    gradient[y] += weight
                largest = max(largest, abs(gradient[y]))
            quiet = largest < 2e-3
            for u in range(token_starts[first + t], token_starts[first + t + 1]):
                unit = token_units[u]
                for f in range(unit_starts[unit], unit_starts[unit + 1]):
                    if limit:
                        state = state * np.uint64(6364136223846793005) + np.uint64(1442695040888963407)
                        if (state >> np.uint64(48)) < limit:
                            continue
                    if quiet:
                        continue
                    row = unit_features[f]
                    for y in range(labels):
                        change = gradient[y]
                        squares[row, y] += change * change
                        weights[row, y] += rate * change / np.sqrt(squares[row, y] + np.float32(1e-2))
    return loss


@dataclass(frozen=True)
class Settings:
    """How to fit."""

    epochs: int = 6
    rate: float = 0.06
    dropout: float = 0.2
    averaged: int = 4
    """Passes at the end over whose weights the average is taken."""


def fit(arrays: Arrays, labels: int, settings: Settings) -> tuple[NDArray[np.float32], NDArray[np.float64]]:
    """Weights (features, labels) and transitions (labels, labels)."""
    weights = np.zeros((arrays.keys.size, labels), np.float32)
    squares = np.zeros_like(weights)
    transitions = np.zeros((labels, labels))
    transition_squares = np.zeros_like(transitions)
    mean, mean_transitions = np.zeros_like(weights), np.zeros_like(transitions)
    random = np.random.Generator(np.random.PCG64(SEED))
    sentences = arrays.sentence_starts.size - 1
    for number in range(settings.epochs):
        began = time.perf_counter()
        loss = epoch(
            random.permutation(sentences), arrays.unit_starts, arrays.unit_features, arrays.token_starts,
            arrays.token_units, arrays.labels, arrays.sentence_starts, arrays.weights, weights, squares,
            transitions, transition_squares, settings.rate, settings.dropout,
            SEED + number,
        )  # fmt: skip
        print(f"pass {number + 1}: loss {loss:,.0f}, {time.perf_counter() - began:.0f} s", flush=True)
        if number >= settings.epochs - settings.averaged:
            mean += weights / settings.averaged
            mean_transitions += transitions / settings.averaged
    return mean, mean_transitions
