"""No input takes more than linear time.

Measured is processor time, of a piece of work and of four times that work: linear work takes four times as
long, quadratic work sixteen. A machine that is busy elsewhere gives a wrong answer now and then, so what seems
too slow is tried again, and the shortest times count.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from itertools import cycle, islice, pairwise

import pytest

from clippings_etl.cleaning import GUARDS, RULES, Guard, Rule, clean
from clippings_etl.cleaning.document import Document, Line, Place, read
from clippings_etl.documents import Record
from clippings_etl.errors import ClippingsError
from clippings_etl.extraction import extract

FOUR_TIMES = 8
"""How many times as long four times the work may take: halfway, on a logarithmic scale, from linear to quadratic."""
DOUBLE = 6
"""How many times as long a line of double the length may take while it is short enough to be looked at in full:
a square of a hundred characters does no harm, a cube does."""
TRIES = 6
MEGABYTE = 1 << 20
LADDER = tuple(MEGABYTE >> shift for shift in (8, 6, 4, 2, 0))
"""Lengths that are measured one after the other, so that what is far too slow fails before it takes hours."""
LONG = 2000
"""Characters of a line beyond which a square hurts."""
MANY_LINES = 100_000

UNITS = {
    "digits": "7",
    "spaces": " ",
    "letters": "a",
    "capitals": "A",
    "ideographs": "报",
    "dots": ".",
    "dots and spaces": ". ",
    "commas": "1,",
    "colons": "a:",
    "wide colons": "：",
    "slashes": "/",
    "dates": "1/2/",
    "times": "12:34 ",
    "numbers": "1 ",
    "hyphens": "-",
    "dashes": " – ",
    "bars": " | ",
    "open brackets": "(",
    "closed brackets": "()",
    "close brackets": ")",
    "square brackets": "[[",
    "quotes": "“",
    "quoted": "“a” ",
    "stars": "*",
    "combining marks": "a\u0301\u0323",
    "marks alone": "\u0301",
    "vowel signs": "क\u093f\u094d",
    "bidi marks": "\u202ea\u202c",
    "wide spaces": "\u3000\xa0",
    "tabs": "\ta",
    "words": "ab cd ",
    "names": "Anna Berg, ",
    "initials": "A. B. ",
    "surnames": "Le-Ba'",
    "and": "Anna and ",
    "at signs": "a@b.",
    "addresses": "https://a.b/?c=d&e",
    "hashes": "#a ",
    "copyright": "© 2020 ",
    "by": "by By ",
    "pages": "Page 1 of ",
    "photo": "Photo: ",
    "share": "Share Tweet ",
    "arrows": "» › > ",
    "emoji": "👩‍👩‍👧",
    "NULs": "\0",
    "capital dotted I": "İ",
}
"""What lines are filled with, by what it is."""


def cpu_time(work: Callable[[], object]) -> float:
    """Seconds of this process's processor time that a piece of work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def growth(small: Callable[[], object], large: Callable[[], object], allowed: float, resolution: float) -> float:
    """How many times as long the large work takes, tried again while that is more than allowed.

    Args:
        resolution: seconds under which a time is mostly noise; the small work counts as no shorter than that.
    """
    least_small = least_large = float("inf")
    for _ in range(TRIES):
        least_small = min(least_small, cpu_time(small))
        least_large = min(least_large, cpu_time(large))
        if least_large < allowed * max(least_small, resolution):
            break
    return least_large / max(least_small, resolution)


def filled(unit: str, length: int) -> str:
    """A line of that many characters."""
    return (unit * (length // len(unit) + 1))[:length]


def assert_linear(work: Callable[[str], object], small: str, large: str, resolution: float = 0.005) -> None:
    """Four times the text takes about four times as long."""
    assert growth(lambda: work(small), lambda: work(large), FOUR_TIMES, resolution) < FOUR_TIMES


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_one_endless_line(unit: str) -> None:
    """A line of a megabyte, whatever it is filled with, is cleaned in time linear in its length."""
    for shorter, longer in pairwise(LADDER):
        assert_linear(clean, filled(unit, shorter), filled(unit, longer))


LENGTHS = sorted({rule.max_length for rule in RULES})


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_many_lines_of_full_length(unit: str) -> None:
    """Lines that are just short enough for a rule to look at them are cleaned in time linear in their number."""
    for length in LENGTHS:
        line = filled(unit, length) + "\n"
        few = max(2, 16_000 // length)
        assert_linear(clean, line * few, line * (4 * few))


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_many_short_lines(unit: str) -> None:
    """Short lines, each like all others, are cleaned in time linear in their number."""
    assert_linear(clean, f"{unit}\n" * 500, f"{unit}\n" * 2000)


@pytest.mark.parametrize("line", ["a", "1. b\n"])
def test_a_hundred_thousand_lines(line: str) -> None:
    """A document of very many lines is cleaned in time linear in their number, with blank ones between or without."""
    assert_linear(clean, f"{line}\n" * (MANY_LINES // 4), f"{line}\n" * MANY_LINES)


@pytest.mark.parametrize("family", dict.fromkeys(rule.family for rule in RULES))
def test_boilerplate_without_end(family: str) -> None:
    """Documents of nothing but a family's boilerplate, or of what nearly is, are cleaned in linear time."""
    lines = [example.line for rule in RULES if rule.family == family for example in rule.examples]
    for near in (lines, [line + " x" for line in lines], [line[:-1] for line in lines]):
        small, large = ("\n".join(islice(cycle(near), count)) for count in (400, 1600))
        assert_linear(clean, small, large)


def at_all_places(text: str, document: Document) -> list[Line]:
    """A line in the stead of a document's first, at each place where a rule may act."""
    line = document.lines[0]._replace(text=text, inner=text)
    return [line._replace(place=place) for place in Place]


def ask(rule: Rule, lines: Sequence[Line], document: Document) -> None:
    """Show lines to a rule."""
    for line in lines:
        rule.match(line, document)


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_each_rule_on_an_endless_line(unit: str) -> None:
    """Every rule looks at a line of a megabyte, or of the most that it looks at, in time linear in its length."""
    document = read("x", "en")
    for shorter, longer in (*pairwise(LADDER), *((most // 4, most) for most in LENGTHS if most > LONG)):
        small, large = (at_all_places(filled(unit, length), document) for length in (shorter, longer))
        for rule in RULES:
            works = partial(ask, rule, small, document), partial(ask, rule, large, document)
            assert growth(*works, FOUR_TIMES, 0.001) < FOUR_TIMES, f"{rule.id}, {longer:,} characters"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_on_ever_longer_lines(rule: Rule) -> None:
    """No rule's patterns go back and forth over a line, whatever it begins or ends with, without bound."""
    document = read("x", "en")
    line = rule.examples[0].line
    for name, unit in UNITS.items():
        for beginning, ending in (
            ("", ""),
            ("", "!"),
            (line, ""),
            ("", line),
            (line, "!"),
            (line[: len(line) // 2], "!"),
        ):
            length = 10
            shorter = at_all_places(beginning + filled(unit, length) + ending, document)
            while (length := length * 2) <= min(rule.max_length, LONG):
                longer = at_all_places(beginning + filled(unit, length) + ending, document)
                works = partial(ask, rule, shorter, document), partial(ask, rule, longer, document)
                grown = growth(*works, DOUBLE, 0.0002)
                assert grown < DOUBLE, f"{beginning!r}, {length} characters of {name}, {ending!r}"
                shorter = longer


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_each_guard(unit: str) -> None:
    """Every guard looks at an endless line in time linear in its length."""
    for shorter, longer in pairwise(LADDER):
        assert_guards_are_linear(*(read(filled(unit, length) + "\nx", "en") for length in (shorter, longer)))


@pytest.mark.parametrize("line", ["a", "a,", "- a", "a:", "3 June 2019", "“a”"])
def test_each_guard_in_a_long_document(line: str) -> None:
    """Every guard looks at all lines of a document in time linear in their number."""
    assert_guards_are_linear(read(f"{line}\n" * 500, "en"), read(f"{line}\n" * 2000, "en"))


def assert_guards_are_linear(small: Document, large: Document) -> None:
    """Four times the document takes each guard about four times as long."""
    for guard in GUARDS:
        works = partial(protect, guard, small), partial(protect, guard, large)
        assert growth(*works, FOUR_TIMES, 0.002) < FOUR_TIMES, guard.id


def protect(guard: Guard, document: Document) -> None:
    """Ask a guard about every line, with all or every other line claimed."""
    for step in (1, 2):
        claims = frozenset(range(0, len(document.lines), step))
        for line in document.lines:
            guard.protects(line, document, claims)


MARKUP = {
    "open paragraphs": "<p>",
    "nested blocks": "<div>",
    "lists": "<ul><li>",
    "tables": "<table><tr><td>",
    "open tags": "<a ",
    "attributes": "<a b=c d='",
    "ends": "</p>",
    "comments": "<!--",
    "references": "&amp;&#x301;",
    "angles": "<",
    "paragraphs": "<p>The harbour was dredged again.</p>",
    "links": "<a href=/a>More</a> ",
    "breaks": "a<br>",
    "scripts": "<script>",
    "spaces": " ",
    "meta": '<meta property="og:title" content="a">',
}
VALUES = {
    "brackets": "[",
    "braces": '{"a":',
    "strings": '"a",',
    "records": '{"text": "a b"}\n',
    "escapes": '"\\u0301',
    "digits": "7",
}
TEXTS = {"letters": "a", "lines": "ab cd\n", "escapes": "\u0301", "quotes": '"', "tags": "<p>", "NULs": "\0"}


@pytest.mark.parametrize(
    ("format", "unit"),
    [
        *(pytest.param("html", unit, id=f"html, {name}") for name, unit in MARKUP.items()),
        *(pytest.param("json", unit, id=f"json, {name}") for name, unit in VALUES.items()),
    ],
)
def test_broken_pages_and_records(format: str, unit: str) -> None:
    """Endless markup and endless values are read, or refused, in linear time."""
    start = "<!doctype html><title>a</title><body><article>" if format == "html" else '{"text": '
    assert_linear(partial(read_all, format), start + filled(unit, 50_000), start + filled(unit, 200_000), 0.05)


@pytest.mark.parametrize("unit", TEXTS.values(), ids=TEXTS)
def test_records_of_endless_text(unit: str) -> None:
    """The text of a record, whatever it is filled with, is read and cleaned in linear time."""
    small, large = (json.dumps({"text": "a " + filled(unit, length)}) for length in (20_000, 80_000))
    assert_linear(partial(read_all, "json"), small, large, 0.02)


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"text":', "}"), ('[{"a":[', "]}]")])
def test_records_within_records(opening: str, closing: str) -> None:
    """Values nested without end are read, or refused, in linear time."""
    small, large = (opening * count + "1" + closing * count for count in (20_000, 80_000))
    assert_linear(partial(read_all, "json"), small, large, 0.02)


def read_all(format: str, text: str) -> None:
    """Extract and clean, or fail as a document may."""
    with suppress(ClippingsError):
        clean(extract(Record("hostile", text.encode(), format=format)).text)
