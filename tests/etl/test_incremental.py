"""Building again: only what is new is done, and the result is that of a build of everything."""

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from clippings_etl import build, verify
from clippings_etl.build import Report
from clippings_etl.cleaning import RuleSet
from clippings_etl.cleaning.user_rules import UserRules
from clippings_etl.errors import DatabaseError
from clippings_etl.recognisers import Recognition

WORDS = ["harbour", "council", "ferry", "minister", "island", "school", "budget", "winter", "market", "bridge"]
PEOPLE = ("Anna Berg", "Jalol Marufov", "Tran Van Minh", "Maria Silva", "Omar Haddad")
PLACES = ("Norway", "Vietnam", "Uzbekistan", "Chile", "Kenya", "South Korea")
BODIES = ("World Bank", "European Union", "Harbour Authority", "Red Cross", "United Nations")


def story(seed: object) -> str:
    """An article with names, a date and a sum, between its site's furniture."""
    chance = random.Random(f"{seed}")
    paragraphs = []
    for _ in range(3):
        words = chance.choices(WORDS, k=30)
        words[3], words[12], words[20] = chance.choice(PEOPLE), chance.choice(PLACES), f"the {chance.choice(BODIES)}"
        words[25] = f"{chance.randint(2, 90)} million dollars"
        paragraphs.append(f"The {' '.join(words)}.")
    head = " ".join(chance.choices(WORDS, k=5)).capitalize()
    return "\n\n".join(["Morning Post", head, *paragraphs, "Write to the editors"]) + "\n"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A folder of files and a container, with a near-duplicate, an empty file, and one that is no document."""
    folder = tmp_path / "post"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(story(number), encoding="utf-8")
    (folder / "copy.txt").write_text(story(3).replace("Write to", "Updated twice.\n\nWrite to"), encoding="utf-8")
    (folder / "empty.txt").touch()
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    records = [{"title": f"Record {number}", "text": story(100 + number)} for number in range(5)]
    write_records(folder, records)
    return folder


def write_records(folder: Path, records: list[dict[str, str]]) -> None:
    lines = "".join(json.dumps(record) + "\n" for record in records)
    (folder / "records.jsonl").write_text(lines, encoding="utf-8")


def settle(folder: Path) -> None:
    """Let the files be older than a file system's clock is coarse, so that they count as they are."""
    for path in [folder, *folder.rglob("*")]:
        os.utime(path, (1_700_000_000, 1_700_000_000))


def from_nothing(sources: Path, folder: Path, **options: object) -> str:
    """The digest of a build that knows of no other."""
    with_nothing = folder / "from nothing"
    shutil.rmtree(with_nothing, ignore_errors=True)
    with_nothing.mkdir()
    return build([sources], with_nothing / "clippings.db", workers=0, **options).digest  # type: ignore[arg-type]


def again(sources: Path, database: Path, **options: object) -> Report:
    """Build again, and hold the result against its own rows."""
    report = build([sources], database, workers=0, **options)  # type: ignore[arg-type]
    result = verify(database, workers=0)
    assert result.ok, [check.problems for check in result.checks if not check.ok]
    assert result.digest == report.digest
    return report


def news(report: Report) -> tuple[int, int, int, int]:
    return report.new, report.changed, report.unchanged, report.vanished


def test_a_build_of_the_same_writes_nothing(sources: Path, tmp_path: Path) -> None:
    """The second build finds nothing new, says so, and leaves the file as it is; it reports what the first did."""
    database = tmp_path / "clippings.db"
    first = again(sources, database)
    assert news(first) == (18, 0, 0, 0) and not first.is_current
    before = database.stat()
    second = again(sources, database)
    assert news(second) == (0, 0, 18, 0) and second.is_current
    assert (database.stat().st_ino, database.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    for fact in ("digest", "documents", "duplicates", "removed_by_rule", "entities_by_type", "error_count"):
        assert getattr(first, fact) == getattr(second, fact)
    assert [source for source, _ in first.errors] == [source for source, _ in second.errors]


def _change_a_text(folder: Path) -> None:
    (folder / "05.txt").write_text(story("another"), encoding="utf-8")


def _add_a_text(folder: Path) -> None:
    (folder / "00 new.txt").write_text(story("new").replace("Anna Berg", "Xenia Volkova"), encoding="utf-8")


def _remove_a_text(folder: Path) -> None:
    (folder / "03.txt").unlink()


def _remove_the_copy(folder: Path) -> None:
    (folder / "copy.txt").unlink()


def _spoil_a_text(folder: Path) -> None:
    (folder / "07.txt").write_bytes(bytes(range(256)) * 50)


def _mend_a_text(folder: Path) -> None:
    (folder / "empty.txt").write_text(story("mended"), encoding="utf-8")


def _add_records(folder: Path) -> None:
    records = [{"title": f"Record {number}", "text": story(100 + number)} for number in range(7)]
    records[2]["text"] = story("another record")
    write_records(folder, records)


def _remove_records(folder: Path) -> None:
    write_records(folder, [{"title": "Record 0", "text": story(100)}])


def _remove_the_furniture(folder: Path) -> None:
    """Fewer articles have the line, so others that weren't touched keep it."""
    for path in sorted(folder.glob("*.txt"))[:11]:
        path.write_text(path.read_text(encoding="utf-8").replace("Morning Post\n\n", ""), encoding="utf-8")


def _give_a_list(folder: Path) -> None:
    (folder / "entities.yml").write_text(
        "entities:\n- name: Old Ferry\n  type: organisation\n  aliases: [ferry]\n", encoding="utf-8"
    )


def _give_rules(folder: Path) -> None:
    (folder / "rules.yml").write_text("rules:\n- id: own-editors\n  line: Write to the editors\n", encoding="utf-8")


CHANGES = (
    _change_a_text, _add_a_text, _remove_a_text, _remove_the_copy, _spoil_a_text, _mend_a_text, _add_records,
    _remove_records, _remove_the_furniture, _give_a_list, _give_rules,
)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__.strip("_"))
def test_what_changes_is_as_in_a_build_of_everything(
    sources: Path, tmp_path: Path, change: Callable[[Path], None]
) -> None:
    """Whatever happens to the sources, the next build with --prune has the digest of one from nothing."""
    database = tmp_path / "clippings.db"
    again(sources, database)
    change(sources)
    assert again(sources, database, prune=True).digest == from_nothing(sources, tmp_path)


def test_many_changes_one_after_the_other(sources: Path, tmp_path: Path) -> None:
    """Changed, gone, back again: each build has the digest of one from nothing, numbers stay."""
    database = tmp_path / "clippings.db"
    chance = random.Random(1)
    again(sources, database)
    numbers: dict[str, int] = {}
    for step in range(5):
        for _ in range(3):
            path = sources / f"{chance.randrange(16):02}.txt"
            if path.exists() and chance.random() < 0.4:
                path.unlink()
            else:
                path.write_text(story(chance.randrange(20)), encoding="utf-8")
        assert again(sources, database, prune=True).digest == from_nothing(sources, tmp_path), step
        with sqlite3.connect(database) as connection:
            found = dict(connection.execute("select key, id from articles union all select key, id from entities"))
        connection.close()
        assert all(numbers.get(key, number) == number for key, number in found.items())
        numbers |= found


def test_what_is_gone_stays_without_prune(sources: Path, tmp_path: Path) -> None:
    """An article whose file is gone is kept, counted, and taken out with --prune; then its number waits for it."""
    database = tmp_path / "clippings.db"
    first = again(sources, database)
    (sources / "05.txt").rename(tmp_path / "away.txt")
    kept = again(sources, database)
    assert kept.digest == first.digest and news(kept) == (0, 0, 17, 1)
    (sources / "new.txt").write_text(story("new"), encoding="utf-8")
    assert news(again(sources, database)) == (1, 0, 17, 1)
    pruned = again(sources, database, prune=True)
    assert pruned.documents == 18 and pruned.vanished == 1
    assert pruned.digest == from_nothing(sources, tmp_path)
    assert again(sources, database, prune=True).is_current


@pytest.mark.parametrize("lost", ["clippings.db-work", "clippings.db"])
def test_losing_a_file_costs_time_alone(sources: Path, tmp_path: Path, lost: str) -> None:
    """Without the work file, or without the database, the next build has the same digest."""
    database = tmp_path / "clippings.db"
    digest = again(sources, database).digest
    (tmp_path / lost).unlink()
    assert again(sources, database).digest == digest
    assert again(sources, database).is_current


def test_articles_that_are_gone_outlive_the_work_file(sources: Path, tmp_path: Path) -> None:
    """What is in no source is read again from its original in the database; without originals nothing is dropped."""
    database = tmp_path / "clippings.db"
    again(sources, database)
    (sources / "05.txt").unlink()
    digest = again(sources, database).digest
    (tmp_path / "clippings.db-work").unlink()
    kept = again(sources, database)
    assert (kept.digest, kept.vanished) == (digest, 1)
    again(sources, database, keep_originals=False)
    (tmp_path / "clippings.db-work").unlink()
    with pytest.raises(DatabaseError, match="in no source any more"):
        build([sources], database, keep_originals=False)
    assert again(sources, database, keep_originals=False, prune=True).documents == 17


def test_originals_can_be_kept_later(sources: Path, tmp_path: Path) -> None:
    """A build that keeps originals, after one that didn't, has all of them."""
    database = tmp_path / "clippings.db"
    again(sources, database, keep_originals=False)
    assert again(sources, database).digest == from_nothing(sources, tmp_path)


def test_a_build_without_cache_leaves_no_file(sources: Path, tmp_path: Path) -> None:
    """With --no-cache there is nothing but the database, and it is the same."""
    database = tmp_path / "clippings.db"
    digest = again(sources, database, cache=False).digest
    assert again(sources, database, cache=False).digest == digest == from_nothing(sources, tmp_path)
    assert [path.name for path in tmp_path.glob("clippings.db*")] == ["clippings.db"]


@pytest.mark.parametrize("damage", ["old format", "cut short", "spoilt inside", "spoilt pages"])
def test_a_bad_work_file_is_made_anew(sources: Path, tmp_path: Path, damage: str) -> None:
    """An older version's or a damaged work file is told of and replaced; the digest is right."""
    database, work = tmp_path / "clippings.db", tmp_path / "clippings.db-work"
    digest = again(sources, database).digest
    if damage == "spoilt pages":
        with work.open("r+b") as file:
            file.seek(4096 * 3)
            file.write(random.Random(1).randbytes(work.stat().st_size - 4096 * 6))
    elif damage == "cut short":
        work.write_bytes(work.read_bytes()[: work.stat().st_size // 2])
    else:
        with sqlite3.connect(work) as connection:
            change = "pragma user_version = 99" if damage == "old format" else "update payloads set data = x'00'"
            connection.execute(change)
            connection.execute("update results set version = ''")
        connection.close()
    report = again(sources, database)
    assert report.digest == digest
    assert "made anew" in report.notes[0] and "clippings.db-work" in report.notes[0]
    assert again(sources, database).notes == []


def test_a_file_written_twice_within_a_tick_is_read_again(sources: Path, tmp_path: Path) -> None:
    """A change that leaves size and time as they were, right behind the build's reading, isn't missed."""
    database = tmp_path / "clippings.db"
    path = sources / "05.txt"
    text = path.read_text(encoding="utf-8")
    again(sources, database)
    before = path.stat()
    path.write_text(text.replace("Morning", "Evening"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert news(again(sources, database)) == (0, 1, 17, 0)


def test_files_that_only_look_new_are_unchanged(sources: Path, tmp_path: Path) -> None:
    """A new time without a new content changes nothing."""
    database = tmp_path / "clippings.db"
    again(sources, database)
    settle(sources)
    report = again(sources, database)
    assert report.is_current and news(report) == (0, 0, 18, 0)


class Counting(Recognition):
    """Counts in a file how many texts were looked through for entities."""

    def recogniser_for(self, source: str, site: str):  # type: ignore[no-untyped-def]  # as the method it overrides
        recogniser = super().recogniser_for(source, site)

        def counted(text, language):  # type: ignore[no-untyped-def]
            CALLS.append(source)
            return recogniser(text, language)

        return counted


class CountingRules(UserRules):
    """Counts the documents that are cleaned."""

    def rules_for(self, source: str, site: str) -> RuleSet:
        CLEANED.append(source)
        return super().rules_for(source, site)


CALLS: list[str] = []
CLEANED: list[str] = []


def counted(sources: Path, database: Path) -> tuple[int, int]:
    """How many documents a build cleans, and in how many it looks for entities."""
    from clippings_etl import own_entities, own_rules

    CALLS.clear()
    CLEANED.clear()
    found = own_rules.beside([sources])
    rules = CountingRules(found.files, found.standard, found.elsewhere)
    again(sources, database, recognition=Counting(lists=own_entities.beside([sources])), rules=rules)
    # The second pass asks for the rules again, where a site repeats lines.
    return len(set(CLEANED)), len(CALLS)


def test_only_the_stages_that_changed_are_done_again(sources: Path, tmp_path: Path) -> None:
    """A new list of entities leaves the cleaning alone; new rules leave alone the entities of texts that stay so."""
    database = tmp_path / "clippings.db"
    assert counted(sources, database) == (18, 18)
    assert counted(sources, database) == (0, 0)
    _change_a_text(sources)
    assert counted(sources, database)[1] == 1
    _give_a_list(sources)
    assert counted(sources, database)[1] == 18
    rules = "rules:\n- id: own-captain\n  line: No article has this line\n"
    (sources / "rules.yml").write_text(rules, encoding="utf-8")
    assert counted(sources, database) == (18, 0)


HEAVY = (
    "numpy",
    "py3langid",
    "clippings_etl.analysis",
    "clippings_etl.cleaning.rules",
    "clippings_etl.entities.gazetteer",
)
SAY_WHAT_IS_LOADED = f"""
import sys
from clippings_etl import build
print(build([sys.argv[1]], sys.argv[2], workers=0).is_current, *(name for name in {HEAVY} if name in sys.modules))
"""


def test_nothing_is_loaded_where_nothing_changed(sources: Path, tmp_path: Path) -> None:
    """No model, no table and no rule is opened when all documents are as they were; that is what makes it quick."""
    settle(sources)
    command = [sys.executable, "-c", SAY_WHAT_IS_LOADED, str(sources), str(tmp_path / "clippings.db")]
    first, second = (subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(2))
    assert first.split() == ["False", *HEAVY]
    assert second.split() == ["True"]


def test_what_people_wrote_meanwhile_stays(sources: Path, tmp_path: Path) -> None:
    """Tags written since the last build don't make the database unknown; rows changed by hand are made right."""
    database = tmp_path / "clippings.db"
    digest = again(sources, database).digest
    with sqlite3.connect(database) as connection:
        connection.execute("insert into tags (name) values ('kept')")
        connection.execute("insert into article_tags select key, 1 from articles limit 2")
    connection.close()
    assert again(sources, database).is_current
    with sqlite3.connect(database) as connection:
        connection.execute("update articles set title = 'Somebody' where id = 2")
    connection.close()
    assert again(sources, database).digest == digest
    _change_a_text(sources)
    again(sources, database)
    with sqlite3.connect(database) as connection:
        assert connection.execute("select count(*) from article_tags").fetchone() == (2,)
    connection.close()


def test_files_become_unreadable_and_readable(sources: Path, tmp_path: Path) -> None:
    """A file that can't be opened for now costs its article nothing: it stays, the error is listed, and goes."""
    if os.geteuid() == 0:
        pytest.skip("the superuser may read every file")
    database = tmp_path / "clippings.db"
    digest = again(sources, database).digest
    (sources / "05.txt").chmod(0)
    report = again(sources, database)
    assert (report.error_count, report.vanished) == (3, 1)
    (sources / "05.txt").chmod(0o600)
    assert again(sources, database).digest == digest


def test_building_again_and_again(sources: Path, tmp_path: Path) -> None:
    """A program may call build() in a loop: each time only what came since is read."""
    database = tmp_path / "clippings.db"
    for number in range(4):
        (sources / f"late {number}.txt").write_text(story(f"late {number}"), encoding="utf-8")
        report = again(sources, database)
        assert report.new == (18 + 1 if number == 0 else 1)
    assert report.digest == from_nothing(sources, tmp_path)
