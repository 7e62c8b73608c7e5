"""Which addresses a page may lead to."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode, urlsplit


def followable(address: str | None) -> str | None:
    """The address where it is one of the web's; anything else (`javascript:` …) is no link."""
    if not address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme.lower() in ("http", "https") and parts.netloc else None


def difference_url(urls: Any, database: str, one: str, other: str) -> str:
    """The page on which two articles, by their keys, are compared word by word."""
    return f"{urls.database(database)}/-/difference?{urlencode({'_one': one, '_other': other})}"
