"""What holds for every text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clippings_etl.entities import country_of, gazetteer_version, names_of, recognise

LINES = (
    "South Korea|Hàn Quốc|HÀN QUỐC|ASEAN|-|–| |, |. |(|)|“|”|«|»|President |Mr. |ông |Bank|of |and |the ",
    "Trung tâm |TRUNG TÂM|Michael |Jordan|in |Azizov|director |(APASTI)|2021|COVID-19|’s|'|l’|Ünïcödé|US$|",
    "대한민국은|韩国|タイ|И. |Иванов|A.|J. |zone “|ประเทศไทย|Россией |O‘zbekiston|Kim Jong-un|Bộ Khoa học",
    "\n|\r\n|\u2028|\u00a0|e\u0301|\U0001f600|BIOKorea-Interphex 2021|",
)
PIECES = st.sampled_from("|".join(LINES).split("|"))
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))
LANGUAGES = st.sampled_from([None, "en", "vi", "fr", "de", "ru", "zh", "ja", "ko", "th", "ar", "tr", "xx", "zh-Hant"])


@settings(max_examples=400, deadline=None)
@given(TEXTS, LANGUAGES)
def test_mentions_are_ordered_apart_and_as_written(text: str, language: str | None) -> None:
    """Mentions stand in order, don't overlap, hold no line break, and are the text at their offsets; twice the same."""
    mentions = recognise(text, language)
    assert mentions == recognise(text, language)
    position = 0
    for mention in mentions:
        assert position <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.surface
        assert len(mention.surface.splitlines()) == 1
        assert mention.type in ("person", "organisation", "place", "event")
        assert mention.key.startswith(mention.type + ":") and mention.key != mention.type + ":"
        assert mention.name and 0 < mention.score <= 1
        position = mention.end


@pytest.mark.parametrize(
    "text",
    [
        "Bank " * 50_000,
        "Alpha of " * 50_000,
        "John de " * 50_000,
        "(" * 100_000,
        "(ABC " * 50_000 + ")" * 50_000,
        "zone “" * 50_000,
        "A-" * 50_000,
        "A." * 50_000,
        "a'" * 50_000,
    ],
    ids=lambda text: text[:8],
)
def test_repetition_without_end_is_read_to_the_end(text: str) -> None:
    """Endless brackets, names or links are read in time linear in their length: squared, this would take hours."""
    assert all(len(mention.surface) < 200 for mention in recognise(text, "en"))


def test_decomposed_letters_are_the_same_name() -> None:
    """A text with its diacritics apart gives the same entities."""
    text = "Đoàn rời Hàn Quốc và gặp ông Hùng."
    composed, apart = recognise(text, "vi"), recognise(unicodedata.normalize("NFD", text), "vi")
    assert [mention.key for mention in composed] == [mention.key for mention in apart]


def test_names_carry_language_and_source() -> None:
    """The gazetteer tells all names of an entity; an entity of the archive alone has none there."""
    names = {(name.name, name.language, name.source) for name in names_of("place:KR")}
    assert {("South Korea", "en", "cldr"), ("Hàn Quốc", "vi", "cldr"), ("한국", "ko", "aliases")} <= names
    assert names_of("person:rustam-karimov") == ()


def test_country_of_an_entity() -> None:
    """Countries and what belongs to one have its code; world regions and unknown entities have none."""
    assert country_of("place:KR") == "KR"
    assert country_of("place:GB-SCT") == "GB"
    assert country_of("organisation:koica") == "KR"
    assert country_of("place:asia") is country_of("person:nobody") is None


def test_version_marks_data_and_rules() -> None:
    """The version is one short string, the same every time."""
    assert gazetteer_version() == gazetteer_version()
    assert len(gazetteer_version()) < 30
