"""The types of entities that are listed, in the order in which they always are, with their headings."""

from .translations import N_

TYPE_HEADINGS = {
    "person": N_("People"),
    "organisation": N_("Organisations"),
    "place": N_("Places"),
    "event": N_("Events"),
}

TYPE_NAMES = (N_("person"), N_("organisation"), N_("place"), N_("event"))
"""What a single one is called, on its page."""
