"""Who wrote an article: names, from the ways in which pages write them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .page_words import NOBODY, PICTURE_LIBRARIES

_BY = re.compile(
    r"^(?:view all posts by|more from|written by|reported by|story by|words by|posted by|by line"
    r"|by|von|por|par|di|door|av|af|oleh|от|автор|autor"
    r"|auteur|autore|author)\b\s*:?\s*",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(r"https?:|www\.|\S+@\S+\.\S+|[{}<>=\[\]/]|\d", re.IGNORECASE)
_ADDRESS = re.compile(r"[(<]?\b\S+@\S+\.\w+[)>]?|\(?https?://\S+\)?|(?<!\S)@\w+")
_SEPARATOR = re.compile(r"\s*(?:;|\||•|·|\s/\s|\s&\s|\band\b|\bund\b|\bet\b|\by\b|、)\s*", re.IGNORECASE)
_TITLES_BEHIND = re.compile(
    r"^(?:Ph\.?\s?D|M\.?D|Jr|Sr|II|III|IV|Esq|R\.?D|R\.?N|MS|MA|MPH|CPA|CFP|DO|JD)\.?$", re.IGNORECASE
)
_COMPANY = re.compile(
    r"(?i:\b(?:GmbH|Ltd|Inc|LLC|Co|Corp|S\.?\s?A|S\.?\s?L|sp\. z o\.\s?o|s\.r\.o|d\.o\.o|ООО|ЗАО|ОАО)\b\.?$)"
    r"|\b(?:Web|Digital|Internet|Software|Solutions|Technologies|Systems|Studio|Media Group)$"
)
"""Who made the site, which the oldest pages name as their author."""
_STAFF = re.compile(
    r"\s*\b(?:editorial )?(?:staff|team|desk|newsroom)(?: reports?| writers?)?$|\.(?:com|net|org)$", re.IGNORECASE
)
_LONGEST_NAME = 80
_MOST_WORDS = 8
_MOST_AUTHORS = 20


def join_authors(sources: Iterable[list[str]], sites: list[str]) -> str:
    """The authors by the first source that names somebody besides the site, joined by commas; empty if none does.

    Args:
        sources: the names by each source.
        sites: what the site is called; that stands in another field.
    """
    for source in sources:
        names = list(dict.fromkeys(name for written in source for name in _names(written)))[:_MOST_AUTHORS]
        persons = [name for name in names if not _is_site(name, sites)]
        if persons:
            return ", ".join(persons)
    return ""


def _names(written: str) -> list[str]:
    """The names in a string that may hold several."""
    text = _BY.sub("", _ADDRESS.sub(" ", " ".join(written.split())).strip(" ,;-–—|"))
    names: list[str] = []
    for part in _SEPARATOR.split(text):
        for name in re.split(r"\s*,\s*", part):
            name = _BY.sub("", name).strip(" ,;:-–—|*()")
            if names and _TITLES_BEHIND.match(name):
                names[-1] += f", {name}"
            elif _is_name(name):
                names.append(name)
    return names


def _is_name(name: str) -> bool:
    if (
        not 1 < len(name) <= _LONGEST_NAME
        or len(name.split()) > _MOST_WORDS
        or _NOT_A_NAME.search(name)
        or _COMPANY.search(name)
    ):
        return False
    plain = name.casefold()
    return any(map(str.isalpha, name)) and plain not in NOBODY and plain.replace(" ", "") not in PICTURE_LIBRARIES


def _is_site(name: str, sites: list[str]) -> bool:
    without_staff = _STAFF.sub("", name)
    return not without_staff or any(_letters(without_staff) == _letters(site) for site in sites)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
