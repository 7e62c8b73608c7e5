"""How far a build is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is."""

    stage: str
    """``reading`` or ``recognising``: the two passes over the documents."""
    done: int
    """Documents."""
    total: int | None
    """None while the sources are being read: nobody knows what they hold."""
    errors: int
    unchanged: int = 0
    """Documents that are as they were at the last build, so far."""
    bytes: int = 0
    """Read or recognised so far."""
    share: float | None = None
    """How much of the stage's work is done, from 0 to 1; None where nobody knows."""
