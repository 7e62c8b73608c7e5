"""The tables and views of cleaning quality, held against counts made without them."""

from __future__ import annotations

import random
import sqlite3
import statistics
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from .archive import CRAWL, Row, make_archive

Ask = Callable[..., list[dict[str, Any]]]


@dataclass(frozen=True)
class Counted:
    """An article's figures, counted in Python from the rows that it was made of."""

    number: int
    row: Row

    @property
    def removed(self) -> int:
        return sum(len(line[1]) for line in self.row.removed)

    @property
    def kept(self) -> int:
        return len(self.row.text) + (len(self.row.title) if self.row.title_source == "headline" else 0)

    @property
    def share(self) -> float:
        return round(self.removed / (self.removed + self.kept), 4) if self.removed + self.kept else 0.0


def _random_rows() -> list[Row]:
    """Articles of sites of every size, with every kind of lines."""
    random_ = random.Random(3)
    rows: list[Row] = []
    for number in range(400):
        lines = [
            (
                0,
                f"line {random_.randint(0, 30)} " * random_.randint(1, 9),
                f"{random_.choice(['pagination.list', 'site.repeated'])}",
            )
            for _ in range(random_.choice([0, 1, 2, 5, 40]))
        ]
        rows.append(
            Row(
                f"Title {number}",
                "word " * random_.choice([0, 1, 20, 300]),
                "en",
                removed=list(lines),
                site=f"site{min(int(random_.paretovariate(0.6)), 40)}",
                published=random_.choice([None, "2024"]),
                byline=random_.choice([None, "Anna Berg"]),
                duplicate_of=number - 3 if number % 11 == 7 else None,
                similarity=0.9 if number % 11 == 7 else None,
                title_source=random_.choice(["headline", "metadata"]),
            )
        )
    return rows


ARCHIVES = {"crawl": CRAWL, "random": _random_rows()}


@pytest.fixture(scope="module", params=sorted(ARCHIVES))
def counted(request: pytest.FixtureRequest) -> list[Counted]:
    """The articles of an archive, with figures counted by hand."""
    return [Counted(number, row) for number, row in enumerate(ARCHIVES[request.param], 1)]


@pytest.fixture(scope="module")
def ask(counted: list[Counted], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """SQL against the archive of those articles."""
    path = make_archive(tmp_path_factory.mktemp("figures") / "clippings.db", [article.row for article in counted])
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    yield lambda query, *params: [dict(row) for row in connection.execute(query, params)]
    connection.close()


def _by_site(counted: list[Counted]) -> dict[str, list[Counted]]:
    sites: dict[str, list[Counted]] = defaultdict(list)
    for article in counted:
        sites[article.row.site].append(article)
    return sites


def _median_and_deviation(articles: list[Counted]) -> tuple[float, float]:
    shares = [article.share for article in articles]
    median = statistics.median(shares)
    return round(median, 4), round(statistics.median(abs(share - median) for share in shares), 4)


def test_each_article(counted: list[Counted], ask: Ask) -> None:
    """Lines and characters removed, characters kept, and the share."""
    rows = ask("select * from article_cleaning order by article_id")

    assert [tuple(row.values()) for row in rows] == [
        (
            article.number,
            article.row.site,
            len(article.row.removed),
            article.removed,
            article.kept,
            pytest.approx(article.share, abs=1e-4),
        )
        for article in counted
    ]


def test_each_site(counted: list[Counted], ask: Ask) -> None:
    """Sums, the median and the median deviation, and what is missing."""
    rows = {row["site"]: row for row in ask("select * from cleaning_by_site")}

    sites = _by_site(counted)
    assert set(rows) == set(sites)
    for site, articles in sites.items():
        removed, kept = sum(article.removed for article in articles), sum(article.kept for article in articles)
        median, deviation = _median_and_deviation(articles)
        assert rows[site] == {
            "site": site,
            "articles": len(articles),
            "removed_lines": sum(len(article.row.removed) for article in articles),
            "removed_characters": removed,
            "kept_characters": kept,
            "removed_share": pytest.approx(removed / (removed + kept), abs=1e-4),
            "median_share": pytest.approx(median, abs=2e-4),
            "deviation": pytest.approx(deviation, abs=2e-4),
            "nothing_removed": sum(not article.row.removed for article in articles),
            "emptied": sum(article.share > 0.5 and article.kept < 200 for article in articles),
            "without_date": sum(article.row.published is None for article in articles),
            "without_byline": sum(article.row.byline is None for article in articles),
            "duplicates": sum(article.row.duplicate_of is not None for article in articles),
        }


def test_each_rule_and_site(counted: list[Counted], ask: Ask) -> None:
    """Lines, characters and articles; by rule alone also the number of sites."""
    lines: Counter[tuple[str, str]] = Counter()
    characters: Counter[tuple[str, str]] = Counter()
    articles: dict[tuple[str, str], set[int]] = defaultdict(set)
    for article in counted:
        for _, text, rule, *_ in article.row.removed:
            pair = (article.row.site, rule)
            lines[pair] += 1
            characters[pair] += len(text)
            articles[pair].add(article.number)

    rows = ask("select * from cleaning_by_site_and_rule order by site, rule")
    assert [tuple(row.values()) for row in rows] == [
        (*pair, lines[pair], characters[pair], len(articles[pair])) for pair in sorted(lines)
    ]
    rows = ask("select rule, family, lines, characters, articles, sites from removed_by_rule order by rule")
    assert [tuple(row.values()) for row in rows] == [
        (
            rule,
            rule.partition(".")[0],
            sum(lines[pair] for pair in pairs),
            sum(characters[pair] for pair in pairs),
            sum(len(articles[pair]) for pair in pairs),
            len(pairs),
        )
        for rule in sorted({rule for _, rule in lines})
        for pairs in [[pair for pair in lines if pair[1] == rule]]
    ]


def test_repeated_lines(counted: list[Counted], ask: Ask) -> None:
    """Lines removed from two or more articles of a site, with the number of both."""
    found: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for article in counted:
        for _, text, rule, *_ in article.row.removed:
            found[article.row.site, text, rule].append(article.number)
    expected = {key: (len(set(numbers)), len(numbers)) for key, numbers in found.items() if len(set(numbers)) > 1}

    rows = ask("select * from repeated_lines order by id")
    assert expected
    listed = {(row["site"], row["text"], row["rule"]): (row["articles"], row["removed_lines"]) for row in rows}
    for site in {row["site"] for row in rows}:
        of_site = sorted((value for key, value in expected.items() if key[0] == site), reverse=True)
        counts = [row["articles"] for row in rows if row["site"] == site]
        assert counts == [articles for articles, _ in of_site][:100]
    assert listed.items() <= expected.items()
    assert {site for site, _, _ in listed} == {site for site, _, _ in expected}


def test_outliers(counted: list[Counted], ask: Ask) -> None:
    """The articles that the stated statistic picks out, each with the reason, and no other."""
    expected: dict[int, str] = {}
    for articles in _by_site(counted).values():
        median, deviation = _median_and_deviation(articles)
        untouched = sum(not article.row.removed for article in articles)
        for article in articles:
            score = (article.share - median) / max(1.4826 * deviation, 0.02)
            if article.share > 0.5 and article.kept < 200:
                expected[article.number] = "emptied"
            elif len(articles) < 5:
                continue
            elif not article.row.removed and untouched * 4 <= len(articles) and median >= 0.05:
                expected[article.number] = "nothing removed"
            elif abs(score) > 3.5:
                expected[article.number] = "more removed" if score > 0 else "less removed"

    rows = ask("select * from cleaning_outliers")
    assert {row["article_id"]: row["kind"] for row in rows} == expected
    figures = {article.number: (article.row.site, len(article.row.removed), article.kept) for article in counted}
    for row in rows:
        assert (row["site"], row["removed_lines"], row["kept_characters"]) == figures[row["article_id"]]


def test_the_crawl_has_an_outlier_of_each_kind(tmp_path: Path) -> None:
    """What the figures are tested on holds the cases that they are made for."""
    connection = sqlite3.connect(make_archive(tmp_path / "clippings.db", CRAWL))
    kinds = connection.execute("select kind, group_concat(article_id) from cleaning_outliers group by kind").fetchall()
    connection.close()

    assert dict(kinds) == {"emptied": "12,15", "more removed": "11", "nothing removed": "10"}


def test_duplicates(counted: list[Counted], ask: Ask) -> None:
    """Each article that repeats another, with that one."""
    rows = ask("select * from near_duplicates order by article")

    assert [tuple(row.values()) for row in rows] == [
        (
            article.number,
            article.row.title,
            article.row.site,
            first.number,
            article.row.similarity,
            first.row.title,
            first.row.site,
        )
        for article in counted
        if article.row.duplicate_of is not None
        for first in [counted[article.row.duplicate_of - 1]]
    ]


def test_an_archive_without_articles_has_empty_tables(tmp_path: Path) -> None:
    """No division by zero, no row."""
    connection = sqlite3.connect(make_archive(tmp_path / "clippings.db", []))
    for name in (
        "article_cleaning",
        "cleaning_by_site",
        "cleaning_by_site_and_rule",
        "repeated_lines",
        "cleaning_outliers",
        "near_duplicates",
        "removed_by_rule",
    ):
        assert connection.execute(f"select * from {name}").fetchall() == []
    connection.close()
