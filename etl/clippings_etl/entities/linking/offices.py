"""Ministries and embassies, whatever the language: which one a name says, and of which country.

    Bộ KH&CN, Bộ Khoa học và Công nghệ, Ministry of Science and Technology of Vietnam
        → organisation:VN:ministry-of-science-and-technology
    US Embassy in Nairobi → organisation:US:embassy-in-KE

Nearly all countries have such offices, named alike: a word for ministry, and what it is there for. The words are in
``data/ministries.csv``; countries come from the gazetteer. What a name doesn't say (whose ministry?) stays open
here; ``whose.py`` looks for it in the document.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from ..data_version import DATA
from ..gazetteer import country_of, gazetteer
from ..tokens import tokenise, word_set
from .endings import inflected_names

_UNSPACED = word_set("zh ja th")
_STATIONED = "驻駐"
"""Between the country that sends an embassy and the one that hosts it, in Chinese."""
_MOST_BEFORE = 3
"""Words before a head noun ("the Kenyan Ministry of …") or before what a ministry is for ("Vietnam Foreign …")."""
_MOST_WORDS = 24
_LONGEST_SHORT = 6
_TELLING = 3
_SHORTEST_ADJECTIVE = 3
_LONGEST_ADJECTIVE_ENDING = 4


@dataclass(frozen=True, slots=True)
class Office:
    """What a name says of a ministry or an embassy."""

    kind: str
    """``ministry`` or ``embassy``."""
    portfolio: tuple[str, ...] = ()
    """What a ministry is for, in the order of the table."""
    country: str | None = None
    """ISO 3166 code of the country whose office it is."""
    host: str | None = None
    """ISO 3166 code of the country that an embassy stands in."""
    short: bool = False
    """Whether the name is a short form that one language alone has."""

    @property
    def key(self) -> str:
        """The lasting key; only where the country is known."""
        if self.kind == "embassy":
            return f"organisation:{self.country}:embassy" + (f"-in-{self.host}" if self.host else "")
        return f"organisation:{self.country}:ministry-of-{_listed(self.portfolio).replace(',', '').replace(' ', '-')}"

    @property
    def name(self) -> str:
        """The name that is shown, in English."""
        country = _shown(self.country)
        if self.kind == "embassy":
            return f"Embassy of {country}" + (f" in {_shown(self.host)}" if self.host else "")
        words = " ".join(
            word if word in ("and", "of") else word.capitalize() for word in _listed(self.portfolio).split()
        )
        return f"Ministry of {words} ({country})"


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _shown(country: str | None) -> str:
    key = f"place:{country}"
    return gazetteer().shown.get(key) or str(country)


@dataclass(frozen=True, slots=True)
class _Words:
    """The rows of one language. Phrases are tuples of normal words."""

    heads: Mapping[tuple[str, ...], None]
    tails: frozenset[str]
    glued: tuple[str, ...]
    portfolios: Mapping[tuple[str, ...], str]
    shorts: Mapping[str, tuple[str, ...]]
    embassies: Mapping[tuple[str, ...], None]
    small: frozenset[str]
    longest: int
    """Words in the longest portfolio."""
    pattern: re.Pattern[str] | None
    """What every such name holds, written without spaces and marks: most names are told by it to be none."""


@cache
def _rows() -> tuple[tuple[str, str, str, tuple[str, ...]], ...]:
    with (DATA / "ministries.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            (row["kind"], row["language"], row["portfolio"], tuple(row["words"].split("|")))
            for row in csv.DictReader(file)
        )


@cache
def _order() -> Mapping[str, int]:
    """Portfolio → its place in the table, in which composed names list them."""
    order: dict[str, int] = {}
    for kind, _, portfolio, _ in _rows():
        if kind == "portfolio":
            order.setdefault(portfolio, len(order))
    return order


@cache
def press() -> Mapping[str, str]:
    """Language → the country that a ministry without one belongs to in that language's press."""
    return dict(pair.split("=") for kind, _, _, words in _rows() if kind == "press" for pair in words[0].split())


@lru_cache(128)
def _words(language: str) -> _Words:
    phrases: dict[str, dict[tuple[str, ...], str]] = {}
    shorts: dict[str, tuple[str, ...]] = {}
    for kind, row_language, portfolio, words in _rows():
        if row_language != language:
            continue
        if kind == "short":
            shorts.update((_compact(word), tuple(portfolio.split("+"))) for word in words)
        else:
            phrases.setdefault(kind, {}).update((_split(word, language), portfolio) for word in words)
    heads, tails, embassies = (phrases.get(kind, {}) for kind in ("head", "tail", "embassy"))
    portfolios = phrases.get("portfolio", {})
    telling = {phrase[0] for phrase in (*heads, *embassies, *tails, *phrases.get("glued", {}))}
    telling |= {short[:_TELLING] for short in shorts}
    return _Words(
        heads=dict.fromkeys(sorted(heads, key=lambda phrase: (-len(phrase), phrase))),
        tails=frozenset(phrase[0] for phrase in tails),
        glued=tuple(phrase[0] for phrase in phrases.get("glued", {})),
        portfolios=portfolios,
        shorts=shorts,
        embassies=dict.fromkeys(sorted(embassies, key=lambda phrase: (-len(phrase), phrase))),
        small=frozenset(phrase[0] for phrase in phrases.get("small", {}) if phrase),
        longest=max(map(len, portfolios), default=0),
        pattern=re.compile("|".join(sorted(map(re.escape, telling)))) if telling else None,
    )


def _split(text: str, language: str | None) -> tuple[str, ...]:
    return tuple(token.norm for token in tokenise(text, language))


def _compact(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


@lru_cache(1 << 14)
def office(name: str, language: str | None) -> Office | None:
    """The ministry or embassy that a name says, with what it says of countries; None for any other name."""
    for tried in dict.fromkeys((language or "en", "en")):
        found = _office(name, tried)
        if found:
            return found
    return None


def _office(name: str, language: str) -> Office | None:
    table = _words(language)
    if not table.pattern or not table.pattern.search(name.casefold().replace(" ", "")):
        return None
    if language in _UNSPACED and not name.isascii():
        return _unspaced(name, language, table)
    words = _split(name, language)
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    if language == "ko":
        found = _unspaced(words[-1], language, table)
        if found:
            return replace(found, country=found.country or country_in(words[:-1], language))
    return (
        _by_short(words, language, table)
        or _by_embassy(words, language, table)
        or _by_head(words, language, table)
        or _by_tail(words, language, table)
    )


def _by_short(words: tuple[str, ...], language: str, table: _Words) -> Office | None:
    for length in range(min(_LONGEST_SHORT, len(words)), 0, -1) if table.shorts else ():
        portfolio = table.shorts.get(_compact("".join(words[:length])))
        if portfolio:
            return Office("ministry", _sorted(portfolio), country_in(words[length:], language), short=True)
    return None


def _by_embassy(words: tuple[str, ...], language: str, table: _Words) -> Office | None:
    for first, phrase in _phrases_in(words, table.embassies):
        before = country_in(words[:first], language)
        behind = list(countries_in(words[first + len(phrase) :], language))
        country = before or (behind.pop(0) if behind else None)
        if not country and not _only_small((*words[:first], *words[first + len(phrase) :]), table):
            return None  # Embassy Theatre
        return Office("embassy", country=country, host=behind[0] if behind else None)
    return None


def _by_head(words: tuple[str, ...], language: str, table: _Words) -> Office | None:
    for first, phrase in _phrases_in(words, table.heads):
        if first > _MOST_BEFORE:
            continue
        begin = first + len(phrase)
        portfolio, last = _portfolio(words, begin, language, table)
        if portfolio:
            country = country_in(words[last:], language) or country_in(words[:first], language)
            if "bundes" in phrase[0]:
                country = country or "DE"
            # Something else is named: "Ministry of Health Hospital".
            if last < len(words) and not country and not _only_small(words[last:], table):
                return None
            return Office("ministry", portfolio, country)
    return None


def _by_tail(words: tuple[str, ...], language: str, table: _Words) -> Office | None:
    for end, word in enumerate(words):
        if word in table.tails and end:
            for first in range(max(0, end - _MOST_WORDS), end):
                portfolio, last = _portfolio(words[:end], first, language, table)
                if portfolio and last == end:
                    country = country_in(words[:first], language) or country_in(words[end + 1 :], language)
                    if words[:first] and not country and not _only_small(words[:first], table):
                        return None
                    return Office("ministry", portfolio, country)
        for glued in table.glued:
            if word.endswith(glued) and len(word) > len(glued):
                stem = word[: -len(glued)]
                found = table.portfolios.get((stem,)) or table.portfolios.get((stem.removeprefix("bundes"),))
                if found:
                    country = country_in(words[:end], language) or country_in(words[end + 1 :], language)
                    return Office("ministry", (found,), country or ("DE" if stem.startswith("bundes") else None))
    return None


def _phrases_in(
    words: tuple[str, ...], phrases: Mapping[tuple[str, ...], None]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Where phrases stand in a name, the longest at each place."""
    for first in range(len(words)):
        for phrase in phrases:
            if words[first] == phrase[0] and words[first : first + len(phrase)] == phrase:
                yield first, phrase
                break


def _portfolio(words: tuple[str, ...], first: int, language: str, table: _Words) -> tuple[tuple[str, ...], int]:
    """What a ministry is for, read from a word on, and the first word behind it; nothing where the words say none."""
    found: list[str] = []
    index = last = first
    while index < len(words):
        for length in range(min(table.longest, len(words) - index), 0, -1):
            portfolio = table.portfolios.get(words[index : index + length])
            if portfolio:
                found.append(portfolio)
                index += length
                last = index
                break
        else:
            if words[index] not in table.small and words[index] not in (",", "&", "-"):
                break
            index += 1
    return _sorted(found), last


def _sorted(portfolio: Sequence[str]) -> tuple[str, ...]:
    order = _order()
    return tuple(sorted(set(portfolio), key=lambda name: (order.get(name, len(order)), name)))


def _only_small(words: Sequence[str], table: _Words) -> bool:
    return all(word in table.small or not word[0].isalnum() or word == "the" for word in words)


def country_in(words: Sequence[str], language: str | None) -> str | None:
    """The first country that words name, by itself, its adjective or one of its cities."""
    return next(countries_in(words, language), None)


def countries_in(words: Sequence[str], language: str | None) -> Iterator[str]:
    """The countries that words name, in order."""
    index = 0
    while index < len(words):
        for length in range(min(4, len(words) - index), 0, -1):
            country = country_named(tuple(words[index : index + length]), language)
            if country:
                yield country
                index += length
                break
        else:
            index += 1


@lru_cache(1 << 12)
def country_named(words: tuple[str, ...], language: str | None) -> str | None:
    """The country that these words, taken together, name or describe."""
    names = [name for name in gazetteer().find(" ".join(words), language) if name.key.startswith("place:")]
    countries = {country_of(name.key) for name in names}
    if len(countries) == 1:
        return next(iter(countries))
    inflected = inflected_names(words, language) if language else ()
    countries = {country_of(name.key) for name in inflected if name.key.startswith("place:")}
    if len(countries) == 1:
        return next(iter(countries))
    return _described(words[0], language) if len(words) == 1 else None


@cache
def _adjectives(language: str) -> Mapping[str, str]:
    """Stem of an adjective → the country that it describes."""
    with (DATA / "country_adjectives.csv").open(encoding="utf-8", newline="") as file:
        return {row["stem"]: row["country"] for row in csv.DictReader(file) if row["language"] == language}


def _described(word: str, language: str | None) -> str | None:
    """The country that an adjective describes, in any of its forms: russische, italiano, российского."""
    stems = _adjectives(language or "")
    for length in range(len(word), max(len(word) - _LONGEST_ADJECTIVE_ENDING, _SHORTEST_ADJECTIVE) - 1, -1):
        country = stems.get(word[:length])
        if country:
            return country
    return None


def _unspaced(name: str, language: str, table: _Words) -> Office | None:
    """The same for names without spaces: 中国外交部, 越南驻日本大使馆."""
    for phrase in table.embassies:
        before, found, behind = name.partition(phrase[0])
        if found:
            parts = [part for part in before.replace(_STATIONED[1], _STATIONED[0]).split(_STATIONED[0]) if part]
            countries = [country_named((part,), language) for part in (*parts, behind) if part]
            known = [country for country in countries if country]
            return Office("embassy", country=known[0] if known else None, host=known[1] if len(known) > 1 else None)
    for phrase in table.heads:
        if name.startswith(phrase[0]):
            return _unspaced_portfolio(name[len(phrase[0]) :], language, table)
    if len(name) > 2 and name[-1] in table.tails:
        return _unspaced_portfolio(name[:-1], language, table)
    return None


def _unspaced_portfolio(text: str, language: str, table: _Words) -> Office | None:
    phrases = {phrase[0]: portfolio for phrase, portfolio in table.portfolios.items()}
    for first in range(len(text)):
        country = country_named((text[:first].strip(),), language) if first else None
        if first and not country:
            continue
        found = []
        index = first
        while index < len(text):
            match = max((phrase for phrase in phrases if text.startswith(phrase, index)), key=len, default=None)
            if match:
                found.append(phrases[match])
                index += len(match)
            elif text[index] in "和与及・、 ":
                index += 1
            else:
                break
        behind = country_named((text[index:].strip(),), language) if index < len(text) else None
        if found and (index == len(text) or behind):
            return Office("ministry", _sorted(found), country or behind)
    return None


def with_country(found: Office, country: str) -> Office:
    """The same office of a country."""
    return replace(found, country=country)
