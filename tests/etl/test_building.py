"""Building: the same result every time, the old database safe, and nothing lost on the way."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from clippings_etl import build, verify
from clippings_etl.archive import open_archive
from clippings_etl.cleaning import RuleSet
from clippings_etl.cleaning.user_rules import UserRules
from clippings_etl.errors import DatabaseBusy, DatabaseError, ForeignFile, SourceError
from clippings_etl.progress import Progress
from tests.conftest import SEEDS, run_clippings
from tests.etl.outdated import outdated_archive
from tests.etl.test_decoding import VIETNAMESE, windows_1258

STORY = "A headline about the harbour\n\nThe council of {name} voted on Monday to rebuild the old harbour.\n"


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """A folder of a few articles."""
    folder = tmp_path / "stories"
    folder.mkdir()
    for number, name in enumerate(("Norway", "Vietnam", "Uzbekistan")):
        (folder / f"{number}.txt").write_text(STORY.format(name=name), encoding="utf-8")
    return folder


def rows(database: Path, query: str) -> list[tuple[object, ...]]:
    connection = open_archive(database)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def test_the_digest_is_the_same_whatever_the_order(tmp_path: Path) -> None:
    """Another order of sources, another hash seed, another process: the same content."""
    first, second = tmp_path / "a", tmp_path / "b"
    for folder in (first, second):
        folder.mkdir()
    for source in SEEDS.glob("*.txt"):
        shutil.copy(source, first if source.name.startswith("000") else second)
    digests = set()
    for seed, order in (("0", (first, second)), ("1", (second, first)), ("2", (first, second))):
        database = tmp_path / f"{seed}.db"
        result = run_clippings("build", *order, "-o", database, env={**os.environ, "PYTHONHASHSEED": seed})
        assert result.returncode == 0, result.stderr
        digests.add(verify(database).digest)
    assert len(digests) == 1


def test_rebuilding_keeps_numbers_and_digest(stories: Path, tmp_path: Path) -> None:
    """A number, once given, stays with its article: through removal, return and new arrivals."""
    database = tmp_path / "clippings.db"
    digest = build([stories], database).digest
    numbers = dict(rows(database, "select source, id from articles"))
    (stories / "0.txt").rename(tmp_path / "away.txt")
    (stories / "00 new.txt").write_text(STORY.format(name="Chile"), encoding="utf-8")
    build([stories], database, prune=True)
    changed = dict(rows(database, "select source, id from articles"))
    assert changed["stories/1.txt"] == numbers["stories/1.txt"]
    assert changed["stories/00 new.txt"] not in numbers.values()
    (tmp_path / "away.txt").rename(stories / "0.txt")
    (stories / "00 new.txt").unlink()
    assert build([stories], database, prune=True).digest == digest
    assert dict(rows(database, "select source, id from articles")) == numbers


def test_what_people_wrote_survives(stories: Path, tmp_path: Path) -> None:
    """Tags and notes are carried into every rebuild."""
    database = tmp_path / "clippings.db"
    build([stories], database)
    connection = open_archive(database, mutable=True)
    with connection:
        connection.execute("insert into tags (id, name) values (7, 'harbour')")
        connection.execute("insert into article_tags select key, 7 from articles limit 1")
        connection.execute(
            "insert into notes (article_key, at, actor, body) select key, '2026', 'root', 'x' from articles"
        )
    connection.close()
    tagged = rows(database, "select * from article_tags")
    build([stories], database)
    assert rows(database, "select * from article_tags") == tagged
    assert rows(database, "select count(*) from notes") == [(3,)]


def test_an_archive_of_an_older_version_hands_its_numbers_and_notes_over(stories: Path, tmp_path: Path) -> None:
    """A build in the place of an archive of version 1 keeps its numbers, tags and notes."""
    database = outdated_archive(tmp_path / "clippings.db")
    build([stories], database)
    assert rows(database, "select id from articles where source = 'stories/1.txt'") == [(41,)]
    assert rows(database, "select id from entities where key = 'place:VN'") == [(17,)]
    assert rows(database, "select min(id) > 50 from articles where source <> 'stories/1.txt'") == [(1,)]
    assert rows(database, "select tags.name, body from tags, notes") == [("harbour", "mine")]
    assert rows(database, "select id from retired_ids where key = 'gone'") == [(50,)]
    assert verify(database).ok


def many(folder: Path, count: int = 80) -> Path:
    """A folder of articles with a site's furniture; each tenth is the one before with an update; one is empty."""
    folder.mkdir()
    (folder / "empty.txt").touch()
    for number in range(count):
        told = number - 1 if number % 10 == 9 else number
        chance = random.Random(told)
        words = ["".join(chance.choices("abdegiklmnoprstuvz", k=chance.randint(2, 9))) for _ in range(120)]
        story = "\n\n".join(f"In Vietnam {' '.join(words[start : start + 30])}." for start in range(0, 120, 30))
        update = "Updated in the evening.\n\n" if told != number else ""
        text = f"Morning Post\n\nStory of {words[0]}\n\n{story}\n\n{update}Write to the editors\n"
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return folder


def test_the_number_of_workers_changes_nothing(tmp_path: Path) -> None:
    """In this process or in others, few or many: the same content, numbers included."""
    folder = many(tmp_path / "post")
    digests = set()
    numbers = set()
    for workers in (0, 1, 3, None):
        database = tmp_path / f"{workers}.db"
        report = build([folder], database, workers=workers)
        assert (report.documents, report.duplicates, report.error_count) == (80, 8, 1)
        furniture, updates = 2 * 80, 8
        assert report.removed_by_rule["site.repeated"] == furniture + updates
        digests.add(report.digest)
        numbers.add(tuple(rows(database, "select id, key from articles order by id")))
        assert verify(database, workers=0).ok
    assert len(digests) == len(numbers) == 1


def test_near_duplicates_point_to_the_first_and_stay_readable(tmp_path: Path) -> None:
    """Each names the first article of its group, how like it is, and keeps its own text, searchable."""
    original = "\n\n".join(
        f"Paragraph {day} of the harbour story, told at length and for the first time." for day in "abcdef"
    )
    folder = tmp_path / "post"
    folder.mkdir()
    (folder / "a.txt").write_text(f"The harbour story\n\n{original}\n", encoding="utf-8")
    (folder / "b.txt").write_text(f"The harbour story, updated\n\n{original}\n\nUpdated twice.\n", encoding="utf-8")
    (folder / "c.txt").write_text(STORY.format(name="Norway"), encoding="utf-8")
    database = tmp_path / "clippings.db"
    assert build([folder], database).duplicates == 1
    query = """
        select b.source, a.similarity, a.text like '%Updated twice.'
        from articles a join articles b on b.id = a.duplicate_of
    """
    ((first, similarity, is_whole),) = rows(database, query)
    assert (first, is_whole) == ("post/a.txt", 1)
    assert 0.8 <= similarity <= 1  # type: ignore[operator]
    assert rows(database, "select count(*) from articles_fts where articles_fts match 'updated'") == [(1,)]


@dataclass(frozen=True)
class DeadlyRules(UserRules):
    """Rules that end the process at certain documents, as a crash in a parser does."""

    def rules_for(self, source: str, site: str) -> RuleSet:
        if source.endswith(("033.txt", "071.txt")):
            os.kill(os.getpid(), signal.SIGSEGV)
        return super().rules_for(source, site)


def test_a_document_that_kills_its_worker_is_one_error(tmp_path: Path) -> None:
    """A crash costs the document that caused it, listed with advice; all others are in the archive."""
    folder = many(tmp_path / "post")
    report = build([folder], tmp_path / "clippings.db", rules=DeadlyRules(), workers=2)
    assert (report.documents, report.error_count) == (78, 3)
    query = "select source, problem from errors where stage = 'decode' and problem like '%died' order by source"
    died = [(f"post/{name}.txt", "the process that worked on it died") for name in ("033", "071")]
    assert rows(tmp_path / "clippings.db", query) == died
    assert verify(tmp_path / "clippings.db").ok


def test_progress_tells_stage_count_and_failures(tmp_path: Path) -> None:
    """While sources are read nobody knows how many documents there are; then every one is counted."""
    said: list[Progress] = []
    build([many(tmp_path / "post", 20)], tmp_path / "clippings.db", progress=said.append)
    assert (said[-1].stage, said[-1].done, said[-1].total, said[-1].errors) == ("recognising", 20, 20, 1)
    assert said[-1].share == 1
    assert {(each.stage, each.total) for each in said} == {("reading", None), ("recognising", 20)}


def test_articles_with_the_same_text_point_to_the_first(stories: Path, tmp_path: Path) -> None:
    """A second copy of an article is kept and says which it is a copy of."""
    shutil.copy(stories / "1.txt", stories / "copy.txt")
    build([stories], tmp_path / "clippings.db")
    query = (
        "select b.source from articles a join articles b on b.id = a.duplicate_of where a.source = 'stories/copy.txt'"
    )
    assert rows(tmp_path / "clippings.db", query) == [("stories/1.txt",)]


def test_originals_can_be_left_out(stories: Path, tmp_path: Path) -> None:
    """Without originals the rest is the same and still verifies."""
    build([stories], tmp_path / "clippings.db", keep_originals=False)
    assert rows(tmp_path / "clippings.db", "select count(*) from originals") == [(0,)]
    assert verify(tmp_path / "clippings.db").ok


def test_an_article_without_headline_is_called_by_its_opening(tmp_path: Path) -> None:
    """Where no line is a headline, the first words stand in, and the text keeps them too."""
    text = "The council voted on Monday to rebuild the old harbour, " * 5 + "as everyone had expected it to do."
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    build([tmp_path / "one.txt"], tmp_path / "out.db")
    ((title, source, body),) = rows(tmp_path / "out.db", "select title, title_source, text from articles")
    assert (source, body) == ("opening", text)
    assert title.endswith(" …") and text.startswith(title.removesuffix(" …")) and len(title) <= 82


def test_trouble_is_listed_and_ends_nothing(
    stories: Path, tmp_path: Path, clippings: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    """Each bad document is one row in errors and one line in the report; all others are read; the status is 1."""
    (stories / "empty.txt").touch()
    (stories / "binary.txt").write_bytes(bytes(range(256)) * 50)
    (stories / "loop").symlink_to(stories, target_is_directory=True)
    (stories / "locked.txt").write_text("Text that nobody may read.", encoding="utf-8")
    (stories / "locked.txt").chmod(0)
    with (stories / "line.txt").open("w") as file:
        file.write("x" * 50_000_000)
    (stories / "windows-1258.txt").write_bytes(windows_1258(VIETNAMESE))
    database = tmp_path / "clippings.db"
    without_privileges = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    result = subprocess.run(
        [*without_privileges, sys.executable, "-m", "clippings_etl", "build", str(stories), "-o", str(database)],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert result.returncode == 1, result.stderr
    bad = ["stories/binary.txt", "stories/empty.txt", "stories/line.txt", "stories/locked.txt", "stories/loop"]
    assert [row[0] for row in rows(database, "select source from errors order by source")] == bad
    for source in bad:
        assert sum(line.strip().startswith(source + ":") for line in result.stdout.splitlines()) == 1
    assert all(problem and advice for problem, advice in rows(database, "select problem, advice from errors"))
    ((text,),) = rows(database, "select title || text from articles where source = 'stories/windows-1258.txt'")
    assert VIETNAMESE in text
    assert rows(database, "select count(*) from articles") == [(4,)]
    assert clippings("verify", database).returncode == 0


def test_nothing_to_do_is_status_2(tmp_path: Path, clippings: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    """A missing source or an empty folder is an error with advice, and no database is made."""
    (tmp_path / "empty").mkdir()
    for source in ("nowhere", "empty"):
        result = clippings("build", tmp_path / source, "-o", tmp_path / "out.db")
        assert result.returncode == 2
        assert "Traceback" not in result.stderr
        assert not (tmp_path / "out.db").exists()
    with pytest.raises(SourceError):
        build([tmp_path / "empty"], tmp_path / "out.db")


def test_another_programs_file_is_left_alone(stories: Path, tmp_path: Path) -> None:
    """A file that clippings didn't make is never replaced."""
    text, foreign = tmp_path / "notes.db", tmp_path / "foreign.db"
    text.write_text("My notes.", encoding="utf-8")
    connection = sqlite3.connect(foreign)
    connection.execute("create table precious (id)")
    connection.close()
    for path in (text, foreign):
        before = path.read_bytes()
        with pytest.raises(ForeignFile):
            build([stories], path)
        assert path.read_bytes() == before


def test_a_folder_that_is_not_there_is_an_error(stories: Path, tmp_path: Path) -> None:
    """Writing where nothing can be written says so."""
    with pytest.raises(DatabaseError, match="can't be written"):
        build([stories], tmp_path / "nowhere" / "out.db")


def test_only_one_build_writes_at_a_time(stories: Path, tmp_path: Path) -> None:
    """A second build of the same database is turned away while the first is running."""
    database = tmp_path / "clippings.db"

    def second(progress: Progress) -> None:
        with pytest.raises(DatabaseBusy):
            build([stories], database)

    assert build([stories], database, progress=second).documents == 3


def test_a_killed_build_leaves_the_old_database(tmp_path: Path) -> None:
    """Killed at any moment of its life, a build leaves the old database or the new one, and the next succeeds."""
    folder, database = tmp_path / "many", tmp_path / "clippings.db"
    folder.mkdir()
    (folder / "first.txt").write_text(STORY.format(name="Norway"), encoding="utf-8")
    former = build([folder], database).digest
    kept = (tmp_path / "former.db").write_bytes(database.read_bytes())
    for number in range(200):
        (folder / f"{number}.txt").write_text(STORY.format(name=f"Place {number}") * 20, encoding="utf-8")
    # without a work file, so that each goes the whole way; tests of resuming have those that go on
    command = [sys.executable, "-m", "clippings_etl", "build", str(folder), "-o", str(database), "--no-cache"]
    started = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    life = time.monotonic() - started
    digests = {former, verify(database).digest}
    assert len(digests) == 2
    partly = 0
    for moment in range(1, 13):
        database.write_bytes((tmp_path / "former.db").read_bytes())
        assert database.stat().st_size == kept
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(life * moment / 12)
        partly += process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.wait()
        result = verify(database)
        assert result.ok
        assert result.digest in digests
    assert partly >= 3
    assert build([folder], database).documents == 201
    assert verify(database).ok
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "clippings.db",
        "clippings.db-work",
        "former.db",
        "many",
    ]


def test_an_interrupted_build_changes_nothing(tmp_path: Path) -> None:
    """Ctrl-C ends a build with a word and a status of its own; the old database stays, what is done is kept."""
    folder, database = tmp_path / "many", tmp_path / "clippings.db"
    folder.mkdir()
    (folder / "first.txt").write_text(STORY.format(name="Norway"), encoding="utf-8")
    digest = build([folder], database).digest
    for number in range(400):
        (folder / f"{number}.txt").write_text(STORY.format(name=f"Place {number}") * 20, encoding="utf-8")
    command = [sys.executable, "-m", "clippings_etl", "build", str(folder), "-o", str(database)]
    # What runs in the background of a shell script ignores Ctrl-C, and so do its children.
    heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=heed)
    while not (tmp_path / "clippings.db-partial").exists():
        assert process.poll() is None
        time.sleep(0.001)
    time.sleep(0.2)  # stopped in its first moment, it may leave the file, empty, to the next build
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors.strip()) == (130, "Interrupted.")
    assert verify(database).digest == digest
    assert not (tmp_path / "clippings.db-partial").exists()


def test_a_second_build_cannot_slip_in_while_the_first_ends(
    stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lock holds until the new database is in its place, and nobody can write into the old one meanwhile."""
    database = tmp_path / "clippings.db"
    build([stories], database)
    replace = Path.replace
    tried = []

    def slow_disk(source: Path, target: Path) -> Path:
        monkeypatch.undo()
        with pytest.raises(DatabaseBusy):
            build([stories], database)
        writer = sqlite3.connect(database, timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            writer.execute("insert into tags (name) values ('lost')")
        writer.close()
        tried.append(source)
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", slow_disk)
    (stories / "new.txt").write_text(STORY.format(name="Chile"), encoding="utf-8")
    build([stories], database)
    assert len(tried) == 1
    assert verify(database).ok


def test_a_writer_that_was_killed_is_no_end(stories: Path, tmp_path: Path) -> None:
    """A journal left by another program is rolled back, and both verifying and building go on."""
    database = tmp_path / "clippings.db"
    digest = build([stories], database).digest
    script = f"""
import os, sqlite3
connection = sqlite3.connect({str(database)!r})
connection.execute("pragma cache_size = 1")
connection.execute("begin")
connection.execute("update articles set text = text || text || text")
connection.execute("update stored_names set name = zeroblob(20000)")
os._exit(0)
"""
    subprocess.run([sys.executable, "-c", script], check=True)
    assert (tmp_path / "clippings.db-journal").stat().st_size
    assert verify(database).digest == digest
    assert build([stories], database).digest == digest


def test_a_build_that_reads_nothing_replaces_nothing(
    stories: Path, tmp_path: Path, clippings: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    """Where no document at all can be read, the old archive stays, the reasons are named, and the status is 2."""
    database = tmp_path / "clippings.db"
    digest = build([stories], database).digest
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "empty.txt").touch()
    (tmp_path / "bad" / "photo.jpg").touch()
    result = clippings("build", tmp_path / "bad", "-o", database)
    assert result.returncode == 2
    assert "bad/empty.txt" in result.stderr and "bad/photo.jpg" in result.stderr
    assert verify(database).digest == digest


def test_a_database_among_its_sources_is_no_document(stories: Path) -> None:
    """An archive may live in the folder it is built from."""
    database = stories / "clippings.db"
    build([stories], database)
    (stories / "old archive.db").write_bytes(database.read_bytes())
    assert build([stories], database).errors == []


def test_a_pending_log_of_the_old_database_is_not_replayed(stories: Path, tmp_path: Path) -> None:
    """A database that people write to in WAL mode is replaced whole, with what they wrote."""
    database = tmp_path / "clippings.db"
    digest = build([stories], database).digest
    script = f"""
import os, sqlite3
connection = sqlite3.connect({str(database)!r})
connection.execute("pragma journal_mode = wal")
connection.execute("insert into tags (name) values ('kept')")
connection.commit()
os._exit(0)
"""
    subprocess.run([sys.executable, "-c", script], check=True)
    assert (tmp_path / "clippings.db-wal").stat().st_size
    assert build([stories], database).digest == digest
    assert rows(database, "select name from tags") == [("kept",)]
    assert verify(database).ok


def test_a_locked_database_is_busy_and_not_foreign(stories: Path, tmp_path: Path) -> None:
    """While another program writes, the old database is neither replaced nor called another program's."""
    database = tmp_path / "clippings.db"
    build([stories], database)
    writer = sqlite3.connect(database)
    writer.execute("begin exclusive")
    with pytest.raises(DatabaseBusy):
        build([stories], database)
    writer.rollback()
    writer.close()
    assert verify(database).ok


def test_the_law_of_kept_and_removed_holds_for_what_is_stored(tmp_path: Path) -> None:
    """Articles, furniture alone, blank lines, odd line ends: every one verifies."""
    folder = tmp_path / "odd"
    folder.mkdir()
    documents = (
        "Pages: 1 2 3",
        "A headline that stands alone",
        "\ufeffA headline\r\n\r\nA line with Windows ends, long enough to be called a paragraph of prose.\r\n",
        "Old Mac lines\r\rThe paragraph below them was written long ago, on a machine that is gone.\r",
        "  Indented headline\n\n\tAn indented paragraph that says something about the old harbour.\n\n\n\nEnd\n",
        "Form\x0cfeed and\x85next line and\u2028line separator in one document that is otherwise quite ordinary.",
        "22.04.2024\nBy Anna Berg\nPhoto: Anna Berg\nRelated News\nPages: 1 2 3",
    )
    for number, text in enumerate(documents):
        (folder / f"{number}.txt").write_bytes(text.encode("utf-8"))
    build([folder], tmp_path / "clippings.db")
    result = verify(tmp_path / "clippings.db")
    assert result.ok, [check.problems for check in result.checks]
    assert rows(tmp_path / "clippings.db", "select count(*) from articles") == [(len(documents),)]
