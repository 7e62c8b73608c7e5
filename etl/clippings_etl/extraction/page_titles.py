"""An article's title among what a page calls it, without the name of the site."""

from __future__ import annotations

import re

_PART = re.compile(r"\s+[-–—|·•:»›«~/]{1,2}\s+|\s*[|｜»]\s*|\s+::\s+|(?<=\S)_(?=\S)")
_LEAST = 3
"""Letters; less is no title."""
_LEAST_HEADLINE = 12
"""Characters of a headline that stands between the names of site and section; an ideograph says as much as a word."""


def choose_title(headings: list[str], titles: list[str], document_title: str, sites: list[str], opening: str) -> str:
    """The title of the article; empty if the page names none.

    A heading of the first level that the page's metadata names as well is the title as readers see it. Else the
    metadata's own counts, then the document's, each without the site's name.

    Args:
        headings: the ``h1`` elements.
        titles: what the metadata names, the most trustworthy first.
        document_title: the ``title`` element.
        sites: what the site is called.
        opening: the first lines of the article's text.
    """
    lines = {_letters(line) for line in opening.splitlines()[:3]}
    named = [title for title in titles if len(_letters(title)) >= _LEAST]
    told = [*named, document_title]
    headings = [heading for heading in headings if len(_letters(heading)) >= _LEAST and not _is_site(heading, sites)]
    for heading in headings:
        if any(_says(title, heading) for title in told if title):
            return heading
    for title in told:
        short = without_site(title, sites, {*map(_letters, headings), *lines})
        if title == document_title:
            short = _longest_part(short)
        if len(_letters(short)) >= _LEAST and not _is_site(short, sites):
            return short
    return headings[0] if len(headings) == 1 else ""


def _longest_part(title: str) -> str:
    """The part of a document's title that is longer than all the others, which name the site and its sections."""
    parts = sorted(_PART.split(title), key=len)
    is_clear = len(parts) > 1 and len(parts[-1]) > _LEAST_HEADLINE and len(parts[-1]) > sum(map(len, parts[:-1]))
    return parts[-1].strip() if is_clear else title


def without_site(title: str, sites: list[str], known: set[str]) -> str:
    """A title without the site's name in front of it or behind it.

    A part is cut off if it is the site's name, or if what remains is known to be the title.
    """
    for mark in _PART.finditer(title):
        before, after = title[: mark.start()].strip(), title[mark.end() :].strip()
        if _letters(before) in known or (_is_site(after, sites) and _letters(before)):
            return before
        if _letters(after) in known:
            return after
        if _is_site(before, sites) and _letters(after):
            return without_site(after, sites, known)
    return title.strip()


def _says(title: str, heading: str) -> bool:
    """Whether a title holds the heading, or most of its words."""
    if _letters(heading) in _letters(title):
        return True
    words, others = set(_words(heading)), set(_words(title))
    return len(words & others) * 2 > len(words | others)


def _is_site(part: str, sites: list[str]) -> bool:
    letters = _letters(part)
    return bool(letters) and any(letters == _letters(site) for site in sites)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
