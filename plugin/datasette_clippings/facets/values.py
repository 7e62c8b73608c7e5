"""The values of a facet: an entity, a month, a language or a site, with its count and its links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..addresses import Address
from ..dates import shown_month
from ..entity_types import TYPE_HEADINGS
from ..languages import Languages
from ..results import EntityCount, ValueCount
from ..searching.filters import ENTITY_ARGUMENT, NOT_ENTITY_ARGUMENT
from ..searching.periods import PERIOD_ARGUMENT
from ..translations import N_

HEADINGS = {**TYPE_HEADINGS, "month": N_("Months"), "language": N_("Languages"), "site": N_("Sites")}
"""What lists of values are called; also, in this order, all that articles are counted by."""

_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])", re.ASCII)
_MONTH_LENGTH = 7  # of what is counted as a month; dates that are no dates may be longer


@dataclass(frozen=True)
class FacetValue:
    """A value, and the number of matching articles that have it; of an excluded one, the number that it leaves out.

    `toggle_url` adds it to the filters, or takes it away where it is chosen or excluded.
    """

    value: str | None
    label: str
    articles: int
    selected: bool
    excluded: bool
    toggle_url: str
    exclude_url: str | None = None


def entity_value(count: EntityCount, address: Address) -> FacetValue:
    """An entity that may be chosen or excluded."""
    selected = address.has(ENTITY_ARGUMENT, count.key)
    excluded = address.has(NOT_ENTITY_ARGUMENT, count.key)
    released = address.removing(ENTITY_ARGUMENT, count.key).removing(NOT_ENTITY_ARGUMENT, count.key)
    return FacetValue(
        value=count.key,
        label=count.name,
        articles=count.articles,
        selected=selected,
        excluded=excluded,
        toggle_url=str(released if selected or excluded else released.adding(ENTITY_ARGUMENT, count.key)),
        exclude_url=None if excluded else str(released.adding(NOT_ENTITY_ARGUMENT, count.key)),
    )


def column_value(column: str, count: ValueCount, address: Address, languages: Languages) -> FacetValue:
    """A month, language or site that may be chosen."""
    argument, value = column_filter(column, count.value)
    selected = address.has(argument, value)
    chosen = address.replacing if argument == PERIOD_ARGUMENT else address.adding  # of periods one at a time
    return FacetValue(
        value=count.value,
        label=column_label(column, count.value, languages),
        articles=count.articles,
        selected=selected,
        excluded=False,
        toggle_url=str(address.removing(argument, value) if selected else chosen(argument, value)),
    )


def column_filter(column: str, value: str | None) -> tuple[str, str]:
    """The argument that selects exactly the articles that a value counts."""
    name = "published" if column == "month" else column
    if value is None:
        return f"{name}__isnull", "1"
    if column == "month" and _MONTH.fullmatch(value):
        return PERIOD_ARGUMENT, value
    if column == "month" and len(value) == _MONTH_LENGTH:
        return "published__startswith", value
    return name, value


def column_label(column: str, value: str | None, languages: Languages) -> str:
    """A month, language or site for people."""
    if column == "month":
        return shown_month(value)
    if column == "language":
        language = languages.get(value)
        return language.name if language else "unknown"
    return value or "no site"


def with_chosen(listed: Sequence[EntityCount], chosen: Sequence[EntityCount]) -> list[EntityCount]:
    """A list with the chosen and excluded entities that it lacks, so that each can be released where it was chosen."""
    known = {count.key for count in listed}
    return [*listed, *(count for count in chosen if count.key not in known)]
