"""Bytes that are read once, forward, and never all at once; and the budget that bombs run out of."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import IO, Protocol

from ..errors import ReadError

HEAD = 256 * 1024
"""So much of the beginning is looked at to tell what something is."""

_FREE = 100_000_000
"""What may be unpacked whatever it unpacks from: a few kilobytes of one letter are harmless."""


class Readable(Protocol):
    """What the standard library's files and unpackers have in common."""

    def read(self, size: int = -1, /) -> bytes: ...


class Budget:
    """How much may still be unpacked from one file on disk, all layers of packing together."""

    def __init__(self, packed: int, ratio: int) -> None:
        self.allowed = max(_FREE, packed * ratio)
        self.ratio = ratio
        self.unpacked = 0

    def spend(self, size: int) -> None:
        """Count bytes that were unpacked.

        Raises:
            ReadError: there are too many.
        """
        self.unpacked += size
        if self.unpacked > self.allowed:
            raise ReadError(
                f"it unpacks to more than {self.ratio} times its size",
                "It may be a trap; if it is not, raise the limit with --max-ratio.",
            )


class Stream:
    """Bytes to be read forward. It never raises: where it breaks off, it ends, and ``damage`` says why.

    Args:
        file: where the bytes come from; gives up to as many as it is asked for.
        damages: what ``file`` raises on damaged data, and how that is put into words.
        parent: the stream that ``file`` unpacks; its damage is this one's.
        budget: bytes are charged to it.
        same: whether this is what ``parent`` is, in other bytes; then it speaks for the parent's damage.
        sized: whether ``file`` knows how long it is: then an end without an error is one, damaged parent or not.
        disk: the seekable file that this is, if it is one.
    """

    def __init__(
        self,
        file: Readable,
        damages: tuple[type[Exception], ...] = (OSError,),
        parent: Stream | None = None,
        budget: Budget | None = None,
        disk: IO[bytes] | None = None,
        same: bool = False,
        sized: bool = False,
    ) -> None:
        self.disk = disk
        self._standing_for = parent if same else None
        self._raw = _Raw(file, damages, parent, budget, sized)
        self._buffered = io.BufferedReader(self._raw, HEAD)
        self.read: Callable[..., bytes] = self._buffered.read
        self.readline: Callable[..., bytes] = self._buffered.readline

    @property
    def head(self) -> bytes:
        """The first bytes, as long as nothing was read."""
        return self._buffered.peek(HEAD)

    @property
    def damage(self) -> ReadError | None:
        """Why the bytes ended early, once they have."""
        # Until then there may be bytes left that were read ahead.
        return self._raw.damage if self._raw.damage and not self._buffered.peek(1) else None

    @property
    def own_damage(self) -> ReadError | None:
        """The same, unless a layer further out is to blame and reports it."""
        if self._raw.inherited:
            return self._standing_for.own_damage if self._standing_for else None
        return self.damage


class _Raw(io.RawIOBase):
    def __init__(
        self,
        file: Readable,
        damages: tuple[type[Exception], ...],
        parent: Stream | None,
        budget: Budget | None,
        sized: bool,
    ) -> None:
        # One read at a time: what came before damage isn't lost with it.
        self._read: Callable[[int], bytes] = getattr(file, "read1", file.read)
        self._damages = damages
        self._parent = parent
        self._budget = budget
        self._sized = sized
        self.damage: ReadError | None = None
        self.inherited = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object, /) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]  # any writable buffer, as the base class has it
        filled = 0
        # Filled to the brim: a look at the head then sees all of it.
        while filled < len(view) and self.damage is None:
            data = self._next(len(view) - filled)
            if not data:
                break
            view[filled : filled + len(data)] = data
            filled += len(data)
        return filled

    def _next(self, size: int) -> bytes:
        data = b""
        try:
            data = self._read(size)
            if self._budget:
                self._budget.spend(len(data))
        except ReadError as error:
            data = b""
            self.damage = error
        except self._damages as error:
            self.damage = damaged(error)
        if (self.damage or not (data or self._sized)) and self._parent and self._parent.damage:
            self.damage = self._parent.damage
            self.inherited = True
        return data


def damaged(error: Exception) -> ReadError:
    """An unpacker's complaint as an error of ours."""
    reason = " ".join(str(error).split()).rstrip(".") or type(error).__name__
    return ReadError(
        f"it is cut short or damaged: {reason}",
        "What could be read before that is kept; fetch the file again.",
        may_pass=isinstance(error, ConnectionError),
    )
