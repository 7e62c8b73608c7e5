"""How far a build is, and how that is shown: one line of a terminal, or a line now and then."""

from __future__ import annotations

import time
from dataclasses import dataclass

import click

_LINE_EVERY = 0.1
"""Seconds between two states of the line of a terminal."""

_LINES_EVERY = 30.0
"""Seconds between two lines where they stay; the first comes when so many have passed."""

_TELLING = 2.0
"""Seconds after which a rate says something."""


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
    """Documents among those done that are as they were at the last build."""
    bytes: int = 0
    """In the documents worked on so far; while recognising, characters."""
    share: float | None = None
    """How much of the stage's work is done, from 0 to 1; None where nobody knows."""


class ProgressLines:
    """How far a build is, in lines that stay: one every half minute."""

    every = _LINES_EVERY
    at_once = False
    """Whether a stage is shown as soon as it begins."""

    def __init__(self) -> None:
        self._started = self._shown = time.monotonic()
        self._stage = ""
        self._first: Progress | None = None

    def __call__(self, progress: Progress) -> None:
        """Show it, unless something was shown a moment ago."""
        now = time.monotonic()
        begins = progress.stage != self._stage or self._first is None
        if begins or self._first is None:
            self._stage, self._first, self._started = progress.stage, progress, now
        if now - self._shown >= self.every or (begins and self.at_once):
            self._shown = now
            self.write(progress_line(progress, self._first, now - self._started))

    def write(self, text: str) -> None:
        """Show a line."""
        click.echo(text, err=True)

    def end(self) -> None:
        """The build is done."""


class ProgressLine(ProgressLines):
    """How far a build is, in one line of a terminal that is written over."""

    every = _LINE_EVERY
    at_once = True

    def __init__(self) -> None:
        super().__init__()
        self._width = 0

    def write(self, text: str) -> None:
        """Show a line in the place of the last one."""
        click.echo("\r" + text.ljust(self._width) + ("" if text else "\r"), err=True, nl=False)
        self._width = len(text)

    def end(self) -> None:
        """Take the line away."""
        self.write("")


def progress_line(progress: Progress, first: Progress, seconds: float) -> str:
    """How far a build is: what is done, of how many where that is known, how fast, how long it will take, what failed.

    Args:
        first: the first that was said in this stage.
        seconds: since then.
    """
    number = progress.total or progress.done
    done = f"{number:,} document" + ("" if number == 1 else "s")
    said = [f"{progress.done:,} of {done}" if progress.total else done]
    if progress.unchanged:
        said.append(f"{progress.unchanged:,} unchanged")
    if seconds >= _TELLING:
        worked = (progress.done - progress.unchanged) - (first.done - first.unchanged)
        said.append(f"{worked / seconds:,.0f} a second")
        said.append(f"{(progress.bytes - first.bytes) / 1e6 / seconds:.1f} MB/s")
        if progress.share is not None and first.share is not None and progress.share > first.share:
            left = (1 - progress.share) * seconds / (progress.share - first.share)
            said.append(f"{_duration(left)} left")
    if progress.errors:
        said.append(f"{progress.errors:,} failed")
    return f"{progress.stage.capitalize()}: {', '.join(said)}"


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 90 * 60 else f"{seconds / 3600:.1f} h"
