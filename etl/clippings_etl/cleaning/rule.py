"""What a cleaning rule is, and what a guard is.

A rule looks at one line, asks whether it is a kind of boilerplate, and says what the line tells about
the article. To add one: write a matcher and a ``Rule`` in the module of its family, with examples; they
are its documentation and its tests. A new family is listed in ``rules.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..documents import Metadata
from .cues import KnownCues
from .document import ANYWHERE, Document, Line, Place

Matcher = Callable[[Line, Document], Metadata | None]
"""Takes a line for the rule's boilerplate and says what it tells (an empty ``Metadata`` where it tells
nothing); None where the line is something else."""

Claims = frozenset[int]
"""Numbers of the lines that some rule takes for boilerplate, before the guards are asked."""

FURNITURE_LENGTH = 160
"""Boilerplate lines are short; longer ones are prose, and a rule isn't asked about them."""

_SAMPLE_HEADLINE = "Ferry returns to the northern islands"
_SAMPLE_PARAGRAPHS = (
    "The ferry to the islands will sail again from next week, the harbour office said, after a winter of repairs.",
    "Islanders had asked for the crossing to open earlier, but the ice in the strait melted later than in other years.",
    "The first boat leaves the harbour at dawn and returns in the evening with the mail and with the school class.",
)


@dataclass(frozen=True, slots=True)
class Example:
    """A line in a document, and what is to be read out of it."""

    line: str
    language: str = "en"
    metadata: Metadata = field(default_factory=Metadata)
    document: str | None = None
    """The document around the line; None puts it into a sample article, where its rule may act."""

    def text(self, place: Place) -> str:
        """The whole document, the line standing at the given place unless the document is its own."""
        if self.document is not None:
            return self.document
        parts = [_SAMPLE_HEADLINE, *_SAMPLE_PARAGRAPHS]
        parts.insert({Place.HEAD: 0, Place.BODY: 3, Place.TAIL: 4}[place], self.line)
        return "\n\n".join(parts)


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of boilerplate line."""

    id: str
    """Its family and its name, for example ``pagination.list``."""
    version: int
    """Goes up whenever the rule takes other lines than before."""
    languages: tuple[str, ...]
    """ISO 639 codes of the languages whose words it knows; ``("*",)`` where no words matter. Its words
    count in documents of any language, since sites don't always speak their articles' language."""
    description: str
    """What it removes, in one line."""
    matcher: Matcher
    examples: tuple[Example, ...]
    """Lines that it must remove."""
    counterexamples: tuple[Example, ...]
    """Lines that look like its own and must be kept."""
    places: tuple[Place, ...] = ANYWHERE
    """Where in a document it may act."""
    max_length: int = FURNITURE_LENGTH
    overrides: tuple[str, ...] = ()
    """Ids of the guards that it is surer than."""
    cues: frozenset[str] | None = None
    """What a line holds at least one of if the rule takes it, see ``cues``: no other line is shown to it. None: it
    is asked about every line."""

    @property
    def family(self) -> str:
        """The family of rules that it belongs to."""
        return self.id.partition(".")[0]

    def match(self, line: Line, document: Document) -> Metadata | None:
        """What the line tells, if it is this rule's boilerplate; else None."""
        if line.place not in self.places or len(line.text) > self.max_length:
            return None
        return self.matcher(line, document)


@dataclass(frozen=True, slots=True)
class _Called:
    """The rules that a cue calls, each named by its place in the order."""

    alone: frozenset[int]
    together: tuple[tuple[frozenset[str], int], ...]
    """Those that it calls where the line holds other cues too."""


class _Index:
    """Some rules by their cues, each named by its place in the order.

    Args:
        known: finds their cues, and maybe more; None: one of its own is made.
    """

    def __init__(self, rules: Sequence[tuple[int, Rule]], known: KnownCues | None = None) -> None:
        always = []
        alone: dict[str, set[int]] = {}
        together: dict[str, list[tuple[frozenset[str], int]]] = {}
        for rank, rule in rules:
            if rule.cues is None:
                always.append(rank)
            for cues in sorted(rule.cues or ()):
                first, *others = cues.split(" ")
                alone.setdefault(first, set())
                if others:
                    together.setdefault(first, []).append((frozenset(others), rank))
                else:
                    alone[first].add(rank)
        self._called = {
            cue: _Called(frozenset(ranks), tuple(each for each in together.get(cue, ()) if each[1] not in ranks))
            for cue, ranks in alone.items()
        }
        self._callers = frozenset(self._called)
        self._always = frozenset(always)
        self._placed = {place: frozenset(rank for rank, rule in rules if place in rule.places) for place in Place}
        companions = (cue for listed in together.values() for cues, _ in listed for cue in cues)
        self.known = known or KnownCues(frozenset({*self._called, *companions}))

    def ranks(self, line: Line) -> Sequence[int]:
        """The places of the rules that are asked about a line."""
        found = self.known.found_in(line.text)
        ranks = set(self._always)
        for hit in found & self._callers:
            called = self._called[hit]
            ranks |= called.alone
            for others, rank in called.together:
                if others <= found:
                    ranks.add(rank)
        return sorted(ranks & self._placed[line.place])


@dataclass(frozen=True)
class RuleSet:
    """The rules that a text is cleaned with, in the order in which they are asked: the first to take a line counts."""

    rules: tuple[Rule, ...]
    keep: tuple[Guard, ...] = ()
    """Guards of its own, which no rule overrides: lines that the user wants to keep."""
    elsewhere: tuple[Rule, ...] | None = None
    """What is left of the rules that aren't asked line by line, see ``permits``; None: they may do as they do."""

    def asked(self, line: Line) -> Iterator[Rule]:
        """The rules that have to be asked about a line, in their order."""
        index = self._long_index if len(line.text) > FURNITURE_LENGTH else self._index
        return map(self.rules.__getitem__, index.ranks(line))

    @cached_property
    def _index(self) -> _Index:
        return _Index(list(enumerate(self.rules)))

    @cached_property
    def _long_index(self) -> _Index:
        """Of the rules that are asked about long lines too: few."""
        long = [each for each in enumerate(self.rules) if each[1].max_length > FURNITURE_LENGTH]
        return _Index(long, self._index.known)  # their cues are among those of all

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """Each rule's place in the order, by its id."""
        return {rule.id: place for place, rule in enumerate(self.rules)}

    @property
    def version(self) -> str:
        """Every rule with its version, in the order of their ids: the same text means the same rules."""
        rules = (f"{rule.id}@{rule.version}" for rule in (*self.rules, *(self.elsewhere or ())))
        return " ".join(sorted((*rules, *(guard.id for guard in self.keep))))

    def permits(self, rule_id: str, line: Line, document: Document) -> bool:
        """Whether a rule that looks at more than one document, such as ``site.repeated``, may take a line."""
        if self.keep and self.keeps(line, document):
            return False
        return self.elsewhere is None or any(
            rule.id == rule_id and rule.match(line, document) is not None for rule in self.elsewhere
        )

    def keeps(self, line: Line, document: Document) -> bool:
        """Whether a line stays although a rule takes it."""
        return any(guard.protects(line, document, frozenset()) for guard in self.keep)


@dataclass(frozen=True, slots=True)
class Guard:
    """A kind of line that belongs to the article, whatever a rule says."""

    id: str
    description: str
    protects: Callable[[Line, Document, Claims], bool]
    examples: tuple[Example, ...]
    """Lines that must be kept."""


def keep(*texts: str, language: str = "en") -> tuple[Example, ...]:
    """Counterexamples: lines to be kept."""
    return tuple(Example(text, language) for text in texts)
