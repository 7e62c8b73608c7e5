"""Cleaning splits a text into article and boilerplate, loses nothing, and reads the boilerplate."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clippings_etl.cleaning import GUARDS, RULES, Rule, clean
from clippings_etl.cleaning.document import Place, read
from clippings_etl.documents import Cleaned, Metadata, Span, join_lines, lines

SEEDS = Path(__file__).parent.parent / "seeds"

HEADLINE = "New footbridge opens over the river"
PARAGRAPHS = (
    "The footbridge over the river was opened on Saturday, two years after the old one had been carried off by ice.",
    "It is wide enough for bicycles, the town said, and will be lit at night by lamps along the railing.",
    "A second bridge is planned further down the river, where the ferry stopped last autumn for want of water.",
)


def assert_law(text: str, cleaned: Cleaned) -> None:
    """Kept and removed spans, in order, are the text with only white space left out between them."""
    removed = [Span(line.start, line.end) for line in cleaned.removed]
    position = 0
    for span in sorted([*cleaned.kept, *removed], key=lambda span: span.start):
        assert not text[position : span.start].strip()
        assert span.start < span.end
        position = span.end
    assert not text[position:].strip()
    assert cleaned.text == join_lines(text, cleaned.kept, removed)
    assert all(line.text == text[line.start : line.end] for line in cleaned.removed)


def test_english_seed() -> None:
    """Of the English seed exactly its timestamp, its photo credit and its last heading go."""
    text = (SEEDS / "000_cb226cff60645c81.txt").read_text(encoding="utf-8")
    cleaned = clean(text)
    gone = ["14:33 / 22.04.2024", "Photo: Dunyo news agency", "Related News"]
    assert [line.text for line in cleaned.removed] == gone
    assert cleaned.text == "\n\n".join(line for line in text.split("\n") if line.strip() and line not in gone)
    assert cleaned.metadata == Metadata(
        published="2024-04-22T14:33", published_text="14:33 / 22.04.2024", photo_credit="Dunyo news agency"
    )
    assert cleaned.language == "en"
    assert cleaned.has_headline


def test_vietnamese_seed() -> None:
    """Of the Vietnamese seed exactly its date, its publisher and its page list go."""
    text = (SEEDS / "004_267d8b3d835caf89.txt").read_text(encoding="utf-8")
    cleaned = clean(text)
    assert [line.rule for line in cleaned.removed] == ["timestamp.bare", "source.bare", "pagination.list"]
    assert [line.text for line in cleaned.removed][:2] == ["23/8", "Bộ KHCN"]
    assert cleaned.metadata == Metadata(published_text="23/8", publisher="Bộ KHCN", page_count=118)
    assert cleaned.language == "vi"
    assert cleaned.has_headline
    assert cleaned.text.startswith("Tuần lễ đối tác BIO ASEAN – HÀN QUỐC 2021\n\n")


def test_headline_is_the_first_kept_line() -> None:
    """The headline is the first line that no rule takes, and stays in the text."""
    cleaned = clean("\n\n".join(("3 June 2019", HEADLINE, *PARAGRAPHS)))
    assert cleaned.has_headline
    assert cleaned.text.startswith(f"{HEADLINE}\n\n")


@pytest.mark.parametrize(
    "first",
    [
        "The road is white,",
        "Results:",
        "The bridge is open.",
        "“Is it open?”",
        PARAGRAPHS[0],
    ],
)
def test_first_line_without_the_look_of_a_headline(first: str) -> None:
    """Verse, an announced list, a sentence, speech and a paragraph are no headlines."""
    assert not clean("\n\n".join((first, *PARAGRAPHS))).has_headline


def test_headline_stands_above_text() -> None:
    """A short line without text below it is no headline."""
    assert not clean(HEADLINE).has_headline
    assert not clean("").has_headline


def test_places_are_told_by_the_paragraphs() -> None:
    """Head is above the second paragraph, tail below the last, body between them."""
    parts = ("above", PARAGRAPHS[0], "between", PARAGRAPHS[1], "later", PARAGRAPHS[2], "below")
    assert [line.place for line in read("\n".join(parts), "en").lines] == [
        *(Place.HEAD,) * 3,
        *(Place.BODY,) * 3,
        Place.TAIL,
    ]


def test_places_without_paragraphs() -> None:
    """In a document without paragraphs the first line is the head and the last the tail."""
    places = [line.place for line in read("one\ntwo\nthree", "en").lines]
    assert places == [Place.HEAD, Place.BODY, Place.TAIL]


def test_date_of_publication_counts_before_date_of_change() -> None:
    """Where both dates are given, the article was published on the first."""
    cleaned = clean("\n\n".join(("Updated: 4 June 2019", "Published: 3 June 2019", HEADLINE, *PARAGRAPHS)), "en")
    assert cleaned.metadata == Metadata(published="2019-06-03", published_text="3 June 2019")


def test_full_date_counts_before_one_without_year() -> None:
    """A date that can be sorted says more than one that can't."""
    cleaned = clean("\n\n".join(("23/8", "Updated: 23/08/2021", HEADLINE, *PARAGRAPHS)), "vi")
    assert cleaned.metadata == Metadata(published="2021-08-23", published_text="23/08/2021")


def test_language_is_detected_on_the_article() -> None:
    """Without a language the article's own is told; a given one is left as it is."""
    text = "\n\n".join((HEADLINE, *PARAGRAPHS))
    assert clean(text).language == "en"
    assert clean(text, "fr").language == "fr"


def test_paragraph_breaks_stay() -> None:
    """A blank line stays a paragraph break, a line break a line break, whatever was removed between."""
    cleaned = clean(f"{HEADLINE}\n\n{PARAGRAPHS[0]}\nPhoto: Maria Lind\n{PARAGRAPHS[1]}\n\n\n{PARAGRAPHS[2]}", "en")
    assert cleaned.text == f"{HEADLINE}\n\n{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}"


@pytest.mark.parametrize(
    "prose",
    [
        "Pages 4 to 9 of the minutes were never found.",
        "Related news came from the town further down.",
        "Photo: so the sign said, though no picture hung there.",
        "Next page by page, the clerk read it all aloud.",
    ],
)
def test_prose_alone_is_kept(prose: str) -> None:
    """A document that is one line of prose is never emptied."""
    assert clean(prose).text == prose


@pytest.mark.parametrize(
    "lines_kept",
    [
        ["Results of the last round:", "Harbour 2–1 Hill", "Mill 0–0 Meadow", "Bridge 3–2 Ferry"],
        ["1. Mix flour and water.", "2. Let it rest.", "3. Bake it for an hour."],
        ["Bread 2.40", "Butter 3.10", "Apples 1.95"],
        ["Monday: rain", "Tuesday: 14 degrees", "Wednesday: sun"],
        ["“Is it far?”", "“No.”", "“Then we walk.”"],
        ["the hill was dark,", "the lamp was lit,", "and by the door", "we had to sit"],
    ],
)
def test_lists_tables_speech_and_verse_are_kept(lines_kept: list[str]) -> None:
    """What is written in short lines is no boilerplate for that."""
    assert clean("\n".join(lines_kept)).removed == ()
    assert clean("\n".join((HEADLINE, PARAGRAPHS[0], *lines_kept, PARAGRAPHS[1]))).removed == ()


BOILERPLATE = [example.line for rule in RULES for example in rule.examples]
ARTICLE_LINES = [
    HEADLINE,
    *PARAGRAPHS,
    "“Yes.”",
    "Results:",
    "1. One",
    "a line,",
    "1987",
    "Nguồn vốn",
    "水价会不会上涨",
]
BREAKS = ["\n", "\n\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", " \n\t", "\n\u3000\n"]


@given(st.text())
def test_any_text_is_split_without_loss(text: str) -> None:
    """Whatever the text, it is kept lines and removed lines and nothing else."""
    assert_law(text, clean(text, "en"))


@given(
    st.lists(st.tuples(st.sampled_from([*BOILERPLATE, *ARTICLE_LINES]), st.sampled_from(BREAKS))),
    st.sampled_from(["en", "vi", "zh", "ar", "xx"]),
    st.text(max_size=3),
    st.integers(0, 200),
)
def test_mutated_documents_are_split_without_loss(
    parts: list[tuple[str, str]], language: str, noise: str, where: int
) -> None:
    """Documents of boilerplate and article lines, with noise put into them, obey the same law."""
    text = "".join(line + end for line, end in parts)
    text = text[:where] + noise + text[where:]
    assert_law(text, clean(text, language))


@given(st.lists(st.sampled_from([*BOILERPLATE, *ARTICLE_LINES])))
def test_cleaning_is_deterministic_and_keeps_paragraphs(parts: list[str]) -> None:
    """The same text gives the same result, and no paragraph of prose is ever removed."""
    text = "\n".join(parts)
    cleaned = clean(text, "en")
    assert cleaned == clean(text, "en")
    assert not {line.text for line in cleaned.removed} & set(PARAGRAPHS)


LONG = 1_000_000


@pytest.mark.parametrize(
    "unit",
    ["1", "1 ", " ", "(", ")", "[1] ", "a", "a ", ".", ". ", "-", "|", "\u0301", "e\u0301", "页", "page ", "：", "“"],
)
def test_very_long_lines_pass(unit: str) -> None:
    """A line of a million characters is split like any other, in time that grows with its length."""
    text = unit * (LONG // len(unit))
    assert_law(text, clean(text, "en"))
    article = "\n\n".join((HEADLINE, PARAGRAPHS[0], text))
    assert_law(article, clean(article, "en"))


def test_long_page_list_is_read() -> None:
    """A page list is removed though it is far longer than other boilerplate."""
    pages = "Pages: " + " ".join(map(str, range(1, 2001)))
    cleaned = clean("\n\n".join((HEADLINE, *PARAGRAPHS, pages)), "en")
    assert cleaned.metadata.page_count == 2000


@pytest.mark.parametrize(
    "line", ["Related News", "Photo: Maria Lind", "1 2 3", "3 June 2019", "- one", "a:", "By Anna Berg"]
)
def test_many_short_lines_pass(line: str) -> None:
    """A document of very many lines is split in time that grows with their number."""
    text = f"{line}\n" * 5_000
    assert_law(text, clean(text, "en"))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rules_read_long_lines_in_bounded_time(rule: Rule) -> None:
    """Each matcher by itself gets through lines of the greatest length that it is asked about."""
    for unit in ("1 ", "a ", "( ", "Photo: ", "By A ", "1/", "page ", "... ", "\u0301", "Pages 1 2 3 x "):
        text = (unit * rule.max_length)[: rule.max_length]
        document = read(f"{HEADLINE}\n{PARAGRAPHS[0]}\n{text}", "en")
        rule.matcher(document.lines[-1], document)


def test_guards_are_listed_once() -> None:
    """A guard's id belongs to it alone."""
    assert len({guard.id for guard in GUARDS}) == len(GUARDS)


def test_kept_lines_are_the_texts_lines() -> None:
    """There is one kept span for each line of the cleaned text."""
    text = "\n\n".join((HEADLINE, *PARAGRAPHS, "Related News"))
    cleaned = clean(text)
    assert [text[span.start : span.end] for span in cleaned.kept] == cleaned.text.split("\n\n")
    assert len(cleaned.kept) + len(cleaned.removed) == len(lines(text))


@pytest.mark.parametrize(
    ("line", "language", "metadata"),
    [
        (
            "2019年6月3日 07:12 来源：港口日报",
            "zh",
            Metadata(published="2019-06-03T07:12", published_text="2019年6月3日 07:12", publisher="港口日报"),
        ),
        (
            "By Anna Berg | Source: Northern Press",
            "en",
            Metadata(byline="Anna Berg", publisher="Northern Press"),
        ),
    ],
)
def test_line_of_several_parts(line: str, language: str, metadata: Metadata) -> None:
    """A line goes where each of its parts is boilerplate, and all of them are read."""
    cleaned = clean("\n\n".join((HEADLINE, line, *PARAGRAPHS)), language)
    assert [removed.text for removed in cleaned.removed] == [line]
    assert cleaned.metadata == metadata


def test_line_with_one_part_of_the_article_is_kept() -> None:
    """A line of which a part may belong to the article stays whole."""
    line = "3 June 2019 | The lamps are lit"
    assert line in clean("\n\n".join((HEADLINE, line, *PARAGRAPHS)), "en").text


def test_a_timeline_keeps_its_dates_and_nothing_else() -> None:
    """Three dates with text below them are a timeline; a picture credit among them is none of its dates."""
    lines = ["3 June 2019", "Fog", "4 June 2019", "Storm", "Photo: Maria Lind", "5 June 2019", "Sun"]
    cleaned = clean("\n\n".join((HEADLINE, *PARAGRAPHS, *lines)), "en")
    assert [line.text for line in cleaned.removed] == ["Photo: Maria Lind"]
