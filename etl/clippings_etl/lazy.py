"""Names that are imported when they are first asked for, so that a build that has nothing to do starts at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module


def lazily(package: str, places: Mapping[str, str]) -> Callable[[str], object]:
    """The ``__getattr__`` of a package, see PEP 562.

    Args:
        package: its ``__name__``.
        places: the names, each with the module in the package that it is imported from. No module has the name itself,
            or importing that would hide it.
    """

    def get(name: str) -> object:
        if name not in places:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f".{places[name]}", package), name)

    return get
