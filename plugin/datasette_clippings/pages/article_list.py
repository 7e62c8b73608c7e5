"""The articles table as a list to read: what Datasette selected, each row as one article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..dates import ShownDate, shown_date
from ..facets.values import HEADINGS
from ..languages import Language, Languages
from ..searching.excerpts import Excerpt, Term, excerpt
from ..translations import N_

# The columns of the list; the rest of an article's facts stand in these, or on its page.
COLUMNS = {"title": N_("Article"), "published": N_("Date"), "language": N_("Language")}


@dataclass(frozen=True)
class ListedArticle:
    """An article in the list."""

    title: str
    url: str
    date: ShownDate | None
    language: Language | None
    byline: str | None
    publisher: str | None
    excerpt: Excerpt


@dataclass(frozen=True)
class ListedValue:
    """A value of a facet, and what it is called in English."""

    value: Any
    label: str


@dataclass(frozen=True)
class ArticleList:
    """Makes articles of the rows of a table page, which only its template is given."""

    datasette: Any
    database: str
    languages: Languages
    terms: list[Term]  # that were searched for
    plain_url: str
    search_url: str | None
    columns = COLUMNS

    def article(self, cells: Iterable[dict[str, Any]]) -> ListedArticle:
        """The article in a row, given as the cells that Datasette's template would show."""
        row = {cell["column"]: _bare(cell["raw"]) for cell in cells}
        return ListedArticle(
            title=row["title"],
            url=self.datasette.urls.row(self.database, "articles", row["id"]),
            date=shown_date(row["published"], row["published_text"]),
            language=self.languages.get(row["language"]),
            byline=row["byline"],
            publisher=row["publisher"],
            excerpt=excerpt(row["text"], self.terms),
        )

    def heading(self, facet: str) -> str:
        """What a list of entities of a type, or of months, languages or sites, is called."""
        return HEADINGS.get(facet, facet.capitalize())

    def value(self, facet: str, value: Any, label: Any) -> ListedValue:
        """A facet's value for people; Datasette names languages only where it finds a label for them."""
        if facet == "language" and isinstance(value, str) and value in self.languages.by_code:
            return ListedValue(value, self.languages.by_code[value].name)
        return ListedValue(value, "-" if label is None or label == "" else str(label))


def _bare(value: Any) -> Any:
    """A value without the label that Datasette adds to a foreign key."""
    return value["value"] if isinstance(value, dict) else value
