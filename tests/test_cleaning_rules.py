"""Every rule does what its examples say: they are its documentation and its tests."""

from __future__ import annotations

import dataclasses
import re

import pytest

from clippings_etl.cleaning import GUARDS, RULES, Example, Guard, Rule, clean, rules_version
from clippings_etl.cleaning.document import Place

LANGUAGES_COVERED = {"en", "vi", "fr", "de", "es", "pt", "ru", "zh", "ar", "id"}

EXAMPLES = [pytest.param(rule, example, id=f"{rule.id}: {example.line}") for rule in RULES for example in rule.examples]
COUNTEREXAMPLES = [
    pytest.param(rule.places, example, id=f"{rule.id}: {example.line}")
    for rule in RULES
    for example in rule.counterexamples
]
GUARDED = [
    pytest.param(guard, example, id=f"{guard.id}: {example.line}") for guard in GUARDS for example in guard.examples
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_rule_removes_its_examples(rule: Rule, example: Example) -> None:
    """A rule removes each of its examples, in every place where it may act, and reads out what the line tells."""
    for place in rule.places:
        cleaned = clean(example.text(place), example.language)
        assert (example.line, rule.id) in [(line.text, line.rule) for line in cleaned.removed]
        told = {name: value for name, value in dataclasses.asdict(example.metadata).items() if value is not None}
        assert told.items() <= dataclasses.asdict(cleaned.metadata).items()


@pytest.mark.parametrize(("places", "example"), COUNTEREXAMPLES)
def test_counterexamples_are_kept(places: tuple[Place, ...], example: Example) -> None:
    """No rule removes a line that only looks like boilerplate."""
    for place in places:
        cleaned = clean(example.text(place), example.language)
        assert example.line in cleaned.text.split("\n")


@pytest.mark.parametrize(("guard", "example"), GUARDED)
def test_guarded_lines_are_kept(guard: Guard, example: Example) -> None:
    """What a guard protects is kept in every place."""
    for place in Place:
        assert example.line in clean(example.text(place), example.language).text.split("\n")


def test_rule_ids_are_unique_and_name_their_family() -> None:
    """A rule's id is its family and its name, and belongs to it alone."""
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z]+\.[a-z-]+", rule_id) for rule_id in ids)
    assert all(rule.matcher.__module__.endswith(f".{rule.family}") for rule in RULES)


def test_every_rule_is_documented_and_tested() -> None:
    """A rule has a description, examples and counterexamples, and overrides only guards that exist."""
    guards = {guard.id for guard in GUARDS}
    for rule in RULES:
        assert rule.description.endswith(".")
        assert rule.examples
        assert rule.counterexamples
        assert set(rule.overrides) <= guards


@pytest.mark.parametrize("family", sorted({rule.family for rule in RULES} - {"scorer"}))
def test_families_know_the_ten_languages(family: str) -> None:
    """Each family knows the words of at least ten languages."""
    assert {code for rule in RULES if rule.family == family for code in rule.languages} >= LANGUAGES_COVERED


def test_rules_version_names_every_rule() -> None:
    """The version that marks a database changes with any rule's version."""
    assert rules_version().split() == sorted(f"{rule.id}@{rule.version}" for rule in RULES)
