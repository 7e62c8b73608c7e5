"""Sources at URLs, through fsspec: the same names and documents as on disk, and a clear error for each failure."""

import io
import pickle
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clippings_etl import build
from clippings_etl.archive import open_archive
from clippings_etl.documents import Record
from clippings_etl.errors import NothingRead, SourceError
from clippings_etl.readers import Unreadable, find, found_files, is_url, records
from tests.conftest import run_clippings

fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed")

Put = Callable[..., None]

STORY = b"A headline about the harbour\n\nThe council of Norway voted on Monday to rebuild the old harbour.\n"


@pytest.fixture
def put() -> Iterator[Put]:
    """Writes a file into fsspec's file system in memory, which is empty before and after."""
    system = fsspec.filesystem("memory")

    def write(path: str, data: bytes = STORY) -> None:
        with system.open(path, "wb") as file:
            file.write(data)

    system.store.clear()
    system.pseudo_dirs[:] = [""]
    yield write
    system.store.clear()
    system.pseudo_dirs[:] = [""]


def archive(**members: bytes) -> bytes:
    """A ZIP file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return file.getvalue()


def names(*sources: str) -> list[str]:
    return [item.source for item in records(sources)]


def test_a_folder_stands_for_all_files_in_it(put: Put) -> None:
    """Names begin with the folder's own; hidden files are passed over; archives are opened."""
    put("/news/a.txt")
    put("/news/deep/b.txt")
    put("/news/.git/config.txt")
    put("/news/pages.zip", archive(c=STORY))
    put("/other/d.txt")
    assert names("memory://news") == ["news/a.txt", "news/deep/b.txt", "news/pages.zip/c"]
    assert names("memory://news/") == names("memory://news")
    assert {item.data for item in records(["memory://news"]) if isinstance(item, Record)} == {STORY}


def test_a_file_alone_is_named_by_its_folder(put: Put) -> None:
    """A file of its own, one of a folder that is given as well, and one that is no article by its name."""
    put("/news/a.txt")
    put("/news/b.css")
    assert names("memory://news/a.txt") == ["news/a.txt"]
    assert names("memory://news/a.txt", "memory://news") == ["news/a.txt", "news/b.css"]
    (named,) = records(["memory://news/b.css"])
    assert isinstance(named, Record)


def test_a_folder_there_and_one_here_share_no_name(put: Put, tmp_path: Path) -> None:
    """Two folders of one name would name their documents alike, wherever they are."""
    put("/news/a.txt")
    (tmp_path / "news").mkdir()
    with pytest.raises(SourceError, match="have the same name"):
        find([tmp_path / "news", "memory://news"])


def test_a_stamp_tells_a_file_that_changed(put: Put) -> None:
    """The size and the server's mark are known without opening the file, the same of a file and in its folder."""
    put("/news/a.txt")
    (alone,) = found_files(["memory://news/a.txt"])
    (listed,) = found_files(["memory://news"])
    assert not isinstance(alone, Unreadable) and not isinstance(listed, Unreadable)
    assert alone.stamp() == listed.stamp()
    assert alone.stamp()[0] == len(STORY)
    put("/news/a.txt", STORY)
    (written,) = found_files(["memory://news"])
    assert not isinstance(written, Unreadable)
    assert written.stamp() != listed.stamp()


def test_a_file_that_is_gone_is_one_error(put: Put) -> None:
    """A file that vanishes between finding and reading is listed, as one to be tried again; nothing else is lost."""
    put("/news/a.txt")
    put("/news/b.txt")
    found = records(["memory://news"])
    assert isinstance(next(found), Record)
    fsspec.filesystem("memory").rm("/news/b.txt")
    (gone,) = found
    assert isinstance(gone, Unreadable)
    assert gone.source == "news/b.txt"
    assert gone.error.advice
    assert pickle.loads(pickle.dumps(gone.error)).may_pass


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("memory://nothing", "memory://nothing does not exist"),
        ("pigeon://coop/a", "pigeon"),
        ("simplecache::memory://news", "an address in an address"),
    ],
)
def test_a_url_that_names_nothing_is_a_clear_error(put: Put, url: str, message: str) -> None:
    """What isn't there, what nobody can read, and what isn't taken."""
    with pytest.raises(SourceError, match=message) as caught:
        find([url])
    assert caught.value.advice


def test_the_command_takes_urls(tmp_path: Path) -> None:
    """On the command line an address keeps its slashes; the archive is that of the folder."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_bytes(STORY)
    here, there = tmp_path / "here.db", tmp_path / "there.db"
    digests = [
        run_clippings("build", source, "-o", database).stdout.splitlines()[-1]
        for source, database in ((folder, here), (folder.as_uri(), there))
    ]
    assert digests[0].startswith("digest ")
    assert digests[0] == digests[1]


def test_rules_at_a_url_are_not_passed_over_in_silence(put: Put, tmp_path: Path) -> None:
    """A file of rules beside documents at a URL is listed with what to do."""
    put("/news/a.txt")
    put("/news/rules.yml", b"remove: []\n")
    database = tmp_path / "clippings.db"
    report = build(["memory://news"], database)
    assert (report.documents, report.error_count) == (1, 1)
    connection = open_archive(database)
    ((source, advice),) = connection.execute("select source, advice from errors").fetchall()
    connection.close()
    assert source == "news/rules.yml"
    assert "--rules" in advice


def test_a_url_with_nothing_readable_is_an_error(put: Put, tmp_path: Path) -> None:
    """As with a folder: no archive is made of nothing."""
    put("/news/a.pdf", b"%PDF-1.7\n")
    with pytest.raises(NothingRead):
        build(["memory://news"], tmp_path / "clippings.db")


@pytest.mark.parametrize(
    ("source", "is_one"),
    [("s3://b/x", True), ("HTTPS://x", True), ("a::b://c", True), ("news", False), ("a:b/c", False), ("/x://y", False)],
)
def test_what_is_a_url(source: str, is_one: bool) -> None:
    """A protocol and `://` at the beginning, and nothing else."""
    assert is_url(source) is is_one
