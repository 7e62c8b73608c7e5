"""Rules are only asked about lines that hold one of their cues; no line may slip by."""

import json
from pathlib import Path

import pytest

from clippings_etl.cleaning import RULES, STANDARD
from clippings_etl.cleaning.cleaner import parts_of
from clippings_etl.cleaning.cues import DIGIT, cue_of, cues, cues_in
from clippings_etl.cleaning.document import read
from clippings_etl.cleaning.rule import Example

EXAMPLES = [
    (rule, example, place)
    for rule in RULES
    for example in (*rule.examples, *rule.counterexamples)
    for place in rule.places
]


def missed(text: str) -> list[tuple[str, str]]:
    """The rules that take a line of a text but aren't asked about it, each with the line."""
    document = read(text, None)
    found = []
    for line in document.lines:
        for part in (line.text, *parts_of(line.inner)):
            shown = line._replace(text=part, inner=part) if part != line.text else line
            asked = set(map(id, STANDARD.asked(shown)))
            found.extend(
                (rule.id, part) for rule in RULES if id(rule) not in asked and rule.match(shown, document) is not None
            )
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_example_slips_by_a_rule(rule: object) -> None:
    """Whatever line of the examples a rule takes, it is asked about."""
    texts = {example.text(place) for owner, example, place in EXAMPLES if owner is rule}
    assert [miss for text in sorted(texts) for miss in missed(text)] == []


def test_most_lines_of_prose_are_shown_to_few_rules() -> None:
    """A plain sentence costs no more than the handful of rules that know no words."""
    example = Example("The ferry was late again, and nobody in the harbour could say why it was so.")
    document = read(example.text(RULES[0].places[0]), "en")
    counts = [sum(1 for _ in STANDARD.asked(line)) for line in document.lines]
    assert max(counts) < len(RULES) / 3


@pytest.mark.parametrize(
    ("phrase", "line"),
    [
        ("share on facebook", "SHARE ON FACEBOOK!"),
        ("s'inscrire", "S’inscrire ici"),
        ("paylaş*", "Bunu PAYLAŞIN"),
        ("返回顶部", "▲返回顶部"),
        ("ห้ามคัดลอก", "ห้ามคัดลอกเนื้อหา"),
        ("ещё по теме", "Еще по теме"),
        ("12 345", "9"),
    ],
)
def test_a_phrase_s_cue_is_found_however_the_line_is_spelled(phrase: str, line: str) -> None:
    """Case, apostrophes, inflection and interchangeable letters don't hide a cue."""
    assert cue_of(phrase) in cues_in(line)


def test_signs_and_digits_are_cues() -> None:
    """A rule may be called by a sign or by any digit."""
    assert cues(signs="©", digit=True) == {"©", DIGIT}
    assert cues_in("© Northern Press") >= {"©", "northern", "north*", "nor*"}
    assert DIGIT in cues_in("٣ يونيو")


def test_a_sign_that_lines_are_not_searched_for_is_refused() -> None:
    """A cue that no line could ever have would silence its rule."""
    with pytest.raises(ValueError, match="no signs that lines are searched for"):
        cues(signs="☃")


def test_a_stem_too_short_for_a_cue_is_refused() -> None:
    """The words that begin with two letters are too many, and too unlike, to be told by one cue."""
    with pytest.raises(ValueError, match="no cue can be told"):
        cue_of("lo*")


def test_the_furniture_cases_slip_by_no_rule() -> None:
    """Hand-made lines of many languages: each rule that takes one is asked about it."""
    folder = Path(__file__).parent / "data"
    texts = [line for file in sorted(folder.glob("*.jsonl")) for line in file.read_text(encoding="utf-8").splitlines()]
    assert [miss for text in texts for miss in missed(json.loads(text)["text"])] == []
