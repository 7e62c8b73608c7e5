"""An engine's answers against what is known to be right."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .engine import HITS, TYPES, EntityCount, Found

Answer = Mapping[str, Any]
"""As ``archive.oracle.Answer``, read from JSON."""

_MONTH = re.compile(r"\d{4}-\d\d")


def mistakes(cell: str, found: Found, right: Answer, *, exact_order: bool, numbers: Mapping[int, str]) -> list[str]:
    """What is wrong with an answer.

    Engines break ties as they like, and so entities at the tenth's count may be others, unless the order is promised.
    Hits are compared one by one only there, too, where they are known: the others weigh words otherwise.

    Args:
        numbers: the key of each entity by its number in the files for other engines.
    """
    wrong = []
    if cell in "acd":
        wrong += _hits(found, right, exact_order)
    if cell in "bcd":
        wrong += [problem for type in TYPES for problem in _entities(type, found, right, exact_order, numbers)]
    if cell == "e":
        # Articles known by their year alone are counted by ours only.
        months = {month: articles for month, articles in found.months.items() if _MONTH.fullmatch(month or "")}
        if months != {month: articles for month, articles in right["months"].items() if _MONTH.fullmatch(month)}:
            wrong.append("the months differ")
    return wrong


def _hits(found: Found, right: Answer, exact_order: bool) -> list[str]:
    expected = min(HITS, right["count"])
    if len(found.hits) != expected:
        return [f"{len(found.hits)} hits, not {expected}"]
    if not all(title for _, title in found.hits):
        return ["a hit without title"]
    numbers = [number for number, _ in found.hits]
    if exact_order and right["hits"] is not None and numbers != right["hits"]:
        return [f"hits {numbers[:3]} …, not {right['hits'][:3]} …"]
    return []


def _entities(type: str, found: Found, right: Answer, exact_order: bool, numbers: Mapping[int, str]) -> list[str]:
    expected = [(one["key"], one["articles"]) for one in right["entities"][type]]
    counted = [(_key(one, numbers), one.articles) for one in found.entities.get(type, ())]
    if exact_order:
        return [] if counted == expected else [f"{type}: {counted[:3]} …, not {expected[:3]} …"]
    if [articles for _, articles in counted] != [articles for _, articles in expected]:
        return [f"{type}: counts {[articles for _, articles in counted]}"]
    last = expected[-1][1] if expected else 0
    if {one for one in counted if one[1] > last} != {one for one in expected if one[1] > last}:
        return [f"{type}: other entities"]
    return []


def _key(one: EntityCount, numbers: Mapping[int, str]) -> str:
    return numbers.get(one.entity, "") if isinstance(one.entity, int) else one.entity
