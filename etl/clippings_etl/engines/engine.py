"""What an engine is, and the batches that the items travel in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from ..readers import Location

Item = TypeVar("Item")
Result = TypeVar("Result")


def no_weight(item: object) -> int:
    """For items that are small."""
    return 0


class Engine(Protocol):
    """Something that does the same to many items."""

    def can_read(self, location: Location) -> bool:
        """Whether its workers can read a file themselves, where it lies; if not, its documents are sent to them."""
        ...

    def run(
        self,
        function: Callable[[Item], Result],
        items: Iterable[Item],
        *,
        lost: Callable[[Item], Result],
        weigh: Callable[[Item], int] = no_weight,
    ) -> Iterator[Result]:
        """The function's result for each item, in the order of the items, which are taken as they are needed.

        Args:
            function: one that pickle can name; it and the items travel to where the work is done.
            lost: gives the result for an item that ended its process twice: by a crash in a C library, for want of
                memory.
            weigh: an item's size in bytes.

        Raises:
            Exception: whatever the function raised; in another process, with its traceback there as its cause.
        """
        ...

    def release(self) -> None:
        """Give back what is kept from one run for the next; there may be further runs all the same."""
        ...


def batches(
    items: Iterable[Item], weigh: Callable[[Item], int], most_items: int, most_weight: int
) -> Iterator[list[Item]]:
    """The items in lists, each full at so many items or bytes."""
    batch: list[Item] = []
    weight = 0
    for item in items:
        batch.append(item)
        weight += weigh(item)
        if len(batch) == most_items or weight >= most_weight:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch
