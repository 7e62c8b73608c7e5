"""The statistics behind networks and comparisons, against published and hand-worked figures; layouts and courses."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasette_clippings.across.courses import MONTH, YEAR, course, fitting, periods
from datasette_clippings.across.labels import labels, short, text_width
from datasette_clippings.across.layout import layout
from datasette_clippings.across.statistics import (
    attraction,
    difference,
    jaccard,
    log_likelihood,
    log_ratio,
    most_different,
)
from datasette_clippings.across.words import words_of
from datasette_clippings.results import ValueCount


def test_log_likelihood_is_dunnings() -> None:
    """The figure for "the swiss" in Dunning's table 1 (110, 2442, 111, 29114 in its four cells) comes out: 270.72."""
    assert log_likelihood(110, 110 + 2442, 110 + 111, 110 + 2442 + 111 + 29114) == pytest.approx(270.72, abs=0.01)


def test_log_likelihood_of_a_table_worked_by_hand() -> None:
    """Ten of twenty articles have this, ten have that, and always together: 2 · 20 · ln 2."""
    assert log_likelihood(10, 10, 10, 20) == pytest.approx(40 * math.log(2))
    assert log_likelihood(5, 10, 10, 20) == 0
    assert log_likelihood(0, 10, 10, 20) == pytest.approx(40 * math.log(2))  # never together is as far from chance
    assert attraction(0, 10, 10, 20) == 0
    assert log_likelihood(0, 0, 10, 20) == log_likelihood(0, 0, 0, 0) == 0


def test_ratios() -> None:
    """A log ratio is a power of two; where there is nothing it takes half an article. Jaccard is a share."""
    assert log_ratio(8, 100, 2, 100) == 2
    assert log_ratio(2, 100, 8, 100) == -2
    assert log_ratio(4, 100, 0, 100) == 3
    assert jaccard(2, 4, 4) == pytest.approx(1 / 3)
    assert jaccard(0, 0, 0) == 0


@given(st.integers(1, 60), st.integers(1, 60), st.data())
def test_what_is_in_fewer_articles_is_never_further_from_chance(of_a: int, of_b: int, data: st.DataObject) -> None:
    """The bound by which lists are known to be complete holds: nothing that is more in A exceeds it."""
    least = data.draw(st.integers(0, of_a))
    bound = most_different(least, of_a, of_b)
    for count in range(least + 1):
        for other in range(of_b + 1):
            if count * of_b > other * of_a:
                assert difference(count, of_a, other, of_b) <= bound + 1e-9


@pytest.mark.parametrize("count", [0, 1, 2, 3, 40, 200])
def test_a_layout_fills_its_box_without_covering(count: int) -> None:
    """Each node has a place in the box, none on another's, and the same each time."""
    radii = tuple(6.0 + number % 10 for number in range(count))
    links = tuple(
        (number, (number * 7 + 1) % count, 0.5) for number in range(count) if number != (number * 7 + 1) % count
    )
    places = layout(radii, links, 880.0, 740.0)

    assert len(places) == count
    assert all(0 <= x <= 880 and 0 <= y <= 740 for x, y in places)
    assert len(set(places)) == count
    layout.cache_clear()
    assert layout(radii, links, 880.0, 740.0) == places


def test_what_belongs_together_lies_together() -> None:
    """Two groups, each linked with itself only, are drawn apart."""
    groups = [range(6), range(6, 12)]
    links = tuple((a, b, 1.0) for group in groups for a, b in combinations(group, 2))
    places = layout((6.0,) * 12, links, 900.0, 700.0)
    own = [math.dist(places[a], places[b]) for group in groups for a, b in combinations(group, 2)]
    others = [math.dist(places[a], places[b]) for a in groups[0] for b in groups[1]]

    assert max(own) < min(others)


def test_labels_never_cover_each_other() -> None:
    """Names that have no room are left out, the first ones last; long names and unseen characters are cut."""
    names = ["The first name of all", "The second", "韩国国家代表队", "x" * 1_000_000, "\u202eevil\u0000", ""]
    places = [(500.0, 400.0), (505.0, 402.0), (100.0, 100.0), (990.0, 700.0), (300.0, 500.0), (300.0, 600.0)]
    found = labels(names, places, [6.0] * 6, 20.0, 1000.0)

    assert found[0] is not None and found[0].text == names[0]
    assert found[3] is not None and found[3].anchor == "end" and len(found[3].text) == 26
    assert short(names[4]) == "evil"
    boxes = []
    for label in found:
        if label:
            length = text_width(label.text) * 20
            left = {"start": label.x, "end": label.x - length, "middle": label.x - length / 2}[label.anchor]
            boxes.append((left, label.y - 19, left + length, label.y + 5))
    for one, other in combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


MONTHS = [ValueCount(value, count) for value, count in
          [("2023", 2), ("2023-11", 3), ("2024-01", 5), ("once", 7), (None, 11)]]  # fmt: skip


def test_courses_by_month_and_year() -> None:
    """Years are sums of their months and of what is known by year only; gaps are filled; the rest is counted apart."""
    by_month, by_year = course(MONTHS, MONTH), course(MONTHS, YEAR)

    assert (by_month.counts, by_month.others) == ({"2023-11": 3, "2024-01": 5}, 20)
    assert (by_year.counts, by_year.others) == ({"2023": 5, "2024": 5}, 18)
    assert by_month.total == by_year.total == 28
    assert periods([by_month.counts]) == ["2023-11", "2023-12", "2024-01"]
    assert periods([{"0001": 1}, {"0004": 1}]) == ["0001", "0002", "0003", "0004"]
    assert periods([{}]) == []
    assert periods([{"0001-01": 1, "9999-12": 1}]) == ["0001-01", "9999-12"]
    assert fitting([MONTHS]) == MONTH
    assert fitting([[ValueCount("2000-01", 1)], [ValueCount("2024-01", 1)]]) == YEAR


def test_words_are_those_of_the_index() -> None:
    """Words are folded and counted once a text; Chinese and Korean characters come in pairs, numbers not at all."""
    words = words_of(["Đà Nẵng, đà nẵng 2024 x", "Da Nang 韩国人", "한국 เกาหลี"], lambda: None)

    assert words == {"da": 2, "nang": 2, "韩 国": 1, "国 人": 1, "한 국": 1}
