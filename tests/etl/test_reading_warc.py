"""WARC, WET and ARC files."""

from __future__ import annotations

import gzip
import io
import zlib
from collections import Counter
from pathlib import Path

import brotli
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from clippings_etl.documents import Record
from clippings_etl.readers import ReadOptions, Unreadable, records
from clippings_etl.readers.compat import zstd
from tests.etl.reading import outline, read_file

PAGE = "<!doctype html><html><body><p>The council voted to rebuild the old harbour – at last.</p></body></html>"
TEXT = "The council voted to rebuild the old harbour."


class Warc:
    """A WARC file in the making."""

    def __init__(self, compressed: bool = False) -> None:
        self.file = io.BytesIO()
        self.writer = WARCWriter(self.file, gzip=compressed)

    def response(self, body: bytes, url: str = "https://a.example/1", status: str = "200 OK", **headers: str) -> Warc:
        named = [(name.replace("_", "-"), value) for name, value in headers.items()]
        http = StatusAndHeaders(status, [*named, ("Content-Length", str(len(body)))], protocol="HTTP/1.1")
        return self.add(url, "response", body, http_headers=http)

    def add(self, url: str, kind: str, body: bytes, content_type: str = "", http_headers: object = None) -> Warc:
        # With digests given, the writer makes none, and no temporary files to count them in.
        digests = {"WARC-Block-Digest": "sha1:A", "WARC-Payload-Digest": "sha1:A"}
        record = self.writer.create_warc_record(
            url,
            kind,
            payload=io.BytesIO(body),
            length=len(body),
            warc_content_type=content_type,
            warc_headers_dict=digests,
            http_headers=http_headers,
        )
        self.writer.write_record(record)
        return self

    def data(self) -> bytes:
        return self.file.getvalue()


def warcs(found: list[Record | Unreadable]) -> list[tuple[str, str, bytes, str | None, str | None]]:
    items = []
    for item in found:
        assert isinstance(item, Record), item.error
        items.append((item.source, item.format, item.data, item.url, item.encoding))
    return items


@pytest.mark.parametrize("compressed", [False, True], ids=[".warc", ".warc.gz"])
def test_pages_and_texts_are_read_and_the_rest_is_counted(tmp_path: Path, compressed: bool) -> None:
    """Pages and texts become records with address and charset; requests, pictures and errors are counted."""
    warc = Warc(compressed)
    warc.add("", "warcinfo", b"software: x\r\n", "application/warc-fields")
    warc.add("https://a.example/1", "request", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request")
    warc.response(PAGE.encode("cp1252"), Content_Type='text/html; charset="windows-1252"')
    warc.response(b"\x89PNG", Content_Type="image/png")
    warc.response(b"Not here.", status="404 Not Found", Content_Type="text/html")
    warc.response(b"User-agent: *", "https://a.example/robots.txt", Content_Type="text/plain")
    warc.add("https://a.example/2", "resource", TEXT.encode(), "text/plain")
    path = tmp_path / "page.warc"
    path.write_bytes(warc.data())
    passed_over: Counter[str] = Counter()
    found = list(records([path], passed_over=passed_over))
    name = f"{tmp_path.name}/page.warc"
    assert warcs(found) == [
        (f"{name}#3", "html", PAGE.encode("cp1252"), "https://a.example/1", "cp1252"),
        (f"{name}#7", "text", TEXT.encode(), "https://a.example/2", None),
    ]
    assert passed_over == {
        "WARC warcinfo": 1,
        "WARC request": 1,
        "WARC response of image/png": 1,
        "WARC response with status 404": 1,
        "robots.txt": 1,
    }


def test_wet_files_are_texts(tmp_path: Path) -> None:
    """The texts that Common Crawl makes of pages are read with their addresses."""
    wet = Warc(compressed=True)
    for number in (1, 2):
        wet.add(f"https://a.example/{number}", "conversion", f"{TEXT} {number}".encode(), "text/plain")
    found = read_file(tmp_path, "crawl.warc.wet.gz", wet.data())
    assert [(item[0], item[3]) for item in warcs(found)] == [
        ("in/crawl.warc.wet.gz#1", "https://a.example/1"),
        ("in/crawl.warc.wet.gz#2", "https://a.example/2"),
    ]
    assert outline(found)["crawl.warc.wet.gz#2"] == f"{TEXT} 2"


def deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", deflated),
        ("br", brotli.compress),
        ("zstd", zstd.compress),
        ("identity", bytes),
        ("gzip", bytes),
    ],
    ids=["gzip", "deflate", "raw deflate", "brotli", "zstd", "identity", "undone already"],
)
@pytest.mark.parametrize("chunked", [False, True])
def test_bodies_are_unpacked(tmp_path: Path, coding: str, pack, chunked: bool) -> None:  # type: ignore[no-untyped-def]
    """A body is what the server's author wrote, out of chunks and compression."""
    body = pack(PAGE.encode())
    headers = {"Content_Type": "text/html; charset=utf-8", "Content_Encoding": coding}
    if chunked:
        half = len(body) // 2
        parts = (body[:half], body[half:], b"")
        body = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts)
        headers["Transfer_Encoding"] = "chunked"
    (item,) = warcs(read_file(tmp_path, "a.warc", Warc().response(body, **headers).data()))
    assert item[2] == PAGE.encode()
    assert item[4] == "utf-8"


@pytest.mark.parametrize(
    ("coding", "pack"), [("gzip", gzip.compress), ("br", brotli.compress), ("zstd", zstd.compress)]
)
def test_a_body_that_is_a_bomb_is_one_error(tmp_path: Path, coding: str, pack) -> None:  # type: ignore[no-untyped-def]
    """What unpacks to more than the limit is listed, and reading goes on."""
    warc = Warc().response(pack(b"<p>" + b"x" * 30_000_000), Content_Type="text/html", Content_Encoding=coding)
    warc.response(PAGE.encode(), Content_Type="text/html")
    bomb, page = read_file(tmp_path, "a.warc", warc.data())
    assert isinstance(bomb, Unreadable)
    assert (bomb.source, str(bomb.error)) == ("in/a.warc#1", "it is larger than 20 MB")
    assert isinstance(page, Record)


def test_a_body_that_is_damaged_is_one_error(tmp_path: Path) -> None:
    """A page whose compression is broken is listed, and reading goes on."""
    warc = Warc().response(gzip.compress(PAGE.encode())[:-40], Content_Type="text/html", Content_Encoding="gzip")
    warc.response(b"\xff not brotli", Content_Type="text/html", Content_Encoding="br")
    warc.response(PAGE.encode(), Content_Type="text/html")
    found = read_file(tmp_path, "a.warc", warc.data())
    assert [isinstance(item, Unreadable) for item in found] == [True, True, False]


def test_a_record_above_the_limit_is_one_error(tmp_path: Path) -> None:
    """A page larger than the limit is listed and passed over without taking it into memory."""
    warc = (
        Warc()
        .response(b"<p>" + b"x" * 5000, Content_Type="text/html")
        .response(PAGE.encode(), Content_Type="text/html")
    )
    large, page = read_file(tmp_path, "a.warc", warc.data(), ReadOptions(max_bytes=1000))
    assert isinstance(large, Unreadable)
    assert "--max-size" in large.error.advice
    assert page.source == "in/a.warc#2"


@pytest.mark.parametrize("compressed", [False, True])
def test_a_file_cut_short_gives_what_is_whole(tmp_path: Path, compressed: bool) -> None:
    """Of a WARC cut in the middle, whole pages are read, and one error stands for the rest."""
    warc = Warc(compressed)
    for number in range(5):
        warc.response(PAGE.encode() * 20, f"https://a.example/{number}", Content_Type="text/html")
    data = warc.data()
    found = read_file(tmp_path, "a.warc", data[: len(data) - len(data) // 10])
    assert [isinstance(item, Unreadable) for item in found] == [False] * 4 + [True]


@pytest.mark.parametrize(
    "rest",
    [
        b"WARC/1.0\r\nWARC-Type: response\r\n\r\nno length\r\n\r\n",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\nx\r\n\r\n",
        b"no WARC at all, but a line\r\nand another\r\nand another\r\n\r\n",
        b"WARC/1.0\r\nX: " + b"x" * 3_000_000,
    ],
    ids=["no length", "no number", "garbage", "endless header"],
)
def test_what_is_no_record_ends_the_file_with_one_error(tmp_path: Path, rest: bytes) -> None:
    """Where records stop making sense, what came before stays and one error is listed."""
    data = Warc().response(PAGE.encode(), Content_Type="text/html").data()
    found = read_file(tmp_path, "a.warc", data + rest)
    assert found[0].source == "in/a.warc#1"
    assert isinstance(found[0], Record)
    assert [type(item) for item in found[1:]] == [Unreadable]


def test_a_charset_that_does_not_fit_is_left_out(tmp_path: Path) -> None:
    """A header that names a charset which isn't one, or not the text's, says nothing."""
    warc = Warc()
    for charset in ("utf-8", "x-unknown", "base64"):
        warc.response("Größe über alles, schöne Grüße".encode("cp1252"), Content_Type=f"text/plain; charset={charset}")
    assert [item[4] for item in warcs(read_file(tmp_path, "a.warc", warc.data()))] == [None] * 3


def test_arc_files_are_read(tmp_path: Path) -> None:
    """WARC's predecessor is read as well."""
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode()
    head = b"1 0 Archive\nURL IP-address Archive-date Content-type Archive-length\n"
    data = b"filedesc://a.arc 0.0.0.0 20080430204825 text/plain %d\n%s\n" % (len(head), head)
    data += b"https://a.example/1 127.0.0.1 20080430204826 text/html %d\n%s\n" % (len(page), page)
    (item,) = warcs(read_file(tmp_path, "a.arc", data))
    assert item[1:4] == ("html", PAGE.encode(), "https://a.example/1")
