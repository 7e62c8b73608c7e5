"""Words as they were written, found in a stored text: the index only knows them folded."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import permutations

from ..folding import UNSPACED

_MOST_MARKS = 3  # on one letter, whose orders are told apart
_LETTER = r"[^\W_]"
_MARK = "[\u0300-\u036f]"


def holds(written: str, *fields: str | None) -> int:
    """1 where one of the fields has the words as they were written, else 0; for SQLite to call."""
    wanted = pattern(written)
    return int(any(field and wanted.search(field) for field in fields))


@lru_cache(maxsize=256)
def pattern(written: str) -> re.Pattern[str]:
    """Finds words in a text: their letters with case and diacritics, any white space for a space, as whole words.

    A letter is the same whether its diacritics are part of it or stand behind it. In scripts without spaces a word
    may stand anywhere.
    """
    text = unicodedata.normalize("NFC", " ".join(written.split()))
    letters = "".join(r"\s+" if character == " " else _forms(character) for character in text)
    before = f"(?<!{_LETTER})" if _is_spaced(text[:1]) else ""
    # "ab한": a letter of a script without spaces is a word of its own
    behind = f"(?!{_MARK})" + (f"(?!{_LETTER})" if _is_spaced(text[-1:]) else "")
    if before:
        before = f"(?:(?<!{_LETTER})|(?<={UNSPACED.pattern}))"
        behind = behind.replace(f"(?!{_LETTER})", f"(?:(?!{_LETTER})|(?={UNSPACED.pattern}))")
    return re.compile(before + letters + behind)


def _is_spaced(character: str) -> bool:
    """Whether it is a letter or digit beside which another would make another word."""
    return bool(re.fullmatch(_LETTER, character)) and not UNSPACED.fullmatch(character)


def _forms(character: str) -> str:
    """A letter with its diacritics in it, behind it, and some of them either way."""
    decomposed = unicodedata.normalize("NFD", character)
    if len(decomposed) == 1:
        return re.escape(character)
    forms = {character, decomposed}
    if len(decomposed) <= 1 + _MOST_MARKS:
        for marks in permutations(decomposed[1:]):
            for composed in range(len(marks) + 1):
                start = unicodedata.normalize("NFC", decomposed[0] + "".join(marks[:composed]))
                form = start + "".join(marks[composed:])
                if unicodedata.normalize("NFC", form) == character:
                    forms.add(form)
    return f"(?:{'|'.join(sorted(map(re.escape, forms), key=lambda form: (-len(form), form)))})"
