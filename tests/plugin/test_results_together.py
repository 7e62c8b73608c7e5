"""Sets of articles side by side: each way of finding results counts what plain Python counts."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import combinations, pairwise, product
from pathlib import Path

import pytest

from clippings_etl import search_index
from clippings_etl.search_index import Thresholds
from datasette_clippings.folding import fold
from datasette_clippings.query import Phrase
from datasette_clippings.results import (
    Condition,
    Listed,
    Mentions,
    NotMentions,
    Selection,
    SqlResults,
    Words,
    find,
)
from datasette_clippings.results.bitmaps import BitmapResults

from .oracle import Oracle, Story
from .stories import build_stories

HARBOUR = Selection((Words("harbour"),))
RECENT = Selection((Condition("published >= :since", {"since": "2024"}),))
KOREA = Selection((Mentions("place:KR"),))
ODD = Selection((Condition("id % 2 = 1"),))


def harbour(story: Story) -> bool:
    return bool(story.instances(Phrase("harbour")))


SELECTIONS = {
    "all": (Selection(), lambda story: True),
    "words": (HARBOUR, harbour),
    "entity": (KOREA, lambda story: "place:KR" in story.mentions),
    "entity left out": (
        Selection((*HARBOUR.parts, NotMentions("place:KR"))),
        lambda story: harbour(story) and "place:KR" not in story.mentions,
    ),
    "condition": (RECENT, lambda story: (story.published or "") >= "2024"),
    "nothing": (Selection((Words("no such word"),)), lambda story: False),
}


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_stories(tmp_path_factory.mktemp("together"))


@pytest.fixture(scope="module")
def oracle(stories: Path) -> Oracle:
    return Oracle(stories)


@pytest.fixture(scope="module", params=["sql", "bitmaps", "bitmaps of all"])
def connection(request: pytest.FixtureRequest, stories: Path) -> Iterator[sqlite3.Connection]:
    """The archive without stored structures, with those of the build, and with a bitmap for every entity and word."""
    copy = shutil.copy(stories, stories.with_name(f"{request.param}.db"))
    with closing(sqlite3.connect(copy)) as opened:
        if request.param != "bitmaps":
            with opened:
                search_index.clear(opened)
                if request.param == "bitmaps of all":
                    assert search_index.write(opened, Thresholds(1, 0, 1, 0))
        expected = SqlResults if request.param == "sql" else BitmapResults
        assert isinstance(find(opened, Selection()), expected)
        yield opened


@pytest.mark.parametrize(("name", "other"), list(product(SELECTIONS, SELECTIONS)))
def test_articles_found_are_put_together(connection: sqlite3.Connection, oracle: Oracle, name: str, other: str) -> None:
    """What two selections find makes sets that others can be asked for: both, the one without the other, in more."""
    (one, in_one), (two, in_two) = SELECTIONS[name], SELECTIONS[other]
    a, b = find(connection, one).articles, find(connection, two).articles
    expected = [
        ((Listed(a),), in_one),
        ((Listed(a & b),), lambda story: in_one(story) and in_two(story)),
        ((Listed(a - b),), lambda story: in_one(story) and not in_two(story)),
        ((Listed(a), Listed(b), *ODD.parts), lambda story: in_one(story) and in_two(story) and story.id % 2 == 1),
    ]
    for parts, wanted in expected:
        stories = [story for story in oracle.stories if wanted(story)]
        found = find(connection, Selection(parts))
        assert (found.count, len(found.articles)) == (len(stories), len(stories))
        assert found.sample(1000) == sorted(found.articles) == [story.id for story in stories]
        assert sorted(value.articles for value in found.values("site")) == sorted(
            Counter(story.site for story in stories).values()
        )


@pytest.mark.parametrize("name", SELECTIONS)
def test_pairs_of_entities(connection: sqlite3.Connection, oracle: Oracle, name: str) -> None:
    """Two entities are counted in the matching articles that mention both, and left out where there are none."""
    selection, wanted = SELECTIONS[name]
    keys = [*sorted(oracle.types)[:25], "place:nobody knows", "place:KR", "place:KR"]
    expected = Counter(
        pair
        for story in oracle.stories
        if wanted(story)
        for pair in combinations(sorted(story.mentions & set(keys)), 2)
    )

    assert find(connection, selection).pairs(keys) == dict(expected)


@pytest.mark.parametrize("name", SELECTIONS)
def test_articles_that_hold_words(connection: sqlite3.Connection, oracle: Oracle, name: str) -> None:
    """Words and phrases are counted in the matching articles, frequent and rare ones alike."""
    selection, wanted = SELECTIONS[name]
    phrases = [fold(each) for each in ("the", "harbour", "treaty", "hợp tác", "港口", "the harbour is", "no such word")]
    expected = {
        phrase: sum(bool(story.instances(Phrase(phrase))) for story in oracle.stories if wanted(story))
        for phrase in phrases
    }
    assert name != "all" or [expected[phrase] for phrase in phrases[:5]].count(0) == 0

    assert find(connection, selection).holding(phrases) == expected


@pytest.mark.parametrize("size", [0, 1, 7, 59, 60, 61])
def test_a_sample_is_spread_evenly(connection: sqlite3.Connection, size: int) -> None:
    """A sample has as many articles as are asked for, from one end to the other, the same each time."""
    every = find(connection, Selection()).sample(10_000)
    sample = find(connection, Selection()).sample(size)

    assert len(sample) == min(size, len(every))
    assert sample == sorted(set(sample)) and set(sample) <= set(every)
    gaps = [every.index(other) - every.index(one) for one, other in pairwise(sample)]
    assert not gaps or max(gaps) - min(gaps) <= 1


def test_what_takes_too_long_is_interrupted(connection: sqlite3.Connection) -> None:
    """Counting pairs and words outside SQLite ends at the deadline, without a part of an answer."""
    results = find(connection, Selection())
    if not isinstance(results, BitmapResults):
        pytest.skip("all of it runs in SQLite")
    results.deadline = time.perf_counter() - 1
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        results.pairs(["place:KR", "place:VN"])
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        results.holding(["harbour"])
