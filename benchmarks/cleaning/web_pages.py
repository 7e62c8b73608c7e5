"""How well web pages are read: the article's text, its title, authors and date, and at what speed.

    python benchmarks/cleaning/web_pages.py --data DIR [--libraries] [--halves]

DIR holds ``gold.jsonl`` (set, id, lang, url, title, authors, date, body) and the pages as ``<set>/<id>.html``.

The measure is that of https://github.com/scrapinghub/article-extraction-benchmark with one figure a page: texts
are cut into words (``\\w+``; Chinese, Japanese: characters), the words into overlapping runs of four, and F1 says how
far two bags of runs are the same; the mean over the pages of a set is printed. Titles, authors and dates count where
they are the same words, the same set of names, the same day.

``--libraries`` measures those of trafilatura, readability-lxml, resiliparse, jusText, newspaper4k, goose3 and
boilerpy3 that are installed (none of them is needed). ``--halves`` prints the sets by halves of their sites.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from clippings_etl import ClippingsError, Extracted, clean, extract_html

_RUN = 4
_BY_CHARACTER = ("zh", "ja")


@dataclass(frozen=True, slots=True)
class Page:
    """A page and what is to be read out of it."""

    set: str
    language: str
    url: str
    title: str | None
    authors: str | None
    date: str | None
    body: str
    data: bytes

    @property
    def half(self) -> int:
        """0 or 1, the same for all pages of a site."""
        host = (urlsplit(self.url).hostname or "").removeprefix("www.")
        return hashlib.sha256(host.encode()).digest()[0] & 1


Runs = Counter[tuple[str, ...]]
Extractor = Callable[[Page], str]


def runs(text: str, language: str) -> Runs:
    """The text's overlapping runs of four words; a shorter text is one run."""
    words = re.findall(r"\w" if language in _BY_CHARACTER else r"\w+", text)
    return Counter(tuple(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1))) if words else Counter()


def f1(gold: str, text: str, language: str) -> float:
    """How far two texts consist of the same runs of words, from 0 to 1."""
    expected, found = runs(gold, language), runs(text, language)
    size = expected.total() + found.total()
    return 2 * (expected & found).total() / size if size else 1.0


def load(folder: Path) -> list[Page]:
    """The pages of the data."""
    pages = []
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        data = (folder / row["set"] / f"{row['id']}.html").read_bytes()
        gold = (row["title"], row["authors"], row["date"], row["body"])
        pages.append(Page(row["set"], row["lang"], row["url"], *gold, data))
    return pages


def ours(page: Page) -> Extracted:
    """What we read; an empty text where we find none."""
    try:
        return extract_html(page.data, page.url)
    except ClippingsError:
        return Extracted("", "utf-8", "html")


def report_texts(name: str, pages: list[Page], texts: list[str], seconds: float) -> None:
    """A line of figures: the mean of each set."""
    scores: dict[str, list[float]] = {}
    for page, text in zip(pages, texts, strict=True):
        scores.setdefault(page.set, []).append(f1(page.body, text, page.language))
    figures = "  ".join(f"{key} {sum(found) / len(found):.4f}" for key, found in sorted(scores.items()))
    print(f"{name:34} {figures}  {len(pages) / seconds:6.1f} pages/s", flush=True)


Named = tuple[str | None, str | None, str | None]
"""Title, authors and date."""


def metadata_shares(pages: list[Page], found: list[Named]) -> dict[str, float]:
    """Share of titles, authors and dates that are right, of the pages whose title the gold names."""
    rows = [(page, values) for page, values in zip(pages, found, strict=True) if page.title]
    right = {
        "titles": sum(_words(page.title) == _words(title) for page, (title, _, _) in rows),
        "authors": sum(_names(page.authors) == _names(names) for page, (_, names, _) in rows),
        "dates": sum((page.date or "") == (date or "")[:10] for page, (_, _, date) in rows),
    }
    return {name: count / len(rows) for name, count in right.items()}


def report_metadata(name: str, pages: list[Page], found: list[Named]) -> None:
    """A line of figures: share of titles, authors and dates that are right."""
    shares = "  ".join(f"{key} {share:.4f}" for key, share in metadata_shares(pages, found).items())
    print(f"{name:34} {shares}  of {sum(bool(page.title) for page in pages)} pages", flush=True)


def _words(text: str | None) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text or "").casefold())


def _names(text: str | None) -> frozenset[tuple[str, ...]]:
    return frozenset(words for name in re.split(r"[,;]|\band\b", text or "") if (words := tuple(_words(name))))


def libraries() -> Iterator[tuple[str, Extractor]]:
    """Those libraries that are installed, each with its ways of working."""
    if trafilatura := _installed("trafilatura"):
        for options in ({}, {"favor_precision": True}, {"favor_recall": True}, {"fast": True}):
            label = " ".join(("trafilatura", *options))
            yield label, partial(_trafilatura, trafilatura, options)
    if readability := _installed("readability"):
        lxml_html = importlib.import_module("lxml.html")
        yield (
            "readability-lxml",
            lambda page: "\n".join(
                lxml_html.fromstring(readability.Document(_decoded(page)).summary(html_partial=True)).itertext()
            ),
        )
    if resiliparse := _installed("resiliparse.extract.html2text"):
        yield "resiliparse", lambda page: resiliparse.extract_plain_text(_decoded(page), main_content=True)
    if justext := _installed("justext"):
        yield (
            "jusText",
            lambda page: "\n".join(
                paragraph.text
                for paragraph in justext.justext(page.data, _stoplist(justext, page.language))
                if not paragraph.is_boilerplate
            ),
        )
    if newspaper := _installed("newspaper"):
        yield "newspaper4k", lambda page: _newspaper(newspaper, page)
    if goose := _installed("goose3"):
        yield (
            "goose3",
            lambda page: goose.Goose({"enable_image_fetching": False}).extract(raw_html=_decoded(page)).cleaned_text,
        )
    if boilerpy := _installed("boilerpy3.extractors"):
        yield "boilerpy3", lambda page: boilerpy.ArticleExtractor(raise_on_failure=False).get_content(_decoded(page))


def _installed(module: str) -> Any:
    try:
        return importlib.import_module(module)
    except ImportError:
        return None


def _decoded(page: Page) -> str:
    return page.data.decode("utf-8-sig", "replace")


def _stoplist(justext: Any, language: str) -> frozenset[str]:
    names = {"en": "English", "pl": "Polish", "el": "Greek", "ru": "Russian"}
    return frozenset(justext.get_stoplist(names[language])) if language in names else frozenset()


def _trafilatura(trafilatura: Any, options: dict[str, bool], page: Page) -> str:
    return trafilatura.extract(page.data, include_comments=False, **options) or ""


def _newspaper(newspaper: Any, page: Page) -> str:
    article = newspaper.Article(page.url)
    article.download(input_html=_decoded(page))
    article.parse()
    return str(article.text)


def measure_ours(pages: list[Page], halves: bool) -> None:
    """Print our own figures."""
    start = time.process_time()
    found = [ours(page) for page in pages]
    seconds = time.process_time() - start
    texts = [extracted.text for extracted in found]
    report_texts("clippings", pages, texts, seconds)
    if halves:
        for half in (0, 1):
            chosen = [number for number, page in enumerate(pages) if page.half == half]
            report_texts(
                f"clippings, half {half} of the sites",
                [pages[number] for number in chosen],
                [texts[number] for number in chosen],
                seconds / 2,
            )
    start = time.process_time()
    cleaned = [clean(text).text for text in texts]
    report_texts("clippings, after the line rules", pages, cleaned, seconds + time.process_time() - start)
    report_metadata("clippings", pages, [(one.title, one.byline, one.published) for one in found])


def measure_library(name: str, extract: Extractor, pages: list[Page]) -> None:
    """Print a library's figures; a page that it fails on is one without text."""
    texts, failed = [], 0
    start = time.process_time()
    for page in pages:
        try:
            texts.append(extract(page) or "")
        except Exception as error:  # noqa: PERF203  (whatever somebody else's library raises)
            print(f"{name}: {type(error).__name__} on a page of {page.set}", file=sys.stderr)
            texts.append("")
            failed += 1
    report_texts(name + (f" ({failed} failed)" if failed else ""), pages, texts, time.process_time() - start)


def measure_trafilatura_metadata(pages: list[Page]) -> None:
    """Print how trafilatura reads titles, authors and dates, if it is installed."""
    metadata, utils = _installed("trafilatura.metadata"), _installed("trafilatura.utils")
    if not (metadata and utils):
        return
    found = []
    for page in pages:
        one = metadata.extract_metadata(utils.load_html(page.data), page.url) if page.title else None
        found.append((one.title, one.author, one.date) if one else (None, None, None))
    report_metadata("trafilatura", pages, found)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure how web pages are read.")
    parser.add_argument("--data", type=Path, default=Path("../shared/cleaning/html_dev"), help="folder with gold.jsonl")
    parser.add_argument("--libraries", action="store_true", help="measure the installed libraries too")
    parser.add_argument("--halves", action="store_true", help="print the figures for each half of the sites")
    arguments = parser.parse_args()
    if not (arguments.data / "gold.jsonl").is_file():
        print(f"There is no gold.jsonl in {arguments.data}: unpack html_dev.tar.xz and name the folder with --data.")
        return
    pages = load(arguments.data)
    measure_ours(pages, arguments.halves)
    if arguments.libraries:
        measure_trafilatura_metadata(pages)
        for name, extract in libraries():
            measure_library(name, extract, pages)


if __name__ == "__main__":
    main()
