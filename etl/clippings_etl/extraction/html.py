"""Web pages: bytes → the article's text, and what the page says about it.

page_encoding  bytes → characters          page_text      the article's element → lines
page_tree      characters → elements       page_metadata  title, authors … (json_ld, authors, page_dates, page_titles)
page_blocks    elements → blocks           visible_text   what is left of a page that no parser can read
main_content   which block is the article
"""

from __future__ import annotations

from ..documents import Extracted
from ..errors import DecodeError
from .main_content import find_article
from .page_blocks import Page, read
from .page_encoding import decode_page
from .page_metadata import read_metadata
from .page_text import TextLine, all_lines, article_lines, join
from .page_tree import parse
from .visible_text import visible_text

_LEAST_BODY = 200
"""Characters of an article's text in JSON-LD from which it may stand in for the page's."""
_MOST_TAGS = 400_000
"""A page with more of them is read without its structure: no article has so many, and each costs time."""
_OPENING = 3
"""Lines in which the title is looked for."""


def extract_html(data: bytes, url: str | None = None, encoding: str | None = None) -> Extracted:
    """The article of a web page, without the page around it.

    The same bytes, address and encoding give the same result, in any process and whatever was read before.

    Args:
        data: the page as it was fetched or saved.
        url: its address, where it is known.
        encoding: the encoding that came with it (a header's ``charset``), where one did.

    Raises:
        DecodeError: the bytes are no page, or there is no text in it.
    """
    markup, codec = decode_page(data, encoding)
    root = parse(markup) if markup.count("<") <= _MOST_TAGS else None
    if root is None:
        return _without_structure(markup, codec)
    page = read(root)
    lines = _lines(page)
    metadata = read_metadata(root, page, url, "\n".join(line.text for line in lines[:_OPENING]))
    text = join(lines)
    body = _stated_body(metadata.body, text)
    if not (text or body):
        raise DecodeError("no text in the page", "It may need a browser to build it: save it from there.")
    return Extracted(
        text=body or text,
        encoding=codec,
        format="html",
        title=metadata.title,
        url=metadata.url,
        language=metadata.language,
        metadata=metadata.metadata,
    )


def _lines(page: Page) -> list[TextLine]:
    """The article's lines, or all that are seen where no article stands out."""
    top = find_article(page)
    return (article_lines(top, page) if top else []) or all_lines(page)


def _stated_body(stated: str, text: str) -> str:
    """The article's text that JSON-LD states, if the page shows less than half of it; else nothing."""
    if len(stated) < _LEAST_BODY or len(stated) < 2 * len(text):
        return ""
    body = visible_text(stated)
    return body if len(body) >= 2 * len(text) else ""


def _without_structure(markup: str, codec: str) -> Extracted:
    text = visible_text(markup)
    if not text:
        raise DecodeError("no text in the page", "Its markup is damaged; fetch it again.")
    return Extracted(text=text, encoding=codec, format="html")
