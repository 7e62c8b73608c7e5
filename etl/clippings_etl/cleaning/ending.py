"""Marks that say that a text is over: ``###``, ``-30-``, ``(END)``."""

from __future__ import annotations

import re

from ..documents import Metadata
from .document import Document, Line, Place
from .labels import alternatives, words
from .rule import Example, Rule, keep

_WORDS = words(
    """
    en: end, ends, ends/, the end, item ends, end of text, more to come, more to follow, end of story
    vi: hết
    fr: fin
    de: ende, schluss
    es: fin
    pt: fim
    it: fine
    nl: einde
    sv: slut
    ru: конец
    uk: кінець
    pl: koniec
    cs: konec
    tr: son
    id: tamat, selesai
    zh: 完, 完结, 全文完, 本文完
    ja: 了, 終, おわり, 完
    ko: 끝
    ar: انتهى, النهاية, انتهى/
    fa: پایان, انتهای پیام
    th: จบ
    hi: समाप्त
    """
)
_SIGNS = re.compile(
    r"(?:#\s?){2,5}|[-–—]{1,2}\s?30\s?[-–—]{1,2}|[■□◆●▪◼⬛∎]{1,3}|[-–—/]{1,3}end[-–—/]{1,3}|xxx", re.IGNORECASE
)
_MARKED = re.compile(
    rf"[(\[（【<]\s?(?:{alternatives(_WORDS)})\s?[)\]）】>]|[-–—*/]{{1,3}}\s?(?:{alternatives(_WORDS)})\s?[-–—*/]{{1,3}}",
    re.IGNORECASE,
)
_AGENCY = re.compile(r"انتهای پیام\s?/?.{0,12}|끝|ENDS|ENDS/|/ENDS", re.IGNORECASE)


def _mark(line: Line, document: Document) -> Metadata | None:
    """Only right below a paragraph: a story's own “The End” stands apart, and verse has none."""
    above = document.above(line)
    if above is None or line.place is not Place.TAIL:
        return None
    text = line.text
    if _SIGNS.fullmatch(text):
        return Metadata()
    if not above.is_paragraph:
        return None
    return Metadata() if _MARKED.fullmatch(text) or _AGENCY.fullmatch(text) else None


RULES: tuple[Rule, ...] = (
    Rule(
        id="ending.mark",
        version=1,
        languages=tuple(_WORDS),
        description="Mark below the text that says that it is over.",
        matcher=_mark,
        examples=(
            Example("###"),
            Example("-30-"),
            Example("(END)"),
            Example("- Ende -", "de"),
            Example("(Hết)", "vi"),
            Example("(FIN)", "fr"),
            Example("(FIN)", "es"),
            Example("(Fim)", "pt"),
            Example("(конец)", "ru"),
            Example("（完）", "zh"),
            Example("(انتهى)", "ar"),
            Example("(Tamat)", "id"),
            Example("انتهای پیام", "fa"),
        ),
        counterexamples=keep("The End", "END", "- 30 knots", "The end of the line", "# 30"),
        places=(Place.TAIL,),
    ),
)
