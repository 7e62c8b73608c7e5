"""What the gazetteer says of each word of a text, as numbers: a feature for the statistical models."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from .gazetteer import KINDS, gazetteer

COUNTRY, REGION, CITY, ORGANISATION, EVENT = (
    KINDS.index(kind) for kind in ("country", "region", "city", "organisation", "event")
)
"""What the longest name that begins at a word, or goes on there, most often is."""
KIND = 7
"""The bits of a code that hold the kind: ``code & KIND``; 0 where no name is."""
CONTINUES = 8
"""The bit of a name's second and later words."""
DEMONYM = 16
"""The bit of words for what belongs to a country, "French"."""
UNSURE = 32
"""The bit of names that are also something else: Georgia, Reading, Victoria."""


def lexical_hits(norms: Sequence[str], may_begin: Sequence[bool], language: str | None) -> NDArray[np.int8]:
    """For each word the code of the known name that it belongs to; 0 for none.

    ``norms`` are the words and marks of a text in normal form (``Token.norm``), ``may_begin`` says of each whether
    a name may begin there: a capital or a letter of a script without capitals (``Token.capital`` or not
    ``text[0].islower()``). Names are found as the matcher finds them: by document's language, then English, then
    any language for other scripts than Latin; the longest at each place, none inside another. Line breaks
    and spaces aren't looked at. Takes about a third of a microsecond a word.
    """
    known = gazetteer()
    codes = np.zeros(len(norms), dtype=np.int8)
    end = 0
    for index, (norm, begins) in enumerate(zip(norms, may_begin, strict=True)):
        if not begins or index < end or not (longest := known.longest(norm)):
            continue
        if longest > 1 and index + 1 < len(norms):
            longest = known.longest(f"{norm} {norms[index + 1]}") or 1
        for last in range(min(len(norms), index + longest), index, -1):
            code = _code(" ".join(norms[index:last]) if last > index + 1 else norm, language)
            if code:
                codes[index] = code
                codes[index + 1 : last] = code | CONTINUES
                end = last
                break
    return codes


@lru_cache(1 << 15)
def _code(form: str, language: str | None) -> int:
    known = gazetteer()
    names = known.find(form, language)
    entity = known.entity(names[0].key) if names else None
    if entity is None:
        return 0
    unsure = names[0].needs or len({name.key for name in names}) > 1
    return KINDS.index(entity.kind) | (DEMONYM if names[0].relation == "demonym" else 0) | (UNSURE if unsure else 0)
