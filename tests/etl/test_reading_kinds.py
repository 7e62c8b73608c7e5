"""What a file is, told from its content."""

from __future__ import annotations

from pathlib import Path

import pytest

from clippings_etl.errors import ReadError
from clippings_etl.readers.kinds import Kind, kind_of

TEXT = "The council voted on Monday to rebuild the old harbour.\n\nWork starts in May.\n"
PAGE = "<html><head><title>Harbour</title></head><body><p>Text.</p></body></html>"
MHTML = (
    "From: <Saved by Blink>\nSubject: Harbour\nMIME-Version: 1.0\n"
    'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="x"\n\n--x\n'
)


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.txt", TEXT, Kind.TEXT),
        ("a.html", TEXT, Kind.TEXT),
        ("a.log", TEXT, Kind.TEXT),
        ("a.txt", PAGE, Kind.HTML),
        ("a", "<!DOCTYPE html>\n<p>Text.", Kind.HTML),
        ("index.php?id=1", '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">\n' + PAGE, Kind.HTML),
        ("a", "<!-- saved from url=(0014)about:internet -->\n" + PAGE, Kind.HTML),
        ("a", "<div><p>One.</p><p>Two.</p></div>", Kind.HTML),
        ("a.htm", "Text with <b>some</b> <br> markup <a href='x'>here</a>", Kind.HTML),
        ("a.txt", "In HTML, <p> and <br> part paragraphs.", Kind.TEXT),
        ("a", MHTML, Kind.MHTML),
        ("a.md", TEXT, Kind.MARKDOWN),
        ("a", "---\ntitle: Harbour\ntags:\n- a\n- b\n---\n" + TEXT, Kind.MARKDOWN),
        ("a", "+++\ntitle = 'Harbour'\n+++\n" + TEXT, Kind.MARKDOWN),
        ("a.txt", "---\n" + TEXT + "---\n", Kind.TEXT),
        ("a", '{"text": "One."}\n{"text": "Two."}\n', Kind.JSON_LINES),
        ("a.jsonl", '{"text": "One."}', Kind.JSON_LINES),
        ("a.json", '{"text": "One."}', Kind.JSON),
        ("a.txt", '[{"text": "One."}]', Kind.JSON),
        ("a", '{\n  "text": "One."\n}', Kind.JSON),
        ("a.txt", "{Sic} transit", Kind.TEXT),
        ("a.txt", "[1] A note.", Kind.TEXT),
        ("a", "title,url,text\nA,https://a.example,B\n", Kind.TABLE),
        ("a.csv", "a,b\n1,2\n", Kind.TABLE),
        ("a.txt", "Title, text and url\n\nare words, and these are others.", Kind.TEXT),
        ("a", "WARC/1.0\r\n", Kind.WARC),
        ("a.txt", "Date: Monday\nFrom: the editor\n\n" + TEXT, Kind.TEXT),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_kinds_of_text(name: str, text: str, kind: Kind, encoding: str) -> None:
    """Text formats are told apart by their content, in every Unicode; the name counts where that leaves it open."""
    if kind is Kind.WARC and encoding != "utf-8":
        pytest.skip("WARC headers are ASCII")
    assert kind_of(text.encode(encoding), name, whole=True) is kind


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.pdf", b"%PDF-1.4\n", ".pdf files are not read"),
        ("a.txt", b"%PDF-1.4\n", "PDF files are not read"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".docx files are not read"),
        ("a.db", b"SQLite format 3\0", ".db files are not read"),
        ("a", b"7z\xbc\xaf\x27\x1c", "7-Zip files are not read"),
        ("a.mp4", b"\0\0\0\x20ftypisom", ".mp4 files are not read"),
        ("a.bin", bytes(range(256)), ".bin files are not read"),
        ("a.js", b"var a = 1;", ".js files are not read"),
        ("feed.xml", b'<?xml version="1.0"?>\n<rss><channel/></rss>', "XML files are not read"),
    ],
)
def test_what_is_not_read(name: str, data: bytes, message: str) -> None:
    """What is no text of ours is called by its ending or its kind, with advice."""
    with pytest.raises(ReadError) as raised:
        kind_of(data, name, whole=True)
    assert str(raised.value) == message
    assert raised.value.advice


def test_binary_text_files_are_left_to_decoding(tmp_path: Path) -> None:
    """A file that should be text and isn't gets the more telling error of its decoding."""
    assert kind_of(bytes(range(256)), "a.txt", whole=True) is Kind.TEXT
    assert kind_of("Text".encode("utf-16-le"), "a", whole=True) is Kind.TEXT


@pytest.mark.parametrize(
    "text",
    [
        "<" * 200_000,
        "{" * 200_000,
        '{"' + "a" * 200_000,
        "---\n" + "a: b\n" * 40_000,
        "a:" * 100_000,
        "x:\n" * 60_000,
        "<!--" * 50_000,
        " " * 200_000,
        "<p" * 100_000,
        '[{"a":' * 30_000,
        "+++\n" + "=" * 100_000,
    ],
    ids=range(11),
)
def test_odd_beginnings_cost_no_more(text: str) -> None:
    """A look at the beginning takes linear time, whatever stands there."""
    assert isinstance(kind_of(text.encode(), "a", whole=True), Kind)
