"""Several dozen small documents of many kinds, made the same way every time, and the archive built of them."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from clippings_etl import build

# A headline and a text in each language, with places for what changes.
_TEMPLATES = {
    "en": (
        "{place} and {other} sign a treaty about {matter}",
        "The minister of {place} met the president of {other} on Monday to talk about {matter}. "
        "{person} welcomed the treaty and said that {organisation} would watch over it. "
        "Trade with {third} goes on as before, said the office in {city}. {again}",
    ),
    "de": (
        "{place} und {other} beraten über {matter}",
        "Die Regierung in {city} hat am Montag mit Vertretern aus {other} über {matter} gesprochen. "
        "{person} begrüßte das Treffen, und {organisation} soll über den Fortschritt berichten. "
        "Auch {third} will sich beteiligen, wie es in der Erklärung heißt. {again}",
    ),
    "vi": (
        "{place} và {other} hợp tác về {matter}",
        "Bộ trưởng của {place} đã gặp đại diện của {other} hôm thứ Hai để bàn về {matter}. "
        "{person} hoan nghênh thỏa thuận này, còn {organisation} sẽ theo dõi việc thực hiện tại {city}. "
        "Quan hệ với {third} vẫn tiếp tục như trước đây. {again}",
    ),
    "zh": (
        "{place}和{other}就{matter}签署协议",
        "{place}部长星期一会见了{other}总统,讨论{matter}问题。{person}对协议表示欢迎,{organisation}将监督执行。"
        "与{third}的贸易将继续进行,{city}办公室表示。{again}",
    ),
    "ar": (
        "{place} و{other} توقعان اتفاقا حول {matter}",
        "التقى وزير {place} رئيس {other} يوم الاثنين لبحث {matter}. "
        "ورحب {person} بالاتفاق وقال إن {organisation} ستراقب تنفيذه في {city}. "
        "وتستمر التجارة مع {third} كما كانت من قبل. {again}",
    ),
}

_PLACES = {
    "en": ["South Korea", "Vietnam", "Norway", "Germany", "Uzbekistan", "Japan", "Egypt", "Brazil"],
    "de": ["Südkorea", "Vietnam", "Norwegen", "Deutschland", "Usbekistan", "Japan", "Ägypten", "Brasilien"],
    "vi": ["Hàn Quốc", "Việt Nam", "Na Uy", "Đức", "Uzbekistan", "Nhật Bản", "Ai Cập", "Brazil"],
    "zh": ["韩国", "越南", "挪威", "德国", "乌兹别克斯坦", "日本", "埃及", "巴西"],
    "ar": ["كوريا الجنوبية", "فيتنام", "النرويج", "ألمانيا", "أوزبكستان", "اليابان", "مصر", "البرازيل"],
}
_CITIES = {
    "en": ["Oslo", "Berlin", "Hanoi"], "de": ["Oslo", "Berlin", "Hanoi"], "vi": ["Oslo", "Berlin", "Hà Nội"],
    "zh": ["奥斯陆", "柏林", "河内"], "ar": ["أوسلو", "برلين", "هانوي"],
}  # fmt: skip
_MATTERS = {
    "en": ["fish", "shipping", "the harbour", "clean water"],
    "de": ["Fisch", "Schifffahrt", "den Hafen", "sauberes Wasser"],
    "vi": ["thủy sản", "vận tải biển", "cảng", "nước sạch"],
    "zh": ["渔业", "航运", "港口", "清洁水"],
    "ar": ["الأسماك", "الشحن", "الميناء", "المياه النظيفة"],
}
_PEOPLE = ["Angela Merkel", "Barack Obama", "Ban Ki-moon", "Anna Berg"]
_ORGANISATIONS = ["ASEAN", "UNESCO", "the European Union", "NATO"]
_AGAIN = {
    "en": "The harbour is the harbour is the harbour.",
    "de": "Der Hafen bleibt der Hafen.",
    "vi": "Cảng vẫn là cảng.",
    "zh": "港口还是港口。",
    "ar": "الميناء هو الميناء.",
}
_DATES = [
    "2023",
    "2024",
    "2023-11",
    "2024-04",
    "2024-02-07",
    "2024-04-22",
    "2024-04-22T14:33",
    "2024-12-31",
    None,
    None,
]
_SITES = ["north.example", "south.example", "news.example.org", "عربي.example"]


def documents(count: int) -> list[dict[str, Any]]:
    """Records as a scraper leaves them: title, text, address and, in most, a date."""
    chance = random.Random(5)
    found = []
    for number in range(count):
        language = chance.choice(["en", "en", *_TEMPLATES])
        title, text = _TEMPLATES[language]
        places = chance.sample(_PLACES[language], 3)
        filled = {
            "place": places[0], "other": places[1], "third": places[2], "matter": chance.choice(_MATTERS[language]),
            "city": chance.choice(_CITIES[language]), "person": chance.choice(_PEOPLE),
            "organisation": chance.choice(_ORGANISATIONS),
            "again": f"{_AGAIN[language]} " * chance.randint(0, 3) + f"No. {chance.randint(1, 9)}",
        }  # fmt: skip
        record = {
            "title": title.format(**filled),
            "text": text.format(**filled),
            "url": f"https://{chance.choice(_SITES)}/{number}",
            "language": language,
        }
        date = chance.choice(_DATES)
        if date:
            record["date_published"] = date
        found.append(record)
    return found


def build_stories(folder: Path, count: int = 70) -> Path:
    """An archive of these documents in the folder, by the real build."""
    source = folder / "stories.jsonl"
    with source.open("w", encoding="utf-8") as lines:
        for record in documents(count):
            lines.write(json.dumps(record, ensure_ascii=False) + "\n")
    database = folder / "stories.db"
    build([source], database, workers=0)
    return database
