"""The words that give a name away, by language: ``data/cues.csv``.

A language without a row of some kind has no such cue; the rows of ``*`` hold for all.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from .data_version import DATA
from .tokens import normal, word_set

KINDS = word_set(
    """
    organisation_head company_suffix place_head event_head place_lead plain_head linker conjunction
    particle honorific title role says opener never quoted event_noun place_before
    ambiguous_before compound family calendar plain_phrase name_prefix article thing not_given language_word
    """
)


_HEADS = ("organisation_head", "event_head", "place_head", "place_lead", "company_suffix")


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue words of one language, in normal form. Phrases are words joined by one space."""

    language: str | None
    words: Mapping[str, frozenset[str]]
    longest: Mapping[str, int]
    """Words in the longest phrase of each kind."""
    first_words: Mapping[str, frozenset[str]]
    last_words: Mapping[str, frozenset[str]]
    heads: frozenset[str]
    """Words with which the head noun of a name may begin, or its company suffix."""
    never_names: frozenset[str]
    """Words whose capital is no sign of a name anywhere: months, titles, articles."""
    no_openers: frozenset[str]
    """Words whose capital is none at the beginning of a sentence."""

    def __getitem__(self, kind: str) -> frozenset[str]:
        return self.words[kind]


@cache
def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    with (DATA / "cues.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    unknown = {row["kind"] for row in rows} - KINDS
    if unknown:
        raise ValueError(f"cues.csv: unknown kinds {sorted(unknown)}")
    return tuple((row["language"], row["kind"], tuple(row["words"].split("|"))) for row in rows)


@cache
def cues_for(language: str | None) -> Cues:
    """The cues of a language. Where the language isn't known, those of English: its names are written everywhere."""
    wanted = ("*", language or "en")
    words: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for row_language, kind, listed in _rows():
        if row_language in wanted:
            words[kind].update(normal(word) for word in listed)
    first_words = {kind: frozenset(phrase.split()[0] for phrase in found) for kind, found in words.items()}
    return Cues(
        language=language,
        first_words=first_words,
        heads=frozenset().union(*(first_words[kind] for kind in _HEADS)),
        last_words={kind: frozenset(phrase.split()[-1] for phrase in found) for kind, found in words.items()},
        never_names=frozenset().union(*(words[kind] for kind in ("calendar", "title", "honorific", "article"))),
        no_openers=frozenset(words["opener"] | words["role"]),
        words={kind: frozenset(found) for kind, found in words.items()},
        longest={kind: max((word.count(" ") + 1 for word in found), default=0) for kind, found in words.items()},
    )
