"""Near-duplicates: found, verified, grouped around their first, in bounded memory."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from clippings_etl.duplicates import SIMILARITY, DuplicateGroups, fingerprint, sequences, similarity


@contextmanager
def groups() -> Iterator[tuple[DuplicateGroups, sqlite3.Connection]]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        yield DuplicateGroups(connection), connection
    finally:
        connection.close()


def grouped(texts: list[str]) -> dict[int, tuple[int, float]]:
    """For each near-duplicate, the first of its group and their similarity."""
    with groups() as (found, connection):
        for number, text in enumerate(texts):
            found.add(number, fingerprint(text))
        found.settle(texts.__getitem__)
        rows = connection.execute("select document, first, similarity from duplicates order by document")
        return {document: (first, likeness) for document, first, likeness in rows}


def article(seed: int, words: int = 300) -> str:
    """Prose of made-up words, in paragraphs of sixty."""
    chance = random.Random(seed)
    said = ["".join(chance.choices("abdegiklmnoprstuvz", k=chance.randint(2, 9))) for _ in range(words)]
    return "\n\n".join(" ".join(said[start : start + 60]) + "." for start in range(0, words, 60))


def changed(text: str, share: float, seed: int = 0) -> str:
    """The text with one stretch of its words replaced, so long that about ``share`` of its sequences are others."""
    words = text.split(" ")
    length = int(len(words) * share)
    return " ".join([*article(seed + 1000, length).split(), *words[length:]])


def test_a_copy_with_small_changes_belongs_to_its_original() -> None:
    """A changed sentence, other punctuation and another case leave a copy a near-duplicate, others are none."""
    original = article(1)
    texts = [original, article(2), original.replace(".", "!").upper(), changed(original, 0.05), article(3)]
    found = grouped(texts)
    assert {document: first for document, (first, _) in found.items()} == {2: 0, 3: 0}
    assert found[2][1] == 1
    assert SIMILARITY <= found[3][1] < 1


def test_the_similarity_is_the_share_of_common_sequences() -> None:
    """What is stored is the Jaccard coefficient of the two sets of five words, not an estimate."""
    one, other = article(1), changed(article(1), 0.08)
    (first, likeness) = grouped([one, other])[1]
    common, either = sequences(one) & sequences(other), sequences(one) | sequences(other)
    assert (first, likeness) == (0, round(len(common) / len(either), 4))
    assert similarity(frozenset(), frozenset()) == 0


def test_what_shares_half_of_its_words_is_no_duplicate() -> None:
    """A follow-up that repeats half of a story is a story of its own."""
    assert grouped([article(1), changed(article(1), 0.5)]) == {}


def test_a_chain_of_small_changes_joins_only_what_is_like_the_first() -> None:
    """a ~ b ~ c does not make c a duplicate of a: members are compared with the first of the group."""
    texts = [article(1)]
    for step in range(1, 6):
        words = texts[-1].split()
        start = (step - 1) * 40
        texts.append(" ".join([*words[:start], *article(50 + step, 24).split(), *words[start + 24 :]]))
    found = grouped(texts)
    assert all(similarity(sequences(one), sequences(other)) >= 0.8 for one, other in pairwise(texts))
    assert {document for document, (first, _) in found.items() if first == 0} < set(range(1, 6))
    for document, (first, likeness) in found.items():
        assert first not in found
        assert similarity(sequences(texts[document]), sequences(texts[first])) >= SIMILARITY
        assert likeness >= SIMILARITY


def test_short_texts_are_the_same_only_word_for_word() -> None:
    """Two short notices that differ in a word are two notices."""
    notice = "The ferry leaves at nine on weekdays"
    assert grouped([notice, notice + " only", notice.upper() + "!", "", ""]) == {2: (0, 1.0)}


def test_scripts_without_spaces_are_compared_by_characters() -> None:
    """A Chinese or Thai story with a few characters changed is found."""
    chance = random.Random(5)
    for first, last in ((0x4E00, 0x9FA5), (0x0E01, 0x0E2E)):
        text = "".join(chr(chance.randint(first, last)) for _ in range(400)) + "。"
        other = "".join(chr(chance.randint(first, last)) for _ in range(400)) + "。"
        assert set(grouped([text, other, text[:200] + text[204:]])) == {2}


def test_furniture_makes_no_duplicates() -> None:
    """Short articles of one site, under the same long navigation, are different articles."""
    navigation = "\n".join(f"Section {name}" for name in article(9, 150).split())
    texts = [f"{navigation}\n{article(seed, 60)}\n{navigation}" for seed in range(20)]
    assert grouped(texts) == {}


def test_a_copy_of_a_near_duplicate_belongs_to_the_first() -> None:
    """Exact copies of a member are members of the same group."""
    original = article(1)
    texts = [original, changed(original, 0.05), changed(original, 0.05)]
    found = grouped(texts)
    assert found[1] == found[2]
    assert found[1][0] == 0


def test_nearly_all_pairs_are_found() -> None:
    """Of pairs with a similarity from 0.8 on, at most one in a hundred is missed."""
    texts = []
    for seed in range(150):
        original = article(seed, 240)
        texts += [original, changed(original, 0.08, seed)]
    found = grouped(texts)
    wanted = {
        number
        for number in range(1, len(texts), 2)
        if similarity(sequences(texts[number]), sequences(texts[number - 1])) >= SIMILARITY
    }
    assert len(wanted) > 100
    assert set(found) <= wanted
    assert len(wanted - set(found)) <= len(wanted) / 100


TEXTS = [*(article(seed, 80) for seed in range(4)), "", "One.", "Two words."]


@settings(deadline=None)
@given(st.lists(st.integers(0, len(TEXTS) - 1), max_size=12))
def test_equal_texts_always_belong_together(numbers: list[int]) -> None:
    """Each text's copies point to its first occurrence; the first points nowhere."""
    texts = [TEXTS[number] for number in numbers]
    found = grouped(texts)
    for place, text in enumerate(texts):
        first = texts.index(text)
        assert found.get(place) == (None if first == place or not text else (first, 1.0))
