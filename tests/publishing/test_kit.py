"""The folder that is prepared for publishing."""

from __future__ import annotations

import json
import shlex
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import yaml

from clippings_etl.archive import APPLICATION_ID, SCHEMA_VERSION, schema
from clippings_etl.errors import DatabaseError, ForeignFile, MetadataError, PublishError
from clippings_etl.publishing import LEAVABLE, SIZE_LIMITS, TARGETS, prepare

DOCUMENTATION = Path(__file__).parents[2] / "docs" / "publishing.md"

SECRET = "the source wants to stay unnamed"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """An archive without articles, and with a note."""
    path = tmp_path / "clippings.db"
    change(
        path,
        schema(),
        f"pragma application_id = {APPLICATION_ID}",
        f"pragma user_version = {SCHEMA_VERSION}",
        f"insert into notes values (1, 'a key', '2024-04-22', 'ann', '{SECRET}')",
    )
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "publish"


def change(database: Path, *scripts: str) -> None:
    with closing(sqlite3.connect(database)) as connection:
        for script in scripts:
            connection.executescript(script)
        connection.commit()


def ask(database: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(question).fetchall()


def test_holds_all_that_a_site_needs(database, folder):
    """A kit has the database, its metadata, one wheel, Vercel's settings and a list of these."""
    kit = prepare(database, folder)
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert files == {"clippings.db", "metadata.yml", f"plugins/{kit.wheel.name}", "vercel.json", "kit.json"}
    assert ask(kit.database, "select body from notes") == [(SECRET,)]
    assert ask(kit.database, "pragma application_id") == [(APPLICATION_ID,)]
    assert ask(kit.database, "pragma user_version") == [(SCHEMA_VERSION,)]
    assert "clippings" in yaml.safe_load(kit.metadata.read_text())["databases"]


def test_a_command_for_each_target(database, folder):
    """Each target gets one command line whose files exist, and what it needs."""
    kit = prepare(database, folder)
    assert tuple(command.target for command in kit.commands) == TARGETS
    for command in kit.commands:
        words = shlex.split(command.line)
        assert words[0] == "datasette"
        assert str(kit.database) in words
        assert Path(words[words.index("--plugins-dir") + 1], kit.wheel.name).is_file()
        assert f"plugins/{kit.wheel.name}" in words[words.index("--install") + 1]
        assert "suggest_facets off" in command.line
        assert command.note.startswith("Needs")


def test_only_the_targets_asked_for(database, folder):
    """Naming targets gives the command lines of these, in the usual order."""
    kit = prepare(database, folder, targets=["fly", "cloudrun"])
    assert [command.target for command in kit.commands] == ["cloudrun", "fly"]


def test_a_version_of_datasette(database, folder):
    """The site installs the version of Datasette that was asked for."""
    for command in prepare(database, folder, datasette_version="0.65.5").commands:
        assert "--install datasette==0.65.5" in command.line


def test_paths_with_spaces(database, tmp_path):
    """A folder whose name has spaces is quoted in the command lines."""
    kit = prepare(database, tmp_path / "to publish")
    assert all(str(kit.database) in shlex.split(command.line) for command in kit.commands)


def test_keeps_the_name_of_the_database(database, folder):
    """The database keeps its name, since it is part of every address; a kit of another one makes way for it."""
    prepare(database, folder)
    kit = prepare(database.rename(database.with_name("korea.db")), folder)
    assert kit.database == folder / "korea.db"
    assert [path.name for path in folder.glob("*.db")] == ["korea.db"]
    assert list(yaml.safe_load(kit.metadata.read_text())["databases"]) == ["korea"]


def test_brings_a_former_kit_up_to_date(database, folder):
    """Preparing again replaces what we wrote and keeps what people added."""
    prepare(database, folder)
    (folder / "plugins" / "own.py").write_text("# a plugin of ours\n")
    (folder / "clippings.db-partial").write_text("left by a run that was stopped")
    change(database, "update notes set body = 'published since'")
    kit = prepare(database, folder)
    assert ask(kit.database, "select body from notes") == [("published since",)]
    assert {path.name for path in (folder / "plugins").iterdir()} == {"own.py", kit.wheel.name}
    assert not (folder / "clippings.db-partial").exists()


def test_replaces_the_wheel_of_an_earlier_version(database, folder):
    """Only one wheel of ours travels, whatever version the former kit had."""
    kit = prepare(database, folder)
    kit.wheel.rename(kit.wheel.with_name("datasette_clippings-0.0.9+serving-py3-none-any.whl"))
    assert list((folder / "plugins").iterdir()) != [kit.wheel]
    prepare(database, folder)
    assert list((folder / "plugins").iterdir()) == [kit.wheel]


def test_what_was_deleted_stays_at_home(database, folder):
    """A note that was deleted from the archive is nowhere in the published file."""
    change(database, "pragma secure_delete = off; delete from notes")
    assert SECRET.encode() in database.read_bytes(), "SQLite leaves it in a free page"
    assert SECRET.encode() not in prepare(database, folder).database.read_bytes()


def test_tells_what_is_private(database, folder):
    """Whoever publishes is told of notes and corrections in the copy, and how to leave them out."""
    (notice,) = prepare(database, folder).notices
    assert "--without notes" in notice


@pytest.mark.parametrize("part", LEAVABLE)
def test_leaves_out(database, folder, part):
    """What is left out is empty in the copy and untouched in the archive."""
    change(
        database,
        "insert into originals values (1, 4, x'00')",
        "insert into corrections values (1, '2024', 'ann', 'articles.title', 'k', 'a', 'b')",
        "insert into tags values (1, 'rice', null); insert into article_tags values ('k', 1)",
    )
    kit = prepare(database, folder, without=[part])
    for table in {table for tables in LEAVABLE.values() for table in tables}:
        count = 0 if table in LEAVABLE[part] else 1
        assert ask(kit.database, f"select count(*) from {table}") == [(count,)], table
        assert ask(database, f"select count(*) from {table}") == [(1,)], table
    assert (SECRET.encode() in kit.database.read_bytes()) == (part != "notes")


def test_takes_the_metadata_beside_the_database(database, folder):
    """A metadata.yml beside the database is published, as it is served at home: with our part where it has none."""
    database.with_name("metadata.yml").write_text("title: Our own\nallow: {id: ann}\n")
    published = yaml.safe_load(prepare(database, folder).metadata.read_text())
    assert (published["title"], published["allow"]) == ("Our own", {"id": "ann"})
    assert "facets" in published["databases"]["clippings"]["tables"]["articles"]


def test_takes_the_metadata_that_is_named(database, folder, tmp_path):
    """A metadata file that is named goes before all others, in YAML or in JSON."""
    prepare(database, folder)
    (folder / "metadata.yml").write_text("title: Changed in the kit\n")
    (tmp_path / "named.json").write_text('{"title": "Named"}')
    assert prepare(database, folder, metadata=tmp_path / "named.json").metadata.read_text() == '{"title": "Named"}'


def test_keeps_metadata_that_was_changed(database, folder):
    """Metadata changed in the kit stays as it is: it may keep people out."""
    kit = prepare(database, folder)
    kit.metadata.write_text("title: Only for us\nallow: {id: ann}\n")
    for _ in range(2):
        kit = prepare(database, folder)
        assert kit.metadata.read_text() == "title: Only for us\nallow: {id: ann}\n"
        assert any("is kept" in notice for notice in kit.notices)


@pytest.mark.parametrize("where", ["named.yml", "metadata.yml"])
def test_keeps_metadata_that_was_given(database, folder, where):
    """Metadata given once is not replaced by ours when it isn't given the next time."""
    given = database.with_name(where)
    given.write_text("allow: {id: ann}\n")
    prepare(database, folder, metadata=given if where == "named.yml" else None)
    given.unlink()
    assert yaml.safe_load(prepare(database, folder).metadata.read_text())["allow"] == {"id": "ann"}


def test_takes_a_new_version_of_the_metadata_beside_the_database(database, folder):
    """When the metadata beside the database changes, the kit's copy of it follows."""
    for title in ("First", "Second"):
        database.with_name("metadata.yml").write_text(f"title: {title}\n")
        assert yaml.safe_load(prepare(database, folder).metadata.read_text())["title"] == title


def test_tells_what_the_former_kit_left_out(database, folder):
    """Whoever forgets to leave something out again is told."""
    prepare(database, folder, without=["originals", "notes"])
    notices = " ".join(prepare(database, folder).notices)
    assert "--without originals" in notices and "--without notes" in notices


@pytest.mark.parametrize("text", ["- a list\n", "title: [\n", ""])
def test_metadata_that_datasette_cannot_read(database, folder, tmp_path, text):
    """Metadata that Datasette couldn't read is refused before anything is written."""
    (tmp_path / "named.yml").write_text(text)
    with pytest.raises(MetadataError, match=r"named\.yml"):
        prepare(database, folder, metadata=tmp_path / "named.yml")
    assert not folder.exists()


def test_other_folders_are_left_alone(database, folder):
    """A folder that holds anything but a kit is refused, and nothing in it changes."""
    folder.mkdir()
    (folder / "thesis.txt").write_text("ten years of work")
    with pytest.raises(PublishError, match="holds other files") as caught:
        prepare(database, folder)
    assert "-o" in caught.value.advice
    assert [path.name for path in folder.iterdir()] == ["thesis.txt"]


def test_a_file_where_the_folder_should_be(database, folder):
    """A file of the folder's name is refused."""
    folder.write_text("a file")
    with pytest.raises(PublishError):
        prepare(database, folder)


def test_an_empty_folder_is_taken(database, folder):
    """An empty folder becomes the kit."""
    folder.mkdir()
    assert prepare(database, folder).database.is_file()


def test_no_database(folder, tmp_path):
    """A database that isn't there is named, with the command that makes one."""
    with pytest.raises(DatabaseError, match=r"missing\.db") as caught:
        prepare(tmp_path / "missing.db", folder)
    assert "clippings build" in caught.value.advice
    assert not folder.exists()


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
def test_foreign_files(folder, tmp_path, content):
    """A file that clippings didn't write is refused."""
    (tmp_path / "foreign.db").write_bytes(content)
    with pytest.raises(ForeignFile, match=r"foreign\.db"):
        prepare(tmp_path / "foreign.db", folder)
    assert not folder.exists()


def test_a_damaged_database(database, folder):
    """A database that is damaged inside is refused, and the former copy stays whole."""
    former = prepare(database, folder).database.read_bytes()
    change(database, *[f"insert into notes values ({i}, 'k', '', 'ann', hex(randomblob(3000)))" for i in range(2, 50)])
    data = bytearray(database.read_bytes())
    data[4096 * 3 :] = b"\xff" * (len(data) - 4096 * 3)
    database.write_bytes(data)
    with pytest.raises(DatabaseError) as caught:
        prepare(database, folder)
    assert caught.value.advice
    assert (folder / "clippings.db").read_bytes() == former
    assert not (folder / "clippings.db-partial").exists()


def test_the_copy_is_no_source(database, folder):
    """A kit isn't prepared from its own copy."""
    kit = prepare(database, folder)
    with pytest.raises(PublishError, match="own copy"):
        prepare(kit.database, folder)
    assert kit.database.is_file()


@pytest.mark.parametrize("name", ["", "ab", "Clippings", "my clippings", "1st", "a-", "x" * 31, "$(reboot)"])
def test_names_that_a_target_refuses(database, folder, name):
    """A name that one of the targets would refuse is refused at once."""
    with pytest.raises(PublishError, match="name for a site"):
        prepare(database, folder, name=name)


def test_database_names_that_break_a_dockerfile(database, folder):
    """A file name that Datasette would write into a Dockerfile unquoted is refused."""
    with pytest.raises(PublishError, match="can't be published"):
        prepare(database.rename(database.with_name("my clippings.db")), folder)


@pytest.mark.parametrize("wrong", [{"targets": ["geocities"]}, {"without": ["articles"]}])
def test_unknown_words(database, folder, wrong: dict[str, list[str]]):
    """An unknown target or part is named, with those that there are."""
    with pytest.raises(PublishError) as caught:
        prepare(database, folder, **wrong)
    assert ", ".join(TARGETS if "targets" in wrong else LEAVABLE) in caught.value.advice


def test_too_large_for_a_target(database, folder):
    """A target that can't take the archive says so, and the others don't."""
    change(database, "insert into originals values (1, 60000000, zeroblob(60000000))")
    notes = {command.target: command.note for command in prepare(database, folder).commands}
    assert [target for target in TARGETS if notes[target].startswith("Too large")] == ["vercel"]
    assert "50 MB" in notes["vercel"]


def test_the_list_of_the_kit(database, folder):
    """kit.json repeats the command lines, so that nobody has to keep them."""
    kit = prepare(database, folder)
    written = json.loads((folder / "kit.json").read_text())
    assert [command["line"] for command in written["commands"]] == [command.line for command in kit.commands]


def test_everything_is_documented():
    """The documentation has each target, each size limit, and each part that can be left out."""
    text = DOCUMENTATION.read_text(encoding="utf-8")
    for target in TARGETS:
        assert f"`{target}`" in text
    for part in LEAVABLE:
        assert f"`--without {part}`" in text
    for limit, _ in SIZE_LIMITS.values():
        assert (f"{limit // 1_000_000} MB" if limit < 1_000_000_000 else f"{limit // 1_000_000_000} GB") in text
