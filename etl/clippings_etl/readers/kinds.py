"""What something is, told from its first bytes; a name's ending counts only where the bytes leave it open."""

from __future__ import annotations

import codecs
import json
import re
from contextlib import suppress
from enum import Enum
from pathlib import PurePosixPath

from ..errors import DecodeError, ReadError
from ..extraction.field_names import LISTS, TEXT, TITLE, URL, plain
from ..extraction.records import DELIMITERS, delimiter_of, read_rows
from .compat import tarfile


class Kind(Enum):
    """Everything that can be read. The values of documents are keys of ``extraction.FORMATS``."""

    TEXT = "text"
    HTML = "html"
    MHTML = "mhtml"
    MARKDOWN = "markdown"
    JSON_LINES = "JSON Lines"
    JSON = "JSON"
    TABLE = "CSV"
    WARC = "WARC"
    GZIP = "gzip"
    BZIP2 = "bzip2"
    XZ = "xz"
    ZSTD = "zstd"
    ZIP = "zip"
    TAR = "tar"


_PACKED = (
    (b"\x1f\x8b", Kind.GZIP),
    (b"BZh", Kind.BZIP2),
    (b"\xfd7zXZ\0", Kind.XZ),
    (b"\x28\xb5\x2f\xfd", Kind.ZSTD),
    (b"\x50\x2a\x4d\x18", Kind.ZSTD),  # begins with a skippable frame
    (b"PK\3\4", Kind.ZIP),
    (b"PK\5\6", Kind.ZIP),  # an empty one
    (b"WARC/", Kind.WARC),
    (b"filedesc://", Kind.WARC),  # ARC, its predecessor
)
_FOREIGN = (
    (b"%PDF-", "PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office (.doc, .xls, .ppt)"),
    (b"{\\rtf", "RTF"),
    (b"SQLite format 3\0", "SQLite"),
    (b"PAR1", "Parquet"),
    (b"ARROW1", "Arrow"),
    (b"Obj\1", "Avro"),
    (b"\x89HDF", "HDF5"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "RIFF (pictures, sound, video)"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"\0\0\1\0", "icon"),
    (b"ID3", "MP3"),
    (b"OggS", "Ogg"),
    (b"wOFF", "font"),
    (b"wOF2", "font"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\x1f\x9d", "compress (.Z)"),
    (b"\x04\x22\x4d\x18", "LZ4"),
    (b"\x7fELF", "program"),
    (b"MZ\x90\0", "program"),
)
_ADVICE = {
    "PDF": "Convert it to text first, for example with pdftotext.",
    "7-Zip": "Pack it as .zip or .tar.",
    "RAR": "Pack it as .zip or .tar.",
    "compress (.Z)": "Pack it as .gz.",
    "LZ4": "Pack it as .gz or .zst.",
    "Parquet": "Export it as JSON Lines or CSV.",
    "Arrow": "Export it as JSON Lines or CSV.",
    "Avro": "Export it as JSON Lines or CSV.",
    "HDF5": "Export it as JSON Lines or CSV.",
    "SQLite": "Export its table as CSV or JSON Lines.",
}
_AS_TEXT = "Save what it says as plain text (.txt)."

_NO_DOCUMENTS = re.compile(
    r"\.(?:bat|c|cfg|conf|cpp|cs|css|go|h|ini|java|js|jsx|less|lock|map|mjs|php|pl|properties|ps1|py|r|rb|rs|scss|sh|sql"
    r"|svg|toml|ts|tsx|vtt|wasm|yaml|yml)"
)
"""Text, but no articles: what browsers save beside a page, and programs."""


def kind_of(head: bytes, name: str, whole: bool, named: bool = False) -> Kind:
    """What the bytes are.

    Args:
        head: the first bytes.
        name: the name that they have, for its ending.
        whole: whether ``head`` is all.
        named: whether the user named this very file; then what its ending says is no reason to leave it out.

    Raises:
        ReadError: it is something that isn't read.
    """
    for magic, kind in _PACKED:
        if head.startswith(magic):
            return kind
    suffix = _suffix(name)
    _refuse_foreign(head, suffix)
    if _is_tar(head) or (suffix == ".tar" and not head.strip(b"\0")):
        return Kind.TAR
    if _NO_DOCUMENTS.fullmatch(suffix) and not named:
        raise ReadError(f"{suffix} files are not read", _AS_TEXT)
    text = as_text(head)
    opening = text.lstrip("\ufeff \t\r\n\f")
    if "\0" in text[:1024]:
        if suffix in _TEXT_SUFFIXES:
            return Kind.TEXT
        raise ReadError(f"{suffix} files are not read", _AS_TEXT)
    return _json(opening, whole, suffix) or _marked_up(opening, suffix) or _other_text(text, suffix)


_TEXT_SUFFIXES = frozenset(("", ".txt", ".text"))


def _suffix(name: str) -> str:
    """The ending, in front of one that says how it is packed: ``.jsonl`` of ``news.jsonl.gz``."""
    path = PurePosixPath(name.lower())
    if path.suffix in (".gz", ".bz2", ".xz", ".zst", ".zstd"):
        path = path.with_suffix("")
    return path.suffix


def as_text(head: bytes) -> str:
    """The first bytes as text in which ASCII can be told, whatever the encoding."""
    for mark, codec in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if head.startswith(mark):
            return head[len(mark) :].decode(codec, "replace")
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return head.decode("latin-1")


def _refuse_foreign(head: bytes, suffix: str) -> None:
    for magic, what in _FOREIGN:
        if head.startswith(magic):
            kind = what if not suffix or suffix in _TEXT_SUFFIXES else suffix
            raise ReadError(f"{kind} files are not read", _ADVICE.get(what, _AS_TEXT))
    if head[4:8] == b"ftyp":
        raise ReadError(f"{suffix or 'MP4'} files are not read", _AS_TEXT)


def _is_tar(head: bytes) -> bool:
    if len(head) < 512 or not head[0]:
        return False
    with suppress(tarfile.HeaderError):
        tarfile.TarInfo.frombuf(head[:512], "utf-8", "surrogateescape")  # checks the header's sum
        return True
    return False


_JSON_OBJECT = re.compile(r'\{\s*(?:"(?:[^"\\]|\\.){0,1000}"\s*:|\})')
_JSON_ARRAY = re.compile(r"\[\s*(?:\{\s*[\"}]|\]\s*$)")
_LIST = re.compile(r'"((?:[^"\\\s]){1,40})"\s*:\s*\[\s*\{')
_LOOKED_AT = 20


def _json(opening: str, whole: bool, suffix: str) -> Kind | None:
    if _JSON_ARRAY.match(opening):
        return Kind.JSON
    is_object = _JSON_OBJECT.match(opening)
    lines = [line for line in opening.split("\n", 10 * _LOOKED_AT) if line.strip()]
    complete = lines if whole else lines[:-1]
    if suffix in (".jsonl", ".ndjson", ".jl", ".ldjson") and (is_object or any(map(_is_object, complete[:_LOOKED_AT]))):
        return Kind.JSON_LINES
    if not is_object:
        return None
    if not complete:  # one very long line
        has_list = any(plain(match[1]) in LISTS for match in _LIST.finditer(opening))
        return Kind.JSON if has_list or suffix == ".json" else Kind.JSON_LINES
    if any(map(_is_object, complete[:_LOOKED_AT])):
        return Kind.JSON if len(lines) == 1 else Kind.JSON_LINES
    return Kind.JSON


def _is_object(line: str) -> bool:
    with suppress(ValueError, RecursionError):
        return isinstance(json.loads(line), dict)
    return False


_PAGE = re.compile(r"(?:<\?xml[^>]{0,200}>|<!--.{0,5000}?-->|\s)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_MARKUP = re.compile(
    r"(?:<\?xml[^>]{0,200}>|<!--.{0,5000}?-->|\s)*<(?:[a-z][a-z0-9:-]{0,30}[\s/>]|!doctype|\?xml)", re.I | re.S
)
_HTML_TAG = re.compile(r"</?(?:p|div|span|a|br|h[1-6]|ul|li|table|t[dr]|img|meta|title|article|section|script)\b", re.I)
_MAIL_HEAD = re.compile(r"(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_RELATED = re.compile(r"^content-type:\s*multipart/related", re.I | re.M)


def _marked_up(opening: str, suffix: str) -> Kind | None:
    if _PAGE.match(opening):
        return Kind.HTML
    mail = _MAIL_HEAD.match(opening[:20_000])
    if mail and _RELATED.search(mail.group()):
        return Kind.MHTML
    tags = len(_HTML_TAG.findall(opening[:100_000]))
    if suffix in (".html", ".htm", ".xhtml", ".shtml"):
        return Kind.HTML if tags else None
    if _MARKUP.match(opening):
        if tags >= 3:
            return Kind.HTML
        if opening.startswith("<?xml") or suffix in (".xml", ".rss", ".atom"):
            raise ReadError("XML files are not read", "Save the articles as web pages, JSON or plain text.")
    return None


def _other_text(text: str, suffix: str) -> Kind:
    if suffix in (".md", ".markdown", ".mdx", ".qmd") or _FRONT_MATTER.match(text):
        return Kind.MARKDOWN
    if suffix in (".csv", ".tsv", ".tab") or _is_table(text):
        return Kind.TABLE
    return Kind.TEXT


_FRONT_MATTER = re.compile(
    r"\ufeff?(?:---[ \t]*\r?\n(?:[ \t#-][^\n]*\n|\r?\n|[^\s:][^:\n]{0,60}:(?:[ \t][^\n]*)?\r?\n){1,200}"
    r"(?:---|\.\.\.)[ \t]*\r?\n|\+\+\+[ \t]*\r?\n[^\n=]{1,60}=)"
)


def _is_table(text: str) -> bool:
    """Whether text is a table although its name doesn't say so: headings that are known, and cells below them."""
    header = text.lstrip("\ufeff").partition("\n")[0]
    if not 3 <= len(header) <= 2000 or not any(delimiter in header for delimiter in DELIMITERS):
        return False
    delimiter = delimiter_of(header)
    try:
        headings = next(iter(read_rows(header, delimiter)), [])
    except DecodeError:
        return False
    known = {plain(heading) for heading in headings}
    if len(headings) < 2 or not known & set(TEXT) or not known & {*TITLE, *URL}:
        return False
    return text.count(delimiter, len(header)) >= len(headings) - 1
