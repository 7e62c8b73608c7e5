"""Compressed files and archives, whole, nested, damaged and hostile."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from clippings_etl.documents import Record
from clippings_etl.readers import ReadOptions, Unreadable, records
from clippings_etl.readers.compat import tarfile, zstd
from tests.etl.reading import outline, read_file

STORY = "The council voted to rebuild the old harbour."
LINES = b'{"text": "One."}\n{"text": "Two."}\n'

Files = list[tuple[str, bytes]]
COMPRESSIONS: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstd.compress,
}


def zipped(files: Files, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(data, "w", method) as archive:
        warnings.simplefilter("ignore")  # of names given twice
        for name, content in files:
            archive.writestr(name, content)
    return data.getvalue()


def tarred(files: Files) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for name, content in files:
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return data.getvalue()


@pytest.mark.parametrize("suffix", COMPRESSIONS)
def test_a_compressed_file_goes_by_its_name(tmp_path: Path, suffix: str) -> None:
    """A packed document is one document, and packed JSON Lines are records, whatever they are packed with."""
    packed = COMPRESSIONS[suffix](STORY.encode())
    assert outline(read_file(tmp_path, f"story.txt{suffix}", packed)) == {f"story.txt{suffix}": STORY}
    said = outline(read_file(tmp_path, f"news.jsonl{suffix}", COMPRESSIONS[suffix](LINES)))
    assert said == {f"news.jsonl{suffix}#1": "One.", f"news.jsonl{suffix}#2": "Two."}


@pytest.mark.parametrize("suffix", COMPRESSIONS)
def test_parts_behind_each_other_are_one(tmp_path: Path, suffix: str) -> None:
    """Compressed files that were appended to each other are read to the last."""
    compress = COMPRESSIONS[suffix]
    data = b"".join(compress(line) for line in LINES.splitlines(keepends=True))
    assert len(outline(read_file(tmp_path, f"a{suffix}", data))) == 2


@pytest.mark.parametrize("suffix", ["", *COMPRESSIONS])
def test_an_archive_in_another(tmp_path: Path, suffix: str) -> None:
    """What lies in archives is named by its way through them, in stored order."""
    inner = zipped([("b.txt", STORY.encode()), ("a.txt", STORY.encode())])
    data = tarred([("crawl/z.zip", inner), ("crawl/news.jsonl.gz", gzip.compress(LINES)), ("c.txt", STORY.encode())])
    packed = COMPRESSIONS[suffix](data) if suffix else data
    name = f"all.tar{suffix}"
    assert list(outline(read_file(tmp_path, name, packed)).items()) == [
        (f"{name}/crawl/z.zip/b.txt", STORY),
        (f"{name}/crawl/z.zip/a.txt", STORY),
        (f"{name}/crawl/news.jsonl.gz#1", "One."),
        (f"{name}/crawl/news.jsonl.gz#2", "Two."),
        (f"{name}/c.txt", STORY),
    ]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_zip_methods(tmp_path: Path, method: int) -> None:
    """ZIP entries are read however they are packed."""
    assert outline(read_file(tmp_path, "a.zip", zipped([("a.txt", STORY.encode())], method))) == {"a.zip/a.txt": STORY}


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_names_in_archives_are_only_names(tmp_path: Path, pack: Callable[[Files], bytes]) -> None:
    """Names that lead out of the archive, are absolute, hold control characters or come twice do no harm."""
    names = ["../../etc/passwd", "/etc/passwd", "./a//b.txt", "bell\a.txt", "a/b.txt", "a#1", "turn\u202etxt"]
    before = sorted(tmp_path.parent.iterdir())
    said = outline(read_file(tmp_path, "x", pack([(name, STORY.encode()) for name in names])))
    assert list(said) == [
        "x/../../etc/passwd",
        "x/etc/passwd",
        "x/a/b.txt",
        "x/bell\\x07.txt",
        "x/a/b.txt (2)",
        "x/a\\#1",
        "x/turn\\u202etxt",
    ]
    assert set(said.values()) == {STORY}
    assert sorted(tmp_path.parent.iterdir()) == before
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["in", "x"]


def test_hidden_members_are_passed_over_and_counted(tmp_path: Path) -> None:
    """Hidden files and the Macintosh's leftovers are no documents, in archives as in folders."""
    path = tmp_path / "a.zip"
    path.write_bytes(
        zipped([(".hidden", b"x"), ("__MACOSX/._a.txt", b"x"), ("a/.git/b.txt", b"x"), ("a.txt", b"Text.")])
    )
    passed_over: Counter[str] = Counter()
    found = list(records([path], passed_over=passed_over))
    assert [item.source.rpartition("/")[2] for item in found] == ["a.txt"]
    assert passed_over == {"hidden file": 3}


def test_links_in_archives_are_listed(tmp_path: Path) -> None:
    """A link in an archive is never followed."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for name, kind in (("soft", tarfile.SYMTYPE), ("hard", tarfile.LNKTYPE), ("pipe", tarfile.FIFOTYPE)):
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, "/etc/passwd"
            archive.addfile(entry)
    assert outline(read_file(tmp_path, "a.tar", data.getvalue())) == {
        "a.tar/soft": "error: it is a link in an archive",
        "a.tar/hard": "error: it is a link in an archive",
        "a.tar/pipe": "error: it is a device or pipe in an archive",
    }


def test_encrypted_and_unknown_entries_are_one_error_each(tmp_path: Path) -> None:
    """What can't be unpacked is listed, and the rest of the archive is read."""
    files = [("secret.txt", b"x" * 50), ("odd.txt", b"y" * 50), ("good.txt", STORY.encode())]
    data = bytearray(zipped(files, zipfile.ZIP_STORED))
    for header, flags, method in ((b"PK\3\4", 6, 8), (b"PK\1\2", 8, 10)):
        first = data.index(header)
        second = data.index(header, first + 4)
        data[first + flags] |= 1
        struct.pack_into("<H", data, second + method, 77)
    said = outline(read_file(tmp_path, "a.zip", bytes(data)))
    assert said == {
        "a.zip/secret.txt": "error: it is encrypted",
        "a.zip/odd.txt": "error: it is packed in a way that can't be read",
        "a.zip/good.txt": STORY,
    }


def test_a_damaged_entry_is_one_error(tmp_path: Path) -> None:
    """An entry whose checksum is wrong is listed, and the others are read."""
    data = zipped([("a.txt", b"First story."), ("b.txt", b"Second story.")], zipfile.ZIP_STORED)
    said = outline(read_file(tmp_path, "a.zip", data.replace(b"First story.", b"Fjrst story.", 1)))
    assert said["a.zip/a.txt"].startswith("error: it is cut short or damaged")
    assert said["a.zip/b.txt"] == "Second story."


@pytest.mark.parametrize("suffix", COMPRESSIONS)
def test_a_compressed_file_cut_short_gives_what_is_whole(tmp_path: Path, suffix: str) -> None:
    """Of packed JSON Lines cut in the middle, whole lines are read, and one error stands for the rest."""
    lines = b"".join(b'{"text": "Story number %d, %x."}\n' % (n, n * 7919 * 104729) for n in range(60_000))
    packed = COMPRESSIONS[suffix](lines)
    found = read_file(tmp_path, f"a.jsonl{suffix}", packed[: len(packed) * 2 // 3])
    *whole, rest = found
    assert len(whole) > 1000
    assert all(isinstance(item, Record) for item in whole)
    assert isinstance(rest, Unreadable)
    assert rest.source == f"in/a.jsonl{suffix}"
    assert "cut short or damaged" in str(rest.error)


@pytest.mark.parametrize("suffix", COMPRESSIONS)
def test_a_document_cut_short_is_no_document(tmp_path: Path, suffix: str) -> None:
    """Half an article is an error, not an article."""
    packed = COMPRESSIONS[suffix](bytes(range(32, 127)) * 50)
    said = outline(read_file(tmp_path, f"a.txt{suffix}", packed[:-9]))
    assert list(said) == [f"a.txt{suffix}"]
    assert "cut short or damaged" in said[f"a.txt{suffix}"]


@pytest.mark.parametrize("compress", [bytes, lambda data: gzip.compress(data, 0)], ids=["tar", "tar.gz"])
def test_an_archive_cut_short_gives_what_is_whole(tmp_path: Path, compress: Callable[[bytes], bytes]) -> None:
    """Of an archive cut in the middle, whole members are read, and one error stands for the rest."""
    data = compress(tarred([(f"{number}.txt", STORY.encode() * 30) for number in range(9)]))
    said = outline(read_file(tmp_path, "a.tar", data[: len(data) // 2]))
    errors = [name for name, text in said.items() if text.startswith("error")]
    assert len(errors) == 1
    assert list(said)[-1] == errors[0]
    assert list(said)[:3] == ["a.tar/0.txt", "a.tar/1.txt", "a.tar/2.txt"]


def test_a_zip_file_without_its_end_is_one_error(tmp_path: Path) -> None:
    """A ZIP file that lost its table of contents is listed as damaged."""
    assert "damaged" in outline(read_file(tmp_path, "a.zip", zipped([("a.txt", b"Text.")])[:-30]))["a.zip"]


@pytest.mark.parametrize("suffix", COMPRESSIONS)
def test_a_bomb_runs_out_of_budget(tmp_path: Path, suffix: str) -> None:
    """A file that unpacks to far more than it is isn't read to its end; the error names the option."""
    one = COMPRESSIONS[suffix]((b'{"text": "' + b"x" * 999_986 + b'"}\n') * 20)
    found = read_file(tmp_path, f"bomb{suffix}", one * 10)
    assert isinstance(found[-1], Unreadable)
    assert str(found[-1].error) == "it unpacks to more than 200 times its size"
    assert "--max-ratio" in found[-1].error.advice
    assert 50 < len(found) <= 101
    assert len(read_file(tmp_path, f"bomb{suffix}", one * 10, ReadOptions(max_ratio=10_000_000))) == 200


def test_a_zip_bomb_runs_out_of_budget(tmp_path: Path) -> None:
    """All entries of an archive share one budget."""
    files = [(f"{number}.txt", b"x" * 19_000_000) for number in range(8)]
    said = list(outline(read_file(tmp_path, "bomb.zip", zipped(files))).values())
    assert ["200 times" in text for text in said] == [False] * 5 + [True] * 3


def test_layers_have_a_limit(tmp_path: Path) -> None:
    """Packed in packed in packed ends somewhere, with the option that says where."""
    data = STORY.encode()
    for _ in range(7):
        data = gzip.compress(data)
    (item,) = read_file(tmp_path, "a.gz", data)
    assert isinstance(item, Unreadable)
    assert str(item.error) == "it is packed in more than 6 layers"
    assert "--max-depth" in item.error.advice
    assert outline(read_file(tmp_path, "a.gz", data, ReadOptions(max_depth=7))) == {"a.gz": STORY}


def test_a_member_above_the_limit_is_one_error(tmp_path: Path) -> None:
    """The limit on documents counts what is unpacked."""
    data = zipped([("large.txt", b"word " * 300), ("small.txt", STORY.encode())])
    said = outline(read_file(tmp_path, "a.zip", data, ReadOptions(max_bytes=1000)))
    assert said == {"a.zip/large.txt": "error: it is larger than 0.001 MB", "a.zip/small.txt": STORY}


def test_an_absurd_name_in_a_tar_is_refused(tmp_path: Path) -> None:
    """tar holds names of any length; one of megabytes is refused before it is read."""
    said = outline(read_file(tmp_path, "a.tar", tarred([("a.txt", b"Text."), ("x" * 2_000_000, b"Text.")])))
    assert said == {"a.tar/a.txt": "Text.", "a.tar": "error: a name in it is absurdly long"}


@pytest.mark.parametrize(
    ("files", "what"),
    [
        ([("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")], "Office"),
        ([("mimetype", b"application/epub+zip"), ("META-INF/container.xml", b"<c/>")], "EPUB"),
    ],
)
def test_office_files_are_no_archives(tmp_path: Path, files: Files, what: str) -> None:
    """Documents that are ZIP files inside are listed as what they are."""
    (said,) = outline(read_file(tmp_path, "letter.docx", zipped(files))).values()
    assert what in said
    assert "are not read" in said


def test_a_zip_by_any_name(tmp_path: Path) -> None:
    """What a file is shows in its content."""
    assert outline(read_file(tmp_path, "download", zipped([("a", STORY.encode())]))) == {"download/a": STORY}


def test_empty_archives_hold_nothing(tmp_path: Path) -> None:
    """An archive without files is no error."""
    assert read_file(tmp_path, "a.zip", zipped([])) == []
    assert read_file(tmp_path, "a.tar.gz", gzip.compress(tarred([]))) == []
