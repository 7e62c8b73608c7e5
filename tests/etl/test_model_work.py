"""The tagger's work grows with the text and no faster, and its memory is bounded."""

from __future__ import annotations

import sys
from collections import Counter
from types import FrameType

import pytest

from clippings_etl.entities import tagger
from clippings_etl.entities.document import prepare

UNITS = {
    "names": "Anna Berg of Oslo met the Ministry of Health. ",
    "one sentence": "Anna Berg and Oslo, ",
    "capitals": "ALPHA BETA ",
    "initials": "J. R. ",
    "quotes": "“Berg ",
    "dashes": "Oslo-",
    "brackets": "(Berg ",
    "lines": "Berg\n",
    "linking words": "Bank of the ",
    "numbers": "1 2 ",
}


def calls(text: str) -> int:
    """How many functions, compiled ones included, are called to prepare and tag a text."""
    counted = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        list(tagger.tagged(prepare(text, "en")))
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_four_times_the_text_is_four_times_the_work(unit: str) -> None:
    """Text without end, of any kind, takes calls in proportion to its length."""
    text = unit * 800
    calls(text)
    assert calls(text * 4) < 5 * calls(text)


def test_text_of_many_blocks_keeps_its_places() -> None:
    """A text that is tagged in several blocks has every name at its own place, also beside the cuts."""
    line = "Yesterday the mayor Anna Berg went to Oslo by train.\n"
    text = line * 4_000
    document = prepare(text, "en")
    assert len(document.tokens) > 2 * tagger._BLOCK
    found = Counter(text[mention.start : mention.end] for mention in tagger.tagged(document))
    assert found["Anna Berg"] == found["Oslo"] == 4_000


def test_words_that_are_kept_are_bounded() -> None:
    """A text of nothing but new words doesn't fill the memory: what was kept of other words is let go."""
    used = tagger.Tagger(tagger._model(), "en")
    for start in range(0, 90_000, 15_000):
        words = " ".join(f"Wq{number}x" for number in range(start, start + 15_000))
        list(used.mentions(prepare(words, "en")))
        assert len(used._words) <= tagger._MOST_WORDS + tagger._BLOCK
