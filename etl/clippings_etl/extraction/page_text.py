"""The article's element → its text: a line for each paragraph, heading, list item and table row.

What is furniture inside the article stays out: lists and boxes of links, and paragraphs that are said twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from .page_blocks import Block, Element, Page
from .page_words import HEADINGS, MAY_BE_LINKS

_DENSE = 0.5
_LONG = 200
"""Characters from which a line is text though most of it is a link."""
_SAID_TWICE = 60
"""Characters from which a second, equal line is taken for the same one."""
_LONGEST_CELL = 100
"""Characters; what has longer cells is no table of data but a layout."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text and the block that it stands in."""

    text: str
    block: Block
    linked: int = 0
    """Characters of it that are in links."""
    is_apart: bool = False
    """Whether a blank line stands before it in its own block."""


def article_lines(top: Block, page: Page) -> list[TextLine]:
    """The lines of the article that an element holds."""
    seen: set[str] = set()
    kept = []
    for line in _Walk(top, page, keep_links=False).lines():
        if line.linked > _DENSE * len(line.text) and len(line.text) < _LONG and line.block.tag not in HEADINGS:
            continue
        if len(line.text) >= _SAID_TWICE:
            if line.text in seen:
                continue
            seen.add(line.text)
        kept.append(line)
    return kept


def all_lines(page: Page) -> list[TextLine]:
    """Every line of the page that a reader sees."""
    return list(_Walk(page.body, page, keep_links=True).lines())


def join(lines: list[TextLine]) -> str:
    """The lines as one text, with a blank line between blocks, but none within one or between items of a list."""
    parts: list[str] = []
    before: TextLine | None = None
    for line in lines:
        if before is not None:
            parts.append("\n" if _are_together(before, line) else "\n\n")
        parts.append(line.text)
        before = line
    return "".join(parts)


def _are_together(before: TextLine, line: TextLine) -> bool:
    if before.block is line.block:
        return not line.is_apart
    if before.block.tag == line.block.tag == "li":
        return before.block.parent is line.block.parent
    return before.block.tag == line.block.tag == "tr"


class _Walk:
    """A walk through an element that gathers text until something starts a new line."""

    def __init__(self, top: Block, page: Page, *, keep_links: bool) -> None:
        self.top = top
        self.page = page
        self.keep_links = keep_links
        self.parts: list[str] = []
        self.linked = 0
        self.is_apart = False
        self.begun: Block | None = None
        """The list item that has a line already."""
        self.rows: dict[Block, bool] = {}
        """Whether a row is one line."""

    def lines(self) -> Iterator[TextLine]:
        walk = etree.iterwalk(self.top.element, events=("start", "end"))
        for event, element in walk:
            block = self.page.by_element[element]
            if event == "start":
                skipped = self._is_skipped(block)
                if skipped:
                    walk.skip_subtree()
                yield from self._open(block, skipped)
            else:
                yield from self._close(block)

    def _is_skipped(self, block: Block) -> bool:
        if block is self.top:
            return False
        if not block.is_hidden and not self.keep_links and block.tag in MAY_BE_LINKS:
            block.is_hidden = block.total_linked > _DENSE * block.total
        return block.is_hidden

    def _open(self, block: Block, skipped: bool) -> Iterator[TextLine]:
        if block.tag == "br":
            # Two line breaks in a row part paragraphs.
            nothing = not any(part.strip() for part in self.parts)
            yield from self._flush(block.owner)
            self.is_apart = self.is_apart or nothing
        elif block.owner is block and block.parent is not None:
            if self._is_data_cell(block):
                self.parts.append(" | " if self.parts else "")
            else:
                yield from self._flush(block.parent.owner)
        if not skipped:
            self._add(block.element.text, block)

    def _close(self, block: Block) -> Iterator[TextLine]:
        if block.owner is block and not block.is_hidden and not self._is_data_cell(block):
            yield from self._flush(block)
        if block is not self.top and block.parent is not None:
            self._add(block.element.tail, block.parent)

    def _add(self, text: str | None, block: Block) -> None:
        if text:
            self.parts.append(text)
            if block.in_link:
                self.linked += len(text.strip())

    def _flush(self, block: Block) -> Iterator[TextLine]:
        text = "".join(self.parts)
        linked, is_apart = self.linked, self.is_apart
        self.parts, self.linked = [], 0
        pieces = text.splitlines() if block.tag == "pre" else [text]
        for piece in pieces:
            if line := " ".join(piece.split()).strip("| " if block.tag == "tr" else None):
                self.is_apart = False
                if block.tag == "li" and block is not self.begun:
                    self.begun = block
                    line = f"- {line}"
                yield TextLine(line, block, linked, is_apart)

    def _is_data_cell(self, block: Block) -> bool:
        """Whether a cell belongs into one line with its neighbours."""
        row = block.parent
        if block.tag not in ("td", "th") or row is None or row.tag != "tr":
            return False
        if row not in self.rows:
            self.rows[row] = _is_data_row(list(row.element))
        return self.rows[row]


def _is_data_row(cells: list[Element]) -> bool:
    """Whether the cells of a row are short and simple, as in a table of data."""
    return len(cells) > 1 and all(
        next(cell.iter("p", "div", "table", "ul", "ol", "br"), None) is None
        and len("".join(map(str, cell.itertext()))) <= _LONGEST_CELL
        for cell in cells
    )
