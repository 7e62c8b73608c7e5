"""Finding documents in folders, and the names they get."""

import io
import os
from pathlib import Path

import pytest

from clippings_etl.documents import Record
from clippings_etl.errors import ReadError, SourceError
from clippings_etl.readers import FoundFile, Unreadable, find, read, records


def write(path: Path, text: str = "A line.\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(*sources: Path) -> list[str]:
    return [item.source for item in find(sources)]


def test_a_file_is_named_alike_from_folder_and_file(tmp_path: Path) -> None:
    """A document keeps its name whether its folder or the file itself is given, or both."""
    file = write(tmp_path / "news" / "one.txt")
    assert names(tmp_path / "news") == names(file) == names(file, tmp_path / "news") == ["news/one.txt"]


def test_order_of_sources_does_not_matter(tmp_path: Path) -> None:
    """The same documents come in the same order whichever folder is named first."""
    a, b = tmp_path / "a", tmp_path / "b"
    write(a / "2.txt")
    write(b / "deep" / "er" / "1.txt")
    assert names(a, b) == names(b, a) == ["a/2.txt", "b/deep/er/1.txt"]


def test_folders_of_the_same_name_are_refused(tmp_path: Path) -> None:
    """Two folders called alike would name their documents alike; saying so keeps every name as it is."""
    write(tmp_path / "x" / "news" / "1.txt")
    write(tmp_path / "y" / "news" / "2.txt")
    with pytest.raises(SourceError, match="same name"):
        find([tmp_path / "x" / "news", tmp_path / "y" / "news"])


def test_a_folder_inside_another_changes_no_name(tmp_path: Path) -> None:
    """Where a folder and one inside it are given, documents are called as from the outer one alone."""
    write(tmp_path / "news" / "deep" / "1.txt")
    outer = names(tmp_path / "news")
    assert names(tmp_path / "news" / "deep", tmp_path / "news") == outer == ["news/deep/1.txt"]


def test_names_that_are_written_alike_are_listed(tmp_path: Path) -> None:
    """Of two files whose names come out the same, the second is reported and nothing breaks."""
    for name in (b"a\xff.txt", b"a\\xff.txt"):
        (tmp_path / os.fsdecode(name)).write_bytes(b"Text.")
    found = find([tmp_path])
    assert [type(item) for item in found].count(Unreadable) == 1
    assert len({item.source for item in found}) == 1


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    """Files that the system hides are no documents."""
    write(tmp_path / ".git" / "config.txt")
    write(tmp_path / ".DS_Store")
    write(tmp_path / "real.txt")
    assert names(tmp_path) == [f"{tmp_path.name}/real.txt"]


def test_a_file_of_another_kind_is_listed(tmp_path: Path) -> None:
    """A file that can't be read as an article is reported with what to do, not skipped in silence."""
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    (tmp_path / "report.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "thesis").write_bytes(b"%PDF-1.7\n")
    photo, report, thesis = records([tmp_path])
    for item, message in (
        (photo, ".jpg files are not read"),
        (report, ".pdf files are not read"),
        (thesis, "PDF files are not read"),
    ):
        assert isinstance(item, Unreadable)
        assert str(item.error) == message
        assert item.error.advice


def test_what_browsers_save_beside_a_page_is_listed(tmp_path: Path) -> None:
    """Style sheets and scripts found in a folder are no articles; named themselves, they are read."""
    style = write(tmp_path / "page_files" / "style.css", "p { margin: 0 }")
    (found,) = records([tmp_path])
    assert isinstance(found, Unreadable)
    assert str(found.error) == ".css files are not read"
    (named,) = records([style])
    assert isinstance(named, Record)


def test_files_that_are_none_of_the_sources_are_not_opened(tmp_path: Path) -> None:
    """What a caller knows to be no source is left out by its path, whatever it is."""
    write(tmp_path / "rules.yml")
    write(tmp_path / "one.txt")
    found = list(records([tmp_path], skip=lambda path: path.name == "rules.yml"))
    assert [item.source for item in found] == [f"{tmp_path.name}/one.txt"]


@pytest.mark.parametrize("separator", [b"\n", b"\r\n", b"\0"])
def test_a_list_of_paths_on_standard_input(tmp_path: Path, separator: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths can be listed, a line each or as find -print0 writes them; they are named from the current folder."""
    write(tmp_path / "a" / "news" / "one.txt")
    write(tmp_path / "b" / "news" / "two words.txt")
    monkeypatch.chdir(tmp_path)
    listed = separator.join([b"a/news/one.txt", b"b/news/two words.txt"]) + separator
    found = find(["-"], io.BytesIO(listed))
    assert [item.source for item in found] == [
        f"{tmp_path.name}/a/news/one.txt",
        f"{tmp_path.name}/b/news/two words.txt",
    ]


def test_a_listed_path_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """A path in a list that leads nowhere stops the build before anything is written."""
    with pytest.raises(SourceError, match="does not exist"):
        find(["-"], io.BytesIO(os.fsencode(tmp_path / "nowhere") + b"\n"))


def test_links_that_lead_in_circles_are_listed(tmp_path: Path) -> None:
    """A link back up the tree, a link to itself and a second way into a folder are reported and not followed."""
    write(tmp_path / "in" / "real.txt")
    write(tmp_path / "in" / "sub" / "one.txt")
    (tmp_path / "in" / "back").symlink_to(tmp_path / "in", target_is_directory=True)
    (tmp_path / "in" / "self").symlink_to(tmp_path / "in" / "self")
    (tmp_path / "in" / "again").symlink_to(tmp_path / "in" / "sub", target_is_directory=True)
    found = {item.source: item for item in find([tmp_path / "in"])}
    assert [name for name, item in found.items() if isinstance(item, FoundFile)] == ["in/real.txt", "in/sub/one.txt"]
    assert {name for name, item in found.items() if isinstance(item, Unreadable)} == {"in/again", "in/back", "in/self"}


def test_folders_that_link_to_each_other_are_read_once(tmp_path: Path) -> None:
    """Many folders, each with a link to all others, cost no more than they hold."""
    folders = [tmp_path / "in" / str(number) for number in range(12)]
    for folder in folders:
        write(folder / "one.txt")
    for folder in folders:
        for other in folders:
            (folder / f"to {other.name}").symlink_to(other, target_is_directory=True)
    assert len(find([tmp_path / "in"])) == 12 + 12 * 12


def test_linked_folders_are_followed(tmp_path: Path) -> None:
    """A link to a folder elsewhere is a folder like any other."""
    write(tmp_path / "elsewhere" / "one.txt")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert names(tmp_path / "in") == ["in/link/one.txt"]


def test_names_that_are_no_unicode_can_be_stored(tmp_path: Path) -> None:
    """A file name in no known encoding is shown with escapes instead of failing."""
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_bytes(b"Text.")
    (item,) = find([tmp_path])
    assert item.source.endswith("caf\\xe9.txt")
    item.source.encode("utf-8")


def test_a_source_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """A misspelt source stops the build before anything is written."""
    with pytest.raises(SourceError, match="does not exist"):
        find([tmp_path / "nowhere"])


def test_pipes_and_dangling_links_are_unreadable(tmp_path: Path) -> None:
    """What is no regular file is reported at once, without waiting for it."""
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    for name in ("pipe.txt", "gone.txt"):
        with pytest.raises(ReadError):
            read(tmp_path / name)


def test_a_file_above_the_limit_is_unreadable(tmp_path: Path) -> None:
    """A document larger than the limit is reported with the way to raise it."""
    path = write(tmp_path / "large.txt", "x" * 1001)
    assert len(read(path, 1001)) == 1001
    with pytest.raises(ReadError, match="larger") as raised:
        read(path, 1000)
    assert "--max-size" in raised.value.advice


def test_names_are_printable(tmp_path: Path) -> None:
    """Control characters and those that turn the reading direction are written out, and so is a record's mark."""
    for name in ("bell\a.txt", "turn\u202etxt.exe", "line\nbreak", "page#17"):
        write(tmp_path / name)
    found = [name.partition("/")[2] for name in names(tmp_path)]
    assert found == ["bell\\x07.txt", "line\\nbreak", "page\\#17", "turn\\u202etxt.exe"]
