"""The sentence around a mention, in any script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasette_clippings.entities.sentences import LONGEST, in_sentence


def around(text: str, words: str) -> tuple[str, str, str]:
    start = text.index(words)
    found = in_sentence(text, start, start + len(words))
    return found.before, found.words, found.behind


@pytest.mark.parametrize(
    ("text", "words", "before", "behind"),
    [
        ("It rained. Anna Berg left. It rained on.", "Anna Berg", "", " left."),
        ("It rained. Then Anna Berg left! It rained on.", "Anna Berg", "Then ", " left!"),
        ("He met Mr. J. Smith in St. Petersburg. They spoke.", "Smith", "He met Mr. J. ", " in St. Petersburg."),
        ("The U.S. Senate met Apple Inc. on Monday. Next.", "Apple Inc.", "The U.S. Senate met ", " on Monday."),
        ("I was No. Paris was yes.", "Paris", "", " was yes."),
        ("I met Anna. No. Then I left.", "I left", "Then ", "."),
        ("Paris has house No. 5 in it. Next.", "Paris", "", " has house No. 5 in it."),
        ("It began at 5 p.m. Anna left. Next.", "Anna", "", " left."),
        ("Anna left at 5 p.m. Berta came.", "Anna", "", " left at 5 p.m."),
        ("Anna left at 5 p.m. on Monday.", "Anna", "", " left at 5 p.m. on Monday."),
        ("Towns, e.g. Paris, and the U.S. Senate.", "Senate", "Towns, e.g. Paris, and the U.S. ", "."),
        ("So he said: “Anna left.” Then he left.", "Anna", "So he said: “", " left.”"),
        ("About 3.5 kg of fish, said Anna.", "Anna", "About 3.5 kg of fish, said ", "."),
        ("A headline\n\nAnna Berg\nleft the town", "Anna Berg", "", " left the town"),
        ("Он родился в 1950 г. в Москве. Потом Анна Берг уехала. Всё.", "Анна Берг", "Потом ", " уехала."),
        ("他说。韩国和越南的合作正在加强。明天见。", "越南", "韩国和", "的合作正在加强。"),
        ("東京です。「韓国は近い。」と言った。", "韓国", "「", "は近い。」"),
        ("يقول ذلك. وقعت أوزبكستان اتفاقا جديدا. ثم عاد؟ نعم.", "أوزبكستان", "وقعت ", " اتفاقا جديدا."),
        ("یہ پہلا ہے۔ ازبکستان نے دستخط کیے۔ پھر", "ازبکستان", "", " نے دستخط کیے۔"),
        ("भारत ने कहा। कोरिया आया। फिर", "कोरिया", "", " आया।"),
        ("หนึ่ง\n\nเกาหลีใต้ลงนาม\n\nสอง", "เกาหลีใต้", "", "ลงนาม"),
        ("Anna", "Anna", "", ""),
    ],
)
def test_sentences_end_where_their_script_ends_them(text: str, words: str, before: str, behind: str) -> None:
    """By full stops of all scripts, not behind titles, initials and numbers, and by blank lines."""
    assert around(text, words) == (before, words, behind)


def test_scripts_with_spaces_for_full_stops_are_cut_at_them() -> None:
    """Thai sets a space between phrases: on each side there are enough of them to read, and no more."""
    phrases = ["วันนี้ประเทศไทยลงนามความร่วมมือ", "ด้านการค้าและการลงทุนกับประเทศเพื่อนบ้าน"] * 3
    text = " ".join([*phrases, "ที่กรุงโซล", *phrases])

    before, words, behind = around(text, "กรุงโซล")

    assert words == "กรุงโซล"
    assert before == f"{phrases[1]} ที่"
    assert behind == f" {phrases[0]} {phrases[1]}"


def test_a_long_sentence_is_cut_between_words() -> None:
    """What is too long for a line goes on unseen, and says so; without spaces it is cut anywhere."""
    found = in_sentence("word " * 100 + "Anna " + "word " * 100, 500, 504)
    unspaced = in_sentence("x" * 1000 + "Anna" + "y" * 1000, 1000, 1004)

    assert (found.starts_within, found.ends_within) == (True, True)
    assert set(found.before.split()) == set(found.behind.split()) == {"word"}
    assert max(map(len, (found.before, found.behind))) <= LONGEST
    assert (unspaced.before, unspaced.behind) == ("x" * LONGEST, "y" * LONGEST)


@given(
    st.text(st.sampled_from("aB .!\n。ก \u0e40\u202e\0'\"1г"), max_size=900),
    st.integers(-5, 1000),
    st.integers(-5, 1000),
)
def test_whatever_the_text_the_words_stand_in_it(text: str, start: int, end: int) -> None:
    """Any offsets in any text give a part of the text around the words, and never more than a line on a side."""
    found = in_sentence(text, start, end)

    words = text[max(start, 0) : max(end, start, 0)]
    assert found.words == " ".join(words.split())
    assert " ".join((found.before + words + found.behind).split()) in " ".join(text.split())
    assert max(len(found.before), len(found.behind)) <= LONGEST
