"""Names of months inside running text: declined, shortened, with a small word attached."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..calendar_names import months as named_months
from .lexicon import is_unspaced, words

_STEM = 3
_ENDINGS = 5
_DECLINING = words("ru uk be bg mk sr hr bs sl cs sk pl lt lv fi et hu tr az kk uz ky tk mn eu ka hy el sq is tg la")
_EXTRA = {
    "ru": {"мае": 5, "маем": 5, "марте": 3},
    "cs": {
        "červnu": 6,
        "červenci": 7,
        "září": 9,
        "srpnu": 8,
        "lednu": 1,
        "únoru": 2,
        "březnu": 3,
        "dubnu": 4,
        "květnu": 5,
    },
    "pl": {"maju": 5, "marcu": 3},
    "uz": {"avgust": 8, "yanvar": 1, "fevral": 2, "mart": 3, "aprel": 4, "may": 5, "iyun": 6, "iyul": 7, "sentyabr": 9}
    | {"oktyabr": 10, "noyabr": 11, "dekabr": 12},
    "sr": {"марту": 3, "мају": 5, "јуну": 6, "јулу": 7, "maju": 5, "junu": 6, "julu": 7},
    "hr": {"srpnju": 7, "kolovozu": 8, "rujnu": 9, "listopadu": 10, "svibnju": 5, "lipnju": 6},
    "bg": {"май": 5},
    "fil": {"agosto": 8},
    "ar": {"يناير": 1, "فبراير": 2, "مارس": 3, "أبريل": 4, "إبريل": 4, "ابريل": 4, "مايو": 5, "يونيو": 6, "يوليو": 7}
    | {"أغسطس": 8, "اغسطس": 8, "سبتمبر": 9, "أكتوبر": 10, "اكتوبر": 10, "نوفمبر": 11, "ديسمبر": 12}
    | {"كانون الثاني": 1, "شباط": 2, "آذار": 3, "نيسان": 4, "أيار": 5, "حزيران": 6, "تموز": 7, "آب": 8, "أيلول": 9}
    | {"تشرين الأول": 10, "تشرين الثاني": 11, "كانون الأول": 12},
    "el": {"γενάρη": 1, "φλεβάρη": 2, "μάρτη": 3, "απρίλη": 4, "μάη": 5, "ιούνη": 6, "ιούλη": 7, "σεπτέμβρη": 9}
    | {"οκτώβρη": 10, "νοέμβρη": 11, "δεκέμβρη": 12, "αύγουστο": 8, "ιανουάριο": 1, "φεβρουάριο": 2, "μάρτιο": 3}
    | {"απρίλιο": 4, "μάιο": 5, "ιούνιο": 6, "ιούλιο": 7, "σεπτέμβριο": 9, "οκτώβριο": 10, "νοέμβριο": 11}
    | {"δεκέμβριο": 12},
    "he": {"מרס": 3, "מרץ": 3},
    "fa": {"اوت": 8, "ژوئیه": 7, "مه": 5},
}
"""Forms that neither CLDR has nor the endings of a language make."""

_CAPITALISED = frozenset({"en", "de"})
"""Languages in which a small letter makes ``march``, ``may`` or ``set`` another word."""

WORD = re.compile(r"[^\s\d.,;:!?()\[\]\"“”«»/–—-]+")


@dataclass(frozen=True, slots=True)
class Months:
    """The names of one language."""

    names: dict[str, int]
    stems: dict[str, int]
    capitalised: bool
    prefix: str
    """A letter that may be attached in front."""
    beginnings: frozenset[str]
    """The first two letters of all names, to turn other words away."""

    def number(self, word: str) -> int | None:
        """The month that a word names; None if it names none."""
        if len(word) < 2 or (self.capitalised and not word[0].isupper()):
            return None
        lower = word.lower()
        if lower[:2] not in self.beginnings:
            if not self.prefix or lower[0] != self.prefix:
                return None
            lower = lower[1:]
        lower = lower.partition("'")[0].partition("’")[0]
        found = self.names.get(lower)
        if found is None and self.stems:
            for length in range(len(lower), max(_STEM, len(lower) - _ENDINGS) - 1, -1):
                found = self.stems.get(lower[:length])
                if found is not None:
                    break
        return found

    def is_short(self, word: str) -> bool:
        """Whether a word is so short that without a year it may be another word."""
        return len(word) < 4 and not self.capitalised and not is_unspaced(word[0])

    def after(self, text: str, start: int) -> tuple[int, int, str] | None:
        """The end, the month and the last word of a name that begins here."""
        match = WORD.match(text, start)
        if not match:
            return None
        if text[match.end() : match.end() + 1] == " ":
            second = WORD.match(text, match.end() + 1)
            if second and (number := self.names.get(f"{match.group()} {second.group()}".lower())):
                return second.end(), number, second.group()
        number = self.number(match.group())
        return (match.end(), number, match.group()) if number else None

    def before(self, text: str, end: int) -> tuple[int, int, str] | None:
        """The start, the month and the word of a name that ends here."""
        start = (
            max(text.rfind(" ", max(0, end - 24), end), text.rfind("\n", max(0, end - 24), end), max(0, end - 24) - 1)
            + 1
        )
        match = next((found for found in WORD.finditer(text, start, end) if found.end() == end), None)
        if match is None:
            return None
        if start > 1 and text[start - 1] == " ":
            first = (
                max(text.rfind(" ", max(0, start - 24), start - 1), text.rfind("\n", max(0, start - 24), start - 1)) + 1
            )
            if number := self.names.get(text[first:end].lower()):
                return first, number, match.group()
        number = self.number(match.group())
        return (match.start(), number, match.group()) if number else None


@lru_cache(maxsize=64)
def months(language: str | None) -> Months:
    """The names of a language; of none, none."""
    if language is None:
        return Months({}, {}, False, "", frozenset())
    names = {name.rstrip("."): number for name, number in named_months(language).items()}
    names |= _EXTRA.get(language, {})
    stems = _stems(names) if language in _DECLINING else {}
    beginnings = frozenset(name[:2] for name in names)
    return Months(names, stems, language in _CAPITALISED, "ב" if language == "he" else "", beginnings)


def _stems(names: dict[str, int]) -> dict[str, int]:
    """The beginnings that only the forms of one month share, each as long as that month's forms agree."""
    forms: dict[int, list[str]] = {}
    for name, number in names.items():
        if len(name) > _STEM:
            forms.setdefault(number, []).append(name)
    found: dict[str, int] = {}
    for number, own in forms.items():
        others = [name for other, names_of in forms.items() if other != number for name in names_of]
        for stem in sorted({_shared(one, two) for one in own for two in own}):
            if len(stem) >= _STEM and not any(name.startswith(stem) for name in others):
                found[stem] = number
    return found


def _shared(one: str, other: str) -> str:
    """The letters that two words begin with alike."""
    length = min(len(one), len(other))
    return one[: next((place for place in range(length) if one[place] != other[place]), length)]
