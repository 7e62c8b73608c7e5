"""What a page says about its article besides the text: title, authors, date, publisher, address, language.

The sources, the most trustworthy first, differ from field to field: JSON-LD, OpenGraph and ``article:…``, the
older names (Dublin Core, citation_…, parsely, sailthru), microdata, ``rel=author`` and ``<time>``, the page's
``<title>``. What none of them says stays unknown.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from lxml import etree

from ..documents import Metadata
from .authors import join_authors
from .json_ld import LinkedData, read_linked_data
from .page_blocks import Block, Element, Page
from .page_dates import published
from .page_titles import choose_title
from .page_tree import Tree
from .page_words import TELLING

_MOST_ELEMENTS = 3_000
_LONGEST_MARKUP = 4_000
_MOST_INNER = 25
_LONGEST_FIELD = 300
_LONGEST_BYLINE = 100

_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "publish-date",
    "publish_date",
    "publishdate",
    "published_time",
    "published-date",
    "publication_date",
    "publicationdate",
    "pubdate",
    "originalpublicationdate",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "dcterms.created",
    "dcterms.issued",
    "dcterms.date",
    "dc.date.issued",
    "dc.date.created",
    "dc.date",
    "ptime",
    "displaydate",
    "date",
)
_CHANGED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified")
_AUTHORS = (
    "author",
    "article:author",
    "article:author_name",
    "og:author",
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor",
    "byl",
    "article.author",
    "authors",
)
_TITLES = (
    "og:title",
    "twitter:title",
    "parsely-title",
    "sailthru.title",
    "citation_title",
    "dc.title",
    "dcterms.title",
    "title",
)
_SITES = ("og:site_name", "application-name", "citation_journal_title", "dc.publisher", "dcterms.publisher")
_LANGUAGES = ("og:locale", "content-language", "dc.language", "dcterms.language", "language")
_RENAMED = {"iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro", "cn": "zh", "gr": "el", "jp": "ja", "ua": "uk"}
"""Codes that ISO 639 has withdrawn, and countries that pages name instead of languages."""
_BYLINE = re.compile(r"(?:^|[-_])(?:byline|authors?)(?:[-_]?names?)?(?:$|[-_])", re.IGNORECASE)
_DATED = re.compile(r"date|publish|time", re.IGNORECASE)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z]+)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What the page says; None: it doesn't."""

    title: str | None
    url: str | None
    language: str | None
    metadata: Metadata
    body: str
    """The article's text in JSON-LD; empty where there is none."""


def read_metadata(root: Tree, page: Page, url: str | None, opening: str) -> PageMetadata:
    """Read a page's metadata.

    Args:
        page: the blocks of the same tree.
        url: the page's address, as far as it is known.
        opening: the first lines of the article's text; a title that stands there is the right one.
    """
    soup = _told(root, page)
    metas = _metas(soup)
    headings = [heading for tag in soup.find_all("h1") if (heading := _line(tag.get_text(" ")))]
    titles = [title for name in _TITLES for title in metas.get(name, ())]
    linked = read_linked_data([script.string or "" for script in soup.find_all("script")], [*headings, *titles])
    document_title = _line(soup.title.get_text(" ")) if soup.title else ""
    language = _language(root, metas, linked)
    address = _address(soup, metas, linked, url)
    site = _line(next(iter(metas.get("og:site_name", ())), "")) or _line(linked.publisher)
    publishers = [_line(linked.publisher), *(value for name in _SITES for value in metas.get(name, ()))]
    publisher = next((name for name in publishers if name and "://" not in name), "")
    changed = [_line(linked.changed), *(value for name in _CHANGED for value in metas.get(name, ()))]
    iso, written = published(_dates(soup, metas, linked), changed, page, language, url or address)
    title = choose_title(
        headings,
        [_line(linked.headline), *titles],
        document_title,
        _site_names(site, publisher, address or url),
        opening,
    )
    byline = join_authors(_authors(soup, metas, linked), _site_names(site, publisher, None))
    return PageMetadata(
        title=title or None,
        url=address,
        language=language,
        metadata=Metadata(iso, written, byline or None, publisher or None),
        body=linked.body,
    )


def _told(root: Tree, page: Page) -> BeautifulSoup:
    """A small document of only those elements that may tell something: reading all of a page takes long."""
    head = root.find("head")
    elements = [] if head is None else list(head.iter(etree.Element))
    elements += [block.element for block in page.blocks if _may_tell(block)]
    parts = (_markup(element) for element in islice(elements, _MOST_ELEMENTS))
    return BeautifulSoup("".join(parts), "lxml")


def _may_tell(block: Block) -> bool:
    return block.is_telling or block.tag in TELLING


def _markup(element: Element) -> str:
    """An element for the small document; empty if it tells nothing or is too large to be a field."""
    if element.tag == "script":
        if "ld+json" not in element.get("type", ""):
            return ""
        return f'<script type="application/ld+json">{element.text or ""}</script>'
    inner = sum(1 for _ in islice(element.iter(), _MOST_INNER))
    if element.tag not in ("h1", "title") and inner == _MOST_INNER:
        return ""
    markup: str = etree.tostring(element, encoding="unicode", method="html", with_tail=False)
    return markup if len(markup) <= _LONGEST_MARKUP else ""


def _metas(soup: BeautifulSoup) -> dict[str, list[str]]:
    """What the ``meta`` elements say, by name in lower case."""
    metas: dict[str, list[str]] = {}
    for tag in soup.find_all("meta"):
        value = _line(_attribute(tag, "content") or _attribute(tag, "value"))
        if not value:
            continue
        names = {_attribute(tag, key).strip().lower() for key in ("property", "name", "itemprop", "http-equiv")}
        for name in sorted(names - {""}):
            metas.setdefault(name, []).append(value)
    return metas


def _attribute(tag: Tag, name: str) -> str:
    value = tag.get(name)
    return " ".join(value) if isinstance(value, list) else value or ""


def _line(text: str) -> str:
    """In one line, without entities, control characters or markup, and no longer than a field may be."""
    text = html.unescape(text[: 4 * _LONGEST_FIELD])
    if "<" in text:
        text = re.sub(r"<[^<>]*>", " ", text)
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())[:_LONGEST_FIELD].strip()


def _authors(soup: BeautifulSoup, metas: dict[str, list[str]], linked: LinkedData) -> Iterator[list[str]]:
    """The authors by each of the sources."""
    yield [_line(name) for name in linked.authors]
    for name in _AUTHORS:
        yield metas.get(name, [])
    yield [name for tag in soup.find_all(None, {"itemprop": "author"}) for name in _in_markup(tag)]
    yield [_line(tag.get_text(" ")) for tag in soup.find_all("a", rel="author")]
    for tag in soup.find_all(class_=_BYLINE):
        yield _in_markup(tag)


def _in_markup(tag: Tag) -> list[str]:
    """The names in a byline: what is marked as a name, else what is linked, else the whole of a short line."""
    for marked in (tag.find_all(None, {"itemprop": "name"}), tag.find_all("a")):
        names = [name for one in marked if " " in (name := _line(one.get_text(" ") or _attribute(one, "content")))]
        if names:
            return names
    text = _line(tag.get_text(" "))
    return [text] if len(text) <= _LONGEST_BYLINE else []


def _dates(soup: BeautifulSoup, metas: dict[str, list[str]], linked: LinkedData) -> Iterator[str]:
    yield _line(linked.published)
    for name in _PUBLISHED:
        yield from metas.get(name, ())
    times = soup.find_all("time")
    marked = [tag for tag in times if tag.has_attr("pubdate") or _attribute(tag, "itemprop") == "datePublished"]
    for tag in (*marked, *soup.find_all(None, {"itemprop": "datePublished"}), *times):
        if "modified" in _attribute(tag, "itemprop").lower() or "update" in _attribute(tag, "class").lower():
            continue
        yield _line(_attribute(tag, "datetime") or _attribute(tag, "content"))
        yield _line(tag.get_text(" "))
    for tag in soup.find_all(class_=_DATED):
        yield _line(tag.get_text(" "))


def _language(root: Tree, metas: dict[str, list[str]], linked: LinkedData) -> str | None:
    declared = [root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang"), root.get("xml:lang")]
    for value in (*declared, *(v for name in _LANGUAGES for v in metas.get(name, ())), linked.language):
        found = _LANGUAGE.fullmatch((value or "").strip())
        if found:
            code = found[1].lower()
            return _RENAMED.get(code, code)
    return None


def _address(soup: BeautifulSoup, metas: dict[str, list[str]], linked: LinkedData, url: str | None) -> str | None:
    """The article's own address; one that names only the site is nobody's."""
    canonical = [_attribute(tag, "href") for tag in soup.find_all("link", rel="canonical")]
    for address in (*canonical, *metas.get("og:url", ()), linked.url):
        full = _web_address(address, url)
        if full and (urlsplit(full).path.strip("/") or urlsplit(full).query):
            return full
    return None


def _web_address(address: str, base: str | None) -> str | None:
    address = address.strip()
    if not address or len(address) > 2_000 or not address.isprintable() or " " in address:
        return None
    try:
        full = urljoin(base or "", address)
        parts = urlsplit(full)
        return full if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def _site_names(site: str, publisher: str, url: str | None) -> list[str]:
    """What the site may be called in a title."""
    names: Iterable[str] = (site, publisher)
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        host = None
    if host:
        labels = host.removeprefix("www.").split(".")
        names = (*names, ".".join(labels), *(label for label in labels[:-1] if len(label) > 3))
    return [name for name in dict.fromkeys(names) if name]
