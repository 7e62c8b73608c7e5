"""One number to sort a quantity by."""

from __future__ import annotations

from ..documents import Quantity


def sortable(quantity: Quantity) -> float | None:
    """The value as a number, of a range its beginning; of a date its figures as one number, nothing without a year.

    20230821 stands for ``2023-08-21``, 20230800 for ``2023-08``, 20230000 for ``2023``.
    """
    first = quantity.value.partition("/")[0]
    if quantity.kind != "date":
        return float(first)
    if first.startswith("-"):
        return None
    return float(first.replace("-", "").ljust(8, "0"))
