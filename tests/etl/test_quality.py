"""The figures of cleaning quality, as a build stores them."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from clippings_etl import build
from clippings_etl.archive import open_archive
from clippings_etl.quality import differences

PROSE = "The ferry to the islands will sail again from next week, the harbour office said on Monday. " * 3


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of two folders as sites, whose pages have furniture."""
    sources = tmp_path_factory.mktemp("quality") / "crawl"
    for site in ("north", "south"):
        (sources / site).mkdir(parents=True)
        for number in range(6):
            text = (
                f"Ferry {number} returns to the {site}\n\n{PROSE * (number + 1)}\n\nRelated News\n\n1 2 3 4 {number}\n"
            )
            (sources / site / f"{number}.txt").write_text(text, encoding="utf-8")
    pages = "Pages: " + " ".join(map(str, range(1, 99)))
    (sources / "south" / "pages.txt").write_text(f"Ferry\n\nThe boat sails.\n\n{pages}\n", encoding="utf-8")
    database = sources.parent / "crawl.db"
    build([sources], database)
    return database


def test_a_build_stores_the_figures_of_what_it_removed(archive: Path) -> None:
    """Each table is filled, and says what the removed lines say."""
    with closing(open_archive(archive)) as connection:
        assert list(differences(connection)) == [None] * 5
        sites = connection.execute("select site, articles, removed_lines from cleaning_by_site order by 1").fetchall()
        assert sites == [("crawl/north", 6, 12), ("crawl/south", 7, 13)]
        (emptied,) = connection.execute("select source from cleaning_outliers join articles on id = article_id")
        assert emptied == ("crawl/south/pages.txt",)


@pytest.mark.parametrize(
    "change",
    [
        "update article_cleaning set removed_lines = removed_lines + 1 where article_id = 1",
        "update cleaning_by_site set median_share = 0.5 where site = 'crawl/north'",
        "delete from cleaning_by_site where site = 'crawl/south'",
        "update cleaning_outliers set kind = 'less removed'",
        "insert into cleaning_by_site_and_rule values ('nowhere', 'pagination.list', 1, 1, 1)",
        "delete from repeated_lines where id = 1",
        "delete from removed_lines where id = 3",
    ],
)
def test_each_change_by_hand_is_found(archive: Path, tmp_path: Path, change: str) -> None:
    """A figure that is wrong, missing or made up is named with its table; nothing is changed by looking."""
    database = tmp_path / "changed.db"
    database.write_bytes(archive.read_bytes())
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute(change).rowcount
        connection.commit()
    before = database.read_bytes()
    with closing(open_archive(database)) as connection:
        problems = [problem for problem in differences(connection) if problem]
        again = [problem for problem in differences(connection) if problem]
    assert problems
    assert problems == again
    assert database.read_bytes() == before
