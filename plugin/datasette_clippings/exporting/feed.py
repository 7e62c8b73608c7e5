"""An Atom feed (RFC 4287) of a search's latest articles; the same archive always gives the same feed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timezone
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from ..articles.links import followable
from .articles import ExportedArticle
from .formats import Query, plain

ENTRIES = 50

_ATOM = "http://www.w3.org/2005/Atom"
_UNDATED = "1970-01-01T00:00:00Z"
"""When an article without a date was updated, since an entry has to say; the feed's subtitle says that it is none."""

_DATE = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?)?)?", re.ASCII
)
# What XML 1.0 can't hold, and what turns the direction of all that follows.
_UNWRITTEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069\x7f-\x9f]")


def atom(query: Query, articles: Sequence[ExportedArticle], feed_url: str) -> str:
    """The feed of these articles, the latest first.

    Args:
        feed_url: its own address, with the host.
    """
    feed = ElementTree.Element("feed", {"xmlns": _ATOM})
    what = "; ".join(query.filters)
    _text(feed, "id", _urn(f"search {query.database} {feed_url.partition('?')[2]}"))
    _text(feed, "title", f"{query.database}: {what}" if what else query.database)
    _text(feed, "subtitle", "Articles without a date are said to be of 1970, since a feed has to give one.")
    _text(feed, "updated", max((updated(each.published) for each in articles), default=_UNDATED))
    _link(feed, "self", feed_url, "application/atom+xml")
    _link(feed, "alternate", query.search_url, "text/html")
    _text(ElementTree.SubElement(feed, "author"), "name", query.database)
    _text(feed, "generator", "datasette-clippings")
    for article in articles:
        _entry(feed, article)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(feed, encoding="unicode") + "\n"


def updated(published: str | None) -> str:
    """A date as Atom has it, in UTC: the beginning of what is known of it. One without a zone is taken as it is."""
    found = _DATE.fullmatch(published or "")
    if not found:
        return _UNDATED
    year, month, day, hour, minute, second, zone = found.groups()
    numbers = [
        int(each or default)
        for each, default in zip((year, month, day, hour, minute, second), (1, 1, 1, 0, 0, 0), strict=True)
    ]
    zone = "+0000" if zone in (None, "Z") else zone.replace(":", "")
    try:
        offset = datetime.strptime(zone, "%z").tzinfo
        moment = datetime(*numbers, tzinfo=offset).astimezone(timezone.utc)  # type: ignore[misc,arg-type]
    except (ValueError, OverflowError):  # 30 February, the year 0
        return _UNDATED
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")


def _entry(feed: ElementTree.Element, article: ExportedArticle) -> None:
    entry = ElementTree.SubElement(feed, "entry")
    if article.language and re.fullmatch(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*", article.language, re.ASCII):
        entry.set("xml:lang", article.language)
    _text(entry, "id", _urn(f"article {article.key}"))
    _text(entry, "title", article.title)
    _text(entry, "updated", updated(article.published))
    if updated(article.published) != _UNDATED:
        _text(entry, "published", updated(article.published))
    _link(entry, "alternate", article.link, "text/html")
    source = followable(article.url)
    if source:
        _link(entry, "via", source)
    if article.byline or article.publisher:
        _text(ElementTree.SubElement(entry, "author"), "name", article.byline or article.publisher or "")
    _text(entry, "summary", plain(article.snippets))


def _urn(name: str) -> str:
    """A lasting name, the same wherever the archive is served."""
    return uuid5(NAMESPACE_URL, f"datasette-clippings {name}").urn


def _text(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = " ".join(_UNWRITTEN.sub("", text).split())


def _link(parent: ElementTree.Element, rel: str, href: str, kind: str | None = None) -> None:
    attributes = {"rel": rel, "href": _UNWRITTEN.sub("", href)}
    ElementTree.SubElement(parent, "link", {**attributes, "type": kind} if kind else attributes)
