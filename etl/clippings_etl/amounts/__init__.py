"""Dates, amounts of money, percentages and quantities in a text, each with its exact value."""

from typing import TYPE_CHECKING

from ..lazy import lazily
from .order import sortable

if TYPE_CHECKING:
    from .find import quantities
else:
    __getattr__ = lazily(__name__, {"quantities": "find"})

__all__ = ["quantities", "sortable"]
