"""The results of shards as one: exact, whatever the shards' own lists show."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from datasette_clippings.results import Dated, EntityCount, Hit, ValueCount, merging
from datasette_clippings.results.merging import TopList

KEYS = [f"e{number}" for number in range(12)]
SHARDS = st.lists(st.dictionaries(st.sampled_from(KEYS), st.integers(1, 6)), min_size=1, max_size=4)


def in_order(counts: dict[str, int]) -> list[EntityCount]:
    rows = [EntityCount(key, key.upper(), articles) for key, articles in counts.items()]
    return sorted(rows, key=lambda entity: (-entity.articles, entity.key))


def whole(shards: list[dict[str, int]]) -> list[EntityCount]:
    total: Counter[str] = Counter()
    for shard in shards:
        total.update(shard)
    return in_order(dict(total))


@given(SHARDS, st.integers(1, 8), st.integers(1, 14))
def test_the_first_of_the_whole_are_exact_or_not_given(shards: list[dict[str, int]], count: int, length: int) -> None:
    """From lists of any length come the right entities with the right counts, or the word that they are too short."""
    lists = [TopList(in_order(shard)[:length], len(shard) < length) for shard in shards]
    keys = merging.candidates(lists, count)
    told = [
        {key: shard.get(key, 0) for key in merging.unlisted(top.entities, keys)}
        for shard, top in zip(shards, lists, strict=True)
    ]
    found = merging.first_entities(lists, told, count)

    if found is not None:
        assert found == whole(shards)[:count]
    else:
        assert any(not top.is_all for top in lists)


def test_what_is_first_nowhere_can_be_first_of_the_whole() -> None:
    """The second of every shard has the most articles in all: lists of one don't settle it, lists of two do."""
    shards = [{"a": 5, "z": 4}, {"b": 5, "z": 4}, {"c": 5, "z": 4}]

    def first(length: int) -> list[EntityCount] | None:
        lists = [TopList(in_order(shard)[:length], len(shard) < length) for shard in shards]
        told: list[dict[str, int]] = [{"a": 0, "b": 0, "c": 0, **shard} for shard in shards]
        asked = [merging.unlisted(top.entities, merging.candidates(lists, 1)) for top in lists]
        answers = [{key: shard[key] for key in keys} for shard, keys in zip(told, asked, strict=True)]
        return merging.first_entities(lists, answers, 1)

    assert first(1) is None
    assert first(2) is None  # another with four in each could still be there
    assert first(3) == [EntityCount("z", "Z", 12)]


DATES = st.one_of(st.none(), st.sampled_from(["2023", "2024-01", "2024-01-05", "2024-01-05T10:00"]))


@given(st.lists(st.lists(DATES, max_size=9), min_size=1, max_size=4), st.integers(1, 5))
def test_every_hit_is_reached_once(shards: list[list[str | None]], size: int) -> None:
    """Page by page, each shard going on behind its own last hit, all come in the order of their dates."""

    def date(published: str | None) -> tuple[bool, str]:
        return (published is not None, published or "")

    hits = [sorted((Dated(n, each) for n, each in enumerate(shard)), key=lambda hit: date(hit.published), reverse=True)
            for shard in shards]  # fmt: skip
    places: list[Any] = [None] * len(shards)
    met: list[tuple[int, Dated]] = []
    while page := merging.newest([_behind(each, place)[:size] for each, place in zip(hits, places, strict=True)], size):
        met += page
        places = merging.last_shown(page, places)

    assert sorted(met) == sorted((n, hit) for n, shard in enumerate(hits) for hit in shard)
    assert [date(hit.published) for _, hit in met] == sorted((date(hit.published) for _, hit in met), reverse=True)


def _behind(hits: list[Dated], last: Dated | None) -> list[Dated]:
    return hits if last is None else hits[hits.index(last) + 1 :]


def test_equal_scores_come_shard_by_shard() -> None:
    """The better first; among equals those of the first shard, in its own order."""
    shards = [[Hit(9, 2.0), Hit(1, 1.0)], [Hit(4, 3.0), Hit(7, 2.0)]]

    assert merging.ranked(shards, 3) == [(1, Hit(4, 3.0)), (0, Hit(9, 2.0)), (1, Hit(7, 2.0))]


def test_values_add_up_in_their_orders() -> None:
    """Months by time, undated articles last; the others by their sums, then by value."""
    months = [[ValueCount("2024-02", 1), ValueCount(None, 2)], [ValueCount("2024", 3), ValueCount("2024-02", 1)]]
    assert merging.values("month", months) == [("2024", 3), ("2024-02", 2), (None, 2)]
    sites = [[ValueCount("b", 2), ValueCount("a", 1)], [ValueCount("a", 1), ValueCount(None, 2)]]
    assert merging.values("site", sites) == [("a", 2), ("b", 2), (None, 2)]
