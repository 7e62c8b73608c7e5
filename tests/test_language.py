"""The language of a text is told where it can be, and described as CLDR does."""

from __future__ import annotations

import py3langid.langid
import pytest

from clippings_etl.language import LanguageInfo, detect, names

TEXTS = {
    "en": "The footbridge over the river was opened on Saturday by the mayor of the town.",
    "vi": "Cây cầu đi bộ bắc qua sông đã được khánh thành vào thứ Bảy sau hai năm xây dựng.",
    "fr": "La passerelle au-dessus de la rivière a été ouverte samedi par le maire de la ville.",
    "de": "Die Fußgängerbrücke über den Fluss wurde am Samstag von der Bürgermeisterin eröffnet.",
    "es": "La pasarela sobre el río fue inaugurada el sábado por la alcaldesa de la ciudad.",
    "pt": "A ponte pedonal sobre o rio foi inaugurada no sábado pela presidente da câmara.",
    "ru": "Пешеходный мост через реку открыли в субботу после двух лет строительства.",
    "zh": "跨河人行桥经过两年的施工，于星期六正式开放通行。",
    "ar": "افتتح يوم السبت جسر المشاة الجديد فوق النهر بعد عامين من أعمال البناء في المدينة.",
    "id": "Jembatan penyeberangan di atas sungai itu dibuka pada hari Sabtu oleh wali kota.",
    "ja": "川にかかる新しい歩道橋が二年間の工事を経て土曜日に開通した。",
    "ko": "강을 가로지르는 새 보행자 다리가 2년간의 공사 끝에 토요일에 개통되었다.",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_languages_are_told_apart(language: str, text: str) -> None:
    """A sentence is enough to tell its language."""
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "23/8", "AFP", "Pages: 1 2 3", "1 2 3 4 5 6 7 8 9 " * 20, "\u0301" * 100])
def test_too_little_to_tell(text: str) -> None:
    """A few letters, or numbers alone, have no language."""
    assert detect(text) is None


def test_detection_leaves_the_library_alone() -> None:
    """Telling a language neither loads nor changes the identifier that the library shares."""
    before = py3langid.langid.IDENTIFIER
    assert detect(TEXTS["en"]) == detect(TEXTS["en"]) == "en"
    assert py3langid.langid.IDENTIFIER is before


def test_very_long_texts_are_told_by_their_start() -> None:
    """However long a text is, its first pages tell its language."""
    assert detect(TEXTS["de"] * 20_000) == "de"


def test_names_come_from_cldr() -> None:
    """A language is named in English and in itself, with the direction it is written in."""
    assert names("vi") == LanguageInfo("vi", "Vietnamese", "Tiếng Việt", "ltr")
    assert names("ar").direction == "rtl"
    assert names("ko").native_name == "한국어"


@pytest.mark.parametrize("code", ["ext", "xx", "not a code"])
def test_unknown_code_names_itself(code: str) -> None:
    """A code that CLDR has no locale for is still shown."""
    assert names(code).code == code
    assert names(code).name
    assert names(code).direction == "ltr"
