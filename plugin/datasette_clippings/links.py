"""Addresses of the rows behind a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from datasette.utils import tilde_encode

from .addresses import NEXT_ARGUMENT, Address

BY_ARGUMENT = "_by"
"""What the page of all values counts by."""

SITE_ARGUMENT = "_site"
"""Filters the removed lines by the site of their article, see `filters`."""

RULE_ARGUMENT = "_rule"
"""Filters the articles by a rule that removed lines from them."""

SHOWING = ("_facet", "_facet_entity", "_facet_article", "_facet_date", "_facet_array", "_facet_size", "_size", "_sort",
           "_sort_desc", "_shape", "_extra", "_labels")  # fmt: skip
"""Arguments that say how a list is shown, not what is in it."""

LONGEST_TEXT = 500  # characters that an address may ask for


@dataclass(frozen=True)
class Links:
    """Makes addresses within one database; `urls` is Datasette's own maker of them."""

    urls: Any
    database: str

    def table(self, name: str, **arguments: object) -> str:
        """Rows of a table or view, filtered by what is not None."""
        asked = urlencode({key: value for key, value in arguments.items() if value is not None})
        address: str = self.urls.table(self.database, name)
        return f"{address}?{asked}" if asked else address

    def article(self, number: int) -> str:
        """The page of an article."""
        address: str = self.urls.row(self.database, "articles", number)
        return address

    def lasting(self, kind: str, key: str) -> str:
        """The lasting link of an `article` or `entity`, which leads to whichever part of the archive has it."""
        address: str = self.urls.path(f"/-/clippings/{tilde_encode(self.database)}/{kind}/{tilde_encode(key)}")
        return address

    def articles(self, site: str | None = None) -> str:
        return self.table("articles", site=site)

    def without_date(self, site: str | None = None) -> str:
        return self.table("articles", site=site, published__isnull=1)

    def without_byline(self, site: str | None = None) -> str:
        return self.table("articles", site=site, byline__isnull=1)

    def nothing_removed(self, site: str | None = None) -> str:
        return self.table("article_cleaning", site=site, removed_lines=0)

    def outliers(self, site: str | None = None, kind: str | None = None, *, not_emptied: bool = False) -> str:
        return self.table("cleaning_outliers", site=site, kind=kind, kind__not="emptied" if not_emptied else None)

    def duplicates(self, site: str | None = None) -> str:
        return self.table("near_duplicates", site=site)

    def removed_lines(self, site: str | None = None, rule: str | None = None) -> str:
        return self.table("removed_lines", **{SITE_ARGUMENT: site}, rule=rule)

    def repeated_line(self, site: str, rule: str, text: str) -> str:
        """Where a rule removed the same line from a site; one too long for an address is asked for by its beginning."""
        asked = {"text": text} if len(text) <= LONGEST_TEXT else {"text__startswith": text[:LONGEST_TEXT]}
        return self.table("removed_lines", **{SITE_ARGUMENT: site}, rule=rule, **asked)

    def removing(self, rule: str, site: str | None = None) -> str:
        """The articles that the rule removed lines from."""
        return self.table("articles", site=site, **{RULE_ARGUMENT: rule})

    def page(self, name: str, format: str | None = None) -> str:
        """A page of ours, or its twin in another format."""
        address: str = self.urls.database(self.database) + f"/-/{name}" + (f".{format}" if format else "")
        return address

    def cleaning(self, format: str | None = None) -> str:
        """The page of cleaning quality, or its twin in another format."""
        return self.page("cleaning", format)

    def search(self, format: str | None = None) -> str:
        """The search page, or its twin in another format."""
        return self.page("search", format)

    def facet_path(self, format: str | None = None) -> str:
        """The page of all values of a facet, or its twin in another format."""
        return self.page("facet", format)

    def facet(self, name: str, address: Address) -> str:
        """All values of a facet for the articles that an address selects."""
        here = address.at(self.facet_path()).without(NEXT_ARGUMENT, *SHOWING)
        return str(here.replacing(BY_ARGUMENT, name))
