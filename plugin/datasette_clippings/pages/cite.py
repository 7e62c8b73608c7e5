"""Articles as literature lists want them, by their keys: BibTeX, RIS, CSL-JSON, Markdown, lines to read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from datasette import NotFound, Response
from datasette.utils.asgi import BadRequest

from ..articles import citation
from ..articles.citation import Cited
from ..articles.keys import KEY_ARGUMENT, articles_cited, requested_keys
from ..routes import Page

MOST_KEYS = 1_000
LONGEST_ADDRESS = 60_000  # characters of a query, within what servers take
PASSAGE_ARGUMENT = "_passage"
"""A paragraph of the article, as its page numbers them: `p3`."""

_PASSAGE = re.compile(r"p[1-9]\d{0,6}", re.ASCII)


@dataclass(frozen=True)
class Citation:
    """An article in every form."""

    key: str
    title: str
    link: str
    line: str
    line_parts: tuple[str, ...]
    markdown: str
    bibtex: str
    ris: str
    csl: dict[str, Any]


@dataclass(frozen=True)
class CitePage:
    """The articles asked for, the keys that no article has, and where each form is to be had by itself."""

    citations: list[Citation]
    unknown: list[str]
    bib_url: str
    ris_url: str
    csl_url: str
    md_url: str
    json_url: str


def cite_url(datasette: Any, database: str, keys: Sequence[str], format: str | None = None, passage: str = "") -> str:
    """The page of some articles' citations, or one form of them (`bib`, `ris`, `csl`, `md`, `json`)."""
    arguments = [(KEY_ARGUMENT, key) for key in keys] + ([(PASSAGE_ARGUMENT, passage)] if passage else [])
    suffix = f".{format}" if format else ""
    return f"{datasette.urls.database(database)}/-/cite{suffix}?{urlencode(arguments)}"


async def cite_page(datasette: Any, request: Any, database: str) -> CitePage:
    """The page for a request; NotFound where no article has any of the keys, BadRequest for what can't be asked."""
    keys = requested_keys(request, MOST_KEYS)
    found = await _cited(datasette, request, database, keys)
    known = {each.key for each in found}
    passage = request.args.get(PASSAGE_ARGUMENT) or ""

    def url(format: str) -> str:
        return cite_url(datasette, database, [each.key for each in found], format, passage)

    return CitePage(
        citations=[_citation(each) for each in found],
        unknown=[key for key in keys if key not in known],
        bib_url=url("bib"),
        ris_url=url("ris"),
        csl_url=url("csl"),
        md_url=url("md"),
        json_url=url("json"),
    )


async def _cited(datasette: Any, request: Any, database: str, keys: Sequence[str]) -> list[Cited]:
    passage = request.args.get(PASSAGE_ARGUMENT) or ""
    if passage and not _PASSAGE.fullmatch(passage):
        raise BadRequest(f"?{PASSAGE_ARGUMENT}= takes a paragraph such as p3, not {passage[:60]}")
    if passage and len(keys) > 1:
        raise BadRequest(f"?{PASSAGE_ARGUMENT}= names a paragraph of one article; ask for each by itself")
    found = await articles_cited(datasette, request, database, keys)
    if not found:
        raise NotFound("No article has this key")
    return [replace(each, link=f"{each.link}#{passage}") for each in found] if passage else found


def _citation(cited: Cited) -> Citation:
    return Citation(
        key=cited.key,
        title=cited.title,
        link=cited.link,
        line=citation.line(cited),
        line_parts=citation.line_parts(cited),
        markdown=citation.markdown(cited),
        bibtex=citation.bibtex(cited),
        ris=citation.ris(cited),
        csl=citation.csl(cited),
    )


def _file(suffix: str, content_type: str, write: Callable[[list[Cited]], str]) -> Any:
    """The answer in one form, as a file to save."""

    async def answer(datasette: Any, request: Any, database: str) -> Response:
        cited = await _cited(datasette, request, database, requested_keys(request, MOST_KEYS))
        headers = {
            "content-disposition": f'attachment; filename="citations.{suffix}"',
            "x-content-type-options": "nosniff",
        }
        return Response(write(cited), headers=headers, content_type=f"{content_type}; charset=utf-8")

    return answer


PAGE = Page(
    "cite",
    cite_page,
    tables=("articles",),
    formats={
        "bib": _file("bib", "application/x-bibtex", lambda all_: "\n".join(map(citation.bibtex, all_))),
        "ris": _file("ris", "application/x-research-info-systems", lambda all_: "".join(map(citation.ris, all_))),
        "csl": _file(
            "csl.json",
            "application/vnd.citationstyles.csl+json",
            lambda all_: json.dumps([citation.csl(each) for each in all_], ensure_ascii=False, indent=1) + "\n",
        ),
        "md": _file("md", "text/markdown", lambda all_: "".join(f"- {citation.markdown(each)}\n" for each in all_)),
    },
    most_arguments=MOST_KEYS + 10,
    longest_query=LONGEST_ADDRESS,
)
