"""The data of the page of cleaning quality, as far as the reader may see it."""

from __future__ import annotations

from typing import Any

from datasette import NotFound

from .. import compat
from ..cleaning_figures import (
    Cleaning,
    FailedDocument,
    Family,
    Figure,
    Outlier,
    Outliers,
    RepeatedLine,
    RuleFigures,
    SiteFigures,
    Totals,
)
from ..links import Links
from ..queries import rows_in_time
from ..routes import Page

# What the page is about; who may not see these may not see the page.
TABLES = ("articles", "removed_lines", "article_cleaning", "cleaning_by_site")

# Rows of each part of the page; behind every part lies a table or view with all of them.
MOST_SITES = 30
MOST_LISTED = 20
LONGEST_LINE = 200  # characters shown of a repeated line

_PRESENT = (
    "select count(*) from sqlite_master where type = 'table' and name in ('article_cleaning', 'cleaning_by_site')"
)

_TOTALS = """
select count(*) as sites, coalesce(sum(articles), 0) as articles, coalesce(sum(removed_lines), 0) as removed_lines,
  coalesce(sum(removed_characters), 0) as removed_characters, coalesce(sum(kept_characters), 0) as kept_characters,
  coalesce(sum(nothing_removed), 0) as nothing_removed, coalesce(sum(without_date), 0) as without_date,
  coalesce(sum(without_byline), 0) as without_byline, coalesce(sum(duplicates), 0) as duplicates
from cleaning_by_site
"""

_SITES = "select * from cleaning_by_site order by articles desc, site limit :limit"

_RULES = "select rule, family, lines, characters, articles, sites, description from removed_by_rule"

_KINDS = "select kind, count(*) as articles from cleaning_outliers group by kind"

_SITE_OUTLIERS = """
select site, count(*) as articles from cleaning_outliers
where kind != 'emptied' and site in (select site from cleaning_by_site order by articles desc, site limit :limit)
group by site
"""

_EMPTIED = """
select cleaning_outliers.*, articles.title
from cleaning_outliers join articles on articles.id = cleaning_outliers.article_id
where kind = 'emptied' order by kept_characters, article_id limit :limit
"""

_OUTLIERS = """
select cleaning_outliers.*, articles.title
from cleaning_outliers join articles on articles.id = cleaning_outliers.article_id
where kind != 'emptied' order by abs(score) desc, article_id limit :limit
"""

_REPEATED = (
    "select site, text, rule, articles, removed_lines from repeated_lines order by articles desc, id limit :limit"
)

_ERRORS = "select source, problem, advice from errors order by id limit :limit"

_ERROR_COUNT = "select count(*) as documents from errors"


async def cleaning_url(datasette: Any, actor: dict[str, Any] | None, database: str) -> str | None:
    """The page's address; None where there is no such page, or not for this reader."""
    if not await has_figures(datasette, database) or not await compat.may_view(datasette, actor, database, *TABLES):
        return None
    return Links(datasette.urls, database).cleaning()


async def has_figures(datasette: Any, database: str) -> bool:
    """Whether the archive was built with the figures that the page draws from."""
    present = (await datasette.get_database(database).execute(_PRESENT)).first()
    return bool(present[0] == 2)


async def cleaning_page(datasette: Any, request: Any, database: str) -> Cleaning:
    """The figures of an archive for this reader, who may view `TABLES`. Raises NotFound where there are none."""
    if not await has_figures(datasette, database):
        raise NotFound("This archive was built without the figures of its cleaning; build it again")
    actor = request.actor
    db, links = datasette.get_database(database), Links(datasette.urls, database)
    totals = _totals((await db.execute(_TOTALS)).first(), links)
    families = outliers = repeated = errors = error_count = None
    if await compat.may_view(datasette, actor, database, "rules", "removed_by_rule", "cleaning_by_site_and_rule"):
        families = _families(await rows_in_time(db, _RULES), links)
    site_outliers: list[Any] | None = None
    if await compat.may_view(datasette, actor, database, "cleaning_outliers"):
        outliers = await _outliers(db, links)
        site_outliers = await rows_in_time(db, _SITE_OUTLIERS, limit=MOST_SITES)
    if await compat.may_view(datasette, actor, database, "repeated_lines"):
        repeated = _repeated(await rows_in_time(db, _REPEATED, limit=MOST_LISTED), links)
    if await compat.may_view(datasette, actor, database, "errors"):
        count = (await db.execute(_ERROR_COUNT)).first()["documents"]
        error_count = Figure(count, links.table("errors"))
        rows = await rows_in_time(db, _ERRORS, limit=MOST_LISTED)
        errors = rows and [FailedDocument(row["source"], row["problem"], row["advice"]) for row in rows]
    sites = await rows_in_time(db, _SITES, limit=MOST_SITES) or []
    return Cleaning(
        totals=totals,
        families=families,
        sites=_sites(sites, site_outliers, links),
        outliers=outliers,
        repeated=repeated,
        errors=errors,
        error_count=error_count,
        sites_url=links.table("cleaning_by_site", _sort_desc="articles"),
        rules_url=links.table("removed_by_rule"),
        repeated_url=links.table("repeated_lines", _sort_desc="articles"),
        json_url=links.cleaning("json"),
    )


def _totals(row: Any, links: Links) -> Totals:
    characters = row["removed_characters"] + row["kept_characters"]
    return Totals(
        articles=Figure(row["articles"], links.articles()),
        sites=Figure(row["sites"], links.table("cleaning_by_site")),
        removed_lines=Figure(row["removed_lines"], links.removed_lines()),
        removed_share=row["removed_characters"] / characters if characters else 0.0,
        nothing_removed=Figure(row["nothing_removed"], links.nothing_removed()),
        without_date=Figure(row["without_date"], links.without_date()),
        without_byline=Figure(row["without_byline"], links.without_byline()),
        duplicates=Figure(row["duplicates"], links.duplicates()),
    )


def _families(rows: list[Any] | None, links: Links) -> list[Family] | None:
    """The rules by family, the family that removed most lines first."""
    if rows is None:
        return None
    all_lines = sum(row["lines"] for row in rows)
    by_family: dict[str, list[Any]] = {}
    for row in rows:
        by_family.setdefault(row["family"], []).append(row)
    families = []
    for name, members in by_family.items():
        lines = sum(row["lines"] for row in members)
        families.append(Family(name, lines, lines / all_lines, [_rule(row, links) for row in members]))
    return sorted(families, key=lambda family: (-family.lines, family.name))


def _rule(row: Any, links: Links) -> RuleFigures:
    rule = row["rule"]
    return RuleFigures(
        rule=rule,
        description=row["description"],
        lines=Figure(row["lines"], links.removed_lines(rule=rule)),
        articles=Figure(row["articles"], links.removing(rule)),
        sites=Figure(row["sites"], links.table("cleaning_by_site_and_rule", rule=rule)),
    )


def _sites(rows: list[Any], outliers: list[Any] | None, links: Links) -> list[SiteFigures]:
    counted = {row["site"]: row["articles"] for row in outliers or ()}
    return [
        SiteFigures(
            site=site,
            articles=Figure(row["articles"], links.articles(site)),
            removed_lines=Figure(row["removed_lines"], links.removed_lines(site)),
            removed_share=row["removed_share"],
            median_share=row["median_share"],
            nothing_removed=Figure(row["nothing_removed"], links.nothing_removed(site)),
            emptied=Figure(row["emptied"], links.outliers(site, "emptied")),
            outliers=None if outliers is None else Figure(counted.get(site, 0), links.outliers(site, not_emptied=True)),
            without_date=Figure(row["without_date"], links.without_date(site)),
            without_byline=Figure(row["without_byline"], links.without_byline(site)),
            duplicates=Figure(row["duplicates"], links.duplicates(site)),
        )
        for row in rows
        for site in (row["site"],)
    ]


async def _outliers(db: Any, links: Links) -> Outliers | None:
    counts = await rows_in_time(db, _KINDS)
    emptied = await rows_in_time(db, _EMPTIED, limit=MOST_LISTED)
    others = await rows_in_time(db, _OUTLIERS, limit=MOST_LISTED)
    if counts is None or emptied is None or others is None:
        return None
    kinds = {row["kind"]: Figure(row["articles"], links.outliers(kind=row["kind"])) for row in counts}
    gone = kinds.pop("emptied", Figure(0, links.outliers(kind="emptied")))
    rest = Figure(sum(figure.number for figure in kinds.values()), links.outliers(not_emptied=True))
    return Outliers(
        [_outlier(row, links) for row in emptied], gone, [_outlier(row, links) for row in others], rest, kinds
    )


def _outlier(row: Any, links: Links) -> Outlier:
    return Outlier(
        title=row["title"],
        url=links.article(row["article_id"]),
        site=row["site"],
        kind=row["kind"],
        removed_share=row["removed_share"],
        median_share=row["median_share"],
        score=row["score"],
        removed_lines=row["removed_lines"],
        kept_characters=row["kept_characters"],
    )


def _repeated(rows: list[Any] | None, links: Links) -> list[RepeatedLine] | None:
    if rows is None:
        return None
    return [
        RepeatedLine(
            site=row["site"],
            text=row["text"] if len(row["text"]) <= LONGEST_LINE else row["text"][:LONGEST_LINE] + "…",
            rule=row["rule"],
            articles=row["articles"],
            removed_lines=Figure(row["removed_lines"], links.repeated_line(row["site"], row["rule"], row["text"])),
        )
        for row in rows
    ]


PAGE = Page("cleaning", cleaning_page, TABLES)
