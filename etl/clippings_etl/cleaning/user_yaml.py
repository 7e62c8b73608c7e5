"""YAML that a person wrote → plain values, every mistake with its line.

The file is never constructed, only its nodes are read: no tag is obeyed, no alias followed, and a value is
the text that stands there (``line: no`` means the line “no”).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ..errors import RulesProblem

MAX_BYTES = 200_000
"""Thousands of rules; a larger file is something else."""
_MAX_DEPTH = 12
_PLAIN = "tag:yaml.org,2002:"
_NULL = _PLAIN + "null"
_SCALARS = frozenset(_PLAIN + kind for kind in ("str", "int", "float", "bool", "null", "timestamp"))
"""What a value is taken for when nothing is said; each is read as the text that stands there."""
_BOOLEANS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


@dataclass(slots=True)
class Reading:
    """One file as it is read, and what is wrong with it so far."""

    file: str
    problems: list[RulesProblem]
    loader: Any = yaml.SafeLoader
    """``yaml.CSafeLoader`` reads the same ten times as fast, with other words for some mistakes."""

    def wrong(self, node: Node, message: str) -> None:
        """Note a mistake at the line where a node starts."""
        self.problems.append(RulesProblem(self.file, node.start_mark.line + 1, message))

    def compose(self, text: str) -> Node | None:
        """The file's nodes; None where it is empty or no YAML that can be used."""
        if unprintable := yaml.reader.Reader.NON_PRINTABLE.search(text):
            line = text.count("\n", 0, unprintable.start()) + 1
            self._at(line, f"the character U+{ord(unprintable.group()):04X} can't stand in YAML")
            return None
        try:
            return yaml.compose(text, self.loader) if self._is_harmless(text) else None
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            said = ", ".join(filter(None, (error.context, error.problem)))
            self._at(_line(mark), f"this is no YAML: {said}")
        return None

    def _is_harmless(self, text: str) -> bool:
        depth = 0
        for event in yaml.parse(text, self.loader):
            if isinstance(event, yaml.AliasEvent):
                self._at(_line(event.start_mark), f"aliases (*{event.anchor}) are not followed; write it out")
                return False
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > _MAX_DEPTH:
                self._at(_line(event.start_mark), f"lists and mappings are nested more than {_MAX_DEPTH} deep")
                return False
        return True

    def _at(self, line: int, message: str) -> None:
        self.problems.append(RulesProblem(self.file, line, message))

    def mapping(self, node: Node, keys: Iterable[str], what: str) -> dict[str, Node]:
        """The values of a mapping's known keys."""
        known = tuple(keys)
        if not isinstance(node, MappingNode):
            self.wrong(node, f"{what} must be a mapping with some of: {', '.join(known)}; it is {_kind(node)}")
            return {}
        found: dict[str, Node] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, ScalarNode) else None
            if name not in known:
                self.wrong(key, f"{what} has no key {_shown(key)}{suggestion(name, known)}")
            elif name in found:
                self.wrong(key, f"{name} stands twice in {what}; make one list of it")
            else:
                found[name] = value
        return found

    def items(self, node: Node, what: str) -> Iterator[Node]:
        """The items of a list; a lone value is a list of one."""
        if isinstance(node, SequenceNode):
            if not node.value:
                self.wrong(node, f"{what} is an empty list; take it out or fill it")
            yield from node.value
        elif isinstance(node, ScalarNode) and node.tag == _NULL:
            self.wrong(node, f"{what} is empty; take it out or fill it")
        else:
            yield node

    def text(self, node: Node, what: str) -> str | None:
        """A text, as it is written; None where there is none."""
        if not isinstance(node, ScalarNode) or node.tag not in _SCALARS:
            self.wrong(node, f"{what} must be text; it is {_kind(node)}")
        elif node.tag == _NULL or not node.value.strip():
            self.wrong(node, f"{what} is empty")
        else:
            return str(node.value)
        return None

    def texts(self, node: Node, what: str) -> tuple[str, ...]:
        """A text or a list of texts."""
        return tuple(text for item in self.items(node, what) if (text := self.text(item, what)) is not None)

    def number(self, node: Node, what: str, least: int, most: int) -> int | None:
        """A whole number between two others."""
        written = node.value if isinstance(node, ScalarNode) else ""
        number = int(written) if written.isdecimal() and len(written) < 10 else None
        if number is None or not least <= number <= most:
            self.wrong(node, f"{what} must be a whole number from {least:,} to {most:,}; it is {_shown(node)}")
            return None
        return number

    def truth(self, node: Node, what: str) -> bool | None:
        """Yes or no."""
        value = _BOOLEANS.get(node.value.lower()) if isinstance(node, ScalarNode) else None
        if value is None:
            self.wrong(node, f"{what} must be true or false; it is {_shown(node)}")
        return value

    def choices(self, node: Node, what: str, known: Iterable[str]) -> tuple[str, ...]:
        """Some of the known words."""
        words = tuple(known)
        found = []
        for item in self.items(node, what):
            word = self.text(item, what)
            if word in words:
                found.append(word)
            elif word is not None:
                self.wrong(item, f"{what} can't be {word!r}{suggestion(word, words)}")
        return tuple(found)


def suggestion(word: str | None, known: Iterable[str]) -> str:
    """What was probably meant, else all that there is, as the end of a message."""
    words = tuple(known)
    close = get_close_matches(word, words, n=1) if word else []
    if close:
        return f"; did you mean {close[0]}?"
    return f"; there is {', '.join(words)}" if len(words) <= 20 else ""


def _line(mark: object) -> int:
    """The line of a mark, from 1; PyYAML has two kinds of them, and sometimes none."""
    return int(getattr(mark, "line", 0)) + 1


def _kind(node: Node) -> str:
    if isinstance(node, MappingNode):
        return "a mapping"
    if isinstance(node, SequenceNode):
        return "a list"
    return "empty" if node.tag == _NULL else repr(node.value) if node.tag in _SCALARS else f"tagged {node.tag}"


def _shown(node: Node) -> str:
    return repr(node.value[:60]) if isinstance(node, ScalarNode) and node.value else _kind(node)
