"""A small archive made by hand: the real schema, rows for every case that a page can meet."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from clippings_etl.quality import QUALITY_STATISTICS
from datasette_clippings.archive import APPLICATION_ID
from datasette_clippings.folding import fold

SCHEMA = Path(__file__).parents[2] / "etl" / "clippings_etl" / "schema.sql"

LANGUAGES = [
    ("ar", "Arabic", "العربية", "rtl"),
    ("en", "English", "English", "ltr"),
    ("th", "Thai", "ไทย", "ltr"),
    ("vi", "Vietnamese", "Tiếng Việt", "ltr"),
    ("zh", "Chinese", "中文", "ltr"),
]

RULES = [
    ("pagination.list", "pagination", 1, "*", "Lists of page numbers"),
    ("timestamp.head", "timestamp", 1, "*", "Times above the text"),
    ("site.repeated", "site", 1, "*", "Lines that many pages of a site repeat"),
    ("user.<b>mine</b>", "user", 1, "ar", "العربية <i>mine</i>"),
    ("pagination.of", "pagination", 1, "*", "Removed nothing here"),
]

# id, key, name, type, country, and its names: language, name, source
ENTITIES = [
    (1, "place:KR", "South Korea", "place", "KR",
     [("en", "South Korea", "cldr"), ("vi", "Hàn Quốc", "cldr"), ("zh", "韩国", "cldr"), ("th", "เกาหลีใต้", "cldr"),
      ("uz", "Janubiy Koreya", "cldr"), ("und", "KOR", "aliases"), ("en", "South Korea", "corpus")]),
    (2, "place:UZ", "Uzbekistan", "place", "UZ", [("en", "Uzbekistan", "cldr"), ("ar", "أوزبكستان", "cldr")]),
    (3, "organisation:asean", "ASEAN", "organisation", None, [("und", "ASEAN", "aliases")]),
    (4, "person:abdulla azizov", "Abdulla Azizov", "person", None, [("en", "Abdulla Azizov", "corpus")]),
    (5, "place:VN", "Vietnam", "place", "VN", [("en", "Vietnam", "cldr"), ("vi", "Việt Nam", "cldr")]),
    (6, "event:bio week", "BIO Week", "event", None, [("en", "BIO Week", "corpus")]),
    (7, "organisation:o'neil \"& co\" <b>", "O'Neil \"& Co\" <b>", "organisation", None, []),
    (8, "place:DA", "Đà Nẵng", "place", "VN", [("vi", "Đà Nẵng", "corpus")]),
    (9, "person:nobody", "Nobody Mentioned", "person", None, []),
]  # fmt: skip


@dataclass(frozen=True)
class Row:
    """An article, with the words in it that name entities (by number) and the lines that were removed."""

    title: str
    text: str
    language: str | None
    named: list[tuple[str, int]] = field(default_factory=list)
    removed: list[tuple[int, str, str] | tuple[int, str, str, str]] = field(default_factory=list)
    # position, text, rule and, where there is one, a reason
    published: str | None = None
    published_text: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    photo_credit: str | None = None
    duplicate_of: int | None = None
    similarity: float | None = None
    site: str = "news"
    format: str = "text"
    title_source: str = "headline"


ARTICLES = [
    Row(
        "Uzbekistan to exchange experts with biocenters of South Korea",
        "With the support of the embassy, a working visit to South Korea was organized, led by Abdulla Azizov.\n\n"
        "The delegation of Uzbekistan held talks.\nA second line of the same paragraph names South Korea.\n\n"
        "The BIO Week follows.",
        "en",
        [("South Korea", 1), ("Uzbekistan", 2), ("Abdulla Azizov", 4), ("BIO Week", 6)],
        [(0, "14:33 / 22.04.2024", "timestamp.head"), (144, "1 2 3 >>", "pagination.list"),
         (9999, "Related News", "pagination.list", "on 7 of 9 <pages>")],
        published="2024-04-22T14:33", published_text="14:33 / 22.04.2024", byline="Dunyo reporter",
        publisher="Dunyo", url="https://example.org/news?a=1&b=2", photo_credit="Dunyo news agency",
    ),
    Row(
        "Tuần lễ đối tác BIO ASEAN – HÀN QUỐC 2021",
        "Hàn Quốc và ASEAN hợp tác tại Đà Nẵng. Ánh dương trên biển.\n\nViệt Nam tham gia.",
        "vi",
        [("Hàn Quốc", 1), ("HÀN QUỐC", 1), ("ASEAN", 3), ("Đà Nẵng", 8), ("Việt Nam", 5)],
        published_text="23/8",
    ),
    Row("韩国生物技术", "韩国和越南的生物技术合作正在加强。", "zh", [("韩国", 1), ("越南", 5)], published="2024-04"),
    Row("ข่าวเกาหลี", "วันนี้ประเทศไทยและเกาหลีใต้ลงนามความร่วมมือ", "th", [("เกาหลีใต้", 1)], published="2024"),
    Row(
        "أوزبكستان وآسيان",
        "وقعت أوزبكستان اتفاقا جديدا.",
        "ar",
        [("أوزبكستان", 2)],
        published="2024-03-05",
        publisher="وكالة",
    ),
    Row(
        "<script>alert(1)</script>",
        "Odd <b>words</b> about South Korea & O'Neil \"& Co\" <b>.\n\nNULL",
        None,
        [("South Korea", 1), ("O'Neil \"& Co\" <b>", 7)],
        [(3, "<img src=x onerror=alert(1)>", "pagination.list")],
        url="javascript:alert(1)",
        published="once",
        byline="\"><script>alert(2)</script>",
    ),
    Row(
        "Uzbekistan to exchange experts with biocenters of South Korea",
        "The same words again, from South Korea.",
        "en",
        [("South Korea", 1)],
        published="2024-05-01",
        duplicate_of=1,
    ),
    Row("A quiet day", "", "en"),
]  # fmt: skip


# A line that a site's pages repeat, and a text beside which it is a tenth or so.
_MENU = "Home | News | Sport | Weather | Contact"
_BODY = "The ferry to the islands will sail again from next week, the harbour office said on Monday. " * 4

HOSTILE_SITE = '"><img src=x onerror=alert(1)>&' + "a-very-long-host-name-without-any-break." * 6 + "example"


def _page(number: int, site: str, *removed: str, text: str = _BODY, **values: Any) -> Row:
    lines = [(0, line, "site.repeated", "on 9 of 12 pages") for line in removed]
    return Row(f"Page {number} of {site or 'nowhere'}", text, "en", removed=lines, site=site, **values)


# Articles as a crawl brings them: a regular site, and what stands out of it; sites of odd names.
CRAWL = [
    *(_page(number, "regular.example", _MENU, f"Updated {number} min ago", byline="Anna Berg") for number in range(9)),
    _page(9, "regular.example", published="2024-01-02"),  # nothing removed
    _page(10, "regular.example", _MENU, "Subscribe now " * 60),  # far more than the others
    _page(11, "regular.example", _MENU, "Subscribe now " * 60, text="Read on."),  # emptied
    _page(12, "regular.example", _MENU, _MENU, duplicate_of=1),
    _page(13, HOSTILE_SITE, _MENU, "<script>alert(2)</script>", "\u202eevil & <b>bold",
          duplicate_of=1, similarity=0.914, format="html", title_source="metadata"),
    _page(14, HOSTILE_SITE, "<script>alert(2)</script>", text="", title_source="source"),
    Row("خبر", "نص المقال باللغة العربية.", "ar", removed=[(0, "اقرأ أيضا", "user.<b>mine</b>")], site="عربي.example"),
    Row("خبر ثان", "نص آخر.", "ar", removed=[(0, "اقرأ أيضا", "user.<b>mine</b>")], site="عربي.example"),
    _page(17, "", _MENU),
    *(_page(number, "small.example", *[_MENU] * (number % 2), published="2024") for number in range(18, 22)),
    *(_page(number, f"site{number}.example", published="2024", byline="Anna Berg") for number in range(22, 60)),
]  # fmt: skip

ERRORS = [
    ("crawl/<b>broken</b>.html", "decode", "is no text", "Remove it"),
    ("crawl/" + "deep/" * 60 + "file.txt", "read", "can't be read: <script>alert(3)</script>", "Check its rights"),
]


def make_archive(path: Path, articles: Sequence[Row] = ARTICLES, errors: Sequence[tuple[str, ...]] = ()) -> Path:
    """Write an archive to a file."""
    connection = sqlite3.connect(path)
    connection.executescript(SCHEMA.read_text("utf-8"))
    connection.execute(f"pragma application_id = {APPLICATION_ID}")
    connection.executemany("insert into languages values (?, ?, ?, ?)", LANGUAGES)
    connection.executemany("insert into rules values (?, ?, ?, ?, ?)", RULES)
    for entity_id, key, name, entity_type, country, names in ENTITIES:
        connection.execute(
            "insert into entities (id, key, name, type, country) values (?, ?, ?, ?, ?)",
            (entity_id, key, name, entity_type, country),
        )
        for language, alias, source in names:
            connection.execute(
                "insert into entity_names (entity_id, name, language, source) values (?, ?, ?, ?)",
                (entity_id, alias, language, source),
            )
    for article_id, row in enumerate(articles, 1):
        _insert(connection, article_id, row)
    connection.executemany("insert into errors (source, stage, problem, advice) values (?, ?, ?, ?)", errors)
    connection.execute(
        "update entities set (article_count, mention_count) = (select count(*), coalesce(sum(mention_count), 0) "
        "from article_entities where entity_id = entities.id)"
    )
    for statement in QUALITY_STATISTICS:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path


def _insert(connection: sqlite3.Connection, article_id: int, row: Row) -> None:
    values = {
        "id": article_id, "title": row.title, "published": row.published, "published_text": row.published_text,
        "byline": row.byline, "publisher": row.publisher, "language": row.language,
        "word_count": len(row.text.split()), "text": row.text, "url": row.url, "photo_credit": row.photo_credit,
        "title_source": row.title_source, "site": row.site, "format": row.format,
        "source": f"news/{article_id}.txt", "key": f"k{article_id}/ä", "encoding": "utf-8",
        "sha256": f"{article_id:064x}", "duplicate_of": row.duplicate_of,
        "similarity": row.similarity,
    }  # fmt: skip
    connection.execute(
        f"insert into articles ({', '.join(values)}) values ({', '.join(':' + name for name in values)})", values
    )
    connection.execute(
        "insert into articles_fts (rowid, title, text) values (?, ?, ?)", (article_id, fold(row.title), fold(row.text))
    )
    for position, text, rule, *reason in row.removed:
        connection.execute(
            "insert into removed_lines (article_id, start, end, text, rule, position, reason) "
            "values (?, 0, ?, ?, ?, ?, ?)",
            (article_id, len(text), text, rule, position, *(reason or [None])),
        )
    for words, entity_id in row.named:
        for name, content in (("title", row.title), ("text", row.text)):
            start = content.find(words)
            while start >= 0:
                connection.execute(
                    "insert into mentions (article_id, field, start, end, entity_id, surface, score, method) "
                    "values (?, ?, ?, ?, ?, ?, 1, 'test')",
                    (article_id, name, start, start + len(words), entity_id, words),
                )
                start = content.find(words, start + len(words))
