"""A page's markup → a tree of elements, whatever the markup is like.

libxml2 repairs broken pages as browsers do, more or less; what it can't stand is kept from it: NULs and
other control characters, and markup nested deeper than any page, which it would cut off.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from lxml import etree, html

from ..errors import DecodeError

Tree: TypeAlias = etree._Element

_GIVEN_UP = "ERR_RESOURCE_LIMIT"
"""What libxml2 calls it when it stops reading."""
_INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufddf\ufffe\uffff]")
"""Characters that XML has no place for; C1 controls stand for nothing in a text either."""


def parse(markup: str) -> Tree | None:
    """Parse a page; the tree's root is its ``html`` element.

    None for a page that libxml2 gives up on halfway: nested deeper than 2,048 elements.

    Raises:
        DecodeError: there is no element and no text in it.
    """
    data = _INVALID.sub(" ", markup).encode("utf-8")
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True, no_network=True
    )
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, AssertionError, ValueError) as error:
        raise DecodeError("the page holds no markup and no text", "Fetch it again, or leave it out.") from error
    return None if any(error.type_name == _GIVEN_UP for error in parser.error_log) else root
