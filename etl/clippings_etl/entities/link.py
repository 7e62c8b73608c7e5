"""From mentions to entities: the key that is kept for good, and the name that is shown.

An entity of the gazetteer has its key there. Any other is known by its name alone: type, colon, and the name in
NFKC, casefolded, with everything but letters, their marks and digits turned into hyphens
(``person:maria-lind``, ``organisation:báo-hải-cảng``). Diacritics stay, since in most languages
that have them they make another name; letters of every script stay.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from .tokens import APOSTROPHES


def key_of(type_: str, name: str) -> str:
    """The key of an entity that the gazetteer doesn't know."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    kept = [
        letter if letter.isalnum() or unicodedata.category(letter)[0] == "M" else " "
        for letter in folded
        if letter not in APOSTROPHES
    ]
    return f"{type_}:{'-'.join(''.join(kept).split())}"


def shown_names(named: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """The name shown for each key: the one that most mentions have, the first of them on a tie."""
    counts: dict[str, Counter[str]] = {}
    for key, name in named:
        counts.setdefault(key, Counter())[name] += 1
    return {key: counted.most_common(1)[0][0] for key, counted in counts.items()}
