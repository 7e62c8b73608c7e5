"""Markup inside a record's field → plain text.

What is only an article's body, with tags in it, loses nothing but the tags: a line for each paragraph. A whole
page goes the way of web pages, see ``html``.
"""

from __future__ import annotations

import re

from lxml import etree

_PAGE = re.compile(r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_OPENING = re.compile(
    r"\s*<(?:p|div|section|article|h[1-6]|ul|ol|table|figure|blockquote|br|span|main|img|strong)\b", re.I
)
_CLOSING = re.compile(r"</(?:p|div|section|article|h[1-6]|li|td|blockquote|main)\s*>|<br\s*/?>", re.IGNORECASE)


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_PARAGRAPHS = _tags("p div section article blockquote h1 h2 h3 h4 h5 h6 ul ol table figure")
_BLOCKS = _PARAGRAPHS | _tags(
    "address aside body center dd dl dt figcaption footer form header hr html li main nav pre tbody tfoot thead tr"
)
_NO_TEXT = _tags("head iframe noscript object script style svg template")


def is_markup(text: str) -> bool:
    """Whether a text is plainly HTML, and not prose that mentions a tag."""
    if "<" not in text:
        return False
    opens = _OPENING.match(text) or _PAGE.match(text)
    return len(_CLOSING.findall(text, 0, 200_000)) >= (1 if opens else 3)


def is_page(text: str) -> bool:
    """Whether markup is a whole web page, and not only an article's body."""
    return _PAGE.match(text) is not None


def fragment_text(markup: str) -> str:
    """All text of a piece of HTML: a line for each block, a blank line between paragraphs."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(markup.encode("utf-8"), parser)
    if root is None:
        return ""
    parts: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start" and element.tag in _NO_TEXT:
            walk.skip_subtree()
            continue
        if element.tag in _BLOCKS or element.tag == "br":
            parts.append("\n\n" if element.tag in _PARAGRAPHS else "\n")
        elif element.tag in ("td", "th") and event == "end":
            parts.append(" ")
        if event == "start":
            parts.append(_spaced(element.text))
        elif element is not root:
            parts.append(_spaced(element.tail))
    lines = [" ".join(line.split()) for line in "".join(parts).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _spaced(text: str | None) -> str:
    """Line breaks in the markup are spaces in the text."""
    return text.replace("\r", " ").replace("\n", " ") if text else ""
