"""What an engine is: `(text, language)` → the names that it found, each with place, type, score and method.

An engine is found by an entry point of the group `clippings.recognisers`, whose name is the engine's. The entry
point is a function of what follows the colon in `--recogniser NAME:ARGUMENT` (else an empty text) that returns an
engine, or raises a ``RecogniserError`` that says what is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, Protocol

GROUP = "clippings.recognisers"
"""The group of entry points that engines are found by."""

UNSURE = 0.8
"""The score of what an engine found that doesn't say how sure it is."""


class Found(NamedTuple):
    """A name in a text: ``text[start:end]``."""

    start: int
    end: int
    type: str
    """``person``, ``organisation``, ``place`` or ``event``."""
    score: float
    """How sure the engine is, from 0 to 1; ``UNSURE`` where it doesn't say."""
    method: str
    """Which engine found it, for example ``natasha`` or ``spacy:en_core_web_sm``."""


class Engine(Protocol):
    """An opened engine. It is asked about one text at a time, in one thread."""

    @property
    def languages(self) -> frozenset[str] | None:
        """ISO 639 codes of the languages that it knows; None: any."""
        ...

    @property
    def version(self) -> str:
        """Whatever may give other names in another version: package, model, rules. Names no folder of this machine."""
        ...

    def __call__(self, text: str, language: str | None) -> Iterable[Found]:
        """The names in a text, in any order; the same ones for the same text.

        Args:
            language: ISO 639 code; None where it isn't known.
        """
        ...


Opener = Callable[[str], Engine]
"""What an entry point is: takes the argument of the command line, gives the engine.

Raises:
    RecogniserError: the engine or its model isn't there.
"""

TYPES: Mapping[str, str] = {
    label: type_
    for type_, labels in {
        # OntoNotes 5 and WikiNER, which most of spaCy's pipelines are trained on; then those with labels of their own:
        # Korean (KLUE: PS, OG, LC), Norwegian (NorNE: GPE_LOC, GPE_ORG, EVT), Polish (NKJP: …Name), Romanian (RONEC),
        # Swedish (SUC: PRS, EVN), as the pages of the pipelines at spacy.io/models list them.
        "person": "PER PERSON PS PRS PERSNAME",
        "organisation": "ORG ORGANIZATION ORGANISATION OG ORGNAME GPE_ORG",
        "place": "LOC LOCATION PLACE GPE GPE_LOC FAC FACILITY LC PLACENAME GEOGNAME",
        "event": "EVENT EVN EVT",
    }.items()
    for label in labels.split()
}
"""Labels that engines use, in capitals, and the types that they are; names of any other label aren't entities here."""


def type_of(label: str) -> str | None:
    """The type that an engine's label is, whatever its capitals; None for what we don't store."""
    return TYPES.get(label.upper())
