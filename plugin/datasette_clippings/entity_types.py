"""The types of entities that are listed, in the order in which they always are, with their headings."""

from .translations import N_

TYPE_HEADINGS = {
    "person": N_("People"),
    "organisation": N_("Organisations"),
    "place": N_("Places"),
    "event": N_("Events"),
}
