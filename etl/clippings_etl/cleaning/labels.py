"""Words by language, and lines that are a label and a value: ``Photo: Maria Lind``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

Words = Mapping[str, tuple[str, ...]]
"""Words and phrases by ISO 639 code, ``*`` for those of no one language."""


def words(table: str) -> Words:
    """Read a table of words: a language's code, a colon, and its words separated by commas, in one line or several."""
    found: dict[str, tuple[str, ...]] = {}
    for row in table.strip().splitlines():
        language, _, listed = row.strip().partition(":")
        found[language] = found.get(language, ()) + tuple(word.strip() for word in listed.split(",") if word.strip())
    return found


def every(table: Words) -> frozenset[str]:
    """All the words, whatever their language."""
    return frozenset(word for listed in table.values() for word in listed)


def alternatives(table: Words) -> str:
    """All the words as one regular expression, the longer first where one begins another.

    Words that begin alike share their beginning, so that a text is compared with few of them.
    """
    return _tree(every(table))


def _tree(words: Iterable[str]) -> str:
    rests: dict[str, list[str]] = {}
    is_end = False
    for word in words:
        if word:
            rests.setdefault(word[0], []).append(word[1:])
        else:
            is_end = True
    if not rests:
        return ""
    branches = "|".join(re.escape(first) + _tree(rests[first]) for first in sorted(rests))
    if is_end:
        return f"(?:{branches})?"
    return f"(?:{branches})" if len(rests) > 1 else branches


def label_pattern(table: Words, separator: str = r"\s*[:：=]\s*") -> re.Pattern[str]:
    """A pattern for a whole line that starts with one of the words; group ``value`` is what follows."""
    return re.compile(rf"(?:{alternatives(table)})(?:{separator})(?P<value>\S.*)", re.IGNORECASE)
