"""Tables found by hash with one look: a perfect hash of the keys that are in them, with a check of the rest.

A key's upper bits choose a bucket; the bucket's displacement sends each of its keys to a slot of its own ("hash and
displace"; Belazzougui, Botelho and Dietzfelbinger, 2009). The slot holds the value and, in its lowest bits, as many of
the key's bits, so that a key that isn't in the table is taken for another only once in 2 to the power of these.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]

_MIX_1, _MIX_2 = 0xD6E8FEB86659FD93, 0xFF51AFD7ED558CCD
_SHIFT = np.uint64(32)
_WRAP = (1 << 64) - 1
_KEYS_A_BUCKET = 4
_LOAD = 0.95
_MOST = 1 << 16


def mix(hashes: Keys, salts: Keys | np.uint64) -> Keys:
    """Keys whose bits all depend on all bits of the hashes and of the salts. Works in place where shapes allow."""
    keys = hashes + salts
    keys *= np.uint64(_MIX_1)
    keys ^= keys >> _SHIFT
    keys *= np.uint64(_MIX_2)
    keys ^= keys >> _SHIFT
    return keys


class PerfectTable:
    """Where the keys of a table stand: ``slots`` gives each key's slot, and any slot for a key that isn't there."""

    def __init__(self, displacements: NDArray[np.uint16], slots: int) -> None:
        """``displacements``: one for each bucket, a power of two of them; ``slots``: how many slots there are."""
        buckets = displacements.size
        self._bucket_shift = np.uint64(64 - (buckets.bit_length() - 1))
        self._turns = (displacements.astype(np.uint64) + np.uint64(1)) * np.uint64(_MIX_1)
        self._slots = np.uint64(slots)

    def slots(self, keys: Keys) -> Keys:
        slots: Keys = self._turns[keys >> self._bucket_shift]
        slots ^= keys
        slots *= np.uint64(_MIX_2)
        slots >>= _SHIFT
        slots *= self._slots
        slots >>= _SHIFT
        return slots


def build_table(keys: Sequence[int]) -> tuple[NDArray[np.uint16], list[int], int]:
    """Displacements, the slot of each key and the number of slots, for keys of which no two are the same.

    Raises ValueError where no displacement is free for a bucket, which wants a lower load.
    """
    bits = max(1, (len(keys) // _KEYS_A_BUCKET).bit_length())
    count = int(len(keys) / _LOAD) + 1
    buckets: list[list[int]] = [[] for _ in range(1 << bits)]
    for place, key in enumerate(keys):
        buckets[key >> (64 - bits)].append(place)
    taken = bytearray(count)
    slots = [0] * len(keys)
    displacements = np.zeros(1 << bits, np.uint16)
    for bucket in sorted(range(1 << bits), key=lambda bucket: (-len(buckets[bucket]), bucket)):
        for displacement in range(_MOST):
            turn = (displacement + 1) * _MIX_1 & _WRAP
            found = [(((keys[place] ^ turn) * _MIX_2 & _WRAP) >> 32) * count >> 32 for place in buckets[bucket]]
            if not any(taken[slot] for slot in found) and len(set(found)) == len(found):
                break
        else:
            raise ValueError(f"no place for the {len(buckets[bucket])} keys of a bucket among {count} slots")
        displacements[bucket] = displacement
        for place, slot in zip(buckets[bucket], found, strict=True):
            taken[slot] = 1
            slots[place] = slot
    return displacements, slots, count
