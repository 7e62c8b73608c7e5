"""Documents that no sane site sends, the same ones in every run: lines of boilerplate and of prose, mutated."""

from __future__ import annotations

import html
import json
import random

from clippings_etl.cleaning import GUARDS, RULES

BREAKS = (
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\x0b",
    "\x0c",
    "\x1c",
    "\x1d",
    "\x1e",
    "\x85",
    "\u2028",
    "\u2029",
    " \n\t",
    "\n\u3000\n",
)
SPACES = (" ", "\t", "\x1f", "\xa0", "\u1680", "\u2003", "\u202f", "\u205f", "\u3000")
INVISIBLE = (
    *(
        "\0",
        "\x01",
        "\x08",
        "\x1b[31m",
        "\x7f",
        "\x80",
        "\x9f",
        "\xad",
        "\u034f",
        "\u061c",
        "\u115f",
        "\u180e",
        "\u200b",
    ),
    *("\u200c", "\u200d", "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2060", "\u2066"),
    *("\u2067", "\u2068", "\u2069", "\ufeff", "\ufffc", "\ufffd", "\ufffe", "\uffff", "\U000e0041", "\U0010ffff"),
)
MARKS = ("\u0300", "\u0323", "\u0489", "\u05b0", "\u064b", "\u093f", "\u0e35", "\u0e48", "\u20dd", "\u3099", "\ufe0f")
"""Marks that stand on the character before; repeated they make towers."""
LETTERS = ("İ", "ı", "ß", "ẞ", "ﬁ", "ǅ", "Σ", "ς", "đ", "１", "٣", "०", "Ⅷ", "½", "²", "𝟙", "👩‍👩‍👧", "🇻🇳", "한", "𠀋")
PROSE = (
    "The harbour was dredged again this spring, and the larger boats can now reach the inner quay at low tide.",
    "“Is it far?” she asked. “No,” he said, “we walk.”",
    "Cây cầu mới bắc qua sông được mở cho người đi bộ vào sáng thứ bảy, sau hai năm xây dựng.",
    "Der Hafen wird in diesem Frühjahr noch einmal ausgebaggert, sagte die Stadtverwaltung am Montag.",
    "Le pont a été rouvert samedi, deux ans après la crue qui avait emporté l’ancien.",
    "El puente se abrió de nuevo el sábado, dos años después de la crecida.",
    "Мост через реку открыли в субботу, через два года после наводнения, сообщила администрация города.",
    "市政府表示，新的步行桥将于星期六开放，比原定日期提前两周。",
    "新しい橋は土曜日に開通し、夜には手すりの灯りがともる。",
    "새 다리는 토요일에 개통되었으며 자전거도 지나갈 수 있다고 시는 밝혔다.",
    "افتتح الجسر الجديد يوم السبت بعد عامين من الفيضان الذي جرف الجسر القديم.",
    "הגשר החדש נפתח ביום שבת, שנתיים לאחר השיטפון.",
    "नया पुल शनिवार को खोला गया, बाढ़ के दो साल बाद, नगर प्रशासन ने कहा।",
    "สะพานใหม่เปิดให้ใช้ในวันเสาร์ สองปีหลังน้ำท่วม",
    "Η νέα γέφυρα άνοιξε το Σάββατο, δύο χρόνια μετά την πλημμύρα.",
    "ახალი ხიდი შაბათს გაიხსნა, წყალდიდობიდან ორი წლის შემდეგ.",
    "አዲሱ ድልድይ ቅዳሜ ተከፈተ።",
    "புதிய பாலம் சனிக்கிழமை திறக்கப்பட்டது.",
    *(
        "Results:",
        "1. Mix flour and water.",
        "- one",
        "a line,",
        "1987",
        "2–1",
        "Harbour 2–1 Hill",
        "| a | b |",
        "***",
        "…",
        "©",
    ),
    *(
        "https://example.org/a?b=c#d",
        "(((((",
        "12345 67890",
        "A",
        "Ω",
        "。",
        ":",
        "：",
        "By",
        "Photo:",
        "Page 1 of",
        "Share",
    ),
)
LANGUAGES = (None, "en", "vi", "de", "ru", "zh", "ja", "ar", "hi", "th", "xx", "zh-Hant")

FURNITURE = tuple(example.line for rule in RULES for example in (*rule.examples, *rule.counterexamples)) + tuple(
    line for guard in GUARDS for example in guard.examples for line in (example.document or example.line).split("\n")
)


def text(seed: int) -> tuple[str, str | None]:
    """A document and the language that it is said to be in."""
    chance = random.Random(seed)
    parts: list[str] = []
    for _ in range(chance.choice((0, 1, 2, 4, 7, 10))):
        parts += (chance.choice(chance.choice((FURNITURE, PROSE))), chance.choice(BREAKS[: chance.choice((2, 99))]))
    document = "".join(parts)
    for _ in range(chance.choice((0, 1, 2, 4, 8))):
        document = _mutated(document, chance)
    return document, chance.choice(LANGUAGES)


def page(seed: int) -> bytes:
    """A web page, broken in its text, its markup or its bytes."""
    chance = random.Random(seed)
    lines = text(seed)[0].splitlines()
    body = "".join(_element(line, chance) for line in lines)
    data = json.dumps(
        {"@type": "NewsArticle", "headline": chance.choice(PROSE), "datePublished": chance.choice(FURNITURE)}
    )
    markup = (
        f'<!doctype html><html lang="{chance.choice(LANGUAGES)}"><head><title>{chance.choice(PROSE)}</title>'
        f'<meta property="og:title" content="{chance.choice(FURNITURE)}">'
        f'<script type="application/ld+json">{data}</script></head><body><nav><a href=/>{chance.choice(FURNITURE)}</a>'
        f"</nav><main><article>{body}</article></main></body></html>"
    )
    for _ in range(chance.choice((0, 0, 1, 3))):
        markup = _broken(markup, chance)
    codec = chance.choice(("utf-8", "utf-8", "utf-8", "utf-16", "cp1252", "gb18030"))
    data_bytes = markup.encode(codec, "replace")
    if chance.random() < 0.1:
        cut = chance.randrange(len(data_bytes) + 1)
        data_bytes = data_bytes[:cut] + bytes(chance.randrange(256) for _ in range(3)) + data_bytes[cut:]
    return data_bytes


def record(seed: int) -> bytes:
    """A JSON record with the fields that scrapers give, some of them of the wrong kind, some escapes broken."""
    chance = random.Random(seed)
    fields: dict[str, object] = {"text": text(seed)[0], "title": chance.choice(PROSE), "url": "https://example.org/a"}
    for name in chance.sample(("title", "url", "date", "author", "language", "text"), chance.choice((0, 1, 2))):
        fields[name] = chance.choice((None, 7, 1e308, True, [], [chance.choice(PROSE)], {"name": "A"}, *FURNITURE))
    data = json.dumps(fields, ensure_ascii=chance.random() < 0.5)
    if chance.random() < 0.1:
        where = data.find(" ", chance.randrange(len(data)))
        data = data[:where] + chance.choice(("\\ud800", "\\u0000", "\\", '"', "}", "\\udc00\\ud800")) + data[where:]
    return data.encode()


def _mutated(document: str, chance: random.Random) -> str:
    where = chance.randrange(len(document) + 1)
    until = min(len(document), where + chance.choice((0, 1, 3, 20, 200)))
    before, piece, after = document[:where], document[where:until], document[until:]
    kind = chance.randrange(8)
    if kind == 0:
        noise = chance.choice(chance.choice((INVISIBLE, MARKS, SPACES, BREAKS, LETTERS)))
        return before + noise * chance.choice((1, 1, 2, 30)) + document[where:]
    if kind == 1:
        return before + after
    if kind == 2:
        return before + piece * chance.choice((2, 3, 12)) + after
    if kind == 3:
        return before + chance.choice((piece.upper(), piece.title(), piece[::-1], piece.swapcase())) + after
    if kind == 4:
        return before + piece.replace(" ", chance.choice(SPACES + BREAKS)) + after
    if kind == 5:
        return after + piece + before
    if kind == 6:
        return "".join(chance.choice(INVISIBLE) + character for character in piece) + after
    return before + "".join(chr(_code_point(chance)) for _ in range(9)) + after


def _code_point(chance: random.Random) -> int:
    """Any code point but surrogates, which no decoding gives."""
    point = chance.randrange(0x110000 - 0x800)
    return point if point < 0xD800 else point + 0x800


def _element(line: str, chance: random.Random) -> str:
    tag = chance.choice(
        ("p", "p", "p", "div", "li", "h2", "td", "pre", "blockquote", "span", "figcaption", "aside", "x-y")
    )
    return f"<{tag}>{html.escape(line) if chance.random() < 0.9 else line}</{tag}>"


def _broken(markup: str, chance: random.Random) -> str:
    where = chance.randrange(len(markup) + 1)
    junk = (
        "<",
        ">",
        "</p>",
        "</article>",
        "<div>" * 40,
        "<!--",
        "-->",
        "<![CDATA[",
        "<script>",
        "&#0;",
        "&#xd800;",
        "&#x85;",
    )
    more = (
        "&nbsp;&shy;",
        "&amp;lt;",
        "<table><tr>",
        '<p title="',
        "<br>",
        "<!doctype",
        "<?php",
        "<svg>",
        "<noscript>",
        "\0",
    )
    return markup[:where] + chance.choice(junk + more) + markup[where + chance.choice((0, 0, 1, 9)) :]
