"""Records out of JSON Lines, JSON and tables."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clippings_etl.documents import Record
from clippings_etl.readers import ReadOptions, Unreadable, records
from tests.etl.reading import extracted, outline, read_file

ARTICLES = [
    {"title": "Harbour rebuilt", "text": "The council voted to rebuild the harbour.", "url": "https://a.example/1"},
    {"title": "Bridge closed", "text": "The bridge is closed.\nUntil May.", "url": "https://a.example/2"},
]
LINES = b"".join(json.dumps(article).encode() + b"\n" for article in ARTICLES)


def test_a_line_is_a_record_with_its_own_bytes(tmp_path: Path) -> None:
    """Each line of JSON Lines is an article, named by its number, its bytes untouched."""
    found = read_file(tmp_path, "news.jsonl", LINES)
    assert [item.source for item in found] == ["in/news.jsonl#1", "in/news.jsonl#2"]
    assert [item.data for item in found if isinstance(item, Record)] == LINES.splitlines()
    assert [(item.title, item.text, item.url) for item in extracted(found)] == [
        (article["title"], article["text"], article["url"]) for article in ARTICLES
    ]


def test_a_broken_line_is_one_error(tmp_path: Path) -> None:
    """A line that is no JSON, or no object, is listed by its number; the others are read."""
    first, second = LINES.splitlines()
    data = b"\n".join([first, first[:30], b"", b'["no", "object"]', b'{"a": ' * 5000, second])
    said = outline(read_file(tmp_path, "news.jsonl", data))
    assert list(said) == [f"news.jsonl#{number}" for number in (1, 2, 4, 5, 6)]
    assert said["news.jsonl#2"].startswith("error: it is no valid JSON")
    assert said["news.jsonl#4"] == "error: it is no JSON object"
    assert said["news.jsonl#5"].startswith("error: it is n")
    assert said["news.jsonl#6"] == ARTICLES[1]["text"]


def test_a_first_line_that_is_broken_hides_nothing(tmp_path: Path) -> None:
    """A file of JSON Lines is one whatever it is called and even when its first line was cut."""
    said = outline(read_file(tmp_path, "dump", b'{"text": "cut of' + b"\n" + LINES))
    assert list(said) == ["dump#1", "dump#2", "dump#3"]


def test_a_line_above_the_limit_is_one_error(tmp_path: Path) -> None:
    """An over-long line is listed with the option that admits it, and reading goes on behind it."""
    long = json.dumps({"text": "word " * 100_000}).encode()
    found = read_file(tmp_path, "news.jsonl", LINES + long + b"\n" + LINES, ReadOptions(max_bytes=1000))
    assert [isinstance(item, Unreadable) for item in found] == [False, False, True, False, False]
    assert isinstance(found[2], Unreadable)
    assert "--max-size" in found[2].error.advice
    assert found[3].source == "in/news.jsonl#4"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le-mark"])
def test_lines_in_any_unicode(tmp_path: Path, encoding: str) -> None:
    """JSON Lines with a byte-order mark, in UTF-16 as some systems export them, are read like others."""
    text = '{"text": "Straße – здание – 大楼"}\n{"text": "Zweite"}\n'
    data = b"\xff\xfe" + text.encode("utf-16-le") if encoding == "utf-16-le-mark" else text.encode(encoding)
    assert outline(read_file(tmp_path, "x.jsonl", data)) == {
        "x.jsonl#1": "Straße – здание – 大楼",
        "x.jsonl#2": "Zweite",
    }


def test_lines_in_a_legacy_encoding(tmp_path: Path) -> None:
    """Lines written before Unicode are decoded line by line."""
    text = "Die Straße über den Fluss wurde für Fußgänger geöffnet, schöne Grüße aus Köln."
    data = json.dumps({"text": text}, ensure_ascii=False).encode("cp1252") + b"\n"
    assert outline(read_file(tmp_path, "x.jsonl", data * 2)) == {"x.jsonl#1": text, "x.jsonl#2": text}


def test_half_characters_and_nul_are_replaced(tmp_path: Path) -> None:
    """JSON can write what no text may hold: halves of surrogate pairs and NUL become U+FFFD, nothing vanishes."""
    data = rb'{"title": "a\ud800b", "text": "one\u0000two \ud83d\ude00"}' + b"\n"
    (item,) = extracted(read_file(tmp_path, "x.jsonl", data))
    assert (item.title, item.text) == ("a\ufffdb", "one\ufffdtwo 😀")


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize(
    "wrap",
    [
        lambda articles: articles,
        lambda articles: {"status": "ok", "totalResults": 2, "articles": articles},
        lambda articles: {"response": {"tags": ["a"], "results": articles, "pages": 1}},
        lambda articles: {"hits": {"total": 2, "hits": [{"_id": "1", "_source": article} for article in articles]}},
        lambda articles: {"facets": [{"name": "x", "count": 3}], "data": articles, "meta": {"next": None}},
    ],
    ids=["array", "articles", "response.results", "hits.hits", "data"],
)
def test_the_list_is_found_in_a_document(tmp_path: Path, wrap, indent) -> None:  # type: ignore[no-untyped-def]
    """An array of articles is read wherever APIs put it, each element a record by its number."""
    found = read_file(tmp_path, "page.json", json.dumps(wrap(ARTICLES), indent=indent).encode())
    assert [item.source for item in found] == ["in/page.json#1", "in/page.json#2"]
    assert [item.text for item in extracted(found)] == [article["text"] for article in ARTICLES]


@pytest.mark.parametrize("indent", [None, 2])
def test_a_single_object_is_one_document(tmp_path: Path, indent: int | None) -> None:
    """A JSON file with one article goes by the file's name and keeps its bytes."""
    data = json.dumps({**ARTICLES[0], "images": [{"href": "x.jpg"}], "data": [{"k": 1}]}, indent=indent).encode()
    (item,) = read_file(tmp_path, "one.json", data)
    assert isinstance(item, Record)
    assert (item.source, item.data) == ("in/one.json", data)
    assert extracted([item])[0].title == "Harbour rebuilt"


def test_an_array_cut_short_gives_what_is_whole(tmp_path: Path) -> None:
    """Of an array that ends in the middle, all whole elements are read, and one error stands for the rest."""
    said = outline(read_file(tmp_path, "x.json", json.dumps(ARTICLES * 50).encode()[:-20]))
    assert len(said) == 100
    assert said["x.json"].startswith("error: it is no valid JSON")
    assert said["x.json#99"] == ARTICLES[0]["text"]


def test_elements_of_another_kind_and_size_are_errors(tmp_path: Path) -> None:
    """An element that is no object, and one above the limit, is listed by its number; the others are read."""
    data = json.dumps([ARTICLES[0], 3, {"text": ["word " * 100] * 900}, ARTICLES[1]]).encode()
    said = outline(read_file(tmp_path, "x.json", data, ReadOptions(max_bytes=100_000)))
    assert said == {
        "x.json#1": ARTICLES[0]["text"],
        "x.json#2": "error: it is no JSON object",
        "x.json#3": "error: it is larger than 0.1 MB",
        "x.json#4": ARTICLES[1]["text"],
    }


def test_one_endless_string_stops_the_array(tmp_path: Path) -> None:
    """A string that has no end below the limit isn't taken into memory; what came before it stays."""
    data = b'[{"text": "First."}, {"text": "' + b"x" * 5_000_000
    said = outline(read_file(tmp_path, "x.json", data, ReadOptions(max_bytes=100_000)))
    assert said == {"x.json#1": "First.", "x.json": "error: it is larger than 0.1 MB"}


def test_text_that_looks_like_json_is_text(tmp_path: Path) -> None:
    """A bracket at the start makes no JSON."""
    for name, text in (("a.txt", "[Reuters] The council voted."), ("b", "{Sic} The council voted.")):
        (item,) = read_file(tmp_path, name, text.encode())
        assert isinstance(item, Record)
        assert item.format == "text"


def test_a_row_carries_its_header(tmp_path: Path) -> None:
    """A table's row is its own bytes behind the header line, and is read again from these alone."""
    data = b'title,text,url\n"One","A line,\nand ""another"".",https://a.example/1\nTwo,Text.,\n'
    found = read_file(tmp_path, "news.csv", data)
    assert [item.source for item in found] == ["in/news.csv#1", "in/news.csv#2"]
    assert isinstance(found[0], Record)
    assert found[0].data == data[: data.index(b"Two")]
    one, two = extracted(found)
    assert (one.title, one.text, one.url) == ("One", 'A line,\nand "another".', "https://a.example/1")
    assert (two.title, two.text, two.url) == ("Two", "Text.", None)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", '\ufeffTitel;Inhalt;Datum\r\n"Ein";"Zeile 1\r\nZeile 2; über";2024-04-22\r\n\r\n'.encode()),
        ("a.tsv", 'titel\tinhalt\tdatum\nEin\t"Zeile 1\r\nZeile 2; über"\t2024-04-22\n'.encode()),
        ("a.csv", 'Titel\tInhalt\tDatum\r\nEin\t"Zeile 1\r\nZeile 2; über"\t2024-04-22\r\n'.encode("utf-16")),
        ("export.dat", 'titel|inhalt|datum\nEin|"Zeile 1\r\nZeile 2; über"|2024-04-22\n'.encode()),
    ],
    ids=["semicolons and BOM", "tabs", "UTF-16", "bars, and a name that says nothing"],
)
def test_tables_in_all_dialects(tmp_path: Path, name: str, data: bytes) -> None:
    """What parts the cells is told from the headings, whatever the file is called."""
    (item,) = extracted(read_file(tmp_path, name, data))
    assert (item.title, item.text, item.published) == ("Ein", "Zeile 1\r\nZeile 2; über", "2024-04-22")


def test_a_table_in_a_legacy_encoding(tmp_path: Path) -> None:
    """All rows of a table are in the encoding that its beginning tells, plain ones as well."""
    row = "Überschrift,Die Straße über den Fluss wurde für Fußgänger geöffnet; schöne Grüße aus Köln.\n"
    data = ("title,text\n" + row + "Plain,Only ASCII.\n").encode("cp1252")
    found = read_file(tmp_path, "a.csv", data)
    assert {item.encoding for item in found if isinstance(item, Record)} == {"cp1252"}
    assert extracted(found)[0].text.startswith("Die Straße über")


def test_a_quotation_mark_without_end_costs_one_stretch(tmp_path: Path) -> None:
    """A row that never ends is passed over up to the limit, listed, and reading goes on."""
    rows = "".join(f"T{number},Text of number {number}.\n" for number in range(200))
    data = ('title,text\nA,Fine.\nB,"open\n' + rows).encode()
    said = outline(read_file(tmp_path, "a.csv", data, ReadOptions(max_bytes=1000)))
    assert said["a.csv#1"] == "Fine."
    assert said["a.csv#2"].startswith("error: the row has no end")
    assert list(said.values())[-1] == "Text of number 199."
    assert len(said) > 150


def test_a_row_with_too_many_cells_is_an_error(tmp_path: Path) -> None:
    """A comma that isn't quoted shows as a cell too many, and nothing is cut off in silence."""
    said = outline(read_file(tmp_path, "a.csv", b"title,text\nA,One, two.\nB,Three.\n"))
    assert said == {"a.csv#1": "no text: the row has 3 cells under 2 headings", "a.csv#2": "Three."}


def test_a_table_without_text_names_its_columns(tmp_path: Path) -> None:
    """Where no column is known, one error says which there are and how to name the right one."""
    (item,) = read_file(tmp_path, "a.csv", b"id,population\n1,2\n")
    assert isinstance(item, Unreadable)
    assert "id, population" in item.error.advice
    assert "--text-field" in item.error.advice


OWN = ReadOptions(text_field="Beitrag", title_field="kopf.zeile", date_field="Tag", url_field="Ort")


def test_fields_that_the_user_names(tmp_path: Path) -> None:
    """Named fields count instead of the usual ones, in JSON and tables, and still when the record is read by itself."""
    article = {
        "text": "teaser",
        "Beitrag": "Der Text.",
        "kopf": {"zeile": "Kopf"},
        "Tag": 1713796380,
        "Ort": "https://a.example/",
        "date": "2001-01-01",
    }
    line = json.dumps(article).encode()
    (item,) = read_file(tmp_path, "a.jsonl", line + b"\n", OWN)
    assert isinstance(item, Record)
    assert item.data.endswith(b"\n" + line)
    for name, data in (("a.jsonl", line + b"\n"), ("b.json", json.dumps([article], indent=1).encode())):
        (said,) = extracted(read_file(tmp_path, name, data, OWN))
        assert (said.text, said.title, said.url) == ("Der Text.", "Kopf", "https://a.example/")
        assert said.published == "2024-04-22T14:33:00"
    table = b"Tag;Beitrag;text;kopf.zeile\n22.04.2024;Der Text.;teaser;Kopf\n"
    (said,) = extracted(read_file(tmp_path, "c.csv", table, OWN))
    assert (said.text, said.title, said.published) == ("Der Text.", "Kopf", "2024-04-22")


def test_a_named_field_that_is_missing_is_an_error(tmp_path: Path) -> None:
    """A field that was named and isn't there is said to be, with the fields that are."""
    said = outline(read_file(tmp_path, "a.jsonl", LINES, ReadOptions(text_field="inhalt")))
    assert set(said.values()) == {"no text: the field 'inhalt' holds no text"}


def test_records_stream(tmp_path: Path) -> None:
    """The first record is there before the file was read to its end."""
    path = tmp_path / "endless.jsonl"
    with path.open("wb") as file:
        file.write(LINES * 10)
        file.truncate(5_000_000_000)  # a hole of 5 GB behind the lines
    found = records([path])
    assert next(found).source.endswith("#1")
    assert next(found).source.endswith("#2")
    found.close()  # type: ignore[attr-defined]
