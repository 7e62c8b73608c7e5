"""Addresses with a query, from which a page makes its links: one argument more, one less."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

from .translations import LANGUAGE_ARGUMENT

NEXT_ARGUMENT = "_next"
"""Where a list goes on; left behind by every change of what is listed."""


@dataclass(frozen=True)
class Address:
    """A path and the arguments behind it, in their order."""

    path: str
    arguments: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of_request(cls, request: Any, path: str | None = None) -> Address:
        """The address that was asked for, or the same arguments at another path."""
        pairs = parse_qsl(request.query_string, keep_blank_values=True)
        pairs = [pair for pair in pairs if pair[0] != LANGUAGE_ARGUMENT]  # the next page knows it from the cookie
        return cls(request.path if path is None else path, tuple(pairs))

    def __str__(self) -> str:
        return f"{self.path}?{urlencode(self.arguments)}" if self.arguments else self.path

    def has(self, name: str, value: str) -> bool:
        return (name, value) in self.arguments

    def adding(self, name: str, value: str) -> Address:
        """With one argument more (once), from the list's beginning."""
        return Address(self.path, (*self.removing(name, value).arguments, (name, value)))

    def removing(self, name: str, value: str) -> Address:
        """Without this value of an argument, from the list's beginning."""
        return self._keeping(lambda key, each: key != NEXT_ARGUMENT and (key, each) != (name, value))

    def replacing(self, name: str, value: str | None) -> Address:
        """With this as the only value of an argument (None: without the argument), from the list's beginning."""
        rest = self._keeping(lambda key, _: key not in (NEXT_ARGUMENT, name))
        return rest if value is None else Address(self.path, (*rest.arguments, (name, value)))

    def without(self, *names: str) -> Address:
        return self._keeping(lambda key, _: key not in names)

    def at(self, path: str) -> Address:
        """The same arguments at another path."""
        return Address(path, self.arguments)

    def _keeping(self, wanted: Any) -> Address:
        return Address(self.path, tuple((name, value) for name, value in self.arguments if wanted(name, value)))
