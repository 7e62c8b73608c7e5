"""How well the cleaning went, in figures: tables that are filled once, when all articles are stored.

The views and pages of cleaning quality draw from these tables alone, so that they stay fast where the removed
lines are counted in millions. What the columns mean stands in schema.sql.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

# Offsets count characters, and so does SQLite's length(): both mean code points.
_SOME_ARTICLES = """
insert into article_cleaning (article_id, site, removed_lines, removed_characters, kept_characters, removed_share)
select id, site, removed_lines, removed, kept, round(coalesce(1.0 * removed / nullif(removed + kept, 0), 0), 4)
from (
  select articles.id, articles.site,
    length(articles.text) + iif(articles.title_source = 'headline', length(articles.title), 0) as kept,
    coalesce(lines.number, 0) as removed_lines, coalesce(lines.characters, 0) as removed
  from articles left join (
    select article_id, count(*) as number, sum(end - start) as characters from removed_lines
    where article_id in ({some}) group by article_id
  ) as lines on lines.article_id = articles.id
  where articles.id in ({some})
)
order by id
"""
_ARTICLES = _SOME_ARTICLES.replace("where article_id in ({some}) ", "").replace("where articles.id in ({some})\n", "")

# The median of n values is the mean of those at (n + 1) / 2 and (n + 2) / 2, counted from 1: of one value or two.
_SITES = """
insert into cleaning_by_site (site, articles, removed_lines, removed_characters, kept_characters, removed_share,
  median_share, deviation, nothing_removed, emptied, without_date, without_byline, duplicates)
with shares as (
  select site, removed_share as share, row_number() over (partition by site order by removed_share) as place,
    count(*) over (partition by site) as number
  from article_cleaning
), medians as (
  select site, avg(share) as share from shares where place in ((number + 1) / 2, (number + 2) / 2) group by site
), distances as (
  select site, abs(own.removed_share - medians.share) as distance,
    row_number() over (partition by site order by abs(own.removed_share - medians.share)) as place,
    count(*) over (partition by site) as number
  from article_cleaning as own join medians using (site)
), deviations as (
  select site, avg(distance) as distance from distances
  where place in ((number + 1) / 2, (number + 2) / 2) group by site
)
select own.site, count(*), sum(own.removed_lines), sum(own.removed_characters), sum(own.kept_characters),
  round(coalesce(
    1.0 * sum(own.removed_characters) / nullif(sum(own.removed_characters + own.kept_characters), 0), 0), 4),
  round(medians.share, 4), round(deviations.distance, 4),
  sum(own.removed_lines = 0), sum(own.removed_share > 0.5 and own.kept_characters < 200),
  sum(articles.published is null), sum(articles.byline is null), sum(articles.duplicate_of is not null)
from article_cleaning as own
join articles on articles.id = own.article_id
join medians on medians.site = own.site
join deviations on deviations.site = own.site
group by own.site order by own.site
"""

_OUTLIERS = """
insert into cleaning_outliers (article_id, site, kind, removed_share, median_share, score, removed_lines,
  kept_characters)
select article_id, site, kind, removed_share, median_share, score, removed_lines, kept_characters
from (
  select scored.*, case
    when removed_share > 0.5 and kept_characters < 200 then 'emptied'
    when articles < 5 then null
    when removed_lines = 0 and 4 * nothing_removed <= articles and median_share >= 0.05 then 'nothing removed'
    when score > 3.5 then 'more removed'
    when score < -3.5 then 'less removed'
    end as kind
  from (
    select own.*, sites.articles, sites.nothing_removed, sites.median_share,
      round((own.removed_share - sites.median_share) / max(1.4826 * sites.deviation, 0.02), 2) as score
    from article_cleaning as own join cleaning_by_site as sites on sites.site = own.site
  ) as scored
)
where kind is not null order by article_id
"""

_SITES_AND_RULES = """
insert into cleaning_by_site_and_rule (site, rule, removed_lines, removed_characters, articles)
select site, rule, sum(number), sum(characters), count(*)
from (
  select article_id, rule, count(*) as number, sum(end - start) as characters
  from removed_lines group by article_id, rule
) as removed
join article_cleaning using (article_id)
group by site, rule order by site, rule
"""

_REPEATED_LINES = """
insert into repeated_lines (site, text, rule, articles, removed_lines)
select site, text, rule, articles, number
from (
  select site, text, rule, count(*) as articles, sum(number) as number,
    row_number() over (partition by site order by count(*) desc, text, rule) as place
  from (
    select article_id, text, rule, count(*) as number from removed_lines group by article_id, text, rule
  ) as removed
  join article_cleaning using (article_id)
  group by site, text, rule having count(*) > 1
)
where place <= 100 order by site, place
"""

QUALITY_STATISTICS = (_ARTICLES, _SITES, _OUTLIERS, _SITES_AND_RULES, _REPEATED_LINES)
"""Statements that fill the tables, in this order, of a database whose articles and removed lines are all there."""

_TABLES = ("article_cleaning", "cleaning_by_site", "cleaning_outliers", "cleaning_by_site_and_rule", "repeated_lines")


def refill(connection: sqlite3.Connection, articles: str) -> None:
    """Fill the tables again after some articles were changed.

    Args:
        articles: a query that gives the numbers of those that have no row in article_cleaning.
    """
    connection.execute(_SOME_ARTICLES.format(some=articles))
    for table, statement in zip(_TABLES[1:], QUALITY_STATISTICS[1:], strict=True):
        connection.execute(f"delete from {table}")
        connection.execute(statement)


def differences(connection: sqlite3.Connection) -> Iterator[str | None]:
    """Compare the tables with what they would hold if they were filled now: yields None for each table that is
    right, else a line for each row that one of both has alone.

    The connection may be read-only: the fresh tables are temporary ones of the same names, which the statements
    above then fill and read in place of those stored.
    """
    for table in _TABLES:
        (definition,) = connection.execute("select sql from main.sqlite_master where name = ?", [table]).fetchone()
        connection.execute(re.sub("^create table", "create temp table", definition, flags=re.IGNORECASE))
    try:
        for statement in QUALITY_STATISTICS:
            connection.execute(statement)
        for table in _TABLES:
            right = True
            for one, other, what in (("main", "temp", "should not be there"), ("temp", "main", "is missing")):
                for row in connection.execute(f"select * from {one}.{table} except select * from {other}.{table}"):
                    right = False
                    yield f"{table}: the row {row!r} {what}"
            if right:
                yield None
    finally:
        connection.rollback()
        for table in _TABLES:
            connection.execute(f"drop table if exists temp.{table}")
