"""What passes between the recognisers: the prepared document, and the mentions they propose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from .cues import Cues
from .tokens import Token


class Candidate(NamedTuple):
    """A mention that a recogniser proposes. Offsets are those of the text."""

    start: int
    end: int
    type: str
    score: float
    method: str
    key: str | None = None
    """The entity, where the recogniser knows it; else it is made from the name."""
    name: str | None = None
    """The name to link by, where it isn't the surface: a short form goes by its long form."""


class Hit(NamedTuple):
    """A name of the gazetteer at tokens ``first`` to ``last`` (exclusive)."""

    first: int
    last: int
    key: str
    score: float
    method: str
    needs: str


class Segment(NamedTuple):
    """Capitalised words in a row, tokens ``first`` to ``last`` (exclusive)."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Document:
    """A text made ready for the recognisers."""

    text: str
    language: str | None
    tokens: Sequence[Token]
    cues: Cues
    styles: Sequence[str]
    """For each token how its line is set: ``upper`` or ``title`` where capitals say nothing, else nothing."""
    lower_words: frozenset[str]
    """Words that stand somewhere in the text without a capital."""
    hits: Sequence[Hit]
    segments: Sequence[Segment]
    starts: Mapping[int, Hit]
    """The hits by their first token."""

    def hit_at(self, index: int) -> Hit | None:
        """The known name that begins at a token, whether or not anything speaks for it."""
        return self.starts.get(index)

    def propose(
        self,
        first: int,
        last: int,
        type_: str,
        score: float,
        method: str,
        key: str | None = None,
        name: str | None = None,
    ) -> Candidate:
        """A candidate from token ``first`` to token ``last`` (exclusive)."""
        return Candidate(self.tokens[first].start, self.tokens[last - 1].end, type_, score, method, key, name)

    def surface(self, first: int, last: int) -> str:
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def phrase_at(self, kind: str, first: int, last: int) -> int:
        """How many tokens from ``first`` on, before ``last``, are the longest phrase of a kind of cue; 0 for none."""
        if first >= last or self.tokens[first].norm not in self.cues.first_words[kind]:
            return 0
        phrases = self.cues[kind]
        for length in range(min(self.cues.longest[kind], last - first), 0, -1):
            words = self.tokens[first : first + length]
            if " ".join(word.norm for word in words) in phrases and all(word.gap == " " for word in words[1:]):
                return length
        return 0

    def phrase_before(self, kind: str, first: int) -> int:
        """How many tokens just before ``first``, in the same line, are the longest phrase of a kind of cue."""
        if first == 0 or self.tokens[first - 1].norm not in self.cues.last_words[kind]:
            return 0
        for length in range(min(self.cues.longest[kind], first), 0, -1):
            if self.phrase_at(kind, first - length, first) == length and self.tokens[first].gap != "\n":
                return length
        return 0


class Recogniser(Protocol):
    """Anything that proposes mentions for a document: each rule family here is one, and so may other engines be,
    which need no more of the document than its text and its language."""

    def __call__(self, document: Document) -> Iterable[Candidate]: ...
