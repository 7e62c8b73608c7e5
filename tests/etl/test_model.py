"""The trained model: its file, its features and the sequences it chooses agree with plain reckoning."""

from __future__ import annotations

from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clippings_etl.entities import recognise
from clippings_etl.entities.context import DOMAINS, LONGEST_SENTENCE, context_of
from clippings_etl.entities.document import prepare
from clippings_etl.entities.features import SLOTS, slot_keys
from clippings_etl.entities.hashing import code_points, hash_of, mixed, prefix_hashes
from clippings_etl.entities.model import packed_model, read_model
from clippings_etl.entities.tagger import NAME, Tagger, context_keys, speakers, tagged
from clippings_etl.entities.viterbi import best_labels
from clippings_etl.errors import ClippingsError

DATA = Path(__file__).parents[2] / "etl" / "clippings_etl" / "entities" / "data"
LABELS = ("O", "B-person", "I-person", "B-place", "I-place")
TEXT = "Anna Berg went to Oslo on Monday. She met Ole Lind, the mayor of Bergen.\n\nBERG VISITS OSLO\nBerg said so."


def random_weights(seed: int, keys: int) -> np.ndarray:
    return np.random.Generator(np.random.PCG64(seed)).normal(size=(keys, len(LABELS))).astype(np.float32)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A model of the features of a short text, with random weights."""
    document = prepare(TEXT, "en")
    words = sorted({token.text for token in document.tokens})
    norms = {token.text: token.norm for token in document.tokens}
    keys = np.unique(np.concatenate([slot.ravel() for slot in slot_keys(words, [norms[w] for w in words], "en")]))
    keys = keys[keys != 0]
    path = tmp_path / "small.model"
    transitions = random_weights(2, len(LABELS))
    path.write_bytes(packed_model(LABELS, transitions, keys, random_weights(1, keys.size), {"leaning": 0.0}))
    return path


def test_a_model_gives_the_weights_that_were_packed(tmp_path: Path) -> None:
    """Each feature's weights come back but for rounding to 8 bits, and what isn't there weighs nothing."""
    keys = np.unique(mixed(np.arange(1, 5001, dtype=np.uint64), 7))
    weights = random_weights(3, keys.size)
    path = tmp_path / "some.model"
    path.write_bytes(packed_model(LABELS, random_weights(2, len(LABELS)), keys, weights, {"from": "here"}))
    model = read_model(path)
    assert model.labels == LABELS and model.notes["from"] == "here"
    assert np.abs(model.scores(keys[:, None]) - weights).max() <= np.abs(weights).max() / 127
    pairs = keys.reshape(-1, 2)
    assert np.abs(model.scores(pairs) - weights.reshape(-1, 2, len(LABELS)).sum(axis=1)).max() <= 0.1
    strange = mixed(np.arange(1, 20_001, dtype=np.uint64), 8)[:, None]
    assert np.count_nonzero(model.scores(strange).any(axis=1)) < 20
    assert not model.scores(np.zeros((3, 4), np.uint64)).any()


def test_packing_twice_gives_the_same_bytes() -> None:
    """The file depends on the weights alone."""
    keys = np.unique(mixed(np.arange(1, 300, dtype=np.uint64), 7))
    files = [packed_model(LABELS, random_weights(2, 5), keys, random_weights(3, keys.size), {}) for _ in range(2)]
    assert files[0] == files[1]


@pytest.mark.parametrize("content", [b"", b"something else", None])
def test_a_damaged_model_is_told_as_such(tmp_path: Path, content: bytes | None) -> None:
    """A missing, foreign or cut off file is one of our errors, with advice."""
    path = tmp_path / "damaged.model"
    path.write_bytes((DATA / NAME).read_bytes()[:-100] if content is None else content)
    with pytest.raises(ClippingsError) as raised:
        read_model(path)
    assert raised.value.advice


def test_hashes_are_those_of_the_algorithm() -> None:
    """FNV-1a over code points, whatever the machine; the vectors are reckoned by hand of the definition."""
    assert hash_of("") == 0xCBF29CE484222325
    assert hash_of("a") == 0xAF63DC4C8601EC8C
    words = ["", "a", "foobar", "Đà Nẵng", "Ωμέγα", "\ud800"]
    hashes = prefix_hashes(*code_points(words))
    assert [int(value) for value in hashes[:, -1]] == [hash_of(word) for word in words]
    assert int(hashes[2, 3]) == hash_of("foo")


def test_words_do_not_change_each_others_features() -> None:
    """A word has the same features alone and beside longer ones."""
    words = ["Oslo", "of", "Internationalisierungsbestrebungen", "Ü", "J."]
    together = slot_keys(words, [word.casefold() for word in words], "de")
    for row, word in enumerate(words):
        alone = slot_keys([word], [word.casefold()], "de")
        for slot, all_rows in zip(alone, together, strict=True):
            assert set(slot[0][slot[0] != 0]) == set(all_rows[row][all_rows[row] != 0])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 4), min_size=1, max_size=6), st.integers(0, 1000))
def test_best_labels_are_those_of_all_possible_ones(lengths: list[int], seed: int) -> None:
    """For each sequence by itself, no other labels have a higher sum."""
    random = np.random.Generator(np.random.PCG64(seed))
    emissions = random.normal(size=(sum(lengths), 3)).astype(np.float32)
    transitions = random.normal(size=(3, 3)).astype(np.float32)
    starts = np.cumsum([0, *lengths[:-1]])
    found = best_labels(emissions, transitions, starts)
    for start, length in zip(starts.tolist(), lengths, strict=True):

        def total(labels: tuple[int, ...], start: int = start) -> float:
            steps = sum(transitions[a, b] for a, b in pairwise(labels))
            return float(sum(emissions[start + i, label] for i, label in enumerate(labels)) + steps)

        best = max(product(range(3), repeat=length), key=total)
        assert total(tuple(found[start : start + length].tolist())) == pytest.approx(total(best), abs=1e-4)


def test_a_text_is_the_sum_of_its_words_and_contexts(small: Path) -> None:
    """What the tagger reckons in tables equals summing the weights of each token's features one by one."""
    model = read_model(small)
    tagger = Tagger(model, "en")
    document = prepare("Anna Berg went to Oslo. Ole Lind met Anna.", "en")
    count = len(document.tokens)
    words = sorted({token.text for token in document.tokens})
    numbers = {word: number for number, word in enumerate(words, start=1)}
    norms = {token.text: token.norm for token in document.tokens}
    keys = slot_keys(["", *words], ["", *(norms[word] for word in words)], "en")
    emissions, context = tagger.emissions(document, 0, count)
    rows = np.array([numbers[token.text] for token in document.tokens])
    for index, speaking in enumerate(speakers(context, rows).T.tolist()):
        expected = np.zeros(len(LABELS))
        for row, slot in (divmod(spoken, len(SLOTS)) for spoken in speaking if spoken):
            expected += model.scores(keys[slot][row][None, :])[0]
        for (name, size), values in zip(DOMAINS, context.values, strict=True):
            expected += model.scores(context_keys(name, size, "en")[values[index]][None, :])[0]
        if [token.text for token in document.tokens].count(document.tokens[index].text) == 1:
            assert emissions[index] == pytest.approx(expected, abs=1e-3)


def test_what_was_tagged_before_changes_nothing(small: Path) -> None:
    """A tagger that has seen other texts finds the same as a new one."""
    used, fresh = Tagger(read_model(small), "en"), Tagger(read_model(small), "en")
    for text in ("Completely other Words Of Norway.", "BERG", TEXT[:30]):
        list(used.mentions(prepare(text, "en")))
    assert list(used.mentions(prepare(TEXT, "en"))) == list(fresh.mentions(prepare(TEXT, "en")))


def test_context_stays_inside_the_sentence() -> None:
    """What stands in the next sentence doesn't change what the model sees of the words before."""
    shapes = {}
    for follower in ("He left.", "42 % of IBM"):
        document = prepare(f"Anna Berg came.\n{follower}", "en")
        count = len(document.tokens)
        same = np.arange(count)
        shapes[follower] = context_of(document, np.full(count, 9), same, 0, count).values[0][:3].tolist()
    assert shapes["He left."] == shapes["42 % of IBM"]


def test_endless_sentences_are_cut() -> None:
    """A line without a full stop is tagged in pieces that bound the time and memory of each step."""
    document = prepare("word " * 5 * LONGEST_SENTENCE, "en")
    count = len(document.tokens)
    context = context_of(document, np.full(count, 7), np.zeros(count, np.int64), 0, count)
    assert np.bincount(context.sentence).max() == LONGEST_SENTENCE


def test_names_that_no_list_knows_are_found_by_the_model() -> None:
    """The shipped model finds names by how they are written and what stands around them, and says so."""
    text = "Mayor Ilsabet Vornquist opened the Tarnholm office of Brellico Systems Inc. on Monday."
    found = {(c.type, text[c.start : c.end]) for c in tagged(prepare(text, "en")) if c.method == "model"}
    assert ("person", "Ilsabet Vornquist") in found
    mentions = recognise(text, "en")
    assert "model" in {mention.method for mention in mentions}
    assert all(0.5 <= mention.score <= 0.95 for mention in mentions if mention.method == "model")


def test_the_shipped_model_is_small_and_says_what_it_was_trained_on() -> None:
    """At most 10 MB, with its sources and its figures in the file."""
    model = read_model(DATA / NAME)
    assert (DATA / NAME).stat().st_size <= 10_000_000
    assert model.labels[0] == "O" and model.transitions.shape == (7, 7)
    assert model.notes["sources"] and model.notes["figures"]
    forbidden = ("conll", "vlsp", "phoner", "masakha", "wikineural", "multinerd")
    assert not any(word in source.casefold() for source in model.notes["sources"] for word in forbidden)
