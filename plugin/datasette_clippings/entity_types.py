"""The types of entities that are listed, in the order in which they always are, with their headings."""

TYPE_HEADINGS = {"person": "People", "organisation": "Organisations", "place": "Places", "event": "Events"}
