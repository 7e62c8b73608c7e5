"""The keys of entities that no table knows: pure functions of type, name and language."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from ..tokens import APOSTROPHES
from . import organisations, people
from .romanise import romanised, script_of


@lru_cache(1 << 14)
def key_of(type_: str, name: str) -> str:
    """Type, colon, and the name in NFKC, casefolded, with everything but letters, their marks and digits turned into
    hyphens (``person:maria-lind``, ``organisation:báo-hải-cảng``). Diacritics stay, since in most languages that have
    them they make another name; letters of every script stay.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    kept = [
        letter if letter.isalnum() or unicodedata.category(letter)[0] == "M" else " "
        for letter in folded
        if letter not in APOSTROPHES
    ]
    return f"{type_}:{'-'.join(''.join(kept).split())}"


@lru_cache(1 << 14)
def key_with_reason(type_: str, name: str, language: str | None) -> tuple[str, str]:
    """The key of an entity that the gazetteer doesn't know, and why names that differ may share it."""
    if type_ == "person":
        form = people.matched(name, language)
        if form and key_of(type_, form) != key_of(type_, name):
            return key_of(type_, form), f"romanised: {form}"
        return key_of(type_, form or name), "name: as written"
    if type_ == "organisation":
        matched = organisations.matched(name, language)
        if matched.why:
            return key_of(type_, matched.form), f"{matched.why}: {matched.form}"
        return key_of(type_, matched.form), "name: as written"
    if type_ == "place" and script_of(name):
        return key_of(type_, romanised(name, language)), f"romanised: {romanised(name, language)}"
    return key_of(type_, name), "name: as written"
