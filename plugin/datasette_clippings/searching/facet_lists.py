"""The lists beside the hits: what they can be narrowed to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..addresses import Address
from ..facets.values import HEADINGS, FacetValue, column_value, entity_value, with_chosen
from ..languages import Languages
from ..links import Links
from ..results import ValueCount
from ..translations import N_
from .answers import Answers
from .tags import MOST_TAGS, TAG_ARGUMENT

TAGS_HEADING = N_("Tags")


@dataclass(frozen=True)
class FacetList:
    """The first values of a facet; None where counting them took too long."""

    name: str
    heading: str
    values: list[FacetValue] | None
    more_url: str | None  # where there are more


def facet_lists(
    answers: Answers, types: Sequence[str], size: int, address: Address, languages: Languages, links: Links
) -> list[FacetList]:
    """The lists that hold anything: entities by type, languages, sites, tags."""
    facets = []
    for name in types:
        values = None
        more = False
        if answers.entities is not None and answers.chosen is not None:
            listed = with_chosen(answers.entities[name][:size], answers.chosen.get(name, []))
            values, more = [entity_value(each, address) for each in listed], len(answers.entities[name]) > size
        facets.append(FacetList(name, HEADINGS[name], values, links.facet(name, address) if more else None))
    for name, counts in (("language", answers.languages), ("site", answers.sites)):
        values = None if counts is None else [column_value(name, each, address, languages) for each in counts[:size]]
        more = len(counts or ()) > size
        facets.append(FacetList(name, HEADINGS[name], values, links.facet(name, address) if more else None))
    tags = None if answers.tags is None else [_tag_value(each, address) for each in answers.tags[:MOST_TAGS]]
    facets.append(FacetList("tag", TAGS_HEADING, tags, None))
    return [facet for facet in facets if facet.values is None or facet.values]


def _tag_value(count: ValueCount, address: Address) -> FacetValue:
    """A tag that may be chosen."""
    tag = count.value or ""
    selected = address.has(TAG_ARGUMENT, tag)
    return FacetValue(
        value=tag,
        label=tag,
        articles=count.articles,
        selected=selected,
        excluded=False,
        toggle_url=str(address.removing(TAG_ARGUMENT, tag) if selected else address.adding(TAG_ARGUMENT, tag)),
    )
