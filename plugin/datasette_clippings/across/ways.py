"""From a search to the pages that look at its articles as a whole."""

from __future__ import annotations

from ..addresses import NEXT_ARGUMENT, Address
from ..links import SHOWING, Links
from ..searching.filters import ENTITY_ARGUMENT
from ..translations import N_
from .sides import SIDES, of_side


def ways_across(address: Address, links: Links, *, sees_entities: bool) -> list[tuple[str, str]]:
    """Words and address of each page for the articles that an address selects."""
    here = address.without(NEXT_ARGUMENT, *SHOWING)
    found = [(N_("over time"), str(here.at(links.page("timeline"))))]
    if sees_entities:
        found.append((N_("on the map"), str(here.at(links.page("map")))))
        if any(name == ENTITY_ARGUMENT for name, _ in here.arguments):
            found.append((N_("mention by mention"), str(here.at(links.page("mentions")))))
        found.append((N_("as a network"), str(here.at(links.page("network")))))
    found.append((N_("compared"), str(of_side(SIDES[0], here, links.page("compare")))))
    return found
