"""Which lines a user's own rule means: lines written out, beginnings, parts, regular expressions.

Regular expressions are RE2's: their time grows with the line and never explodes, whatever the pattern and
whatever a document holds, which Python's own can't promise.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import re2

LONGEST_PATTERN = 1000
"""Characters; what is longer is no pattern that anybody reads."""

_NOTHING: Mapping[str, str] = {}

# RE2's own classes know ASCII only; these are what Python's mean.
_CLASSES = {"w": r"\pL\pM\pN_", "d": r"\p{Nd}", "s": r"\s\v\pZ"}
_PROBES = ("abc def ghi", "ЖЗИЙ клмн", "中文字符，日本", "0123 4567", "— = + ~ % §")
"""Lines that have nothing in common: what takes them all takes every line."""
_PROBLEMS = (
    ("invalid perl operator", "look-ahead and look-behind are not available"),
    ("invalid escape sequence: \\1", "back-references are not available"),
    ("missing )", "a closing bracket ) is missing"),
    ("unexpected )", "a closing bracket ) has no opening one"),
    ("missing ]", "a closing bracket ] is missing"),
    ("no argument for repetition operator", "nothing stands before a *, + or ?"),
    ("bad repetition operator", "two repetitions follow each other"),
    ("invalid repetition size", "a repetition counts to more than 1,000"),
    ("pattern too large", "it is too large: repeat less in braces"),
)


class PatternError(ValueError):
    """A regular expression can't be used; the message says why."""


@dataclass(frozen=True)
class LinePattern:
    """Lines that a user described. Of each list one has to hold, and all the lists that aren't empty.

    Lines are compared with their white space made single spaces and their characters composed (NFC).
    """

    line: tuple[str, ...] = ()
    """The whole line."""
    starts_with: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()
    """Regular expressions, found anywhere in the line."""
    ignore_case: bool = False

    def find(self, text: str) -> Mapping[str, str] | None:
        """None where the line isn't one of these; else what the regular expression's named groups hold."""
        seen = _compared(text)
        folded = seen.casefold() if self.ignore_case else seen
        line, starts_with, contains = self._wanted
        if (
            (line and folded not in line)
            or (starts_with and not folded.startswith(starts_with))
            or (contains and not any(part in folded for part in contains))
        ):
            return None
        if not self.matches:
            return _NOTHING
        for pattern in self._compiled:
            match = pattern.search(seen)
            if match:
                return {name: value.strip() for name, value in match.groupdict().items() if value and value.strip()}
        return None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked of a line, so that every line is meant."""
        return not (self.line or self.starts_with or self.contains or self.matches)

    @cached_property
    def _wanted(self) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
        return frozenset(map(self._prepared, self.line)), self._all(self.starts_with), self._all(self.contains)

    @cached_property
    def _compiled(self) -> tuple[Any, ...]:
        return tuple(compile_pattern(pattern, ignore_case=self.ignore_case) for pattern in self.matches)

    def _all(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(self._prepared, texts))

    def _prepared(self, text: str) -> str:
        seen = _compared(text)
        return seen.casefold() if self.ignore_case else seen


def compile_pattern(pattern: str, *, ignore_case: bool = False) -> Any:
    """Compile a regular expression, ``\\w``, ``\\d`` and ``\\s`` meaning the letters, digits and spaces of all scripts.

    Raises:
        PatternError: it can't be used.
    """
    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = not ignore_case
    try:
        return re2.compile(_translated(pattern), options)
    except re2.error as error:
        said = error.args[0].decode("utf-8", "replace")
        known = next((meaning for start, meaning in _PROBLEMS if said.startswith(start)), None)
        raise PatternError(f"{known} ({said})" if known else said) from error


def check_pattern(pattern: str, *, ignore_case: bool = False) -> frozenset[str]:
    """The names of a regular expression's groups, once it is known to be of use.

    Raises:
        PatternError: it can't be compiled, is too long, or takes every line.
    """
    if len(pattern) > LONGEST_PATTERN:
        raise PatternError(f"it is longer than {LONGEST_PATTERN:,} characters; make several of it")
    compiled = compile_pattern(pattern, ignore_case=ignore_case)
    if compiled.search("") or all(compiled.search(probe) for probe in _PROBES):
        raise PatternError("it takes every line; say what the lines have that others don't")
    return frozenset(compiled.groupindex)


_TOKEN = re.compile(r"\\Q.*?(?:\\E|$)|\\.|\[:\^?[a-z]+:\]|\[\^?\]?|\]|.", re.DOTALL)


def _translated(pattern: str) -> str:
    """The same pattern in RE2's words."""
    out = []
    in_class = False
    for token in _TOKEN.findall(pattern):
        escaped = token[1] if token[0] == "\\" and len(token) == 2 else ""
        if escaped == "b" and not pattern.isascii():
            raise PatternError(r"\b knows the letters of English only; write what stands there: (^|\s)")
        if escaped == "Z" and not in_class:
            out.append(r"\z")
        elif escaped and escaped.lower() in _CLASSES:
            out.append(_class(escaped, in_class))
        else:
            if token[0] == "[" and not in_class:
                in_class = True
            elif token == "]":
                in_class = False
            elif token[0] == "[" and not token.startswith("[:"):
                in_class = not token.endswith("]")
                token = "\\" + token  # a bracket in a class is a sign like any other
            out.append(token)
    return "".join(out)


def _class(letter: str, in_class: bool) -> str:
    members = _CLASSES[letter.lower()]
    if in_class:
        if letter == "D":
            return r"\P{Nd}"
        if letter.isupper():
            raise PatternError(rf"\{letter} can't stand in square brackets; for letters write \pL, for others [^…]")
        return members
    return f"[^{members}]" if letter.isupper() else f"[{members}]"


# A line is compared with one rule after the other.
@lru_cache(maxsize=8)
def _compared(text: str) -> str:
    joined = " ".join(text.split())
    if joined.isascii():
        return joined
    # Half a surrogate pair, which escapes in JSON can leave behind, is no character to RE2.
    return unicodedata.normalize("NFC", joined).encode("utf-8", "replace").decode("utf-8")
