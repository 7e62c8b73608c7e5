"""`ru+=natasha`, as it stands on a command line → which engine is asked, in which languages, beside ours or instead."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..errors import RecogniserError

BUILTIN = "builtin"
"""The engine that comes with the package."""

ANY = "*"
"""Every language."""

_CHOICE = re.compile(
    r"(?:(?P<languages>\*|[a-z]{2,3}(?:,[a-z]{2,3})*)?(?P<sign>\+?=)|(?P<plus>\+))?"
    r"(?P<name>[a-z][a-z0-9_-]*)(?::(?P<argument>.*))?",
    re.DOTALL,
)
_FORMS = (
    "Write natasha (in place of ours, in the languages that it knows), ru=natasha (in place of ours, in Russian), "
    "ru+=natasha or +natasha (beside ours); behind the name what the engine needs: spacy:en_core_web_sm."
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One engine that was asked for."""

    name: str
    argument: str = ""
    """What the engine needs: a pipeline, a folder."""
    languages: tuple[str, ...] = ()
    """ISO 639 codes, or ``*`` for every language; empty: those that the engine knows."""
    joins: bool = False
    """Whether it is asked beside ours; else in its place."""

    @staticmethod
    def parse(written: str) -> Choice:
        """What somebody wrote.

        Raises:
            RecogniserError: it can't be understood.
        """
        match = _CHOICE.fullmatch(written.strip())
        if match is None:
            raise RecogniserError(f"{written!r} names no recogniser", _FORMS)
        languages = match["languages"]
        return Choice(
            name=match["name"],
            argument=match["argument"] or "",
            languages=tuple(sorted(set(languages.split(",")))) if languages else (),
            joins=bool(match["plus"]) or match["sign"] == "+=",
        )

    @property
    def engine(self) -> str:
        """The engine as it is written."""
        return f"{self.name}:{self.argument}" if self.argument else self.name

    @property
    def how(self) -> str:
        """In which languages it is asked, and whether beside ours, as it is written: ``ru+=``."""
        sign = "+=" if self.joins else "="
        return ",".join(self.languages) + sign if self.languages else "+" * self.joins

    def __str__(self) -> str:
        return self.how + self.engine
