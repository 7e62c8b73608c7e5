"""The names under which scrapers, news APIs and text corpora keep what, most telling first.

Compared without case, spaces and punctuation: ``datePublish``, ``date_publish`` and ``Date Publish`` are one.
Looked up in the data of: C4 and mC4, OSCAR, Dolma, FineWeb, CC-News (news-please, and as on Hugging Face), newspaper
and trafilatura, NewsAPI, GNews, Mediastack, NewsData, the Guardian's and the New York Times' APIs, WordPress, JSON
Feed, schema.org articles, Diffbot, Zyte, Elasticsearch dumps, Hugo and Jekyll front matter.
"""

from __future__ import annotations

import unicodedata


def plain(name: str) -> str:
    """A field's name without case, spaces and punctuation."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", name).casefold()))


def _names(*lines: str) -> tuple[str, ...]:
    return tuple(plain(name) for line in lines for name in line.split())


TEXT = _names(
    "maintext article_body article_text full_text plain_text body_text content_text text content body",
    "article_content contents story raw_text content_html body_html article_body_html",
    "html raw_html page_html raw_content",
    "texto texte testo inhalt volltext contenido cuerpo conteúdo corpo contenu contenuto inhoud tekst treść içerik",
    "metin isi konten nội_dung текст содержание зміст 正文 内容 內容 本文 본문 내용 النص المحتوى متن תוכן เนื้อหา",
)
SUMMARY = _names("description lead_paragraph summary abstract excerpt snippet trail_text lead teaser")
"""Instead of a text, where a record has none: news APIs leave it out for those who don't pay."""

TITLE = _names(
    "title headline article_title news_title web_title og:title title_rss heading header title_page page_title",
    "titel überschrift schlagzeile título titulo titular titre titolo tytuł başlık judul tiêu_đề заголовок название",
    "标题 標題 题目 タイトル 見出し 제목 العنوان عنوان כותרת หัวข้อ",
)
URL = _names(
    "url link article_url web_url canonical_url canonical permalink page_url source_url uri href responded_url",
    "requested_url external_url original_url og:url warc-target-uri enlace ссылка 链接",
)
DATE = _names(
    "date_published published_date published_datetime date_publish publish_date published_at published_on publish_time",
    "publication_date published pub_date web_publication_date date_of_publication article_date pub_time",
    "article:published_time first_publication_date release_date news_date date datetime date_gmt",
    "created_at created_date date_created created posted posted_at post_date time",
    "datum veröffentlicht fecha data tarih tanggal ngày ngày_đăng дата 日期 发布时间 日付 날짜 작성일",
    "التاريخ تاريخ תאריך วันที่",
)
FETCHED = _names("timestamp")
"""A date of publication only where the record has a title: in C4 it is when the page was fetched."""

BYLINE = _names(
    "byline authors author author_name article_author creator writer writers journalist reporter dc:creator",
    "autor autores auteur auteurs autore autori penulis yazar tác_giả автор авторы 作者 記者 记者 著者 기자 الكاتب",
    "نویسنده ผู้เขียน",
)
PUBLISHER = _names(
    "publisher publisher_name source_name site_name og:site_name newspaper outlet media_name publication news_source",
    "provider feed_title website source source_id hostname source_domain domain",
    "quelle fuente fonte источник 来源 媒体 출처",
)
LANGUAGE = _names(
    "language lang language_code lang_code in_language content_language locale og:locale sprache identification"
)

CRAWLED = _names("dump warc_headers warc_path crawl_date warc_date")
"""Marks of records that were cut from a web crawl; there a plain ``date`` is when the page was fetched."""

WRAPPERS = _names("fields attributes article document doc item node data warc_headers metadata meta")
"""Objects inside a record that hold its fields: ``fields`` of the Guardian, ``metadata`` of many corpora …"""

LISTS = frozenset(
    _names(
        "articles items data results hits docs documents records entries news posts stories objects rows list value",
        "content pages @graph artikel noticias response",
    )
)
"""Under which names an object holds a list of records."""
