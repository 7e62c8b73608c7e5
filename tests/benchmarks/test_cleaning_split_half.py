"""The figures on two halves of the sites show whether rules were made for single sites."""

from __future__ import annotations

import pytest
from benchmarks.cleaning.data import data_folder
from benchmarks.cleaning.split_half import half, measure, rows

SITES = [f"site{number}.example" for number in range(1000)]


def test_sites_are_split_in_two_for_good() -> None:
    """A site's half depends on its name and the split alone, and the halves are about as large."""
    sides = [half(site) for site in SITES]
    assert sides[:8] == [half(site) for site in SITES[:8]]
    assert 400 < sum(sides) < 600
    assert sides != [half(site, 1) for site in SITES]
    assert half("tower.example") == 0 and half("harbour.example") == 1


def test_difference_stands_beside_the_usual_one() -> None:
    """The first split's halves are shown, with the mean difference of all splits."""
    halves = [({"F1c": 0.9, "dF1": 0.5, "lost": 1.0}, {"F1c": 0.92, "dF1": 0.5, "lost": 0.5})]
    halves += [({"F1c": 0.9, "dF1": 0.5, "lost": 1.0}, {"F1c": 0.9, "dF1": 0.6, "lost": 1.0})]
    shown = [line.split() for line in rows("made-up", "crude", halves)]
    assert shown == [
        ["made-up.crude.F1c", "90.00", "92.00", "+2.00", "1.00"],
        ["made-up.crude.dF1", "50.00", "50.00", "+0.00", "5.00"],
        ["made-up.crude.lost", "1.00", "0.50", "-0.50", "0.25"],
    ]


def test_halves_are_scored_apart() -> None:
    """On the development sites each split gives the figures of both halves."""
    if not data_folder().is_dir():
        pytest.skip("the development data isn't part of a clone; see benchmarks/README.md")
    found = measure(data_folder(), "plaintext", "resid2", splits=2)
    assert len(found) == 2
    assert all(0.5 < side["F1c"] <= 1 for pair in found for side in pair)
    assert found[0] != found[1]
