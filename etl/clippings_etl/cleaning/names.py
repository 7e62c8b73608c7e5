"""Whether a few words are a name: of a person, an agency, a newspaper, an office."""

from __future__ import annotations

import re

from .document import columns
from .labels import every, words

_MOST_WORDS = 7
_MOST_COLUMNS = 60
_MOST_WORDS_UNCASED = 5
_MOST_COLUMNS_WIDE = 32
"""Scripts without capitals don't show a name, so that only its shortness speaks for it."""

_LOWER_CASE_IN_NAMES = every(
    words(
        """
        *: a, al, bin, da, das, de, degli, dei, del, della, der, des, di, do, dos, du, e, el, et, für, i, ibn, in, la
        *: le, les, sur, u, und, van, von, vom, y, zu, и
        *: afp, alliance, ap, apa, belga, dapd, ddp, dpa, efe, epa, epa-efe, imago, istock, lusa, pa, reuters, sda, tass
        en: and, by, courtesy, for, from, of, on, the, to, via
        en: agency, archive, archives, collection, correspondent, file, handout, news, newspaper, newsroom, office
        en: photo, photos, picture, pool, press, reporter, service, staff
        fr: agence, presse
        de: agentur, nachrichtenagentur, archiv
        es: agencia, archivo
        pt: agência, arquivo
        it: agenzia, archivio
        ru: информагентство, агентство, пресс-служба, архив, фото, газета, вестник, новости, известия, служба, край
        uk: агенція
        vi: báo, thông, tấn, xã, cung, cấp, tư, liệu, nhân, vật, minh, họa
        """
    )
)
"""Words that stay small inside names, among them agencies that write themselves so."""

_WORD_MARKS = "\"'“”‘’«»()[]（）.,;&+|*@"
_SEPARATORS = re.compile(r"[\s/|]+")
_SENTENCE_MARKS = re.compile(r"[!?！？。，、;；…]|[:：]\s|\.\s[^\W\d_]{5}")


def is_name(text: str) -> bool:
    """Whether every word is written as in a name, and there are few of them."""
    words = [word for word in (word.strip(_WORD_MARKS) for word in _SEPARATORS.split(text[:200])) if word]
    if not words or len(words) > _MOST_WORDS or columns(text) > _MOST_COLUMNS or _SENTENCE_MARKS.search(text):
        return False
    if text.endswith(".") and len(words[-1]) > 4:
        return False
    if not any(map(str.isalpha, text)):
        return False
    if not any(_is_cased(word) for word in words):
        return len(words) <= _MOST_WORDS_UNCASED and columns(text) <= _MOST_COLUMNS_WIDE
    return all(_fits_name(word) for word in words)


def is_person(text: str) -> bool:
    """Whether it is a person's full name: two to five words, each with a capital, no digits."""
    words = text.split()
    if not is_name(text) or any(map(str.isdigit, text)):
        return False
    if not any(_is_cased(word) for word in words):
        return True
    capitals = [word for word in words if word[:1].isupper()]
    return 2 <= len(words) <= 5 and len(capitals) >= 2 and words[0][0].isupper() and words[-1][0].isupper()


def _is_cased(word: str) -> bool:
    return word.lower() != word.upper()


def _fits_name(word: str) -> bool:
    return not _is_cased(word) or word.lower() != word or word in _LOWER_CASE_IN_NAMES
