"""Scores linking on our own test set: short texts in which each mention is marked with what it means.

    python -m benchmarks.entities.linking [--part all|tune|aside] [--way marked|recognised] [--wrong]

A mark ``[[Georgia|place:GE]]`` gives the surface and the key that it has to be linked to. ``person=marufov`` stands
for an entity that no table knows: all mentions with that label, in whatever language, must share one key that no
other label has. ``place:?`` must be left undecided. A third of the texts is held aside: nobody tunes on it.

``marked`` gives linking the marked mentions and their types, so that it is scored alone; ``recognised`` takes what
the whole recogniser finds.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from clippings_etl.documents import Mention
from clippings_etl.entities import recognise
from clippings_etl.entities.candidates import Candidate
from clippings_etl.entities.document import prepare
from clippings_etl.entities.link import UNDECIDED, link

TEST_SET = Path(__file__).with_name("linking.jsonl")
_MARK = re.compile(r"\[\[([^|\]]+)\|([a-z]+)([:=])([^\]]+)\]\]")
_ASIDE = 3
"""Every so many texts one is held aside."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked mention: where it stands, and what it means."""

    start: int
    end: int
    type: str
    expected: str | None
    """A key, or ``=`` and a label; None: it must not be linked."""


@dataclass(frozen=True, slots=True)
class Item:
    """A text of the set."""

    id: str
    language: str
    text: str
    mentions: tuple[Marked, ...]
    aside: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """How well a set is linked."""

    mentions: int
    linked: int
    """Mentions that were linked, rightly or not."""
    right: int
    linkable: int
    """Mentions that have an entity."""
    wrong: tuple[str, ...]
    """What was linked wrong, not linked, or linked where nothing decides; a line each."""

    @property
    def precision(self) -> float:
        """Share of the linked mentions that are linked rightly."""
        return self.right / self.linked if self.linked else 1.0

    @property
    def coverage(self) -> float:
        """Share of the mentions that have an entity which are linked to it."""
        return self.right / self.linkable if self.linkable else 1.0


def items(path: Path = TEST_SET) -> list[Item]:
    """The texts of the set, in order."""
    found = []
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file):
            row = json.loads(line)
            text, marks = unmarked(row["text"])
            found.append(Item(row["id"], row["language"], text, marks, number % _ASIDE == _ASIDE - 1))
    return found


def unmarked(marked: str) -> tuple[str, tuple[Marked, ...]]:
    """A text without its marks, and what they say."""
    parts: list[str] = []
    marks = []
    length = position = 0
    for match in _MARK.finditer(marked):
        before = marked[position : match.start()]
        surface, type_, sign, meaning = match.groups()
        parts += [before, surface]
        start = length + len(before)
        length = start + len(surface)
        position = match.end()
        expected = None if meaning == "?" else f"={meaning}" if sign == "=" else f"{type_}:{meaning}"
        marks.append(Marked(start, length, type_, expected))
    return "".join(parts) + marked[position:], tuple(marks)


def link_marked(item: Item) -> list[Mention | None]:
    """What linking makes of the marked mentions, each of its type."""
    chosen = [Candidate(one.start, one.end, one.type, 0.9, "marked") for one in item.mentions]
    return list(link(prepare(item.text, item.language), chosen))


def link_recognised(item: Item) -> list[Mention | None]:
    """What the recogniser finds in the places of the marked mentions; None where it finds nothing or other bounds."""
    found = {(one.start, one.end): one for one in recognise(item.text, item.language)}
    return [found.get((one.start, one.end)) for one in item.mentions]


WAYS = {"marked": link_marked, "recognised": link_recognised}


def score(texts: Sequence[Item], way: str = "marked", part: str = "all") -> Figures:
    """Score a part of the set: ``all``, ``tune`` or ``aside``. Labels are told by all of it."""
    results = [(item, WAYS[way](item)) for item in texts]
    keys = _keys_of_labels(results)
    linked = right = linkable = total = 0
    wrong = []
    for item, found in results:
        if part != "all" and item.aside != (part == "aside"):
            continue
        for mark, mention in zip(item.mentions, found, strict=True):
            total += 1
            linkable += mark.expected is not None
            is_linked = mention is not None and not _is_open(mention)
            # A person's name where no place is meant is no link to a place.
            if mark.expected is None and mention is not None and mention.type != mark.type:
                is_linked = False
            expected = keys.get(mark.expected, mark.expected) if mark.expected else None
            linked += is_linked
            if is_linked and mention and mention.key == expected:
                right += 1
            elif is_linked or mark.expected:
                got = f"{mention.key} ({mention.evidence})" if mention else "nothing"
                wrong.append(f"{item.id} {item.text[mark.start : mark.end]}: {expected or 'undecided'}, got {got}")
    return Figures(total, linked, right, linkable, tuple(wrong))


def _is_open(mention: Mention) -> bool:
    """Whether a mention is linked to nothing certain: undecided, or a place that only its name stands for."""
    by_name = mention.type == "place" and mention.evidence.startswith(("name:", "romanised:"))
    return by_name or mention.evidence.startswith(UNDECIDED)


def _keys_of_labels(results: Iterable[tuple[Item, Sequence[Mention | None]]]) -> dict[str, str]:
    """Label → the key that most of its mentions have; nothing for a label whose key another one has, too."""
    votes: dict[str, Counter[str]] = {}
    for item, found in results:
        for mark, mention in zip(item.mentions, found, strict=True):
            if mark.expected and mark.expected.startswith("=") and mention:
                votes.setdefault(mark.expected, Counter())[mention.key] += 1
    keys: dict[str, str] = {}
    taken: set[str] = set()
    for label, counted in votes.items():
        key = counted.most_common(1)[0][0]
        keys[label] = f"{key} is another's" if key in taken else key
        taken.add(key)
    return keys


def main() -> None:
    """Print the figures, and with ``--wrong`` what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("all", "tune", "aside"), default="all")
    parser.add_argument("--way", choices=tuple(WAYS), default="marked")
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    figures = score(items(), options.way, options.part)
    for line in figures.wrong if options.wrong else ():
        print(line)
    print(
        f"{figures.mentions} mentions, {figures.linkable} with an entity: {figures.linked} linked, "
        f"{figures.precision:.1%} of them right; {figures.coverage:.1%} of what can be linked is"
    )


if __name__ == "__main__":
    main()
