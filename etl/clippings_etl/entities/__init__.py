"""Who and what a text mentions, linked across languages."""

from .gazetteer import gazetteer_version, is_named, names_of
from .link import country_of
from .recognise import recognise

__all__ = ["country_of", "gazetteer_version", "is_named", "names_of", "recognise"]
