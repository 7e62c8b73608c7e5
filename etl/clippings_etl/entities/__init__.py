"""Who and what a text mentions, linked across languages."""

from typing import TYPE_CHECKING

from ..lazy import lazily
from .data_version import gazetteer_version

if TYPE_CHECKING:
    from .gazetteer import is_named, names_of
    from .link import country_of
    from .recognition import recognise
else:
    __getattr__ = lazily(
        __name__,
        {"country_of": "link", "is_named": "gazetteer", "names_of": "gazetteer", "recognise": "recognition"},
    )

__all__ = ["country_of", "gazetteer_version", "is_named", "names_of", "recognise"]
