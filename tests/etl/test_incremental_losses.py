"""Building again under bad luck: nothing that the archive holds is lost, mixed up, or left as it was by mistake."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from clippings_etl import build, verify
from clippings_etl.analysis import prepare
from clippings_etl.engines import LocalEngine
from clippings_etl.errors import DatabaseBusy, DatabaseError, ForeignFile, WorkFileDamaged
from clippings_etl.readers import ReadOptions
from clippings_etl.scan import Scan
from clippings_etl.store import article_key
from clippings_etl.work_documents import WorkDocuments
from clippings_etl.work_file import WorkFile
from tests.etl.outdated import outdated_archive
from tests.etl.test_incremental import again, from_nothing, news, settle, story


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A folder of files."""
    folder = tmp_path / "post"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(story(number), encoding="utf-8")
    settle(folder)
    return folder


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "clippings.db"


def rows(database: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(query).fetchall()


def originals(database: Path) -> dict[str, bytes]:
    """The originals of a database by their sources."""
    query = "select source, data from articles join originals on originals.article_id = articles.id"
    return {source: zlib.decompress(data) for source, data in rows(database, query)}


_KILLED = """
import os, signal, sys
from clippings_etl import build

def progress(now):
    if now.stage == "recognising":
        os.kill(os.getpid(), signal.SIGKILL)

build([sys.argv[1]], sys.argv[2], cache=False, workers=0, progress=progress)
"""


def test_a_killed_build_without_cache_leaves_nothing_to_another(sources: Path, database: Path) -> None:
    """Its originals are of other documents than those that a later build with a work file calls by their numbers."""
    again(sources, database)
    (sources / "00 first.txt").write_text(story("first"), encoding="utf-8")
    (sources / "zz last.txt").write_text(story("last"), encoding="utf-8")
    command = [sys.executable, "-c", _KILLED, str(sources), str(database)]
    assert subprocess.run(command, timeout=300).returncode == -signal.SIGKILL
    assert list(database.parent.glob("*-once-spool"))
    again(sources, database)
    kept = originals(database)
    assert kept == {f"post/{path.name}": path.read_bytes() for path in sources.iterdir()}
    assert sorted(path.name for path in database.parent.glob("clippings.db*")) == ["clippings.db", "clippings.db-work"]


def test_the_spool_of_another_work_file_is_not_used(database: Path, tmp_path: Path) -> None:
    """A spool belongs to the work file that it was begun with."""
    other = tmp_path / "other.db"
    for path, data in ((other, b"theirs"), (database, b"ours")):
        with WorkFile(path) as work:
            work.connection.execute("insert into spool.originals values (1, ?)", [data])
    with WorkFile(database) as work:
        assert work.connection.execute("select data from spool.originals").fetchall() == [(b"ours",)]
    shutil.copy(other.with_name("other.db-work-spool"), work.spool)
    with WorkFile(database) as work:
        assert work.connection.execute("select data from spool.originals").fetchall() == []


class Dying(LocalEngine):
    """Loses the document of one name, as if it ended the process that works on it."""

    def __init__(self, source: str) -> None:
        super().__init__(workers=0)
        self._source = source

    def run(self, function, items, *, lost, weigh=None):  # type: ignore[no-untyped-def]  # as the method it overrides
        for item in items:
            yield lost(item) if getattr(item, "source", "") == self._source else function(item)


def test_an_article_that_is_gone_outlives_a_failure_to_prepare_it_again(sources: Path, database: Path) -> None:
    """What was made of it stays, the failure is listed, and the next build tries again."""
    again(sources, database)
    (sources / "05.txt").unlink()
    again(sources, database)
    (sources / "rules.yml").write_text("rules:\n- id: own-line\n  line: No article has this line\n", encoding="utf-8")
    report = again(sources, database, engine=Dying("post/05.txt"))
    assert (report.documents, report.vanished) == (12, 1)
    assert [source for source, _ in report.errors] == ["post/05.txt"]
    assert originals(database)["post/05.txt"].decode() == story(5)
    report = again(sources, database)
    assert (report.documents, report.errors) == (12, [])


def test_a_lost_work_file_and_a_failure_stop_the_build(sources: Path, database: Path) -> None:
    """Then nothing is left but the old database, which stays as it is until it can be read."""
    again(sources, database)
    (sources / "05.txt").unlink()
    digest = again(sources, database).digest
    database.with_name("clippings.db-work").unlink()
    with pytest.raises(DatabaseError, match=r"post/05\.txt is in no source any more"):
        build([sources], database, engine=Dying("post/05.txt"))
    assert verify(database, workers=0).digest == digest
    assert again(sources, database).digest == digest


@pytest.mark.parametrize("error", [KeyboardInterrupt, DatabaseError])
def test_what_is_broken_off_is_not_half_kept(database: Path, error: type[BaseException]) -> None:
    """Between two statements of one step anything may end the build: the step is taken back as a whole."""
    with WorkFile(database) as work:
        work.note("done", "yes")
    with pytest.raises(error), WorkFile(database) as work:
        work.note("half done", "yes")
        raise error("broken off")
    with WorkFile(database) as work:
        assert (work.fact("done"), work.fact("half done")) == ("yes", None)


def test_ctrl_c_between_commit_and_begin_harms_nothing(database: Path) -> None:
    """A work file that is in no transaction at the moment is closed as any other."""
    with pytest.raises(KeyboardInterrupt), WorkFile(database) as work:
        work.note("done", "yes")
        work.connection.execute("commit")
        raise KeyboardInterrupt
    with WorkFile(database) as work:
        assert work.fact("done") == "yes"


def test_a_document_without_traits_is_a_damage(sources: Path, database: Path) -> None:
    """It isn't left out of the comparison, which would shift all behind it; the work file is made anew."""
    digest = again(sources, database).digest
    with closing(sqlite3.connect(database.with_name("clippings.db-work"))) as connection, connection:
        connection.execute("delete from traits where document = 3")
        connection.execute("update facts set value = 'no' where name = 'settled'")
    report = again(sources, database)
    assert report.digest == digest and "made anew" in report.notes[0]


_LIST = "entities:\n- name: {name}\n  type: organisation\n  key: organisation:hp\n  aliases: [Harbour Authority]\n"


def test_a_changed_list_outlasts_an_interruption(sources: Path, database: Path, tmp_path: Path) -> None:
    """Names that a list gives are right in the end, though a build was stopped when all names were found already."""
    listed = sources / "entities.yml"
    listed.write_text(_LIST.format(name="Port Office"), encoding="utf-8")
    again(sources, database)
    listed.write_text(_LIST.format(name="Port Office of Norway"), encoding="utf-8")
    with closing(sqlite3.connect(database, isolation_level=None)) as busy:
        busy.execute("begin immediate")
        with pytest.raises(DatabaseBusy):
            build([sources], database, workers=0)
    assert again(sources, database).digest == from_nothing(sources, tmp_path)
    assert rows(database, "select name from entities where key = 'organisation:hp'") == [("Port Office of Norway",)]


def test_a_database_with_a_write_ahead_log_is_brought_up_to_date(sources: Path, database: Path, tmp_path: Path) -> None:
    """Somebody turned the log on: what the build changes is in the new file, and not in a log left behind."""
    again(sources, database)
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("pragma journal_mode = wal").fetchone() == ("wal",)
    (sources / "new.txt").write_text(story("new"), encoding="utf-8")
    assert news(again(sources, database)) == (1, 0, 12, 0)
    assert verify(database, workers=0).digest == from_nothing(sources, tmp_path)
    assert not list(tmp_path.glob("*-wal"))


def test_what_only_a_lost_database_held_is_gone(sources: Path, database: Path, tmp_path: Path) -> None:
    """Without the database, a document that is in no source either is no article any more."""
    again(sources, database)
    database.unlink()
    (sources / "05.txt").unlink()
    report = again(sources, database)
    assert news(report) == (0, 0, 11, 0) and report.digest == from_nothing(sources, tmp_path)


def test_the_work_file_of_another_database_brings_nothing_in(sources: Path, database: Path, tmp_path: Path) -> None:
    """Documents that only it knows aren't in this archive."""
    digest = again(sources, database).digest
    others = tmp_path / "others"
    others.mkdir()
    (others / "a.txt").write_text(story("a"), encoding="utf-8")
    build([others], tmp_path / "other.db", workers=0)
    shutil.copy(tmp_path / "other.db-work", tmp_path / "clippings.db-work")
    report = again(sources, database)
    assert report.digest == digest and report.documents == 12
    assert again(sources, database).is_current


def test_originals_of_what_is_gone_cannot_be_kept_later(sources: Path, database: Path) -> None:
    """They were never kept: the build stops and says what can be done, and so it can."""
    again(sources, database, keep_originals=False)
    (sources / "05.txt").unlink()
    with pytest.raises(DatabaseError, match=r"1 articles, such as post/05\.txt") as raised:
        build([sources], database, workers=0)
    assert "--no-originals" in raised.value.advice
    assert again(sources, database, keep_originals=False).documents == 12
    assert again(sources, database, prune=True).documents == 11


def test_a_backup_put_back_is_what_counts(sources: Path, database: Path, tmp_path: Path) -> None:
    """Of a file that is gone the archive keeps what it holds itself, and not what a later one held."""
    again(sources, database)
    shutil.copy(database, tmp_path / "backup")
    (sources / "05.txt").write_text(story("later"), encoding="utf-8")
    again(sources, database)
    shutil.copy(tmp_path / "backup", database)
    (sources / "05.txt").unlink()
    assert news(again(sources, database)) == (0, 0, 11, 1)
    assert originals(database)["post/05.txt"].decode() == story(5)


def test_a_damaged_old_database_is_told_of(sources: Path, database: Path) -> None:
    """Pages that can't be read are an error that says which file, and not a reason to renew the work file."""
    again(sources, database)
    work = database.with_name("clippings.db-work").read_bytes()
    with database.open("r+b") as file:
        file.seek(4096 * 2)
        file.write(b"\xff" * (database.stat().st_size - 4096 * 4))
    with pytest.raises(DatabaseError, match=r"clippings\.db is damaged") as raised:
        build([sources], database, workers=0)
    assert not isinstance(raised.value, WorkFileDamaged) and raised.value.advice
    assert len(database.with_name("clippings.db-work").read_bytes()) == len(work)


class There(LocalEngine):
    """Reads files where it works on them, and lets something happen when it has the first one's results."""

    def __init__(self, then: Callable[[], object]) -> None:
        super().__init__(workers=0)
        self._then = then

    def can_read(self, location: object) -> bool:
        return True

    def run(self, function, items, *, lost, weigh=None):  # type: ignore[no-untyped-def]  # as the method it overrides
        for item in items:
            result = function(item)
            self._then()
            yield result


def test_a_file_that_changes_while_a_worker_has_it_is_read_again(sources: Path, database: Path, tmp_path: Path) -> None:
    """What the worker read isn't what is there when its results come; the next build sees that."""
    path = sources / "05.txt"

    def change() -> None:
        path.write_text(story("changed meanwhile"), encoding="utf-8")
        os.utime(path, (1_700_000_100, 1_700_000_100))

    build([sources], database, engine=There(change))
    assert again(sources, database).digest == from_nothing(sources, tmp_path)


def test_an_archive_of_version_1_keeps_what_is_gone(sources: Path, database: Path) -> None:
    """It knew plain texts alone, and didn't say so."""
    outdated_archive(database, "post/gone.txt")
    data = story("gone").encode()
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("update articles set sha256 = ?", [sha256(data).hexdigest()])
        connection.execute("insert into originals values (41, ?, ?)", [len(data), zlib.compress(data)])
    report = again(sources, database)
    assert (report.documents, report.vanished) == (13, 1)
    key = article_key("post/gone.txt")
    assert rows(database, f"select id, format from articles where key = '{key}'") == [(41, "text")]


def test_a_file_that_can_be_read_no_more_is_replaced_by_its_error(
    sources: Path, database: Path, tmp_path: Path
) -> None:
    """Too large for the limit, or another kind of file: as in a build of everything, there is an error in its place."""
    again(sources, database)
    (sources / "05.txt").write_bytes(b"%PDF-1.4\n" + bytes(range(256)))
    (sources / "07.txt").write_text(story(7) * 20, encoding="utf-8")
    limit = ReadOptions(max_bytes=len(story(7)) * 4)
    report = again(sources, database, reading=limit)
    assert report.vanished == 0
    assert sorted(source for source, _ in report.errors) == ["post/05.txt", "post/07.txt"]
    assert report.digest == from_nothing(sources, tmp_path, reading=limit)


def test_prune_spares_what_only_cannot_be_read(sources: Path, database: Path) -> None:
    """A broken container, a folder that isn't mounted: their articles stay and are named; what is gone goes."""
    below = sources / "below"
    below.mkdir()
    (below / "deep.txt").write_text(story("deep"), encoding="utf-8")
    packed = sources / "packed.zip"
    with zipfile.ZipFile(packed, "w") as container:
        container.writestr("one.txt", story("one"))
        container.writestr("two.txt", story("two"))
    digest = again(sources, database).digest
    whole = packed.read_bytes()
    packed.write_bytes(whole[: len(whole) // 2])
    below.rename(sources.parent / "away")
    below.symlink_to(sources.parent / "nowhere")
    (sources / "05.txt").rename(sources.parent / "05.txt")
    for _ in range(2):  # the second time the container isn't read
        report = again(sources, database, prune=True)
        (note,) = report.notes
        assert note.startswith("3 articles stay")
        assert "post/below/deep.txt" in note and "post/packed.zip/two.txt" in note
        assert report.documents == 14 and "post/05.txt" not in originals(database)
    packed.write_bytes(whole)
    below.unlink()
    (sources.parent / "away").rename(below)
    (sources.parent / "05.txt").rename(sources / "05.txt")
    assert again(sources, database, prune=True).digest == digest


def test_prune_takes_nothing_out_before_the_build_is_done(sources: Path, database: Path, tmp_path: Path) -> None:
    """An interrupted one has changed nothing: the next may keep what is gone."""
    digest = again(sources, database, keep_originals=False).digest
    (sources / "05.txt").unlink()
    with closing(sqlite3.connect(database, isolation_level=None)) as busy:
        busy.execute("begin immediate")
        with pytest.raises(DatabaseBusy):
            build([sources], database, workers=0, keep_originals=False, prune=True)
    kept = again(sources, database, keep_originals=False)
    assert (kept.digest, kept.vanished) == (digest, 1)
    pruned = again(sources, database, keep_originals=False, prune=True)
    assert pruned.digest == from_nothing(sources, tmp_path, keep_originals=False)
    assert again(sources, database, keep_originals=False, prune=True).is_current


def test_what_the_digest_says_nothing_of_is_put_right_too(sources: Path, database: Path) -> None:
    """Originals taken out by hand, and a search index that isn't right any more, though the digest is the same."""
    digest = again(sources, database).digest
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("delete from originals where article_id = 3")
        connection.execute("update search_index set stale = 1")
    assert verify(database, workers=0).digest == digest
    assert again(sources, database).digest == digest
    assert len(originals(database)) == 12
    assert rows(database, "select stale from search_index") == [(0,)]
    assert again(sources, database).is_current


@pytest.mark.parametrize("kind", ["text", "database"])
def test_a_foreign_file_of_the_work_files_name_is_left_alone(sources: Path, database: Path, kind: str) -> None:
    """Somebody's notes aren't thrown away because of what they are called."""
    work = database.with_name("clippings.db-work")
    if kind == "text":
        work.write_text("My own notes.", encoding="utf-8")
    else:
        with closing(sqlite3.connect(work)) as connection, connection:
            connection.execute("create table notes (text)")
    before = work.read_bytes()
    with pytest.raises(ForeignFile, match=r"clippings\.db-work") as raised:
        build([sources], database, workers=0)
    assert "another name" in raised.value.advice and work.read_bytes() == before
    assert not database.exists()


_WITHOUT_INDEX = """
import sys
sys.modules["pyroaring"] = None
from clippings_etl import build
build([sys.argv[1]], sys.argv[2], workers=0)
"""


def test_a_search_index_comes_when_its_library_does(sources: Path, database: Path) -> None:
    """A database built without pyroaring isn't up to date any more once that is installed."""
    subprocess.run([sys.executable, "-c", _WITHOUT_INDEX, str(sources), str(database)], check=True, timeout=300)
    assert rows(database, "select count(*) from search_index") == [(0,)]
    again(sources, database)
    assert rows(database, "select count(*) from search_index") == [(1,)]


def prepared_by(work: WorkFile, documents: WorkDocuments, sources: Path, version: str, site: str) -> None:
    """Put one text into a work file, as a version of the cleaning that says this site of it."""
    from dataclasses import replace

    from clippings_etl.readers import found_files

    scan = Scan(
        work, documents, version=version, reading=ReadOptions(), keep_originals=False, prune=False,
        passes_over=lambda path: False, progress=lambda progress: None,
    )  # fmt: skip
    for record in scan.read(scan.look(found_files([sources / "00.txt"]))):
        scan.put(replace(prepare(record, keep_original=False), site=site))  # type: ignore[type-var]
    scan.end()


def test_another_version_of_the_cleaning_is_compared_anew(sources: Path, database: Path) -> None:
    """Though the text is the same: its site may not be, nor how like it is to others."""
    with WorkFile(database) as work:
        documents = WorkDocuments(work)
        prepared_by(work, documents, sources, "1", "one.example")
        work.connection.execute("insert into similarities values (1, 2, 0.5)")
    with WorkFile(database) as work:
        documents = WorkDocuments(work)
        prepared_by(work, documents, sources, "2", "two.example")
        assert work.connection.execute("select site from present").fetchall() == [("two.example",)]
        assert work.connection.execute("select count(*) from similarities").fetchone() == (0,)
