"""Two articles, word by word: what both have, and what only one of them has."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from datasette.utils.asgi import BadRequest

from ..articles.differing import SAME, Difference, Edit, by_paragraph, difference
from ..articles.keys import KeyedArticle, article_with_key
from ..articles.links import difference_url
from ..dates import ShownDate, shown_date
from ..languages import Language, Languages, archive_languages
from ..links import Links
from ..routes import Page

ONE_ARGUMENT, OTHER_ARGUMENT = "_one", "_other"
LONGEST = 200_000
"""Characters of each text, and of each headline, that are compared."""


@dataclass(frozen=True)
class ComparedArticle:
    """One of the two articles."""

    key: str
    title: str
    url: str
    site: str
    language: Language | None
    date: ShownDate | None
    is_cut: bool  # whether only its beginning is compared


@dataclass(frozen=True)
class Section:
    """Paragraphs that follow each other, all alike or all not."""

    alike: bool
    paragraphs: tuple[tuple[Edit, ...], ...]


@dataclass(frozen=True)
class DifferencePage:
    """The two articles, and how their headlines and texts differ."""

    one: ComparedArticle
    other: ComparedArticle
    title: tuple[Edit, ...]
    sections: list[Section]
    same_words: int
    one_words: int  # only in the one
    other_words: int
    share: float  # of the words of both that are in both, to 1
    is_coarse: bool
    swapped_url: str
    json_url: str


async def difference_page(datasette: Any, request: Any, database: str) -> DifferencePage:
    """The page for a request. Raises BadRequest where it doesn't name two articles, NotFound for unknown keys."""
    one_key, other_key = (request.args.get(name) or "" for name in (ONE_ARGUMENT, OTHER_ARGUMENT))
    if not one_key or not other_key:
        raise BadRequest(f"Name two articles by their keys: ?{ONE_ARGUMENT}=…&{OTHER_ARGUMENT}=…")
    one = await article_with_key(datasette, request.actor, database, one_key)
    other = await article_with_key(datasette, request.actor, database, other_key)

    def compare(_: Any) -> tuple[Difference, Difference, list[Section]]:
        text = difference(one.text[:LONGEST], other.text[:LONGEST])
        return difference(one.title[:LONGEST], other.title[:LONGEST]), text, _sections(by_paragraph(text.edits))

    # in a thread of the database's, since the server answers nobody else meanwhile
    title, text, sections = await datasette.get_database(one.database).execute_fn(compare)
    same = title.same_words + text.same_words
    one_words, other_words = title.one_words + text.one_words, title.other_words + text.other_words
    words = 2 * same + one_words + other_words
    room = f"{datasette.urls.database(database)}/-/difference"
    return DifferencePage(
        one=await _article(datasette, request, one),
        other=await _article(datasette, request, other),
        title=title.edits,
        sections=sections,
        same_words=same,
        one_words=one_words,
        other_words=other_words,
        share=2 * same / words if words else 1.0,
        is_coarse=title.is_coarse or text.is_coarse,
        swapped_url=difference_url(datasette.urls, database, other_key, one_key),
        json_url=f"{room}.json?{urlencode({ONE_ARGUMENT: one_key, OTHER_ARGUMENT: other_key})}",
    )


async def _article(datasette: Any, request: Any, article: KeyedArticle) -> ComparedArticle:
    languages: Languages = await archive_languages(datasette, request.actor, article.database)
    return ComparedArticle(
        key=article.key,
        title=article.title,
        url=Links(datasette.urls, article.database).article(article.id),
        site=article.site,
        language=languages.get(article.language),
        date=shown_date(article.published, article.published_text),
        is_cut=max(len(article.text), len(article.title)) > LONGEST,
    )


def _sections(paragraphs: list[tuple[Edit, ...]]) -> list[Section]:
    def is_alike(paragraph: tuple[Edit, ...]) -> bool:
        return all(edit.kind == SAME for edit in paragraph)

    return [Section(alike, tuple(following)) for alike, following in groupby(paragraphs, key=is_alike)]


PAGE = Page("difference", difference_page, tables=("articles",))
