"""An archive built of hostile documents, with hostile words in every column that a page might show."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from clippings_etl import build

PRODUCT = "36863"
"""What a template that let itself be written by an article would show."""

MARKUP = "</script></title></textarea><script>alert(1)</script><img src=x onerror=alert(2)>"
ATTRIBUTES = "\"'><svg onload=alert(3)> ' onmouseover='alert(4)' autofocus onfocus=alert(5) \""
TEMPLATES = "{{ 191*193 }} {% for x in range(9) %}x{% endfor %} ${191*193} %(name)s %s 100 % &lt;b&gt; &#x202e;"
CONTROLS = "\u202egnp.exe\u2066 \u2067 \x1b[31mred\x07\x08 \ufeff\u200b\ufffe\U000e0041 \u2028 Z̷̢̧̛̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑"
SCRIPT_LINK = "javascript:alert(6)//https://a.example/\n<b>"
FORMULA = '=HYPERLINK("http://a.example","x")\t+1-1@SUM(1)'
HOSTILE = " ".join((FORMULA, MARKUP, ATTRIBUTES, TEMPLATES, CONTROLS))
UNBROKEN = "x" * 3000
LONG_TITLE = "harbour " * 65_000 + UNBROKEN + MARKUP + "y" * 500_000

LINKS = (
    "javascript:alert(6)//x", " javascript:alert(6)", "JaVaScRiPt:alert(6)", "java\tscript:alert(6)",
    "data:text/html,<script>alert(7)</script>", "vbscript:alert(8)", "//a.example/x", "https://a.example/\"><script>",
    "https://a.example/\u202egnp", "file:///etc/passwd", "\x01javascript:alert(6)", "https://user:pass@a.example/",
)  # fmt: skip

_NAMES = {
    "person": "Ada <b>Lovelace</b>", "organisation": "Bits & \"Bytes\" 'Ltd'", "place": "Norway {{ 191*193 }}",
    "event": "Fair onload=alert(9)",
}  # fmt: skip

# Columns of words that no input reaches, or not with all of this: what curators and recognisers might write.
_OVERWRITTEN = {
    "languages": ("name", "native_name"),
    "rules": ("description", "family"),
    "errors": ("source", "stage", "problem", "advice"),
    "tags": ("name", "description"),
    "notes": ("actor", "body", "at"),
    "corrections": ("at", "actor", "kind", "before", "after"),
}


def build_hostile(folder: Path) -> Path:
    """The archive ``hostile.db`` in the folder."""
    sources = folder / "in"
    (sources / "a <script>alert(10)<").mkdir(parents=True)
    with (sources / "records.jsonl").open("w", encoding="utf-8") as lines:
        for record in _records():
            lines.write(json.dumps(record, ensure_ascii=False) + "\n")
    page = sources / "a <script>alert(10)<" / "'\"><img src=x onerror=alert(11)>.txt"
    page.write_text(f"{HOSTILE}\n\nThe harbour of Norway. {HOSTILE}\n\n1 2 3 4 5 >>\n", encoding="utf-8")
    (sources / "broken <b>.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\0" * 100)
    listed = [{"name": name, "type": kind} for kind, name in _NAMES.items()]
    (sources / "entities.yml").write_text(json.dumps({"entities": listed}), encoding="utf-8")  # JSON is YAML, too
    database = folder / "hostile.db"
    build([sources], database, workers=0)
    _overwrite(database)
    return database


def _records() -> Iterable[dict[str, Any]]:
    named = ". ".join(_NAMES.values())
    prose = f"The harbour of Norway was visited. {named}. They met Angela Merkel in Germany. "
    for number, link in enumerate(LINKS):
        yield {
            "title": f"Harbour {number}: {HOSTILE}",
            "text": f"{prose}{HOSTILE}\n\n{prose} No. {number}: {HOSTILE}\n\nRelated News\n\n1 2 3 4 5 >>",
            "url": link,
            "author": HOSTILE,
            "publisher": HOSTILE,
            "date_published": f"2024-0{number % 9 + 1}" if number % 3 else HOSTILE,
            "language": ["en", "vi", "ar", HOSTILE][number % 4],
        }
    yield {"title": LONG_TITLE, "text": prose + "long " * 2000 + UNBROKEN, "url": "https://long.example/" + "p" * 3000}
    yield {"title": "\u202e", "text": f"{prose}\u202e{CONTROLS * 40}", "url": "https://عربي.example/"}


def _overwrite(database: Path) -> None:
    connection = sqlite3.connect(database)
    key = connection.execute("select key from articles order by id limit 1").fetchone()[0]
    connection.execute("insert into tags (name) values ('harbour')")
    connection.execute("insert into article_tags values (?, (select id from tags))", (key,))
    connection.execute("insert into notes (article_key, at, actor, body) values (?, '', '', '')", (key,))
    connection.execute("insert into corrections (at, actor, kind, key) values ('', '', 'articles.title', ?)", (key,))
    for table, columns in _OVERWRITTEN.items():
        for column in columns:
            connection.execute(f"update {table} set {column} = ? || rowid", (f"{HOSTILE} {column} ",))
    for column in ("byline", "publisher", "photo_credit", "published_text", "title_source", "format", "encoding"):
        connection.execute(f"update articles set {column} = ? where id % 2 = 1", (HOSTILE,))
    connection.executemany("update articles set url = ? where id = ?", [(link, n) for n, link in enumerate(LINKS, 1)])
    connection.execute("update articles set title = title || ? where id between 2 and 9", (HOSTILE,))
    connection.execute("update articles set title = ? where title like 'harbour harbour%'", (LONG_TITLE,))
    connection.execute("update entities set name = name || ?, country = '<b>'", (f" {HOSTILE}",))
    connection.execute("update entities set name = ? where id % 5 = 0", (UNBROKEN,))
    connection.commit()
    connection.close()
