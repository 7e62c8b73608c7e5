"""The figures of an archive's cleaning, as its page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from .translations import N_

OUTLIER_KINDS = (N_("emptied"), N_("nothing removed"), N_("more removed"), N_("less removed"))
"""Why an article stands out, as the table of outliers says it."""


@dataclass(frozen=True)
class Figure:
    """A number, and the address of the rows that it counts."""

    number: int
    url: str


@dataclass(frozen=True)
class Totals:
    """The archive as a whole. Shares are of characters, from 0 to 1."""

    articles: Figure
    sites: Figure
    removed_lines: Figure
    removed_share: float
    nothing_removed: Figure
    without_date: Figure
    without_byline: Figure
    duplicates: Figure


@dataclass(frozen=True)
class RuleFigures:
    """What a rule removed."""

    rule: str
    description: str
    lines: Figure
    articles: Figure
    sites: Figure


@dataclass(frozen=True)
class Family:
    """What a family of rules removed, in lines and as a share of all removed lines."""

    name: str
    lines: int
    share: float
    rules: list[RuleFigures]


@dataclass(frozen=True)
class SiteFigures:
    """Cleaning of one site's articles. None for what took too long, or may not be seen."""

    site: str
    articles: Figure
    removed_lines: Figure
    removed_share: float
    median_share: float
    nothing_removed: Figure
    emptied: Figure
    outliers: Figure | None
    without_date: Figure
    without_byline: Figure
    duplicates: Figure


@dataclass(frozen=True)
class Outlier:
    """An article whose cleaning is worth a look."""

    title: str
    url: str
    site: str
    kind: str
    removed_share: float
    median_share: float
    score: float
    removed_lines: int
    kept_characters: int


@dataclass(frozen=True)
class Outliers:
    """The articles that stand out: those emptied, and the rest, the farthest first."""

    emptied: list[Outlier]
    emptied_count: Figure
    others: list[Outlier]
    others_count: Figure
    kinds: dict[str, Figure]


@dataclass(frozen=True)
class RepeatedLine:
    """A line removed from many articles of a site."""

    site: str
    text: str
    rule: str
    articles: int
    removed_lines: Figure


@dataclass(frozen=True)
class FailedDocument:
    """A document that could not be used, or not in full."""

    source: str
    problem: str
    advice: str


@dataclass(frozen=True)
class Cleaning:
    """Everything the page shows. None stands for what the reader may not see, or what took too long."""

    totals: Totals
    families: list[Family] | None
    sites: list[SiteFigures]
    outliers: Outliers | None
    repeated: list[RepeatedLine] | None
    errors: list[FailedDocument] | None
    error_count: Figure | None
    sites_url: str
    rules_url: str
    repeated_url: str
    json_url: str
