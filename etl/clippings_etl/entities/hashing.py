"""Words as numbers: hashes of words, their beginnings, endings and shapes, for many words at once.

The model knows a feature by its hash alone, so training and run time must agree on it for ever, on every
machine and Python: it is FNV-1a over code points, finished by MurmurHash3's mixer. Python's own
``hash`` differs between processes and is no use here.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]
"""64-bit hashes; 0 stands for "no feature"."""

LONGEST = 24
"""Letters of a word that count; behind them only its ending does."""
_OFFSET = np.uint64(0xCBF29CE484222325)
_PRIME = np.uint64(0x100000001B3)
_MIX_1, _MIX_2 = np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53)
_SHIFT = np.uint64(33)


def code_points(words: Sequence[str]) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.int64]]:
    """Code points of the words' first ``LONGEST`` letters as a matrix padded with 0, and how many each has."""
    cut = [word[:LONGEST] for word in words]
    lengths = np.array([len(word) for word in cut], np.int64)
    # Lone surrogates can't be encoded strictly, and a text may hold them.
    letters = np.frombuffer("".join(cut).encode("utf-32-le", "surrogatepass"), "<u4")
    matrix = np.zeros((len(words), int(lengths.max(initial=1))), np.uint64)
    matrix[np.arange(matrix.shape[1]) < lengths[:, None]] = letters
    return matrix, lengths


def prefix_hashes(letters: npt.NDArray[np.uint64], lengths: npt.NDArray[np.int64]) -> Hashes:
    """The hash of each word's first 0, 1, 2 … letters: (words, letters + 1). Behind its end a word's own is
    repeated."""
    hashes = np.empty((letters.shape[0], letters.shape[1] + 1), np.uint64)
    current = hashes[:, 0] = np.full(letters.shape[0], _OFFSET)
    for column in range(letters.shape[1]):
        longer = (current ^ letters[:, column]) * _PRIME
        current = np.where(column < lengths, longer, current)
        hashes[:, column + 1] = current
    return hashes


def mixed(hashes: Hashes, salt: int | Hashes) -> Hashes:
    """Hashes made different by a salt: a template's number, a language, a place beside the token."""
    mixture = (hashes ^ (np.atleast_1d(np.asarray(salt, np.uint64)) * _PRIME + _OFFSET)) * _MIX_1
    mixture ^= mixture >> _SHIFT
    mixture *= _MIX_2
    mixture ^= mixture >> _SHIFT
    return mixture


def hash_of(word: str) -> int:
    """The hash of one string, as ``prefix_hashes`` gives it for a word that is not too long."""
    value = int(_OFFSET)
    for letter in word:
        value = ((value ^ ord(letter)) * int(_PRIME)) & 0xFFFFFFFFFFFFFFFF
    return value
