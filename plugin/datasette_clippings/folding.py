"""Folding: the form of a text that search compares, the same when indexing and when asking.

FTS5's own tokenizer folds case and most diacritics. What it leaves is done here: letters that no
diacritic can be taken from (đ, ł, ø …), full-width and other compatibility forms, and scripts
written without spaces, where each character becomes a word and a query becomes a phrase.

It stands in the plugin, where the build imports it from, since a published site has the plugin alone.
"""

from __future__ import annotations

import re
import unicodedata

# Letters with a stroke and the like, that Unicode doesn't decompose.
_LETTERS = {
    "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ħ": "h", "Ħ": "H",
    "ŧ": "t", "Ŧ": "T", "ı": "i", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ß": "ss", "ẞ": "SS",
    "þ": "th", "Þ": "TH", "ŋ": "n", "Ŋ": "N",
    # one letter by two names: Arabic yeh and kaf against Persian ones, and the tatweel that only stretches
    "ي": "ی", "ى": "ی", "ك": "ک", "ـ": "",
}  # fmt: skip
_LETTER = re.compile(f"[{''.join(_LETTERS)}]")
"""Finds them in a tenth of the time that ``str.translate`` takes for a text."""

# Scripts that put no space between words: Thai, Lao, Myanmar, Khmer, kana, Han. (Korean writes spaces, but
# glues particles to nouns, so a word inside a longer one has to be found as well.)
UNSPACED = re.compile(
    "(["
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\uaa60-\uaa7f\U00020000-\U0003ffff"
    "])"
)


def fold(text: str) -> str:
    """The text as search compares it; white space becomes single spaces."""
    if text.isascii():  # nothing of it changes, and most of all text is
        return " ".join(text.split())
    folded = _LETTER.sub(lambda match: _LETTERS[match[0]], unicodedata.normalize("NFKC", text))
    return " ".join(" ".join(UNSPACED.split(folded)).split())  # split keeps the letters that it parts at


def fold_name(name: str) -> str:
    """A name, or a part of one, as lists of names are searched: folded, small letters, without diacritics."""
    if name.isascii():
        return fold(name.lower())
    parts = unicodedata.normalize("NFD", fold(name).casefold())
    return fold("".join(part for part in parts if not unicodedata.combining(part)))
