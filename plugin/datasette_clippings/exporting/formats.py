"""How an export is written: what stands before the articles, each of them, and what stands behind them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from ..articles.links import followable
from ..dates import shown_date
from ..searching.excerpts import Excerpt
from ..translations import N_
from .articles import ExportedArticle
from .cells import csv_row, markdown, markdown_address

COLUMNS = (
    "title", "published", "published_text", "language", "byline", "publisher", "site", "url", "word_count", "key",
    "sha256", "repeats", "link", "snippet",
)  # fmt: skip
"""Of a CSV file; the fields of an article in JSON are the same, with `snippets` in place of the last."""

_GAP = " … "


@dataclass(frozen=True)
class Query:
    """What was asked for, as each export says it where its format has room."""

    database: str
    search_url: str  # the page of the search, with the host
    filters: list[str]  # in words
    order: str
    count: int | None  # articles that match; None where counting took too long
    digest: str | None  # of the archive's content as it was built
    shards: int  # of the archive
    missing_shards: tuple[int, ...]  # whose articles aren't among these


@dataclass(frozen=True)
class Written:
    """An export in one format, in pieces."""

    before: str
    article: Callable[[ExportedArticle], str]
    between: str = ""
    behind: str = ""


@dataclass(frozen=True)
class Format:
    """A format that articles come in."""

    name: str  # and suffix of the address
    words: str
    holds: str
    content_type: str
    write: Callable[[Query, dict[str, Any]], Written]
    """Takes what was asked for, and the data of the page that the formats are on."""


def _csv(query: Query, page: dict[str, Any]) -> Written:
    return Written(csv_row(COLUMNS), _csv_article)


def _csv_article(article: ExportedArticle) -> str:
    fields = {**vars(article), "snippet": plain(article.snippets)}
    return csv_row([fields[name] for name in COLUMNS])


def _json_lines(query: Query, page: dict[str, Any]) -> Written:
    return Written("", lambda article: _json_article(article) + "\n")


def _json(query: Query, page: dict[str, Any]) -> Written:
    head = json.dumps(page, ensure_ascii=False, indent=2).removesuffix("\n}")
    return Written(f'{head},\n  "articles": [\n', _json_article, ",\n", "\n  ]\n}\n")


def _json_article(article: ExportedArticle) -> str:
    fields = {name: value for name, value in asdict(article).items() if name != "snippets"}
    snippets = [[asdict(part) for part in each.slices] for each in article.snippets]
    return json.dumps({**fields, "snippets": snippets}, ensure_ascii=False)


def _markdown(query: Query, page: dict[str, Any]) -> Written:
    title = "; ".join(query.filters) or f"All articles of {query.database}"
    facts = [f"[{markdown(query.database)}]({markdown_address(query.search_url)})", markdown(query.order)]
    if query.count is not None:
        facts.insert(0, f"{query.count:,} article{'s' if query.count != 1 else ''}")
    if query.missing_shards:
        missing = ", ".join(map(str, query.missing_shards))
        facts.append(f"without parts {missing} of the archive’s {query.shards}")
    if query.digest:
        facts.append(f"archive as built: `{query.digest}`")
    return Written(f"# {markdown(title)}\n\n{' · '.join(facts)}\n", _markdown_article)


def _markdown_article(article: ExportedArticle) -> str:
    date = shown_date(article.published, article.published_text)
    facts = [date.text if date else None, article.language, article.byline, article.publisher or article.site]
    lines = ["", f"## [{markdown(article.title) or 'Untitled'}]({markdown_address(article.link)})", ""]
    line = " · ".join(markdown(fact) for fact in facts if fact)
    source = followable(article.url)
    if source:
        line += f" · [source]({markdown_address(source)})"
    lines += [line, ""]
    for each in article.snippets:
        lines += [f"> {_marked(each)}", ""]
    return "\n".join(lines)


def _marked(excerpt: Excerpt) -> str:
    """A passage with what was searched for in bold."""
    parts = []
    for part in excerpt.slices:
        words = markdown(part.text)
        before = " " if part.text[:1].isspace() else ""
        behind = " " if part.text[-1:].isspace() else ""
        parts.append(before + (f"**{words}**" if part.found and words else words) + behind)
    return ("… " if excerpt.starts_within else "") + "".join(parts).strip() + (" …" if excerpt.ends_within else "")


def plain(snippets: Iterable[Excerpt]) -> str:
    """Passages as plain text."""
    shown = ("".join(part.text for part in each.slices) for each in snippets)
    return _GAP.join(" ".join(text.split()) for text in shown)


FORMATS = {
    each.name: each
    for each in (
        Format("csv", N_("CSV"), N_("a table, for spreadsheets"), "text/csv; charset=utf-8", _csv),
        Format("json", N_("JSON"), N_("the search and its articles in one document"), "application/json", _json),
        Format("jsonl", N_("JSON Lines"), N_("an article a line, for programs"), "application/x-ndjson", _json_lines),
        Format("md", N_("Markdown"), N_("a list to read, with links"), "text/markdown; charset=utf-8", _markdown),
    )
}
"""All formats by their names."""
