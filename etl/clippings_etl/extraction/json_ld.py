"""What a page's JSON-LD says about its article (https://schema.org/Article).

Sites write it in many shapes: one object, a list, an `@graph` whose nodes name each other by `@id`; with comments
around it, raw line breaks in its strings, commas too many. What can't be mended is passed over.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_ARTICLE_TYPES = re.compile(r"(?:.*Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting)$")
_PAGE_TYPES = re.compile(r"(?:.*Page|VideoObject|Recipe|Review|PodcastEpisode|CreativeWork|Event|Product)$")
_MOST_NODES = 20_000
_LONGEST = 4_000_000
"""Characters of a script that are worth reading."""
_AROUND = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*;?\s*$"
)
_COMMA_TOO_MANY = re.compile(r",(\s*[}\]])")

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class LinkedData:
    """What was said; empty where nothing was."""

    headline: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    changed: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    body: str = ""
    """The article's text, as far as the page has it there."""


def read_linked_data(scripts: list[str], headlines: list[str]) -> LinkedData:
    """Read the scripts of a page.

    Args:
        headlines: what the page's article is called elsewhere, to tell it from others that are described as well.
    """
    nodes = [node for script in scripts for node in _nodes(_loads(script))]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if _is_a(node, _ARTICLE_TYPES)]
    pages = [node for node in nodes if _is_a(node, _PAGE_TYPES)]
    candidates = articles or [node for node in pages if "headline" in node or "datePublished" in node]
    if not candidates:
        return LinkedData(publisher=_site(nodes))
    known = {_letters(headline) for headline in headlines if headline}
    node = next((node for node in candidates if _letters(_text(node.get("headline"))) in known), candidates[0])
    return LinkedData(
        headline=_text(node.get("headline")) or _text(node.get("name")),
        authors=tuple(_names(node.get("author") or node.get("creator"), by_id)),
        published=_text(node.get("datePublished")) or _text(node.get("dateCreated")),
        changed=_text(node.get("dateModified")),
        publisher=next(iter(_names(node.get("publisher"), by_id)), "") or _site(nodes),
        url=_text(node.get("url")) or _address(node.get("mainEntityOfPage")),
        language=_text(node.get("inLanguage")),
        body=_text(node.get("articleBody")),
    )


def _loads(script: str) -> Any:
    text = _AROUND.sub("", _AROUND.sub("", script[:_LONGEST])).strip().rstrip(";")
    found = _read(text)
    return found if found is not None else _read(_COMMA_TOO_MANY.sub(r"\1", text))


def _read(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(data: Any) -> Iterator[Node]:
    """All objects, outermost first, in the order of the document."""
    stack, seen = [data], 0
    while stack and seen < _MOST_NODES:
        value = stack.pop()
        seen += 1
        if isinstance(value, dict):
            yield value
            stack.extend(reversed([inner for inner in value.values() if isinstance(inner, dict | list)]))
        elif isinstance(value, list):
            stack.extend(reversed(value[:_MOST_NODES]))


def _is_a(node: Node, types: re.Pattern[str]) -> bool:
    given = node.get("@type")
    return any(isinstance(one, str) and types.match(one) for one in (given if isinstance(given, list) else [given]))


def _site(nodes: list[Node]) -> str:
    return next((_text(node.get("name")) for node in nodes if node.get("@type") == "WebSite"), "")


def _names(value: Any, by_id: dict[str, Node]) -> Iterator[str]:
    """Names of persons and organisations, written as strings, objects or references to objects."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            if "name" not in one:
                one = by_id.get(str(one.get("@id")), one)
            names = one.get("name")
            yield from filter(None, map(_text, names if isinstance(names, list) else [names]))
        elif text := _text(one):
            yield text


def _address(value: Any) -> str:
    return _text(value.get("@id")) if isinstance(value, dict) else _text(value)


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = next((one for one in value if isinstance(one, str)), "")
    return value if isinstance(value, str) else ""


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
