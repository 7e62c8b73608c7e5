"""Dates, amounts of money, percentages and quantities in a text, each with its exact value."""

from .find import quantities
from .order import sortable

__all__ = ["quantities", "sortable"]
