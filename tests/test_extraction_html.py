"""Reading web pages: the article's text, and what the page says about it."""

import contextlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from clippings_etl import ClippingsError, Extracted, extract_html
from clippings_etl.documents import Record
from clippings_etl.errors import DecodeError
from clippings_etl.extraction import extract
from clippings_etl.extraction.authors import join_authors
from clippings_etl.extraction.page_encoding import decode_page
from clippings_etl.extraction.page_titles import choose_title
from clippings_etl.extraction.visible_text import visible_text

PARAGRAPHS = (
    "The ferry to the islands will sail again from next week, the harbour office said, after a winter of repairs.",
    "Islanders had asked for the crossing to open earlier, but the ice in the strait melted later than in other years.",
    "The first boat leaves the harbour at dawn and returns in the evening with the mail and with the school class.",
)
ARTICLE = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
NAVIGATION = "".join(f'<li><a href="/s/{n}">Section number {n} of the paper</a></li>' for n in range(12))


def page(body: str = ARTICLE, head: str = "", attributes: str = "") -> bytes:
    """A page around an article."""
    return (
        f"<!DOCTYPE html><html{attributes}><head><meta charset='utf-8'>{head}</head><body>"
        f"<header><a href='/'>The Harbour Post</a></header><ul class='menu'>{NAVIGATION}</ul>"
        f"<div class='page'><div class='story'>{body}</div>"
        f"<div class='latest'><ul>{NAVIGATION}</ul></div></div>"
        "<footer><p>All rights reserved by the publisher of this paper, and by nobody else at all.</p></footer>"
        "</body></html>"
    ).encode()


def linked_data(*nodes: object) -> str:
    """JSON-LD in a page's head."""
    return f'<script type="application/ld+json">{json.dumps(nodes[0] if len(nodes) == 1 else list(nodes))}</script>'


def paragraphs(extracted: Extracted) -> list[str]:
    """The blocks of a text."""
    return extracted.text.split("\n\n")


def test_the_article_comes_without_the_page_around_it() -> None:
    """Navigation, latest news and footer stay out; each paragraph is a block of its own."""
    assert paragraphs(extract_html(page())) == list(PARAGRAPHS)


def test_an_article_in_several_boxes_comes_whole() -> None:
    """Where advertising parts an article into boxes, all of them are read."""
    body = "<div class='ad'>Advertisement</div>".join(f"<div><p>{paragraph}</p></div>" for paragraph in PARAGRAPHS)
    assert paragraphs(extract_html(page(body))) == list(PARAGRAPHS)


def test_text_between_line_breaks_is_read() -> None:
    """Old pages write paragraphs as text with two line breaks between; one break keeps its lines together."""
    body = f"{PARAGRAPHS[0]}<br><br>{PARAGRAPHS[1]}<br>{PARAGRAPHS[2]}"
    assert extract_html(page(body)).text == f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n{PARAGRAPHS[2]}"


def test_comments_and_teasers_stay_out() -> None:
    """Long readers' comments and teasers with their own paragraphs are no part of the article."""
    comments = "".join(f"<div class='comment'><p>I think number {n}. {PARAGRAPHS[0]}</p></div>" for n in range(2))
    teasers = "".join(f"<li><a href='/{n}'>Other story {n}</a><p>{n}. {PARAGRAPHS[1]}</p></li>" for n in range(4))
    article = ARTICLE + ARTICLE.replace("ferry", "boat")
    body = f"{article}<div id='comments'>{comments}</div><ul class='teasers'>{teasers}</ul>"
    text = extract_html(page(body)).text
    assert "I think" not in text
    assert "Other story" not in text
    assert PARAGRAPHS[2] in text


def test_an_article_in_a_box_with_a_bad_name_is_read() -> None:
    """A name that speaks of furniture doesn't count where most of the page's prose stands under it."""
    assert paragraphs(extract_html(page(f"<div class='sidebar share'>{ARTICLE}</div>"))) == list(PARAGRAPHS)


def test_lists_headings_quotes_and_tables_stay_readable() -> None:
    """Items get a line and a dash each, cells of a row stand in one line, headings and quotes in their own."""
    body = (
        f"{ARTICLE}<h2>What to bring</h2><ul><li>A warm coat</li><li>Some <b>tea</b></li></ul>"
        "<blockquote><p>The sea was calm.</p></blockquote>"
        "<table><tr><th>Day</th><th>Boats</th></tr><tr><td>Monday</td><td>4</td></tr></table>"
    )
    assert paragraphs(extract_html(page(body)))[3:] == [
        "What to bring",
        "- A warm coat\n- Some tea",
        "The sea was calm.",
        "Day | Boats\nMonday | 4",
    ]


def test_preformatted_lines_stay_apart() -> None:
    """The lines of a poem in a ``pre`` are lines of the text."""
    assert (
        "Grey is the water\nand grey is the shore"
        in extract_html(page(f"{ARTICLE}<pre>Grey is the water\nand grey is the shore</pre>")).text
    )


def test_a_paragraph_said_twice_is_read_once() -> None:
    """A second copy for printing adds nothing."""
    assert paragraphs(extract_html(page(f"<div>{ARTICLE}</div><div>{ARTICLE}</div>"))) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "text",
    [
        "渡轮将于下周恢复航行，港务局表示，冬季维修已经完成。居民们早就希望航线能够提前开放。",
        "เรือข้ามฟากจะกลับมาแล่นอีกครั้งในสัปดาห์หน้า สำนักงานท่าเรือกล่าว",
    ],
)
def test_short_paragraphs_count_in_scripts_that_say_more_with_less(text: str) -> None:
    """An article in ideographs or Thai is found as one in letters is."""
    assert paragraphs(extract_html(page(f"<p>{text}</p><p>{text[::-1]}</p>"))) == [text, text[::-1]]


def test_a_page_without_an_article_keeps_its_visible_text() -> None:
    """A page of links is better kept whole than lost; scripts and styles aren't seen, so they stay out."""
    data = b"<body><script>var x = 1;</script><ul><li><a href=a>One</a></li><li><a href=b>Two</a></li></ul></body>"
    assert extract_html(data).text == "- One\n- Two"


def test_an_article_stated_in_the_metadata_stands_in_for_a_page_without_text() -> None:
    """A page that scripts build has its text in JSON-LD, if anywhere."""
    data = page("<p>Loading</p>", linked_data({"@type": "NewsArticle", "articleBody": "\n".join(PARAGRAPHS)}))
    assert paragraphs(extract_html(data)) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\t",
        b"\0\0\0",
        b"<!-- nothing -->",
        b"<html><head><title>Only a title</title></head><body><script>x()</script></body></html>",
        b"<html><frameset><frame src='a.html'></frameset></html>",
        b"%PDF-1.4\n" + bytes(range(256)) * 40,
    ],
)
def test_what_holds_no_text_is_an_error_with_advice(data: bytes) -> None:
    """Nothing to read is said so, with what to do."""
    with pytest.raises(DecodeError) as caught:
        extract_html(data)
    assert str(caught.value)
    assert caught.value.advice


# --- metadata


def test_json_ld_tells_all() -> None:
    """Title, authors, date, publisher and language from one NewsArticle."""
    node = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Ferry returns to the islands",
        "author": [{"@type": "Person", "name": "Anna Berg"}, {"@type": "Person", "name": "Jon Vik"}],
        "datePublished": "2024-04-22T14:33:05+02:00",
        "dateModified": "2024-05-01T10:00:00+02:00",
        "publisher": {"@type": "Organization", "name": "The Harbour Post"},
        "inLanguage": "en-GB",
    }
    extracted = extract_html(page(head=linked_data(node)))
    assert extracted.title == "Ferry returns to the islands"
    assert extracted.byline == "Anna Berg, Jon Vik"
    assert extracted.published == "2024-04-22T14:33"
    assert extracted.metadata.published_text == "2024-04-22T14:33:05+02:00"
    assert extracted.metadata.publisher == "The Harbour Post"
    assert extracted.language == "en"


@pytest.mark.parametrize(
    "script",
    [
        '{"@graph": [{"@type": "WebSite", "name": "Post"}, {"@type": ["BlogPosting"], "author": {"@id": "#a"}},'
        ' {"@id": "#a", "@type": "Person", "name": "Anna Berg"}]}',
        '[{"@type": "BreadcrumbList"}, {"@type": "ReportageNewsArticle", "author": "Anna Berg"}]',
        '{"@type": "Article", "description": "raw\nbreak", "author": {"name": ["Anna Berg"]},}',
        '//<![CDATA[\n{"@type": "Article", "creator": ["Anna Berg"]}\n//]]>',
        '{"@type": "WebPage", "mainEntity": {"@type": "Article", "author": {"name": "Anna Berg"}}}',
    ],
)
def test_json_ld_in_any_shape(script: str) -> None:
    """Graphs with references, lists, raw line breaks, commas too many, and comments around are read."""
    assert extract_html(page(head=f'<script type="application/ld+json">{script}</script>')).byline == "Anna Berg"


@pytest.mark.parametrize(
    "script", ["{", "[" * 100_000, '{"@type": 5, "author": 7}', "null", '"text"', '{"@type": "Article", "author": {}}']
)
def test_json_ld_that_is_broken_is_passed_over(script: str) -> None:
    """What isn't JSON, or isn't what it should be, tells nothing and breaks nothing."""
    extracted = extract_html(
        page(head=f'<script type="application/ld+json">{script}</script><meta name=author content="Anna Berg">')
    )
    assert extracted.byline == "Anna Berg"
    assert paragraphs(extracted) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-04-22">'
        '<meta property="article:author" content="Anna Berg">',
        '<meta name="DC.date.issued" content="2024-04-22"><meta name="DC.creator" content="Anna Berg">',
        '<meta name="citation_publication_date" content="2024/04/22"><meta name="citation_author" content="Anna Berg">',
        '<meta name="parsely-pub-date" content="2024-04-22T00:00:00Z"><meta name="parsely-author" content="Anna Berg">',
        '<meta name="sailthru.date" content="22 April 2024"><meta name="sailthru.author" content="By Anna Berg">',
        '<meta name="pubdate" content="20240422"><meta name="author" content="anna@example.org (Anna Berg)">',
    ],
)
def test_metadata_under_its_many_names(head: str) -> None:
    """OpenGraph's article names, Dublin Core, citation, parsely and sailthru are understood."""
    extracted = extract_html(page(head=head))
    assert (extracted.byline, extracted.published) == ("Anna Berg", "2024-04-22")


@pytest.mark.parametrize(
    "markup",
    [
        '<a rel="author" href="/anna">Anna Berg</a><time pubdate datetime="2024-04-22">today</time>',
        '<div itemprop="author"><b itemprop="name">Anna Berg</b>, reporter</div>'
        '<meta itemprop="datePublished" content="2024-04-22">',
        '<p class="byline">By <a href="/a">Anna Berg</a>, Harbour desk</p><b class="post-date">22 April 2024</b>',
        '<h1>Ferry returns</h1><div class="author-name">Anna Berg</div><div>Published: April 22, 2024</div>',
    ],
)
def test_metadata_in_the_visible_page(markup: str) -> None:
    """Where the head is silent, bylines and dates that the page shows are read."""
    extracted = extract_html(page(markup + ARTICLE))
    assert (extracted.byline, extracted.published) == ("Anna Berg", "2024-04-22")


def test_a_date_without_a_year_stays_as_written() -> None:
    """No year is made up."""
    metadata = extract_html(page(head='<meta name="date" content="23/8">')).metadata
    assert (metadata.published, metadata.published_text) == (None, "23/8")


def test_an_address_with_a_date_dates_the_article() -> None:
    """The address counts where nothing else names a date, and against a stamp in UTC that is a day off."""
    url = "https://post.example/2024/04/22/ferry-returns"
    assert extract_html(page(), url).published == "2024-04-22"
    head = '<meta property="article:published_time" content="2024-04-23T01:48:19Z">'
    assert extract_html(page(head=head), url).published == "2024-04-22"
    assert extract_html(page(head=head)).published == "2024-04-23T01:48"


def test_a_date_of_change_is_not_when_the_article_was_published() -> None:
    """A shown date that the metadata names as a change doesn't correct the stated one."""
    head = linked_data(
        {"@type": "Article", "datePublished": "2024-04-22T12:00:00Z", "dateModified": "2024-04-23T09:00:00Z"}
    )
    body = f"<h1>Ferry returns to the islands</h1><span>April 23, 2024</span>{ARTICLE}"
    assert extract_html(page(body, head)).published == "2024-04-22T12:00"


@pytest.mark.parametrize(
    ("title", "site", "url"),
    [
        ("Ferry returns to the islands - The Harbour Post", "The Harbour Post", None),
        ("The Harbour Post | Ferry returns to the islands", "The Harbour Post", None),
        ("Ferry returns to the islands — News — Harbour Post", "Harbour Post", None),
        ("Ferry returns to the islands | harbourpost.example", "", "https://www.harbourpost.example/a"),
        ("Ferry returns to the islands | News", "", None),
    ],
)
def test_a_title_comes_without_the_name_of_the_site(title: str, site: str, url: str | None) -> None:
    """The site's name is known from the metadata or the address; a clear headline stands out without either."""
    head = f"<title>{title}</title>" + (f'<meta property="og:site_name" content="{site}">' if site else "")
    assert extract_html(page(head=head), url).title == "Ferry returns to the islands"


def test_a_headline_with_a_dash_stays_whole() -> None:
    """A dash alone doesn't make what follows a site's name."""
    assert choose_title([], ["Ferry returns – and the school class with it"], "", ["Post"], "") == (
        "Ferry returns – and the school class with it"
    )


def test_the_heading_that_the_metadata_names_is_the_title() -> None:
    """Of several headings, the one that title or OpenGraph speak of counts, in its own spelling."""
    head = '<meta property="og:title" content="Ferry returns to islands after winter"><title>x</title>'
    body = f"<h1>The Harbour Post</h1><h1>Ferry returns to the islands after winter</h1>{ARTICLE}"
    assert extract_html(page(body, head)).title == "Ferry returns to the islands after winter"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (["By Anna Berg and Jon Vik"], "Anna Berg, Jon Vik"),
        (["ANNA BERG; JON VIK"], "ANNA BERG, JON VIK"),
        (["Anna Berg, Ph.D., Jon Vik"], "Anna Berg, Ph.D., Jon Vik"),
        (["Von Anna Berg", "Anna Berg"], "Anna Berg"),
        (["anna@post.example"], ""),
        (["https://post.example/author/anna"], ""),
        (["admin"], ""),
        (["The Harbour Post", "Anna Berg"], "Anna Berg"),
        (["The Harbour Post staff"], ""),
        (["Nordlys Media GmbH"], ""),
        (["shutterstock"], ""),
        (["Anna Berg, Getty Images"], "Anna Berg"),
        (["x" * 5000], ""),
    ],
)
def test_authors_are_names_only(written: list[str], read: str) -> None:
    """Leading words, addresses, user names, companies, picture libraries and the site itself are no authors."""
    assert join_authors([written], ["The Harbour Post"]) == read


def test_fields_are_one_line_without_control_characters() -> None:
    """Line breaks, entities, markup and control characters in metadata do no harm, nor does length."""
    head = (
        '<meta property="og:title" content="Ferry&#10;returns&#7; &amp;amp; &lt;b&gt;sails&lt;/b&gt;">'
        f'<meta property="og:site_name" content="{"Post " * 500}">'
    )
    extracted = extract_html(page(head=head))
    assert extracted.title == "Ferry returns & sails"
    assert len(extracted.metadata.publisher or "") <= 300


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://post.example/ferry">', "https://post.example/ferry"),
        ('<link rel="canonical" href="/ferry">', "https://post.example/ferry"),
        ('<meta property="og:url" content="https://post.example/ferry">', "https://post.example/ferry"),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ('<link rel="canonical" href="https://post.example/">', None),
        ('<link rel="canonical" href="http://[bad">', None),
    ],
)
def test_the_address_is_a_web_address(head: str, url: str | None) -> None:
    """Only http and https count, and not an address that names only the site."""
    assert extract_html(page(head=head), "https://post.example/2?ref=x").url == url


@pytest.mark.parametrize(
    ("attributes", "head", "language"),
    [
        (' lang="de-AT"', "", "de"),
        (' lang="iw"', "", "he"),
        ("", '<meta property="og:locale" content="pt_BR">', "pt"),
        ("", '<meta http-equiv="content-language" content="el">', "el"),
        (' lang="?"', "", None),
    ],
)
def test_the_language_is_a_code(attributes: str, head: str, language: str | None) -> None:
    """Regions go, withdrawn codes are renewed, nonsense is nothing."""
    assert extract_html(page(head=head, attributes=attributes)).language == language


# --- encodings

_TEXTS = {
    "cp1252": (
        "Die Fähre fährt ab nächster Woche wieder zu den Inseln, sagte die Hafenbehörde für die Küste am Freitag."
    ),
    "cp1250": (
        "Prom na wyspy popłynie znów od przyszłego tygodnia, poinformował urząd, gdy skończą się prace przy łodziach."
    ),
    "cp1253": (
        "Το πλοίο για τα νησιά θα αναχωρήσει πάλι από την επόμενη εβδομάδα, ανακοίνωσε το λιμεναρχείο της πόλης."
    ),
    "iso8859_7": (
        "Το πλοίο για τα νησιά θα αναχωρήσει πάλι από την επόμενη εβδομάδα, ανακοίνωσε το λιμεναρχείο της πόλης."
    ),
    "cp1251": ("Паром на острова снова отправится на следующей неделе, сообщила администрация порта в пятницу утром."),
    "koi8_r": ("Паром на острова снова отправится на следующей неделе, сообщила администрация порта в пятницу утром."),
    "gb2312": "渡轮将于下周恢复航行，港务局表示，冬季维修已经完成。居民们早就希望航线能够提前开放。",
    "big5": "渡輪將於下週恢復航行，港務局表示，冬季維修已經完成。居民們早就希望航線能夠提前開放。",
    "euc_kr": "다음 주부터 섬으로 가는 배가 다시 운항한다고 항만 사무소가 밝혔다. 겨울 동안 수리를 마쳤다.",
    "shift_jis": "島へ向かうフェリーは来週から再び運航すると港湾事務所が発表した。冬の間に修理を終えた。",
    "euc_jp": "島へ向かうフェリーは来週から再び運航すると港湾事務所が発表した。冬の間に修理を終えた。",
    "iso2022_jp": "島へ向かうフェリーは来週から再び運航すると港湾事務所が発表した。冬の間に修理を終えた。",
    "tis_620": "เรือข้ามฟากจะกลับมาแล่นอีกครั้งในสัปดาห์หน้า สำนักงานท่าเรือกล่าวเมื่อวันศุกร์",
    "cp1256": ("ستبحر العبارة إلى الجزر مرة أخرى اعتبارا من الأسبوع المقبل كما أعلن مكتب الميناء يوم الجمعة."),
    "utf_16": "The ferry to the islands will sail again from next week, the harbour office said.",
    "utf_8_sig": "Die Fähre fährt ab nächster Woche wieder zu den Inseln, sagte die Hafenbehörde.",
}


def encoded(codec: str, declared: str | None) -> bytes:
    """A page in an encoding."""
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    return f"<html><head>{meta}</head><body><p>{_TEXTS[codec]}</p></body></html>".encode(codec)


@pytest.mark.parametrize("codec", sorted(_TEXTS))
def test_the_declared_encoding_is_read(codec: str) -> None:
    """A page that names its encoding is read in it, and again with the encoding that came out."""
    data = encoded(codec, codec.replace("_", "-"))
    extracted = extract_html(data)
    assert extracted.text == _TEXTS[codec]
    assert extract_html(data, encoding=extracted.encoding) == extracted


@pytest.mark.parametrize("codec", sorted(_TEXTS))
def test_the_encoding_of_the_header_is_read(codec: str) -> None:
    """So is one that came with the page."""
    assert extract_html(encoded(codec, None), encoding=codec.replace("_", "-")).text == _TEXTS[codec]


@pytest.mark.parametrize("codec", ["cp1253", "cp1251", "koi8_r", "gb2312", "big5", "shift_jis", "euc_jp", "euc_kr"])
def test_a_wrong_declaration_is_not_believed(codec: str) -> None:
    """Text that would be nothing but accented letters isn't Western European, whatever the page says."""
    text = f"<p>{_TEXTS[codec]}</p>" * 6
    data = b"<html><head><meta charset='iso-8859-1'></head><body>" + text.encode(codec) + b"</body></html>"
    extracted = extract_html(data)
    assert _TEXTS[codec] in extracted.text
    assert extract_html(data, encoding=extracted.encoding) == extracted


def test_utf8_is_utf8_whatever_it_is_said_to_be() -> None:
    """Bytes that are valid UTF-8 are never anything else."""
    data = "<meta charset='windows-1253'><p>Größe ist nicht alles, sagte der Käpt’n.</p>".encode()
    assert decode_page(data, "iso-8859-1")[1] == "utf-8"


def test_a_few_damaged_bytes_do_not_lose_a_page() -> None:
    """They become the replacement character, and reading again gives the same."""
    data = page().replace(b"ferry", b"f\xffrry", 1)
    extracted = extract_html(data)
    assert "f\ufffdrry" in extracted.text
    assert extract_html(data, encoding=extracted.encoding) == extracted


@pytest.mark.parametrize("name", ["rot13", "zlib", "utf-7", "idna", "undefined", "mbcs", "nonsense", "\0", "a" * 1000])
def test_odd_names_of_encodings_do_no_harm(name: str) -> None:
    """Names of what is no encoding of pages are passed over."""
    data = "<p>Die Fähre fährt ab nächster Woche wieder zu den Inseln.</p>".encode("cp1252")
    assert extract_html(data, encoding=name).text == "Die Fähre fährt ab nächster Woche wieder zu den Inseln."


# --- hostile pages

HOSTILE = {
    "deep": b"<html><body>" + b"<div>" * 100_000 + b"<p>text here</p>" + b"</div>" * 100_000,
    "deep within limits": b"<div>" * 1_900 + b"text here",
    "deep lines": b"<p>" + b"<b>" * 100_000 + b"text here",
    "deep tables": b"<table><tr><td>" * 50_000 + b"text here",
    "large attribute": b'<p class="' + b"x " * 2_000_000 + b'">text here</p>',
    "NULs": b"<html>\0<body>\0<p>text\0here</p>",
    "entities": b"<p>&#0;&#xD800;&#x110000;&bogus;" + b"&" * 100_000 + b"text here</p>",
    "angle brackets": b"<" * 410_000 + b" text here",
    "many elements": b"<p>text here" * 410_000,
    "broken attributes": b"<p class='a\" id=\"><a href='text here</p>" * 1_000 + b"<p>text here</p>",
    "a wide row": b"<table><tr>" + b"<td>text here</td>" * 20_000 + b"</tr></table>",
    "deep JSON-LD": b'<script type="application/ld+json">' + b'{"a":' * 100_000 + b"</script><p>text here</p>",
    "many names": b'<meta name="author" content="By A B and C D">' * 20_000 + b"<p>text here</p>",
    "a long title": b"<title>" + b"a - | " * 100_000 + b"</title><p>text here</p>",
    "open comment": b"<p>text here</p><!--" * 10_000,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_pages_give_a_result_or_an_error_of_ours(name: str) -> None:
    """Nothing in a page ends a build: what can be read is read, and fields stay small."""
    extracted = extract_html(HOSTILE[name])
    assert "here" in extracted.text
    assert len(extracted.title or "") <= 300
    assert len(extracted.byline or "") <= 2_000


def test_no_cut_of_a_page_breaks_anything() -> None:
    """A page that ends anywhere, in a tag or within a character, is read or refused."""
    data = page(f"<h1>Größe</h1>{ARTICLE}", linked_data({"@type": "Article", "author": "Anna Berg"}))
    for end in range(0, len(data), 23):
        with contextlib.suppress(ClippingsError):
            assert extract_html(data[:end]).text


# --- the same everywhere


def test_the_same_page_gives_the_same_in_any_order_and_process() -> None:
    """Nothing is remembered from page to page, nor does it depend on the process's hash seed."""
    first, second = page(head=linked_data({"@type": "Article", "author": "Anna Berg"})), page(f"<div>{ARTICLE}</div>")
    alone = extract_html(first)
    extract_html(second)
    assert extract_html(first) == alone
    program = "import sys; from clippings_etl import extract_html; print(ascii(extract_html(sys.stdin.buffer.read())))"
    for seed in ("0", "1"):
        run = subprocess.run(
            [sys.executable, "-c", program], input=first, capture_output=True, check=True, env={"PYTHONHASHSEED": seed}
        )
        assert run.stdout.decode().strip() == ascii(alone)


def test_records_of_web_pages_are_read() -> None:
    """A record with the format of web pages goes this way, its address and encoding with it."""
    record = Record("a.html", page(), "html", "https://post.example/2024/04/22/ferry", "utf-8")
    extracted = extract(record)
    assert extracted == extract_html(record.data, record.url, record.encoding)
    assert (extracted.format, extracted.published) == ("html", "2024-04-22")


# --- pages saved in one file

MHTML = """From: <Saved by a browser>
Snapshot-Content-Location: https://post.example/ferry
Subject: =?utf-8?Q?F=C3=A4hre_returns?=
Date: Mon, 22 Apr 2024 14:33:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----part"

------part
Content-Type: text/css

body {{ color: red }}
------part
Content-Type: text/html; charset=windows-1252
Content-ID: <frame-1@mhtml.example>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://post.example/ferry

<html><body>{article}</body></html>
------part--
"""


def test_a_saved_page_is_read() -> None:
    """The main part is read, decoded, with the address that the file names; the file's date is not the article's."""
    article = ARTICLE.replace("harbour office", "f=E4hre office").replace("=", "=3D").replace("f=3DE4hre", "f=E4hre")
    data = MHTML.format(article=article).replace("\n", "\r\n").encode()
    extracted = extract(Record("page.mhtml", data, "mhtml"))
    assert extracted.format == "mhtml"
    assert paragraphs(extracted)[0] == PARAGRAPHS[0].replace("harbour office", "fähre office")
    assert extracted.url == "https://post.example/ferry"
    assert extracted.title == "Fähre returns"
    assert extracted.published is None
    assert extract(Record("page.mhtml", data, "mhtml", encoding=extracted.encoding)) == extracted


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"just text",
        b"Content-Type: multipart/related; boundary=a\r\n\r\n--a\r\nContent-Type: image/png\r\n\r\nx\r\n--a--",
        b"".join(b"Content-Type: multipart/related; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3_000)),
    ],
)
def test_what_is_no_saved_page_is_an_error_with_advice(data: bytes) -> None:
    """No parts, no page among them, or parts within parts without end."""
    with pytest.raises(DecodeError) as caught:
        extract(Record("page.mhtml", data, "mhtml"))
    assert caught.value.advice


def test_markup_without_structure_becomes_lines() -> None:
    """Where no tree can be built, blocks become lines and what isn't shown goes."""
    assert (
        visible_text("<p>One</p><script>if (a < b) {}</script><div>Two &amp; <b>three</b></div>")
        == "One\n\nTwo & three"
    )


def test_the_benchmark_says_so_where_its_data_is_missing(tmp_path: Path) -> None:
    """Without the development pages the benchmark ends cleanly with a line of advice."""
    script = Path(__file__).parent.parent / "benchmarks" / "cleaning" / "web_pages.py"
    run = subprocess.run([sys.executable, script, "--data", tmp_path], capture_output=True, text=True, check=True)
    assert "html_dev.tar.xz" in run.stdout
