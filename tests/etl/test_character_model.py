"""The recogniser of Chinese, Japanese and Korean by characters, and the rules for other scripts without spaces."""

from itertools import pairwise

import numpy as np
import pytest

from clippings_etl import recognise
from clippings_etl.entities.character_finder import NameFinder
from clippings_etl.entities.character_model import LANGUAGES, character_model, read_character_model
from clippings_etl.entities.character_table import PerfectTable, build_table, mix
from clippings_etl.entities.character_text import characters_of, folding, hash_of
from clippings_etl.entities.character_titles import titled
from clippings_etl.errors import ClippingsError

SENTENCES = {
    "zh": (
        "北京市公安局3日表示，犯罪嫌疑人王建国在河南省郑州市被抓获。",
        {("北京市公安局", "organisation"), ("王建国", "person"), ("河南省郑州市", "place")},
    ),
    "ja": (
        "厚生労働省の佐藤健太郎課長は5日、大阪市で記者会見した。",
        {("厚生労働省", "organisation"), ("佐藤健太郎", "person"), ("大阪市", "place")},
    ),
    "ko": (
        "보건복지부는 5일 부산에서 김민수 장관이 참석한 회의를 열었다.",
        {("보건복지부", "organisation"), ("부산", "place"), ("김민수", "person")},
    ),
}
PLAIN = folding(np.zeros((0, 2), np.uint16))


def _names(text: str, language: str) -> list[tuple[str, str]]:
    return [(text[name.start : name.end], name.type) for name in character_model(language).names(text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_organisations_and_places_of_plain_news_are_found(language):
    """A plain sentence of news gives its names whole, without particles and titles."""
    text, expected = SENTENCES[language]
    assert set(_names(text, language)) == expected


def test_traditional_characters_are_read_as_simplified_ones():
    """The same sentence gives the same places in both kinds of Chinese characters."""
    simplified = "财政部部长刘志伟昨天在广东省广州市会见了德国总理。"
    traditional = "財政部部長劉志偉昨天在廣東省廣州市會見了德國總理。"
    found = [list(character_model("zh").names(text)) for text in (simplified, traditional)]
    assert found[0]
    assert [name[:3] for name in found[0]] == [name[:3] for name in found[1]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_text_gives_each_line_its_names(language):
    """Where a text is cut into blocks, no name is lost, doubled or shifted."""
    line = SENTENCES[language][0] + "\n"
    text = line * 400
    found = list(character_model(language).names(text))
    assert all(one.end <= other.start for one, other in pairwise(found))
    by_line: dict[int, list[tuple[int, int, str]]] = {}
    for name in found:
        number, start = divmod(name.start, len(line))
        by_line.setdefault(number, []).append((start, start + name.end - name.start, name.type))
    assert len(by_line) == 400
    assert len(by_line[1]) >= 2
    assert all(by_line[number] == by_line[1] for number in range(1, 399))


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_endless_line_is_read_to_its_end(language):
    """A line without any end of sentence is cut somewhere, and what stands behind it is still found."""
    sentence, expected = SENTENCES[language]
    text = "一" * 100_000 + "\n" + sentence
    assert {(surface, type_) for surface, type_ in _names(text, language)} >= expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text", ["", "\n", "x", "\ud800", "𠮷" * 50, "(" * 5000, "A" * 5000, "\u0301" * 3000, " " * 5000, "·" * 3000]
)
def test_odd_text_is_read_without_harm(text, language):
    """Nothing, half a surrogate pair or thousands of brackets are texts like any other."""
    names = list(character_model(language).names(text))
    assert all(0 <= name.start < name.end <= len(text) for name in names)


def test_a_damaged_model_is_reported(tmp_path):
    """A file that is no model says so, and what to do."""
    path = tmp_path / "characters-zh.model"
    path.write_bytes(b"nothing of the kind")
    with pytest.raises(ClippingsError) as error:
        read_character_model(path, spaced=False)
    assert error.value.advice


def test_every_key_of_a_table_has_a_slot_of_its_own():
    """Each key's slot is the one it was built with, and no two share one."""
    keys = mix(np.arange(5000, dtype=np.uint64), np.uint64(1))
    displacements, slots, count = build_table(keys.tolist())
    assert PerfectTable(displacements, count).slots(keys).tolist() == slots
    assert len(set(slots)) == len(slots)
    assert max(slots) < count


def test_a_stretch_has_one_hash_wherever_it_stands():
    """Features are the same at the beginning of a text and in its middle."""
    alone, within = characters_of("上海", PLAIN), characters_of("我在上海工作", PLAIN)
    hashes = within.window(0, 1)
    assert hashes[2] == alone.window(0, 1)[0] == hash_of(np.array([ord("上"), ord("海")], np.uint64))
    assert hashes[1] != hashes[2]


def test_widths_and_digits_are_folded():
    """Full width and half width letters are one, and so are all digits."""
    wide, narrow = characters_of("ＮＨＫ２０２４", PLAIN), characters_of("NHK1999", PLAIN)
    assert wide.codes.tolist() == narrow.codes.tolist()


def test_known_names_are_found_anywhere():
    """The finder gives every name at every place, the longest first."""
    finder = NameFinder([("韩国", "KR"), ("韩国银行", "bank"), ("国", "too short")])
    assert list(finder.find("在韩国银行，韩国")) == [(1, 5, "bank"), (1, 3, "KR"), (6, 8, "KR")]
    assert list(finder.find("韩")) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "韩国总统访问了越南。"),
        ("ja", "韓国の大統領がベトナムを訪問した。"),
        ("ko", "한국 대통령이 베트남을 방문했다."),
    ],
)
def test_countries_are_linked_in_every_script(language, text):
    """What the model finds and the gazetteer knows is one mention with the entity's key."""
    assert {mention.key for mention in recognise(text, language)} == {"place:KR", "place:VN"}


@pytest.mark.parametrize(("language", "text"), [("ja", "彼は日本語と中国語を話す。"), ("zh", "他会说法语和英语。")])
def test_languages_are_no_countries(language, text):
    """A language isn't the country whose name it has."""
    assert recognise(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "people"),
    [
        ("th", "นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงการคลัง กล่าวว่า", ["สมชาย ใจดี"]),
        ("th", "นางสาวมาลี กล่าวว่า นายกรัฐมนตรี จะเดินทาง", ["มาลี"]),
        ("km", "លោក សុខ ដារ៉ា បានថ្លែងថា", ["សុខ ដារ៉ា"]),
        ("lo", "ທ່ານ ສົມພອນ ໄຊຍະວົງ ລັດຖະມົນຕີ", ["ສົມພອນ ໄຊຍະວົງ"]),
    ],
)
def test_people_behind_titles_are_found(language, text, people):
    """A person is the given and the family name behind a title, without what follows."""
    found = [text[name.start : name.end] for name in titled(text, language) if name.type == "person"]
    assert found == people
