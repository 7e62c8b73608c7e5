"""`clippings verify` finds what was tampered with."""

import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from clippings_etl import build, verify
from clippings_etl.errors import DatabaseError, ForeignFile, OutdatedArchive
from tests.etl.outdated import outdated_archive

TAMPERING = {
    "original bytes match their SHA-256": [
        "update articles set sha256 = replace(sha256, substr(sha256, 1, 1), 'x') where id = 1",
        "update originals set data = x'00' where article_id = 1",
        "delete from originals where article_id = 1",
    ],
    "kept and removed lines are the original": [
        "update articles set text = replace(text, '.', ',') where id = 1",
        "update articles set title = title || '!' where id = 1",
        "delete from removed_lines where id = 1",
        "update removed_lines set start = start + 1 where id = 2",
        "update removed_lines set text = text || ' ' where id = 3",
    ],
    "mentions hit their words": [
        "update mentions set start = start + 1 where article_id = 1",
        "update mentions set field = 'title' where article_id = 2",
        "update mentions set surface = 'Nowhere', end = null where article_id = 1",
        "update stored_names set name = name || 's' where evidence is not null",
    ],
    "quantities hit their words": [
        "update quantities set start = start + 1 where article_id = 1",
        "update quantities set field = 'title' where start > 9",
        "update quantities set surface = '1 company', end = null where article_id = 1",
    ],
    "counts agree": [
        "update entities set article_count = article_count + 1 where id = 1",
        "update entities set mention_count = 0 where id = 2",
        "update article_entities set mention_count = 99 where article_id = 1",
        "delete from article_entities where article_id = 2",
        "delete from stored_names where entity_id = 1",
        "update article_cleaning set kept_characters = 1 where article_id = 1",
        "delete from cleaning_by_site_and_rule",
    ],
    "full-text index agrees with the articles": [
        "insert into articles_fts (rowid, title, text) values (1, 'a stranger', '')",
        "insert into articles_fts (rowid, title, text) values (99, 'a ghost', '')",
        "update articles set title = 'Another' where id = 1",
        "update articles_fts_data set block = zeroblob(8) where id = (select max(id) from articles_fts_data)",
    ],
    "content is what the build wrote": [
        "update articles set publisher = 'Somebody' where id = 1",
        "update entities set name = 'Another' where id = 1",
        "update quantities set value = '1' where article_id = 1",
        "update mentions set score = 0.123 where article_id = 1",
        "delete from build_info where key = 'digest'",
    ],
    "SQLite's own integrity check": [
        "update mentions set entity_id = 4711 where article_id = 1",
    ],
}


@pytest.mark.parametrize(("check", "change"), [(check, change) for check, all in TAMPERING.items() for change in all])
def test_each_kind_of_tampering_is_found(seeds_database: Path, tmp_path: Path, check: str, change: str) -> None:
    """A change by hand makes the check fail that watches over it, and says where."""
    database = tmp_path / "clippings.db"
    shutil.copy(seeds_database, database)
    connection = sqlite3.connect(database)
    with connection:
        connection.execute(change)
    connection.close()
    result = verify(database)
    failed = {each.name: each for each in result.checks if not each.ok}
    assert check in failed
    assert failed[check].problems


def test_a_sound_database_passes(
    seeds_database: Path, clippings: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    """All is well with what a build made, and the digest is the one that the build printed."""
    result = verify(seeds_database)
    assert result.ok
    assert all(check.checked for check in result.checks)
    printed = clippings("verify", seeds_database)
    assert printed.returncode == 0
    assert f"digest {result.digest}" in printed.stdout


def test_a_bad_database_is_status_1(
    seeds_database: Path, tmp_path: Path, clippings: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    """The command names the problem and its exit status tells."""
    shutil.copy(seeds_database, tmp_path / "bad.db")
    connection = sqlite3.connect(tmp_path / "bad.db")
    with connection:
        connection.execute("update articles set text = 'Nothing.' where id = 1")
    connection.close()
    result = clippings("verify", tmp_path / "bad.db")
    assert result.returncode == 1
    assert "title and text are not the original" in result.stdout


def test_what_is_no_archive_cannot_be_verified(tmp_path: Path) -> None:
    """A missing or foreign file is an error, not a failed check."""
    with pytest.raises(DatabaseError, match="does not exist"):
        verify(tmp_path / "nothing.db")
    (tmp_path / "text.db").write_text("No database.", encoding="utf-8")
    with pytest.raises(ForeignFile):
        verify(tmp_path / "text.db")


def test_text_that_another_version_extracts_otherwise_is_no_loss(
    seeds_database: Path, tmp_path: Path, clippings: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    """Where a library that extracts text has another version than at the build, a difference is a note, not a loss."""
    database = tmp_path / "clippings.db"
    shutil.copy(seeds_database, database)
    connection = sqlite3.connect(database)
    with connection:
        connection.execute("update articles set text = 'Another.' where id = 1")
    name = "kept and removed lines are the original"
    assert [check.problem_count for check in verify(database).checks if check.name == name] == [1]
    with connection:
        connection.execute("update build_info set value = '0.1' where key = 'library charset-normalizer'")
    connection.close()
    (check,) = [check for check in verify(database).checks if check.name == name]
    assert check.ok
    assert "built with charset-normalizer 0.1, here is" in check.notes[0]
    assert "1 can't be compared: built with charset-normalizer 0.1" in clippings("verify", database).stdout


def test_a_library_that_extracts_nothing_excuses_nothing(seeds_database: Path, tmp_path: Path) -> None:
    """Another version of what only finds duplicates or reads web pages doesn't explain a lost line of plain text."""
    database = tmp_path / "clippings.db"
    shutil.copy(seeds_database, database)
    connection = sqlite3.connect(database)
    with connection:
        connection.execute("update articles set text = 'Another.' where id = 1")
        connection.execute("update build_info set value = '0.1' where key in ('library rensa', 'library lxml')")
    connection.close()
    failed = {check.name for check in verify(database).checks if not check.ok}
    assert "kept and removed lines are the original" in failed


def test_verifying_in_processes_says_the_same(tmp_path: Path) -> None:
    """The number of workers changes nothing about what is found."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(100):
        text = f"Story {number}\n\nThe council of Norway voted on Monday to rebuild harbour number {number}.\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    build([folder], tmp_path / "clippings.db")
    connection = sqlite3.connect(tmp_path / "clippings.db")
    with connection:
        connection.execute("update articles set text = 'Another.' where id % 7 = 0")
    connection.close()
    found = [verify(tmp_path / "clippings.db", workers=workers) for workers in (0, 2)]
    assert found[0] == found[1]
    assert [check.problem_count for check in found[0].checks if check.name.startswith("kept and")] == [14]


def test_an_archive_of_an_older_version_says_what_to_do(
    tmp_path: Path, clippings: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    """Verifying or serving it is refused with the advice to build again; nothing crashes."""
    database = outdated_archive(tmp_path / "old.db")
    with pytest.raises(OutdatedArchive, match="older version"):
        verify(database)
    for command in ("verify", "serve"):
        result = clippings(command, database)
        assert result.returncode == 2
        assert "made by an older version" in result.stderr and "Build again" in result.stderr
        assert "Traceback" not in result.stderr
