"""A page's tree → its blocks: how much text and how much of it in links each element holds.

A block is an element that a browser starts a new line for; text inside `b`, `a`, `span` … belongs to the
block around it. The walk is a loop, since pages nest deeper than Python may recurse.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from .page_tree import Tree
from .page_words import (
    CONTENT_WORDS,
    FURNITURE,
    FURNITURE_ROLES,
    FURNITURE_WORDS,
    INLINE,
    LISTED,
    NEVER_SHOWN,
    TELLING_WORDS,
)

Element = etree._Element

_WORD = re.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

_NAME_LENGTH = 200
"""Characters of a class name that are looked at."""


@dataclass(slots=True, eq=False)
class Block:
    """What is known of one element. Lengths are counted in characters."""

    element: Element
    tag: str
    parent: Block | None
    is_hidden: bool
    """Whether it or an element around it is never part of an article."""
    in_link: bool
    in_list: bool
    owner: Block = field(init=False)
    """The block that its text belongs to: itself, unless it stands within a line."""
    length: int = 0
    """Of the text that belongs to it, without its inner blocks."""
    linked: int = 0
    """Of that text, how much is in links."""
    total: int = 0
    """Length with all inner blocks that are shown."""
    total_linked: int = 0
    prose: int = 0
    """Length of the paragraphs in it, hidden ones too."""
    score: float = 0.0
    is_furniture: bool = False
    """Whether its name says that it stands beside the article."""
    is_named_content: bool = False
    is_telling: bool = False
    """Whether it says that it names the author or the date."""


@dataclass(frozen=True, slots=True)
class Page:
    """All elements of a page's body, in the order of the document."""

    body: Block
    blocks: tuple[Block, ...]
    by_element: dict[Element, Block]


def read(root: Tree) -> Page:
    """Read the elements of a page's body."""
    body = root.find("body")
    top = body if body is not None else root
    names: dict[str, tuple[bool, bool, bool]] = {}
    by_element: dict[Element, Block] = {}
    for element in top.iter(etree.Element):
        around = element.getparent()
        parent = None if element is top or around is None else by_element[around]
        by_element[element] = _block(element, parent, names)
    return Page(by_element[top], tuple(by_element.values()), by_element)


def _block(element: Element, parent: Block | None, names: dict[str, tuple[bool, bool, bool]]) -> Block:
    tag = str(element.tag)
    if parent is None:
        block = Block(element, tag, None, False, False, False)
        block.owner = block
    else:
        block = Block(
            element,
            tag,
            parent,
            parent.is_hidden or tag in NEVER_SHOWN,
            parent.in_link or tag == "a",
            parent.in_list or tag in LISTED,
        )
        block.owner = parent.owner if tag in INLINE else block
        if not parent.is_hidden:
            _count(element.tail, parent)
            _name(block, names)
    if not block.is_hidden:
        _count(element.text, block)
    return block


def _count(text: str | None, block: Block) -> None:
    """Add a stretch of text to the block that it belongs to."""
    if not text or text.isspace():
        return
    length = len(text.strip())
    owner = block.owner
    owner.length += length
    if block.in_link:
        owner.linked += length


def _name(block: Block, names: dict[str, tuple[bool, bool, bool]]) -> None:
    """What the element says about itself: its class and id, its role, and whether it is shown."""
    attributes = block.element.attrib
    if block.tag in FURNITURE:
        block.is_furniture = True
    if not attributes:
        return
    name = f"{attributes.get('class', '')[:_NAME_LENGTH]} {attributes.get('id', '')[:_NAME_LENGTH]}"
    if len(name) > 1:
        said = names.get(name)
        if said is None:
            words = {word.lower() for word in _WORD.findall(name)}
            said = names[name] = (
                not words.isdisjoint(FURNITURE_WORDS),
                not words.isdisjoint(CONTENT_WORDS),
                not words.isdisjoint(TELLING_WORDS),
            )
        block.is_furniture = block.is_furniture or said[0]
        block.is_named_content, block.is_telling = said[1:]
    if "itemprop" in attributes or attributes.get("rel") == "author":
        block.is_telling = True
    block.is_furniture = block.is_furniture or _is_hidden(attributes)


def _is_hidden(attributes: etree._Attrib) -> bool:
    """Whether an element isn't shown, or is shown for something else than reading."""
    if "role" in attributes and str(attributes["role"]).lower() in FURNITURE_ROLES:
        return True
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    return bool("style" in attributes and _INVISIBLE.search(str(attributes["style"])[:_NAME_LENGTH]))
