"""Whatever the bytes, reading gives records and errors, and never fails."""

from __future__ import annotations

import gzip
import json
import random
from dataclasses import fields
from pathlib import Path

import click
import pytest

from clippings_etl.cli import cli
from clippings_etl.documents import Record
from clippings_etl.errors import DocumentError
from clippings_etl.extraction import extract
from clippings_etl.readers import ReadOptions, records
from tests.conftest import ROOT
from tests.etl.test_reading_archives import COMPRESSIONS, LINES, STORY, tarred, zipped
from tests.etl.test_reading_warc import PAGE, Warc

ARTICLES = [{"title": "Harbour", "text": STORY, "url": "https://a.example/1"}] * 5
FILES = {
    "a.txt": STORY.encode(),
    "a.html": PAGE.encode(),
    "a.md": f"---\ntitle: Harbour\nauthors: [Anna Berg]\n---\n{STORY}\n".encode(),
    "a.jsonl": LINES * 3,
    "a.json": json.dumps({"status": "ok", "articles": ARTICLES}, indent=1).encode(),
    "a.csv": f'title,text,url\n"A","{STORY}\n{STORY}",https://a.example/1\nB,{STORY},\n'.encode(),
    "a.warc": Warc().response(PAGE.encode(), Content_Type="text/html").data() * 2,
    "a.warc.gz": Warc(compressed=True).response(PAGE.encode(), Content_Type="text/html").data() * 2,
    "a.zip": zipped([("a.txt", STORY.encode()), ("b.jsonl", LINES), ("c.gz", gzip.compress(LINES))]),
    "a.tar": tarred([("a.txt", STORY.encode()), ("b.zip", zipped([("b.jsonl", LINES)]))]),
    **{f"a.jsonl{suffix}": compress(LINES * 9) for suffix, compress in COMPRESSIONS.items()},
}
READING = {{"max_bytes": "max_size"}.get(field.name, field.name) for field in fields(ReadOptions)}
ODD = (b"\r", b"\0", b'"', b"\xff", b"\n", b"{", b"[", b",", b"\xff\xfe", b"---\n", b"WARC/1.0\r\n", b"\\ud800", b"<p>")


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The bytes with some changed, put in, left out, or cut off."""
    for _ in range(chance.randint(1, 5)):
        kind, place = chance.randrange(6), chance.randrange(len(data) + 1)
        if kind == 0:
            data = data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]
        elif kind == 1:
            data = data[:place] + chance.choice(ODD) * chance.randint(1, 3) + data[place:]
        elif kind == 2:
            data = data[:place] + data[place + chance.randint(1, 50) :]
        elif kind == 3:
            data = data[:place]
        elif kind == 4:
            data = data.replace(b"\n", b"\r")
        else:
            data += chance.choice(list(FILES.values()))[:2000]
    return data


@pytest.mark.parametrize("name", FILES)
def test_mutated_files(tmp_path: Path, name: str) -> None:
    """Damage of any kind leaves records with names of their own and text that can be stored, and errors with advice."""
    chance = random.Random(name)
    path = tmp_path / name
    for _ in range(100):
        path.write_bytes(mutated(FILES[name], chance))
        names = set()
        for item in records([path], ReadOptions(max_bytes=chance.choice((300, 20_000_000)))):
            item.source.encode()
            if not isinstance(item, Record):
                assert item.error.advice
                continue
            assert item.source not in names
            names.add(item.source)
            try:
                extract(item).text.encode()
            except DocumentError as error:
                assert str(error)


@pytest.mark.parametrize("option", [option for option in cli.commands["build"].params if option.name in READING])
def test_every_option_about_reading_is_explained(option: click.Option) -> None:
    """What can be chosen about reading stands in the documentation of sources."""
    assert f"--{option.name}".replace("_", "-") in (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
