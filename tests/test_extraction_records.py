"""Records and front matter: which field is what."""

from __future__ import annotations

import json
import sys

import pytest

from clippings_etl.documents import Extracted, Record
from clippings_etl.errors import DecodeError
from clippings_etl.extraction import extract, field_names
from clippings_etl.extraction.fields import FieldNames, read_date, read_fields
from clippings_etl.extraction.records import with_field_names

TEXT = "The council voted to rebuild the old harbour."


def from_json(record: object) -> Extracted:
    return extract(Record("in/a.json", json.dumps(record, ensure_ascii=False).encode(), "json"))


def said(item: Extracted) -> tuple[object, ...]:
    data = item.metadata
    return (item.text, item.title, item.url, item.language, data.published, data.byline, data.publisher)


URL = "https://a.example/news/1"
SHAPES = {
    "C4": (
        {"text": TEXT, "url": URL, "timestamp": "2019-04-25T12:57:54Z"},
        (TEXT, None, URL, None, None, None, None),
    ),
    "news-please": (
        {
            "authors": ["Anna Berg", "Carlos Díaz"],
            "date_download": "2024-04-23 08:00:00",
            "date_modify": "2024-04-23 07:00:00",
            "date_publish": "2024-04-22 14:33:00",
            "description": "In short.",
            "filename": "x.json",
            "image_url": "https://a.example/x.jpg",
            "language": "en",
            "localpath": None,
            "maintext": TEXT,
            "source_domain": "a.example",
            "title": "Harbour rebuilt",
            "title_page": None,
            "title_rss": None,
            "url": URL,
        },
        (TEXT, "Harbour rebuilt", URL, "en", "2024-04-22T14:33:00", "Anna Berg, Carlos Díaz", "a.example"),
    ),
    "CC-News on Hugging Face": (
        {
            "title": "Harbour rebuilt",
            "text": TEXT,
            "domain": "a.example",
            "date": "2017-03-18 15:13:10",
            "description": "In short.",
            "url": URL,
            "image_url": "https://a.example/x.jpg",
        },
        (TEXT, "Harbour rebuilt", URL, None, "2017-03-18T15:13:10", None, "a.example"),
    ),
    "NewsAPI": (
        {
            "source": {"id": None, "name": "The Daily Harbour"},
            "author": "Anna Berg",
            "title": "Harbour rebuilt",
            "description": "In short.",
            "url": URL,
            "urlToImage": "https://a.example/x.jpg",
            "publishedAt": "2024-04-22T14:33:00Z",
            "content": TEXT,
        },
        (TEXT, "Harbour rebuilt", URL, None, "2024-04-22T14:33:00", "Anna Berg", "The Daily Harbour"),
    ),
    "NewsAPI without content": (
        {"source": {"name": "The Daily Harbour"}, "title": "Harbour", "description": TEXT, "url": URL, "content": None},
        (TEXT, "Harbour", URL, None, None, None, "The Daily Harbour"),
    ),
    "schema.org": (
        {
            "@type": "NewsArticle",
            "headline": "Harbour rebuilt",
            "articleBody": TEXT,
            "datePublished": "2024-04-22",
            "author": [{"@type": "Person", "name": "Anna Berg", "url": URL}, {"name": "Carlos Díaz"}],
            "publisher": {"@type": "Organization", "name": "The Daily Harbour"},
            "inLanguage": "en-GB",
            "url": URL,
        },
        (TEXT, "Harbour rebuilt", URL, "en", "2024-04-22", "Anna Berg, Carlos Díaz", "The Daily Harbour"),
    ),
    "WordPress": (
        {
            "id": 7,
            "date": "2024-04-22T14:33:00",
            "link": URL,
            "title": {"rendered": "Harbour &#8211; rebuilt"},
            "content": {"rendered": f"<p>{TEXT}</p>\n<p>Work starts\nin <b>May</b>.</p>\n", "protected": False},
            "author": 3,
        },
        (TEXT + "\n\nWork starts in May.", "Harbour – rebuilt", URL, None, "2024-04-22T14:33:00", None, None),
    ),
    "Elasticsearch": (
        {"_index": "news", "_id": "1", "_source": {"body": [TEXT, "Second."], "headline": "Harbour", "source": "Post"}},
        (TEXT + "\n\nSecond.", "Harbour", None, None, None, None, "Post"),
    ),
    "The Guardian": (
        {
            "webTitle": "Harbour rebuilt",
            "webUrl": URL,
            "webPublicationDate": "2024-04-22T14:33:00Z",
            "fields": {"bodyText": TEXT, "byline": "Anna Berg"},
        },
        (TEXT, "Harbour rebuilt", URL, None, "2024-04-22T14:33:00", "Anna Berg", None),
    ),
    "OSCAR": (
        {
            "content": TEXT,
            "warc_headers": {"warc-target-uri": URL, "warc-date": "2022-11-26T08:28:03Z"},
            "metadata": {"identification": {"label": "de", "prob": 0.9}},
        },
        (TEXT, None, URL, "de", None, None, None),
    ),
    "FineWeb": (
        {"text": TEXT, "dump": "CC-MAIN-2013-20", "url": URL, "date": "2013-05-18T05:48:54Z", "language": "en"},
        (TEXT, None, URL, "en", None, None, None),
    ),
    "trafilatura": (
        {"title": "Harbour", "author": "Anna Berg; Carlos Díaz", "date": "2024-04-22", "text": TEXT, "source": URL},
        (TEXT, "Harbour", URL, None, "2024-04-22", "Anna Berg; Carlos Díaz", None),
    ),
    "in another language": (
        {"Titel": "Hafen", "Inhalt": TEXT, "Autor": "Anna Berg", "Datum": "22. April 2024", "Sprache": "German"},
        (TEXT, "Hafen", None, "de", "2024-04-22", "Anna Berg", None),
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_work_as_they_come(shape: str) -> None:
    """What scrapers, APIs and corpora write is understood without any option."""
    record, expected = SHAPES[shape]
    assert said(from_json(record)) == expected


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        (1713796380, "2024-04-22T14:33:00"),
        (1713796380.5, "2024-04-22T14:33:00"),
        (1713796380000, "2024-04-22T14:33:00"),
        ("1713796380", "2024-04-22T14:33:00"),
        (20240422, "2024-04-22"),
        ("20240422T143300Z", "2024-04-22T14:33:00"),
        ("20240422143300", "2024-04-22T14:33:00"),
        ("2024-04-22T14:33:00.123+07:00", "2024-04-22T14:33:00"),
        ("Mon, 22 Apr 2024 14:33:00 GMT", "2024-04-22T14:33:00"),
        ({"$date": "2024-04-22T14:33:00Z"}, "2024-04-22T14:33:00"),
        (["2024-04-22"], "2024-04-22"),
        ("2024-04", "2024-04"),
        ("2024", "2024"),
        ("22/8", None),
        (20241350, None),
        (7, None),
        (10**30, None),
        (True, None),
        (float("inf"), None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_dates(value: object, iso: str | None) -> None:
    """Dates keep their precision, numbers count from 1970 in UTC, and what names no year gives none."""
    assert read_date(value)[0] == iso


def test_a_date_without_a_year_stays_as_written() -> None:
    """What can't be sorted is still shown."""
    item = from_json({"text": TEXT, "date": "22/8"})
    assert (item.metadata.published, item.metadata.published_text) == (None, "22/8")


def test_a_timestamp_dates_only_what_has_a_title() -> None:
    """In corpora a timestamp is when a page was fetched; beside a title it is the article's."""
    assert from_json({"text": TEXT, "timestamp": "2024-04-22"}).published is None
    assert from_json({"text": TEXT, "title": "Harbour", "timestamp": "2024-04-22"}).published == "2024-04-22"


@pytest.mark.parametrize(
    ("value", "byline"),
    [
        ("By Anna Berg", "Anna Berg"),
        ("['Anna Berg', 'Carlos Díaz']", "Anna Berg, Carlos Díaz"),
        ('["Anna Berg"]', "Anna Berg"),
        ([{"name": "Anna Berg"}, {"name": "Anna Berg"}, None, ""], "Anna Berg"),
        ({"original": "By ANNA BERG"}, "ANNA BERG"),
        ("[unclosed", "[unclosed"),
        (["https://a.example/authors/anna"], None),
        ([], None),
    ],
)
def test_bylines(value: object, byline: str | None) -> None:
    """Authors come as a name, a list, objects, or a list that was written out."""
    assert from_json({"text": TEXT, "author": value}).byline == byline


def test_a_page_in_a_field_is_read_as_a_page() -> None:
    """A whole page in a record gives its article, and says what the other fields don't."""
    page = (
        '<!doctype html><html lang="en"><head><title>Harbour rebuilt</title>'
        '<meta property="article:published_time" content="2024-04-22T14:33:00Z"></head><body><nav><a href="/">Home</a>'
        f"</nav><article><h1>Harbour rebuilt</h1><p>{TEXT} {TEXT}</p><p>{TEXT} It starts in May.</p></article></body>"
    )
    item = from_json({"url": URL, "html": page, "author": "Anna Berg"})
    assert "Home" not in item.text
    assert "It starts in May." in item.text
    assert (item.title, item.url, item.byline) == ("Harbour rebuilt", URL, "Anna Berg")
    assert item.published is not None
    assert item.published.startswith("2024-04-22")


def test_prose_about_markup_is_no_markup() -> None:
    """A text that mentions tags keeps them."""
    text = "In HTML, <p> parts paragraphs, and a < b is a comparison."
    assert from_json({"text": text}).text == text


def test_markup_keeps_all_text() -> None:
    """A body with tags loses the tags, scripts and styles, and nothing else."""
    body = (
        "<div>One<br>two<script>var x</script> and<!-- note --> three<ul><li>a</li><li>b</li></ul>"
        "<table><tr><td>c</td><td>d</td></tr></table>e &amp; f</div>"
    )
    assert from_json({"text": body}).text.split() == ["One", "two", "and", "three", "a", "b", "c", "d", "e", "&", "f"]


@pytest.mark.parametrize(
    "record",
    [
        {"title": "Harbour"},
        {"title": "Harbour", "text": None},
        {"text": ""},
        {"text": " \n"},
        {"text": 3},
        {"text": "<p> </p>"},
        {},
    ],
)
def test_a_record_without_text_is_an_error(record: dict[str, object]) -> None:
    """A record that says nothing is listed, with the fields that it has."""
    with pytest.raises(DecodeError) as raised:
        from_json(record)
    assert raised.value.advice


@pytest.mark.parametrize("data", [b'{"text": "cut', b'["text"]', b'{"a":' * 100_000, b'{"a": ' + b"9" * 10_000 + b"}"])
def test_bytes_that_are_no_record_are_an_error(data: bytes) -> None:
    """What is no JSON object fails as a document does."""
    with pytest.raises(DecodeError):
        extract(Record("in/a.json", data, "json"))


def test_deep_values_are_no_trouble() -> None:
    """Objects in objects where a string should be are looked into only so far."""
    deep: object = "x"
    for _ in range(500):
        deep = {"name": [deep]}
    fields = read_fields({"text": TEXT, "title": deep, "author": deep, "date": deep, "source": deep})
    assert (fields.text, fields.title, fields.metadata.byline) == (TEXT, None, None)


def test_names_that_the_user_gave_go_with_the_record() -> None:
    """A record opens with the field names that count for it; without any it is as it was found."""
    data = b'{"inhalt": "Text."}'
    assert with_field_names(data, FieldNames()) == data
    named = with_field_names(data, FieldNames(text="inhalt"))
    assert named.endswith(b"\n" + data)
    assert extract(Record("in/a", named, "json")).text == "Text."


def test_all_names_are_plain() -> None:
    """Names are compared in one spelling, so all of ours are in it."""
    for group in (field_names.TEXT, field_names.TITLE, field_names.DATE, field_names.BYLINE, field_names.PUBLISHER):
        assert all(name == field_names.plain(name) for name in group)
        assert len(set(group)) == len(group)
    assert field_names.plain("Date_Publish") == field_names.plain("datePublish") == "datepublish"


def from_markdown(text: str) -> Extracted:
    return extract(Record("in/a.md", text.encode(), "markdown"))


@pytest.mark.parametrize("end", ["---", "..."])
def test_front_matter_in_yaml(end: str) -> None:
    """YAML front matter says title, date, authors, address and language; the body stays as written."""
    body = "# Harbour\n\n*The council* voted.\n"
    item = from_markdown(
        f'---\ntitle: "Harbour: rebuilt"\ndate: 2024-04-22\nauthors:\n  - Anna Berg\n  - Carlos Díaz\nlang: en-GB\n'
        f"url: {URL}\ndraft: no\n{end}\n\n{body}"
    )
    assert said(item) == (body, "Harbour: rebuilt", URL, "en", "2024-04-22", "Anna Berg, Carlos Díaz", None)
    assert item.metadata.published_text == "2024-04-22"


@pytest.mark.skipif(sys.version_info < (3, 11), reason="TOML is read from Python 3.11 on")
def test_front_matter_in_toml() -> None:
    """TOML front matter is read as YAML is."""
    item = from_markdown('+++\ntitle = "Harbour"\ndate = 2024-04-22T14:33:00Z\nauthors = ["Anna Berg"]\n+++\nText.\n')
    assert said(item) == ("Text.\n", "Harbour", None, None, "2024-04-22T14:33:00", "Anna Berg", None)


@pytest.mark.skipif(sys.version_info >= (3, 11), reason="TOML is read from Python 3.11 on")
def test_front_matter_in_toml_on_an_old_python() -> None:
    """Where TOML can't be read, the error says so."""
    with pytest.raises(DecodeError, match=r"Python 3\.11"):
        from_markdown("+++\ntitle = 'Harbour'\n+++\nText.\n")


@pytest.mark.parametrize(
    "text", ["Text.\n", "---\n\nA rule above.\n", "---\nA rule\n---\nand another.\n", "# Title\n\nText.\n"]
)
def test_markdown_without_front_matter_is_its_text(text: str) -> None:
    """Hyphens that enclose no front matter are part of the text."""
    item = from_markdown(text)
    assert said(item) == (text, None, None, None, None, None, None)


@pytest.mark.parametrize(
    ("matter", "message"),
    [
        ("title: a: b", "YAML in line 2"),
        ("a: &x [1]\nb: *x", "aliases"),
        ("a: " + "[" * 5000, "YAML|nested"),
        ("a: !!python/object/apply:os.system [x]\n\tb: c", "YAML"),
    ],
)
def test_front_matter_that_cannot_be_read_is_an_error(matter: str, message: str) -> None:
    """A mistake in the front matter is told with its line; aliases and depth can't be used as a bomb."""
    with pytest.raises(DecodeError, match=message):
        from_markdown(f"---\n{matter}\n---\nText.\n")


def test_front_matter_alone_is_an_error() -> None:
    """A file with nothing below its front matter holds no article."""
    with pytest.raises(DecodeError, match="no text below"):
        from_markdown("---\ntitle: Harbour\n---\n\n")
